"""Columns of tables: values are on one line, and words whole, where other columns have room."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from communique.design import edition
from communique.pdf_reading.reading import Reading
from communique.pdf_reading.tag_tree import Tag, tags
from communique.prove.lines import SOFT_HYPHEN
from communique.prove.written import written
from communique.read.source import read
from communique.run import pipeline
from tests.samples import with_body

if TYPE_CHECKING:
    from tests.conftest import Write

pytestmark = pytest.mark.usefixtures("engine")
DIVIDED = "words in tables were divided, since a table was wider than its page"
#: A coordinate, dates, a figure with its unit, a telephone number.
VALUES = {
    "en": ("54° 12′ 07,3″ N", "September 2027", "12 September 2027", "+33 1 23 45 67 89"),
    "es": ("003° 41′ 55,0″ E", "26 de septiembre de 2027", "unos 12,5 kg"),
    "he": ("12 בספטמבר 2027", "כ־250 מיליון ש״ח"),
}
NOTES = {
    "en": "what was agreed by both sides at the conference on the lights",
    "es": "lo que acordaron ambas partes en la conferencia sobre los faros",
    "he": "מה שהוסכם בין שני הצדדים בוועידה על האורות של המצר",
}
HEADS = ["Kapitel", "Personal (4)", "Sächliche Verwaltungsausgaben", "Zuweisungen (6)"]
HEADS += ["Baumaßnahmen (7)", "Investitionen", "Verpflichtungsermächtigungen"]
HEADS += ["Summe 2027", "Veränderung gegenüber 2026 in %"]


def made(
    write: Write, body: str, kind: str, tag: str = "en"
) -> tuple[list[list[str]], tuple[str, ...]]:
    """Return the lines of each cell of the tables in a PDF that is proven, and the remarks."""
    pdf = pipeline.make(read(write(with_body(body), f"a.{tag}.md")), kind).files["pdf"]
    reading = Reading(pdf.data)
    found = written(reading)
    cells: list[list[str]] = []
    for cell in (tag for tag in tags(reading.tree) if tag.role in ("TD", "TH")):
        lines: dict[tuple[int, float], str] = {}
        for piece in found.of(cell):
            place = piece.page, round(piece.baseline)
            lines[place] = lines.get(place, "") + piece.text
        cells.append(list(lines.values()))
    return cells, pdf.remarks


def table(heads: list[str], *rows: list[str]) -> str:
    lines = [" | ".join(cells) for cells in (heads, ["---"] * len(heads), *rows)]
    return "\n".join(f"| {line} |" for line in lines)


@pytest.mark.parametrize("kind", edition.single())
@pytest.mark.parametrize(("tag", "value"), [(tag, each) for tag in VALUES for each in VALUES[tag]])
def test_a_value_is_on_one_line_where_another_column_has_room(
    statement: Write, kind: str, tag: str, value: str
) -> None:
    rows = [[str(number), value, NOTES[tag], NOTES[tag]] for number in range(3)]
    cells, _ = made(statement, table(["A", "B", "C", "D"], *rows), kind, tag)
    assert [len(lines) for lines in cells[5::4]] == [1, 1, 1]


def test_two_columns_of_values_are_as_they_were_where_one_alone_has_room(statement: Write) -> None:
    value, long = "etwa 54 Türmen", "Bundeswasserstraßen"
    rows = [[value, value, long, long] for _ in range(3)]
    cells, _ = made(statement, table(["A", "B", "C", "D"], *rows), "large-print", "de")
    assert {len(lines) for lines in (*cells[4::4], *cells[5::4])} == {2}


@pytest.mark.parametrize("kind", edition.single())
@pytest.mark.parametrize(("tag", "word"), [("de", "Nordrhein-Westfalen"), ("pl", "biało-czerwony")])
def test_a_word_is_not_divided_at_its_hyphen_where_another_column_has_room(
    statement: Write, kind: str, tag: str, word: str
) -> None:
    rows = [[word, "9 874 500", "3 284,2", "332,6"] for _ in range(3)]
    cells, _ = made(statement, table(["Land", *[NOTES["es"]] * 3], *rows), kind, tag)
    assert [len(lines) for lines in cells[4::4]] == [1, 1, 1]


@pytest.mark.parametrize("kind", edition.single())
@pytest.mark.parametrize(
    ("tag", "place", "office"),
    [
        ("ja", "北岬灯台", "海峡航路標識事務局"),
        ("zh-Hans", "北角灯塔", "北方航海保障中心"),
        ("ja", "[북곶등대]{lang=ko}", "[해협항로표지사무국]{lang=ko}"),
    ],
)
def test_text_between_the_letters_of_which_lines_end_has_room_for_four_of_them(
    statement: Write, kind: str, tag: str, place: str, office: str
) -> None:
    figures = ["54°12′ N, 9°41′ E", "2026年9月", "2027年10月", "24", "5.2"]
    heads = [place, place, place, place, office, office, office]
    cells, _ = made(statement, table(heads, *[[place, *figures, office]] * 3), kind, tag)
    assert [len(lines) for lines in cells[7::7]] == [1, 1, 1]


@pytest.mark.parametrize("kind", ["large-print", "a5"])
def test_no_head_of_two_letters_is_parted_beside_a_column_of_text(
    statement: Write, kind: str
) -> None:
    heads = ["海区", "灯塔", "灯桩", "浮标", "虚拟航标", "正常率（%）", "备注"]
    rows = [
        ["东海区", "131", "640", "1,377", "45", "99.85", "含长江口深水航道"],
        ["南海区", "97", "388", "711", "8", "99.79", "两座灯塔因台风重建，预计2027年3月完工"],
    ]
    cells, _ = made(statement, table(heads, *rows), kind, "zh-Hans")
    lines = [[line.replace("\u2060", "").strip() for line in cell] for cell in cells[:7]]
    assert lines[:4] == [[head] for head in heads[:4]]
    assert lines[4:] == [["虚拟", "航标"], ["正常率", "（%）"], ["备注"]]


@pytest.mark.parametrize("kind", ["large-print", "clear-print", "standard"])
@pytest.mark.parametrize(
    ("tag", "place", "state"), [("zh-Hans", "云岭北港", "青岚国"), ("ja", "北海岬港", "青嵐国")]
)
def test_no_table_has_text_of_one_letter_a_line(
    statement: Write, kind: str, tag: str, place: str, state: str
) -> None:
    heads = [place[:2], state[:2], *(f"{year}年" for year in range(2021, 2026)), state]
    rows = [[place, state, "4,210", "4,388", "4,602", "4,871", "5,120", "5.0%"]] * 3
    cells, _ = made(statement, table(heads, *rows), kind, tag)
    assert cells
    assert min(len(line.strip()) for lines in cells[8:] for line in lines[:-1] or lines) >= 3


@pytest.mark.parametrize("kind", edition.single())
@pytest.mark.parametrize("tag", ["ja", "zh-Hans"])
def test_a_date_is_not_divided_between_a_figure_and_what_it_counts(
    statement: Write, kind: str, tag: str
) -> None:
    cells, _ = made(statement, table(["A"] * 8, *[["2026年9月15日"] * 8] * 2), kind, tag)
    assert max(map(len, cells[8:])) > 1
    ends = {line.rstrip()[-1] for lines in cells for line in lines}
    assert not any(map(str.isdecimal, ends))


@pytest.mark.parametrize("kind", ["a5", "clear-print", "standard", "letter"])
def test_a_symbol_is_on_one_line_beside_a_date_in_words_that_is_not(
    statement: Write, kind: str
) -> None:
    text = NOTES["en"].split(" at ")[0]
    rows = [
        [text, "Lamps ordered, 2026-09", "First trials, 2027-10", text, f"GS/2026/DEC/{number}"]
        for number in range(3)
    ]
    cells, _ = made(statement, table(["A", "B", "C", "D", "Basis"], *rows), kind)
    assert [len(lines) for lines in cells[9::5]] == [1, 1, 1]


@pytest.mark.parametrize("columns", [6, 7, 8])
def test_no_line_of_a_symbol_begins_with_its_hyphen(statement: Write, columns: int) -> None:
    text = [*["Commission of the northern approach"] * (columns - 1), "GS/2026/DEC/7-REV.1"]
    cells, _ = made(statement, table(["A"] * columns, text, text), "a5")
    assert not any(line.startswith("-") for lines in cells for line in lines)


@pytest.mark.parametrize("kind", ["a5", "clear-print"])
def test_words_are_divided_in_those_columns_alone_that_have_no_room(
    statement: Write, kind: str
) -> None:
    figures = ["684,0", "412,7", "–", "1 988,6", "512,9", "4 120,5", "3 598,2", "−0,4"]
    rows = [[f"120{number} Leuchtfeuerwesen", *figures] for number in range(3)]
    cells, remarks = made(statement, table(HEADS, *rows), kind, "de")
    assert DIVIDED in remarks
    divided = [any(SOFT_HYPHEN in line for line in lines) for lines in cells]
    assert any(divided[: len(HEADS)])
    assert not any(divided[len(HEADS) :])


@pytest.mark.parametrize("kind", ["standard", "letter", "legal"])
def test_a_few_words_have_no_more_lines_than_their_table_needs(statement: Write, kind: str) -> None:
    heads = ["No.", "Indicator", "Unit", "2027 (n = 40)", "Goal for 2032", "Frequency"]
    rows = [
        ["1", "Harbours within 200 miles of a lit mark", "per cent", "58.4", "100", "annual"],
        ["2", "Unlit water", "per cent of surface", "37", "20", "annual"],
        ["3", "Price of a lamp outside the network, as a part of the fee", "–", "9", "1", "annual"],
        ["4", "Marks free of rust in 100 days", "per cent", "81", "99.5", "monthly"],
    ]
    cells, _ = made(statement, table(heads, *rows), kind)
    assert max(map(len, cells[:6])) == 2
    assert [len(lines) for lines in cells[8::6]] == [1, 2, 1, 1]


def test_the_table_is_not_half_as_high_again_for_that(statement: Write) -> None:
    values = ["54° 12′ 07,3″ N, 55° E"] * 3
    rows = [[*values, f"{NOTES['es']} " * 3] for _ in range(3)]
    cells, _ = made(statement, table(["A", "B", "C", "D"], *rows), "a5", "es")
    assert all(len(lines) > 1 for lines in cells[4:7])


@pytest.mark.parametrize("kind", ["standard", "a5", "clear-print", "letter", "parallel"])
@pytest.mark.parametrize("columns", [9, 8, 7, 6, 5])
def test_heads_are_an_em_apart_in_smaller_type_too_and_nearly_so_beside_divided_words(
    statement: Write, kind: str, columns: int
) -> None:
    body = with_body(table(HEADS[-columns:], ["1"] * columns))
    one = read(statement(body, "a.de.md"))
    if kind == "parallel":
        one = replace(one, beside=read(statement(body, "a.lb.md")))
    pdf = pipeline.make(one, kind).files["pdf"]
    reading = Reading(pdf.data)
    found = written(reading)
    apart = 0.79 if DIVIDED in pdf.remarks else 0.99
    for row in (tag for tag in tags(reading.tree) if tag.role == "TR"):
        cells = [found.of(cell) for cell in row.kids if isinstance(cell, Tag)]
        for left, right in pairwise(cells):
            gap = min(piece.left for piece in right) - max(piece.right for piece in left)
            assert gap > apart * left[0].size


@pytest.mark.parametrize("sign", ["–", "..", "n.d."])
@pytest.mark.parametrize("kind", ["standard", "large-print"])
def test_what_stands_for_a_figure_ends_below_the_decimals_and_not_below_their_marks(
    statement: Write, kind: str, sign: str
) -> None:
    rows = [["Weir", "3.1"], ["Ford", "12.75*"], ["Quay", "4"], ["Pier", sign]]
    pdf = pipeline.make(read(statement(with_body(table(["Place", "Share"], *rows)))), kind)
    pieces = {piece.text.strip(): piece for piece in Reading(pdf.files["pdf"].data).pieces}
    decimals, missing = pieces[".75*"], pieces[sign]
    star = 0.45 * decimals.size
    assert decimals.left < missing.right <= decimals.right - star / 2


@pytest.mark.parametrize("kind", ["standard", "clear-print", "large-print", "a5"])
def test_the_name_of_a_species_heads_its_row_on_one_line(statement: Write, kind: str) -> None:
    heads = ["Parameter of the control", *(f"May {year}" for year in range(2020, 2027))]
    cells, _ = made(statement, table(heads, ["E. coli", *["112"] * 7]), kind)
    assert [line.replace("\xa0", " ").strip() for line in cells[8]] == ["E. coli"]


@pytest.mark.parametrize("kind", ["a5", "clear-print", "large-print"])
def test_heads_are_divided_where_the_words_below_others_have_no_room_but_in_large_print(
    statement: Write, kind: str
) -> None:
    heads = ["No.", "Where it applies", "Permitted concentration", "Total contributions"]
    heads += ["Highest concentration", "Lowest concentration"]
    text = "Stations within five kilometres of a sewage treatment plant or of a weir"
    rows = [["1", text, "0.50", "0.61", "0.58", "52"] for _ in range(3)]
    cells, _ = made(statement, table(heads, *rows), kind)
    divided = any(SOFT_HYPHEN in line for lines in cells[2:6] for line in lines)
    assert divided is (kind == "a5")
