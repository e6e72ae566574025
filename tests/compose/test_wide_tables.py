"""What is too wide on a page: a table as a list is heard and read in its order, whole where it fits
a page; long words are divided with hyphens, and it is said.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from communique.design.edition import load
from communique.pdf_reading.reading import Reading
from communique.pdf_reading.tag_tree import Tag, tags
from communique.read.source import read
from communique.run import pipeline
from tests.samples import with_body

if TYPE_CHECKING:
    from tests.conftest import Write

pytestmark = pytest.mark.usefixtures("engine")
LONG_WORDS = "long words were divided, since they were wider than their lines"
TURNED = "a table was set across its page, which is turned, since it was wider than that"
DIVIDED = "words in tables were divided, since a table was wider than its page"
RECORDS = "a table was set as a list, row by row, since it was wider than its page"
WIDE = [f"1,234,567,890,123,456.{number:02}" for number in range(9)]
AUTHORITY = "Grundstücksverkehrsgenehmigungszuständigkeitsübertragungsverordnung"
#: So many pt the first baseline of a row is below its top at most.
ASCENT = 22
#: It has no place for a hyphen, in any language.
UNBROKEN = "m" * 130
HYPHEN = "\u00ad"


def made(statement: Write, text: str, name: str, edition: str) -> tuple[Reading, tuple[str, ...]]:
    pdf = pipeline.make(read(statement(text, name)), edition).files["pdf"]
    return Reading(pdf.data), pdf.remarks


def table(heads: list[str], *rows: list[str]) -> str:
    lines = [" | ".join(cells) for cells in (heads, ["---"] * len(heads), *rows)]
    return "\n".join(f"| {line} |" for line in lines)


def shape(tag: Tag) -> object:
    """Return the roles of a tag and of what is in it."""
    return tag.role, [shape(kid) for kid in tag.kids if isinstance(kid, Tag)]


def pages(reading: Reading) -> list[list[int]]:
    """Return for each row of a table that is a list on which page each of its cells begins."""
    return [
        [item.pages[0] for item in tag.kids if isinstance(item, Tag)]
        for tag in tags(reading.tree)
        if tag.role == "L" and tag.attributes.get("/ListNumbering") == "/None"
    ]


def test_each_cell_is_a_point_with_its_head_and_an_empty_one_is_a_dash(statement: Write) -> None:
    rows = ["Ports", "", *"abcdefg"]
    reading, remarks = made(statement, with_body(table(WIDE, rows)), "a.en.md", "standard")
    assert remarks == (RECORDS,)
    row = shape(next(tag for tag in tags(reading.tree) if tag.role == "L"))
    cell: object = ("LI", [("LBody", [("P", [("Span", [])]), ("P", [])])])
    assert row == ("L", [("LI", [("Lbl", []), ("LBody", [("L", [cell] * 9)])])])
    drawn = [piece.text for piece in reading.pieces]
    assert drawn[drawn.index(WIDE[0]) :][:4] == [WIDE[0], "Ports", WIDE[1], "–"]


@pytest.mark.parametrize(
    ("name", "head"), [("a.he.md", "תקשורת UNESCO"), ("a.ar.md", "الاتصالات UNESCO")]
)
def test_figures_have_the_order_that_they_have_in_a_table(
    statement: Write, name: str, head: str
) -> None:
    def drawn(heads: list[str], row: list[str]) -> str:
        """Return the line with the dash as it is seen from left to right."""
        text = f"---\ntitle: {head[:5]}\n---\n\n{table(heads, row)}"
        reading, _ = made(statement, text, name, "standard")
        line = next(piece.baseline for piece in reading.pieces if "–" in piece.text)
        there = [piece for piece in reading.pieces if piece.baseline == line]
        return "".join(piece.text for piece in sorted(there, key=lambda piece: piece.left))

    letters = list("abcdefghi")
    wide = drawn([head, *WIDE], ["1–3", *letters])
    assert wide == drawn([head, "B"], ["1–3", ""]) == "3–1"


@pytest.mark.parametrize("kind", ["standard", "a5", "large-print"])
@pytest.mark.parametrize("lines", [1, 4, 8])
def test_a_row_is_divided_where_a_fifth_of_a_page_would_stay_empty(
    statement: Write, kind: str, lines: int
) -> None:
    """And none that begins on the lower sixth: it goes to the next page, if need be."""
    above = "\n\n".join(["Words."] * lines)
    body = f"{above}\n\n{table((WIDE * 2)[:12], *[['a'] * 12] * 6)}"
    reading, _ = made(statement, with_body(body), "a.en.md", kind)
    of = load(kind)
    height = (of.paper.height - of.margins.bottom) / 25.4 * 72
    ends = [
        min(p.baseline for p in reading.pieces if p.page == page and p.text == "a")
        for page in sorted({p.page for p in reading.pieces if p.text == "a"})
    ]
    bottom = of.margins.bottom / 25.4 * 72
    assert all(end - bottom < height / 5 for end in ends[:-1])
    first = iter([p.baseline for p in reading.pieces if p.text == WIDE[0]])
    for row in pages(reading):
        begun = next(first)
        assert len(set(row)) == 1 or begun - bottom > height / 6 - ASCENT


def test_a_row_longer_than_a_page_has_three_cells_at_least_on_each(statement: Write) -> None:
    body = table((WIDE * 3)[:24], ["a"] * 24)  # of which two pages hold 23
    reading, _ = made(statement, with_body(body), "a.en.md", "large-print")
    (row,) = pages(reading)
    assert [row.count(page) for page in sorted(set(row))] == [10, 11, 3]


@pytest.mark.parametrize(
    ("edition", "remark"), [("a5", DIVIDED), ("clear-print", DIVIDED), ("large-print", RECORDS)]
)
def test_words_of_a_table_are_not_divided_in_large_print(
    statement: Write, edition: str, remark: str
) -> None:
    heads = ["Wassertemperatur", "Sauerstoffgehalt", "Lufttemperatur", "Niederschlag"] * 3
    text = with_body(table(heads, ["ja"] * 12, ["ja"] * 12))
    reading, remarks = made(statement, text, "a.de.md", edition)
    assert remark in remarks
    assert (HYPHEN in {piece.text for piece in reading.pieces}) is (remark == DIVIDED)


@pytest.mark.parametrize("edition", ["a5", "clear-print"])
def test_only_words_wider_than_their_column_are_divided(statement: Write, edition: str) -> None:
    heads = ["Wassertemperatur", "Sauerstoffgehalt", "Lufttemperatur", "Niederschlag"] * 3
    words = "die Messung der Temperatur im Wasser und die Beobachtung der Stationen am Ufer " * 3
    text = with_body(table([*heads, "Bemerkungen"], *[["ja"] * 12 + [words]] * 2))
    reading, remarks = made(statement, text, "a.de.md", edition)
    assert DIVIDED in remarks
    rows = [row for row in tags(reading.tree) if row.role == "TR"][1:]
    kids = {kid for row in rows for tag in tags(row) for kid in tag.kids if isinstance(kid, tuple)}
    assert HYPHEN not in [
        piece.text for piece in reading.pieces if (piece.page, piece.mark) in kids
    ]


@pytest.mark.parametrize("lines", range(0, 24, 2))
def test_what_a_row_is_of_is_on_the_page_of_two_of_its_values(statement: Write, lines: int) -> None:
    above = "\n\n".join(["Words."] * lines)
    body = f"{above}\n\n{table((WIDE * 2)[:12], *[['a'] * 12] * 4)}"
    reading, _ = made(statement, with_body(body), "a.en.md", "large-print")
    for row in pages(reading):
        assert min(row.count(page) for page in set(row)) > 2


def test_rows_higher_than_a_page_leave_no_half_page_empty(statement: Write) -> None:
    """Each would have 12 cells on its first page, and 6 on a page of their own."""
    body = f"## Annex\n\n: Costs\n\n{table((WIDE * 2)[:18], *[['a'] * 18] * 4)}"
    reading, _ = made(statement, with_body(body), "a.en.md", "large-print")
    cells = [page for row in pages(reading) for page in row]
    *full, last = [cells.count(page) for page in sorted(set(cells))]
    assert min(full) > 8
    assert last <= 12


@pytest.mark.parametrize("above", ["### Costs", "As follows:", ": Costs"])
def test_a_heading_is_on_the_page_of_the_first_cells_below_it(statement: Write, above: str) -> None:
    """Where the row would fit a page by itself, but not with what stands above it."""
    body = f"Words.\n\n## Annex\n\n{above}\n\n{table((WIDE * 2)[:12], ['a'] * 12)}"
    reading, _ = made(statement, with_body(body), "a.en.md", "large-print")
    (row,) = pages(reading)
    heading = next(tag.pages[0] for tag in tags(reading.tree) if tag.role == "H2")
    assert row.count(heading) > 1


@pytest.mark.parametrize("edition", ["standard", "letter", "large-print"])
@pytest.mark.parametrize(
    "text",
    [
        f"---\ntitle: {AUTHORITY}\n---\n\nKurz.\n",
        f"---\ntitle: Kurz\nsubtitle: {AUTHORITY}\n---\n\nKurz.\n",
        with_body(f"## {AUTHORITY}\n\nKurz."),
        with_body(f"## Kurz\n\n### {AUTHORITY}\n\nKurz."),
    ],
)
def test_a_title_or_heading_wider_than_its_line_has_a_hyphen(
    statement: Write, text: str, edition: str
) -> None:
    reading, remarks = made(statement, text, "a.de.md", edition)
    assert remarks == ()
    lines = "".join(piece.text for piece in reading.pieces if piece.text in AUTHORITY + HYPHEN)
    drawn = [piece.text for piece in reading.pieces if piece.text in AUTHORITY]
    assert lines == HYPHEN.join(drawn)
    assert len(drawn) > 1


@pytest.mark.parametrize("edition", ["standard", "letter", "large-print"])
@pytest.mark.parametrize(
    "text",
    [
        f"---\ntitle: {UNBROKEN}\n---\n\nKurz.\n",
        with_body(f"## {UNBROKEN}\n\nKurz."),
        with_body(f"Kurz {UNBROKEN} so."),
        with_body(table(["a", "b"], ["c", UNBROKEN])),
    ],
)
def test_a_word_that_nothing_but_a_cut_fits_into_its_line_is_told(
    statement: Write, text: str, edition: str
) -> None:
    _, remarks = made(statement, text, "a.de.md", edition)
    assert LONG_WORDS in remarks


def test_a_long_word_and_a_wide_table_are_told_both(statement: Write) -> None:
    heads = table([AUTHORITY, AUTHORITY[7:], AUTHORITY[5:]], ["a", "b", "c"])
    text = with_body(f"Kurz {UNBROKEN}.\n\n{heads}")
    _, remarks = made(statement, text, "a.de.md", "standard")
    assert remarks == (TURNED, DIVIDED, LONG_WORDS)


def test_other_words_of_the_page_stay_whole_in_large_print(statement: Write) -> None:
    """As the edition promises, though they are long, and the page has one that is divided."""
    body = f"{AUTHORITY}\n\n" + "Verkehrsinfrastruktur, Finanzierungsgesellschaft. " * 20
    reading, remarks = made(statement, with_body(body), "a.de.md", "large-print")
    assert remarks == (LONG_WORDS,)
    assert [piece.text for piece in reading.pieces].count(HYPHEN) == 1


@pytest.mark.parametrize(
    ("too_wide", "edition"),
    [(AUTHORITY * 2, "clear-print"), (AUTHORITY * 2, "large-print"), ("m" * 35, "large-print")],
)
def test_a_word_wider_than_its_line_lets_no_other_be_divided(
    statement: Write, too_wide: str, edition: str
) -> None:
    law, act = "Lebensmittelkennzeichnungsverordnung", "Gebäudeenergieverordnung"
    heads = [f"{'Stand ' * number}{word} so" for word in (law, act) for number in range(1, 11)]
    rows = [[act, law, "ja"], [f"{act}en und", f"{law} und", "nein"]]
    body = "\n\n".join((too_wide, *(f"## {head}\n\nKurz." for head in heads), table(*rows)))
    reading, remarks = made(statement, with_body(body), "a.de.md", edition)
    assert LONG_WORDS in remarks
    texts = ("".join(piece.text for piece in block.pieces) for block in reading.blocks)
    divided = [text.replace(HYPHEN, "") for text in texts if HYPHEN in text]
    assert divided == [word for word in [too_wide] if word.startswith("G")]


@pytest.mark.parametrize("edition", ["standard", "letter", "large-print"])
@pytest.mark.parametrize(
    ("name", "align", "rows"),
    [
        ("a.en.md", "---", ["| a | 1,200 | 300,000 |", "| b | 3 | ½ million |"]),
        ("a.en.md", "--:", ["| a | 1,200 | 300,000 |", "| b | thousand | a half |"]),
        ("a.he.md", ":--", ["| א | 1,200 | 300,000 |", "| ב | 3 | 4 |"]),
        ("a.ar.md", ":--", ["| ش | 1,200 | 300,000 |", "| م | 3 | 4 |"]),
    ],
)
def test_columns_that_are_set_towards_one_another_are_one_and_a_half_em_apart(
    statement: Write, name: str, align: str, rows: list[str], edition: str
) -> None:
    body = "\n".join(["| A | B | C |", f"| --- | {align} | --- |", *rows])
    reading, _ = made(statement, with_body(body), name, edition)
    one, other = (
        next(piece for piece in reading.pieces if piece.text == figures)
        for figures in ("1,200", "300,000")
    )
    gap = max(one.left - other.right, other.left - one.right)
    assert gap >= 1.5 * one.size


@pytest.mark.parametrize("name", ["a.en.md", "a.he.md", "a.ar.md"])
def test_left_and_right_are_those_of_the_page_in_every_language(
    statement: Write, name: str
) -> None:
    body = table(["A" * 9, "B" * 9], ["11", "22"]).replace("| --- | --- |", "|:--|--:|")
    reading, _ = made(statement, with_body(body), name, "standard")
    head, other, left, right = (
        next(piece for piece in reading.pieces if piece.text == words)
        for words in ("A" * 9, "B" * 9, "11", "22")
    )
    assert (left.left, right.right) == pytest.approx((head.left, other.right), abs=0.2)
