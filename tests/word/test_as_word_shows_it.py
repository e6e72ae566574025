"""What Word shows is imported as it shows it: empty numbers, hidden words, signs, places, levels."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from zipfile import ZipFile

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


@pytest.mark.parametrize(
    ("language", "written", "issued", "place"),
    [
        ("fr-FR", "Paris, le 14 avril 2026", "2026-04-14", "Paris"),
        ("fr-FR", "le 1er mai 2026", "2026-05-01", ""),
        ("fr-FR", "1er mai 2026", "2026-05-01", ""),
        ("de-DE", "Berlin, den 12. März 2026", "2026-03-12", "Berlin"),
        ("da-DK", "den 12. marts 2026", "2026-03-12", ""),
        ("es-ES", "Madrid, a 14 de abril de 2026", "2026-04-14", "Madrid"),
    ],
)
def test_a_date_is_known_with_the_word_before_its_day(
    language: str, written: str, issued: str, place: str, tmp_path: Path
) -> None:
    found = imported(tmp_path, TITLE + p(written) + p("Words."), language=language)
    assert f"issued: {issued}\n" in found.text
    assert ("place: " + place in found.text) == bool(place)
    assert found.to_settle == ()


def test_a_word_before_a_date_that_is_not_known_leaves_both_in_the_text(tmp_path: Path) -> None:
    found = imported(tmp_path, TITLE + p("vers 14 avril 2026") + p("Mots."), language="fr-FR")
    assert "\nissued:" not in found.text
    assert "vers 14 avril 2026" in text(found)


@pytest.mark.parametrize(("first", "rest"), [("T", "he lights."), ("A", " light.")])
def test_a_large_first_letter_is_joined_to_its_word(first: str, rest: str, tmp_path: Path) -> None:
    frame = '<w:framePr w:dropCap="drop" w:lines="3" w:wrap="around"/>'
    found = imported(tmp_path, TITLE + p(first, properties=frame) + p(rest) + p("More."))
    assert text(found) == f"{first}{rest}\n\nMore.\n"
    assert found.to_settle == ()


def test_a_frame_that_is_no_large_letter_is_a_paragraph(tmp_path: Path) -> None:
    found = imported(tmp_path, TITLE + p("Aside", properties="<w:framePr/>") + p("Words."))
    assert text(found) == "Aside\n\nWords.\n"


def unfilled(code: str) -> str:
    """Return a field that has an instruction alone, as Word leaves those that it draws itself."""
    return field(code, "").partition('<w:r><w:fldChar w:fldCharType="separate"/>')[0] + (
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


@pytest.mark.parametrize(
    ("code", "shown", "said"),
    [
        (r"EQ \f(1;2)", "a b", [r"a formula was left out: EQ \f(1;2)"]),
        ("LISTNUM", "a b", ["a number that Word counts within a line was left out (LISTNUM): type it"]),
        ("MACROBUTTON Go [Name here]", "a [Name here] b", ["nobody filled in this: [Name here]"]),
        (r'SYMBOL 183 \f "X"', "a b", [r'a field of Word shows nothing: SYMBOL 183 \f "X"']),
        (r"ADVANCE \u 3", "a b", []),
    ],
)  # fmt: skip
def test_what_a_field_shows_without_a_result_is_there_or_told(
    code: str, shown: str, said: list[str], tmp_path: Path
) -> None:
    found = imported(tmp_path, TITLE + p(r("a "), unfilled(code), r(" b")))
    assert text(found) == f"{shown}\n"
    assert found.to_settle == tuple(f"paragraph 2: {each}" for each in said)


def test_a_mark_of_a_note_that_is_a_symbol_is_no_word(tmp_path: Path) -> None:
    mark = '<w:footnoteReference w:customMarkFollows="1" w:id="2"/><w:sym w:font="Symbol" w:char="F02A"/>'
    found = imported(tmp_path, TITLE + p(r("W"), f"<w:r>{mark}</w:r>"), footnotes=notes("N."))
    assert text(found) == "W[^1]\n\n[^1]: N.\n"
    assert found.to_settle == ()


@pytest.mark.parametrize(
    ("inner", "said"),
    [
        ('<w:numStart w:val="7"/>', "notes are numbered from 1 here, and from 7 in Word"),
        ('<w:numRestart w:val="eachPage"/>', "notes are numbered throughout here, and anew on each page in Word"),
        ('<w:numRestart w:val="eachSect"/>', "notes are numbered throughout here, and anew in each section in Word"),
    ],
)  # fmt: skip
def test_notes_that_word_numbers_otherwise_are_told(inner: str, said: str, tmp_path: Path) -> None:
    numbered_so = f"<w:footnotePr>{inner}</w:footnotePr>"
    expected = (f"{said}: look whether the text names a note by its number",)
    body = TITLE + p(r("W"), call(2))
    assert (
        imported(tmp_path, body, footnotes=notes("N."), settings=numbered_so).to_settle == expected
    )
    body += p("End.", properties=f"<w:sectPr>{numbered_so}</w:sectPr>")
    assert imported(tmp_path, body, footnotes=notes("N.")).to_settle == expected
    assert imported(tmp_path, TITLE + p("W"), settings=numbered_so).to_settle == ()


_NEWER = 'xmlns:n="http://schemas.microsoft.com/office/word/2031/wordml"'


@pytest.mark.parametrize(
    ("choices", "shown"),
    [
        ([("w14", "new")], "new"),
        ([("n", "new")], "old"),
        ([("undeclared", "new")], "old"),
        ([("n w14", "newer"), ("w14 wps", "new")], "new"),
    ],
)
def test_of_alternatives_the_first_that_is_understood_is_read(
    choices: list[tuple[str, str]], shown: str, tmp_path: Path
) -> None:
    every = "".join(
        f'<mc:Choice {_NEWER} Requires="{required}"><w:t>{words}</w:t></mc:Choice>'
        for required, words in choices
    )
    run = f"<w:r><mc:AlternateContent>{every}<mc:Fallback><w:t>old</w:t></mc:Fallback></mc:AlternateContent></w:r>"
    found = imported(tmp_path, TITLE + p(r("a "), run))
    assert text(found) == f"a {shown}\n"
    assert found.to_settle == ()


def test_alternatives_of_which_none_is_understood_say_nothing(tmp_path: Path) -> None:
    only = f'<mc:AlternateContent><mc:Choice {_NEWER} Requires="n">{p("new")}</mc:Choice></mc:AlternateContent>'
    found = imported(tmp_path, TITLE + p("Words.") + only)
    assert text(found) == "Words.\n"
    assert found.to_settle == ()


def test_names_of_parts_may_be_in_other_letters(tmp_path: Path) -> None:
    path = word_file(tmp_path / "a.docx", TITLE + p(r("W"), call(2)), footnotes=notes("N."))
    with ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    with ZipFile(path, "w") as package:
        for name, data in parts.items():
            package.writestr(name.replace("word/", "Word/").replace("foot", "Foot"), data)
    found = word.imported(path)
    assert text(found) == "W[^1]\n\n[^1]: N.\n"
    assert found.to_settle == ()


def test_bullets_in_later_paragraphs_of_a_cell_are_nothing_to_settle(tmp_path: Path) -> None:
    points = "".join(p(each, properties=numbered(1)) for each in ("one", "two"))
    of_list = f"<w:tc>{p('Intro')}{points}</w:tc>"
    typed = f"<w:tc>{p('• one')}{p('• two')}</w:tc>"
    lists = levels(("bullet", "•")) + uses(1)
    found = imported(tmp_path, TITLE + table(row("A", "B"), row(of_list, typed)), numbering=lists)
    assert text(found).splitlines()[-1] == "| Intro<br>• one<br>• two | • one<br>• two |"
    assert found.to_settle == ()


@pytest.mark.parametrize(
    ("rows", "joined"),
    [
        ([row(cell("", merge="goes on"), "B"), row("1", "2")], "|  | B |\n|---|---|\n| 1 | 2 |"),
        (
            [row(cell("A", merge="begins"), "B"), row(cell("", merge="goes on"), "2")],
            "| A | B |\n|---|---|\n|  | 2 |",
        ),
        (
            [row("A", "B", "C"), row(cell("a", span=2, merge="begins"), "1"), row(cell("", merge="goes on"), "2", "3")],
            "| A | B | C |\n|---|---|---|\n| a || 1 |\n|  | 2 | 3 |",
        ),
        (
            [row("A", "B"), row(cell("a", merge="begins"), "1"), row(cell("", merge="goes on"), "2")],
            "| A | B |\n|---|---|\n| a | 1 |\n| ^^ | 2 |",
        ),
    ],
)  # fmt: skip
def test_a_cell_is_joined_only_to_one_that_is_right_above(
    rows: list[str], joined: str, tmp_path: Path
) -> None:
    found = imported(tmp_path, TITLE + p("Words.") + table(*rows) + p("End."))
    assert joined in text(found)
    assert found.to_settle == ()


def test_a_typed_caption_and_a_source_belong_to_their_table(tmp_path: Path) -> None:
    one = table(row("A", "B"), row("1", "2"))
    body = p("Table 1. What it costs") + one + p("Source: Ministry of the Sea.") + p("More words.")
    found = imported(tmp_path, TITLE + body + p("Intro:") + one + p("Words."))
    lines = "| A | B |\n|---|---|\n| 1 | 2 |"
    assert text(found) == (
        f": Table 1. What it costs\n\n{lines}\n\n: Source: Ministry of the Sea.\n\nMore words.\n\n"
        f"Intro:\n\n{lines}\n\nWords.\n"
    )
    assert found.to_settle == ()


def test_a_list_in_a_note_is_nothing_to_settle(tmp_path: Path) -> None:
    points = "".join(p(each, properties=numbered(1)) for each in ("one", "two"))
    inner = f'<w:footnote w:id="2">{p("See:")}{points}</w:footnote>'
    lists = levels(("bullet", "•")) + uses(1)
    found = imported(tmp_path, TITLE + p(r("W"), call(2)), footnotes=inner, numbering=lists)
    assert text(found) == "W[^1]\n\n[^1]: See:\n\n    - one\n\n    - two\n"
    assert found.to_settle == ()
