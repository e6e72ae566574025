"""What Word shows is imported as it shows it: empty numbers, hidden words, signs, places, levels."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from communique import word
from communique.model.faults import StatementError
from tests.word.files import PNG, call, field, notes, picture
from tests.word.office import cell, levels, numbered, p, r, row, table, uses, word_file

if TYPE_CHECKING:
    from pathlib import Path

    from communique.word import Imported

TITLE = p("T", style="Titel")
ONE = levels(("decimal", "%1.")) + uses(1)


def imported(path: Path, body: str, **parts: Any) -> Imported:
    return word.imported(word_file(path / "a.docx", body, **parts))


def text(found: Imported) -> str:
    return found.text.partition("\n---\n\n")[2]


def test_a_number_with_nothing_behind_it_counts_and_is_there(tmp_path: Path) -> None:
    counted = numbered(1)
    body = p("one", properties=counted) + p(properties=counted) + p("three", properties=counted)
    found = imported(tmp_path, TITLE + body, numbering=ONE)
    assert text(found) == "1. one\n\n2\\.\n\n3. three\n"


def test_numbers_of_rows_that_word_counts_are_in_their_cells(tmp_path: Path) -> None:
    empty = f"<w:tc>{p(properties=numbered(1))}</w:tc>"
    found = imported(
        tmp_path, TITLE + table(row("No", "Part"), row(empty, "Lamp"), row(empty, "Tower")), numbering=ONE
    )  # fmt: skip
    assert "| 1. | Lamp |\n| 2. | Tower |" in text(found)
    assert found.to_settle == ()


def test_hidden_notes_pictures_and_rows_are_not_printed(tmp_path: Path) -> None:
    hidden = call(2).replace("<w:rPr>", "<w:rPr><w:vanish/>")
    shown = picture("x", "a sign").replace("<w:r>", "<w:r><w:rPr><w:vanish/></w:rPr>")
    body = p(r("Seen"), hidden, shown)
    body += table(row("A", "B"), row("1", "2"), row("3", "4").replace("<w:tr>", "<w:tr><w:trPr><w:hidden/></w:trPr>"))  # fmt: skip
    path = word_file(
        tmp_path / "a.docx", TITLE + body, footnotes=notes("INTERNAL"), media={"x.png": PNG}
    )
    found = word.imported(path)
    assert "INTERNAL" not in text(found)
    assert "![" not in text(found)
    assert "| 3 |" not in text(found)
    assert "paragraph 2: a hidden note or picture was left out" in found.to_settle
    assert any("a hidden row was left out: 3; 4" in each for each in found.to_settle)


@pytest.mark.parametrize("figure", ["- 3.5", "-\u00a02,5 %", "\u2013 7", "-\t4"])
def test_a_sign_before_a_figure_is_no_bullet(figure: str, tmp_path: Path) -> None:
    found = imported(tmp_path, TITLE + table(row("A", "B"), row("x", cell(figure))))
    last = text(found).splitlines()[-1].replace("\u00a0", " ").replace("\\", "")
    sign, digits = figure.replace("\u00a0", " ").split(maxsplit=1)
    assert last == f"| x | {sign} {digits} |"


def test_cells_that_begin_further_on_stand_in_their_columns(tmp_path: Path) -> None:
    later = row("20").replace("<w:tr>", '<w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr>')
    found = imported(tmp_path, TITLE + table(row("A", "B"), later))
    assert text(found).splitlines()[-1] == "|  | 20 |"


@pytest.mark.parametrize("words", ["15/2026-7, 12.03.2026", "+358 9 1234 5678", "№ 17-4"])
def test_a_header_of_figures_is_named_unless_it_is_the_number_of_a_page(
    words: str, tmp_path: Path
) -> None:
    found = imported(tmp_path, TITLE + p("Words."), header=p(words), footer=p("– 3 –"))
    assert found.to_settle == (f"the header is not in the text: {words}",)


def test_a_subtitle_or_a_date_in_the_midst_of_a_text_stays_there(tmp_path: Path) -> None:
    long = p("They are renewed. " * 10)
    body = TITLE + long * 6 + p("Second part", style="Untertitel") + p("12 March 2026")
    found = imported(tmp_path, body)
    assert "subtitle" not in found.text
    assert "issued" not in found.text
    assert "Second part\n\n12 March 2026" in found.text


def test_words_that_are_moved_up_or_down_are_raised_or_lowered(tmp_path: Path) -> None:
    up, down = '<w:position w:val="8"/>', '<w:position w:val="-4"/>'
    found = imported(tmp_path, TITLE + p(r("10"), r("5", up), r(" of CO"), r("2", down)))
    assert text(found) == "10^5^ of CO~2~\n"


def test_headings_skip_no_level_in_any_order(tmp_path: Path) -> None:
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="h{level}"><w:name w:val="heading {level}"/></w:style>'
        for level in (3, 4)
    )
    order = ["h4", "berschrift1", "h3", "berschrift1", "berschrift2", "h3"]
    body = "".join(p(f"Heading {number}", style=style) for number, style in enumerate(order))
    found = imported(tmp_path, TITLE + p("Words.") + body, styles=styles)
    marks = [line.split(" ")[0] for line in text(found).splitlines() if line.startswith("#")]
    assert marks == ["##", "##", "###", "##", "###", "####"]


def test_a_heading_has_one_line(tmp_path: Path) -> None:
    body = p(r("First"), "<w:r><w:br/></w:r>", r("second"), style="berschrift1")
    found = imported(tmp_path, TITLE + p("Words.") + body)
    assert text(found).endswith("## First second\n")
    assert found.to_settle == ()


def test_a_note_or_a_picture_in_a_title_is_told(tmp_path: Path) -> None:
    found = imported(tmp_path, p(r("T"), call(2), style="Titel") + p("W"), footnotes=notes("Note."))
    assert "paragraph 1: a note stands in a title: put it into the text" in found.to_settle


def test_a_picture_in_a_note_is_a_picture_of_the_text(tmp_path: Path) -> None:
    inner = f'<w:footnote w:id="2">{p(r("See "), picture("x", "a sign"))}</w:footnote>'
    path = word_file(
        tmp_path / "a.docx", TITLE + p(r("W"), call(2)), footnotes=inner, media={"x.png": PNG}
    )
    assert word.imported(path).to_settle == ("a picture is not in the file, and was left out",)


def test_a_field_without_its_end_is_refused(tmp_path: Path) -> None:
    begin = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> TOC </w:instrText></w:r>'
    )
    separate = '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    with pytest.raises(StatementError, match="a field has no end"):
        imported(tmp_path, TITLE + p(begin + separate + r("Costs")) + p("All words."))


def test_a_list_of_tables_is_no_list_of_contents(tmp_path: Path) -> None:
    found = imported(tmp_path, TITLE + p(field('TOC \\c "Table"', "Table 1")) + p("Words."))
    assert text(found) == "Table 1\n\nWords.\n"


def test_a_box_that_nobody_may_have_ticked_is_told(tmp_path: Path) -> None:
    box = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>FORMCHECKBOX</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
    found = imported(tmp_path, TITLE + p(box, r(" yes")))
    assert "paragraph 2: a field of Word shows nothing: FORMCHECKBOX" in found.to_settle


def test_blanks_to_be_filled_in_are_not_escaped(tmp_path: Path) -> None:
    found = imported(tmp_path, TITLE + p("on the ______ day of 2026"))
    assert text(found) == "on the ______ day of 2026\n"


def test_one_sign_of_another_script_makes_no_other_language(tmp_path: Path) -> None:
    found = imported(tmp_path, TITLE + p("An English sentence 😀 with a face."))
    assert text(found) == "An English sentence 😀 with a face.\n"


@pytest.mark.parametrize(
    ("sign", "said"),
    [("\ue001", "the sign U+E001 is no known character and was left out")],
)
def test_signs_for_private_use_are_left_out_and_told(sign: str, said: str, tmp_path: Path) -> None:
    found = imported(tmp_path, TITLE + p(f"Words{sign} of a text."))
    assert any(said in each for each in found.to_settle)
    assert sign not in found.text.partition("\n---\n")[2]
