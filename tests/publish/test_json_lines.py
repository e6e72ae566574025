"""A file of JSON lines: read whole or in parts, added to, and written anew where it is too long."""

from __future__ import annotations

import os
import stat
from binascii import crc32
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.publish import json_lines
from communique.publish.json_lines import JsonLines

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

DAMAGED = "damaged; what it does not name is made again"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "out" / "lines"


def write(path: Path, *lines: dict[str, Any]) -> None:
    """Add `lines` to the file."""
    file = JsonLines(str(path))
    for line in lines:
        file.add(line)
    file.close(most=len(lines), lines=[])


def read(path: Path) -> tuple[list[Any], str]:
    """Return what is in the file, and what is wrong with it."""
    lines = JsonLines(str(path))
    return list(lines.read()), lines.wrong


def test_what_was_added_is_read_again_and_counted(path: Path) -> None:
    lines = JsonLines(str(path))
    lines.add({"name": "Möte"})
    text = '{"name":"Möte"'
    expected = f'{text},"check":"{crc32(text.encode()):08x}"}}\n'
    assert path.read_text("utf-8") == expected, "it is on the disk at once"
    lines.add({"name": 2})
    lines.close(most=2, lines=[])
    again = JsonLines(str(path))
    assert list(again.read()) == [{"name": "Möte"}, {"name": 2}]
    assert (lines.count, again.count, again.wrong) == (2, 2, "")


def test_a_name_that_is_not_utf_8_is_kept_as_it_is(path: Path) -> None:
    name = os.fsdecode(b"caf\xe9")
    write(path, {"name": name})
    assert b"caf\xe9" in path.read_bytes()
    assert read(path) == ([{"name": name}], "")


def test_a_file_that_is_not_there_has_no_lines(path: Path) -> None:
    lines = JsonLines(str(path))
    assert (list(lines.read()), lines.count, lines.wrong) == ([], 0, "")
    lines.close(most=-1, lines=[{"a": 1}])
    assert not path.exists()


@pytest.mark.parametrize("place", [0, 3, -3, -15])
def test_a_line_in_which_one_bit_has_changed_is_left_out(path: Path, place: int) -> None:
    write(path, {"a": 1}, {"b": "words"}, {"c": 3})
    one, other, third = path.read_bytes().splitlines(keepends=True)
    changed = bytearray(other)
    changed[place] ^= 1
    path.write_bytes(one + bytes(changed) + third)
    assert read(path) in (([{"a": 1}, {"c": 3}], DAMAGED), ([{"a": 1}, {"c": 3}], ""))


@given(data=st.data())
def test_damaged_bytes_never_say_anything_else(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    path = tmp_path_factory.getbasetemp() / "damaged lines"
    path.unlink(missing_ok=True)
    written: list[dict[str, Any]] = [{"a": 1}, {"b": "words", "c": [1, {"d": None}]}, {"e": "ë"}]
    write(path, *written)
    whole = path.read_bytes()
    start = data.draw(st.integers(0, len(whole)))
    end = data.draw(st.integers(start, len(whole)))
    path.write_bytes(whole[:start] + data.draw(st.binary(max_size=20)) + whole[end:])
    found, _ = read(path)
    assert all(line in written for line in found)


def test_damaged_lines_are_written_no_more(path: Path) -> None:
    write(path, {"a": 1})
    path.write_bytes(b"{\n" + path.read_bytes() + b'{"c":')
    lines = JsonLines(str(path))
    found = list(lines.read())
    assert (found, lines.count, lines.wrong) == ([{"a": 1}], 3, DAMAGED)
    lines.close(most=9, lines=found)
    assert read(path) == (found, "")


def test_a_line_after_half_a_line_is_one_of_its_own(path: Path) -> None:
    write(path, {"a": 1})
    path.write_bytes(path.read_bytes() + b'{"b":')
    lines = JsonLines(str(path))
    list(lines.read())
    lines.add({"c": 3})
    assert read(path) == ([{"a": 1}, {"c": 3}], DAMAGED)
    lines.close(most=9, lines=[{"a": 1}, {"c": 3}])
    assert read(path) == ([{"a": 1}, {"c": 3}], "")


def test_lines_of_another_program_are_no_damage(path: Path) -> None:
    path.parent.mkdir()
    path.write_text('["kit",1]\n{"file":"a"}\n7\n', "utf-8")
    assert read(path) == ([], "")


@pytest.mark.parametrize(
    "text",
    [
        "[" * 100_000,
        '{"a":' * 100_000,
        '{"a":' + "9" * 10_000,
        "",
        "{" * 9,
    ],
)
def test_a_line_that_is_no_json_though_its_check_is_right_is_left_out(
    path: Path, text: str
) -> None:
    body = text.encode()
    write(path, {"a": 1})
    with path.open("ab") as file:
        file.write(body + json_lines._END % crc32(body) + b"\n")
    assert read(path) == ([{"a": 1}], DAMAGED)


@pytest.mark.parametrize(("most", "kept"), [(2, [{"old": 1}, {"new": 2}]), (1, [{"good": 3}])])
def test_a_file_with_too_many_lines_is_written_anew(
    path: Path, most: int, kept: list[dict[str, int]]
) -> None:
    write(path, {"old": 1})
    lines = JsonLines(str(path))
    list(lines.read())
    lines.add({"new": 2})
    lines.close(most=most, lines=[{"good": 3}])
    assert read(path) == (kept, "")
    assert [each.name for each in path.parent.iterdir()] == ["lines"]


# What may stand in its place


def link(path: Path) -> None:
    (path.parent / "foreign").write_text("of somebody else", "utf-8")
    path.symlink_to("foreign")


def too_long(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(json_lines._MOST_BYTES + 1)


@pytest.mark.skipif(os.name != "posix", reason="Windows has no such files")
@pytest.mark.parametrize(
    ("make", "wrong"),
    [
        (link, "it is a link"),
        (lambda path: path.symlink_to("/dev/zero"), "it is a link"),
        (lambda path: path.symlink_to(path.name), "it is a link"),
        (os.mkdir, "it is a folder"),
        (os.mkfifo, "it is a pipe"),
        (too_long, "it has more than 50000000 bytes"),
    ],
    ids=["link", "device", "loop", "folder", "pipe", "too long"],
)
def test_what_is_no_record_is_told_and_replaced(
    path: Path, make: Callable[[Path], None], wrong: str
) -> None:
    path.parent.mkdir()
    make(path)
    lines = JsonLines(str(path))
    assert list(lines.read()) == []
    assert lines.wrong == f"{wrong}; all is made again, and a new one takes its place"
    lines.add({"a": 1})
    lines.close(most=1, lines=[])
    assert read(path) == ([{"a": 1}], "")
    assert stat.S_ISREG(path.lstat().st_mode)
    if make is link:
        assert (path.parent / "foreign").read_text("utf-8") == "of somebody else"


def test_a_folder_with_something_in_it_is_told_and_left_alone(path: Path) -> None:
    path.mkdir(parents=True)
    (path / "foreign").touch()
    for _ in range(2):
        lines = JsonLines(str(path))
        assert list(lines.read()) == []
        assert lines.wrong == "it is a folder; move it away, or all is made again each time"
        lines.add({"a": 1})
        lines.close(most=0, lines=[{"a": 1}])
    assert (path / "foreign").exists()


@pytest.mark.parametrize("may_be_read", [True, False])
def test_one_that_may_not_be_used_is_replaced(
    path: Path, monkeypatch: pytest.MonkeyPatch, *, may_be_read: bool
) -> None:
    write(path, {"a": 1})
    opened, shut = os.open, path.stat().st_ino

    def refuse(name: str, flags: int, *rest: int) -> int:
        asked = name == str(path) and path.exists() and path.stat().st_ino == shut
        if asked and (flags & os.O_WRONLY or not may_be_read):
            raise PermissionError(13, "Permission denied")
        return opened(name, flags, *rest)

    monkeypatch.setattr(os, "open", refuse)
    lines = JsonLines(str(path))
    assert list(lines.read()) == ([{"a": 1}] if may_be_read else [])
    refused = "it cannot be read (Permission denied); all is made again"
    assert lines.wrong == ("" if may_be_read else f"{refused}, and a new one takes its place")
    path.rename(path.with_name("shut"))  # so that the number is not given again
    os.link(path.with_name("shut"), path)
    lines.add({"b": 2})
    lines.close(most=9, lines=[])
    monkeypatch.undo()
    assert read(path) == ([{"b": 2}], "")
