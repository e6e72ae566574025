"""Texts that are run together with what stands beside them, and names that are torn, are told."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from communique.pdf_reading.reading import Reading
from communique.pdf_reading.tag_tree import Block
from communique.prove.arrangement import neighbours
from communique.prove.words import expected
from communique.typeset.engine import typeset
from tests.prove.arrangement.test_counterparts import parallel
from tests.prove.conftest import complaints, composed

if TYPE_CHECKING:
    from pathlib import Path

    from communique.compose.page import Page
    from communique.content.text import Text
    from communique.pdf_reading.piece import Piece
    from tests.prove.conftest import Judge

NAMES = """\
---
title: Joint statement on the river
issued: 2024-05-02
issuers:
  - {name: Ada Brook, office: Minister, country: Upland}
  - {name: Ben Ford, office: Secretary, country: Lowland}
signatures:
  signatories:
    - {name: Ada Brook, office: Minister, party: Upland}
    - {name: Ben Ford, office: Secretary, party: Lowland}
    - {name: Cleo Dam, office: Envoy, party: Fenland}
---

| Place | Boats | Fish | Note |
| --- | ---: | --- | --- |
| Weir | 1 | 200 | high |
| Ford | 7 | 300 fishes and more | low |
"""
TOGETHER = "1: order: page 1: this is run together with what stands beside it: "
TORN = "names: page 1: the lines of this stand further apart than from another text: "


@pytest.fixture(scope="module")
def named(tmp_path_factory: pytest.TempPathFactory) -> Page:
    return composed(tmp_path_factory.mktemp("names"), NAMES, "names.en.md")


def told(page: Page, styles: str) -> list[str]:
    return complaints(page, typeset(replace(page, styles=page.styles + styles)))


@pytest.mark.parametrize(
    ("styles", "said"),
    [
        (
            "table { width: auto } td, th { padding-inline-start: .3em }",
            ["Place / Boats", "Boats / Fish", "Weir / 1", "1 / 200", "7 / 300 fishes and more"],
        ),
        (
            ".signatories .row { column-gap: .4em } .signatories .place { width: auto }",
            ["Ada Brook / Ben Ford", "Minister / Secretary"],
        ),
    ],
)
def test_texts_no_further_apart_than_words_are_reported(
    named: Page, styles: str, said: list[str]
) -> None:
    assert set(told(named, styles)) & {f"{TOGETHER}{each}" for each in said}


def test_columns_of_two_languages_without_a_gap_are_reported() -> None:
    page = parallel("he", "ar")
    found = told(page, ":root[dir=rtl] .side:nth-child(n) { padding: 0 }")
    assert any(each.startswith(TOGETHER) for each in found)


@pytest.mark.parametrize(
    ("styles", "lines"),
    [
        (".issuers .name { display: block; margin-bottom: 9mm }", (4, 4)),
        (
            ".signatory { width: auto; margin: 0 } .signatories .row { display: block }"
            ".signatory.open { padding: 0 } .name { display: block; padding-top: 9mm }",
            (),
        ),
        (
            ".signatory { width: auto; margin: 0 } .signatories .row { display: block }"
            ".signatory.open { padding: 0 } .signatory .name { display: block }"
            ".signatory .name { margin-bottom: 9mm }",
            (7, 7, 7),
        ),
    ],
)
def test_names_whose_lines_are_nearer_to_another_are_reported(
    named: Page, styles: str, lines: tuple[int, ...]
) -> None:
    found = [each for each in told(named, styles) if f": {TORN}" in each]
    assert [int(each.partition(":")[0]) for each in found] == list(lines)


@pytest.mark.parametrize(
    ("role", "gap", "down", "count"),
    [
        ("P", 5.0, 0.0, 0),
        ("P", 4.9, 0.0, 1),
        ("P", 4.9, 7.5, 1),
        ("P", 4.9, -7.5, 1),
        ("P", 4.9, 7.6, 0),
        ("P", -4.9, 0.0, 1),
        ("P", -5.0, 0.0, 0),
        ("Lbl", 4.9, 0.0, 0),
        ("TD", 4.9, 0.0, 1),
    ],
)
def test_how_far_texts_are_apart(  # noqa: PLR0913
    judged: Judge, run: Piece, *, role: str, gap: float, down: float, count: int
) -> None:
    other = replace(run, left=run.right + gap, right=500.0, baseline=run.baseline - down)
    between = replace(run, baseline=100.0)
    blocks = [Block(role, (run,)), Block("P", (between,)), Block("P", (other,))]
    assert len(judged(neighbours.texts_apart, blocks=blocks)) == count
    assert judged(neighbours.texts_apart, blocks=[Block("P", (run, other))]) == []
    elsewhere = [*blocks[:2], Block("P", (replace(other, page=1),))]
    assert judged(neighbours.texts_apart, blocks=elsewhere) == []


@pytest.mark.parametrize(
    ("roles", "gap", "count"),
    [(("TD", "TD"), 3.4, 1), (("TH", "TD"), 3.5, 0), (("TD", "TH"), 3.6, 0), (("TD", "P"), 4.9, 1)],
)
def test_cells_may_be_nearer_to_one_another(
    judged: Judge, run: Piece, roles: tuple[str, str], gap: float, count: int
) -> None:
    other = replace(run, left=run.right + gap, right=500.0)
    blocks = [Block(roles[0], (run,)), Block(roles[1], (other,))]
    assert len(judged(neighbours.texts_apart, blocks=blocks)) == count


@pytest.mark.parametrize(("role", "gap", "count"), [("P", 2.9, 0), ("P", 3.0, 1), ("H3", 3.0, 0)])
def test_what_follows_a_heading_may_be_as_near_as_words(
    judged: Judge, run: Piece, role: str, gap: float, count: int
) -> None:
    other = replace(run, left=run.right + gap, right=500.0)
    blocks = [Block(role, (run,)), Block("P", (other,))]
    assert len(judged(neighbours.texts_apart, blocks=blocks)) == count


def test_what_leaves_no_ink_and_what_belongs_to_a_picture_may_be_as_near_as_it_likes(
    judged: Judge, run: Piece
) -> None:
    near = replace(run, left=run.right + 4, right=500.0)
    for other, count in (
        (near, 1),
        (replace(near, glyphs=(" ", " ")), 0),
        (replace(near, pictured=True), 0),
    ):
        blocks = [Block("P", (run,)), Block("P", (other,))]
        assert len(judged(neighbours.texts_apart, blocks=blocks)) == count


@pytest.mark.parametrize(
    ("size", "down", "gap", "count"),
    [(20.0, 9.0, 4.0, 0), (20.0, 7.0, 4.0, 1), (20.0, 0.0, 9.0, 1), (20.0, 0.0, 10.0, 0)],
)
def test_of_two_sizes_the_smaller_says_what_is_level_and_the_larger_what_is_apart(  # noqa: PLR0913
    judged: Judge, run: Piece, *, size: float, down: float, gap: float, count: int
) -> None:
    other = replace(run, left=run.right + gap, right=500.0, size=size, baseline=run.baseline - down)
    small = replace(run, size=3.0, baseline=100.0)
    blocks = [Block("P", (each,)) for each in (run, small, other)]
    assert len(judged(neighbours.texts_apart, blocks=blocks)) == count


def test_large_texts_are_compared_further_than_small_ones(judged: Judge, run: Piece) -> None:
    large = replace(run, size=20.0)
    other = replace(large, left=run.right + 4, right=500.0, baseline=run.baseline - 14)
    small = replace(run, size=3.0, baseline=100.0)
    blocks = [Block("P", (each,)) for each in (large, small, other)]
    assert len(judged(neighbours.texts_apart, blocks=blocks)) == 1


class Torn:
    """Says what the rule for names says of texts, and of their lines by baseline from the top."""

    def __init__(self, judged: Judge, run: Piece, monkeypatch: pytest.MonkeyPatch) -> None:
        self._judged, self._run, self._patch = judged, run, monkeypatch

    def __call__(self, *texts: tuple[Text, list[float]]) -> list[str]:
        blocks = [Block("P", tuple(map(self._line, lines))) for _, lines in texts]
        self._patch.setattr(neighbours, "expected", lambda *_: [text for text, _ in texts])
        self._patch.setattr(neighbours, "spoken", lambda _: blocks)
        return self._judged(neighbours.names_together)

    def _line(self, baseline: float) -> Piece:
        """Return a line: one below 0 stands on the next page."""
        page, glyphs = int(baseline < 0), tuple(f"at {baseline:.1f}")
        return replace(self._run, page=page, baseline=baseline % 800, glyphs=glyphs)


@pytest.fixture
def torn(judged: Judge, run: Piece, monkeypatch: pytest.MonkeyPatch) -> Torn:
    return Torn(judged, run, monkeypatch)


@pytest.fixture(scope="module")
def texts(named: Page) -> tuple[Text, Text]:
    """Return the text of a name, and of a paragraph."""
    every = expected(named.content, Reading(typeset(named).pdf))
    name = next(text for text in every if text.line_ends and not text.within)
    return name, next(text for text in every if not text.line_ends)


@pytest.mark.parametrize(("gap", "count"), [(19.4, 1), (19.5, 0), (19.6, 0)])
def test_how_far_the_lines_of_a_name_are_apart(
    torn: Torn, texts: tuple[Text, Text], gap: float, count: int
) -> None:
    name, other = texts
    lines = [400.0, 380.0]
    assert len(torn((other, [400 + gap]), (name, lines))) == count
    assert len(torn((name, lines), (other, [380 - gap]))) == count
    assert len(torn((other, [700.0]), (name, lines), (other, [380 - gap]))) == count
    assert torn((name, lines)) == []


def test_other_texts_and_names_of_one_line_may_be_as_near_as_they_like(
    torn: Torn, texts: tuple[Text, Text]
) -> None:
    name, other = texts
    assert torn((other, [400.0, 380.0]), (other, [375.0])) == []
    assert torn((replace(name, within="text"), [400.0, 380.0]), (other, [375.0])) == []
    assert torn((name, [400.0]), (other, [399.9])) == []


@pytest.mark.parametrize(
    ("left", "right", "sheet", "count"),
    [
        (100.0, 200.0, 0, 0),
        (100.0, 200.1, 0, 1),
        (299.9, 400.0, 0, 1),
        (300.0, 400.0, 0, 0),
        (200.0, 300.0, 1, 0),
    ],
)
def test_only_what_is_over_or_under_a_name_can_be_too_near(  # noqa: PLR0913
    judged: Judge,
    run: Piece,
    texts: tuple[Text, Text],
    monkeypatch: pytest.MonkeyPatch,
    *,
    left: float,
    right: float,
    sheet: int,
    count: int,
) -> None:
    other = replace(run, left=left, right=right, page=sheet, baseline=375.0)
    lines = tuple(replace(run, baseline=each) for each in (400.0, 380.0))
    monkeypatch.setattr(neighbours, "expected", lambda *_: texts)
    monkeypatch.setattr(neighbours, "spoken", lambda _: [Block("P", lines), Block("P", (other,))])
    assert len(judged(neighbours.names_together)) == count


def test_a_torn_name_is_told_with_its_first_line_where_that_stands(
    torn: Torn, texts: tuple[Text, Text]
) -> None:
    name, other = texts
    [said] = torn((name, [50.0, -20.0, -40.0]), (other, [-45.0]))
    assert said.endswith(f"{TORN}at 50.0")


def sourced(rows: int, source: str = "Source: the ports.", more: str = "") -> str:
    table = "".join(f"| a | {row} |\n" for row in range(rows))
    front = "---\ntitle: Lights\n---"
    return f"{front}\n\n| A | B |\n|---|--:|\n{table}\n: {source}\n\nWords.\n\nLast.\n{more}"


@pytest.mark.parametrize(
    ("text", "count"),
    [
        (sourced(3), 1),
        (sourced(26), 1),
        (sourced(29), 0),  # its page is full
        (sourced(60), 1),
        (sourced(24, "Source: the ports.[^1]", "\n[^1]: A note.\n"), 1),
        (sourced(24, "Source: the ports.[^1]", "\n[^1]: " + "A note. " * 150), 0),
        (sourced(3).replace(": Source", "Source"), 0),
    ],
)
def test_a_source_stands_on_the_page_of_its_table_where_there_is_room_for_it(
    tmp_path: Path, text: str, count: int
) -> None:
    page = composed(tmp_path, text, "a.en.md")
    assert told(page, "") == []
    found = told(page, ".source { break-before: page }")
    wrong = "the source stands on another page than the end of its table: Source"
    assert sum(wrong in each for each in found) == count


def test_a_source_stands_on_the_page_of_its_table_in_either_direction(tmp_path: Path) -> None:
    for name in ("a.en.md", "a.ar.md"):
        page = composed(tmp_path, sourced(3), name, "letter")
        assert told(page, "") == []
        assert len(told(page, ".source { break-before: page }")) == 1
