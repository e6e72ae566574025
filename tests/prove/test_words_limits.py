"""What is said of words that differ: which, on which page, and in which line of the source."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from communique.model.body import Node
from communique.pdf_reading.reading import Reading
from communique.pdf_reading.tag_tree import Block
from communique.prove import words
from communique.prove.words import short

if TYPE_CHECKING:
    from communique.compose.page import Page
    from communique.pdf_reading.piece import Piece
    from communique.typeset.engine import Typeset

    from .conftest import Judge

Blocks = list[Block]


@pytest.fixture
def blocks(made: Typeset) -> Blocks:
    return Reading(made.pdf).blocks


@pytest.fixture
def said(piece: Piece) -> Block:
    """Return a text on the third page that nobody wrote."""
    return Block("P", (replace(piece, glyphs=tuple("Not ours"), page=2),))


def index(blocks: Blocks, words: str) -> int:
    said = ["".join(piece.text for piece in block.pieces) for block in blocks]
    return next(number for number, text in enumerate(said) if words in text)


def on_page(block: Block, page: int) -> Block:
    return replace(block, pieces=tuple(replace(piece, page=page - 1) for piece in block.pieces))


def test_a_text_that_is_missing_is_named_with_the_page_of_the_one_before(
    judged: Judge, blocks: Blocks
) -> None:
    assert judged(words.every_word, blocks=blocks) == []
    there = index(blocks, "We thank")
    before = [on_page(block, 5) for block in blocks[:there]]
    assert judged(words.every_word, blocks=before + blocks[there + 1 :]) == [
        "28: words: missing on page 5: We thank the millers."
    ]
    assert judged(words.every_word, blocks=[])[0].startswith("2: words: missing on page 1: Joint")


def test_a_text_that_nobody_wrote_is_named_with_its_page(
    judged: Judge, blocks: Blocks, said: Block
) -> None:
    there = index(blocks, "We thank")
    other = "words: on page 3 but not in the text: Not ours"
    between = [*blocks[:there], said, *blocks[there:]]
    assert judged(words.every_word, blocks=between) == [f"1: {other}"]
    assert judged(words.every_word, blocks=[said, *blocks]) == [f"1: {other}"]
    assert judged(words.every_word, blocks=[*blocks, said]) == [f"1: {other}"]
    instead = [*blocks[:there], said, *blocks[there + 1 :]]
    assert judged(words.every_word, blocks=instead) == [
        f"28: words: missing on page 3: We thank the millers. and {other.removeprefix('words: ')}"
    ]


def test_words_within_a_text_are_named_alone(judged: Judge, blocks: Blocks) -> None:
    there = index(blocks, "The gauges")
    (old,) = blocks[there].pieces

    def with_words(words_: str, page: int = 0) -> list[str]:
        piece = replace(old, glyphs=tuple(words_), page=page)
        changed = [*blocks]
        changed[there] = replace(blocks[there], pieces=(piece,))
        return judged(words.every_word, blocks=changed)

    assert with_words("The gauges agree, and the dams hold.") == []
    assert with_words("The gauges agree, and the dams") == ["16: words: missing on page 1: hold."]
    assert with_words("The gauges and the dams hold.", 1) == [
        "16: words: missing on page 2: agree,"
    ]
    assert with_words("All the gauges agree, and the dams hold.", 1) == [
        "16: words: missing on page 2: The and on page 2 but not in the text: All the"
    ]
    assert with_words("The gauges agree, and the dams hold. Now", 1) == [
        "16: words: on page 2 but not in the text: Now"
    ]
    assert with_words("The gauges agree, andthe dams hold.") == [
        "16: words: missing on page 1: and the and on page 1 but not in the text: andthe"
    ]


def test_spaces_and_pieces_without_ink_are_no_text(
    judged: Judge, blocks: Blocks, said: Block, piece: Piece
) -> None:
    empty = Block("P", (replace(piece, glyphs=(" ", "\u200b")),))
    assert judged(words.every_word, blocks=[empty, *blocks, Block("P", ())]) == []
    picture = replace(said, pieces=(), alternative="A mill")
    assert judged(words.every_word, blocks=[*blocks, picture]) == [
        "1: words: on page 1 but not in the text: A mill"
    ]


def test_texts_in_another_order_are_reported(judged: Judge, blocks: Blocks) -> None:
    there = index(blocks, "We thank")
    swapped = [*blocks[: there - 1], blocks[there], blocks[there - 1], *blocks[there + 1 :]]
    found = judged(words.every_word, blocks=swapped)
    assert found
    assert all(each.partition(":")[0] in ("26", "28") for each in found)


def test_a_text_that_was_cut_in_two_is_reported(judged: Judge, blocks: Blocks) -> None:
    there = index(blocks, "The gauges")
    (old,) = blocks[there].pieces
    parts = [
        replace(blocks[there], pieces=(replace(old, glyphs=tuple(words_)),))
        for words_ in ("The gauges agree, ", "and the dams hold.")
    ]
    assert judged(words.every_word, blocks=[*blocks[:there], *parts, *blocks[there + 1 :]]) == [
        "16: words: the words stand in another order or are run together"
    ]


def test_a_page_of_contents_has_a_heading_of_its_own(page: Page, made: Typeset) -> None:
    reading = Reading(made.pdf)
    assert words.heading_pages(page.content, reading) == [1]
    vars(reading)["headings"] = [1, 2, 3]
    matter = page.content.statement.matter.model_copy(update={"contents": True})
    statement = replace(page.content.statement, matter=matter)
    version = replace(page.content.versions[0], statement=statement)
    assert words.heading_pages(replace(page.content, versions=(version,)), reading) == [2]


def test_many_words_are_shown_by_their_beginning_and_their_number() -> None:
    assert short("one two  three") == "one two three"
    assert short("a b c d e f g h") == "a b c d e f g h"
    assert short("a b c d e f g h i") == "a b c d e f g h … (9 words)"


def test_breaks_stand_between_the_texts_that_are_drawn(page: Page, made: Typeset) -> None:
    version = page.content.versions[0]
    body = version.statement.body
    for count in range(3):
        nodes = (*(Node("rule", 9) for _ in range(count)), *body.children)
        statement = replace(version.statement, body=replace(body, children=nodes))
        content = replace(page.content, versions=(replace(version, statement=statement),))
        reading = Reading(made.pdf)
        found = words.with_breaks(content, reading)
        assert [text.role for text, _ in found].count("Artifact") == count
        assert bool(found) == bool(count)
        assert all(bool(pieces) == (text.role != "Artifact") for text, pieces in found)
        vars(reading := Reading(made.pdf))["blocks"] = Reading(made.pdf).blocks[1:]
        assert words.with_breaks(content, reading) == []  # another rule says what is missing
