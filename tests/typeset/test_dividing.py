"""What is rather moved than divided is divided where its page would stay half empty."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from communique.design import edition
from communique.pdf_reading.reading import Reading
from communique.typeset.engine import typeset
from communique.typeset.pages.dividing import (
    divided_where_there_is_room,
    led_from,
    parted_from_what_leads,
)
from tests.prove.conftest import complaints, composed
from tests.samples import with_body
from tests.typeset.test_patches import plain

if TYPE_CHECKING:
    from pathlib import Path

    from communique.pdf_reading.piece import Piece

#: A page of ten lines, and what fills eight of them.
PAGES = "@page { size: 100mm 100mm; margin: 0 } body, p { margin: 0 } p { height: 10mm }"
LINES = "".join(f"<p>{letter}</p>" for letter in "abcdefgh")


def pages(above: int, value: str, lines: str = f"<section>{LINES}</section>") -> list[int]:
    """Return on how many lines of each page the engine puts what must not be divided."""
    style = f"font-size: 1mm; margin: 0; height: {above}mm; break-after: auto"
    html = f"<h1 style='{style}'>T</h1>"
    found = plain(html + lines, f"{PAGES} h1 + * {{ break-inside: {value} }}").pieces
    on = [piece.page for piece in found if piece.text.strip() in set("abcdefgh")]
    return [on.count(page) for page in sorted(set(on))]


@pytest.mark.parametrize("above", [30, 50, 80])
@pytest.mark.parametrize("value", ["avoid", "avoid-page"])
def test_the_engine_still_leaves_the_rest_of_a_page_empty(above: int, value: str) -> None:
    assert pages(above, value) == [8]


@pytest.mark.parametrize(
    ("above", "value", "lines"),
    [
        (10, "avoid-page", [8]),
        (30, "avoid-page", [7, 1]),
        (60, "avoid-page", [4, 4]),
        (80, "avoid-page", [2, 6]),
        (84, "avoid-page", [8]),
        (30, "avoid", [8]),
    ],
)
def test_what_begins_on_the_upper_part_of_a_page_is_divided(
    above: int, value: str, lines: list[int]
) -> None:
    with divided_where_there_is_room(), led_from():
        assert pages(above, value) == lines


@pytest.mark.parametrize(
    ("leads", "lines"),
    [([], [8]), ([4], [8]), ([2, 2], [8]), ([6], [1, 7]), ([3, 3], [1, 7])],
)
def test_what_leads_to_a_block_counts_with_it_where_it_would_leave_a_page_empty(
    leads: list[int], lines: list[int]
) -> None:
    """The block is of 80 mm, and begins 85 mm below the edge of a page of 100 mm."""
    led = "".join(f"<h2 style='height: {height}mm'>L</h2>" for height in leads)
    html = f"{led}<section style='break-inside: avoid-page'>{LINES}</section>"
    style = "<style>h2 { margin: 0; font-size: 1mm; break-after: avoid }</style>"
    with divided_where_there_is_room(), led_from():
        assert pages(84 - sum(leads), "auto", f"<p style='height: 1mm'></p>{style}{html}") == lines


def rows(count: int) -> str:
    """Return so many rows of a table, 10 mm high, of which the last two stand together."""
    style = "<style>table { border-spacing: 0; break-inside: avoid-page } "
    style += "td { height: 10mm; padding: 0 } tr:last-child { break-before: avoid }</style>"
    cells = "".join(f"<tr><td>{letter}</td></tr>" for letter in "abcdefgh"[:count])
    return f"{style}<table>{cells}</table>"


@pytest.mark.parametrize(
    ("above", "count", "lines"), [(70, 5, [3, 2]), (76, 5, [5]), (76, 6, [2, 4]), (84, 6, [6])]
)
def test_a_table_of_few_rows_is_rather_moved_than_divided(
    above: int, count: int, lines: list[int]
) -> None:
    with divided_where_there_is_room(), led_from():
        assert pages(above, "auto", rows(count)) == lines


@pytest.mark.parametrize(
    ("above", "lead", "parted"), [(68, 2, True), (68, 1, False), (82, 2, False)]
)
def test_two_lines_that_lead_to_a_table_stay_where_more_than_a_fifth_would_be_empty(
    above: int, lead: int, *, parted: bool
) -> None:
    """Its first three rows need 30 mm, and each line of 5 mm leads to it."""
    style = "<style>.lead { height: auto; font: 2mm/5mm serif; break-after: avoid } "
    style += "tr:nth-child(-n + 2) { break-after: avoid }</style>"
    lines = f"<p class='lead'>{'<br>'.join(['L'] * lead)}</p>"
    html = f"{style}<p style='height: {above}mm'>T</p>{lines}{rows(7)}"
    with divided_where_there_is_room(), led_from(), parted_from_what_leads():
        found = [piece for piece in plain(html, PAGES).pieces if piece.text.strip() in set("La")]
    assert [piece.page for piece in found] == [0 if parted else 1] * lead + [1]


@pytest.mark.parametrize(
    ("above", "count", "lines"),
    [
        (40, 6, [6]),
        (50, 6, [5, 1]),
        (59, 6, [4, 2]),
        (60, 6, [6]),
        (80, 6, [6]),
        (20, 8, [8]),
        (30, 8, [7, 1]),
        (60, 8, [8]),
        (60, 9, [4, 5]),
        (80, 9, [2, 7]),
    ],
)
def test_those_who_sign_are_moved_where_they_begin_on_the_lower_two_fifths_of_a_page(
    above: int, count: int, lines: list[int]
) -> None:
    """Where they need more than four fifths of a page they are divided wherever they begin."""
    block = f"<div class='signatures'>{(LINES * 2)[: count * len('<p>a</p>')]}</div>"
    with divided_where_there_is_room(), led_from():
        assert pages(above, "avoid-page", block) == lines


@pytest.mark.parametrize(("above", "lines"), [(10, [8]), (20, [6, 2]), (70, [3, 5]), (84, [8])])
def test_the_last_rows_of_a_table_go_to_the_next_page_with_what_must_not_stand_there_alone(
    above: int, lines: list[int]
) -> None:
    html = f"<section>{rows(8)}<p style='break-before: avoid'>Source</p></section>"
    with divided_where_there_is_room(), led_from():
        assert pages(above, "auto", html) == lines


def test_those_who_sign_are_not_divided_for_what_must_not_stand_alone() -> None:
    html = f"<div class='signatures'>{LINES[: 6 * len('<p>a</p>')]}</div>"
    html += "<p style='break-before: avoid'>Contact</p>"
    with divided_where_there_is_room(), led_from():
        assert pages(40, "avoid-page", html) == [6]


@pytest.fixture(autouse=True)
def larger(project: Path) -> None:
    """Have an edition in 24 pt."""
    folder = project / "templates" / "editions"
    folder.mkdir(parents=True)
    (folder / "larger.yaml").write_text("inherits: large-print\ntext_size: 24\n")


def placed(folder: Path, text: str, kind: str) -> list[dict[str, list[Piece]]]:
    """Return the texts of each page with their pieces there, once the page is proven."""
    page = composed(folder, text, "a.en.md", kind)
    made = typeset(page)
    assert complaints(page, made) == []
    found: list[dict[str, list[Piece]]] = [{} for _ in range(made.pages)]
    for block in Reading(made.pdf).blocks:
        said = "".join(piece.text for piece in block.pieces).strip()
        for piece in block.pieces:
            if piece.text.strip():
                found[piece.page].setdefault(said, []).append(piece)
    return found


def empty(page: dict[str, list[Piece]], kind: str) -> float:
    """Return which part of a page is empty below its last line."""
    made = edition.load(kind)
    low = min(piece.baseline for pieces in page.values() for piece in pieces) / 72 * 25.4
    top, bottom = made.margins.top, made.margins.bottom
    return (low - bottom) / (made.paper.height - top - bottom)


SAID = "The dams hold, and the mills turn, and the rivers run down to the sea as they always did. "
ROWS = "".join(f"| Harbour {number} | {number}{number} |\n" for number in range(10, 22))
TABLE = f": Payments\n\n| Place | Sum |\n|---|---:|\n{ROWS}"


def signed(paragraphs: int, parties: int) -> str:
    """Return so many numbered paragraphs, which so many parties sign."""
    who = "\n".join(
        f"    - {{name: Name {n}, office: Minister, on_behalf: 'For Land {n}:'}}"
        for n in range(parties)
    )
    text = "\n\n".join(f"{n}. Point {n}. {SAID * 2}" for n in range(1, paragraphs + 1))
    return f"---\ntitle: A\nsignatures:\n  place: Helsinki\n  signatories:\n{who}\n---\n\n{text}\n"


@pytest.mark.parametrize("kind", ["larger", "large-print", "clear-print", "a5"])
@pytest.mark.parametrize("parties", range(2, 8))
def test_those_who_sign_leave_no_half_page_empty(tmp_path: Path, parties: int, kind: str) -> None:
    """The place and the first stand with the last lines of the text, the last two together."""
    most = 0.54 if kind == "larger" else 1 / 2  # two of them, where a third would leave one alone
    for paragraphs in (4, 5, 6):
        found = placed(tmp_path, signed(paragraphs, parties), kind)
        assert all(empty(page, kind) < most for page in found[:-1])
        [first] = [page for page in found if "Helsinki" in page]
        assert "For Land 0:" in first
        [last] = [
            pieces for said, pieces in first.items() if said.startswith(f"Point {paragraphs}.")
        ]
        assert len({piece.baseline for piece in last}) >= 2
        for number in range(parties):
            [page] = [page for page in found if f"For Land {number}:" in page]
            assert any(said.startswith(f"Name {number}") for said in page)
        assert parties == 2 or f"For Land {parties - 2}:" in found[-1]


@pytest.mark.parametrize("paragraphs", [7, 8, 9])
@pytest.mark.parametrize("parties", [3, 4])
def test_four_who_sign_below_one_another_stand_together(
    tmp_path: Path, parties: int, paragraphs: int
) -> None:
    """With the last lines of the text, where they leave no half page empty by it."""
    first, second = placed(tmp_path, signed(paragraphs, parties), "clear-print")
    assert {f"For Land {number}:" for number in range(parties)} <= second.keys()
    assert empty(first, "clear-print") < 1 / 2


def test_many_who_sign_below_one_another_begin_where_the_text_ends(tmp_path: Path) -> None:
    found = placed(tmp_path, signed(7, 7), "clear-print")
    assert all(empty(page, "clear-print") < 1 / 15 for page in found[:-1])


def test_a_table_stands_with_its_heading_where_the_page_would_have_nothing_else(
    tmp_path: Path,
) -> None:
    text = f"{SAID * 9}\n\n## Figures\n\nThis is what each pays.\n\n{TABLE}"
    found = placed(tmp_path, with_body(text), "larger")
    [page] = [page for page in found if "Figures" in page]
    assert {"Harbour 10", "Harbour 11"} <= page.keys()
    assert "Harbour 21" not in page
    assert all(empty(page, "larger") < 1 / 2 for page in found[:-1])


@pytest.mark.parametrize(("kind", "above"), [("standard", 24), ("letter", 24), ("a5", 9)])
def test_a_table_that_would_leave_little_of_a_page_empty_is_moved(
    tmp_path: Path, kind: str, above: int
) -> None:
    found = placed(tmp_path, with_body(f"{SAID}\n\n" * above + TABLE), kind)
    [page] = [page for page in found if "Harbour 10" in page]
    assert found.index(page) == 1
    assert "Harbour 21" in page


QUESTION = "**How will the lights of the Grey Strait be paid for, and by whom, after 2028?**"


@pytest.mark.parametrize("above", range(16, 24))
def test_no_page_is_half_empty_before_a_question_that_a_table_answers(
    tmp_path: Path, above: int
) -> None:
    led = f"{QUESTION}\n\n{SAID.strip()[:-1]}, and this is what each of them pays:\n\n"
    text = f"{SAID}\n\n" * above + led + TABLE.partition("\n\n")[2]
    found = placed(tmp_path, with_body(text), "clear-print")
    [page] = [page for page in found if QUESTION.strip("*") in page]
    assert "Harbour 11" in page
    assert all(empty(page, "clear-print") < 2 / 5 for page in found[:-1])


def test_what_is_below_the_text_is_divided_too(tmp_path: Path) -> None:
    notes = ", ".join(
        f"'A note with the number {n}, in words that fill two lines.'" for n in "1234"
    )
    front = f"---\ntitle: A\neditors: [{notes}]\ncontact: Press office, +00 0000\n---\n\n"
    found = placed(tmp_path, f"{front}{SAID * 4}\n\n{SAID * 8}\n", "larger")
    assert all(empty(page, "larger") < 1 / 2 for page in found[:-1])
    assert "Press office, +00 0000" in found[-1]


@pytest.mark.parametrize("kind", ["standard", "a5", "large-print"])
def test_a_table_leaves_no_page_empty_for_the_line_below_it(tmp_path: Path, kind: str) -> None:
    """That ends the text before an annex, and takes the last rows along."""
    for above in range(3, 9):
        text = f"{SAID * 2}\n\n" * above + f"{TABLE}\n\nIt ends.\n\n## Annex 1\n\nMore."
        found = placed(tmp_path, with_body(text), kind)
        [end] = [number for number, page in enumerate(found) if "It ends." in page]
        assert "Harbour 21" in found[end]
        assert all(empty(page, kind) < 1 / 3 for page in found[:end])


@pytest.mark.parametrize("kind", ["a5", "large-print"])
def test_notes_to_editors_leave_no_third_of_a_page_empty_and_whom_to_ask_is_with_one(
    tmp_path: Path, kind: str
) -> None:
    notes = ", ".join(f"'A note {n}, in words that fill two lines {SAID}'" for n in "1234")
    front = f"---\ntitle: A\neditors: [{notes}]\ncontact: Press office, +00 0000\n---\n\n"
    for lines in range(6, 18):
        *before, last = placed(tmp_path, f"{front}{SAID * 4}\n\n{SAID * lines}\n", kind)
        assert all(empty(page, kind) < 1 / 3 for page in before)
        assert "Press office, +00 0000" in last
        assert any(said.startswith("A note 4") for said in last)
