"""Form: what the file says of itself, and how it is made."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from communique.prove.dates import pdf_date
from communique.prove.place import MM

if TYPE_CHECKING:
    from collections.abc import Iterator

    from communique.compose.page import Page
    from communique.model.faults import Faults
    from communique.model.standards import Standard
    from communique.pdf_reading.reading import Reading

_TOLERANCE = 0.5  # pt


def check(page: Page, standard: Standard, reading: Reading, faults: Faults) -> None:
    """Note where the file's metadata, outline, pages, tags or faces are not as they have to be."""
    for key, wanted, found in _comparisons(page, standard, reading):
        if wanted != found:
            line = page.statement.line(key)
            wrong = f"{key} is {found!r} in the PDF and not {wanted!r}"
            faults.add(line, "form", wrong, "nothing was delivered")
    for name in sorted({piece.face.name for piece in reading.pieces if not piece.face.embedded}):
        faults.add(1, "form", f"the face {name} is not embedded", "nothing was delivered")
    least = page.edition.minimum_size
    for piece in reading.pieces:
        if piece.size < least - 0.05 and piece.text.strip():
            wrong = f"page {piece.page + 1}: {piece.text.strip()[:30]} is set in {piece.size:g} pt"
            faults.add(1, "form", wrong, f"the least in this edition is {least:g} pt")


def _comparisons(
    page: Page, standard: Standard, reading: Reading
) -> Iterator[tuple[str, Any, Any]]:
    """Yield what is compared: its name, what it has to be, what it is."""
    catalog, info = reading.catalog, reading.info
    created, modified = page.dates.get("created"), page.dates.get("modified")
    yield "title", [page.title], reading.metadata("dc", "title")
    yield "language", page.statement.language, catalog.get("/Lang", "")
    yield "issuers", list(page.authors), reading.metadata("dc", "creator")
    yield "issued", list(filter(None, [created])), reading.metadata("xmp", "CreateDate")
    yield "updated", list(filter(None, [modified])), reading.metadata("xmp", "ModifyDate")
    yield "PDF/UA part", [str(standard.part)], reading.metadata("pdfuaid", "part")
    if not standard.pdf_2:  # PDF 2.0 has no other place for these than the metadata stream
        yield "title", page.title, info.get("/Title", "")
        yield "issuers", ", ".join(page.authors), info.get("/Author", "")
        yield "issued", pdf_date(created), info.get("/CreationDate")
        yield "updated", pdf_date(modified), info.get("/ModDate")
    yield "headings", page.headings, reading.outline
    yield "page labels", True, "/PageLabels" in catalog
    yield "tags", True, bool(catalog.get("/MarkInfo", {}).get("/Marked", False))
    yield "tag tree", "Document", reading.tree.role
    yield "title bar", True, bool(catalog.get("/ViewerPreferences", {}).get("/DisplayDocTitle"))
    wanted = (page.edition.paper.width * MM, page.edition.paper.height * MM)
    for number, sheet in enumerate(reading.pages, start=1):
        size = (float(sheet.mediabox.width), float(sheet.mediabox.height))
        right = all(abs(a - b) < _TOLERANCE for a, b in zip(size, wanted, strict=True))
        yield f"size of page {number}", wanted, wanted if right else size
