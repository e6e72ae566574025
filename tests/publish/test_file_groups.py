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
    name = groups.together({"edition": [str(path)]})
    assert groups.used([name]) == ([name], ["program", "edition"])
    assert groups.are_current(name)
    path.write_text("b { }", "utf-8")
    os.utime(path, ns=(2 * SECOND, 2 * SECOND))
    assert groups.are_current(name)
    assert groups.together({"edition": [str(path)]}) == name
    groups.renew(time.time_ns())
    assert not groups.are_current(name)
    assert groups.together({"edition": [str(path)]}) != name


def test_a_file_that_is_not_trusted_twice_is_not_taken_for_the_same(path: Path) -> None:
    groups = FileGroups(Lines().append, 2 * SECOND)
    os.utime(path, ns=(3 * SECOND, 3 * SECOND))
    name = groups.together({"edition": [str(path)]})
    path.write_text("b { }", "utf-8")
    os.utime(path, ns=(5 * SECOND, 5 * SECOND))
    groups.renew(4 * SECOND)
    assert not groups.are_current(name)


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
    assert sorted(str(line.get("group")) for line in lines) == ["None", "edition", "program"]
    learnt = FileGroups(Lines().append, time.time_ns())
    for line in lines:
        learnt.learn(line)
    again = list(learnt.lines(learnt.used([name, name, "unknown"])))
    assert sorted(map(repr, again)) == sorted(map(repr, lines))
    assert list(learnt.lines(learnt.used([]))) == []
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


def test_libraries_that_nothing_there_was_made_with_are_used_no_more(path: Path) -> None:
    groups = FileGroups(Lines().append, time.time_ns())
    library = path.with_name("a.so")
    names = []
    for version in (b"one", b"two"):
        library.write_bytes(version)
        os.utime(library, ns=(SECOND, SECOND))
        groups.renew(time.time_ns())
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
    name = FileGroups(lines.append, time.time_ns()).together({"edition": [str(path)]})
    learnt = FileGroups(Lines().append, time.time_ns())
    for line in lines:
        if line.get("group") != "edition":
            learnt.learn(line)
    assert learnt.used([name]) == ([name], ["program"])
    assert len(list(learnt.lines(learnt.used([name])))) == 2
