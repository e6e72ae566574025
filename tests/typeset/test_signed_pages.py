"""Those who sign stand together and with the end of the text, and leave no page half empty."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import pytest

from communique.design import edition
from communique.pdf_reading.reading import Reading
from communique.typeset.engine import typeset
from tests.prove.conftest import composed

if TYPE_CHECKING:
    from pathlib import Path

    from communique.pdf_reading.piece import Piece

#: A sentence of about a line, who signs for whom, an office, and where, in each language.
WORDS = {
    "en": (
        "The dams hold, and the mills turn, and the rivers run to the sea as always. ",
        "For the Government of Land {}:",
        "Minister for the Rivers",
        "Helsinki",
    ),
    "ar": (
        "تصمد السدود وتدور الطواحين وتجري الأنهار نحو البحر كما كانت تجري دائما في كل عام. ",
        "عن حكومة البلد {}:",
        "وزير الأنهار",
        "المرفأ",
    ),
}
#: So many sentences each paragraph has, one after the other.
LENGTHS = (3, 5, 1, 4, 2)
#: In these, those who sign stand below one another.
IN_ONE_COLUMN = ("clear-print", "large-print")
#: So many pt a line is high at most, that in Arabic included.
LINE = 32


def signed(tag: str, lines: int, parties: int, contact: str = "") -> str:
    """Return a text of about so many lines that so many parties sign."""
    said, behalf, office, place = WORDS[tag]
    text, number = [], 0
    while lines:
        taken = min(lines, LENGTHS[number % len(LENGTHS)])
        text.append((said * taken).strip())
        lines, number = lines - taken, number + 1
    who = [
        f"    - {{name: Ada Holm, office: {office}, on_behalf: '{behalf.format(party)}'}}"
        for party in range(10, 10 + parties)
    ]
    head = ["---", "title: A", *([f"contact: {contact}"] if contact else []), "signatures:"]
    head.append(f"  place: {place}")
    return "\n".join([*head, "  signatories:", *who, "---", "", "\n\n".join(text), ""])


class Signing(NamedTuple):
    """How a text ends."""

    page: int
    """On which page those who sign begin, from 0."""
    lines: int
    """How many lines of the last paragraph stand there."""
    all_lines: int
    """How many it has."""
    empty: float
    """How much of the type area of the page before is empty."""
    top: float
    """Which part of the type area stands above those who sign."""
    height: float
    """How high they are all together, in type areas."""
    on: tuple[int, ...]
    """How many sign on each page, from there on."""


def signing(folder: Path, text: str, tag: str, parties: int, kind: str) -> Signing:
    """Return how a text ends in its PDF."""
    page = composed(folder, text, f"a.{tag}.md", kind)
    made = typeset(page)
    of = edition.load(kind)
    bottom, top = (each * 72 / 25.4 for each in (of.margins.bottom, of.margins.top))
    area = of.paper.height * 72 / 25.4 - bottom - top

    def low(pieces: list[Piece]) -> float:
        return (min(piece.baseline for piece in pieces) - bottom) / area

    paragraphs = [
        [piece for piece in block.pieces if piece.text.strip()]
        for block in Reading(made.pdf).blocks
        if block.role == "P"
    ]
    said = ["".join(piece.text for piece in each).strip() for each in paragraphs]
    where = said.index(WORDS[tag][-1][:: 1 if tag == "en" else -1])
    above, block = paragraphs[:where], paragraphs[where : where + 1 + 2 * parties]
    first = block[0][0].page
    pages = sorted({piece.page for each in block for piece in each})
    parts = [[p for each in block for p in each if p.page == number] for number in pages]
    before = [p for each in above for p in each if p.page == first - 1]
    last = above[-1]
    return Signing(
        first,
        len({p.baseline for p in last if p.page == first}),
        len({(p.page, p.baseline) for p in last}),
        low(before) if before else 0.0,
        1 - (block[0][0].baseline - bottom) / area,
        sum((max(p.baseline for p in part) + LINE - bottom) / area - low(part) for part in parts),
        tuple(sum(each[0].page == number for each in block[2::2]) for number in pages),
    )


@pytest.mark.parametrize(
    ("kind", "tag", "parties", "lines"),
    [
        ("standard", "en", 7, 48),
        ("standard", "en", 8, 14),
        ("letter", "en", 7, 43),
        ("letter", "ar", 4, 50),
        ("a5", "en", 4, 25),
        ("clear-print", "en", 3, 54),
        ("clear-print", "en", 4, 15),
    ],
)
def test_those_who_sign_stand_on_one_page_with_the_end_of_the_text(
    tmp_path: Path, kind: str, tag: str, parties: int, lines: int
) -> None:
    found = signing(tmp_path, signed(tag, lines, parties), tag, parties, kind)
    assert found.on == (parties,)
    assert found.page
    assert found.lines >= min(2, found.all_lines)
    assert found.empty <= 0.52


@pytest.mark.parametrize("kind", ["standard", "letter", "a5", *IN_ONE_COLUMN])
@pytest.mark.parametrize(("parties", "tag"), [(4, "en"), (7, "ar"), (12, "en")])
def test_those_who_sign_are_divided_where_they_are_many_or_leave_half_a_page_empty(
    tmp_path: Path, parties: int, tag: str, kind: str
) -> None:
    row = 1 if kind in IN_ONE_COLUMN else 2
    for lines in range(17 + parties, 60, 19):
        found = signing(tmp_path, signed(tag, lines, parties), tag, parties, kind)
        assert found.lines >= min(2, found.all_lines), lines
        assert found.empty <= 0.52, lines
        if len(found.on) > 1:
            assert found.height > 2 / 3 or found.top < 2 / 3, lines
            assert found.on[-1] > row or found.on[-1] >= parties / 2, lines


@pytest.mark.parametrize("lines", range(8, 22, 2))
def test_those_who_sign_leave_no_page_half_empty_to_stand_with_whom_to_ask(
    tmp_path: Path, lines: int
) -> None:
    contact = "Press office of the River Board, Mill Lane 4, Helsinki, +00 000 0000"
    alone, found = (
        signing(tmp_path, signed("en", lines, 2, asked), "en", 2, "a5") for asked in ("", contact)
    )
    assert found.page == alone.page or found.empty <= 1 / 2


def test_five_who_sign_stand_closer_where_that_brings_them_to_one_page(tmp_path: Path) -> None:
    found = signing(tmp_path, signed("en", 24, 5), "en", 5, "a5")
    assert (found.page, found.on) == (1, (5,))


def test_whom_to_ask_is_not_alone_where_those_who_sign_can_stand_closer(tmp_path: Path) -> None:
    contact = "Press office of the River Board, Mill Lane 4, Helsinki, +00 000 0000"
    text = signed("en", 30, 2, contact)
    assert typeset(composed(tmp_path, text, "a.en.md", "a5")).pages == 2


def test_those_who_sign_have_their_room_where_nothing_is_won_by_less(tmp_path: Path) -> None:
    """Below one another they have as much as where they stand on one page."""
    apart, together = (
        signing(tmp_path, signed("en", lines, 5), "en", 5, "a5") for lines in (28, 14)
    )
    assert (len(apart.on), len(together.on)) == (2, 1)
    assert apart.height > together.height
