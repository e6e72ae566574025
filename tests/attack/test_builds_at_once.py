"""Two builds of one ``out`` at once, also of two machines: whole files, and all recorded."""

from __future__ import annotations

import random
import signal
import time
from typing import TYPE_CHECKING

import pytest

from tests.attack.old_and_new import EDITIONS, Project
from tests.attack.sizes import size

if TYPE_CHECKING:
    from collections.abc import Callable

pytestmark = pytest.mark.attack

#: The second one begins at most so many seconds after the first.
APART = 1.0


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    return Project(tmp_path_factory.mktemp("at-once"))


@pytest.mark.parametrize("numbered_1", [False, True], ids=["one machine", "two containers"])
@pytest.mark.parametrize("killed", [False, True], ids=["both end", "one is killed"])
def test_two_at_once_leave_whole_files_and_lose_no_line(
    project: Project, say: Callable[[str], None], *, killed: bool, numbered_1: bool
) -> None:
    chance = random.Random(f"{killed} {numbered_1}")  # noqa: S311  # moments, not secrets
    rounds = size(sample=1, whole=20)
    for number in range(rounds):
        word = ("old", "new")[number % 2]
        project.say(word)
        own = EDITIONS[:2], EDITIONS if number % 3 else EDITIONS[2:]
        builds = []
        for name, editions in zip(("1", "2"), own, strict=True):
            builds.append(project.start(("build", *editions), name, numbered_1=numbered_1))
            time.sleep(chance.random() * APART)
        if killed:
            builds[1].send_signal(signal.SIGKILL)
        codes = [build.wait(120) for build in builds]
        assert codes[0] == 0, project.said("1")
        assert codes[1] in ((0, -signal.SIGKILL) if killed else (0,)), project.said("2")
        both = project.right.values()
        for name, data in project.files().items():
            assert any(data == files[name] for files in both), f"{name} is a part, or another file"
        _assert_recorded(project, word, every=not killed)
    say(f"two builds at once, {rounds} times: 0 parts of files, 0 lines of the record lost")


def _assert_recorded(project: Project, word: str, *, every: bool) -> None:
    """The next build finds each file that was made, or makes it; the one after it makes nothing."""
    ended = project.run("build", *EDITIONS)
    assert ended.returncode == 0, ended.stderr
    if every:
        assert ended.stdout.count("unchanged") == len(project.right[word]), ended.stdout
    assert project.files() == project.right[word]
    assert project.parts() == []
    again = project.run("build", *EDITIONS)
    assert again.stdout.count("unchanged") == len(project.right[word]), again.stdout
    assert "damaged" not in ended.stderr + again.stderr
