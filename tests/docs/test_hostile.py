"""The page of hostile input says what comes of each, and the limits that hold."""

from __future__ import annotations

import re

import pytest

from communique.model import faults
from communique.read import markdown, picture_files, source
from communique.run import report, worker
from tests.attack.hostile import INPUTS, MADE, PAGE, RULE, escaped

_ROWS = [
    [cell.strip() for cell in re.split(r"(?<!\\)\|", line)[1:-1]]
    for line in PAGE.read_text("utf-8").partition(RULE)[2].splitlines()
]
_TEXT = PAGE.read_text("utf-8")


def test_each_row_says_what_has_to_come_of_an_input_and_is_within_the_limits() -> None:
    comes = {escaped(each.name): each.comes for each in INPUTS}
    assert [row[0] for row in _ROWS] == list(comes)
    for name, came, seconds, mebibytes in _ROWS:
        begins = escaped(comes[name].partition("; ")[0])
        assert came.startswith("a PDF of ") if comes[name] == MADE else begins in came
        assert int(seconds) <= worker.READ_SECONDS + worker.BUILD_SECONDS
        assert int(mebibytes) * 2**20 <= worker.MEMORY


@pytest.mark.parametrize(
    ("limit", "said"),
    [
        (source.MAX_BYTES, "2 MB a statement"),
        (markdown.MOST_PARTS, "20,000 paragraphs"),
        (markdown.MAX_DEPTH, "20 levels"),
        (picture_files.MOST_BYTES, "20 MB and"),
        (picture_files.MOST_PIXELS, "50 million pixels"),
        (worker.READ_SECONDS, "15 s of computing"),
        (worker.BUILD_SECONDS, "45 s to make"),
        (worker.MEMORY, "1 GB of memory"),
        (report.TOLD, "50 faults"),
        (faults._LONGEST, "500 characters"),
    ],
)
def test_each_limit_is_the_one_that_holds(limit: float, said: str) -> None:
    units = {"MB": 10**6, "million": 10**6, "GB": 2**30}
    number, unit = said.replace(",", "").split()[:2]
    assert int(number) * units.get(unit, 1) == limit
    assert f"| {said}" in _TEXT or f", {said}" in _TEXT or f"and {said}" in _TEXT
