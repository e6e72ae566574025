"""The shape of letters: what is still like the font, and what is not."""

from __future__ import annotations

from dataclasses import replace
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import pytest

from communique.pdf_reading.drawing.box import Box
from communique.pdf_reading.tag_tree import Block
from communique.prove.appearance import shape

if TYPE_CHECKING:
    from communique.compose.page import Page
    from communique.pdf_reading.piece import Piece
    from tests.prove.conftest import Judge, Spoil


SHAPES: dict[str, tuple[dict[str, Any], dict[str, Any], str]] = {
    "turned": ({}, {"matrix": (1, 0.01, 0, 1)}, "this does not stand upright"),
    "leaning": ({}, {"matrix": (1, 0, 0.01, 1)}, "this does not stand upright"),
    "mirrored": ({}, {"matrix": (-1, 0, 0, 1)}, "this does not stand upright"),
    "upside down": ({}, {"matrix": (1, 0, 0, -1)}, "this does not stand upright"),
    "without width": ({}, {"matrix": (0, 0, 0, 1)}, "this does not stand upright"),
    "without height": ({}, {"matrix": (1, 0, 0, 0)}, "this does not stand upright"),
    "wide": (
        {"matrix": (1.0099, 0, 0, 1)},
        {"matrix": (1.0101, 0, 0, 1)},
        "the letters here are squeezed or stretched",
    ),
    "narrow": (
        {"matrix": (0.9901, 0, 0, 1)},
        {"matrix": (0.9899, 0, 0, 1)},
        "the letters here are squeezed or stretched",
    ),
    "close": ({"shift": 0.06}, {"shift": 0.0601}, "the letters here are pushed into one another"),
    "one close": (
        {"nearest": 0.41},
        {"nearest": 0.411},
        "the letters here are pushed into one another",
    ),
    "raised": ({"rise": 0.5}, {"rise": 0.501}, "the letters here are pushed into one another"),
    "lowered": ({"rise": -0.5}, {"rise": -0.501}, "the letters here are pushed into one another"),
    "a gap": ({"farthest": 0.2}, {"farthest": 0.201}, "the letters here are far apart"),
    "far": ({"shift": -0.15}, {"shift": -0.1501}, "the letters here are far apart"),
    "wide spaces": ({"widened": 1.0}, {"widened": 1.001}, "the spaces here are too wide"),
    "few spaces": ({"space": 0.6}, {"space": 0.599}, "the spaces here are too narrow"),
}


@pytest.mark.parametrize(("well", "ill", "wrong"), SHAPES.values(), ids=list(SHAPES))
def test_letters_have_their_shape_and_place(
    judged: Judge, run: Piece, well: dict[str, Any], ill: dict[str, Any], wrong: str
) -> None:
    assert judged(shape.upright_letters, pieces=[replace(run, **well)]) == []
    there = [run, replace(run, page=1, **ill), replace(run, page=1, baseline=300.0, **ill)]
    assert judged(shape.upright_letters, pieces=there) == [
        f"1: shape: page 2: {wrong}: We thank the millers. and 1 more"
    ]
    assert judged(shape.upright_letters, pieces=[replace(run, pictured=True, **ill)]) == []
    assert judged(shape.upright_letters, pieces=[replace(run, glyphs=(" ",), **ill)]) == []


@pytest.mark.parametrize("mark", ["\u064f", "أ", "أ ", "\u0301", "\u0301\u0302"])
def test_marks_alone_may_stand_over_tall_letters_and_under_deep_ones(
    judged: Judge, run: Piece, mark: str
) -> None:
    alone = replace(run, glyphs=tuple(mark), codes=run.codes[: len(mark)])
    for rise, count in ((1.35, 0), (-1.35, 0), (1.351, 1), (-1.351, 1)):
        found = judged(shape.upright_letters, pieces=[replace(alone, rise=rise)])
        assert len(found) == count


@pytest.mark.parametrize("letter", ["\u05d0", "a", "أأ"])
def test_a_letter_alone_stands_on_its_line_where_no_ligature_has_marks(
    judged: Judge, run: Piece, letter: str
) -> None:
    alone = replace(run, glyphs=tuple(letter), codes=run.codes[: len(letter)])
    for rise, count in ((0.5, 0), (0.501, 1), (-0.501, 1)):
        found = judged(shape.upright_letters, pieces=[replace(alone, rise=rise)])
        assert len(found) == count


def test_spaces_may_be_wide_where_lines_are_made_as_long_as_one_another(
    judged: Judge, page: Page, run: Piece
) -> None:
    theme = page.content.theme.model_copy(update={"justified": True})
    content = replace(page.content, theme=theme)
    pieces = [replace(run, widened=5.0)]
    assert judged(shape.upright_letters, content, pieces=pieces) == []
    parts = [replace(run, left=50.0, right=100.0), replace(run, left=130.0, right=180.0)]
    assert judged(shape.upright_letters, content, pieces=parts) == []


@pytest.mark.parametrize(("text", "least"), [("تعسف", 0.6), ("تعسّف", 0.5), ("שלום", 0.6)])
def test_marks_may_move_letters_nearer_to_a_space(
    judged: Judge, run: Piece, text: str, least: float
) -> None:
    narrow = [replace(run, glyphs=tuple(text), space=space) for space in (least, least - 0.001)]
    assert [len(judged(shape.upright_letters, pieces=[each])) for each in narrow] == [0, 1]


@pytest.mark.parametrize("text", ["تعسف", "تعسّف", "שלום"])
def test_a_letter_may_not_stand_apart_in_any_script(judged: Judge, run: Piece, text: str) -> None:
    far = [replace(run, glyphs=tuple(text), farthest=gap) for gap in (0.2, 0.201)]
    assert [len(judged(shape.upright_letters, pieces=[each])) for each in far] == [0, 1]


def test_a_mark_that_says_a_letter_and_takes_no_room_is_no_part_of_a_line(
    judged: Judge, run: Piece
) -> None:
    word = replace(run, glyphs=("ن", " "), codes=(1, 2), left=50.0, right=60.0, line=1)
    for width, found in ((0.01, 0), (0.02, 1)):
        mark = replace(run, glyphs=("ي",), codes=(3,), left=50.1, right=50.1 + width, line=1)
        block = Block("P", (mark, word))
        assert len(judged(shape.upright_letters, pieces=[mark, word], blocks=[block])) == found


def test_two_runs_on_a_line_have_a_space_between_them(judged: Judge, run: Piece) -> None:
    font = replace(run.font, widths={1: 250.0, 2: 500.0})

    def part(text: str, **fields: Any) -> Piece:
        codes = tuple(1 if letter == " " else 2 for letter in text)
        there = {"left": 50.0, "right": 100.0, **fields}
        return replace(run, font=font, glyphs=tuple(text), codes=codes, **there)

    first, second = part("and one "), part("two more", right=150.0)

    def found(gap: float, one: Piece = first, other: Piece = second, **fields: Any) -> list[str]:
        pieces = [one, replace(other, left=100.0 + gap, **fields)]
        return [each.split(": ")[3] for each in judged(shape.upright_letters, pieces=pieces)]

    narrow, wide = ["the spaces here are too narrow"], ["the spaces here are too wide"]
    assert [found(gap) for gap in (1.0, 0.99, -9.99, -10.0)] == [[], narrow, narrow, narrow]
    assert [found(gap) for gap in (12.4, 12.6)] == [[], wide]
    assert found(0.5, page=1) == found(0.5, mark=1) == found(0.5, baseline=390.0) == []
    whole, begun = part("one"), part(" two", right=150.0)
    assert [found(gap, whole, begun) for gap in (-1.4, -1.6)] == [[], narrow]
    assert [found(gap, whole, begun) for gap in (9.9, 10.1)] == [[], wide]
    for between in (part(" ", right=400.0), part("x", right=400.0, pictured=True)):
        pieces = [whole, between, replace(begun, left=101.0)]
        assert judged(shape.upright_letters, pieces=pieces) == []
    pushed = ["the letters here are pushed into one another"]
    assert [found(gap, whole) for gap in (-1.0, -1.1)] == [[], pushed]
    for words, least in (("تعسف", -1.5), ("تعسّف", -2.1)):  # a space is 2.5 pt wide there
        before = part(words, line=1)
        for gap, told in ((least + 0.01, []), (least - 0.01, narrow)):
            assert found(gap, before, part(" تعسف", right=150.0), line=1) == told
    unknown = replace(part("one "), codes=(2, 2, 2, 9))  # as wide as its type is high
    assert [found(gap, unknown) for gap in (19.995, 20.005)] == [[], wide]
    inside = [part("one", right=150.0), part("x", left=60.0, right=70.0), part("two", left=151.0)]
    (wrong,) = judged(shape.upright_letters, pieces=inside)
    assert pushed[0] in wrong
    assert [found(gap, part("one  ")) for gap in (14.9, 15.1)] == [[], wide]
    assert [found(gap, whole, part("  two", right=150.0)) for gap in (-3.9, -4.1)] == [[], narrow]
    assert found(-1.1, whole, part("تعسف", right=150.0)) == []
    assert judged(shape.upright_letters, pieces=[first, replace(second, left=100.5)]) == [
        "1: shape: page 1: the spaces here are too narrow: and one two more"
    ]
    long = [part("x" * 30 + " "), part("y" * 30, left=100.5, right=150.0)]
    assert judged(shape.upright_letters, pieces=long)[0].endswith(f": {'x' * 19} {'y' * 20}")


def test_parts_of_a_margin_are_apart_and_may_be_far_apart(judged: Judge, run: Piece) -> None:
    one = replace(run, glyphs=(*"one", " "), codes=(2, 2, 2, 1), right=100.0, mark="Artifact")
    for gap, wrong in ((0.9, 1), (1.1, 0), (40.0, 0), (-10.0, 0)):
        other = replace(one, left=100.0 + gap, right=150.0)
        assert len(judged(shape.upright_letters, pieces=[one, other])) == wrong
    word = replace(one, glyphs=tuple("one"))
    assert judged(shape.upright_letters, pieces=[word, replace(word, left=98.0, right=150.0)]) == []
    for nothing in (" ", "\u0301"):
        between = replace(one, glyphs=(nothing,), left=100.0, right=105.0)
        other = replace(one, left=101.1, right=150.0)
        assert judged(shape.upright_letters, pieces=[one, between, other]) == []


def test_a_mark_on_the_edge_of_a_run_is_no_part_of_the_line(judged: Judge, run: Piece) -> None:
    """Where a mark is raised, it is drawn by itself, at one end of its letter or the other."""
    one = replace(run, glyphs=(*"one", " "), left=50.0, right=100.0, codes=())
    for mark in ("\u0651", "\u0301", "\u05b8"):
        between = replace(run, glyphs=(mark,), left=50.1, right=50.1)
        other = replace(run, glyphs=tuple("two"), left=103.0, right=150.0)
        assert judged(shape.upright_letters, pieces=[one, between, other]) == []
        assert len(judged(shape.upright_letters, pieces=[one, between, replace(other, left=90.0)]))


def test_letters_after_a_mark_are_judged_with_their_line(judged: Judge, run: Piece) -> None:
    def found(shift: float, **fields: Any) -> list[str]:
        after = replace(run, glyphs=(".",), left=303.0, right=306.0, shift=0.21, **fields)
        pieces = [replace(run, glyphs=tuple("x" * 9), shift=shift), after]
        return [each.split(": ", 3)[3] for each in judged(shape.upright_letters, pieces=pieces)]

    pushed = ["the letters here are pushed into one another: ."]
    assert found(0.04) == []
    assert found(0.05) == found(0.0, line=1) == found(0.0, font=replace(run.font)) == pushed
    assert found(-0.5) == ["the letters here are far apart: xxxxxxxxx and 1 more"]


def test_arabic_letters_that_are_kerned_by_much_are_no_push(judged: Judge, run: Piece) -> None:
    def found(words: str, pushed: float, shift: float = 0.1) -> int:
        pieces = [replace(run, glyphs=tuple(words), shift=shift, pushed=pushed)]
        return len(judged(shape.upright_letters, pieces=pieces))

    assert found("مركز", 0.06) == found("مركز", 0.07, shift=0.06) == 0
    assert found("مركز", 0.061) == found("mill", 0.05) == 1
    kerned = replace(run, glyphs=tuple("مركز"), shift=0.1, pushed=0.05)
    beside = replace(kerned, shift=0.0, pushed=-0.5)  # what is kerned by much, and little else
    assert judged(shape.upright_letters, pieces=[kerned, beside]) == []


def test_two_letters_may_be_kerned_as_a_pair(judged: Judge, run: Piece) -> None:
    pair = replace(run, glyphs=("V", ","), shift=0.1)
    assert judged(shape.upright_letters, pieces=[pair]) == []
    assert len(judged(shape.upright_letters, pieces=[replace(pair, shift=0.11)])) == 1
    assert len(judged(shape.upright_letters, pieces=[replace(pair, glyphs=tuple("VAV"))])) == 1


def test_a_picture_may_stand_in_a_line(judged: Judge, run: Piece) -> None:
    one = replace(run, glyphs=tuple("one"), codes=(), left=50.0, right=100.0)
    pieces = [one, replace(one, left=130.0, right=150.0)]

    def found(*box: float) -> int:
        seen = SimpleNamespace(pictures=[SimpleNamespace(box=Box(*box) if box else None)])
        return len(judged(shape.upright_letters, pieces=pieces, views=[seen]))

    assert found(101.0, 400.0, 129.0, 410.0) == 0
    assert found() == found(101.0, 410.0, 129.0, 420.0) == found(101.0, 390.0, 129.0, 400.0) == 1
    assert found(101.0, 400.0, 121.0, 410.0) == 0
    assert found(101.0, 400.0, 120.9, 410.0) == 1
    assert found(79.0, 400.0, 121.0, 410.0) == found(110.0, 400.0, 150.0, 410.0) == 1


def test_a_text_is_shown_without_the_spaces_around_it_and_cut(judged: Judge, run: Piece) -> None:
    turned = replace(run, glyphs=tuple(f" {'x' * 50} "), matrix=(1, 0, 0, -1))
    (found,) = judged(shape.upright_letters, pieces=[turned])
    assert found.endswith(f"upright: {'x' * 40}")


def test_words_run_together_between_letters_that_stand_wide(reset: Spoil) -> None:
    spaced = "h1, h2, td, blockquote { letter-spacing: .14em"
    assert reset(styles=f"{spaced} }}") == []
    found = reset(styles=f"{spaced}; word-spacing: -.22em }}")
    wrong = "the spaces here are too narrow: Joint statement and 3 more"
    assert f"1: shape: page 1: {wrong}" in found
