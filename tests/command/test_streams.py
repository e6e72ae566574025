"""Standard input and output in the place of files."""

from __future__ import annotations

import shlex
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.samples import ROOT, png, with_body, with_front

if TYPE_CHECKING:
    from tests.conftest import Build, Write

pytestmark = pytest.mark.conformance
GOOD = with_front("title: A title\nlanguage: en")


def piped(text: str, *arguments: object, cwd: Path) -> subprocess.CompletedProcess[bytes]:
    """Run the command as it is typed, in the folder `cwd`, with `text` on its standard input."""
    return subprocess.run(  # noqa: S603  # our own command
        [sys.executable, str(ROOT / "build.py"), *map(str, arguments)],
        input=text.encode("utf-8"),
        capture_output=True,
        check=False,
        cwd=cwd,
    )


def test_a_statement_from_standard_input_is_a_pdf_on_standard_output(tmp_path: Path) -> None:
    done = piped(GOOD, "build", "-", "--out", "-", cwd=tmp_path)
    assert done.returncode == 0
    assert done.stdout.startswith(b"%PDF-")
    assert done.stdout.rstrip().endswith(b"%%EOF")
    assert done.stderr.decode().startswith("-  1 page  ")
    assert list(tmp_path.iterdir()) == []


def test_under_its_name_it_gives_the_same_bytes_as_the_file(
    build: Build, statement: Write, tmp_path: Path
) -> None:
    statement(png(200, 100), "map.png")
    text = with_body("![A map](map.png)")
    path = statement(text)
    assert build(path).code == 0
    path.unlink()
    done = piped(text, "-", "meeting.en.md", "--out", "-", "-q", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout == (tmp_path / "out/meeting.en.pdf").read_bytes()


@pytest.mark.skipif(not Path("/dev/fd").exists(), reason="a shell of POSIX closes streams")
@pytest.mark.parametrize("closed", [">&-", "<&- 2>&-", ">&- 2>&-"])
@pytest.mark.parametrize(
    ("words", "status"),
    [
        ("build a.en.md", 0),
        ("build bad.en.md", 1),
        ("check a.en.md", 0),
        ("check bad.en.md", 1),
        ("verify a.pdf", 2),
        ("verify a.en.md", 3),
        ("list", 0),
        ("new project", 0),
        ("--help", 0),
        ("--schema", 0),
        ("--no-such-option", 2),
    ],
)
def test_a_closed_stream_is_no_mistake(
    words: str, status: int, closed: str, tmp_path: Path
) -> None:
    (tmp_path / "a.en.md").write_text(GOOD, "utf-8")
    (tmp_path / "bad.en.md").write_text(with_front("titel: A"), "utf-8")
    (tmp_path / "communique.yaml").touch()
    command = f"{shlex.join([sys.executable, f'{ROOT}/build.py'])} {words} {closed}"
    done = subprocess.run(  # noqa: S602  # our own command
        command, shell=True, cwd=tmp_path, capture_output=True, check=False
    )
    assert done.returncode == status
    assert b"Traceback" not in done.stdout + done.stderr
    assert (tmp_path / "out/a.en.pdf").exists() == (words == "build a.en.md")


def test_standard_input_that_is_closed_is_empty(tmp_path: Path) -> None:
    command = f"{shlex.join([sys.executable, f'{ROOT}/build.py'])} check - <&-"
    done = subprocess.run(  # noqa: S602  # our own command
        command, shell=True, cwd=tmp_path, capture_output=True, check=False
    )
    assert done.returncode == 1
    assert done.stderr.startswith(b"statement.md:1: ")


def test_what_the_readme_pipes_works(tmp_path: Path) -> None:
    (tmp_path / "source").mkdir()
    (tmp_path / "source/meeting.en.md").write_text(GOOD, "utf-8")
    readme = (ROOT / "README.md").read_text("utf-8")
    (line,) = [line for line in readme.splitlines() if line.startswith("cat ")]
    line = line.replace("python3 build.py", shlex.join([sys.executable, f"{ROOT}/build.py"]))
    subprocess.run(["sh", "-c", line], cwd=tmp_path, check=True, capture_output=True)  # noqa: S603, S607
    assert (tmp_path / "meeting.pdf").read_bytes().startswith(b"%PDF-")


def test_a_fault_in_standard_input_has_its_line_under_its_name(build: Build) -> None:
    for verb in ("build", "check"):
        done = build(verb, "-", "a.en.md", given=with_front("titel: A"))
        assert (done.code, done.out) == (1, "")
        assert (
            done.err.splitlines()[0]
            == "a.en.md:2: titel: there is no such key; did you mean title?"
        )


def test_without_a_name_it_says_its_language_itself(build: Build) -> None:
    done = build("check", "-", given=with_front("title: A"))
    assert done.code == 1
    language, name = done.err.splitlines()
    assert language.startswith("statement.md:2: language: it is not given;")
    hint = "To name it, write it after -, as in - meeting.en.md"
    assert name == f"statement.md is standard input. {hint}"
    assert build("check", "-", given=GOOD).code == 0


def test_what_was_given_is_not_recorded_for_a_file_of_its_name(
    build: Build, statement: Write
) -> None:
    path = statement()
    done = build("-", path.name, given=with_body("Other words."))
    assert done.code == 0
    assert "unchanged" not in build(path).out


@pytest.mark.parametrize("named", ["deep", "deep/source/own/a.en.md", "deep/source"])
def test_a_statement_in_a_folder_is_a_pdf_on_standard_output(
    build: Build, statement: Write, tmp_path: Path, named: str
) -> None:
    statement("", "deep/communique.yaml")
    statement(name="deep/source/own/a.en.md")
    run = build(tmp_path / named, "--out", "-")
    assert (run.code, run.out[:5]) == (0, "%PDF-")
    assert run.err.startswith("-  1 page  ")
    assert run.err.count("\n") == 1


def test_two_languages_in_a_folder_are_a_pdf_on_standard_output(
    build: Build, statement: Write, tmp_path: Path
) -> None:
    for tag in ("en", "fr"):
        statement(name=f"in/sub/a.{tag}.md")
    run = build(tmp_path / "in", "--edition", "parallel", "--out", "-")
    assert (run.code, run.out[:5]) == (0, "%PDF-")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a full disk is a file on Linux alone")
def test_what_could_not_be_written_is_not_said_to_be_made(statement: Write) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(  # noqa: S603  # our own command
            [sys.executable, str(ROOT / "build.py"), str(statement()), "--out", "-"],
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert done.returncode == 1
    assert b"No space left on device" in done.stderr
    assert b"1 page" not in done.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a full disk is a file on Linux alone")
@pytest.mark.parametrize(
    ("words", "status"),
    [
        (["nosuch"], 2),
        (["--no-such-option"], 2),
        (["verify", "nosuch.pdf"], 2),
        (["verify", "a.en.md"], 3),
        (["check", "a.en.md"], 0),
        (["check", "bad.en.md"], 1),
        (["check", "bad.yaml/source"], 2),
    ],
)
def test_where_nobody_can_be_told_the_status_is_as_ever(
    words: list[str], status: int, statement: Write, tmp_path: Path
) -> None:
    statement(GOOD, "a.en.md")
    statement(with_front("titel: A"), "bad.en.md")
    statement("colour: red\n", "bad.yaml/communique.yaml")
    statement(GOOD, "bad.yaml/source/a.en.md")
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(  # noqa: S603  # our own command
            [sys.executable, str(ROOT / "build.py"), *words],
            stdout=subprocess.PIPE,
            stderr=full,
            check=False,
            cwd=tmp_path,
        )
    assert done.returncode == status


def test_a_refusal_leaves_standard_output_empty(build: Build, statement: Write) -> None:
    run = build(statement(with_front("titel: A")), "--out", "-")
    assert (run.code, run.out) == (1, "")


def test_with_events_these_go_to_standard_error(build: Build) -> None:
    done = build("-", "--out", "-", "--format", "json", given=GOOD)
    assert done.out.startswith("%PDF-")
    assert [line[:17] for line in done.err.splitlines()] == [
        '{"event": "made",',
        '{"event": "summar',
    ]


@pytest.mark.parametrize(
    ("words", "wrong"),
    [
        (
            ["a.en.md", "b.en.md"],
            "--out - is for one PDF; name one statement, one edition, one output",
        ),
        (
            ["a.en.md", "--edition", "all"],
            "--out - is for one PDF; name one statement, one edition",
        ),
        (["a.en.md", "-"], "- stands for one statement; name no others with it"),
        (
            ["a.en.md", "b.en.md", "--edition", "parallel"],
            "nothing is left to make; name both languages of a statement",
        ),
    ],
)
def test_what_does_not_go_with_streams_is_a_wrong_command(
    build: Build, statement: Write, words: list[str], wrong: str
) -> None:
    paths = [str(statement(name=word)) if word.endswith(".md") else word for word in words]
    run = build(*paths, "--out", "-")
    assert (run.code, run.out) == (2, "")
    assert f"communique: {wrong}" in run.err
