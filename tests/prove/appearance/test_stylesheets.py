"""Stylesheets that spoil what the page shows: each is refused, or all its ink is still there.

Every rule meets one of the parts of a page, or two, on a page that has little else; then all of
them, on one with everything.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

import pypdfium2 as pdfium
import pytest
from PIL import Image, ImageOps, ImageStat

from communique import prove
from communique.compose.page import compose
from communique.content.content import content_of
from communique.design import edition
from communique.model.faults import CommuniqueError
from communique.read.source import read
from communique.typeset.engine import typeset
from tests.samples import HEAD

if TYPE_CHECKING:
    from collections.abc import Callable

    from communique.compose.page import Page

FRONT = """\
---
title: Joint statement on the river
subtitle: On the water and its banks
kind: joint statement
issued: 2024-05-02
place: Weir
event: Meeting of the Mill
symbol: R/12
issuers:
  - {name: Ada Brook, country: Upland, styled: "the Minister of Upland, Ada Brook"}
  - {name: Ben Ford, country: Lowland, styled: "the Minister of Lowland, Ben Ford"}
editors: [The mill is open on Sundays.]
contact: Press office, press@example.org
signatures: {place: Weir, signatories: [{name: Ada Brook, office: Minister}, {name: Ben Ford}]}
---
"""
OPENING = """
We met at the *old* mill and spoke about the **water**.[^1] The spring was late, and snow lay long
on the hills above the two valleys this year, as it had in the year before.
"""
TEXT = """
## What we found

The gauges agree, and the dams hold. We read them [twice](https://example.org).

1. The first point is about fish.
2. The second point is about boats.

- A bullet about nets.
- A bullet about oars.

| Place | Depth |
| --- | ---: |
| Weir | 41 |
| Ford | 7 |

> The river belongs to those who drink from it.

![A board](board.png "The board from the bank")

![A pole](pole.svg)

We thank the millers.
"""
NOTE = """
[^1]: Measured at noon on both banks.
"""
#: A statement with everything, and two with half of it each.
WHOLE = FRONT + OPENING + TEXT + NOTE
ABOVE = FRONT + OPENING + NOTE
BELOW = HEAD + TEXT
POLE = """\
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 30" width="9pt" height="30pt">
<path d="M2 2h2v26h-2z"/></svg>
"""
PARTS_BELOW = ("h2", "ol > li", "ul > li", "th", "td", "blockquote", "figcaption", "img", "table")
PARTS = (
    "main > p",
    "h1",
    "h2",
    "ol > li",
    "ul > li",
    "th",
    "td",
    "blockquote",
    ".note",
    ".facts dt",
    ".facts dd",
    ".facts dl",
    ".masthead .parties",
    "@bottom-left",
    "@bottom-right",
    "figcaption",
    "img",
    ".signatory",
    ".editors",
    "table",
    "main",
    "body",
    "em",
)
RULES = (
    "color: #fff",
    "color: #ccc",
    "color: transparent",
    "color: rgba(0, 0, 0, .05)",
    "opacity: 0",
    "opacity: .01",
    "background: #000",
    "background: linear-gradient(#000, #fff)",
    "overflow: hidden; height: 2pt",
    "clip-path: inset(50%)",
    "transform: scale(-1, 1)",
    "transform: rotate(180deg)",
    "transform: rotate(3deg)",
    "transform: scaleX(.01)",
    "transform: scale(.2)",
    "transform: skewX(30deg)",
    "transform: translate(-2000pt, 0)",
    "transform: translate(0, -40pt)",
    "letter-spacing: -.5em",
    "letter-spacing: -.1em",
    "letter-spacing: 1em",
    "word-spacing: -.4em",
    "word-spacing: -.2em",
    "margin-top: -30pt",
    "margin-bottom: -30pt",
    "margin-left: -300pt",
    "text-decoration: line-through",
    "text-decoration: line-through; text-decoration-color: #888",
    "display: flex; flex-direction: column-reverse",
    "display: flex; flex-direction: row-reverse",
    "list-style: none",
    "direction: rtl",
    "direction: rtl; unicode-bidi: bidi-override",
    "font-size: 1pt",
    "font-size: 0",
    "visibility: hidden",
    "display: none",
    "display: inline",
    "display: block",
    "text-transform: lowercase",
    "text-indent: -999px",
    "position: absolute",
    "position: absolute; top: 0; left: 0",
    "position: fixed; top: 100pt",
    "position: relative; top: -20pt",
    "filter: blur(4px)",
    "font-variant: small-caps; font-size: 5pt",
    "font-variant-position: super",
    "font-variant-position: sub",
    "font-feature-settings: 'smcp', 'c2sc'",
    "font-feature-settings: 'frac'",
    "font-feature-settings: 'dnom'",
    "float: left",
    "image-orientation: flip",
    "width: 3em; overflow-wrap: anywhere",
    "word-break: break-all",
    "line-height: 0",
    "line-height: .4",
    "order: -1",
    "mix-blend-mode: difference",
    "outline: 20pt solid #fff; outline-offset: -10pt",
    "content: 'other'",
    "string-set: running 'Other', foot 'Other'",
    "counter-increment: page 3",
)
#: Before and after a part: words of their own, and boxes that lie on it, and a line through it.
BOXES = (
    "content: 'not'",
    "content: ''; display: block; position: absolute; background: #fff; "
    "width: 500pt; height: 300pt; left: -100pt; top: 0",
    "content: ''; display: block; position: absolute; background: #000; "
    "width: 500pt; height: 300pt; left: -100pt; top: 0",
    "content: ''; display: block; border-top: 1pt solid #000; position: relative; top: {middle}",
)
#: Where the middle of the first line is from before a part, and of the last one from after it.
MIDDLES = {"before": ".85em", "after": "-.6em"}
_AROUND = (("", " "), ("", "::"), ("@page { ", " "))
_SCALE = 3
#: How much more or less ink a word may have in another place: its edges fall on other pixels.
_MORE, _PIXELS = 0.2, 3.0


def _css(part: str, rule: str) -> str:
    return f"@page {{ {part} {{ {rule} }} }}" if part[0] == "@" else f"{part} {{ {rule} }}"


def _every() -> list[str]:
    rules = [_css(part, rule) for rule in RULES for part in PARTS]
    boxes = [
        _css(f"{part}::{where}", box.replace("{middle}", middle))
        for box in BOXES
        for where, middle in MIDDLES.items()
        for part in PARTS
        if part[0] != "@"
    ]
    return rules + boxes


EVERY = _every()
#: A part for each rule, another each time; 20 has no divisor in common with the 23 parts, and is
#: less than the 21 that have something before and after them.
SOME = EVERY[::20]


def _ink(pdf: bytes) -> list[tuple[str, float]]:
    """Return each word of the pages with how much is printed where it stands, in pixels."""
    found = []
    for page in pdfium.PdfDocument(pdf):
        drawn = ImageOps.invert(page.render(scale=_SCALE).to_pil().convert("L"))
        reader = page.get_textpage()
        text = reader.get_text_range()
        assert len(text) == reader.count_chars()
        for word in re.finditer(r"[^\s\ufffe\x02]+", text):
            boxes = [reader.get_charbox(n, loose=False) for n in range(*word.span())]
            left, bottom, right, top = zip(*boxes, strict=True)
            edges = (
                min(left),
                page.get_height() - max(top),
                max(right),
                page.get_height() - min(bottom),
            )
            box = tuple(round(edge * _SCALE) for edge in edges)
            found.append((word[0], ImageStat.Stat(drawn.crop(box)).sum[0] / 255))
    return sorted(found)


def _changed(pdf: bytes, before: list[tuple[str, float]]) -> list[str]:
    """Return the words of which another part is seen than before."""
    after = _ink(pdf)
    assert [word for word, _ in after] == [word for word, _ in before]
    return [
        f"{word}: {one:.0f} and not {other:.0f}"
        for (word, one), (_, other) in zip(after, before, strict=True)
        if abs(one - other) > _MORE * other + _PIXELS
    ]


class Sample(NamedTuple):
    """A page, and the ink of each word on it."""

    page: Page
    ink: list[tuple[str, float]]


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Sample]:
    """Return what makes a sample of a statement, each once."""
    folder = tmp_path_factory.mktemp("river")
    Image.linear_gradient("L").rotate(90).resize((40, 30)).save(folder / "board.png")
    (folder / "pole.svg").write_text(POLE, encoding="utf-8")
    path = folder / "river.en.md"

    @cache
    def made(text: str) -> Sample:
        path.write_text(text, encoding="utf-8")
        page = compose(content_of(read(path), edition.load("standard")))
        pdf = typeset(page).pdf
        prove.prove(page.content, pdf)
        return Sample(page, _ink(pdf))

    return made


def _delivered(page: Page, css: str) -> bytes | None:
    """Return the PDF with `css` after all other styles, or None where it is refused."""
    try:
        made = typeset(replace(page, styles=page.styles + css))
        prove.prove(page.content, made.pdf)
    except CommuniqueError:
        return None
    return made.pdf


@pytest.mark.conformance
@pytest.mark.parametrize("css", SOME)
def test_what_a_stylesheet_hides_is_not_delivered(
    sample: Callable[[str], Sample], css: str
) -> None:
    page, before = sample(BELOW if css.startswith(_begins(*PARTS_BELOW)) else ABOVE)
    pdf = _delivered(page, css)
    assert pdf is None or _changed(pdf, before) == []


@pytest.mark.conformance
@pytest.mark.parametrize("part", PARTS)
def test_no_rule_hides_any_part_of_a_delivered_page(
    sample: Callable[[str], Sample], part: str
) -> None:
    page, before = sample(WHOLE)
    found = {css: _delivered(page, css) for css in EVERY if css.startswith(_begins(part))}
    assert len(found) >= len(RULES)
    changed = {css: _changed(pdf, before) for css, pdf in found.items() if pdf}
    assert {css: words for css, words in changed.items() if words} == {}


def _begins(*parts: str) -> tuple[str, ...]:
    """Return what the CSS of these parts begins with, see `_css`."""
    return tuple(f"{before}{part}{after}" for part in parts for before, after in _AROUND)
