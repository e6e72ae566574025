"""The command as it is typed, and names of files."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from communique.command import status
from tests.samples import ROOT, with_front

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Build, Write


def typed(*arguments: object, **environment: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(ROOT / "build.py"), *map(str, arguments)]
    variables = {name: value for name, value in os.environ.items() if name != "COLUMNS"}
    return subprocess.run(  # noqa: S603  # our own command
        command,
        capture_output=True,
        encoding="utf-8",
        check=False,
        cwd=ROOT,
        env={**variables, **environment},
    )


def test_messages_off_a_terminal_are_neither_wrapped_nor_coloured(statement: Write) -> None:
    path = statement(with_front("foo: A\ntitle: B"))
    done = typed("--check", path, COLUMNS="20", FORCE_COLOR="1", TERM="xterm-256color")
    assert (done.returncode, done.stdout) == (1, "")
    assert len(done.stderr.splitlines()) == 1
    assert "\x1b" not in done.stderr


def test_messages_are_utf_8_whatever_the_locale(statement: Write) -> None:
    path = statement(with_front("kind: A"))
    done = typed("--check", path, LC_ALL="C", PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    assert (done.returncode, done.stderr) == (
        1,
        f"{path}:2: title: it is missing; add a line `title: …`\n",
    )


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere names are Unicode")
def test_a_name_that_is_not_unicode_is_refused_as_one(build: Build, statement: Write) -> None:
    assert ": file: " in build(statement(name=os.fsdecode(b"\xff.en.md"))).err


def test_hidden_files_in_a_folder_are_left_out(
    build: Build, statement: Write, tmp_path: Path
) -> None:
    statement(name="in/a.en.md")
    (tmp_path / "in/.#a.en.md").symlink_to("nobody@nowhere.1")
    assert build(tmp_path / "in").code == 0


def test_whoever_reads_may_stop_reading() -> None:
    command = [sys.executable, str(ROOT / "build.py"), "list", "--format", "json"]
    with subprocess.Popen(  # noqa: S603  # our own interpreter and code
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8"
    ) as done:
        assert done.stdout
        assert done.stderr
        done.stdout.close()
        assert done.stderr.read() == ""
    assert done.returncode == status.REFUSED
