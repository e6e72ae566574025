"""A list of many names, such as sponsors, has its lines side by side in all columns."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from communique.design import edition
from communique.pdf_reading.reading import Reading
from communique.read.source import read
from communique.run import pipeline
from tests.samples import with_front

if TYPE_CHECKING:
    from tests.conftest import Write

pytestmark = pytest.mark.usefixtures("engine")
SHORT = ["Andorra", "Norland", "Valdore", "Ardmark", "Qinglan", "Severia", "Pohjola"]
LONG = ["United Federative Republic of Eskaria and the Islands", "Micronesia (Federated States of)"]


@pytest.mark.parametrize("kind", edition.single())
def test_names_stand_on_the_same_lines_however_long_some_are(statement: Write, kind: str) -> None:
    names = [*SHORT, LONG[0], *SHORT, *SHORT, LONG[1], *SHORT, *SHORT]
    issuers = "".join(f"\n  - country: {name} {chr(65 + n)}" for n, name in enumerate(names))
    pdf = pipeline.make(read(statement(with_front(f"title: A\nissuers:{issuers}"))), kind)
    reading = Reading(pdf.files["pdf"].data)
    pieces = [piece for block in reading.blocks if block.role == "LBody" for piece in block.pieces]
    heights = sorted({piece.baseline for piece in pieces if piece.page == 0}, reverse=True)
    steps = [one - other for one, other in pairwise(heights)]
    assert steps == pytest.approx([max(steps)] * len(steps))


@pytest.mark.parametrize("kind", ["standard", "letter"])
def test_the_second_line_of_a_name_begins_further_in(statement: Write, kind: str) -> None:
    names = [f"{name} {number}" for number in range(3) for name in SHORT]
    issuers = "".join(f"\n  - country: {name}" for name in [*names, LONG[0]])
    pdf = pipeline.make(read(statement(with_front(f"title: A\nissuers:{issuers}"))), kind)
    blocks = Reading(pdf.files["pdf"].data).blocks
    name = next(block for block in blocks if block.pieces and "United" in block.pieces[0].text)
    first, *others = {piece.baseline: piece.left for piece in name.pieces}.values()
    assert others
    assert all(left - first == pytest.approx(name.pieces[0].size, abs=0.5) for left in others)


@pytest.mark.parametrize("count", [40, 42])
def test_names_that_fill_a_page_stay_on_it_with_a_single_paragraph_below(
    statement: Write, count: int
) -> None:
    issuers = "".join(f"\n  - country: {SHORT[n % 7]} {n + 100}" for n in range(count))
    pdf = pipeline.make(read(statement(with_front(f"title: A\nissuers:{issuers}"))), "large-print")
    blocks = Reading(pdf.files["pdf"].data).blocks
    assert blocks[0].pieces[0].page == 0


@pytest.mark.parametrize("kind", ["standard", "large-print"])
@pytest.mark.parametrize(("tag", "name"), [("en", "Norland"), ("ar", "نورلند")])
def test_names_begin_where_the_text_does(statement: Write, kind: str, tag: str, name: str) -> None:
    text = with_front(f"title: {name}\nissuers: [{{country: {name} 1}}, {{country: {name} 2}}]")
    text = text.replace("Some words.", f"{name}.")
    pdf = pipeline.make(read(statement(text, f"a.{tag}.md")), kind).files["pdf"]
    blocks = Reading(pdf.data).blocks
    names = [piece for block in blocks if block.role == "LBody" for piece in block.pieces]
    (words,) = (
        block.pieces for block in blocks if block.role == "P" and "." in block.pieces[-1].text
    )
    if tag == "en":
        assert min(p.left for p in names) == pytest.approx(min(p.left for p in words), abs=1.5)
    else:
        assert max(p.right for p in names) == pytest.approx(max(p.right for p in words), abs=1.5)
