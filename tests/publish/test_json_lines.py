"""A file of JSON lines: read whole or in parts, added to, and written anew where it is too long."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from communique.publish.json_lines import JsonLines

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "out" / "lines"


def test_what_was_added_is_read_again_and_counted(path: Path) -> None:
    lines = JsonLines(str(path))
    lines.add({"name": "Möte"})
    assert path.read_text("utf-8") == '{"name":"Möte"}\n', "it is on the disk at once"
    lines.add({"name": 2})
    lines.close(most=2, lines=[])
    again = JsonLines(str(path))
    assert list(again.read()) == [{"name": "Möte"}, {"name": 2}]
    assert (lines.count, again.count, again.damaged) == (2, 2, 0)


def test_a_file_that_is_not_there_has_no_lines(path: Path) -> None:
    lines = JsonLines(str(path))
    assert (list(lines.read()), lines.count) == ([], 0)
    lines.close(most=-1, lines=[{}])
    assert not path.exists()


def test_damaged_lines_are_counted_and_left_out(path: Path) -> None:
    path.parent.mkdir()
    path.write_bytes(b'{"a":1}\n{"b":\n\xff\n{"c":3}\n')
    lines = JsonLines(str(path))
    assert (list(lines.read()), lines.count, lines.damaged) == ([{"a": 1}, {"c": 3}], 4, 2)


@pytest.mark.parametrize(("most", "kept"), [(2, '{"old":1}\n{"new":2}\n'), (1, '{"good":3}\n')])
def test_a_file_with_too_many_lines_is_written_anew(path: Path, most: int, kept: str) -> None:
    path.parent.mkdir()
    path.write_text('{"old":1}\n', "utf-8")
    lines = JsonLines(str(path))
    list(lines.read())
    lines.add({"new": 2})
    lines.close(most=most, lines=[{"good": 3}])
    assert path.read_text("utf-8") == kept
    assert [each.name for each in path.parent.iterdir()] == ["lines"]
