"""Each paragraph of a negotiation print has the number in the margin that is due there."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from communique import turns
from communique.compose.page import compose
from communique.content.content import content_of
from communique.design import edition
from communique.model.faults import Faults
from communique.pdf_reading.reading import Reading
from communique.prove.negotiation import counting, paragraph_numbers
from communique.read.source import read
from communique.typeset.engine import typeset
from tests.prove.conftest import complaints

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from communique.compose.page import Page
    from communique.content.content import Content

#: A heading, an aside, a quotation, points, an annex and numbers of the author's own.
TEXT = """\
---
title: On the river
---

We met at the mill [and spoke] about the water, the dams, the eels and all that swims in it, for as
long as it takes to fill a line.

*(Applause)*

5 bis. The river [is] ours.

## What we found

2028 was a dry year.

> All that swims is counted.

- The first point is about fish.

We will meet again.[^1]

## Annex

The dams are counted.

[^1]: Measured at noon.
"""
TEXTS = {
    "own numbers among others": (TEXT, ["1", "", "5 bis", "6", "7", "1"]),
    "more than a thousand": (
        "---\ntitle: A\nnumbered: true\n---\n\n998\\. [B].\n\nC.\n\n[D].\n\nE.\n",
        ["998", "999", "1000", "1001"],
    ),
    "in round brackets, with a table between": (
        "---\ntitle: A\n---\n\n(1) One.\n\n| A | B |\n|---|---|\n| c | [d] |\n\n"
        "(2) [Two].\n\nThree.\n",
        ["", "", "3"],
    ),
    "points of the author": ("---\ntitle: A\n---\n\nThe parties\n\n1. meet;\n\n2. go.\n", [""]),
    "points below a colon": (
        "---\ntitle: A\n---\n\nOne.\n\nTwo.\n\nThree:\n\n1. a;\n\n2. b.\n\nFour.\n",
        ["1", "2", "3", "4"],
    ),
    "as many points as paragraphs": (
        "---\ntitle: A\n---\n\nBoth will:\n\n1. meet;\n\n2. go.\n\nDone.\n",
        ["", ""],
    ),
    "numbered by the front matter": (
        "---\ntitle: A\nnumbered: true\n---\n\nBoth will:\n\n1. meet;\n\n2. go.\n\nDone.\n",
        ["1", "2"],
    ),
    "in brackets, strong, and a letter": (
        "---\ntitle: A\n---\n\n[3. Three.]\n\nFour.\n\n**5.** [Five].\n\n5a. More.\n\nSix.\n",
        ["", "4", "", "5a", "6"],
    ),
}


def negotiated(folder: Path, text: str, name: str = "river.en.md", kind: str = "standard") -> Page:
    path = folder / name
    path.write_text(text, "utf-8")
    statement = turns.turned(read(path), "negotiation")
    return compose(content_of(statement, edition.load(kind)))


def judged(content: Content, page: Page, styles: str = "") -> list[str]:
    """Return what the rule says of a page, with more styles, beside a `content`."""
    reading = Reading(typeset(replace(page, styles=page.styles + styles)).pdf)
    faults = Faults(content.statement.path)
    paragraph_numbers.every_number(content, reading, faults)
    return [f"{fault.line}: {fault.wrong}" for fault in faults]


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Page:
    return negotiated(tmp_path_factory.mktemp("numbers"), TEXT)


@pytest.fixture
def numbered(page: Page) -> Callable[..., list[str]]:
    """Return what the rule says where the paragraphs of a page have these numbers."""

    def said(*markers: str) -> list[str]:
        left = iter(markers)
        statement = page.content.statement
        children = tuple(
            replace(node, marker=next(left)) if node.kind == "paragraph" else node
            for node in statement.body.children
        )
        wrong = replace(statement, body=replace(statement.body, children=children))
        content = content_of(wrong, page.content.edition)
        return judged(content, compose(content))

    return said


@pytest.mark.parametrize(("text", "due"), TEXTS.values(), ids=list(TEXTS))
def test_the_numbers_that_are_due_are_there(tmp_path: Path, text: str, due: list[str]) -> None:
    page = negotiated(tmp_path, text)
    how = page.content.statement.turned
    assert how is not None
    assert [*counting.due(how.original).values()] == due
    assert complaints(page, typeset(page)) == []


@pytest.mark.parametrize("kind", ["letter", "a5", "clear-print", "large-print"])
@pytest.mark.parametrize("tag", ["en", "ar", "zh-Hans"])
def test_they_are_proven_in_each_edition_and_direction(tmp_path: Path, kind: str, tag: str) -> None:
    text = TEXT
    if tag == "ar":
        text = text.replace("The river", "النهر").replace("We will meet", "نلتقي")
    page = negotiated(tmp_path, text.replace("## Annex", "## Notes"), f"river.{tag}.md", kind)
    assert judged(page.content, page) == []


def test_side_by_side_each_language_has_its_own(tmp_path: Path) -> None:
    paths = tmp_path / "river.en.md", tmp_path / "river.ar.md"
    for path, annex in zip(paths, ("Annex", "مرفق"), strict=True):
        path.write_text(TEXT.replace("Annex", annex), "utf-8")
    one, other = map(read, paths)
    both = turns.turned(replace(one, beside=other), "negotiation")
    page = compose(content_of(both, edition.load("parallel")))
    assert judged(page.content, page) == []
    assert both.beside is not None
    body = both.beside.body
    children = (replace(body.children[0], marker="2."), *body.children[1:])
    wrong = replace(both, beside=replace(both.beside, body=replace(body, children=children)))
    content = content_of(wrong, page.content.edition)
    said = judged(content, compose(content))
    assert len(said) == 1
    assert "its number is 1, and " in said[0]


def test_a_number_that_is_missing_is_told(numbered: Callable[..., list[str]]) -> None:
    assert numbered("1.", "", "5 bis.", "6.", "7.", "1.") == []
    [said] = numbered("1.", "", "5 bis.", "6.", "", "1.")
    assert said == "20: We will meet again.1: its number, 7, is not before it"


def test_a_number_that_is_there_twice_is_told(numbered: Callable[..., list[str]]) -> None:
    [said] = numbered("1.", "", "5 bis.", "6.", "6.", "1.")
    assert said.endswith("its number is 7, and 6. stands before it")


def test_numbers_that_are_moved_on_are_told(numbered: Callable[..., list[str]]) -> None:
    said = numbered("2.", "", "5 bis.", "7.", "8.", "2.")
    assert [each.rpartition(": ")[2] for each in said] == [
        "its number is 1, and 2. stands before it",
        "its number is 6, and 7. stands before it",
        "its number is 7, and 8. stands before it",
        "its number is 1, and 2. stands before it",
    ]


def test_a_number_that_is_not_due_is_told(numbered: Callable[..., list[str]]) -> None:
    [said] = numbered("1.", "2.", "5 bis.", "6.", "7.", "1.")
    assert said.endswith("2. stands before it, and no number is due")


def test_another_word_behind_a_number_is_told(numbered: Callable[..., list[str]]) -> None:
    [said] = numbered("1.", "", "5 ter.", "6.", "7.", "1.")
    assert said.endswith("its number is 5 bis, and 5 ter. stands before it")


MARGIN = "its number is not in the margin beside it"


@pytest.mark.parametrize(
    ("styles", "complaint"),
    [
        (".number { display: inline; margin: 0; }", MARGIN),
        (".number { margin-inline-start: 0 }", MARGIN),
        (".number { margin-inline-start: -20mm; margin-inline-end: 8mm }", MARGIN),
        ("p:first-of-type .number { text-align: start; width: 3em }", MARGIN),
        (".number { position: relative; top: 4pt }", "does not stand on its first line"),
        (".number { visibility: hidden }", "its number, 1, is not before it"),
        (".number { font-size: 0 }", "its number, 1, is not before it"),
    ],
)
def test_a_number_that_is_elsewhere_is_told(page: Page, styles: str, complaint: str) -> None:
    said = judged(page.content, page, styles)
    assert any(complaint in each for each in said), said


def test_words_that_begin_like_a_number_or_have_one_are_none(tmp_path: Path) -> None:
    words = "Norland and Valdore renew by 2028 the nine lights of the strait and all that"
    text = f"---\ntitle: A\n---\n\n{words} **is**.\n\nOn 12 May **we** met.\n\n**12 a** met.\n"
    points = f"{text}\n1. One.\n\n2. Two.\n\n3. Three.\n"
    for each in (text, points):
        page = negotiated(tmp_path, each)
        assert complaints(page, typeset(page)) == []


def test_a_statement_as_it_is_may_have_any_numbers(tmp_path: Path) -> None:
    path = tmp_path / "river.en.md"
    path.write_text(TEXT, "utf-8")
    page = compose(content_of(read(path), edition.load("standard")))
    assert judged(page.content, page) == []
