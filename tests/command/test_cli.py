"""The command: what it says and where, what it makes, and its exit code."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from communique.command import status
from communique.compose import standalone
from communique.design import edition, language, theme
from communique.model.statement import FrontMatter
from communique.publish import result
from communique.publish.manifest import NAME
from tests.samples import ROOT, png, with_body, with_front

if TYPE_CHECKING:
    from tests.conftest import Build, Write

BAD = with_front("titel: A")
OLDER = "this PDF is older and does not have this text; do not send it out"


def names(folder: Path) -> list[str]:
    """Return what a folder shows; the record is hidden."""
    found = sorted(path.name for path in folder.iterdir()) if folder.is_dir() else []
    return [name for name in found if name != NAME]


# What is made


def test_a_statement_becomes_a_pdf_with_a_line_about_it(
    build: Build, statement: Write, tmp_path: Path
) -> None:
    run = build(statement())
    assert (run.code, run.err) == (0, "")
    assert re.fullmatch(r"\S+/out/meeting\.en\.pdf  1 page  \d\.\d\d s\n", run.out)
    assert names(tmp_path / "out") == ["meeting.en.pdf"]


def test_a_folder_is_all_its_statements(build: Build, statement: Write, tmp_path: Path) -> None:
    statement(name="in/b.sv.md")
    statement(name="in/a.en.md")
    statement("not a statement", name="in/readme.txt")
    run = build(tmp_path / "in")
    assert (run.code, run.err) == (0, "2 made\n")
    assert [Path(line.split("  ")[0]).name for line in run.out.splitlines()] == [
        "a.en.pdf",
        "b.sv.pdf",
    ]


def test_a_statement_named_twice_is_built_once(build: Build, statement: Write) -> None:
    path = statement()
    assert len(build(path, path, path.parent).out.splitlines()) == 1


def test_without_a_path_the_source_folder_is_built(
    build: Build, statement: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    statement(name="source/a.en.md")
    (tmp_path / "communique.yaml").touch()
    monkeypatch.chdir(tmp_path)
    assert build().code == 0
    assert names(tmp_path / "out") == ["a.en.pdf"]


def test_other_editions_have_their_name_in_the_file(
    build: Build, statement: Write, tmp_path: Path
) -> None:
    assert build(statement(), "--edition", "letter", "--edition", "standard").code == 0
    assert names(tmp_path / "out") == ["meeting.en.letter.pdf", "meeting.en.pdf"]


def test_all_editions_can_be_had_at_once(build: Build, statement: Write, tmp_path: Path) -> None:
    assert build(statement(), "--edition", "all").code == 0
    assert names(tmp_path / "out") == [
        "meeting.en.large-print.pdf",
        "meeting.en.letter.pdf",
        "meeting.en.pdf",
    ]


def test_out_is_flat_and_made_where_it_is_missing(
    build: Build, statement: Write, tmp_path: Path
) -> None:
    out = tmp_path / "new/release"
    assert build(statement(name="deep/down/a.en.md"), "--out", out).code == 0
    assert names(out) == ["a.en.pdf"]


def test_paths_are_said_as_short_as_they_can_be(
    build: Build, statement: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    statement(name="in/a.en.md")
    monkeypatch.chdir(tmp_path)
    assert build("in/a.en.md").out.startswith("out/a.en.pdf  1 page  ")
    statement(BAD, name="in/a.en.md")
    assert build(tmp_path / "in/a.en.md").err.startswith("in/a.en.md:2: titel: ")


def test_check_makes_nothing(build: Build, statement: Write, tmp_path: Path) -> None:
    assert build(statement(), "--check").code == 0
    run = build(statement(BAD, "bad.en.md"), "--check")
    assert (run.code, run.out) == (1, "")
    assert "bad.en.md:2: titel: there is no such key; did you mean title?" in run.err
    assert names(tmp_path / "out") == []


def test_html_pages_are_named_like_their_pdfs(
    build: Build, statement: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(standalone, "standalone", lambda page: page.html)
    assert build(statement(), "--html", tmp_path / "pages", "--edition", "all").code == 0
    assert names(tmp_path / "pages") == [
        "meeting.en.html",
        "meeting.en.large-print.html",
        "meeting.en.letter.html",
    ]


def test_an_html_page_is_a_whole_file(
    build: Build, statement: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(standalone, "_subset", lambda *_: "data:font/ttf;base64,AAAA")
    statement(png(), "a.png")
    path = statement(with_body("## A\n\n![B](a.png) c [d](#a) *e* **f**."))
    assert build(path, "--html", tmp_path).code == 0
    html = (tmp_path / "meeting.en.html").read_text("utf-8")
    assert re.findall(r'(?:src|href)=(?!"(?:data:|#))', html) == []
    assert re.findall(r"url\((?!data:)|@import|https?://|file:", html) == []
    assert html.count("@font-face") >= 3
    assert html.count("<style") == 1


# What is said


def test_quiet_says_nothing_when_all_is_well(build: Build, statement: Write) -> None:
    run = build(statement(), "-q")
    assert (run.code, run.out, run.err) == (0, "", "")


def test_quiet_says_what_is_wrong(build: Build, statement: Write) -> None:
    run = build(statement(BAD), "--quiet")
    assert (run.code, run.out) == (1, "")
    assert "titel" in run.err


def test_verbose_says_how_long_each_step_took(build: Build, statement: Write) -> None:
    out = build(statement(), "--verbose").out
    steps = re.findall(r"(\d) (\w+) (\d+\.\d{3})", out)
    assert [name for _, name, _ in steps] == list(result.STEPS)
    assert [number for number, _, _ in steps] == list("12345")
    assert all(float(seconds) > 0 for _, name, seconds in steps if name != "publish")


def test_list_names_editions_then_themes_then_languages(build: Build) -> None:
    run = build("--list")
    assert (run.code, run.err) == (0, "")
    firsts = [line.split()[0] for line in run.out.splitlines()]
    assert firsts == [
        *("editions", *edition.names()),
        *("themes", *theme.names()),
        *("languages", *language.names()),
    ]
    entries = [line for line in run.out.splitlines() if line.startswith("  ")]
    assert all(len(line.split(None, 1)) == 2 for line in entries)
    assert len(entries) == len(firsts) - 3


def test_schema_is_json_with_every_field(build: Build) -> None:
    run = build("--schema")
    assert (run.code, run.err) == (0, "")
    schema = json.loads(run.out)
    assert list(schema["properties"]) == list(FrontMatter.model_fields)
    assert schema["required"] == ["title"]
    assert schema["additionalProperties"] is False
    assert all(field.get("description") for field in schema["properties"].values())


# What is refused


def test_a_faulty_statement_does_not_keep_the_others_back(
    build: Build, statement: Write, tmp_path: Path
) -> None:
    bad = statement(BAD, "a.en.md")
    run = build(bad, statement(name="b.en.md"), statement(with_body("One 😀."), "c.en.md"))
    assert run.code == 1
    assert names(tmp_path / "out") == ["b.en.pdf"]
    refusals = [
        f"{bad}:2: titel: there is no such key; did you mean title?",
        f"{tmp_path}/c.en.md:5: ink: no font of the page has a glyph for 😀 (U+1F600); "
        "write another character, or add a font to the theme",
    ]
    assert run.err.splitlines() == [
        refusals[0],
        f"{bad}:2: title: it is missing; add a line `title: …`",
        refusals[1],
        "1 made, 2 refused:",
        *(f"  {line}" for line in refusals),
    ]


@pytest.mark.parametrize("text", [BAD, with_body("One 😀.")], ids=["when read", "when proven"])
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
            "there is no edition poster; "
            "choose one of standard, large-print, letter, parallel, all",
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


@pytest.mark.parametrize("other", ["b/meeting.en.md", "b/Meeting.EN.md", "b/meeting.md"])
def test_two_sources_of_one_name_are_a_wrong_command(
    build: Build, statement: Write, tmp_path: Path, other: str
) -> None:
    text = with_front("title: A\nlanguage: en")
    one, two = statement(text, "a/meeting.en.md"), statement(text, other)
    run = build(one, two)
    assert (run.code, run.out) == (2, "")
    assert run.err.startswith(f"communique: {one} and {two} would both become ")
    assert run.err.endswith("; rename one of them\n")
    assert names(tmp_path / "out") == []


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--frob"], "there is no option --frob; communique --help lists the options"),
        (["--ed", "all"], "there is no option --ed; did you mean --edition?"),
        (["--editoin=all"], "there is no option --editoin; did you mean --edition?"),
        (["--edition"], "--edition has no value; write one after it"),
        (["--force=yes"], "--force takes no value; leave out the = and what follows"),
        (["--pdf-standard", "9"], "--pdf-standard: there is no 9; write 1 or 2"),
        (["--output", "html"], "--output: there is no html; write pdf or text"),
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
        (["verify"], "verify: FILE.pdf is missing; name one"),
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


def test_a_place_that_cannot_be_written_is_reported(
    build: Build, statement: Write, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("in the way")
    run = build(statement(), "--out", tmp_path / "file")
    assert (run.code, run.out) == (1, "")
    assert run.err == (
        f"{tmp_path}/meeting.en.md: its files cannot be written: File exists; "
        "make room, or choose another --out\n"
    )


def test_a_bug_is_called_one_and_shows_no_traceback(
    build: Build, statement: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise ZeroDivisionError("at night")

    monkeypatch.setattr("communique.run.pipeline.content_of", fail)
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


# The command as it is typed


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


# Names


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
