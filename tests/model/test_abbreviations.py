"""Abbreviations are found, raised or not, and no word of a text is lost on the way."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest

from communique.model.abbreviations import explained
from communique.model.body import Body, Node
from communique.pdf_reading.reading import Reading
from communique.pdf_reading.tag_tree import tags
from communique.read.source import read
from communique.run import pipeline

if TYPE_CHECKING:
    from tests.conftest import Refusal, Write


def found(statement: Write, short: str, text: str) -> list[str]:
    """Return what is explained in a text whose front matter has the abbreviation `short`."""
    head = f"---\ntitle: A\nabbreviations: {{{short}: carbon dioxide}}\n---\n\n{text}\n"
    nodes = read(statement(head)).body.walk()
    return [node.plain.strip() for node in nodes if node.kind == "abbreviation"]


@pytest.mark.parametrize("short", ["CO2", "CO~2~"])
def test_an_abbreviation_is_found_with_and_without_its_marks(statement: Write, short: str) -> None:
    text = "CO~2~ and CO2, **CO~2~**, [a CO~2~ tax](https://www.example.org) of CO~2~."
    assert found(statement, short, text) == ["CO2"] * 5
    assert found(statement, short, "CO~2~e, CO~22~, xCO2; CO2") == ["CO2"]


@pytest.mark.parametrize(
    ("short", "text", "count"),
    [
        ("H2", "H~2~ and H2", 1),
        ("H~2~", "H2 and H~2~", 1),
        ("m2", "m~2~ and m^2^ and m2", 1),
        ("m^2^", "m2, m~2~ and m^2^", 1),
        ("CO2", "CO^2^ and CO2", 1),
        ("CO~2~", "CO^2^ and CO2 and CO~2~", 2),
        ("EU", "E~U~ and E^U^ and EU", 1),
        ("IPBES", "IPBES^2^ and IPBES", 1),
    ],
)
def test_what_is_raised_or_lowered_is_another_word(
    statement: Write, short: str, text: str, count: int
) -> None:
    assert len(found(statement, short, text)) == count


def test_an_abbreviation_that_has_other_marks_in_the_text_is_told(refusal: Refusal) -> None:
    text = "---\ntitle: A\nabbreviations: {H2: hydrogen}\n---\n\nFuel of H~2~.\n"
    assert refusal(text) == [
        "3: abbreviations.H2: it is not in the text with the same marks; "
        "raise and lower it as the text does: H~2~, m^2^"
    ]


@pytest.mark.parametrize("standard", [1, 2])
def test_a_lowered_figure_stands_within_the_tag_of_its_abbreviation(
    statement: Write, standard: int
) -> None:
    text = "---\ntitle: A\nabbreviations: {CO2: carbon dioxide}\n---\n\nCO~2~ and CO2.\n"
    data = pipeline.make(read(statement(text)), "standard", standard=standard).files["pdf"].data
    spans = [tag for tag in tags(Reading(data).tree) if "/E" in tag.entries]
    assert [tag.text("E") for tag in spans] == ["carbon dioxide"] * 2


def test_no_word_is_lost_whatever_is_raised() -> None:
    rng = random.Random(7)  # noqa: S311  # no secret
    for _ in range(2000):
        nodes = []
        for _ in range(rng.randint(1, 5)):
            words = "".join(rng.choice(["CO", "2", " ", "EU", "x", "力"]) for _ in range(3))
            inner = Node("text", 1, text=words)
            raised = Node("superscript", 1, (inner,)), Node("subscript", 1, (inner,))
            nodes.append(rng.choice([inner, inner, *raised]))
        body = Body((Node("paragraph", 1, tuple(nodes)),))
        (made,) = explained(body, {"CO~2~": "carbon dioxide", "EU": "union"}).children
        assert made.plain == body.children[0].plain
        one, other = (
            [node.plain for node in each.walk() if node.kind in ("subscript", "superscript")]
            for each in (made, body.children[0])
        )
        assert one == other
