"""What paragraphs and points are called, found for the proof alone."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from communique.prove.negotiation.counting import written

if TYPE_CHECKING:
    from communique.content.text import Text

#: What marks a point, without the brackets and stops around it.
_BARE = re.compile(r"\w(?:.*\w)?")
#: The number that a paragraph has.
_NUMBER = re.compile(r"\d[^.)]*(?:\.\d[^.)]*)*")
#: A heading with a number, as articles have; of others so many characters are shown.
_HEADED, _SHOWN = re.compile(r"[^0-9]{0,16}[0-9]+(?:[^\W\d_]\b)?"), 30
UNDER = "\0"
"""What stands between a heading and the number of a paragraph, and in no text."""


class Names:
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
                self.around = "" if is_next(marker, self.paragraph) else self.paragraph
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
        return f"{self.heading}{UNDER}{self.number}" if self.number else ""

    def begin(self, called: str) -> None:
        """Take what points are called by from here on where they have no number of their own."""
        self.called, self.around = called, None
        self.points.clear()


def is_next(number: str, paragraph: str) -> bool:
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
