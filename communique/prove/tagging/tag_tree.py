"""Tag tree: the tags are nested as the statement is, and say what they have to (14.7, 14.8)."""

from __future__ import annotations

from itertools import zip_longest
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from communique.content.tag_tree import Element
from communique.content.tag_tree import tag_tree as wanted_tree
from communique.pdf_reading.tag_tree import CELLS, Tag
from communique.pdf_reading.tag_tree import tags as all_tags
from communique.prove.words import short

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from communique.content.content import Content
    from communique.model.faults import Faults
    from communique.pdf_reading.drawing.view import SeenPicture
    from communique.pdf_reading.reading import Reading

#: What every tag may say of itself, and what some may (ISO 32000-1, 14.7.2; ISO 32000-2, 14.7.2).
_EVERY = frozenset(("/Lang", "/Type"))
_SOME = {
    "Figure": frozenset(("/Alt", "/A")),
    "L": frozenset(("/A",)),
    "TH": frozenset(("/A", "/ID")),
    "TD": frozenset(("/A",)),
    "Note": frozenset(("/ID",)),
    "FENote": frozenset(("/ID", "/Ref")),
    "Span": frozenset(("/E", "/Ref", "/A")),
    "TOCI": frozenset(("/Ref",)),
}
_SOME_OF_PDF_1 = {"Span": frozenset(("/E", "/A")), "TOCI": frozenset[str]()}
#: What a list and a figure say of themselves (14.8.5): the owner, and one attribute.
#: A span may say that it is raised or lowered, or else underlined or struck through.
_ATTRIBUTES = {
    "L": ("/List", ("/ListNumbering",)),
    "Figure": ("/Layout", ("/BBox",)),
    "Span": ("/Layout", ("/TextPosition", "/TextDecorationType")),
}
#: Types that PDF 2.0 leaves to PDF 1.7, whose names need no namespace (ISO 32000-2, 14.8.6).
_OF_PDF_1 = frozenset(("BlockQuote", "TOC", "TOCI"))
#: What a cell says of itself (14.8.5.7): over how much it stands, what it is the head of, and
#: which cells head it.
_OF_CELLS = ("ColSpan", "RowSpan", "Scope", "Headers")
_BOX = 4
#: How far the box of a picture may be from it, in pt: from its edges, and from its ink, of which
#: a pixel more may be seen on each side.
_CLOSE, _PIXELS = 1.0, 2.0
_STRESS = frozenset(("Em", "Strong"))


def nesting(content: Content, reading: Reading, faults: Faults) -> None:
    """Note the first tag that does not stand where the statement has it, or is missing."""
    found, wanted = list(_found(reading.tree)), list(_wanted(wanted_tree(content)))
    if found != wanted:
        pairs = list(zip_longest(found, wanted, fillvalue=""))
        there, due = next(pair for pair in pairs if pair[0] != pair[1])
        wrong = f"the tags have {there or 'nothing'} where {due or 'nothing'} has to be"
        faults.add(1, "tags", wrong, "nothing was delivered")


def properties(content: Content, reading: Reading, faults: Faults) -> None:
    """Note each tag that says more of itself than it has to, or less."""
    namespace = next(iter(reading.root.namespaces), None)
    for tag in all_tags(reading.tree):
        wrong = sorted(_unexpected(tag, content, namespace))
        if wrong:
            said = f"the tag {tag.role or 'without a type'} has a wrong {', '.join(wrong)}"
            faults.add(1, "tags", said, "nothing was delivered")


def boxes(content: Content, reading: Reading, faults: Faults) -> None:  # noqa: ARG001  # one signature
    """Note each picture whose box (BBox, 14.8.5.4.3) is not around it as it is drawn.

    A drawing may have a margin without ink, a picture made of pixels is known to its edges.
    """
    seen = {
        (view.number, picture.mark): picture for view in reading.views for picture in view.pictures
    }
    for tag in all_tags(reading.tree):
        told: Any = tag.attributes.get("/BBox")
        parts = [seen[kid] for kid in tag.kids if isinstance(kid, tuple) and kid in seen]
        if is_box(told) and not all(_is_around(told, part) for part in parts):
            wrong = f"the box of the picture {short(tag.text('Alt'))} (BBox) is not around it"
            faults.add(1, "tags", wrong, "nothing was delivered")


def _is_around(told: Sequence[float], part: SeenPicture) -> bool:
    left, bottom, right, top = told
    if part.frame:
        pairs = zip(told, part.frame, strict=True)
        return all(abs(one - other) <= _CLOSE for one, other in pairs)
    return part.box is None or (
        left - _PIXELS <= part.box.left
        and bottom - _PIXELS <= part.box.bottom
        and part.box.right <= right + _PIXELS
        and part.box.top <= top + _PIXELS
    )


def _found(
    tag: Tag, path: str = "", cells: Mapping[str, int] = MappingProxyType({})
) -> Iterator[str]:
    """Yield the path of each tag that says something of what it holds.

    `cells` are the numbers of those in the table around it, by their names.
    """
    if tag.role == "Table":
        every = (each for each in all_tags(tag) if each.role in CELLS)
        cells = {each.text("ID"): number for number, each in enumerate(every)}
    says = tag.role not in _STRESS and (tag.role != "Span" or "/E" in tag.entries)
    if says:
        path = _path(path, tag.role, _attribute(tag, cells))
        yield path
    for kid in tag.kids:
        if isinstance(kid, Tag):
            yield from _found(kid, path, cells)


def _wanted(element: Element, path: str = "") -> Iterator[str]:
    path = _path(path, element.role, element.attribute)
    yield path
    for kid in element.kids:
        if kid.role:
            yield from _wanted(kid, path)


def _attribute(tag: Tag, cells: Mapping[str, int]) -> str:
    """Return what a list or a cell says of itself."""
    if tag.role == "L":
        return str(tag.attributes.get("/ListNumbering", "")).removeprefix("/")
    told: dict[str, Any] = {name: tag.attributes.get(f"/{name}") for name in _OF_CELLS}
    if _are_names(told["Headers"]):
        told["Headers"] = [cells.get(name) for name in told["Headers"]]
    return ", ".join(f"{name} {value}".replace("/", "") for name, value in told.items() if value)


def _are_names(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(name, str) and name for name in value)


def _path(path: str, role: str, attribute: str) -> str:
    return f"{path}/{role}({attribute})" if attribute else f"{path}/{role}"


def _unexpected(tag: Tag, content: Content, namespace: int | None) -> Iterator[str]:
    """Yield the names of what is wrong with the entries of a tag."""
    pdf_2 = content.standard.pdf_2
    some = _SOME if pdf_2 else {**_SOME, **_SOME_OF_PDF_1}
    allowed = _EVERY | some.get(tag.role, frozenset())
    yield from (key[1:] for key in tag.entries.keys() - allowed - {"/NS"})
    space = None if tag.role in _OF_PDF_1 else namespace
    yield from (key[1:] for key in tag.strange)
    if tag.entries.get("/Type", "/StructElem") != "/StructElem":
        yield "Type"
    if tag.entries.get("/NS") != space:
        yield "NS"
    if tag.role in CELLS and tag.entries.keys() & {"/A"}:
        own = {f"/{name}" for name in _OF_CELLS}
        if tag.attributes.get("/O") != "/Table" or not tag.attributes.keys() - {"/O"} <= own:
            yield "A"
        elif not _are_names(tag.attributes.get("/Headers", [])):
            yield "Headers"
    if tag.role in _ATTRIBUTES and (tag.role != "Span" or "/A" in tag.entries):
        owner, names = _ATTRIBUTES[tag.role]
        said = tag.attributes.keys() - {"/O"}
        if tag.attributes.get("/O") != owner or len(said) != 1 or not said <= set(names):
            yield "A"
        elif tag.role == "Figure" and not is_box(tag.attributes["/BBox"]):
            yield "BBox"


def is_box(value: Any) -> bool:
    """Tell whether a value of a PDF is a box: left, bottom, right, top (ISO 32000-1, 7.9.5)."""
    numbers = isinstance(value, list) and all(isinstance(side, int | float) for side in value)
    return numbers and len(value) == _BOX and value[0] < value[2]
