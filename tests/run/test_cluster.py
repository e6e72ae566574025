"""On a cluster: two workers on this machine, one of them killed while it works."""

from __future__ import annotations

import json
import subprocess
import sys
from contextlib import contextmanager
from importlib.util import find_spec
from typing import TYPE_CHECKING

import pytest

from tests.samples import ROOT, with_body
from tests.typed import started, wait_for

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.conftest import Build

pytestmark = pytest.mark.skipif(
    find_spec("distributed") is None, reason="the extra `cluster` is not installed"
)
STATEMENTS = 8
Process = subprocess.Popen[str]


@contextmanager
def running(log: Path, *command: str) -> Iterator[Process]:
    """Run a module of Python until the test is over; what it says is in `log`."""
    with log.open("w") as file:
        process = subprocess.Popen(  # noqa: S603  # our own interpreter
            [sys.executable, "-m", *command], cwd=ROOT, text=True, stdout=file, stderr=file
        )
        try:
            yield process
        finally:
            process.kill()
            process.wait()


@pytest.fixture(scope="module")
def scheduler(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Yield the file with the address of a scheduler that has no worker."""
    folder = tmp_path_factory.mktemp("scheduler")
    file = folder / "scheduler.json"
    places = ("--host", "127.0.0.1", "--scheduler-file", str(file))
    command = ("distributed.cli.dask_scheduler", *places, "--port", "0", "--no-dashboard")
    with running(folder / "log", *command):
        wait_for(lambda: file.exists() and file.read_text("utf-8"))  # it is there before its words
        yield file


@pytest.fixture
def workers(scheduler: Path, tmp_path: Path) -> Iterator[tuple[Process, Process]]:
    """Yield two workers that are ready."""
    places = ("--host", "127.0.0.1", "--scheduler-file", str(scheduler))
    options = ("--nthreads", "1", "--no-nanny", "--no-dashboard")
    command = ("distributed.cli.dask_worker", *places, *options)
    logs = tmp_path / "one", tmp_path / "other"
    with running(logs[0], *command) as one, running(logs[1], *command) as other:
        wait_for(lambda: all("Registered to" in log.read_text("utf-8") for log in logs))
        yield one, other


def address_of(file: Path) -> str:
    address: str = json.loads(file.read_text("utf-8"))["address"]
    return address


@pytest.fixture
def source(tmp_path: Path) -> Path:
    folder = tmp_path / "source"
    folder.mkdir()
    for number in range(STATEMENTS):
        text = with_body(f"Statement number {number}.\n\n" + "Words and words. " * 150)
        (folder / f"s{number:02}.en.md").write_text(text, "utf-8")
    return folder


IMPATIENT = """
import sys
from communique.command import cli
from communique.run import cluster
cluster._SECONDS = 1
sys.exit(cli.main(sys.argv[1:]))
"""


def impatient(source: Path, out: Path, address: str) -> tuple[int, str]:
    """Build on a cluster; return the exit status and the last line of what is said."""
    command = ["-c", IMPATIENT, str(source), "--out", str(out), "--jobs", address]
    run = subprocess.run(  # noqa: S603  # our own interpreter and code
        [sys.executable, *command], cwd=ROOT, text=True, capture_output=True, check=False
    )
    return run.returncode, run.stderr.splitlines()[-1]


def test_a_cluster_without_a_worker_is_a_clear_message(
    scheduler: Path, source: Path, tmp_path: Path
) -> None:
    address = address_of(scheduler)
    wrong = f"communique: --jobs: the cluster at {address} has no worker; start one"
    assert impatient(source, tmp_path / "out", address) == (2, wrong)


@pytest.mark.conformance
def test_with_a_worker_killed_every_pdf_is_there_once_whole_and_equal(
    scheduler: Path, workers: tuple[Process, Process], source: Path, tmp_path: Path, build: Build
) -> None:
    out = tmp_path / "out"
    run = started(source, "--out", out, "--jobs", address_of(scheduler))
    wait_for(lambda: len(list(out.glob("*.pdf"))) > 1 or run.poll() is not None)
    assert run.poll() is None, run.communicate()
    assert len(list(out.glob("*.pdf"))) < STATEMENTS, "the worker is to be killed midway"
    workers[0].kill()
    told, complaints = run.communicate()
    assert (run.returncode, complaints) == (0, f"{STATEMENTS} made\n"), complaints
    assert len(told.splitlines()) == STATEMENTS
    assert build(source, "--out", tmp_path / "here").code == 0
    made = {path.name: path.read_bytes() for path in out.glob("*.pdf")}
    assert len(made) == STATEMENTS
    assert made == {path.name: path.read_bytes() for path in (tmp_path / "here").glob("*.pdf")}


@pytest.mark.parametrize("option", ["--jobs", "--scheduler"])
def test_a_missing_extra_is_told_with_what_installs_it(
    build: Build, source: Path, monkeypatch: pytest.MonkeyPatch, option: str
) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    run = build(source, option, "tcp://127.0.0.1:1")
    assert (run.code, run.err) == (
        2,
        "communique: --jobs tcp://127.0.0.1:1 needs the extra `cluster`; "
        "type in the checkout of Communiqué: "
        f"{sys.executable} -m pip install '.[cluster]'\n",
    )


@pytest.mark.parametrize("address", ["source/meeting.en.md", "localhost:", "tcp://localhost"])
def test_what_is_no_address_is_a_clear_message(build: Build, source: Path, address: str) -> None:
    wrong = f"communique: --jobs: {address} is not the address of a Dask scheduler; "
    wrong += "write one, such as tcp://HOST:8786, or a number, such as 2\n"
    run = build(source, "--jobs", address)
    assert (run.code, run.out, run.err) == (2, "", wrong)


def test_a_scheduler_that_does_not_answer_is_a_clear_message(source: Path, tmp_path: Path) -> None:
    address = "tcp://127.0.0.1:1"
    wrong = f"communique: --jobs: no Dask scheduler answers at {address}; check the address"
    wrong += ", or write a number, such as 2"
    assert impatient(source, tmp_path / "out", address) == (2, wrong)
