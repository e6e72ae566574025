"""Tags as PDF objects: structure elements, the parent tree, names and destinations.

ISO 32000-1, 14.7 (logical structure) and ISO 14289-2 for PDF 2.0.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import pydyf

if TYPE_CHECKING:
    from collections.abc import Sequence


#: Structure types that PDF 2.0 leaves to the namespace of PDF 1.7, which is the one not named.
ONLY_PDF_1 = frozenset(("Art", "BlockQuote", "TOC", "TOCI"))


@dataclass(frozen=True)
class Content:
    """A marked-content sequence: what was drawn on a page under one MCID."""

    page: int
    mcid: int


@dataclass(frozen=True)
class Annotation:
    """An annotation on a page, which the element it belongs to refers to (OBJR)."""

    page: int
    dictionary: pydyf.Dictionary


@dataclass(eq=False)
class Tag:
    """A structure element on its way into the PDF."""

    role: str
    page: int
    kids: list[Tag | Content | Annotation] = field(default_factory=list)
    language: str = ""
    alternative: str = ""
    expansion: str = ""
    attributes: dict[str, Any] = field(default_factory=dict)
    name: str = ""
    anchor: str = ""
    bookmarked: bool = True
    """Whether a bookmark leads to it, if it has an anchor."""
    """The name by which links inside the document lead here."""
    refers_to: list[Tag] = field(default_factory=list)
    """The note of a call, the calls of a note (ISO 32000-2, 14.7.2, Ref)."""


class Writer:
    """Writes tags as PDF objects (ISO 32000-1, 14.7)."""

    def __init__(self, pdf: pydyf.PDF, sizes: Sequence[int], *, pdf_2: bool) -> None:
        self.pdf, self.pages = pdf, pdf.page_references
        self.owners: list[list[Any]] = [["null"] * size for size in sizes]
        self.annotations: list[tuple[bytes, pydyf.Dictionary]] = []
        self.names: dict[str, bytes] = {}
        self.anchors: dict[str, bytes] = {}
        self.headings: list[bytes] = []
        self.elements: dict[int, pydyf.Dictionary] = {}
        self.references: list[Tag] = []
        self.namespace = (
            self.new({"Type": "/Namespace", "NS": pydyf.String("http://iso.org/pdf2/ssn")})
            if pdf_2
            else None
        )

    def new(self, content: dict[str, Any]) -> pydyf.Dictionary:
        """Return a new object of the PDF."""
        dictionary = pydyf.Dictionary(content)
        self.pdf.add_object(dictionary)
        return dictionary

    def write(self, root: Tag) -> None:
        """Write the tree below `root` and all that points into it."""
        top = self.new({"Type": "/StructTreeRoot"})
        top["K"] = pydyf.Array([self.element(root, top)])
        if self.namespace:
            top["Namespaces"] = pydyf.Array([self.namespace.reference])
        top["ParentTree"] = self.parent_tree()
        top["ParentTreeNextKey"] = len(self.owners) + len(self.annotations)
        if self.names:
            top["IDTree"] = self.id_tree()
        self.pdf.catalog["StructTreeRoot"] = top.reference

    def element(self, tag: Tag, parent: pydyf.Dictionary) -> Any:
        """Write `tag` and what is below it; return its reference."""
        element = self.new(
            {
                "Type": "/StructElem",
                "S": f"/{tag.role}",
                "P": parent.reference,
                "Pg": self.pages[tag.page],
            }
        )
        if self.namespace and tag.role not in ONLY_PDF_1:
            element["NS"] = self.namespace.reference
        for key, text in (
            ("Lang", tag.language),
            ("Alt", tag.alternative),
            ("E", tag.expansion),
            ("ID", tag.name),
        ):
            if text:
                element[key] = pydyf.String(text)
        if tag.attributes:
            element["A"] = pydyf.Dictionary(tag.attributes)
        if tag.name:
            self.names[tag.name] = element.reference
        if tag.anchor:
            self.anchors[tag.anchor] = element.reference
        if tag.anchor and tag.bookmarked:
            self.headings.append(element.reference)
        self.elements[id(tag)] = element
        if tag.refers_to and self.namespace:
            self.references.append(tag)
        element["K"] = pydyf.Array(self.kid(kid, tag, element) for kid in tag.kids)
        return element.reference

    def kid(self, kid: Tag | Content | Annotation, tag: Tag, element: pydyf.Dictionary) -> Any:
        """Return the entry of a kid in its element."""
        if isinstance(kid, Tag):
            return self.element(kid, element)
        if isinstance(kid, Annotation):
            self.annotations.append((element.reference, kid.dictionary))
            return pydyf.Dictionary(
                {"Type": "/OBJR", "Obj": kid.dictionary.reference, "Pg": self.pages[kid.page]}
            )
        self.owners[kid.page][kid.mcid] = element.reference
        if kid.page == tag.page:
            return kid.mcid
        return pydyf.Dictionary({"Type": "/MCR", "Pg": self.pages[kid.page], "MCID": kid.mcid})

    def point_to_structure(self) -> None:
        """Let bookmarks, links and notes lead to structure elements, not to places on pages.

        ISO 14289-2, 8.8 (structure destinations) and 8.2.5.14 (notes and their calls).
        """
        for tag in self.references:
            # What holds nothing has gone.
            there = [self.elements[id(to)] for to in tag.refers_to if id(to) in self.elements]
            if there:
                self.elements[id(tag)]["Ref"] = pydyf.Array(each.reference for each in there)
        bookmarks = [
            thing
            for thing in self.pdf.objects
            if isinstance(thing, dict) and "Dest" in thing and "Title" in thing
        ]
        for bookmark, heading in zip(bookmarks, self.headings, strict=True):
            bookmark["Dest"] = pydyf.Array([heading, *bookmark["Dest"][1:]])
        names = self.pdf.catalog.get("Names", {}).get("Dests", {}).get("Names", [])
        for name, destination in zip(names[::2], names[1::2], strict=True):
            destination[0] = self.anchors[name.string]

    def parent_tree(self) -> Any:
        """Write which element each marked content and annotation belongs to."""
        numbers = pydyf.Array()
        for page, owners in enumerate(self.owners):
            numbers.extend([page, pydyf.Array(owners)])
        for key, (reference, annotation) in enumerate(self.annotations, start=len(self.owners)):
            annotation["StructParent"] = key
            numbers.extend([key, reference])
        return self.new({"Nums": numbers}).reference

    def id_tree(self) -> Any:
        """Write the elements that have a name."""
        names = pydyf.Array()
        for name, reference in sorted(self.names.items()):
            names.extend([pydyf.String(name), reference])
        return self.new({"Names": names}).reference
