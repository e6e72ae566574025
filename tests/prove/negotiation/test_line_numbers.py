"""Each line of a print that has their numbers has its own beside it, and no other is there."""

from __future__ import annotations

import io
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from pypdf import PdfReader

from communique.compose.page import compose
from communique.content.content import content_of
from communique.design import edition
from communique.model.faults import Faults
from communique.pdf_reading.reading import Reading
from communique.prove.negotiation import line_numbers
from communique.read.source import read
from communique.run import pipeline
from communique.typeset.engine import typeset
from tests.prove.conftest import complaints
from tests.prove.negotiation.pages import negotiated
from tests.samples import with_body

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from communique.compose.page import Page
    from communique.pdf_reading.piece import Piece

TEXT = """\
---
title: On the river
issued: 2024-05-02
---

We met at the mill and spoke about [the water].[^1]

## What we found

- The first point is about x^2^ fish [, and [on] eels].

| Place | Depth |
|---|---|
| Weir | 41 |

: Source: the millers

> The river belongs to those who drink from it.

[^1]: Measured at noon on both banks.
"""
ARABIC = "---\ntitle: بيان عن النهر\n---\n\nالتقينا عند [الطاحونة] وتحدثنا عن الماء.\n"
#: Those of the text: a paragraph, a heading, a point and a quotation, each of one line.
LINES = 4


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Page:
    return negotiated(tmp_path_factory.mktemp("lines"), TEXT, "river.en.md")


@pytest.fixture(scope="module")
def pdf(page: Page) -> bytes:
    return typeset(page).pdf


@pytest.fixture(scope="module")
def opened(pdf: bytes) -> Reading:
    return Reading(pdf)


@pytest.fixture
def spoiled(page: Page) -> Callable[..., list[str]]:
    """Return what the proof says of the page with more styles or other HTML."""

    def said(styles: str = "", old: str = "", new: str = "") -> list[str]:
        assert old in page.html
        html = page.html.replace(old, new, 1)
        return complaints(page, typeset(replace(page, html=html, styles=page.styles + styles)))

    return said


def numbers(reading: Reading) -> list[Piece]:
    return [each for each in reading.artifacts if each.text.strip().isdecimal()]


def test_the_lines_of_paragraphs_headings_points_and_quotations_have_numbers(
    opened: Reading, spoiled: Callable[..., list[str]]
) -> None:
    assert [piece.text for piece in numbers(opened)] == ["1", "2", "3", "4"]
    assert spoiled() == []


@pytest.mark.parametrize("kind", ["letter", "legal", "a5", "clear-print", "large-print"])
def test_they_are_proven_in_each_edition(tmp_path: Path, kind: str) -> None:
    page = negotiated(tmp_path, TEXT, "river.en.md", kind)
    assert complaints(page, typeset(page)) == []


def test_from_right_to_left_they_stand_on_the_right(tmp_path: Path) -> None:
    page = negotiated(tmp_path, ARABIC, "river.ar.md")
    made = typeset(page)
    assert complaints(page, made) == []
    reading = Reading(made.pdf)
    (number,) = numbers(reading)
    assert number.left > max(piece.right for piece in reading.pieces if piece is not number)


def test_a_turned_page_and_one_of_points_alone_are_proven(tmp_path: Path) -> None:
    row = "|".join([" characteristic "] * 8)
    table = f"|{row}|\n|{'|'.join(['---'] * 8)}|\n|{row}|"
    points = "\n".join(f"- One\n    - Two [{number}]" for number in range(40))
    path = tmp_path / "river.en.md"
    path.write_text(with_body(f"{points}\n\n{table}\n\nThe [end]."), "utf-8")
    made = pipeline.make(read(path), "standard", turn="negotiation")
    pages = PdfReader(io.BytesIO(made.files["pdf"].data)).pages
    assert any(page.mediabox.width > page.mediabox.height for page in pages)


def test_lines_without_numbers_are_named(spoiled: Callable[..., list[str]]) -> None:
    said = spoiled("@page { @left-middle { content: none } }")
    wanted = "1: words: page 1: line {} of the text has no number beside it"
    assert said == [wanted.format(number) for number in range(1, LINES + 1)]


@pytest.mark.parametrize(
    ("styles", "complaint"),
    [
        (
            "@page { @left-middle { content: counter(line, lower-roman) } }",
            "1: words: on page 1 but not in the text: iii",
        ),
        (
            "@page { @left-top { content: '7'; font-size: 9pt } }",
            "1: words: on page 1 but not in the text: 7",
        ),
        (
            "@page { @right-middle { content: counter(line); font-size: 9pt } }",
            "1: words: on page 1 but not in the text: 2",
        ),
        (
            "@page { @left-middle { padding-right: 75mm } }",
            "1: words: page 1: line 3 of the text has no number beside it",
        ),
    ],
)
def test_other_numbers_and_others_in_that_margin_are_named(
    spoiled: Callable[..., list[str]], styles: str, complaint: str
) -> None:
    assert complaint in spoiled(styles)


def test_a_number_that_is_read_aloud_is_a_word_too_many(spoiled: Callable[..., list[str]]) -> None:
    number = '<p style="position: absolute; left: -10mm; margin: 0">5</p>'
    said = spoiled(old="<main>", new=f"<main>{number}")
    assert any("on page 1 but not in the text: 5" in each for each in said)


def judged(page: Page, pdf: bytes, change: Callable[[Piece], Piece]) -> list[str]:
    """Return what the rule says where each number is another piece."""
    reading = Reading(pdf)
    own = numbers(reading)
    vars(reading)["pieces"] = [change(each) if each in own else each for each in reading.pieces]
    faults = Faults(page.content.statement.path)
    line_numbers.every_line(page.content, reading, faults)
    return [fault.wrong for fault in faults]


@pytest.mark.parametrize(
    ("change", "wrong"),
    [
        (lambda piece: piece, 0),
        (lambda piece: replace(piece, baseline=piece.baseline + 0.5), LINES),
        (lambda piece: replace(piece, left=piece.left + 90, right=piece.right + 90), LINES),
        (lambda piece: replace(piece, glyphs=("3",)), LINES - 1),
        (lambda piece: replace(piece, page=1), LINES),
    ],
)
def test_a_number_stands_on_its_line_beside_the_text_of_its_page(
    page: Page, pdf: bytes, change: Callable[[Piece], Piece], wrong: int
) -> None:
    assert len(judged(page, pdf, change)) == wrong


def test_a_statement_as_it_is_has_none(tmp_path: Path) -> None:
    path = tmp_path / "river.en.md"
    path.write_text(TEXT, "utf-8")
    page = compose(content_of(read(path), edition.load("standard")))
    assert numbers(Reading(typeset(page).pdf)) == []
