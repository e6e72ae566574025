"""Corrections: entered into the earlier version as they are printed, they give the new version.

Nothing of `communique.turns` is used: the places of both versions are named once more (`parts`),
sentences are read by the patterns of the language (`sentences`) and done (`applying`), with what
words have besides their letters (`forms`). So is what stands around them (`head`).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from communique.content.expected import turn
from communique.prove.corrections import head, leads
from communique.prove.corrections.applying import Copy
from communique.prove.corrections.counting import counts_on
from communique.prove.corrections.forms import UnclearError, Word, is_same
from communique.prove.corrections.part import Part, Token
from communique.prove.corrections.parts import parts
from communique.prove.corrections.sentences import asked
from communique.prove.lines import folded, lines_of, says
from communique.prove.words import expected, short, spoken

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from communique.content.content import Content, Version
    from communique.content.text import Text
    from communique.model.faults import Faults
    from communique.pdf_reading.reading import Reading
    from communique.pdf_reading.tag_tree import Block

#: Spaces that have another width than that of the font. At the end of a line none is drawn.
_WIDE = re.compile(r"[^\S \n\t\u00a0]")
_NAME = "corrigendum"
_NOTHING = (
    "nothing was delivered; leave that as it was in the earlier version, or issue a revised text: "
    "build --as changes --since OLD"
)


def every_correction(content: Content, reading: Reading, faults: Faults) -> None:
    """Note where the corrections of a PDF do not make the new version of the earlier one."""
    if turn(content) != _NAME:
        return
    pairs = [*zip(spoken(reading), expected(content, reading), strict=False)]
    note_corrections(content, [text for block, text in pairs if says(block, text)], faults)
    for block, text in pairs:
        lost = len(_WIDE.findall(text.words)) - len(_WIDE.findall(_drawn(block)))
        if lost > len(list(lines_of(block))) - 1:
            wrong = f"a space of “{short(text.words)}” is not as wide as in the statement"
            faults.add(text.line, _NAME, wrong, _NOTHING, path=text.path)


def _drawn(block: Block) -> str:
    return "".join(piece.text for piece in block.pieces)


def note_corrections(content: Content, texts: Sequence[Text], faults: Faults) -> None:
    """Do so for any kind of file that says `texts`."""
    if turn(content) != _NAME:
        return
    for version in content.versions:
        own = [text for text in texts if text.path == version.statement.path]
        body = [text for text in own if text.within == "text"]
        for key, wrong in head.wrong(version, body):
            line = version.statement.line(key)
            faults.add(line, key, wrong, _NOTHING, path=version.statement.path)
        _note(version, body, faults)


def _note(version: Version, texts: Sequence[Text], faults: Faults) -> None:
    turned, language = version.statement.turned, version.language
    corrections = language.file.corrigendum
    if not (turned and turned.earlier and corrections):
        faults.add(1, _NAME, "there is no earlier version", _NOTHING)
        return
    copy, place = Copy(parts(turned.earlier, language), language), ""
    path = version.statement.path
    for text in texts:
        words = folded(text.words)
        if text.role == "H2":
            place = words
        elif place:
            found = asked(text.words, corrections)
            try:
                if found is None:
                    raise UnclearError(f"“{short(words)}” is no correction")
                copy.enter(place, found)
            except UnclearError as error:
                faults.add(text.line, _NAME, str(error), _NOTHING, path=path)
    try:
        copy.finish()
    except UnclearError as error:
        faults.add(1, _NAME, str(error), _NOTHING, path=path)
        return
    new = parts(turned.original, language)
    for every in (copy.finished, new):
        leads.count(every)
    _compare(copy, new, faults, path)
    if not _is_numbered_as_said(copy, new):
        wrong = "it says that points are renumbered, or does not, and the new version differs"
        faults.add(1, _NAME, wrong, _NOTHING, path=path)


def _is_numbered_as_said(copy: Copy, new: Sequence[Part]) -> bool:
    """Tell whether the points of the new text are marked as it is said.

    Where others of a list are said to be renumbered, each is marked as the one at its place was,
    and those further on count on.
    """
    points: dict[int, list[tuple[Part, Part]]] = {}
    for part, now in zip(_read(copy.finished), _read(new), strict=False):
        points.setdefault(part.of_list, []).append((part, now))
    for each, pairs in points.items():
        kept = [(one, now) for one, now in pairs if not one.coming and one.marker != now.marker]
        if bool(kept) != (each in copy.renumbered):
            return False
        was = copy.markers.get(each, [])
        order = {id(now): marker for (_, now), marker in zip(pairs, was, strict=False)}
        if any(order.get(id(now), now.marker) != now.marker for _, now in kept):
            return False
        further = [now.marker for _, now in pairs][max(len(was) - 1, 0) :]
        if each in copy.renumbered and not all(map(counts_on, further, further[1:])):
            return False
    return copy.renumbered <= points.keys()


def _compare(copy: Copy, new: Sequence[Part], faults: Faults, path: Path) -> None:
    """Note the first part in which the corrected text is not the new one."""
    corrected = copy.finished
    gone = frozenset(part.number for part in copy.parts if part.gone)
    both = _shown(corrected, corrected), _shown(new, corrected)
    for part, one, other in zip(_read(new), *both, strict=False):
        if one != other:
            said = [short(" ".join(map(str, each[1]))) for each in (one, other)]
            wrong = f"corrected, the earlier version reads “{said[0]}”, and this one “{said[1]}”"
            faults.add(part.line, _NAME, wrong, _NOTHING, path=path)
            return
    for part, before, one, other in zip(_read(new), _read(corrected), *both, strict=False):
        if what := _unlike(before, part) or _unlike_words(one[1], other[1], gone):
            wrong = f"no correction says {what}, which is not that of the earlier version"
            faults.add(part.line, _NAME, wrong, _NOTHING, path=path)
            return
    if len(both[0]) != len(both[1]):
        wrong = f"corrected, the earlier version has {len(both[0])} parts, this one {len(both[1])}"
        faults.add(1, _NAME, wrong, _NOTHING, path=path)


def _read(every: Sequence[Part]) -> list[Part]:
    return [part for part in every if part.kind != "note"]


def _unlike(one: Part, other: Part) -> str:
    """Return what two parts with the same words do not have in common."""
    places = [
        [kind.split()[0] for kind in part.above] if one.coming else [*part.above]
        for part in (one, other)
    ]
    if places[0] != places[1]:
        return "in what this stands"
    if one.looks[1] != other.looks[1]:
        return "on which side this stands"
    kept = [(part.looks[:1], part.looks[2:]) for part in (one, other)]
    return "the level of this heading, or over how many cells this goes" * (kept[0] != kept[1])


def _unlike_words(one: Sequence[Token], other: Sequence[Token], gone: frozenset[int]) -> str:
    """Return the words that do not look alike in both, though they have the same letters."""
    for mine, theirs in zip(_words(one), _words(other), strict=True):
        if mine and theirs and theirs.looks and not is_same(mine, theirs, gone):
            return f"the look, the link, or the line of “{theirs}”"
    return ""


def _words(tokens: Sequence[Token]) -> Iterator[Word | None]:
    """Yield the words, also of notes; None for what is none in one of the texts."""
    for token in tokens:
        for word in token if isinstance(token, tuple) else (token,):
            yield word if isinstance(word, Word) else None


def _shown(every: Sequence[Part], like: Sequence[Part]) -> list[tuple[str, list[Token]]]:
    """Return the parts of a text, each with its words and those of the notes that it calls.

    Points that came have their letters or numbers among their words, as in the text `like` it.
    """
    notes: dict[Token, tuple[Word, ...]] = {}
    for part in every:
        if part.number:
            notes[part.number] = (*notes.get(part.number, ()), *part.words)
    came = [part.coming for part in _read(like)]
    found = []
    for number, part in enumerate(_read(every)):
        marked = part.marker.split() if number < len(came) and came[number] else []
        tokens: list[Token] = [Word(word, (), "") for word in marked]
        tokens = [] if part.gone else [*tokens, *part.tokens]
        found.append((part.kind, [notes.get(token, token) for token in tokens]))
    return found
