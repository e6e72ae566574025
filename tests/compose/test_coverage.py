"""Characters without a glyph, found without typesetting: as the proof finds them, and no others."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from communique.compose.fonts import coverage
from communique.compose.fonts.contents import characters
from communique.content.content import content_of
from communique.design import edition, language, templates
from communique.model.faults import StatementError
from communique.read.source import read
from communique.store import cache
from tests.samples import MEETINGS, needs_fonts, png, with_body
from tests.typed import said_and_imported

if TYPE_CHECKING:
    from tests.conftest import Build, Write

MINUS = 0x2212


def missing(path: Path, name: str = "standard") -> list[str]:
    """Return the characters that the statement at `path` has no glyph for, each with its line."""
    try:
        coverage.check(content_of(read(path), edition.load(name)))
    except StatementError as error:
        return [f"{fault.line} {fault.wrong.split(' for ')[1]}" for fault in error.faults]
    return []


@pytest.mark.parametrize("tag", language.names())
def test_no_language_has_a_false_alarm(tag: str) -> None:
    needs_fonts(tag)
    for name in edition.single():
        assert missing(MEETINGS / f"meeting.{tag}.md", name) == []


def test_each_missing_character_has_its_line(statement: Write) -> None:
    path = statement("---\ntitle: A 🪩\n---\n\nOne 𓀀.\n\nTwo 🪩, 𓀀 and 𐤀.\n")
    assert missing(path) == ["2 🪩 (U+1FAA9)", "5 𓀀 (U+13000)", "7 𐤀 (U+10900)"]


@pytest.mark.parametrize("entity", ["&#129705;", "&#x1FAA9;", "&#x1faa9;"])
def test_a_character_that_is_written_by_its_number_has_its_line(
    statement: Write, entity: str
) -> None:
    path = statement(f"---\ntitle: A\n---\n\nOne &amp;\n&#65; two\n{entity}.\n")
    assert missing(path) == ["7 🪩 (U+1FAA9)"]


def test_a_character_that_is_escaped_in_a_value_has_its_line(statement: Write) -> None:
    path = statement('---\ntitle: A\nplace: "B \\U0001FAA9"\n---\n\nOne.\n')
    assert missing(path) == ["3 🪩 (U+1FAA9)"]


def test_it_says_what_the_build_would_say(build: Build, statement: Write) -> None:
    path = statement(with_body("A light 🪩, an ideograph 中, a letter त."))
    checked, built = build("check", path), build("build", path)
    assert (checked.code, built.code) == (1, 1)
    assert checked.err == built.err
    assert "U+1FAA9)" in checked.err


@pytest.mark.parametrize(
    "text",
    [
        "a\u2011b, e\u0301, u\u0308\u030c, \u01d8, a\u200db, a\ufe0fb, so\u00adft, 1\u202f000",
        "tab\tand\u00a0space\u2009and \u2060joiner",
    ],
)
def test_what_is_drawn_in_another_way_is_no_fault(
    build: Build, statement: Write, text: str
) -> None:
    path = statement(with_body(text))
    assert missing(path) == []
    assert build(path).code == 0, "the proof agrees"


def test_what_a_picture_shows_is_not_drawn(statement: Write) -> None:
    statement(png(), "a.png")
    assert missing(statement(with_body("![A light 🪩](a.png)"))) == []


def test_a_damaged_cache_costs_time_and_no_answer(
    statement: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cache, "folder", lambda: str(tmp_path / "cache/0"))
    path = statement(with_body("A light 🪩."))
    for _ in range(2):
        coverage._characters.cache_clear()
        assert missing(path) == ["5 🪩 (U+1FAA9)"]
    kept = list((tmp_path / "cache/0").glob("drawn-characters-*"))
    assert len(kept) > 3
    for file in kept:
        file.write_bytes(b"damaged")
    coverage._characters.cache_clear()
    assert missing(path) == ["5 🪩 (U+1FAA9)"]


def test_check_needs_no_engine(statement: Write) -> None:
    program = (
        "import sys; from pathlib import Path; from communique.run import tasks;"
        "tasks.check((tasks.read(Path(sys.argv[1])),), 'standard')"
    )
    _, modules = said_and_imported(program, statement())
    assert not {"weasyprint", "pypdf", "cffi"} & modules


def test_two_versions_name_the_file_of_each(build: Build, statement: Write, tmp_path: Path) -> None:
    statement(with_body("One 𓀀."), "in/a.en.md")
    statement(with_body("Un 🪩."), "in/a.fr.md")
    run = build("check", tmp_path / "in", "--edition", "parallel")
    assert run.code == 1
    assert f"{tmp_path}/in/a.en.md:5: ink: no font of the page has a glyph for 𓀀" in run.err
    assert f"{tmp_path}/in/a.fr.md:5: ink: no font of the page has a glyph for 🪩" in run.err
    assert "no mistakes" not in run.out


@pytest.mark.parametrize("path", templates.shipped_fonts(), ids=lambda path: path.stem)
def test_a_font_whose_minus_another_one_draws_has_none(path: Path) -> None:
    drawn = [MINUS in found for _, found in characters(path)]
    assert drawn == ["Hebrew" not in path.stem and "Communique" not in path.stem]
