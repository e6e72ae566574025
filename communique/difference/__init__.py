"""The difference of two versions of one statement: as data, as one text, and as sentences.

``difference(old, new)`` pairs the paragraphs of two statements, then the words within them.
``merged(difference)`` is the one text that holds both: what is composed, and what must be on the
page. It knows the model alone, so that what makes a page and what proves it may both ask it.

How the merged text is marked (`communique.model.body`): inline nodes "inserted" and "deleted" are
around words, outermost in their paragraph; a block has `change` "inserted", "deleted", "moved here"
or "moved away" where all of it has that fate. Such nodes are within one that moved where it differs
from what stands at the other place, and else in none of these. A point that is marked otherwise has
its earlier mark in `former`. Notes are counted anew over both texts.
"""

from __future__ import annotations

from communique.difference.comparing import difference
from communique.difference.merging import Merged, merged
from communique.difference.model import Difference, NotePair, Pair, Piece, Summary, Value
from communique.difference.tables import with_own_columns
from communique.difference.versions import struck

__all__ = [
    "Difference",
    "Merged",
    "NotePair",
    "Pair",
    "Piece",
    "Summary",
    "Value",
    "difference",
    "merged",
    "struck",
    "with_own_columns",
]
