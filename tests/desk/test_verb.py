"""The verb: which folder it opens, and what it says where it cannot."""

from __future__ import annotations

import socket
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from communique.command.verbs import desk
from communique.desk import serving
from communique.desk.desk import Desk
from communique.store import places
from tests.conftest import Build
from tests.desk.conftest import NoWorkshop

if TYPE_CHECKING:
    from collections.abc import Callable

Served = dict[str, object]


@pytest.fixture
def served(monkeypatch: pytest.MonkeyPatch) -> Served:
    """Return what is served; nothing is."""
    found: Served = {}

    def serve(
        folder: Path, out: Path, port: int, say: Callable[[str], None], *, browser: bool = True
    ) -> None:
        found.update(folder=folder, out=out, port=port, browser=browser)
        say("http://127.0.0.1:1/t/")

    monkeypatch.setattr(serving, "serve", serve)
    return found


def test_a_project_is_opened_at_its_statements(build: Build, project: Path, served: Served) -> None:
    run = build("desk", "--no-browser", "--port", "8123")
    assert (run.code, run.err) == (
        0,
        "the desk is open: http://127.0.0.1:1/t/ (Ctrl-C closes it)\n",
    )
    assert served == {
        "folder": project / "source",
        "out": project / "out",
        "port": 8123,
        "browser": False,
    }
    assert (project / "source").is_dir()


def test_a_project_that_is_named_is_entered(
    build: Build, project: Path, served: Served, tmp_path: Path
) -> None:
    other = tmp_path / "other"
    other.mkdir()
    (other / places.SETTINGS).write_text("out: made\n")
    assert build("desk", other).code == 0
    assert (served["folder"], served["out"]) == (other / "source", other / "made")
    assert project != other


def test_any_folder_holds_statements_itself(
    build: Build, project: Path, served: Served, tmp_path: Path
) -> None:
    plain = tmp_path / "plain"
    plain.mkdir()
    assert build("desk", plain).code == 0
    assert (served["folder"], served["out"]) == (plain, plain / "out")
    inside = project / "source/march"
    inside.mkdir(parents=True)
    assert build("desk", inside).code == 0
    assert (served["folder"], served["out"]) == (inside, project / "out")


def test_a_folder_that_is_not_there_is_refused(build: Build, project: Path) -> None:
    run = build("desk", "nowhere")
    assert (run.code, run.err) == (
        2,
        "communique: there is no folder nowhere; "
        "name a folder, or start a project with the verb new\n",
    )
    assert "is a file" in build("desk", places.SETTINGS).err
    assert project.is_dir()


@pytest.mark.parametrize("port", ["x", "-1", "65536", "80.5"])
def test_a_port_is_a_number(build: Build, project: Path, port: str) -> None:
    run = build("desk", f"--port={port}")
    assert (run.code, "is not a port; write a number up to 65535" in run.err) == (2, True)
    assert project.is_dir()


def test_a_port_that_is_taken_is_told(
    build: Build, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def taken(*_: object, **__: object) -> None:
        raise OSError(98, "Address already in use")

    monkeypatch.setattr(serving, "serve", taken)
    run = build("desk", "--port", "80")
    assert (run.code, "cannot listen on port 80: Address already in use" in run.err) == (2, True)
    assert project.is_dir()


def test_what_was_not_saved_is_told_where_the_desk_was_opened(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def ended(self: Desk, *_: object) -> None:
        self.unsaved = ["a.en.md was not saved: No space left on device"]

    def stopped(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(Desk, "__init__", ended)
    monkeypatch.setattr(NoWorkshop, "stop", lambda _: None)
    monkeypatch.setattr(serving, "Workshop", NoWorkshop)
    monkeypatch.setattr(socket, "create_server", stopped)
    with pytest.raises(KeyboardInterrupt):
        serving.serve(tmp_path, tmp_path, 0, print)
    told = "communique: a.en.md was not saved: No space left on device\n"
    assert capsys.readouterr().err == told


def test_without_the_extra_it_is_said_how_to_install_it(
    build: Build, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in [each for each in sys.modules if each.startswith("communique.desk")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "uvicorn", None)
    run = build("desk")
    assert run.code == 2
    assert "desk needs the extra `desk`" in run.err
    assert "-m pip install '.[desk]'" in run.err
    assert project.is_dir()
    assert desk.SUBJECTS == "[FOLDER]"
