"""Spaces that do not break in what stands around the body, and plain ones in what no line shows."""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING

import pytest

from communique.compose.inline.line_breaks import NARROW, NO_BREAK
from communique.compose.page import compose
from communique.content.content import content_of
from communique.design import edition
from communique.design import theme as themes
from communique.model.values import Phrase
from communique.read.source import read

if TYPE_CHECKING:
    from tests.conftest import Write

#: Every field that is printed, each once with words between which no line ends.
STATEMENT = """---
title: The title of Article 5
subtitle: The subtitle of Article 5
kind: The kind of Article 5
byline: The by-line of Article 5
event: The event of Article 5
place: The place of Article 5
symbol: The symbol of Article 5
authenticity: translation
issued: 2024-05-02
updated: 2024-05-03
issuers:
  - name: The name of Article 5
    office: The office of Article 5
    country: The country of Article 5
contact: The contact of Article 5
contents: true
abbreviations: {Rule 9: what we agreed}
editors: [The note of Article 5]
signatures:
  place: The town of Article 5
  date: 2024-05-04
  signatories: [{name: The signatory of Article 5, office: The seat of Article 5}]
---

We met under Rule 9 here.

## The heading of Article 5

| The head of Article 7 |
|---|
| The cell of Article 7 |

## The next heading

Two.
"""
ISSUERS = STATEMENT.replace("byline: The by-line of Article 5\n", "")


def shown(html: str) -> str:
    """Return what the page shows, without its tags and its head, with ~ for a no-break space."""
    body = html[html.index("<body") :]
    return unescape(re.sub(r"<[^>]*>", "|", body)).replace(NO_BREAK, "~").replace("\u2060", "")


@pytest.mark.parametrize("text", [STATEMENT, ISSUERS], ids=["by-line", "list of issuers"])
def test_every_text_on_the_page_is_bound(statement: Write, text: str) -> None:
    words = shown(compose(content_of(read(statement(text)), edition.load("standard"))).html)
    assert re.findall(r"[^|]*(?:Article|Rule) \d|[^|]*\d May", words) == []
    fields = "title subtitle kind event place symbol contact note town signatory seat country"
    others = "by-line" if text == STATEMENT else "name office"
    for field in f"{fields} {others}".split():
        assert re.search(rf"The {field} of[ ~]Article~5", words), field
    assert "The heading of Article~5" in words, "in the list of contents"
    assert "The heading of~Article~5" in words
    assert "Rule~9" in words, "an abbreviation"
    assert "The head of Article~7" in words
    assert "The cell of Article~7" in words
    assert [day for day in "234" if f"{day}~May~2024" not in words] == []


def test_no_line_ends_within_a_short_part_of_a_value(statement: Write) -> None:
    text = "---\ntitle: Lamps\nplace: the hall · not for the press\n---\n\nOne.\n"
    words = shown(compose(content_of(read(statement(text)), edition.load("standard"))).html)
    assert "the~hall · not~for~the~press" in words


def test_a_time_stays_with_its_zone_at_the_end_of_a_value(statement: Write) -> None:
    text = (
        "---\ntitle: Lamps\nplace: the great hall of Halvick (UTC+01:00), 11:00 UTC\n---\n\nOne.\n"
    )
    words = shown(compose(content_of(read(statement(text)), edition.load("standard"))).html)
    assert "(UTC+01:00), 11:00~UTC" in words


def test_what_no_line_shows_keeps_its_plain_spaces(statement: Write) -> None:
    html = compose(content_of(read(statement(STATEMENT)), edition.load("standard"))).html
    assert NO_BREAK not in html[: html.index("<body")]
    assert "<title>The title of Article 5</title>" in html
    attributes = re.findall(r'(?:data-running|data-foot|data-section|data-label)="([^"]*)"', html)
    assert "The symbol of Article 5 · 2 May 2024" in attributes[1].split("\n")
    assert "The heading of Article 5" in attributes
    assert NO_BREAK not in "".join(attributes)


def test_a_phrase_is_bound_as_its_own_language_has_it(statement: Write) -> None:
    event = "event: {text: 'La règle no 7 du 12 mai : « oui »', language: fr}"
    text = f"---\ntitle: No 7\n{event}\nplace: No 7 du 12 mai\n---\n\nOne.\n"
    words = shown(compose(content_of(read(statement(text)), edition.load("standard"))).html)
    assert "La règle no~7 du 12~mai~: «~oui~»" in words
    assert "No 7 du 12 mai" in words, "which is no English"


def test_a_phrase_in_a_language_unknown_to_the_cldr_is_bound_as_every_other(
    statement: Write,
) -> None:
    text = "---\ntitle: A\nplace: {text: 'Grad: 12 000 km', language: cnr}\n---\n\nOne.\n"
    assert "Grad: 12~000~km" in shown(
        compose(content_of(read(statement(text)), edition.load("standard"))).html
    )


def test_the_contact_of_a_theme_is_bound(statement: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    named = themes.load(themes.DEFAULT).model_copy(
        update={"contact": (Phrase(text="Press, Section 5"),)}
    )
    monkeypatch.setattr(themes, "load", lambda _: named)
    content = content_of(read(statement("---\ntitle: A\n---\n\nOne.\n")), edition.load("standard"))
    assert "Press, Section~5" in shown(compose(content).html)


def test_what_is_bound_in_a_title_fits_a_narrow_column(statement: Write) -> None:
    text = "---\ntitle: 'Sur « 1 000 000 000 000 000 000 000 000 000 » et'\n---\n\nUn.\n"
    words = shown(
        compose(content_of(read(statement(text, "a.fr.md")), edition.load("standard"))).html
    )
    runs = [run for run in re.split(r"[ |\n]", words) if "~" in run]
    assert runs
    assert max(map(len, runs)) <= NARROW
