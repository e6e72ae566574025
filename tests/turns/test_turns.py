"""The table of turns."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from communique.model.statement import Turned
from communique.pdf_reading.reading import Reading
from communique.read.source import read
from communique.run import pipeline
from communique.run.verify import Outcome, verify
from communique.turns import TURNS, Turn
from tests.conftest import Build, Write
from tests.samples import with_body

if TYPE_CHECKING:
    from pathlib import Path

    from communique.model.statement import Statement


def tell(statement: Statement, name: str, earlier: Statement | None) -> Statement:
    """Turn a statement into one whose facts say that it was turned."""
    facts = (("Turned", f"into {name}"),)
    return replace(statement, turned=Turned(name, statement, earlier, facts))


@pytest.fixture
def row(monkeypatch: pytest.MonkeyPatch) -> None:
    make = "tests.turns.test_turns:tell"
    monkeypatch.setitem(TURNS, "told", Turn("told", "a test", make=make))


def test_each_row_has_a_name_of_its_own() -> None:
    assert list(TURNS) == [turn.name for turn in TURNS.values()]


@pytest.mark.usefixtures("row")
def test_a_new_turn_is_a_row_and_its_file_has_its_name(statement: Write, tmp_path: Path) -> None:
    made = read(statement(with_body("Some words.")))
    result = pipeline.build(made, "standard", tmp_path / "out", ("pdf", "text"), turn="told-2")
    pdf, text = (result.files[name].path for name in ("pdf", "text"))
    assert (pdf.name, text.name) == ("meeting.en.told-2.pdf", "meeting.en.told-2.txt")
    reading = Reading(pdf.read_bytes())
    assert "; as told-2; " in "".join(reading.metadata("xmp", "CreatorTool"))
    assert "into told-2" in text.read_text("utf-8")


@pytest.mark.usefixtures("row")
def test_a_turned_file_with_an_earlier_version_is_verified(
    statement: Write, tmp_path: Path
) -> None:
    path = statement(with_body("Some words."))
    earlier = read(path)
    made = read(statement(with_body("Other words.")))
    result = pipeline.build(made, "letter", tmp_path / "out", turn="told", earlier=earlier)
    pdf = result.files["pdf"].path
    attached = Reading(pdf.read_bytes()).attachments
    assert attached == {
        "meeting.en.md": made.source,
        "earlier.meeting.en.md": earlier.source,
    }
    assert verify(pdf).outcome is Outcome.SAME


@pytest.mark.usefixtures("row")
def test_a_turn_of_another_version_of_the_program_is_not_guessed(
    statement: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = read(statement(with_body("Some words.")))
    pdf = pipeline.build(made, "standard", tmp_path, turn="told").files["pdf"].path
    monkeypatch.delitem(TURNS, "told")
    assert verify(pdf).outcome is not Outcome.SAME


def test_a_negotiation_print_is_not_told_of_its_brackets(build: Build, tmp_path: Path) -> None:
    path = tmp_path / "meeting.en.md"
    path.write_text(with_body("They [will][shall] agree."), "utf-8")
    assert "square brackets" in build(path).err or "has no address" in build(path, "--force").err
    assert "remark" not in build(path, "--as", "negotiation").err
