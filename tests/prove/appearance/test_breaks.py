"""A break in the text is a rule that is drawn between what stands around it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from communique.compose.page import Page, compose
from communique.content.content import content_of
from communique.design import edition
from communique.read.source import read
from communique.typeset.engine import typeset
from tests.prove.conftest import complaints, composed

if TYPE_CHECKING:
    from pathlib import Path as FilePath


HEAD = "---\ntitle: On the river\nissued: 2024-05-02\n---\n\n"
BETWEEN = (
    HEAD + "One.\n\n---\n\nTwo.[^1]\n\n---\n\n> Three.\n>\n> ---\n>\n> Four.\n\n[^1]: A note.\n"
)
FIRST = HEAD + "---\n\nOne.\n"
LAST = HEAD + "One.\n\n---\n"
LISTED = HEAD + "1. One.\n\n   ---\n\n   Two.\n\n2. Three.\n\n---\n\n3. Four.\n"
TWICE = HEAD + "One.\n\n---\n\n---\n\nTwo.\n"
TABLE = HEAD + "| A | B |\n|---|---|\n| 1 | |\n\nOne.\n\n---\n\nTwo.\n"
SPACES = TABLE.replace("| 1 | |", "| 1 | &nbsp; |")
POINT = HEAD + "1. One.\n2. ***\n\n   Two.\n"
#: What sets notes apart stands below the text, as the break does, and is none.
NOTED = HEAD + "One.[^1]\n\n---\n\n[^1]: A note.\n"
PAGES = HEAD + "One is long enough. " * 330 + "\n\n---\n\nTwo.\n"
GREY, BLACK, WHITE = (0.5, 0.5, 0.5), (0.0, 0.0, 0.0), (1.0, 1.0, 1.0)
MISSING = "place: the break in the text is not drawn"


def page_of(folder: FilePath, text: str) -> Page:
    return composed(folder, text, "river.en.md")


@pytest.mark.parametrize(
    "text", [BETWEEN, FIRST, LAST, LISTED, TWICE, TABLE, SPACES, POINT, NOTED, PAGES]
)
def test_breaks_are_drawn_where_they_are_written(tmp_path: FilePath, text: str) -> None:
    page = page_of(tmp_path, text)
    assert complaints(page, typeset(page)) == []


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (BETWEEN, 8),
        (FIRST, 6),
        (LAST, 8),
        (LISTED, 8),
        (TWICE, 10),
        (TABLE, 12),
        (SPACES, 12),
        (NOTED, 8),
        (PAGES, 8),
    ],
)
def test_a_template_that_drops_a_rule_is_refused(tmp_path: FilePath, text: str, line: int) -> None:
    page = page_of(tmp_path, text)
    other = replace(page, html=page.html.replace("<hr>", "", 1))
    assert complaints(page, typeset(other)) == [f"{line}: {MISSING}"]


def test_a_stylesheet_that_hides_rules_is_refused(tmp_path: FilePath) -> None:
    page = page_of(tmp_path, BETWEEN)
    other = replace(page, styles=page.styles + "hr { border: none }")
    assert complaints(page, typeset(other)) == [f"{line}: {MISSING}" for line in (8, 12, 16)]


@pytest.mark.parametrize("paragraph", ["One", "Two", "Four"])
def test_a_rule_that_stands_elsewhere_is_no_break(tmp_path: FilePath, paragraph: str) -> None:
    page = page_of(tmp_path, HEAD + "One.\n\nTwo.\n\n---\n\nThree.\n\nFour.\n")
    moved = page.html.replace("<hr>", "").replace(f"<p>{paragraph}", f"<hr><p>{paragraph}")
    assert complaints(page, typeset(replace(page, html=moved))) == [f"10: {MISSING}"]


def test_a_text_may_begin_with_a_break_beside_many_facts(tmp_path: FilePath) -> None:
    facts = "title: On the river\nsymbol: R/1\nplace: Mill\nevent: Meeting"
    page = page_of(tmp_path, FIRST.replace("title: On the river", facts))
    assert complaints(page, typeset(page)) == []
    other = replace(page, html=page.html.replace("<hr>", ""))
    assert complaints(page, typeset(other)) == [f"9: {MISSING}"]


def test_both_texts_of_a_parallel_edition_may_end_with_a_break(tmp_path: FilePath) -> None:
    (tmp_path / "river.fr.md").write_text("---\ntitle: Le fleuve\n---\n\nUn.\n\n---\n", "utf-8")
    (tmp_path / "river.en.md").write_text("---\ntitle: On it\n---\n\nOne.\n\n---\n", "utf-8")
    pair = replace(read(tmp_path / "river.en.md"), beside=read(tmp_path / "river.fr.md"))
    page = compose(content_of(pair, edition.load("parallel")))
    assert complaints(page, typeset(page)) == []
    other = replace(page, html=page.html.replace("<hr>", "", 1))
    assert complaints(page, typeset(other)) == [f"7: {MISSING}"]


@pytest.mark.parametrize(
    "styles",
    [
        "position: relative; left: -300mm",
        "position: relative; left: -60mm",
        "border-top: 0.5pt solid rgba(0, 0, 0, 0.01)",
        "opacity: 0.05",
        "border-top: 2pt dashed white",
        "border: none; height: 0; overflow: hidden } hr::before { content: ''; display: block;"
        "border-top: 1pt solid",
        "border-top: 2pt dashed rgba(0, 0, 0, 0.01)",
    ],
)
def test_a_rule_that_is_moved_away_or_see_through_is_no_break(
    tmp_path: FilePath, styles: str
) -> None:
    page = page_of(tmp_path, HEAD + "One goes on as far as this.\n\n---\n\nTwo.\n")
    other = replace(page, styles=f"{page.styles} hr {{ {styles} }}")
    assert f"8: {MISSING}" in complaints(other, typeset(other))


@pytest.mark.parametrize("style", ["dashed", "dotted", "double"])
def test_a_rule_that_is_dashed_is_a_break(tmp_path: FilePath, style: str) -> None:
    page = page_of(tmp_path, HEAD + "One.\n\n---\n\nTwo.\n")
    other = replace(page, styles=f"{page.styles} hr {{ border-top: 2pt {style} black }}")
    assert complaints(other, typeset(other)) == []


@pytest.mark.parametrize(
    "styles",
    [
        "hr { border-color: #fff }",
        "hr { border-color: #ddd }",
        "hr { border-top-width: .1pt }",
        "hr { background: #fff; border: none; height: 1pt }",
        "hr { position: relative } hr::after { content: ''; position: absolute; inset: -9pt; "
        "background: #fff }",
    ],
)
def test_a_rule_that_is_not_seen_is_no_break(tmp_path: FilePath, styles: str) -> None:
    page = page_of(tmp_path, LAST)
    other = replace(page, styles=page.styles + styles)
    assert f"8: {MISSING}" in complaints(page, typeset(other))


@pytest.mark.parametrize(
    "styles",
    [
        "hr { border-color: #ccc }",
        "hr { border-top: 1pt dashed }",
        "hr { background: #888; border: none; height: 1pt }",
        "main { background: #eee } hr { border-color: #888 }",
    ],
)
def test_a_break_may_be_drawn_in_many_ways(tmp_path: FilePath, styles: str) -> None:
    page = page_of(tmp_path, LAST)
    other = replace(page, styles=page.styles + styles)
    assert complaints(page, typeset(other)) == []


ROWS = "| A long heading of a column that has its lines | B |\n|---|---|\n| 1 | 2 |\n| 3 | 4 |\n"


@pytest.mark.parametrize(
    "text",
    [f"{ROWS}\n---\n\nTwo.\n", f"One.\n\n---\n\n{ROWS}", f"{ROWS}\n---\n\n{ROWS}\nThree.\n"],
)
def test_the_border_of_a_table_is_no_break(tmp_path: FilePath, text: str) -> None:
    page = page_of(tmp_path, HEAD + text)
    assert complaints(page, typeset(page)) == []
    for styles in ("", "th:first-child { width: 5em }"):
        lost = replace(page, html=page.html.replace("<hr>", ""), styles=page.styles + styles)
        (found,) = complaints(page, typeset(lost))
        assert found.endswith(MISSING)


def pair_of(folder: FilePath, one: str = "en", other: str = "fr") -> Page:
    """Return two texts with a break in each, side by side."""
    for language in (one, other):
        text = f"---\ntitle: In {language}\n---\n\nOne.\n\n---\n\nTwo.\n"
        (folder / f"river.{language}.md").write_text(text, "utf-8")
    first, second = (read(folder / f"river.{language}.md") for language in (one, other))
    return compose(content_of(replace(first, beside=second), edition.load("parallel")))


@pytest.mark.parametrize(("one", "other"), [("en", "ar"), ("ar", "en")])
def test_columns_that_run_in_two_directions_may_have_breaks(
    tmp_path: FilePath, one: str, other: str
) -> None:
    page = pair_of(tmp_path, one, other)
    assert complaints(page, typeset(page)) == []


def test_a_break_may_stand_at_the_end_of_its_column(tmp_path: FilePath) -> None:
    page = pair_of(tmp_path)
    at_end = replace(page, styles=page.styles + "hr { width: 20mm; margin: 4mm 0 4mm auto }")
    assert complaints(page, typeset(at_end)) == []


def test_a_break_of_the_other_column_is_none_of_this_one(tmp_path: FilePath) -> None:
    page = pair_of(tmp_path)
    assert complaints(page, typeset(page)) == []
    for side in (0, 1):
        html = page.html.split("<hr>")
        gap = '<div style="height: 31pt"></div>'
        lost = (
            f"{html[0]}{gap}{html[1]}<hr>{html[2]}"
            if side == 0
            else f"{html[0]}<hr>{html[1]}{gap}{html[2]}"
        )
        assert complaints(page, typeset(replace(page, html=lost))) == [f"7: {MISSING}"]
