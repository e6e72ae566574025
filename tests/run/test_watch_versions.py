"""Watch, as it is typed, with drafts, an embargo, and an earlier version to compare with."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.run.test_watch import Watched
from tests.samples import with_body

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

pytestmark = pytest.mark.conformance


def written(status: str, words: str = "Some words of a text.") -> str:
    return with_body(words).replace("---\n", f"---\n{status}\n", 1)


@pytest.fixture
def source(tmp_path: Path) -> Path:
    folder = tmp_path / "source"
    folder.mkdir()
    (tmp_path / "communique.yaml").touch()
    (folder / "a.en.md").write_text(written("draft: {version: 1}"), "utf-8")
    return folder


@pytest.fixture
def watched(source: Path, tmp_path: Path) -> Iterator[Watched]:
    watched = Watched(source, tmp_path / "out", "--jobs", "1")
    yield watched
    watched.stop()


def test_each_status_has_its_pdf_and_the_others_are_named(
    watched: Watched, source: Path, tmp_path: Path
) -> None:
    path = source / "a.en.md"
    watched.says("a.en.draft-1.pdf")
    watched.says("watching")
    path.write_text(written("draft: {version: 2, at: 2026-03-05 24:00}"), "utf-8")
    assert "write 2026-03-06 00:00" in watched.says("draft.at")
    path.write_text(written("draft: {version: 2, at: 2026-03-06 00:00}"), "utf-8")
    watched.says("a.en.draft-2.pdf")
    assert "a.en.draft-1.pdf" in watched.says("still there")
    path.write_text(written("embargo: 2026-03-12 16:00 Europe/Copenhagen"), "utf-8")
    watched.says("a.en.embargoed.pdf")
    assert "a.en.draft-2.pdf" in watched.says("still there")
    path.write_text(with_body("Some words of a text."), "utf-8")
    watched.says("a.en.pdf")
    assert sorted(each.name for each in (tmp_path / "out").glob("*.pdf")) == [
        "a.en.draft-1.pdf",
        "a.en.draft-2.pdf",
        "a.en.embargoed.pdf",
        "a.en.pdf",
    ]


def test_changes_since_a_version_are_made_again_with_each_save(
    source: Path, tmp_path: Path
) -> None:
    old = tmp_path / "old.en.md"
    old.write_text(written("draft: {version: 1}"), "utf-8")
    path = source / "a.en.md"
    path.write_text(written("draft: {version: 2}", "Many words of a text."), "utf-8")
    watched = Watched(source, tmp_path / "out", "--as", "changes", "--since", str(old))
    try:
        watched.says("a.en.changes-since-draft-1.draft-2.pdf  1 page")
        watched.says("watching")
        path.write_text(written("draft: {version: 2}", "Few words of a text."), "utf-8")
        watched.says("a.en.changes-since-draft-1.draft-2.pdf  1 page")
        path.write_text(written("draft: {version: 1}"), "utf-8")
        assert "byte for byte" in watched.says(": changes: ")
        old.unlink()
        path.write_text(written("draft: {version: 3}", "No words of a text."), "utf-8")
        watched.says("there is no file or folder")
        old.write_text(written("draft: {version: 1}"), "utf-8")
        path.write_text(written("draft: {version: 3}", "No words of the text."), "utf-8")
        watched.says("a.en.changes-since-draft-1.draft-3.pdf")
        assert watched.process.poll() is None
    finally:
        watched.stop()
