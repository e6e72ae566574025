"""Those who sign beside one another do so on one line; who signs alone has the whole measure."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from communique.design import edition
from communique.pdf_reading.reading import Reading
from communique.typeset.engine import typeset
from communique.typeset.lines.signatures import signed_on_one_line
from tests.prove.conftest import complaints, composed
from tests.typeset.test_patches import plain
from tests.typeset.test_signatures import signed

if TYPE_CHECKING:
    from pathlib import Path

PLACE = "<div><p class=on-behalf>{}</p><p>Name</p></div>"
ROW = (
    f"<div class=row>{PLACE.format('For a Land<br>and its Islands:')}{PLACE.format('For B:')}</div>"
)
STYLE = ".row { display: flex } .row div { width: 50% }"


def names() -> list[float]:
    """Return how far up the names of two who sign for unlike parties stand."""
    return [p.baseline for p in plain(ROW, STYLE).pieces if p.text.strip() == "Name"]


def test_the_engine_still_puts_a_name_right_below_its_own_party() -> None:
    one, other = names()
    assert one < other
    with signed_on_one_line():
        assert len(set(names())) == 1


#: Of one party two lines are asked, of the other one, in half of the measure.
UNLIKE = ("For the Government of the United Republic of Eskaria and its Islands:", "For Ardmark:")


@pytest.mark.parametrize("kind", ["standard", "letter", "legal", "a5"])
@pytest.mark.parametrize("with_word", [True, False])
@pytest.mark.parametrize("swapped", [True, False])
def test_two_parties_sign_on_one_line_however_many_lines_name_them(
    tmp_path: Path, kind: str, with_word: bool, swapped: bool
) -> None:
    text = signed((1, 1), signed=with_word)
    for number, name in enumerate(UNLIKE[:: -1 if swapped else 1]):
        text = text.replace(f"For {number}:", name)
    page = composed(tmp_path, text, "a.en.md", kind)
    made = typeset(page)
    assert complaints(page, made) == []
    blocks = Reading(made.pdf).blocks
    starts = [" ".join(piece.text for piece in block.pieces) for block in blocks]
    one, other = (blocks[n] for n, said in enumerate(starts) if "Name" in said)
    long, short = (next(blocks[n] for n, said in enumerate(starts) if said.startswith(name[:9]))
                   for name in UNLIKE)  # fmt: skip
    assert len({p.baseline for p in long.pieces}) > len({p.baseline for p in short.pieces})
    assert long.pieces[0].baseline == short.pieces[0].baseline
    assert [p.baseline for p in one.pieces] == [p.baseline for p in other.pieces]


@pytest.mark.parametrize("kind", edition.single())
def test_who_signs_alone_has_the_whole_measure(tmp_path: Path, kind: str) -> None:
    office = "Minister for Health and Consumer Protection"
    text = signed((1,), signed=True).replace("Miller", office)
    page = composed(tmp_path, text, "a.en.md", kind)
    made = typeset(page)
    assert complaints(page, made) == []
    assert office in [piece.text.strip() for piece in Reading(made.pdf).pieces]


@pytest.mark.parametrize("kind", ["standard", "letter", "a5", "clear-print", "large-print"])
@pytest.mark.parametrize(
    ("office", "parts"),
    [
        ("the Grand Duchy of Istria-Castelmare", 1),
        ("Deputy Minister for Water and for Trans-boundary Co-operation", 2),
        ("Secretary-General of the Ministry of Sea and Inter-island Transport", 2),
    ],
)
def test_no_line_below_a_name_ends_at_a_hyphen_nor_is_the_last_one_a_lone_word(
    tmp_path: Path, kind: str, office: str, parts: int
) -> None:
    text = signed((1, 1), signed=True).replace("Miller", office)
    page = composed(tmp_path, text, "a.en.md", kind)
    made = typeset(page)
    assert complaints(page, made) == []
    block = next(b for b in Reading(made.pdf).blocks if "Name" in "".join(p.text for p in b.pieces))
    lines = {p.baseline: "" for p in block.pieces}
    for piece in block.pieces:
        lines[piece.baseline] += piece.text.replace("\u00a0", " ").replace("\u2060", "")
    said = [line.strip() for line in lines.values()]
    of_office = said[next(n for n, line in enumerate(said) if line.startswith(office[:6])) :]
    assert " ".join(of_office) == office
    assert not any(line.endswith("-") for line in of_office)
    assert " " in of_office[-1] or parts == 1
