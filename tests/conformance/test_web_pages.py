"""Web pages in a real browser: nothing keeps anybody from reading them, at any width."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from communique.content.content import content_of
from communique.content.text import Marks
from communique.content.texts import texts
from communique.design import edition
from communique.read.source import read
from communique.run import pipeline
from tests.samples import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser

pytestmark = [pytest.mark.conformance, pytest.mark.enable_socket]

STATEMENTS = [
    ROOT / "docs/example.en.md",
    ROOT / "source/copenhagen-quantum-2023.en.md",
    *(ROOT / f"tests/statements/meeting.{tag}.md" for tag in ("ar", "he", "zh-Hans", "pl")),
]
#: Widths of a telephone (the least of WCAG 2.2, 1.4.10), a tablet and a screen, in CSS pixels.
WIDTHS = (320, 768, 1280)
_RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    from playwright.sync_api import sync_playwright  # noqa: PLC0415  # of conformance alone

    path = shutil.which("chromium")
    assert path
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture(scope="module", params=STATEMENTS, ids=lambda path: path.name)
def page(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    statement = read(request.param)
    path = tmp_path_factory.mktemp("web") / f"{request.param.stem}.html"
    path.write_bytes(pipeline.make(statement, "standard", ("html",)).files["html"].data)
    return path


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", WIDTHS)
def test_axe_finds_nothing_and_no_page_scrolls_sideways(
    browser: Browser, page: Path, width: int, scheme: str
) -> None:
    from axe_playwright_python.sync_playwright import Axe  # noqa: PLC0415  # as above

    context = browser.new_context(
        viewport={"width": width, "height": 800},
        color_scheme="dark" if scheme == "dark" else "light",
    )
    opened = context.new_page()
    asked: list[str] = []
    opened.on("request", lambda request: asked.append(request.url))
    opened.goto(page.as_uri())
    sideways = opened.evaluate(
        "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    )
    found = Axe().run(opened, options={"runOnly": _RULES}).response["violations"]
    context.close()
    assert [(each["id"], each["nodes"][0]["html"]) for each in found] == []
    assert sideways == 0
    assert [url for url in asked if not url.startswith(("file:", "data:"))] == []


@pytest.mark.parametrize("statement", STATEMENTS, ids=lambda path: path.name)
def test_a_browser_shows_the_words_of_the_statement(
    browser: Browser, statement: Path, tmp_path: Path
) -> None:
    source = read(statement)
    path = tmp_path / "a.html"
    path.write_bytes(pipeline.make(source, "standard", ("html",)).files["html"].data)
    opened = browser.new_page()
    opened.goto(path.as_uri())
    shown = opened.inner_text("body").split()
    opened.close()
    content = content_of(source, edition.load("standard"), notes_at_end=True)
    due = [
        word
        for text in texts(content, marks=Marks(call="{}"))
        if text.role != "Figure" and not (text.role == "Lbl" and not text.words.strip("•"))
        for word in text.words.split()
    ]
    title = str(content.statement.matter.title).split()
    assert "".join(shown) == "".join(title + due)
