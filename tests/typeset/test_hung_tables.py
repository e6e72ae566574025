"""A table of an annex without room for its words hangs in the column that no facts stand in."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from communique.design import edition
from communique.pdf_reading.reading import Reading
from communique.pdf_reading.tag_tree import tags
from communique.prove.form import MM
from communique.prove.written import written
from communique.read.source import read
from communique.run import pipeline
from tests.samples import with_body, with_front

if TYPE_CHECKING:
    from communique.pdf_reading.piece import Piece
    from tests.conftest import Write

pytestmark = pytest.mark.usefixtures("engine")
HEADS = [
    "Parameter",
    "Where it applies",
    "Permitted concentration",
    "Measured in the reference year",
]
HEADS += ["Percentage difference", "Number of samples"]
ROW = ["Ammoniacal nitrogen", "Stations within five kilometres of a sewage treatment plant"]
ROW += ["0.50", "0.61", "−4.9", "52"]
TABLE = "\n".join(f"| {' | '.join(row)} |" for row in (HEADS, ["--"] * 6, ROW, ROW))
SMALL = "| Station | Reading |\n|--|--:|\n| Weir | 4 |\n| Quay | 5 |"


def in_table(write: Write, text: str, kind: str, name: str = "a.en.md") -> list[Piece]:
    """Return what stands in the first table of a PDF that is proven."""
    pdf = pipeline.make(read(write(text, name)), kind).files["pdf"]
    reading = Reading(pdf.data)
    table = next(tag for tag in tags(reading.tree) if tag.role == "Table")
    return written(reading).of(table)


def annexed(table: str, tag: str = "en") -> str:
    annex = {"en": "Annex", "ar": "المرفق"}[tag]
    return with_body(f"Text.\n\n## {annex}\n\nWords.\n\n{table}")


@pytest.mark.parametrize("kind", ["standard", "letter", "legal"])
@pytest.mark.parametrize("tag", ["en", "ar"])
def test_it_is_as_wide_as_the_masthead_in_letters_of_full_size(
    statement: Write, kind: str, tag: str
) -> None:
    pieces = in_table(statement, annexed(TABLE, tag), kind, f"a.{tag}.md")
    one = edition.load(kind)
    outer, inner = one.margins.outer * MM, (one.paper.width - one.margins.inner) * MM
    if tag == "ar":
        outer, inner = one.margins.inner * MM, (one.paper.width - one.margins.outer) * MM
    assert min(piece.left for piece in pieces) == pytest.approx(outer, abs=4)
    assert max(piece.right for piece in pieces) == pytest.approx(inner, abs=4)
    assert {round(piece.size, 1) for piece in pieces} <= {9.5, 12.1}


@pytest.mark.parametrize(
    "text",
    [
        annexed(SMALL),  # which has room in any case
        with_body(TABLE),  # facts may stand beside it
        with_body(f"## Annex\n\n{TABLE}"),  # as above
        with_front(f"title: A\nplace: {'Port ' * 130}") + f"Text.\n\n## Annex\n\n{TABLE}",
    ],
)
def test_others_begin_where_the_text_does(statement: Write, text: str) -> None:
    left = min(piece.left for piece in in_table(statement, text, "standard"))
    assert left == pytest.approx(66 * MM, abs=1)


def test_it_does_not_hang_where_nothing_is_beside_the_text(statement: Write) -> None:
    left = min(piece.left for piece in in_table(statement, annexed(TABLE), "a5"))
    assert left == pytest.approx(edition.load("a5").margins.outer * MM, abs=1)
