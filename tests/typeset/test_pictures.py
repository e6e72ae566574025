"""Pictures are scaled into what their page has left, and their captions stand below them."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, NamedTuple

import pytest

from communique.model.faults import ProofError
from communique.pdf_reading.reading import Reading
from communique.read.source import read
from communique.run import pipeline
from communique.typeset.pages import pictures
from tests.samples import png, with_body

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.conftest import Write

PARAGRAPH = "The message was sent to all those who had asked for it, with the names of ships. " * 2
#: On A4: 85 % of what the margins leave of its height, in pt.
TALLEST = 0.85 * (297 - 27 - 27) / 25.4 * 72


class Placed(NamedTuple):
    """Where a picture stands and how high it is, in pt; and on which pages its caption does."""

    page: int
    height: float
    caption: set[int]


def placed(
    statement: Write, before: int, width: int, height: int, caption: str = "A caption"
) -> Placed:
    """Return how a picture of so many pixels is set below so many paragraphs."""
    path = statement(
        with_body(
            f"{PARAGRAPH}\n\n" * before
            + f'![A chart](chart.png "{caption}")\n\n'
            + f"{PARAGRAPH}\n\n" * 9
        )
    )
    (path.parent / "chart.png").write_bytes(png(width, height))
    reading = Reading(pipeline.make(read(path), "standard").files["pdf"].data)
    [(page, picture)] = [(view.number, each) for view in reading.views for each in view.pictures]
    assert picture.box
    said = {
        piece.page
        for block in reading.blocks
        if block.role == "Caption"
        for piece in block.pieces
        if piece.text.strip()
    }
    return Placed(page, picture.box.top - picture.box.bottom, said)


def test_a_picture_that_fits_keeps_its_size(statement: Write) -> None:
    found = placed(statement, 2, 300, 200)
    assert found.page == 0
    assert found.height == pytest.approx(placed(statement, 0, 300, 200).height, abs=2)


def test_a_tall_picture_is_made_smaller_to_fill_its_page(statement: Write) -> None:
    found = placed(statement, 2, 400, 1200)
    assert (found.page, found.caption) == (0, {0})
    assert TALLEST / 2 < found.height < TALLEST - 10


def test_a_picture_that_would_be_too_small_begins_the_next_page_at_its_full_size(
    statement: Write,
) -> None:
    found = placed(statement, 9, 400, 1200)
    assert (found.page, found.caption) == (1, {1})
    assert found.height == pytest.approx(TALLEST, abs=2)


def test_a_long_caption_stands_below_its_picture(statement: Write) -> None:
    found = placed(statement, 9, 400, 1200, "The message of the press office. " * 40)
    assert (found.page, found.caption) == (1, {1})
    assert TALLEST / 4 < found.height < TALLEST - 10


#: It has a shape and no size, so it is as wide as its text.
WIDE = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 60 26">'
    '<rect x="1" y="1" width="58" height="24"/></svg>'
)


def last_pages(statement: Write, end: str) -> list[str]:
    """Return what stands on the last page of texts of several lengths with this `end`."""
    found = []
    for before in range(6, 11):
        path = statement(with_body(f"{PARAGRAPH}\n\n" * before + end), f"a{before}.en.md")
        (path.parent / "chart.png").write_bytes(png(400, 300))
        reading = Reading(pipeline.make(read(path), "standard").files["pdf"].data)
        last = len(reading.views) - 1
        said = (p.text for p in reading.pieces if p.page == last > 0 and isinstance(p.mark, int))
        found.append(" ".join(said))
    return found


PICTURE = '![A chart](chart.png "A caption")'


def test_a_picture_at_the_end_of_a_text_draws_no_lines_to_the_last_page(statement: Write) -> None:
    assert "A caption" in last_pages(statement, PICTURE)


def test_lines_at_the_end_of_a_text_draw_no_picture_to_the_last_page(statement: Write) -> None:
    pages = last_pages(statement, f"{PICTURE}\n\n{PARAGRAPH * 4}")
    assert any(page and "A caption" not in page for page in pages)


def test_a_single_line_draws_the_picture_above_it_to_the_last_page(statement: Write) -> None:
    pages = last_pages(statement, f"{PICTURE}\n\nOne line.")
    assert "One line." not in pages
    assert "A caption One line." in pages


@pytest.mark.parametrize("name", ["a.en.md", "a.he.md", "a.ar.md"])
def test_a_drawing_without_a_size_is_as_wide_as_its_text(statement: Write, name: str) -> None:
    path = statement(with_body('![A map](map.svg "The lights")'), name)
    (path.parent / "map.svg").write_text(WIDE)
    reading = Reading(pipeline.make(read(path), "standard").files["pdf"].data)
    [box] = [each.box for view in reading.views for each in view.pictures]
    assert box
    assert box.right - box.left == pytest.approx(118 / 25.4 * 72 * 58 / 60, abs=9)


@contextmanager
def untouched() -> Iterator[None]:
    """Stand for `pictures_in_their_room`, and let the engine do as it does."""
    yield


def test_the_engine_still_breaks_off_at_such_a_drawing_from_right_to_left(
    statement: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pictures, "pictures_from_the_right", untouched)
    path = statement(with_body('![A map](map.svg "The lights")'), "a.he.md")
    (path.parent / "map.svg").write_text(WIDE)
    with pytest.raises(ProofError, match="position_x"):
        pipeline.make(read(path), "standard")


def test_the_engine_still_leaves_the_rest_of_a_page_empty(
    statement: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pictures, "pictures_in_their_room", untouched)
    mended = "the engine has mended it: see communique/typeset/pages/pictures.py"
    assert placed(statement, 2, 400, 1200).page == 1, mended
