"""What a screen reader is told: each rule meets a file that breaks it."""

from __future__ import annotations

from collections.abc import Callable
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

from communique.compose.page import compose
from communique.content.content import content_of
from communique.design import edition
from communique.model.standards import STANDARDS
from communique.read.source import read
from communique.typeset.engine import typeset
from tests.prove.conftest import changed, complaints, composed

from .conftest import elements

if TYPE_CHECKING:
    from pathlib import Path

TEXT = """\
---
title: On the river
place: {text: Mühlen, language: de}
abbreviations: {FAO: Food and Agriculture Organization}
url: https://example.org/a
---

See [the gauges](https://example.org/gauges) and [below](#what-we-found), as the FAO asks.

## What we found

1. Fish.

- Boats.
"""


Altered = Callable[[Callable[[PdfWriter], object]], list[str]]


@pytest.fixture(scope="module")
def altered(tmp_path_factory: pytest.TempPathFactory) -> Altered:
    """Change the PDF of `TEXT`, and return what the proof says."""
    page = composed(tmp_path_factory.mktemp("tags"), TEXT, "river.en.md")
    made = typeset(page)
    return lambda change: complaints(page, changed(made, change))


def retag(role: str, other: str) -> Callable[[PdfWriter], None]:
    def change(writer: PdfWriter) -> None:
        next(elements(writer, role))[NameObject("/S")] = NameObject(f"/{other}")

    return change


def set_language(role: str, language: str) -> Callable[[PdfWriter], None]:
    def change(writer: PdfWriter) -> None:
        element = next(elements(writer, role))
        element[NameObject("/Lang")] = TextStringObject(language)

    return change


def lose_language(writer: PdfWriter) -> None:
    for element in elements(writer, "Span"):
        element.pop("/Lang", None)


def set_numbering(writer: PdfWriter) -> None:
    *_, last = (each for each in elements(writer, "L") if each["/A"]["/ListNumbering"] == "/Disc")
    last["/A"][NameObject("/ListNumbering")] = NameObject("/Decimal")


def set_expansion(writer: PdfWriter) -> None:
    element = next(each for each in elements(writer, "Span") if "/E" in each)
    element[NameObject("/E")] = TextStringObject("Fish Always Out")


def link_annotations(writer: PdfWriter) -> list[Any]:
    return [each.get_object() for each in writer.pages[0]["/Annots"]]  # type: ignore[attr-defined]


def set_address(writer: PdfWriter) -> None:
    link_annotations(writer)[0]["/A"][NameObject("/URI")] = TextStringObject("https://example.net/")


def set_destination(writer: PdfWriter) -> None:
    link_annotations(writer)[1][NameObject("/Dest")] = TextStringObject("elsewhere")


def lose_link(writer: PdfWriter) -> None:
    *_, last = elements(writer, "Link")
    last[NameObject("/S")] = NameObject("/Span")


def say_instead(role: str, key: str) -> Callable[[PdfWriter], object]:
    def change(writer: PdfWriter) -> None:
        next(elements(writer, role))[NameObject(f"/{key}")] = TextStringObject("Another thing")

    return change


def two_trees(writer: PdfWriter) -> None:
    kids: Any = writer.root_object["/StructTreeRoot"]["/K"]  # type: ignore[index]
    kids.append(kids[0])


def other_names(writer: PdfWriter) -> None:
    root: Any = writer.root_object["/StructTreeRoot"]
    root[NameObject("/RoleMap")] = DictionaryObject()


def test_a_good_file_has_no_fault(altered: Altered) -> None:
    assert altered(lambda _: None) == []


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        (retag("H1", "P"), "2: tags: On the river is tagged P and not H1"),
        (retag("H2", "H3"), "10: tags: What we found is tagged H3 and not H2"),
        (
            set_language("H2", "fr"),
            "10: tags: What we found is said to be in fr and not in en, or not all of it",
        ),
        (lose_language, "3: tags: Mühlen is said to be in en and not in de, or not all of it"),
        (
            set_numbering,
            "1: tags: the tags have /Document/L(Decimal) where /Document/L(Disc) has to be",
        ),
        (
            set_expansion,
            "1: abbreviations: abbreviations are explained as ['Fish Always Out'] and not as "
            "['Food and Agriculture Organization']",
        ),
        (
            set_address,
            "1: tags: a link leads to https://example.net/ and not to https://example.org/gauges",
        ),
        (set_destination, "1: tags: a link leads to #elsewhere and not to #what-we-found"),
        (lose_link, "1: tags: a link leads to nothing and not to https://example.org/a"),
        (
            say_instead("P", "ActualText"),
            "1: tags: the tag P has a wrong ActualText",
        ),
        (say_instead("H1", "Alt"), "1: tags: the tag H1 has a wrong Alt"),
        (
            two_trees,
            "1: form: elements at the root of the tag tree is 2 in the PDF and not 1",
        ),
        (other_names, "1: tags: the root of the tags has RoleMap"),
    ],
)
def test_what_is_tagged_as_something_else_is_named(
    altered: Altered, change: Callable[[PdfWriter], object], complaint: str
) -> None:
    assert complaint in altered(change)


def move_link(sides: tuple[float, float, float, float]) -> Callable[[PdfWriter], object]:
    """Return a change that moves the left, bottom, right and top of the first link, in pt."""

    def change(writer: PdfWriter) -> None:
        link = link_annotations(writer)[0]
        moved = [float(old) + by for old, by in zip(link["/Rect"], sides, strict=True)]
        link[NameObject("/Rect")] = ArrayObject(map(FloatObject, moved))

    return change


@pytest.mark.parametrize(
    "sides",
    [
        (0, 30, 0, 30),
        (40, 0, 40, 0),
        (3, 0, 0, 0),
        (0, 0, -3, 0),
        (-300, 0, 0, 0),
        (0, 0, 300, 0),
        (0, 300, 0, 0),
        (0, 0, 0, -300),
    ],
)
def test_a_link_that_is_not_where_its_words_are_is_named(
    altered: Altered, sides: tuple[float, float, float, float]
) -> None:
    assert altered(move_link(sides)) == ["1: tags: the link the gauges is not where its words are"]


def test_a_link_without_a_place_is_named(altered: Altered) -> None:
    def change(writer: PdfWriter) -> None:
        link_annotations(writer)[0][NameObject("/Rect")] = ArrayObject()

    assert altered(change) == ["1: tags: the link the gauges is not where its words are"]


def test_a_link_that_nobody_wrote_is_named(altered: Altered) -> None:
    def add(writer: PdfWriter) -> None:
        next(elements(writer, "P"))[NameObject("/S")] = NameObject("/Link")

    found = altered(add)
    assert any("a link leads to" in each for each in found)


def test_text_without_a_tag_is_named(altered: Altered) -> None:
    def lose_marks(writer: PdfWriter) -> None:
        contents = writer.pages[0].get_contents()
        assert contents is not None
        data = contents.get_data()
        start = data.index(b"/Artifact")
        marked = data[start:].split(b"BDC", 1)
        contents.set_data(data[:start] + b"/Span <<>> BDC" + marked[1].replace(b"EMC", b"EMC", 1))
        writer.pages[0][NameObject("/Contents")] = writer._add_object(contents)

    assert [each for each in altered(lose_marks) if each.startswith("1: tags: page 1: ")]


def test_the_languages_of_one_text_are_told_apart(tmp_path: Path) -> None:
    text = TEXT.replace("title: On the river", "title: {text: Am Fluss, language: de}")
    other = composed(tmp_path, text, "river.en.md")
    assert complaints(other, typeset(other)) == []


def test_stress_that_follows_stress_is_one_or_two_tags(tmp_path: Path) -> None:
    path = tmp_path / "river.en.md"
    words = "*See* *the mill*, **all** *of* it.[^1] ***Both*** **of** *them*."
    path.write_text(f"---\ntitle: On the river\n---\n\n{words}\n\n[^1]: *Id.* *at* 4.\n", "utf-8")
    page = compose(content_of(read(path), edition.load("standard"), standard=STANDARDS[2]))
    assert complaints(page, typeset(page)) == []
