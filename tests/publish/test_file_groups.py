"""Files that many outputs are made of: which of them have changed."""

from __future__ import annotations

import os
import time
from pathlib import Path
from typing import Any

import pytest

from communique.publish.file_groups import FileGroups
from communique.publish.states import settled
from communique.store import file_state
from tests.publish.records import LATER

SECOND = 10**9
Lines = list[dict[str, Any]]


@pytest.mark.parametrize("time_of", ["bytes", "entry"])
def test_an_identity_says_nothing_within_two_seconds_of_the_beginning(time_of: str) -> None:
    started = 100 * SECOND
    for moment, kept in ((98 * SECOND - 1, True), (98 * SECOND, False), (started, False)):
        times = (moment, 5) if time_of == "bytes" else (5, moment)
        found = (1, 2, 3, *times)
        trusted = found if kept else file_state.undated(3)
        assert settled((found, "hash"), started) == (trusted, "hash")


def later() -> int:
    """Return a beginning at which what the test has written is old."""
    return time.time_ns() + LATER


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a file of a group, written long ago; the program is another one."""
    made = tmp_path / "a.css"
    for each in (made, tmp_path / "program.py"):
        each.write_text("a { }", "utf-8")
        os.utime(each, ns=(SECOND, SECOND))
    program = [str(tmp_path / "program.py")]
    monkeypatch.setattr("communique.store.dependencies.program", lambda: program)
    return made


def test_groups_are_compared_once_and_again_after_a_while(path: Path) -> None:
    lines = Lines()
    groups = FileGroups(lines.append, later())
    name = groups.together({"edition": [str(path)]})
    assert groups.used([name]) == ([name], ["program", "edition"])
    assert groups.are_current(name)
    assert groups.together({"edition": [str(path)]}) == name
    path.write_text("b { }", "utf-8")
    assert groups.are_current(name)
    groups.renew(later())
    assert not groups.are_current(name)
    assert groups.together({"edition": [str(path)]}) != name


def test_a_file_that_is_not_trusted_twice_is_not_taken_for_the_same(path: Path) -> None:
    groups = FileGroups(Lines().append, 2 * SECOND)
    name = groups.together({"edition": [str(path)]})
    path.write_text("b { }", "utf-8")
    groups.renew(4 * SECOND)
    assert not groups.are_current(name)


def test_a_group_of_other_files_is_another(path: Path) -> None:
    groups = FileGroups(Lines().append, later())
    name = groups.together({"edition": [str(path)]})
    other = path.with_name("b.css")
    other.write_text("b { }", "utf-8")
    assert groups.together({"edition": [str(path), str(other)]}) != name
    assert not groups.are_current(name)
    assert not groups.are_current("unknown")


def test_what_is_written_is_learnt_again(path: Path) -> None:
    lines = Lines()
    name = FileGroups(lines.append, later()).together({"edition": [str(path)]})
    assert sorted(str(line.get("group")) for line in lines) == ["None", "edition", "program"]
    learnt = FileGroups(Lines().append, later())
    for line in lines:
        learnt.learn(line)
    again = list(learnt.lines(learnt.used([name, name, "unknown"])))
    assert sorted(map(repr, again)) == sorted(map(repr, lines))
    assert list(learnt.lines(learnt.used([]))) == []
    assert learnt.are_current(name)


def test_other_libraries_of_the_engine_leave_what_others_made_current(path: Path) -> None:
    groups = FileGroups(Lines().append, later())
    library, other = (str(path.with_name(name)) for name in ("a.so", "b.so"))
    for each in (library, other):
        Path(each).write_bytes(b"code")
        os.utime(each, ns=(SECOND, SECOND))
    few = groups.together({"engine": [library]})
    more = groups.together({"engine": [library, other]})
    assert few != more
    groups.renew(later())
    assert groups.are_current(few)
    assert groups.are_current(more)
    Path(other).write_bytes(b"other code")
    groups.renew(later())
    assert groups.are_current(few)
    assert not groups.are_current(more)


def test_libraries_that_nothing_there_was_made_with_are_used_no_more(path: Path) -> None:
    groups = FileGroups(Lines().append, later())
    library = path.with_name("a.so")
    names = []
    for version in (b"one", b"two"):
        library.write_bytes(version)
        os.utime(library, ns=(SECOND, SECOND))
        groups.renew(later())
        names.append(groups.together({"engine": [str(library)], "edition": [str(path)]}))
        library = path.with_name("b.so")
    (old, _), both = (groups.used([name]) for name in names), groups.used(names)
    assert len(both[0]) == 2
    assert len([name for name in both[1] if name.startswith("engine")]) == 2
    assert len([name for name in old[1] if name.startswith("engine")]) == 1
    assert set(old[1]) < set(both[1])
    kept = [line.get("group") for line in groups.lines(old)]
    assert sorted(str(name) for name in kept) == sorted(["None", *old[1]])


def test_a_group_whose_line_was_lost_is_not_written(path: Path) -> None:
    lines = Lines()
    name = FileGroups(lines.append, later()).together({"edition": [str(path)]})
    learnt = FileGroups(Lines().append, later())
    for line in lines:
        if line.get("group") != "edition":
            learnt.learn(line)
    assert learnt.used([name]) == ([name], ["program"])
    assert len(list(learnt.lines(learnt.used([name])))) == 2
