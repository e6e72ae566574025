"""The exit status: each number, and what counts where there are many files."""

from __future__ import annotations

import itertools
import os
import signal
from typing import TYPE_CHECKING

import pytest
from pypdf import PdfWriter

from communique.command import cli, status
from communique.model.faults import UsageError
from communique.run.verify import Outcome
from tests.samples import with_front

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Build, Write

BAD = with_front("titel: A")


def test_zero_is_all_well_or_the_same(build: Build, statement: Write) -> None:
    path = statement()
    assert [build(verb, path).code for verb in ("build", "build", "check")] == [0, 0, 0]
    assert build("verify", path.parent / "out/meeting.en.pdf").code == status.WELL == 0


def test_one_is_refused_or_different(build: Build, statement: Write) -> None:
    path = statement(BAD)
    assert [build(verb, path).code for verb in ("build", "check")] == [status.REFUSED] * 2
    assert (status.REFUSED, Outcome.OTHER) == (1, 1)


INCOMPLETE = (
    "it cannot be decided here: it is not a complete PDF; "
    "ask the sender for the file as it was issued"
)
NO_PDF = "it cannot be decided here: it is not a PDF; name one"
SAME = "it is exactly what this version makes of its statement; this does not show who issued it"


@pytest.mark.parametrize(
    ("words", "wrong"),
    [
        ("nowhere.en.md", "there is no file or folder nowhere.en.md"),
        ("--frob", "there is no option --frob"),
        ("build --jobs 0", "--jobs: 0 is not a number from 1 on"),
        ("build --edition poster SOURCE", "there is no edition poster"),
        ("build --check", "there is no option --check"),
        ("check --out x", "there is no option --out"),
        ("verify", "PATH is missing"),
        ("list --schema --events", "--schema and --events print a schema each"),
        ("list x", "it takes no file or folder"),
    ],
)
def test_two_is_a_wrong_command(build: Build, statement: Write, words: str, wrong: str) -> None:
    path = str(statement())
    run = build(*(path if word == "SOURCE" else word for word in words.split()))
    assert (run.code, run.out) == (2, "")
    assert f": {wrong};" in f"{run.err.splitlines()[-1]};"
    assert status.WRONG_COMMAND == UsageError.exit_code == 2


def test_three_is_none_of_ours(build: Build, statement: Write) -> None:
    other = statement("%PDF-1.7", "other.pdf")
    run = build("verify", other)
    assert (run.code, run.out, run.err) == (3, "", f"{other}: {INCOMPLETE}\n")
    assert (status.UNDECIDED, Outcome.UNDECIDED) == (3, 3)


def test_a_hundred_and_thirty_is_ctrl_c(build: Build, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("communique.command.verbs.list.run", interrupt)
    assert build("list").code == status.BY_SIGNAL + signal.SIGINT == 130


def test_of_many_one_counts_before_three_and_three_before_zero() -> None:
    assert status.of_many([]) == 0
    for count in (1, 2, 3):
        for many in itertools.product((0, 1, 3), repeat=count):
            expected = 1 if 1 in many else 3 if 3 in many else 0
            assert status.of_many(many) == expected


def test_of_many_pdfs_the_gravest_is_the_status(build: Build, statement: Write) -> None:
    path = statement()
    build(path)
    same, other = path.parent / "out/meeting.en.pdf", statement("no PDF", "other.pdf")
    assert build("verify", same, same).code == 0
    run = build("verify", other, same)
    assert run.code == 3
    assert run.out == f"{same}: {SAME}\n"
    assert run.err == f"{other}: {NO_PDF}\n1 the same, 1 undecided\n"
    altered = path.parent / "altered.pdf"
    writer = PdfWriter(clone_from=same)
    writer.add_metadata({"/Title": "Another"})
    writer.write(altered)
    assert build("verify", altered).code == 1
    assert build("verify", other, altered, same).code == 1


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps the folder that one is in")
def test_a_folder_that_is_gone_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()
    assert cli.main(["list"]) == status.WRONG_COMMAND
    wrong = "communique: the folder that you are in is gone; go to another one\n"
    assert capsys.readouterr().err == wrong
