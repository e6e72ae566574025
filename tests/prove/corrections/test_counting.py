"""The marker of a point counts on from the one before it."""

from __future__ import annotations

import pytest

from communique.prove.corrections.counting import counts_on


@pytest.mark.parametrize(
    ("one", "other"),
    [
        *(("3.", "4."), ("9)", "10)"), ("(c)", "(d)"), ("C.", "D."), ("(z)", "(aa)")),
        *(("(aa)", "(ab)"), ("(iii)", "(iv)"), ("(ix)", "(x)"), ("(h)", "(i)"), ("(i)", "(ii)")),
        *(("(i)", "(j)"), ("(xxxix)", "(xl)"), ("в)", "г)"), ("(ج)", "(د)"), ("1.3", "1.4")),
    ],
)
def test_the_next_one_does(one: str, other: str) -> None:
    assert counts_on(one, other) is not one.startswith("1.")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        *(("3.", "5."), ("3.", "3."), ("3.", "3 bis."), ("3.", "4)"), ("3.", "(4."), ("3.", "d.")),
        *(("(c)", "(e)"), ("(c)", "(c)"), ("(c)", "(D)"), ("(c)", "4"), ("(iii)", "(v)")),
        *(("(z)", "(za)"), ("(az)", "(bb)"), ("в)", "в)"), ("•", "•"), ("3.", "")),
    ],
)
def test_others_do_not(one: str, other: str) -> None:
    assert not counts_on(one, other)
