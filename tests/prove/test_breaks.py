"""A break in the text is a rule that is drawn between what stands around it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from communique.pdf_reading.operators import Path, Shape
from communique.prove import place
from communique.prove.form import MM
from communique.typeset.engine import typeset

from .conftest import complaints, composed

if TYPE_CHECKING:
    from pathlib import Path as FilePath

    from communique.compose.page import Page

HEAD = "---\ntitle: On the river\nissued: 2024-05-02\n---\n\n"
BETWEEN = (
    HEAD + "One.\n\n---\n\nTwo.[^1]\n\n---\n\n> Three.\n>\n> ---\n>\n> Four.\n\n[^1]: A note.\n"
)
FIRST = HEAD + "---\n\nOne.\n"
LAST = HEAD + "One.\n\n---\n"
LISTED = HEAD + "1. One.\n\n   ---\n\n   Two.\n\n2. Three.\n\n---\n\n3. Four.\n"
TWICE = HEAD + "One.\n\n---\n\n---\n\nTwo.\n"
MISSING = "place: the break in the text is not drawn"


def page_of(folder: FilePath, text: str) -> Page:
    return composed(folder, text, "river.en.md")


@pytest.mark.parametrize("text", [BETWEEN, FIRST, LAST, LISTED, TWICE])
def test_breaks_are_drawn_where_they_are_written(tmp_path: FilePath, text: str) -> None:
    page = page_of(tmp_path, text)
    assert complaints(page, typeset(page)) == []


@pytest.mark.parametrize(
    ("text", "line"),
    [(BETWEEN, 8), (FIRST, 6), (LAST, 8), (LISTED, 8), (TWICE, 10)],
)
def test_a_template_that_drops_a_rule_is_refused(tmp_path: FilePath, text: str, line: int) -> None:
    page = page_of(tmp_path, text)
    other = replace(page, html=page.html.replace("<hr>", "", 1))
    assert complaints(page, typeset(other)) == [f"{line}: {MISSING}"]


def test_a_stylesheet_that_hides_rules_is_refused(tmp_path: FilePath) -> None:
    page = page_of(tmp_path, BETWEEN)
    other = replace(page, styles=page.styles + "hr { border: none }")
    assert complaints(page, typeset(other)) == [f"{line}: {MISSING}" for line in (8, 12, 16)]


def test_a_rule_that_stands_elsewhere_is_no_break(tmp_path: FilePath) -> None:
    page = page_of(tmp_path, HEAD + "One.\n\n---\n\nTwo.\n\nThree.\n")
    moved = page.html.replace("<hr>", "").replace("<p>Three", "<hr><p>Three")
    assert complaints(page, typeset(replace(page, html=moved))) == [f"8: {MISSING}"]


@pytest.mark.parametrize(
    ("width", "height", "is_rule"),
    [(20, 4, True), (19.9, 4, False), (20, 4.1, False), (300, 0, True)],
)
def test_a_rule_is_wide_and_flat(
    tmp_path: FilePath, width: float, height: float, *, is_rule: bool
) -> None:
    content = page_of(tmp_path, FIRST).content
    assert place._is_rule(Shape(0, 100, 400, 100 + width, 400 + height), content) is is_rule


def test_a_rule_outside_the_type_area_is_no_break(tmp_path: FilePath) -> None:
    content = page_of(tmp_path, FIRST).content
    paper = content.edition.paper.height * MM
    assert not place._is_rule(Shape(0, 100, 5, 300, 6), content)
    assert not place._is_rule(Shape(0, 100, paper - 6, 300, paper - 5), content)


def test_a_path_is_known_by_the_box_around_it() -> None:
    path = Path(2)
    turned = (1.0, 0.0, 0.0, -1.0, 0.0, 100.0)
    path.follow(b"re", [b"10", b"20", b"30", b"-5"], turned)
    path.follow(b"f", [], turned)
    path.follow(b"m", [b"1", b"2"], turned)
    path.follow(b"c", [b"3", b"4", b"5", b"6", b"7", b"8"], turned)
    path.follow(b"n", [], turned)  # clips, and paints nothing
    path.follow(b"S", [], turned)
    path.follow(b"m", [b"1", b"2"], turned)
    path.follow(b"l", [b"9", b"2"], turned)
    path.follow(b"S", [], turned)
    assert path.painted == [Shape(2, 10, 80, 40, 85), Shape(2, 1, 98, 9, 98)]
