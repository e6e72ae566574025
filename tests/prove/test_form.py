from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.generic import (
    ArrayObject,
    ByteStringObject,
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
from tests.samples import with_body

from .conftest import STATEMENT, Spoil, changed, complaints, composed

if TYPE_CHECKING:
    from pathlib import Path

    from communique.compose.page import Page

Change = Callable[[PdfWriter], object]


def set_entry(path: str, value: Any) -> Change:
    """Return a change that sets the entry at `path` below the catalog; None removes it."""

    def change(writer: PdfWriter) -> None:
        *way, last = path.split("/")
        target: Any = writer.root_object
        for key in way:
            target = target[int(key) if key.isdecimal() else f"/{key}"].get_object()
        if value is None:
            del target[f"/{last}"]
        else:
            target[NameObject(f"/{last}")] = value

    return change


def set_metadata(old: str, new: str) -> Change:
    def change(writer: PdfWriter) -> None:
        stream: Any = writer.root_object["/Metadata"].get_object()
        data = stream.get_data()
        assert old.encode() in data
        stream.set_data(data.replace(old.encode(), new.encode()))

    return change


def remove_font(writer: PdfWriter) -> None:
    fonts: Any = writer.pages[0]["/Resources"]["/Font"]  # type: ignore[index]
    for font in fonts.values():
        descriptor = font["/DescendantFonts"][0].get_object()["/FontDescriptor"].get_object()
        for key in [key for key in descriptor if key.startswith("/FontFile")]:
            del descriptor[key]
        return


def rename_heading(writer: PdfWriter) -> None:
    outline: Any = writer.root_object["/Outlines"].get_object()
    outline["/First"][NameObject("/Title")] = TextStringObject("Another heading")


def outline(writer: PdfWriter) -> Any:
    return writer.root_object["/Outlines"].get_object()


def lower_bookmark(writer: PdfWriter) -> None:
    first = outline(writer)["/First"]
    lower = DictionaryObject(first)
    first[NameObject("/First")] = writer._add_object(lower)


def misplace_bookmark(writer: PdfWriter) -> None:
    outline(writer)["/First"][NameObject("/Dest")] = ArrayObject()


def alter_attachment(writer: PdfWriter) -> None:
    names: Any = writer.root_object["/Names"]
    file = names["/EmbeddedFiles"].get_object()["/Names"][1].get_object()
    file["/EF"]["/F"].get_object().set_data(b"Other words.")


def crop_page(writer: PdfWriter) -> None:
    box = ArrayObject(FloatObject(n) for n in (0, 0, 595, 700))
    writer.pages[0][NameObject("/CropBox")] = box


def shorten_page(writer: PdfWriter) -> None:
    box = ArrayObject(FloatObject(n) for n in (0, 0, 595, 700))
    writer.pages[0][NameObject("/MediaBox")] = box


def test_pages_side_by_side_begin_where_their_text_does(arabic: Page) -> None:
    made = typeset(arabic)
    root: Any = PdfReader(io.BytesIO(made.pdf)).root_object
    assert root["/ViewerPreferences"]["/Direction"] == "/R2L"

    def lost(writer: PdfWriter) -> None:
        del writer.root_object["/ViewerPreferences"]["/Direction"]  # type: ignore[attr-defined]

    told = complaints(arabic, changed(made, lost))
    assert [each for each in told if "direction of pages is '/L2R'" in each]


def test_a_clone_of_a_good_pdf_is_proven(altered: Spoil) -> None:
    assert altered(lambda _: None) == []


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        (lambda w: w.add_metadata({"/Title": "Other"}), "2: form: title is 'Other'"),
        (lambda w: w.add_metadata({"/Author": "Other"}), "7: form: issuers is 'Other'"),
        (lambda w: w.add_metadata({"/CreationDate": "D:2020"}), "4: form: issued is 'D:2020'"),
        (lambda w: w.add_metadata({"/ModDate": "D:2020"}), "5: form: updated is 'D:2020'"),
        (set_metadata(">Joint statement on the river<", ">Other<"), "2: form: title is ['Other']"),
        (
            set_metadata("<dc:title>", "<dc:title>Other</dc:title><dc:title>"),
            "2: form: title is ['Other', 'Joint statement on the river']",
        ),
        (
            set_metadata("<pdfuaid:part>1<", "<pdf:Producer>x</pdf:Producer><pdfuaid:part>1<"),
            "1: form: properties said twice is ['{http://ns.adobe.com/pdf/1.3/}Producer']",
        ),
        (set_metadata("Ada Brook", "Ada Brock"), "7: form: issuers is ['Ada Brock"),
        (set_metadata(">2024-05-02<", ">2024-05-01<"), "4: form: issued is ['2024-05-01']"),
        (set_metadata(">2024-05-03<", ">2024-05-04<"), "5: form: updated is ['2024-05-04']"),
        (set_metadata("pdfuaid:part>1<", "pdfuaid:part>2<"), "1: form: PDF/UA part is ['2']"),
        (set_entry("Lang", TextStringObject("fr")), "1: form: language is 'fr'"),
        (set_entry("PageLabels", None), "1: form: page labels is {}"),
        (set_entry("MarkInfo", None), "1: form: tags is {}"),
        (set_entry("ViewerPreferences", None), "1: form: title bar is {}"),
        (
            set_entry("ViewerPreferences/Direction", NameObject("/R2L")),
            "1: form: direction of pages is '/R2L'",
        ),
        (rename_heading, "1: form: headings is ['Another heading']"),
        (shorten_page, "1: form: size of page 1 is (595.0, 700.0)"),
        (remove_font, "1: ink: the font "),
        (set_metadata(">Joint statement, Meeting", ">Other, Meeting"), "3: form: kind is ['Other"),
        (set_metadata("edition standard", "edition letter"), "1: form: creator tool is 'Commun"),
        (lambda w: w.add_metadata({"/Subject": "Other"}), "3: form: kind is 'Other'"),
        (lambda w: w.add_metadata({"/Keywords": "x"}), "1: form: keywords is 'x'"),
        (
            lambda w: w.add_attachment("more.txt", b"x"),
            "1: form: attachments is ['more.txt', 'river.en.md'] in the PDF and not",
        ),
        (alter_attachment, "1: form: the attached river.en.md is not the file that was read"),
        (lambda w: w.pages[0].rotate(90), "1: form: rotation of page 1 is 90"),
        (crop_page, "1: form: size of page 1 is (595.0, 700.0)"),
        (lower_bookmark, "1: form: bookmarks’ levels is [1, 2] in the PDF and not [1]"),
        (misplace_bookmark, "1: form: bookmarks’ pages is [-1] in the PDF and not [0]"),
    ],
)
def test_a_file_that_says_something_else_of_itself_is_reported(
    altered: Spoil, change: Change, complaint: str
) -> None:
    assert [found for found in altered(change) if found.startswith(complaint)]


DEEP = "\n\n".join(f"{'#' * level} Level\n\nText." for level in (2, 3, 4, 5, 6, 6, 4, 2))


@pytest.mark.parametrize("kind", edition.single())
def test_headings_of_every_depth_have_bookmarks_at_their_level(tmp_path: Path, kind: str) -> None:
    page = composed(tmp_path, with_body(DEEP), "deep.en.md", kind)
    assert complaints(page, typeset(page)) == []
    higher = replace(page, styles=page.styles + "h6 { bookmark-level: 4 }")
    assert complaints(higher, typeset(higher)) == [
        "1: form: bookmarks’ levels is [1, 2, 3, 4, 4, 4, 3, 1] in the PDF"
        " and not [1, 2, 3, 4, 5, 5, 3, 1]"
    ]


def test_a_file_without_a_tag_tree_is_reported(altered: Spoil) -> None:
    assert "1: form: tag tree is '' in the PDF and not 'Document'" in altered(
        set_entry("StructTreeRoot", None)
    )


def test_type_below_the_least_size_is_reported(reset: Spoil) -> None:
    found = reset("<p>We thank", '<p style="font-size: 6pt">We thank')
    assert found == ["1: ink: page 1: We thank the millers. is set in 6 pt"]


@pytest.mark.parametrize("name", ["Réunion d’été.fr.md", "Re\u0301union.fr.md", "会議 (2).en.md"])
def test_a_statement_may_have_any_name(tmp_path: Path, name: str) -> None:
    made = composed(tmp_path, STATEMENT, name)
    assert complaints(made, typeset(made)) == []


def test_a_name_in_another_encoding_is_reported(altered: Spoil) -> None:
    def rename(writer: PdfWriter) -> None:
        names: Any = writer.root_object["/Names"]
        file = names["/EmbeddedFiles"].get_object()["/Names"][1].get_object()
        file[NameObject("/F")] = ByteStringObject(b"r\xe9union.md")

    assert len(altered(rename)) == 2


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        (
            set_metadata("<pdfuaid:part>", "<dc:publisher>Other</dc:publisher><pdfuaid:part>"),
            "form: other properties is ['dc:publisher']",
        ),
        (
            set_metadata(
                "</rdf:RDF>",
                '<x:Agent xmlns:x="urn:x" rdf:about=""><dc:rights>No</dc:rights></x:Agent>'
                "</rdf:RDF>",
            ),
            "form: other properties is ['x:xmpmeta/rdf:RDF/{urn:x}Agent', "
            "'x:xmpmeta/rdf:RDF/{urn:x}Agent/@rdf:about=', "
            "'x:xmpmeta/rdf:RDF/{urn:x}Agent/dc:rights']",
        ),
        (
            set_metadata("<pdfuaid:part>", "<pdf:Keywords>mill</pdf:Keywords><pdfuaid:part>"),
            "form: keywords is ['mill'] in the PDF and not []",
        ),
        (set_metadata("</rdf:RDF>", "No</rdf:RDF>"), "form: other properties is ['No']"),
        (set_metadata("<dc:title>", "<dc:title>No"), "form: other properties is ['No']"),
        (
            set_metadata('rdf:about="" pdf:P', 'rdf:about="urn:x" pdf:P'),
            "form: other properties is ['@rdf:about=urn:x']",
        ),
        (
            set_metadata("<dc:title>", '<dc:title rdf:ID="No">'),
            "form: other properties is ['dc:title/@rdf:ID=No']",
        ),
        (
            set_metadata("Part of ISO 14289 that", "No part of ISO 14289"),
            "form: declarations is ['PDF/UA identification schema', ",
        ),
        (set_metadata('Producer="W', 'Producer="V'), "form: producer is ['VeasyPrint"),
        (lambda w: w.add_metadata({"/Producer": "Other"}), "form: producer is ['Other']"),
        (lambda w: w.add_metadata({"/Creator": "Other"}), "form: creator is 'Other'"),
        (lambda w: w.add_metadata({"/Other": "x"}), "form: other information is ['/Other']"),
        (set_metadata('pdfaid:part="3', 'pdfaid:part="2'), "form: PDF/A part is ['2']"),
        (set_metadata('conformance="A', 'conformance="B'), "form: PDF/A conformance is ['B']"),
        (set_entry("AF/0/AFRelationship", NameObject("/Data")), "form: the use of river.en.md"),
        (set_entry("AF/0/Desc", TextStringObject("Other")), "form: the use of river.en.md is ("),
        (
            set_entry("AF/0/EF/F/Subtype", NameObject("/text/x-markdown")),
            "form: the media type of river.en.md is 'text/x-markdown' in the PDF and not 'text/m",
        ),
        (set_entry("OutputIntents", ArrayObject()), "form: output intents is []"),
        (lambda w: w._root_object.pop("/OutputIntents"), "form: output intents is []"),
        (set_entry("OutputIntents/0/S", NameObject("/GTS_PDFX")), "form: output intents is [('/G"),
        (
            set_entry("OutputIntents/0/OutputConditionIdentifier", TextStringObject("CMYK")),
            "form: output intents is [('/GTS_PDFA1', 'CMYK')]",
        ),
    ],
)
def test_metadata_that_nobody_asked_for_are_reported(
    altered: Spoil, change: Change, complaint: str
) -> None:
    (found,) = altered(change)
    assert found.partition(": ")[2].startswith(complaint)


def test_other_keywords_are_reported_where_only_xmp_has_them(tmp_path: Path) -> None:
    text = STATEMENT.replace("kind:", 'keywords: [mill, weir, mill, "dams; boats"]\nkind:')
    path = tmp_path / "river.en.md"
    path.write_text(text, "utf-8")
    page = compose(content_of(read(path), edition.load("standard"), standard=STANDARDS[2]))
    made = typeset(page)
    assert complaints(page, made) == []
    other = changed(made, set_metadata("mill, weir, dams; boats", "mill, weir"))
    said = "keywords is ['mill, weir'] in the PDF and not ['mill, weir, dams; boats']"
    assert f"3: form: {said}" in complaints(page, other)
    for prefix, name, year in (("pdfuaid", "PDF/UA", "2024"), ("pdfaid", "PDF/A", "2020")):
        old = changed(made, set_metadata(f"<{prefix}:rev>{year}<", f"<{prefix}:rev>2014<"))
        said = f"form: {name} rev is ['2014'] in the PDF and not ['{year}']"
        assert any(said in each for each in complaints(page, old))


def test_a_statement_may_have_words_for_the_catalogue(tmp_path: Path) -> None:
    text = STATEMENT.replace("event:", "keywords: [water, mills]\nevent:")
    page = composed(tmp_path, text, "river.en.md")
    good = typeset(page)
    assert complaints(page, good) == []
    other = changed(good, lambda writer: writer.add_metadata({"/Keywords": "fire"}))
    (found,) = complaints(page, other)
    assert "form: keywords is 'fire' in the PDF" in found
