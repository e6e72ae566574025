"""Lines under and through what changed are drawn, and bars beside it; what lacks one is noticed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from communique.typeset.lines import bars

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.prove.conftest import Spoil

NOT_UNDER = "this was inserted and is not underlined, or the other way"
NOT_THROUGH = "this was deleted and is not struck through, or the other way"
NO_BAR = "this has changed, and no bar is beside it"


@pytest.mark.parametrize(
    ("styles", "told"),
    [
        ("ins, ins * { text-decoration: none }", NOT_UNDER),
        ("ins, ins * { text-decoration-color: #eee }", NOT_UNDER),
        ("ins, ins * { text-underline-offset: 1em }", NOT_UNDER),
        ("ins, ins * { text-decoration: line-through }", NOT_UNDER),
        ("th { text-decoration: underline }", NOT_UNDER),
        ("del, del * { text-decoration: none }", NOT_THROUGH),
        ("del, del * { text-decoration-color: #eee }", NOT_THROUGH),
        ("del, del * { text-decoration: underline currentColor }", NOT_THROUGH),
        ("@page { @right-middle { content: none } }", NO_BAR),
        ("@page { @right-middle { border-left-color: #ddd } }", NO_BAR),
        ("@page { @right-middle { border-left-width: 9pt } }", NO_BAR),
        ("@page { @right-middle { margin-left: -5mm } }", NO_BAR),
    ],
)
def test_a_line_or_bar_that_is_not_drawn_as_it_should_be_is_noticed(
    reset: Spoil, styles: str, told: str
) -> None:
    assert any(told in each for each in reset(styles=styles))


def test_words_that_did_not_change_may_not_be_struck_through(reset: Spoil) -> None:
    told = reset(styles="h2 { text-decoration: line-through }")
    assert any("struck through" in each for each in told)


def test_a_bar_beside_a_line_that_did_not_change_is_noticed(reset: Spoil) -> None:
    html = '<h2 class="section"', '<h2 data-change="inserted" class="section"'
    told = reset(*html)
    assert any("a bar is beside this, which has not changed: Trade" in each for each in told)


@pytest.mark.parametrize(("up", "down"), [(30.0, 0.0), (0.0, 30.0), (200.0, 200.0)])
def test_a_bar_that_goes_on_beyond_its_lines_is_noticed(
    reset: Spoil, monkeypatch: pytest.MonkeyPatch, up: float, down: float
) -> None:
    joined = bars._joined

    def longer(places: list[tuple[float, float]]) -> Iterator[tuple[float, float]]:
        yield from ((begin - up, end + down) for begin, end in joined(places))

    monkeypatch.setattr(bars, "_joined", longer)
    told = reset()
    assert any("a bar goes on beyond this" in t or "a bar is beside this" in t for t in told)


def test_the_rule_under_a_cell_that_its_words_fill_is_no_line_under_them(reset: Spoil) -> None:
    filled = "table { width: auto } tbody tr:first-child .first { font-size: 36pt; line-height: 2 }"
    assert reset(styles=filled) == []
    told = reset(styles=f"{filled} tbody tr:first-child .first {{ text-decoration: underline }}")
    assert any(f"{NOT_UNDER}: c" in each for each in told)
