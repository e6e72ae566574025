"""Pictures stand between the texts that are read before and after them, captions at them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from communique.design import edition
from communique.design.theme.emblem import Emblem
from communique.model.body import Body, Node
from communique.model.statement import Image
from communique.pdf_reading.drawing.box import Box
from communique.pdf_reading.drawing.view import SeenPicture
from communique.pdf_reading.tag_tree import Tag, tags
from communique.prove.arrangement import picture_places
from communique.typeset.engine import typeset
from tests.prove.appearance.runs import MM, view
from tests.prove.conftest import complaints, composed
from tests.samples import png, with_body, with_front

if TYPE_CHECKING:
    from communique.compose.page import Page
    from communique.content.content import Content
    from communique.pdf_reading.piece import Piece
    from tests.prove.conftest import Judge

BODY = """\
![A board](board.png "The board from the bank")

![A pole](pole.png "The pole in the ford")

We met ![a drop](drop.png) there, on the bank.

- A point ![a leaf](leaf.png)

| Place | Picture | Another |
| --- | --- | --- |
| Weir | ![a weir](weir.png) | ![a ford](ford.png) |

![A sketch](sketch.svg "A sketch with a margin")

Words.
"""
HERE, CAPTION = (
    "the picture does not stand between the texts around it",
    "the caption does not stand at its picture",
)


def with_pictures(folder: Path, name: str = "river.en.md", body: str = BODY) -> Page:
    for number, picture in enumerate(("board", "pole", "drop", "leaf", "weir", "ford")):
        (folder / f"{picture}.png").write_bytes(png(80, 40 + number))
    (folder / "sketch.svg").write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 99 50">'
        '<path d="M40 0h20v9h-20z"/></svg>'
    )
    return composed(folder, with_body(body), name)


@pytest.mark.parametrize(
    ("styles", "wrong"),
    [
        ("", []),
        ("figure { text-align: center } figcaption { margin-top: 6pt }", []),
        ("figure { display: flex; gap: 6pt } img { max-width: 90mm }", []),
        ("main > p img { float: right }", []),
        ("main > p img { position: relative; left: -120pt; top: 15pt }", [f"{HERE}: a drop"]),
        ("main > p img { position: relative; top: 99pt }", [f"{HERE}: a drop"]),
        ("figure:first-of-type figcaption { margin-top: 200pt }", [f"{CAPTION}: A board"]),
        ("figure { display: flex; gap: 90pt } img { width: 40pt }", [f"{CAPTION}: A board"]),
        ("figcaption { break-before: page }", [f"{CAPTION}: A board"]),
        ("figure { margin: 0 } figcaption { margin: 24pt 0 4pt }", [f"{CAPTION}: A board"]),
        ("figure { margin: 0 } figcaption { margin: 12pt 0 22pt }", []),
        (
            "td img { position: relative; left: 56mm } td + td + td img { left: -56mm }",
            [f"{HERE}: a weir"],
        ),
        (
            "figure + figure img { position: relative; top: 16pt } "
            "figure + figure figcaption { position: relative; top: -44pt }",
            [f"{HERE}: A pole"],
        ),
    ],
)
def test_pictures_and_captions_that_a_stylesheet_moves_are_reported(
    tmp_path: Path, styles: str, wrong: list[str]
) -> None:
    page = with_pictures(tmp_path)
    found = complaints(page, typeset(replace(page, styles=page.styles + styles)))
    told = [
        said.partition(": ")[2] for each in found for said in [each.partition(": pictures: ")[2]]
    ]
    assert set(wrong) <= set(told)
    assert bool(wrong) == bool(found)


def test_two_pictures_that_a_stylesheet_swaps_are_reported(tmp_path: Path) -> None:
    """Each stands over a caption, upright, in its area; one is moved to the place of the other."""
    page = with_pictures(tmp_path)
    styles = (
        "figure { height: 80pt } figure img { height: 40pt; position: relative; top: 80pt } "
        "figure + figure img { top: -80pt }"
    )
    found = complaints(page, typeset(replace(page, styles=page.styles + styles)))
    for name, line in (("A board", 5), ("A pole", 7)):
        assert f"{line}: pictures: page 1: {HERE}: {name}" in found


@pytest.mark.parametrize("kind", edition.single())
@pytest.mark.parametrize("name", ["river.en.md", "river.ar.md"])
def test_a_text_may_begin_with_a_picture_beside_the_facts(
    tmp_path: Path, name: str, kind: str
) -> None:
    """It is not as high as the facts, which have a column of their own."""
    (tmp_path / "board.png").write_bytes(png(80, 40))
    front = "title: The river\nissued: 2024-05-02\nplace: Weir\nevent: Meeting of the Mill"
    picture = "![A board](board.png)"
    text = with_front(front).replace("Some", f"{picture}\n\n{picture}\n\nSome")
    page = composed(tmp_path, text, name, kind)
    assert complaints(page, typeset(page)) == []
    for styles in (
        "figure { position: relative; top: -90pt }",
        "p { position: relative; top: 9cm }",
    ):
        assert complaints(page, typeset(replace(page, styles=page.styles + styles)))


def test_a_picture_below_the_contact_after_it_is_reported(tmp_path: Path) -> None:
    (tmp_path / "board.png").write_bytes(png(80, 40))
    text = with_front("title: A\ncontact: press@example.org") + "\n![A board](board.png)\n"
    page = composed(tmp_path, text, "river.en.md")
    assert complaints(page, typeset(page)) == []
    styles = "figure { position: relative; top: 250pt }"
    found = complaints(page, typeset(replace(page, styles=page.styles + styles)))
    assert any(f"{HERE}: A board" in each for each in found)


Lines = list[tuple[Any, ...]]
"""The lines of a text, or a picture: the page, the box, and what is said if that matters."""


def told(
    judged: Judge, content: Content, run: Piece, tree: Tag, lines: dict[int, Lines]
) -> list[str]:
    """Return what is said of the texts and pictures with these lines, by their marks."""
    figures = {kid for tag in tags(tree) if tag.role == "Figure" for kid in tag.kids}
    pieces = [
        replace(
            run, page=page, mark=mark, left=box.left, right=box.right, baseline=box.bottom,
            size=2 * (box.top - box.bottom), glyphs=tuple(*said or ["w"]),
        )
        for mark, each in lines.items()
        for page, box, *said in each
        if (page, mark) not in figures
    ]  # fmt: skip
    views = [
        view(
            number=number,
            pictures=tuple(
                SeenPicture(mark=mark, box=box, whole=True, upright=True)
                for mark, each in lines.items()
                for page, box, *_ in each
                if page == number and (page, mark) in figures
            ),
        )
        for number in range(3)
    ]
    rule = picture_places.own_places
    return judged(rule, content, tree=tree, pieces=pieces, views=views)


def with_figures(content: Content, *counts: int) -> Content:
    """Return the content with so many pictures, in each version if there are several."""
    images = {"a": Image(b"", "image/png")}
    versions = []
    for version, count in zip(content.versions * len(counts), counts, strict=False):
        nodes = tuple(Node("figure", 7, target="a") for _ in range(count))
        statement = replace(version.statement, images=images, body=Body(nodes))
        versions.append(replace(version, statement=statement))
    return replace(content, versions=tuple(versions))


def judge(
    judged: Judge, page: Page, run: Piece, *parts: tuple[str, Lines], content: Content | None = None
) -> list[str]:
    """Return what is said of these parts, each a role and its lines, in reading order."""
    found = []
    count = 0
    for mark, (role, lines) in enumerate(parts):
        places = [*dict.fromkeys((line[0], mark) for line in lines)]
        found.append(Tag(role, {"/Alt": f"Picture {count}"}, [*places]))
        count += role == "Figure"
    content = content or with_figures(page.content, count)
    every = {mark: lines for mark, (_, lines) in enumerate(parts)}
    return told(judged, content, run, Tag("Document", {}, [*found]), every)


def moved(box: Box, across: float = 0, up: float = 0) -> Box:
    left, bottom, right, top = box
    return Box(left + across, bottom + up, right + across, top + up)


PICTURE = Box(200.0, 400.0, 300.0, 500.0)
#: The letters of a line of 10 pt, above the picture and below it.
OVER, UNDER = Box(200.0, 510.0, 300.0, 515.0), Box(200.0, 385.0, 300.0, 390.0)
WRONG = [f"7: pictures: page 1: {HERE}: Picture 0"]
FAR = [f"7: pictures: page 1: {CAPTION}: Picture 0"]
Place = tuple[Any, ...]


@pytest.mark.parametrize(
    ("before", "well"),
    [
        ([(0, OVER)], True),
        ([(0, moved(OVER, up=-12))], True),
        ([(0, moved(OVER, up=-12.1))], False),
        ([(0, moved(OVER, up=20)), (0, OVER)], True),
        ([(0, UNDER)], False),
        ([(0, moved(OVER, across=-98, up=-60))], True),  # it is level with the picture
        ([(0, moved(OVER, across=-97.9, up=-60))], False),
        ([(0, moved(OVER, across=98, up=-60))], False),
        ([(0, moved(OVER, across=-98, up=-117))], True),
        ([(0, moved(OVER, across=-98, up=-117.1))], False),
        ([(1, OVER)], False),
        ([(0, OVER), (1, OVER)], True),
        ([(0, UNDER), (1, OVER)], False),
        ([(0, moved(OVER, up=-60), "b"), (0, moved(OVER, up=-75), "c")], False),
        ([(0, moved(OVER, across=98, up=-60), "\u05d0")], True),
        ([(0, moved(OVER, across=97.9, up=-60), "\u05d0")], False),
        ([(0, moved(OVER, across=98, up=-60), "12")], False),
    ],
)
def test_a_picture_stands_after_the_text_before_it(
    judged: Judge, page: Page, run: Piece, before: list[Place], *, well: bool
) -> None:
    found = judge(judged, page, run, ("P", before), ("Figure", [(0, PICTURE)]))
    assert found == ([] if well else WRONG)


@pytest.mark.parametrize(
    ("after", "well"),
    [
        ([(0, UNDER)], True),
        ([(0, moved(UNDER, up=12))], True),
        ([(0, moved(UNDER, up=12.1))], False),
        ([(0, UNDER), (0, moved(UNDER, up=-20))], True),
        ([(0, OVER)], False),
        ([(1, OVER)], True),
        ([(0, moved(UNDER, across=98, up=60))], True),
        ([(0, moved(UNDER, across=97.9, up=60))], False),
        ([(0, moved(UNDER, across=98, up=117))], True),
        ([(0, moved(UNDER, across=98, up=117.1))], False),
        # a text goes on at the left of a picture if it does not begin over it
        ([(0, moved(UNDER, across=-98, up=60))], True),
        ([(0, moved(UNDER, across=-97.9, up=60))], False),
        ([(0, moved(UNDER, across=-98, up=112))], True),
        ([(0, moved(UNDER, across=-98, up=112.1))], False),
        ([(0, moved(UNDER, across=98, up=12.1)), (0, UNDER)], True),
        # parts of a line may be a hair's breadth higher or lower, as numbers are rounded
        ([(0, moved(UNDER, across=98, up=60)), (0, moved(UNDER, up=60.04))], False),
        ([(0, moved(UNDER, across=-98, up=112.1), "\u05d0")], True),
    ],
)
def test_a_picture_stands_before_the_text_after_it(
    judged: Judge, page: Page, run: Piece, after: list[Place], *, well: bool
) -> None:
    found = judge(judged, page, run, ("Figure", [(0, PICTURE)]), ("P", after))
    assert found == ([] if well else WRONG)


def test_a_picture_may_stand_below_a_text_from_the_page_before(
    judged: Judge, page: Page, run: Piece
) -> None:
    text = ("P", [(0, UNDER), (1, OVER)])
    assert judge(judged, page, run, text, ("Figure", [(1, PICTURE)])) == []
    assert len(judge(judged, page, run, text, ("Figure", [(1, moved(PICTURE, up=60))]))) == 1


@pytest.mark.parametrize(
    ("caption", "wrong"),
    [
        ([(0, UNDER)], []),
        ([(0, moved(UNDER, up=-30))], []),
        ([(0, moved(UNDER, up=-30.1))], FAR),
        ([(0, moved(UNDER, up=-20)), (0, moved(UNDER, up=-90))], []),
        ([(0, moved(UNDER, across=140))], []),
        ([(0, moved(UNDER, across=140.1))], FAR),
        ([(0, moved(UNDER, across=-140))], []),
        ([(0, moved(UNDER, across=-140.1))], FAR),
        ([(0, moved(UNDER, across=140, up=60))], []),
        ([(0, moved(UNDER, across=140.1, up=60))], FAR),
        ([(1, UNDER)], FAR),
        ([(0, UNDER), (1, OVER)], []),
        ([(0, OVER)], WRONG),
    ],
)
def test_a_caption_stands_at_its_picture(
    judged: Judge, page: Page, run: Piece, caption: list[Place], wrong: list[str]
) -> None:
    parts = ("Figure", [(0, PICTURE)]), ("Caption", caption)
    assert judge(judged, page, run, *parts) == wrong
    other = ("Figure", [(0, PICTURE)]), ("P", caption)
    assert judge(judged, page, run, *other) == (wrong if wrong != FAR else [])


def test_the_caption_of_a_table_may_stand_on_the_page_after_a_picture(
    judged: Judge, page: Page, run: Piece
) -> None:
    lines: dict[int, Lines] = {0: [(0, PICTURE)], 1: [(1, UNDER)]}
    figure, caption = Tag("Figure", {}, [(0, 0)]), Tag("Caption", {}, [(1, 1)])
    for tree, wrong in (
        (Tag("Document", {}, [figure, Tag("Table", {}, [caption])]), 0),
        (Tag("Document", {}, [figure, caption]), 1),
    ):
        content = with_figures(page.content, 1)
        assert len(told(judged, content, run, tree, lines)) == wrong


def test_a_caption_is_nearer_to_its_picture_than_to_any_other(
    judged: Judge, page: Page, run: Piece
) -> None:
    """Its line is 20 pt under its picture."""
    caption = moved(UNDER, up=-10)
    for up, across, wrong in (
        (-145.1, 0, []), (-144.9, 0, FAR), (-145, 0, FAR), (-145, 50, []), (-145, -300, []),
        (0, 100, []),
    ):  # fmt: skip
        parts = ("Figure", [(0, PICTURE)]), ("Caption", [(0, caption)])
        other = ("Figure", [(0, moved(PICTURE, up=up, across=across))])
        told = judge(judged, page, run, *parts, other)
        assert [each for each in told if each in FAR] == wrong, (up, across)
        elsewhere = ("Figure", [(1, other[1][0][1])])
        assert judge(judged, page, run, *parts, elsewhere) == []
        nowhere: tuple[str, list[tuple[int, Place]]] = ("Figure", [])
        assert judge(judged, page, run, *parts, nowhere) == []


def test_two_pictures_stand_after_one_another(judged: Judge, page: Page, run: Piece) -> None:
    def found(*boxes: Place) -> list[str]:
        return judge(judged, page, run, *(("Figure", [box]) for box in boxes))

    below, right = moved(PICTURE, up=-98), moved(PICTURE, across=98)
    assert found((0, PICTURE), (0, below), (1, PICTURE)) == []
    assert found((0, PICTURE), (0, right)) == []
    assert found((0, below), (0, PICTURE)) == WRONG
    assert found((0, right), (0, PICTURE)) == WRONG
    assert found((1, PICTURE), (0, below)) == [WRONG[0].replace("page 1", "page 2")]


def test_in_arabic_a_picture_stands_at_the_left_of_the_text_before_it(
    judged: Judge, arabic: Page, run: Piece
) -> None:
    for across, said, well in (
        (98, "\u05d0", True), (97.9, "\u05d0", False), (-98, "\u05d0", False), (-98, "a", True),
        (-98, "1", False),
    ):  # fmt: skip
        line = (0, moved(OVER, across=across, up=-60), said)
        found = judge(judged, arabic, run, ("P", [line]), ("Figure", [(0, PICTURE)]))
        assert found == ([] if well else WRONG)


def test_what_belongs_to_notes_is_compared_among_itself(
    judged: Judge, page: Page, run: Piece
) -> None:
    figure = Tag("Figure", {"/Alt": "Picture 0"}, [(0, 1)])
    for role, count in (("Note", 0), ("FENote", 0), ("Sect", 1)):
        note = Tag(role, {}, [Tag("P", {}, [(0, 2)]), figure])
        tree = Tag("Document", {}, [Tag("P", {}, [(0, 0)]), note, Tag("P", {}, [(0, 3)])])
        over: Lines = [(0, OVER)]
        lines: dict[int, Lines] = {0: over, 1: [(0, PICTURE)], 2: over, 3: over}
        content = with_figures(page.content, 1)
        assert len(told(judged, content, run, tree, lines)) == count
        lines[2] = [(0, UNDER)]
        assert told(judged, content, run, tree, lines) == WRONG


def test_words_of_a_link_belong_to_the_text_around_it(
    judged: Judge, page: Page, run: Piece
) -> None:
    figure = Tag("Figure", {"/Alt": "Picture 0"}, [(0, 2)])
    for role, count in (("Link", 1), ("P", 0)):
        text = Tag("P", {}, [(0, 0), Tag(role, {}, [(0, 1)]), figure])
        content = with_figures(page.content, 1)
        lines: dict[int, Lines] = {0: [(0, UNDER)], 1: [(0, OVER)], 2: [(0, PICTURE)]}
        assert len(told(judged, content, run, text, lines)) == count


def test_two_versions_are_compared_each_in_its_column(
    judged: Judge, page: Page, run: Piece
) -> None:
    """The second one begins in the middle of the sheet."""
    middle = 105 * MM
    content = with_figures(page.content, 1, 0)
    for left, count in ((middle - 0.1, 1), (middle, 0)):
        after = Box(left, 600.0, left + 50, 605.0)
        parts = ("Figure", [(0, PICTURE)]), ("P", [(0, after)])
        assert len(judge(judged, page, run, *parts, content=content)) == count
    alone = judge(judged, page, run, ("Figure", [(0, PICTURE)]), ("P", [(0, after)]))
    assert alone == WRONG


def test_the_second_version_has_its_own_direction(
    judged: Judge, page: Page, arabic: Page, run: Piece
) -> None:
    both = (*page.content.versions, *arabic.content.versions)
    content = with_figures(replace(page.content, versions=both), 0, 1)
    for across, well in ((98, True), (-98, False)):
        picture, line = moved(PICTURE, across=200), moved(OVER, across=200 + across, up=-60)
        parts = ("P", [(0, line, "1")]), ("Figure", [(0, picture)])
        found = judge(judged, page, run, *parts, content=content)
        assert found == ([] if well else WRONG)


def test_the_emblem_of_a_theme_may_stand_anywhere(
    judged: Judge, page: Page, run: Piece, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Emblem, "path", Path("a.svg"))
    theme = page.content.theme.model_copy(update={"emblem": Emblem(file="a.svg", text="A wave")})
    content = replace(with_figures(page.content, 1), theme=theme)
    there, title = ("Figure", [(0, PICTURE)]), ("H1", [(0, OVER)])
    assert judge(judged, page, run, there, title, content=with_figures(page.content, 1)) == WRONG
    under = ("Figure", [(0, moved(PICTURE, up=-150))])
    assert judge(judged, page, run, there, title, under, content=content) == []
    other = [WRONG[0].replace("Picture 0", "Picture 1")]
    assert judge(judged, page, run, there, title, there, title, content=content) == other


def test_where_pictures_are_missing_another_rule_says_so(
    judged: Judge, page: Page, run: Piece
) -> None:
    parts = ("Figure", [(0, PICTURE)]), ("P", [(0, OVER)])
    assert judge(judged, page, run, *parts, content=with_figures(page.content, 2)) == []
    assert judge(judged, page, run, ("Figure", []), ("P", [(0, OVER)])) == []


def test_the_margin_of_a_drawing_belongs_to_it(judged: Judge, page: Page, run: Piece) -> None:
    frames: list[Any] = [[200.0, bottom, 300.0, 500.0] for bottom in (330.0, 329.9, 331.0)]
    for frame, count in zip([*frames, None, "a", [1.0]], (0, 0, 1, 1, 1, 1), strict=True):
        attributes = {"/BBox": frame}
        figure = Tag("Figure", {"/Alt": "Picture 0", "/A": attributes}, [(0, 0)])
        tree = Tag("Sect", {}, [figure, Tag("Caption", {}, [(0, 1)])])
        content = with_figures(page.content, 1)
        lines: dict[int, Lines] = {0: [(0, PICTURE)], 1: [(0, moved(UNDER, up=-100))]}
        assert len(told(judged, content, run, tree, lines)) == count


def test_spaces_and_words_in_pictures_are_no_texts(judged: Judge, page: Page, run: Piece) -> None:
    parts = ("P", [(0, UNDER, " ")]), ("Figure", [(0, PICTURE)])
    assert judge(judged, page, run, *parts) == []
    inside = replace(run, pictured=True)
    assert judge(judged, page, inside, ("P", [(0, UNDER)]), parts[1]) == []


def test_a_picture_made_of_pixels_reaches_to_its_edges(
    judged: Judge, page: Page, run: Piece
) -> None:
    figure, text = Tag("Figure", {"/Alt": "Picture 0"}, [(0, 0)]), Tag("P", {}, [(0, 1)])
    tree, content = Tag("Document", {}, [figure, text]), with_figures(page.content, 1)
    line = replace(run, mark=1, left=200.0, right=300.0, baseline=397.5, size=10.0)
    ink = PICTURE._replace(bottom=450.0)
    for frame, count in ((PICTURE, 1), (None, 0)):
        shown = SeenPicture(mark=0, box=ink, whole=True, upright=True, frame=frame)
        there = [view(pictures=(shown,))]
        rule = picture_places.own_places
        found = judged(rule, content, tree=tree, pieces=[line], views=there)
        assert len(found) == count
