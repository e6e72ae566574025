"""The command line: what is made, and what is said."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING

from communique.compose import standalone
from communique.design import edition, language, theme
from communique.model.statement import FrontMatter
from communique.publish import result
from communique.store.naming import file_name
from communique.turns import TURNS
from tests.command.saying import BAD, names
from tests.samples import png, with_body

if TYPE_CHECKING:
    import pytest

    from tests.conftest import Build, Write


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
    made = {file_name("meeting", ["en"], name) + ".pdf" for name in edition.single()}
    assert "meeting.en.large-print.pdf" in made
    assert set(names(tmp_path / "out")) == made


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
    made = {file_name("meeting", ["en"], name) + ".html" for name in edition.single()}
    assert "meeting.en.letter.html" in made
    assert set(names(tmp_path / "pages")) == made


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


def test_list_names_editions_turns_themes_and_languages(build: Build) -> None:
    run = build("--list")
    assert (run.code, run.err) == (0, "")
    firsts = [line.split()[0] for line in run.out.splitlines()]
    assert firsts == [
        *("editions", *edition.names()),
        *("turns", *TURNS),
        *("themes", *theme.names()),
        *("languages", *language.names()),
    ]
    entries = [line for line in run.out.splitlines() if line.startswith("  ")]
    assert all(len(line.split(None, 1)) == 2 for line in entries)
    assert len(entries) == len(firsts) - 4


def test_schema_is_json_with_every_field(build: Build) -> None:
    run = build("--schema")
    assert (run.code, run.err) == (0, "")
    schema = json.loads(run.out)
    assert list(schema["properties"]) == list(FrontMatter.model_fields)
    assert schema["required"] == ["title"]
    assert schema["additionalProperties"] is False
    assert all(field.get("description") for field in schema["properties"].values())
