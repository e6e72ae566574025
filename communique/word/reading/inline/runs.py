"""The words of a paragraph as pieces, each in one style, with its notes and pictures."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from communique.word.found import Piece
from communique.word.reading.choices import ALTERNATIVES, chosen
from communique.word.reading.drawings import Drawings
from communique.word.reading.inline import fields
from communique.word.reading.inline.fields import Fields
from communique.word.reading.inline.letters import Letters
from communique.word.reading.inline.looks import language_of, look, raised
from communique.word.reading.package import NAMESPACES, R, W
from communique.word.reading.revisions import PARAGRAPH
from communique.word.reading.styles import is_on, on

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from lxml import etree

    from communique.word.found import Findings
    from communique.word.reading.package import Relation
    from communique.word.reading.styles import Styles

M = f"{{{NAMESPACES['m']}}}"
#: What has no words of the text in it.
_SILENT = frozenset(
    f"{W}{tag}"
    for tag in (
        "rPr", "pPr", "sdtPr", "sdtEndPr", "tblPr", "trPr", "tcPr", "sectPr", "rt", "rubyPr",
        "lastRenderedPageBreak", "commentReference", "annotationRef", "footnoteRef", "endnoteRef",
        "separator", "continuationSeparator", "bookmarkStart", "bookmarkEnd", "proofErr", "fldData",
    )
)  # fmt: skip
_NOT_WORDS = frozenset(
    f"{W}{tag}" for tag in ("footnoteReference", "endnoteReference", "drawing", "pict", "object")
)
#: What stands for a sign of its own.
_SIGNS = {"tab": "\t", "ptab": "\t", "noBreakHyphen": "\u2011"}
_WORKED_OUT = ("dayShort", "dayLong", "monthShort", "monthLong", "yearShort", "yearLong", "pgNum")


class Runs:
    """Reads the words of paragraphs, in their order.

    `note` is called with the kind and the identifier of a note where one is called, and returns its
    place among the notes.
    """

    def __init__(
        self,
        styles: Styles,
        relations: dict[str, Relation],
        drawings: Drawings,
        note: Callable[[str, str], int | None],
        findings: Findings,
    ) -> None:
        self._styles = styles
        self._relations = relations
        self._drawings = drawings
        self._note = note
        self._findings = findings
        self._letters = Letters(findings)
        self._fields = Fields(findings)
        self._number = 0
        self.contents: list[str] = []
        """The words of a list of contents."""

    @property
    def is_open(self) -> bool:
        """Whether a field has begun that did not end."""
        return self._fields.is_open

    def pieces(self, paragraph: etree._Element) -> tuple[Piece, ...]:
        """Return the words of a `paragraph`, in pieces as long as one style lasts."""
        self._number = int(paragraph.get(PARAGRAPH, "0"))
        found: list[Piece] = []
        for piece in self._inside(paragraph, paragraph, ""):
            self._fields.show(piece.text if piece.kind == "text" else " ")
            if self._fields.in_contents:
                self.contents.append(piece.text if piece.kind == "text" else " ")
            elif found and piece.kind == "text" and replace(found[-1], text=piece.text) == piece:
                found[-1] = replace(piece, text=found[-1].text + piece.text)
            else:
                found.append(piece)
        return tuple(found)

    def _inside(
        self, element: etree._Element, paragraph: etree._Element, link: str
    ) -> Iterator[Piece]:
        for child in element:
            if child.tag in _SILENT:
                continue
            if child.tag == f"{W}r":
                yield from self._run(child, paragraph, link)
            elif child.tag == f"{W}hyperlink":
                yield from self._inside(child, paragraph, self._target(child) or link)
            elif child.tag == f"{W}fldSimple":
                self._fields.begin()
                self._fields.add(child.get(f"{W}instr", ""))
                self._fields.separate()
                yield from self._inside(child, paragraph, link)
                self._fields.end(self._number)
            elif child.tag == ALTERNATIVES:
                yield from self._inside(chosen(child), paragraph, link)
            elif child.tag in (f"{M}oMath", f"{M}oMathPara"):
                yield self._formula(child)
            elif child.tag == f"{W}sdt":
                self._look_at_control(child)
                yield from self._inside(child, paragraph, link)
            elif isinstance(child.tag, str):  # sdtContent, smartTag, customXml, dir, bdo, ruby base
                yield from self._inside(child, paragraph, link)

    def _run(self, run: etree._Element, paragraph: etree._Element, link: str) -> Iterator[Piece]:
        style = self._style(run, paragraph, link)
        hidden = on(next(self._styles.run(run, "vanish", paragraph), None))
        marked = False
        for child in run:
            if marked and child.tag in (f"{W}t", f"{W}sym"):  # the author's own mark of a note
                self._findings.tell("marks of notes were replaced by numbers")
                marked = False
                continue
            if hidden and child.tag in _NOT_WORDS:
                self._findings.settle(self._number, "a hidden note or picture was left out")
                continue
            for piece in self._part(child, run, paragraph, style):
                if not self._fields.shown:
                    continue
                if hidden and piece.kind == "text":
                    self._findings.settle(self._number, f"hidden text was left out: {piece.text}")
                else:
                    yield piece
            marked = marked or is_on(child.get(f"{W}customMarkFollows", "0"))

    def _part(
        self, child: etree._Element, run: etree._Element, paragraph: etree._Element, style: Piece
    ) -> Iterator[Piece]:
        """Yield what one part of a run shows."""
        tag = str(child.tag).rpartition("}")[2]
        if child.tag == ALTERNATIVES:
            for each in chosen(child):
                yield from self._part(each, run, paragraph, style)
        elif tag == "t":
            yield from _piece(
                style, self._letters.text(child, self._font(run, paragraph), self._number)
            )
        elif tag == "ruby":
            yield from self._ruby(child, paragraph, style)
        elif tag in _SIGNS:
            yield replace(style, text=_SIGNS[tag])
        elif tag in ("br", "cr") and child.get(f"{W}type", "textWrapping") == "textWrapping":
            yield Piece("", "break")
        elif tag == "sym":
            yield from _piece(style, self._letters.symbol(child, self._number))
        elif tag in ("footnoteReference", "endnoteReference"):
            yield from self._call(tag.removesuffix("Reference"), child.get(f"{W}id", ""))
        elif tag == "fldChar":
            yield from self._field(child.get(f"{W}fldCharType", ""), style)
        elif tag in ("drawing", "pict", "object"):
            yield from self._drawings.pieces(child, self._number)
        else:
            self._note_silent(tag, child)

    def _note_silent(self, tag: str, child: etree._Element) -> None:
        """Note what a part of a run that shows nothing itself has to say."""
        if tag == "instrText":
            self._fields.add(child.text or "")
        elif tag == "softHyphen":
            self._findings.tell("soft hyphens were taken out")
        elif tag in _WORKED_OUT:
            self._findings.settle(self._number, "what Word works out was left out: a date or page")

    def _font(self, run: etree._Element, paragraph: etree._Element) -> str:
        fonts = self._styles.run(run, "rFonts", paragraph)
        return next(filter(None, (each.get(f"{W}ascii") for each in fonts)), "")

    def _style(self, run: etree._Element, paragraph: etree._Element, link: str) -> Piece:
        """Return an empty piece in the style of a run; what its whole paragraph has is none."""
        plain = Piece(
            "",
            link=self._fields.link or link,
            language=language_of(self._styles, run, paragraph),
        )
        if run.find(f"{W}rPr") is None:  # as most are
            return plain
        look(self._styles, run, self._number, self._findings)
        return replace(
            plain,
            strong=self._is(run, "bCs" if self._is(run, "rtl") else "b"),
            emphasis=self._is(run, "iCs" if self._is(run, "rtl") else "i"),
            raised=raised(self._styles, run),
        )

    def _is(self, run: etree._Element, tag: str) -> bool:
        return on(next(self._styles.run(run, tag), None))

    def _target(self, link: etree._Element) -> str:
        relation = self._relations.get(link.get(f"{R}id", ""))
        if relation is None or not relation.external:
            return ""
        anchor = link.get(f"{W}anchor")
        return f"{relation.target}#{anchor}" if anchor else relation.target

    def _field(self, what: str, style: Piece) -> Iterator[Piece]:
        if what == "begin":
            self._fields.begin()
        elif what == "separate":
            self._fields.separate()
        elif what == "end" and (code := self._fields.end(self._number)):
            words = fields.of_button(code)
            yield from _piece(style, words)
            said = f"{fields.EMPTY}: {words}" if words else fields.left_out(code)
            self._findings.settle(self._number, said)

    def _call(self, kind: str, name: str) -> Iterator[Piece]:
        place = self._note(kind, name)
        if place is None:
            self._findings.settle(self._number, "a note is called here that is not there")
        else:
            yield Piece(str(place), "note")

    def _ruby(
        self, ruby: etree._Element, paragraph: etree._Element, style: Piece
    ) -> Iterator[Piece]:
        reading = "".join(each.text or "" for each in ruby.iterfind(f"{W}rt//{W}t"))
        base = ruby.find(f"{W}rubyBase")
        words = "".join(each.text or "" for each in base.iter(f"{W}t")) if base is not None else ""
        self._findings.settle(self._number, f"the reading {reading} above {words} was left out")
        yield from self._inside(base, paragraph, style.link) if base is not None else ()

    def _formula(self, formula: etree._Element) -> Piece:
        words = "".join(each.text or "" for each in formula.iter(f"{M}t"))
        self._findings.settle(self._number, f"a formula became plain letters: {words}")
        return Piece(words)

    def _look_at_control(self, control: etree._Element) -> None:
        if control.find(f"{W}sdtPr/{W}showingPlcHdr") is not None:
            words = "".join(each.text or "" for each in control.iter(f"{W}t"))
            self._findings.settle(self._number, f"{fields.EMPTY}: {words}")


def _piece(style: Piece, text: str) -> Iterator[Piece]:
    """Yield a `text` in a `style`, if there is any."""
    if text:
        yield replace(style, text=text)
