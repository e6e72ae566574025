"""In a real browser: a button that goes leaves the keyboard near, and nothing typed is lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.conformance import test_desk as real
from tests.desk.conftest import LIGHTS

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page

pytestmark = [pytest.mark.conformance, pytest.mark.enable_socket]

folder, address, page = real.folder, real.address, real.page
_AT = "document.activeElement."


@pytest.mark.parametrize("tab", ["body", "front"])
def test_it_goes_on_to_the_next_thing_to_settle(
    page: Page, address: str, folder: Path, tab: str
) -> None:
    unsettled = "unsettled:\n  - one\n  - two\n---\n\nN"
    (folder / f"source/{tab}.en.md").write_text(LIGHTS.replace("---\n\nN", unsettled), "utf-8")
    page.goto(f"{address}edit?file={tab}.en.md")
    real.until(page, "document.querySelectorAll('.remedy:enabled').length === 2")
    page.locator(f"#tab-{tab}").click()
    page.get_by_role("button", name="It is settled").first.press("Enter")
    assert page.evaluate(f"{_AT}id") in ("dock-title", ""), "the heading, or the button already"
    real.until(page, "document.querySelectorAll('.remedy:enabled').length === 1")
    real.until(page, f"{_AT}matches('.remedy')")
    page.keyboard.press("Enter")
    real.proven(page)
    real.until(page, f"{_AT}id === 'dock-title' || {_AT}id === 'tab-{tab}'")


def test_a_description_stays_where_its_picture_is_refused(
    page: Page, address: str, folder: Path
) -> None:
    (folder / "source/picture.en.md").write_text(LIGHTS, "utf-8")
    page.goto(f"{address}edit?file=picture.en.md")
    real.proven(page)
    real.dropped(page, "map.gif", b"GIF")
    page.locator("#description").fill("A map of the strait")
    page.evaluate("window.fetch = async () => new Response('It is no picture', { status: 422 })")
    page.get_by_role("button", name="Put it into the text").click()
    page.get_by_text("It is no picture").wait_for()
    assert page.locator("#description").input_value() == "A map of the strait"
