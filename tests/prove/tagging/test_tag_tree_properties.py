"""What tags say of themselves: each rule meets a file that breaks it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from pypdf import PdfWriter
from pypdf.generic import (
    ArrayObject,
    DictionaryObject,
    FloatObject,
    NameObject,
    TextStringObject,
)

from communique.model.standards import STANDARDS
from communique.pdf_reading.drawing.box import Box
from communique.pdf_reading.drawing.view import SeenPicture
from communique.pdf_reading.tag_tree import Tag
from communique.prove.tagging import tag_tree
from tests.prove.appearance.runs import view

from .conftest import Change, Pages, elements, found

if TYPE_CHECKING:
    from communique.compose.page import Page
    from communique.pdf_reading.document.pages import Rectangle
    from tests.prove.conftest import Judge


def put(role: str, key: str, value: Any) -> Change:
    """Return a change that gives the first element of that role an entry."""

    def change(writer: PdfWriter) -> None:
        next(elements(writer, role))[NameObject(f"/{key}")] = value

    return change


def dictionary(**entries: str) -> DictionaryObject:
    return DictionaryObject(
        {NameObject(f"/{key}"): NameObject(value) for key, value in entries.items()}
    )


def box(*sides: float) -> DictionaryObject:
    """Return the attributes of a figure with that box."""
    attributes = dictionary(O="/Layout")
    attributes[NameObject("/BBox")] = ArrayObject(map(FloatObject, sides))
    return attributes


def named_sides(*sides: str) -> DictionaryObject:
    """Return the attributes of a figure whose box consists of names."""
    attributes = box()
    attributes[NameObject("/BBox")] = ArrayObject(map(NameObject, sides))
    return attributes


def drop(role: str, key: str) -> Change:
    return lambda writer: next(elements(writer, role)).pop(f"/{key}")


def wrong(role: str, entry: str) -> list[str]:
    return [f"1: tags: the tag {role} has a wrong {entry}"]


WORDS = TextStringObject("Words")
MISPLACED = ["1: tags: the box of the picture A gauge (BBox) is not around it"]


@pytest.mark.parametrize(
    ("part", "change", "complaint"),
    [
        (1, put("P", "T", WORDS), wrong("P", "T")),
        (1, put("P", "AF", ArrayObject()), wrong("P", "AF")),
        (1, put("P", "A", dictionary(O="/Layout")), wrong("P", "A")),
        (1, put("L", "C", WORDS), wrong("L", "C")),
        (1, put("TH", "A", dictionary(O="/List", Scope="/Column")), wrong("TH", "A")),
        (1, put("TH", "A", dictionary(O="/Table", Scope="/Column", Width="/x")), wrong("TH", "A")),
        (1, put("Figure", "A", dictionary(O="/Layout", BBox="/x")), wrong("Figure", "BBox")),
        (1, drop("Figure", "A"), wrong("Figure", "A")),
        (1, put("Figure", "A", dictionary(O="/Layout", BBox="/xyz")), wrong("Figure", "BBox")),
        (1, put("Figure", "A", named_sides("/a", "/b", "/c", "/d")), wrong("Figure", "BBox")),
        (1, put("Figure", "A", box(300, 10, 330, 40)), MISPLACED),
        (1, put("Figure", "A", box(0, 0, 595, 842)), MISPLACED),
        (2, put("Figure", "A", box(0, 0, 1, 0)), MISPLACED),
        *(
            (1, put("Figure", "A", box(*sides)), wrong("Figure", "BBox"))
            for sides in ((), (0, 0, 9), (9, 0, 9, 9), (9, 9, 0, 10))
        ),
        (1, put("Span", "Ref", ArrayObject()), wrong("Span", "Ref")),
        (1, put("TOCI", "Ref", ArrayObject()), wrong("TOCI", "Ref")),
        (1, put("Note", "Ref", ArrayObject()), wrong("Note", "Ref")),
        (1, put("P", "NS", WORDS), wrong("P", "NS")),
        (2, drop("P", "NS"), wrong("P", "NS")),
        (2, put("BlockQuote", "NS", WORDS), wrong("BlockQuote", "NS")),
        (2, drop("FENote", "Ref"), wrong("FENote", "Ref")),
        (2, drop("TOCI", "Ref"), wrong("TOCI", "Ref")),
        (2, put("TOCI", "Ref", ArrayObject()), wrong("TOCI", "Ref")),
    ],
)
def test_a_tag_that_says_more_or_less_of_itself_is_named(
    pages: Pages, part: int, change: Change, complaint: list[str]
) -> None:
    assert found(pages, change, part) == complaint


@pytest.mark.parametrize("part", [1, 2])
def test_a_tag_with_words_of_something_else_than_its_page_is_named(pages: Pages, part: int) -> None:
    def change(writer: PdfWriter) -> None:
        heading = next(elements(writer, "H2"))
        content = dictionary(Type="/MCR")
        content[NameObject("/Pg")] = heading["/Pg"].indirect_reference
        content[NameObject("/MCID")] = heading["/K"][0]
        content[NameObject("/Stm")] = writer.pages[0]["/Contents"].indirect_reference
        heading["/K"][0] = content

    assert found(pages, change, part) == wrong("H2", "Stm")


@pytest.mark.parametrize("part", [1, 2])
def test_a_tag_of_another_type_of_object_is_named(pages: Pages, part: int) -> None:
    assert found(pages, put("P", "Type", NameObject("/Other")), part) == wrong("P", "Type")


def test_a_note_that_refers_to_another_call_is_named(pages: Pages) -> None:
    def change(writer: PdfWriter) -> None:
        note, entry = next(elements(writer, "FENote")), next(elements(writer, "TOCI"))
        note[NameObject("/Ref")] = ArrayObject([entry.indirect_reference])

    assert found(pages, change, 2) == wrong("FENote", "Ref")


def test_a_call_that_refers_to_something_else_than_its_note_is_named(pages: Pages) -> None:
    def change(writer: PdfWriter) -> None:
        call = next(each for each in elements(writer, "Span") if "/Ref" in each)
        entry = next(elements(writer, "TOCI"))
        call[NameObject("/Ref")] = ArrayObject([entry.indirect_reference])

    assert found(pages, change, 2) == wrong("Span", "Ref")


@pytest.mark.parametrize("by", [-1.5, -0.5, 0.5, 1.5])
@pytest.mark.parametrize("side", range(4))
def test_the_box_of_a_picture_is_exact_to_a_point(pages: Pages, side: int, by: float) -> None:
    def change(writer: PdfWriter) -> None:
        sides = next(elements(writer, "Figure"))["/A"]["/BBox"]
        sides[side] = FloatObject(float(sides[side]) + by)

    assert found(pages, change) == (MISPLACED if abs(by) > 1 else [])


@pytest.mark.parametrize(
    ("told", "around"),
    [
        ((10, 10, 50, 50), True),
        ((22.0, 22.0, 28.0, 28.0), True),
        ((22.1, 0, 50, 50), False),
        ((0, 22.1, 50, 50), False),
        ((0, 0, 27.9, 50), False),
        ((0, 0, 50, 27.9), False),
    ],
)
def test_the_box_of_a_drawing_holds_its_ink(told: Rectangle, *, around: bool) -> None:
    drawing = SeenPicture(0, Box(20, 20, 30, 30), whole=True, upright=True)
    assert tag_tree._is_around(told, drawing) == around
    assert tag_tree._is_around(told, replace(drawing, box=None))


def test_the_box_of_a_picture_of_pixels_has_its_edges() -> None:
    edges = Box(10.0, 10.0, 50.0, 50.0)
    picture = SeenPicture(0, None, whole=True, upright=True, frame=edges)
    assert tag_tree._is_around((11.0, 9.0, 49.0, 51.0), picture)
    for side in range(4):
        for by in (-1.01, 1.01):
            told = [*edges[:side], edges[side] + by, *edges[side + 1 :]]
            assert not tag_tree._is_around(told, picture)


def test_the_box_of_a_picture_in_parts_is_around_each_of_them(judged: Judge) -> None:
    parts = [
        SeenPicture(mark, Box(20, 20 * mark, 30, 20 * mark + 10), whole=True, upright=True)
        for mark in (1, 2)
    ]

    def found(top: float) -> list[str]:
        told = {"/Alt": "A mill", "/A": {"/BBox": [20, 20, 30, top]}}
        tree = Tag("Figure", told, [(0, 1), (0, 2)])
        return judged(tag_tree.boxes, tree=tree, views=[view(pictures=tuple(parts))])

    assert found(50) == []
    assert found(40) == ["1: tags: the box of the picture A mill (BBox) is not around it"]


@pytest.mark.parametrize(
    ("told", "is_box"),
    [
        ([0, 0, 1, 1], True),
        ([0, 0.5, 1.5, 1], True),
        ([0, 0, 0, 1], False),
        ([1, 0, 0, 1], False),
        ([0, 0, 1], False),
        ([0, 0, 1, 1, 1], False),
        ([0, 0, "1", 1], False),
        ("0011", False),
        (None, False),
    ],
)
def test_a_box_is_four_numbers_from_left_to_right(told: object, *, is_box: bool) -> None:
    assert tag_tree.is_box(told) is is_box


TABLE, LAYOUT, LIST = ({"/O": f"/{owner}"} for owner in ("Table", "Layout", "List"))


@pytest.mark.parametrize(
    ("role", "entries", "wrong"),
    [
        ("TD", {"/A": {**TABLE, "/ColSpan": 2}}, []),
        ("TD", {"/A": {**TABLE, "/RowSpan": 2}}, []),
        ("TH", {"/A": {**TABLE, "/ColSpan": 2, "/RowSpan": 2, "/Scope": "/Row"}}, []),
        ("TD", {"/A": {**TABLE, "/Headers": ["head-1"]}}, []),
        ("TD", {"/A": {**TABLE, "/Headers": [1]}}, ["Headers"]),
        ("TD", {"/A": {**TABLE, "/Width": 2}}, ["A"]),
        ("TD", {"/A": {**LAYOUT, "/ColSpan": 2}}, ["A"]),
        ("TD", {}, []),
        ("L", {"/A": {**LIST, "/ListNumbering": "/Disc"}}, []),
        ("L", {"/A": {**LAYOUT, "/ListNumbering": "/Disc"}}, ["A"]),
        ("L", {}, ["A"]),
        ("Span", {"/A": {**LAYOUT, "/TextPosition": "/Sup"}, "/E": "metre"}, []),
        ("Span", {"/A": {**LAYOUT, "/TextDecorationType": "/Underline"}}, []),
        (
            "Span",
            {"/A": {**LAYOUT, "/TextPosition": "/Sup", "/TextDecorationType": "/Underline"}},
            ["A"],
        ),
        ("Span", {"/A": {**LIST, "/TextPosition": "/Sup"}}, ["A"]),
        ("Span", {"/A": {**LAYOUT, "/Color": 1}}, ["A"]),
        ("Span", {}, []),
        ("P", {"/A": LAYOUT}, ["A"]),
    ],
)
def test_tags_have_the_attributes_of_their_types(
    page: Page, role: str, entries: dict[str, Any], wrong: list[str]
) -> None:
    for standard in STANDARDS.values():
        content = replace(page.content, standard=standard)
        assert list(tag_tree._unexpected(Tag(role, entries), content, None)) == wrong
