"""Links, abbreviations and stress are tagged on the words that the statement has in them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from communique.compose.page import compose
from communique.content.content import content_of
from communique.design import edition
from communique.model.standards import STANDARDS
from communique.prove.tagging import tags
from communique.read.source import read
from communique.typeset.engine import typeset
from tests.prove.conftest import complaints

if TYPE_CHECKING:
    from pathlib import Path

INNER = """\
---
title: On the river
abbreviations: {FAO: Food and Agriculture Organization}
url: https://example.org/a
contents: true
---

See the gauges, and the [gauges](https://example.org/b) of the mill, *with* care and **care**.

## What the FAO found

All of the FAO agree.

No tag is here.

Here is *one* tag.
"""
LINK, ABBREVIATION = (
    '<a href="https://example.org/b">',
    '<abbr title="Food and Agriculture Organization">',
)


@pytest.mark.parametrize(
    ("old", "new", "there", "due"),
    [
        (f"the {LINK}", f"{LINK}the ", "Link (the gauges)", "Link (gauges)"),
        (f"{LINK}gauges</a> of", f"{LINK}gauges of</a>", "Link (gauges of)", "Link (gauges)"),
        (f"{LINK}gauges</a>", f"{LINK}gau</a>ges", "Link (gau)", "Link (gauges)"),
        (
            f"the gauges, and the {LINK}gauges</a>",
            f"the {LINK}gauges</a>, and the gauges",
            "Link (gauges)",
            "Link (gauges)",
        ),
        (
            f"{ABBREVIATION}FAO</abbr> agree.",
            f"{ABBREVIATION}FAO agree.</abbr>",
            "Span (FAO agree.)",
            "Span (FAO)",
        ),
        (
            f"{ABBREVIATION}FAO</abbr> agree",
            f"{ABBREVIATION}F</abbr>AO agree",
            "Span (F)",
            "Span (FAO)",
        ),
        (
            f"All of the {ABBREVIATION}",
            f"{ABBREVIATION}All of the ",
            "Span (All of the FAO)",
            "Span (FAO)",
        ),
        ("<em>with</em> care", "<em>with care</em>", "Em (with care)", "Em (with)"),
        (
            "care and\u00a0<strong>care</strong>",
            "<strong>care</strong> and\u00a0care",
            "Strong (care)",
            "Strong (care)",
        ),
        ("<strong>care</strong>", "care", "none", "Strong (care)"),
        ("<em>with</em>", "with", "Strong (care)", "Em (with)"),
        ("agree.</p>", "<em>agree.</em></p>", "Em (agree.)", "none"),
        ("No tag", "No <em>tag</em>", "Em (tag)", "none"),
        ("<em>one</em>", "one", "none", "Em (one)"),
    ],
)
def test_a_tag_on_other_words_than_the_statement_has_in_it_is_named(
    tmp_path: Path, old: str, new: str, there: str, due: str
) -> None:
    path = tmp_path / "river.en.md"
    path.write_text(INNER, "utf-8")
    content = content_of(read(path), edition.load("standard"), standard=STANDARDS[2])
    page = compose(content)
    assert old in page.html
    assert complaints(page, typeset(page)) == []
    found = complaints(page, typeset(replace(page, html=page.html.replace(old, new))))
    (wrong,) = (each for each in found if " has the tag " in each)
    assert f" has the tag {there} and not {due}, or not on these words" in wrong


@pytest.mark.parametrize("role", ["Em", "Strong"])
def test_stress_that_is_interrupted_by_a_space_only_is_one(role: str) -> None:
    def whole(*inner: tuple[str, int, int], between: str = " ") -> list[tuple[str, int, int]]:
        return tags._whole(inner, ["a", between, "b", "c", "d"])

    assert whole((role, 0, 1), (role, 2, 3)) == [(role, 0, 3)]
    assert whole((role, 0, 1), (role, 2, 3), between="\u00ad") == [(role, 0, 3)]
    assert whole((role, 0, 1), (role, 2, 3), (role, 3, 4)) == [(role, 0, 4)]
    assert whole((role, 0, 4), (role, 1, 2)) == [(role, 0, 4)]
    assert whole((role, 0, 1), ("Link", 0, 1), (role, 2, 3)) == [(role, 0, 3), ("Link", 0, 1)]
    for apart in (
        [(role, 0, 1), (role, 3, 4)],
        [("Em", 0, 1), ("Strong", 2, 3)],
        [("Link", 0, 1), ("Link", 2, 3)],
    ):
        assert whole(*apart) == apart


def test_words_in_a_tag_may_be_drawn_in_another_order_than_they_are_read() -> None:
    (read,), (drawn,) = (
        tags._held([("Link", 0, 2)], parts) for parts in (["نهر", "1"], ["1", "رهن"])
    )
    assert read[1] == drawn[1]
    (other,) = tags._held([("Link", 0, 2)], ["1", "نهد"])
    assert other[1] != drawn[1]
