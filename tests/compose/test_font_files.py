"""A font file of a project that is none is told with its own name, once, and what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from fontTools.ttLib import TTFont

from communique.compose.fonts import font_files
from communique.model.faults import DesignError
from communique.store.paths import TEMPLATES

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.conftest import Build, Write

FONT = TEMPLATES / "fonts/source-sans-3/SourceSans3-Regular.ttf"
WHOLE = FONT.read_bytes()


@pytest.fixture
def folder(project: Path) -> Path:
    """The folder of a font of the project, still empty."""
    made = project / "templates/fonts/f"
    made.mkdir(parents=True)
    return made


def told() -> list[str]:
    with pytest.raises(DesignError) as refused:
        font_files.check()
    return str(refused.value).split("\n")


def without(table: str, to: Path) -> bytes:
    """Return the font without a table, written `to` a file."""
    with TTFont(FONT) as font:
        del font[table]
        font.save(to)
    return to.read_bytes()


@pytest.mark.parametrize(
    ("data", "wrong"),
    [
        (b"", "the file is empty"),
        (b"x", "it is not a font"),
        (b"\0\1\0\0", "the file ends in the middle of the font"),
        (WHOLE[:100], "the file ends in the middle of the font"),
        (WHOLE[: len(WHOLE) // 2], "the file ends in the middle of the font"),
        (WHOLE[:-8], "the file ends in the middle of the font"),
        (b"wOFF" + WHOLE[4:], "it is a WOFF file"),
        (b"wOF2" + WHOLE[4:], "it is a WOFF 2 file"),
        (b"ttcf" + WHOLE[4:], "it is a collection of fonts"),
    ],
)
def test_a_file_that_is_no_whole_font_is_told(folder: Path, data: bytes, wrong: str) -> None:
    (folder / "bad.ttf").write_bytes(data)
    instead = "copy it again, as a TrueType or OpenType font (.ttf, .otf), or delete it"
    assert told() == [f"templates/fonts/f/bad.ttf:1: font: {wrong}; {instead}"]


@pytest.mark.parametrize("table", ["name", "cmap", "OS/2"])
def test_a_font_without_a_table_that_all_need_is_told(folder: Path, table: str) -> None:
    without(table, folder / "bad.ttf")
    (said,) = told()
    assert f"bad.ttf:1: font: the font has no table {table}; copy it again" in said


@pytest.mark.parametrize(
    ("change", "wrong"),
    [
        (lambda font: setattr(font["name"], "names", []), "the font has no name"),
        (lambda font: setattr(font["cmap"], "tables", []), "the font has no characters of Unicode"),
    ],
)
def test_a_font_without_name_or_characters_is_told(
    folder: Path, change: Callable[[TTFont], None], wrong: str
) -> None:
    with TTFont(FONT) as font:
        change(font)
        font.save(folder / "bad.ttf")
    (said,) = told()
    assert f"bad.ttf:1: font: {wrong}; " in said


def test_a_font_with_a_table_of_nonsense_is_told(folder: Path) -> None:
    with TTFont(FONT, lazy=True) as font:
        place = font.reader.tables["cmap"].offset
    (folder / "bad.ttf").write_bytes(WHOLE[:place] + b"\xff" * 64 + WHOLE[place + 64 :])
    (said,) = told()
    assert "bad.ttf:1: font: it cannot be read as a font (" in said


def test_all_are_told_at_once_and_a_whole_one_is_not(folder: Path) -> None:
    for name, data in (("a.ttf", b"x"), ("b.ttf", WHOLE), ("c.ttf", b"")):
        (folder / name).write_bytes(data)
    assert [line.split(":")[0] for line in told()] == [
        "templates/fonts/f/a.ttf",
        "templates/fonts/f/c.ttf",
    ]
    (folder / "a.ttf").unlink()
    (folder / "c.ttf").write_bytes(WHOLE)
    font_files.check()
    (folder / "c.ttf").write_bytes(WHOLE[:-9])
    assert len(told()) == 1, "what was whole is looked at again when it changes"


@pytest.mark.parametrize("verb", ["check", "build"])
def test_it_is_told_once_for_all_statements(
    folder: Path, build: Build, statement: Write, verb: str
) -> None:
    (folder / "bad.ttf").write_text("x")
    result = build(verb, statement(name="a.en.md"), statement(name="b.en.md"))
    assert result.code == 1
    lines = [line for line in result.err.splitlines() if line.startswith("templates/fonts/f/bad")]
    assert len(lines) == 1
    assert lines[0].startswith("templates/fonts/f/bad.ttf:1: font: it is not a font; ")
    assert "mistake of the program" not in result.err
