"""The same PDF with more pages, as an incremental update (ISO 32000-1, 7.5.6)."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, NameObject, NumberObject

if TYPE_CHECKING:
    from collections.abc import Sequence

_START = b"startxref"


Glyph = tuple[int, int]
"""The number of the object of a font, and a code in it."""
#: The size in pt in which single glyphs are drawn: an em has a thousand units.
SPECIMEN_SIZE = 1000


def with_pages(data: bytes, pdf: Any, contents: Sequence[bytes], glyphs: Sequence[Glyph]) -> bytes:
    """Return the PDF `data`, open as `pdf`, with each page a second time after all others.

    The second time, the pages draw these `contents`, with the same fonts and pictures; and they
    have no annotations. The last page is a specimen, on which each of the `glyphs` is drawn by
    itself. What was there stays where it is: objects and a cross-reference stream (7.5.8) are
    added.
    """
    trailer = pdf.trailer
    update = _Update(data, int(trailer["/Size"]))
    root = pdf.root_object.raw_get("/Pages")
    pages = DictionaryObject(root.get_object())
    kids = [page.indirect_reference for page in pdf.pages]
    for page, stream in zip(pdf.pages, contents, strict=True):
        again = DictionaryObject(
            (key, value)
            for key, value in page.items()
            if key in ("/Type", "/MediaBox", "/CropBox", "/Rotate")
        )
        if "/Resources" in page:
            again[NameObject("/Resources")] = page.raw_get("/Resources")
        again[NameObject("/Parent")] = root
        again[NameObject("/Contents")] = IndirectObject(update.stream(stream), 0, pdf)
        kids.append(IndirectObject(update.add(_bytes(again)), 0, pdf))
    kids.append(IndirectObject(update.add(_specimen(update, root.idnum, glyphs)), 0, pdf))
    pages[NameObject("/Kids")] = ArrayObject(kids)
    pages[NameObject("/Count")] = NumberObject(len(kids))
    update.add(_bytes(pages), root.idnum)
    return update.finished(trailer.raw_get("/Root").idnum)


def _specimen(update: _Update, pages: int, glyphs: Sequence[Glyph]) -> bytes:
    """Return a page that draws each of the `glyphs` by itself, below the object `pages`."""
    fonts = b"".join(b"/F%d %d 0 R" % (font, font) for font in sorted({font for font, _ in glyphs}))
    drawn = [b"/F%d %d Tf <%04x> Tj" % (font, SPECIMEN_SIZE, code) for font, code in glyphs]
    contents = update.stream(b"BT " + b" ".join(drawn) + b" ET")
    entries = b"/Type/Page/Parent %d 0 R/MediaBox[0 0 9 9]/Contents %d 0 R" % (pages, contents)
    return b"<<%s/Resources<</Font<<%s>>>>>>" % (entries, fonts)


def _bytes(value: DictionaryObject) -> bytes:
    stream = io.BytesIO()
    value.write_to_stream(stream)
    return stream.getvalue()


class _Update:
    """Objects that are added to a file, whose next free number is `size`."""

    def __init__(self, data: bytes, size: int) -> None:
        self.before = int(data[data.rindex(_START) + len(_START) :].split()[0])
        self.out = bytearray(data) + b"\n"
        self.size = size
        self.places: list[tuple[int, int]] = []

    def add(self, value: bytes, number: int | None = None) -> int:
        """Add an object, in place of the one of that `number` if it is given; return its number."""
        if number is None:
            number, self.size = self.size, self.size + 1
        self.places.append((number, len(self.out)))
        self.out += b"%d 0 obj\n%s\nendobj\n" % (number, value)
        return number

    def stream(self, data: bytes) -> int:
        """Add a stream; return its number."""
        return self.add(b"<</Length %d>>\nstream\n%s\nendstream" % (len(data), data))

    def finished(self, root: int) -> bytes:
        """Return the file with its cross-reference stream, which names its catalog `root`."""
        start, number = len(self.out), self.size
        places = sorted([*self.places, (number, start)])
        table = b"".join(b"\x01" + place.to_bytes(5, "big") + b"\x00" for _, place in places)
        index = b" ".join(b"%d 1" % each for each, _ in places)
        entries = b"/Type/XRef/Size %d/Root %d 0 R/Prev %d/W[1 5 1]/Index[%s]/Length %d" % (
            number + 1,
            root,
            self.before,
            index,
            len(table),
        )
        self.add(b"<<%s>>\nstream\n%s\nendstream" % (entries, table))
        return bytes(self.out) + b"%s\n%d\n%%%%EOF\n" % (_START, start)
