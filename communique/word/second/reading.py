"""A second, plain reading of a Word file: every word, number and note, in the order of the file.

It shares no code with the importer, so that what one of them loses the other one has. It knows
nothing of styles, links and languages; what is drawn, hidden or in a margin it leaves out.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple
from zipfile import ZipFile

from communique.word.second.numbers import Numbers
from communique.word.second.parts import Parts

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from xml.etree.ElementTree import Element

UNKNOWN = "\ufffd"
"""Stands for a sign of a symbol font, which is whatever character the importer has for it."""
_SKIPPED = frozenset(
    ("rPr", "pPr", "sectPr", "sdtPr", "tblPr", "tblGrid", "trPr", "tcPr", "instrText", "delText",
     "delInstrText", "rt", "drawing", "pict", "object", "fldData")
)  # fmt: skip


class Said(NamedTuple):
    """What stands in one paragraph: where, and its words with its number before them."""

    where: str
    words: str


def read(path: Path, *, accept: bool) -> list[Said]:
    """Return what the Word file at `path` says, notes at the end; `accept` is for its changes."""
    with ZipFile(path) as package:
        return list(_Reading(package, accept=accept).said())


class _Reading:
    def __init__(self, package: ZipFile, *, accept: bool) -> None:
        self._parts = Parts(package)
        self._gone = ("del", "moveFrom") if accept else ("ins", "moveTo")
        styles = self._parts.of_kind("styles")
        self._numbers = Numbers(self._parts.of_kind("numbering"), styles, accept=accept)
        self._silent = {
            style.get(_own("styleId"))
            for style in (styles if styles is not None else ())
            if any(
                _tag(each) == "name" and each.get(_own("val"), "").lower() == "toc heading"
                for each in style
            )
        }
        self._fields: list[list[str]] = []
        self._called: list[tuple[str, str]] = []
        self._count = 0

    def said(self) -> Iterator[Said]:
        body = next(each for each in self._parts.document() if _tag(each) == "body")
        yield from self._inside(body, "")
        notes = {
            (kind, note.get(_own("id"))): note
            for kind in ("footnote", "endnote")
            if (part := self._parts.of_kind(f"{kind}s")) is not None
            for note in part
        }
        for place, called in enumerate(dict.fromkeys(self._called), start=1):
            if (note := notes.get(called)) is not None:
                yield from self._inside(note, f"note {place}")

    def _inside(self, parent: Element, note: str) -> Iterator[Said]:
        carried = ""
        for each in self._flat(parent):
            if each is None or self._heads_contents(each):
                self._count += not note
                continue
            if not note:
                self._count += 1
            words = carried + "".join(self._words(each))
            carried = ""
            if self._goes_on(each) or _is_initial(each):
                carried = words
                continue
            number = self._numbers.before(each)
            yield Said(note or f"paragraph {self._count}", f"{number} {words}".strip())

    def _flat(self, parent: Element) -> Iterator[Element | None]:
        """Yield the paragraphs below an element in their order, those in tables and controls too.

        For each in a row or cell that a change takes away, None.
        """
        for child in parent:
            tag = _tag(child)
            if tag == "p":
                yield child
            elif tag == "AlternateContent":
                yield from self._flat(_choice(child))
            elif self._is_gone(child, tag):
                yield from (None for _ in child.iter(_own("p")))
            elif tag not in _SKIPPED:
                yield from self._flat(child)

    def _is_gone(self, element: Element, tag: str) -> bool:
        """Tell whether a row or cell is taken away by a change of its own."""
        mark = {"tr": f"trPr/{self._gone[0]}", "tc": f"tcPr/cell{self._gone[0].title()}"}.get(tag)
        path = "/".join(map(_own, mark.split("/"))) if mark else ""
        return bool(path) and element.find(path) is not None

    def _heads_contents(self, paragraph: Element) -> bool:
        """Tell whether a paragraph heads a list of contents, by the name of its style."""
        style = paragraph.find(f"{_own('pPr')}/{_own('pStyle')}")
        return style is not None and style.get(_own("val")) in self._silent

    def _goes_on(self, paragraph: Element) -> bool:
        """Tell whether the end of a paragraph is taken away by a change."""
        marks = paragraph.findall(f"{_own('pPr')}/{_own('rPr')}/*")
        return any(_tag(mark) in self._gone[:1] for mark in marks)

    def _words(self, element: Element) -> Iterator[str]:
        for child in _without_marks(element):
            tag = _tag(child)
            if tag in _SKIPPED and not (tag == "delText" and self._gone[0] == "ins"):
                if tag == "instrText" and self._fields and len(self._fields[-1]) == 1:
                    self._fields[-1][0] += child.text or ""
            elif tag in self._gone:
                continue
            elif tag == "AlternateContent":
                yield from self._words(_choice(child))
            elif tag == "r" and self._is_hidden(child):
                list(self._words(child))  # for the fields that begin or end there
            elif tag == "r" and self._shown and _has_signs(child):
                yield re.sub(r"\S", UNKNOWN, "".join(self._words(child)))
            elif tag == "fldChar":
                yield from self._field(child.get(_own("fldCharType"), ""))
            elif tag in ("footnoteReference", "endnoteReference"):
                self._called.append((tag[:-9], child.get(_own("id"), "")))
            elif self._shown:
                yield from self._shows(child, tag)
            else:
                yield from (words for words in self._words(child) if self._shown)

    def _shows(self, child: Element, tag: str) -> Iterator[str]:
        match tag:
            case "t" | "delText":
                text = child.text or ""
                kept = child.get("{http://www.w3.org/XML/1998/namespace}space") == "preserve"
                yield text if kept else text.strip(" \t\r\n")
            case "tab" | "ptab":
                yield " "
            case "br" | "cr":
                yield "\n"
            case "noBreakHyphen":
                yield "\u2011"
            case "sym":
                yield UNKNOWN
            case _:
                yield from self._words(child)

    def _is_hidden(self, run: Element) -> bool:
        for each in run.findall(f"{_own('rPr')}/{_own('vanish')}"):
            return each.get(_own("val")) not in ("0", "false", "off")
        return False

    @property
    def _shown(self) -> bool:
        contents = any(re.match(r"\s*TOC\b(?!.*\\[ac]\b)", each[0]) for each in self._fields)
        return not contents and all(len(each) > 1 for each in self._fields)

    def _field(self, what: str) -> Iterator[str]:
        if what == "begin":
            self._fields.append([""])
        elif what == "separate" and self._fields:
            self._fields[-1].append("shown")
        elif what == "end" and self._fields:
            ended = self._fields.pop()
            button = re.match(r"\s*(?:MACROBUTTON|GOTOBUTTON)\s+\S+\s+(.+)", ended[0], re.DOTALL)
            if len(ended) == 1 and button and self._shown:
                yield button[1]


def _choice(alternatives: Element) -> Element:
    """Return the first choice whose requirements are known, or what stands there for others."""
    for each in alternatives:
        if _tag(each) != "Choice" or each.get("Requires") != "?":
            return each
    return alternatives.makeelement("nothing", {})


def _is_initial(paragraph: Element) -> bool:
    """Tell whether a paragraph is the large first letter of the next one."""
    frame = paragraph.find(f"{_own('pPr')}/{_own('framePr')}")
    return frame is not None and frame.get(_own("dropCap"), "none") != "none"


def _has_signs(run: Element) -> bool:
    """Tell whether a run is in a font that has signs in the place of letters."""
    fonts = run.find(f"{_own('rPr')}/{_own('rFonts')}")
    name = fonts.get(_own("ascii"), "") if fonts is not None else ""
    return name.startswith(("Symbol", "Wingdings", "Webdings"))


def _without_marks(run: Element) -> Iterator[Element]:
    """Yield the parts of a run, without the author's own mark behind the call of a note."""
    marked = False
    for each in run:
        if not (marked and _tag(each) in ("t", "sym")):
            yield each
        marked = marked or each.get(_own("customMarkFollows"), "0") in ("1", "true", "on")


def _tag(element: Element) -> str:
    return str(element.tag).rpartition("}")[2]


def _own(name: str) -> str:
    return f"{{http://schemas.openxmlformats.org/wordprocessingml/2006/main}}{name}"
