"""The kind of document is printed once on the first page: in the masthead, or as the title."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from communique import prove
from communique.compose.page import compose
from communique.content.content import content_of
from communique.design import edition
from communique.pdf_reading.reading import Reading
from communique.read.source import read
from communique.typeset.engine import typeset

if TYPE_CHECKING:
    from pathlib import Path

    from communique.model.statement import Statement

_MANY = ", ".join(f"{{country: Country number {number}}}" for number in range(24))
#: What else the front matter says, and so stands in the masthead or not.
MATTERS = {
    "alone": "title: Lights",
    "a day": "title: Lights\nissued: 2026-03-12",
    "a symbol": "title: Lights\nsymbol: GS/2026/7",
    "parties": "title: Lights\nissuers: [{country: Norland}, {country: Valdore}]",
    "parties and a symbol": "title: Lights\nsymbol: GS/2026/7\nissuers: [{country: Norland}]",
    "too many parties": f"title: Lights\nissuers: [{_MANY}]",
    "a by-line": "title: Lights\nbyline: for the coastal states",
    "a title with the kind in it": "title: Resolution on lights",
}
KINDS = {"en": "Resolution", "sv": "Resolution", "de": "Resolution", "ar": "قرار", "he": "החלטה"}


def written(folder: Path, matter: str, tag: str, kind: str = "resolution") -> Statement:
    path = folder / f"a.{tag}.md"
    path.write_text(f"---\n{matter}\nkind: {kind}\n---\n\nWords.\n", encoding="utf-8")
    return read(path)


def texts(statement: Statement, name: str) -> list[str]:
    """Return what is read aloud of the proven PDF of a statement, text by text."""
    content = content_of(statement, edition.load(name))
    page = compose(content)
    made = typeset(page)
    prove.prove(content, made.pdf)
    blocks = Reading(made.pdf).blocks
    return ["".join(piece.text for piece in block.pieces).strip() for block in blocks]


def count(said: list[str], kind: str) -> int:
    """Return how many texts are a kind, or have it beside a symbol; letters in any order."""
    parts = (part for text in said for part in text.split(" · "))
    return sum(sorted(part) == sorted(kind) for part in parts)


@pytest.mark.parametrize("name", edition.single())
@pytest.mark.parametrize("matter", MATTERS.values(), ids=MATTERS)
def test_the_kind_is_printed_in_every_edition(tmp_path: Path, name: str, matter: str) -> None:
    assert count(texts(written(tmp_path, matter, "en"), name), KINDS["en"]) == 1


@pytest.mark.parametrize("matter", MATTERS.values(), ids=MATTERS)
def test_the_kind_is_printed_in_both_languages(tmp_path: Path, matter: str) -> None:
    first, second = written(tmp_path, matter, "en"), written(tmp_path, matter, "sv")
    assert count(texts(replace(first, beside=second), "parallel"), KINDS["en"]) == 2


@pytest.mark.parametrize("tag", ["ar", "he"])
def test_the_kind_is_printed_from_right_to_left(tmp_path: Path, tag: str) -> None:
    statement = written(tmp_path, "title: A", tag)
    assert count(texts(statement, "standard"), KINDS[tag]) == 1


@pytest.mark.parametrize("name", edition.single())
def test_a_kind_that_is_the_title_is_there_already(tmp_path: Path, name: str) -> None:
    statement = written(tmp_path, "title: RESOLUTION", "en")
    assert count(texts(statement, name), "RESOLUTION") == 1
    assert count(texts(statement, name), KINDS["en"]) == 0
