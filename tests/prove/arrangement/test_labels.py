"""Labels that stand beside another text than their own, or no further in, are reported."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from communique.pdf_reading.drawing.box import Box
from communique.pdf_reading.drawing.view import SeenPicture
from communique.pdf_reading.tag_tree import Tag
from communique.prove.arrangement import labels
from communique.typeset.engine import typeset
from tests.prove.appearance.runs import view
from tests.prove.conftest import complaints, composed
from tests.samples import png, with_body

if TYPE_CHECKING:
    from pathlib import Path

    from communique.compose.page import Page
    from communique.pdf_reading.piece import Piece
    from tests.prove.conftest import Judge, Spoil

AWAY = "1: labels: page 1: this label does not stand on the first line of its text: "
LEVEL = "1: labels: page 1: this point does not stand further in than the one that it belongs to: "
POINTS = """\
1. ![A board](board.png)

2. | Place | Depth |
   | --- | ---: |
   | Weir | 41 |

3. > A quotation.

4. - one
     - two[^1]
   - three

5. - four
     1. five

[^1]: Measured at noon.
"""


@pytest.mark.parametrize(("down", "labels"), [(19.2, ["1.", "2."]), (5, ["1.", "2."]), (4, [])])
def test_points_beside_another_number_are_reported(
    reset: Spoil, down: float, labels: list[str]
) -> None:
    moved = f"ol > li > div {{ position: relative; top: {down}pt }} ol {{ margin-bottom: 27pt }}"
    assert reset(styles=moved) == [f"{AWAY}{label}" for label in labels]


def test_notes_beside_another_number_are_reported(reset: Spoil) -> None:
    moved = ".note::footnote-marker { position: relative; top: -6pt }"
    assert f"{AWAY}1" in reset(styles=moved)


@pytest.fixture
def points(tmp_path: Path) -> Page:
    (tmp_path / "board.png").write_bytes(png(80, 60))
    return composed(tmp_path, with_body(POINTS), "river.en.md")


@pytest.mark.parametrize(
    ("styles", "wrong"),
    [
        ("", None),
        ("ul ul { padding-inline-start: 0; margin-inline-start: -1.9em }", LEVEL),
        ("ul ul { padding-inline-start: 0 }", LEVEL),
        ("li > div > figure { position: relative; top: 20pt }", AWAY),
    ],
)
def test_points_of_every_kind_have_their_labels(
    points: Page, styles: str, wrong: str | None
) -> None:
    found = complaints(points, typeset(replace(points, styles=points.styles + styles)))
    assert found == [] if wrong is None else any(each.startswith(wrong) for each in found)


@pytest.mark.parametrize("moved", ["", "ol ol > li > div { position: relative; top: 19pt }"])
def test_labels_of_points_that_begin_with_a_break_stand_over_it(tmp_path: Path, moved: str) -> None:
    begun = (
        "1. One\n2. ***\n\n   Two\n3. ***\n\n   Three\n4. Four\n   1. Five\n   2. Six\n\n"
        "Seven\n\n***\n\nEight"
    )
    page = composed(tmp_path, with_body(begun), "river.en.md")
    assert page.html.count("<hr") == 3
    found = complaints(page, typeset(replace(page, styles=page.styles + moved)))
    assert [each for each in found if each.startswith(AWAY)] == (
        [f"{AWAY}1.", f"{AWAY}2."] if moved else []
    )


def point(label: int, *text: Tag | int) -> Tag:
    """Return a point whose label has this MCID, and its text these."""
    body = Tag("LBody", {})
    body.kids += [(0, each) if isinstance(each, int) else each for each in text]
    return Tag("LI", {}, [Tag("Lbl", {}, [(0, label)]), body])


def points_of(*kids: Tag, numbering: str = "Decimal") -> Tag:
    return Tag("L", {"/A": {"/ListNumbering": f"/{numbering}"}}, list(kids))


def document(*kids: Tag) -> Tag:
    return Tag("Document", {}, list(kids))


def labelled(judged: Judge, tree: Tag, *pieces: Piece, **found: Any) -> int:
    """Return how many labels are reported, with the pieces numbered as their MCIDs."""
    every = [replace(piece, mark=number) for number, piece in enumerate(pieces)]
    return len(judged(labels.beside_their_texts, tree=tree, pieces=every, **found))


@pytest.mark.parametrize("raised", [1, -1])
def test_a_label_shares_the_first_line_of_its_text(
    judged: Judge, run: Piece, raised: float
) -> None:
    near, far = (replace(run, baseline=400.0 + raised * d) for d in (4.0, 4.1))
    note = Tag("Note", {}, [Tag("Lbl", {}, [(0, 0)]), Tag("P", {}, [(0, 1), (0, 2)])])
    for tree in (
        document(points_of(point(0, 1, 2))),
        document(Tag("LI", {}, [points_of(point(0, Tag("P", {}, [(0, 1)]), 2))])),
        document(Tag("P", {}, [note])),
        document(replace(note, role="FENote")),
    ):
        assert labelled(judged, tree, near, run, run) == 0
        assert labelled(judged, tree, far, run, run) == 1
        assert labelled(judged, tree, run, near, far) == 0
        assert labelled(judged, tree, run, far, run) == 1
    tree = document(points_of(point(0, 1)))
    for one, other in ((replace(run, size=10.3), far), (run, replace(far, size=10.3))):
        assert labelled(judged, tree, one, other) == 0
    over = document(points_of(point(0, Tag("P", {}, [(1, 1)]))))
    assert labelled(judged, over, run, replace(run, page=1)) == 1


def test_names_of_facts_and_what_is_not_written_are_no_such_labels(
    judged: Judge, run: Piece
) -> None:
    far = replace(run, baseline=300.0)
    assert labelled(judged, document(points_of(point(0, 1), numbering="None")), run, far) == 0
    empty = replace(run, glyphs=(" ",))
    assert labelled(judged, document(points_of(point(0, 1))), empty, far) == 0
    assert labelled(judged, document(Tag("TOC", {}, [point(0, 1)])), run, far) == 0
    mixed = points_of(point(0, 1))
    mixed.kids.insert(0, (0, 1))
    assert labelled(judged, document(mixed), run, far) == 1
    alone = Tag("LI", {}, [Tag("LBody", {}, [(0, 1)])])
    assert labelled(judged, document(points_of(alone)), run, far) == 0
    no_text = Tag("LI", {}, [Tag("Lbl", {}, [(0, 0)])])
    assert labelled(judged, document(points_of(no_text)), run, far) == 0


@pytest.mark.parametrize(
    ("bottom", "top", "well"),
    [(390, 450, True), (400, 450, True), (401, 450, False), (300, 400, True), (300, 399, False)],
)
def test_a_label_may_stand_beside_a_picture(
    judged: Judge, run: Piece, bottom: float, top: float, *, well: bool
) -> None:
    picture = SeenPicture(1, Box(200.0, bottom, 300.0, top), whole=True, upright=True)
    below = replace(run, baseline=250.0)
    tree = document(points_of(point(0, Tag("Figure", {}, [(0, 1)]), 2)))
    pictured = replace(run, pictured=True)

    def found(*views: Any, first: Piece = pictured) -> int:
        return labelled(judged, tree, run, first, below, views=list(views))

    assert found(view(pictures=(picture,))) == (not well)
    assert found(view(pictures=(replace(picture, mark=2),))) == 1
    assert found(view(pictures=(replace(picture, box=None),))) == 1
    assert found(view(pictures=(picture,), number=1)) == 1
    assert found() == 1


def further(judged: Judge, tree: Tag, content: Any, *pieces: Piece) -> list[str]:
    every = [replace(piece, mark=number) for number, piece in enumerate(pieces)]
    return judged(labels.further_in, content, tree=tree, pieces=every)


def test_a_point_within_a_point_begins_further_in(
    judged: Judge, page: Page, arabic: Page, run: Piece
) -> None:
    tree = document(points_of(point(0, points_of(point(1), point(2, points_of(point(3)))))))
    first, second, deep = (replace(run, left=200.0 + 3 * n, right=300.0 - 3 * n) for n in range(3))
    for content, edge, by in ((page.content, "left", -0.1), (arabic.content, "right", 0.1)):
        less, lesser = (
            replace(each, **{edge: getattr(each, edge) + by}) for each in (second, deep)
        )
        assert further(judged, tree, content, first, second, second, deep) == []
        wrong = f"{LEVEL}{run.text}"
        assert further(judged, tree, content, first, less, second, deep) == [wrong]
        assert further(judged, tree, content, first, second, second, lesser) == [wrong]
        assert further(judged, tree, content, first, second, less, deep) == [wrong]
        assert len(further(judged, tree, content, first, replace(second, size=10.1))) == 1
        assert len(further(judged, tree, content, replace(first, size=10.1), second)) == 1


def test_points_of_each_version_have_its_direction(
    judged: Judge, page: Page, arabic: Page, run: Piece
) -> None:
    first = page.content.versions[0]
    english = replace(first, statement=replace(first.statement, beside=first.statement))
    both = replace(page.content, versions=(english, *arabic.content.versions))
    nested = [points_of(point(n, points_of(point(n + 1)))) for n in (0, 2)]
    tree = document(*(Tag("Part", {}, [each]) for each in nested))
    right, left = replace(run, left=210.0), replace(run, right=290.0)
    assert further(judged, tree, both, run, right, run, left) == []
    assert len(further(judged, tree, both, run, left, run, left)) == 1
    assert len(further(judged, tree, both, run, right, run, right)) == 1


def test_what_has_no_label_is_not_further_in(judged: Judge, page: Page, run: Piece) -> None:
    plain = Tag("LI", {}, [Tag("LBody", {}, [points_of(point(1))])])
    empty = replace(run, glyphs=(" ",))
    for tree, first, second, count in (
        (document(points_of(plain)), run, run, 0),
        (document(points_of(point(0, points_of(plain)))), run, run, 1),
        (document(points_of(point(0, points_of(point(1))))), empty, run, 0),
        (document(points_of(point(0, points_of(point(1))))), run, empty, 0),
        (document(points_of(point(0), point(1))), run, run, 0),
    ):
        assert len(further(judged, tree, page.content, first, second)) == count
