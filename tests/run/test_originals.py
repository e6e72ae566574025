"""One file for each party: how it is called, reported, recorded and verified."""

from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING

import pytest
from jsonschema import Draft202012Validator

from communique.command.verbs.list import _EVENTS
from communique.pdf_reading.reading import Reading
from tests.run.statements import lines
from tests.turns.texts import FERRY_DA, FERRY_EN

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Build, Write

AS = ("--as", "alternat")


@pytest.fixture
def ferry(statement: Write) -> Path:
    return statement(FERRY_EN, "ferry.en.md")


def test_each_party_has_a_file_that_is_not_made_twice_and_is_verified(
    build: Build, ferry: Path, tmp_path: Path
) -> None:
    first, second = build(ferry, *AS), build(ferry, *AS)
    assert [line.split("  ")[0::3] for line in first.out.strip().split("\n")] == [
        [f"{tmp_path}/out/ferry.en.alternat-1.pdf", "for Norland"],
        [f"{tmp_path}/out/ferry.en.alternat-2.pdf", "for Sudland"],
    ]
    assert second.out.strip().split("\n") == [
        f"{tmp_path}/out/ferry.en.alternat-1.pdf  1 page  unchanged  for Norland",
        f"{tmp_path}/out/ferry.en.alternat-2.pdf  1 page  unchanged  for Sudland",
    ]
    made = [tmp_path / f"out/ferry.en.alternat-{number}.pdf" for number in (1, 2)]
    assert build("verify", *made).code == 0
    assert not (tmp_path / "out/ferry.en.pdf").exists()
    assert not (tmp_path / "out/ferry.en.alternat.pdf").exists()


def test_what_may_be_wrong_with_an_original_is_a_remark_as_all_others_are(
    build: Build, ferry: Path
) -> None:
    ferry.write_text(ferry.read_text("utf-8") + "\nNorland and Sudland sign.\n", "utf-8")
    run = build(ferry, "--as", "alternat-2", "--output", "text")
    said = "remark: text: it names Norland before Sudland, in another order than this original"
    assert any(f"{ferry}:" in line and said in line for line in run.err.splitlines())


def test_only_what_is_missing_is_made_again(build: Build, ferry: Path, tmp_path: Path) -> None:
    build(ferry, *AS)
    (tmp_path / "out/ferry.en.alternat-2.pdf").unlink()
    one, two = lines(build(ferry, *AS).out)
    assert "unchanged" in one
    assert "unchanged" not in two


def test_one_original_is_made_by_its_number(build: Build, ferry: Path, tmp_path: Path) -> None:
    run = build(ferry, "--as", "alternat-2")
    assert run.out.strip().endswith("for Sudland")
    assert [each.name for each in (tmp_path / "out").glob("*.pdf")] == ["ferry.en.alternat-2.pdf"]
    assert build(ferry, "--as", "alternat-2").out.strip().endswith("unchanged  for Sudland")
    run = build(ferry, "--as", "alternat-3")
    assert run.code == 1
    assert "5: issuers: there is no original alternat-3" in run.err


def test_events_say_the_party(build: Build, ferry: Path) -> None:
    schema = Draft202012Validator(json.loads(_EVENTS.read_text("utf-8")))
    for event in ("made", "unchanged"):
        found = [
            json.loads(line) for line in build(ferry, *AS, "--format", "json").out.split("\n")[:2]
        ]
        assert [(each["event"], each["party"]) for each in found] == [
            (event, "Norland"),
            (event, "Sudland"),
        ]
        assert [*map(schema.is_valid, found)] == [True, True]


def test_standard_output_is_for_one_original(build: Build, ferry: Path) -> None:
    run = build(ferry, *AS, "--out", "-")
    assert run.code == 2
    assert "--out - is for one PDF; name one original, as in --as alternat-1" in run.err


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("alternat-0", "alternat"),
        ("alternat-x", "alternat"),
        ("plain-1", "plain"),
        ("alternate", "alternat"),
    ],
)
def test_a_turn_that_is_none_is_a_wrong_command(
    build: Build, ferry: Path, name: str, meant: str
) -> None:
    run = build("build", ferry, "--as", name)
    assert run.code == 2
    assert f"--as: there is no {name}; did you mean {meant}?" in run.err


def test_a_statement_without_two_parties_is_refused_once_and_others_are_made(
    build: Build, ferry: Path, statement: Write, tmp_path: Path
) -> None:
    other = statement(name="other.en.md")
    run = build(ferry, other, *AS, "--edition", "standard", "--edition", "letter")
    assert run.code == 1
    assert run.err.count(f"{other}:1: issuers: an original for each party needs two parties") == 2
    assert len([*(tmp_path / "out").glob("ferry.*.pdf")]) == 4


def test_originals_in_two_languages_are_called_by_the_pair_and_verified(
    build: Build, ferry: Path, statement: Write, tmp_path: Path
) -> None:
    danish = statement(FERRY_DA, "ferry.da.md")
    run = build(ferry, danish, *AS, "--edition", "parallel")
    names = [f"ferry.da+en.parallel.alternat-{number}.pdf" for number in (1, 2)]
    assert [line.split()[0] for line in lines(run.out)] == names
    made = [tmp_path / "out" / name for name in names]
    assert [Reading(each.read_bytes()).catalog["/Lang"] for each in made] == ["da", "en"]
    assert build("verify", *made).code == 0
    again = build(ferry, danish, *AS, "--edition", "parallel")
    assert all("unchanged" in line for line in lines(again.out))


def test_every_output_and_edition_has_originals(build: Build, ferry: Path, tmp_path: Path) -> None:
    run = build(ferry, *AS, "--edition", "large-print", "--output", "text", "--output", "pdf")
    assert run.code == 0
    assert sorted(each.name for each in (tmp_path / "out").glob("ferry*")) == [
        "ferry.en.alternat-1.txt",
        "ferry.en.alternat-2.txt",
        "ferry.en.large-print.alternat-1.pdf",
        "ferry.en.large-print.alternat-2.pdf",
    ]
    said = (tmp_path / "out/ferry.en.alternat-2.txt").read_text("utf-8")
    assert said.startswith("Sudland · Norland\n")
    assert said.index("John Reed") < said.index("Ada Holm")


def test_the_original_of_a_party_that_is_no_more_is_named(
    build: Build, ferry: Path, tmp_path: Path
) -> None:
    three = FERRY_EN.replace(
        "signatures:", '  - {country: E, styled: "the Minister of E"}\nsignatures:'
    )
    ferry.write_text(three, "utf-8")
    assert len(lines(build(ferry, *AS).out)) == 3
    ferry.write_text(FERRY_EN, "utf-8")
    run = build(ferry, *AS)
    left = f"{tmp_path}/out/ferry.en.alternat-3.pdf is for a party that is no more"
    assert f"{left}; delete it if nobody needs it\n" in run.err
    assert left not in build(ferry).err


def test_two_statements_that_would_become_one_original_are_refused(
    build: Build, ferry: Path, tmp_path: Path
) -> None:
    (tmp_path / "more").mkdir()
    other = shutil.copy(ferry, tmp_path / "more")
    run = build(ferry, other, *AS)
    assert run.code == 1
    assert "would both become ferry.en.alternat-1.pdf" in run.err
    assert not [*(tmp_path / "out").glob("*.pdf")]
