"""What a file says of itself, as the proof works it out from the statement."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import pytest

from communique.model.standards import STANDARDS
from communique.model.values import Phrase
from communique.prove import form, metadata

if TYPE_CHECKING:
    from communique.compose.page import Page
    from communique.content.content import Content

    from .conftest import Judge


def with_fields(page: Page, **fields: object) -> Content:
    """Return the content of a page whose front matter says something else."""
    (version,) = page.content.versions
    matter = version.statement.matter.model_copy(update=fields)
    changed = replace(version, statement=replace(version.statement, matter=matter))
    return replace(page.content, versions=(changed,))


def both(page: Page, arabic: Page) -> Content:
    return replace(page.content, versions=page.content.versions + arabic.content.versions)


def test_titles_and_headings_are_said_in_each_language(page: Page, arabic: Page) -> None:
    assert metadata.title(both(page, arabic)) == "Joint statement on the river / بيان عن النهر"
    assert metadata.headings(page.content) == ["What we found"]
    twice = replace(page.content, versions=page.content.versions * 2)
    assert metadata.headings(twice) == ["What we found / What we found"]


def test_issuers_are_said_with_what_is_known_of_them(page: Page) -> None:
    ada, ben = page.content.statement.matter.issuers
    office = ada.model_copy(update={"office": Phrase(text="Minister"), "country": None})
    union = ben.model_copy(update={"organisation": Phrase(text="Union")})
    assert metadata.authors(with_fields(page, issuers=(office, union))) == [
        "Ada Brook, Minister",
        "Ben Ford, Union, Lowland",
    ]


@pytest.mark.parametrize(
    ("kind", "event", "said"),
    [
        ("joint statement", "Meeting", "Joint statement, Meeting"),
        ("joint statement", None, "Joint statement"),
        (None, "Meeting", "Meeting"),
        (None, None, ""),
    ],
)
def test_the_kind_and_the_occasion_are_the_description(
    page: Page, kind: str | None, event: str | None, said: str
) -> None:
    phrases = {
        name: Phrase(text=text) if text else None
        for name, text in (("kind", kind), ("event", event))
    }
    assert metadata.description(with_fields(page, **phrases)) == said


def test_the_kind_and_the_occasion_are_said_in_each_language_and_the_same_once(page: Page) -> None:
    one = with_fields(page, kind=Phrase(text="joint statement"), event=Phrase(text="Meeting"))
    other = with_fields(page, kind=Phrase(text="letter"), event=Phrase(text="Meeting"))
    none = with_fields(page, kind=None, event=None)
    for contents, said in (
        ((one, other), "Joint statement, Meeting / Letter, Meeting"),
        ((other, one), "Letter, Meeting / Joint statement, Meeting"),
        ((one, one), "Joint statement, Meeting"),
        ((none, one), "Joint statement, Meeting"),
        ((none, none), ""),
    ):
        versions = tuple(version for each in contents for version in each.versions)
        together = replace(page.content, versions=versions)
        assert metadata.description(together) == together.description == said


def test_words_for_the_catalogue_are_said_once(page: Page) -> None:
    content = with_fields(page, keywords=("mill", "weir"))
    other = with_fields(page, keywords=("weir", "dam"))
    together = replace(content, versions=content.versions + other.versions)
    assert metadata.keywords(together) == "mill, weir, dam"


DAY, LATER = date(2024, 5, 2), datetime(2024, 5, 3, 9, 30)


@pytest.mark.parametrize(
    ("issued", "updated", "dates"),
    [
        (DAY, LATER, ("2024-05-02", "2024-05-03")),
        (DAY, None, ("2024-05-02", "2024-05-02")),
        (None, LATER, ("2024-05-03", "2024-05-03")),
        (None, None, (None, None)),
        (LATER.replace(tzinfo=UTC), None, ("2024-05-03T09:30:00+00:00",) * 2),
    ],
)
def test_a_file_was_created_and_modified_when_its_statement_was(
    page: Page, issued: date | None, updated: date | None, dates: tuple[str | None, str | None]
) -> None:
    assert metadata.dates(with_fields(page, issued=issued, updated=updated)) == dates


def test_the_standards_that_are_claimed_are_those_of_the_content(page: Page) -> None:
    assert metadata.claims(replace(page.content, standard=STANDARDS[1])) == {
        "PDF/A part": ("pdfaid", "3"),
        "PDF/A conformance": ("pdfaid", "A"),
        "PDF/UA part": ("pdfuaid", "1"),
    }
    assert metadata.claims(replace(page.content, standard=STANDARDS[2])) == {
        "PDF/A part": ("pdfaid", "4"),
        "PDF/A rev": ("pdfaid", "2020"),
        "PDF/A conformance": ("pdfaid", "F"),
        "PDF/UA part": ("pdfuaid", "2"),
        "PDF/UA rev": ("pdfuaid", "2024"),
    }


def test_a_file_may_have_words_for_the_catalogue(page: Page, judged: Judge) -> None:
    assert judged(form.metadata) == []
    assert "/Keywords" in metadata.INFORMATION
    assert {"pdf:Keywords", "dc:title", "dc:title/rdf:Alt"} <= metadata.paths(page.content)
    assert not {"pdf", "dc:subject", "dc:title/rdf:Bag"} & metadata.paths(page.content)
