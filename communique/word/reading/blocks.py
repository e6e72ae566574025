"""The text of a Word file as paragraphs and tables, in its order, with its notes."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Literal

from communique.word.found import Cell, Paragraph, Table, Text
from communique.word.reading.drawings import Drawings
from communique.word.reading.numbering import BULLET, NONE, Numbering, indent
from communique.word.reading.package import NAMESPACES, W
from communique.word.reading.revisions import PARAGRAPH
from communique.word.reading.runs import Runs, chosen
from communique.word.reading.styles import Styles, on

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lxml import etree

    from communique.word.found import Block, Findings
    from communique.word.reading.numbering import Label
    from communique.word.reading.package import Package

_MC = f"{{{NAMESPACES['mc']}}}"
_BODY_TEXT = 9
"""The outline level of what is no heading (17.3.1.20)."""
_HEADING = re.compile("heading ([1-9])")
_STYLES: dict[str, Literal["title", "subtitle", "caption", "quote"]] = {
    "title": "title",
    "subtitle": "subtitle",
    "caption": "caption",
    "quote": "quote",
    "intense quote": "quote",
    "block text": "quote",
}
#: A bullet that was typed, as it is pasted from elsewhere or made before lists were.
_TYPED = re.compile("[•·▪■●○◦‣][\t ]+|[–o-]\t(?![\\d.,])")
_MOST_COLUMNS = 63
#: What stands around parts of a text, and is none itself.
_AROUND = tuple(f"{W}{tag}" for tag in ("sdt", "sdtContent", "customXml", "smartTag"))
_CALLS = ("footnote", "endnote")


class Reader:
    """Reads the text of a `package`, whose XML has been given: `document` and its `notes`.

    What has to be said of it goes to `findings`.
    """

    def __init__(
        self,
        package: Package,
        document: etree._Element,
        notes: dict[str, etree._Element],
        findings: Findings,
    ) -> None:
        self._findings = findings
        self._document = document
        self._styles = Styles(package.part("styles"))
        self._numbering = Numbering(package.part("numbering"), self._styles)
        self._notes = {
            (kind, str(note.get(f"{W}id"))): note
            for kind, part in notes.items()
            for note in part.iterfind(W + kind)
            if note.get(f"{W}type", "normal") == "normal"
        }
        self._places: dict[tuple[str, str], int] = {}
        self._text = Text()
        pictures = self._text.pictures
        self._drawings = Drawings(package, package.relations, findings, pictures)
        self._runs = Runs(self._styles, package.relations, self._drawings, self._note, findings)
        self._runs_of = {
            kind: Runs(
                self._styles,
                package.relations_of(name),
                Drawings(package, package.relations_of(name), findings, pictures),
                lambda *_: None,
                findings,
            )
            for kind in _CALLS
            for name in package.parts(f"{kind}s")
        }

    def read(self) -> Text:
        """Return the text with its notes; the reader is used up then."""
        self._text.blocks = list(self._blocks(self._document, self._runs))
        if any(runs.is_open for runs in (self._runs, *self._runs_of.values())):
            wrong = "a field has no end, so it is not known which words are shown"
            self._findings.faults.add(1, "field", wrong, "open it in Word and save it again")
        if self._runs.contents:
            self._text.contents = True
            self._findings.tell("a list of contents was left out: `contents: true` makes one")
        for note in self._notes.keys() - self._places.keys():
            words = "".join(each.text or "" for each in self._notes[note].iter(f"{W}t"))
            self._findings.settle(0, f"a note that is called nowhere was left out: {words}")
        return self._text

    def _note(self, kind: str, name: str) -> int | None:
        """Return the place among all of a note that is called; it is read at its first call."""
        if (found := self._notes.get((kind, name))) is None:
            return None
        if (kind, name) not in self._places:
            self._places[kind, name] = len(self._text.notes)
            self._text.notes.append([])
            if kind == "endnote":
                self._findings.tell("notes at the end became notes at the foot of the page")
            blocks = list(self._blocks(found, self._runs_of[kind]))
            self._text.notes[self._places[kind, name]] = blocks
        return self._places[kind, name]

    def _blocks(self, parent: etree._Element, runs: Runs) -> Iterator[Block]:
        for child in parent:
            if child.tag == f"{W}p":
                if (found := self._paragraph(child, runs)) is not None:
                    yield found
            elif child.tag == f"{W}tbl":
                yield from self._table(child, runs)
            elif child.tag == f"{W}altChunk":
                wrong = "another file is put in here, which cannot be read"
                instead = "save it in Word under another name, and import that file"
                self._findings.faults.add(_before(child), "altChunk", wrong, instead)
            elif child.tag == f"{_MC}AlternateContent":
                yield from self._blocks(chosen(child), runs)
            elif child.tag == f"{W}subDoc":
                wrong = "a part of a master document stands here, which cannot be read"
                instead = "put its words in its place in Word"
                self._findings.faults.add(_before(child), "subDoc", wrong, instead)
            elif child.tag in _AROUND:
                yield from self._blocks(child, runs)

    def _paragraph(self, paragraph: etree._Element, runs: Runs) -> Paragraph | None:
        """Return a paragraph, or None for one without words, pictures and notes."""
        number = int(paragraph.get(PARAGRAPH, "0"))
        pieces = runs.pieces(paragraph)
        label = self._label(paragraph, number)  # Word counts an empty one, too
        if not any(each.kind != "text" or each.text.strip() for each in pieces):
            empty = label.text in ("", BULLET)
            return None if empty else Paragraph(number, (), label.text, label.indent)
        names = self._styles.names(self._styles.of(paragraph))
        if "toc heading" in names:
            self._runs.contents.append(" ")
            return None
        if not label.text and (match := _TYPED.match(pieces[0].text)):
            pieces = (replace(pieces[0], text=pieces[0].text[match.end() :]), *pieces[1:])
            label = label._replace(text=BULLET)
            self._findings.tell("points whose bullets were typed became points of a list")
        if any("\t" in each.text.strip("\t") for each in pieces if each.kind == "text"):
            self._findings.tell("tabs became spaces")
        has_words = any(each.kind == "text" and each.text.strip() for each in pieces)
        heading = self._heading(paragraph, names) if has_words else 0
        style = next((_STYLES[name] for name in names if name in _STYLES), "")
        align = {"center": "center", "end": "right", "right": "right"}.get(
            self._styles.value(paragraph, "jc"), ""
        )
        own = indent(paragraph.find(f"{W}pPr/{W}ind"))
        if own is None:
            own = label.indent or indent(self._styles.paragraph(paragraph, "ind")) or 0
        return Paragraph(number, pieces, label.text, own, heading, style, align)  # type: ignore[arg-type]

    def _heading(self, paragraph: etree._Element, names: Iterable[str]) -> int:
        """Return the level of a heading, from 1, or 0: by its outline, or by its style's name."""
        level = self._styles.value(paragraph, "outlineLvl")
        if level:
            return int(level) + 1 if int(level) < _BODY_TEXT else 0
        return next((int(match[1]) for name in names if (match := _HEADING.fullmatch(name))), 0)

    def _label(self, paragraph: etree._Element, number: int) -> Label:
        try:
            return self._numbering.label(paragraph)
        except KeyError as error:
            wrong = f"its number is counted as {error.args[0]}, which is not known here"
            instead = "choose another format of numbers in Word, or type the numbers"
            self._findings.faults.add(number, "number", wrong, instead)
            return NONE

    def _table(self, table: etree._Element, runs: Runs) -> Iterator[Block]:
        """Yield a table; of one that only frames text, or has one row, the paragraphs."""
        rows: list[tuple[Cell, ...]] = []
        head = 0
        first = next(table.iter(f"{W}p"), None)
        number = int(first.get(PARAGRAPH, "0")) if first is not None else 0
        for row in _inside(table, f"{W}tr"):
            cells = tuple(self._cell(cell, runs, number) for cell in _inside(row, f"{W}tc"))
            before = row.find(f"{W}trPr/{W}gridBefore")
            if before is not None:
                cells = (Cell(span=_columns(before)), *cells)
            if on(row.find(f"{W}trPr/{W}hidden")):
                words = "; ".join(one.words for cell in cells for one in cell.paragraphs)
                self._findings.settle(number, f"a hidden row was left out: {words}")
                continue
            if not any(cell.paragraphs for cell in cells):
                continue
            if head == len(rows) and on(row.find(f"{W}trPr/{W}tblHeader")):
                head += 1
            rows.append(cells)
        if len(rows) > 1 and max(sum(cell.span for cell in cells) for cells in rows) > 1:
            yield Table(number, tuple(rows), max(1, min(head, len(rows) - 1)))
            return
        if rows:
            self._findings.tell("tables of one row or one column became paragraphs")
        for cells in rows:
            for cell in cells:
                yield from cell.paragraphs

    def _cell(self, cell: etree._Element, runs: Runs, number: int) -> Cell:
        properties = cell.find(f"{W}tcPr")
        span, merge = None, None
        if properties is not None:
            span, merge = properties.find(f"{W}gridSpan"), properties.find(f"{W}vMerge")
        paragraphs = []
        for block in self._blocks(cell, runs):
            if isinstance(block, Paragraph):
                paragraphs.append(block)
            else:
                wrong = "a table stands in a cell of another one"
                instead = "write its words in the cell, or put the table below the other one"
                self._findings.faults.add(number, "table", wrong, instead)
        below = merge is not None and merge.get(f"{W}val", "continue") == "continue"
        return Cell(tuple(paragraphs), _columns(span), below)


def _before(element: etree._Element) -> int:
    """Return the number of the paragraph before an element, or 1."""
    found = next(element.itersiblings(f"{W}p", preceding=True), None)
    return int(found.get(PARAGRAPH, "1")) if found is not None else 1


def _columns(element: etree._Element | None) -> int:
    """Return over how many columns a cell stands: Word has 63 at most."""
    said = int(element.get(f"{W}val", "1")) if element is not None else 1
    return min(max(said, 1), _MOST_COLUMNS)


def _inside(parent: etree._Element, tag: str) -> Iterator[etree._Element]:
    """Yield the rows of a table or the cells of a row, those in content controls as well."""
    for child in parent:
        if child.tag == tag:
            yield child
        elif child.tag in _AROUND:
            yield from _inside(child, tag)
