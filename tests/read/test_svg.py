"""An SVG that the engine would draw otherwise than it is written, or not for every viewer."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from communique.read.svg import examine
from tests.samples import with_body

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Refusal

OPEN = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">'
STOPS = '<stop stop-color="red"/><stop offset="1" stop-color="blue"/>'
BY_SHAPE = f'<linearGradient id="g">{STOPS}</linearGradient>'
IN_USER_SPACE = BY_SHAPE.replace("id=", 'gradientUnits="userSpaceOnUse" id=')
SHAPE = '<rect width="9" height="9" fill="url(#g)"/>'


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
        "<style media='print'/><mask id='m'/><text text-decoration='underline'>A</text>",
        "<clipPath id='c'><rect/></clipPath><text clip-path='url(#c)'>min(a)</text>",
        f"{IN_USER_SPACE}{SHAPE}<path stroke='red'/>",
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
