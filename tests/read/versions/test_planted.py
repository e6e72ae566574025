"""What differs between two versions is told with its lines; what is only written otherwise is not.

One statement of 116 lines is there in five languages, so that the same line says the same in each.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from communique.design import language
from communique.read import versions
from communique.read.versions import untranslated
from tests.read.versions.planting import PAIRS, beside, lines_of, told

if TYPE_CHECKING:
    from tests.conftest import Write
    from tests.read.versions.planting import Lines

each_pair = pytest.mark.parametrize(("one", "other"), PAIRS)


@pytest.mark.parametrize("one", ["ar", "de", "en", "fr", "zh-Hans"])
@pytest.mark.parametrize("other", ["ar", "de", "en", "fr", "zh-Hans"])
def test_versions_that_say_the_same_have_no_remark(statement: Write, one: str, other: str) -> None:
    if one != other:
        assert told(beside(statement, one, other, lines_of(other))) == ([], [])


def planted(statement: Write, one: str, other: str, lines: Lines) -> str:
    """Return the one thing that is told of the lines of the other language."""
    assert lines != lines_of(other)
    faults, remarks = told(beside(statement, one, other, lines))
    (said,) = faults + remarks
    return ("" if faults else "maybe ") + said


def digits(tag: str, written: str) -> str:
    """Return ASCII figures as a language of the test writes them, signs and all."""
    if tag == "ar":
        return written.translate({ord("0") + n: ord("٠") + n for n in range(10)}).replace(".", "٫")
    return written if tag in ("en", "zh-Hans") else written.replace(".", ",")


def test_each_line_is_the_same_one_in_each_language() -> None:
    kinds = {tuple(line[:2] in ("", "##", "| ", "> ", "- ") for line in lines_of(tag))
             for tag in ("ar", "de", "en", "fr", "zh-Hans")}  # fmt: skip
    assert len(kinds) == 1


# What has another place, or none, is refused.


@each_pair
@pytest.mark.parametrize("line", [18, 26, 52, 56, 78, 92, 96, 112])
def test_a_paragraph_that_is_dropped(statement: Write, one: str, other: str, line: int) -> None:
    lines = lines_of(other)
    del lines[line : line + 2]
    said = planted(statement, one, other, lines)
    assert re.match(rf"{line}: the paragraph “.*” is not in \d+$", said)
    assert abs(int(said.split()[-1]) - line) <= 6  # of what stands there, or before it


@each_pair
@pytest.mark.parametrize("line", [26, 52, 64])
def test_a_paragraph_that_is_there_twice(statement: Write, one: str, other: str, line: int) -> None:
    lines = lines_of(other)
    lines[line:line] = [lines[line], ""]
    said = planted(statement, one, other, lines)
    assert re.match(
        r"\d+: the paragraph “.*”, which is in line \d+, too, of (\d+) is not here", said
    )
    assert {line, line + 2} >= {int(said.split()[-4]), int(said.split("line ")[1].split(",")[0])}


@each_pair
def test_a_paragraph_that_was_moved(statement: Write, one: str, other: str) -> None:
    lines = lines_of(other)
    moved = lines[58:60]
    del lines[58:60]
    lines[64:64] = moved
    said = planted(statement, one, other, lines)
    assert said == "maybe 58: this paragraph stands elsewhere in the other text, at 64"


@each_pair
def test_two_paragraphs_that_were_merged(statement: Write, one: str, other: str) -> None:
    lines = lines_of(other)
    lines[62:65] = [f"{lines[62]} {lines[64]}"]
    said = planted(statement, one, other, lines)
    assert said == "62: 2 paragraphs, and in 62 1 with the same content"


@each_pair
def test_a_point_that_is_missing(statement: Write, one: str, other: str) -> None:
    lines = lines_of(other)
    del lines[35]
    lines[35] = lines[35].replace("3.", "2.")
    assert re.match(r"35: the point “.*” is not in 35$", planted(statement, one, other, lines))


@each_pair
def test_a_row_that_is_missing(statement: Write, one: str, other: str) -> None:
    lines = lines_of(other)
    del lines[47]
    said = planted(statement, one, other, lines)
    assert re.match(r"47: the row “.* \| 31 \| 845[,.]300 \| .*” is not in 47$", said)


@each_pair
def test_a_column_that_is_missing(statement: Write, one: str, other: str) -> None:
    lines = lines_of(other)
    for line in range(106, 111):
        lines[line] = "|" + "|".join(lines[line].split("|")[2:])
    for line in range(44, 49):
        lines[line] = "|".join(lines[line].split("|")[:4]) + "|"
    faults, remarks = told(beside(statement, one, other, lines))
    assert faults[0] == "44: 4 columns, and in 44 3"
    assert remarks == []


@each_pair
def test_a_heading_of_another_level(statement: Write, one: str, other: str) -> None:
    lines = lines_of(other)
    lines[40] = lines[40][1:]
    said = planted(statement, one, other, lines)
    assert said == "40: a heading of level 3, and in 40 of level 2"


@each_pair
def test_a_heading_that_is_missing(statement: Write, one: str, other: str) -> None:
    lines = lines_of(other)
    del lines[76:78]
    assert re.match("76: the heading “.*” is not in 76$", planted(statement, one, other, lines))


@each_pair
def test_a_party_that_is_missing(statement: Write, one: str, other: str) -> None:
    lines = lines_of(other)
    lines[6] = lines[6].partition(", {")[0] + "]"
    assert planted(statement, one, other, lines) == "6: 2 issuers, and in 6 1"


@each_pair
@pytest.mark.parametrize(
    "change",
    [
        (4, "03-12", "03-13", "issued is 2026-03-12, and in 4 2026-03-13"),
        (5, "/14", "/41", "symbol is GS/2026/14, and in 5 GS/2026/41"),
        (10, "03-12", "04-12", "the date of the signatures is 2026-03-12, and in 10 2026-04-12"),
    ],
)
def test_another_value(
    statement: Write, one: str, other: str, change: tuple[int, str, str, str]
) -> None:
    line, old, new, said = change
    lines = lines_of(other)
    lines[line] = lines[line].replace(old, new)
    assert planted(statement, one, other, lines) == f"{line}: {said}"


@each_pair
def test_a_note_that_is_missing_with_its_call(statement: Write, one: str, other: str) -> None:
    lines = lines_of(other)
    lines[24] = lines[24].replace("[^2]", "")
    del lines[115]
    said = planted(statement, one, other, lines)
    assert said == "115: footnote 2 is not in 24 (3 footnotes, and 2 there)"


# What may be right in its language is a remark.


@each_pair
def test_a_note_that_is_called_at_another_place(statement: Write, one: str, other: str) -> None:
    lines = lines_of(other)
    lines[80] = lines[80].replace("[^3]", "")
    lines[82] += "[^3]"
    said = planted(statement, one, other, lines)
    assert said == "maybe 80: footnote 3 is called here, and in the other text at 82"


@each_pair
def test_notes_that_are_called_in_another_order(statement: Write, one: str, other: str) -> None:
    lines = lines_of(other)
    lines[14], lines[24] = (lines[14].replace("[^1]", "[^2]"), lines[24].replace("[^2]", "[^1]"))
    faults, remarks = told(beside(statement, one, other, lines))
    assert faults == []
    assert remarks == [
        "14: footnote 1 is called here, and in the other text at 24",
        "24: footnote 2 is called here, and in the other text at 14",
    ]


@each_pair
def test_a_call_that_is_missing(statement: Write, one: str, other: str) -> None:
    lines, here = lines_of(other), lines_of(one)
    lines[80] += "[^1]"
    said = planted(statement, one, other, lines)
    assert said == "maybe 80: footnote 1 is called at 80, and not here"
    assert here[80]


@each_pair
@pytest.mark.parametrize(
    "change",
    [
        (2, "2028", "2029"),  # in the title
        (8, "24 35", "24 36"),  # a telephone number
        (16, "2025", "2026"),  # a year in words
        (24, "42.5", "42.6"),  # a decimal
        (24, "1874", "1847"),  # a year
        (26, "31", "30"),  # a day
        (35, "230", "320"),  # in a point
        (46, "42.5", "45.2"),  # in a cell
        (47, "845", "854"),  # in a cell, with thousands
        (50, "60", "65"),  # a share
        (60, "2019", "2018"),
        (109, "187", "178"),
        (114, "1842", "1843"),  # in a note
        (116, "64", "46"),
    ],
)
def test_another_figure(
    statement: Write, one: str, other: str, change: tuple[int, str, str]
) -> None:
    line, old, new = change
    lines = lines_of(other)
    written = (old, new) if line == 8 else [digits(other, each) for each in (old, new)]
    lines[line] = re.sub(re.escape(written[0]), written[1], lines[line], count=1)
    said = planted(statement, one, other, lines)
    assert re.match(rf"maybe {line}: “.*” here, and “.*” in {line}$", said)


@each_pair
def test_another_month(statement: Write, one: str, other: str) -> None:
    march, april = [language.load(other).months[n] for n in (2, 3)]
    if other == "zh-Hans":
        march, april = "3月", "4月"
    lines = lines_of(other)
    lines[14] = lines[14].replace(march, april)
    said = planted(statement, one, other, lines)
    assert said.endswith(f"and “{april}” in 14")


@each_pair
def test_another_time(statement: Write, one: str, other: str) -> None:
    lines = lines_of(other)
    lines[28] = re.sub("14|١٤", lambda match: digits(other, "1") + match[0][1:], lines[28])
    lines[28] = lines[28].replace(digits(other, "14"), digits(other, "15"))
    lines[28] = lines[28].replace(digits(other, "10"), digits(other, "11"), 1)
    said = planted(statement, one, other, lines)
    assert said.startswith("maybe 28: ")


@each_pair
def test_a_figure_that_is_missing(statement: Write, one: str, other: str) -> None:
    lines = lines_of(other)
    lines[98] = lines[98].replace(digits(other, "200"), "")
    assert planted(statement, one, other, lines) == "maybe 98: “200” here, and not in 98"


@each_pair
def test_a_figure_that_is_there_once_more(statement: Write, one: str, other: str) -> None:
    lines = lines_of(other)
    lines[98] += f" ({digits(other, '200')})"
    assert planted(statement, one, other, lines).endswith(" in 98 more often than here")
    lines = lines_of(one)
    lines[98] += f" ({digits(one, '200')})"
    faults, remarks = told(beside(statement, other, one, lines))
    assert faults == []
    assert remarks[0].startswith("98: “")


@each_pair
def test_a_link_that_leads_elsewhere(statement: Write, one: str, other: str) -> None:
    lines = lines_of(other)
    lines[74] = lines[74].replace("strait.example.org", "strait.example.com")
    said = "a link to strait.example.org here, and a link to strait.example.com in 74"
    assert planted(statement, one, other, lines) == f"maybe 74: {said}"


@each_pair
def test_a_link_that_is_missing(statement: Write, one: str, other: str) -> None:
    lines = lines_of(other)
    lines[74] = re.sub(r"\[(.*)\]\(.*\)", r"\1", lines[74])
    said = "a link to strait.example.org here, and not in 74"
    assert planted(statement, one, other, lines) == f"maybe 74: {said}"


@each_pair
def test_an_address_that_is_another_one(statement: Write, one: str, other: str) -> None:
    lines = lines_of(other)
    lines[9] = lines[9].replace("example.org", "example.com")
    said = "url leads to strait.example.org, and in 9 to strait.example.com"
    assert planted(statement, one, other, lines) == f"maybe 9: {said}"


@each_pair
@pytest.mark.parametrize("line", [42, 82, 84, 92, 112])
def test_a_text_that_is_not_translated(statement: Write, one: str, other: str, line: int) -> None:
    lines = lines_of(other)
    lines[line] = lines_of(one)[line]
    assert planted(statement, one, other, lines) == f"maybe {line}: the same words as in {line}"


@each_pair
def test_a_text_in_other_words_of_the_other_language(
    statement: Write, one: str, other: str
) -> None:
    lines = lines_of(other)
    lines[84] = lines_of(one)[86]
    english = "German" if one == "de" else "English"
    said = f"maybe 84: 84 seems to be in {english}"
    assert planted(statement, one, other, lines) == said


@each_pair
def test_a_note_to_editors_that_is_missing(statement: Write, one: str, other: str) -> None:
    lines = lines_of(other)
    del lines[11]
    faults, remarks = told(beside(statement, one, other, lines))
    assert (faults, remarks) == ([], ["11: 1 note to editors, and in 1 0"])


@each_pair
def test_all_is_told_at_once(statement: Write, one: str, other: str) -> None:
    lines = lines_of(other)
    lines[109] = lines[109].replace(digits(other, "187"), digits(other, "178"))
    del lines[96:98]
    lines[40] = lines[40][1:]
    lines[24] = lines[24].replace(digits(other, "28"), digits(other, "82"))
    del lines[18:20]
    faults, remarks = told(beside(statement, one, other, lines))
    assert [int(each.split(":")[0]) for each in faults] == [18, 40, 96]
    assert [int(each.split(":")[0]) for each in remarks] == [24, 109]


@each_pair
def test_what_refuses_nothing_is_returned_by_a_check(
    statement: Write, one: str, other: str
) -> None:
    lines = lines_of(other)
    lines[109] = lines[109].replace(digits(other, "187"), digits(other, "178"))
    lines[24] = lines[24].replace(digits(other, "28"), digits(other, "82"))
    remarks = versions.check(beside(statement, one, other, lines))
    assert [(remark.line, remark.key) for remark in remarks] == [
        (24, "languages"),
        (109, "languages"),
    ]


@each_pair
def test_a_sentence_that_is_not_translated(statement: Write, one: str, other: str) -> None:
    lines = lines_of(other)
    lines[84] += f" {lines_of(one)[84]}"
    said = planted(statement, one, other, lines)
    assert re.match("maybe 84: “.*” (is the same in|of 84 seems to be in) ", said)


@each_pair
def test_a_sentence_in_other_words_of_the_other_language(
    statement: Write, one: str, other: str
) -> None:
    lines = lines_of(other)
    lines[84] += f" {lines_of(one)[86]}"
    said = planted(statement, one, other, lines)
    assert said.endswith(f"of 84 seems to be in {'German' if one == 'de' else 'English'}")


@pytest.mark.parametrize(
    ("one", "other", "text", "there"),
    [
        ("en", "fr", "We met at sea.", "Le Ministry of Foreign Affairs of the Kingdom est là."),
        ("da", "nb", "Vi skal møde ministeren i dag i havnen.", "Vi skal møte ministeren i dag."),
        ("hr", "cnr", "Vlada i ministar će to provesti.", "Vlada i ministar će to provesti."),
    ],
)
def test_names_and_words_that_near_languages_share_are_left_alone(
    one: str, other: str, text: str, there: str
) -> None:
    assert untranslated.told(untranslated.Languages(one, other), text, there) == ""
    assert untranslated.told(untranslated.Languages(other, one), there, text) == ""
