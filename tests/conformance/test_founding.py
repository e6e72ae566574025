"""The founding statement and the corpus, in every edition: conformant, all of them.

COMMUNIQUE_CORPUS names the folder of the corpus; without it, `../shared/corpus` is looked for.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

import pytest

from communique.design import edition
from communique.model.standards import DEFAULT, STANDARDS
from tests.conformance import building
from tests.conformance.building import Outcome
from tests.conformance.judge import PROFILES, judge, listen
from tests.samples import SOURCE

pytestmark = pytest.mark.conformance

CORPUS = Path(os.environ.get("COMMUNIQUE_CORPUS", SOURCE.parents[1] / "shared" / "corpus"))


@dataclass(frozen=True)
class Built:
    """A folder's statements, each in every edition, by one of the standards."""

    standard: int
    outcomes: list[Outcome]

    @property
    def pdfs(self) -> list[Path]:
        """The PDFs that were delivered."""
        return [outcome.pdf for outcome in self.outcomes if outcome.pdf]


@pytest.fixture(scope="module", params=STANDARDS, ids=lambda number: f"standard-{number}")
def standard(request: pytest.FixtureRequest) -> int:
    """The number of a standard."""
    return int(request.param)


@pytest.fixture(scope="module", params=[SOURCE, CORPUS], ids=["founding", "corpus"])
def built(
    request: pytest.FixtureRequest, standard: int, tmp_path_factory: pytest.TempPathFactory
) -> Built:
    """What became of the statements of a folder."""
    paths = sorted(request.param.glob("*.md"))
    if not paths:
        assert request.param == CORPUS, "there is no founding statement"
        pytest.skip("there is no corpus; COMMUNIQUE_CORPUS can name one")
    jobs = [(path, name) for path in paths for name in edition.single()]
    out = tmp_path_factory.mktemp("founding")
    return Built(standard, building.build_files(jobs, out, standard))


def test_each_is_delivered_in_every_edition(built: Built) -> None:
    missing = [outcome for outcome in built.outcomes if not outcome.pdf]
    assert not missing, "\n".join(f"{each.name}: {each.complaint}{each.crash}" for each in missing)


def test_verapdf_finds_no_broken_rule(built: Built) -> None:
    failures = judge(built.pdfs, PROFILES[built.standard])
    assert not failures, building.grouped(failures)


def test_outloud_finds_no_error(built: Built) -> None:
    if built.standard != DEFAULT:
        pytest.skip("outloud knows PDF/UA-1 only")
    failures = listen(built.pdfs)
    assert not failures, building.grouped(failures)
