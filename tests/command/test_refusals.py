"""The command line: what is refused, and how that is said."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from communique.design import edition
from tests.command.saying import BAD, names
from tests.samples import with_body, with_front

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Build, Write


OLDER = "this PDF is older and does not have this text; do not send it out"


def test_a_faulty_statement_does_not_keep_the_others_back(
    build: Build, statement: Write, tmp_path: Path
) -> None:
    bad = statement(BAD, "a.en.md")
    run = build(bad, statement(name="b.en.md"), statement(with_body("One 🪩."), "c.en.md"))
    assert run.code == 1
    assert names(tmp_path / "out") == ["b.en.pdf"]
    refusals = [
        f"{bad}:2: titel: there is no such key; did you mean title?",
        f"{tmp_path}/c.en.md:5: ink: no font of the page has a glyph for 🪩 (U+1FAA9); "
        "write words, or add a font to the theme",
    ]
    assert run.err.splitlines() == [
        refusals[0],
        refusals[1],
        "1 made, 2 refused:",
        *(f"  {line}" for line in refusals),
    ]


@pytest.mark.parametrize("text", [BAD, with_body("One 🪩.")], ids=["when read", "when proven"])
def test_an_older_pdf_is_left_alone_and_announced(
    build: Build, statement: Write, tmp_path: Path, text: str
) -> None:
    assert build(statement(), "--edition", "all").code == 0
    before = {path: path.read_bytes() for path in (tmp_path / "out").glob("*.pdf")}
    run = build(statement(text), "--edition", "all")
    assert run.code == 1
    for path in before:
        assert f"{path}: {OLDER}" in run.err.splitlines()
    assert {path: path.read_bytes() for path in (tmp_path / "out").glob("*.pdf")} == before


def test_an_older_pdf_of_a_statement_with_its_language_inside_is_announced(
    build: Build, statement: Write, tmp_path: Path
) -> None:
    good = with_front("title: A\nlanguage: sv")
    assert build(statement(good, "meeting.md")).code == 0
    run = build(statement(good + "<br>", "meeting.md"))
    assert f"{tmp_path}/out/meeting.sv.pdf: {OLDER}" in run.err


def test_no_pdf_no_announcement(build: Build, statement: Write) -> None:
    assert OLDER not in build(statement(BAD)).err


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--edition", "leter"], "there is no edition leter; did you mean letter?"),
        (
            ["--edition", "poster"],
            f"there is no edition poster; choose one of {', '.join(edition.names())}, all",
        ),
        (
            ["--edition", "letter, standard"],
            "there is no edition letter, standard; write --edition letter --edition standard",
        ),
        (["nowhere.en.md"], "there is no file or folder nowhere.en.md"),
    ],
)
def test_a_wrong_command_is_said_in_one_line(
    build: Build, statement: Write, tmp_path: Path, arguments: list[str], message: str
) -> None:
    run = build(statement(), *arguments)
    assert (run.code, run.out, run.err) == (2, "", f"communique: {message}\n")
    assert names(tmp_path / "out") == []


def test_a_folder_without_statements_is_a_wrong_command(build: Build, tmp_path: Path) -> None:
    run = build(tmp_path)
    assert run.code == 2
    assert (
        run.err == f"communique: there is no statement in {tmp_path}; the name of one ends in .md\n"
    )
    (tmp_path / "meeting.docx").touch()
    assert build(tmp_path).err == run.err.replace(
        "\n", f"; the verb import makes one of {tmp_path / 'meeting.docx'}\n"
    )


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--frob"], "there is no option --frob; communique --help lists the options"),
        (["-o", "out"], "there is no option -o; did you mean --out?"),
        (["-V"], "there is no option -V; did you mean --version?"),
        (["--ed", "all"], "there is no option --ed; did you mean --edition?"),
        (["--editoin=all"], "there is no option --editoin; did you mean --edition?"),
        (["--edition"], "--edition has no value; write one after it"),
        (["--force=yes"], "--force takes no value; leave out the = and what follows"),
        (["--pdf-standard", "9"], "--pdf-standard: there is no 9; write 1 or 2"),
        (
            ["--output", "docx"],
            "--output: there is no docx; write pdf or text or html or eml or mail-text",
        ),
        (["--format", "xml"], "--format: there is no xml; write text or json"),
        (["--jobs", "0"], "--jobs: 0 is not a number from 1 on; write one, such as 2"),
        (["--jobs", "many"], "--jobs: many is not a number from 1 on; write one, such as 2"),
    ],
)
def test_an_option_that_is_wrong_is_told_in_one_line_of_ours(
    build: Build, arguments: list[str], message: str
) -> None:
    run = build(*arguments)
    assert (run.code, run.out, run.err) == (2, "", f"communique: {message}\n")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["list", "all"], "list: it takes no file or folder; leave out all"),
        (["verify"], "verify: PATH is missing; name one"),
        (["new"], "new: FOLDER is missing; name one"),
        (["check", "--out", "x"], "check: there is no option --out; communique check --help "),
    ],
)
def test_a_verb_says_what_it_does_not_take_and_what_it_needs(
    build: Build, arguments: list[str], message: str
) -> None:
    run = build(*arguments)
    assert (run.code, run.out) == (2, "")
    assert run.err.startswith(f"communique {message}")


def test_options_may_stand_between_paths(build: Build, statement: Write, tmp_path: Path) -> None:
    run = build("build", statement(name="a.en.md"), "--force", statement(name="b.en.md"))
    assert (run.code, names(tmp_path / "out")) == (0, ["a.en.pdf", "b.en.pdf"])


@pytest.mark.parametrize("verb", ["build", "check"])
@pytest.mark.parametrize("words", ["a.en.md -", "- a.en.md b.en.md", "- -", "- a.en.md -"])
def test_standard_input_is_one_statement_and_has_its_name_after_it(
    build: Build, verb: str, words: str
) -> None:
    run = build(verb, *words.split(), given="Words.")
    wrong = "communique: - stands for one statement; name no others with it. "
    wrong += "To name it, write it after -, as in - meeting.en.md\n"
    assert (run.code, run.out, run.err) == (2, "", wrong)


def test_standard_input_is_not_named_like_a_folder(build: Build, tmp_path: Path) -> None:
    run = build("check", "-", tmp_path, given="Words.")
    wrong = f"communique: {tmp_path} is a folder, and what follows - is the name of a statement. "
    wrong += "To name it, write it after -, as in - meeting.en.md\n"
    assert (run.code, run.out, run.err) == (2, "", wrong)


@pytest.mark.parametrize("name", ["watch", "check", "list"])
def test_an_option_that_is_a_verb_now_is_told_so(build: Build, name: str) -> None:
    wrong = f"communique build: there is no option --{name}; did you mean the verb {name}?\n"
    run = build("build", f"--{name}")
    assert (run.code, run.out, run.err) == (2, "", wrong)


@pytest.mark.parametrize("words", [["watch", "-"], ["watch", "--out", "-"], ["--watch", "-"]])
def test_what_is_watched_is_no_stream(build: Build, words: list[str]) -> None:
    wrong = "communique: watch does not go with -; name files, and a folder after --out\n"
    run = build(*words, given="Words.")
    assert (run.code, run.out, run.err) == (2, "", wrong)


@pytest.mark.parametrize("option", ["--jobs", "--scheduler"])
def test_what_is_watched_is_made_on_this_machine(build: Build, option: str) -> None:
    wrong = "--jobs: watch makes everything on this machine; write a number, such as 2\n"
    run = build("--watch", option, "tcp://127.0.0.1:1")
    assert (run.code, run.out, run.err) == (2, "", f"communique: {wrong}")
    run = build("watch", "--jobs", "tcp://127.0.0.1:1")
    assert run.code == 2
    assert "tcp://127.0.0.1:1 is not a number from 1 on; write one, such as 2" in run.err


def test_a_bug_is_called_one_and_shows_no_traceback(
    build: Build, statement: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise ZeroDivisionError("at night")

    monkeypatch.setattr("communique.outputs.trials.content_of", fail)
    path = statement()
    run = build(path)
    assert (run.code, run.err) == (
        1,
        f"{path}: this is a mistake of the program, not yours (ZeroDivisionError: at night); "
        "please report it\n",
    )
    assert "Traceback" in build(path, "-v").err


def test_an_interruption_is_no_traceback(
    build: Build, statement: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("communique.run.batch.Batch.run", interrupt)
    run = build(statement())
    stopped = "stopped; every file that was made is complete, the next build makes the others"
    assert (run.code, run.err) == (130, f"communique: {stopped}\n")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("lights", "source/lights.en.md"),
        ("lights.en", "source/lights.en.md"),
        ("lights.md", "source/lights.en.md"),
        ("source/ligths.en.md", "source/lights.en.md"),
        ("lihgts.en.md", "source/lights.en.md"),
        ("sorce", "source"),
        ("sorce/lights.en.md", "source/lights.en.md"),
        ("chek", "the verb check"),
        ("nothing-like-it", None),
    ],
)
def test_a_path_that_is_nearly_right_is_told_the_right_one(
    build: Build, project: Path, monkeypatch: pytest.MonkeyPatch, typed: str, meant: str | None
) -> None:
    (project / "source").mkdir(exist_ok=True)
    (project / "source" / "lights.en.md").write_text(with_body("Words."), "utf-8")
    monkeypatch.chdir(project)
    run = build("check", typed)
    hint = f"; did you mean {meant}?" if meant else ""
    assert (run.code, run.err) == (2, f"communique: there is no file or folder {typed}{hint}\n")


@pytest.mark.parametrize("name", ["lights.pdf", "a/lights.en.md", "LIGHTS.TXT"])
def test_the_name_of_a_file_is_no_folder_for_what_is_made(
    build: Build, statement: Write, tmp_path: Path, name: str
) -> None:
    run = build("--out", tmp_path / name, statement())
    wrong = f"communique: --out: {tmp_path}/{name} is the name of a file; name a folder\n"
    assert (run.code, run.err) == (2, wrong)
    run = build("new", tmp_path / name)
    assert (run.code, run.err) == (2, wrong.replace("--out: ", ""))
    assert not (tmp_path / name).exists()
