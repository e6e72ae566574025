"""The record: what is current, and what has changed."""

from __future__ import annotations

import os
import time
from typing import TYPE_CHECKING

import pytest

from communique.publish.manifest import NAME, Record
from tests.publish.records import FILES, FORM, OLD, is_current, note, source

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
    assert record.current([path], ("letter", 1, "pdf")) is None
    assert record.current([path], ("standard", 2, "pdf")) is None
    assert record.current([path], ("standard", 1, "text")) is None
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


@pytest.mark.parametrize("path", ["source/a.en.md", "templates/styles/base.css", "out/a.en.pdf"])
def test_a_file_that_was_only_touched_is_compared_once(root: Path, path: str) -> None:
    just = time.time_ns() - 10**9
    os.utime(root / path, ns=(just, just))
    assert is_current(root)
    lines = (root / "out" / NAME).read_text("utf-8").count("\n")
    os.utime(root / path, ns=(OLD + 10**9, OLD + 10**9))
    assert is_current(root)
    assert is_current(root)
    assert (root / "out" / NAME).read_text("utf-8").count("\n") == lines + 1


def test_a_file_that_changed_while_it_was_used_is_not_trusted(root: Path) -> None:
    record = Record(str(root / "out"))
    (root / "templates/styles/base.css").write_text("saved while the PDF was made", "utf-8")
    note(root, record)
    assert not is_current(root)


def test_a_file_saved_twice_within_one_tick_of_the_clock_is_noticed(root: Path) -> None:
    file = root / "source/a.en.md"
    file.write_text("first", "utf-8")
    stat = file.stat()
    note(root, Record(str(root / "out")))
    file.write_text("other", "utf-8")
    os.utime(file, ns=(stat.st_atime_ns, stat.st_mtime_ns))
    assert not is_current(root)


@pytest.mark.parametrize("behind", [4_000_000, 10_000_000, 15_600_000])
@pytest.mark.parametrize("renewed", [False, True])
def test_a_file_saved_just_after_the_beginning_is_not_trusted_though_clocks_of_files_are_coarse(
    root: Path, behind: int, renewed: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    began = time.time_ns()
    with monkeypatch.context() as clock:
        clock.setattr(time, "time_ns", lambda: 1 if renewed else began)
        record = Record(str(root / "out"))
        clock.setattr(time, "time_ns", lambda: began)
        if renewed:
            record.renew()
    style = root / "templates/styles/base.css"
    style.write_text("saved while the PDF was made", "utf-8")
    os.utime(style, ns=(began - behind, began - behind))
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
