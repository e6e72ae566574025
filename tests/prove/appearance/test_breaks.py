"""A break in the text is a rule that is drawn between what stands around it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from communique.compose.page import Page, compose
from communique.content.content import content_of
from communique.design import edition
from communique.pdf_reading.content_stream.path import Paint, Path, Shape
from communique.prove.appearance import breaks
from communique.prove.form import MM
from communique.prove.place import sides
from communique.read.source import read
from communique.typeset.engine import typeset
from tests.prove.conftest import complaints, composed

if TYPE_CHECKING:
    from pathlib import Path as FilePath

    from communique.pdf_reading.piece import Piece

HEAD = "---\ntitle: On the river\nissued: 2024-05-02\n---\n\n"
BETWEEN = (
    HEAD + "One.\n\n---\n\nTwo.[^1]\n\n---\n\n> Three.\n>\n> ---\n>\n> Four.\n\n[^1]: A note.\n"
)
FIRST = HEAD + "---\n\nOne.\n"
LAST = HEAD + "One.\n\n---\n"
LISTED = HEAD + "1. One.\n\n   ---\n\n   Two.\n\n2. Three.\n\n---\n\n3. Four.\n"
TWICE = HEAD + "One.\n\n---\n\n---\n\nTwo.\n"
TABLE = HEAD + "| A | B |\n|---|---|\n| 1 | |\n\nOne.\n\n---\n\nTwo.\n"
SPACES = TABLE.replace("| 1 | |", "| 1 | &nbsp; |")
POINT = HEAD + "1. One.\n2. ***\n\n   Two.\n"
#: What sets notes apart stands below the text, as the break does, and is none.
NOTED = HEAD + "One.[^1]\n\n---\n\n[^1]: A note.\n"
PAGES = HEAD + "One is long enough. " * 330 + "\n\n---\n\nTwo.\n"
GREY, BLACK, WHITE = (0.5, 0.5, 0.5), (0.0, 0.0, 0.0), (1.0, 1.0, 1.0)
MISSING = "place: the break in the text is not drawn"


def page_of(folder: FilePath, text: str) -> Page:
    return composed(folder, text, "river.en.md")


@pytest.mark.parametrize(
    "text", [BETWEEN, FIRST, LAST, LISTED, TWICE, TABLE, SPACES, POINT, NOTED, PAGES]
)
def test_breaks_are_drawn_where_they_are_written(tmp_path: FilePath, text: str) -> None:
    page = page_of(tmp_path, text)
    assert complaints(page, typeset(page)) == []


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (BETWEEN, 8),
        (FIRST, 6),
        (LAST, 8),
        (LISTED, 8),
        (TWICE, 10),
        (TABLE, 12),
        (SPACES, 12),
        (NOTED, 8),
        (PAGES, 8),
    ],
)
def test_a_template_that_drops_a_rule_is_refused(tmp_path: FilePath, text: str, line: int) -> None:
    page = page_of(tmp_path, text)
    other = replace(page, html=page.html.replace("<hr>", "", 1))
    assert complaints(page, typeset(other)) == [f"{line}: {MISSING}"]


def test_a_stylesheet_that_hides_rules_is_refused(tmp_path: FilePath) -> None:
    page = page_of(tmp_path, BETWEEN)
    other = replace(page, styles=page.styles + "hr { border: none }")
    assert complaints(page, typeset(other)) == [f"{line}: {MISSING}" for line in (8, 12, 16)]


@pytest.mark.parametrize("paragraph", ["One", "Two", "Four"])
def test_a_rule_that_stands_elsewhere_is_no_break(tmp_path: FilePath, paragraph: str) -> None:
    page = page_of(tmp_path, HEAD + "One.\n\nTwo.\n\n---\n\nThree.\n\nFour.\n")
    moved = page.html.replace("<hr>", "").replace(f"<p>{paragraph}", f"<hr><p>{paragraph}")
    assert complaints(page, typeset(replace(page, html=moved))) == [f"10: {MISSING}"]


def test_a_text_may_begin_with_a_break_beside_many_facts(tmp_path: FilePath) -> None:
    facts = "title: On the river\nsymbol: R/1\nplace: Mill\nevent: Meeting"
    page = page_of(tmp_path, FIRST.replace("title: On the river", facts))
    assert complaints(page, typeset(page)) == []
    other = replace(page, html=page.html.replace("<hr>", ""))
    assert complaints(page, typeset(other)) == [f"9: {MISSING}"]


def test_both_texts_of_a_parallel_edition_may_end_with_a_break(tmp_path: FilePath) -> None:
    (tmp_path / "river.fr.md").write_text("---\ntitle: Le fleuve\n---\n\nUn.\n\n---\n", "utf-8")
    (tmp_path / "river.en.md").write_text("---\ntitle: On it\n---\n\nOne.\n\n---\n", "utf-8")
    pair = replace(read(tmp_path / "river.en.md"), beside=read(tmp_path / "river.fr.md"))
    page = compose(content_of(pair, edition.load("parallel")))
    assert complaints(page, typeset(page)) == []
    other = replace(page, html=page.html.replace("<hr>", "", 1))
    assert complaints(page, typeset(other)) == [f"7: {MISSING}"]


@pytest.mark.parametrize(
    ("width", "height", "is_rule"),
    [(20, 4, True), (19.9, 4, False), (20, 4.1, False), (300, 0, True)],
)
def test_a_rule_is_wide_and_flat(
    tmp_path: FilePath, width: float, height: float, *, is_rule: bool
) -> None:
    content = page_of(tmp_path, FIRST).content
    assert breaks._is_rule(Shape(0, 100, 400, 100 + width, 400 + height), content) is is_rule


def test_a_rule_outside_the_type_area_is_no_break(tmp_path: FilePath) -> None:
    content = page_of(tmp_path, FIRST).content
    paper = content.edition.paper.height * MM
    assert not breaks._is_rule(Shape(0, 100, 5, 300, 6), content)
    assert not breaks._is_rule(Shape(0, 100, paper - 6, 300, paper - 5), content)


def test_a_rule_may_lie_at_the_very_edge_of_the_type_area(tmp_path: FilePath) -> None:
    content = page_of(tmp_path, FIRST).content
    bottom, top = 27 * MM, (297 - 20) * MM  # of the standard edition
    for low, high, is_rule in (
        (bottom, bottom + 1, True),
        (bottom - 0.1, bottom + 1, False),
        (top - 1, top, True),
        (top - 1, top + 0.1, False),
    ):
        assert breaks._is_rule(Shape(0, 100, low, 300, high), content) is is_rule
    left, right = sides(content)
    for start, end, is_rule in (
        (left - 0.09, left + 50, True),
        (left - 0.11, left + 50, False),
        (right - 50, right + 0.09, True),
        (right - 50, right + 0.11, False),
    ):
        assert breaks._is_rule(Shape(0, start, 400, end, 401), content) is is_rule


def lines(piece: Piece, *baselines: float, left: float = 100, right: float = 200) -> list[Piece]:
    """Return a text of lines: the first is indented, and the last is short."""
    ends = [right, *[right - 50] * (len(baselines) - 1)]
    starts = [left + 10, *[left] * (len(baselines) - 1)]
    return [
        replace(piece, baseline=each, left=start, right=end)
        for each, start, end in zip(baselines, starts, ends, strict=True)
    ]


@pytest.mark.parametrize(
    ("low", "high", "is_below", "is_above"),
    [
        (505, 505, True, True),
        (499, 500, True, False),
        (499, 500.1, True, True),
        (520, 521, False, True),
        (519.9, 521, True, True),
        (530, 530, False, True),
        (490, 490, True, False),
    ],
)
def test_a_rule_is_below_the_last_line_of_one_text_and_above_the_first_of_the_next(
    piece: Piece, low: float, high: float, *, is_below: bool, is_above: bool
) -> None:
    before, after = lines(piece, 540, 520), lines(piece, 500, 480)
    rule = Shape(0, 120, low, 180, high)
    assert breaks._is_between(rule, before, after) is (is_below and is_above)
    assert breaks._is_between(rule, before, ()) is is_below
    assert breaks._is_between(rule, (), after) is is_above
    assert breaks._is_between(rule, before, [replace(p, page=1) for p in after]) is is_below
    assert not breaks._is_between(rule, [replace(p, page=1) for p in before], ())


def test_a_rule_beside_a_text_is_compared_with_that_of_its_own_column(piece: Piece) -> None:
    left, right = lines(piece, 600, 500), lines(piece, 560, 460, left=200, right=300)
    for rule, before, after, is_between in (
        (Shape(0, 200.1, 580, 290, 580), left, right, True),
        (Shape(0, 110, 580, 205, 580), left, right, True),
        (Shape(0, 200.1, 540, 290, 540), left, right, False),
        (Shape(0, 110, 540, 200, 540), left, right, False),
        (Shape(0, 110, 490, 200, 490), left, right, True),
        (Shape(0, 110, 620, 199.9, 620), right, left, True),
        (Shape(0, 110, 580, 199.9, 580), right, left, False),
        (Shape(0, 200, 580, 290, 580), right, left, False),
        (Shape(0, 200, 450, 290, 450), right, left, True),
    ):
        assert breaks._is_between(rule, before, after) is is_between
    overlapping = lines(piece, 560, 460, left=199, right=300)
    assert not breaks._is_between(Shape(0, 210, 580, 290, 580), left, overlapping)
    assert not breaks._is_between(Shape(0, 110, 620, 190, 620), overlapping, left)


def test_a_path_is_known_by_the_box_around_it() -> None:
    path = Path(2)
    turned = (1.0, 0.0, 0.0, -1.0, 0.0, 100.0)
    path.follow(b"re", [b"10", b"20", b"30", b"-5"], turned)
    path.follow(b"f", [], turned)
    path.follow(b"m", [b"1", b"2"], turned)
    path.follow(b"c", [b"3", b"4", b"5", b"6", b"7", b"8"], turned)
    path.follow(b"n", [], turned)  # clips, and paints nothing
    path.follow(b"S", [], turned)
    path.follow(b"m", [b"1", b"2"], turned)
    path.follow(b"l", [b"9", b"2"], turned)
    path.follow(b"S", [], turned)
    box, line = Shape(2, 10, 80, 40, 85, BLACK), Shape(2, 1, 98, 9, 98, BLACK)
    assert path.painted == [box._replace(whole=True), line]
    for operator, colour, whole in (
        (b"f", GREY, True),
        (b"F", GREY, True),
        (b"f*", GREY, False),
        (b"B", GREY, False),
        (b"S", WHITE, False),
        (b"s", WHITE, False),
    ):
        path.follow(b"re", [b"10", b"20", b"30", b"-5"], turned)
        opacity = 0.5 if colour == GREY else 0.25
        path.follow(operator, [], turned, Paint(colour, opacity))
        assert path.painted[-1] == box._replace(colour=colour, whole=whole, opacity=opacity)


def test_what_is_all_cut_off_is_not_painted() -> None:
    path, box = Path(0), [b"10", b"20", b"30", b"5"]
    upright = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)

    def painted(*clip: float) -> list[tuple[float, ...]]:
        path.painted.clear()
        path.follow(b"re", box, upright)
        path.follow(b"f", [], upright, clip=(clip[0], clip[1], clip[2], clip[3]))
        return [shape[1:5] for shape in path.painted]

    assert painted(0, 0, 99, 99) == [(10, 20, 40, 25)]
    assert painted(20, 21, 30, 24) == [(10, 20, 40, 25)]
    assert painted(41, 0, 99, 99) == painted(0, 26, 99, 99) == painted(0, 0, 99, 20) == []
    path.follow(b"re", box, upright)
    path.clips = True
    assert path.follow(b"n", [], upright, clip=(0, 0, 30, 99)) == (10, 20, 30, 25)
    assert path.follow(b"n", [], upright, clip=(0, 0, 30, 99)) == (0, 0, 30, 99)


def test_a_rule_that_is_filled_stands_out_and_is_not_covered() -> None:
    rule = Shape(0, 100, 500, 200, 500.5, GREY)
    ground = Shape(0, 100, 500, 200, 500.5, GREY, whole=True)

    def seen(*below: Shape, rule: Shape = rule, above: tuple[Shape, ...] = ()) -> bool:
        return breaks._is_seen(rule, below, above)

    assert seen()
    assert seen(rule=rule._replace(top=500.25))
    assert not seen(rule=rule._replace(top=500.125))
    assert seen(rule=rule._replace(bottom=0.0, top=0.2))
    assert seen(rule=rule._replace(top=500.0))
    assert not seen(rule=rule._replace(colour=None))
    for opacity, well in ((0.18, True), (0.17, False)):
        assert seen(rule=rule._replace(colour=BLACK, opacity=opacity)) is well
    dark = ground._replace(colour=BLACK)
    assert not seen(dark, rule=rule._replace(colour=BLACK))
    assert seen(dark._replace(opacity=0.2), rule=rule._replace(colour=BLACK))
    for shade, well in ((0.82, True), (0.83, False), (1.0, False)):
        assert seen(rule=rule._replace(colour=(shade,) * 3)) is well
    assert not seen(ground)
    assert seen(ground, ground._replace(colour=(1, 1, 1)))
    assert seen(ground._replace(colour=None))
    assert seen(ground._replace(whole=False))
    assert not seen(above=(ground,))
    assert seen(above=(ground._replace(whole=False),))
    assert seen(above=(ground._replace(left=101),))
    for change in ({"page": 1}, {"left": 101}, {"right": 199}, {"bottom": 500.1}, {"top": 500.4}):
        assert seen(ground._replace(**change))


def test_the_borders_of_a_table_are_near_its_lines(piece: Piece) -> None:
    first, last = lines(replace(piece, size=10.0), 540, 500)
    rule = Shape(0, 100, 520, 200, 520)
    for height, border in ((556, False), (555.9, True), (490.1, True), (490, False)):
        there = rule._replace(bottom=height, top=height)
        assert breaks._borders(there, [first, last]) is border
    for left, right, border in (
        (200, 300, False),
        (199, 300, True),
        (0, 100, False),
        (0, 101, True),
    ):
        assert breaks._borders(rule._replace(left=left, right=right), [first, last]) is border
    assert not breaks._borders(rule._replace(page=1), [first, last])


def test_a_rule_stands_on_the_side_of_its_texts(piece: Piece) -> None:
    left, right = replace(piece, left=100.0), replace(piece, left=300.0)
    rules = [Shape(0, 200, 500, 399, 500), Shape(0, 200, 500, 400, 500)]
    assert breaks._beside(rules, [left], 300) == rules[:1]
    assert breaks._beside(rules, [right], 300) == rules[1:]
    assert breaks._beside(rules, [left, right], 300) == rules


def test_a_rule_hardly_begins_before_all_texts(piece: Piece) -> None:
    texts = [replace(piece, left=150.0, right=300.0), replace(piece, left=100.0, right=120.0)]
    for left, right, ltr, rtl in (
        (75.0, 175.0, True, True),
        (74.0, 174.0, False, True),
        (225.0, 325.0, True, True),
        (226.0, 326.0, True, False),
        (-400.0, 300.0, True, True),
        (-400.0, 299.0, False, True),
        (100.0, 420.0, True, True),
    ):
        rule = Shape(0, left, 500, right, 500)
        assert breaks._is_under(rule, texts, rtl=False) is ltr
        assert breaks._is_under(rule, texts, rtl=True) is rtl
        assert breaks._is_under(rule, [], rtl=True)


@pytest.mark.parametrize(
    "styles",
    [
        "position: relative; left: -300mm",
        "position: relative; left: -60mm",
        "border-top: 0.5pt solid rgba(0, 0, 0, 0.01)",
        "opacity: 0.05",
        "border-top: 2pt dashed white",
        "border: none; height: 0; overflow: hidden } hr::before { content: ''; display: block;"
        "border-top: 1pt solid",
        "border-top: 2pt dashed rgba(0, 0, 0, 0.01)",
    ],
)
def test_a_rule_that_is_moved_away_or_see_through_is_no_break(
    tmp_path: FilePath, styles: str
) -> None:
    page = page_of(tmp_path, HEAD + "One goes on as far as this.\n\n---\n\nTwo.\n")
    other = replace(page, styles=f"{page.styles} hr {{ {styles} }}")
    assert f"8: {MISSING}" in complaints(other, typeset(other))


@pytest.mark.parametrize("style", ["dashed", "dotted", "double"])
def test_a_rule_that_is_dashed_is_a_break(tmp_path: FilePath, style: str) -> None:
    page = page_of(tmp_path, HEAD + "One.\n\n---\n\nTwo.\n")
    other = replace(page, styles=f"{page.styles} hr {{ border-top: 2pt {style} black }}")
    assert complaints(other, typeset(other)) == []


@pytest.mark.parametrize(
    "styles",
    [
        "hr { border-color: #fff }",
        "hr { border-color: #ddd }",
        "hr { border-top-width: .1pt }",
        "hr { background: #fff; border: none; height: 1pt }",
        "hr { position: relative } hr::after { content: ''; position: absolute; inset: -9pt; "
        "background: #fff }",
    ],
)
def test_a_rule_that_is_not_seen_is_no_break(tmp_path: FilePath, styles: str) -> None:
    page = page_of(tmp_path, LAST)
    other = replace(page, styles=page.styles + styles)
    assert f"8: {MISSING}" in complaints(page, typeset(other))


@pytest.mark.parametrize(
    "styles",
    [
        "hr { border-color: #ccc }",
        "hr { border-top: 1pt dashed }",
        "hr { background: #888; border: none; height: 1pt }",
        "main { background: #eee } hr { border-color: #888 }",
    ],
)
def test_a_break_may_be_drawn_in_many_ways(tmp_path: FilePath, styles: str) -> None:
    page = page_of(tmp_path, LAST)
    other = replace(page, styles=page.styles + styles)
    assert complaints(page, typeset(other)) == []


ROWS = "| A long heading of a column that has its lines | B |\n|---|---|\n| 1 | 2 |\n| 3 | 4 |\n"


@pytest.mark.parametrize(
    "text",
    [f"{ROWS}\n---\n\nTwo.\n", f"One.\n\n---\n\n{ROWS}", f"{ROWS}\n---\n\n{ROWS}\nThree.\n"],
)
def test_the_border_of_a_table_is_no_break(tmp_path: FilePath, text: str) -> None:
    page = page_of(tmp_path, HEAD + text)
    assert complaints(page, typeset(page)) == []
    for styles in ("", "th:first-child { width: 5em }"):
        lost = replace(page, html=page.html.replace("<hr>", ""), styles=page.styles + styles)
        (found,) = complaints(page, typeset(lost))
        assert found.endswith(MISSING)


def pair_of(folder: FilePath, one: str = "en", other: str = "fr") -> Page:
    """Return two texts with a break in each, side by side."""
    for language in (one, other):
        text = f"---\ntitle: In {language}\n---\n\nOne.\n\n---\n\nTwo.\n"
        (folder / f"river.{language}.md").write_text(text, "utf-8")
    first, second = (read(folder / f"river.{language}.md") for language in (one, other))
    return compose(content_of(replace(first, beside=second), edition.load("parallel")))


@pytest.mark.parametrize(("one", "other"), [("en", "ar"), ("ar", "en")])
def test_columns_that_run_in_two_directions_may_have_breaks(
    tmp_path: FilePath, one: str, other: str
) -> None:
    page = pair_of(tmp_path, one, other)
    assert complaints(page, typeset(page)) == []


def test_a_break_may_stand_at_the_end_of_its_column(tmp_path: FilePath) -> None:
    page = pair_of(tmp_path)
    at_end = replace(page, styles=page.styles + "hr { width: 20mm; margin-left: auto }")
    assert complaints(page, typeset(at_end)) == []


def test_a_break_of_the_other_column_is_none_of_this_one(tmp_path: FilePath) -> None:
    page = pair_of(tmp_path)
    assert complaints(page, typeset(page)) == []
    for side in (0, 1):
        html = page.html.split("<hr>")
        gap = '<div style="height: 31pt"></div>'
        lost = (
            f"{html[0]}{gap}{html[1]}<hr>{html[2]}"
            if side == 0
            else f"{html[0]}<hr>{html[1]}{gap}{html[2]}"
        )
        assert complaints(page, typeset(replace(page, html=lost))) == [f"7: {MISSING}"]
