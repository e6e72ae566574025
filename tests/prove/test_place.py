from __future__ import annotations

from .conftest import Spoil


def test_text_that_runs_out_at_the_side_is_reported(reset: Spoil) -> None:
    found = reset("<p>We thank", '<p style="margin-left: 90mm; white-space: nowrap">We thank')
    assert found == ["1: width: page 1: text runs out at the side: We thank the millers."]


def test_text_below_the_type_area_is_reported(reset: Spoil) -> None:
    found = reset("<p>We thank", '<p style="position: fixed; bottom: -12mm">We thank')
    assert "1: place: page 1: text runs out of its area: We thank the millers." in found


def test_text_on_other_text_is_reported(reset: Spoil) -> None:
    found = reset("<p>We thank", '<p style="margin-top: -24pt">We thank')
    assert found == [
        "1: place: page 1: text is printed on other text: "
        "The river belongs to those who / We thank the millers."
    ]


def test_an_empty_page_is_reported(reset: Spoil) -> None:
    empty = '<div style="break-before: page; break-after: page; height: 10mm"></div>'
    assert reset("<h2", empty + "<h2") == ["1: place: page 2: the page is empty"]


def test_a_last_page_of_one_line_is_reported(reset: Spoil) -> None:
    found = reset("<p>We thank", '<p style="break-before: page">We thank')
    assert found == ["1: place: page 2: the last page holds a single line"]
