"""Each rule about the looks of a page at its limits: what is still well, and what is no longer."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from communique.content.text import Text
from communique.pdf_reading import document
from communique.pdf_reading.bitmap import Box, Ground
from communique.pdf_reading.tag_tree import Block, Tag
from communique.pdf_reading.view import Height, SeenPicture, SeenText, View
from communique.prove.appearance import (
    cells,
    contrast,
    divisions,
    heights,
    letters,
    means,
    order,
    overlap,
    pictures,
    shape,
    visible,
)

if TYPE_CHECKING:
    from communique.compose.page import Page
    from communique.pdf_reading.piece import Piece
    from tests.prove.conftest import Judge

MM = 72 / 25.4
WHITE = Ground(1.0, 1.0)
BOX = Box(200.0, 400.0, 300.0, 412.0)


@pytest.fixture
def run(piece: Piece) -> Piece:
    """Return a run of text of 10 pt in the middle of a page."""
    return replace(piece, left=200.0, right=300.0, baseline=400.0, size=10.0, mark=0, page=0)


def seen(piece: Piece, **fields: Any) -> SeenText:
    """Return a text as the second engine sees it."""
    found: dict[str, Any] = {
        "box": BOX, "letters": piece.text, "whole": True, "ground": WHITE, "own": True,
    }  # fmt: skip
    return SeenText(piece, **(found | fields))


def view(*texts: SeenText, **fields: Any) -> View:
    found: dict[str, Any] = {
        "number": 0, "pictures": (), "complete": True, "overlaps": (), "other": None,
    }  # fmt: skip
    return View(texts=texts, **(found | fields))


def grey(luminance: float) -> tuple[float, float, float]:
    """Return a colour of this relative luminance (WCAG 2.1)."""
    part = 12.92 * luminance if luminance <= 0.0031 else 1.055 * luminance ** (1 / 2.4) - 0.055
    return part, part, part


# Contrast


@pytest.mark.parametrize(("size", "least"), [(10.0, 4.5), (17.99, 4.5), (18.0, 3.0), (40.0, 3.0)])
def test_text_stands_out_by_so_much(judged: Judge, run: Piece, size: float, least: float) -> None:
    for ratio, well in ((least + 0.01, True), (least - 0.01, False)):
        piece = replace(run, size=size, colour=grey(1.05 / ratio - 0.05))
        found = judged(contrast.standing_out, views=[view(seen(piece))])
        wrong = "1: contrast: page 1: this hardly stands out: We thank the millers."
        assert found == ([] if well else [wrong])


def test_the_contrast_asked_for_is_enough(
    judged: Judge, run: Piece, monkeypatch: pytest.MonkeyPatch
) -> None:
    for size, least in ((10.0, 4.5), (18.0, 3.0)):
        monkeypatch.setattr(contrast, "ratio", lambda *_, least=least: least)
        shown = view(seen(replace(run, size=size)))
        assert judged(contrast.standing_out, views=[shown]) == []


def test_spaces_need_no_contrast(judged: Judge, run: Piece) -> None:
    blank = seen(replace(run, glyphs=(" ",), colour=None))
    assert judged(contrast.standing_out, views=[view(blank)]) == []
    assert len(judged(contrast.standing_out, views=[view(seen(replace(run, colour=None)))])) == 1


# Letters


def test_what_a_second_engine_reads_is_compared_by_letters(judged: Judge, run: Piece) -> None:
    def found(words: str, read: str) -> list[str]:
        text = seen(replace(run, glyphs=tuple(words)), letters=read)
        return judged(letters.second_reading, views=[view(text)])

    assert found("ﬁrst (one)", "first )one(") == []
    assert found("in or-der", "rdeino r") == []
    assert found("بيان", "xyz") == []
    assert found("one", "two") == [
        "1: letters: page 1: a second engine reads other letters: one is read as two"
    ]
    assert found("oone", "one") != []


def test_a_page_that_a_second_engine_does_not_see_whole_is_reported(judged: Judge) -> None:
    assert judged(letters.second_reading, views=[view(complete=False, number=2)]) == [
        "1: letters: page 3: two engines do not see as many texts: all of it"
    ]


# Shape

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
        {"nearest": 0.4},
        {"nearest": 0.401},
        "the letters here are pushed into one another",
    ),
    "raised": ({"rise": 0.5}, {"rise": 0.501}, "the letters here are pushed into one another"),
    "lowered": ({"rise": -0.5}, {"rise": -0.501}, "the letters here are pushed into one another"),
    "far": ({"shift": -0.15}, {"shift": -0.1501}, "the letters here are far apart"),
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


def test_two_runs_on_a_line_have_a_space_between_them(judged: Judge, run: Piece) -> None:
    first = replace(run, glyphs=tuple("and one "), right=0.0)
    second = replace(run, glyphs=tuple("two more"), right=50.0)

    def found(gap: float, one: Piece = first, other: Piece = second, **fields: Any) -> int:
        pieces = [one, replace(other, left=gap, **fields)]
        return len(judged(shape.upright_letters, pieces=pieces))

    assert [found(gap) for gap in (1.0, 0.99, -9.99, -10.0)] == [0, 1, 1, 0]
    assert found(0.5, page=1) == found(0.5, mark=1) == found(0.5, baseline=390.0) == 0
    assert found(0.5, one=replace(first, glyphs=tuple("one"))) == 0
    assert found(0.5, glyphs=tuple(" two")) == 0
    pieces = [first, replace(second, left=0.5)]
    assert judged(shape.upright_letters, pieces=pieces) == [
        "1: shape: page 1: the spaces here are too narrow: and one two more"
    ]
    both = zip(pieces, ("x" * 30 + " ", "y" * 30), strict=True)
    long = [replace(piece, glyphs=tuple(words)) for piece, words in both]
    assert judged(shape.upright_letters, pieces=long)[0].endswith(f": {'x' * 19} {'y' * 20}")


def test_a_text_is_shown_without_the_spaces_around_it_and_cut(judged: Judge, run: Piece) -> None:
    turned = replace(run, glyphs=tuple(f" {'x' * 50} "), matrix=(1, 0, 0, -1))
    (found,) = judged(shape.upright_letters, pieces=[turned])
    assert found.endswith(f"upright: {'x' * 40}")


# Heights


@pytest.mark.parametrize(
    ("text", "well", "ill"),
    [
        ("x", (0.15, 0.5), (0.16, 0.5)),
        ("x", (0.0, 0.3), (0.0, 0.29)),
        ("3", (-0.025, 0.475), (-0.024, 0.475)),
        ("9", (0.0, 0.5), (0.0, 0.49)),
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


def test_a_font_is_compared_with_its_own_letters(judged: Judge, run: Piece) -> None:
    fonts = [replace(run.font, unicode={1: "H", 2: "x"}) for _ in range(2)]
    there = {(font, 1): Height(0.0, 0.5) for font in fonts} | {(fonts[0], 2): Height(0.0, 0.45)}
    pieces = [replace(run, font=font, codes=(1,), page=n) for n, font in enumerate(fonts)]
    (found,) = judged(heights.full_height, pieces=pieces, heights=there)
    assert ": page 1: " in found


@pytest.mark.parametrize("role", ["Reference", "Span", "P"])
def test_only_numbers_that_call_notes_may_be_raised(judged: Judge, run: Piece, role: str) -> None:
    font = replace(run.font, unicode={1: "1", 2: "a", 3: "1"})
    there = {(font, 1): Height(0.4, 0.8), (font, 2): Height(0.4, 0.8), (font, 3): Height(-0.2, 0.2)}
    tree = Tag("Document", {}, [Tag(role, {}, [(0, 0), Tag("Span", {}, [])])])

    def found(*codes: int) -> int:
        glyphs = tuple(font.unicode[code] for code in codes)
        piece = replace(run, font=font, glyphs=glyphs, codes=codes)
        return len(judged(heights.full_height, pieces=[piece], heights=there, tree=tree))

    assert found(1) == (role == "P")
    assert found(2) == found(1, 2) == found(3) == found(1, 3) == 1


# Visible


def test_what_is_hidden_struck_or_thin_is_reported(judged: Judge, run: Piece) -> None:
    def found(text: SeenText, **fields: Any) -> list[str]:
        return judged(visible.nothing_hidden, views=[view(text, **fields)])

    assert found(seen(run)) == []
    end = "We thank the millers."
    assert found(seen(run, whole=False)) == [
        f"1: visible: page 1: this is covered or cut off: {end}"
    ]
    crossed = WHITE._replace(crossed=True)
    assert found(seen(run, ground=crossed)) == [
        f"1: visible: page 1: this is struck through: {end}"
    ]
    thin = replace(run, opaque=False)
    assert found(seen(thin)) == [f"1: visible: page 1: this is see-through: {end}"]
    blank = replace(thin, glyphs=(" ",))
    assert found(seen(blank, whole=False, ground=crossed)) == []
    (other,) = found(seen(run), other=BOX)
    assert other.startswith("1: visible: page 1: something is drawn over the page")


# Overlap


def test_ink_on_other_ink_is_reported(judged: Judge, run: Piece) -> None:
    one, hebrew = seen(run), seen(replace(run, glyphs=tuple("נהר")))
    both = "1: place: page 1: text is printed on other text: We thank the millers. / "

    def found(part: float, depth: float, other: SeenText = one) -> list[str]:
        return judged(overlap.overprints, views=[view(overlaps=((one, other, part, depth),))])

    assert found(0.02, 0.2) == []
    assert found(0.021, 0) == found(0, 0.201) == [f"{both}We thank the millers."]
    assert found(0, 0.9, hebrew) == []
    assert found(0.021, 0, hebrew) == [f"{both}נהר"]


# Order


@pytest.mark.parametrize(
    ("left", "baseline", "well"),
    [
        (200.0, 399.9, True),
        (200.0, 400.0, False),
        (303.0, 400.0, True),
        (299.9, 400.0, False),
        (303.0, 450.0, True),
        (200.0, 450.0, False),
    ],
)
def test_a_text_stands_below_or_beside_the_one_before_it(
    judged: Judge, run: Piece, left: float, baseline: float, *, well: bool
) -> None:
    other = replace(run, left=left, right=left + 50, baseline=baseline, mark=1)
    blocks = [Block("P", (run,)), Block("P", (other,))]
    wrong = "1: order: page 1: this does not stand after what is read before it: {}"
    expected = [] if well else [wrong.format("We thank the millers.")]
    assert judged(order.reading_order, blocks=blocks) == expected


@pytest.mark.parametrize(("role", "apart"), [("P", 3.0), ("Lbl", 10.0)])
def test_texts_beside_one_another_are_apart(
    judged: Judge, run: Piece, role: str, apart: float
) -> None:
    def found(gap: float, **fields: Any) -> list[str]:
        other = replace(run, left=300.0 + gap, right=390.0, mark=1, **fields)
        blocks = [Block("Lbl", (run,)), Block(role, (other,))]
        return judged(order.reading_order, blocks=blocks)

    wrong = "1: order: page 1: this is run together with what is read before it: {}"
    assert found(apart) == []
    assert found(apart - 0.1) == found(0.0) == [wrong.format("We thank the millers.")]
    larger = {"P": 5.9, "Lbl": 19.9}[role]
    assert found(larger, size=20.0) != []
    assert found(larger + 0.1, size=20.0) == []


def test_spaces_before_a_text_keep_it_apart(judged: Judge, arabic: Page, run: Piece) -> None:
    for label, count in ((" .1", 0), (".1", 1)):
        first = Block("Lbl", (replace(run, glyphs=tuple(label)),))
        other = Block("P", (replace(run, left=100.0, right=200.0),))
        found = judged(order.reading_order, arabic.content, blocks=[first, other])
        assert len(found) == count


def test_a_text_may_stand_on_a_later_page_and_not_on_an_earlier_one(
    judged: Judge, run: Piece
) -> None:
    later = replace(run, page=1, baseline=700.0)
    assert judged(order.reading_order, blocks=[Block("P", (run,)), Block("P", (later,))]) == []
    assert len(judged(order.reading_order, blocks=[Block("P", (later,)), Block("P", (run,))])) == 1
    spread = Block("P", (run, later))
    for baseline, count in ((699.0, 0), (701.0, 1)):
        after = Block("P", (replace(later, baseline=baseline),))
        assert len(judged(order.reading_order, blocks=[spread, after])) == count


def test_in_arabic_a_text_stands_beside_on_the_left(
    judged: Judge, arabic: Page, run: Piece
) -> None:
    for right, count in ((197.0, 0), (197.1, 1)):
        other = Block("P", (replace(run, left=100.0, right=right),))
        blocks = [Block("P", (run,)), other]
        assert len(judged(order.reading_order, arabic.content, blocks=blocks)) == count


def test_a_text_is_compared_by_its_first_line_and_all_of_the_one_before(
    judged: Judge, arabic: Page, run: Piece
) -> None:
    beside = replace(run, left=303.0, right=340.0)
    wrapped = Block("P", (beside, replace(run, baseline=386.0)))
    assert judged(order.reading_order, blocks=[Block("P", (run,)), wrapped]) == []
    two = Block("P", (replace(run, left=400.0, right=450.0), run))
    for right, count in ((197.0, 0), (297.0, 1)):
        other = Block("P", (replace(run, left=100.0, right=right),))
        assert len(judged(order.reading_order, arabic.content, blocks=[two, other])) == count


def test_columns_of_two_languages_are_compared_each_by_itself(
    judged: Judge, page: Page, run: Piece
) -> None:
    both = replace(page.content, versions=page.content.versions * 2)
    middle = 105 * MM
    right = Block("P", (replace(run, left=middle, right=400.0, baseline=500.0),))
    left = Block("P", (replace(run, left=middle - 0.1, right=400.0, baseline=500.0),))
    assert judged(order.reading_order, both, blocks=[Block("P", (run,)), right]) == []
    assert len(judged(order.reading_order, both, blocks=[Block("P", (run,)), left])) == 1
    assert len(judged(order.reading_order, blocks=[Block("P", (run,)), right])) == 1


def test_lines_stand_below_one_another(judged: Judge, run: Piece) -> None:
    for raised, count in ((5.0, 0), (5.1, 1)):
        lines = Block("P", (run, replace(run, baseline=400.0 + raised)))
        found = judged(order.reading_order, blocks=[lines])
        assert len(found) == count
    assert found == [
        "1: order: page 1: a line does not stand below the one before it: We thank the millers."
    ]
    over = Block("P", (run, replace(run, page=1, baseline=700.0)))
    assert judged(order.reading_order, blocks=[over]) == []


def test_notes_are_compared_among_themselves(judged: Judge, run: Piece) -> None:
    note = replace(run, baseline=100.0, mark=7)
    lower = replace(run, baseline=90.0, mark=8)
    text = replace(run, baseline=300.0, mark=1)
    inner = Tag("P", {}, [(0, 8)])
    tree = Tag("Document", {}, [Tag("Note", {}, [(0, 7)]), Tag("FENote", {}, [inner])])
    blocks = [Block("P", (each,)) for each in (run, note, text, lower)]
    assert judged(order.reading_order, blocks=blocks, tree=tree) == []
    assert len(judged(order.reading_order, blocks=blocks, tree=Tag("Document", {}))) == 1
    turned = [blocks[0], blocks[3], blocks[2], blocks[1]]
    assert len(judged(order.reading_order, blocks=turned, tree=tree)) == 1
    ignored = [
        Block("P", (replace(run, baseline=900.0, pictured=True),)),
        Block("P", (replace(run, baseline=900.0, glyphs=(" ",)),)),
    ]
    assert judged(order.reading_order, blocks=[*blocks, *ignored], tree=tree) == []


# Divisions


@pytest.fixture
def divided_in(
    judged: Judge, run: Piece, monkeypatch: pytest.MonkeyPatch
) -> Callable[..., list[str]]:
    """Return what is said of the division of words in these lines, two of them on a page."""

    def found(words: str, lines: list[str], times: int = 1) -> list[str]:
        text = Text(((words, "en"),), "P", 7, Path("river.en.md"))
        monkeypatch.setattr(divisions, "expected", lambda *_: [text])
        pieces = tuple(
            replace(run, page=number // 2, glyphs=tuple(line), baseline=500.0 - number)
            for number, line in enumerate(lines)
        )
        return judged(divisions.whole_words, blocks=[Block("P", pieces)] * times)

    return found


@pytest.mark.parametrize(
    ("words", "lines", "divided"),
    [
        ("We met there", ["We met", "there"], ""),
        ("We met there", ["We met th", "ere"], "there"),
        ("We met there", ["We met th\u00ad", "ere"], ""),
        ("a well-known mill", ["a well-", "known mill"], ""),
        ("a well-known mill", ["a well-kn", "own mill"], "well-known"),
        ("in 2024", ["in 20", "24"], "2024"),
        ("inter\u200bnational", ["inter", "national"], ""),
        ("inter\u200bnational", ["internat", "ional"], "national"),
        ("inter\u00adnational", ["inter", "national"], "international"),
        ("x" * 15, ["x" * 9, "x" * 6], "x" * 15),
        ("x" * 16, ["x" * 9, "x" * 7], ""),
        ("Мы встретились", ["Мы встре", "тились"], "встретились"),
        ("נפגשנו", ["נפג", "שנו"], "נפגשנו"),
        ("我们在磨坊", ["我们在", "磨坊"], ""),
        ("เราพบกัน", ["เรา", "พบกัน"], ""),
        ("one two", ["on", "e t", "wo"], "one two"),
    ],
)
def test_a_word_goes_on_in_the_next_line_after_a_hyphen_only(
    divided_in: Callable[..., list[str]], words: str, lines: list[str], divided: str
) -> None:
    wrong = "7: hyphens: page 1: {} is divided between two lines without a hyphen"
    assert divided_in(words, lines) == [wrong.format(word) for word in divided.split()]
    assert divided_in(words, lines, times=2) == []  # what is said there is not known


# Cells


@pytest.fixture
def tabled(judged: Judge, run: Piece) -> Callable[..., list[str]]:
    """Return what is said of a table of these rows, each cell by its left edge and its right one.

    A row's baselines are given before its cells, one for each or one for all; the first row is the
    heading. A cell of None is empty.
    """

    def found(*rows: Any, **fields: Any) -> list[str]:
        pieces: list[Piece] = []
        tags: list[Any] = []
        for number, (baselines, *edges) in enumerate(rows):
            heights = baselines if isinstance(baselines, tuple) else (baselines,) * len(edges)
            kids: list[Any] = []
            for column, (height, edge) in enumerate(zip(heights, edges, strict=True)):
                place = (0, 10 * number + column)
                kids.append(Tag("TD" if number else "TH", {}, [place]))
                if edge:
                    text = tuple(f"{number}{column}")
                    piece = replace(run, glyphs=text, left=edge[0], right=edge[1])
                    pieces.append(replace(piece, mark=place[1], baseline=height, **fields))
            tags.append(Tag("TR", {}, kids))
        tree = Tag("Document", {}, [Tag("Table", {}, tags)])
        return judged(cells.rows_and_columns, tree=tree, pieces=pieces)

    return found


Tabled = Callable[..., list[str]]
#: Two columns: the left edges of one stand in a line, and the right ones of the other.
HEADING, ROW = (90.0, (10.0, 40.0), (60.0, 99.0)), (80.0, (10.0, 25.0), (90.0, 99.0))


def cells_said(wrong: str, text: str) -> list[str]:
    return [f"1: cells: page 1: {wrong}: {text}"]


def test_cells_stand_in_rows_and_columns(tabled: Tabled) -> None:
    assert tabled(HEADING, ROW) == []
    assert tabled(HEADING, (80.0, None, (90.0, 99.0)), (70.0, (10.0, 50.0), None)) == []
    assert tabled(HEADING, (80.0, None, None)) == []
    mirrored = [(row[0], row[2], row[1]) for row in (HEADING, ROW)]
    assert tabled(*mirrored) == []


def test_cells_of_a_row_share_a_line(tabled: Tabled) -> None:
    torn = "the cells of a row do not stand beside one another"
    assert tabled(HEADING, ((80.0, 79.9), *ROW[1:])) == cells_said(torn, "10")
    assert tabled(((80.0, 79.9), *ROW[1:])) == cells_said(torn, "00")


def test_rows_stand_below_one_another(tabled: Tabled) -> None:
    low = "a row does not stand below the one before it"
    assert tabled(HEADING, (89.9, *ROW[1:])) == []
    assert tabled(HEADING, (90.0, *ROW[1:])) == cells_said(low, "10")
    assert tabled(HEADING, (91.0, *ROW[1:])) == cells_said(low, "10")


@pytest.mark.parametrize(
    ("one", "other", "well"),
    [
        ((10.0, 20.0), (11.0, 50.0), True),  # left edges
        ((10.0, 20.0), (11.1, 50.0), False),
        ((30.0, 50.0), (10.0, 49.0), True),  # right edges
        ((30.0, 50.0), (10.0, 48.9), False),
        ((10.0, 50.0), (21.0, 41.0), True),  # middles
        ((10.0, 50.0), (22.1, 42.1), False),
    ],
)
def test_cells_of_a_column_have_an_edge_or_their_middle_in_a_line(
    tabled: Tabled, one: tuple[float, float], other: tuple[float, float], *, well: bool
) -> None:
    ragged = "the cells of a column do not stand below one another"
    found = tabled((90.0, None, (60.0, 80.0)), (80.0, one, None), (70.0, other, None))
    assert found == ([] if well else cells_said(ragged, "10"))


def test_a_heading_stands_over_its_column(tabled: Tabled) -> None:
    ragged = "the cells of a column do not stand below one another"
    body = (80.0, (20.0, 40.0)), (70.0, (20.0, 50.0))
    assert tabled((90.0, (49.9, 70.0)), *body) == tabled((90.0, (1.0, 20.1)), *body) == []
    for head in ((50.0, 71.5), (1.0, 20.0)):
        assert tabled((90.0, head), *body) == cells_said(ragged, "00")


def test_columns_are_apart(tabled: Tabled) -> None:
    narrow = "a column is not apart from the one before it"
    for gap, said_so in ((2.0, []), (1.9, cells_said(narrow, "01"))):
        one, other = (10.0, 40.0), (40.0 + gap, 90.0)
        assert tabled((90.0, one, other), (80.0, one, other)) == said_so
        assert tabled((90.0, one, None), (80.0, None, other)) == [
            each.replace("01", "11") for each in said_so
        ]
        assert tabled((90.0, other, one), (80.0, other, one)) == said_so


def test_pictures_spaces_and_artifacts_in_tables_are_no_cells(tabled: Tabled) -> None:
    out_of_place = HEADING, (95.0, (300.0, 310.0), (5.0, 9.0))
    assert tabled(*out_of_place) != []
    assert tabled(*out_of_place, pictured=True) == []
    assert tabled(*out_of_place, glyphs=(" ",)) == []


def test_each_page_of_a_table_is_judged_by_itself(judged: Judge, run: Piece) -> None:
    def found(page: int) -> list[str]:
        edges = ((0, 0, 10.0, 90.0), (page, 1, 60.0, 80.0))
        pieces = [
            replace(run, page=at, mark=mark, left=left, right=left + 9, baseline=height)
            for at, mark, left, height in edges
        ]
        rows = [Tag("TR", {}, [Tag("TD", {}, [(at, mark)])]) for at, mark, *_ in edges]
        tree = Tag("Table", {}, [Tag("TBody", {}, list(rows))])
        return judged(cells.rows_and_columns, tree=tree, pieces=pieces)

    assert found(1) == []
    assert len(found(0)) == 1


def test_notes_are_no_part_of_the_cells_that_call_them(judged: Judge, run: Piece) -> None:
    def found(role: str) -> list[str]:
        note = replace(run, mark=1, left=60.0, right=400.0, baseline=100.0)
        pieces = [run, note, replace(run, mark=2, left=320.0, right=350.0)]
        call = Tag("TD", {}, [Tag("Span", {}, [(0, 0), Tag(role, {}, [(0, 1)])])])
        tree = Tag("Table", {}, [Tag("TR", {}, [call, Tag("TD", {}, [(0, 2)])])])
        return judged(cells.rows_and_columns, tree=tree, pieces=pieces)

    assert found("Note") == found("FENote") == []
    assert found("Span") != []


# Pictures

LEFT, RIGHT, LOW = 22 * MM - 2, 186 * MM + 2, 27 * MM - 2
FIRST, TOP = 277 * MM + 2, 270 * MM + 2


def found_in(judged: Judge, page: int, *shown: SeenPicture | None, text: Any = ()) -> list[str]:
    """Return what is said of pictures with the marks 0, 1 and so on, in one figure."""
    marks: list[Any] = [(page, number) for number in range(len(shown))]
    figure = Tag("Figure", {"/Alt": "A mill"}, marks)
    tree = Tag("Document", {}, [Tag("P", {}, [(page, 99)]), figure])
    there = view(*text, pictures=tuple(filter(None, shown)), number=page)
    return judged(pictures.every_picture, tree=tree, views=[there])


def picture(box: Box | None = BOX, mark: int = 0, **fields: Any) -> SeenPicture:
    return SeenPicture(mark=mark, box=box, **({"upright": True, "whole": True} | fields))


def said(wrong: str, page: int = 1) -> list[str]:
    return [f"1: pictures: page {page}: {wrong}: A mill"]


def test_a_picture_shows_something_upright_and_whole(judged: Judge) -> None:
    assert found_in(judged, 0, picture()) == []
    assert found_in(judged, 2, None) == said("the picture shows nothing", 3)
    assert found_in(judged, 0, picture(None)) == said("the picture shows nothing")
    turned, hidden = picture(upright=False), picture(whole=False)
    assert found_in(judged, 0, turned) == said("the picture is turned or stretched")
    assert found_in(judged, 0, hidden) == said("the picture is covered or cut off")
    assert found_in(judged, 0, picture(), picture(mark=1, upright=False)) != []
    assert found_in(judged, 0, picture(), picture(mark=1, whole=False)) != []


def test_a_picture_that_is_turned_with_what_is_around_it_is_reported(judged: Judge) -> None:
    there, figure = view(pictures=(picture(),)), Tag("Figure", {"/Alt": "A mill"}, [(0, 0)])
    for place, count in (((0, 0), 1), ((1, 0), 0), ((0, 1), 0)):
        found = judged(pictures.every_picture, tree=figure, views=[there], turned={place})
        assert found == said("the picture is turned or stretched") * count


@pytest.mark.parametrize(
    ("number", "side", "limit", "beyond"),
    [
        (0, "left", LEFT, -1),
        (0, "right", RIGHT, 1),
        (0, "bottom", LOW, -1),
        (0, "top", FIRST, 1),
        (1, "top", TOP, 1),
    ],
)
def test_a_picture_lies_inside_the_type_area(
    judged: Judge, number: int, side: str, limit: float, beyond: int
) -> None:
    near, far = (BOX._replace(**{side: limit + by * beyond}) for by in (-0.001, 0.001))
    assert found_in(judged, number, picture(near)) == []
    wrong = said("the picture runs out of its area", number + 1)
    assert found_in(judged, number, picture(far)) == wrong


def test_in_arabic_the_margins_of_pictures_change_sides(judged: Judge, arabic: Page) -> None:
    figure = Tag("Figure", {"/Alt": "A mill"}, [(0, 0)])
    for left, right, count in ((24 * MM - 2, 188 * MM + 2, 0), (22 * MM, 186 * MM, 1)):
        there = view(pictures=(picture(BOX._replace(left=left + 0.001, right=right - 0.001)),))
        found = judged(pictures.every_picture, arabic.content, tree=figure, views=[there])
        assert len(found) == count


def test_a_picture_has_a_side_of_five_points(judged: Judge) -> None:
    small = Box(100.0, 100.0, 104.9, 104.9)
    assert found_in(judged, 0, picture(small)) == said("the picture is too small to be seen")
    assert found_in(judged, 0, picture(small._replace(right=105.0))) == []
    assert found_in(judged, 0, picture(small._replace(top=105.0))) == []
    assert found_in(judged, 0, picture(small), picture(BOX, 1)) == []


@pytest.mark.parametrize(
    ("box", "count"),
    [
        (Box(298.0, 400.0, 400.0, 412.0), 0),
        (Box(297.9, 400.0, 400.0, 412.0), 1),
        (Box(100.0, 400.0, 202.0, 412.0), 0),
        (Box(100.0, 400.0, 202.1, 412.0), 1),
        (Box(200.0, 410.0, 300.0, 500.0), 0),
        (Box(200.0, 409.9, 300.0, 500.0), 1),
        (Box(200.0, 300.0, 300.0, 402.0), 0),
        (Box(200.0, 300.0, 300.0, 402.1), 1),
    ],
)
def test_text_may_touch_a_picture_by_two_points(
    judged: Judge, run: Piece, box: Box, count: int
) -> None:
    assert len(found_in(judged, 0, picture(), text=[seen(run, box=box)])) == count
    blank = seen(replace(run, glyphs=(" ",)), box=BOX)
    assert found_in(judged, 0, picture(), text=[blank]) == []
    nothing = found_in(judged, 0, picture(None), text=[seen(run, box=BOX)])
    assert nothing == said("the picture shows nothing")


def test_text_on_a_picture_is_named(judged: Judge, run: Piece) -> None:
    assert found_in(judged, 1, picture(), text=[seen(run)]) == [
        "1: pictures: page 2: text stands on a picture: We thank the millers."
    ]


# Means


def unfollowed(
    judged: Judge,
    *links: dict[str, Any],
    catalog: Any = (),
    unexpected: Any = (),
    pieces: Any = (),
    **entries: Any,
) -> list[str]:
    """Return what is said of two pages, the second of which has these entries and `links`."""
    size = {"/MediaBox": [0, 0, 595, 842]}
    annotations = tuple(
        document.Annotation(number, {"/F": 4} | link) for number, link in enumerate(links)
    )
    own = {f"/{key}": value for key, value in entries.items()}
    return judged(
        means.known_means,
        catalog=dict.fromkeys(catalog),
        unexpected=list(unexpected),
        pieces=list(pieces),
        pages=[document.Page(size, ()), document.Page(size | own, annotations)],
        tree=Tag("Link", {}, list(annotations)),
    )


def not_followed(page: int, what: str) -> list[str]:
    return [f"1: drawing: page {page}: this is not followed by the proof: {what}"]


@pytest.mark.parametrize("key", ["OCProperties", "AcroForm", "OpenAction", "AA"])
def test_a_document_that_changes_by_itself_is_reported(judged: Judge, key: str) -> None:
    assert unfollowed(judged) == []
    assert unfollowed(judged, catalog=["/Lang", f"/{key}"]) == not_followed(1, key)


def test_pages_that_are_turned_or_scaled_are_reported(judged: Judge) -> None:
    turned = not_followed(2, "a page that is turned or scaled")
    assert unfollowed(judged, Rotate=90) == unfollowed(judged, UserUnit=2) == turned
    assert unfollowed(judged, Rotate=0, UserUnit=1) == []


@pytest.mark.parametrize("box", ["CropBox", "TrimBox", "BleedBox", "ArtBox"])
def test_a_page_of_which_less_is_shown_printed_or_kept_is_reported(judged: Judge, box: str) -> None:
    cropped = not_followed(2, "a page that is cropped")
    assert unfollowed(judged, **{box: [0, 0, 595, 842]}) == []
    assert unfollowed(judged, **{box: [0, 0, 595, 841]}) == cropped
    assert unfollowed(judged, **{box: [0, 0, 596, 842]}) == cropped
    assert unfollowed(judged, **{box: [1, 0, 595, 842]}) == cropped
    assert unfollowed(judged, **{box: "no box"}) == cropped


@pytest.mark.parametrize(
    ("entries", "what"),
    [
        ({"/Subtype": "/Link", "/Border": [0, 0, 0]}, ""),
        ({"/Subtype": "/Link", "/Border": [0, 0, 1]}, "a link with a border"),
        ({"/Subtype": "/Link", "/Border": [0, 1, 0]}, "a link with a border"),
        ({"/Subtype": "/Link", "/Border": [1, 0, 0]}, "a link with a border"),
        ({"/Subtype": "/Link", "/BS": {"/W": 0}}, ""),
        ({"/Subtype": "/Link", "/BS": {"/W": 1}}, "a link with a border"),
        ({"/Subtype": "/Link", "/BS": {}}, "a link with a border"),
        ({"/Subtype": "/Link"}, "a link with a border"),
        ({"/Subtype": "/Link", "/Border": [0, 0, 0], "/AP": {}}, "an annotation /Link"),
        ({"/Subtype": "/Link", "/BS": "none"}, "a link with a border"),
        ({"/Subtype": "/Link", "/Border": 0, "/F": 2}, "a link that is not shown and printed"),
        ({"/Subtype": "/Link", "/Border": 0, "/F": 6}, "a link that is not shown and printed"),
        ({"/Subtype": "/Link", "/Border": 0, "/F": 0}, "a link that is not shown and printed"),
        ({"/Subtype": "/Link", "/Border": 0, "/A": []}, "a link that acts"),
        ({"/Subtype": "/Stamp", "/Border": [0, 0, 0]}, "an annotation /Stamp"),
    ],
)
def test_annotations_are_links_without_a_border(
    judged: Judge, entries: dict[str, Any], what: str
) -> None:
    expected = not_followed(2, what) if what else []
    assert unfollowed(judged, entries) == expected


def test_what_the_reader_did_not_expect_is_reported_once(judged: Judge, run: Piece) -> None:
    assert unfollowed(judged, unexpected=[(1, "a shading"), (1, "a shading")]) == not_followed(
        2, "a shading"
    )
    vertical = replace(run, page=1, font=replace(run.font, name="A", horizontal=False))
    assert unfollowed(judged, pieces=[run, vertical, vertical]) == not_followed(2, "the font A")


def test_a_text_with_a_font_in_place_of_its_own_is_reported(judged: Judge, run: Piece) -> None:
    found = judged(letters.second_reading, views=[view(seen(run, own=False))])
    assert found == [f"1: letters: page 1: a second engine cannot use the font of this: {run.text}"]
