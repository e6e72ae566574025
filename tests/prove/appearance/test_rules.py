"""Text that is not seen as its font and its author have it is reported."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from pypdf.generic import (
    FloatObject,
)

from communique.pdf_reading.drawing.ground import Ground
from communique.prove.appearance.contrast import ratio
from tests.prove.appearance.spoiling import after, drawn, entry, keys, named

if TYPE_CHECKING:
    from collections.abc import Callable

    from pypdf import PdfWriter

    from tests.prove.conftest import Spoil

    Change = Callable[[PdfWriter], object]


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


def test_a_line_that_runs_down_through_letters_is_reported(reset: Spoil) -> None:
    line = "content: ''; position: absolute; top: 0; width: 0.8pt; height: 100%; background: #000"
    styles = "main {{ position: relative }} main::after {{ {line}; left: {left} }}"
    found = reset(styles=styles.format(line=line, left="9.7mm"))
    assert any("this is struck through" in each for each in found)
    assert reset(styles=styles.format(line=line, left="-2mm")) == []


@pytest.mark.parametrize("alpha", [".27", ".06"])
def test_a_veil_over_the_text_is_reported(reset: Spoil, alpha: str) -> None:
    veil = "content: ''; position: absolute; top: 0; left: 0; width: 100%; height: 100%"
    found = reset(
        styles=f"p {{ color: #767676 }} main {{ position: relative }}"
        f"main::after {{ {veil}; background: rgba(255, 255, 255, {alpha}) }}"
    )
    assert any("this is covered or cut off" in each for each in found)


def test_an_underlined_text_is_none_that_is_struck_through(reset: Spoil) -> None:
    assert reset(styles="main > p, h2 { text-decoration: underline }") == []


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
        ("word-spacing: 1.1em", "the spaces here are too wide"),
    ],
)
def test_letters_and_spaces_stand_as_their_font_has_them(
    reset: Spoil, styles: str, complaint: str
) -> None:
    found = reset("<p>We thank", f'<p style="{styles}">We thank')
    assert f"1: shape: page 1: {complaint}: We thank the millers." in found
    assert keys(found) == {"shape"}


@pytest.mark.parametrize(
    "styles", ["letter-spacing: .1em", "word-spacing: -.05em", "word-spacing: .9em"]
)
def test_letters_may_be_spaced_a_little(reset: Spoil, styles: str) -> None:
    assert reset(styles=f"h2, blockquote {{ {styles} }}") == []


@pytest.mark.parametrize(
    ("margin", "wrong"),
    [("-0.23em", "narrow"), ("4em", "wide"), ("0.1em", ""), ("-0.03em", "")],
)
def test_what_is_marked_in_a_text_stands_a_space_apart_from_it(
    reset: Spoil, margin: str, wrong: str
) -> None:
    marked = '<p>We thank the <abbr title="those who mill">millers</abbr> there.</p>'
    found = reset("<p>We thank the millers.</p>", marked, f"abbr {{ margin: 0 {margin} }}")
    assert any(f"the spaces here are too {wrong}" in each for each in found) == bool(wrong)


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


def test_calls_of_notes_that_are_not_raised_are_reported(reset: Spoil) -> None:
    (found,) = reset(styles=".note::footnote-call { font-variant-position: normal }")
    assert found == "1: shape: page 1: the call of a note is not raised: oke about the water.1"


def test_other_forms_of_figures_are_reported_by_nobody(reset: Spoil) -> None:
    for form in ("lining-nums", "oldstyle-nums", "tabular-nums slashed-zero"):
        assert reset(styles=f"body * {{ font-variant-numeric: {form} }}") == []


def test_letters_that_a_second_engine_reads_otherwise_are_reported(altered: Spoil) -> None:
    def change(writer: PdfWriter) -> None:
        fonts: Any = writer.pages[0]["/Resources"]["/Font"]  # type: ignore[index]
        for font in fonts.values():
            stream = font["/ToUnicode"].get_object()
            more = b"1 beginbfrange\n<0000> <ffff> <0041>\nendbfrange\nendcmap"
            stream.set_data(stream.get_data().replace(b"endcmap", more))

    found = altered(change)
    assert keys(found) == {"letters"}
