"""Lines that an author ends, as in an address, end on the page."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from communique.content.text import Cell, Text
from communique.pdf_reading.tag_tree import Block
from communique.prove.arrangement import line_ends
from communique.typeset.engine import typeset
from tests.prove.conftest import complaints, composed

if TYPE_CHECKING:
    from collections.abc import Callable

    from communique.content.content import Content
    from communique.model.faults import Faults
    from communique.pdf_reading.piece import Piece
    from communique.pdf_reading.reading import Reading
    from tests.prove.conftest import Judge

FRONT = """\
---
title: {title}
issued: 2024-05-02
signatures:
  signed: true
  signatories: [{{name: Ada Brook, office: Minister, party: Upland}}]
---
"""
ENGLISH = (
    FRONT.format(title="Joint statement on the river")
    + """
The mill[^1]\\
**Mill Lane** 4\\
[Weir](https://example.org)

## What we found

1. The first\\
   point

| Place | Depth |
| --- | --- |
| Weir | 41 |

> The river\\
> is ours.

[^1]: A note\\
    of two lines.
"""
)
ARABIC = (
    FRONT.format(title="بيان عن النهر")
    + """
العنوان هو ٤ شارع\\
**الطاحونة** Mill Lane 4\\
في المدينة القديمة[^1]

[^1]: ملاحظة في\\
    سطرين.
"""
)
HEBREW = FRONT.format(title="הצהרה על הנהר") + "\nנפגשנו ליד\\\nMill Lane 4\\\nהטחנה היום.\n"
NAMES = {ENGLISH: "river.en.md", ARABIC: "river.ar.md", HEBREW: "river.he.md"}
ENDS = [
    *((ENGLISH, place) for place in range(8)),
    *((ARABIC, place) for place in range(6)),
    *((HEBREW, place) for place in range(5)),
]


@pytest.mark.parametrize("text", NAMES)
def test_a_line_of_the_page_ends_where_its_author_ends_one(tmp_path: Path, text: str) -> None:
    page = composed(tmp_path, text, NAMES[text])
    assert page.html.count("<br>") == sum(text is each for each, _ in ENDS)
    assert complaints(page, typeset(page)) == []


@pytest.mark.parametrize(("text", "place"), ENDS)
def test_a_line_that_a_template_lets_go_on_is_reported(
    tmp_path: Path, text: str, place: int
) -> None:
    page = composed(tmp_path, text, NAMES[text])
    breaks = [found.start() for found in re.finditer("<br>", page.html)]
    html = f"{page.html[: breaks[place]]} {page.html[breaks[place] + 4 :]}"
    found = complaints(page, typeset(replace(page, html=html)))
    told = [each for each in found if ": lines: page 1: the line does not end after: " in each]
    assert len(told) == 1


def test_a_line_of_an_issuer_that_a_template_lets_go_on_is_reported(tmp_path: Path) -> None:
    issuers = "issuers: [{name: Ada Brook, country: Upland}, {name: Ben Ford, country: Lowland}]"
    text = f"---\ntitle: River\n{issuers}\n---\n\nYes.\n"
    page = composed(tmp_path, text, "river.en.md")
    assert complaints(page, typeset(page)) == []
    html = page.html.replace("<br>", " ", 1)
    wrong = "3: lines: page 1: the line does not end after: Ada Brook"
    assert complaints(page, typeset(replace(page, html=html))) == [wrong]


def judge(
    judged: Judge,
    piece: Piece,
    text: Text,
    *lines: str,
    alternative: str = "",
    rule: Callable[[Content, Reading, Faults], None] = line_ends.own_lines,
) -> list[str]:
    pieces = tuple(
        replace(piece, glyphs=tuple(line), baseline=700.0 - number, page=number)
        for number, line in enumerate(lines)
    )
    monkey = pytest.MonkeyPatch()
    with monkey.context() as patched:
        patched.setattr(line_ends, "expected", lambda *_: [text])
        return judged(rule, blocks=[Block("P", pieces, alternative)])


def due(words: str, *ends: int) -> Text:
    return Text(((words, "en"),), "P", 7, Path("river.en.md"), line_ends=ends)


@pytest.mark.parametrize(
    ("words", "ends", "lines", "running_on"),
    [
        ("We met there", (), ["We met there"], []),
        ("We met there", (6,), ["We met", "there"], []),
        ("We met there", (6,), ["We", "met", "there"], []),
        ("We met there", (6,), ["We", "met there"], ["We met"]),
        ("We met there", (2, 6), ["We met there"], ["We", "We met"]),
        ("We met there", (2, 6), ["We", "met there"], ["We met"]),
        ("We \u200bmet there", (7,), ["We m\u00ad", "et", "there"], []),
        ("We \u200bmet there", (7,), ["We met", "there"], []),
        ("We\u200b met there", (7,), ["We", "met there"], ["We met"]),
        ("a b c d e f", (9,), ["a b c d e f"], ["b c d e"]),
        (" there", (0,), ["there"], []),
        ("there ", (5,), ["there"], []),
    ],
)
def test_where_lines_end(  # noqa: PLR0913
    judged: Judge,
    run: Piece,
    words: str,
    ends: tuple[int, ...],
    lines: list[str],
    *,
    running_on: list[str],
) -> None:
    found = judge(judged, run, due(words, *ends), *lines)
    assert found == [
        f"7: lines: page 1: the line does not end after: {said}" for said in running_on
    ]


def test_a_text_without_a_line_has_no_end_of_one(judged: Judge, run: Piece) -> None:
    assert judge(judged, run, due("a b", 1), alternative="a b") == []


RIGHT = Cell(table=5, in_head=False, right=True)
#: The longest that has to be on one line has 16 characters.
FIGURES = """\
---
title: Joint statement on the river
---

| Place | Depth |
| --- | --: |
| Weir | 5* |
| Ford | 12,345,678 (est) |
| Mill | 5<br>6* |
| Dam | 12,345,678.90 (p) |
"""
LONGEST = "12,345,678 (est)"
SEVERAL = "7: lines: page 1: a figure and what stands behind it are on several lines: 5*"


@pytest.mark.parametrize(
    ("styles", "said"),
    [
        ("", []),
        (".mark { display: block }", [SEVERAL, SEVERAL.replace("7", "8").replace("5*", LONGEST)]),
        ("tr:first-child .mark { display: block; width: auto; margin-top: 3em }", [SEVERAL]),
    ],
)
def test_a_figure_of_a_table_is_on_one_line_with_its_mark(
    tmp_path: Path, styles: str, said: list[str]
) -> None:
    page = composed(tmp_path, FIGURES, "river.en.md")
    found = complaints(page, typeset(replace(page, styles=page.styles + styles)))
    assert [each for each in found if ": lines: " in each] == said


def figure(words: str, **more: object) -> Text:
    return replace(due(words), **({"role": "TD", "cell": RIGHT} | more))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "lines", "told"),
    [
        (figure("5* "), ["5", "*"], "5*"),
        (figure("5*"), ["5*"], ""),
        (figure("12,345,678  (est)"), ["12,345,678", " (est)"], "12,345,678 (est)"),
        (figure("a b*"), ["a", " b*"], ""),
        (figure("5*", cell=RIGHT._replace(right=False)), ["5", "*"], ""),
        (figure("5*", role="TH"), ["5", "*"], ""),
        (figure("5*", cell=None), ["5", "*"], ""),
    ],
)
def test_only_a_short_figure_set_to_the_right_has_to_be_on_one_line(
    judged: Judge, run: Piece, text: Text, lines: list[str], told: str
) -> None:
    found = judge(judged, run, text, *lines, rule=line_ends.own_figures)
    wrong = "a figure and what stands behind it are on several lines"
    assert found == ([f"7: lines: page 1: {wrong}: {told}"] if told else [])
