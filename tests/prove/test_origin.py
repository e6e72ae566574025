"""Origin: a page that was made of something else than its statement asks for is refused."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest  # pytest reads it

from communique.content.content import content_of
from communique.design import edition, language
from communique.prove import origin

if TYPE_CHECKING:
    from communique.compose.page import Page

    from .conftest import Judge

WRONG = "1: origin: the page was not made of {}"


def test_a_page_is_made_of_its_statement(judged: Judge, page: Page, arabic: Page) -> None:
    assert judged(origin.every_origin) == []
    pair = replace(page.content.versions[0].statement, beside=arabic.content.versions[0].statement)
    assert judged(origin.every_origin, content_of(pair, edition.load("parallel"))) == []


def test_all_versions_are_there_each_in_its_language(
    judged: Judge, page: Page, arabic: Page
) -> None:
    wrong = [WRONG.format("the versions of this statement, each in its language")]
    (english,), (other,) = page.content.versions, arabic.content.versions
    pair = content_of(
        replace(english.statement, beside=other.statement), edition.load("parallel")
    ).versions
    for versions in (
        (english, other),
        pair[:1],
        (pair[0], pair[0]),
        (replace(english, language=language.load("fr")),),
    ):
        assert judged(origin.every_origin, replace(page.content, versions=versions)) == wrong


def test_the_theme_is_that_of_the_statement(
    judged: Judge, page: Page, monkeypatch: pytest.MonkeyPatch
) -> None:
    theme = page.content.theme.model_copy(update={"contact": "press@example.org"})
    found = judged(origin.every_origin, replace(page.content, theme=theme))
    assert found == [WRONG.format("the statement’s theme")]
    (version,) = page.content.versions
    matter = version.statement.matter.model_copy(update={"theme": "harbour"})
    chosen = replace(version, statement=replace(version.statement, matter=matter))
    content = replace(page.content, versions=(chosen,), theme=theme)
    monkeypatch.setattr("communique.design.theme.load", {"harbour": theme}.__getitem__)
    assert judged(origin.every_origin, content) == []


def test_notes_stand_at_the_end_where_the_edition_has_them(judged: Judge, page: Page) -> None:
    theme = page.content.theme.in_type(serifs=False)
    large = replace(page.content, edition=edition.load("large-print"), theme=theme)
    assert judged(origin.every_origin, replace(large, notes_at_end=True)) == []
    assert judged(origin.every_origin, replace(page.content, notes_at_end=True)) == []
    assert judged(origin.every_origin, large) == [
        WRONG.format("notes at the end, where the edition has them")
    ]
