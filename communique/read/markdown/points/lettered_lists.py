"""Points with markers of the author's own, which Markdown does not know: (a), b. or iv).

They are found in the parser's tree before any node is built. A list of them begins with the first
marker of a kind, goes on in order, and has two points at least, or one within a point or with the
number of its section: "A. Holm said" and "i. e." make none. What is no point stays where it is.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from communique.read.markdown.points import numbered_lists, sections
from communique.read.markdown.points.markers import INDENTED, Marker, marker
from communique.read.markdown.points.pieces import BREAKS, Piece, breaks, inlines, written

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from markdown_it.tree import SyntaxTreeNode

_LISTS = ("bullet_list", "ordered_list")


@dataclass
class Points:
    """A list: how it is counted, and its points, each with its own lists."""

    numbering: str
    items: list[tuple[Piece, list[Piece | Points]]] = field(default_factory=list)

    @property
    def last(self) -> Marker:
        """The marker of the last point."""
        return _marker(self.items[-1][0])

    def goes_on(self, piece: Piece) -> bool:
        """Whether `piece` is the next point."""
        return piece.marker is not None and piece.marker.follows(self.last, self.numbering)

    def excludes(self, numbering: str, marker: Marker) -> bool:
        """Whether a list in it, with this first marker, would look the same or be below another."""
        alike = (self.numbering, self.last.form) == (numbering, marker.form)
        return alike or not marker.may_be_below(self.last)

    @property
    def ends(self) -> list[str]:
        """The last lines of its last two points."""
        return [written(point)[-1] for point, _ in self.items[-2:]]

    def is_above(self, node: SyntaxTreeNode) -> bool:
        """Whether its last point, in brackets, has none in it, and `node` counts from 1 on."""
        counts = numbered_lists.has_numbers(node) and node.children[0].info == "1"
        return counts and self.last.in_bracket and not self.items[-1][1]

    @property
    def is_list(self) -> bool:
        """Whether there are enough points, so that the markers are no accident."""
        return _marker(self.items[0][0]).makes_list(len(self.items))


def arranged(nodes: Iterable[SyntaxTreeNode], *, in_point: bool = False) -> list[Piece | Points]:
    """Return the blocks `nodes`, maybe those of a point, with those lines made points that are."""
    pieces = [piece for node in _adopted(nodes) for piece in _pieces(node)]
    return _Arrangement(pieces, in_point=in_point).all()


def first_marker(item: SyntaxTreeNode) -> Marker | None:
    """Return the marker that the words of a Markdown list's item begin with.

    A backslash in it does not matter here, since there is a list already; converters write one.
    """
    children = inlines(item.children[0]) if item.children else []
    line = item.children[0].children[0].content.split("\n")[0] if children else ""
    return _at(children, 0, line.replace("\\", ""), numbers=True)


def _adopted(nodes: Iterable[SyntaxTreeNode]) -> list[SyntaxTreeNode]:
    """Return `nodes`, those paragraphs put into the list before them that go on with its points.

    Where an author sets in (a) below a numbered point, and forgets (b), both belong there.
    """
    result: list[SyntaxTreeNode] = []
    for node in nodes:
        if result and result[-1].type in _LISTS and result[-1].children[-1].children:
            point = result[-1].children[-1]
            last = list(_pieces(point.children[-1]))[-1].marker
            first = next(_pieces(node)).marker
            if last and first and first.goes_on([last]):
                point.children.append(node)
                continue
        result.append(node)
    return result


def _pieces(node: SyntaxTreeNode) -> Iterator[Piece]:
    """Cut a paragraph before each line that begins with a marker."""
    children = inlines(node)
    lines = node.children[0].content.split("\n") if children else []
    if len(lines) != 1 + sum(map(breaks, children)):
        yield Piece(node)  # a line ends inside an address
        return
    begun = Piece(node, line=0, marker=_at(children, 0, lines[0]))
    line = 0
    for index, child in enumerate(children):
        line += breaks(child)
        if child.type in BREAKS and (found := _at(children, index + 1, lines[line])):
            begun.end = index
            yield begun
            begun = Piece(node, index + 1, line=line, marker=found)
    yield begun


def _at(
    children: Sequence[SyntaxTreeNode], index: int, line: str, *, numbers: bool = False
) -> Marker | None:
    """Return the marker of a line whose first node is `children[index]`."""
    found = marker(line, numbers=numbers)
    if not found or children[index].type != "text":
        return None
    return found if children[index].content.startswith(found.text) else None


def _marker(piece: Piece) -> Marker:
    assert piece.marker is not None  # noqa: S101  # only such pieces become points
    return piece.marker


class _Arrangement:
    """Walks the pieces of one block once."""

    def __init__(self, pieces: list[Piece], *, in_point: bool) -> None:
        self.pieces, self.index, self.in_point = pieces, 0, in_point
        self.open: list[Points] = []  # the lists that the current piece may be in
        self.alone = frozenset() if in_point else sections.alone(pieces)

    def all(self) -> list[Piece | Points]:
        """Return all pieces and the lists that some of them make."""
        result: list[Piece | Points] = []
        earlier: Points | None = None
        while self.index < len(self.pieces):
            piece, start = self.pieces[self.index], self.index
            last = result[-1] if result else None
            above = last.node if isinstance(last, Piece) else None
            if points := self.points(earlier, below=numbered_lists.has_numbers(above)):
                if not numbered_lists.nest(above, self.pieces, start, self.index):
                    result.append(points)
                earlier = points
            elif numbered_lists.join(above, piece.node):
                self.index += 1
            elif isinstance(last, Piece) and last.node is piece.node:
                last.end = piece.end  # the line stays in its paragraph
                self.index += 1
            else:
                piece.marker = None
                result.append(piece)
                self.index += 1
        return result

    def points(self, earlier: Points | None = None, *, below: bool = False) -> Points | None:
        """Return the list that begins here, maybe `below` a number, or goes on after others."""
        piece, start = self.pieces[self.index], self.index
        resumed = earlier and earlier.goes_on(piece) and _marker(piece).stands_alone
        kind = earlier.numbering if earlier and resumed else None
        if not piece.marker or not (kind := kind or piece.marker.numbering):
            return None
        if any(outer.excludes(kind, piece.marker) for outer in self.open):
            return None
        ends = [piece.end for piece in self.pieces]
        result = Points(kind, [(piece, [])])
        self.index += 1
        self.open.append(result)
        while self.index < len(self.pieces) and self.take(result):
            pass
        self.open.pop()
        sure = piece.marker.stands_alone and self.open
        inside = below or (self.in_point and start > 0)
        nested = sure or (piece.marker.in_bracket and inside)
        if resumed or result.is_list or nested or start in self.alone:
            return result  # one point below the words of another is no accident, either
        self.index = start
        for one, end in zip(self.pieces, ends, strict=True):
            one.end = end
        return None

    def take(self, points: Points) -> bool:
        """Put the current piece into the list, and tell whether it belongs there."""
        piece = self.pieces[self.index]
        last, inner = points.items[-1]
        following = self.pieces[self.index + 1] if self.index + 1 < len(self.pieces) else None
        if points.goes_on(piece) and not self.begins_roman(piece, following):
            points.items.append((piece, []))
        elif any(outer.goes_on(piece) for outer in self.open[:-1]):
            return False
        elif nested := self.points():
            inner.append(nested)
            return True
        elif piece.node.type in _LISTS and (
            piece.node.meta.get(INDENTED)
            or (following and points.goes_on(following))
            or (points.is_above(piece.node) and numbered_lists.is_announced(points.ends))
        ):
            inner.append(piece)
        elif piece.node is last.node and not inner and self.stays(points, piece, following):
            last.end = piece.end  # the line stays in its point
        else:
            return False
        self.index += 1
        return True

    @staticmethod
    def stays(points: Points, piece: Piece, following: Piece | None) -> bool:
        """Whether a line with a marker that fits nowhere is no reason to doubt the list."""
        begins = piece.marker and piece.marker.numbering
        return not begins or len(points.items) > 1 or bool(following and points.goes_on(following))

    @staticmethod
    def begins_roman(piece: Piece, following: Piece | None) -> bool:
        """Whether an i after an h begins i, ii, iii."""
        return bool(
            piece.marker
            and piece.marker.sign in ("i", "I")
            and following
            and following.marker
            and following.marker.follows(piece.marker, "LowerRoman")
        )
