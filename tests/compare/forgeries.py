"""Ways of changing a PDF so that it says something else than its statement."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from typing import Any

from pypdf import PdfReader, PdfWriter
from pypdf.generic import (
    ArrayObject,
    ByteStringObject,
    DecodedStreamObject,
    DictionaryObject,
    FloatObject,
    NameObject,
    NumberObject,
    StreamObject,
    TextStringObject,
)

from communique import __version__
from communique.pdf_reading.fonts import font_of

Change = Callable[[PdfWriter], object]
TEXT = """\
---
title: Lights for the Grey Strait
issued: 2026-03-12
---

Norland will renew the nine lights of the Grey Strait by 2028.

The water is high. The fee is 100 euro a year, see [the fees](https://example.org/fees).

![A gauge](pics/a%20b.png)
"""
NAME = "lights.en.md"
_SHOWN = re.compile(rb"/(\w+) ([\d.]+) Tf\s*\[(.*?)\] ?TJ", re.DOTALL)
_CODES = re.compile(rb"<([0-9a-f]*)>")


def changed(pdf: bytes, *changes: Change) -> bytes:
    """Return a PDF saved by pypdf with `changes`."""
    writer = PdfWriter(clone_from=io.BytesIO(pdf))
    for change in changes:
        change(writer)
    data = io.BytesIO()
    writer.write(data)
    return data.getvalue()


def dictionary(**entries: Any) -> DictionaryObject:
    """Return a dictionary; text that begins with a slash is a name, other text is a string."""
    return DictionaryObject({NameObject(f"/{key}"): _value(each) for key, each in entries.items()})


def _value(value: Any) -> Any:
    match value:
        case str() if value.startswith("/"):
            return NameObject(value)
        case str():
            return TextStringObject(value)
        case int():
            return NumberObject(value)
        case float():
            return FloatObject(value)
        case list():
            return ArrayObject(map(_value, value))
    return value


def stream(data: bytes, **entries: Any) -> StreamObject:
    """Return a stream with these entries."""
    made = DecodedStreamObject()
    made.set_data(data)
    made.update(dictionary(**entries))
    return made


def contents(writer: PdfWriter) -> Any:
    """Return what draws the first page."""
    return writer.pages[0]["/Contents"].get_object()


def fonts(writer: PdfWriter) -> Any:
    """Return the fonts of the first page."""
    return writer.pages[0]["/Resources"]["/Font"]  # type: ignore[index]


def draw(data: bytes) -> Change:
    """Return a change that draws more on the first page, over all that is there."""

    def change(writer: PdfWriter) -> None:
        drawn = contents(writer)
        drawn.set_data(b"q\n" + drawn.get_data() + b"\nQ\nq " + data + b" Q\n")

    return change


def helvetica(writer: PdfWriter) -> None:
    """Add a font of every reader to the first page, as F1."""
    font = dictionary(Type="/Font", Subtype="/Type1", BaseFont="/Helvetica")
    fonts(writer)[NameObject("/F1")] = writer._add_object(font)


def replace_words(old: str, new: str) -> Change:
    """Return a change that writes other words, of the same letters, in the content stream."""

    def change(writer: PdfWriter) -> None:
        drawn = contents(writer)

        def rewritten(found: re.Match[bytes]) -> bytes:
            name, size, shown = found.groups()
            unicode = font_of(fonts(writer)[f"/{name.decode()}"]).unicode
            digits = "".join(each.decode() for each in _CODES.findall(shown))
            codes = [int(digits[n : n + 4], 16) for n in range(0, len(digits), 4)]
            text = "".join(unicode[code] for code in codes)
            if old not in text:
                return found[0]
            written = {letter: code for code, letter in unicode.items()}
            hexed = "".join(f"{written[letter]:04x}" for letter in text.replace(old, new))
            return b"/%s %s Tf [<%s>] TJ" % (name, size, hexed.encode())

        data = drawn.get_data()
        drawn.set_data(_SHOWN.sub(rewritten, data))
        assert drawn.get_data() != data

    return change


def cover_and_write(writer: PdfWriter) -> None:
    """Put a white box over the sentence, and another one on it."""
    helvetica(writer)
    box = b"1 1 1 rg 180 606 310 18 re f"
    draw(box + b" 0 0 0 rg BT /F1 11 Tf 188 612 Td (The water is low. No fee.) Tj ET")(writer)


def write_invisibly(writer: PdfWriter) -> None:
    """Write text over the text that leaves no ink."""
    helvetica(writer)
    draw(b"BT 3 Tr /F1 11 Tf 188 612 Td (The water is low.) Tj ET")(writer)


def write_in_white(writer: PdfWriter) -> None:
    """Write text in the colour of the paper."""
    helvetica(writer)
    draw(b"1 1 1 rg BT /F1 11 Tf 188 300 Td (The water is low.) Tj ET")(writer)


def annotate(writer: PdfWriter) -> None:
    """Change the figure with an annotation that is drawn over it."""
    look = stream(
        b"1 1 1 rg 0 0 60 14 re f 0 0 0 rg BT /F1 11 Tf 2 3 Td (900) Tj ET",
        Type="/XObject",
        Subtype="/Form",
        BBox=[0, 0, 60, 14],
        Resources=dictionary(
            Font=dictionary(F1=dictionary(Type="/Font", Subtype="/Type1", BaseFont="/Helvetica"))
        ),
    )
    note = dictionary(
        Type="/Annot",
        Subtype="/FreeText",
        Rect=[318, 607, 378, 621],
        Contents="900",
        F=4,
        AP=dictionary(N=writer._add_object(look)),
    )
    links: Any = writer.pages[0].get("/Annots", ArrayObject())
    links = ArrayObject(list.__iter__(links.get_object()))
    links.append(writer._add_object(note))
    writer.pages[0][NameObject("/Annots")] = links


def write_in_a_form(writer: PdfWriter) -> None:
    """Draw words by a form (ISO 32000-1, 8.10), which is none of the page's own text."""
    form = stream(
        b"BT /F1 24 Tf 100 200 Td (NOT VALID) Tj ET",
        Type="/XObject",
        Subtype="/Form",
        BBox=[0, 0, 600, 800],
        Resources=dictionary(
            Font=dictionary(F1=dictionary(Type="/Font", Subtype="/Type1", BaseFont="/Helvetica"))
        ),
    )
    objects: Any = writer.pages[0]["/Resources"]["/XObject"]  # type: ignore[index]
    objects[NameObject("/Strange")] = writer._add_object(form)
    draw(b"/Strange Do")(writer)


def run_a_script(writer: PdfWriter) -> None:
    """Let the file run a script when it is opened."""
    script = dictionary(Type="/Action", S="/JavaScript", JS="this.getField('fee').value = 900")
    writer.root_object[NameObject("/OpenAction")] = writer._add_object(script)


def launch(writer: PdfWriter) -> None:
    """Let a link start a program."""
    link: Any = writer.pages[0]["/Annots"][0].get_object()  # type: ignore[index]
    link[NameObject("/A")] = dictionary(S="/Launch", F="calc.exe")


def fill_in(writer: PdfWriter) -> None:
    """Add a form with a field."""
    field = dictionary(FT="/Tx", T="Fee", V="900 euro")
    form = dictionary(Fields=[writer._add_object(field)])
    writer.root_object[NameObject("/AcroForm")] = writer._add_object(form)


def attach(writer: PdfWriter) -> None:
    """Attach another file."""
    names: Any = writer.root_object["/Names"]["/EmbeddedFiles"]["/Names"]  # type: ignore[index]
    file = stream(b"Norland pays 900.", Type="/EmbeddedFile")
    specification = dictionary(
        Type="/Filespec", F="terms.txt", UF="terms.txt", EF=dictionary(F=writer._add_object(file))
    )
    names += [TextStringObject("terms.txt"), writer._add_object(specification)]


def attached(writer: PdfWriter, ending: str) -> Any:
    """Return the stream of the attached file whose name ends so."""
    names: Any = writer.root_object["/Names"]["/EmbeddedFiles"]["/Names"]  # type: ignore[index]
    pairs = zip(names[::2], names[1::2], strict=True)
    found = next(file for name, file in pairs if _name(name).endswith(ending))
    return found.get_object()["/EF"]["/F"].get_object()


def _name(value: Any) -> str:
    return value.decode() if isinstance(value, ByteStringObject) else str(value)


def replace_attached(ending: str, data: bytes) -> Change:
    """Return a change that puts other `data` into the attached file whose name ends so."""
    return lambda writer: attached(writer, ending).set_data(data)


def swap_copied(one: str, other: str) -> Change:
    """Return a change by which each of two letters is copied as the other one."""

    def change(writer: PdfWriter) -> None:
        table = _text_font(writer)["/ToUnicode"].get_object()
        digits = [f" <{ord(letter):04x}>".encode() for letter in (one, other)]
        data = table.get_data()
        assert all(each in data for each in digits)
        data = data.replace(digits[0], b" <@>").replace(digits[1], digits[0])
        table.set_data(data.replace(b" <@>", digits[1]))

    return change


def swap_drawn(one: str, other: str) -> Change:
    """Return a change by which the font of the text draws each of two letters as the other one."""

    def change(writer: PdfWriter) -> None:
        from fontTools.ttLib import TTFont  # noqa: PLC0415  # only this change needs it

        font = _text_font(writer)
        unicode = {letter: code for code, letter in font_of(font).unicode.items()}
        program = font["/DescendantFonts"][0]["/FontDescriptor"].get_object()
        key = next(key for key in ("/FontFile2", "/FontFile3") if key in program)
        opened = TTFont(io.BytesIO(program[key].get_data()))
        glyphs = opened["glyf"]
        names = [opened.getGlyphName(unicode[letter]) for letter in (one, other)]
        glyphs[names[0]], glyphs[names[1]] = glyphs[names[1]], glyphs[names[0]]
        data = io.BytesIO()
        opened.save(data)
        program[key].set_data(data.getvalue())

    return change


def _text_font(writer: PdfWriter) -> Any:
    """Return the font in which the text of the page is set."""
    sizes: dict[str, int] = {}
    for name, _, shown in _SHOWN.findall(contents(writer).get_data()):
        sizes[name.decode()] = sizes.get(name.decode(), 0) + len(shown)
    return fonts(writer)[f"/{max(sizes, key=lambda name: sizes[name])}"]


def layer(writer: PdfWriter) -> None:
    """Put more text into a layer that can be switched off."""
    helvetica(writer)
    group = writer._add_object(dictionary(Type="/OCG", Name="Draft"))
    resources: Any = writer.pages[0]["/Resources"]
    resources[NameObject("/Properties")] = dictionary(Draft=group)
    shown = dictionary(Order=[group], ON=[group])
    writer.root_object[NameObject("/OCProperties")] = dictionary(OCGs=[group], D=shown)
    draw(b"/OC /Draft BDC BT /F1 30 Tf 188 300 Td (DRAFT) Tj ET EMC")(writer)


def replaced_by_an_update(pdf: bytes) -> bytes:
    """Return the PDF with another page in place of its first one, added at its end (7.5.6)."""
    writer = PdfWriter(io.BytesIO(pdf), incremental=True)
    cover_and_write(writer)
    data = io.BytesIO()
    writer.write(data)
    assert data.getvalue().startswith(pdf)
    return data.getvalue()


def claim(version: str, edition: str = "standard") -> Change:
    """Return a change that lets the metadata say that another version made the file."""

    def change(writer: PdfWriter) -> None:
        metadata: Any = writer.root_object["/Metadata"].get_object()
        ours = f"é {__version__}; edition standard;".encode()
        data = metadata.get_data()
        assert ours in data
        metadata.set_data(data.replace(ours, f"é {version}; edition {edition};".encode()))

    return change


def retitle(writer: PdfWriter) -> None:
    """Let the information dictionary name another title."""
    writer.add_metadata({"/Title": "Lights for sale"})


def redirect(writer: PdfWriter) -> None:
    """Let a link lead elsewhere."""
    link: Any = writer.pages[0]["/Annots"][0].get_object()  # type: ignore[index]
    link["/A"].get_object()[NameObject("/URI")] = TextStringObject("https://example.com/pay")


def pages_of(pdf: bytes) -> int:
    """Return how many pages a PDF has."""
    return len(PdfReader(io.BytesIO(pdf)).pages)


def produce(producer: str) -> Change:
    """Return a change that names another program as the one that wrote the file."""

    def change(writer: PdfWriter) -> None:
        writer.add_metadata({"/Producer": producer})

    return change


def lock(writer: PdfWriter) -> None:
    """Lock the file with a password."""
    writer.encrypt("secret", algorithm="RC4-128")
