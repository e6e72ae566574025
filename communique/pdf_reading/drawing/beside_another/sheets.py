"""The pages of any PDF as PDFium has them: their words, what they consist of, and how they look."""

from __future__ import annotations

import ctypes
from functools import wraps
from typing import TYPE_CHECKING, Any, NamedTuple, ParamSpec, TypeVar

import pypdfium2 as pdfium
import pypdfium2.raw as c

from communique.pdf_reading.drawing import page_objects
from communique.pdf_reading.drawing.bitmap import Bitmap
from communique.pdf_reading.drawing.page_objects import ALONE
from communique.pdf_reading.objects import guarded

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from communique.pdf_reading.drawing.box import Box

P = ParamSpec("P")
T = TypeVar("T")
TEXT, PATH, PICTURE, SHADING, FORM = "text", "path", "picture", "shading", "form"
_KINDS = {
    c.FPDF_PAGEOBJ_TEXT: TEXT,
    c.FPDF_PAGEOBJ_PATH: PATH,
    c.FPDF_PAGEOBJ_IMAGE: PICTURE,
    c.FPDF_PAGEOBJ_SHADING: SHADING,
    c.FPDF_PAGEOBJ_FORM: FORM,
}
#: The modes of text that leaves no ink (ISO 32000-1, 9.3.6, Tr).
_INVISIBLE = (c.FPDF_TEXTRENDERMODE_INVISIBLE, c.FPDF_TEXTRENDERMODE_CLIP)
_DPI = 72
#: A page has so many pixels a side at most: one of any size is drawn in the same time.
_MOST_PIXELS = 1200
#: So deep forms within forms are looked into, and so many items of a page are.
_DEEPEST, _MOST_ITEMS = 8, 20_000
#: Between two items of a page that are one line of it, PDFium puts none of these.
_UNPRINTED = dict.fromkeys((0, 2, 0xAD, 0xFFFE, 0xFFFF))


def _asked(method: Callable[P, T]) -> Callable[P, T]:
    """Let threads take turns in `method`, and whatever goes wrong be an `UnreadableError`."""

    @wraps(method)
    def asks(*args: P.args, **kwargs: P.kwargs) -> T:
        with ALONE:
            return method(*args, **kwargs)

    return guarded(asks)


class Item(NamedTuple):
    """What a page draws in one go: a text, a path, a picture, a shading, or a form (8.10)."""

    kind: str
    text: str
    """What it writes; of a form, what all in it writes."""
    box: Box
    invisible: bool
    """Whether it is text that is said to leave no ink (9.3.6)."""
    place: int
    """Its number among the items of the page."""


class Sheets:
    """The pages of the PDF `data`; to be closed. All that is asked may raise `UnreadableError`."""

    @_asked
    def __init__(self, data: bytes) -> None:
        self._document = pdfium.PdfDocument(data)
        self._pages: dict[int, Any] = {}

    def __len__(self) -> int:
        """Return how many pages there are."""
        return len(self._document)

    def close(self) -> None:
        """Give the memory back."""
        with ALONE:
            self._pages.clear()
            self._document.close()

    @_asked
    def words(self, number: int) -> list[str]:
        """Return the words of a page as they are copied from it, in the order of drawing."""
        reader = self._page(number).get_textpage()
        try:
            return str(reader.get_text_range()).translate(_UNPRINTED).split()
        finally:
            reader.close()

    @_asked
    def items(self, number: int) -> list[Item]:
        """Return what a page consists of, in the order of drawing."""
        page = self._page(number)
        reader = page.get_textpage()
        try:
            count = min(c.FPDFPage_CountObjects(page), _MOST_ITEMS)
            handles = (c.FPDFPage_GetObject(page, n) for n in range(count))
            return [_item(handle, reader, place) for place, handle in enumerate(handles)]
        finally:
            reader.close()

    @_asked
    def drawn(self, number: int) -> Bitmap:
        """Return a page as it is seen, with its annotations."""
        page = self._page(number)
        sides = c.FPDF_GetPageWidthF(page), c.FPDF_GetPageHeightF(page)
        scale = min(_DPI / 72, _MOST_PIXELS / max(*sides, 1))
        width, height = (max(round(side * scale), 1) for side in sides)
        bitmap = Bitmap(width, height, scale)
        page_objects.draw(page, bitmap, c.FPDF_ANNOT)
        return bitmap

    @_asked
    def is_seen(self, number: int, item: Item) -> bool:
        """Tell whether a page looks otherwise without an `item`."""
        whole = self.drawn(number)
        handle = c.FPDFPage_GetObject(self._page(number), item.place)
        page_objects.hide([handle])
        without = self.drawn(number)
        page_objects.show([handle])
        return whole.differs(without)

    def _page(self, number: int) -> Any:
        if number not in self._pages:
            self._pages.clear()  # one at a time
            self._pages[number] = self._document[number]
        return self._pages[number]


def _item(handle: Any, reader: Any, place: int) -> Item:
    kind = _KINDS.get(c.FPDFPageObj_GetType(handle), "")
    text = " ".join(_texts(handle, reader, 0))
    mode = c.FPDFTextObj_GetTextRenderMode(handle) if kind == TEXT else None
    return Item(kind, text, page_objects.bounds(handle), mode in _INVISIBLE, place)


def _texts(handle: Any, reader: Any, depth: int) -> Iterator[str]:
    """Yield what an item and all in it write."""
    kind = c.FPDFPageObj_GetType(handle)
    if kind == c.FPDF_PAGEOBJ_TEXT:
        length = c.FPDFTextObj_GetText(handle, reader, None, 0)
        room = (ctypes.c_ushort * (length // 2 + 1))()
        c.FPDFTextObj_GetText(handle, reader, room, length)
        text = ctypes.string_at(room, max(length - 2, 0)).decode("utf-16-le", "replace")
        yield text.translate(_UNPRINTED).strip()
    elif kind == c.FPDF_PAGEOBJ_FORM and depth < _DEEPEST:
        for n in range(min(c.FPDFFormObj_CountObjects(handle), _MOST_ITEMS)):
            yield from _texts(c.FPDFFormObj_GetObject(handle, n), reader, depth + 1)
