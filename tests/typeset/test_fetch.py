"""Nothing outside the page gets into the PDF, whatever the page asks for."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from communique.compose.page import Page, compose
from communique.content.content import content_of
from communique.design import edition
from communique.model.faults import DesignError, StatementError
from communique.pdf_reading.reading import Reading
from communique.read.source import read
from communique.typeset.engine import typeset
from communique.typeset.fetch import Fetcher

FILE = "file:///etc/hostname"
SVG = "data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'>{}</svg>"


@pytest.fixture
def page(tmp_path: Path) -> Page:
    path = tmp_path / "t.en.md"
    path.write_text("---\ntitle: T\n---\n\nWords.\n", encoding="utf-8")
    return compose(content_of(read(path), edition.load("standard")))


@pytest.mark.parametrize(
    "body",
    [
        f'<img src="{FILE}" alt="x">',
        '<img src="http://127.0.0.1:9/x.png" alt="x">',
        '<img src="ftp://127.0.0.1/x.png" alt="x">',
        '<img src="x.png" alt="x">',
        '<img src="../../etc/hostname" alt="x">',
        f'<a rel="attachment" href="{FILE}">x</a>',
        f'<link rel="stylesheet" href="{FILE}">',
        '<style>@import "http://127.0.0.1:9/x.css";</style>',
        f"<style>@font-face {{ font-family: q; src: url({FILE}) }} p {{ font: 9pt q }}</style>",
        f"<style>p {{ background: url({FILE}) }}</style>",
        f"<style>@color-profile --a {{ src: url({FILE}) }}</style>",
        '<base href="file:///etc/"><img src="hostname" alt="x">',
        '<img alt="x" src="' + SVG.format(f"<image href='{FILE}' width='9' height='9'/>") + '">',
    ],
)
def test_what_lies_outside_the_page_is_refused(page: Page, body: str) -> None:
    other = replace(page, html=page.html.replace("<main>", f"<main>{body}"))
    with pytest.raises((StatementError, DesignError)):
        typeset(other)


def test_a_page_cannot_attach_a_file(page: Page) -> None:
    link = f'<link rel="attachment" href="{FILE}"></head>'
    made = typeset(replace(page, html=page.html.replace("</head>", link)))
    assert list(Reading(made.pdf).attachments) == ["t.en.md"]


def test_data_of_the_page_itself_is_read() -> None:
    assert Fetcher().fetch("data:text/plain,water").read() == b"water"


@pytest.mark.parametrize("url", [FILE, "http://example.org", "FILE:///etc/hostname", "x", ""])
def test_the_fetcher_opens_nothing_else(url: str) -> None:
    with pytest.raises(ValueError, match="nothing outside the page is fetched"):
        Fetcher().fetch(url)
