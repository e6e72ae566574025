"""What stands for the engine's way to parse styles in the tests: the pages are the same."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from communique.compose.page import Page, compose
from communique.content.content import content_of
from communique.design import edition
from communique.model.faults import DesignError
from communique.read.source import read
from communique.typeset import engine
from tests.parsed_styles import Parsed
from tests.samples import with_body

if TYPE_CHECKING:
    from pathlib import Path

    from weasyprint import CSS

    from tests.conftest import Write

pytestmark = pytest.mark.conformance
OWN = engine._css
#: Rules that win or lose by where they stand, in a layer or not, and ones that take part in all.
ADDED = (
    "",
    "h2 { color: #a00 }",
    "main > h2 { color: #a00 !important } h2 { color: #060; font-size: 30pt !important }",
    "@layer late { h2 { color: #a00; margin-top: 3em !important } }\n@layer later, late;",
    "h2::before { content: 'not ' counter(page) }",
    "@page { margin-top: 5cm; @bottom-left { content: 'foot'; color: #a00 } }",
    "@page :first { margin-top: 6cm }\n@media print { p { text-indent: 2em } }",
    "@font-face { font-family: Other; src: url(nowhere.ttf) }",
    "} h2 { color: #a00 } h2 { letter-spacing: 1pt }",
    ", h3 { color: #a00 } p { color: #00a }",
    "@import 'other.css'; h2 { color: #a00 }",
    "h2 { colr: #a00 }\np { color: #00a; }\n",
)


@pytest.fixture
def page(statement: Write) -> Page:
    path = statement(with_body("Words.\n\n## A heading\n\nOther words."))
    return compose(content_of(read(path), edition.load("standard")))


def outcome(page: Page) -> bytes | str:
    """Return the PDF, or what the engine says of the styles."""
    try:
        return engine.typeset(page).pdf
    except DesignError as error:
        return str(error)


@pytest.mark.parametrize("css", ADDED)
def test_a_page_with_added_rules_is_the_same_as_when_all_are_parsed_together(
    page: Page, css: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    more = replace(page, styles=page.styles + css)
    monkeypatch.setattr(engine, "_css", OWN)
    expected = outcome(more)
    calls = []

    def parse(styles: str, files: tuple[Path, ...]) -> CSS:
        calls.append(styles)
        return OWN.__wrapped__(styles, files)

    parsed = Parsed(parse)
    monkeypatch.setattr(engine, "_css", parsed)
    engine.typeset(page)
    assert outcome(more) == expected
    if css and "@import" not in css and isinstance(expected, bytes):
        assert more.styles not in calls, "it is parsed from where it differs"
