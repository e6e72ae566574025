"""The record: what is current, and what has changed."""

from __future__ import annotations

import os
import shutil
import time
from typing import TYPE_CHECKING

import pytest

from communique.publish.manifest import NAME, Record
from communique.store import file_state
from tests.publish.records import FILES, FORM, NOW, is_current, note, source, state

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Project = Callable[[], Record]


def test_what_has_not_changed_is_current_with_its_pages_and_remarks(root: Path) -> None:
    entry = Record(str(root / "out")).current([source(root)], FORM)
    assert entry
    assert (entry.name, entry.pages, list(entry.remarks)) == ("a.en.pdf", 1, ["notes at the end"])


def test_another_edition_or_standard_or_statement_is_not(root: Path) -> None:
    record = Record(str(root / "out"))
    path = source(root)
    assert record.current([path], ("letter", 1, "pdf", "plain")) is None
    assert record.current([path], ("standard", 2, "pdf", "plain")) is None
    assert record.current([path], ("standard", 1, "text", "plain")) is None
    assert record.current([path, path], FORM) is None


@pytest.mark.parametrize("path", [*FILES, "out/a.en.pdf"])
@pytest.mark.parametrize("change", ["other words", "gone", "as long"])
def test_a_change_is_noticed(root: Path, path: str, change: str) -> None:
    file = root / path
    text = file.read_text("utf-8")
    if change == "gone":
        file.unlink()
    else:
        file.write_text("x" * len(text) if change == "as long" else "other words", "utf-8")
    assert not is_current(root)


@pytest.mark.parametrize(
    "path",
    [
        "templates/parts/new.html",
        "templates/languages/en-GB.yaml",
        "templates/fonts/serif/Italic.ttf",
        "communique/new.py",
    ],
)
def test_a_new_file_is_noticed_where_it_may_be_used(root: Path, path: str) -> None:
    (root / path).write_text("new", "utf-8")
    assert not is_current(root)


@pytest.mark.parametrize("path", ["templates/editions/letter.yaml", "source/b.en.md", "notes.txt"])
def test_a_new_file_that_is_not_used_changes_nothing(root: Path, path: str) -> None:
    (root / path).write_text("new", "utf-8")
    assert is_current(root)


@pytest.mark.parametrize("path", [*FILES[:-1], "out/a.en.pdf"])  # not libraries
def test_other_bytes_of_the_same_size_and_date_are_noticed(root: Path, path: str) -> None:
    file = root / path
    found = file.stat()
    file.write_text("x" * found.st_size, "utf-8")
    os.utime(file, ns=(found.st_atime_ns, found.st_mtime_ns))
    assert file.stat().st_mtime_ns == found.st_mtime_ns
    assert not is_current(root)


@pytest.mark.parametrize("path", ["source/a.en.md", "templates/styles/base.css", "out/a.en.pdf"])
@pytest.mark.parametrize("change", ["touched", "moved away and back", "replaced by its copy"])
def test_a_file_with_the_same_bytes_is_compared_once(root: Path, path: str, change: str) -> None:
    file = root / path
    if change == "touched":
        file.touch()
    elif change == "replaced by its copy":
        shutil.copy(file, root / "copy")
        (root / "copy").replace(file)
    else:
        file.rename(root / "away").rename(file)
    lines = (root / "out" / NAME).read_text("utf-8").count("\n")
    assert is_current(root)
    assert is_current(root)
    assert (root / "out" / NAME).read_text("utf-8").count("\n") == lines + 1


def test_two_files_that_change_places_are_noticed(root: Path) -> None:
    one, other = root / "source/a.en.md", root / "source/map.png"
    one.rename(root / "one")
    other.rename(one)
    (root / "one").rename(other)
    assert not is_current(root)


@pytest.mark.parametrize("path", ["templates/styles/base.css", "templates/fonts/serif/Serif.ttf"])
@pytest.mark.parametrize("way", ["in place", "moved over it", "with its old date"])
def test_a_file_of_the_design_that_changes_while_it_is_used_is_not_trusted(
    root: Path, path: str, way: str
) -> None:
    file, other = root / path, root / "other"
    record = Record(str(root / "out"))
    record.look()
    found = file.stat()
    written = file if way == "in place" else other
    written.write_text("x" * found.st_size, "utf-8")
    if way == "with its old date":
        os.utime(other, ns=(found.st_atime_ns, found.st_mtime_ns))
    if written == other:
        other.replace(file)
    note(root, record)
    assert not is_current(root)


def test_a_file_of_the_design_that_was_another_one_for_a_moment_is_not_trusted(root: Path) -> None:
    file = root / "templates/styles/base.css"
    record = Record(str(root / "out"))
    record.look()
    file.rename(root / "away")
    file.write_text("of that moment", "utf-8")
    (root / "away").replace(file)
    note(root, record)
    assert not is_current(root)


def test_a_statement_is_what_it_was_when_it_was_read(root: Path) -> None:
    file = root / "source/a.en.md"
    record = Record(str(root / "out"))
    before = state(file)
    file.write_text("x" * file.stat().st_size, "utf-8")
    note(root, record, {str(file): before})
    assert not is_current(root)


def test_a_picture_that_may_be_found_under_a_nearer_name_is_looked_for(root: Path) -> None:
    nearer = root / "source/nearer.png"
    note(root, Record(str(root / "out")), {str(nearer): (file_state.NONE, file_state.ABSENT)})
    assert is_current(root)
    nearer.write_text("it is there", "utf-8")
    assert not is_current(root)


@pytest.mark.parametrize("path", ["source/a.en.md", "templates/styles/base.css"])
def test_a_file_saved_twice_within_one_tick_of_the_clock_is_noticed(
    root: Path, path: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(file_state, "now", time.time_ns)
    file = root / path
    file.write_text("first", "utf-8")
    tick = file_state.identity(str(file))

    def identity(found: os.stat_result) -> file_state.Identity:
        return tick if found.st_ino == tick[1] else original(found)

    original = file_state._identity
    monkeypatch.setattr(file_state, "_identity", identity)
    record = Record(str(root / "out"))
    record.look()
    note(root, record)
    assert is_current(root)
    file.write_text("other", "utf-8")
    assert not is_current(root)


@pytest.mark.parametrize("behind", [4_000_000, 10_000_000, 15_600_000])
@pytest.mark.parametrize("renewed", [False, True])
def test_a_library_replaced_just_after_the_beginning_is_not_trusted_though_clocks_are_coarse(
    root: Path, behind: int, renewed: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    library = root / "templates/editions/standard.yaml"  # not looked at before, as libraries
    library.write_text("replaced while the PDF was made", "utf-8")
    began = library.stat().st_ctime_ns + behind
    monkeypatch.setattr(file_state, "now", NOW)
    with monkeypatch.context() as clock:
        clock.setattr(time, "time_ns", lambda: 1 if renewed else began)
        record = Record(str(root / "out"))
        clock.setattr(time, "time_ns", lambda: began)
        if renewed:
            record.renew()
            record._groups._before.clear()
    note(root, record)
    assert not is_current(root)


@pytest.mark.parametrize("path", [*FILES, "out/a.en.pdf"])
def test_a_file_has_the_text_of_its_statement_until_that_a_picture_or_itself_changes(
    root: Path, path: str
) -> None:
    (root / path).write_text("other words", "utf-8")
    record = Record(str(root / "out"))
    design = path not in ("source/a.en.md", "source/map.png", "out/a.en.pdf")
    assert record.has_text_of("a.en.pdf", [source(root)]) is design


def test_a_file_has_not_the_text_of_another_statement_and_one_that_is_unknown_has_none(
    root: Path,
) -> None:
    record = Record(str(root / "out"))
    assert not record.has_text_of("a.en.pdf", [f"{root}/source/b.en.md"])
    assert not record.has_text_of("a.en.pdf", [source(root), f"{root}/source/b.en.md"])
    assert not record.has_text_of("b.en.pdf", [source(root)])


@pytest.mark.parametrize("path", ["source/a.en.md", "templates/styles/base.css", "out/a.en.pdf"])
def test_after_a_clock_was_set_back_bytes_are_compared(
    root: Path, path: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = time.time_ns
    monkeypatch.setattr(time, "time_ns", lambda: clock() - 10**15)
    monkeypatch.setattr(file_state, "now", NOW)
    record = Record(str(root / "out"))
    record.look()
    note(root, record)
    assert is_current(root)
    found = (root / path).stat()
    (root / path).write_text("x" * found.st_size, "utf-8")
    os.utime(root / path, ns=(found.st_atime_ns, found.st_mtime_ns))
    assert not is_current(root)
