"""How tags are nested and what they say of themselves: each rule meets a file that breaks it."""

from __future__ import annotations

from collections.abc import Callable
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

from communique.compose.page import Page, compose
from communique.content.content import content_of
from communique.design import edition
from communique.model.standards import STANDARDS
from communique.pdf_reading.drawing.box import Box
from communique.pdf_reading.drawing.view import SeenPicture
from communique.prove.tagging import tag_tree
from communique.read.source import read
from communique.typeset.engine import Typeset, typeset
from tests.prove.conftest import changed, complaints
from tests.samples import png

from .conftest import elements

if TYPE_CHECKING:
    from pathlib import Path

    from communique.pdf_reading.document.pages import Rectangle

TEXT = """\
---
title: On the river
abbreviations: {FAO: Food and Agriculture Organization}
issuers: [{name: Ada Brook}, {name: Ben Ford}]
contents: true
signatures: {signatories: [{name: Ada Brook}]}
contact: press@example.org
url: https://example.org/a
---

We met the FAO.[^1] It was *good* and **[useful](https://example.org/b)**.[^1]

## What we found

> The river belongs to all.

1. Fish.

   - Small ones.

2. Boats.

| Place | Depth |
| --- | --- |
| Weir | 41 |

![A gauge](gauge.png "At noon")

[^1]: Measured at noon.
"""
Change = Callable[[PdfWriter], object]
Pages = dict[int, tuple[Page, Typeset]]


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Pages:
    """Return the page and its PDF, by the part of PDF/UA."""
    folder = tmp_path_factory.mktemp("tree")
    (folder / "gauge.png").write_bytes(png(40, 30))
    (folder / "river.en.md").write_text(TEXT, "utf-8")
    made = {}
    for part, standard in STANDARDS.items():
        statement = read(folder / "river.en.md")
        page = compose(content_of(statement, edition.load("standard"), standard=standard))
        made[part] = page, typeset(page)
    return made


def found(pages: Pages, change: Change, part: int = 1) -> list[str]:
    """Return what the proof says where the PDF was changed."""
    page, made = pages[part]
    return complaints(page, changed(made, change))


def reset(pages: Pages, old: str, new: str, part: int = 1) -> list[str]:
    """Return what the proof says where a template wrote something else."""
    page, _ = pages[part]
    assert old in page.html
    other = replace(page, html=page.html.replace(old, new))
    return complaints(page, typeset(other))


@pytest.mark.parametrize("part", [1, 2])
def test_a_good_file_has_no_fault(pages: Pages, part: int) -> None:
    assert found(pages, lambda _: None, part) == []


def misplaced(there: str, due: str) -> str:
    """Return the complaint about a tag, by its path below the Document."""
    return f"1: tags: the tags have /Document/{there} where /Document/{due} has to be"


@pytest.mark.parametrize(
    ("old", "new", "complaint"),
    [
        ("blockquote", "div", misplaced("P", "BlockQuote")),
        ("<tbody>", "</table><table><tbody>", misplaced("Table", "Table/TBody")),
        (
            'scope="col"',
            'scope="row"',
            misplaced("Table/THead/TR/TH(Row)", "Table/THead/TR/TH(Column)"),
        ),
        ("<figure>", "<div>", misplaced("Figure", "Sect")),
        ("<figcaption>", "<p>", misplaced("Sect/P", "Sect/Caption")),
        ("<abbr", "<span", ""),
        ('<li class="entry', '<li class="', misplaced("TOC/LI", "TOC/TOCI")),
    ],
)
def test_a_template_that_nests_otherwise_is_refused(
    pages: Pages, old: str, new: str, complaint: str
) -> None:
    every = reset(pages, old, new)
    if complaint:
        assert complaint in every
    assert every


@pytest.mark.parametrize(("element", "role"), [("em", "Em"), ("strong", "Strong")])
def test_stress_that_is_lost_is_named_where_pdf_has_a_tag_for_it(
    pages: Pages, element: str, role: str
) -> None:
    every = reset(pages, f"<{element}>", "<span>", part=2)
    assert any(f" and not {role} (" in each for each in every)


def moved(role: str, to: str) -> Change:
    """Return a change that puts the last kid of the first `role` at the end of the first `to`."""

    def change(writer: PdfWriter) -> None:
        source, target = next(elements(writer, role)), next(elements(writer, to))
        target["/K"].append(list.pop(source["/K"]))

    return change


@pytest.mark.parametrize(
    ("role", "to"),
    [("TBody", "THead"), ("BlockQuote", "Document"), ("L", "Document"), ("LI", "L")],
)
def test_a_tag_that_was_moved_is_named(pages: Pages, role: str, to: str) -> None:
    every = found(pages, moved(role, to))
    assert [each for each in every if each.startswith("1: tags: the tags have /Document")]


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
        (
            1,
            put("TH", "A", dictionary(O="/Table", Scope="/Column", Headers="/x")),
            wrong("TH", "A"),
        ),
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


def test_stress_may_go_over_lines_and_directions_and_call_notes(tmp_path: Path) -> None:
    words = "*Words about the administration of international waterways نهر كبير of Europe*"
    body = f"We say {' and '.join([words] * 3)} and *one[^1]*.\n\n[^1]: Not stressed.\n"
    path = tmp_path / "river.en.md"
    path.write_text(f"---\ntitle: A\n---\n\n{body}", "utf-8")
    page = compose(content_of(read(path), edition.load("standard"), standard=STANDARDS[2]))
    assert complaints(page, typeset(page)) == []


def test_notes_at_the_end_are_a_section_of_their_own(tmp_path: Path) -> None:
    path = tmp_path / "river.en.md"
    path.write_text("---\ntitle: A\n---\n\nOne.[^1]\n\n[^1]: Two.\n", "utf-8")
    page = compose(content_of(read(path), edition.load("standard"), notes_at_end=True))
    assert complaints(page, typeset(page)) == []
    other = replace(page, html=page.html.replace("<section>", "<div>"))
    assert complaints(page, typeset(other)) == [misplaced("H2", "Sect")]


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
        ((21.9, 21.9, 28.1, 28.1), True),
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
