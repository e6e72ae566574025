"""The quicker start: the same bytes with it and without, and nothing that depends on it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pyphen
import pytest

from communique import cache
from communique.paths import ROOT
from communique.pdf import quick

STATEMENTS = (
    ROOT / "source/copenhagen-quantum-2023.en.md",
    ROOT / "tests/statements/meeting.hu.md",
    ROOT / "tests/statements/meeting.ar.md",
)
PLAIN = "COMMUNIQUE_PLAIN_START"
BUILD = """
import sys
from pathlib import Path
from communique import cache, pipeline, source
cache.FOLDER = Path(sys.argv[1])
for path in sys.argv[3:]:
    pipeline.build(source.read(Path(path)), "standard", Path(sys.argv[2]))
"""


def built(folder: Path, name: str, **environment: str) -> dict[str, bytes]:
    """Build in a process of its own; return the PDFs by name."""
    out = folder / name
    command = [sys.executable, "-c", BUILD, str(folder / "cache"), str(out)]
    subprocess.run(  # noqa: S603  # our own interpreter and code
        [*command, *map(str, STATEMENTS)], check=True, cwd=ROOT, env={**os.environ, **environment}
    )
    return {path.name: path.read_bytes() for path in out.iterdir()}


def test_the_pdf_is_the_same_with_a_quick_start_and_without(tmp_path: Path) -> None:
    plain = built(tmp_path, "plain", **{PLAIN: "1"})
    assert len(plain) == len(STATEMENTS)
    kept = {path.name.split("-")[0] for path in (tmp_path / "cache").iterdir()}
    assert kept == {"styles", "template"}, "a plain start keeps nothing of the engine"
    first = built(tmp_path, "first")
    kept = {path.name.split("-")[0] for path in (tmp_path / "cache").iterdir()}
    assert kept == {"styles", "template", "declarations", "hyphenation"}
    second = built(tmp_path, "second")
    assert plain == first == second


def test_what_is_damaged_or_of_something_else_is_not_taken(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cache, "FOLDER", tmp_path / "cache")
    assert cache.load("thing", b"made from this") is None
    cache.store("thing", b"made from this", b"data")
    assert cache.load("thing", b"made from this") == b"data"
    assert cache.load("thing", b"made from that") is None
    (kept,) = (tmp_path / "cache").iterdir()
    kept.write_bytes(kept.read_bytes()[:-1])
    assert cache.load("thing", b"made from this") is None


def test_nothing_is_kept_where_nothing_can_be_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("no folder")
    monkeypatch.setattr(cache, "FOLDER", tmp_path / "file" / "cache")
    cache.store("thing", b"made from this", b"data")
    assert cache.load("thing", b"made from this") is None


@pytest.mark.parametrize(("file", "kept"), [("hyph_en_US.dic", 1), ("hyph_hu_HU.dic", 0)])
def test_patterns_are_kept_unless_they_change_letters(
    file: str, kept: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cache, "FOLDER", tmp_path)
    path = pyphen.dictionaries / file
    first, second = quick._Patterns(), quick._Patterns()
    first[path] = pyphen.HyphDict(path)
    assert len(list(tmp_path.iterdir())) == kept
    assert (path in second) == bool(kept)
    if kept:
        assert second[path].positions("communication") == first[path].positions("communication")
