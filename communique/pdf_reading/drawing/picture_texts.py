"""Texts in drawings that are copied from the page, and are not to be seen on it.

They may be see-through, as pale as their ground, covered or cut off, whole or in part. So each
letter is looked for: what the page loses where the texts are hidden is their ink.
"""

from __future__ import annotations

import ctypes
from collections import defaultdict
from typing import TYPE_CHECKING, Any

import pypdfium2.raw as c

from communique.pdf_reading.drawing import page_objects
from communique.pdf_reading.drawing.bitmap import Bitmap
from communique.pdf_reading.drawing.box import Box, around

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

#: From this difference of a channel on, of 255, a letter stands out: half of what grey letters
#: (#808080) have in 8 pt, where their strokes are thinner than a pixel.
_SEEN = 24
#: What is said of a text in which the second engine reads no letters.
_UNREAD = "…"


def texts_of(items: Iterable[Any]) -> Iterator[Any]:
    """Yield the texts among the `items` of a page, and in the groups (Form XObjects) among them."""
    for item in items:
        kind = c.FPDFPageObj_GetType(item)
        if kind == c.FPDF_PAGEOBJ_TEXT:
            yield item
        elif kind == c.FPDF_PAGEOBJ_FORM:
            count = range(c.FPDFFormObj_CountObjects(item))
            yield from texts_of(c.FPDFFormObj_GetObject(item, index) for index in count)


def unseen(page: Any, items: Sequence[Any], ground: Bitmap) -> list[str | None]:
    """Return of each text of a page what it says where it is not seen whole, and None where it is.

    `ground` is the page with these texts. Those that lie on one another are looked at in turns.
    """
    letters = _letters(page, items)
    found: list[str | None] = [None] * len(items)
    for turn in _turns([around([box for _, box in each]) for each in letters]):
        bare = Bitmap(ground.width, ground.height, ground.scale)
        those = [items[number] for number in turn]
        page_objects.hide(those)
        page_objects.draw(page, bare)
        page_objects.show(those)
        ink = ground.differences(bare, _SEEN)
        for number in turn:
            boxes = [box for letter, box in letters[number] if letter.isalnum()]
            if not all(map(ink.within, boxes or [box for _, box in letters[number]])):
                found[number] = "".join(letter for letter, _ in letters[number])
    return found


def _turns(boxes: Sequence[Box]) -> list[list[int]]:
    """Return the numbers of all `boxes` in groups in which none reaches into another one."""
    turns: list[list[int]] = []
    for number, box in enumerate(boxes):
        free = (turn for turn in turns if not any(_meet(box, boxes[each]) for each in turn))
        turn = next(free, None)
        if turn is None:
            turns.append([number])
        else:
            turn.append(number)
    return turns


def _meet(one: Box, other: Box) -> bool:
    return (
        one.left < other.right
        and other.left < one.right
        and one.bottom < other.top
        and other.bottom < one.top
    )


def _letters(page: Any, items: Sequence[Any]) -> list[list[tuple[str, Box]]]:
    """Return what the second engine reads in each text: the letters and the boxes around them."""
    reader = c.FPDFText_LoadPage(page)
    found: dict[int | None, list[tuple[str, Box]]] = defaultdict(list)
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    for index in range(c.FPDFText_CountChars(reader)):
        item = c.FPDFText_GetTextObject(reader, index)
        if item and c.FPDFText_GetCharBox(reader, index, left, right, bottom, top):
            box = Box(left.value, bottom.value, right.value, top.value)
            found[_address(item)].append((chr(c.FPDFText_GetUnicode(reader, index)), box))
    c.FPDFText_ClosePage(reader)
    return [found[_address(item)] or [(_UNREAD, page_objects.bounds(item))] for item in items]


def _address(item: Any) -> int | None:
    """Return where PDFium keeps an item: what tells it from others."""
    return ctypes.cast(item, ctypes.c_void_p).value
