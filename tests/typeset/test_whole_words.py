"""Words are divided at the end of a line, and nowhere where it would be seen more."""

from __future__ import annotations

import random
from contextlib import contextmanager
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from communique.pdf_reading.reading import Reading
from communique.prove.lines import SOFT_HYPHEN, lines_of, said_by
from communique.read.source import read
from communique.run import pipeline
from communique.typeset.lines import whole_words
from tests.samples import HEAD, with_body
from tests.typeset.test_patches import plain

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from tests.conftest import Write

HYPHENS = (SOFT_HYPHEN, "-")
#: Words of which nearly every one may be divided.
WORDS = (
    *("responsibility", "international", "environmental", "representative", "implementation"),
    *("communication", "intergovernmental", "collaboration", "understanding", "opportunities"),
    *("of", "the", "and", "in", "a", "we", "manufacturing"),
)


#: Words that have hyphens of their own, at which they may be divided.
COMPOUNDS = ("twenty-five", "long-standing", "well-kept", "sea-going", "of", "the", "by", "we")


#: The same as elements of their own.
STRESSED = tuple(f"*{word}*" if "-" in word else word for word in COMPOUNDS)
#: Words of which a part of one or two letters is beside the hyphen, also as elements of their own.
SHORT = (
    "co-operation",
    "*co-ordinated*",
    "e-mail",
    "re-entry",
    "follow-up",
    "*COVID-19*",
    "14-day",
    "120-megawatt",
    "of",
    "we",
)


@cache
def text(*, notes: bool = False, words: tuple[str, ...] = WORDS) -> str:
    """Return a statement of thirty paragraphs."""
    chance = random.Random(1)  # noqa: S311  # the same each time
    paragraphs = [
        " ".join(chance.choices(words, k=chance.randint(30, 90)))
        + (f"[^{n}]" if notes and n % 3 else "")
        + "."
        for n in range(1, 31)
    ]
    called = [f"[^{n}]: {' '.join(WORDS[:9])}." for n in range(1, 31) if notes and n % 3]
    return HEAD + "\n\n".join((*paragraphs, *called)) + "\n"


Lines = list[tuple[int, str]]


def texts(path: Path, edition: str = "standard") -> list[Lines]:
    """Return the lines of each text in the PDF of a statement, each with its page."""
    reading = Reading(pipeline.make(read(path), edition).files["pdf"].data)
    return [
        [(pieces[0].page, said_by(pieces).strip()) for pieces in lines_of(block)]
        for block in reading.blocks
    ]


def over_page_ends(texts: Sequence[Lines]) -> list[str]:
    return [
        line
        for text in texts
        for (page, line), (after, _) in pairwise(text)
        if page != after and line.endswith(HYPHENS)
    ]


def at_paragraph_ends(texts: Sequence[Lines]) -> list[str]:
    return [
        line
        for text in texts
        for (_, line), (_, last) in list(pairwise(text))[-1:]
        if line.endswith(HYPHENS) and " " not in last
    ]


def three_in_a_row(texts: Sequence[Lines]) -> list[str]:
    return [
        row[0][1]
        for text in texts
        for row in zip(text, text[1:], text[2:], strict=False)
        if all(line.endswith(HYPHENS) for _, line in row)
    ]


@contextmanager
def untouched() -> Iterator[None]:
    """Stand for `whole_words`, and let the engine divide as it does."""
    yield


@pytest.mark.parametrize("edition", ["standard", "letter"])
@pytest.mark.parametrize(
    ("notes", "words"), [(False, WORDS), (True, WORDS), (False, COMPOUNDS), (False, STRESSED)]
)
def test_no_word_is_divided_where_it_would_be_seen_most(
    statement: Write, edition: str, words: tuple[str, ...], *, notes: bool
) -> None:
    found = texts(statement(text(notes=notes, words=words)), edition)
    assert over_page_ends(found) == []
    assert at_paragraph_ends(found) == []
    assert three_in_a_row(found) == []


@pytest.mark.parametrize("words", [WORDS, COMPOUNDS])
def test_words_are_divided_elsewhere(statement: Write, words: tuple[str, ...]) -> None:
    found = texts(statement(text(words=words)))
    divided = [line for text in found for _, line in text if line.endswith(HYPHENS)]
    assert len(divided) > 30


@pytest.mark.parametrize("words", [WORDS, COMPOUNDS])
def test_the_engine_still_divides_words_there(
    statement: Write, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...]
) -> None:
    monkeypatch.setattr(whole_words, "whole_words", untouched)
    found = texts(statement(text(words=words)))
    places = over_page_ends, at_paragraph_ends, three_in_a_row
    mended = "the engine has mended it: see communique/typeset/lines/whole_words.py"
    assert all(look(found) for look in places), mended


def test_a_word_that_is_wider_than_its_line_is_divided_even_there(statement: Write) -> None:
    word = "Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz"
    found = texts(statement(with_body(f"Ein paar Worte: das {word}."), "meeting.de.md"))
    said = ["".join(line for _, line in text).replace(SOFT_HYPHEN, "") for text in found]
    assert any(f"{word}." in line for line in said)


@pytest.mark.parametrize("edition", ["standard", "a5", "large-print"])
def test_no_line_ends_at_the_hyphen_of_a_part_of_one_or_two_letters(
    statement: Write, edition: str
) -> None:
    found = texts(statement(text(words=SHORT)), edition)
    assert not [line for text in found for _, line in text if line.endswith("-")]


def test_lines_end_at_the_hyphens_of_capitals(statement: Write) -> None:
    found = texts(statement(text(words=("EU-wide", "of", "the", "long-standing"))))
    assert any(line.endswith("EU-") for text in found for _, line in text)


def test_a_compound_wider_than_its_line_is_divided_at_the_hyphen_of_a_short_part() -> None:
    style = "@page { size: 60mm 60mm } p { width: 12mm; font-size: 12pt }"
    with whole_words.whole_words():
        found = plain("<p>we co-operation <em>co-operation</em></p>", style).pieces
    assert [piece.text.strip() for piece in found] == ["we", *("co-", "operation") * 2]
