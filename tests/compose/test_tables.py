"""Tables on the page: heads of rows, joined cells, figures, captions and sources."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from communique.design import edition as editions
from communique.pdf_reading.reading import Reading
from communique.pdf_reading.tag_tree import Tag, tags
from communique.read.source import read
from communique.run import pipeline
from tests.samples import with_body

if TYPE_CHECKING:
    from communique.pdf_reading.piece import Piece
    from tests.conftest import Write

pytestmark = pytest.mark.usefixtures("engine")
EDITIONS = pytest.mark.parametrize("edition", ["standard", "letter", "large-print"])
SPANNED = """\
: Table 1. Lights by state

|   | Buoys || Lights || Total |
| ^^ | 2027 | 2028 | 2029 | 2030 | ^^ |
|---|---|---|---|---|---|
| **North** ||||||
| Norland | 4 | 5 | 9 | – | 18 |
| Valdore | 1<br>(est.) | 2 | 3 | n/a | 6 |
| ^^ | 6 || 7 | 8 | 21 |

: Source: the Joint Secretariat.
"""
FIGURES = ["1 200", "−5", "12,5 %", "–", "n/a", "x", "..", "tbc", "none", "[46,500]", "[5.25*]"]


def made(statement: Write, body: str, edition: str = "standard", name: str = "a.en.md") -> Reading:
    return Reading(pipeline.make(read(statement(with_body(body), name)), edition).files["pdf"].data)


def piece_of(reading: Reading, text: str) -> Piece:
    return next(piece for piece in reading.pieces if piece.text == text)


def cells(reading: Reading) -> list[list[tuple[str, dict[str, object]]]]:
    """Return for each row of the tables the type and the attributes of each of its cells."""
    return [
        [
            (cell.role, {key: value for key, value in cell.attributes.items() if key != "/O"})
            for cell in row.kids
            if isinstance(cell, Tag)
        ]
        for row in tags(reading.tree)
        if row.role == "TR"
    ]


def test_heads_of_rows_and_columns_say_so_and_the_empty_corner_heads_nothing(
    statement: Write,
) -> None:
    reading = made(statement, "|  | Norland |\n|---|---|\n| Lamps | 1 |\n| **Total** | – |")
    column, row = ({"/Scope": f"/{scope}"} for scope in ("Column", "Row"))
    assert cells(reading) == [
        [("TD", {}), ("TH", column)],
        [("TH", row), ("TD", {})],
        [("TH", row), ("TD", {})],
    ]


def test_joined_cells_say_over_how_much_they_stand(statement: Write) -> None:
    head, below, north, *_, last = cells(made(statement, SPANNED))
    column = {"/Scope": "/Column"}
    assert head == [
        ("TD", {"/RowSpan": 2}),
        ("TH", {"/ColSpan": 2, **column}),
        ("TH", {"/ColSpan": 2, **column}),
        ("TH", {"/RowSpan": 2, **column}),
    ]
    assert below == [("TH", column)] * 4
    assert north == [("TH", {"/ColSpan": 6, "/Scope": "/Row"})]
    assert last[0][1]["/ColSpan"] == 2


@EDITIONS
@pytest.mark.parametrize("name", ["a.en.md", "a.he.md"])
def test_a_head_over_several_columns_is_in_their_middle(
    statement: Write, name: str, edition: str
) -> None:
    reading = made(statement, SPANNED, edition, name)
    buoys, lights, total = (piece_of(reading, each) for each in ("Buoys", "Lights", "Total"))
    years = [piece_of(reading, str(year)) for year in (2027, 2028, 2029, 2030)]
    assert lights.baseline == buoys.baseline
    assert {round(piece.baseline, 1) for piece in years} == {round(total.baseline, 1)}
    for over, (one, other) in ((buoys, years[:2]), (lights, years[2:])):
        left, right = min(one.left, other.left), max(one.right, other.right)
        assert left - 30 < over.left < over.right < right
    ordered = sorted(years, key=lambda piece: piece.left)
    assert ordered == (years if name == "a.en.md" else years[::-1])


@EDITIONS
def test_figures_end_in_a_line_with_what_stands_for_them(statement: Write, edition: str) -> None:
    rows = "".join(f"| Line {number} | {cell} |\n" for number, cell in enumerate(FIGURES))
    reading = made(statement, f"|  | A |\n|---|---|\n{rows}", edition)
    assert len({round(piece_of(reading, cell).right, 1) for cell in FIGURES}) == 1


def test_a_figure_and_its_mark_are_on_one_line(statement: Write) -> None:
    reading = made(statement, "| A | B |\n|---|---|\n" + f"| {'word ' * 60} | 400 000 (p) |\n" * 2)
    assert piece_of(reading, "400 000 (p)")


@EDITIONS
def test_columns_are_an_em_apart(statement: Write, edition: str) -> None:
    body = "| Harbour of the north | Keeper |\n|---|---|\n" + "| mmmmmm | iiiiii |\n" * 3
    wide = " ".join(["mmmmmm"] * 9)
    reading = made(statement, body.replace("mmmmmm", wide, 1), edition)
    left = [each for each in reading.pieces if each.text.startswith("mmm")]
    right = piece_of(reading, "iiiiii")
    assert right.left - max(each.right for each in left) >= right.size - 0.1


@EDITIONS
@pytest.mark.parametrize(("name", "marks"), [("a.en.md", "--: | :--"), ("a.he.md", ":-- | --:")])
def test_cells_of_a_joined_row_stand_below_those_of_other_rows(
    statement: Write, name: str, marks: str, edition: str
) -> None:
    body = f"| Light | Kind |\n| {marks} |\n| 41 | lamp |\n| ^^ | bell |\n| 7 | horn |"
    reading = made(statement, body, edition, name)
    kinds = [piece_of(reading, kind) for kind in ("lamp", "bell", "horn")]
    edges = {round(each.left if name == "a.en.md" else each.right, 1) for each in kinds}
    assert len(edges) == 1


@EDITIONS
def test_a_caption_stands_above_its_table_and_a_source_below_it(
    statement: Write, edition: str
) -> None:
    reading = made(statement, SPANNED, edition)
    caption, head = piece_of(reading, "Table 1. Lights by state"), piece_of(reading, "Buoys")
    source, last = piece_of(reading, "Source: the Joint Secretariat."), piece_of(reading, "21")
    assert caption.left == pytest.approx(source.left, abs=0.2)
    assert head.baseline < caption.baseline < head.baseline + 2.5 * head.size
    assert source.baseline < last.baseline < source.baseline + 2.5 * last.size
    (table,) = (tag for tag in tags(reading.tree) if tag.role == "Table")
    assert [kid.role for kid in table.kids if isinstance(kid, Tag)] == ["Caption", "THead", "TBody"]


@EDITIONS
def test_a_head_of_one_column_stands_on_the_line_of_those_over_several(
    statement: Write, edition: str
) -> None:
    body = "|  | 2025 || 2026 | Change |\n| ^^ | Q2 | Q3 | Q1 | ^^ |\n|---|---|---|---|---|\n"
    reading = made(statement, f"{body}| Lamps | 4 | 5 | 6 | 7 |", edition)
    assert piece_of(reading, "2025").baseline == piece_of(reading, "2026").baseline


@EDITIONS
@pytest.mark.parametrize("name", ["a.en.md", "a.he.md"])
def test_a_head_over_two_rows_stands_on_the_line_of_the_lower_one(
    statement: Write, edition: str, name: str
) -> None:
    body = "| No | 2025 || Change |\n| ^^ | Q2 | Q3 | ^^ |\n|---|---|---|---|\n"
    reading = made(statement, f"{body}| 41 | 5 | 6 | 7 |", edition, name)
    lower = {round(piece_of(reading, each).baseline, 1) for each in ("No", "Q2", "Q3", "Change")}
    assert len(lower) == 1
    assert piece_of(reading, "2025").baseline > lower.pop() + 5


def test_in_a_text_each_row_says_what_its_joined_cells_say(statement: Write) -> None:
    files = pipeline.make(read(statement(with_body(SPANNED))), "standard", ["text"]).files
    text = files["text"].data.decode()
    assert "Table 1. Lights by state\n" in text
    assert "\n  • Valdore\n    Buoys · 2027 · 2028: 6\n    Lights · 2029: 7\n" in text
    flat = SPANNED.replace("| 6 ||", "| 6 | 7 |")
    files = pipeline.make(read(statement(with_body(flat))), "standard", ["text"]).files
    assert (
        "\nValdore\n"
        "    Buoys · 2027: 1\n"
        "          (est.)\n"
        "    Buoys · 2028: 2\n"
        "    Lights · 2029: 3\n"
        "    Lights · 2030: n/a\n"
        "    Total: 6\n"
    ) in files["text"].data.decode()


MARKED = """\
| Year | Lights | Ships | Cost | Keeper |
|---|---|---|---|---|
| 2021 | 4 | 1,200 (p) | (120) | Ada |
| 2022 | 5* | 980 | 95 | Luc |
| 2023 | 15[^1] | n/a | (9)** | Ola |
| 2024 | 112^p^ | 7 p | 8 | Eva |

[^1]: A note.
"""


@EDITIONS
def test_marks_hang_beside_their_figures(statement: Write, edition: str) -> None:
    reading = made(statement, MARKED, edition)
    for each in ("4 5 15 112", "1,200 980 n/a 7", "(120 95 (9 8"):
        figures = each.split()
        ends = [piece_of(reading, figure).right for figure in figures]
        assert ends == pytest.approx([ends[0]] * len(ends), abs=0.1)
    assert piece_of(reading, "*").left == pytest.approx(piece_of(reading, "5").right, abs=0.1)
    widest = next(piece for piece in reading.pieces if "(p)" in piece.text)
    keeper = piece_of(reading, "Ada")
    assert widest.right < piece_of(reading, "(120").left - 0.5 * widest.size
    assert keeper.left - piece_of(reading, ")**").right > keeper.size
    assert piece_of(reading, "2021").left == pytest.approx(piece_of(reading, "Year").left, abs=0.5)


#: Each with what of it ends below the figures.
WITH_MARKS = [
    ("[5 (p)](https://e.org)", "(p)"),
    ("[1,234*](https://e.org)", "*"),
    ("[5^a^](https://e.org)", "a"),
    ("**[5*](https://e.org)**", "*"),
    ("[5 (p)](https://e.org)[^1]", "(p)"),
    ("[5 (p)]{lang=fr}", "(p)"),
    ("5 KG", "KG"),
    ("**5 (p)**", "5"),
    ("5 %*", "%"),
    ("5 %†", "%"),
    ("5 % (p)", "%"),
    ("5 €*", "€"),
    ("5 %[^1]", "%"),
    ("5 km*", "km"),
    ("n/a*", "n/a"),
    ("5~2~", "2"),
    ("5 CO~2~", "2"),
    ("CO~2~ 5*", "5"),
    ("5 km^2^", "km"),
]


@pytest.mark.parametrize(("cell", "end"), WITH_MARKS)
def test_a_mark_hangs_where_that_tears_no_link_apart(statement: Write, cell: str, end: str) -> None:
    rows = f"| a | 17* |\n| b | 77 |\n| c | {cell} |\n| d[^1] | 8 |"
    table = f"Most is 5 KG.\n\n|  | A |\n|---|--:|\n{rows}\n\n[^1]: A note."
    text = f"---\ntitle: Lights\nabbreviations: {{5 KG: Weight}}\n---\n\n{table}\n"
    pdf = pipeline.make(read(statement(text)), "standard").files["pdf"]
    reading = Reading(pdf.data)
    below = piece_of(reading, "8")
    above = (piece for piece in reading.pieces if piece.baseline > below.baseline)
    ends = [piece.right for piece in above if piece.text.strip().endswith(end)]
    assert min(abs(right - below.right) for right in ends) < 0.1


DECIMALS = """\
| Port | {0} | Keeper |
|---|---|---|
| Luc | 1{1}200{2}50 | Ada |
| Norhavn | 17{2}25* | Luc |
| Ola | −3 | Eva |
| Kaldvik | n/a | Ben |
"""


@EDITIONS
@pytest.mark.parametrize(("parting", "sign"), [(",", "."), (".", ",")])
def test_figures_with_different_decimals_stand_with_their_signs_below_one_another(
    statement: Write, edition: str, parting: str, sign: str
) -> None:
    reading = made(statement, DECIMALS.format("Sum", parting, sign), edition)
    wholes = [piece_of(reading, text) for text in (f"1{parting}200", "17", "−3")]
    assert [p.right for p in wholes] == pytest.approx([wholes[0].right] * 3, abs=0.1)
    parts = [piece_of(reading, f"{sign}50"), piece_of(reading, f"{sign}25*")]
    assert [p.left for p in parts] == pytest.approx([wholes[0].right] * 2, abs=0.1)
    missing = piece_of(reading, "n/a")
    assert missing.right == pytest.approx(parts[0].right, abs=0.1 * missing.size)
    head, keeper = piece_of(reading, "Sum"), piece_of(reading, "Ada")
    assert parts[1].right <= head.right + 0.1
    assert keeper.left - parts[1].right > 0.9 * keeper.size


@pytest.mark.parametrize(
    "figures",
    [
        ["10.5", "12.5", "7.5"],
        ["1,200", "13", "1"],
        ["10,5", "10.5", "1"],
        ["1.2.2026", "3.4", "1"],
        ["7.5 %", "12 %", "5"],
        ["[7.5](https://e.org)", "12.25", "5"],
    ],
)
def test_figures_that_have_no_decimals_of_different_length_end_in_a_line(
    statement: Write, figures: list[str]
) -> None:
    rows = "".join(f"| Line {number} | {each} |\n" for number, each in enumerate(figures))
    reading = made(statement, f"|  | A |\n|---|---|\n{rows}")
    said = [re.sub(r"\[|\].*", "", each) for each in figures]
    ends = [piece_of(reading, each).right for each in said]
    assert ends == pytest.approx([ends[0]] * 3, abs=0.1)


def test_a_mark_that_all_figures_have_does_not_hang(statement: Write) -> None:
    reading = made(statement, "|  | A |\n|---|---|\n| a | 5 p |\n| b | 12 p |")
    assert piece_of(reading, "5 p").right == pytest.approx(piece_of(reading, "12 p").right)


NEIGHBOURS = ["iiiiiii", "mmmmmmm", "5", "1,234,567", "12 (p)"]


@pytest.mark.parametrize("edition", ["standard", "a5", "clear-print", "large-print"])
@pytest.mark.parametrize("name", ["a.en.md", "a.ar.md"])
@pytest.mark.parametrize("sides", ["---|---|---", "--:|:--|--:", ":--|--:|:-:"])
def test_neighbours_never_touch(statement: Write, edition: str, name: str, sides: str) -> None:
    cells = [NEIGHBOURS[place % 5] for place in range(15)]
    rows = "".join(f"| {' | '.join(cells[place : place + 3])} |\n" for place in range(0, 15, 3))
    reading = made(statement, f"| A | B | C |\n|{sides}|\n{rows}", edition, name)
    lines: dict[float, list[Piece]] = {}
    for piece in reading.pieces:
        if piece.text.strip() in {*NEIGHBOURS, "12", "(p)"}:
            lines.setdefault(round(piece.baseline), []).append(piece)
    assert len(lines) == 5
    for line in lines.values():
        line.sort(key=lambda piece: piece.left)
        for one, other in pairwise(line):
            gap = other.left - one.right
            assert gap > 0.55 * one.size or "(p)" in one.text + other.text


@pytest.mark.parametrize(
    "rows",
    [
        "| a | b | c |\n|---|---|---|\n| foo || x |\n| u | 12 | w |",
        "| A | 2025 | Change from the<br>quarter ||\n| ^^ | Q3 | tons | % |\n|---|---|---|---|\n"
        "| a | 1 | 2 | 3 |",
    ],
)
def test_a_table_with_joined_cells_is_made_in_every_edition(statement: Write, rows: str) -> None:
    version = read(statement(with_body(rows)))
    for kind in editions.single():
        assert pipeline.make(version, kind).files["pdf"].pages == 1
