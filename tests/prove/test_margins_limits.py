"""What stands in the margins: running heads, page numbers, and lines that belong together."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from communique.model.faults import Faults
from communique.pdf_reading.reading import Reading
from communique.pdf_reading.tag_tree import Block
from communique.prove import margins
from communique.typeset.engine import Typeset, typeset

from .conftest import composed

if TYPE_CHECKING:
    from collections.abc import Callable

    from communique.compose.page import Page
    from communique.pdf_reading.piece import Piece

    from .conftest import Judge

    Change = Callable[[Piece], Piece | None]

#: The first page ends within One, the third begins within Two, the fourth has two sections.
LONG = """\
---
title: {head}
symbol: R/1
issued: 2024-05-02
---

Words.

## One

{0}

## Two

{0}

{0}

## Three

More words.

## Four

More words.

{0}
"""
HEAD = "A plan for the river and for those who live on its banks and far from them"
SENTENCE = "The gauges agree, and the dams hold, and the millers thank all who came. "


@pytest.fixture(scope="session")
def long(tmp_path_factory: pytest.TempPathFactory) -> Page:
    text = LONG.format("\n\n".join([SENTENCE * 6] * 5), head=HEAD)
    return composed(tmp_path_factory.mktemp("plan"), text, "plan.en.md", "letter")


@pytest.fixture(scope="session")
def long_pdf(long: Page) -> Typeset:
    return typeset(long)


@pytest.fixture
def found(long: Page, long_pdf: Typeset) -> Judge:
    """Say of the page what the rule says where a piece of the margins was changed."""

    def judge(change: Change = lambda piece: piece, **others: object) -> list[str]:
        reading = Reading(long_pdf.pdf)
        changed = [p if isinstance(p.mark, int) else change(p) for p in reading.pieces]
        vars(reading)["pieces"] = [piece for piece in changed if piece]
        vars(reading).update(others)
        faults = Faults(long.content.statement.path)
        margins.every_margin(long.content, reading, faults)
        return [f"{fault.line}: {fault.key}: {fault.wrong}" for fault in faults]

    return judge


def other(page: int, old: str, new: str) -> Change:
    """Return a change of what a piece of a page, from 1, says; nothing takes it away."""

    def change(piece: Piece) -> Piece | None:
        if piece.page + 1 != page or piece.text.strip() != old:
            return piece
        return replace(piece, glyphs=tuple(new)) if new else None

    return change


def test_good_margins_are_proven(found: Judge) -> None:
    assert found() == []


@pytest.mark.parametrize(
    ("page", "text"),
    [
        (1, "Page 1 of 5"),
        (5, "Page 5 of 5"),
        (1, "R/1 · 2 May 2024"),
        (2, HEAD),
        (2, "Two"),
        (3, "Two"),
        (4, "Three"),
        (5, "Four"),
    ],
)
def test_each_part_of_the_margins_is_missed_and_compared(
    found: Judge, page: int, text: str
) -> None:
    missing = f"1: words: page {page} does not say {text}"
    assert found(other(page, text, "")) == [missing]
    extra = f"1: words: on page {page} but not in the text: Ones"
    assert found(other(page, text, "Ones")) == [extra, missing]


@pytest.mark.parametrize(
    "head", ["A plan for the river and for those who live …", "A plan …", "A …"]
)
def test_a_running_head_is_not_cut_where_there_is_plenty_of_room(found: Judge, head: str) -> None:
    def change(piece: Piece) -> Piece:
        if piece.page != 1 or piece.text.strip() != HEAD:
            return piece
        width = (piece.right - piece.left) * len(head) / len(HEAD)
        return replace(piece, glyphs=tuple(head), right=piece.left + width)

    longer = {"A …": "A plan …", "A plan …": "A plan for the river …"}.get(head)
    complaint = f"1: words: page 2 has room for {longer}"
    assert found(change) == ([complaint] if longer else [])


def test_what_is_said_twice_is_reported(found: Judge) -> None:
    assert found(other(2, "Two", HEAD)) == [
        "1: words: on page 2 but not in the text: A plan for the river and for those … (17 words)",
        "1: words: page 2 does not say Two",
    ]


def test_many_words_in_the_margins_are_shown_by_their_beginning(found: Judge) -> None:
    words = found(other(2, "Two", "a b c d e f g h i j"))[0]
    assert words == "1: words: on page 2 but not in the text: a b c d e f g h … (10 words)"


def test_spaces_in_the_margins_are_nothing(found: Judge) -> None:
    assert found(other(2, "Two", " "))[1:] == []


def test_heads_of_tables_are_not_said_in_the_margins(found: Judge, long_pdf: Typeset) -> None:
    reading = Reading(long_pdf.pdf)
    head = replace(reading.pieces[-1], mark="Artifact", page=3, glyphs=tuple("Depth"))
    said = Block("TH", (replace(head, mark=1),))
    assert found(pieces=[*reading.pieces, head], blocks=[*reading.blocks, said]) == [
        "1: words: on page 4 but not in the text: Depth"
    ]


def test_the_words_of_the_margins_come_after_those_of_the_text(long_pdf: Typeset) -> None:
    words = margins.said(Reading(long_pdf.pdf))
    numbers = [words[n + 1] for n, word in enumerate(words) if word == "Page"]
    assert numbers == ["1", "2", "3", "4", "5"]
    assert words[-5:] == ["2024", "Page", "5", "of", "5"]


def test_lines_below_one_another_at_one_edge_belong_together(piece: Piece) -> None:
    one = replace(piece, left=100.0, right=150.0, baseline=50.0, size=10.0)
    assert not margins._apart(one, replace(one, left=160.0, right=200.0))
    assert margins._apart(one, replace(one, left=160.1, right=200.0))
    assert margins._apart(one, replace(one, left=40.0, right=90.0))
    below = replace(one, baseline=35.0)
    assert not margins._apart(one, below)
    assert not margins._apart(one, replace(below, left=101.0, right=199.0))
    assert not margins._apart(one, replace(below, left=60.0, right=149.0))
    assert margins._apart(one, replace(below, left=101.1, right=199.0))
    assert margins._apart(one, replace(below, left=60.0, right=148.9))
    assert not margins._apart(one, replace(one, baseline=34.1))
    assert margins._apart(one, replace(one, baseline=34.0))
    assert margins._apart(one, replace(one, baseline=50.1))
