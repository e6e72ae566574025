"""Web pages in a real browser: nothing keeps anybody from reading them, at any width."""

from __future__ import annotations

from dataclasses import replace
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
    from pathlib import Path

    from playwright.sync_api import Browser

pytestmark = [pytest.mark.conformance, pytest.mark.enable_socket]

STATEMENTS = [
    ROOT / "docs/example.en.md",
    ROOT / "source/copenhagen-quantum-2023.en.md",
    *(ROOT / f"tests/statements/meeting.{tag}.md" for tag in ("ar", "he", "ja", "zh-Hans", "pl")),
]
#: A draft with all that the statements above have not.
RESOLUTION = """\
---
title: Resolution on the lights
kind: resolution
language: {language}
numbered: true
contents: true
theme: harbour
draft: {{version: 2}}
authenticity: translation
signatures:
  signatories: [{{name: Ada Holm, on_behalf: 'For Norland:'}}, {{name: Luc Ferrand}}]
---

*Recalling* the Convention[^1],

## Notes

: Costs of the works by State and by year, in millions of euros

| Work | {years} | Total |
|---|{marks}---:|
| Common watch room at Port-Saint-Luc | {costs} | 43.8 |

: Source: the Secretariat

### Text

> A light is a promise.

## Annex

[^1]: Done in 1954.
"""
THEME = """\
inherits: neutral
colours: {main: '#ffe680'}
sender: [Ministry of the Sea]
address: {place: foot, lines: [1 quai du Nord]}
emblem: {file: harbour.svg, text: A lighthouse}
"""
EMBLEM = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M3 0h3v9H0z"/></svg>'
#: Widths of a telephone (the least of WCAG 2.2, 1.4.10), a tablet and a screen, in CSS pixels.
WIDTHS = (320, 768, 1280)
#: Each width in one of the two schemes: what a reader cannot see depends on one or the other.
LOOKS = tuple(zip(WIDTHS, ("light", "dark", "light"), strict=True))
_RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def check(browser: Browser, page: Path, width: int, scheme: str) -> None:
    """Look at a page for what keeps anybody from reading it, and for what it asks for."""
    from axe_playwright_python.sync_playwright import Axe  # noqa: PLC0415  # of conformance alone

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
    unseen = opened.evaluate(
        "[...document.images].filter(it => !it.naturalWidth || !it.width).map(it => it.alt)"
    )
    found = Axe().run(opened, options={"runOnly": _RULES}).response["violations"]
    context.close()
    assert [(each["id"], each["nodes"][0]["html"]) for each in found] == []
    assert sideways == 0
    assert unseen == []
    assert [url for url in asked if not url.startswith(("file:", "data:"))] == []


def _beside(name: str) -> tuple[str, ...]:
    return f"{name}.pdf", f"{name}.txt"


def made(path: Path, folder: Path, other: Path | None = None, edition: str = "standard") -> Path:
    """Return the web page of the statement at `path`, with that at an `other` beside it, if any."""
    statement = replace(read(path), beside=read(other)) if other else read(path)
    proven = pipeline.make(statement, edition, ("html",), beside=_beside(path.stem))
    page = folder / f"{path.stem}.html"
    page.write_bytes(proven.files["html"].data)
    return page


@pytest.fixture(scope="module", params=STATEMENTS, ids=lambda path: path.name)
def page(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return made(request.param, tmp_path_factory.mktemp("web"))


@pytest.mark.parametrize(("width", "scheme"), LOOKS)
def test_axe_finds_nothing_and_no_page_scrolls_sideways(
    browser: Browser, page: Path, width: int, scheme: str
) -> None:
    check(browser, page, width, scheme)


def test_two_languages_side_by_side_keep_nobody_from_reading(
    browser: Browser, tmp_path: Path
) -> None:
    one, two = (ROOT / f"tests/statements/meeting.{tag}.md" for tag in ("en", "ar"))
    page = made(one, tmp_path, two, edition="parallel")
    for width, scheme in LOOKS:
        check(browser, page, width, scheme)


@pytest.mark.parametrize("language", ["en", "he"])
def test_a_theme_its_emblem_contents_and_a_wide_table_keep_nobody_from_reading(
    language: str, browser: Browser, project: Path, tmp_path: Path
) -> None:
    themes = project / "templates/themes"
    themes.mkdir(parents=True)
    (themes / "harbour.yaml").write_text(THEME, "utf-8")
    (themes / "harbour.svg").write_text(EMBLEM, "utf-8")
    every = [f"{side} {year}" for side in ("Norland", "Valdore") for year in (2026, 2027, 2028)]
    path = tmp_path / f"resolution.{language}.md"
    path.write_text(
        RESOLUTION.format(
            language=language,
            years=" | ".join(every),
            marks="---:|" * len(every),
            costs=" | ".join("12.5" for _ in every),
        ),
        "utf-8",
    )
    page = made(path, tmp_path)
    for width, scheme in LOOKS:
        check(browser, page, width, scheme)
    opened = browser.new_page(viewport={"width": 320, "height": 800})
    opened.goto(page.as_uri())
    inside = opened.evaluate(
        "(() => { const it = document.querySelector('caption').getBoundingClientRect();"
        " return it.left >= 0 && it.right <= innerWidth })()"
    )
    leads = opened.evaluate(
        "[...document.querySelectorAll('nav a')].map(each => "
        "document.getElementById(each.hash.slice(1)).textContent)"
    )
    opened.close()
    assert inside
    assert leads == ["Notes", "Text", "Annex"]


def test_a_browser_shows_the_words_of_the_statement(browser: Browser, page: Path) -> None:
    source = read(next(path for path in STATEMENTS if path.stem == page.stem))
    opened = browser.new_page()
    opened.goto(page.as_uri())
    shown = opened.inner_text("body").split()
    opened.close()
    content = content_of(source, edition.load("standard"), notes_at_end=True)
    due = [
        word
        for text in texts(content, marks=Marks(call="{}", contents=True))
        if text.role != "Figure" and not (text.role == "Lbl" and not text.words.strip("•"))
        for word in text.words.split()
    ]
    due += _beside(page.stem)
    title = str(content.statement.matter.title).split()
    assert "".join(shown) == "".join(title + due)


#: Figures and symbols, each where another kind of text stands.
_ORDERED = """\
---
title: {words} 79/1/A
issued: 2026-03-12
symbol: 79/1/B
contact: {words} 02 541 41 00
contents: true
numbered: true
signatures: {{place: {words} 3(d), signatories: [{{name: {words}, on_behalf: {words} C++}}]}}
---

{words} +00 12 34 56 78, {words} **{words} −5**[^1], {words} 2026-03-12 {words} 20 °C.

## {words} 3(b)

: {words} 3(c)

| {words} | {words} 15 000 |
|---|---|
| 10 − 3 = 7 | {words} 14 000 |

[^1]: {words} 79/2/A.
"""
_FIGURES = {
    "h1": "79/1/A", ".aside": "79/1/B", ".foot dd": "02 541 41 00", "nav a": "3(b)",
    ".signed-at": "3(d)", ".on-behalf": "C++", "h2[id]:not([id*=notes])": "3(b)",
    "caption": "3(c)", "th + th": "15 000", "td": "10 − 3 = 7", "td + td": "14 000",
    ".note > div": "79/2/A",
}  # fmt: skip
_IN_TEXT = ("+00 12 34 56 78", "−5", "2026-03-12", "20 °C")
#: The signs of a part of a page as they are seen: line by line, and from left to right.
_SEEN = """selector => {
  const signs = [], texts = document.createTreeWalker(
    document.querySelector(selector), NodeFilter.SHOW_TEXT)
  while (texts.nextNode()) for (let at = 0; at < texts.currentNode.length; at++) {
    const range = document.createRange()
    range.setStart(texts.currentNode, at)
    range.setEnd(texts.currentNode, at + 1)
    const box = range.getBoundingClientRect()
    if (box.width) signs.push([box.bottom, box.left, texts.currentNode.data[at]])
  }
  signs.sort((one, other) =>
    Math.abs(one[0] - other[0]) > 8 ? one[0] - other[0] : one[1] - other[1])
  let line = signs[0][0]
  return signs.map(([bottom, , sign]) => {
    const begins = bottom - line > 8
    line = bottom
    return (begins ? "\\n" : "") + sign
  }).join("")
}"""


def _ordered(tag: str, words: str, folder: Path) -> Path:
    path = folder / f"order.{tag}.md"
    path.write_text(_ORDERED.format(words=words), "utf-8")
    return path


@pytest.mark.parametrize(("tag", "words"), [("ar", "الوثيقة"), ("he", "מסמך")])
@pytest.mark.parametrize("width", [320, 1280])
def test_a_browser_shows_figures_whole_and_in_their_order_in_a_text_from_right_to_left(
    browser: Browser, tmp_path: Path, tag: str, words: str, width: int
) -> None:
    opened = browser.new_page(viewport={"width": width, "height": 800})
    opened.goto(made(_ordered(tag, words, tmp_path), tmp_path).as_uri())
    for place, figures in (*_FIGURES.items(), *((".numbered", each) for each in _IN_TEXT)):
        assert figures in opened.evaluate(_SEEN, place).replace("\u00a0", " ")
    opened.close()


def test_it_does_so_beside_a_text_from_left_to_right(browser: Browser, tmp_path: Path) -> None:
    one, two = (_ordered(tag, each, tmp_path) for tag, each in (("en", "Words"), ("ar", "الوثيقة")))
    page = made(one, tmp_path, two, edition="parallel")
    opened = browser.new_page(viewport={"width": 1280, "height": 800})
    opened.goto(page.as_uri())
    for side in ("ltr", "rtl"):
        for place, figures in (*_FIGURES.items(), *((".numbered", each) for each in _IN_TEXT)):
            seen = opened.evaluate(_SEEN, f".version[dir={side}] {place}")
            assert figures in seen.replace("\u00a0", " ")
    opened.close()
