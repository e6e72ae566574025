"""What a page consists of for PDFium: its texts, paths and pictures, one by one."""

from __future__ import annotations

import ctypes
import threading
from math import hypot
from typing import TYPE_CHECKING, Any

import pypdfium2 as pdfium
import pypdfium2.raw as c

from communique.pdf_reading.drawing.box import Box
from communique.pdf_reading.drawing.thumbnail import Thumbnail

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from communique.pdf_reading.drawing.bitmap import Bitmap

#: PDFium is for one thread at a time (its README, "not thread-safe").
ALONE = threading.RLock()
#: So many are read of a text at most.
_CHARACTERS = 10_000
_MATRIX_TOLERANCE = 0.001
#: A line whose ends are no further apart than this, in pt, is level, or upright.
_FLAT = 0.001
#: How far a picture's proportions may be from its own: sizes are rounded on the way.
_STRETCH = 0.03


def draw(page: Any, bitmap: Bitmap, flags: int = 0) -> None:
    """Draw a page on what is in `bitmap` already."""
    handle = c.FPDFBitmap_CreateEx(
        bitmap.width, bitmap.height, c.FPDFBitmap_BGRx, bitmap.address, bitmap.stride
    )
    c.FPDF_RenderPageBitmap(handle, page, *bitmap.frame, 0, flags)
    c.FPDFBitmap_Destroy(handle)


def hide(items: Iterable[Any]) -> None:
    """Leave `items` out of what is drawn from now on."""
    for item in items:
        c.FPDFPageObj_SetIsActive(item, 0)


def show(items: Iterable[Any]) -> None:
    """Let `items` that were hidden be drawn again."""
    for item in items:
        c.FPDFPageObj_SetIsActive(item, 1)


def painted(item: Any) -> Box | None:
    """Return the box around what a path paints; PDFium takes each line for twice as thick.

    A level or upright one without caps ends where its path does (ISO 32000-1, 8.4.3.3).
    """
    if c.FPDFPageObj_GetType(item) != c.FPDF_PAGEOBJ_PATH:
        return None
    fill, stroke, width, matrix = ctypes.c_int(), c.FPDF_BOOL(), ctypes.c_float(), c.FS_MATRIX()
    c.FPDFPath_GetDrawMode(item, fill, stroke)
    box = bounds(item)
    if not stroke.value:
        return box
    c.FPDFPageObj_GetStrokeWidth(item, width)
    c.FPDFPageObj_GetMatrix(item, matrix)
    x = y = half = width.value * hypot(matrix.c, matrix.d) / 2
    if c.FPDFPageObj_GetLineCap(item) == c.FPDF_LINECAP_BUTT:
        if box.top - box.bottom < 4 * half + _FLAT:
            x = 2 * half
        elif box.right - box.left < 4 * half + _FLAT:
            y = 2 * half
    return Box(box.left + x, box.bottom + y, box.right - x, box.top - y)


def bounds(item: Any) -> Box:
    """Return the box around what PDFium takes an item to paint."""
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    if not c.FPDFPageObj_GetBounds(item, left, bottom, right, top):
        return Box(0, 0, 0, 0)
    return Box(left.value, bottom.value, right.value, top.value)


def letters(page: Any, texts: Sequence[Any]) -> list[str]:
    """Return what PDFium reads in each of the `texts` of a page."""
    reader = c.FPDFText_LoadPage(page)
    room = (ctypes.c_ushort * _CHARACTERS)()
    found = []
    for item in texts:
        length = c.FPDFTextObj_GetText(item, reader, room, ctypes.sizeof(room))  # in bytes
        units = ctypes.string_at(room, max(min(length, ctypes.sizeof(room)) - 2, 0))
        found.append(units.decode("utf-16-le", "replace"))
    c.FPDFText_ClosePage(reader)
    return found


def upright(item: Any) -> bool:
    """Tell whether a picture made of pixels stands upright and has its own proportions."""
    if c.FPDFPageObj_GetType(item) != c.FPDF_PAGEOBJ_IMAGE:
        return True
    matrix, width, height = c.FS_MATRIX(), ctypes.c_uint(), ctypes.c_uint()
    c.FPDFPageObj_GetMatrix(item, matrix)
    c.FPDFImageObj_GetImagePixelSize(item, width, height)
    if min(matrix.a, matrix.d) <= 0 or max(abs(matrix.b), abs(matrix.c)) > _MATRIX_TOLERANCE:
        return False
    stretched = matrix.a * height.value / (matrix.d * max(width.value, 1))
    return bool(abs(stretched - 1) < _STRETCH)


def thumbnail(item: Any) -> Thumbnail | None:
    """Return a picture made of pixels as it is in the file, or None if it is none."""
    if c.FPDFPageObj_GetType(item) != c.FPDF_PAGEOBJ_IMAGE:
        return None
    bitmap = c.FPDFImageObj_GetBitmap(item)
    return Thumbnail(pdfium.PdfBitmap.from_raw(bitmap).to_pil()) if bitmap else None
