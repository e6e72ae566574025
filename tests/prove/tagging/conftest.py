"""What the tests of tags share: a page with every kind of tag, and the elements of a file."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import pytest
from pypdf import PdfWriter
from pypdf.generic import DictionaryObject

from communique.compose.page import Page, compose
from communique.content.content import content_of
from communique.design import edition
from communique.model.standards import STANDARDS
from communique.read.source import read
from communique.typeset.engine import Typeset, typeset
from tests.prove.conftest import changed, complaints
from tests.samples import png

if TYPE_CHECKING:
    from collections.abc import Iterator

TEXT = """\
---
title: On the river
abbreviations: {FAO: Food and Agriculture Organization}
issuers: [{name: Ada Brook}, {name: Ben Ford}]
contents: true
signatures: {signatories: [{name: Ada Brook}]}
contact: press@example.org
url: https://example.org/a
---

We met the FAO.[^1] It was *good* and **[useful](https://example.org/b)**.[^1]

## What we found

> The river belongs to all.

1. Fish.

   - Small ones.

2. Boats.

| Place | Depth |
| --- | --- |
| Weir | 41 |

![A gauge](gauge.png "At noon")

[^1]: Measured at noon.
"""
Change = Callable[[PdfWriter], object]
Pages = dict[int, tuple[Page, Typeset]]


@pytest.fixture(scope="session")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Pages:
    """Return the page and its PDF, by the part of PDF/UA."""
    folder = tmp_path_factory.mktemp("tree")
    (folder / "gauge.png").write_bytes(png(40, 30))
    (folder / "river.en.md").write_text(TEXT, "utf-8")
    made = {}
    for part, standard in STANDARDS.items():
        statement = read(folder / "river.en.md")
        page = compose(content_of(statement, edition.load("standard"), standard=standard))
        made[part] = page, typeset(page)
    return made


def found(pages: Pages, change: Change, part: int = 1) -> list[str]:
    """Return what the proof says where the PDF was changed."""
    page, made = pages[part]
    return complaints(page, changed(made, change))


def elements(writer: PdfWriter, role: str) -> Iterator[Any]:
    """Yield the structure elements of that role, in reading order."""

    def below(element: Any) -> Iterator[Any]:
        element = element.get_object()
        if not isinstance(element, DictionaryObject):
            return
        if element.get("/S") == f"/{role}":
            yield element
        kids = element.get("/K", [])
        for kid in kids if isinstance(kids, list) else [kids]:
            yield from below(kid)

    root: Any = writer.root_object["/StructTreeRoot"]
    return below(root["/K"][0])
