"""Each rule about the looks of a page meets a PDF that breaks it, and no other rule with it."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING, Any

import pytest
from PIL import Image
from pypdf.generic import (
    ArrayObject,
    DecodedStreamObject,
    DictionaryObject,
    FloatObject,
    NameObject,
    NumberObject,
)

from communique.pdf_reading.bitmap import Ground
from communique.prove.appearance.contrast import ratio
from communique.typeset.engine import typeset
from tests.prove.conftest import STATEMENT, complaints, composed
from tests.samples import ROOT, png

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pypdf import PdfWriter

    from tests.prove.conftest import Spoil

    Change = Callable[[PdfWriter], object]

#: The last paragraph, as it is drawn: black, in the text's font.
THANKS = b"0 0 0 rg\nBT\n"


def drawn(change: Callable[[bytes], bytes]) -> Change:
    """Return a change of what the first page draws."""

    def changed(writer: PdfWriter) -> None:
        stream: Any = writer.pages[0]["/Contents"].get_object()
        data = change(stream.get_data())
        assert data != stream.get_data()
        stream.set_data(data)

    return changed


def after(added: bytes) -> Change:
    """Return a change that draws `added` last, in pt from the upper left corner."""
    return drawn(lambda data: data + b"\nq\n" + added + b"\nQ")


def entry(path: str, value: Any) -> Change:
    """Return a change that adds an entry to the first page's dictionary at `path`."""

    def changed(writer: PdfWriter) -> None:
        *way, last = path.split("/")
        target: Any = writer.pages[0]
        for key in way:
            target = target[f"/{key}"].get_object()
        target[NameObject(f"/{last}")] = value

    return changed


def named(**entries: Any) -> DictionaryObject:
    return DictionaryObject({NameObject(f"/{key}"): value for key, value in entries.items()})


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


def keys(found: list[str]) -> set[str]:
    return {complaint.split(": ")[1] for complaint in found}


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


# Contrast


@pytest.mark.parametrize(
    ("styles", "stands_out"),
    [
        ("blockquote { color: #777 }", False),
        ("blockquote { color: #767676 }", True),
        ("h1 { color: #959595 }", False),
        ("h1 { color: #949494 }", True),  # from 18 pt on 3 to 1
        ("blockquote { color: #fff; background: #14284b }", True),
        ("blockquote { background: #444 }", False),
        ("blockquote { background: #fff }", True),
    ],
)
def test_text_has_to_stand_out_from_its_ground(
    reset: Spoil, styles: str, *, stands_out: bool
) -> None:
    assert keys(reset(styles=styles)) == (set() if stands_out else {"contrast"})


def test_the_worse_side_of_a_ground_counts() -> None:
    assert ratio((0, 0, 0), Ground(0.0, 1.0)) == 1
    assert ratio((0, 0, 0), Ground(1.0, 1.0)) == pytest.approx(21)
    assert ratio((1, 1, 1), Ground(0.0, 0.5)) == pytest.approx(1.05 / 0.55)
    assert ratio(None, Ground(1.0, 1.0)) == 1


def test_white_letters_are_reported(altered: Spoil) -> None:
    found = altered(drawn(lambda data: data.replace(b"0 0 0 rg\nBT", b"1 1 1 rg\nBT", 1)))
    assert keys(found) == {"contrast"}


def test_a_colour_that_is_not_given_as_rgb_is_reported(altered: Spoil) -> None:
    found = altered(drawn(lambda data: data.replace(b"0 0 0 rg\nBT", b"0 0 0 1 k\nBT", 1)))
    assert keys(found) == {"contrast"}


def test_a_ground_that_is_light_in_part_is_reported(reset: Spoil) -> None:
    box = "position: absolute; left: 0; top: 0; width: 40pt; height: 20pt; background: #222"
    found = reset(
        styles=f"blockquote {{ position: relative; z-index: 0 }}"
        f"blockquote::before {{ content: ''; z-index: -1; {box} }}"
    )
    assert keys(found) == {"contrast"}


# Visible


@pytest.mark.parametrize(
    ("added", "complaint"),
    [
        (b"1 g 0 300 600 300 re f", "this is covered or cut off"),
        (b"/veil gs 1 g 0 300 600 300 re f", "this is covered or cut off"),
        (b"1 0 0 RG 1 w 0 60 m 600 60 l S", None),  # a line beside all text is a line
    ],
)
def test_what_is_drawn_over_text_is_reported(
    altered: Spoil, added: bytes, complaint: str | None
) -> None:
    def change(writer: PdfWriter) -> None:
        entry("Resources/ExtGState/veil", named(ca=FloatObject(0.6)))(writer)
        after(added)(writer)

    found = altered(change)
    assert keys(found) == ({"visible"} if complaint else set())
    assert not complaint or any(complaint in each for each in found)


def test_text_that_is_clipped_is_reported(altered: Spoil) -> None:
    found = altered(drawn(lambda data: b"0 0 600 400 re W n\n" + data))
    assert keys(found) == {"visible"}


def test_text_that_is_see_through_is_reported(altered: Spoil) -> None:
    def change(writer: PdfWriter) -> None:
        entry("Resources/ExtGState/thin", named(ca=FloatObject(0.9)))(writer)
        drawn(lambda data: data.replace(b"BT\n", b"/thin gs\nBT\n", 1))(writer)

    found = altered(change)
    assert keys(found) == {"visible"}
    assert any("this is see-through: " in complaint for complaint in found)


@pytest.mark.parametrize("colour", ["currentcolor", "#999"])
def test_text_that_is_struck_through_is_reported(reset: Spoil, colour: str) -> None:
    line = f"text-decoration: line-through; text-decoration-color: {colour}"
    found = reset("<p>We thank", f'<p style="{line}">We thank')
    assert "1: visible: page 1: this is struck through: We thank the millers." in found


def test_an_underlined_text_is_none_that_is_struck_through(reset: Spoil) -> None:
    assert reset(styles="main > p, h2 { text-decoration: underline }") == []


# Shape


@pytest.mark.parametrize(
    ("matrix", "complaint"),
    [
        (b"-1 0 0 -1", "this does not stand upright"),
        (b"1 0 0 1", "this does not stand upright"),
        (b"1 .05 .05 -1", "this does not stand upright"),
        (b"0.9 0 0 -1", "the letters here are squeezed or stretched"),
    ],
)
def test_letters_that_are_turned_or_stretched_are_reported(
    altered: Spoil, matrix: bytes, complaint: str
) -> None:
    found = altered(drawn(lambda data: data.replace(b"1 0 0 -1", matrix, 4)))
    assert any(f": shape: page 1: {complaint}: " in each for each in found)


@pytest.mark.parametrize(
    ("styles", "complaint"),
    [
        ("letter-spacing: -.08em", "the letters here are pushed into one another"),
        ("letter-spacing: .3em", "the letters here are far apart"),
        ("word-spacing: -.11em", "the spaces here are too narrow"),
    ],
)
def test_letters_and_spaces_stand_as_their_font_has_them(
    reset: Spoil, styles: str, complaint: str
) -> None:
    found = reset("<p>We thank", f'<p style="{styles}">We thank')
    assert f"1: shape: page 1: {complaint}: We thank the millers." in found
    assert keys(found) == {"shape"}


@pytest.mark.parametrize("styles", ["letter-spacing: .1em", "word-spacing: -.05em"])
def test_letters_may_be_spaced_a_little(reset: Spoil, styles: str) -> None:
    assert reset(styles=f"h2, blockquote {{ {styles} }}") == []


def test_letters_that_are_raised_out_of_their_line_are_reported(altered: Spoil) -> None:
    found = altered(drawn(lambda data: data.replace(b"TJ\n", b"TJ\n9 Ts\n", 1)))
    assert "shape" in keys(found)


@pytest.mark.parametrize(
    ("part", "styles"),
    [
        ("blockquote", "font-variant-position: super"),
        (".facts", "font-variant-position: sub"),
        ("blockquote", "font-feature-settings: 'ordn'"),
        ("blockquote", "font-feature-settings: 'smcp'"),
        ("h1", "font-feature-settings: 'c2sc'"),
        ("td", "font-feature-settings: 'dnom'"),
        (".facts", "font-feature-settings: 'frac'"),
    ],
)
def test_letters_and_figures_that_are_small_for_their_size_are_reported(
    reset: Spoil, part: str, styles: str
) -> None:
    found = reset(styles=f"{part} {{ {styles} }}")
    wrong = "letters or figures here are smaller than their size says"
    assert any(each.startswith(f"1: shape: page 1: {wrong}: ") for each in found)


def test_other_forms_of_figures_are_reported_by_nobody(reset: Spoil) -> None:
    for form in ("lining-nums", "oldstyle-nums", "tabular-nums slashed-zero"):
        assert reset(styles=f"body * {{ font-variant-numeric: {form} }}") == []


# Letters


def test_letters_that_a_second_engine_reads_otherwise_are_reported(altered: Spoil) -> None:
    def change(writer: PdfWriter) -> None:
        fonts: Any = writer.pages[0]["/Resources"]["/Font"]  # type: ignore[index]
        for font in fonts.values():
            stream = font["/ToUnicode"].get_object()
            more = b"1 beginbfrange\n<0000> <ffff> <0041>\nendbfrange\nendcmap"
            stream.set_data(stream.get_data().replace(b"endcmap", more))

    found = altered(change)
    assert keys(found) == {"letters"}


# Overlap and order


def test_text_on_other_text_is_reported(reset: Spoil) -> None:
    found = reset("<p>We thank", '<p style="margin-top: -24pt">We thank')
    wrong = "text is printed on other text: The river belongs to those who / We thank the millers."
    assert f"1: place: page 1: {wrong}" in found
    assert keys(found) == {"place", "order"}


def test_lines_of_one_paragraph_on_one_another_are_reported(reset: Spoil) -> None:
    found = reset(styles=".byline { line-height: 4pt }")
    assert "place" in keys(found)


@pytest.mark.parametrize(
    "styles",
    [
        "li { position: relative; top: 19.4pt } li + li { top: -19.4pt }",
        "em { position: relative; top: 60mm }",
        "em { position: relative; top: -60mm; left: -150pt }",
    ],
)
def test_texts_in_another_order_on_the_page_are_reported(reset: Spoil, styles: str) -> None:
    found = reset("the dams hold.", "the <em>dams</em> hold.", styles=styles)
    assert "order" in keys(found)


@pytest.mark.parametrize("part", ["dt", "dd", "dt, .facts dd"])
def test_facts_that_are_run_together_are_reported(reset: Spoil, part: str) -> None:
    found = reset(styles=f".facts {part} {{ float: left }}")
    assert keys(found) == {"order"}
    assert any("this is run together with what is read before it" in each for each in found)


def test_a_fact_may_stand_beside_its_label(reset: Spoil) -> None:
    assert reset(styles=".facts dt { float: left; margin-right: .5em }") == []


# Divisions


@pytest.mark.parametrize(
    ("styles", "divided"),
    [
        ("main > p { width: 6em }", None),
        ("main > p { width: 2em }", "gauges"),
        ("h1 { width: 2em }", "statement"),
        (".facts { width: 8mm }", "Meeting"),
        ("html { hyphenate-character: '' } main > p { width: 3em; hyphens: auto }", "gauges"),
    ],
)
def test_words_that_are_divided_without_a_hyphen_are_reported(
    reset: Spoil, styles: str, divided: str | None
) -> None:
    found = reset(styles=f"main > p, h1 {{ overflow-wrap: anywhere; hyphens: none }} {styles}")
    wrong = f"hyphens: page 1: {divided} is divided between two lines without a hyphen"
    assert any(wrong in each for each in found) if divided else found == []


# Cells


@pytest.mark.parametrize("part", ["td", "th, td", "thead", "tbody", "tr"])
@pytest.mark.parametrize("display", ["block", "inline"])
def test_cells_that_leave_their_rows_or_columns_are_reported(
    reset: Spoil, part: str, display: str
) -> None:
    assert "cells" in keys(reset(styles=f"{part} {{ display: {display} }}"))


# Pictures


@pytest.mark.parametrize(
    ("styles", "complaint"),
    [
        ("", None),
        ("img { transform: rotate(9deg) }", "the picture is turned or stretched: A board"),
        ("img { width: 90pt; height: 10pt }", "the picture is turned or stretched: A board"),
        ("img { position: relative; left: -78mm }", "the picture runs out of its area: A board"),
        ("img { position: relative; left: -900mm }", "the picture shows nothing: A board"),
        ("img { width: 2pt }", "the picture is too small to be seen: A board"),
        ("figure { overflow: hidden; height: 8pt }", "the picture is covered or cut off: A board"),
        (
            "figure { position: relative } figure::after { content: ''; background: #fff; "
            "position: absolute; width: 9pt; height: 9pt; top: 0; left: 0 }",
            "the picture is covered or cut off: A board",
        ),
        ("h2 { margin-top: -30pt }", "text stands on a picture: What we found"),
    ],
)
def test_pictures_are_whole_and_inside_the_type_area(
    tmp_path: Path, styles: str, complaint: str | None
) -> None:
    (tmp_path / "board.png").write_bytes(png(80, 60))
    text = STATEMENT.replace("## What we found", "![A board](board.png)\n\n## What we found")
    page = composed(tmp_path, text, "river.en.md")
    object.__setattr__(page, "styles", page.styles + styles)
    found = complaints(page, typeset(page))
    assert (complaint is None) == (found == [])
    assert complaint is None or f"1: pictures: page 1: {complaint}" in found


@pytest.mark.parametrize("turn", ["none", "90deg", "180deg", "270deg", "flip", "90deg flip"])
@pytest.mark.parametrize("suffix", ["png", "jpg"])
def test_pictures_stand_as_in_their_files(tmp_path: Path, turn: str, suffix: str) -> None:
    board = Image.linear_gradient("L").rotate(90).resize((80, 60))
    board.paste(0, (0, 0, 20, 20))
    board.save(tmp_path / f"board.{suffix}")
    picture = f"![A board](board.{suffix})\n\n## What we found"
    page = composed(tmp_path, STATEMENT.replace("## What we found", picture), "river.en.md")
    object.__setattr__(page, "styles", f"{page.styles} img {{ image-orientation: {turn} }}")
    wrong = "1: pictures: page 1: the picture does not stand as in its file: A board"
    assert complaints(page, typeset(page)) == ([] if turn == "none" else [wrong])


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA", "CMYK", "turned"])
def test_pictures_of_every_kind_are_known_again(tmp_path: Path, mode: str) -> None:
    board = Image.linear_gradient("L").rotate(90).resize((80, 60))
    board.paste(0, (0, 0, 20, 20))
    name, exif = "board.jpg" if mode in ("CMYK", "turned") else "board.png", Image.Exif()
    if mode == "turned":
        exif[0x0112] = 6  # as a camera that was held upright says it
    coloured = Image.merge("RGB", (board, board.rotate(180), board))
    coloured.convert("RGB" if mode == "turned" else mode).save(tmp_path / name, exif=exif)
    picture = f"![A board]({name})\n\n## What we found"
    page = composed(tmp_path, STATEMENT.replace("## What we found", picture), "river.en.md")
    assert complaints(page, typeset(page)) == []


@pytest.mark.parametrize(
    ("styles", "well"),
    [
        ("", True),
        ("img { transform: scale(.9) }", True),
        ("img { transform: scale(-1, 1) }", False),
        ("img { transform: scale(1, -1) }", False),
        ("img { transform: rotate(180deg) }", False),
        ("img { transform: scale(.98, 1) }", False),
        ("img { transform: skewX(.2deg) }", False),
        ("img { transform: skewY(.2deg) }", False),
    ],
)
def test_drawn_pictures_are_neither_turned_nor_mirrored(
    tmp_path: Path, styles: str, *, well: bool
) -> None:
    shutil.copy(ROOT / "docs" / "example.svg", tmp_path / "arms.svg")
    text = STATEMENT.replace("## What we found", "![Arms](arms.svg)\n\n## What we found")
    page = composed(tmp_path, text, "river.en.md")
    object.__setattr__(page, "styles", page.styles + styles)
    found = complaints(page, typeset(page))
    turned = "1: pictures: page 1: the picture is turned or stretched: Arms"
    assert found == [] if well else turned in found


# Means


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
        (after(b") 0 0 9 9 re f"), "the operator )"),
        (drawn(lambda data: data + b" (words) 12"), "operands without an operator"),
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
    assert keys(found) == {"letters"}
    assert "a second engine cannot use the font of this" in found[0]


def test_a_page_in_parts_is_reported(altered: Spoil) -> None:
    def change(writer: PdfWriter) -> None:
        page: Any = writer.pages[0]
        page[NameObject("/Contents")] = ArrayObject([page.raw_get("/Contents")])

    assert "drawing" in keys(altered(change))
