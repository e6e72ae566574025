"""The verbs: how each is called, what its help says, and what stood there before."""

from __future__ import annotations

import inspect
import os
import re
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from communique import __version__
from communique.command import options, verbs
from communique.model.statement import FrontMatter
from tests.samples import ROOT, with_body, with_front

if TYPE_CHECKING:
    from tests.conftest import Build, Write

SCREEN = (80, 24)  # columns and lines of a VT100, which terminals open with
MOST_OPTIONS = 10
EVERY_VERB = {"--format", "--quiet", "--verbose", "--help"}
BAD = with_front("titel: A")

each_verb = pytest.mark.parametrize("verb", verbs.VERBS)


# Help


@cache
def helped(*words: str) -> str:
    """Return what the command says in a terminal of 80 columns, as it is typed."""
    done = subprocess.run(  # noqa: S603  # our own command
        [sys.executable, str(ROOT / "build.py"), *words],
        capture_output=True,
        encoding="utf-8",
        check=True,
        env={"COLUMNS": str(SCREEN[0])},
    )
    return done.stdout


@pytest.mark.parametrize("words", [["--help"], *([verb, "--help"] for verb in verbs.VERBS)])
def test_every_help_fits_a_screen(words: list[str]) -> None:
    lines = helped(*words).splitlines()
    assert len(lines) < SCREEN[1], "the line to type the next command on is one, too"
    assert max(map(len, lines)) <= SCREEN[0]
    assert lines[0].startswith(f"usage: build.py {words[0] if len(words) > 1 else '[VERB]'}")


@each_verb
def test_a_verb_has_at_most_ten_options_of_its_own(verb: str) -> None:
    parser = options.parser_of("build.py", verb, verbs.load(verb))
    taken = {names[-1] for action in parser._actions if (names := action.option_strings)}
    assert taken >= EVERY_VERB
    assert len(taken - EVERY_VERB) <= MOST_OPTIONS
    shown = re.findall(r"^  (?:-\w, )?(--[a-z-]+)", helped(verb, "--help"), re.MULTILINE)
    assert sorted(shown) == sorted(taken)


@each_verb
def test_every_option_shown_says_what_it_does(verb: str) -> None:
    shown = [line for line in helped(verb, "--help").splitlines() if line.startswith("  -")]
    assert shown
    assert all(re.fullmatch(r"  -\S.*?  +\S.*", line) for line in shown)


def test_the_help_of_all_names_every_verb_with_its_line() -> None:
    text = helped("--help")
    for name, (_, what) in verbs.VERBS.items():
        assert re.search(rf"^  {name} +{re.escape(what)}$", text, re.MULTILINE)


def test_every_help_tells_the_exit_status() -> None:
    for words in ([], *([verb] for verb in verbs.VERBS)):
        told = re.findall(r"\b(\d+) (\w+)", helped(*words, "--help").split("exit status: ")[1])
        assert told == [
            ("0", "well"),
            ("1", "refused"),
            ("2", "the"),
            ("3", "cannot"),
            ("130", "stopped"),
        ]


# The table


@each_verb
def test_a_verb_is_a_module_with_what_the_table_asks(verb: str) -> None:
    module: Any = verbs.load(verb)
    assert Path(module.__file__).parent == Path(verbs.__file__).parent
    assert isinstance(module.SUBJECTS, str)
    assert isinstance(module.ABOUT, str)
    assert len(inspect.signature(module.add_options).parameters) == 1
    assert list(inspect.signature(module.run).parameters) == ["options", "report"]


def test_a_new_verb_is_one_module_and_one_row(
    monkeypatch: pytest.MonkeyPatch, build: Build
) -> None:
    class Greet:
        SUBJECTS = "[NAME]"
        ABOUT = "Say hello."

        @staticmethod
        def add_options(add: Any) -> None:
            add("name", nargs="?", default="world", help=options.HIDDEN)

        @staticmethod
        def run(given: Any, report: Any) -> int:  # noqa: ARG004  # what every verb takes
            print("hello", given.name)
            return 0

    monkeypatch.setitem(verbs.VERBS, "greet", ("greet", "say hello"))
    monkeypatch.setitem(sys.modules, "communique.command.verbs.greet", Greet)
    assert build("greet", "you").out == "hello you\n"
    assert "  greet    say hello\n" in build("--help").out


# How they are called


def test_build_is_what_is_done_without_a_verb(
    build: Build, statement: Write, tmp_path: Path
) -> None:
    path = statement()
    for words in ([path], ["build", path]):
        run = build(*words, "--force")
        assert (run.code, run.err) == (0, "")
        assert run.out.startswith(f"{tmp_path}/out/meeting.en.pdf  1 page  ")


def test_a_folder_called_like_a_verb_is_still_a_path(
    build: Build, statement: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    statement(name="check/a.en.md")
    monkeypatch.chdir(tmp_path)
    assert build("./check").out.startswith("out/a.en.pdf  1 page")
    assert build("build", "check").out.startswith("out/a.en.pdf  1 page")


def test_what_is_typed_in_the_place_of_a_verb_is_suggested(build: Build, statement: Write) -> None:
    assert build("chekc").err == (
        "communique: there is no file or folder chekc; did you mean the verb check?\n"
    )
    assert build(statement(), "check").err == (
        "communique: there is no file or folder check; a verb is the first word\n"
    )


@pytest.mark.parametrize("word", ["help", "version"])
def test_an_option_that_is_typed_as_a_verb_is_suggested(build: Build, word: str) -> None:
    run = build(word)
    wrong = f"communique: there is no file or folder {word}; did you mean --{word}?\n"
    assert (run.code, run.err) == (2, wrong)


@pytest.mark.skipif(os.name != "posix", reason="elsewhere a file is run by its suffix")
def test_build_can_be_executed_where_there_is_python3_and_no_python(tmp_path: Path) -> None:
    (tmp_path / "python3").symlink_to(sys.executable)
    done = subprocess.run(  # noqa: S603  # our own command
        [ROOT / "build.py", "--version"],
        capture_output=True,
        encoding="utf-8",
        check=True,
        env={"PATH": str(tmp_path)},
    )
    assert done.stdout == f"Communiqué {__version__}\n"


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("/a/build.py", "build.py"),
        ("/usr/bin/communique", "communique"),
        ("C:/a/communique.exe", "communique"),
        ("/a/communique/__main__.py", "python3 -m communique"),
        ("-c", "communique"),
    ],
)
def test_the_command_is_called_as_it_was_typed(
    path: str, name: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from communique.command import cli  # noqa: PLC0415  # elsewhere it is typed

    monkeypatch.setattr(sys, "argv", [path, "nowhere.en.md"])
    assert cli.main() == 2
    assert capsys.readouterr().err.startswith(f"{name}: there is no file or folder nowhere.en.md")


def test_check_shows_of_each_line_what_is_text_and_what_is_a_mark(
    build: Build, statement: Write
) -> None:
    path = statement(with_body("Some *words*\nmore."))
    run = build("check", path, "--account")
    assert (run.code, run.err) == (0, "")
    assert run.out.splitlines() == [
        str(path),
        "  title",
        "     1  mark  ---  (line around the front matter)",
        "     2  mark  title:  (key)",
        "        text  A title",
        "     3  mark  ---  (line around the front matter)",
        "  paragraph",
        "     5  text  Some ",
        "        mark  *  (stress)",
        "        text  words",
        "        mark  *  (stress)",
        "     6  text  more.",
        f"{path}  no mistakes",
    ]


# What stood there before


def test_check_as_an_option_is_the_verb(build: Build, statement: Write, tmp_path: Path) -> None:
    good, bad = statement(), statement(BAD, "bad.en.md")
    for path in (good, bad):
        assert build("--check", path) == build("check", path)
        assert build(path, "--check", "--edition", "all", "--jobs", "1").code == (path == bad)
    assert not (tmp_path / "out").exists()


def test_watch_as_an_option_is_the_verb(
    build: Build, statement: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("communique.run.watch.watch", lambda *_, **__: iter([set()]))
    statement("", "communique.yaml")
    path = statement()
    for words in (["--watch"], ["watch"]):
        run = build(*words, path, "--force", "--jobs", "1")
        assert run.code == 0
        assert run.out.startswith(f"{path.parent}/out/meeting.en.pdf  1 page")
        assert "stop with Ctrl-C" in run.err


def test_list_and_schema_as_options_are_the_verb(build: Build) -> None:
    assert build("--list") == build("list")
    assert build("--schema") == build("list", "--schema")
    assert next(iter(FrontMatter.model_fields)) in build("--schema").out


def test_verify_as_an_option_is_the_verb(build: Build, statement: Write, tmp_path: Path) -> None:
    build(statement())
    pdf = tmp_path / "out/meeting.en.pdf"
    assert build("--verify", pdf) == build("verify", pdf)
    assert build(f"--verify={pdf}").code == 0


def test_version_is_that_of_the_package(build: Build) -> None:
    assert build("--version").out == f"Communiqué {__version__}\n"


def test_what_is_at_fault_is_told_and_the_others_are_listed(build: Build, project: Path) -> None:
    (project / "templates/themes").mkdir(parents=True)
    (project / "templates/themes/broken.yaml").write_text("colour: red\n")
    run = build("list")
    assert run.code == 1
    assert "templates/themes/broken.yaml:1: " in run.err
    assert "neutral" in run.out
    assert "zh-Hans" in run.out
