"""The design is looked at before it is used, and again: what changed meanwhile is not trusted."""

from __future__ import annotations

import importlib
import os
import sys
from pathlib import Path

import pytest

from communique.publish.manifest import Record
from communique.store import dependencies, file_state, places
from tests.publish.records import is_current, note


@pytest.fixture
def record(root: Path) -> Record:
    """Return a record that has looked at the files."""
    record = Record(str(root / "out"))
    assert record.look() == set()
    return record


def test_what_has_changed_since_the_last_look_is_named(root: Path, record: Record) -> None:
    style, font = root / "templates/styles/base.css", root / "templates/fonts/serif/Serif.ttf"
    gone, new = root / "templates/parts/facts.html", root / "templates/parts/new.html"
    style.write_text("other", "utf-8")
    font.rename(root / "away").rename(font)
    gone.unlink()
    new.write_text("new", "utf-8")
    assert record.look() == {str(path) for path in (style, font, gone, new)}
    assert record.renew() == set()


def test_what_changed_before_the_last_look_is_trusted(root: Path, record: Record) -> None:
    (root / "templates/styles/base.css").write_text("other", "utf-8")
    record.look()
    note(root, record)
    assert is_current(root)


def test_code_that_changed_since_the_first_look_is_not(root: Path, record: Record) -> None:
    (root / "communique/compose/page.py").write_text("other", "utf-8")
    assert record.look() == set(), "only a new process reads it again"
    note(root, record)
    assert not is_current(root)


def test_a_package_that_was_installed_meanwhile_is_not_trusted(
    root: Path, record: Record, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = dependencies.program()
    monkeypatch.setattr(dependencies, "program", lambda: [*program, "= new-2.0.dist-info"])
    record.look()
    note(root, record)
    assert not is_current(root)


def test_a_package_that_was_edited_in_place_and_one_that_was_mended_make_pdfs_again(
    root: Path, record: Record, monkeypatch: pytest.MonkeyPatch
) -> None:
    style = root / "site-packages/weasyprint/css/html5_ua.css"
    style.parent.mkdir(parents=True)
    style.write_text("p { margin: 1em }", "utf-8")
    monkeypatch.setattr(sys, "path", [*sys.path, str(root / "site-packages")])
    for text in ("p { margin: 9em }", "p { margin: 1em }"):
        record.look()
        note(root, record)
        assert is_current(root)
        style.write_text(text, "utf-8")
        assert not is_current(root)
        record = Record(str(root / "out"))


@pytest.mark.parametrize("package", ["weasyprint", "pydyf", "tinycss2", "tinyhtml5", "cssselect2"])
def test_every_file_of_the_packages_that_shape_pages_is_in_the_record(package: str) -> None:
    recorded = {file_state.long(path) for path in dependencies.program()}
    (folder,) = importlib.import_module(package).__path__
    files = {path for path in Path(folder).rglob("*") if path.is_file()}
    assert files
    assert {str(path) for path in files if "__pycache__" not in path.parts} <= recorded


def test_nothing_is_written_twice_while_files_are_not_trusted(root: Path, record: Record) -> None:
    (root / "templates/styles/base.css").write_text("other", "utf-8")
    note(root, record)
    before = (root / "out/.record").read_text("utf-8").count('"group"')
    note(root, record)
    assert (root / "out/.record").read_text("utf-8").count('"group"') == before


def test_a_template_that_was_there_for_a_moment_is_not_trusted(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = root / "project/templates"
    (own / "parts").mkdir(parents=True)
    monkeypatch.setattr(places, "own_templates", lambda: str(own))
    record = Record(str(root / "out"))
    record.look()
    (own / "parts/title.html").write_text("of that moment", "utf-8")
    (own / "parts/title.html").unlink()
    note(root, record)
    assert not is_current(root)


@pytest.mark.skipif(os.name != "posix", reason="Windows has no pipes in folders")
def test_a_template_that_cannot_be_read_costs_no_build(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    os.mkfifo(root / "templates/parts/pipe")
    (root / "templates/parts/loop").symlink_to("loop")
    monkeypatch.setattr(places, "own_templates", lambda: str(root / "templates"))
    record = Record(str(root / "out"))
    record.look()
    note(root, record)
    assert is_current(root)
    assert is_current(root)


def test_a_template_that_changes_while_it_is_compared_is_not_trusted(
    root: Path, record: Record, monkeypatch: pytest.MonkeyPatch
) -> None:
    style = root / "templates/styles/base.css"
    again = file_state.again

    def late(path: str, *rest: object, **options: bool) -> file_state.FileState:
        if path == str(style):
            style.write_text("saved at this very moment", "utf-8")
        return again(path, *rest, **options)  # type: ignore[arg-type]

    with monkeypatch.context() as patch:
        patch.setattr(file_state, "again", late)
        note(root, record)
    assert not is_current(root)
