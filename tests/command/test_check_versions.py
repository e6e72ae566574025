"""The verb check compares the language versions of a statement, and names partners find theirs."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from communique.run.partners import partners
from tests.read.languages import ENGLISH, FRENCH

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Build, Write

OTHER = FRENCH.replace("1604", "1640")


@pytest.fixture
def river(statement: Write) -> Path:
    """Return the folder of a statement in two languages, of which one has another year."""
    statement(OTHER, "river.fr.md")
    return statement(ENGLISH, "river.en.md").parent


def year(folder: Path) -> str:
    return f"“1604” here, and “1640” in {folder}/river.fr.md:21"


def test_versions_that_say_the_same_have_no_remark(build: Build, statement: Write) -> None:
    paths = statement(ENGLISH, "river.en.md"), statement(FRENCH, "river.fr.md")
    run = build("check", "--strict", *paths)
    assert (run.code, run.err) == (0, "2 without mistakes\n")


@pytest.mark.parametrize("named", ["folder", "files"])
def test_a_figure_that_differs_is_a_remark(build: Build, river: Path, named: str) -> None:
    paths = [river] if named == "folder" else [river / "river.fr.md", river / "river.en.md"]
    run = build("check", *paths)
    assert run.code == 0
    remark = f"{river}/river.en.md:21: remark: languages: {year(river)}"
    assert f"{remark}; correct the one that is wrong" in run.err.splitlines()
    assert f"{river}/river.en.md  no mistakes, 1 remark" in run.out.splitlines()
    assert f"{river}/river.fr.md  no mistakes" in run.out.splitlines()


def test_where_a_check_is_strict_it_refuses_both(build: Build, river: Path) -> None:
    run = build("check", "--strict", river)
    assert (run.code, run.out) == (1, "")
    assert f"{river}/river.en.md:21: languages: {year(river)}" in run.err


def test_it_is_an_event_like_other_remarks(build: Build, river: Path) -> None:
    run = build("check", "--format", "json", river)
    events = [json.loads(line) for line in run.out.splitlines()]
    (event,) = (each for each in events if each["event"] == "remarked")
    assert event == {
        "event": "remarked",
        "file": f"{river}/river.en.md",
        "line": 21,
        "key": "languages",
        "wrong": year(river),
        "instead": "correct the one that is wrong",
    }


def test_what_could_not_stand_side_by_side_is_a_remark_where_nobody_asks_for_that(
    build: Build, river: Path
) -> None:
    (river / "river.fr.md").write_text(OTHER.replace("2. Pas de crochets.\n", ""), "utf-8")
    point = "the point “No nets.” is not in"
    run = build("check", river)
    assert run.code == 0
    assert f"river.en.md:12: remark: languages: {point}" in run.err
    assert "2 remarks" in run.out
    run = build("check", "--edition", "parallel", river)
    assert run.code == 1
    assert f"river.en.md:12: languages: {point}" in run.err
    assert "river.en.md:21: remark: languages: “1604” here" in run.err


def test_each_further_language_is_compared_with_the_original(
    build: Build, statement: Write, river: Path
) -> None:
    original = FRENCH.replace("issued", "authenticity: original\nissued", 1)
    (river / "river.fr.md").write_text(original, "utf-8")
    swedish = statement(ENGLISH.replace("1604", "1640"), "river.sv.md")
    run = build("check", river)
    assert [line for line in run.err.splitlines() if "remark" in line] == [
        f"{river}/river.fr.md:22: remark: languages: “1604” here, and “1640” in {swedish}:21;"
        " correct the one that is wrong"
    ]


def test_statements_of_other_names_are_not_compared(build: Build, statement: Write) -> None:
    paths = statement(ENGLISH, "river.en.md"), statement(OTHER, "mill.fr.md")
    assert build("check", "--strict", *paths).code == 0


def test_a_pdf_in_two_languages_has_the_remarks(build: Build, river: Path) -> None:
    run = build("--edition", "parallel", "--out", river / "out", river)
    assert run.code == 0
    made = f"{river}/out/river.en+fr.parallel.pdf"
    said = "river.en.md:21: languages: “1604” here, and “1640” in river.fr.md:21"
    assert f"{made}: {said}; correct the one that is wrong" in run.err.splitlines()
    again = build("--edition", "parallel", "--out", river / "out", river)
    assert "unchanged" in again.out
    assert said in again.err


# A file that is named alone finds the other one.


def test_a_file_that_is_named_alone_is_checked_beside_its_partner(
    build: Build, river: Path
) -> None:
    for name in ("river.en.md", "river.fr.md"):
        run = build("check", "--edition", "parallel", river / name)
        assert run.code == 0
        assert f"river.en.md:21: remark: languages: {year(river)}" in run.err
        assert f"{river}/river.fr.md  no mistakes" in run.out


def test_a_file_that_is_named_alone_is_built_beside_its_partner(build: Build, river: Path) -> None:
    options = ("--edition", "parallel", "--edition", "letter", "--out", river / "out")
    assert build(*options, river / "river.fr.md").code == 0
    made = sorted(path.name for path in (river / "out").glob("*.pdf"))
    assert made == ["river.en+fr.parallel.pdf", "river.fr.letter.pdf"]


def test_one_pdf_of_two_languages_goes_to_standard_output(build: Build, river: Path) -> None:
    run = build("--edition", "parallel", "--out", "-", river / "river.en.md")
    assert run.code == 0
    assert "-  1 page" in run.err


def test_of_several_partners_the_languages_choose_one(
    build: Build, statement: Write, river: Path
) -> None:
    statement(FRENCH, "river.de.md")
    run = build("check", "--edition", "parallel", river / "river.en.md")
    assert run.code == 2
    assert f"name {river}/river.de.md or {river}/river.fr.md, too" in run.err
    two = ("check", "--edition", "parallel", "--languages", "en,fr")
    assert "river.fr.md  no mistakes" in build(*two, river / "river.en.md").out
    run = build(*two, river / "river.de.md")
    assert run.code == 2
    assert "it was read in de, not in en and fr; name " in run.err
    run = build("check", "--edition", "parallel", "--languages", "fr,da", river / "river.de.md")
    said = "it was read in de, not in fr and da; choose two that are there, as in --languages fr,de"
    assert f"river is left out: {said}" in run.err.splitlines()


def test_in_one_language_nobody_looks_for_a_partner(build: Build, river: Path) -> None:
    run = build("check", "--strict", river / "river.en.md")
    assert (run.code, run.out) == (0, f"{river}/river.en.md  no mistakes\n")


def test_partners_are_files_of_the_same_name(statement: Write) -> None:
    one, other = (str(statement(ENGLISH, f"river.{tag}.md")) for tag in ("en", "pt-BR"))
    statement(ENGLISH, "river.2.fr.md")
    statement(ENGLISH, "riverside.fr.md")
    statement(ENGLISH, "river.md")
    assert partners([one], []) == [other]
    assert partners([other], ["PT-br", "en"]) == [one]
    assert partners([one, other], []) == []
    assert partners([one], ["en", "fr"]) == []
    assert partners([one.replace("river.en", "river.2.fr")], []) == []
    assert partners([one.replace("river.en", "river")], []) == []
    assert partners([one.rpartition("/")[0]], []) == []
