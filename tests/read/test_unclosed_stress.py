"""A star or an underscore that neither begins nor ends stress has a remark, unless it is a sign."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from communique.read.source import read
from tests.samples import with_body

if TYPE_CHECKING:
    from tests.conftest import Write


def remarks(statement: Write, body: str) -> list[tuple[int, str, str]]:
    """Return the line of each remark on a text, and both its parts."""
    found = read(statement(with_body(body))).remarks
    every = [(remark.line, remark.wrong, remark.instead) for remark in found]
    return [each for each in every if "draft" not in each[2]]  # see test_unfinished.py


@pytest.mark.parametrize(
    ("body", "line", "shown", "sign"),
    [
        ("This is *italic not closed.", 5, "*italic", "*"),
        ("One\ntwo (*three", 6, "*three", "*"),
        ("This is ***all not closed.", 5, "***all", "*"),
        ("This is *“all not closed.", 5, "*“all", "*"),
        ("One *two *three*", 5, "*two", "*"),
        ("Eins *Über\n\nzwei*", 5, "*Über", "*"),
        ("## One *two", 5, "*two", "*"),
        ("Of 2026 *two", 5, "*two", "*"),
        ("| A | B |\n|---|---|\n| a | b *c |", 7, "*c", "*"),
        ("> - One *two", 5, "*two", "*"),
        ("A[^1].\n\n[^1]: One *two", 7, "*two", "*"),
        ("__under words", 5, "__under", "_"),
        ("_under words", 5, "_under", "_"),
        ("One _two *three* four", 5, "_two", "_"),
        ("the words under_ them", 5, "under_", "_"),
    ],
)
def test_a_mark_of_stress_without_another_has_a_remark(
    statement: Write, body: str, line: int, shown: str, sign: str
) -> None:
    name = "star" if sign == "*" else "underscore"
    instead = f"write *words* to stress them, or write \\{sign} to print it"
    assert remarks(statement, body) == [(line, f"“{shown}” is printed with its {name}", instead)]
    escaped = body.replace(shown, shown.replace(sign, f"\\{sign}"))
    assert remarks(statement, escaped) == []


@pytest.mark.parametrize("body", ["*Source: Eurostat", "- a\n*Source: Eurostat", "> *Source"])
def test_at_the_beginning_of_a_line_it_may_be_that_of_a_point(statement: Write, body: str) -> None:
    ((_, wrong, instead),) = [each for each in remarks(statement, body) if "star" in each[1]]
    assert wrong == "“*Source” is printed with its star"
    assert instead == (
        "write *words* to stress them, a space behind it for a point, or write \\* to print it"
    )


def test_a_star_with_a_space_before_its_words_is_told_with_them(statement: Write) -> None:
    ((line, wrong, _),) = remarks(statement, "A * lone star* here")
    assert (line, wrong) == (5, "“* lone star*” is not stressed")


@pytest.mark.parametrize(
    "body",
    [
        "GDP* grew",
        "5 * 3 and 5 *3 and 2 * x* y",
        "GDP* grew.\n\n*Source: Eurostat",
        "| GDP** |\n|---|\n| 5* |\n\n> **Source: Eurostat\n\n*Estimate".replace("**", "*"),
        "Kosovo* and 2 * 3 * 4",
        "Name: ____ and Name____ and ___ here",
        "@_press on",
        "#_press on",
        "see https://example.org/_a/*b",
        "press_@example.org and _press@example.org",
        "f*** it, and all *.pdf",
        "a star * alone",
        "Schüler*innen und Lehrer*",
        "a_b and snake_case_name",
    ],
)
def test_a_star_that_is_a_sign_has_no_remark(statement: Write, body: str) -> None:
    assert remarks(statement, body) == []
