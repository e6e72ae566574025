"""Those who sign stand in the order in which the statement names them, row by row."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from communique.design import edition
from communique.pdf_reading.reading import Reading
from communique.typeset.engine import typeset
from tests.prove.conftest import complaints, composed

if TYPE_CHECKING:
    from pathlib import Path

    from communique.pdf_reading.piece import Piece
    from communique.pdf_reading.tag_tree import Block
    from communique.typeset.engine import Typeset

NAMES = {
    "en": ["Ada Brook", "Ben Ford", "Cay Holm", "Dan Lund", "Eva Moss"],
    "he": ["אדה נחל", "בן מעבר", "גיל חוף", "דן יער", "חוה אזוב"],
}
#: The second of them takes more lines than the others.
OFFICE = "Minister for the Rivers and the Lakes and all that is kept in them or drawn from them"


@pytest.mark.parametrize("tag", NAMES)
@pytest.mark.parametrize("count", range(1, 6))
def test_the_third_to_sign_stands_below_the_first(tmp_path: Path, tag: str, count: int) -> None:
    names = NAMES[tag][:count]
    lines = [f"    - {{name: {name}, office: {OFFICE * (n == 1) or 'Miller'}}}" for n, name in
             enumerate(names)]  # fmt: skip
    front = "\n".join(["---", "title: A", "signatures:", "  signatories:", *lines, "---"])
    page = composed(tmp_path, f"{front}\n\nWe agree.\n", f"a.{tag}.md")
    made = typeset(page)
    assert complaints(page, made) == []
    spoken = Reading(made.pdf).blocks
    found = [next(b for b in spoken if name in _said(b, tag)).pieces[0] for name in names]
    heights = [piece.baseline for piece in found]
    assert all(heights[n] == heights[n - 1] for n in range(1, count, 2))
    assert all(heights[n] < heights[n - 2] for n in range(2, count))
    for n in range(1, count, 2):
        assert (found[n - 1].left < found[n].left) is (tag == "en")


@pytest.mark.parametrize("kind", edition.single())
def test_the_name_of_a_party_is_not_divided_at_its_hyphen(tmp_path: Path, kind: str) -> None:
    parties = [f"Pour {'m' * count} la République de Haute-Lombrie" for count in range(1, 12)]
    lines = [f"    - {{name: Ada, office: Miller, on_behalf: '{party} :'}}" for party in parties]
    front = "\n".join(["---", "title: A", "signatures:", "  signatories:", *lines, "---"])
    page = composed(tmp_path, f"{front}\n\nNous sommes d’accord.\n", "a.fr.md", kind)
    made = typeset(page)
    assert complaints(page, made) == []
    assert sum("Haute-Lombrie" in piece.text for piece in Reading(made.pdf).pieces) == len(parties)


#: Who signs for whom: so many for each, one after the other.
PARTIES = [(1, 1), (2, 2), (1, 1, 1), (3, 2), (1, 3, 1), (6, 6), (2, 1, 2, 3, 4)]


def signed(counts: tuple[int, ...], *, signed: bool, text: int = 1) -> str:
    """Return a statement that so many sign for each party, with so many paragraphs."""
    lines = [
        f"    - {{name: Name {party}{chr(97 + number)}, office: Miller, on_behalf: 'For {party}:'}}"
        for party, count in enumerate(counts)
        for number in range(count)
    ]
    head = ["---", "title: A", "signatures:", "  place: Mill", f"  signed: {str(signed).lower()}"]
    body = ["---", "", *["We agree, and the dams hold, and the mills turn. " * 9 + "\n"] * text]
    return "\n".join([*head, "  signatories:", *lines, *body])


def places(made: Typeset) -> dict[str, Piece]:
    """Return where the texts of a PDF begin."""
    blocks = Reading(made.pdf).blocks
    return {"".join(p.text for p in block.pieces).strip(): block.pieces[0] for block in blocks}


@pytest.mark.parametrize("kind", edition.single())
@pytest.mark.parametrize("with_word", [True, False])
@pytest.mark.parametrize("counts", PARTIES)
def test_each_party_stands_above_all_who_sign_for_it(
    tmp_path: Path, counts: tuple[int, ...], with_word: bool, kind: str
) -> None:
    page = composed(tmp_path, signed(counts, signed=with_word), "a.en.md", kind)
    made = typeset(page)
    assert complaints(page, made) == []
    found = places(made)
    for party, count in enumerate(counts):
        head = found[f"For {party}:"]
        names = [piece for said, piece in found.items() if f"Name {party}" in said]
        assert len(names) == count
        for name in names:
            assert (name.page, -name.baseline) > (head.page, -head.baseline)
        assert names[0].left == pytest.approx(head.left, abs=0.1)
        after = [found[f"For {other}:"] for other in range(party + 1, len(counts))]
        for other in after if count > 1 else ():
            assert all((p.page, -p.baseline) < (other.page, -other.baseline) for p in names)


@pytest.mark.parametrize("kind", edition.single())
def test_there_is_as_much_room_to_sign_in_all_editions(tmp_path: Path, kind: str) -> None:
    made = typeset(composed(tmp_path, signed((1,), signed=False), "a.en.md", kind))
    pieces = {piece.text.strip(): piece for piece in Reading(made.pdf).pieces}
    party, name = pieces["For 0:"], pieces["Name 0a"]
    room = party.baseline - name.baseline - 1.4 * name.size
    assert 22 < room < 42


def test_two_parties_with_one_signature_each_stand_side_by_side(tmp_path: Path) -> None:
    found = places(typeset(composed(tmp_path, signed((1, 1), signed=True), "a.en.md")))
    assert found["For 0:"].baseline == found["For 1:"].baseline
    assert found["For 0:"].left < found["For 1:"].left - 100


@pytest.mark.parametrize("counts", [(1, 1), (2, 2), (6, 6)])
def test_signatures_stand_with_the_last_lines_of_the_text_and_leave_no_half_page_empty(
    tmp_path: Path, counts: tuple[int, ...]
) -> None:
    for text in range(7, 13):
        page = composed(tmp_path, signed(counts, signed=False, text=text), "a.en.md")
        made = typeset(page)
        assert complaints(page, made) == []
        reading = Reading(made.pdf)
        found = [block for block in reading.blocks if block.role == "P"]
        block = next(n for n, b in enumerate(found) if b.pieces[0].text.strip() == "Mill")
        place, last = found[block].pieces[0], found[block - 1].pieces
        lines = {p.baseline for p in last if p.page == place.page}
        assert len(lines) >= 2
        if place.page:
            above = [p for b in found for p in b.pieces if p.page == place.page - 1]
            assert min(p.baseline for p in above) < 841 / 2


@pytest.mark.parametrize("kind", ["standard", "a5", "large-print"])
@pytest.mark.parametrize("name", ["a.en.md", "a.he.md"])
def test_a_party_alone_in_its_row_is_named_in_one_line(
    tmp_path: Path, name: str, kind: str
) -> None:
    party = "For the Government of the Kingdom of Tarvia:"
    page = composed(tmp_path, signed((2, 1), signed=True).replace("For 1:", party), name, kind)
    made = typeset(page)
    assert complaints(page, made) == []
    [named] = [b for b in Reading(made.pdf).blocks if b.pieces[0].text.startswith("For the")]
    assert len({piece.baseline for piece in named.pieces}) == 1


@pytest.mark.parametrize("kind", ["standard", "letter", "a5"])
def test_those_who_sign_beside_one_another_are_apart(tmp_path: Path, kind: str) -> None:
    """So are parties: in columns that are full, no line touches what is beside it."""
    office = "    - {name: Ada Brook, office: " + "Minister of all " * 9 + "}"
    issuers = ["issuers:", *[f"  - country: {'Lands ' * 20}of {n}" for n in "ABCDEFGH"]]
    front = ["---", "title: A", *issuers, "signatures:", "  signatories:", office, office, "---"]
    text = "\n".join(front) + "\n\nWe agree.\n"
    page = composed(tmp_path, text, "a.en.md", kind)
    assert complaints(page, typeset(page)) == []


def _said(block: Block, tag: str) -> str:
    text = "".join(piece.text for piece in block.pieces)
    return text if tag == "en" else text[::-1]


@pytest.mark.parametrize("kind", edition.single())
def test_who_signs_for_nobody_stands_beside_no_party(tmp_path: Path, kind: str) -> None:
    parties = ["", "For Norland:", "", "For Valdore:", "For the River Board:"]
    lines = [
        f"    - {{name: Name {number}, on_behalf: '{party}'}}" if party
        else f"    - {{name: Name {number}}}"
        for number, party in enumerate(parties)
    ]  # fmt: skip
    front = "\n".join(["---", "title: A", "signatures:", "  signatories:", *lines, "---"])
    page = composed(tmp_path, f"{front}\n\nWe agree.\n", "a.en.md", kind)
    made = typeset(page)
    assert complaints(page, made) == []
    found = places(made)
    heights = [found[f"Name {number}"].baseline for number in range(5)]
    assert heights[:4] == sorted(set(heights[:4]), reverse=True)
    assert (heights[3] == heights[4]) is (kind not in ("clear-print", "large-print"))
