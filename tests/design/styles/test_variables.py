"""Variables that nothing sets are found, whatever stands around them."""

from __future__ import annotations

import pytest

from communique.compose.page import compose
from communique.content.content import content_of
from communique.design import edition
from communique.design.styles import variables
from communique.read.source import read
from tests.conftest import Write


@pytest.mark.parametrize(
    ("css", "unknown"),
    [
        ("a { color: var(--b) }", [("--b", 1)]),
        ("a { --b: red;\n color: var(--b) }", []),
        ("/* --b: red; */\na { color: var( --b ) }", [("--b", 2)]),
        ("/* var(--b) */", []),
        ("a { color: var(--b, red) }", []),
        ("a { margin: calc(2 * VAR(--b)) }", [("--b", 1)]),
        ("a { --B: 1; margin: var(--b) }", [("--b", 1)]),
        ("a { --bb: 1; margin: var(--b) }", [("--b", 1)]),
        ("@page { @top-left { content: var(--b) } }", [("--b", 1)]),
    ],
)
def test_a_variable_that_nothing_sets_is_found(css: str, unknown: list[tuple[str, int]]) -> None:
    assert variables.undefined(css) == unknown


@pytest.mark.parametrize("name", edition.single())
def test_our_own_stylesheets_use_no_other(name: str, statement: Write) -> None:
    page = compose(content_of(read(statement()), edition.load(name)))
    assert variables.undefined(page.styles) == []
