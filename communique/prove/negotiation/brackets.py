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
from communique.prove.negotiation.counting import written
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
#: What marks a point, without the brackets and stops around it.
_BARE = re.compile(r"\w(?:.*\w)?")
#: Points in the name of what they stand below.
_POINTS = re.compile(r"(?: \([^()]+\))+$")
#: The number that a paragraph has.
_NUMBER = re.compile(r"\d[^.)]*(?:\.\d[^.)]*)*")
#: A heading with a number, as articles have; of others so many characters are shown.
_HEADED, _SHOWN = re.compile(r"[^0-9]{0,16}[0-9]+(?:[^\W\d_]\b)?"), 30
#: What stands between a heading and the number of a paragraph, and in no text.
_UNDER = "\0"
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
            _all_marked(version, _of(version, content, reading), faults)


def _of(version: Version, content: Content, reading: Reading) -> list[_Place]:
    """Return the texts of a version that may have brackets."""
    every = expected(content, reading)
    line = version.statement.lines.get("subtitle", 0)
    return _places((text for text in every if text.path == version.statement.path), line)


def _all_marked(version: Version, places: Sequence[_Place], faults: Faults) -> None:
    """Do so for a version, whose texts have these `places`."""
    turned = version.statement.turned
    count, numbers = 0, dict[str, None]()
    open_: dict[int, int] = {}
    for apart, paragraph, text in places:
        inside, begun, open_[apart] = _inside(text, open_.get(apart, 0))
        count += begun
        if inside and paragraph:
            numbers[paragraph] = None
        if text.of_body and not inside.keys() <= _set_apart(text):
            wrong = f"words in brackets are not set apart: {short(text.words)}"
            faults.add(text.line, "stress", wrong, _NOTHING, path=text.path)
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
    counts = Counter(name.rpartition(_UNDER)[2] for name in under)
    alone = all(count == 1 for count in counts.values())

    def named(paragraph: str) -> str:
        heading, _, number = paragraph.rpartition(_UNDER)
        if alone or not (heading and number):
            return number
        end = len(_POINTS.sub("", number))
        return f"{heading} ({number[:end]}){number[end:]}"

    return [place._replace(paragraph=named(place.paragraph)) for place in every]


def _all_places(texts: Iterable[Text], subtitle: int) -> Iterator[_Place]:
    """Yield them, each with its heading and its number, or else its first words."""
    apart, names = 0, _Names()
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


class _Names:
    """What paragraphs and points are called, with their headings, as they are read."""

    def __init__(self) -> None:
        self.heading = self.number = self.paragraph = self.called = ""
        self.around: str | None = None
        self.points: dict[int, str] = {}

    def count(self, label: Text) -> None:
        """Take the marker of a point, which may stand in another one or below a paragraph."""
        depth, match = label.points or 1, _BARE.search(label.words)
        above = self.points.get(depth - 1, self.called)
        marker = match[0] if match else ""
        if depth == 1 and marker[:1].isdecimal():
            if self.around is None:
                self.around = "" if _is_next(marker, self.paragraph) else self.paragraph
            above = self.around
        is_whole = not above or marker.startswith(above + ".")
        self.number = marker if is_whole else f"{above} ({marker})" if marker else above
        self.points[depth] = self.number

    def of(self, text: Text) -> str:
        """Return what a text is called, or the paragraph or point that it is in."""
        if text.role[:1] == "H":
            self.heading, self.number, self.paragraph = _first(text), "", ""
            self.begin("")
        elif text.within == "text" and not text.depth and text.role == "P":
            self.paragraph = _own(text)
            self.number = self.paragraph or _beginning(text)
            self.begin(self.number)
        elif text.points:
            self.number = self.points.get(text.points, self.number)
        return f"{self.heading}{_UNDER}{self.number}" if self.number else ""

    def begin(self, called: str) -> None:
        """Take what points are called by from here on where they have no number of their own."""
        self.called, self.around = called, None
        self.points.clear()


def _is_next(number: str, paragraph: str) -> bool:
    """Tell whether a point has the number after that of the paragraph before it: 6, or 5 bis."""
    one, other = (re.match(r"\d+", each) for each in (paragraph, number))
    if one is None or other is None:
        return True
    return int(other[0]) == int(one[0]) + (other[0] == number)


def _beginning(text: Text) -> str:
    """Return the first three words of a paragraph, or of them 24 characters."""
    words = _without_calls(text).split()
    begin = " ".join(words[:3])[:24].strip()
    return begin + " …" * (begin != " ".join(words))


def _without_calls(text: Text) -> str:
    calls = {place for begin, end in text.calls for place in range(begin, end)}
    return "".join(each for place, each in enumerate(text.words) if place not in calls)


def _first(heading: Text) -> str:
    """Return the first words of a heading, up to a number near its beginning, or a part of it."""
    words = _without_calls(heading)
    match = _HEADED.match(words)
    return (match[0] if match else words[:_SHOWN]).strip()


def _own(text: Text) -> str:
    """Return the number of a paragraph that has one before or among its first words, or nothing."""
    match = _NUMBER.match(text.words[: text.number])
    return match[0] if match else written(text.words)


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
