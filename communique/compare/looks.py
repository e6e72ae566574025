"""Looks: how each page is drawn beside the one that is due, and what hides or adds to it."""

from __future__ import annotations

from collections import Counter
from contextlib import suppress
from typing import TYPE_CHECKING

from communique.compare.difference import LOOKS, Difference, quoted
from communique.pdf_reading.document.font_parts import font_parts
from communique.pdf_reading.document.saving import layers
from communique.pdf_reading.drawing.beside_another.sheets import FORM, PATH, PICTURE, SHADING, TEXT
from communique.pdf_reading.objects import UnreadableError, guarded
from communique.prove import strangeness

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from communique.compare.pair import Pair
    from communique.pdf_reading.drawing.beside_another.sheets import Item
    from communique.pdf_reading.reading import Reading

#: The boxes of a page that say what of it is shown or printed (ISO 32000-1, 14.11.2).
_BOXES = ("MediaBox", "CropBox", "TrimBox", "BleedBox", "ArtBox")
_COVERS = {PATH: "a box or a line", PICTURE: "a picture", SHADING: "a shading", FORM: "a drawing"}
#: So many texts of a page are taken away one by one to see whether they are seen at all.
_TRIED = 60
_SHOWN = 3
_MM = 25.4 / 72


def looks(pair: Pair) -> Iterator[Difference]:
    """Yield what is seen otherwise, and what is on the pages and is not seen."""
    for name in layers(pair.there):
        what = f"a part of the file can be switched on and off, the layer {quoted(name)}"
        yield Difference(LOOKS, what)
    if pair.due is None:
        for number in range(len(pair.sheets)):
            yield from _strange(pair, number)
        return
    if len(pair.sheets) != len(pair.due_sheets):
        what = f"it has {len(pair.sheets)} pages and should have {len(pair.due_sheets)}"
        yield Difference(LOOKS, what, certain=False)
    for number in pair.common:
        if _frame(pair.there, number) != _frame(pair.due, number):
            what = f"page {number + 1} is turned, cropped, or of another size"
            yield Difference(LOOKS, what, certain=False)
        if number in pair.drawn_otherwise:
            yield Difference(LOOKS, _otherwise(pair, number), certain=False)
        yield from _strange(pair, number)
    if pair.drawn_otherwise:
        yield from _fonts(pair)
        yield from _unproven(pair)
    yield from (Difference(LOOKS, each, certain=False) for each in pair.untold)


def _otherwise(pair: Pair, number: int) -> str:
    """Return where a page looks otherwise: at which of the texts that are due."""
    what = f"page {number + 1} looks otherwise"
    engine = pair.drawn_otherwise[number]
    if engine == "poppler":
        return f"{what} in some readers: poppler draws it otherwise, PDFium as it should be"
    found = pair.sheets.drawn(number).differences(pair.due_sheets.drawn(number))
    texts = [
        item.text
        for item in pair.due_sheets.items(number)
        if item.kind == TEXT and item.text and found.within(item.box)
    ]
    shown = ", ".join(map(quoted, texts[:_SHOWN]))
    more = f" and {len(texts) - _SHOWN} more texts" if len(texts) > _SHOWN else ""
    also = " (in some readers: PDFium draws it so, poppler as it should be)" if engine else ""
    if shown:
        return f"{what} at {shown}{more}{also}"
    box = found.outside([])
    if box is None:
        return what + also
    place = f"{box.left * _MM:.0f} mm from the left, {box.top * _MM:.0f} mm from below"
    return f"{what} where it should have no text, {place}{also}"


def _strange(pair: Pair, number: int) -> Iterator[Difference]:
    """Yield what is on a page that is not due: what hides, what is hidden, and what is drawn."""
    items = pair.sheets.items(number)
    due = Counter(_key(item, pair) for item in (pair.due_sheets.items(number) if pair.due else ()))
    added = []
    for item in items:
        if due[_key(item, pair)] > 0:
            due[_key(item, pair)] -= 1
        else:
            added.append(item)
    page = f"page {number + 1}"
    for item in added:
        if item.kind == FORM and item.text:
            what = f"{page} has a drawing of its own (Form XObject) that says {quoted(item.text)}"
            yield Difference(LOOKS, what)
    for item in _tried(pair, number, items, added):
        if pair.sheets.is_seen(number, item):
            continue
        cover = "" if item.invisible else _cover(item, items)
        if cover:
            what = f"{page}: {quoted(item.text)} is covered by {cover}"
        elif item in added:
            what = f"{page} has text that is not seen (invisible text): {quoted(item.text)}"
        else:
            what = f"{page}: {quoted(item.text)} is not seen, but cut off or without ink"
        yield Difference(LOOKS, what)
    if pair.alike and number in pair.drawn_otherwise:
        drawn = Counter(item.kind for item in added if item.kind in _COVERS and not item.text)
        for kind, count in drawn.items():
            what = f"{_COVERS[kind]} is there that should not be"
            times = f", {count} times" if count > 1 else ""
            yield Difference(LOOKS, f"{page}: {what}{times}", certain=False)


def _key(item: Item, pair: Pair) -> tuple[object, ...]:
    """Return by what an item is known again: where pages need not be alike, not by its place."""
    box = item.box
    place = (box.left, box.bottom, box.right, box.top) if pair.alike else ()
    return item.kind, item.text, item.invisible, *map(round, place)


def _tried(pair: Pair, number: int, items: Sequence[Item], added: Sequence[Item]) -> list[Item]:
    """Return the texts of a page of which it has to be tried whether they are seen."""
    texts = [item for item in items if item.kind == TEXT and any(map(str.isalnum, item.text))]
    if pair.due is not None and pair.alike:
        found = None
        if number in pair.drawn_otherwise:
            found = pair.sheets.drawn(number).differences(pair.due_sheets.drawn(number))
        texts = [item for item in texts if item in added or (found and found.within(item.box))]
    first = [item for item in texts if item.invisible]
    return [*first, *(item for item in texts if not item.invisible)][:_TRIED]


def _cover(item: Item, items: Sequence[Item]) -> str:
    """Return what is drawn later and lies on an item, or nothing."""
    box = item.box
    for other in reversed(items[item.place + 1 :]):
        on = other.box
        if (
            other.kind in _COVERS
            and on.left < box.right
            and on.right > box.left
            and on.bottom < box.top
            and on.top > box.bottom
        ):
            return f"{_COVERS[other.kind]} drawn over it"
    return ""


def _fonts(pair: Pair) -> Iterator[Difference]:
    """Yield the fonts that draw other letters, where pages look otherwise."""
    assert pair.due  # noqa: S101  # its only caller has looked
    there, due = font_parts(pair.there), font_parts(pair.due)
    for name in sorted(there.keys() & due.keys()):
        if there[name].program != due[name].program:
            what = f"the font {name} was replaced: its letters may look like others than they are"
            yield Difference(LOOKS, what, certain=False)


def _unproven(pair: Pair) -> Iterator[Difference]:
    """Yield what hides words on pages that look otherwise, or adds to them.

    The proof of every version refuses what is hidden. Where it does not follow how a page is drawn,
    it does not know that; what else it notes is told in other words where pages are alike.
    """
    assert pair.content  # noqa: S101  # whatever was made was made of one
    with suppress(UnreadableError):
        for fault in strangeness(pair.content, pair.there):
            hidden = fault.key == "visible"
            if not pair.there.unexpected if hidden else not pair.alike:
                yield Difference(LOOKS, fault.wrong, hidden)


@guarded
def _frame(reading: Reading, number: int) -> tuple[object, ...]:
    """Return what says how a page is shown: its boxes, its rotation, its unit."""
    page = reading.pages[number]
    boxes = [tuple(map(round, page.box(name))) for name in _BOXES]
    return *boxes, page.entries.get("/Rotate", 0), page.entries.get("/UserUnit", 1)
