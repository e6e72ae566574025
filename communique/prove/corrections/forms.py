"""Forms: what the words of a text have besides their letters, and what a reader gives new words.

Whoever writes a correction into a text by hand leaves alone what stays. Words in the place of
others look as these do, where all of them look alike; words between others look as both sides do,
and else plain. Then those are stressed, raised or linked of which it is said.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from communique.prove.lines import INVISIBLE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from communique.model.body import Node

Look = tuple[str, ...]
"""What is around a character, in one order: stress, languages, and where a link leads."""

LINE_END = "\n"
#: What is never drawn, but for what shapes letters that join (Unicode, 23.2).
UNSEEN = re.compile(f"(?![\u200c\u200d]){INVISIBLE.pattern}")
_PLAIN_GAPS = {None, "", " ", "\u00a0"}
_PLAIN: Look = ()
_PIECES = re.compile(r"[\w'’\-‐‑]+|\W")
_AROUND = ("emphasis", "strong", "superscript", "subscript")
#: What is not known, of stress and links; and what says either of a language and of a link.
_UNCLEAR, _IN, _TO = "?", "in ", "to "
#: What is made of the stress of words by what is said of them.
_STRESSED = {
    "plain": (),
    "both": ("emphasis", "strong"),
    **{name: (name,) for name in _AROUND},
}


class UnclearError(Exception):
    """A correction does not say what is to be done, or where."""


class Word(str):
    """A word with what it looks like; it is equal to others with the same letters.

    `looks` are those of each of its characters, `gap` the space or the end of a line before it
    (None where it is as wide as others, and may bind or not), `within` after how many of its pieces
    which notes are called.
    """

    __slots__ = ("gap", "looks", "within")
    looks: tuple[Look, ...]
    gap: str | None
    within: tuple[tuple[int, int], ...]

    def __new__(
        cls,
        text: str,
        looks: Sequence[Look],
        gap: str | None,
        within: Sequence[tuple[int, int]] = (),
    ) -> Word:
        word = super().__new__(cls, text)
        word.looks, word.gap, word.within = tuple(looks), gap, tuple(within)
        return word


@dataclass
class _Piece:
    """Letters that belong together, or another character."""

    text: str
    looks: tuple[Look, ...]
    gap: str | None


def pieces(text: str) -> int:
    """Return of how many pieces a text consists: letters that belong together, other characters."""
    return len(_PIECES.findall(text))


def around(node: Node, looks: Look) -> Look:
    """Return what is around all that a node holds, in which there are `looks`."""
    match node.kind:
        case "link":
            return _look(*looks, _TO + node.target)
        case "phrase":
            return (*looks, f"{_IN}{node.language}")
        case kind if kind in _AROUND:
            return _look(*looks, kind)
        case _:
            return looks


def _look(*parts: str) -> Look:
    """Return a look of these parts: languages in their order, then what has none."""
    others = {part for part in parts if not part.startswith(_IN)}
    return (*(part for part in parts if part.startswith(_IN)), *sorted(others))


def marked(look: Look, kind: str, address: str) -> Look:
    """Return a look after what is said of it: how it is stressed, or where it leads."""
    if kind in _STRESSED:
        kept = [part for part in look if part.startswith((_IN, _TO))]
        return _look(*kept, *_STRESSED[kind])
    kept = [part for part in look if not part.startswith(_TO)]
    return _look(*kept, *([_TO + address] if address else []))


def led(look: Look, where: Callable[[str], str]) -> Look:
    """Return a look with the address of its link as `where` gives it."""
    return tuple(
        _TO + where(part.removeprefix(_TO)) if part.startswith(_TO) else part for part in look
    )


def _common(looks: Iterable[Look]) -> Look:
    """Return what all looks have in common, and what of them is not clear.

    Raises `UnclearError` where that is the language.
    """
    every = list(looks)
    parts: list[str] = []
    languages = {tuple(part for part in look if part.startswith(_IN)) for look in every}
    links = {tuple(part for part in look if part.startswith(_TO)) for look in every}
    stress = {tuple(p for p in look if not p.startswith((_IN, _TO))) for look in every}
    if len(languages) > 1:
        raise UnclearError("it is not clear in which language words are")
    for found, unclear in ((languages, _IN), (links, _TO + _UNCLEAR), (stress, _UNCLEAR)):
        parts += [unclear] if len(found) > 1 else next(iter(found))
    return _look(*parts)


def is_same(one: Word, other: Word, gone: frozenset[int]) -> bool:
    """Tell whether two words with the same letters look alike.

    Of notes of the earlier text that are `gone`, the first one has no more calls.
    """
    places = (
        [place for place, number in one.within if number not in gone],
        [place for place, _ in other.within],
    )
    gaps = {one.gap, other.gap}
    return (
        one.looks == other.looks
        and places[0] == places[1]
        and (len(gaps) == 1 or "" in gaps or (None in gaps and gaps <= _PLAIN_GAPS))
    )


def spaced(text: str) -> list[Word]:
    """Return the words of a quotation, each with the space before it if that has its own width."""
    found = []
    for gap, word in re.findall(r"(\s?)(\S+)", text):
        found.append(Word(word, (), None if gap in _PLAIN_GAPS else gap))
    return found


def written(
    old: Sequence[Word], new: Sequence[str], before: Word | None, after: Word | None
) -> list[Word]:
    """Return `new` words as they look in the place of `old` ones, between two others.

    Raises `UnclearError` where nobody can know.
    """
    gaps = [word.gap for word in (*old, *([after] if after else []))]
    gaps = gaps if before else gaps[1:]
    if LINE_END in gaps and len(old) != len(new):
        raise UnclearError(f"it is not clear in which line “{' '.join(new or old)}” stands")
    left = list(_written(_pieces(old), _bare(new), before, after))
    found: list[Word] = []
    for number, text in enumerate(new):
        own = [left.pop(0) for _ in _PIECES.findall(text)]
        gap = own[0].gap
        if LINE_END in gaps:
            gap = old[number].gap
        elif gap == LINE_END:
            gap = " "
        within = old[number].within if len(old) == len(new) else ()
        found.append(Word(text, [look for piece in own for look in piece.looks], gap, within))
    return found


def _pieces(words: Sequence[Word]) -> list[_Piece]:
    found = []
    for word in words:
        place = 0
        for text in _PIECES.findall(word):
            looks = word.looks[place : place + len(text)]
            found.append(_Piece(text, looks, "" if place else word.gap))
            place += len(text)
    return found


def _bare(words: Sequence[str]) -> list[_Piece]:
    every = [(_PIECES.findall(word), getattr(word, "gap", None)) for word in words]
    return [
        _Piece(text, (), "" if number else gap)
        for texts, gap in every
        for number, text in enumerate(texts)
    ]


def _written(
    old: Sequence[_Piece], new: Sequence[_Piece], before: Word | None, after: Word | None
) -> Iterator[_Piece]:
    """Yield the new pieces with their looks."""
    texts, coming = ([piece.text for piece in each] for each in (old, new))
    for tag, a, b, c, d in SequenceMatcher(None, texts, coming, autojunk=False).get_opcodes():
        if tag == "equal":
            for was, piece in zip(old[a:b], new[c:d], strict=True):
                is_first = piece is new[c]
                gap = piece.gap if is_first and piece.gap == "" else was.gap
                yield _Piece(piece.text, was.looks, gap)
            continue
        left = old[a - 1].looks[-1:] if a else before.looks[-1:] if before else ()
        right = old[b].looks[:1] if b < len(old) else after.looks[:1] if after else ()
        going = {look for piece in old[a:b] for look in piece.looks}
        if a == b:
            going = {*left} if left == right and left else {_PLAIN}
        for number, piece in enumerate(new[c:d]):
            gap = old[a].gap if not number and a < b and piece.gap is None else piece.gap
            yield _Piece(piece.text, (_common(going),) * len(piece.text), gap)
