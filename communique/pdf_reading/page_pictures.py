"""Pages as pictures to be looked at on a screen, drawn by the second engine, PDFium."""

from __future__ import annotations

import io
from hashlib import blake2b
from typing import TYPE_CHECKING, NamedTuple

import pypdfium2 as pdfium

from communique.pdf_reading.drawing.page_objects import ALONE

if TYPE_CHECKING:
    from collections.abc import Sequence

#: JPEG is a third faster to write than PNG is and half as large; at this quality, and with its
#: colours as sharp as its light, nobody sees the difference.
_QUALITY = 92


class PagePicture(NamedTuple):
    """A page as a picture."""

    number: int
    """The page, from 0."""
    name: str
    """The same for the same picture only."""
    size: tuple[float, float]
    """Width and height of the page, in pt."""
    data: bytes
    """The picture (JPEG); nothing where it is known already."""


def drawn(
    pdf: bytes, pages: Sequence[int], scale: float, known: frozenset[str]
) -> list[PagePicture]:
    """Return those `pages` of a PDF, from 0, with so many pixels for each pt.

    Of a picture whose name is `known` there is no more than that. Pages that there are not are left
    out.
    """
    with ALONE:
        document = pdfium.PdfDocument(pdf)
        try:
            there = [number for number in pages if number < len(document)]
            return [_drawn(document[number], number, scale, known) for number in there]
        finally:
            document.close()


def _drawn(page: pdfium.PdfPage, number: int, scale: float, known: frozenset[str]) -> PagePicture:
    picture = page.render(scale=scale, rev_byteorder=True, may_draw_forms=False).to_pil()
    name = blake2b(picture.tobytes(), digest_size=12).hexdigest()
    data = io.BytesIO()
    if name not in known:
        picture.convert("RGB").save(data, "JPEG", quality=_QUALITY, subsampling=0)
    return PagePicture(number, name, page.get_size(), data.getvalue())
