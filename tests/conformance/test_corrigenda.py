"""Corrigenda: delivered and conformant in each language that has the words for one."""

from __future__ import annotations

from pathlib import Path

import pytest

from communique.model.standards import STANDARDS
from communique.run import pipeline
from tests.conformance import building
from tests.conformance.judge import PROFILES, judge, listen
from tests.turns.test_corrigendum_pages import WORDS, meeting

pytestmark = pytest.mark.conformance


@pytest.fixture(scope="module", params=STANDARDS, ids=lambda number: f"standard-{number}")
def standard(request: pytest.FixtureRequest) -> int:
    return int(request.param)


@pytest.fixture(scope="module")
def pdfs(standard: int, tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    found = []
    for tag in WORDS:
        folder = tmp_path_factory.mktemp(tag)
        earlier, later = meeting(folder, tag)
        for name in ("standard", "large-print"):
            made = pipeline.build(
                later, name, folder, standard=standard, turn="corrigendum", earlier=earlier
            )
            found.append(made.files["pdf"].path)
    return found


def test_verapdf_finds_no_broken_rule(pdfs: list[Path], standard: int) -> None:
    failures = judge(pdfs, PROFILES[standard])
    assert not failures, building.grouped(failures)


def test_outloud_finds_no_error(pdfs: list[Path], standard: int) -> None:
    if standard != 1:
        pytest.skip("outloud knows PDF/UA-1 only")
    failures = listen(pdfs)
    assert not failures, building.grouped(failures)
