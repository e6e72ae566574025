"""Points that are indented less than the words above them are beside that point, and are told."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from communique.read.source import read
from tests.read.parsing import parsed
from tests.samples import with_body

if TYPE_CHECKING:
    from tests.conftest import Refusal, Write


@pytest.mark.parametrize(
    ("body", "line", "shown", "inside", "beside"),
    [
        ("1. a\n  - b\n  - c\n2. d", 6, "- b", 3, "none"),
        ("10. a\n   - b", 6, "- b", 4, "none"),
        ("100. a\n    - b", 6, "- b", 5, "none"),
        ("1) a\n   more\n  * b", 7, "* b", 3, "none"),
        ("1.   a\n    - b", 6, "- b", 5, "none"),
        ("1.\ta\n  - b", 6, "- b", 4, "none"),
        ("- a\n - b\n - c\n- d", 6, "- b", 2, "none"),
        ("- a\n + b", 6, "+ b", 2, "none"),
        ("- a\n 1. b", 6, "1. b", 2, "none"),
        ("-  a\n  - b", 6, "- b", 3, "none"),
        ("1. a\n  1. b\n  2. c\n2. d", 6, "1. b", 3, "none"),
        ("- a\n  - b\n - c", 7, "- c", 2, "none"),
        ("- a\n  1. b\n    - c", 7, "- c", 5, "2"),
        ("> 1. a\n>   - b", 6, "- b", 3, "none"),
        ("- - a\n   - b", 6, "- b", 4, "2"),
    ],
)
def test_a_point_that_is_indented_too_little_is_refused_with_both_remedies(  # noqa: PLR0913, PLR0917  # one column of the table each
    refusal: Refusal, body: str, line: int, shown: str, inside: int, beside: str
) -> None:
    assert refusal(with_body(body)) == [
        f"{line}: list: “{shown}” is indented, and yet no point of the one above it; "
        f"indent it by {inside} spaces if it belongs to the point above, else by {beside}"
    ]


@pytest.mark.parametrize("by", [3, 0])
def test_each_remedy_makes_what_it_says(by: int) -> None:
    spaces = " " * by
    body = parsed(f"1. a\n{spaces}- b\n{spaces}- c\n\n2. d")
    inside = body.children[0].children[0].children[1:]
    assert [node.kind for node in inside] == (["list"] if by else [])


def test_with_an_empty_line_before_it_such_a_point_has_a_remark(statement: Write) -> None:
    for body in ("1. a\n\n  - b\n\n2. c", "> - a\n>\n>  - b"):
        (remark,) = read(statement(with_body(body))).remarks
        assert (remark.line, remark.key) == (7, "list")
        assert remark.wrong == "“- b” is indented, and yet no point of the one above it"


@pytest.mark.parametrize(
    "body",
    [
        "1. a\n   - b\n   - c\n2. d",
        "1. a\n    - b\n        - c",
        "- a\n  - b\n    - c\n- d",
        "- a\n   - b\n  - c",
        " - a\n - b",
        "  1. a\n  2. b",
        " 9. a\n10. b",
        "1. a\n 2. b\n  3. c",
        "1. a\n\nWords.\n\n  - b",
        "- a\n\n## Words\n\n - b",
        "-\ta\n\t- b",
        "1. a\n- b\n2. c",
        "(a) x\n  - b\n(b) y",
    ],
)
def test_points_in_their_place_are_no_fault(statement: Write, body: str) -> None:
    assert read(statement(with_body(body))).remarks == ()
