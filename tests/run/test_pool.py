from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from communique.run import pool
from communique.store import process

if TYPE_CHECKING:
    from pathlib import Path

GIB = 2**30


@pytest.mark.parametrize(
    ("memory", "workers"), [(64 * GIB, 8), (5 * GIB, 5), (5 * GIB - 1, 4), (GIB // 2, 1), (0, 8)]
)
def test_no_more_work_at_once_than_there_is_memory_for(
    memory: int, workers: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(process, "memory", lambda: memory)
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: set(range(8)), raising=False)
    assert pool.at_once() == workers


def test_the_memory_is_that_of_the_machine_or_of_its_container(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    limit = tmp_path / "memory.max"
    monkeypatch.setattr(process, "_OF_CONTAINER", limit)
    machine = process.memory()
    assert machine > GIB // 4
    limit.write_text("max\n", "utf-8")
    assert process.memory() == machine
    limit.write_text("1000000\n", "utf-8")
    assert process.memory() == 1_000_000


def test_what_a_process_has_spent_is_known() -> None:
    seconds, memory = process.spent(os.getpid())
    assert 0 < seconds <= sum(os.times()[:2]) + 0.1
    assert 10_000_000 < memory < 10 * GIB


def test_one_that_has_ended_has_spent_nothing() -> None:
    assert process.spent(2**22 + 1) == (0.0, 0)
