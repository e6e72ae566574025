"""Points within points stand as near to what is above them as to one another."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from communique.pdf_reading.reading import Reading
from communique.read.source import read
from communique.run import pipeline
from tests.samples import needs_fonts, with_body

if TYPE_CHECKING:
    from tests.conftest import Write

POINTS = """\
1. Both sides:

   (a) repair lights;

   (b) renew others:

   (i) the lamp;

   (ii) the power;

2. They meet.
"""


@pytest.mark.parametrize("edition", ["standard", "large-print", "a5"])
def test_all_points_are_as_far_from_one_another(statement: Write, edition: str) -> None:
    data = pipeline.make(read(statement(with_body(POINTS))), edition).files["pdf"].data
    lines = sorted({p.baseline for p in Reading(data).pieces if isinstance(p.mark, int)})[:6]
    gaps = [above - below for below, above in pairwise(lines)]
    assert gaps == pytest.approx([gaps[0]] * 5, abs=0.01)


@pytest.mark.parametrize(
    ("name", "body", "marker"),
    [
        ("a.en.md", f"## 4. Costs\n\n4.1 {'Both sides bear them. ' * 9}", "4.1"),
        ("a.zh.md", f"一、{'双方各自承担费用，' * 9}\n\n二、双方协商。", "一、"),
        ("a.ja.md", f"１　{'両国は費用を負担する。' * 9}\n\n２　協議する。", "１"),
    ],
)
def test_a_number_hangs_beside_its_words(
    statement: Write, name: str, body: str, marker: str
) -> None:
    needs_fonts(name.split(".")[1])
    data = pipeline.make(read(statement(with_body(body), name)), "standard").files["pdf"].data
    pieces = [piece for piece in Reading(data).pieces if isinstance(piece.mark, int)]
    number = next(place for place, piece in enumerate(pieces) if piece.text.startswith(marker))
    first, second = pieces[number + 1 : number + 3]
    assert first.baseline == pytest.approx(pieces[number].baseline)
    assert second.baseline < first.baseline - 10
    assert second.left == pytest.approx(first.left, abs=0.5)
    assert pieces[number].right < first.left - 1


@pytest.mark.parametrize("edition", ["standard", "large-print"])
@pytest.mark.parametrize(("name", "words"), [("a.ar.md", "وثيقة"), ("a.he.md", "מסמך")])
def test_from_right_to_left_a_symbol_in_a_label_keeps_its_order(
    statement: Write, name: str, words: str, edition: str
) -> None:
    points = "\n\n".join(f"{label}) {words}" for label in ("1", "1-A", "2"))
    note = points.replace("\n", "\n    ")
    path = statement(with_body(f"{words}[^1]\n\n{points}\n\n[^1]: {words}\n\n    {note}"), name)
    reading = Reading(pipeline.make(read(path), edition).files["pdf"].data)
    assert [p.text.strip() for p in reading.pieces if "A" in p.text][1:] == [")1-A"] * 2
