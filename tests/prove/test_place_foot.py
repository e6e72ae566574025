"""The lines that a theme has in the foot have room there: what is told where they have not."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from communique.prove import place
from communique.prove.place import theme_foot
from tests.prove.texts import with_foot

if TYPE_CHECKING:
    from collections.abc import Callable

    from communique.compose.page import Page
    from communique.pdf_reading.piece import Piece
    from communique.pdf_reading.reading import Reading
    from tests.prove.conftest import Judge

    Told = Callable[..., list[str]]

#: The lowest line stands 5 mm above the edge of the paper.
LOWEST = 5 * 72 / 25.4
STREET, WEB = "Long Quay 12", "www.lights.example"
BOTH = f"address (“{STREET}”) and foot (“{WEB}”)"
LONG = "Office of the Keeper of the Lights of the Grey Strait"


@pytest.fixture
def told(judged: Judge, page: Page, opened: Reading, run: Piece) -> Told:
    """Return what is said of lines that are drawn on a page, each given by its words and height."""

    def found(
        first: list[str],
        each: list[str],
        *drawn: tuple[str, float],
        next_page: tuple[str, float] = ("", 40.0),
        on: int = 0,
        mark: int | str = "Artifact",
    ) -> list[str]:
        pieces = [
            replace(run, glyphs=tuple(words), baseline=height, page=on, mark=mark)
            for words, height in drawn
        ]
        words, height = next_page
        last = replace(run, glyphs=tuple(words), baseline=height, page=1, mark="Artifact")
        pieces += [last] if words else []
        content, pages = with_foot(page.content, first, each), [*opened.pages] * 2
        said = judged(theme_foot.room, content, pieces=pieces, pages=pages)
        return [each.removeprefix("1: foot: ") for each in said]

    return found


def test_lines_that_stand_too_low_are_counted(told: Told) -> None:
    for lowest, said in (
        (LOWEST + 0.1, []),
        (
            LOWEST - 9,
            [f"the foot of page 1 has room for 1 line in standard (English), and {BOTH} take 2"],
        ),
    ):
        assert told([STREET], [WEB], (STREET, 40.0), (WEB, lowest)) == said
    three = (STREET, 40.0), (f" {WEB[:8]} ", 5.04), (WEB[8:], 4.96)
    assert told([STREET], [WEB], *three) == [
        f"the foot of page 1 has room for 1 line in standard (English), and {BOTH} take 2"
    ]


def test_each_page_has_room_of_its_own(told: Told) -> None:
    assert told([STREET], [WEB], (STREET, 40.0), (WEB, 20.0), next_page=(WEB, 3.0)) == [
        f"the foot of page 2 has no room for foot (“{WEB}”) in standard (English)"
    ]


def test_lines_of_other_pages_and_of_the_text_are_none_of_the_foot(told: Told) -> None:
    low = (STREET, 3.0)
    assert told([STREET], [WEB], low) != []
    assert told([STREET], [WEB], low, on=1) == []
    assert told([], [STREET], low, on=1) != []
    assert told([STREET], [WEB], low, mark=7) == []
    assert told([STREET], [WEB], ("Elsewhere", 3.0)) == []
    assert told([STREET], [WEB], (" ", 3.0)) == []
    assert told([STREET], [WEB], (f"{STREET[::-1]} ", 3.0)) != []
    assert told([STREET], [WEB], ("12 yauQ Long", 3.0)) != []
    assert told([STREET], [WEB], (f"{STREET} Elsewhere", 3.0)) == []


@pytest.mark.parametrize(("heights", "is_named"), [((19.0, 6.0), False), ((19.0, 9.0, 6.0), True)])
def test_the_longest_line_is_named_where_lines_are_broken(
    judged: Judge, page: Page, run: Piece, heights: tuple[float, ...], *, is_named: bool
) -> None:
    pieces = [
        replace(run, glyphs=tuple("the"), baseline=height, mark="Artifact") for height in heights
    ]
    content = with_foot(page.content, [STREET], [LONG])
    messages: list[str] = []

    def rule(*given: object) -> None:
        theme_foot.room(*given)  # type: ignore[arg-type]  # what each rule is given
        messages.extend(fault.instead for fault in given[2])  # type: ignore[attr-defined]

    judged(rule, content, pieces=pieces)
    shorter = ", or write them shorter, above all “Office of the Keeper of the Lights of …”"
    assert messages == [
        f"take {['1 line', '2 lines'][is_named]} away{shorter if is_named else ''}, or put the "
        "address beside the text (place: margin), or give the edition a larger margin"
    ]


@pytest.mark.parametrize(("each", "key"), [([WEB], "foot"), ([], "address")])
def test_it_is_told_of_the_line_of_the_theme(
    told: Told, monkeypatch: pytest.MonkeyPatch, each: list[str], key: str
) -> None:
    lines = {"foot": 5, "address": 7}
    monkeypatch.setattr("communique.design.theme.line", lambda _, key="": (None, lines.get(key)))
    (said,) = told([STREET], each, (STREET, 3.0))
    assert said.startswith(f"{lines[key]}: foot: ")


def test_what_is_told_of_the_foot_is_not_told_again_of_its_place(
    judged: Judge, page: Page, run: Piece
) -> None:
    content = with_foot(page.content, [], [WEB])
    for words, height, count in ((WEB, 3.0, 0), ("Elsewhere", 3.0, 1), (WEB, 900.0, 1)):
        piece = replace(run, glyphs=tuple(words), baseline=height, mark="Artifact")
        assert len(judged(place.areas, content, pieces=[piece])) == count
