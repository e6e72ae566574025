"""PDFs that are made to cost whoever opens them time, memory, or the program itself."""

from __future__ import annotations

import io
import zlib
from collections.abc import Callable
from functools import partial
from typing import Any

from pypdf import PdfWriter
from pypdf.generic import (
    ArrayObject,
    EncodedStreamObject,
    FloatObject,
    NameObject,
    NumberObject,
    TextStringObject,
)

from tests.compare.forgeries import (
    attached,
    changed,
    dictionary,
    draw,
    replace_attached,
    stream,
)

HEAD = "---\ntitle: T\nissued: 2026-03-12\n---\n\n"


def packed(data: bytes, **entries: Any) -> EncodedStreamObject:
    """Return a stream that is small until it is unpacked."""
    made = EncodedStreamObject()
    made._data = zlib.compress(data, 9)
    made.update(dictionary(Filter="/FlateDecode", Length=len(made._data), **entries))
    return made


def drawing(data: bytes) -> Callable[[PdfWriter], object]:
    """Return a change that lets the first page draw `data` and nothing else."""

    def change(writer: PdfWriter) -> None:
        writer.pages[0][NameObject("/Contents")] = writer._add_object(packed(data))

    return change


def pack_attachments(writer: PdfWriter) -> None:
    """Let twenty attached files unpack to 70 MB each."""
    names: Any = writer.root_object["/Names"]["/EmbeddedFiles"]["/Names"]  # type: ignore[index]
    file = writer._add_object(packed(bytes(70_000_000), Type="/EmbeddedFile"))
    for number in range(20):
        name = f"zip{number:02}.txt"
        entry = dictionary(Type="/Filespec", F=name, UF=name, EF=dictionary(F=file))
        names += [TextStringObject(name), writer._add_object(entry)]


def pack_the_statement(writer: PdfWriter) -> None:
    """Let the attached statement unpack to a gigabyte."""
    file = attached(writer, ".md")
    file._data = zlib.compress(bytes(2**30), 9)
    file[NameObject("/Filter")] = NameObject("/FlateDecode")


def draw_a_form_in_itself(writer: PdfWriter) -> None:
    """Let forms draw ten others each, ten deep: ten thousand million of them."""
    inner: Any = None
    for _ in range(10):
        form = stream(b"/F Do " * 10 if inner else b"0 0 9 9 re f", Subtype="/Form")
        form[NameObject("/BBox")] = ArrayObject(map(NumberObject, (0, 0, 600, 800)))
        form[NameObject("/Type")] = NameObject("/XObject")
        if inner:
            form[NameObject("/Resources")] = dictionary(XObject=dictionary(F=inner))
        inner = writer._add_object(form)
    objects: Any = writer.pages[0]["/Resources"]["/XObject"]  # type: ignore[index]
    objects[NameObject("/F")] = inner
    draw(b"/F Do")(writer)


def nest_actions(writer: PdfWriter) -> None:
    """Let an action lead to the next one, and that to the next one, and so on."""
    after: Any = None
    for _ in range(20_000):
        action = dictionary(S="/JavaScript", JS="1")
        if after:
            action[NameObject("/Next")] = after
        after = writer._add_object(action)
    writer.root_object[NameObject("/OpenAction")] = after


def annotate_often(writer: PdfWriter) -> None:
    """Stick 100,000 notes on the page."""
    note = writer._add_object(
        dictionary(Type="/Annot", Subtype="/Text", Rect=[0, 0, 9, 9], Contents="No")
    )
    writer.pages[0][NameObject("/Annots")] = ArrayObject([note] * 100_000)


def enlarge(writer: PdfWriter) -> None:
    """Let the page be 10,000 km wide."""
    sides = ArrayObject(map(FloatObject, (0, 0, 3e10, 3e10)))
    writer.pages[0][NameObject("/MediaBox")] = sides


def add_a_huge_picture(writer: PdfWriter) -> None:
    """Show a picture of 60,000 times 60,000 pixels."""
    picture = packed(bytes(70_000_000), Type="/XObject", Subtype="/Image", ColorSpace="/DeviceGray")
    picture.update(dictionary(Width=60_000, Height=60_000, BitsPerComponent=8))
    objects: Any = writer.pages[0]["/Resources"]["/XObject"]  # type: ignore[index]
    objects[NameObject("/Huge")] = writer._add_object(picture)
    draw(b"100 0 0 100 0 0 cm /Huge Do")(writer)


def add_pages(writer: PdfWriter) -> None:
    """Add 3,000 pages, each of them the first one once more."""
    for _ in range(3_000):
        writer.add_page(writer.pages[0])


def with_statement(text: str) -> Callable[[PdfWriter], object]:
    """Return a change that attaches another statement."""
    return replace_attached(".md", (HEAD + text).encode())


CHANGES: dict[str, Callable[[PdfWriter], object]] = {
    "70 MB of saved states": drawing(b"q " * 35_000_000),
    "70 MB of numbers": drawing(b"1 " * 35_000_000),
    "70 MB of brackets in a content stream": drawing(b"[" * 70_000_000),
    "70 MB of an open string": drawing(b"(" * 70_000_000),
    "a content stream of a gigabyte": drawing(bytes(2**30)),
    "a million texts": drawing(b"BT /F1 9 Tf 9 9 Td <0001> Tj ET " * 1_000_000),
    "a million lines": drawing(b"0 0 m 600 800 l S " * 1_000_000),
    "packed attachments": pack_attachments,
    "a packed statement": pack_the_statement,
    "forms in forms": draw_a_form_in_itself,
    "actions after actions": nest_actions,
    "100,000 annotations": annotate_often,
    "a page of 10,000 km": enlarge,
    "a huge picture": add_a_huge_picture,
    "3,000 pages": add_pages,
    "a statement of brackets": with_statement("[" * 1_900_000),
    "a statement of quotations": with_statement(">" * 1_900_000),
    "a statement of stars": with_statement("*a " * 600_000),
    "a statement of notes": with_statement(
        "".join(f"a[^{n}]\n\n[^{n}]: b\n\n" for n in range(60_000))
    ),
    "a table of 500 columns": with_statement(
        "|" + "a|" * 500 + "\n|" + "-|" * 500 + ("\n|" + "b|" * 500) * 1_000
    ),
    "a long statement": with_statement("Word after word of it.\n\n" * 75_000),
    "a nested front matter": replace_attached(
        ".md", ("---\ntitle: " + "[" * 100_000 + "\n---\n\nText.\n").encode()
    ),
}


def files(pdf: bytes) -> dict[str, Callable[[], bytes]]:
    """Return what makes each of the files, by what it is; they are changed from `pdf`."""
    found: dict[str, Callable[[], bytes]] = {
        name: partial(changed, pdf, change) for name, change in CHANGES.items()
    }
    found["five million brackets"] = lambda: b"%PDF-1.7\n1 0 obj\n" + b"[" * 5_000_000
    found["five million dictionaries"] = lambda: b"%PDF-1.7\n1 0 obj\n" + b"<</A" * 1_250_000
    found["a table of a thousand million objects"] = lambda: _table(pdf)
    found["an object stream of 70 MB"] = _object_stream
    found["no objects at all"] = lambda: b"%PDF-1.7\n" + b"x" * 50_000_000
    return found


def _table(pdf: bytes) -> bytes:
    """Return a file whose cross-reference table says that it has a thousand million objects."""
    start = len(pdf)
    table = b"\nxref\n0 1000000000\n0000000000 65535 f \ntrailer\n<</Size 1000000000/Root 1 0 R>>\n"
    return pdf + table + b"startxref\n%d\n%%%%EOF\n" % (start + 1)


def _object_stream() -> bytes:
    """Return a file whose objects stand in a stream that unpacks to 70 MB."""
    out = io.BytesIO(b"%PDF-1.7\n")
    out.seek(0, io.SEEK_END)
    numbers = b" ".join(b"%d 0" % number for number in range(2, 200_002)) + b" "
    data = zlib.compress(numbers + b"[" * 70_000_000, 9)
    entries = b"/Type/ObjStm/N 200000/First %d/Filter/FlateDecode/Length %d" % (
        len(numbers),
        len(data),
    )
    place = out.tell()
    out.write(b"1 0 obj\n<<%s>>\nstream\n%s\nendstream\nendobj\n" % (entries, data))
    start = out.tell()
    rows = b"\x01" + place.to_bytes(4, "big") + b"\0" + b"\x02\0\0\0\x01\0" * 4
    head = b"/Type/XRef/Size 6/Root 2 0 R/W[1 4 1]/Index[1 5]/Length %d" % len(rows)
    out.write(b"6 0 obj\n<<%s>>\nstream\n%s\nendstream\nendobj\n" % (head, rows))
    out.write(b"startxref\n%d\n%%%%EOF\n" % start)
    return out.getvalue()
