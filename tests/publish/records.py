"""A PDF that is recorded."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from communique.publish.manifest import Record
from communique.publish.result import ProvenFile, Timer
from communique.read.packed import PackedStatement
from communique.store import file_state, places

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    import pytest

    from communique.store.file_state import FileState, FileStates

    Project = Callable[[], Record]


PDF = b"%PDF-1.7 made"
FORM = "standard", 1, "pdf", "plain"
#: What the PDF is made of.
FILES = (
    "source/a.en.md",
    "source/map.png",
    "communique/compose/page.py",
    "templates/statement.html",
    "templates/parts/facts.html",
    "templates/fonts/serif/Serif.ttf",
    "templates/editions/standard.yaml",
    "templates/styles/base.css",
    "templates/languages/en.yaml",
    "lib/libpango.so.0",
)
#: So much later than the files are written, in ns, a record begins: nobody can set back the time
#: at which their entries changed.
LATER = 10**12
NOW = file_state.now


def write(path: Path, text: str) -> Path:
    """Write a file, and its folder where that is missing."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    return path


def be_in(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the program, its templates and the project be those in `root`, written long ago."""
    monkeypatch.setattr(file_state, "now", lambda: time.time_ns() + LATER)
    monkeypatch.setattr(places, "PROGRAM", str(root / "communique"))
    monkeypatch.setattr(places, "CHECKOUT", str(root))
    monkeypatch.setattr(places, "TEMPLATES", str(root / "templates"))
    monkeypatch.setattr(places, "_entered", [str(root)])
    monkeypatch.setattr(file_state, "_WRITTEN", {})


def note(root: Path, record: Record, read: FileStates | None = None) -> None:
    """Record the statement as made of its files, or of what was `read`."""
    out = root / "out"
    out.mkdir(exist_ok=True)
    (out / "a.en.pdf").write_bytes(PDF)
    files = {str(path): state(path) for path in (root / "source").iterdir()} | (read or {})
    statement = PackedStatement(root / "source/a.en.md", "a", "en", None, files, 10, b"", 0)
    groups = {
        "edition standard": ("templates/editions/standard.yaml", "templates/styles/base.css"),
        "language en": ("templates/languages/", "templates/languages/en.yaml"),
        "engine": ("lib/libpango.so.0",),
    }
    made_of = {group: tuple(f"{root}/{path}" for path in paths) for group, paths in groups.items()}
    file = ProvenFile(".pdf", PDF, 1, Timer(), ("notes at the end",), made_of)
    record.add([statement], FORM, "a.en.pdf", file, file_state.identity(str(out / "a.en.pdf")))
    record.close()


def state(path: Path) -> FileState:
    """Return what a file is, as it is read."""
    data, identity = file_state.read(str(path))
    return identity, file_state.hashed(data)


def is_current(root: Path) -> bool:
    record = Record(str(root / "out"))
    entry = record.current([source(root)], FORM)
    record.close()
    return entry is not None


def source(root: Path) -> str:
    return f"{root}/source/a.en.md"
