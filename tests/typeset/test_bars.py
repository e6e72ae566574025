"""Lines that differ have a bar in the margin: those lines, wherever they stand."""

from __future__ import annotations

from pathlib import Path

from communique.compose.page import compose
from communique.content.content import content_of
from communique.design import edition
from communique.pdf_reading.reading import Reading
from communique.read.source import read
from communique.turns import turned
from communique.typeset.engine import typeset
from tests.samples import with_body

LONG = "We have met here and have agreed on the nine lights of the strait and on their masts. "


def reading(old: str, new: str, tag: str = "en") -> Reading:
    one, other = (read(Path(f"m.{tag}.md"), with_body(text).encode()) for text in (old, new))
    page = compose(content_of(turned(other, "changes", one), edition.load("standard")))
    return Reading(typeset(page).pdf)


def bars(found: Reading) -> list[tuple[float, float, float]]:
    """Return left side, bottom and top of each bar, from above."""
    every = (shape.part for shape in found.shapes)
    return sorted(
        ((x, low, high) for x, low, right, high in every if right - x < 3 < high - low),
        key=lambda bar: -bar[1],
    )


def test_lines_that_differ_have_a_bar_beside_them_and_no_others() -> None:
    found = reading(f"{LONG * 3}\n\nSame.\n\nOld.", f"{LONG * 3}New end.\n\nSame.\n\nNew.")
    lines = [
        next(piece.baseline for piece in found.pieces if word in piece.text)
        for word in ("New end", "Same", "Old")
    ]
    first, second, _ = bars(found)
    assert first[1] < lines[0] < first[2]
    assert first[2] - first[1] < 20  # the last line of four
    assert second[1] < lines[2] < second[2]
    assert not any(low < lines[1] < high for _, low, high in bars(found))
    assert first[0] > max(piece.right for piece in found.pieces)


def test_from_right_to_left_they_stand_on_the_other_side() -> None:
    found = reading("كلمة.", "كلمة أخرى.", "ar")
    ((left, *_),) = bars(found)
    assert left < min(piece.left for piece in found.pieces)


def test_a_break_without_words_has_one_and_lines_that_follow_share_one() -> None:
    found = reading("One.\n\nTwo.", f"One.\n\n* * *\n\nTwo.\n\n{LONG * 2}")
    assert len(bars(found)) == 2


def test_bars_are_artifacts() -> None:
    found = reading("One.", "Two.")
    assert bars(found)
    assert found.unexpected == []
