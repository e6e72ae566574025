"""Pictures are whole and inside the type area: the limits."""

from __future__ import annotations

import io
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from PIL import Image as Pixels
from PIL import ImageOps

from communique.model.body import Body, Node
from communique.model.faults import Faults
from communique.model.statement import Image
from communique.pdf_reading.drawing.box import Box
from communique.pdf_reading.drawing.thumbnail import Thumbnail
from communique.pdf_reading.drawing.view import SeenPicture
from communique.pdf_reading.reading import Reading
from communique.pdf_reading.tag_tree import Tag
from communique.prove.appearance import pictures
from tests.prove.appearance.runs import BOX, MM, seen, view

if TYPE_CHECKING:
    from collections.abc import Sequence

    from communique.compose.page import Page
    from communique.pdf_reading.piece import Piece
    from communique.typeset.engine import Typeset
    from tests.prove.conftest import Judge


LEFT, RIGHT, LOW = 22 * MM - 2, 186 * MM + 2, 27 * MM - 2
FIRST, TOP = 277 * MM + 2, 270 * MM + 2


def found_in(judged: Judge, page: int, *shown: SeenPicture | None, text: Any = ()) -> list[str]:
    """Return what is said of pictures with the marks 0, 1 and so on, in one figure."""
    marks: list[Any] = [(page, number) for number in range(len(shown))]
    figure = Tag("Figure", {"/Alt": "A mill"}, marks)
    tree = Tag("Document", {}, [Tag("P", {}, [(page, 99)]), figure])
    there = view(*text, pictures=tuple(filter(None, shown)), number=page)
    return judged(pictures.every_picture, tree=tree, views=[there], turned=set())


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


def test_only_who_may_have_drawn_it_is_told_of_the_viewbox(page: Page, made: Typeset) -> None:
    figure: Any = Tag("Figure", {"/Alt": "A mill"}, [(0, 0), (0, 1)])
    for frames, told in (((None, None), True), ((BOX, None), True), ((BOX, BOX), False)):
        parts = [picture(whole=False, mark=n, frame=frame) for n, frame in enumerate(frames)]
        reading, faults = Reading(made.pdf), Faults(page.content.statement.path)
        vars(reading)["tree"] = Tag("Document", {}, [figure])
        vars(reading)["views"] = [view(pictures=tuple(parts))]
        pictures.every_picture(page.content, reading, faults)
        assert ["in an SVG" in fault.instead for fault in faults] == [told]


def test_a_picture_that_is_turned_with_what_is_around_it_is_reported(judged: Judge) -> None:
    there, figure = view(pictures=(picture(),)), Tag("Figure", {"/Alt": "A mill"}, [(0, 0)])
    for place, count in (((0, 0), 1), ((1, 0), 0), ((0, 1), 0)):
        found = judged(pictures.every_picture, tree=figure, views=[there], turned={place})
        assert found == said("the picture is turned or stretched") * count


def test_a_picture_with_nothing_in_it_is_named_by_its_beginning(judged: Judge) -> None:
    inner = Tag("Span", {}, [])
    figure = Tag("Figure", {"/Alt": "x" * 50}, [inner])
    assert judged(pictures.every_picture, tree=figure, views=[]) == [
        f"1: pictures: page 1: the picture shows nothing: {'x' * 40}"
    ]


BOARD, RING = Pixels.linear_gradient("L"), Pixels.radial_gradient("L")
TURNED = ImageOps.flip(BOARD)
NOT_ITS_OWN, STANDS, NO_DRAWING = (
    "is not that of its file",
    "does not stand as in its file",
    "is not the drawing of its file",
)


def told_of(
    judged: Judge, page: Page, files: Sequence[Image], *shown: Sequence[Pixels.Image]
) -> list[str]:
    """Return what is said where a statement has these pictures, and the PDF has these pixels."""
    images = {str(number): file for number, file in enumerate(files)}
    nodes = tuple(Node("figure", 7, target=name) for name in images)
    version = page.content.versions[0]
    statement = replace(version.statement, images=images, body=Body(nodes))
    content = replace(page.content, versions=(replace(version, statement=statement),))
    figures = [Tag("Figure", {"/Alt": "A mill"}, [(2, mark)]) for mark in range(len(shown))]
    seen_there = [
        picture(mark=mark, pixels=tuple(map(Thumbnail, pixels)))
        for mark, pixels in enumerate(shown)
    ]
    there = view(pictures=tuple(seen_there), number=2)
    tree = Tag("Document", {}, [*figures])
    return judged(pictures.own_files, content, tree=tree, views=[there])


def saved(image: Pixels.Image, form: str) -> bytes:
    file = io.BytesIO()
    image.save(file, form)
    return file.getvalue()


def file(image: Pixels.Image, mode: str = "L") -> Image:
    form = "JPEG" if mode == "CMYK" else "PNG"
    return Image(saved(image.convert(mode), form), f"image/{form.lower()}")


def drawing(code: str = "utf-8", inside: str = "<rect/>") -> Image:
    return Image(f"<svg>{inside}</svg>".encode(code), "image/svg+xml")


@pytest.mark.parametrize(
    ("its", "pixels", "wrong"),
    [
        (file(BOARD), [BOARD], ""),
        (file(BOARD), [TURNED], STANDS),
        (file(BOARD), [RING], NOT_ITS_OWN),
        (file(BOARD), [], NOT_ITS_OWN),
        (file(BOARD), [BOARD, BOARD], NOT_ITS_OWN),
        (drawing(), [], ""),
        (drawing(), [BOARD], NO_DRAWING),
    ],
)
def test_a_picture_is_that_of_its_file(
    judged: Judge, page: Page, its: Image, pixels: list[Pixels.Image], wrong: str
) -> None:
    found = told_of(judged, page, [its], pixels)
    assert found == ([f"7: pictures: page 3: the picture 0 {wrong}: A mill"] if wrong else [])


def test_pictures_are_compared_in_the_order_of_the_statement(judged: Judge, page: Page) -> None:
    files = [file(BOARD), file(RING), file(BOARD)]
    assert told_of(judged, page, files, [BOARD], [RING], [BOARD]) == []
    told = [f"7: pictures: page 3: the picture {n} {NOT_ITS_OWN}: A mill" for n in (0, 1)]
    assert told_of(judged, page, files, [RING], [BOARD], [BOARD]) == told
    assert told_of(judged, page, files, [BOARD], [RING]) == [
        "1: pictures: the pages have 2 pictures, and the statement has 3"
    ]


def test_a_picture_is_told_of_the_first_page_that_it_is_on(judged: Judge) -> None:
    figure: Any = Tag("Figure", {"/Alt": "A mill"}, [(3, 0), (1, 0)])
    assert judged(pictures.every_picture, tree=figure, views=[], turned=set()) == said(
        "the picture shows nothing", 2
    )


@pytest.mark.parametrize("kids", [[Tag("Span", {}, [])], [(0, 5)]], ids=["none", "nothing drawn"])
def test_a_picture_without_a_place_is_not_that_of_its_file(
    judged: Judge, page: Page, kids: list[Any]
) -> None:
    version = page.content.versions[0]
    body = Body((Node("figure", 7, target="0"),))
    statement = replace(version.statement, images={"0": file(BOARD)}, body=body)
    content = replace(page.content, versions=(replace(version, statement=statement),))
    figure = Tag("Figure", {"/Alt": "x" * 50}, kids)
    assert judged(pictures.own_files, content, tree=figure, views=[]) == [
        f"7: pictures: page 1: the picture 0 {NOT_ITS_OWN}: {'x' * 40}"
    ]


@pytest.mark.parametrize(("shade", "well"), [(8, True), (9, False)])
def test_a_picture_that_is_nearly_its_own_mirror_may_be_read_a_little_otherwise(
    shade: int, *, well: bool
) -> None:
    """Of 16 by 16 pixels, 16 differ by `shade`: 128 altogether, by 0.5 for each, are allowed."""
    file, mirrored = Pixels.new("L", (16, 16)), Pixels.new("L", (16, 16))
    for row in range(8):
        file.putpixel((0, row), shade)
        mirrored.putpixel((15, row), shade)
    assert Thumbnail(file).stands_as(Thumbnail(file))
    assert Thumbnail(mirrored).stands_as(Thumbnail(file)) is well


@pytest.mark.parametrize(("shade", "well"), [(48, True), (49, False)])
@pytest.mark.parametrize("colours", [(1, 1, 1), (3, 0, 0), (0, 0, 3)])
def test_a_picture_may_differ_a_little_from_its_file(
    shade: int, colours: tuple[int, ...], *, well: bool
) -> None:
    """In 8 of 16 by 16 pixels, colours differ by 3 times `shade`: 1.5 for each are allowed."""
    file = Pixels.new("RGB", (16, 16))
    other = file.copy()
    for row in range(8):
        other.putpixel((0, row), tuple(shade * colour for colour in colours))
    assert Thumbnail(other).shows(Thumbnail(file)) is well


def test_a_picture_of_other_colours_is_another_one() -> None:
    red, blue = (Pixels.new("RGB", (80, 60), colour) for colour in ("#4a0000", "#0000c2"))
    assert Thumbnail(red).shows(Thumbnail(red))
    assert not Thumbnail(red).shows(Thumbnail(blue))


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
    near, far = (BOX._replace(**{side: limit + by * beyond}) for by in (0, 0.001))
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
        "1: pictures: page 2: text stands on the picture: We thank the millers."
    ]
