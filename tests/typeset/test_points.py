"""Points within points stand as near to what is above them as to one another."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from communique.pdf_reading.reading import Reading
from communique.read.source import read
from communique.run import pipeline
from tests.samples import with_body

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
