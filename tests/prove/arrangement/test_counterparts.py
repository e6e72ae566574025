"""In two languages side by side, a text that stands beside another one is reported."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from communique.compose.page import Page, compose
from communique.content.content import content_of
from communique.design import edition
from communique.pdf_reading.tag_tree import Tag
from communique.prove.arrangement import counterparts
from communique.read.source import read
from communique.typeset.engine import typeset
from tests.prove.conftest import complaints
from tests.samples import MEETINGS

if TYPE_CHECKING:
    from pathlib import Path as FilePath

    from communique.content.content import Content
    from communique.pdf_reading.piece import Piece
    from tests.prove.conftest import Judge

AWAY = "1: parallel: page 1: this does not stand beside the same in the other language: "


def parallel(one: str, other: str) -> Page:
    first, second = (read(MEETINGS / f"meeting.{tag}.md") for tag in (one, other))
    return compose(content_of(replace(first, beside=second), edition.load("parallel")))


@pytest.fixture(scope="module")
def french() -> Page:
    return parallel("en", "fr")


@pytest.mark.parametrize(
    ("styles", "well"),
    [
        ("", True),
        (".side:nth-child(2) > p { top: 22.6pt } .pairs { padding-bottom: 30pt }", False),
        (".side:nth-child(2) > p { top: 8pt } .pairs { padding-bottom: 30pt }", True),
        (".side:nth-child(2) > p { top: 11pt } .pairs { padding-bottom: 30pt }", False),
        (".side:nth-child(2) > ol { top: 9pt }", False),
        (".side:nth-child(2) > .endnote { top: 20pt }", False),
    ],
)
def test_texts_beside_another_one_are_reported(french: Page, styles: str, *, well: bool) -> None:
    found = complaints(french, typeset(replace(french, styles=french.styles + styles)))
    assert found == [] if well else any(each.startswith(AWAY) for each in found)


def test_no_language_is_far_below_another() -> None:
    page = parallel("he", "ar")
    assert complaints(page, typeset(page)) == []


def judge(judged: Judge, content: Content, *lines: tuple[Piece, Piece]) -> int:
    """Return how many texts are reported of two versions that begin with these pieces."""
    tags: tuple[list[Tag], list[Tag]] = ([], [])
    pieces = []
    for number, line in enumerate(lines):
        for side, piece in enumerate(line):
            pieces.append(replace(piece, mark=2 * number + side, glyphs=(str(number),)))
            tags[side].append(Tag("P", {}, [(piece.page, 2 * number + side)]))
    tree = Tag("Document", {}, [Tag("Part", {}, list(side)) for side in tags])
    return len(judged(counterparts.side_by_side, content, tree=tree, pieces=pieces))


@pytest.fixture
def both(french: Page, monkeypatch: pytest.MonkeyPatch) -> Content:
    """Return a content of two versions whose texts begin with the part of each."""
    rows = [((place, None), (place, None)) for place in range(9)]
    monkeypatch.setattr(counterparts, "counterparts", lambda _: rows)
    return french.content


@pytest.mark.parametrize(("lower", "count"), [(12.5, 0), (12.6, 1), (-12.5, 0), (-12.6, 1)])
def test_counterparts_begin_beside_one_another(
    judged: Judge, both: Content, run: Piece, lower: float, count: int
) -> None:
    other = replace(run, baseline=400.0 - lower)
    assert judge(judged, both, (run, other)) == count
    assert judge(judged, both, (run, replace(other, size=10.1))) == 0
    assert judge(judged, both, (replace(run, size=10.1), other)) == 0


@pytest.mark.parametrize(
    ("heights", "count"),
    [
        ((400, 400, 390, 390), 0),
        ((400, 400, 400, 390), 1),
        ((400, 400, 390, 400), 1),
        ((400, 394, 387, 387), 0),
        ((400, 394, 388, 388), 1),
        ((394, 400, 388, 388), 1),
        ((400, 400, 393, 387), 0),
        ((400, 400, 394, 388), 1),
        ((400, 400, 394, 387), 1),
        ((400, 400, 410, 410), 1),
    ],
)
def test_a_text_is_nearer_to_its_counterpart_than_to_the_next(
    judged: Judge, both: Content, run: Piece, heights: tuple[float, ...], count: int
) -> None:
    first, second, third, fourth = (replace(run, baseline=float(each)) for each in heights)
    assert judge(judged, both, (first, second), (third, fourth)) == count


def test_counterparts_begin_on_one_page_and_in_their_order(
    judged: Judge, both: Content, run: Piece
) -> None:
    low, over = replace(run, baseline=100.0), replace(run, baseline=700.0, page=1)
    after = replace(over, baseline=680.0)
    assert judge(judged, both, (low, over)) == 1
    assert judge(judged, both, (low, replace(low, page=1))) == 1
    assert judge(judged, both, (low, low), (over, over)) == 0
    assert judge(judged, both, (over, over), (after, after)) == 0
    assert judge(judged, both, (after, after), (low, low)) == 1


def test_texts_of_one_version_have_no_counterparts(
    judged: Judge, page: Page, both: Content, run: Piece
) -> None:
    assert judge(judged, page.content, (run, replace(run, baseline=300.0))) == 0
    empty = replace(run, baseline=300.0, pictured=True)
    assert judge(judged, both, (run, empty)) == 0
    assert judge(judged, both, (empty, run)) == 0


def test_points_are_compared_one_by_one(
    judged: Judge, both: Content, run: Piece, monkeypatch: pytest.MonkeyPatch
) -> None:
    points_of_it = [((0, point), (0, point)) for point in (1, 2)]
    monkeypatch.setattr(counterparts, "counterparts", lambda _: points_of_it)
    tree = Tag("Document", {}, [(0, 9)])
    for side in range(2):
        points = Tag("L", {}, [(0, 8), Tag("LI", {}, [(0, side)]), Tag("LI", {}, [(0, side + 2)])])
        tree.kids.append(Tag("Part", {}, [points]))
    for lower, count in ((300.0, 0), (280.0, 1)):
        heights = (400.0, 400.0, 300.0, lower)
        pieces = [replace(run, mark=n, baseline=height) for n, height in enumerate(heights)]
        found = judged(counterparts.side_by_side, both, tree=tree, pieces=pieces)
        assert len(found) == count


def test_parties_and_kind_in_one_line_are_apart(tmp_path: FilePath) -> None:
    front = "kind: letter\nissued: 2026-03-12"
    for tag, names in (("ru", "Норландия Вальдор"), ("en", "Norland Valdore")):
        one, other = names.split()
        issuers = f"issuers: [{{country: {one}}}, {{country: {other}}}]"
        text = f"---\ntitle: T\n{front}\n{issuers}\n---\n\nYes.\n"
        (tmp_path / f"t.{tag}.md").write_text(text, "utf-8")
    first, second = (read(tmp_path / f"t.{tag}.md") for tag in ("ru", "en"))
    page = compose(content_of(replace(first, beside=second), edition.load("parallel")))
    assert complaints(page, typeset(page)) == []
    style = ".masthead { display: block }"
    style += " .masthead > * { display: inline; margin: 0 !important; padding: 0 !important }"
    found = complaints(page, typeset(replace(page, styles=page.styles + style)))
    wrong = "1: order: page 1: this is run together with what is read before it: "
    assert found == [f"{wrong}Letter", f"{wrong}Письмо"]
