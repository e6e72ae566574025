"""What lines say: gaps that are spaces, ends of lines, hyphens, and both directions of writing."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from communique.pdf_reading.tag_tree import Block
from communique.prove.lines import block_words, folded, inks, says
from tests.prove.texts import text

if TYPE_CHECKING:
    from collections.abc import Callable

    from communique.pdf_reading.piece import Piece

    Draw = Callable[..., Block]

#: What a piece says, where it begins and ends in pt, and on which line from 0.
Drawn = tuple[str, float, float, int]


@pytest.fixture
def drawn(piece: Piece) -> Draw:
    """Return a block of pieces in 10 pt, each a text object and a marked content of its own."""

    def block(*pieces: Drawn, pages: tuple[int, ...] = (), alternative: str = "") -> Block:
        made = tuple(
            replace(
                piece,
                glyphs=tuple(said),
                left=left,
                right=right,
                baseline=700.0 - 14 * line,
                size=10.0,
                mark=number,
                line=number,
                page=pages[number] if pages else 0,
            )
            for number, (said, left, right, line) in enumerate(pieces)
        )
        return Block("P", made, alternative)

    return block


@pytest.mark.parametrize(
    ("words", "seen"),
    [
        ("a\u00a0b \n c", "a b c"),
        (" a\u200bb\u00ad\ufeff ", "ab"),
        ("a\u2011b\u2010c-d", "a\u2011b\u2010c-d"),
        ("\u2206\u2126\u03bc", "\u2206\u2126\u03bc"),
        ("\u02bc\u02bb\ufb01", "\u02bc\u02bb\ufb01"),
        ("e\u0301", "e\u0301"),
    ],
)
def test_words_are_folded_to_what_paper_shows(words: str, seen: str) -> None:
    assert folded(words) == seen


def test_a_gap_is_a_space_from_an_eighth_of_an_em_on(drawn: Draw) -> None:
    touching = drawn(("one", -20, 0, 0), ("two", 1.2, 20, 0))
    apart = drawn(("one", -20, 0, 0), ("two", 1.21, 20, 0))
    assert says(touching, text("onetwo"))
    assert not says(touching, text("one two"))
    assert says(apart, text("one two"))
    assert not says(apart, text("onetwo"))
    assert block_words(touching) == ["onetwo"]
    assert block_words(apart) == ["one", "two"]


@pytest.mark.parametrize(
    ("right", "left", "within"),
    [("אב\u05b0", "ג", 2.0), ("אב", "ג\u05b0", 1.2), ("אב", "ג", 1.2), ("א\u05b0ב", "ג", 1.2)],
)
def test_a_gap_beside_a_mark_of_a_text_object_is_a_space_from_a_fifth_on(
    drawn: Draw, right: str, left: str, within: float
) -> None:
    def one_line(gap: float, line: int = 1) -> Block:
        block = drawn((left[::-1], -20, 0, 0), (right[::-1], gap, 20, 0))
        first, second = block.pieces
        return Block("P", (replace(first, line=1), replace(second, line=line)))

    for words, gap in ((f"{right}{left}", within), (f"{right} {left}", within + 0.01)):
        assert says(one_line(gap), text(words, rtl=True))
    assert not says(one_line(within + 0.01), text(f"{right}{left}", rtl=True))
    assert not says(one_line(1.21, line=2), text(f"{right}{left}", rtl=True))


def test_a_space_may_go_where_a_line_ends_and_nowhere_else(drawn: Draw) -> None:
    two = drawn(("one", 50, 70, 0), ("two", 50, 70, 1))
    assert says(two, text("one two"))
    assert says(two, text("onetwo"))
    assert says(two, text(" one\u00a0 two\n"))
    assert not says(two, text("one  three"))
    assert not says(two, text("one"))
    assert not says(two, text("one two three"))
    assert not says(two, text("two one"))
    assert block_words(two) == ["one", "two"]


def test_a_line_goes_on_at_the_same_height_and_not_on_another_page(drawn: Draw) -> None:
    one = drawn(("one", 50, 70, 0), ("two", 70, 90, 0))
    over = drawn(("one", 50, 70, 0), ("two", 70, 90, 0), pages=(0, 1))
    assert says(one, text("onetwo"))
    assert not says(one, text("one two"))
    assert says(over, text("one two"))
    first, second = one.pieces
    near = replace(one, pieces=(first, replace(second, baseline=second.baseline + 0.04)))
    far = replace(one, pieces=(first, replace(second, baseline=second.baseline + 0.06)))
    assert not says(near, text("one two"))
    assert says(far, text("one two"))


def test_a_soft_hyphen_joins_what_it_divides(drawn: Draw) -> None:
    divided = drawn(("an exam\u00ad", 50, 90, 0), ("ple", 50, 60, 1))
    assert says(divided, text("an example"))
    assert block_words(divided) == ["an", "example"]


@pytest.mark.parametrize(
    "pieces",
    [
        [("\u00adexam", 50, 90, 0), ("ple", 50, 60, 1)],
        [("ex\u00adam\u00ad", 50, 90, 0), ("ple", 50, 60, 1)],
        [("example\u00ad", 50, 90, 0)],
        [("exam\u00ad", 50, 90, 0), ("ple\u00ad", 50, 60, 1)],
        [("\u00adexample", 50, 90, 0)],
    ],
)
def test_a_hyphen_that_divides_no_word_is_noticed(drawn: Draw, pieces: list[Drawn]) -> None:
    assert not says(drawn(*pieces), text("example"))


def test_a_hyphen_stands_within_a_word_and_not_after_it(drawn: Draw) -> None:
    lines = drawn(("an\u00ad", 50, 90, 0), ("example", 50, 60, 1))
    assert says(lines, text("anexample"))
    assert not says(lines, text("an example"))


def test_a_latin_word_in_a_line_of_hebrew_is_divided_by_one_hyphen(drawn: Draw) -> None:
    once = drawn(("Rhi\u00ad ריהנ לע", 50, 250, 0), ("ne", 230, 250, 1))
    twice = drawn(("\u00adRhi\u00ad ריהנ לע", 50, 250, 0), ("ne", 230, 250, 1))
    assert says(once, text("על נהיר Rhine", rtl=True))
    assert not says(twice, text("על נהיר Rhine", rtl=True))


def test_a_picture_says_its_text_and_no_other(drawn: Draw) -> None:
    picture = drawn(alternative="A  picture")
    assert says(picture, text("A\u00a0picture "))
    assert not says(picture, text("A"))
    assert block_words(picture) == ["A", "picture"]
    assert block_words(drawn(alternative="A pic\u00adture")) == ["A", "picture"]


# In text from right to left the engine draws glyphs from left to right, so that they look right.


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("ריהנ לע הרצק העדוה", "הודעה קצרה על נהיר"),
        (")ריהנ( 24 לע", "על 24 (נהיר)"),
        ("ריהנ Rhine לע", "על Rhine נהיר"),
        ("ריהנ of the Rhine לע", "על of the Rhine נהיר"),
        ("ריהנ b לע a", "a על b נהיר"),
        ("ריהנ( לע", "על (נהיר"),
        ("ריה\u200bנ לע", "על נהיר"),
        ("ריהנ -\u200b2 לע", "על -2 נהיר"),
    ],
)
def test_hebrew_is_read_from_the_right(drawn: Draw, line: str, words: str) -> None:
    assert says(drawn((line, 50, 250, 0)), text(words, rtl=True))


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("ריהנ לע", "נהיר על"),
        ("ריהנ לע", "על נהירים"),
        ("ריהנ 24 לע", "על 42 נהיר"),
        ("ריהנ, לע", "על. נהיר"),
        ("ריהנ the of לע", "על of the נהיר"),
        ("ריהנ לע", "על"),
        ("ריהנ לע", "על נהיר 7"),
        ("(ריהנ) לע", "על (נהיר)"),
        ("2026-2030 לע", "על 2026–2030"),
        ("78 56 34 12 45+ לע", "על +45 12 34 56 78"),
        ("", "על"),
    ],
)
def test_hebrew_that_says_something_else_is_noticed(drawn: Draw, line: str, words: str) -> None:
    assert not says(drawn((line, 50, 250, 0)), text(words, rtl=True))


def test_hebrew_words_among_latin_ones_are_read_in_their_own_order(drawn: Draw) -> None:
    line = drawn(("He said ריהנ לע twice", 50, 250, 0))
    assert says(line, text("He said על נהיר twice"))
    assert not says(line, text("He said נהיר על twice"))
    assert not says(line, text("twice said על נהיר He"))


def test_pieces_of_hebrew_are_read_by_their_places(drawn: Draw) -> None:
    line = drawn(("לע", 150, 170, 0), ("ריהנ", 50, 140, 0))
    assert says(line, text("על נהיר", rtl=True))
    assert not says(line, text("נהיר על", rtl=True))


def test_hebrew_goes_on_in_the_next_line(drawn: Draw) -> None:
    lines = drawn(("לע", 150, 170, 0), ("ריהנ", 50, 140, 1))
    assert says(lines, text("על נהיר", rtl=True))
    assert not says(lines, text("נהיר על", rtl=True))


def test_arabic_letters_that_are_doubled_may_be_drawn_before_their_vowel(drawn: Draw) -> None:
    line = drawn(("\u0629\u064e\u0651\u0633", 50, 250, 0))
    assert says(line, text("\u0633\u064e\u0651\u0629", rtl=True))
    assert says(line, text("\u0633\u0651\u064e\u0629", rtl=True))
    assert not says(line, text("\u0633\u064e\u0629", rtl=True))


def test_a_hyphen_that_divides_a_word_is_seen_and_a_mark_without_width_is_not() -> None:
    assert inks("\u00ad")
    assert not inks("\u200b")
