"""The text of a Word file as the Markdown of a statement (docs/authors.md, The text)."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING, TypeGuard

from communique.design import language
from communique.model.faults import DesignError
from communique.read.markdown.tables import likely_lines
from communique.word.found import Paragraph, Piece, Table
from communique.word.reading.numbering import BULLET
from communique.word.writing import inline, reading_back, tables
from communique.word.writing.points import Points

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from communique.word.found import Block, Cell, Findings, Text

_FIRST, _LAST = 2, 6
"""The levels of headings that a text may have."""
_NESTED = "    "
#: A figure with a full stop that begins a date or a sentence and no point: 3. Juli, 2026. was.
_DAY = re.compile(r"(?P<figure>\d{1,2}|\d{3,})(?P<stop>[.)]) (?P<word>[^\W\d_]*)")
_LONG = 3
_SHOWN = 12
"""Words of a paragraph that is named."""
#: Letters and figures with single spaces between them, and signs that are never marks.
_MARKLESS = re.compile(r"[^\W_]+(?:[,;%€]?(?: [–€$]?|[’-])[^\W_]+)*[,;%€]?")
#: What would begin another point inside a point: its mark gets a backslash.
_IN_POINT = re.compile(r"\A(\w{0,4})(?=[.)(+-](?:\w{1,4}\))? )")
#: How a point of a list begins that stands right below the one before.
_POINT = re.compile(r" *(?:- |\d{1,3}[.)] )")


class Writer:
    """Writes the Markdown of a `text` in the language `tag`, with the names of its `pictures`.

    What it cannot write as Word shows it goes to `findings`.
    """

    def __init__(self, text: Text, tag: str, pictures: Sequence[str], findings: Findings) -> None:
        self._text = text
        self._language = tag
        self._findings = findings
        self._files = pictures
        self._pictures = [
            f"![{inline.escaped(picture.description)}]({name})"
            for picture, name in zip(text.pictures, pictures, strict=True)
        ]
        self._months = {month.casefold() for each in (tag, "en") for month in _months(each)}
        self._headings: list[int] = []
        self._points = Points()

    def written(self) -> str:
        """Return the Markdown, with a line end at its end."""
        parts = [*filter(None, self._blocks(self._text.blocks))]
        parts += [self._note(place, note) for place, note in enumerate(self._text.notes, start=1)]
        written = ""
        for before, part in pairwise(("", *parts)):
            closer = _POINT.match(part) and _POINT.match(before)
            written += ("\n" if closer else "\n\n" * bool(written)) + part
        return written + "\n" * bool(written)

    def _level(self, heading: int) -> int:
        """Return the level of our next heading for Word's: none is skipped, the first is 2."""
        while self._headings and self._headings[-1] >= heading:
            self._headings.pop()
        self._headings.append(heading)
        return min(_FIRST + len(self._headings) - 1, _LAST)

    def _blocks(self, blocks: Sequence[Block]) -> Iterator[str]:
        place = 0
        while place < len(blocks):
            block = blocks[place]
            following = blocks[place + 1] if place + 1 < len(blocks) else None
            last = blocks[place + 2] if place + 2 < len(blocks) else None
            if isinstance(block, Table):
                self._points.end()
                yield tables.written(block, self._cell)
                if _is_source(following) and not isinstance(last, Table):
                    yield f": {self._line(following)}"
                    place += 1
            elif _is_caption(block) and isinstance(following, Table):
                yield f": {self._line(block)}"
            elif self._is_figure(block) and (caption := self._caption(following)):
                yield self._line(block).removesuffix(")") + f' "{caption}")'
                place += 1
            else:
                yield self._paragraph(block)
            place += 1

    def _paragraph(self, block: Paragraph) -> str:
        if not block.pieces:  # a number with nothing behind it
            return inline.escaped(block.label, inline.STRICTNESS[-1])
        words = self._line(block)
        if block.heading:
            self._points.end()
            label = f"{inline.escaped(block.label)} " if block.label not in ("", BULLET) else ""
            return f"{'#' * self._level(block.heading)} {label}{words}"
        if block.label:
            return self._point(block, words)
        self._points.end()
        lines = words.split("\n")
        if block.style == "quote":
            return "\n".join(f"> {line}" for line in lines)
        if block.align == "center" and not self._is_figure(block):
            return "\n".join(f"-> {line.removesuffix(chr(92))} <-" for line in lines)
        if block.align == "right":
            self._findings.tell("lines on the right begin at the edge now")
        return words

    def _point(self, block: Paragraph, words: str) -> str:
        """Return a point of a list, nested by how far it is set in."""
        depth = self._points.depth(block.label, block.indent)
        mark = "-" if block.label == BULLET else self._label(block.label)
        inside = _NESTED * depth
        between = "" if unicodedata.east_asian_width(mark[-1]) in "WF" else " "
        return f"{inside}{mark}{between}{words}".replace("\n", f"\n{inside}  ")

    def _label(self, label: str) -> str:
        """Return a number as it stands before its words: escaped, unless it begins a point."""
        return label if re.fullmatch(r"[\w.()\-\u2013)]+", label) else inline.escaped(label)

    def _line(self, block: Paragraph, *, in_table: bool = False) -> str:
        """Return the words of a paragraph as Markdown that is read back as they are."""
        if words := _without_marks(block.pieces, self._language):
            return words
        pieces = self._pieces(block)
        raised = inline.raised_as_can_be(pieces)
        if [each.raised for each in raised] != [each.raised for each in pieces]:
            self._findings.settle(block.number, "raised or lowered words stand on the line now")
        plain = [replace(each, strong=False, emphasis=False, raised="") for each in raised]
        for styled in (raised, plain):
            for strictness in inline.STRICTNESS:
                found = inline.written(styled, self._pictures, strictness)
                found = _IN_POINT.sub(r"\1\\", found) if block.label else self._no_point(found)
                if reading_back.is_read_as(found, styled):
                    if styled is plain and plain != raised:
                        self._findings.settle(block.number, "stressed words are not stressed now")
                    return found.replace("|", "\\|") if in_table else found
        said = " ".join(block.words.split()[:_SHOWN])
        self._findings.settle(block.number, f"this may be read otherwise than in Word: {said}")
        return found.replace("|", "\\|") if in_table else found

    def _pieces(self, block: Paragraph) -> list[Piece]:
        """Return the pieces of a paragraph with the links that a statement can have."""
        pieces = list(block.pieces)
        if block.heading:
            if any(each.kind == "break" for each in inline.tidied(pieces)):
                self._findings.tell("line ends in headings became spaces")
            pieces = [inline.on_one_line(each) for each in pieces]
        links = {each.link for each in pieces if each.link}
        wrong = {link for link in links if not reading_back.is_link(link)}
        for each in sorted(wrong):
            said = " ".join("".join(one.text for one in pieces if one.link == each).split())
            self._findings.settle(block.number, f"this link to {each} was left out: {said}")
        pieces = [replace(each, link="") if each.link in wrong else each for each in pieces]
        return inline.in_language(inline.tidied(pieces), self._language)

    def _no_point(self, words: str) -> str:
        """Return words that begin neither a point, as a date may, nor the source of a table."""
        if words.startswith(":"):  # below a table it would be the source
            return f"\\{words}"
        match = _DAY.match(words)
        if match and (len(match["figure"]) >= _LONG or match["word"].casefold() in self._months):
            return f"{match['figure']}\\{words[match.end('figure') :]}"
        return words

    def _is_figure(self, block: Block | None) -> bool:
        """Tell whether a paragraph is nothing but one picture."""
        if not isinstance(block, Paragraph):
            return False
        return [each.kind for each in inline.tidied(block.pieces)] == ["picture"]

    def _caption(self, block: Block | None) -> str:
        """Return the caption below a picture as it is written in quotes, or nothing."""
        if not isinstance(block, Paragraph) or block.style != "caption":
            return ""
        if any(each.kind != "text" for each in block.pieces):
            return ""
        label = f"{block.label} " * bool(block.label)
        return (label + block.words).replace("\\", "\\\\").replace('"', '\\"')

    def _cell(self, cell: Cell) -> str:
        lines = []
        for block in cell.paragraphs:
            if not block.pieces:
                lines.append(block.label)
                continue
            words = self._line(block, in_table=True).replace("\\\n", "<br>")
            lines.append(f"{inline.escaped(block.label)} {words}" if block.label else words)
        joined = "<br>".join(lines)
        is_mark = joined == tables.FROM_ABOVE
        return inline.escaped(joined, inline.STRICTNESS[-1]) if is_mark else joined

    def _note(self, number: int, blocks: Sequence[Block]) -> str:
        kept = []
        for block in blocks:
            if isinstance(block, Table):
                self._findings.settle(block.number, "a table in a note became lines")
                for row in block.rows:
                    words = "; ".join(one.words for cell in row for one in cell.paragraphs)
                    kept.append(inline.escaped(words))
            else:
                kept.append(self._paragraph(replace(block, align="", heading=0, style="")))
        inner = "\n\n".join(kept).replace("\n", f"\n{_NESTED}").replace(f"\n{_NESTED}\n", "\n\n")
        return f"[^{number}]: {inner}"


def _without_marks(pieces: Sequence[Piece], language: str) -> str:
    """Return the words of `pieces` in which nobody could see a mark, or nothing.

    They need not be read back one by one, which takes long in tables of thousands of cells.
    """
    if len(pieces) != 1 or pieces[0] != Piece(pieces[0].text, language=language):
        return ""
    return pieces[0].text if _MARKLESS.fullmatch(pieces[0].text) else ""


def _is_caption(block: Paragraph) -> bool:
    """Tell whether a paragraph above a table is its caption: by its style, or by its words."""
    return block.style == "caption" or (
        not (block.label or block.heading or block.style) and likely_lines.is_caption(block.words)
    )


def _is_source(block: Block | None) -> TypeGuard[Paragraph]:
    """Tell whether a paragraph below a table is its source, by its words."""
    if not isinstance(block, Paragraph) or block.label or block.heading:
        return False
    return likely_lines.is_source(block.words)


def _months(tag: str) -> tuple[str, ...]:
    """Return the names of the months in a language, or none where it has no file."""
    try:
        return language.load(tag).months
    except DesignError:
        return ()
