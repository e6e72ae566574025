"""The difference of two statements: notes first, then the text, then the front matter."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING

from communique.difference.counting import summary
from communique.difference.front import values
from communique.difference.model import Difference
from communique.difference.pairing import notes
from communique.difference.pairing.blocks import paired
from communique.difference.pairing.moves import moved
from communique.difference.pairing.side import Side
from communique.difference.pairing.splits import split
from communique.difference.pairing.strays import strayed
from communique.difference.tables import with_like_columns

if TYPE_CHECKING:
    from communique.model.statement import Statement


def difference(old: Statement, new: Statement) -> Difference:
    """Return what differs between two versions of one statement, both in one language.

    Nothing in them is changed, and nothing is raised: of any two statements there is a difference.
    Columns have no side in it that their words give them. It takes about a tenth of a second for
    twelve pages of which half differ.
    """
    old, new = with_like_columns(old, new)
    sides = Side(old), Side(new)
    found = notes.note_pairs(sides)  # then it is known which calls are the same
    numbers = count(1)
    blocks = paired(sides, old.body.children, new.body.children)
    blocks = moved(split(blocks, sides, numbers), sides, numbers)
    blocks = strayed(blocks, sides, numbers)
    front = values(old, new)
    ordered = notes.in_order(blocks, found, sides)
    counted = summary(blocks, ordered, front, new.language)
    return Difference(old, new, tuple(blocks), ordered, front, counted)
