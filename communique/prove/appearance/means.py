"""Means: a page is drawn by what the proof can follow, and by nothing that changes with a reader.

What a page shows is the same in every reader and at every time only where it has no layers, no
annotations with a look of their own, no actions, no text in the parts of a drawing, and no crop.
What is not in these lists is not followed, so that nothing new comes in unseen.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from communique.content import expected
from communique.pdf_reading.tag_tree import tags
from communique.prove.appearance.report import Report

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from communique.content.content import Content
    from communique.model.faults import Faults
    from communique.pdf_reading.document.pages import Page
    from communique.pdf_reading.reading import Reading

#: What the catalogue may have (ISO 32000-1, 7.7.2): no layers, forms, actions or scripts.
_CATALOG = frozenset(
    [
        "/AF",
        "/Lang",
        "/MarkInfo",
        "/Metadata",
        "/Names",
        "/Outlines",
        "/OutputIntents",
        "/PageLabels",
        "/Pages",
        "/StructTreeRoot",
        "/Type",
        "/ViewerPreferences",
    ]
)
_NAMES = frozenset(("/Dests", "/EmbeddedFiles"))
#: What a page (7.7.3.3), a link (12.5.6.5), its action (12.6) and a bookmark (12.3.3) may have.
_PAGE = frozenset(
    [
        "/Annots",
        "/ArtBox",
        "/BleedBox",
        "/Contents",
        "/CropBox",
        "/MediaBox",
        "/Parent",
        "/Resources",
        "/Rotate",
        "/StructParents",
        "/Tabs",
        "/TrimBox",
        "/Type",
        "/UserUnit",
    ]
)
_LINK = frozenset(
    [
        "/A",
        "/BS",
        "/Border",
        "/Contents",
        "/Dest",
        "/F",
        "/Rect",
        "/StructParent",
        "/Subtype",
        "/Type",
    ]
)
#: The flags of an annotation that is printed, and neither hidden nor locked (12.5.3).
_PRINTED = 4
#: What of a page is shown, printed and kept, beside the whole of it (14.11.2).
_BOXES = ("CropBox", "TrimBox", "BleedBox", "ArtBox")
_ACTION = frozenset(("/Type", "/S", "/URI"))
_BOOKMARK = frozenset(["/Count", "/Dest", "/First", "/Last", "/Next", "/Parent", "/Prev", "/Title"])


def known_means(content: Content, reading: Reading, faults: Faults) -> None:
    """Note operators, fonts, states, annotations and page boxes that are not followed."""
    report = Report(faults, "drawing")
    pieces = reading.pieces  # first: what is unexpected is known once they are read
    found = [(number, what) for number, what in reading.unexpected]
    found += [(0, key[1:]) for key in _others(reading)]
    tagged = {each.number for tag in tags(reading.tree) for each in tag.annotations}
    labels = _labels(content)
    for number, page in enumerate(reading.pages):
        found += [(number, what) for what in (*_boxes(page), *_annotations(page, tagged, labels))]
    drawings = {(piece.page, piece.font.name) for piece in pieces if not piece.font.horizontal}
    found += [(number, f"the font {name}") for number, name in drawings]
    for number, what in dict.fromkeys(found):
        report(number, "this is not followed by the proof", [what])


def _others(reading: Reading) -> Iterator[str]:
    """Yield what the document has besides its pages that a reader might act on."""
    yield from reading.catalog.keys() - _CATALOG
    yield from reading.entries("/Names").keys() - _NAMES
    for bookmark in reading.outline:
        yield from bookmark.keys - _BOOKMARK


def _boxes(page: Page) -> Iterator[str]:
    """Yield how a page is shown otherwise than it is written (ISO 32000-1, 14.11.2)."""
    if page.entries.get("/Rotate", 0) or page.entries.get("/UserUnit", 1) != 1:
        yield "a page that is turned or scaled"
    whole = page.box("MediaBox")
    if whole[:2] != (0, 0) or any(page.box(name) != whole for name in _BOXES):
        yield "a page that is cropped"
    yield from (f"the entry {key[1:]} of a page" for key in page.entries.keys() - _PAGE)


def _labels(content: Content) -> dict[str, str]:
    """Return the words of each heading by the name of the place that links lead to."""
    return {
        f"{expected.prefix(content, version)}{heading.anchor}": expected.label(heading)
        for version in content.versions
        for heading in version.statement.body.headings
    }


def _annotations(page: Page, tagged: set[int], labels: Mapping[str, str]) -> Iterator[str]:
    """Yield the annotations that are more than links without a border, or are not tagged (12.5).

    What a link says of itself is read aloud (ISO 14289-1, 7.18.5): its address, or of `labels` the
    words of the heading that it leads to.
    """
    for annotation in page.annotations:
        link = annotation.entries
        style = link.get("/BS")
        border = link.get("/Border", style.get("/W") if isinstance(style, dict) else None)
        if link.get("/Subtype") != "/Link" or "/AP" in link:
            yield f"an annotation {link.get('/Subtype')}"
            continue
        if border not in (0, [0, 0, 0]):
            yield "a link with a border"
        if link.get("/F") != _PRINTED:
            yield "a link that is not shown and printed"
        if annotation.number not in tagged:
            yield "a link without a tag"
        yield from (f"the entry {key[1:]} of a link" for key in link.keys() - _LINK)
        if "/A" in link and ("/Dest" in link or not _leads(link["/A"])):
            yield "a link that acts"
        elif link.get("/Contents") != _where(link, labels):
            yield "a link that is called something else"


def _where(link: dict[str, Any], labels: Mapping[str, str]) -> object:
    """Return the address that a link leads to, or the words of the heading."""
    if "/A" in link:
        return link["/A"].get("/URI")
    return labels.get(str(link["/Dest"]), "") if "/Dest" in link else None


def _leads(action: object) -> bool:
    """Tell whether an action leads to an address, and does nothing else."""
    return isinstance(action, dict) and action.keys() <= _ACTION and action.get("/S") == "/URI"
