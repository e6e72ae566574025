"""Files that are made to hang or burst whoever opens them end within a minute and a gigabyte."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.attack.hostile_pdfs import files
from tests.attack.sizes import SAMPLE
from tests.samples import ROOT

pytestmark = pytest.mark.attack
#: In seconds and in bytes: what is given to anybody's file, and to what starts the program.
MOST_SECONDS, MOST_BYTES = 60, 2**30
#: What is quick to try.
FEW = ("forms in forms", "a page of 10,000 km", "a packed statement", "a statement of quotations")


def verified(path: Path | str) -> tuple[int, str, float, int]:
    """Return the exit status, what is said, the time and the most memory of a process."""
    begun = time.monotonic()
    with subprocess.Popen(  # noqa: S603  # our own program
        [sys.executable, "build.py", "verify", str(path)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    ) as process:
        assert process.stdout
        said = process.stdout.read()
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    return process.returncode, said, time.monotonic() - begun, used.ru_maxrss * 1024


def test_hostile_files_end_with_a_sentence(
    lights: bytes, tmp_path: Path, say: Callable[[str], None]
) -> None:
    made = files(lights)
    path = tmp_path / "x.pdf"
    for name in FEW if SAMPLE else made:
        path.write_bytes(made[name]())
        code, said, seconds, memory = verified(path)
        first = said.partition("\n")[0].removeprefix(f"{path}: ")
        say(f"{name}: {seconds:.0f} s, {memory / 2**20:.0f} MB: {first[:110]}")
        assert code in (1, 3), said
        assert "Traceback" not in said
        assert seconds < MOST_SECONDS
        assert memory < MOST_BYTES


def test_what_is_no_file_is_told_at_once(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.pdf"
    os.mkfifo(pipe)
    for path in ("/dev/zero", "/dev/null", pipe):
        code, said, _, _ = verified(path)
        assert code == 3
        assert "it cannot be decided here: it " in said
