"""Numbers that are left out among paragraphs that their author counted: 1.1, then 1.3."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.model.faults import cut
from communique.read.markdown.points.lettered_lists import Points
from communique.read.markdown.points.markers import Marker, marker
from communique.read.markdown.points.pieces import written

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from markdown_it.tree import SyntaxTreeNode

    from communique.model.faults import Faults
    from communique.read.markdown.points.pieces import Piece

#: So many numbers may have been forgotten; where more are missing, it is a quotation or an amount.
_MOST = 3
_INSTEAD = "correct the number, or leave it if it may be so"


def check_numbers(
    parts: Sequence[Piece | Points], at: Callable[[SyntaxTreeNode], int], faults: Faults
) -> None:
    """Tell of paragraphs among the `parts` of a text whose numbers leave others of a section out.

    `at` returns the line on which a block begins.
    """
    last: Marker | None = None
    for piece in _pieces(parts):
        words = (written(piece) or [""])[0]
        if piece.node.type == "heading":
            last = None
        sign = marker(words)
        if sign is None or not sign.is_dotted or sign.is_quantity or sign.addition:
            continue
        if last and last.form == sign.form:
            missing = range(int(last.sign) + 1, int(sign.sign))
            if 0 < len(missing) <= _MOST:
                numbers = ", ".join(f"{sign.form[0]}{number}" for number in missing)
                wrong = f"“{cut(words)}” leaves {numbers} out"
                faults.remark(at(piece.node) + piece.line, "numbers", wrong, _INSTEAD)
        last = sign


def _pieces(parts: Sequence[Piece | Points]) -> Iterator[Piece]:
    for part in parts:
        if isinstance(part, Points):
            yield from (piece for piece, _ in part.items)
        else:
            yield part
