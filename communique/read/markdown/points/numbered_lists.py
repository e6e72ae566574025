"""Lists with the numbers of Markdown, and what is below their points: (a) and (b) below 2.

In Markdown a paragraph that is not indented ends a list, so that 3. after it begins another one.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from communique.read.markdown.points.markers import Marker, marker

if TYPE_CHECKING:
    from collections.abc import Sequence

    from markdown_it.tree import SyntaxTreeNode

    from communique.read.markdown.points.pieces import Piece

_NUMBERED = "ordered_list"
#: What a point ends with, and what may stand behind that.
_STOPS, _CLOSING = tuple(".;!?。；！？"), " \t\\*_)]”“»’\"'"


def has_numbers(above: SyntaxTreeNode | None) -> bool:
    """Tell whether the block `above` is a list with numbers, which may have points in its last."""
    return above is not None and above.type == _NUMBERED


def is_announced(ends: Sequence[str]) -> bool:
    """Tell whether a list goes on with the last of the points whose last lines are the `ends`.

    That ends in a colon, or in the midst of a sentence, as the point before it does not.
    """
    *before, last = (line.rstrip(_CLOSING) for line in ends)
    is_open = not last.endswith(_STOPS) and any(line.endswith(_STOPS) for line in before)
    return last.endswith((":", "：")) or is_open


def nest(above: SyntaxTreeNode | None, pieces: Sequence[Piece], start: int, end: int) -> bool:
    """Put the points that the `pieces` from `start` to `end` make into the point above them.

    That is the last one of the list `above`, if this has numbers. Tell whether it was done.
    """
    if above is None or not has_numbers(above):
        return False
    point, first = above.children[-1], pieces[start].marker
    is_whole = end == len(pieces) or pieces[end].node is not pieces[end - 1].node
    is_below = bool(first and first.may_be_below(_marker(point)))
    if is_below and is_whole:
        point.children += [node for node, _ in groupby(each.node for each in pieces[start:end])]
    return is_below and is_whole


def join(above: SyntaxTreeNode | None, node: SyntaxTreeNode) -> bool:
    """Add the points of the list `node` to those of the list `above` that their numbers go on with.

    Tell whether they do.
    """
    if not above or {above.type, node.type} != {_NUMBERED}:
        return False
    first, last = _marker(node.children[0]), _marker(above.children[-1])
    if not first.follows(last, "Decimal"):
        return False
    above.children += node.children
    return True


def _marker(item: SyntaxTreeNode) -> Marker:
    number = f"{item.info}{item.markup}"
    return marker(f"{number} -", numbers=True) or Marker(number, item.info, ("", item.markup))
