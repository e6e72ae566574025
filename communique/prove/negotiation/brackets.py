"""Brackets: a negotiation print counts its passages rightly, and sets each word of them apart.

They are counted here anew, in what the pages have to say, and in another way than by who marks
them: by their first brackets, once those of quotations are taken away.
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from communique.content.expected import turn
from communique.design import negotiation
from communique.prove.negotiation.as_read import texts_as_read
from communique.prove.negotiation.names import UNDER, Names
from communique.prove.words import expected, short

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from communique.content.content import Content, Version
    from communique.content.text import Text
    from communique.model.faults import Faults
    from communique.pdf_reading.reading import Reading

NAME = "negotiation"
#: What is none of a negotiator's: what is left out of a quotation, a remark on it, a letter.
#: In Chinese and its like one character is a word (Unicode, blocks from Radicals to Hangul).
_ONE = r"\[(?![\u2e80-\ud7ff\uf900-\ufaff\U00020000-\U0003ffff])[^\W\d_]\]"
_OTHERS = re.compile(
    rf"\[(?:\s*(?:\.\s?){{3}}|\s*…\s*|sic[.!]?)\]|\b{_ONE}|{_ONE}\b", re.IGNORECASE
)
_LETTER = re.compile(_ONE)
#: Points in the name of what they stand below.
_POINTS = re.compile(r"(?: \([^()]+\))+$")
_TITLE, _LABEL, _NOTHING = "H1", "Lbl", "nothing was delivered"


class _Place(NamedTuple):
    """A text that may have brackets: those of title, text and each note are in pairs apart."""

    apart: int
    """-1 for the title, -2 for the subtitle, 0 for the text, and the number of a note."""
    paragraph: str
    text: Text


def all_marked(content: Content, reading: Reading, faults: Faults) -> None:
    """Note words in brackets that are not set apart, and what the facts say wrongly of them."""
    if turn(content) == NAME:
        for version in content.versions:
            places = _of(version, content, reading)
            _note_unmarked(places, faults)
            read = texts_as_read(content, version, [place.text for place in places])
            line = version.statement.lines.get("subtitle", 0)
            _note_miscounted(version, _places(read, line) if read else places, faults)


def _of(version: Version, content: Content, reading: Reading) -> list[_Place]:
    """Return the texts of a version that may have brackets."""
    every = expected(content, reading)
    line = version.statement.lines.get("subtitle", 0)
    return _places((text for text in every if text.path == version.statement.path), line)


def _note_unmarked(places: Sequence[_Place], faults: Faults) -> None:
    """Do so for words that are not set apart in these `places`."""
    open_: dict[int, int] = {}
    for apart, _, text in places:
        inside, _, open_[apart] = _inside(text, open_.get(apart, 0))
        if text.of_body and not inside.keys() <= _set_apart(text):
            wrong = f"words in brackets are not set apart: {short(text.words)}"
            faults.add(text.line, "stress", wrong, _NOTHING, path=text.path)


def _note_miscounted(version: Version, places: Sequence[_Place], faults: Faults) -> None:
    """Do so for the facts of a version, whose texts have these `places`."""
    turned = version.statement.turned
    count, numbers = 0, dict[str, None]()
    open_: dict[int, int] = {}
    for apart, paragraph, text in places:
        inside, begun, open_[apart] = _inside(text, open_.get(apart, 0))
        count += begun
        if inside and paragraph:
            numbers[paragraph] = None
    words = version.language.file.negotiation
    named = [*_in_order(numbers, places)]
    due = negotiation.fact(words, version.language, count, named) if words else None
    if due and (turned is None or due not in turned.facts):
        wrong = f"the facts do not say: {due[1]}"
        faults.add(1, "words", wrong, _NOTHING, path=version.statement.path)


def depths(content: Content, reading: Reading) -> Iterator[tuple[Text, dict[int, int]]]:
    """Yield each text that may have brackets, and how deep in them each of its places is, from 1.

    A place that is in none is left out.
    """
    for version in content.versions:
        open_: dict[int, int] = {}
        for apart, _, text in _of(version, content, reading):
            inside, _, open_[apart] = _inside(text, open_.get(apart, 0))
            yield text, inside


def _in_order(numbers: Iterable[str], places: Sequence[_Place]) -> Iterator[str]:
    """Yield those of the paragraphs that have brackets in the order in which they are read."""
    every = dict.fromkeys(place.paragraph for place in places)
    return (paragraph for paragraph in every if paragraph in set(numbers))


def _places(texts: Iterable[Text], subtitle: int = 0) -> list[_Place]:
    """Return the texts that may have brackets, each with the paragraph that it belongs to.

    `subtitle` is the line of that. Paragraphs are named with their headings where there are two of
    one number under two of these.
    """
    every = list(_all_places(texts, subtitle))
    under = {place.paragraph for place in every if place.paragraph}
    counts = Counter(name.rpartition(UNDER)[2] for name in under)
    alone = all(count == 1 for count in counts.values())

    def named(paragraph: str) -> str:
        heading, _, number = paragraph.rpartition(UNDER)
        if alone or not (heading and number):
            return number
        end = len(_POINTS.sub("", number))
        return f"{heading} ({number[:end]}){number[end:]}"

    return [place._replace(paragraph=named(place.paragraph)) for place in every]


def _all_places(texts: Iterable[Text], subtitle: int) -> Iterator[_Place]:
    """Yield them, each with its heading and its number, or else its first words."""
    apart, names = 0, Names()
    called: dict[int, str] = {}
    for text, after in pairwise([*texts, None]):
        assert text is not None  # noqa: S101  # the last one alone
        if not text.of_body:
            if text.role == _TITLE:
                yield _Place(-1, "", text)
            elif subtitle and text.line == subtitle:
                yield _Place(-2, "", text)
        elif text.role == _LABEL and text.within != "note":
            if after and after.within == "note" and text.words.isdecimal():
                apart = int(text.words)
            else:
                names.count(text)
        elif text.within == "note":
            if text.role != _LABEL:
                yield _Place(apart, called.get(apart, ""), text)
        else:
            name = names.of(text)
            for begin, end in text.calls:
                called.setdefault(int(text.words[begin:end]), name)
            yield _Place(0, name, text)


def _inside(text: Text, depth: int) -> tuple[dict[int, int], int, int]:
    """Return how deep each place of a text in brackets is, how many passages begin and are open.

    So many are open where it begins: `depth`.
    """
    words = _OTHERS.sub(lambda match: "·" * len(match[0]), text.words)
    if text.within == "quotation":
        words = _LETTER.sub("···", words)
    found: dict[int, int] = {}
    for place, character in enumerate(words[text.number :], start=text.number):
        depth += character == "["
        if depth > 0 and not character.isspace():
            found[place] = depth
        depth -= character == "]"
    return found, words.count("["), depth


def _set_apart(text: Text) -> set[int]:
    """Return the places of a text that are stressed, and those of the calls of notes."""
    spans = (*text.stress, *text.calls)
    return {place for begin, end in spans for place in range(begin, end)}
