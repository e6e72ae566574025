from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from pypdf import PdfWriter
from pypdf.generic import (
    ArrayObject,
    DecodedStreamObject,
    DictionaryObject,
    FloatObject,
    NameObject,
    TextStringObject,
)

from communique.model.body import Node
from communique.pdf_reading.document.outline import Bookmark
from communique.prove import form
from communique.prove.metadata import pdf_date

from .conftest import Judge, Spoil

if TYPE_CHECKING:
    from communique.compose.page import Page
    from communique.typeset.engine import Typeset

Change = Callable[[PdfWriter], object]
WIDTH, HEIGHT = 210 * 72 / 25.4, 297 * 72 / 25.4


def resize(box: str, width: float, height: float, number: int = 0) -> Change:
    """Return a change of one of the boxes of a page, which is added if it is not there."""

    def change(writer: PdfWriter) -> None:
        while len(writer.pages) <= number:
            writer.add_blank_page(WIDTH, HEIGHT)
        sides = ArrayObject(FloatObject(n) for n in (0, 0, width, height))
        page = writer.pages[number]
        page[NameObject(box)] = sides
        if box == "/MediaBox":  # which the others are by default
            for other in ("/TrimBox", "/BleedBox"):
                page.pop(other, None)

    return change


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        (resize("/MediaBox", WIDTH - 0.6, HEIGHT), "1: form: size of page 1 is"),
        (resize("/MediaBox", WIDTH + 0.6, HEIGHT), "1: form: size of page 1 is"),
        (resize("/MediaBox", WIDTH, HEIGHT + 0.6), "1: form: size of page 1 is"),
        (resize("/CropBox", WIDTH, HEIGHT - 0.6), "1: form: size of page 1 is"),
        (resize("/TrimBox", WIDTH, HEIGHT - 0.6), "1: form: size of page 1 is"),
        (resize("/BleedBox", WIDTH, HEIGHT - 0.6), "1: form: size of page 1 is"),
        (resize("/ArtBox", WIDTH, HEIGHT - 0.6), "1: form: size of page 1 is"),
        (resize("/MediaBox", WIDTH, HEIGHT - 0.6, 1), "1: form: size of page 2 is"),
    ],
)
def test_a_page_of_another_size_is_reported(altered: Spoil, change: Change, complaint: str) -> None:
    assert [found for found in altered(change) if found.startswith(complaint)]


def test_paper_of_the_right_size_within_half_a_point_is_accepted(altered: Spoil) -> None:
    assert altered(resize("/MediaBox", WIDTH - 0.4, HEIGHT + 0.4)) == []


@pytest.mark.parametrize(
    ("w3c", "pdf"),
    [
        ("2023-09-29", "D:20230929"),
        ("2023-09-29T16:06:07.5Z", "D:20230929160607Z"),
        ("2023-09-29T16:06:07+02:30", "D:20230929160607+02'30"),
        ("2023-09", None),
        ("2023-09-29T16", None),
        (None, None),
    ],
)
def test_a_date_is_written_as_a_pdf_has_it(w3c: str | None, pdf: str | None) -> None:
    assert pdf_date(w3c) == pdf


def test_bookmarks_stand_below_those_of_the_headings_above_them() -> None:
    levels = [2, 3, 4, 3, 2, 4, 4, 3]
    nodes = [Node("heading", 1, (), level=level) for level in levels]
    assert form._levels(nodes) == [1, 2, 3, 2, 1, 2, 2, 2]


def test_bookmarks_that_are_not_the_headings_are_reported(judged: Judge) -> None:
    def found(label: str, level: int, page: int) -> list[str]:
        return judged(form.bookmarks, outline=[Bookmark(label, level, page)])

    assert found("What we found", 1, 0) == []
    (wrong,) = found("What we lost", 1, 0)
    assert wrong.startswith("1: form: headings is ['What we lost'] in the PDF")
    assert found("What we found", 2, 0) == [
        "1: form: bookmarks’ levels is [2] in the PDF and not [1]"
    ]
    assert found("What we found", 1, 1) == [
        "1: form: bookmarks’ pages is [1] in the PDF and not [0]"
    ]


def test_links_inside_the_document_lead_to_the_page_of_their_heading(
    judged: Judge, page: Page
) -> None:
    (version,) = page.content.versions
    link = Node("link", 1, target="#what-we-found")
    body = replace(version.statement.body, children=(*version.statement.body.children, link))
    linked = replace(version, statement=replace(version.statement, body=body))
    content = replace(page.content, versions=(linked,))

    def found(**destinations: int) -> list[str]:
        return judged(form.bookmarks, content, destinations=destinations)

    wrong = "1: form: the page of link #what-we-found is {} in the PDF and not 0"
    assert found(**{"what-we-found": 0}) == []
    assert found(**{"what-we-found": 2}) == [wrong.format(2)]
    assert found() == [wrong.format(None)]
    assert judged(form.bookmarks, destinations={}) == []  # no link leads there


def test_words_for_the_catalogue_that_the_file_lacks_are_reported(
    judged: Judge, page: Page
) -> None:
    version = page.content.versions[0]
    matter = version.statement.matter.model_copy(update={"keywords": ("mill", "weir")})
    statement = replace(version.statement, matter=matter)
    content = replace(page.content, versions=(replace(version, statement=statement),))
    assert judged(form.metadata, content) == [
        "1: form: keywords is '' in the PDF and not 'mill, weir'",
        "1: form: keywords is [] in the PDF and not ['mill, weir']",
    ]


@pytest.mark.parametrize(
    ("more", "said"),
    [
        (b"", []),
        (b"\r", []),
        (b"\nmore", ["1: form: what stands after its end is b'\\nmore' in the PDF and not b''"]),
    ],
)
def test_what_stands_after_the_end_of_the_file_is_reported(
    judged: Judge, made: Typeset, more: bytes, said: list[str]
) -> None:
    assert judged(form.catalog, _data=made.pdf.rstrip() + more) == said


def test_a_file_without_its_statement_is_reported(altered: Spoil) -> None:
    def detach(writer: PdfWriter) -> None:
        names: Any = writer.root_object["/Names"]
        del names["/EmbeddedFiles"]

    assert altered(detach) == ["1: form: attachments is [] in the PDF and not ['river.en.md']"]


def embedded(writer: PdfWriter) -> Any:
    names: Any = writer.root_object["/Names"]
    return names["/EmbeddedFiles"].get_object()["/Names"]


def associated_alone(writer: PdfWriter) -> None:
    file: Any = DictionaryObject(embedded(writer)[1].get_object())
    for key in ("/F", "/UF"):
        file[NameObject(key)] = TextStringObject("more.txt")
    writer.root_object["/AF"].append(writer._add_object(file))  # type: ignore[attr-defined]


def twice_under_one_name(writer: PdfWriter) -> None:
    embedded(writer).extend(embedded(writer)[:2])


def under_another_name(writer: PdfWriter) -> None:
    embedded(writer)[1].get_object()[NameObject("/UF")] = TextStringObject("other.md")


def of_two_contents(writer: PdfWriter) -> None:
    other = DecodedStreamObject()
    other.set_data(b"Other words.")
    embedded(writer)[1].get_object()["/EF"][NameObject("/UF")] = writer._add_object(other)


def not_associated(writer: PdfWriter) -> None:
    writer.root_object["/AF"].clear()  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        (associated_alone, "associated files is ['more.txt', 'river.en.md'] in the PDF"),
        (twice_under_one_name, "attachments is ['river.en.md', 'river.en.md'] in the PDF"),
        (under_another_name, "attachments is ['other.md', 'river.en.md'] in the PDF"),
        (of_two_contents, "the attached river.en.md is not the file that was read"),
        (not_associated, "associated files is [] in the PDF and not ['river.en.md']"),
    ],
)
def test_every_way_to_a_file_inside_the_file_is_followed(
    altered: Spoil, change: Change, complaint: str
) -> None:
    assert [each for each in altered(change) if each.startswith(f"1: form: {complaint}")]
