"""Two languages side by side: delivered and conformant, whatever way they run."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from communique.model.standards import DEFAULT, STANDARDS
from tests.conformance import building
from tests.conformance.judge import PROFILES, judge, listen
from tests.samples import MEETINGS, SOURCE

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conformance.building import Outcome

pytestmark = pytest.mark.conformance

FOUNDING = SOURCE / "copenhagen-quantum-2023.en.md"
PAIRS = [
    (FOUNDING, FOUNDING.with_name("copenhagen-quantum-2023.da.md")),
    *((MEETINGS / f"meeting.{one}.md", MEETINGS / f"meeting.{other}.md")
      for one, other in (("en", "fr"), ("en", "ar"), ("ar", "fr"), ("he", "ar"), ("uk", "el"))),
]  # fmt: skip


@pytest.fixture(scope="module", params=STANDARDS, ids=lambda number: f"standard-{number}")
def standard(request: pytest.FixtureRequest) -> int:
    return int(request.param)


@pytest.fixture(scope="module")
def built(standard: int, tmp_path_factory: pytest.TempPathFactory) -> list[Outcome]:
    return building.build_pairs(PAIRS, tmp_path_factory.mktemp("parallel"), standard)


def pdfs(built: list[Outcome]) -> list[Path]:
    return [outcome.pdf for outcome in built if outcome.pdf]


def test_each_pair_is_delivered(built: list[Outcome]) -> None:
    missing = [outcome for outcome in built if not outcome.pdf]
    assert not missing, "\n".join(f"{each.name}: {each.complaint}{each.crash}" for each in missing)


def test_verapdf_finds_no_broken_rule(built: list[Outcome], standard: int) -> None:
    failures = judge(pdfs(built), PROFILES[standard])
    assert not failures, building.grouped(failures)


def test_outloud_finds_no_error(built: list[Outcome], standard: int) -> None:
    if standard != DEFAULT:
        pytest.skip("outloud knows PDF/UA-1 only")
    failures = listen(pdfs(built))
    assert not failures, building.grouped(failures)
