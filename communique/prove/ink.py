"""Ink: every character is drawn, with a glyph of a font that the page names, large enough.

What is stressed is drawn in another style: slanted or bold.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from functools import lru_cache
from itertools import chain, groupby
from operator import itemgetter
from typing import TYPE_CHECKING, TypeVar

from communique.content.expected import theme_sources
from communique.design import edition as editions
from communique.design import language as languages
from communique.design.styles import causes
from communique.design.writing import rare_characters
from communique.prove.lines import CALLS, calls_in
from communique.prove.words import expected, short, spoken

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from collections.abc import Set as AbstractSet
    from pathlib import Path

    from communique.content.content import Content
    from communique.content.text import Text
    from communique.model.faults import Faults
    from communique.pdf_reading.piece import Piece
    from communique.pdf_reading.reading import Reading
    from communique.pdf_reading.tag_tree import Block

#: Figures, and letters of Latin, Greek and Cyrillic that fonts have in each style.
_COMMON = re.compile("[0-9A-Za-z\u00c0-\u017f\u0386-\u03ce\u0400-\u045f]")
#: In texts that run from right to left, and in these languages, all letters are compared.
_ANY, _EAST_ASIAN = re.compile(r"[^\W_]"), ("ja", "zh")
_CAPTION, _SIZED = "Caption", re.compile("^font:|size")  # declarations of sizes of type
_STYLE = re.compile("bold|italic")
_UPRIGHT, _SLANTED = frozenset[str](), frozenset(("italic",))
_Kind = TypeVar("_Kind")
_Style = frozenset[str]
_Part = tuple[_Style, str]
"""A style, and what is drawn in it in one go."""
_Due = bool | None
"""Whether something is stressed; None where it may have any style."""


def glyphs(content: Content, reading: Reading, faults: Faults) -> None:
    """Note every character that is drawn as a box, since no font of the page has a glyph for it."""
    sources = [
        (version.statement.path, version.statement.source.decode("utf-8", "replace"))
        for version in content.versions
    ]
    sources += theme_sources(content)
    found: dict[tuple[Path, int, str], set[str]] = defaultdict(set)
    for text in {text for piece in reading.pieces if piece.absent for text in _absent(piece)}:
        path, source = next((pair for pair in sources if text in pair[1]), (faults.path, text))
        found[
            path, source.partition(text)[0].count("\n") + 1, rare_characters.remedy(text[:1])
        ].add(text)
    for (path, line, instead), texts in found.items():
        each = sorted(texts)
        codes = [" ".join(f"U+{ord(character):04X}" for character in text) for text in each]
        wrong = f"no font of the page has a glyph for {' '.join(each)} ({', '.join(codes)})"
        faults.add(line, "ink", wrong, instead, path=path)


def _absent(piece: Piece) -> AbstractSet[str]:
    """Return what a piece has no glyph for: of several glyphs the first says all."""
    return piece.absent - {""} or {piece.text}


def fonts(content: Content, reading: Reading, faults: Faults) -> None:
    """Note every font that nobody asked for: a character was then taken from anywhere."""
    said = {tag for text in expected(content, reading) for _, tag in text.runs}
    tags, serifs = said | {each.language.tag for each in content.versions}, content.edition.serifs
    known = [languages.load(tag).in_type(serifs=serifs) for tag in tags if languages.resolve(tag)]
    sources = [version.statement.source for version in content.versions]
    rare = rare_characters.fonts(sources, known, serifs=serifs)
    own = [each.fonts for each in (*(one.file for one in known), *rare)]
    allowed = {family.replace(" ", "-") for family in chain(*own, content.theme.families)}
    for name in {piece.font.name for piece in reading.pieces}:
        if not any(_belongs(name, family) for family in allowed):
            wrong = f"the font {name} is not of a family that the page names"
            faults.add(1, "ink", wrong, "name it in the theme, or write other characters")


def embedding(content: Content, reading: Reading, faults: Faults) -> None:  # noqa: ARG001  # one signature
    """Note every font that is not in the file (ISO 19005-3, 6.2.11.4)."""
    for name in {piece.font.name for piece in reading.pieces if not piece.font.embedded}:
        faults.add(1, "ink", f"the font {name} is not embedded", "nothing was delivered")


def sizes(content: Content, reading: Reading, faults: Faults) -> None:
    """Note type that is smaller than the edition allows, each size once, with its first text.

    Where the project's own edition says what it allows, that is told of its file.
    """
    least = content.edition.minimum_size
    small: dict[float, Piece] = {}
    for piece in reading.pieces:
        if piece.size < least - _ROUNDING and piece.inked:
            small.setdefault(round(piece.size, 2), piece)
    own = editions.place(content.edition, "minimum_size") if small else None
    if own:
        path, line = own
        listed = ", ".join(f"{size:g}" for size in sorted(small))
        wrong = f"the pages have type of {listed} pt, and the least in this edition is {least:g} pt"
        instead = "give a smaller one, or set larger type in its stylesheet"
        sized = [
            str(cause)
            for cause in causes.causes(content.theme.styles_after(content.edition), "ink")
            if _SIZED.search(cause.declaration)
        ]
        instead += f": {', '.join(sized)}" if sized else ""
        faults.add(line, "minimum_size", wrong, instead, path=path)
        return
    for size, piece in small.items():
        wrong = f"page {piece.page + 1}: {piece.text.strip()[:30]} is set in {size:g} pt"
        faults.add(1, "ink", wrong, f"the least in this edition is {least:g} pt")


def stress(content: Content, reading: Reading, faults: Faults) -> None:
    """Note stress that is not seen, and words that look stressed and are not.

    What is not stressed has one style in all paragraphs of a version, in all its cells and so on:
    that with which the fewest of them are wrong. Stress is bolder or more slanted than that.
    """
    texts, blocks = expected(content, reading), spoken(reading)
    if len(texts) != len(blocks):
        return  # another rule says which differ
    kinds: dict[tuple[object, ...], list[tuple[Text, list[_Part]]]] = defaultdict(list)
    for text, block in zip(texts, blocks, strict=True):
        if text.within:
            kinds[text.role, text.within, text.heads, text.path].append((text, _parts(block)))
    for every in kinds.values():
        for text, wrong in _least_wrong(every):
            instead = "let a stylesheet set stressed words bold or slanted, and no others"
            said = f"{wrong}: {short(text.words)}"
            faults.add(text.line, "stress", said, instead, path=text.path)


def _least_wrong(every: Sequence[tuple[Text, Sequence[_Part]]]) -> list[tuple[Text, str]]:
    """Return the texts of a kind that are wrong, with what is, in the style that makes them few."""
    styles = Counter(style for _, parts in every for style in {style for style, _ in parts})
    found = []
    for base in dict.fromkeys([*(style for style, _ in styles.most_common()), _UPRIGHT]):
        each = ((text, _wrongly_stressed(text, parts, base)) for text, parts in every)
        found.append([(text, said) for text, said in each if said])
        if not found[-1]:
            break
    return min(found, key=len)


def _parts(block: Block) -> list[_Part]:
    """Return what is drawn but for the calls of notes, part by part, with the style of each."""
    calls = calls_in(block)
    there = (piece for piece in block.pieces if (piece.page, piece.mark) not in calls)
    return [(_style(piece.font.name), piece.text) for piece in there]


@lru_cache
def _style(font: str) -> _Style:
    return frozenset(_STYLE.findall(font.lower().replace("oblique", "italic")))


def _wrongly_stressed(text: Text, parts: Sequence[_Part], base: _Style) -> str:
    """Return what is wrong where what is not stressed has the style `base`.

    A cell may be of another style as a whole, as those of a first column may. The numbers that call
    notes, those of paragraphs, and the signs of changes may be of another style.
    """
    styles = {style for style, _ in parts}
    whole = styles <= {base} or (text.cell and not text.cell.in_head and len(styles) == 1)
    if whole and not text.stress:
        return ""
    wide = text.rtl or text.runs[0][1].startswith(_EAST_ASIAN)
    judged = _ANY if wide else _COMMON
    due = [(stress, "".join(judged.findall(said))) for stress, said in _due(text)]
    seen = [(style, "".join(judged.findall(said))) for style, said in parts]
    missed, added = _differences(due, seen, base, may_invert=_may_invert(text))
    said = "words look stressed that are not" if added else ""
    return "stress is not seen" if missed and not text.heads else said


def _differences(
    due: Sequence[tuple[_Due, str]], seen: Sequence[_Part], base: _Style, *, may_invert: bool
) -> tuple[bool, bool]:
    """Tell whether letters whose stress is due do not show it, and whether others do.

    They are compared one by one, or where lines are drawn in another order than they are read, as
    from right to left, by their number.
    """
    letters, drawn = ("".join(said for _, said in each) for each in (due, seen))
    showing = {style for style, _ in seen if _shows(style, base, may_invert=may_invert)}
    if letters == drawn:
        each = set(zip(_each(due), _each(seen), strict=True))
        missed = any(is_due and style not in showing for is_due, style in each)
        return missed, any(is_due is False and style != base for is_due, style in each)
    stressed = Counter("".join(said for is_due, said in due if is_due))
    free = Counter("".join(said for is_due, said in due if is_due is None))
    shown = Counter("".join(said for style, said in seen if style in showing))
    other = Counter("".join(said for style, said in seen if style != base))
    return bool(stressed - shown), bool(other - stressed - free)


def _each(parts: Sequence[tuple[_Kind, str]]) -> Iterator[_Kind]:
    """Yield for each letter of the parts what is said of its part."""
    return (kind for kind, said in parts for _ in said)


def _shows(style: _Style, base: _Style, *, may_invert: bool) -> bool:
    """Tell whether a style shows stress where what is not stressed has the style `base`."""
    return bool(style - base) or (may_invert and base - style == _SLANTED)


def _may_invert(text: Text) -> bool:
    """Tell whether stress may be upright where all is slanted, as quotations and captions are."""
    return text.within != "text" or text.role == _CAPTION


def _due(text: Text) -> Iterator[tuple[_Due, str]]:
    """Yield the words of a text but for the calls of notes, by whether they are stressed."""
    kinds: list[_Due] = [None] * text.number + [False] * (len(text.words) - text.number)
    for due, spans in ((True, text.stress), (None, text.signs)):
        for begin, end in spans:
            kinds[begin:end] = [due] * (end - begin)
    calls = {
        place
        for role, begin, end in text.inner
        if role in CALLS and text.words[begin:end].isdecimal()
        for place in range(begin, end)
    }
    every = enumerate(zip(kinds, text.words, strict=True))
    there = (pair for place, pair in every if place not in calls)
    for kind, pairs in groupby(there, itemgetter(0)):
        yield kind, "".join(letter for _, letter in pairs)


def _belongs(name: str, family: str) -> bool:
    """Tell whether a font, e.g. A+Noto-Sans-Italic or B+Symbola-Semi-Condensed, is of `family`."""
    plain = name[name.find("+") + 1 :]
    rest = plain.removeprefix(family).replace(",", "-").lower().removeprefix("-semi-condensed")
    return plain.startswith(family) and all(part in _STYLES for part in rest.split("-"))


_ROUNDING = 0.05  # of sizes, in pt: they are written with few decimals
_STYLES = frozenset(("", "regular", "normal", "italic", "oblique", "bold", "semi", "semibold"))
