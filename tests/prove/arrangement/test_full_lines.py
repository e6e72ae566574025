"""A line of the text ends where the next word has no room, or where its author ends it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from communique.content.text import Text
from communique.design import templates
from communique.design.styles import causes
from communique.pdf_reading.tag_tree import Block
from communique.prove.arrangement import full_lines
from communique.store.paths import TEMPLATES
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


@pytest.fixture(autouse=True)
def _own_design(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the project have a template of its own."""
    monkeypatch.setattr(templates, "own_pages", lambda: [Path("page.html")])


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
        ("They will", 207.5, "only repair what", False),
        ("They will", 119.0, "only 20 repairs,", False),
        ("They will", 120.0, "only an old tower", False),
        ("They will", 150.0, "30 lights remain", False),
        ("They will.", 150.0, "only repair what", False),
        ("an", 150.0, "only repair what", False),
        ("They will-", 150.0, "only repair what", False),
        ("They will ", 150.0, "only repair what", True),
        ("They will,", 150.0, "only repair what", True),
        ("They will", 150.0, "only, repair what", False),
        ("Ten", 150.0, "only repair what", False),
        ("They will", 150.0, "the repair which", False),
        # What is bound together has 15 letters of 10 pt, and in the longer line 31 of 2.35 pt.
        ("They will", 107.4, "only a repairs, plus", True),
        ("They will", 107.6, "only a repairs, plus", False),
        ("They will", 184.5, "only " + "a 1 " * 20, True),
        ("They will", 184.7, "only " + "a 1 " * 20, False),
    ],
)
def test_a_line_that_ends_early_is_told(
    ended: Callable[..., list[str]], first: str, right: float, second: str, *, told: bool
) -> None:
    wrong = f"7: lines: page 1: a line ends though there is room: {first.rstrip()}"
    for role in ("P", "LBody"):
        assert ended(first, right, second, role=role) == ([wrong] if told else [])


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


def test_the_room_is_that_of_the_texts_that_begin_at_the_same_place(
    judged: Judge, run: Piece, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The text is drawn in two runs a line; another one is wider, and begins there or elsewhere."""
    words = "They will on\u00adly repair what they have agreed"
    lines = [("They ", 100.0, 130.0), ("will", 130.0, 150.0)]
    lines += [("onl", 100.0, 115.0), ("y repair what", 115.0, 180.0)]
    lines += [("they", 100.0, 120.0), (" have agreed", 124.0, 180.0)]

    def found(left: float, right: float, end: int = 0, **fields: Any) -> list[str]:
        ends, path = (end,) if end else (), Path("a.en.md")
        text = Text(((words, "en"),), "P", 7, path, of_body=True, line_ends=ends)
        other = Text((("A wide one", "en"),), "P", 9, path, of_body=True)
        monkeypatch.setattr(full_lines, "expected", lambda *_: [text, other, other])
        pieces = [
            replace(run, glyphs=tuple(said), left=start, right=end, baseline=400.0 - 15 * (at // 2))
            for at, (said, start, end) in enumerate(lines)
        ]
        pieces[2] = replace(pieces[2], pictured=fields.pop("pictured", False))
        wide = replace(run, glyphs=tuple("A wide one"), left=left, right=right, **fields)
        blocks = [Block("P", tuple(pieces)), Block("P", (wide,)), Block("P", (), "A wide one")]
        return judged(full_lines.ends, blocks=blocks)

    wrong = "7: lines: page 1: a line ends though there is room: "
    first, second = f"{wrong}They will", f"{wrong}only repair what"
    assert found(100.0, 188.0) == []
    assert found(100.0, 218.0) == found(100.4, 218.0) == [first]
    assert found(102.0, 218.0) == found(100.0, 218.0, size=9.0) == []
    assert found(100.0, 218.0, pictured=True) == []
    assert found(100.0, 230.0) == [first, second]
    assert found(100.0, 230.0, end=words.index(" they")) == [first]
    assert found(100.0, 230.0, end=words.index(" on")) == [second]
    words = words.replace(" they", "they")  # a word that is too long is divided there
    assert found(100.0, 230.0) == [first]


def test_only_what_a_project_sets_by_its_own_design_is_looked_at(
    ended: Callable[..., list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(templates, "own_pages", list)
    assert ended("They will", 150.0, "only repair what") == []
    sheet = [(Path("templates/styles/own.css"), "strong { display: block }")]
    monkeypatch.setattr(causes, "own_sheets", lambda _: iter(sheet))
    assert len(ended("They will", 150.0, "only repair what")) == 1


def test_what_the_stylesheet_of_a_theme_sets_is_looked_at(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(templates, "own_pages", list)
    for folder in ("themes", "styles"):
        (project / "templates" / folder).mkdir(parents=True)
    neutral = (TEMPLATES / "themes/neutral.yaml").read_text("utf-8")
    (project / "templates/themes/own.yaml").write_text(f"{neutral}stylesheet: own.css\n", "utf-8")
    (project / "templates/styles/own.css").write_text("strong { display: block }\n")
    themed = STATEMENT.replace("title: Lights", "title: Lights\ntheme: own")
    page = composed(project, themed, "lights.en.md")
    assert any(
        "a line ends though there is room" in each for each in complaints(page, typeset(page))
    )
