"""A line of the text ends where the next word has no room, or where its author ends it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from communique.content.text import Text
from communique.pdf_reading.tag_tree import Block
from communique.prove.arrangement import full_lines
from communique.typeset.engine import typeset
from tests.prove.conftest import complaints, composed

if TYPE_CHECKING:
    from collections.abc import Callable

    from communique.pdf_reading.piece import Piece
    from tests.prove.conftest import Judge

FULL = "The Parties thank the keepers of both harbours for the years of work at sea"
STATEMENT = f"""\
---
title: Lights
---

The Parties will **never** pay. They will **only** repair what both\\
have agreed, and [nothing else](https://example.org) until the lights burn again.

- A point of the list that goes on over more than one line, since it has to say **many**
  things, and others.

> A quotation that goes on over more than one line, since it has to say **many** things.

{(FULL + " ") * 6}
"""


@pytest.fixture
def ended(judged: Judge, run: Piece, monkeypatch: pytest.MonkeyPatch) -> Callable[..., list[str]]:
    """Return what is said of two lines of a text: where the first ends, in pt, is given."""

    def found(first: str, right: float, second: str, **fields: Any) -> list[str]:
        text = Text((((f"{first} {second}"), "en"),), "P", 7, Path("a.en.md"), of_body=True)
        monkeypatch.setattr(full_lines, "expected", lambda *_: [replace(text, **fields)])
        one = replace(run, glyphs=tuple(first), left=100.0, right=right)
        other = replace(run, glyphs=tuple(second), left=100.0, right=300.0, baseline=385.0)
        return judged(full_lines.ends, blocks=[Block("P", (one, other))])

    return found


# The column is 200 pt wide, of which 40 are to spare. A letter of the second line is 12.5 pt wide,
# and a space 2.5.
@pytest.mark.parametrize(
    ("first", "right", "second", "told"),
    [
        ("They will", 207.4, "only repair what", True),
        ("They will", 207.6, "only repair what", False),
        ("They, will,", 150.0, "only repair what", False),
        ("They will", 119.0, "only 20 repairs,", False),
        ("They will", 120.0, "only an old tower", False),
        ("They will", 150.0, "30 lights remain", False),
        ("They will.", 150.0, "only repair what", False),
        ("an", 150.0, "only repair what", False),
        ("They will-", 150.0, "only repair what", False),
    ],
)
def test_a_line_that_ends_early_is_told(
    ended: Callable[..., list[str]], first: str, right: float, second: str, *, told: bool
) -> None:
    wrong = f"7: lines: page 1: a line ends though there is room: {first}"
    assert ended(first, right, second) == ([wrong] if told else [])


@pytest.mark.parametrize(
    "fields",
    [
        {"line_ends": (9,)},
        {"of_body": False},
        {"role": "TD"},
        {"runs": (("They will only repair ма שלום", "en"),)},
    ],
)
def test_other_lines_may_end_anywhere(
    ended: Callable[..., list[str]], fields: dict[str, Any]
) -> None:
    assert ended("They will", 150.0, "only repair what") != []
    assert ended("They will", 150.0, "only repair what", **fields) == []


@pytest.mark.parametrize(
    "styles",
    [
        "strong { display: block }",
        "a { display: block }",
        'strong::after { content: "\\A"; white-space: pre }',
    ],
)
def test_a_line_that_a_stylesheet_ends_is_told(tmp_path: Path, styles: str) -> None:
    page = composed(tmp_path, STATEMENT, "lights.en.md")
    assert complaints(page, typeset(page)) == []
    found = complaints(page, typeset(replace(page, styles=page.styles + styles)))
    assert any("a line ends though there is room" in each for each in found)
