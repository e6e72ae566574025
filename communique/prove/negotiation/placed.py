"""Which letters of a text are drawn in one go: those of each piece, by their places in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.bidi.paragraph import visual_order
from communique.prove.lines import left_to_right, letters, lines_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from communique.content.text import Text
    from communique.pdf_reading.piece import Piece
    from communique.pdf_reading.tag_tree import Block


def placed(block: Block, text: Text) -> Iterator[tuple[Piece, set[int]]]:
    """Yield the pieces of a `block` that says the words of `text`, each with its places in them.

    In each line they stand in the order of writing (UAX 9, L2), whatever they are read in.
    """
    wanted, place = list[tuple[int, str, int]](), 0
    for characters, level in text.levels():
        wanted.append((place, characters, level))
        place += len(characters)
    for pieces in lines_of(block):
        count, end = sum(letters(piece.text) for piece in pieces), 0
        while count > 0 and end < len(wanted):
            count -= letters(wanted[end][1])
            end += 1
        part, wanted = wanted[:end], wanted[end:]
        order = visual_order([level for _, _, level in part])
        shown = iter([part[at][0] for at in order for _ in range(letters(part[at][1]))])
        for piece in left_to_right(pieces):
            own = (next(shown, None) for _ in range(letters(piece.text)))
            yield piece, {at for at in own if at is not None}
