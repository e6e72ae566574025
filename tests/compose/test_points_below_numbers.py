"""Points below a numbered one stand further in, and its list goes on where it stood."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from communique.pdf_reading.reading import Reading
from communique.read.source import read
from communique.run import pipeline
from tests.samples import with_body

if TYPE_CHECKING:
    from communique.pdf_reading.piece import Piece
    from tests.conftest import Write

pytestmark = pytest.mark.usefixtures("engine")
BODY = "\n\n".join(
    ["2. Equal:", "(a) stone", "(i) towers", "(ii) lamps", "(b) paint", "2bis. Fog", "3. Third"]
)


def at(reading: Reading, text: str) -> Piece:
    return next(piece for piece in reading.pieces if piece.text.strip() == text)


@pytest.mark.parametrize("edition", ["standard", "large-print"])
def test_letters_below_a_number_stand_further_in_and_the_next_number_does_not(
    statement: Write, edition: str
) -> None:
    made = pipeline.make(read(statement(with_body(BODY))), edition)
    reading = Reading(made.files["pdf"].data)
    words = at(reading, "Equal:").left
    assert at(reading, "(a)").left >= words
    assert at(reading, "stone").left == pytest.approx(at(reading, "paint").left, abs=0.1)
    assert at(reading, "(i)").left >= at(reading, "stone").left
    for each in ("Fog", "Third"):
        assert at(reading, each).left == pytest.approx(words, abs=0.1)
    assert at(reading, "3.").right == pytest.approx(at(reading, "2.").right, abs=0.1)
