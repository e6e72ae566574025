"""Lines of one paragraph that are printed one after the other, and may be meant to stand apart."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from communique.read.markdown.points.lettered_lists import Points
from communique.read.markdown.points.markers import DOUBTFUL, LAZY
from communique.read.markdown.points.pieces import Piece, written
from communique.read.markdown.run_on import below, counted, gaps, short, spaces

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from markdown_it.token import Token
    from markdown_it.tree import SyntaxTreeNode

    from communique.model.faults import Faults
    from communique.read.markdown.points.markers import Marker

_POINTS = "communique_points_beside"
"""In the parser's `meta` of a paragraph: the markers of the points before and after it."""


def note_points(tokens: Sequence[Token]) -> None:
    """Note, in the paragraphs among the parser's `tokens`, which points are right beside them."""
    last: dict[int, Token] = {}
    for index, token in enumerate(tokens):
        if token.type == "list_item_open":
            last[token.level] = token
        elif token.type == "paragraph_open":
            above, below = tokens[index - 1 : index], tokens[index + 3 : index + 5]
            before = last[token.level + 1] if above and _is_list(above[0], "close") else None
            after = below[1] if below and _is_list(below[0], "open") else None
            if before or after:
                token.meta[_POINTS] = _marker(before), _marker(after)


def check(piece: Piece, line: int, following: Sequence[str], faults: Faults) -> None:
    """Tell of lines in a `piece` of a paragraph that look like points, or like lines of their own.

    It begins on `line`; `following` are the lines after that one as they are written.
    """
    words = written(piece)
    told = spaces.check(words, _markers(piece.node), line, faults)
    told = told or counted.check(words, line, faults)
    doubtful = [index - piece.line for index in piece.node.meta.get(DOUBTFUL, ())]
    below.check_doubtful(words, doubtful, line, faults)
    lazy, outer = piece.node.meta.get(LAZY, 0) - piece.line, around(piece.node)
    first = following[:1]
    if piece.marker and first == words[1:2] and first == [each.lstrip() for each in first]:
        lazy, outer = 1, "point"  # below a marker that the parser does not know
    if 0 < lazy < len(words):
        if lazy not in doubtful:
            below.check_lazy(words, lazy, outer, line, faults)
    elif not told:
        short.check(words, line, faults)


def check_apart(
    parts: Sequence[Piece | Points], at: Callable[[SyntaxTreeNode], int], faults: Faults
) -> None:
    """Tell of paragraphs among the `parts` of a text that begin with markers and make no list.

    Tell of those, too, whose numbers leave others out. `at` returns the line on which one begins.
    """
    begun: list[tuple[int, str, Marker]] = []
    for part in parts:
        piece = part.items[-1][0] if isinstance(part, Points) else part
        words = (written(piece) or [""])[0]
        sign = part.last if isinstance(part, Points) else counted.bracketed(words)
        if sign:
            begun.append((at(piece.node) + piece.line, words, sign))
        if not sign or part is parts[-1]:
            counted.check_apart(begun, faults)
            begun = []
    gaps.check_numbers(parts, at, faults)


def check_beside(
    parts: Sequence[Piece | Points], at: Callable[[SyntaxTreeNode], int], faults: Faults
) -> None:
    """Tell of lists among the `parts` of a text that may belong to the point (2) above them.

    `at` returns the line on which a block begins.
    """
    for points, piece in pairwise(parts):
        if not isinstance(points, Points) or isinstance(piece, Points):
            continue
        if points.numbering == "Decimal" and points.is_above(piece.node):
            wrong = f"the list from 1 on stands beside the point {points.last.text} above it"
            instead = "put four spaces before each of its lines if it belongs to that point"
            faults.remark(at(piece.node), "list", wrong, instead)


def around(node: SyntaxTreeNode) -> str:
    """Return what a block is a part of, as its author calls it."""
    names = {"list_item": "point", "footnote_reference": "note"}
    return names.get(node.parent.type, "quotation") if node.parent else ""


def _markers(paragraph: SyntaxTreeNode) -> tuple[str, str]:
    """Return the marker of the point that a paragraph is in, or is after, and of the one after."""
    before, after = paragraph.meta.get(_POINTS, ("", ""))
    is_inside = not before and around(paragraph) == "point"
    return (_marker(paragraph.parent) if is_inside else before), after


def _is_list(token: Token, end: str) -> bool:
    return token.type in (f"bullet_list_{end}", f"ordered_list_{end}")


def _marker(item: SyntaxTreeNode | Token | None) -> str:
    return f"{item.info}{item.markup}" if item else ""
