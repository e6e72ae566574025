from __future__ import annotations

import os
import signal
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from communique import pipeline, source, worker
from communique.errors import BugError, StatementError
from communique.worker import Worker

if TYPE_CHECKING:
    from collections.abc import Iterator

TEXT = "---\ntitle: T\n---\n\nWords.\n"
BAD = "---\ntitle: T\ncolour: red\n---\n\nWords.\n"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "t.en.md"
    path.write_text(TEXT, encoding="utf-8")
    return path


@pytest.fixture
def hands() -> Iterator[Worker]:
    """Yield a worker, which is forked at its first task and so sees what a test replaced."""
    hands = Worker()
    yield hands
    hands.stop()


def test_a_statement_is_read_and_built(hands: Worker, path: Path, tmp_path: Path) -> None:
    result = hands.build(hands.read(path), "standard", tmp_path / "out")
    assert result.path.read_bytes().startswith(b"%PDF-1.7")
    assert result.pages == 1


def test_faults_come_back_as_they_are(hands: Worker, path: Path) -> None:
    path.write_text(BAD, encoding="utf-8")
    with pytest.raises(StatementError) as error:
        hands.read(path)
    assert [fault.line for fault in error.value.faults] == [3]


def test_one_that_hangs_is_given_up_and_the_next_is_served(
    hands: Worker, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = source.read
    monkeypatch.setattr(source, "read", lambda _: time.sleep(60))
    monkeypatch.setattr(worker, "READ_SECONDS", 0.2)
    with pytest.raises(StatementError, match="it took longer than 0 s"):
        hands.read(path)
    monkeypatch.setattr(worker, "READ_SECONDS", 30)
    monkeypatch.setattr(source, "read", read)
    assert hands.read(path).slug == "t"


def test_one_that_crashes_fails_alone(
    hands: Worker, path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    statement, build = hands.read(path), pipeline.build
    hands.stop()
    monkeypatch.setattr(pipeline, "build", lambda *_, **__: os.kill(os.getpid(), signal.SIGSEGV))
    with pytest.raises(StatementError, match=r"the program crashed on it \(SIGSEGV\)"):
        hands.build(statement, "standard", tmp_path)
    monkeypatch.setattr(pipeline, "build", build)
    assert hands.build(statement, "standard", tmp_path).pages == 1


def test_one_that_eats_the_memory_fails_alone(
    hands: Worker, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(source, "read", lambda _: bytearray(2 * worker.MEMORY))
    with pytest.raises(StatementError, match="it needed more than 4 GB of memory"):
        hands.read(path)


def test_a_bug_is_told_apart_from_a_fault(
    hands: Worker, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(source, "read", lambda _: 1 / 0)
    with pytest.raises(BugError, match="ZeroDivisionError") as error:
        hands.read(path)
    assert "Traceback" in error.value.details
