"""The random statements are sound, always the same, and of every kind that is promised."""

from __future__ import annotations

from collections import Counter
from functools import cache
from typing import TYPE_CHECKING

import pytest

from communique.model.paragraphs import is_direction, speaks
from communique.model.statement import FrontMatter
from communique.read.source import read
from tests.random_statements import EDITIONS, statement
from tests.random_statements.body import LONGEST_NOTE, MOST_NOTES
from tests.random_statements.front import LONGEST_TITLE, MOST_ISSUERS
from tests.random_statements.words import LANGUAGES, LONGEST, vocabulary

if TYPE_CHECKING:
    from pathlib import Path

    from communique.model.statement import Statement

pytestmark = pytest.mark.conformance
SEEDS = range(120)


@pytest.fixture(scope="module")
def statements(tmp_path_factory: pytest.TempPathFactory) -> list[Statement]:
    """The statements of the first seeds, read without a fault."""
    folder = tmp_path_factory.mktemp("random")
    return [read(_written(seed, folder)) for seed in SEEDS]


@cache
def _written(seed: int, folder: Path) -> Path:
    return statement(seed).write(folder / str(seed))


def test_the_same_seed_gives_the_same_statement() -> None:
    assert statement(7) == statement(7)
    assert statement(7) != statement(8)


def test_every_block_and_inline_of_the_model_occurs(statements: list[Statement]) -> None:
    kinds = Counter(node.kind for each in statements for node in each.body.walk())
    assert set(kinds) == {
        *(
            "heading",
            "paragraph",
            "list",
            "item",
            "quote",
            "table",
            "caption",
            "source",
            "row",
            "cell",
            "figure",
            "rule",
        ),
        *("text", "emphasis", "strong", "link", "call", "break", "abbreviation"),
    }


def test_centred_lines_speakers_stage_directions_and_inserted_points_occur(
    statements: list[Statement],
) -> None:
    nodes = [node for each in statements for node in each.body.walk()]
    paragraphs = [node for node in nodes if node.kind == "paragraph"]
    assert any(node.align and any(c.kind == "break" for c in node.children) for node in paragraphs)
    assert any(map(speaks, paragraphs))
    assert any(map(is_direction, paragraphs))
    added = {node.marker.strip("0123456789.)") for node in nodes if node.kind == "item"}
    assert added >= {" bis", "bis", "a", "-A"}


def test_every_field_of_the_front_matter_occurs(statements: list[Statement]) -> None:
    used = {key for each in statements for key in each.lines}
    apart = {"language", "theme", "corrigendum"}  # they have tests of their own
    assert used == set(FrontMatter.model_fields) - apart


def test_every_language_and_edition_occurs() -> None:
    made = [statement(seed) for seed in SEEDS]
    assert {each.language for each in made} == set(LANGUAGES)
    assert {each.edition for each in made} == set(EDITIONS)


def test_sizes_go_as_far_as_is_promised(statements: list[Statement]) -> None:
    notes = [each.body.notes for each in statements]
    words = [" ".join(part.plain for part in note.children) for all_ in notes for note in all_]
    titles = [len(str(each.matter.title)) for each in statements]
    issuers = [len(each.matter.issuers) for each in statements]
    assert min(map(len, notes)) == 0
    assert 0.9 * MOST_NOTES < max(map(len, notes)) <= MOST_NOTES
    assert max(len(text.split()) for text in words) > 0.9 * LONGEST_NOTE
    assert 0.9 * LONGEST_TITLE < max(titles) <= LONGEST_TITLE
    assert min(issuers) == 0
    assert 0.9 * MOST_ISSUERS < max(issuers) <= MOST_ISSUERS


def test_notes_are_called_in_headings_points_and_cells(statements: list[Statement]) -> None:
    inside = {
        block.kind
        for each in statements
        for block in each.body.walk()
        if any(node.kind == "call" for node in block.walk())
    }
    assert inside >= {"heading", "paragraph", "item", "cell", "quote"}


def test_no_word_or_address_is_longer_than_is_promised() -> None:
    longest = max((word for seed in SEEDS for word in statement(seed).body), key=len)
    assert 0.9 * LONGEST < len(longest) <= LONGEST


def test_numbered_words_differ_from_each_other() -> None:
    made = statement(1)
    assert made.numbered
    words = [word for word in made.body if word[-5:].isdigit() and word[0].isalpha()]
    assert len(words) == len(set(words)) > 0


def test_a_language_has_enough_words_or_those_of_its_own_file() -> None:
    assert all(len(set(vocabulary(tag))) >= 20 for tag in LANGUAGES)
