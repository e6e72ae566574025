"""The page in each language: conformant, all of them, those whose fonts are not here left out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from communique.design import language
from communique.model.standards import DEFAULT
from communique.store.naming import STANDARD
from tests.conformance import building
from tests.conformance.judge import PROFILES, judge, listen
from tests.samples import MEETINGS, needs_fonts

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conformance.building import Outcome

pytestmark = pytest.mark.conformance


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> list[Outcome]:
    """What became of the pages whose fonts are here."""
    paths = [MEETINGS / f"meeting.{tag}.md" for tag in language.names() if has_fonts(tag)]
    jobs = [(path, STANDARD) for path in paths]
    return building.build_files(jobs, tmp_path_factory.mktemp("languages"), DEFAULT)


def has_fonts(tag: str) -> bool:
    package = language.load(tag).file.package
    return package is None or bool(package.found())


def pdfs(outcomes: list[Outcome]) -> list[Path]:
    return [outcome.pdf for outcome in outcomes if outcome.pdf]


def test_each_is_delivered(built: list[Outcome]) -> None:
    missing = [outcome for outcome in built if not outcome.pdf]
    assert not missing, "\n".join(f"{each.name}: {each.complaint}{each.crash}" for each in missing)


def test_verapdf_finds_no_broken_rule(built: list[Outcome]) -> None:
    failures = judge(pdfs(built), PROFILES[DEFAULT])
    assert not failures, building.grouped(failures)


def test_outloud_finds_no_error(built: list[Outcome]) -> None:
    failures = listen(pdfs(built))
    assert not failures, building.grouped(failures)


@pytest.mark.parametrize("tag", language.names())
def test_no_language_was_left_out(tag: str) -> None:
    needs_fonts(tag)
