"""Watch, as it is typed: a save is a new PDF, and a mistake does not end it."""

from __future__ import annotations

import signal
import subprocess
import threading
import time
from typing import TYPE_CHECKING

import pytest
from pypdf import PdfReader
from watchfiles import Change

from communique.run.watch import _Filter, concerns, in_fonts, in_templates
from communique.store.paths import TEMPLATES
from tests.samples import with_body
from tests.typed import started

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


pytestmark = pytest.mark.conformance


class Watched:
    """A command that watches, and the lines it has said so far."""

    def __init__(self, source: Path, out: Path, *options: str) -> None:
        self.process = started("watch", source, "--out", out, *options, stderr=subprocess.STDOUT)
        self._said: list[str] = []
        self._listener = threading.Thread(target=self._listen)
        self._listener.start()

    def _listen(self) -> None:
        assert self.process.stdout
        self._said.extend(self.process.stdout)

    def stop(self) -> None:
        self.process.kill()
        self.process.wait()
        self._listener.join()
        assert self.process.stdout
        self.process.stdout.close()

    def says(self, words: str, seconds: float = 60) -> str:
        """Wait for a line with `words`; return it, and forget it and those before it."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            for number, line in enumerate(list(self._said)):
                if words in line:
                    del self._said[: number + 1]
                    return line
            time.sleep(0.01)
        raise AssertionError(f"{words!r} was not said, but {self._said}")


@pytest.fixture
def watched(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Watched]:
    """Yield a command that watches two statements, with one job or as many as asked."""
    source = tmp_path / "source"
    source.mkdir()
    (tmp_path / "communique.yaml").touch()
    for name in ("a", "b"):
        (source / f"{name}.en.md").write_text(with_body("Some words."), "utf-8")
    watched = Watched(source, tmp_path / "out", "--jobs", getattr(request, "param", "1"))
    yield watched
    watched.stop()


def test_other_settings_are_told_as_such(watched: Watched, tmp_path: Path) -> None:
    changed = "communique.yaml has changed; press Ctrl-C and start again to use it"
    watched.says("watching")
    (tmp_path / "communique.yaml").write_text("editions: [large-print]\n")
    assert watched.says("communique.yaml").strip() == changed


def text(pdf: Path) -> str:
    return PdfReader(pdf).pages[0].extract_text()


@pytest.mark.parametrize("watched", ["2"], indirect=True)
def test_a_save_is_a_new_pdf_and_a_mistake_does_not_end_it(
    watched: Watched, tmp_path: Path
) -> None:
    source, out = tmp_path / "source", tmp_path / "out"
    watched.says("watching")
    assert sorted(path.name for path in out.glob("*.pdf")) == ["a.en.pdf", "b.en.pdf"]
    (source / "a.en.md").write_text(with_body("Other words."), "utf-8")
    assert "a.en.pdf  1 page" in watched.says("page")
    assert "Other words." in text(out / "a.en.pdf")
    (source / "b.en.md").write_text("---\ntitel: B\n---\n\nWords.\n", "utf-8")
    watched.says("b.en.md:2: titel: there is no such key")
    watched.says("b.en.pdf: this PDF is older and does not have this text; do not send it out")
    (source / "b.en.md").write_text(with_body("Better words."), "utf-8")
    assert "b.en.pdf  1 page" in watched.says("page")
    watched.says("all is well again")
    (source / "c.en.md").write_text(with_body("A third statement."), "utf-8")
    assert "c.en.pdf  1 page" in watched.says("page")
    watched.process.send_signal(signal.SIGINT)
    assert watched.process.wait(timeout=20) == 130
    watched.says("stopped; every file that was made is complete")


def test_what_was_made_before_and_while_watching_is_current_for_the_next_build(
    watched: Watched, tmp_path: Path
) -> None:
    source, out = tmp_path / "source", tmp_path / "out"
    watched.says("watching")
    (source / "a.en.md").write_text(with_body("Other words."), "utf-8")
    watched.says("a.en.pdf  1 page")
    watched.process.send_signal(signal.SIGINT)
    watched.process.wait(timeout=20)
    build = started("build", source / "a.en.md", "--out", out, "--force")
    assert "a.en.pdf  1 page" in build.communicate()[0]
    said, _ = started("build", source, "--out", out, "--jobs", "1").communicate()
    assert [line.split("  ")[-1] for line in said.splitlines()] == ["unchanged", "unchanged"]


def test_of_two_faults_the_mended_one_is_said_and_the_other_stays(
    watched: Watched, tmp_path: Path
) -> None:
    source = tmp_path / "source"
    watched.says("watching")
    for name in "ab":
        (source / f"{name}.en.md").write_text("---\ntitel: B\n---\n\nWords.\n", "utf-8")
        watched.says(f"{name}.en.md:2: titel: there is no such key")
    (source / "a.en.md").write_text(with_body("Better words."), "utf-8")
    line = watched.says("all right again")
    assert line == f"{source}/a.en.md: all right again; still refused: {source}/b.en.md\n"
    (source / "b.en.md").unlink()
    watched.says(f"{source}/b.en.md is gone; still there: ")
    watched.says("all is well again")


def test_deleted_and_renamed_statements_are_noticed(watched: Watched, tmp_path: Path) -> None:
    source, out = tmp_path / "source", tmp_path / "out"
    watched.says("watching")
    (source / "a.en.md").rename(source / "c.en.md")
    watched.says(f"{source}/a.en.md is gone; still there: {out}/a.en.pdf")
    assert "c.en.pdf  1 page" in watched.says("page")
    for name in "bc":
        (source / f"{name}.en.md").unlink()
        watched.says(f"{name}.en.md is gone" if name == "b" else "there is no statement in")
    (source / "a.en.md").write_text(with_body("Here again."), "utf-8")
    assert "a.en.pdf  1 page" in watched.says("page")
    watched.says("all is well again")


def test_of_two_that_would_become_one_file_the_other_is_made_once_one_is_gone(
    tmp_path: Path,
) -> None:
    source, out = tmp_path / "source", tmp_path / "out"
    source.mkdir()
    for name in ("a.EN.md", "a.en.md", "b.en.md"):
        (source / name).write_text(with_body("Some words."), "utf-8")
    watched = Watched(source, out, "--jobs", "1")
    try:
        watched.says("watching")
        assert [path.name for path in out.glob("*.pdf")] == ["b.en.pdf"]
        (source / "a.EN.md").unlink()
        watched.says("a.EN.md is gone")
        assert "a.en.pdf  1 page" in watched.says("page")
        watched.says("all is well again")
    finally:
        watched.stop()


def test_files_of_others_and_what_is_made_are_passed_over(tmp_path: Path) -> None:
    matters = _Filter(str(tmp_path / "source/out"))
    assert matters(Change.modified, str(tmp_path / "source/a.en.md"))
    for name in (".a.en.md.swp", "a.en.md~", "out/a.en.pdf", "x.tmp"):
        assert not matters(Change.modified, str(tmp_path / "source" / name))


def test_a_statement_that_lies_in_the_folder_of_what_is_made_is_watched(tmp_path: Path) -> None:
    matters = _Filter(str(tmp_path))
    for name in ("source/a.en.md", "source/map.png"):
        assert matters(Change.modified, str(tmp_path / name))
    for name in ("a.en.pdf", "a.en.txt", "deep/a.en.pdf"):
        assert not matters(Change.modified, str(tmp_path / name))


def test_each_statement_knows_which_saves_concern_it(tmp_path: Path) -> None:
    statement = str(tmp_path / "a.en.md")
    assert concerns({tmp_path / "a.en.md"}, statement)
    assert concerns({tmp_path / "maps/one.png"}, statement)
    assert concerns({TEMPLATES / "styles/base.css"}, statement)
    assert not concerns({tmp_path / "b.en.md"}, statement)
    assert not concerns({tmp_path.parent / "one.png"}, statement)
    assert in_templates({TEMPLATES / "styles/base.css"})
    assert not in_templates({tmp_path / "a.en.md"})
    assert in_fonts({TEMPLATES / "fonts/serif/a.ttf"})
    assert not in_fonts({TEMPLATES / "styles/base.css"})
