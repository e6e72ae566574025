"""An SVG that the engine would draw otherwise than it is written, or not for every viewer."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from communique.read.svg import examine, line_of_text
from tests.samples import with_body

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Refusal

OPEN = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">'
STOPS = '<stop stop-color="red"/><stop offset="1" stop-color="blue"/>'
BY_SHAPE = f'<linearGradient id="g">{STOPS}</linearGradient>'
IN_USER_SPACE = BY_SHAPE.replace("id=", 'gradientUnits="userSpaceOnUse" id=')
IN_PER_CENT = IN_USER_SPACE.replace("id=", 'x2="50%" id=')
SHAPE = '<rect width="9" height="9" fill="url(#g)"/>'
#: Each part draws the one before it twenty times.
BOMB = "<g id='a0'/>" + "".join(
    f"<g id='a{n}'>" + f"<use href='#a{n - 1}'/>" * 20 + "</g>" for n in range(1, 5)
)


def focused(focus: str) -> str:
    """Return a shape in the colours of a radial gradient of which the focus is given."""
    circle = 'gradientUnits="userSpaceOnUse" cx="4" cy="4" r="3"'
    return f'<radialGradient id="g" {circle} {focus}>{STOPS}</radialGradient>{SHAPE}'


def found(inside: str) -> str:
    return examine(f"{OPEN}{inside}</svg>".encode())


@pytest.mark.parametrize(
    ("inside", "what"),
    [
        ("<style>@media print { .a { fill: red } }</style>", "@media in its styles"),
        ("<style>a{} rect:first-child { fill: red }</style>", "the selector rect:first-child in"),
        ("<style>.a { fill: var(--c) }</style>", "var() in its fill"),
        ("<rect style='fill: red; width: calc(1px + 2px)'/>", "calc() in its width"),
        ("<rect stroke-width='max(1, 2)'/>", "max() in its stroke-width"),
        ("<rect filter='url(#f)'/>", "filter: url(#f)"),
        ("<style>.a { mix-blend-mode: multiply }</style>", "mix-blend-mode: multiply"),
        ("<rect paint-order='stroke'/>", "paint-order: stroke"),
        ("<path vector-effect='non-scaling-stroke'/>", "vector-effect: non-scaling-stroke"),
        ("<g><switch/></g>", "<switch>"),
        ("<g><animate/></g>", "<animate>"),
        ("<set/>", "<set>"),
        ("<g mask='url(#m)'/>", "mask: url(#m)"),
        ("<path style='Filter: url(#f)'/>", "Filter: url(#f)"),
        ("<path clip-rule='evenodd'/>", "clip-rule: evenodd"),
        ("<path style='clip-path: inset(1px)'/>", "clip-path: inset(1px)"),
        ("<path pathLength='10'/>", "pathLength: 10"),
        ("<g systemLanguage='en'/>", "systemLanguage: en"),
        ("<text text-decoration='line-through'>A</text>", "text-decoration: line-through"),
        ("<style media='speech'/>", "styles for speech"),
        ("<text><textPath href='#a'>A</textPath></text>", "<textPath>"),
        ("<clipPath><g><text>A</text></g></clipPath>", "text as a clipping path"),
        ("<image href='data:image/png;base64,AA=='/>", "<image>"),
        ("<view><rect/></view>", "<view>"),
        ("<feBlend/>", "<feBlend>"),
        ("<text>A<rect/></text>", "<rect>"),
        ("<title><rect/></title>", "<rect>"),
        (
            "<metadata><rdf xmlns='x'><rect xmlns='http://www.w3.org/2000/svg'/></rdf></metadata>",
            "<rect>",
        ),
        ("<x xmlns='x'><rect xmlns='http://www.w3.org/2000/svg'/></x>", "<rect>"),
        ("<g id='a'><use href='#a'/></g>", "more than 20 elements within one another, or one that"),
        ("<use id='a' href='#b'/><use id='b' href='#a'/>", "more than 20 elements within one"),
        ("<g>" * 20 + "</g>" * 20, "more than 20 elements within one another"),
        (BOMB, "more than 100000 elements, counted as often as they are used"),
        ("<svg id='a'/><use href='#a'/>", "<use> of an <svg>"),
        ("<symbol viewBox='0 0 x 1'/>", "the viewBox 0 0 x 1"),
        ("<svg viewBox='0 0 0 0'/>", "the viewBox 0 0 0 0"),
        ("<svg viewBox='0 0 nan inf'/>", "the viewBox 0 0 nan inf"),
        ("<rect rx='10%'/>", "rx: 10%"),
        ("<text style='font: 12px Arial'>A</text>", "font: 12px Arial"),
        ("<text font-size='larger'>A</text>", "font-size: larger"),
        ("<text text-decoration='underline'>A</text>", "text-decoration: underline"),
        ("<text word-spacing='9'>A</text>", "word-spacing: 9"),
        ("<text writing-mode='tb'>A</text>", "writing-mode: tb"),
        ("<tspan baseline-shift='super'>A</tspan>", "baseline-shift: super"),
        ("<text style='text-transform:uppercase'>A</text>", "text-transform: uppercase"),
        ("<g visibility='collapse'/>", "visibility: collapse"),
        ("<g transform='scale(0)'/>", "transform: scale(0)"),
        ("<g transform='scale(1,0)'/>", "transform: scale(1,0)"),
        ("<g transform='matrix(1 2 2 4 0 0)'/>", "transform: matrix(1 2 2 4 0 0)"),
        ("<g transform='rotate(1 2)'/>", "transform: rotate(1 2)"),
        ("<g transform='turn(1)'/>", "transform: turn(1)"),
        ("<g transform='scale(a)'/>", "transform: scale(a)"),
        ("<g style='transform: translate(2px, 3px)'/>", "transform: translate(2px, 3px)"),
        ("<rect fill='device-cmyk(0 1 1 0)'/>", "device-cmyk() in its fill"),
        ("<rect fill='color(display-p3 1 0 0)'/>", "color() in its fill"),
        ("<rect fill='#f00 icc-color(a, 1)'/>", "icc-color() in its fill"),
        ("<stop stop-opacity='.5'/>", "stop-opacity: .5"),
        ("<stop stop-color='rgba(1,2,3,.5)'/>", "stop-color: rgba(1,2,3,.5)"),
        ("<stop style='stop-color: #ff000080'/>", "stop-color: #ff000080"),
        ("<stop stop-color='transparent'/>", "stop-color: transparent"),
        ("<pattern id='p'/><rect fill='url(#p)'/>", "the pattern p"),
        (focused('fx="9"'), "the gradient g with a focus that is not inside"),
        (focused('fr="1"'), "the gradient g with a focus that is not inside"),
        (f"{IN_PER_CENT}{SHAPE}", "the gradient g in per cent"),
        (f"{IN_USER_SPACE}<path stroke='url(#g)'/>", "a line in the colours of a gradient"),
        (f"{BY_SHAPE}{SHAPE}", 'the gradient g without gradientUnits="userSpaceOnUse"'),
        (f"<style>.a{{fill:url(#g)}}</style>{BY_SHAPE}", "the gradient g without"),
        (f"{BY_SHAPE.replace('linear', 'radial')}{SHAPE}", "the gradient g without"),
        (
            f"{IN_USER_SPACE.replace('userSpaceOnUse', 'objectBoundingBox')}{SHAPE}",
            "the gradient g without",
        ),
        (f"{BY_SHAPE}<linearGradient id='h' xlink:href='#g'/>{SHAPE}", "the gradient g without"),
    ],
)
def test_what_is_not_drawn_as_written_is_named(inside: str, what: str) -> None:
    assert found(inside).startswith(f"is an SVG with {what}")


@pytest.mark.parametrize(
    "inside",
    [
        "<style>@charset 'utf-8'; /* a:b @media */ .a > rect, #b { fill: red }</style>",
        "<style>&lt;!-- .a { fill: red } --&gt;</style>",
        "<rect filter='none' style='mix-blend-mode: normal; paint-order: fill'/>",
        "<g id='min(a)' data-a='var(b)' xmlns:p='x' p:label='max(a)'/>",
        "<style media='print'/><mask id='m'/><filter id='f'><feFlood/></filter><pattern id='p'/>",
        "<clipPath id='c'><rect/></clipPath><text clip-path='url(#c)'>min(a)</text>",
        f"{IN_USER_SPACE}{SHAPE}<path stroke='red'/>",
        focused(""),
        focused('fx="4" fy="4"'),
        focused('fx="5"'),
        "<stop stop-color='#ff0000' stop-opacity='1'/><text font-size='9.5pt'>A</text>",
        "<g transform='translate(1-2) rotate(3,4,5)scale(1e1)'/>",
        "<g transform='matrix(1,0 0 1 2 3)'/>",
        "<g>" * 18 + "</g>" * 18,
        "<text>A<title>B</title><a><tspan>C</tspan></a></text><metadata><x xmlns='x'/></metadata>",
        "<symbol id='s' viewBox='0,0,1.5,2e1'><path/></symbol><use href='#s'/><use href='#none'/>",
        f"{IN_USER_SPACE}<linearGradient id='h' xlink:href='#g'/><path fill='url(#h)'/>",
        f"{BY_SHAPE}<linearGradient id='h' href='#g' gradientUnits='userSpaceOnUse'/>"
        "<path fill='url(#h)'/>",
        "<linearGradient id='h' href='#h'/><path fill='red'/>",
    ],
)
def test_what_is_drawn_alike_is_taken(inside: str) -> None:
    assert found(inside) == ""


def test_the_message_says_what_to_do_with_the_picture(refusal: Refusal, tmp_path: Path) -> None:
    (tmp_path / "a.svg").write_text(f"{OPEN}{BY_SHAPE}{SHAPE}</svg>")
    assert refusal(with_body("![A]( a.svg )")) == [
        '5: image: a.svg is an SVG with the gradient g without gradientUnits="userSpaceOnUse"; '
        "save it as PNG, or leave that out of it"
    ]


@pytest.mark.parametrize(
    ("attributes", "what"),
    [
        ("width='0'", "the width 0"),
        ("width='9' height='-5px'", "the height -5px"),
        ("width='nan'", "the width nan"),
        ("viewBox='0 0 1'", "the viewBox 0 0 1"),
    ],
)
def test_a_drawing_without_a_size_is_told(attributes: str, what: str) -> None:
    data = f"<svg xmlns='http://www.w3.org/2000/svg' {attributes}/>".encode()
    assert examine(data) == f"is an SVG with {what}"


@pytest.mark.parametrize("size", ["9", "1e2px", "100%", "2.5cm", "auto", " 10mm "])
def test_a_drawing_has_a_size_in_any_unit(size: str) -> None:
    data = f"<svg xmlns='http://www.w3.org/2000/svg' width='{size}' height='{size}'/>".encode()
    assert examine(data) == ""


def test_a_style_sheet_outside_of_the_drawing_is_told() -> None:
    data = f"<?xml-stylesheet href='a.css'?>{OPEN}</svg>".encode()
    assert examine(data) == "is an SVG with a style sheet outside of it (xml-stylesheet)"


def test_only_styles_are_read_as_styles() -> None:
    assert examine(f"{OPEN}<title>@media a:b{{c}} d</title></svg>".encode()) == ""


@pytest.mark.parametrize("written", ["1", "1.0", "100%"])
def test_a_colour_that_is_not_seen_through_may_say_so(written: str) -> None:
    stops = STOPS.replace("<stop ", f'<stop stop-opacity="{written}" ')
    inside = BY_SHAPE.replace(STOPS, stops).replace("id=", 'gradientUnits="userSpaceOnUse" id=')
    assert examine(f"{OPEN}{inside}</svg>".encode()) == ""
    other = inside.replace(f'"{written}"', '"0.5"')
    assert "stop-opacity: 0.5" in examine(f"{OPEN}{other}</svg>".encode())


def test_the_first_words_are_on_their_own_line() -> None:
    assert line_of_text(f"{OPEN}\n<text>\n \n Words\n more</text></svg>".encode()) == 4
    assert line_of_text(f"{OPEN}words<text>\n </text></svg>".encode()) == 0
    assert line_of_text(f"{OPEN}<text> </text>\nwords</svg>".encode()) == 0
    assert line_of_text(f"{OPEN}<g/>words<text> </text></svg>".encode()) == 0
    assert line_of_text(f"{OPEN}<text/>\n<text>words</text></svg>".encode()) == 2


AS_WRITTEN = [
    "backdrop-filter: none",
    "baseline-shift: baseline",
    "baseline-shift: 0",
    "clip-rule: nonzero",
    "clip-rule: inherit",
    "filter: none",
    "font-feature-settings: normal",
    "font-stretch: normal",
    "font-stretch: 100%",
    "font-variant: normal",
    "font-variant-caps: normal",
    "mask: none",
    "mix-blend-mode: normal",
    "paint-order: normal",
    "paint-order: fill",
    "paint-order: fill stroke",
    "paint-order: fill stroke markers",
    "stop-opacity: 1",
    "text-decoration: none",
    "text-decoration-line: none",
    "text-transform: none",
    "vector-effect: none",
    "visibility: visible",
    "visibility: hidden",
    "visibility: inherit",
    "word-spacing: normal",
    "word-spacing: 0",
    "word-spacing: 0px",
    "writing-mode: horizontal-tb",
    "writing-mode: lr",
    "writing-mode: lr-tb",
]


@pytest.mark.parametrize("declared", AS_WRITTEN)
def test_a_property_may_have_the_value_that_is_drawn_and_no_other(declared: str) -> None:
    name, _, value = declared.partition(": ")
    for written in (f'{name}="{value}"', f'style="{declared}"'):
        assert examine(f"{OPEN}<rect {written}/></svg>".encode()) == ""
    wrong = f"is an SVG with {name}: other"
    for written in (f'{name}="other"', f'style="{name}: other"'):
        assert examine(f"{OPEN}<rect {written}/></svg>".encode()) == wrong


@pytest.mark.parametrize(
    "name", ["font", "pathlength", "requiredextensions", "requiredfeatures", "systemlanguage"]
)
def test_attributes_that_are_not_drawn_have_no_value(name: str) -> None:
    wrong = f"is an SVG with {name}: other"
    assert examine(f'{OPEN}<rect {name}="other"/></svg>'.encode()) == wrong
