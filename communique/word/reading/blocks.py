"""The text of a Word file as paragraphs and tables, in its order, with its notes."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Literal

from communique.word.found import Paragraph, Text
from communique.word.reading.choices import ALTERNATIVES, chosen
from communique.word.reading.drawings import Drawings
from communique.word.reading.inline.runs import Runs
from communique.word.reading.numbering import BULLET, NONE, Numbering, indent
from communique.word.reading.package import W
from communique.word.reading.revisions import PARAGRAPH
from communique.word.reading.styles import Styles
from communique.word.reading.tables import AROUND, Tables

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lxml import etree

    from communique.word.found import Block, Findings
    from communique.word.reading.numbering import Label
    from communique.word.reading.package import Package

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
    "quotations": "quote",  # of LibreOffice
}
#: A bullet that was typed, as it is pasted from elsewhere or made before lists were.
_TYPED = re.compile("[•·▪■●○◦‣][\t ]+|[–o-]\t(?![\\d.,])")
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

    def _tables(self, runs: Runs) -> Tables:
        """Return what reads tables of words that `runs` reads."""
        return Tables(
            lambda cell, blanks: self._blocks(cell, runs, blanks=blanks),
            self._styles,
            self._findings,
        )

    def _blocks(
        self, parent: etree._Element, runs: Runs, *, blanks: bool = False
    ) -> Iterator[Block]:
        """Yield the paragraphs and tables in `parent`, the empty paragraphs if `blanks`."""
        for child in parent:
            if child.tag == f"{W}p":
                if (found := self._paragraph(child, runs)) is not None:
                    yield found
                elif blanks:
                    yield Paragraph(int(child.get(PARAGRAPH, "0")))
            elif child.tag == f"{W}tbl":
                yield from self._tables(runs).read(child)
            elif child.tag == f"{W}altChunk":
                wrong = "another file is put in here, which cannot be read"
                instead = "save it in Word under another name, and import that file"
                self._findings.faults.add(_before(child), "altChunk", wrong, instead)
            elif child.tag == ALTERNATIVES:
                yield from self._blocks(chosen(child), runs, blanks=blanks)
            elif child.tag == f"{W}subDoc":
                wrong = "a part of a master document stands here, which cannot be read"
                instead = "put its words in its place in Word"
                self._findings.faults.add(_before(child), "subDoc", wrong, instead)
            elif child.tag in AROUND:
                yield from self._blocks(child, runs, blanks=blanks)

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


def _before(element: etree._Element) -> int:
    """Return the number of the paragraph before an element, or 1."""
    found = next(element.itersiblings(f"{W}p", preceding=True), None)
    return int(found.get(PARAGRAPH, "1")) if found is not None else 1
