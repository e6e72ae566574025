"""Altered PDFs are never said to be the same, and cost a sentence each, whatever was altered."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from communique.model.faults import StatementError
from communique.run.verify import Outcome, Verdict
from communique.run.worker import Worker
from tests.attack.savers import SAVERS
from tests.attack.sizes import size
from tests.compare.damage import DAMAGES, cut, unpacked, with_other_bytes

pytestmark = pytest.mark.attack


@pytest.mark.usefixtures("rebuilt_once")
def test_a_file_that_is_altered_at_random_is_not_the_same(
    lights: bytes, tmp_path: Path, say: Callable[[str], None]
) -> None:
    path, worker = tmp_path / "x.pdf", Worker()
    clear, outcomes = unpacked(lights), Counter[str]()
    for number in range(size(sample=60, whole=2_000)):
        chance = random.Random(f"altered {number}")  # noqa: S311  # no secret
        damage = DAMAGES[number % len(DAMAGES)]
        packed = damage in (with_other_bytes, cut) and chance.random() < 0.5
        data = damage(lights if packed else clear, chance)
        path.write_bytes(data)
        try:
            verdict: Verdict = worker.do("verify", path)
        except StatementError as error:
            outcomes[error.faults[0].wrong] += 1
            continue
        outcomes[verdict.outcome.name] += 1
        assert (verdict.outcome is Outcome.SAME) == (data == lights), (damage, number)
        lines = [verdict.reason, *(each.what for each in verdict.differences)]
        assert not [line for line in lines if "\n" in line or not line], (damage, number)
    worker.stop()
    say(f"altered: {dict(outcomes)}")


@pytest.mark.parametrize("name", SAVERS)
def test_a_file_that_another_program_saved_is_not_the_same(
    lights: bytes, tmp_path: Path, name: str, say: Callable[[str], None]
) -> None:
    path = tmp_path / "x.pdf"
    path.write_bytes(lights)
    data = SAVERS[name](path)
    path.write_bytes(data)
    worker = Worker()
    verdict: Verdict = worker.do("verify", path)
    worker.stop()
    say(f"{name}: {verdict.reason}")
    assert data != lights
    assert verdict.outcome is Outcome.OTHER
