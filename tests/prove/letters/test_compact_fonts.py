"""Fonts with outlines of PostScript (CFF), such as the Chinese ones, say what is drawn, too."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from communique.typeset.engine import typeset
from tests.prove.conftest import changed, complaints, composed
from tests.prove.letters.test_characters import said_as

if TYPE_CHECKING:
    from pathlib import Path

    from communique.compose.page import Page

_TEXT = """\
---
title: 河流
---

两国在桥边会面，谈了12件事。
"""


@pytest.fixture(scope="module")
def chinese(tmp_path_factory: pytest.TempPathFactory) -> Page:
    folder: Path = tmp_path_factory.mktemp("river")
    return composed(folder, _TEXT, "river.zh.md")


def test_a_page_in_chinese_is_proven(chinese: Page) -> None:
    assert complaints(chinese, typeset(chinese)) == []


@pytest.mark.parametrize(("old", "new"), [("桥", "河"), ("，", "。"), ("1", "2"), ("桥", "")])
def test_a_glyph_that_is_copied_as_another_character_is_named(
    chinese: Page, old: str, new: str
) -> None:
    found = complaints(chinese, changed(typeset(chinese), said_as(old, new)))
    assert f"1: letters: page 1: {old} is drawn and copied as {new or 'nothing'}" in found


@pytest.mark.parametrize("name", ["river.zh.md", "river.ja.md"])
def test_a_dash_is_one_where_it_is_drawn_as_a_bar(tmp_path: Path, name: str) -> None:
    text = f"{_TEXT}\n一 — 二。\n\n一――二。\n"
    page = composed(tmp_path, text, name)
    assert complaints(page, typeset(page)) == []
