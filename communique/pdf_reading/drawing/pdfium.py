"""The pages as drawn by a second engine, PDFium.

Each page is drawn three times: as it is, with its annotations; without its text; and as it has to
look where nothing covers, clips or thins its text and its pictures, which are drawn last for that,
on all the rest. What is seen of each text and of each picture is measured; the rules judge it.
"""

from __future__ import annotations

from collections import defaultdict
from itertools import islice
from typing import TYPE_CHECKING, Any

import pypdfium2 as pdfium
import pypdfium2.raw as c

from communique.pdf_reading.drawing import page_objects, picture_texts
from communique.pdf_reading.drawing.beside import is_clear
from communique.pdf_reading.drawing.bitmap import Bitmap
from communique.pdf_reading.drawing.box import around
from communique.pdf_reading.drawing.ground import ground_of
from communique.pdf_reading.drawing.overlay import SPECIMEN_SIZE
from communique.pdf_reading.drawing.page_objects import ALONE
from communique.pdf_reading.drawing.underlines import underlines
from communique.pdf_reading.drawing.view import (
    Height,
    Overlap,
    SeenPicture,
    SeenText,
    View,
    depth,
    near,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from communique.pdf_reading.drawing.differences import Differences
    from communique.pdf_reading.piece import Piece

_DPI = 60
#: From this difference of a channel on, of 255, a picture has ink.
_INK = 0
_SCALE = _DPI / 72
#: So many times as large is drawn what is looked at closely.
_CLOSER = 8
#: How many pairs of texts on a page are measured: a page with more has failed by then.
_MOST_OVERLAPS = 20


def views(
    data: bytes, pieces: Sequence[Piece], pictures: Sequence[frozenset[int]]
) -> tuple[list[View], list[Height]]:
    """Return what is seen of each page of the PDF `data`, and the heights of its specimen's glyphs.

    `data` has each page again with nothing but its texts and pictures, and then the specimen, as
    `overlay` makes them: in one file, fonts are opened once. `pieces` are the texts, `pictures`
    the MCIDs of each page's pictures. Threads take turns. Raises `pypdfium2.PdfiumError` where
    the second engine cannot open the file or a page.
    """
    with ALONE:
        return _views(data, pieces, pictures)


def _views(
    data: bytes, pieces: Sequence[Piece], pictures: Sequence[frozenset[int]]
) -> tuple[list[View], list[Height]]:
    by_page: dict[int, list[Piece]] = defaultdict(list)
    for piece in pieces:
        if piece.glyphs and not piece.pictured:
            by_page[piece.page].append(piece)
    document = pdfium.PdfDocument(data)
    try:
        if len(document) != 2 * len(pictures) + 1:
            raise pdfium.PdfiumError(f"it finds {len(document) // 2} pages")
        seen = []
        for number, marks in enumerate(pictures):
            front = document[len(pictures) + number]
            seen.append(_Sheet(document[number], front, number, marks).view(by_page[number]))
        return seen, list(_heights(document[2 * len(pictures)]))
    finally:
        document.close()


def _heights(specimen: Any) -> Iterator[Height]:
    """Yield the heights of the glyphs of a specimen, in em."""
    for index in range(c.FPDFPage_CountObjects(specimen)):
        box = page_objects.bounds(c.FPDFPage_GetObject(specimen, index))
        yield Height(box.bottom / SPECIMEN_SIZE, box.top / SPECIMEN_SIZE)


class _Sheet:
    """A page that is being looked at."""

    def __init__(self, page: Any, front: Any, number: int, marks: frozenset[int]) -> None:
        self.number, self.marks = number, sorted(marks)
        self.page, self.front = page, front
        self.texts: list[Any] = []
        self.rest: list[Any] = []
        self.pictures: dict[int, list[Any]] = {mark: [] for mark in self.marks}
        for index in range(c.FPDFPage_CountObjects(self.page)):
            item = c.FPDFPage_GetObject(self.page, index)
            mark = c.FPDFPageObj_GetMarkedContentID(item)
            if mark in self.pictures:
                self.pictures[mark].append(item)
            elif c.FPDFPageObj_GetType(item) == c.FPDF_PAGEOBJ_TEXT:
                self.texts.append(item)
            else:
                self.rest.append(item)

    def view(self, pieces: Sequence[Piece]) -> View:
        """Return what is seen of the page, on which these `pieces` are written."""
        letters = page_objects.letters(self.page, self.texts)  # first: what is hidden is not read
        shown, ground = self._bitmap(), self._bitmap()
        page_objects.draw(self.page, shown, c.FPDF_ANNOT)
        page_objects.hide(self.texts)
        page_objects.draw(self.page, ground)
        unseen = self._unseen(ground)
        complete = len(pieces) == len(self.texts)
        under = self._without_underlines(ground, pieces) if complete else ground
        bare = ground
        if self.marks:
            bare = self._bitmap()
            page_objects.hide(self._pictured)
            page_objects.draw(self.page, bare)
        expected = bare.copy()
        page_objects.draw(self.front, expected)
        changed = shown.differences(expected)
        if self.marks:
            self._look_closely(changed)
        texts: tuple[SeenText, ...] = ()
        if complete:
            texts = tuple(
                self._text(piece, item, text, (under, bare), changed)
                for piece, item, text in zip(pieces, self.texts, letters, strict=True)
            )
        inked = ground.differences(bare, _INK)
        pictures = tuple(self._picture(mark, inked, changed, unseen[mark]) for mark in self.marks)
        known = [seen.box for seen in texts] + [*map(page_objects.bounds, self._pictured)]
        return View(
            self.number, texts, pictures, complete, self._overlaps(texts), changed.outside(known)
        )

    @property
    def _pictured(self) -> list[Any]:
        """What its pictures consist of."""
        return [item for items in self.pictures.values() for item in items]

    def _bitmap(self) -> Bitmap:
        width, height = c.FPDF_GetPageWidthF(self.page), c.FPDF_GetPageHeightF(self.page)
        return Bitmap(round(width * _SCALE), round(height * _SCALE), _SCALE)

    def _without_underlines(self, ground: Bitmap, pieces: Sequence[Piece]) -> Bitmap:
        """Return the page without its texts and the lines under them: `ground` if it has none."""
        lines = [(item, box) for item in self.rest if (box := page_objects.painted(item))]
        texts = list(zip(pieces, map(page_objects.bounds, self.texts), strict=True))
        found = [lines[n][0] for n in underlines([box for _, box in lines], texts)]
        if not found:
            return ground
        bitmap = self._bitmap()
        page_objects.hide(found)
        page_objects.draw(self.page, bitmap)
        page_objects.show(found)
        return bitmap

    def _unseen(self, ground: Bitmap) -> dict[int, list[str]]:
        """Return the texts in pictures that are not seen on `ground`, which has them, by MCID."""
        texts = [
            (mark, item)
            for mark, items in self.pictures.items()
            for item in picture_texts.texts_of(items)
        ]
        found: dict[int, list[str]] = defaultdict(list)
        if texts:
            hidden = picture_texts.unseen(self.page, [item for _, item in texts], ground)
            for (mark, _), said in zip(texts, hidden, strict=True):
                found[mark] += [said] if said else []
        return found

    def _look_closely(self, changed: Differences) -> None:
        """Let only that have `changed` which has so, too, where it is drawn much larger.

        PDFium draws a line that is thinner than a pixel as thick as one: along the edge of a
        drawing it would reach out of it, and be cut off there.
        """
        hidden = [*self.texts, *self._pictured]
        for pixels in changed.strips():
            shown, expected = (self._bitmap().part(pixels, _CLOSER) for _ in range(2))
            page_objects.show(hidden)
            page_objects.draw(self.page, shown, c.FPDF_ANNOT)
            page_objects.hide(hidden)
            page_objects.draw(self.page, expected)
            page_objects.draw(self.front, expected)
            changed.confirm(pixels, shown.differences(expected))

    def _overlaps(self, texts: Sequence[SeenText]) -> tuple[Overlap, ...]:
        """Return which texts lie on one another, measured where their boxes do.

        Nothing else is drawn for that: all that is on the page is hidden afterwards.
        """
        found = []
        page_objects.hide((*self.rest, *self._pictured))
        for one, other in islice(near(texts), _MOST_OVERLAPS):
            inks = []
            for item in (self.texts[texts.index(one)], self.texts[texts.index(other)]):
                bitmap = self._bitmap()
                page_objects.show([item])
                page_objects.draw(self.page, bitmap)
                page_objects.hide([item])
                inks.append(bitmap)
            part = inks[0].shared(inks[1])
            found.append(Overlap(one, other, part, depth(one, other)))
        return tuple(found)

    def _text(
        self,
        piece: Piece,
        item: Any,
        letters: str,
        grounds: tuple[Bitmap, Bitmap],
        changed: Differences,
    ) -> SeenText:
        """Return a text as it is seen on `grounds` without lines under it, and without pictures."""
        box = page_objects.bounds(item)
        under = ground_of(grounds[0], box, piece.baseline, piece.size)
        clear = is_clear(grounds[1], piece.left, piece.right, piece.baseline, piece.size)
        own = c.FPDFFont_GetIsEmbedded(c.FPDFTextObj_GetFont(item)) == 1
        return SeenText(piece, letters, box, under, changed.within(box) is None, own, clear)

    def _picture(
        self, mark: int, inked: Differences, changed: Differences, unseen: Sequence[str]
    ) -> SeenPicture:
        items = self.pictures[mark]
        boxes = [page_objects.bounds(item) for item in items]
        found = [box for box in map(inked.within, boxes) if box]
        whole = all(changed.within(box) is None for box in boxes)
        upright = all(map(page_objects.upright, items))
        pixels = tuple(filter(None, map(page_objects.thumbnail, items)))
        frame = boxes[0] if len(pixels) == len(items) == 1 else None
        box = around(found) if found else None
        return SeenPicture(mark, box, whole, upright, pixels, frame, tuple(unseen))
