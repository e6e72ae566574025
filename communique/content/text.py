"""A text that is read in one go, and how an output says what it cannot show."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from communique.bidi.paragraph import OBJECT, Paragraph, Span, levels
from communique.model.addresses import within

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from communique.model.values import Phrase

Run = tuple[str, str]
"""Words, and the language (BCP 47) they are in."""

Inner = tuple[str, int, int]
"""A structure type within a text, and where in the text its words begin and end."""


#: Structure types (ISO 32000-1, 14.8.4.3.2).
_HEADINGS = frozenset(f"H{level}" for level in range(2, 7))


class Cell(NamedTuple):
    """Where in a table a cell stands, and how."""

    table: int
    """Which of the tables of its text it is: two may come from one line of two versions."""
    in_head: bool
    """Whether it stands in the head of the table, above its columns."""
    right: bool
    """Whether it is set to the right."""


@dataclass(frozen=True)
class Text:
    """A text that is read in one go: its words, how it is tagged, and where it comes from."""

    runs: tuple[Run, ...]
    role: str
    """The structure type that holds it (ISO 32000-1, 14.8.4)."""
    line: int
    path: Path
    rtl: bool = False
    """Whether it is part of a text that runs from right to left."""
    within: str = ""
    """Where in the text of the statement it stands: text, quotation, note; nothing elsewhere."""
    of_body: bool = False
    """Whether it is one of the text of the statement or its notes."""
    points: int = 0
    """How many points it stands in, one inside the other."""
    depth: int = 0
    """How many points, quotations and notes it stands in."""
    centred: bool = False
    """Whether each line stands in the middle."""
    cell: Cell | None = None
    """Where in a table it stands, if it is a cell."""
    stress: tuple[tuple[int, int], ...] = ()
    """Where in the text those of its words begin and end that are stressed, in any way."""
    inner: tuple[Inner, ...] = ()
    """Its links and abbreviations, and in PDF 2.0 what is stressed, in reading order."""
    number: int = 0
    """How many of its characters are the number of the paragraph."""
    line_ends: tuple[int, ...] = ()
    """After how many of its characters its author ends a line."""
    arabic: bool = False
    """Whether it is part of a text in the Arabic script."""
    isolates: tuple[Span, ...] = ()
    """Its parts that stand by themselves, such as names, each with its direction."""
    whole: tuple[tuple[int, int], ...] = ()
    """Where its links and abbreviations begin and end, which are not torn apart."""
    calls: tuple[tuple[int, int], ...] = ()
    """Where the numbers that call notes begin and end."""
    signs: tuple[tuple[int, int], ...] = ()
    """Where the signs begin and end that are printed around what was inserted or deleted."""
    note: int = 0
    """The number of the note that it is of, -1 of the heading above all notes, 0 of all else."""
    passages: tuple[Span, ...] = ()
    """Its parts in another language that run against what is around them, the outer ones first."""

    @property
    def words(self) -> str:
        """All its words."""
        return "".join(words for words, _ in self.runs)

    @property
    def heads(self) -> bool:
        """Whether it heads other texts or columns, and may be bold or slanted as a whole."""
        return self.role in _HEADINGS or (self.cell is not None and self.cell.in_head)

    def levels(self) -> list[tuple[str, int]]:
        """Return its characters, those of a call together, each with its level (UAX 9).

        What stands by itself is a paragraph of its own, and so is the number of a paragraph, and
        what an author begins on a new line.
        """
        base = "rtl" if self.rtl else "ltr"
        own = {span[:2]: span.direction for span in self.isolates}
        lines = (end + self.words.startswith(" ", end) for end in self.line_ends)
        edges = {0, self.number, *lines, *(edge for pair in own for edge in pair), len(self.words)}
        result: list[tuple[str, int]] = []
        for begin, end in pairwise(sorted(edges)):
            direction = own.get((begin, end), base)
            inwards = 2 if (direction, base) == ("ltr", "rtl") else 0
            part = self._part(begin, end, direction)
            result += [(characters, level + inwards) for characters, level in part]
        return result

    def _part(self, begin: int, end: int, direction: str) -> list[tuple[str, int]]:
        """Return the characters of a part of it that is a paragraph, each with its level."""
        inside = [(a - begin, b - begin) for a, b in self.calls if begin <= a < b <= end]
        parts = list(self.words[begin:end])
        shown = list(parts)
        for a, b in reversed(inside):
            parts[a:b] = ["".join(parts[a:b])]
            shown[a:b] = [OBJECT]

        def place(character: int) -> int:
            return character - begin - sum(b - a - 1 for a, b in inside if b <= character - begin)

        whole = tuple((place(a), place(b)) for a, b in self.whole if begin <= a < b <= end)
        passages = tuple(
            span._replace(begin=place(max(span.begin, begin)), end=place(min(span.end, end)))
            for span in self.passages
            if span.begin < end and begin < span.end
        )
        paragraph = Paragraph("".join(shown), direction, self.arabic, passages, whole=whole)
        return list(zip(parts, levels(paragraph), strict=True))


def with_links(text: Text) -> Text:
    """Return a text of which each address is a link; none goes on in the author's next line."""
    lines = pairwise((0, *text.line_ends, len(text.words)))
    places = [
        (start + address.begin, start + address.end)
        for start, end in lines
        for address in within(text.words[start:end])
    ]
    return replace(text, inner=tuple(("Link", *place) for place in places), whole=tuple(places))


def as_link(text: Text) -> Text:
    """Return a text that is a link as a whole."""
    return replace(text, inner=(("Link", 0, len(text.words)),))


class Marks(NamedTuple):
    """How an output says what it cannot show, each a pattern with {}; nothing is not said."""

    call: str = "{}"
    """The number of a note, where it is called and before its text."""
    picture: str = "{}"
    """What stands for a picture that is a text by itself."""
    within: str = ""
    """What stands for a picture within a text, in its place; without it, it is one by itself."""
    address: str = ""
    """Where a link leads, after its words."""
    schemes: bool = True
    """Whether that begins with ``mailto:`` and ``tel:``, too."""
    raised: str = ""
    """The figures of superscripts, from 0 to 9, where these are characters of their own."""
    lowered: str = ""
    """Those of subscripts likewise."""
    rule: str = ""
    """A break in the text without words."""
    contents: bool = False
    """Whether it has lists of contents without having pages."""


def joined(parts: Sequence[Phrase | str], between: str) -> list[Phrase | str]:
    """Return the `parts` that are not empty with `between` between them."""
    found: list[Phrase | str] = []
    for part in parts:
        if part:
            found += [between, part] if found else [part]
    return found
