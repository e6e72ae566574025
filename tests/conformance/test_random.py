"""Random statements by the hundred: delivered whole and conformant, or refused with a reason.

COMMUNIQUE_RANDOM says how many, the first 300 if it does not; COMMUNIQUE_STANDARD by which
standard, 1 or 2. The statement of one seed is written by
`python -m tests.random_statements SEED FOLDER`.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from tests.conformance import building
from tests.conformance.judge import PROFILES, judge, listen

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.conformance.building import Outcome
    from tests.conformance.judge import Failure

pytestmark = pytest.mark.conformance

ALL = 300
STANDARD = int(os.environ.get("COMMUNIQUE_STANDARD", "1"))
#: Refusing everything would satisfy the other tests, so this share has to be delivered.
LEAST_DELIVERED = 0.97


@pytest.fixture(scope="module")
def outcomes(tmp_path_factory: pytest.TempPathFactory, say: Callable[[str], None]) -> list[Outcome]:
    count = int(os.environ.get("COMMUNIQUE_RANDOM", ALL))
    folder = tmp_path_factory.mktemp("random")
    found = building.build_seeds(range(count), folder, STANDARD)
    for line in building.summary(found):
        say(line)
    return found


@pytest.fixture(scope="module")
def pdfs(outcomes: list[Outcome]) -> list[Path]:
    return [outcome.pdf for outcome in outcomes if outcome.pdf]


def test_each_statement_is_delivered_or_refused_with_a_reason(outcomes: list[Outcome]) -> None:
    for outcome in outcomes:
        assert bool(outcome.pdf) != bool(outcome.reason), outcome.crash


def test_most_statements_are_delivered(outcomes: list[Outcome]) -> None:
    refused = {outcome.name: outcome.complaint for outcome in outcomes if not outcome.pdf}
    assert len(refused) <= (1 - LEAST_DELIVERED) * len(outcomes), refused


def test_no_delivered_statement_has_lost_a_word(outcomes: list[Outcome]) -> None:
    assert {outcome.name: outcome.lost for outcome in outcomes if outcome.lost} == {}


def test_verapdf_finds_no_broken_rule_in_any_delivered_pdf(
    pdfs: list[Path], say: Callable[[str], None]
) -> None:
    profiles = PROFILES[STANDARD]
    judges = f"veraPDF ({', '.join(profiles)}), {len(pdfs)} files"
    _report(judge(pdfs, profiles), judges, say)


def test_outloud_finds_no_error_in_any_delivered_pdf(
    pdfs: list[Path], say: Callable[[str], None]
) -> None:
    _report(listen(pdfs), f"outloud, {len(pdfs)} files", say)


def _report(failures: list[Failure], judges: str, say: Callable[[str], None]) -> None:
    """Print how many rules failed; fail with each of them where there are any."""
    rules = {failure.rule for failure in failures}
    say(f"{judges}: {len(rules)} rules failed {sorted(rules) or ''}")
    assert not failures, building.grouped(failures)
