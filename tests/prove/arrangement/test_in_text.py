"""What a stylesheet draws in a line of text is refused; what it draws around texts is design."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from communique.prove.arrangement import in_text

from .conftest import shape

if TYPE_CHECKING:
    from communique.pdf_reading.content_stream.path import Shape
    from communique.pdf_reading.piece import Piece
    from tests.prove.conftest import Judge, Spoil

WRONG = "something is drawn here that the statement does not say"
BOX = "content: ''; display: inline-block"
LINE = (
    "main > p { position: relative } main > p::after { content: ''; position: absolute; left: 0;"
    " width: 100%; top: .75em; border-top:"
)
#: What looks like a character, or strikes some out, and the text at which it does.
DRAWN = {
    "a minus": (
        f"td.right::before {{ {BOX}; width: 5pt; border-top: .7pt solid; vertical-align: middle }}",
        "41 and 1 more",
    ),
    "a minus as the border of a high box": (
        f"td.right::before {{ {BOX}; width: .45em; height: 1.3em; border-bottom: .7pt solid;"
        " vertical-align: .3em }",
        "41 and 1 more",
    ),
    "a full stop": (
        f"h2::after {{ {BOX}; width: 2pt; height: 2pt; background: #000 }}",
        "What we found",
    ),
    "a comma": (
        f"h2::after {{ {BOX}; width: 1pt; height: 3pt; background: #000; vertical-align: -3pt }}",
        "What we found",
    ),
    "a dash of dots": (
        f"h2::after {{ {BOX}; width: 8pt; border-top: .5pt dotted; vertical-align: 3pt }}",
        "What we found",
    ),
    "an l": (
        f"blockquote p::before {{ {BOX}; width: .7pt; height: 7pt; background: #000 }}",
        "The river belongs to those who drink fro",
    ),
    "a pale line": (
        f"{LINE} .2pt solid #666 }}",
        "We met at the mill and spoke about the w and 2 more",
    ),
    "a thin line": (
        f"{LINE} .14pt solid #000 }}",
        "We met at the mill and spoke about the w and 2 more",
    ),
    "what is left of a high box that is painted over": (
        f"td.right::before {{ {BOX}; width: 7pt; height: .7pt; background: #000; outline: 2pt"
        " solid #fff; outline-offset: -1pt; border: solid #fff; border-width: 12pt 0;"
        " vertical-align: -9pt }",
        "41 and 1 more",
    ),
    "a full stop in a high box": (
        f"h2::after {{ {BOX}; width: 2pt; height: 2pt; background: #000; border: solid #fff;"
        " border-width: 16pt 0 9pt; vertical-align: -9pt }",
        "What we found",
    ),
    "a ring": (
        f"td.right::after {{ {BOX}; width: 5pt; height: 11pt; border: 1pt solid #000;"
        " border-radius: 50%; vertical-align: -2pt }",
        "41 and 1 more",
    ),
    "a bar of dots": (
        f"h2::before {{ {BOX}; height: 24pt; border-left: 1.5pt dotted; vertical-align: -5pt }}",
        "What we found",
    ),
    "a line over figures": (
        "tbody :is(th, td) { text-decoration: overline }",
        "Weir and 3 more",
    ),
    "a line over texts": (
        "main > p { text-decoration: overline }",
        "We met at the mill and spoke about the w and 3 more",
    ),
    "a line through a page number": (
        "@page { @bottom-right { text-decoration: line-through .05pt #999 } }",
        "Page 1 of 1",
    ),
}


@pytest.mark.parametrize(("styles", "where"), DRAWN.values(), ids=list(DRAWN))
def test_what_is_drawn_in_a_text_is_reported(reset: Spoil, styles: str, where: str) -> None:
    assert f"1: visible: page 1: {WRONG}: {where}" in reset(styles=styles)


@pytest.mark.parametrize(
    "styles",
    [
        "main > p, h2, a { text-decoration: underline }",
        "em, abbr, strong { border-bottom: .4pt solid }",
        "h2 { background: #ccc; border-radius: 99pt; padding: 3pt 8pt } html { background: #eee }",
        "td { border-top: .5pt solid; line-height: 1; padding: 0 } h2 { border-top: 1pt solid }",
        "h2 { border-radius: 5pt; border: 1pt solid; padding: 3pt }",
        "main > p { border-left: 6pt double; padding-left: 4pt }",
        "h2 { border-left: 4pt solid; padding-left: 3pt } blockquote { border-left: 3pt solid }",
        "h2 { border-bottom: 1pt solid; line-height: 1 } .facts dd { border-bottom: .3pt solid }",
        "td, th { border: .5pt solid; padding: 0 2pt; line-height: 1.25 }",
        "th { background: #135; color: #fff } tr:nth-child(2n) td { background: #eee }",
        "main > p > *, .byline { background: #eee } blockquote p { border: .3pt solid }",
        "h2::before { content: ''; display: block; width: 40pt; border-top: 2pt solid #135 }",
        "@page { @bottom-right { border: .5pt solid; border-width: .5pt 0 0 .5pt } }",
    ],
)
def test_what_is_drawn_around_texts_is_design(reset: Spoil, styles: str) -> None:
    assert reset(styles=styles) == []


@pytest.fixture
def found(judged: Judge, run: Piece) -> Judge:
    """Return the texts of 10 pt on a baseline at 400 pt, from 200 to 300 pt, that shapes are in."""

    def complaints(*shapes: Shape, pieces: tuple[Piece, ...] = (run,)) -> list[str]:
        told = judged(in_text.nothing_drawn, shapes=list(shapes), pieces=[*pieces])
        return [each.split(f"{WRONG}: ")[1] for each in told]

    return complaints


SAID = ["We thank the millers."]


@pytest.mark.parametrize(("over", "told"), [(0.1, []), (0.3, SAID), (7.9, SAID), (8.1, [])])
def test_a_line_through_letters_is_over_their_baseline(
    found: Judge, over: float, told: list[str]
) -> None:
    assert found(shape(150, 400 + over, 350, 400 + over)) == told
    assert found(shape(220, 399 + over, 221, 401 + over)) == told


@pytest.mark.parametrize(
    ("over", "told"), [(-3.1, []), (-2.9, SAID), (0, SAID), (9.9, SAID), (10.1, [])]
)
def test_what_is_beside_letters_may_be_lower_or_higher(
    found: Judge, over: float, told: list[str]
) -> None:
    assert found(shape(301, 399 + over, 302, 401 + over)) == told


def test_what_only_touches_letters_is_beside_them(found: Judge) -> None:
    for width, inside in ((1, 0.5), (2, 1), (8, 1)):
        for told, left in ((SAID, 300 - inside + 0.01), ([], 300 - inside - 0.01)):
            assert found(shape(left, 398, left + width, 399)) == told
    assert found(shape(300, 398, 300, 399)) == []
    assert found(shape(300.1, 398, 300.1, 399)) == SAID


def test_a_long_line_beside_letters_is_one_at_their_height(found: Judge) -> None:
    assert found(shape(301, 399, 312.9, 399)) == SAID
    assert found(shape(301, 399, 313.1, 399)) == []
    assert found(shape(301, 401, 340.9, 401)) == SAID


@pytest.mark.parametrize(
    ("left", "right", "high", "below", "told"),
    [
        (301, 341.1, 1.0, 5.9, []),
        (301, 340.9, 1.0, 5.9, SAID),  # as long as a dash may be
        (301, 341.1, 1.1, 5.9, SAID),  # a bar
        (301, 341.1, 1.0, 6.1, SAID),  # not right below the words
        (311, 352.0, 1.0, 5.9, []),  # an em away
        (298.9, 341.1, 1.0, 5.9, SAID),  # it crosses the last letter
    ],
)
def test_a_long_thin_line_below_words_is_a_rule_to_what_stands_beside_it(  # noqa: PLR0913, PLR0917  # pytest's
    found: Judge, run: Piece, left: float, right: float, high: float, below: float, told: list[str]
) -> None:
    line, head = 403.0, replace(run, left=315, right=335)
    over = replace(head, baseline=line + below)
    assert found(shape(left, line - high / 2, right, line + high / 2), pieces=(run, over)) == told


def test_a_rule_is_as_wide_as_the_words_over_it(found: Judge, run: Piece) -> None:
    for left, right in ((300.9, 335), (315, 345.1)):
        head = replace(run, left=left, right=right, baseline=408.0)
        assert found(shape(301, 403, 345, 403), pieces=(run, head)) == SAID


@pytest.mark.parametrize(("left", "told"), [(188.9, []), (189.1, SAID), (309.9, SAID), (310.1, [])])
def test_what_is_an_em_away_is_not_read_with_letters(
    found: Judge, left: float, told: list[str]
) -> None:
    assert found(shape(left, 403, left + 1, 404)) == told


def test_bars_are_as_high_as_a_line(found: Judge, run: Piece) -> None:
    assert found(shape(195, 398, 196, 409.9)) == SAID
    assert found(shape(195, 398, 196, 410.1)) == []
    title = replace(run, glyphs=("A",), size=30.0, baseline=600.0)
    assert found(shape(195, 398, 196, 410.1), pieces=(run, title)) == []


def test_lines_of_all_sizes_of_type_are_looked_at(found: Judge, run: Piece) -> None:
    title = replace(run, glyphs=("A",), size=30.0, baseline=600.0, right=220.0)
    assert found(shape(195, 625, 196, 628), pieces=(run, title)) == ["A"]


def test_only_the_part_that_is_not_cut_off_counts(found: Judge) -> None:
    high = shape(195, 390, 199, 430)
    assert found(high) == []
    assert found(high._replace(clip=(0, 403, 500, 404))) == SAID
    assert found(high._replace(clip=(0, 415, 500, 416))) == []


def test_the_ground_of_a_text_is_around_all_its_letters(found: Judge) -> None:
    ground = shape(201, 400, 299, 407)
    assert found(ground) == []
    edges: tuple[dict[str, Any], ...]
    edges = ({"left": 201.1}, {"right": 298.9}, {"bottom": 400.1}, {"top": 406.9})
    for edge in edges:
        assert found(ground._replace(**edge)) == SAID


def test_what_is_not_seen_is_no_character(found: Judge) -> None:
    dash, ground = shape(301, 403, 306, 404), shape(100, 300, 500, 500, colour=(0.5, 0.5, 0.5))
    white = dash._replace(colour=(1, 1, 1))
    assert found(white) == found(dash._replace(opacity=0)) == found(white, ground) == []
    assert found(ground, dash._replace(colour=(0.5, 0.5, 0.5))) == []
    assert found(ground, white) == found(dash._replace(opacity=0.01)) == SAID
    assert found(dash._replace(colour=None)) == found(dash._replace(colour=(1, 1, 0.99))) == SAID
    over = shape(220, 403, 226, 404, colour=(1, 1, 1))
    assert found(over) == SAID  # it hides letters
    assert found(over._replace(opacity=0)) == []


def test_a_line_under_a_text_is_not_beside_the_next(found: Judge, run: Piece) -> None:
    call = replace(run, glyphs=("1",), left=300.0, right=304.0)
    for pieces in ((run, call), (call, run)):
        assert found(shape(300, 399, 304, 399), pieces=pieces) == []
        assert found(shape(300, 402, 304, 402), pieces=pieces) == ["1"]


@pytest.mark.parametrize(("over", "told"), [(7.9, SAID), (8, SAID), (11.4, SAID), (11.6, [])])
def test_a_line_as_wide_as_a_text_may_not_be_directly_over_it(
    found: Judge, over: float, told: list[str]
) -> None:
    line = shape(200, 400 + over, 300, 400 + over)
    assert found(line) == told
    assert found(shape(203.4, 400 + over, 296.6, 401 + over)) == (told if over < 11 else [])


def test_a_line_that_is_wider_or_shorter_than_a_text_may_be_over_it(
    found: Judge, run: Piece
) -> None:
    for left, right in ((196.4, 300), (203.6, 300), (200, 303.6), (200, 296.4), (196, 304)):
        assert found(shape(left, 409, right, 409)) == []
    assert found(shape(200, 409, 300, 411.6)) == []
    link = replace(run, glyphs=("1",), left=300.0, right=340.0)
    for left, right, told in (
        (200, 340, SAID),
        (300, 340, ["1"]),
        (200, 300, SAID),
        (250, 340, []),
    ):
        assert found(shape(left, 409, right, 409), pieces=(run, link)) == told
    below = replace(link, baseline=390.0)
    assert found(shape(200, 409, 340, 409), pieces=(run, below)) == []


def test_a_line_under_words_and_the_space_behind_them_is_not_over_the_next_line(
    found: Judge, run: Piece
) -> None:
    link = replace(run, glyphs=("A",), right=296.0, baseline=412.0)
    rest = replace(link, left=300.0, right=340.0)
    assert found(shape(200, 409, 300, 409), pieces=(run, link, rest)) == []
    for left in (298.9, 301.1):
        beside = replace(rest, left=left)
        assert found(shape(200, 409, 300, 409), pieces=(run, link, beside)) == SAID


def test_a_line_under_a_word_of_arabic_is_not_beside_the_next_line(
    found: Judge, run: Piece
) -> None:
    word = replace(run, glyphs=("د",), left=180.0, right=191.0, baseline=415.0)
    assert found(shape(180, 409, 191, 409), pieces=(run, word)) == []
    assert found(shape(182, 409, 191, 409), pieces=(run, word)) == SAID
    assert found(shape(180, 416, 191, 416), pieces=(run, word)) == ["د"]


def test_texts_of_the_page_and_with_ink_are_looked_at(found: Judge, run: Piece) -> None:
    line = shape(200, 404, 300, 404)
    others: tuple[dict[str, Any], ...] = ({"pictured": True}, {"glyphs": (" ",)}, {"page": 1})
    for other in others:
        assert found(line, pieces=(replace(run, **other),)) == []
    twice = found(line, line, pieces=(replace(run, mark="Artifact"),))
    assert twice == ["We thank the millers. and 1 more"]


@pytest.mark.parametrize(
    ("under", "ends", "told"),
    [
        (4, (200, 300), []),
        (4.1, (200, 300), SAID),
        (3, (201.1, 300), SAID),
        (3, (200, 301.1), SAID),
        (3, (201, 301), []),
    ],
)
def test_a_line_under_the_words_above_is_not_over_a_text(
    found: Judge, run: Piece, under: float, ends: tuple[float, float], told: list[str]
) -> None:
    above = replace(run, baseline=414.0)
    line = shape(ends[0], 414 - under, ends[1], 414 - under)
    assert found(line, pieces=(run, above)) == told


@pytest.mark.parametrize(("under", "told"), [(6.9, []), (7.1, SAID)])
def test_a_line_under_arabic_is_lower(
    found: Judge, run: Piece, under: float, told: list[str]
) -> None:
    above = replace(run, baseline=417.0, glyphs=("\u0646", "\u0647", "\u0631"))
    assert found(shape(200, 417 - under, 300, 417 - under), pieces=(run, above)) == told


@pytest.mark.parametrize(("beside", "told"), [("\u0646", []), ("\u03b4", SAID)])
def test_it_is_as_low_under_other_words_beside_it(
    found: Judge, run: Piece, beside: str, told: list[str]
) -> None:
    greek = replace(run, baseline=416.0, glyphs=("\u03b4",), right=250.0)
    other = replace(greek, glyphs=(beside,), left=250.0, right=300.0)
    assert found(shape(200, 410.5, 300, 410.5), pieces=(run, greek, other)) == told


@pytest.mark.parametrize(("high", "told"), [(2.5, []), (2.75, SAID)])
def test_a_box_under_arabic_is_no_line(
    found: Judge, run: Piece, high: float, told: list[str]
) -> None:
    above = replace(run, baseline=412.0, glyphs=("\u0646", "\u0647", "\u0631"))
    assert found(shape(200, 404.75, 300, 404.75 + high), pieces=(run, above)) == told


def test_lines_through_what_is_struck_go_on_in_either_direction(found: Judge, run: Piece) -> None:
    words = (replace(run, struck=True), replace(run, struck=True, left=303.0, right=340.0))
    row = [shape(303, 403, 340, 403.5), shape(300, 403, 303, 403.5), shape(200, 403, 300, 403.5)]
    for lines in (row, row[::-1], [row[0], row[2], row[1]]):
        assert found(*lines, pieces=words) == []
    for other in (
        row[1]._replace(left=300.1, right=302.9),
        row[1]._replace(top=403.6),
        row[1]._replace(colour=(0.1, 0, 0)),
    ):
        assert found(row[0], other, row[2], pieces=words) == ["We thank the millers."]
    assert found(*row, pieces=(replace(words[0], struck=False), words[1])) == SAID
