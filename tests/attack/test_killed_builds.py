"""Stopped at any moment, by whichever signal, a build leaves whole files; the next one ends it."""

from __future__ import annotations

import os
import random
import re
import signal
import subprocess
import time
from typing import TYPE_CHECKING, NamedTuple

import pytest

from tests.attack.measuring import in_session
from tests.attack.old_and_new import EDITIONS, Project
from tests.attack.sizes import size
from tests.samples import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

pytestmark = pytest.mark.attack

#: What a shell says of a process that one of them ended (POSIX.1-2024, 2.8.2).
STATUSES = {signal.SIGKILL: 137, signal.SIGTERM: 143, signal.SIGHUP: 129, signal.SIGINT: 130}
#: Those that a terminal sends to all processes that run in it (POSIX.1-2024, 11.1.9, 11.1.10).
OF_TERMINALS = (signal.SIGINT, signal.SIGHUP)
#: So long processes may still be there after the command, in seconds.
SOON = 5.0
ALL = ("build", *EDITIONS)


class Way(NamedTuple):
    """A way to call the command."""

    arguments: Sequence[str]
    streamed: bool = False
    """Whether the PDF goes to standard output."""
    endless: bool = False
    """Whether it goes on until it is stopped."""


WAYS = {
    "one statement": Way(("build", "source/a0.en.md")),
    "many with --jobs 2": Way((*ALL, "--jobs", "2")),
    "many with one worker": Way((*ALL, "--jobs", "1")),
    "--out -": Way(("build", "source/a0.en.md", "--out", "-"), streamed=True),
    "watch": Way(("watch", "--jobs", "2"), endless=True),
}


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    return Project(tmp_path_factory.mktemp("killed"))


@pytest.mark.parametrize("name", WAYS)
def test_whatever_stops_a_build_leaves_whole_files(
    name: str, project: Project, say: Callable[[str], None]
) -> None:
    way, chance = WAYS[name], random.Random(name)  # noqa: S311  # moments, not secrets
    told = dict.fromkeys(STATUSES.values(), 0)
    seconds = 2.0 if way.endless else _seconds(project, way)
    moments = size(sample=2, whole=60)
    for number in range(moments):
        stop = chance.choice(list(STATUSES))
        word = ("old", "new")[number % 2]
        project.say(word)
        status = _stopped(project, way, stop, chance.random() * seconds, chance)
        assert status in ((STATUSES[stop],) if way.endless else (STATUSES[stop], 0)), project.said()
        told[STATUSES[stop]] += status == STATUSES[stop]
        _assert_quiet(project)
        _assert_whole(project, streamed=way.streamed and status == 0)
        assert len(project.parts()) <= 1, project.parts()
        ended = project.run(*ALL, "--quiet")
        assert (ended.returncode, ended.stderr, project.parts()) == (0, "", [])
        assert project.files() == project.right[word]
    stopped = ", ".join(f"{count} with {status}" for status, count in told.items())
    say(f"{name}: stopped at {moments} moments ({stopped}); 0 parts of files, 0 tracebacks")


def _seconds(project: Project, way: Way) -> float:
    """Return how long the command takes that is called in this way."""
    project.say("old")
    start = time.monotonic()
    project.run(*way.arguments, "--force")
    return time.monotonic() - start


def _stopped(
    project: Project, way: Way, stop: signal.Signals, after: float, chance: random.Random
) -> int:
    """Return the exit status, as a shell says it, of a command stopped `after` so many seconds."""
    process = project.start(way.arguments)
    try:
        process.wait(after)
    except subprocess.TimeoutExpired:
        if stop in OF_TERMINALS and chance.random() < 0.5:  # else from another terminal, by kill(1)
            os.killpg(process.pid, stop)
        else:
            process.send_signal(stop)
    status = process.wait(30)
    end = time.monotonic() + SOON
    while (left := list(in_session(process.pid))) and time.monotonic() < end:
        time.sleep(0.02)
    assert not left, "workers outlive the command"
    return status if status >= 0 else 128 - status


def _assert_quiet(project: Project) -> None:
    """Nobody sees what went wrong inside, and no statement is refused.

    Until our first line has run, Python itself answers to Ctrl-C, in its own way.
    """
    said, told = project.said()
    if told.endswith("KeyboardInterrupt\n") and f"{ROOT}/communique/" not in told:
        return
    assert not re.search("Traceback|Exception|refused|crashed|mistake|killed", said + told), told


def _assert_whole(project: Project, *, streamed: bool) -> None:
    """Each file is the old or the new one; what was `streamed` is one of them, too."""
    both = project.right.values()
    for name, data in project.files().items():
        assert any(data == files[name] for files in both), f"{name} is a part, or another file"
    if streamed:
        written = (project.folder / "said").read_bytes()
        assert any(written == files["a0.en.pdf"] for files in both)
