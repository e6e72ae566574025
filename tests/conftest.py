"""What every test may use: a statement on the disk, its refusal, and the command line."""

from __future__ import annotations

import gc
import io
import os
import signal
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

from communique.command import cli
from communique.command.verbs import DEFAULT, VERBS
from communique.content.content import Content
from communique.model.faults import StatementError
from communique.read.source import read
from communique.run import pipeline
from communique.run.verify import rebuilding
from communique.store import places
from communique.store.naming import STANDARD
from communique.typeset import engine as typesetter
from tests.compare import forgeries
from tests.parsed_styles import Parsed
from tests.samples import ROOT, png, with_body

# What they keep is kept in the checkout, where `make clean` removes it, and not among the user's.
os.environ["XDG_CACHE_HOME"] = str(ROOT / "build" / "cache")

# They typeset with the quick engine, as the program does: a module of tests that imported the
# engine before it would leave all of them with the plain one.
typesetter.start()

# What Hypothesis tries is the same each time, and may take its time: a change is judged by the same
# tests on each machine, however slow.
settings.register_profile("same", derandomize=True, database=None, deadline=None)
settings.load_profile("same")

# The tests hold much for long, and to look it through again and again takes a seventh of it.
gc.set_threshold(50_000, 20, 20)


def pytest_configure() -> None:
    """Let the tests, and programs that they begin, hear Ctrl-C where they are in the background.

    A shell lets what it puts there ignore it (POSIX, Shell Command Language, 2.11).
    """
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)


def pytest_collection_finish() -> None:
    """Let what was imported and collected never be looked through: it stays to the end."""
    gc.collect()
    gc.freeze()


Write = Callable[..., Path]
Refusal = Callable[..., list[str]]


@dataclass(frozen=True)
class Run:
    """What a command gave: its exit code, standard output and standard error."""

    code: int
    out: str
    err: str


Build = Callable[..., Run]


@pytest.fixture(scope="session")
def say(request: pytest.FixtureRequest) -> Callable[[str], None]:
    """Return what prints a line even though pytest captures the output."""
    capture = request.config.pluginmanager.getplugin("capturemanager")

    def printed(line: str) -> None:
        with capture.global_and_fixture_disabled():
            print(f"\n{line}", end="", flush=True)

    return printed


@pytest.fixture(scope="session")
def lights(engine: None, tmp_path_factory: pytest.TempPathFactory) -> bytes:  # noqa: ARG001  # for its effect
    """Return a PDF of one page, with a link and a picture, that is forged in many ways."""
    folder = tmp_path_factory.mktemp("lights")
    (folder / "pics").mkdir()
    (folder / "pics" / "a b.png").write_bytes(png(40, 30))
    path = folder / forgeries.NAME
    path.write_text(forgeries.TEXT, "utf-8")
    return pipeline.make(read(path), STANDARD).files["pdf"].data


@pytest.fixture(scope="module")
def rebuilt_once() -> Iterator[None]:
    """Let what is attached to files be built once, since most damage leaves it as it was."""

    def built_again(
        files: dict[str, bytes], sources: list[str], *how: str | int
    ) -> tuple[bytes, Content]:
        asked = (*sorted(files.items()), *sources, *how)
        if asked not in known:
            known[asked] = build(files, sources, *how)
        return known[asked]

    known: dict[object, tuple[bytes, Content]] = {}
    build: Any = rebuilding.built
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(rebuilding, "built", built_again)
        yield


@pytest.fixture
def statement(tmp_path: Path) -> Write:
    """Write a statement and return its path; without arguments, a good one."""

    def write(text: str | bytes = with_body("Some words."), name: str = "meeting.en.md") -> Path:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8"))
        return path

    return write


@pytest.fixture
def refusal(statement: Write) -> Refusal:
    """Read a statement and return what is wrong with it, each as `line: key: wrong; instead`."""

    def messages(text: str | bytes, name: str = "meeting.en.md") -> list[str]:
        path = statement(text, name)
        try:
            read(path)
        except StatementError as error:
            lines = str(error).split("\n")
            assert all(line.startswith(f"{path}:") for line in lines)
            return [line.removeprefix(f"{path}:") for line in lines]
        return []

    return messages


@pytest.fixture(scope="session", autouse=True)
def _parsed_styles() -> Iterator[None]:
    """Let what styles have in common be parsed once."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(typesetter, "_css", Parsed(typesetter._css.__wrapped__))
        yield


@pytest.fixture(autouse=True)
def _same_project() -> Iterator[None]:
    """Leave the project that a test was in."""
    before = places.project()
    yield
    if places.project() != before:
        places.enter(before)


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Be in a project of its own, still without a statement or templates."""
    folder = tmp_path / "project"
    folder.mkdir()
    (folder / places.SETTINGS).write_text("")
    monkeypatch.chdir(folder)
    places.enter(str(folder))
    return folder


@pytest.fixture(scope="session")
def engine(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Load the engine and its fonts here once, so that no forked worker has to."""
    folder = tmp_path_factory.mktemp("engine")
    path = folder / "warm.en.md"
    path.write_text(with_body("Some words."), "utf-8")
    pipeline.build(read(path), STANDARD, folder)


@pytest.fixture
def warm(engine: None, monkeypatch: pytest.MonkeyPatch) -> None:  # noqa: ARG001  # for its effect
    """Let forked workers not warm up the engine, which is warm where they are forked from."""
    monkeypatch.setattr(typesetter, "warm", typesetter.start)


@pytest.fixture
def build(
    warm: None,  # noqa: ARG001  # it is wanted for its effect
    tmp_path: Path,
    capfd: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> Build:
    """Run the command line here; what it makes goes to `out` in the test's folder.

    What is `given` stands on its standard input.
    """

    def run(*arguments: object, given: str = "") -> Run:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(given.encode("utf-8"))))
        words = [str(argument) for argument in arguments]
        verb = words[0] if words and words[0] in VERBS else DEFAULT
        if verb == DEFAULT and "--out" not in words:
            words += ["--out", str(tmp_path / "out")]
        capfd.readouterr()
        try:
            code = cli.main(words)
        except SystemExit as stop:
            code = stop.code if isinstance(stop.code, int) else 1
        captured = capfd.readouterr()
        return Run(code, captured.out, captured.err)

    return run
