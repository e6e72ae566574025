"""What the importer loses, adds or changes is found by the second reading; what is left is told."""

from __future__ import annotations

from time import perf_counter
from typing import TYPE_CHECKING
from zipfile import ZipFile

import pytest
from lxml import etree

from communique import word
from communique.model.faults import Faults
from communique.read import markdown
from communique.word import settling
from communique.word.reading import counting, numbering
from communique.word.reading.inline import runs
from communique.word.reading.inline.letters import Letters
from communique.word.reading.numbering import Label, Numbering
from communique.word.reading.package import W
from communique.word.second.reading import Said
from communique.word.writing import text as writing
from tests.word.files import FILES, notes
from tests.word.office import cell, levels, numbered, p, r, row, table, uses, word_file

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def settled(path: Path) -> list[str]:
    return list(word.imported(path).to_settle)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda text: text.replace("repair", ""), "paragraph 8: words of the Word file are not in this text: repair"),
        (lambda text: text.replace("seven", "six"), "paragraph 9: words of the Word file are not in this text: seven., but: six."),
        (lambda text: text.replace("seven.", "seven"), "paragraph 9: words of the Word file are not in this text: seven., but: seven"),
        (lambda text: text.replace("Both", "Both Both"), "paragraph 7: these words are not in the Word file: Both"),
        (lambda text: text.replace("million", "Million"), "paragraph 15: words of the Word file"),
        (lambda text: text.replace("Average", "Mean"), "note 1: words of the Word file are not in this text: Average, but: Mean"),
    ],
)  # fmt: skip
def test_a_word_that_is_lost_added_or_changed_is_told_with_its_paragraph(
    change: Callable[[str], str], said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = Letters.text
    monkeypatch.setattr(Letters, "text", lambda self, *arguments: change(read(self, *arguments)))
    found = settled(FILES["press-release"](tmp_path / "a.docx"))
    assert found[0].startswith(said)


def test_a_wrong_number_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    label = Numbering.label

    def other(self: Numbering, paragraph: object) -> Label:
        found = label(self, paragraph)
        return found._replace(text=found.text.replace("2.1", "2.2"))

    monkeypatch.setattr(Numbering, "label", other)
    found = settled(FILES["treaty"](tmp_path / "a.docx"))
    assert found == [
        "paragraph 8: words of the Word file are not in this text: 2.1, but: 2.2",
    ]


def test_words_in_another_order_are_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    blocks = writing.Writer._blocks

    def turned(self: writing.Writer, parts: object) -> object:
        return reversed(list(blocks(self, parts)))  # type: ignore[arg-type]

    monkeypatch.setattr(writing.Writer, "_blocks", turned)
    assert settled(FILES["notes"](tmp_path / "a.docx"))


def test_a_note_that_is_lost_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(runs.Runs, "_call", lambda *_: iter(()))
    found = settled(FILES["press-release"](tmp_path / "a.docx"))
    assert any("Average of 2025." in each for each in found)


def test_a_title_that_is_no_paragraph_of_the_file_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(word.guesses, "_taken", lambda *_: "Another title")
    found = settled(FILES["press-release"](tmp_path / "a.docx"))
    assert (
        "this is above the text, and no paragraph of the Word file is the same: Another title"
    ) in found


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (p(r("Seen. "), r("Secret", "<w:vanish/>")), "paragraph 2: hidden text was left out: Secret"),
        (p(r("old", "<w:strike/>"), r(" words")), "paragraph 2: in Word this is struck through: old"),
        (p(r("tbc", '<w:highlight w:val="yellow"/>')), "paragraph 2: in Word this is highlighted: tbc"),
        (p('<m:oMath><m:r><m:t>x</m:t></m:r></m:oMath>', r(" is small")), "paragraph 2: a formula became plain letters: x"),
        (p('<w:r><w:sym w:font="Webdings" w:char="F04A"/></w:r>', r("smile")), "paragraph 2: the sign F04A of the font Webdings is no known character and was left out"),
        (p(r("No note"), '<w:r><w:footnoteReference w:id="9"/></w:r>'), "paragraph 2: a note is called here that is not there"),
        (p(r("mark"), r("provisional", '<w:vertAlign w:val="superscript"/>')), "paragraph 2: raised or lowered words stand on the line now"),
        (p(r("At "), '<w:r><w:pgNum/></w:r>'), "paragraph 2: what Word works out was left out: a date or page"),
    ],
)  # fmt: skip
def test_what_a_statement_cannot_show_as_word_does_is_to_be_settled(
    body: str, said: str, tmp_path: Path
) -> None:
    assert said in settled(word_file(tmp_path / "a.docx", p("T", style="Titel") + body))


def test_headers_and_footers_are_named_unless_they_count_pages(tmp_path: Path) -> None:
    path = word_file(
        tmp_path / "a.docx", p("T", style="Titel") + p("Words"), header=p("Ministry of the Sea"),
        footer=p("Page 1 of 2"),
    )  # fmt: skip
    assert settled(path) == ["the header is not in the text: Ministry of the Sea"]


def test_a_watermark_is_named(tmp_path: Path) -> None:
    drawn = '<w:r><w:pict><v:shape><v:textpath string="DRAFT"/></v:shape></w:pict></w:r>'
    path = word_file(tmp_path / "a.docx", p("T", style="Titel") + p("Words"), header=p(drawn))
    assert settled(path) == ["the header is not in the text: DRAFT"]


def test_comments_are_to_be_settled_and_never_printed(tmp_path: Path) -> None:
    comment = f'<w:comment w:id="0" w:author="Luc">{p("Is this right?")}</w:comment>'
    path = word_file(tmp_path / "a.docx", p("T", style="Titel") + p("Words"), comments=comment)
    found = word.imported(path)
    assert found.to_settle == ("a comment of Luc was left out: Is this right?",)
    assert "right?" not in found.text.rpartition("---")[2]


def test_a_note_that_is_called_nowhere_is_named(tmp_path: Path) -> None:
    path = word_file(tmp_path / "a.docx", p("T", style="Titel") + p("W"), footnotes=notes("Lost."))
    assert settled(path) == ["a note that is called nowhere was left out:  Lost."]


def test_a_picture_without_a_description_asks_for_one(tmp_path: Path) -> None:
    from tests.word.files import PNG, picture  # noqa: PLC0415

    path = word_file(
        tmp_path / "a.docx", p("T", style="Titel") + p(picture("x", "")), media={"x.png": PNG}
    )
    assert settled(path) == ["a-1.png has no description: write what it shows in the brackets"]


def test_a_first_line_that_was_taken_for_the_title_is_to_be_settled(tmp_path: Path) -> None:
    path = word_file(tmp_path / "a.docx", p("Lights") + p("They are renewed."))
    found = word.imported(path)
    assert found.to_settle == ("paragraph 1: this was taken for the title: Lights",)
    assert "title: Lights\n" in found.text


def test_words_that_look_like_marks_are_read_back_as_words(tmp_path: Path) -> None:
    texts = [
        "# no heading", "> no quote", "| no | table |", "*no* stress", "2026. was a year",
        "3. Juli 2028", "[no](link)", "a ^b^ c~d~", "-> no centre <-", ": no caption", "---",
        "&amp; & <b>", "{no}", "back\\slash", "1) a", "_no_", "(a)", "[^1]: no note", "=====",
    ]  # fmt: skip
    path = word_file(
        tmp_path / "a.docx",
        p("T", style="Titel") + "".join(p("Before.") + p(text) for text in texts),
        language="de-DE",
    )  # fmt: skip
    assert settled(path) == []


def test_words_that_look_like_marks_stay_words_in_cells(tmp_path: Path) -> None:
    texts = ["a|b", "^^", "*x*", "|", "\\", "- a", "# b"]
    path = word_file(
        tmp_path / "a.docx",
        p("T", style="Titel") + table(row("Head", "B"), *(row(cell(each), "1") for each in texts)),
    )
    assert settled(path) == []


@pytest.mark.parametrize(
    ("form", "numbers"),
    [
        ("decimal", {1: "1", 27: "27"}),
        ("decimalZero", {1: "01", 10: "10"}),
        ("lowerLetter", {1: "a", 26: "z", 27: "aa", 53: "aaa"}),
        ("upperLetter", {2: "B", 28: "BB"}),
        ("lowerRoman", {4: "iv", 9: "ix", 1994: "mcmxciv"}),
        ("upperRoman", {40: "XL"}),
        ("ordinal", {1: "1st", 2: "2nd", 3: "3rd", 4: "4th", 11: "11th", 112: "112th", 21: "21st"}),
        ("russianLower", {1: "а", 9: "и", 10: "к", 28: "я"}),
        ("hebrew1", {1: "א", 15: "טו", 16: "טז", 115: "קטו", 22: "כב"}),
        ("arabicAbjad", {1: "أ", 4: "د"}),
        ("chineseCounting", {1: "一", 10: "十", 11: "十一", 20: "二十", 99: "九十九"}),
        ("decimalEnclosedCircle", {1: "①", 20: "⑳", 21: "21"}),
        ("decimalFullWidth", {12: "１２"}),
        ("aiueoFullWidth", {1: "ア", 47: "47"}),
        ("001, 002, 003, ...", {1: "001", 12: "012", 1000: "1000"}),
        ("none", {5: ""}),
    ],
)
def test_numbers_are_written_as_word_writes_them(form: str, numbers: dict[int, str]) -> None:
    assert {number: counting.counted(number, form) for number in numbers} == numbers


def test_points_are_nested_by_how_far_they_are_set_in(tmp_path: Path) -> None:
    far = numbered(1) + '<w:ind w:left="1440"/>'
    path = word_file(
        tmp_path / "a.docx",
        p("T", style="Titel") + p("outer", properties=numbered(1)) + p("inner", properties=far),
        numbering=levels(("bullet", "•")) + uses(1),
    )
    assert word.imported(path).text.endswith("- outer\n    - inner\n")


def differences(ours: list[str], said: list[str], folder: Path) -> list[str]:
    body = markdown.parse("\n\n".join(ours) + "\n", 1, Faults(folder / "a.md"))
    there = [Said(f"paragraph {place}", each) for place, each in enumerate(said, start=1)]
    return settling.differences(body, there, [])


def test_a_long_text_that_differs_in_each_paragraph_is_compared_at_once(tmp_path: Path) -> None:
    said = ["They renew the seven lights of the harbour by the spring. " * 8] * 400
    ours = [each.replace("seven", "six", 1) for each in said]
    begun = perf_counter()
    found = differences(ours, said, tmp_path)
    assert perf_counter() - begun < 10
    assert len(found) == len(said)
    what = "words of the Word file are not in this text: seven, but: six"
    assert found[-1] == f"paragraph 400: {what}"


def test_too_much_that_differs_is_told_as_one_difference(tmp_path: Path) -> None:
    said = ["a b c d " * 100] * 3
    found = differences(["d c b a " * 100] * 2, said, tmp_path)
    assert found == [
        "paragraph 1: words of the Word file are not in this text: a b c d a b c d a b c d …, "
        "but: d c b a d c b a d c b a …"
    ]


def test_a_paragraph_that_is_lost_between_others_is_told_alone(tmp_path: Path) -> None:
    said = ["One.", "Same.", "Lost here.", "Same.", "Four."]
    assert differences(["One.", "Same.", "Same.", "Four."], said, tmp_path) == [
        "paragraph 3: words of the Word file are not in this text: Lost here."
    ]


def test_paragraphs_that_are_parted_elsewhere_have_the_same_words(tmp_path: Path) -> None:
    assert differences(["One. Two.", "Three."], ["One.", "Two. Three."], tmp_path) == []


def counted(path: Path, lists: str, *own: str) -> str:
    body = "".join(p("Words.", properties=each) for each in own)
    found = word.imported(word_file(path, p("T", style="Titel") + body, numbering=lists + uses(1)))
    assert not found.to_settle
    return found.text.partition("---\n\n")[2]


def test_a_level_in_figures_has_its_own_number_in_figures_too(tmp_path: Path) -> None:
    lists = levels(("upperRoman", "%1."), ("upperRoman", "%1.%2.")).replace(
        '<w:lvlText w:val="%1.%2."/>', '<w:isLgl/><w:lvlText w:val="%1.%2."/>'
    )
    text = counted(tmp_path / "a.docx", lists, numbered(1), numbered(1, 1))
    assert "1.1." in text
    assert "1.I" not in text


def test_a_format_that_stands_in_a_choice_is_read(tmp_path: Path) -> None:
    choice = (
        '<mc:AlternateContent><mc:Choice Requires="w14"><w:numFmt w:val="custom" '
        'w:format="001, 002, 003, ..."/></mc:Choice><mc:Fallback><w:numFmt w:val="decimal"/>'
        "</mc:Fallback></mc:AlternateContent>"
    )
    lists = levels(("decimal", "%1.")).replace('<w:numFmt w:val="decimal"/>', choice)
    assert "001." in counted(tmp_path / "a.docx", lists, numbered(1))


@pytest.mark.parametrize(
    ("length", "indent"),
    [("720", 720), ("36pt", 720), ("0.5in", 720), ("12.7mm", 720), ("abc", None), ("nan", None)],
)
def test_how_far_a_paragraph_is_set_in_may_have_a_unit(length: str, indent: int | None) -> None:
    element = etree.Element(f"{W}ind", {f"{W}start": length})
    assert numbering.indent(element) == indent


def test_a_list_without_levels_counts_nothing(tmp_path: Path) -> None:
    lists = levels(("decimal", "%1."), name=3)
    assert counted(tmp_path / "a.docx", lists, numbered(1)) == "Words.\n"


@pytest.mark.parametrize("target", ["/word/{}.xml", "//word/{}.xml", "/%77ord/{}.xml"])
def test_parts_may_be_named_from_the_root_and_with_signs_written_out(
    target: str, tmp_path: Path
) -> None:
    path = FILES["treaty"](tmp_path / "treaty.docx")
    expected = word.imported(path)
    with ZipFile(path) as file:
        parts = {each: file.read(each).decode() for each in file.namelist()}
    for name, kind in (("_rels/.rels", "document"), ("word/_rels/document.xml.rels", "numbering")):
        for old in (f'Target="word/{kind}.xml"', f'Target="{kind}.xml"'):
            parts[name] = parts[name].replace(old, f'Target="{target.format(kind)}"')
    with ZipFile(path, "w") as file:
        for each, inner in parts.items():
            file.writestr(each, inner)
    assert word.imported(path) == expected


def test_a_border_of_a_table_is_no_number(tmp_path: Path) -> None:
    border = '<w:tblBorders><w:start w:val="single" w:sz="4"/></w:tblBorders>'
    body = p("T", style="Titel") + table(row("A", "B"), row("1", "2"), properties=border)
    assert settled(word_file(tmp_path / "a.docx", body)) == []
