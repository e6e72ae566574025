"""The source of a table stands on the page of its last row where that has room for it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from communique.pdf_reading.tag_tree import Tag
from communique.prove.arrangement import neighbours

if TYPE_CHECKING:
    from collections.abc import Callable

    from communique.compose.page import Page
    from communique.pdf_reading.piece import Piece
    from tests.prove.conftest import Judge

    Told = Callable[..., list[str]]

#: A source of one line of 10 pt, with the space above it, needs 4 lines of 16 pt.
FLOOR, ROOM = 110.0, 64.0
WRONG = "7: place: page 2: the source stands on another page than the end of its table: Source"


@pytest.fixture
def told(judged: Judge, run: Piece, monkeypatch: pytest.MonkeyPatch) -> Told:
    """Return what is said of a source of so many lines on a page, and a last row at a height.

    Below the row stands what ends at the floor; `row`, `source` and `under` are what else is said
    of these pieces, and None is for those that are not there.
    """

    def found(
        baseline: float,
        lines: int = 1,
        *,
        row: dict[str, Any] | None = {},  # noqa: B006  # it is read alone
        source: dict[str, Any] | None = {},  # noqa: B006
        under: dict[str, Any] | None = {},  # noqa: B006
    ) -> list[str]:
        table, other = (Tag("Table", {}, [Tag("TD", {}, [(0, mark)])]) for mark in (0, 8))
        below = Tag("P", {}, [Tag("Span", {}, [((source or {}).get("page", 1), 1)])])
        first = replace(run, page=0, mark=0, baseline=baseline)
        text = replace(run, page=1, mark=1, glyphs=tuple("Source"))
        foot = replace(run, page=0, mark=2, baseline=FLOOR - 10, glyphs=("n",))
        last = [replace(first, **row)] if row is not None else []
        pieces = [replace(piece, baseline=each) for piece in last for each in (750.0, baseline)]
        if source is not None:
            pieces += [replace(text, baseline=700.0 - n, **source) for n in range(lines)]
        pieces += [replace(foot, **under)] if under is not None else []
        path = Path("river.en.md")
        places = [(other, path, 3), (table, path, 7)]
        monkeypatch.setattr(neighbours, "sourced", lambda *_: [(table, below)])
        monkeypatch.setattr(neighbours, "tables_of", lambda *_: places)
        tree = Tag("Document", {}, [other, table, below])
        return judged(neighbours.sources_near, tree=tree, pieces=pieces)

    return found


@pytest.mark.parametrize(("lines", "room"), [(1, ROOM), (2, ROOM + 16)])
def test_a_source_that_had_room_below_its_table_is_told(
    told: Told, lines: int, room: float
) -> None:
    assert told(FLOOR + room + 0.1, lines) == [WRONG]
    assert told(FLOOR + room, lines) == []


def test_its_room_is_counted_in_lines_of_the_larger_type(told: Told) -> None:
    high = FLOOR + 2 * ROOM
    for larger in ({"row": {"size": 20.0}}, {"source": {"size": 20.0}}):
        assert told(high + 0.1, **larger) == [WRONG]
        assert told(high, **larger) == []


def test_its_room_ends_at_the_margin_where_no_text_is_below(told: Told, page: Page) -> None:
    margin = page.content.edition.margins.bottom * 72 / 25.4
    nothing = (None, {"glyphs": (" ",)}, {"page": 1}, {"baseline": 10.0}, {"baseline": 700.0})
    for under in nothing:
        assert told(margin + ROOM + 0.1, under=under) == [WRONG]
        assert told(margin + ROOM - 0.1, under=under) == []


def test_a_source_on_the_page_of_its_table_is_in_its_place(told: Told) -> None:
    assert told(700.0, source={"page": 0}) == []
    assert told(700.0, source=None) == []
    assert told(700.0, row=None) == []
