"""Tables as they are written: heads of rows, joined cells, lines in cells, captions and sources."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from communique.model.faults import Faults
from communique.model.tables.grid import grid
from communique.read import markdown
from communique.read.markdown.tables import likely_lines
from communique.read.source import read
from tests.read.parsing import parsed
from tests.samples import with_body

if TYPE_CHECKING:
    from communique.model.body import Node
    from tests.conftest import Write

SPANNED = """\
|   | Buoys || Total |
| ^^ | 2027 | 2028 | ^^ |
|---|---|---|---|
| Norland | 4 | 5 | 9 |
| ^^ | 6 || 6 |
"""


def table_of(source: str) -> Node:
    (table,) = (node for node in parsed(source).children if node.kind == "table")
    return table


def heads(source: str) -> list[list[bool]]:
    """Return for each row of a table which of its cells are heads."""
    return [[cell.head for cell in row.children] for row in table_of(source).rows]


def told(source: str) -> list[str]:
    """Return what is refused or remarked on in a text that begins on line 1."""
    faults = Faults(Path("x.md"))
    markdown.parse(source, 1, faults)
    return [str(fault) for fault in (*faults, *faults.remarks)]


def test_the_first_column_heads_its_rows_where_its_own_head_is_empty() -> None:
    assert heads("|  | A |\n|---|---|\n| b | c |\n| 7 | d |") == [
        [False, True],
        [True, False],
        [True, False],
    ]


def test_a_word_among_the_years_of_the_first_column_leaves_it_what_heads_the_rows() -> None:
    table = table_of(
        "| Year | A |\n|---|---|\n| 2026 | 1 |\n| 2027 | nil |\n| 2028 | 2 |\n| Total | 3 |"
    )
    assert [[cell.align for cell in row.children] for row in table.rows] == [["", "right"]] * 5
    assert all(row.children[0].head for row in table.rows)


def test_words_beside_figures_head_their_rows_and_figures_do_not() -> None:
    assert heads("| State | Lamps |\n|---|---|\n| Norland | 1 200 |") == [[True] * 2, [True, False]]
    assert heads("| Ships | Lamps |\n|---|---|\n| 207 | 1 200 |") == [[True] * 2, [False, False]]
    assert heads("| State | Place |\n|---|---|\n| Norland | Port |") == [[True] * 2, [False, False]]


@pytest.mark.parametrize(
    ("first", "is_label"),
    [
        (["2027", "2028"], True),
        (["2019/20", "2021–2025", "2026"], True),
        (["1", "2", "3"], True),
        (["9.", "10.", "11."], True),
        (["4.1", "4.2", "4.3"], True),
        (["**12**", "**7**"], True),
        (["4", "5"], False),
        (["1", "2", "4"], False),
        (["1.2", "1.4", "1.6"], False),
        (["2 027", "2 028"], False),
        (["2027", "3100"], False),
    ],
)
def test_years_and_numbers_that_count_the_rows_head_them_and_are_no_figures(
    first: list[str], is_label: bool
) -> None:
    rows = "".join(f"| {each} | 1 200 |\n" for each in first)
    table = table_of(f"| A | B |\n|---|---|\n{rows}")
    assert {cell.head for row in table.rows[1:] for cell in row.children[:1]} == {is_label}
    assert [cell.align for cell in table.rows[0].children] == ["" if is_label else "right", "right"]


@pytest.mark.parametrize(
    ("cells", "align"),
    [
        (["+34 900 000 000", "+47 00 00 00 00"], ""),
        (["+49 30 23125 014", "112"], ""),
        (["+49 (0)30 23125-0"], ""),
        (["+1.202.555.0143", "–"], ""),
        (["(0607) 123 4567"], ""),
        (["(202) 555-0143"], ""),
        (["0800 123 456"], ""),
        (["01 23 45 67 89", "01.23.45.67.89"], ""),
        (["+1 234 567", "+12 345"], "right"),
        (["+1 234 567.25", "+1,234,567"], "right"),
        (["(1 234 567)", "0.123 456"], "right"),
        (["01.02.2026", "01-02-2026"], "right"),
        (["08.00-15.00"], "right"),
        (["0", "007", "+5"], "right"),
    ],
)
def test_telephone_numbers_are_words_and_no_figures(cells: list[str], align: str) -> None:
    rows = "".join(f"| Norland | {each} |\n" for each in cells)
    table = table_of(f"| A | B |\n|---|---|\n{rows}")
    assert {row.children[1].align for row in table.rows} == {align}
    assert {row.children[0].head for row in table.rows[1:]} == {align == "right"}


def test_a_column_of_strong_words_heads_its_rows() -> None:
    assert heads("| State | Place |\n|---|---|\n| **Norland** | Port |")[1] == [True, False]
    assert heads("| A | B |\n|---|---|\n| **b** | c |\n| d | e |")[1] == [False, False]


def test_a_cell_without_words_heads_nothing() -> None:
    assert heads("|  | A |  |\n|---|---|---|\n|  | 1 | 2 |\n| b | 1 | 2 |") == [
        [False, True, False],
        [False, False, False],
        [True, False, False],
    ]


def test_bars_without_a_space_join_a_cell_to_the_left_and_two_carets_to_the_one_above() -> None:
    table = table_of(SPANNED)
    cells = [
        (cell.plain, cell.column, cell.colspan, cell.rowspan)
        for row in table.rows
        for cell in row.children
    ]
    assert cells == [
        *[("", 0, 1, 2), ("Buoys", 1, 2, 1), ("Total", 3, 1, 2)],
        *[("2027", 1, 1, 1), ("2028", 2, 1, 1)],
        *[("Norland", 0, 1, 2), ("4", 1, 1, 1), ("5", 2, 1, 1), ("9", 3, 1, 1)],
        *[("6", 1, 2, 1), ("6", 3, 1, 1)],
    ]
    assert [row.head for row in table.rows] == [True, True, False, False]
    assert {len(row) for row in grid(table.rows)} == {4}


@pytest.mark.parametrize("around", ["{}", "> {}", "- {}"])
def test_a_table_with_several_rows_in_its_head_may_stand_in_a_quotation_or_a_point(
    around: str,
) -> None:
    first, *others = SPANNED.splitlines()
    begin = around.format("")
    indent = begin if begin == "> " else " " * len(begin)
    text = "\n".join([begin + first, *(indent + line for line in others)])
    (table,) = (node for node in parsed(text).walk() if node.kind == "table")
    assert [row.line for row in table.rows] == [1, 2, 4, 5]


@pytest.mark.parametrize(
    ("rows", "wrong"),
    [
        ("| ^^ | b |", "no cell stands above ^^"),
        ("| a | b |\n| c ||\n| ^^ | d |", "the cell above ^^ stands over 2 columns, and ^^ over 1"),
        ("| a | b |\n| ^^ ||", "the cell above ^^ stands over 1 column, and ^^ over 2"),
    ],
)
def test_a_cell_that_can_be_joined_to_none_above_is_refused(rows: str, wrong: str) -> None:
    (said,) = told(f"| A | B |\n|---|---|\n{rows}")
    assert wrong in said


@pytest.mark.parametrize("carets", ["^", "^^^", "^ ^", "^^^^"])
def test_other_carets_than_two_have_a_remark_and_are_printed(carets: str) -> None:
    faults = Faults(Path("a.en.md"))
    source = f"| A | B |\n|---|---|\n| a | 1 |\n| b | {carets} |\n| c | \\^\\^\\^ |"
    (table,) = markdown.parse(source, 1, faults).children
    assert table.rows[2].children[1].plain == carets
    escaped = carets.replace("^", "\\^")
    (fault,) = faults.remarks
    assert fault[1:] == (
        4,
        "table",
        f"{carets} is printed as it stands",
        f"write ^^ to join the cell to the one above, or {escaped} to print it",
    )


def test_a_row_without_spaces_beside_its_bars_is_asked_whether_a_cell_is_empty() -> None:
    (said,) = told("|A|B|C|\n|---|---|---|\n|Ford||7|")
    assert "“Ford” stands over the column of the empty cell, too; write | | with a space" in said
    assert told("| A | B | C |\n|---|---|---|\n| Ford || 7 |") == []
    assert table_of("|A|B|\n|---|---|\n|||\n").rows[1].children[0].colspan == 1


@pytest.mark.parametrize("mark", ["<br>", "<br/>", " <BR /> "])
def test_a_line_in_a_cell_ends_at_br(mark: str) -> None:
    (_, row) = table_of(f"| A |\n|---|\n| one{mark}**two{mark}three** |").rows
    (cell,) = row.children
    assert [node.kind for node in cell.walk() if node.kind in ("text", "break")] == [
        *["text", "break"] * 2,
        "text",
    ]
    assert cell.plain == "one two three"


def test_br_is_refused_where_there_is_no_line_before_or_after_it_and_outside_tables() -> None:
    for cell in ("<br>a", "a<br>", "a<br><br>b"):
        assert "no line before or after it" in told(f"| A |\n|---|\n| {cell} |")[0]
    assert "raw HTML is not used here: <br>" in told("one<br>two")[0]
    assert table_of("| A |\n|---|\n| \\<br> |").rows[1].children[0].plain == "<br>"


@pytest.mark.parametrize("apart", ["", "\n"])
def test_lines_with_a_colon_are_the_caption_and_the_source_of_the_table_between_them(
    apart: str,
) -> None:
    table = table_of(
        f": Lights by *state*\n{apart}| A |\n|---|\n| b |\n{apart}: Source: the *ports*"
    )
    assert [child.kind for child in table.children] == ["caption", "row", "row", "source"]
    assert table.children[0].plain == "Lights by state"
    assert table.children[-1].plain == "Source: the ports"


def test_a_line_between_two_tables_belongs_to_the_one_that_it_touches() -> None:
    table = "| A |\n|---|\n| b |\n"

    def kinds(between: str) -> list[list[str]]:
        return [
            [c.kind for c in node.children] for node in parsed(table + between + table).children
        ]

    rows = ["row", "row"]
    assert kinds(": x\n\n") == [[*rows, "source"], rows]
    assert kinds("\n: x\n") == [rows, ["caption", *rows]]
    assert kinds(": x\n\n: y\n\n") == [[*rows, "source"], ["caption", *rows]]
    for between in ("\n: x\n\n", ": x\n"):
        assert (
            "stands between two tables and may belong to either" in told(table + between + table)[0]
        )


def test_a_line_with_a_colon_that_stands_at_no_table_has_a_remark() -> None:
    assert "“: words” is printed with its colon" in told(": words")[0]
    assert told("\\: words") == []


def test_every_mark_of_a_table_is_accounted_for(statement: Write) -> None:
    text = f": Lights\n{SPANNED}: Source: *a<b*, \\|\n\n| A |\n|---|\n| one <br/> two |\n"
    read(statement(with_body(text)))


@pytest.mark.parametrize("apart", ["", "\n"])
def test_a_note_with_the_sign_of_a_cell_that_becomes_a_point_has_a_remark(apart: str) -> None:
    table = "| Year | Ships |\n|---|---|\n| 2025 | 21,560* |\n| 2026 | 20,100+ |\n"
    wrong = "list: “* Provisional.” is printed as a point, without the *; write"
    (star,) = told(f"{table}{apart}* Provisional.")
    assert f"{wrong} : * for the note on “21,560*” below the table" in star
    _, plus = told(f"{table}{apart}* Provisional.\n+ Estimate.")
    assert "without the +; write \\+ to print it as the note on “20,100+”" in plus
    (sourced,) = told(f"{table}: Source: ports\n\n* Provisional.")
    assert f"{wrong} \\* to print it as the note on “21,560*”" in sourced
    (drawn,) = told('![A map](x.svg "Ships in 2025*")\n\n* Provisional.')
    assert f"{wrong} \\* to print it as the note on “Ships in 2025*”" in drawn


@pytest.mark.parametrize("cell", ["21,560 *", "*", "\\*"])
def test_a_star_behind_a_space_or_alone_in_its_cell_is_one_of_a_note(cell: str) -> None:
    (remark,) = told(f"| Year | Ships |\n|---|---|\n| 2025 | {cell} |\n\n* Provisional.")
    assert f"write : * for the note on “{cell.strip(chr(92))}”" in remark


@pytest.mark.parametrize("cell", ["5 * 3", "C+", "B*", "5*3", "+ 3", "3 +", "A* B"])
def test_a_sign_that_stands_behind_no_figure_and_no_word_is_none_of_a_note(cell: str) -> None:
    table = f"| Year | Ships |\n|---|---|\n| 2025 | {cell} |\n\n"
    assert told(f"{table}* Provisional.") == told(f"{table}+ Provisional.") == []


def test_a_note_with_its_sign_is_printed_as_the_remark_says() -> None:
    table = "| Year | Ships |\n|---|---|\n| 2025 | 21,560* |\n"
    assert told(f"{table}: * Provisional.") == []
    assert table_of(f"{table}: * Provisional.").children[-1].plain == "* Provisional."
    assert told(f"{table}: Source: ports\n\n\\* Provisional.") == []


@pytest.mark.parametrize(
    "points", ["- Provisional.", "+ Provisional.", "* Provisional.", "Words.\n\n* Provisional."]
)
def test_points_below_a_table_without_their_sign_have_no_remark(points: str) -> None:
    sign = "*" if points.startswith("Words") else ""
    table = f"| Year | Ships |\n|---|---|\n| *2025* | 21,560{sign} |\n\n"
    assert told(f"{table}{points}") == []


TABLE = "| Place | Sum |\n|---|---|\n| Weir | 12 |"


def noted(body: str) -> list[str]:
    """Return what is refused or remarked on beside the tables of a text."""
    faults = Faults(Path("x.md"))
    likely_lines.check(markdown.parse(body, 1, faults), faults)
    return [str(fault) for fault in (*faults, *faults.remarks)]


@pytest.mark.parametrize(
    "line",
    [
        "Table 1. Lights",
        "**Table 2:** Ships, by flag.",
        "Table 3",
        "Tableau n° 4 – Feux",
        "Cuadro 1. Tasas",
        "1 lentelė. Žiburiai",
        "Tabelle 1.2: Maße",
        "TABLE IV. X",
        "Table 1 Lights of the strait",
        "Таблица 3. Огни",
        "表1 灯台",
    ],
)
def test_a_line_above_a_table_that_may_be_its_caption_has_a_remark(line: str) -> None:
    (remark,) = noted(f"{line}\n\n{TABLE}")
    assert remark.endswith(
        "is printed as a paragraph above the table; "
        "write a colon and a space before it if it is the caption of the table"
    )
    assert noted(f": {line}\n\n{TABLE}") == []


@pytest.mark.parametrize("line", ["Source: Ministry", "*Quelle:* Amt", "Fuente: INE.", "出典：省"])
def test_a_line_below_a_table_that_may_be_its_source_has_a_remark(line: str) -> None:
    (remark,) = noted(f"{TABLE}\n\n{line}")
    assert remark.endswith(
        "is printed as a paragraph below the table; "
        "write a colon and a space before it if it is the source of the table"
    )
    assert noted(f"{TABLE}\n\n: {line}") == []
    if line.startswith("Source"):
        refused, *_ = noted(f"{TABLE}\n{line}")
        assert refused.endswith(f"write : {line} if it is the source of the table")


@pytest.mark.parametrize(
    "text",
    [
        f"Table 1 shows the lights of 2026.\n\n{TABLE}",
        f"Table 1 shows these lights:\n\n{TABLE}",
        f"The tables follow\n\n{TABLE}",
        f"{TABLE}\n\nThe source is a spring.",
        f"Table 1. Lights\n\nText.\n\n{TABLE}\n\nText.\n\nSource: Ministry",
        f": Table 1. Lights\n\n{TABLE}\n\n: Source: Ministry\n\nSources: two",
    ],
)
def test_other_lines_beside_a_table_have_none(text: str) -> None:
    assert noted(text) == []
