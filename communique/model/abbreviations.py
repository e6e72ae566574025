"""Abbreviations: found in a text, they become nodes that say what they stand for."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING

from communique.model.body import Node

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence, Set

    from communique.model.body import Body

#: How the names of letters begin whose scripts have no spaces between words (UAX 14, ID and SA).
_UNSPACED = frozenset(
    [
        "BOPOMOFO",
        "CJK",
        "HALFWIDTH",
        "HIRAGANA",
        "IDEOGRAPHIC",
        "KATAKANA",
        "KATAKANA-HIRAGANA",
        "KHMER",
        "LAO",
        "MYANMAR",
        "THAI",
    ]
)
#: What may be raised or lowered in an abbreviation, with its marks: CO~2~.
_MARKED = re.compile(r"([~^])([^\W_]{1,4})\1")
_LOWERED = re.compile(r"~(\d{1,4})~")
#: What an abbreviation may be made of, with its marks.
_MARKS = {"text": "", "superscript": "^", "subscript": "~"}


def plain(short: str) -> str:
    """Return an abbreviation without marks of superscripts and subscripts, in NFC."""
    return unicodedata.normalize("NFC", _MARKED.sub(r"\2", short))


def _sign(written: str) -> str:
    """Return what an abbreviation, written with its marks, has in common with its other forms.

    Chemists write CO2 for CO₂. Fewer than two capitals may be something else: H2, a half of a year.
    """
    capitals = sum(letter.isupper() for letter in written)
    marked = _LOWERED.sub(r"\1", written) if capitals > 1 else written
    return unicodedata.normalize("NFC", marked.strip())


def _written(nodes: Sequence[Node]) -> str:
    """Return what nodes say, with the marks of what is raised or lowered."""
    marks = (_MARKS.get(node.kind, "") for node in nodes)
    return "".join(f"{mark}{node.plain}{mark}" for mark, node in zip(marks, nodes, strict=True))


def explained(body: Body, abbreviations: Mapping[str, str]) -> Body:
    """Return a text with its `abbreviations` as nodes that say what they stand for.

    They are found as they are written, and one with two capitals or more whether its figures are
    lowered or not.
    """
    if not abbreviations:
        return body
    meanings = {_sign(short): meaning for short, meaning in abbreviations.items()}
    words = {
        unicodedata.normalize(form, plain(short))
        for short in abbreviations
        for form in ("NFC", "NFD")  # the text may have either
    } | {_MARKED.sub(r"\2", short) for short in abbreviations}
    letters = frozenset("".join(node.text for node in body.walk()))
    longest_first = sorted(words, key=lambda short: (-len(short), short))
    pattern = re.compile(f"({'|'.join(_apart(short, letters) for short in longest_first)})")

    def every(nodes: Sequence[Node]) -> Iterator[Node]:
        for written, run in groupby(nodes, lambda node: node.kind in _MARKS):
            if written:
                yield from explain(list(run))
            else:
                yield from (replace(node, children=tuple(every(node.children))) for node in run)

    def explain(run: Sequence[Node]) -> Iterator[Node]:
        rest = list(run)
        for part in _held(pattern.split("".join(node.plain for node in run))):
            own, rest = _parted(rest, len(part))
            target = meanings.get(_sign(_written(own)))
            if target and "".join(node.plain for node in own) == part:
                yield Node("abbreviation", own[0].line, tuple(own), target=target)
            else:
                yield from own
        yield from rest

    notes = tuple(replace(note, children=tuple(every(note.children))) for note in body.notes)
    return replace(body, children=tuple(every(body.children)), notes=notes)


def _parted(nodes: Sequence[Node], place: int) -> tuple[list[Node], list[Node]]:
    """Return what of `nodes` stands before a place in their text, and what after it.

    Texts are parted there. What is raised or lowered is not, and belongs to what is before it.
    """
    before: list[Node] = []
    for number, node in enumerate(nodes):
        if place <= 0:
            return before, list(nodes[number:])
        length = len(node.plain)
        if node.kind == "text" and place < length:
            one, other = (
                replace(node, text=part) for part in (node.text[:place], node.text[place:])
            )
            return [*before, one], [other, *nodes[number + 1 :]]
        before.append(node)
        place -= length
    return before, []


def _apart(short: str, letters: Set[str]) -> str:
    """Return the pattern of `short` where it is no part of a longer word, in a text of `letters`.

    Letters of another script may touch it, and so may those of scripts without spaces between
    words: 遵守IALA的.
    """
    own = {_script(letter) for letter in short if letter.isalpha()}
    joining = {
        letter
        for letter in letters
        if letter == "_"
        or letter.isdigit()
        or (letter.isalnum() and _script(letter) in (own or {_script(letter)}) - _UNSPACED)
    }
    around = f"[{''.join(map(re.escape, sorted(joining)))}]" if joining else r"[^\s\S]"
    return f"(?<!{around}){re.escape(short)}(?!{around})"


def _script(letter: str) -> str:
    """Return what the name of a character begins with, for letters that of their script."""
    return unicodedata.name(letter, "").partition(" ")[0]


def _held(parts: Sequence[str]) -> list[str]:
    """Join a lone space to the part beside it: the engine would not draw it, nor have it read."""
    held: list[str] = []
    space = ""
    for part in filter(None, parts):
        if not part.isspace():
            held.append(space + part)
            space = ""
        elif held:
            held[-1] += part
        else:
            space = part
    return held or [space]
