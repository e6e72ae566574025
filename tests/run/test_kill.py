"""Killed at any moment, the folder of PDFs holds whole ones only: the old or the new."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from typing import TYPE_CHECKING

from tests.samples import ROOT

if TYPE_CHECKING:
    from pathlib import Path

_WRITER = """
import sys
from pathlib import Path
from communique.publish import atomic
target = Path(sys.argv[1])
for number in range(10**9):
    atomic.write(target, bytes([number % 251]) * 300_000)
"""
KILLS = 100


def test_killed_at_a_hundred_random_moments_only_whole_files_are_there(tmp_path: Path) -> None:
    target = tmp_path / "x.pdf"
    chance = random.Random(15)  # noqa: S311  # moments, not secrets
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    for _ in range(KILLS):
        process = subprocess.Popen(  # noqa: S603  # our own interpreter and code
            [sys.executable, "-S", "-c", _WRITER, str(target)], env=environment
        )
        while process.poll() is None and not target.exists():
            time.sleep(0.002)
        time.sleep(chance.random() / 50)
        process.send_signal(signal.SIGKILL)
        process.wait()
        data = target.read_bytes()
        assert len(data) == 300_000
        assert data == data[:1] * 300_000
    left = [path for path in tmp_path.iterdir() if path != target]
    assert all(path.stat().st_size == 300_000 for path in left)


def test_two_builds_at_once_leave_one_whole_file(tmp_path: Path) -> None:
    target = tmp_path / "x.pdf"
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    writers = [
        subprocess.Popen(  # noqa: S603  # our own interpreter and code
            [sys.executable, "-S", "-c", _WRITER, str(target)], env=environment
        )
        for _ in range(2)
    ]
    while not target.exists():
        assert all(writer.poll() is None for writer in writers)
        time.sleep(0.01)
    for _ in range(50):
        data = target.read_bytes()
        assert data == data[:1] * 300_000
    for writer in writers:
        writer.kill()
        writer.wait()
