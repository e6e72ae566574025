"""Arabic with its vowel marks: its lines, and those under its links, leave them room."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from communique.compose.inline import vowels
from communique.compose.page import compose
from communique.content.content import content_of
from communique.design import edition
from communique.pdf_reading.reading import Reading
from communique.read.source import read
from communique.typeset.engine import typeset
from tests.prove.conftest import complaints

if TYPE_CHECKING:
    from pathlib import Path

    from communique.compose.page import Page
    from tests.conftest import Write

VOWELLED = "يُولَدُ جَمِيعُ النَّاسِ أَحْرَارًا مُتَسَاوِينَ فِي الْكَرَامَةِ وَالْحُقُوقِ"
PLAIN = "يولد جميع الناس أحرارا متساوين في الكرامة والحقوق"
#: So far, in em, letters with their marks reach over and below their line in the fonts of Arabic:
#: 95 of 100 words of such texts. Amiri's come first, then those without serifs.
REACH = {"standard": (1.26, 0.62), "letter": (1.26, 0.62), "large-print": (1.15, 0.53)}


def proven(page: Page) -> Reading:
    made = typeset(page)
    assert complaints(page, made) == []
    return Reading(made.pdf)


def made(path: Path, kind: str = "standard") -> Reading:
    return proven(compose(content_of(read(path), edition.load(kind))))


def lines(reading: Reading, words: str) -> list[float]:
    """Return where the lines of the first text with these letters stand on its first page."""
    block = next(b for b in reading.blocks if set(words) <= set("".join(p.text for p in b.pieces)))
    page = block.pieces[0].page
    return sorted({piece.baseline for piece in block.pieces if piece.page == page}, reverse=True)


def text(words: str) -> str:
    return f"---\ntitle: نهر\n---\n\n{words}\n"


@pytest.mark.parametrize("kind", REACH)
def test_vowel_marks_touch_neither_the_next_line_nor_the_line_under_a_link(
    statement: Write, kind: str
) -> None:
    over, below = REACH[kind]
    link = f"[{' '.join([VOWELLED] * 4)}](https://example.org/1)"
    reading = made(statement(text(f"{link} ثم [^1].\n\n[^1]: {link}"), "a.ar.md"), kind)
    thin = [shape.part for shape in reading.shapes if shape.part[3] - shape.part[1] < 1.5]
    linked = [piece for piece in reading.pieces if "ُ" in piece.text and piece.page == 0]
    assert len({piece.baseline for piece in linked}) >= 4
    for piece in linked:
        under = [p for p in thin if p[0] < piece.right and piece.left < p[2]]
        above = [(bottom - piece.baseline) / piece.size for _, bottom, _, _, *_ in under]
        beneath = [(piece.baseline - top) / piece.size for _, _, _, top, *_ in under]
        assert min((gap for gap in above if gap > 0), default=over) >= over
        assert min(gap for gap in beneath if gap > 0) >= below


def test_their_lines_stand_a_third_further_apart(statement: Write) -> None:
    apart = {}
    for words in (PLAIN, VOWELLED):
        reading = made(statement(text(" ".join([words] * 4)), "a.ar.md"))
        first, second, *_ = lines(reading, "يولدجم")
        apart[words] = first - second
    assert apart[PLAIN] == pytest.approx(21, abs=0.1)
    assert apart[VOWELLED] == pytest.approx(28, abs=0.1)


@pytest.mark.parametrize(
    ("kind", "lines_apart"), [("standard", (21, 28)), ("large-print", (28, 33.6))]
)
def test_a_paragraph_that_quotes_a_verse_with_its_vowels_has_such_lines(
    statement: Write, kind: str, lines_apart: tuple[float, float]
) -> None:
    plain, verse = " ".join([PLAIN] * 5), f"{PLAIN} «{VOWELLED[:40]}» {' '.join([PLAIN] * 4)}"
    reading = made(statement(text(f"{plain}\n\n> {verse} أيضًا"), "a.ar.md"), kind)
    blocks = [block for block in reading.blocks if len(block.pieces) > 2]
    assert len(blocks) == 2
    for block, apart in zip(blocks, lines_apart, strict=True):
        first, second, *_ = sorted({piece.baseline for piece in block.pieces}, reverse=True)
        scale = 1.0 if kind == "standard" else 1.083
        assert first - second == pytest.approx(apart * scale, abs=0.3)


@pytest.mark.parametrize(("kind", "wider"), [("standard", 1.333), ("large-print", 1.2)])
def test_a_note_that_quotes_a_verse_with_its_vowels_has_such_lines(
    statement: Write, kind: str, wider: float
) -> None:
    apart = {}
    for words in (PLAIN, VOWELLED):
        note = f"{PLAIN} «{words[:40]}» {' '.join([PLAIN] * 4)}"
        reading = made(statement(text(f"{PLAIN}[^1]\n\n[^1]: {note}"), "a.ar.md"), kind)
        block = max(reading.blocks, key=lambda each: sum(len(piece.text) for piece in each.pieces))
        *_, first, second = sorted({p.baseline for p in block.pieces}, reverse=True)
        apart[words] = first - second
    assert apart[VOWELLED] == pytest.approx(apart[PLAIN] * wider, abs=0.3)


def test_a_text_with_a_short_page_is_not_set_closer_by_what_its_vowels_need(
    statement: Write,
) -> None:
    reading = made(statement(text(" ".join([VOWELLED] * 27)), "a.ar.md"))
    assert len(reading.pages) == 2  # one, if the lines were a little closer
    first, second, *_ = lines(reading, "يولدجم")
    assert first - second == pytest.approx(28, abs=0.1)


@pytest.mark.parametrize("other", ["en", "he"])
def test_beside_another_language_its_texts_begin_beside_the_same_in_that_one(
    statement: Write, other: str
) -> None:
    """Headings that are slanted in one of the two are of their own style in each."""
    parts = "{0}\n\n## {0}\n\n{0}\n\n### {0}\n\n{0}\n\n#### {0}\n\n{0}\n\n##### {0}\n\n"
    parts += "- {0}\n- {0}[^1]\n\n| {0} | {0} |\n|---|---|\n| {0} | 4 |\n\n[^1]: {0}\n"
    words = {"en": "All are born free", "he": "כולם נולדו בני חורין"}[other]
    sides = [
        read(statement(f"---\ntitle: {said}\n---\n\n{parts.format(said)}", f"a.{tag}.md"))
        for said, tag in ((words, other), (VOWELLED, "ar"))
    ]
    both = replace(sides[0], beside=sides[1])
    proven(compose(content_of(both, edition.load("parallel"))))


@pytest.mark.parametrize(
    ("words", "written"),
    [
        (VOWELLED, True),
        (PLAIN, False),
        (f"{VOWELLED} {PLAIN}", False),
        (f"{PLAIN[:12]} {VOWELLED}", True),
        ("The river, 12", False),
        ("12", False),
    ],
)
def test_a_text_has_its_vowels_where_half_of_its_letters_have_marks(
    statement: Write, words: str, *, written: bool
) -> None:
    body = read(statement(text(words), "a.ar.md")).body
    assert vowels.are_written(body) == written
