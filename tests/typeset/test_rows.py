"""Rows of tables: how many of them a page begins or ends with, and heads of groups of rows."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from communique.pdf_reading.reading import Reading
from communique.pdf_reading.tag_tree import tags
from communique.prove.written import written
from communique.read.source import read
from communique.run import pipeline
from tests.samples import with_body

if TYPE_CHECKING:
    from tests.conftest import Write

pytestmark = pytest.mark.usefixtures("engine")


def opened(write: Write, body: str) -> Reading:
    return Reading(pipeline.make(read(write(with_body(body), "a.en.md")), "a5").files["pdf"].data)


@pytest.mark.parametrize("lines", range(4))
@pytest.mark.parametrize("count", [6, 20])
def test_a_table_of_six_rows_or_more_has_three_at_least_on_each_page(
    statement: Write, lines: int, count: int
) -> None:
    above = "\n\n".join("We met." for _ in range(lines + (8 if count == 6 else 0)))
    rows = "\n".join(f"| Gauge {number} | {number} |" for number in range(count))
    reading = opened(statement, f"{above}\n\n| Gauge | Flow |\n|--|--:|\n{rows}")
    pages = Counter(
        tag.pages[0]
        for body in tags(reading.tree)
        if body.role == "TBody"
        for tag in tags(body)
        if tag.role == "TR"
    )
    assert sum(pages.values()) == count
    assert min(pages.values()) >= 3


def test_the_head_of_a_group_of_rows_has_room_above_and_stands_at_its_rows(
    statement: Write,
) -> None:
    groups = [
        f"| {name} |||\n" + "".join(f"| Gauge {name} {number} | 1 | 2 |\n" for number in range(9))
        for name in ("North", "South", "West")
    ]
    reading = opened(statement, "| Gauge | Flow | Depth |\n|--|--:|--:|\n" + "".join(groups))
    found = written(reading)
    rows = [found.of(tag)[0] for tag in tags(reading.tree) if tag.role == "TR"]
    steps = {
        other.text: one.baseline - other.baseline
        for one, other in pairwise(rows)
        if one.page == other.page
    }
    plain = steps["Gauge North 1"]
    heads = [steps[name] for name in ("North", "South", "West") if name in steps]
    assert heads
    assert min(heads) > plain + 3
    for one, other in pairwise(rows):
        assert one.text not in ("North", "South", "West") or one.page == other.page
