"""The height of letters and figures: what is still like their size, and what is not."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from communique.pdf_reading.drawing.view import Height
from communique.pdf_reading.tag_tree import Block, Tag
from communique.prove.appearance import heights
from communique.typeset.engine import typeset
from tests.prove.conftest import STATEMENT, complaints, composed

if TYPE_CHECKING:
    from pathlib import Path

    from communique.pdf_reading.piece import Piece
    from tests.prove.conftest import Judge


@pytest.mark.parametrize(
    ("text", "well", "ill"),
    [
        ("x", (0.15, 0.5), (0.16, 0.5)),
        ("x", (0.0, 0.3), (0.0, 0.29)),
        ("3", (-0.09, 0.475), (-0.08, 0.475)),
        ("9", (0.0, 0.56), (0.0, 0.55)),
        ("1", (0.0, 0.475), (0.0, 0.474)),
        ("h", (0.0, 0.6), (0.0, 0.59)),
        ("H", (0.0, 0.6), (0.0, 0.59)),
        ("Ω", (0.0, 0.6), (0.0, 0.59)),
        ("Ж", (0.0, 0.6), (0.0, 0.59)),
        ("t", (0.0, 0.55), (0.0, 0.29)),
    ],
)
def test_a_glyph_is_as_tall_as_its_size_says(
    judged: Judge, run: Piece, text: str, well: tuple[float, float], ill: tuple[float, float]
) -> None:
    font = replace(run.font, unicode={1: text, 2: "x", 3: "o"})
    piece = replace(run, font=font, glyphs=("x", text), codes=(2, 1))

    def found(height: tuple[float, float], codes: tuple[int, int] = (2, 1)) -> list[str]:
        there = {(font, 3): Height(0.0, 0.52), (font, 2): Height(0.0, 0.5)}
        there[font, 1] = Height(*height)
        pieces = [replace(piece, codes=codes), replace(piece, pictured=True)]
        return judged(heights.full_height, pieces=pieces, heights=there)

    wrong = "letters or figures here are smaller than their size says"
    assert found(well) == found(ill, (2, 3)) == []
    assert found(ill) == [f"1: shape: page 1: {wrong}: x{text}"]


@pytest.mark.parametrize(("top", "wrong"), [(0.5, 0), (0.49, 1)])
def test_figures_of_a_font_without_letters_have_a_height_of_their_own(
    judged: Judge, run: Piece, top: float, wrong: int
) -> None:
    font = replace(run.font, unicode={1: "9"})
    piece = replace(run, font=font, glyphs=("9",), codes=(1,))
    found = judged(heights.full_height, pieces=[piece], heights={(font, 1): Height(0.0, top)})
    assert len(found) == wrong


@pytest.mark.parametrize(
    ("text", "small", "wrong"),
    [
        ("12\u204425", "12\u204425", 0),
        ("x 1\u20442x", "12\u2044", 0),
        ("\u0661\u2044\u0662", "\u0661\u0662", 0),
        ("x1\u20442", "x", 1),
        ("1 1\u20442 3", "3", 1),
        ("12", "12", 1),
        ("1/2", "12", 1),
    ],
)
def test_only_the_figures_of_a_fraction_are_small(
    judged: Judge, run: Piece, text: str, small: str, wrong: int
) -> None:
    codes = {letter: number for number, letter in enumerate(dict.fromkeys(text))}
    font = replace(run.font, unicode={code: letter for letter, code in codes.items()})
    piece = replace(run, font=font, glyphs=tuple(text), codes=tuple(map(codes.__getitem__, text)))
    there = {(font, codes[letter]): Height(0.3, 0.7) for letter in small}
    assert len(judged(heights.full_height, pieces=[piece], heights=there)) == wrong


def test_a_fraction_is_delivered_and_small_figures_are_not(tmp_path: Path) -> None:
    text = STATEMENT.replace("about the water", "about 1\u20442 of 12\u204425 of it")
    page = composed(tmp_path, text, "river.en.md")
    assert complaints(page, typeset(page)) == []
    small = page.html.replace("The gauges agree", "The 34 gauges agree")
    assert small != page.html
    rule = "main > p { font-feature-settings: 'numr' }"
    found = complaints(page, typeset(replace(page, html=small, styles=page.styles + rule)))
    assert any("letters or figures here are smaller" in each for each in found)


def test_a_font_is_compared_with_its_own_letters(judged: Judge, run: Piece) -> None:
    fonts = [replace(run.font, unicode={1: "H", 2: "x"}) for _ in range(2)]
    there = {(font, 1): Height(0.0, 0.5) for font in fonts} | {(fonts[0], 2): Height(0.0, 0.45)}
    pieces = [replace(run, font=font, codes=(1,), page=n) for n, font in enumerate(fonts)]
    (found,) = judged(heights.full_height, pieces=pieces, heights=there)
    assert ": page 1: " in found


@pytest.mark.parametrize(
    ("role", "entries", "calls"),
    [
        ("Reference", {}, True),
        ("Reference", {"/Lang": "fr"}, True),
        ("Span", {}, True),
        ("P", {}, False),
        ("Span", {"/E": "metre"}, False),
        ("Span", {"/Lang": "fr"}, False),
        ("Span", {"/A": {"/TextDecorationType": "/Underline"}}, False),
        ("Span", {"/Ref": [], "/Lang": "fr"}, True),
    ],
)
def test_only_numbers_that_call_notes_may_be_raised(
    judged: Judge, run: Piece, role: str, entries: dict[str, Any], *, calls: bool
) -> None:
    font = replace(run.font, unicode={1: "1", 2: "a", 3: "1"})
    there = {(font, 1): Height(0.4, 0.8), (font, 2): Height(0.4, 0.8), (font, 3): Height(-0.2, 0.2)}
    tree = Tag("Document", {}, [Tag(role, entries, [(0, 0), Tag("Span", {}, [])])])

    def found(*codes: int) -> int:
        glyphs = tuple(font.unicode[code] for code in codes)
        piece = replace(run, font=font, glyphs=glyphs, codes=codes)
        pieces = [piece, replace(piece, glyphs=("x",), codes=()), piece]
        return len(judged(heights.full_height, pieces=pieces, heights=there, tree=tree))

    assert found(1) == (not calls)
    assert found(2) == found(1, 2) == found(3) == found(1, 3) == 1


def test_a_call_in_the_head_of_a_table_is_raised_again_on_the_next_page(
    judged: Judge, run: Piece
) -> None:
    font = replace(run.font, unicode={1: "1", 2: "2"})
    there = {(font, code): Height(0.4, 0.8) for code in (1, 2)}
    tree = Tag("Document", {}, [Tag("Reference", {}, [(0, 0)])])
    call = replace(run, font=font, glyphs=("1",), codes=(1,), page=0, mark=0)
    again = replace(call, page=1, mark="Artifact")
    others = (
        replace(again, left=call.left + 1),
        replace(again, glyphs=("2",), codes=(2,)),
        replace(again, mark=3),
    )

    def found(*pieces: Piece) -> int:
        return len(judged(heights.full_height, pieces=[call, *pieces], heights=there, tree=tree))

    assert found(again) == found(replace(again, left=call.left + 0.04)) == 0
    assert [found(again, other) for other in others] == [1, 1, 1]


def test_a_superscript_in_the_head_of_a_table_is_raised_again_on_the_next_page(
    judged: Judge, run: Piece
) -> None:
    font = replace(run.font, unicode={1: "3", 2: "3"})
    there = {(font, code): Height(0.4, 0.8) for code in (1, 2)}
    entries = {"/A": {"/O": "/Layout", "/TextPosition": "/Sup"}}
    tree = Tag("Document", {}, [Tag("Span", entries, [(0, 0)])])
    power = replace(run, font=font, glyphs=("3",), codes=(1,), page=0, mark=0)
    again = replace(power, page=1, mark="Artifact")
    others = (
        replace(again, left=power.left + 1),
        replace(again, codes=(2,)),
        replace(again, mark=3),
    )

    def found(*pieces: Piece) -> int:
        return len(judged(heights.full_height, pieces=[power, *pieces], heights=there, tree=tree))

    assert found(again) == 0
    assert [found(again, other) for other in others] == [1, 1, 1]


@pytest.mark.parametrize(
    ("change", "wrong"),
    [
        ({}, True),
        ({"baseline": 401.6}, False),
        ({"baseline": 401.5}, True),
        ({"baseline": 398.0}, True),
        ({"baseline": 389.9}, False),  # it begins the next line
        ({"baseline": 390.0}, True),
        ({"page": 1}, False),
        ({"size": 8.0}, False),
        ({"size": 8.1}, True),
        ({"codes": (2,)}, False),
        ({"codes": (2, 1)}, True),  # one figure is raised, and one is not
        ({"codes": (3,)}, True),  # nothing is known of its height
        ({"glyphs": ("x",)}, True),  # nothing that calls a note
        ({"glyphs": (" ", "2")}, False),
    ],
)
@pytest.mark.parametrize("first", [True, False])
def test_a_call_is_raised_or_smaller_than_the_text_that_it_stands_at(
    judged: Judge, run: Piece, change: dict[str, Any], *, wrong: bool, first: bool
) -> None:
    font = replace(run.font, unicode={1: "2", 2: "2"})
    there = {(font, 1): Height(0.0, 0.6), (font, 2): Height(0.2, 0.8)}
    call = replace(run, font=font, glyphs=("2",), codes=(1,), mark=1, page=0)
    call = replace(call, **change)
    tree = Tag("Document", {}, [Tag("Reference", {}, [(0, 1), (1, 1)])])
    text = replace(run, glyphs=tuple("€5€"), codes=())
    pieces = (call, text) if first else (text, call)
    blocks = [Block("P", pieces)]
    found = judged(heights.raised_calls, blocks=blocks, heights=there, tree=tree)
    assert bool(found) == (wrong and call.text == "2")
    apart = (replace(text, glyphs=("€", " ")), call, replace(text, glyphs=(" ", "5")))
    figures = (text, replace(text, glyphs=("2",)))
    for well in (apart, figures):
        assert not judged(heights.raised_calls, blocks=[Block("P", well)], heights=there, tree=tree)


@pytest.mark.parametrize("first", [True, False])
def test_a_call_at_a_figure_is_raised_and_not_only_smaller(
    judged: Judge, run: Piece, *, first: bool
) -> None:
    call, tree = replace(run, glyphs=("2",), mark=1, size=5.0), Tag("Reference", {}, [(0, 1)])
    for glyphs, count in (("41", 1), ("m", 0), ("4m", int(first)), ("m4", int(not first))):
        text = replace(run, glyphs=tuple(glyphs))
        nothing = replace(run, glyphs=("",))  # such as a mark of direction
        pieces = (call, nothing, text) if first else (text, nothing, call)
        for blocks in ([Block("P", pieces)], [Block("P", pieces[::2])]):
            assert len(judged(heights.raised_calls, blocks=blocks, tree=tree)) == count


def test_a_call_that_is_not_raised_is_told_with_what_stands_beside_it(
    judged: Judge, run: Piece
) -> None:
    call, tree = replace(run, glyphs=("2",), mark=1), Tag("Reference", {}, [(0, 1)])
    text = replace(run, glyphs=tuple("On the mill by the river"))
    wrong = "1: shape: page 1: the call of a note is not raised: "
    for pieces, said in (
        ((text, call), "he mill by the river2"),
        ((call, text), "2On the mill by the r"),
    ):
        blocks = [Block("P", pieces)]
        assert judged(heights.raised_calls, blocks=blocks, tree=tree) == [wrong + said]


def test_superscripts_and_subscripts_are_spans_with_all_that_is_in_them(
    judged: Judge, run: Piece
) -> None:
    due: list[dict[tuple[int, int | str], str]] = []
    inner = Tag("Span", {"/Lang": "fr"}, [(0, 2)])
    tags = [
        Tag("Span", {"/A": {"/TextPosition": "/Sup"}}, [(0, 1), inner]),
        Tag("P", {"/A": {"/TextPosition": "/Sup"}}, [(0, 3)]),
        Tag("Span", {"/A": {"/TextPosition": "/Sub"}}, [(0, 4)]),
        Tag("Span", {}, [(0, 5)]),
    ]
    judged(
        lambda _content, reading, _faults: due.append(heights.positions(reading)),
        tree=Tag("P", {}, [*tags]),
        pieces=[run],
    )
    assert due == [{(0, 1): "/Sup", (0, 2): "/Sup", (0, 4): "/Sub"}]
