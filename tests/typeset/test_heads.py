"""Running heads: as much of a title and of a section as has room in one line, in each edition."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from communique.compose.page import compose
from communique.content.content import content_of
from communique.design import edition
from communique.pdf_reading.reading import Reading
from communique.read.source import read
from communique.run import pipeline
from communique.typeset.engine import typeset
from tests.samples import with_front

if TYPE_CHECKING:
    from communique.design.edition import Edition
    from communique.pdf_reading.piece import Piece
    from tests.conftest import Write

TITLE = (
    "On the lights of the strait and on those who keep them in winter and all through the summer"
)
ALMOST = "On the lights of the strait and on those who keep them in winter and all through …"
WINTER = "On the lights of the strait and on those who keep them in winter …"
CUT = "On the lights of the strait and on those …"
LONG = "\n\n".join(["The gauges agree, and the dams hold, and the millers thank all. " * 8] * 9)
PT = 72 / 25.4  # per mm


def heads(
    write: Write, title: str, section: str = "", kind: str = "standard", tag: str = "en"
) -> list[Piece]:
    """Return what stands in the head of the second page, from the left."""
    body = f"\n## {section}\n\n{LONG}\n" if section else f"\n{LONG}\n"
    statement = read(write(with_front(title) + body, f"lights.{tag}.md"))
    if kind == "parallel":
        beside = read(write(with_front("title: Lights") + body, "lights.fr.md"))
        statement = replace(statement, beside=beside)
    content = content_of(statement, edition.load(kind))
    return head(Reading(typeset(compose(content)).pdf), 1, content.edition)


def head(reading: Reading, page: int, made: Edition) -> list[Piece]:
    """Return what stands in the head of a page, from 0, from the left."""
    top = reading.pages[page].box("MediaBox")[3] - made.margins.top * PT
    found = [p for p in reading.artifacts if p.page == page and p.baseline > top]
    assert len({piece.baseline for piece in found}) == 1, "they stand in one line"
    seen = [piece for piece in found if piece.text]  # and no marks that turn the direction
    return sorted(seen, key=lambda piece: piece.left)


@pytest.mark.parametrize(
    ("title", "section", "said"),
    [
        ("Seven short words do have room here", "", ["Seven short words do have room here"]),
        (TITLE[:64], "", [TITLE[:64]]),
        (TITLE[:64], "Costs", [TITLE[:64], "Costs"]),
        (TITLE, "Costs", [ALMOST, "Costs"]),
        ("Costs", TITLE, ["Costs", ALMOST]),
        (TITLE, TITLE, [CUT, "On the lights of the strait and on those …"]),
    ],
)
def test_a_head_says_as_much_as_has_room(
    statement: Write, title: str, section: str, said: list[str]
) -> None:
    found = heads(statement, f"title: {title}", section)
    assert [piece.text for piece in found] == said


def turning(write: Write, front: str, kind: str) -> Reading:
    """Return a PDF of which the second page and the last are turned, since a table is wide."""
    table = " | ".join(f"Kennzeichnung{number}" for number in range(8))
    rows = f"| {table} |\n|{'---|' * 8}\n| {table} |"
    text = f"\n## {TITLE}\n\nWords.\n\n{rows}\n\n{LONG}\n\n{rows}\n"
    return Reading(pipeline.make(read(write(with_front(front) + text)), kind).files["pdf"].data)


@pytest.mark.parametrize(
    ("kind", "turned", "upright"),
    [
        ("standard", [TITLE, TITLE], [CUT, CUT]),
        ("a5", [WINTER, WINTER], [CUT, CUT]),
        ("clear-print", [TITLE], [WINTER]),
    ],
)
def test_each_page_says_what_has_room_on_it_and_one_that_is_turned_has_more(
    statement: Write, kind: str, turned: list[str], upright: list[str]
) -> None:
    reading = turning(statement, f"title: {TITLE}", kind)
    pages = range(1, len(reading.pages))
    lines = [reading.pages[page].box("MediaBox")[2] for page in pages]
    said = [[p.text for p in head(reading, page, edition.load(kind))] for page in pages]
    assert lines[0] == lines[-1] > lines[1], "the first and the last with a head are turned"
    assert said == [turned if line == lines[0] else upright for line in lines]


@pytest.mark.parametrize("kind", edition.names())
def test_the_section_stands_beside_the_title_but_in_large_type_and_in_two_languages(
    statement: Write, kind: str
) -> None:
    alone = {"clear-print": ["Lights"], "large-print": ["Lights"], "parallel": ["Lights"] * 2}
    found = heads(statement, "title: Lights", "Costs", kind)
    assert [piece.text for piece in found] == alone.get(kind, ["Lights", "Costs"])


def test_the_title_is_the_same_beside_a_short_section_as_beside_the_longest(
    statement: Write,
) -> None:
    sections = f"Costs\n\n{LONG}\n\n## {TITLE}"
    found = heads(statement, f"title: {TITLE[:64]}", sections)
    assert [piece.text for piece in found] == [CUT, "Costs"]


def test_a_short_title_stands_where_the_whole_has_no_room(statement: Write) -> None:
    found = heads(statement, f"title: {TITLE}\nshort_title: On the lights", TITLE)
    assert found[0].text == "On the lights"
    assert len(found[1].text) > len(TITLE) / 2, "what it leaves is the section's"
    assert heads(statement, "title: Lights\nshort_title: L")[0].text == "Lights"


def test_in_two_languages_each_title_has_its_half(statement: Write) -> None:
    one, other = heads(statement, f"title: {TITLE}", kind="parallel")
    assert one.text == "On the lights of the strait and on those who keep them …"
    assert other.text == "Lights"
    assert one.right < 105 * PT < other.left, "the middle of the paper"


@pytest.mark.parametrize("kind", edition.single())
def test_a_head_from_right_to_left_begins_on_the_right(statement: Write, kind: str) -> None:
    *_, found = heads(statement, "title: بيان مشترك", "التكاليف", kind, "ar")
    assert "".join(reversed(found.glyphs)) == "بيان مشترك"
    assert found.left > 105 * PT, "the middle of the paper"


def test_a_word_that_is_too_long_is_cut(statement: Write) -> None:
    (found,) = heads(statement, f"title: {'Kennzeichnungs' * 9}", kind="large-print")
    assert found.text.endswith("…")
    assert 40 < len(found.text) < 9 * 14


@pytest.mark.parametrize(
    ("symbol", "size", "said"),
    [
        ("CCS/2026/8", 18, "CCS/2026/8 · 29 September 2023"),
        ("CCS/2026/8", 24, "CCS/2026/8"),
        ("CCS/2026/8/Part II/Annex 3/Addendum 12", 24, "29 September 2023"),
    ],
)
def test_a_foot_says_symbol_and_day_or_one_of_them_in_one_line(
    statement: Write, symbol: str, size: int, said: str
) -> None:
    large = replace(edition.load("large-print"), text_size=size)
    text = with_front(f"title: A\nsymbol: {symbol}\nissued: 2023-09-29")
    pdf = typeset(compose(content_of(read(statement(text)), large))).pdf
    feet = [piece.text for piece in Reading(pdf).artifacts if piece.text.strip()]
    assert feet == [said, "Page 1 of 1"]


def test_a_foot_says_symbol_and_day_on_a_turned_page_where_others_have_room_for_one(
    statement: Write,
) -> None:
    symbol = "CCS/2026/8/Part II/Annex 3/Addendum 12/Rev.4"
    reading = turning(statement, f"title: A\nsymbol: {symbol}\nissued: 2023-09-29", "a5")
    feet = [piece for piece in reading.artifacts if symbol in piece.text]
    lines = [reading.pages[piece.page].box("MediaBox")[2] for piece in feet]
    both = f"{symbol} · 29 September 2023"
    assert [p.text for p in feet] == [both if line > min(lines) else symbol for line in lines]
    assert max(lines) > min(lines)
