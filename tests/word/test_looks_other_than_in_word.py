"""What a statement shows otherwise than Word does, or Word works out anew, is to be settled."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from communique import word
from communique.word.reading.inline import fields
from communique.word.writing import reading_back
from communique.word.writing.points import Points
from tests.word.files import PNG, field, picture
from tests.word.office import levels, numbered, p, r, row, table, uses, word_file

if TYPE_CHECKING:
    from pathlib import Path


def body_of(path: Path, body: str, **parts: object) -> word.Imported:
    """Return what is imported of a file that has a title above its `body`."""
    return word.imported(word_file(path / "a.docx", p("Lights", style="Titel") + body, **parts))  # type: ignore[arg-type]


_FRAME = '<pic:spPr><a:xfrm{}/><a:prstGeom prst="{}"/></pic:spPr></pic:pic>'
_OLD = '<w:r><w:pict><v:shape style="{}"><v:imagedata r:id="x" o:title="A light" {}/></v:shape></w:pict></w:r>'


@pytest.mark.parametrize(
    ("drawn", "how"),
    [
        (("</pic:blipFill>", '<a:srcRect r="50000"/></pic:blipFill>'), ["cropped"]),
        (("</pic:pic>", _FRAME.format(' rot="5400000" flipH="1"', "rect")), ["turned", "mirrored"]),
        (("</pic:pic>", _FRAME.format("", "ellipse")), ["cropped"]),
        (('r:embed="x"/>', 'r:embed="x"><a:grayscl/></a:blip>'), ["recoloured"]),
        (("</pic:pic>", _FRAME.format(' rot="21600000" flipH="0"', "roundRect")), []),
        (("</pic:blipFill>", '<a:srcRect l="0" r="-900"/></pic:blipFill>'), []),
    ],
)  # fmt: skip
def test_a_picture_that_word_shows_otherwise_than_its_file_is_named(
    drawn: tuple[str, str], how: list[str], tmp_path: Path
) -> None:
    found = body_of(tmp_path, p(picture("x", "A light").replace(*drawn)), media={"x.png": PNG})
    assert found.to_settle == tuple(
        f"paragraph 2: a picture is {each} in Word, and here it is not: "
        "change its file in a program for pictures"
        for each in how
    )


@pytest.mark.parametrize(
    ("style", "cut", "how"),
    [
        ("width:9pt;rotation:90", "", "turned"),
        ("flip:x", "", "mirrored"),
        ("", 'cropleft="6554f"', "cropped"),
        ("rotation:0", 'croptop="0"', ""),
    ],
)
def test_so_is_one_of_an_older_word(style: str, cut: str, how: str, tmp_path: Path) -> None:
    found = body_of(tmp_path, p(_OLD.format(style, cut)), media={"x.png": PNG}).to_settle
    assert [line.split(" ")[5] for line in found] == [how] * bool(how)


_ABOVE = "in Word this is above the title, here below"


@pytest.mark.parametrize(
    ("body", "title", "said"),
    [
        (p("Déclaration commune") + p("Lumières", style="berschrift1") + p("Ils veillent."), "Lumières",
         [f"paragraph 1: {_ABOVE}: Déclaration commune"]),
        (p("Ministry of the Sea") + p("Lights", style="Titel") + p("They shine."), "Lights",
         [f"paragraph 1: {_ABOVE}: Ministry of the Sea"]),
        (p("Lights", style="Titel") + p("Words.") + p("On the sea", style="Untertitel"), "Lights",
         [f"paragraph 2: {_ABOVE}: Words."]),
        (p("Pact on Lights") + p("12 March 2026") + p("They met.") + p("Next", style="berschrift1"),
         "Pact on Lights", ["paragraph 1: this was taken for the title: Pact on Lights"]),
        (p("Press release") + p("12 March 2026") + p("Lights", style="berschrift1") + p("Words."), "Lights", []),
    ],
)  # fmt: skip
def test_what_stood_above_the_title_is_named_and_a_heading_below_a_sentence_is_none(
    body: str, title: str, said: list[str], tmp_path: Path
) -> None:
    found = word.imported(word_file(tmp_path / "a.docx", body))
    assert f"\ntitle: {title}\n" in found.text
    assert list(found.to_settle) == said


@pytest.mark.parametrize(
    ("code", "address"),
    [
        (r'HYPERLINK "https://example.org/nets" \l "top"', "https://example.org/nets#top"),
        (r'HYPERLINK \o "A tip" "https://example.org/" \t "_blank"', "https://example.org/"),
        (r"hyperlink https://example.org/", "https://example.org/"),
        (r'HYPERLINK \l "_Toc1"', ""),
        ("PAGEREF _Toc1", ""),
    ],
)
def test_the_address_of_a_field_has_the_place_in_it(code: str, address: str) -> None:
    assert fields.address(code) == address


@pytest.mark.parametrize(
    ("code", "shown", "said"),
    [
        ("PAGE", "7", "this number of a page is that of Word: 7"),
        (r"PAGEREF _x \h", "12", "this number of a page is that of Word: 12"),
        (r'DATE \@ "d MMMM yyyy"', "3 May 2026", "Word writes this date or time anew each time: 3 May 2026"),
        ("MERGEFIELD Name", "«Name»", "nobody filled in this: «Name»"),
        ("MERGEFIELD Name", "Ada Holm", ""),
        ("FORMTEXT", "\u2002\u2002", "nobody filled in this: a field of a form, which shows nothing"),
        ("REF _y", "Error! Reference source not found.", "in Word this leads nowhere: Error! Reference source not found."),
        ("REF _y", "Errore. L’origine non è stata trovata.", "in Word this leads nowhere: Errore. L’origine non è stata trovata."),
        ("REF _y", "خطأ! لم يتم العثور على مصدر المرجع.", "in Word this leads nowhere: خطأ! لم يتم العثور على مصدر المرجع."),
        ("REF _y", "Article 3. Costs", ""),
        ('HYPERLINK "https://example.org/"', "Welcome! Here", ""),
    ],
)  # fmt: skip
@pytest.mark.parametrize("simple", [False, True])
def test_what_a_field_shows_and_no_statement_can_keep_is_named(
    code: str, shown: str, said: str, simple: bool, tmp_path: Path
) -> None:
    instruction = code.replace('"', "&quot;")
    short = f'<w:fldSimple w:instr="{instruction}">{r(shown)}</w:fldSimple>'
    inner = short if simple else field(code, shown)
    found = body_of(tmp_path, p(r("See "), inner, r(" here."))).to_settle
    named = [line for line in found if line.startswith("paragraph 2: ")]
    assert named == [f"paragraph 2: {said}"] * bool(said)


def test_the_pages_of_a_list_of_tables_are_one_thing_to_settle(tmp_path: Path) -> None:
    begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>TOC \\c "Table"</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    lines = p(begin, r("Table 1 "), field("PAGEREF a", "2")) + p(
        r("Table 2 "), field("PAGEREF b", "3"), end
    )
    (said,) = body_of(tmp_path, lines + p("Words.")).to_settle
    assert said.startswith("a list of tables or pictures has numbers of the pages in Word")


def test_a_line_end_in_a_heading_is_one_space_also_behind_its_number(tmp_path: Path) -> None:
    path = word_file(
        tmp_path / "a.docx",
        p("Pact", style="Titel")
        + p("<w:r><w:br/></w:r>", r("Terms"), style="berschrift1", properties=numbered(1))
        + p(r("Costs "), "<w:r><w:br/></w:r>", r(" of light"), style="berschrift1"),
        numbering=levels(("decimal", "Article %1")) + uses(1),
    )
    found = word.imported(path)
    assert found.text.endswith("---\n\n## Article 1 Terms\n\n## Costs of light\n")
    assert found.to_settle == ()
    assert "line ends in headings became spaces (2 times)" in found.told


def test_a_link_that_no_statement_can_have_is_named_with_its_words(tmp_path: Path) -> None:
    link = f'<w:hyperlink r:id="up">{r("Our work")}</w:hyperlink>'
    found = body_of(tmp_path, p(r("See "), link, r(".")), links={"up": "../../../"})
    assert found.to_settle == ("paragraph 2: this link to ../../../ was left out: Our work",)
    assert found.text.endswith("\n\nSee Our work.\n")


def test_what_may_be_read_otherwise_is_quoted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading_back, "is_read_as", lambda *_: False)
    found = body_of(tmp_path, p("They met, on the sea: **there**.")).to_settle
    assert found == (
        "paragraph 2: this may be read otherwise than in Word: They met, on the sea: **there**.",
    )


def test_titles_and_subtitles_of_several_paragraphs_are_nothing_to_settle(tmp_path: Path) -> None:
    path = word_file(
        tmp_path / "a.docx",
        p(r("The Pact"), "<w:r><w:br/></w:r>", r("of the Sea"), style="Titel")
        + p("A second line", style="Titel")
        + p("One", style="Untertitel")
        + p("Two", style="Untertitel")
        + p("Words."),
    )
    found = word.imported(path)
    assert "title: The Pact of the Sea A second line\nsubtitle: One Two\n" in found.text
    assert found.to_settle == ()


@pytest.mark.parametrize(
    ("accept", "change"), [(False, "ins"), (True, "del"), (False, "cellIns"), (True, "cellDel")]
)
def test_rows_and_cells_that_a_change_takes_away_are_nothing_to_settle(
    accept: bool, change: str, tmp_path: Path
) -> None:
    mark = f'<w:{change} w:id="5" w:author="Ada Holm"/>'
    gone = row("Gone", "9")
    where = "tcPr" if change.startswith("cell") else "trPr"
    if where == "trPr":
        gone = gone.replace("<w:tr>", f"<w:tr><w:trPr>{mark}</w:trPr>")
    else:
        gone = gone.replace("<w:tc>", f"<w:tc><w:tcPr>{mark}</w:tcPr>")
    body = table(row("Work", "Cost"), row("Lamp", "1"), gone) + p(r("Hidden", "<w:vanish/>"))
    path = word_file(tmp_path / "a.docx", p("T", style="Titel") + body)
    found = word.imported(path, accept=accept)
    assert "Gone" not in found.text
    assert found.to_settle == ("paragraph 8: hidden text was left out: Hidden",)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("EMBARGOED UNTIL 12 MARCH 2026, 16:00 CET", "an embargo: write `embargo` with its time and zone"),
        ("Sous embargo jusqu’au 12 mars 2026", "an embargo: write `embargo` with its time and zone"),
        ("NOT FOR PUBLICATION BEFORE 18:00", "an embargo: write `embargo` with its time and zone"),
        ("DRAFT 3 – CONFIDENTIAL", "a draft: write `draft` with its version"),
        ("March 12, 2026", "a date: write `issued: 2026-03-12`"),
        ("Draft articles on the sea", ""),
        ("Embargo on arms", ""),
        ("They met on 12 March 2026.", ""),
    ],
)  # fmt: skip
def test_a_line_above_the_text_that_looks_like_a_field_is_named(
    line: str, said: str, tmp_path: Path
) -> None:
    found = body_of(tmp_path, p(line) + p("Words.")).to_settle
    expected = f"paragraph 2: this looks like {said}, and delete it here: {line}"
    assert list(found) == [expected] * bool(said)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("ميناء سان لوك، 12 مارس 2026", ""),
        ("القاهرة في 12 آذار/مارس 2026", "issued: 2026-03-12"),
    ],
)
def test_a_place_and_a_date_in_arabic_are_found_or_named(
    words: str, said: str, tmp_path: Path
) -> None:
    path = word_file(
        tmp_path / "a.docx", p("بيان مشترك", style="Titel") + p(words) + p("اتفق الوزراء على ذلك.")
    )
    found = word.imported(path, "ar")
    assert ("\nissued: 2026-03-12\nplace: ميناء سان لوك\n" in found.text) == (not said)
    assert [said in line for line in found.to_settle] == [True] * bool(said)


@pytest.mark.parametrize(
    ("properties", "words", "said"),
    [
        ('<w:u w:val="single"/>', "very", ["in Word this is underlined: very"]),
        ('<w:u w:val="none"/>', "very", []),
        ("<w:caps/>", "all", ["in Word this is in capitals: all"]),
        ("<w:caps/>", "UN 2026", []),
        ("<w:smallCaps/>", "small", ["in Word this is in small capitals: small"]),
        ('<w:rStyle w:val="Link"/>', "here", []),
    ],
)
def test_looks_that_no_statement_has_are_named(
    properties: str, words: str, said: list[str], tmp_path: Path
) -> None:
    link = (
        '<w:style w:type="character" w:styleId="Link"><w:name w:val="Hyperlink"/>'
        '<w:rPr><w:color w:val="0563C1"/><w:u w:val="single"/></w:rPr></w:style>'
    )
    path = word_file(
        tmp_path / "a.docx",
        p("T", style="Titel") + p(r("It is "), r(words, properties)),
        styles=link,
    )
    found = word.imported(path)
    assert list(found.to_settle) == [f"paragraph 2: {each}" for each in said]
    assert not any("colours" in each for each in found.told)


def test_colours_of_words_are_told(tmp_path: Path) -> None:
    body = p(r("It is "), r("red", '<w:color w:val="FF0000"/>'), r(".", '<w:color w:val="auto"/>'))
    assert "colours of words were left out" in body_of(tmp_path, body).told


@pytest.mark.parametrize(
    ("points", "written"),
    [
        ([("1.", 360), ("1.", 720), ("2.", 720), ("2.", 360)], [0, 1, 1, 0]),
        ([("•", 360), ("1)", 720), ("2)", 720)], [0, 1, 1]),
        ([("1.", 360), ("3.", 720)], [0, 0]),
        ([("(a)", 360), ("1.", 720)], [0, 0]),
        ([("1.", 360), ("1.", 720), ("2)", 720)], [0, 1, 0]),
        ([("1.", 360), ("(a)", 720)], [0, 0]),
    ],
)
def test_a_numbered_point_stands_in_another_where_it_is_read_as_one(
    points: list[tuple[str, int]], written: list[int]
) -> None:
    lists = Points()
    assert [lists.depth(*each) for each in points] == written


def test_numbers_within_numbers_are_nested_in_the_statement(tmp_path: Path) -> None:
    far = '<w:ind w:left="1440"/>'
    body = p("one", properties=numbered(1)) + p("deep", properties=numbered(2) + far)
    found = body_of(
        tmp_path,
        body + p("two", properties=numbered(1)),
        numbering=levels(("decimal", "%1.")) + uses(1) + uses(2, 0, {0: 1}),
    )
    assert found.text.endswith("\n1. one\n    1. deep\n2. two\n")
    assert found.to_settle == ()


def test_a_quotation_of_libreoffice_is_a_quote(tmp_path: Path) -> None:
    style = '<w:style w:type="paragraph" w:styleId="Q"><w:name w:val="Quotations"/></w:style>'
    found = body_of(tmp_path, p("A light is a promise.", style="Q"), styles=style)
    assert found.text.endswith("\n\n> A light is a promise.\n")
