"""Files that many outputs are made of: which of them have changed."""

from __future__ import annotations

import os
import time
from pathlib import Path
from typing import Any

import pytest

from communique.publish.file_groups import FileGroups, settled

SECOND = 10**9
Lines = list[dict[str, Any]]


def test_a_time_says_nothing_within_two_seconds_of_the_beginning() -> None:
    started = 100 * SECOND
    for modified, kept in ((98 * SECOND, 98 * SECOND), (98 * SECOND + 1, 0), (started, 0)):
        assert settled((5, modified, "hash"), started) == (5, kept, "hash")


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a file of a group, written long ago; the program is another one."""
    made = tmp_path / "a.css"
    for each in (made, tmp_path / "program.py"):
        each.write_text("a { }", "utf-8")
        os.utime(each, ns=(SECOND, SECOND))
    program = [str(tmp_path / "program.py")]
    monkeypatch.setattr("communique.store.file_state.program", lambda: program)
    return made


def test_groups_are_compared_once_and_again_after_a_while(path: Path) -> None:
    lines = Lines()
    groups = FileGroups(lines.append, time.time_ns())
    assert len(groups) == 0
    name = groups.together({"edition": [str(path)]})
    assert len(groups) == 3  # the program, the edition, both together
    assert groups.are_current(name)
    path.write_text("b { }", "utf-8")
    os.utime(path, ns=(2 * SECOND, 2 * SECOND))
    assert groups.are_current(name)
    assert groups.together({"edition": [str(path)]}) == name
    groups.renew(time.time_ns())
    assert not groups.are_current(name)
    assert groups.together({"edition": [str(path)]}) != name


def test_a_group_of_other_files_is_another(path: Path) -> None:
    groups = FileGroups(Lines().append, time.time_ns())
    name = groups.together({"edition": [str(path)]})
    other = path.with_name("b.css")
    other.write_text("b { }", "utf-8")
    assert groups.together({"edition": [str(path), str(other)]}) != name
    assert not groups.are_current(name)
    assert not groups.are_current("unknown")


def test_what_is_written_is_learnt_again(path: Path) -> None:
    lines = Lines()
    name = FileGroups(lines.append, time.time_ns()).together({"edition": [str(path)]})
    assert [line.get("group") for line in lines] == ["edition", "program", None]
    learnt = FileGroups(Lines().append, time.time_ns())
    for line in lines:
        learnt.learn(line)
    assert list(learnt.lines()) == lines
    assert learnt.are_current(name)


def test_other_libraries_of_the_engine_leave_what_others_made_current(path: Path) -> None:
    groups = FileGroups(Lines().append, time.time_ns())
    library, other = (str(path.with_name(name)) for name in ("a.so", "b.so"))
    for each in (library, other):
        Path(each).write_bytes(b"code")
        os.utime(each, ns=(SECOND, SECOND))
    few = groups.together({"engine": [library]})
    more = groups.together({"engine": [library, other]})
    assert few != more
    groups.renew(time.time_ns())
    assert groups.are_current(few)
    assert groups.are_current(more)
    Path(other).write_bytes(b"other code")
    groups.renew(time.time_ns())
    assert groups.are_current(few)
    assert not groups.are_current(more)
