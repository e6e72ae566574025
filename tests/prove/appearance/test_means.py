"""Means of PDF that the proof does not follow are reported."""

from __future__ import annotations

import base64
from typing import TYPE_CHECKING, Any

import pytest
from pypdf.generic import (
    ArrayObject,
    DecodedStreamObject,
    FloatObject,
    NameObject,
    NumberObject,
)

from tests.prove.appearance.spoiling import after, drawn, entry, keys, named
from tests.samples import png

if TYPE_CHECKING:
    from collections.abc import Callable

    from pypdf import PdfWriter

    from tests.prove.conftest import Spoil

    Change = Callable[[PdfWriter], object]


def link(**entries: Any) -> Change:
    """Return a change that adds a link without a border, with these entries."""
    border = ArrayObject([NumberObject(0)] * 3)
    return entry(
        "Annots", ArrayObject([named(Subtype=NameObject("/Link"), Border=border, **entries)])
    )


def script(writer: PdfWriter) -> None:
    names: Any = writer.root_object["/Names"]
    names[NameObject("/JavaScript")] = named()


def bookmark_that_acts(writer: PdfWriter) -> None:
    outline: Any = writer.root_object["/Outlines"]
    outline["/First"][NameObject("/A")] = named()


def moved(right: float, up: float) -> ArrayObject:
    """Return a page of the same size that begins elsewhere."""
    return ArrayObject(map(FloatObject, (right, up, right + 595.2756, up + 841.8898)))


def form(writer: PdfWriter, name: str, data: bytes) -> None:
    """Add a form XObject with text to the first page, and draw it."""
    stream = DecodedStreamObject()
    stream.set_data(data)
    box = ArrayObject(map(NumberObject, (0, 0, 600, 900)))
    stream.update(named(Type=NameObject("/XObject"), Subtype=NameObject("/Form"), BBox=box))
    stream[NameObject("/Resources")] = writer.pages[0]["/Resources"]
    objects = named(**{name: writer._add_object(stream)})  # pypdf has no other way
    resources: Any = writer.pages[0]["/Resources"]
    resources[NameObject("/XObject")] = objects
    after(f"/{name} Do".encode())(writer)


@pytest.mark.parametrize(
    ("change", "what"),
    [
        (drawn(lambda data: b"3 Tr\n" + data), "the operator Tr"),
        (drawn(lambda data: b"50 Tz\n" + data), "the operator Tz"),
        (after(b"BT (not) ' ET"), "the operator '"),
        (after(b"BI /W 1 /H 1 /BPC 8 /CS /G ID x EI"), "the operator BI"),
        (after(b"% 0 0 m"), "the operator %"),
        (after(b"/OC /layer BDC 0 0 9 9 re f EMC"), "a layer that can be switched off"),
        (after(b"/Pattern cs /p0 scn 0 0 9 9 re f"), "a pattern, which may show a picture"),
        (drawn(lambda data: data + b"\nq"), "a state that does not end"),
        (entry("UserUnit", FloatObject(2)), "a page that is turned or scaled"),
        (lambda writer: form(writer, "text", b""), "the operator Do"),
        (
            entry("Annots", ArrayObject([named(Subtype=NameObject("/FreeText"))])),
            "an annotation /FreeText",
        ),
        (
            entry("Annots", ArrayObject([named(Subtype=NameObject("/Link"))])),
            "a link with a border",
        ),
        (
            lambda writer: writer.root_object.update({NameObject("/OCProperties"): named()}),
            "OCProperties",
        ),
        (script, "JavaScript"),
        (bookmark_that_acts, "A"),
        (entry("AA", named()), "the entry AA of a page"),
        (link(AA=named()), "the entry AA of a link"),
        (link(A=named(S=NameObject("/Launch"))), "a link that acts"),
        (
            link(A=named(S=NameObject("/URI"), Next=named())),
            "a link that acts",
        ),
        (link(), "a link without a tag"),
        (link(F=NumberObject(2)), "a link that is not shown and printed"),
        (entry("TrimBox", moved(20, 0)), "a page that is cropped"),
        (
            lambda writer: writer.root_object.update({NameObject("/OpenAction"): named()}),
            "OpenAction",
        ),
        (lambda writer: writer.root_object.update({NameObject("/AcroForm"): named()}), "AcroForm"),
        (after(b"% a comment\n0 0 9 9 re f"), "the operator %"),
        (after(b"(words) 0 0 9 9 re f"), "the operands of re"),
        (after(b"/Span <</MCID 0 /ActualText (words)>> BDC EMC"), "the operands of BDC"),
        (after(b"[<01>] [<02>] TJ"), "the operands of TJ"),
        (after(b"[<> 500] TJ"), "the operands of TJ"),
        (after(b"[<01> -500 < >] TJ"), "the operands of TJ"),
        (after(b"<> Tj"), "the operands of Tj"),
        (after(b") 0 0 9 9 re f"), "the operator )"),
        (drawn(lambda data: data + b" (words) 12"), "operands without an operator"),
        (after(b"10 10 m 20 30 l 30 10 l f"), "a drawing of neither boxes nor lines"),
        (entry("MediaBox", moved(20, 0)), "a page that is cropped"),
        (entry("MediaBox", moved(0, 20)), "a page that is cropped"),
    ],
)
def test_what_the_proof_does_not_follow_is_reported(
    altered: Spoil, change: Change, what: str
) -> None:
    found = altered(change)
    assert f"1: drawing: page 1: this is not followed by the proof: {what}" in found


@pytest.mark.parametrize(
    "state",
    [
        named(SMask=named(S=NameObject("/Alpha"))),
        named(BM=NameObject("/Multiply")),
        named(Font=ArrayObject()),
    ],
)
def test_a_graphics_state_that_hides_or_blends_is_reported(altered: Spoil, state: Any) -> None:
    def change(writer: PdfWriter) -> None:
        entry("Resources/ExtGState/odd", state)(writer)
        after(b"/odd gs 0 0 9 9 re f")(writer)

    what = "a graphics state that hides or blends"
    assert f"1: drawing: page 1: this is not followed by the proof: {what}" in altered(change)


def test_a_font_whose_glyphs_are_drawings_is_reported(altered: Spoil) -> None:
    def change(writer: PdfWriter) -> None:
        fonts: Any = writer.pages[0]["/Resources"]["/Font"]  # type: ignore[index]
        for font in fonts.values():
            font.get_object()[NameObject("/Subtype")] = NameObject("/Type3")

    assert "drawing" in keys(altered(change))


def test_text_that_runs_upwards_is_reported(reset: Spoil) -> None:
    assert "shape" in keys(reset(styles="@page { @bottom-left { transform: rotate(90deg) } }"))


def test_a_font_that_no_reader_can_use_is_reported(altered: Spoil) -> None:
    def change(writer: PdfWriter) -> None:
        fonts: Any = writer.pages[0]["/Resources"]["/Font"]  # type: ignore[index]
        for font in fonts.values():
            inner = font.get_object()["/DescendantFonts"][0].get_object()
            descriptor = inner["/FontDescriptor"].get_object()
            (key,) = (key for key in descriptor if key.startswith("/FontFile"))
            junk = DecodedStreamObject()
            junk.set_data(b"junk")
            descriptor[NameObject(key)] = writer._add_object(junk)

    found = altered(change)
    assert keys(found) == {"letters", "shape"}  # nothing tells then that the call is raised
    assert "a second engine cannot use the font of this" in found[0]


def test_a_page_in_parts_is_reported(altered: Spoil) -> None:
    def change(writer: PdfWriter) -> None:
        page: Any = writer.pages[0]
        page[NameObject("/Contents")] = ArrayObject([page.raw_get("/Contents")])

    assert "drawing" in keys(altered(change))


@pytest.mark.parametrize(
    "styles",
    [
        "@page { @bottom-center { content: url(PICTURE) } }",
        "h2::before { content: url(PICTURE) }",
        "h2::after { content: url(PICTURE) }",
        "h2 { background: url(PICTURE) }",
        "@page { background: linear-gradient(#fff, #eee) }",
    ],
)
def test_pictures_of_a_stylesheet_are_reported(reset: Spoil, styles: str) -> None:
    data = base64.b64encode(png(20, 20)).decode("ascii")
    found = reset(styles=styles.replace("PICTURE", f"data:image/png;base64,{data}"))
    assert "drawing" in keys(found)


@pytest.mark.parametrize(
    "styles",
    [
        "h2 { border: 1pt solid #123; border-radius: 2pt; background: #eee }",
        "h2 { border-bottom: 2pt dotted #123 }",
        "h2 { border: 3pt double #123 }",
        "h2 { border-style: dashed; border-width: 1pt 2pt }",
    ],
)
def test_boxes_and_lines_of_a_stylesheet_are_no_drawings(reset: Spoil, styles: str) -> None:
    assert "drawing" not in keys(reset(styles=styles))
