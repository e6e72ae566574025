"""Means: a page is drawn by what the proof can follow, and by nothing that changes with a reader.

What a page shows is the same in every reader and at every time only where it has no layers, no
annotations with a look of their own, no text in the parts of a drawing, and no crop.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from communique.prove.appearance.report import Report

if TYPE_CHECKING:
    from collections.abc import Iterator

    from communique.content.content import Content
    from communique.model.faults import Faults
    from communique.pdf_reading.reading import Reading

#: What the document may not have: layers, forms to fill in, actions when it is opened.
_CATALOG = ("/OCProperties", "/AcroForm", "/OpenAction", "/AA")


def known_means(content: Content, reading: Reading, faults: Faults) -> None:  # noqa: ARG001  # one signature
    """Note operators, fonts, states, annotations and page boxes that are not followed."""
    report = Report(faults, "drawing")
    pieces = reading.pieces  # first: what is strange is known once they are read
    found = [(number, what) for number, what in reading.strange]
    found += [(0, key[1:]) for key in _CATALOG if key in reading.catalog]
    for number, page in enumerate(reading.pages):
        found += [(number, what) for what in (*_boxes(page), *_annotations(page))]
    drawings = {(piece.page, piece.face.name) for piece in pieces if not piece.face.horizontal}
    found += [(number, f"the font {name}") for number, name in sorted(drawings)]
    for number, what in dict.fromkeys(found):
        report(number, "this is not followed by the proof", [what])


def _boxes(page: Any) -> Iterator[str]:
    """Yield how a page is shown otherwise than it is written (ISO 32000-1, 14.11.2)."""
    if page.get("/Rotate", 0) or page.get("/UserUnit", 1) != 1:
        yield "a page that is turned or scaled"
    if list(page.cropbox) != list(page.mediabox):
        yield "a page that is cropped"


def _annotations(page: Any) -> Iterator[str]:
    """Yield the annotations that are more than links without a border (12.5)."""
    for reference in page.get("/Annots", ()):
        link = reference.get_object()
        border = link.get("/Border", link.get("/BS", {}).get("/W", 1))
        if link.get("/Subtype") != "/Link" or "/AP" in link:
            yield f"an annotation {link.get('/Subtype')}"
        elif border not in (0, [0, 0, 0]):
            yield "a link with a border"
