from __future__ import annotations

import signal
import subprocess
import sys

import pytest

from communique.store import stops
from tests.samples import ROOT

_SENT = """
import os, signal, sys
from communique.store import stops
first, *then = [getattr(signal, name) for name in sys.argv[1:]]
try:
    with stops.heeded() as stop:
        try:
            os.kill(os.getpid(), first)
        except KeyboardInterrupt:
            for number in then:
                os.kill(os.getpid(), number)
            sys.exit(128 + stop.number)
finally:
    print(signal.getsignal(first).name)
"""
_LOST = """
import os, signal
from communique.store import stops
class Kept:
    def __del__(self):
        os.kill(os.getpid(), signal.SIGTERM)
with stops.heeded():
    kept = Kept()
    del kept
    print("went on")
"""
_HELD = """
import os, signal
from communique.store import stops
with stops.heeded():
    try:
        with stops.held():
            os.kill(os.getpid(), signal.SIGTERM)
            print("whole", flush=True)
        print("late")
    except KeyboardInterrupt:
        print("then stopped")
"""


def ended(program: str, *arguments: str, before: str = "") -> subprocess.CompletedProcess[str]:
    """Return what comes of a Python `program`, with other lines `before` it."""
    return subprocess.run(  # noqa: S603  # our own interpreter and code
        [sys.executable, "-c", before + program, *arguments],
        capture_output=True,
        text=True,
        check=False,
        cwd=ROOT,
    )


@pytest.mark.parametrize("number", stops.STOPS)
def test_what_stops_a_program_is_known_and_it_is_as_before_then(number: signal.Signals) -> None:
    before = "import signal; signal.signal(signal.SIGINT, signal.SIG_DFL)\n"
    done = ended(_SENT, number.name, before=before)
    assert (done.returncode, done.stdout, done.stderr) == (128 + number, "SIG_DFL\n", "")


def test_a_second_one_ends_it_at_once() -> None:
    done = ended(_SENT, "SIGINT", "SIGTERM")
    assert (done.returncode, done.stdout, done.stderr) == (-signal.SIGTERM, "", "")


def test_one_that_is_ignored_stays_ignored() -> None:
    before = "import signal; signal.signal(signal.SIGHUP, signal.SIG_IGN)\n"
    done = ended(_SENT, "SIGHUP", before=before)
    assert (done.returncode, done.stdout, done.stderr) == (0, "SIG_IGN\n", "")


def test_one_that_comes_where_python_would_lose_it_ends_the_program() -> None:
    done = ended(_LOST)
    assert (done.returncode, done.stdout, done.stderr) == (-signal.SIGTERM, "", "")


def test_one_that_is_held_comes_afterwards() -> None:
    done = ended(_HELD)
    assert (done.returncode, done.stdout, done.stderr) == (0, "whole\nthen stopped\n", "")
