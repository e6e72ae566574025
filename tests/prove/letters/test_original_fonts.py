"""Other forms of glyphs, such as lining figures, are looked up in the file that a font is from."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from communique.design import templates
from communique.pdf_reading.fonts.other_forms import other_forms
from communique.prove.letters import original_fonts
from communique.store import cache
from communique.store.paths import TEMPLATES
from communique.typeset.engine import typeset
from tests.prove.conftest import changed, complaints, composed
from tests.prove.letters.test_characters import leading, said_as

if TYPE_CHECKING:
    from collections.abc import Iterator

    from communique.compose.page import Page
    from communique.pdf_reading.fonts import Font
    from communique.pdf_reading.piece import Piece

_TABLE = """\
---
title: Shares
issued: 2024-05-02
---

| State | Share |
| :--- | ---: |
| One | 6,091 |
| Other | 2,847 |
"""


@pytest.fixture(scope="module")
def table(tmp_path_factory: pytest.TempPathFactory) -> Page:
    return composed(tmp_path_factory.mktemp("shares"), _TABLE, "shares.en.md")


@pytest.fixture
def serif(run: Piece) -> Font:
    """Return a font that is a part of the first serif one of the program."""
    return replace(run.font, name="ABCDEF+Source-Serif-4,")


@pytest.fixture
def forgotten(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Have nothing kept, in memory or on the disk."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    templates.forget()
    yield
    templates.forget()


def test_lining_figures_are_printed_and_proven(table: Page) -> None:
    assert complaints(table, typeset(table)) == []


@pytest.mark.parametrize(("old", "new"), [("6", "9"), ("9", "6"), ("0", "8"), ("2", "7")])
def test_a_lining_figure_that_is_copied_as_another_one_is_named(
    table: Page, old: str, new: str
) -> None:
    found = complaints(table, changed(typeset(table), said_as(old, new)))
    assert f"1: letters: page 1: {old} is drawn and copied as {new}" in found


def test_a_lining_figure_that_is_drawn_as_another_one_is_named(table: Page) -> None:
    found = complaints(table, changed(typeset(table), leading("6", "9")))
    assert "1: letters: page 1: 9 is drawn and copied as 6" in found


@pytest.mark.usefixtures("forgotten")
def test_what_is_kept_is_what_the_file_says(serif: Font) -> None:
    path = TEMPLATES / "fonts" / "source-serif-4" / "SourceSerif4-Regular.ttf"
    wanted = other_forms(path.read_bytes())
    assert original_fonts.forms(serif) == wanted
    assert list(Path(cache.folder()).glob("forms-*"))
    templates.forget()
    assert original_fonts.forms(serif) == wanted


def test_a_font_of_no_file_has_no_other_forms(serif: Font) -> None:
    assert original_fonts.forms(replace(serif, name="ABCDEF+Elsewhere")) == {}


@pytest.mark.usefixtures("forgotten")
def test_a_font_may_call_itself_regular_where_the_engine_does_not(serif: Font) -> None:
    amiri = replace(serif, name="ABCDEF+Amiri")
    vars(amiri)["characters"] = {}
    assert original_fonts.forms(amiri) != {}
    assert original_fonts.forms(replace(amiri, name="ABCDEF+Amiri-Semi")) == {}


def test_a_font_whose_glyphs_have_other_numbers_has_no_other_forms(serif: Font) -> None:
    assert original_fonts.forms(serif) != {}
    other = replace(serif)
    vars(other)["characters"] = {1: frozenset("Z")}
    assert original_fonts.forms(other) == {}


@pytest.mark.usefixtures("forgotten")
def test_a_damaged_font_file_is_passed_over(
    serif: Font, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    damaged = tmp_path / "damaged.ttf"
    damaged.write_bytes(b"\0\1\0\0\0\2")
    monkeypatch.setattr(templates, "fonts", lambda: [damaged])
    assert original_fonts.forms(serif) == {}
