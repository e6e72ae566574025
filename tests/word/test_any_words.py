"""Whatever words a Word file has, in whatever pieces, the statement has them, and says no others."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from communique import word
from communique.word.found import Piece
from communique.word.writing import reading_back
from communique.word.writing import text as writing
from tests.word.office import levels, numbered, p, r, row, table, uses, word_file

if TYPE_CHECKING:
    from collections.abc import Sequence

_MARKS = st.sampled_from(
    [
        *"*_[](){}<>#|^~`\\&:;!-+=.'\"/@$%",
        "1.",
        "(a)",
        "2026.",
        "http://a.example",
        "[^1]",
        "->",
        "<-",
        "||",
        "^^",
        "---",
        "{lang=fr}",
        "&amp;",
        "a@b.example",
    ]
)
_WORDS = st.sampled_from(
    ["light", "Straße", "навигация", "منارة", "灯塔", "1,250", "CO2", "3", "a", "été", "I"]
)
_TEXT = st.lists(st.one_of(_MARKS, _WORDS, _WORDS), min_size=1, max_size=8).flatmap(
    lambda parts: st.lists(
        st.sampled_from(["", " "]), min_size=len(parts), max_size=len(parts)
    ).map(lambda gaps: "".join(part + gap for part, gap in zip(parts, gaps, strict=True)))
)
_STYLES = st.sampled_from(
    ["", "", "", "<w:b/>", "<w:i/>", "<w:b/><w:i/>", '<w:vertAlign w:val="superscript"/>']
)
_RUNS = st.lists(st.tuples(_TEXT, _STYLES), min_size=1, max_size=4)


def runs(pieces: Sequence[tuple[str, str]]) -> list[str]:
    return [r(text, style) for text, style in pieces]


@settings(max_examples=60)
@given(
    st.lists(_RUNS, min_size=1, max_size=4), st.lists(_TEXT, min_size=2, max_size=2), st.booleans()
)
def test_no_word_is_lost_or_added_whatever_it_looks_like(
    paragraphs: list[list[tuple[str, str]]], cells: list[str], listed: bool
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = word_file(
            Path(folder) / "a.docx",
            p("Title", style="Titel")
            + "".join(p(*runs(each), properties=numbered(1) * listed) for each in paragraphs)
            + p("Between.")
            + table(row("A", "B"), row(*(f"<w:tc>{p(r(each))}</w:tc>" for each in cells))),
            numbering=levels(("decimal", "%1.")) + uses(1),
        )
        found = word.imported(path)
    left = [each for each in found.to_settle if "words" in each and "of the Word file" in each]
    assert left == []


@settings(max_examples=150)
@given(st.from_regex(writing._MARKLESS, fullmatch=True))
def test_words_without_marks_are_read_back_as_they_are(words: str) -> None:
    assert reading_back.is_read_as(words, [Piece(words)])
