"""What stands on top of a page and at its foot, and at which edge the points of a text begin."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from communique.pdf_reading.reading import Reading
from communique.read.source import read
from communique.run import pipeline
from tests.samples import with_body

if TYPE_CHECKING:
    from pathlib import Path

    from communique.pdf_reading.piece import Piece

LINE = "The dams hold, and the mills turn, and the rivers run to the sea as always. "


def pieces(folder: Path, body: str, kind: str) -> list[Piece]:
    """Return what stands in the proven PDF of a text, in the order in which it is read."""
    path = folder / "a.en.md"
    path.write_text(with_body(body), encoding="utf-8")
    data = pipeline.make(read(path), kind).files["pdf"].data
    return [piece for block in Reading(data).blocks for piece in block.pieces]


def begin(found: list[Piece], words: str) -> Piece:
    """Return the first piece that begins with these words."""
    return next(piece for piece in found if piece.text.startswith(words))


@pytest.mark.parametrize("kind", ["standard", "a5", "large-print"])
def test_all_points_of_a_text_begin_at_one_edge_where_one_list_has_a_wider_number(
    tmp_path: Path, kind: str
) -> None:
    body = "1. One.\n\n2. Two:\n\n   (a) Deep.\n\nWords.\n\n2 bis. Three.\n\n3. Four.\n"
    found = pieces(tmp_path, body, kind)
    one, two, inserted, last = (begin(found, said) for said in ("One", "Two", "Three", "Four"))
    assert {round(piece.left, 1) for piece in (two, inserted, last)} == {round(one.left, 1)}
    assert begin(found, "2 bis").right < inserted.left - 1
    assert begin(found, "Deep").left > one.left


def test_what_ends_in_a_colon_is_not_kept_with_a_heading_below_it(tmp_path: Path) -> None:
    for paragraphs in range(30, 33):
        above = f"{LINE.strip()}\n\n" * paragraphs
        found = pieces(tmp_path, f"{above}We say:\n\n## Costs\n\n{LINE * 3}\n", "standard")
        if begin(found, "We say").page < begin(found, "Costs").page:
            return
    pytest.fail("they stand on one page wherever that ends")


def turned(rows: int) -> str:
    """Return a table that is set across its page, with so many rows."""
    row = f"| {' | '.join(f'Kennzeichnung{number}' for number in range(9))} |\n"
    return row + "|---" * 9 + "|\n" + row * rows


def test_a_heading_on_top_of_a_turned_page_has_no_space_above(tmp_path: Path) -> None:
    heads = ("First", "Second", "Third")
    text = "\n".join(f"## {head}\n\n{turned(5)}" for head in heads)
    found = pieces(tmp_path, f"Words.\n\n{text}", "standard")
    first, second, third = (begin(found, head) for head in heads)
    assert (second.page, third.page) == (first.page, first.page + 1)
    assert third.baseline == pytest.approx(first.baseline, abs=0.1)


def test_notes_that_stand_alone_after_a_turned_page_begin_on_top(tmp_path: Path) -> None:
    notes = pieces(tmp_path, f"Words.[^1]\n\n{turned(3)}\n\n[^1]: So.\n", "clear-print")
    annex = pieces(tmp_path, "Words.\n\n## Annex 1\n\nWords.\n", "clear-print")
    top = begin(annex, "Annex 1").baseline
    assert begin(notes, "Notes").baseline == pytest.approx(top, abs=0.1)


def test_no_line_stands_alone_on_a_page_before_an_annex(tmp_path: Path) -> None:
    """Some text ends so in any case: as long as no step is tried, as beyond the tenth page."""
    for lines in range(1, 5):
        above = f"{LINE * 9}\n\n" * (3 + lines) + LINE * lines
        found = pieces(tmp_path, f"{above}\n\nWe end.\n\n## Annex 1\n\nWords.\n", "standard")
        end = begin(found, "We end")
        assert len({piece.baseline for piece in found if piece.page == end.page}) > 2


def test_a_postal_address_is_not_divided(tmp_path: Path) -> None:
    """Nor where it goes with whom to ask, who would stand alone on the last page."""
    lines = ["Office of the Mills", "Unit of Weirs", "Old Street 117", "00419 Karlshafen"]
    ends = []
    for paragraphs in range(8, 12):
        above = f"{LINE * 2}\n\n" * paragraphs
        found = pieces(tmp_path, f"{above}\n\nWrite to:\n\n" + "\\\n".join(lines), "standard")
        on = {begin(found, line).page for line in lines}
        assert len(on) == 1
        ends.append(on.pop())
    assert set(ends) == {0, 1}


def test_a_quotation_does_not_begin_with_a_line_at_the_foot_of_a_page(tmp_path: Path) -> None:
    for paragraphs in range(10, 17):
        above = f"{LINE * 2}\n\n" * paragraphs
        found = pieces(tmp_path, f"{above}\n\n> It remembers.\n>\n> {LINE * 4}", "standard")
        first = begin(found, "It remembers")
        assert sum(piece.page == first.page for piece in found[found.index(first) :]) > 1
