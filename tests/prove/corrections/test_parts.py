"""What holds words in a text, and how it is called."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from communique.design import language
from communique.model.body import Node
from communique.prove.corrections.forms import Word
from communique.prove.corrections.part import tokens_of
from communique.prove.corrections.parts import parts
from communique.read.source import read
from tests.samples import png

if TYPE_CHECKING:
    from pathlib import Path

    from communique.model.body import Kind

BODY = """\
We met.[^1]

1. One.

   More of it.

   - Inner.
2. Two.

> Quoted[^1] words.

## Costs

: In euros

| Light | Cost |
|---|---:|
| Point | 12 |
| | 7 |

: Experts

![A lamp](lamp.png "The lamp")

Paid.

## Annex

Last.

[^1]: First *noted*.

    Then more.
"""
FRONT = """\
title: Lights
subtitle: Of the strait
kind: joint statement
issued: 2026-03-12
updated: 2026-03-14
place: Port
event: Conference
issuers:
  - {name: Ada, office: Minister, country: Norland}
  - country: Valdore
byline: by all
symbol: GS/7
url: https://example.org/a
contact: Ada Holm
authenticity: original
editors: [One note., Another.]
signatures:
  place: Port
  date: 2026-03-12
  signed: true
  signatories:
    - {name: Ada, party: Norland, on_behalf: 'For Norland:'}
    - {name: Luc}
"""


def found(folder: Path, front: str, body: str = BODY) -> list[tuple[str, str]]:
    (folder / "lamp.png").write_bytes(png(40, 30))
    path = folder / "meeting.en.md"
    path.write_text(f"---\n{front}---\n\n{body}", "utf-8")
    every = parts(read(path), language.load("en"))
    return [(part.names[0], " ".join(map(str, part.tokens))) for part in every]


def test_values_above_the_text_are_called_as_the_page_calls_them(tmp_path: Path) -> None:
    values = [pair for pair in found(tmp_path, FRONT, "Text.\n") if pair[1] and pair[1] != "Text."]
    assert dict(values) == {
        "title": "Lights",
        "subtitle": "Of the strait",
        "kind of document": "Joint statement",
        "Issued": "12 March 2026",
        "Place": "Port",
        "Occasion": "Conference",
        "parties": "Norland · Valdore",
        "by-line": "by all",
        "Reference": "GS/7",
        "Online": "https://example.org/a",
        "Contact": "Ada Holm",
        "Status": "Original",
        "Notes to editors": "Another.",
        "signatures": "Port, 12 March 2026 // For Norland: / (Signed) / Ada / Norland // "
        "(Signed) / Luc",
    }


def test_no_byline_is_none(tmp_path: Path) -> None:
    assert dict(found(tmp_path, "title: A\nbyline: None\n"))["by-line"] == ""


def test_parts_of_a_text_are_counted_below_their_headings(tmp_path: Path) -> None:
    every = found(tmp_path, "title: Lights\n")
    first = [name for name, _ in every].index("paragraph 1")
    assert every[first:] == PLACES


PLACES = [
    ("paragraph 1", "We met. 1"),
    ("paragraph 1, point 1", "One."),
    ("paragraph 1, point 1", "More of it."),
    ("paragraph 1, point 1, point 1", "Inner."),
    ("paragraph 1, point 2", "Two."),
    ("paragraph 2", "Quoted 1 words."),
    ("heading “Costs”", "Costs"),
    ("table 1, caption", "In euros"),
    ("table 1, row “Light”", "Light"),
    ("table 1, row “Light”", "Cost"),
    ("table 1, row “Point”, column “Light”", "Point"),
    ("table 1, row “Point”, column “Cost”", "12"),
    ("table 1, row “7”, column “Light”", ""),
    ("table 1, row “7”, column “Cost”", "7"),
    ("table 1, line below", "Experts"),
    ("picture 1, caption", "The lamp"),
    ("under “Costs”, paragraph 1", "Paid."),
    ("heading “Annex”", "Annex"),
    ("under “Annex”, paragraph 1", "Last."),
    ("footnote 1", "First noted."),
    ("footnote 1", "Then more."),
]


def test_numbered_paragraphs_are_called_by_their_numbers(tmp_path: Path) -> None:
    every = found(tmp_path, "title: Lights\nnumbered: true\n")
    names = [name for name, words in every if words in ("We met. 1", "Paid.", "Last.")]
    assert names == ["paragraph 1", "paragraph 2", "under “Annex”, paragraph 1"]


@pytest.mark.parametrize("kind", ["emphasis", "strong", "superscript", "subscript"])
def test_stressed_raised_and_lowered_words_look_like_that(kind: Kind) -> None:
    inside = Node(kind, 1, (Node("text", 1, text="ab"),))
    (word,) = tokens_of(Node("paragraph", 1, (inside,)))
    assert isinstance(word, Word)
    assert word.looks == ((kind,), (kind,))
