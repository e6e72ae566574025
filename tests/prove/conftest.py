"""A good PDF and ways to spoil it: each rule of the proof meets a document that breaks it."""

from __future__ import annotations

import io
from collections.abc import Callable
from copy import copy
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from pypdf import PdfWriter

from communique import prove
from communique.compose.page import Page, compose
from communique.content.content import content_of
from communique.design import edition
from communique.model.faults import Faults, ProofError
from communique.pdf_reading.reading import Reading
from communique.read.source import read
from communique.typeset.engine import Typeset, typeset

if TYPE_CHECKING:
    from pathlib import Path

    from communique.content.content import Content
    from communique.pdf_reading.piece import Piece

STATEMENT = """\
---
title: Joint statement on the river
kind: joint statement
issued: 2024-05-02
updated: 2024-05-03 09:30
event: Meeting of the Mill
issuers:
  - {name: Ada Brook, country: Upland, styled: "the Minister of Upland, Ada Brook"}
  - {name: Ben Ford, country: Lowland, styled: "the Minister of Lowland, Ben Ford"}
---

We met at the mill and spoke about the water.[^1]

## What we found

The gauges agree, and the dams hold.

1. The first point is about fish.
2. The second point is about boats.

| Place | Depth |
| --- | ---: |
| Weir | 41 |
| Ford | 7 |

> The river belongs to those who drink from it.

We thank the millers.

[^1]: Measured at noon on both banks.
"""
ARABIC = """\
---
title: بيان عن النهر
issued: 2024-05-02
---

التقينا عند الطاحونة وتحدثنا عن الماء في 3 أيار.

1. النقطة الأولى عن السمك.
"""
Spoil = Callable[..., list[str]]
Judge = Callable[..., list[str]]


def composed(folder: Path, text: str, name: str, kind: str = "standard") -> Page:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return compose(content_of(read(path), edition.load(kind)))


@pytest.fixture(scope="session")
def page(tmp_path_factory: pytest.TempPathFactory) -> Page:
    return composed(tmp_path_factory.mktemp("river"), STATEMENT, "river.en.md")


@pytest.fixture(scope="session")
def arabic(tmp_path_factory: pytest.TempPathFactory) -> Page:
    return composed(tmp_path_factory.mktemp("nahr"), ARABIC, "river.ar.md")


@pytest.fixture(scope="session")
def made(page: Page) -> Typeset:
    return typeset(page)


def complaints(page: Page, made: Typeset) -> list[str]:
    """Return what the proof says of `made`, each as "key: what is wrong", the line before it."""
    try:
        prove.prove(page.content, made.pdf)
    except ProofError as error:
        return [f"{fault.line}: {fault.key}: {fault.wrong}" for fault in error.faults]
    return []


@pytest.fixture(scope="session")
def opened(made: Typeset) -> Reading:
    """Return the good PDF opened, and what is drawn on its pages."""
    reading = Reading(made.pdf)
    assert reading.pieces
    return reading


@pytest.fixture
def judged(page: Page, opened: Reading) -> Judge:
    """Return what one rule says of the good PDF where the reader found something else in it.

    The reader's findings are given by their names: `pieces`, `tree`, `outline` and so on. What it
    finds with their help is found anew.
    """

    def judge(
        rule: Callable[[Content, Reading, Faults], None],
        content: Content | None = None,
        **found: object,
    ) -> list[str]:
        reading = copy(opened)
        del vars(reading)["pieces"]
        if "pictures" in found:
            del vars(reading)["_contents"]
        for name, value in found.items():
            assert hasattr(Reading, name) or name in vars(reading)
            vars(reading)[name] = value
        faults = Faults(page.content.statement.path)
        rule(content or page.content, reading, faults)
        return [f"{fault.line}: {fault.key}: {fault.wrong}" for fault in sorted(faults)]

    return judge


@pytest.fixture(scope="session")
def piece(made: Typeset) -> Piece:
    """Return a run of text in the middle of the first page."""
    (found,) = (each for each in Reading(made.pdf).pieces if each.text.startswith("We thank"))
    return found


@pytest.fixture
def run(piece: Piece) -> Piece:
    """Return a run of text of 10 pt in the middle of a page."""
    return replace(piece, left=200.0, right=300.0, baseline=400.0, size=10.0, mark=0, page=0)


@pytest.fixture
def reset(page: Page) -> Spoil:
    """Typeset the page with other HTML or more styles, and return what the proof says."""

    def spoiled(old: str = "", new: str = "", styles: str = "") -> list[str]:
        assert old in page.html
        other = replace(page, html=page.html.replace(old, new, 1), styles=page.styles + styles)
        return complaints(page, typeset(other))

    return spoiled


@pytest.fixture
def altered(page: Page, made: Typeset) -> Spoil:
    """Change the finished PDF, and return what the proof says."""

    def spoiled(change: Callable[[PdfWriter], object]) -> list[str]:
        return complaints(page, changed(made, change))

    return spoiled


def changed(made: Typeset, change: Callable[[PdfWriter], object]) -> Typeset:
    """Return a typeset page whose finished PDF was changed."""
    writer = PdfWriter(clone_from=io.BytesIO(made.pdf))
    change(writer)
    data = io.BytesIO()
    writer.write(data)
    return replace(made, pdf=data.getvalue())
