"""The originals of an agreement pass veraPDF and outloud, in one language and in two."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from communique.read.source import read
from communique.run import pipeline
from tests.conformance.judge import PROFILES, judge, listen
from tests.samples import needs_fonts
from tests.turns.texts import FERRY_DA, FERRY_EN, pair

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Write

pytestmark = pytest.mark.conformance

FERRY_AR = (
    FERRY_EN.replace("Agreement on the Ferry", "اتفاق بشأن العبّارة")
    .replace("Norland", "نورلاند")
    .replace("Sudland", "المغرب")
    .replace("the Minister of", "وزير")
    .replace("For the Government of", "عن حكومة")
    .replace("The ferry sails every day.", "تبحر العبّارة كل يوم.")
    .replace("Year | Cost", "السنة | التكلفة")
    .replace("Done in two originals.", "حُرّر من نسختين أصليتين.")
    .replace("From the old quay.", "من الرصيف القديم.")
    .replace("language: da", "language: ar")
)


@pytest.mark.parametrize("standard", PROFILES)
def test_both_originals_pass_in_each_edition(
    statement: Write, tmp_path: Path, standard: int
) -> None:
    needs_fonts("ar")
    alone = read(statement(FERRY_EN, "alone.en.md"))
    arabic = read(statement(FERRY_AR, "arabic.ar.md"))
    made = {
        "alone": (alone, "standard"),
        "arabic": (arabic, "letter"),
        "pair": (pair(statement, FERRY_DA, FERRY_EN), "parallel"),
    }
    paths = [
        pipeline.build(each, edition, tmp_path / name, standard=standard, turn=f"alternat-{number}")
        .files["pdf"]
        .path
        for name, (each, edition) in made.items()
        for number in (1, 2)
    ]
    assert len(paths) == 6
    assert judge(paths, PROFILES[standard]) == []
    if standard == min(PROFILES):
        assert listen(paths) == []
