"""The tag tree: what a blind reader hears, built from the laid-out boxes.

WeasyPrint 70 tags what it draws: running heads as text, one paragraph on two pages as two, a note
where it stands on the paper. Here the tree follows the document instead: one structure element
for each element of the HTML, in its order, whatever pages it is on; notes after their calls; what
belongs to the page and not to the text as artifacts. Terms are those of ISO 32000-1, 14.7 and
14.8. Upstream: https://github.com/Kozea/WeasyPrint/issues/1836 and the release notes of 70.0.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

import pydyf
from weasyprint.formatting_structure import boxes
from weasyprint.layout.absolute import AbsolutePlaceholder

from communique.typeset import links
from communique.typeset.structure import Annotation, Content, Tag, Writer
from communique.typeset.tagging import pointing, roles

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from xml.etree.ElementTree import Element

_PX = 0.75  # pt


class Tree:
    """Builds the tags of a document from the boxes of its pages."""

    def __init__(self, language: str, *, pdf_2: bool) -> None:
        self.root = Tag("Document", 0, language=language)
        self.pdf_2 = pdf_2
        self.tags: dict[tuple[int, str], Tag] = {}
        self.calls: dict[
            int, tuple[Tag, Tag, list[Tag], str]
        ] = {}  # note's element → parent, first, all, their language
        self.numbered: dict[str, list[Tag]] = defaultdict(list)  # a note's number → its calls
        self.noted: list[tuple[Tag, list[Tag]]] = []  # notes, and their calls
        self.entries: list[tuple[Tag, str]] = []  # of the contents, and where each leads
        self.tables: list[Element] = []
        self.labels: dict[str, str] = {}  # the words of a heading, by its anchor
        self.heads: dict[int, int] = {}  # a table head's element → the page it is read on
        self.artifacts: dict[int, str] = {}  # MCID on the current page → type of artifact
        self.page: Any = None
        self.number = 0
        self.marks: Mapping[Any, dict[str, Any]] = {}
        self.notes = 0
        self.part = ""  # of a parallel edition, which is being read
        self.first = ""  # its first one, whose headings have the bookmarks

    def add_page(
        self, number: int, page: Any, marks: Mapping[Any, dict[str, Any]]
    ) -> dict[int, str]:
        """Add what is on `page`, drawn under `marks`; return the MCIDs of its artifacts."""
        self.number, self.page, self.marks, self.artifacts = number, page, marks, {}
        self.visit(page._page_box, self.root, self.root.language)
        return self.artifacts

    def visit(self, box: Any, parent: Tag, language: str) -> None:
        """Add `box` and what is in it below the tag `parent`."""
        if isinstance(box, AbsolutePlaceholder):
            box = box._box
        if kind := self.artifact(box):
            self.silence(box, kind)
        elif isinstance(box, boxes.TextBox):
            parent.kids.append(Content(self.number, self.marks[box]["mcid"]))
        else:
            tag, language = self.tag(box, parent, language)
            if annotation := getattr(box, "link_annotation", None):
                tag.kids.append(Annotation(self.number, annotation))
            if isinstance(box, boxes.ReplacedBox):
                tag.kids.append(Content(self.number, self.marks[box]["mcid"]))
            for child in getattr(box, "children", ()):
                self.visit(child, tag, language)

    def artifact(self, box: Any) -> str:
        """Return the type of artifact that `box` is (ISO 32000-1, 14.8.2.2), or nothing."""
        element = box.element
        if isinstance(box, boxes.MarginBox):
            return "Pagination"
        if isinstance(box, boxes.TextBox) and not box.text.strip():
            return "Layout"  # nothing is drawn for it
        if element is not None and element.get("aria-hidden") == "true":
            return "Layout"
        if isinstance(box, boxes.TableRowGroupBox) and box.is_header and element is not None:
            first = self.heads.setdefault(id(element), self.number)
            return "Pagination" if first != self.number else ""
        return ""

    def silence(self, box: Any, kind: str) -> None:
        """Make everything drawn in `box` an artifact."""
        if isinstance(box, AbsolutePlaceholder):
            box = box._box
        if box in self.marks:
            self.artifacts[self.marks[box]["mcid"]] = kind
        for child in getattr(box, "children", ()):
            self.silence(child, kind)

    def tag(self, box: Any, parent: Tag, language: str) -> tuple[Tag, str]:
        """Return the tag that the content of `box` goes into, and its language."""
        element: Element | None = box.element
        if element is None:
            return parent, language
        own = element.get("lang") or language
        self.part = element.get("data-part") or self.part
        self.first = self.first or self.part
        role = roles.role(element, box.element_tag, parent.role, pdf_2=self.pdf_2)
        if role is None and own != language:
            role = "Span"
        if role is None:
            return parent, language
        key = self.key(element, box.element_tag, role)
        if key not in self.tags:
            new = self.new(role, element, box)
            new.language = own if own != language else ""
            self.tags[key] = new
            self.place(new, element, box.element_tag, parent, language)
        return self.tags[key], own

    def key(self, element: Element, name: str, role: str) -> tuple[int, str]:
        """Return what tells one tag from another: its element, or what several belong to.

        In a parallel edition every row has a piece of each language's part, and of its lists.
        """
        shared = element.get("data-part") or element.get("data-join")
        if shared and name == element.tag:
            return 0, f"{self.part} {shared}" if role == "L" else shared
        return id(element), "" if role in ("Lbl", "LBody") and "::" not in name else name

    def new(self, role: str, element: Element, box: Any) -> Tag:
        """Return a tag with what its structure type needs."""
        tag = Tag(role, self.number, anchor=element.get("id") or "")
        tag.bookmarked = self.part == self.first
        if tag.anchor:
            self.labels[tag.anchor] = links.label(element)
        if role == "L":
            numbering = roles.numbering(element, pdf_2=self.pdf_2)
            tag.attributes = {"O": "/List", "ListNumbering": f"/{numbering}"}
        elif role == "Table":
            self.tables.append(element)
        elif role in ("TH", "TD"):
            tag.attributes = roles.cell(element)
        elif role == "TOCI":
            self.entries += [(tag, (a.get("href") or "")[1:]) for a in element.iter("a")]
        elif role == "Figure":
            tag.alternative = element.get("alt") or ""
            tag.attributes = {"O": "/Layout", "BBox": pydyf.Array(self.rectangle(box))}
        elif role == "Span" and element.tag == "abbr":
            tag.expansion = element.get("title") or ""
        elif role == "Span" and element.tag in roles.LOOKS:
            tag.attributes = {"O": "/Layout", **roles.LOOKS[element.tag]}
        return tag

    def rectangle(self, box: Any) -> tuple[float, float, float, float]:
        """Return the content rectangle of `box` in pt from the lower left corner of its page."""
        left, top = box.content_box_x(), box.content_box_y()
        height = self.page.height
        bottom, right = top + box.height, left + box.width
        return left * _PX, (height - bottom) * _PX, right * _PX, (height - top) * _PX

    def place(self, tag: Tag, element: Element, name: str, parent: Tag, around: str) -> None:
        """Put a new tag where it is to be read; `around` is the language there."""
        number = self.part + (element.get("data-number") or "")
        if tag.role in ("Note", "FENote"):
            self.notes += 1
            tag.name = f"note-{self.notes}"
            if id(element) in self.calls:
                parent, call, calls, around_call = self.calls[id(element)]
                tag.language = around if around != around_call else ""
                parent.kids.insert(parent.kids.index(call) + 1, tag)
                self.noted.append((tag, calls))
                return
            self.noted.append((tag, self.numbered[number]))
        elif name == "span::footnote-call" or element.get("class") == "call":
            self.numbered[number].append(tag)
            self.calls[id(element)] = parent, tag, self.numbered[number], around
        if name in ("dt", "dd"):
            parent = self.definition(parent, name)
        parent.kids.append(tag)

    def definition(self, parent: Tag, name: str) -> Tag:
        """Return the list item of a term and its definition: a new one for each term."""
        if name == "dt" or not parent.kids:
            parent.kids.append(Tag("LI", self.number))
        item = parent.kids[-1]
        assert isinstance(item, Tag)  # noqa: S101  # only list items are put into a dl
        return item


def add_tags(pdf: pydyf.PDF, document: Any, version: object, streams: Sequence[Any]) -> None:
    """Write the tag tree into `pdf`; takes the place of WeasyPrint's function of this name.

    `version` is the PDF version asked for, as text, bytes or None.
    """
    pdf_2 = "2.0" in str(version)
    tree = Tree(document.metadata.lang, pdf_2=pdf_2)
    sizes = []
    for number, (page, stream) in enumerate(zip(document.pages, streams, strict=True)):
        sizes.append(len(stream._tags))
        _silence(stream, tree.add_page(number, page, stream._tags))
    links.describe(document, tree.labels)
    _prune(tree.root)
    pointing.point(tree)
    writer = Writer(pdf, sizes, pdf_2=pdf_2)
    writer.write(tree.root)
    if pdf_2:
        writer.point_to_structure()
    preferences = pydyf.Dictionary({"DisplayDocTitle": "true"})
    if document.pages[0]._page_box.style["direction"] == "rtl":
        preferences["Direction"] = "/R2L"  # of pages side by side (ISO 32000-1, 12.2)
    pdf.catalog["ViewerPreferences"] = preferences
    pdf.catalog["MarkInfo"] = pydyf.Dictionary({"Marked": "true"})


def _silence(stream: Any, artifacts: Mapping[int, str]) -> None:
    """Turn the marked content of these MCIDs into artifacts."""
    operations = stream.stream
    for index, operation in enumerate(operations):
        if isinstance(operation, pydyf.Dictionary) and operation.get("MCID") in artifacts:
            kind = artifacts[operation["MCID"]]
            operations[index - 1] = "/Artifact"
            operations[index] = pydyf.Dictionary({"Type": f"/{kind}"})


def _prune(tag: Tag) -> None:
    """Drop the elements that hold nothing, but for the cells that a table's shape needs."""
    kept: list[Tag | Content | Annotation] = []
    for kid in tag.kids:
        if isinstance(kid, Tag):
            _prune(kid)
            if not kid.kids and kid.role not in ("TD", "TH"):
                continue
        kept.append(kid)
    tag.kids = kept
