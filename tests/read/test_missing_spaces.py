"""A point without the space behind its marker is told wherever other points are."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from communique.read.source import read
from tests.samples import with_body

if TYPE_CHECKING:
    from tests.conftest import Write


def remarks(statement: Write, body: str) -> list[str]:
    """Return the remarks on a text, each with its line."""
    found = read(statement(with_body(body))).remarks
    return [f"{each.line}: {each.key}: {each.wrong}; {each.instead}" for each in found]


@pytest.mark.parametrize(
    ("body", "line", "shown", "others"),
    [
        ("- a\n-b\n- c", 6, "-b", ""),
        ("+ a\n+b\n+c", 6, "+b", " (likewise 1 line below)"),
        ("1. x\n2.y\n3. z", 6, "2.y", ""),
        ("1. x\n2.y\n3.z\n4.u", 6, "2.y", " (likewise 2 lines below)"),
        ("1) x\n2)y", 6, "2)y", ""),
        ("1.x\n2. y\n3. z", 5, "1.x", ""),
        ("- a\n  - b\n  -c", 7, "-c", ""),
        ("- a\n  -b", 6, "-b", ""),
        ("- a\n\n-b\n\n- c", 7, "-b", ""),
        ("-a\n\n- b", 5, "-a", ""),
        ("1. a\n\n2.b\n\n3. c", 7, "2.b", ""),
        ("> - a\n> -b", 6, "-b", ""),
        ("A[^1].\n\n[^1]: -b\n-c", 7, "-b", " (likewise 1 line below)"),
        ("- 1. a\n  2.b", 6, "2.b", ""),
        ("(a) x\n(b)y\n(c) z", 6, "(b)y", ""),
        ("(a) x\n(b) y\n(c)z", 7, "(c)z", ""),
        ("a) x\nb)y", 6, "b)y", ""),
        ("i. x\nii.y", 6, "ii.y", ""),
        ("One\n\n   -a\n   -b", 7, "-a", " (likewise 1 line below)"),
    ],
)
def test_a_point_without_its_space_is_told(
    statement: Write, body: str, line: int, shown: str, others: str
) -> None:
    wrong = f"list: “{shown}” does not begin a point, since a space is missing{others}"
    assert remarks(statement, body) == [f"{line}: {wrong}; write {shown[:-1]} {shown[-1]}"]


@pytest.mark.parametrize(
    "body",
    [
        "-x",
        "- a\n-5 degrees",
        "1. x\n2.5 million",
        "- a\n  -\n  b",
        "1. x\n  4.y",
        "- the north\n  and south-\n  west",
        "1. x, z.B.\n   i.e. y",
        "A.Holm and\nB.Berg",
        "- a\n  \\-b",
        "1. x\n   2\\.y",
    ],
)
def test_what_may_be_meant_so_has_no_remark(statement: Write, body: str) -> None:
    assert remarks(statement, body) == []
