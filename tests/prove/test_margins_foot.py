"""The lines that a theme has in the foot of each page: what pages are refused for."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from communique.compose.page import compose
from communique.content.content import content_of
from communique.design import edition
from communique.design.language import english_name
from communique.model.faults import ProofError
from communique.pdf_reading.tag_tree import Block
from communique.prove import margins, prove
from communique.read.source import read
from communique.typeset.engine import typeset
from tests.prove.conftest import complaints, composed
from tests.prove.texts import text, with_foot

if TYPE_CHECKING:
    from communique.compose.page import Page
    from communique.content.text import Text
    from communique.pdf_reading.piece import Piece

STREET, HEBREW, WEB = "12 Long Quay (East)", "12 רחוב הנמל (מזרח)", "www.lights.example"


@pytest.fixture(scope="module", params=["a.en.md", "a.he.md"])
def footed(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Page:
    path = tmp_path_factory.mktemp("foot") / request.param
    path.write_text(f"---\ntitle: A\n---\n\n{'The nets and the lines. ' * 300}\n", "utf-8")
    content = content_of(read(path), edition.load("standard"))
    return compose(with_foot(content, [STREET], [HEBREW, WEB]))


def kind(page: Page) -> str:
    """Return how the edition and the language of a page are told."""
    return f"standard ({english_name(page.content.versions[0].language.tag)})"


def told(footed: Page, first: list[str], each: list[str], styles: str = "") -> list[str]:
    """Return what is said of the page where it must have these lines instead."""
    page = replace(footed, styles=footed.styles + styles)
    other = replace(page, content=with_foot(footed.content, first, each))
    found = (each.partition(": words: ") for each in complaints(other, typeset(page)))
    return [wrong for _, key, wrong in found if key]


def test_lines_in_both_directions_stand_in_the_foot_of_their_pages(footed: Page) -> None:
    assert told(footed, [STREET], [HEBREW, WEB]) == []


def test_a_line_in_the_foot_of_another_page_is_refused(footed: Page) -> None:
    found = told(footed, [], [STREET, HEBREW, WEB])
    assert f"page 2 does not say {STREET} {HEBREW} {WEB} in {kind(footed)}" in found
    assert not any("page 1 " in each for each in found)


@pytest.mark.parametrize(
    ("first", "each"),
    [
        ([HEBREW], [STREET, WEB]),
        ([STREET, "Floor 3"], [HEBREW, WEB]),
    ],
)
def test_other_lines_in_the_foot_are_refused(
    footed: Page, first: list[str], each: list[str]
) -> None:
    wrong = f"page 1 does not say {' '.join([*first, *each])} in {kind(footed)}"
    assert wrong in told(footed, first, each)


def test_lines_in_a_foot_that_has_none_are_refused(footed: Page) -> None:
    assert any(each.startswith("on page 1 but not in the text: ") for each in told(footed, [], []))


def test_a_mark_over_the_page_does_not_hide_its_foot(footed: Page) -> None:
    mark = "@page { @top-left-corner { content: 'Draft' } }"
    said = told(footed, [STREET], [HEBREW, WEB], mark)
    assert set(said) == {
        f"on page {n} but not in the text: Draft" for n in (2, 3)
    }  # page 1 has none there


def test_lines_that_are_said_twice_are_taken_once(run: Piece) -> None:
    drawn = (("Quay", 40.0), ("Norhavn", 30.0))
    lines = [
        Block("", (replace(run, glyphs=tuple(words), baseline=height),)) for words, height in drawn
    ]
    due = text("Quay Norhavn", line_ends=(5,))
    wanted: list[tuple[Text, ...]] = [(due,)]
    extra = [*lines, *lines]
    margins._take_lines(extra, wanted)
    assert (extra, wanted) == (lines, [])
    heads: list[tuple[Text, ...]] = [(text("Quay Norhavn"),)]
    margins._take_lines(extra, heads)
    assert (extra, heads) == ([], [])  # wherever the lines of a head end


@pytest.mark.parametrize(
    "line",
    [
        "www.harbours-ministry.gov.example",
        "press.office@ministry-of-harbours.example",
        "www.a-long-name-of-a-ministry-of-harbours.example",
        "www.lights.example/2024/05/12/6544/6654/5434",
        "Long Quay 12–14 (East), 1000 Northhaven (North), room 12",
    ],
)
@pytest.mark.parametrize("name", ["b.ar.md", "b.he.md"])
def test_a_broken_line_keeps_its_direction_on_a_page_from_right_to_left(
    tmp_path: Path, name: str, line: str
) -> None:
    page = composed(tmp_path, "---\ntitle: A\n---\n\nThe nets and the lines.\n", name)
    page = compose(with_foot(page.content, [], [line]))
    found = complaints(page, typeset(page))
    assert [each for each in found if ": words: " in each] == []


def test_lines_that_a_page_does_not_say_are_told_of_the_theme(
    footed: Page, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("communique.design.theme.line", lambda *_: (Path("own.yaml"), 5))
    other = replace(footed, content=with_foot(footed.content, [], [f"{STREET}, Floor 3", WEB]))
    with pytest.raises(ProofError) as error:
        prove(other.content, typeset(footed).pdf)
    (fault,) = (each for each in error.value.faults if "page 2 does not say" in each.wrong)
    assert (fault.path, fault.line) == (Path("own.yaml"), 5)
    assert fault.instead.endswith(f"no line is broken, above all “{STREET}, Floor 3”")


def test_a_foot_that_a_stylesheet_emptied_is_not_told_as_one_too_long(footed: Page) -> None:
    empty = typeset(compose(with_foot(footed.content, [], []))).pdf
    with pytest.raises(ProofError) as error:
        prove(with_foot(footed.content, [], [WEB]), empty)
    found = {fault.instead for fault in error.value.faults if WEB in fault.wrong}
    assert found == {"let no stylesheet empty the box that says them"}
