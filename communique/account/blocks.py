"""The blocks of a text, found in the file one after the other, each at its line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.account import grammar, numbers
from communique.account.cells import cells
from communique.account.cursor import Unaccounted
from communique.account.inline import Inline
from communique.model.tables.grid import grid

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from communique.account.cursor import Cursor
    from communique.model.body import Body, Node, Note

#: What a block is called, where it is no group of others.
_NAMES = {
    "heading": "heading",
    "paragraph": "paragraph",
    "figure": "picture",
    "rule": "break",
    "row": "row of a table",
    "caption": "caption of a table",
    "source": "source of a table",
}
_KINDS = (*_NAMES, "quote", "list", "table")
_BULLET = "•"


class Blocks:
    """Goes through the text of a file from the line after its front matter.

    Its paragraphs have numbers that are not written where they are `numbered`.
    """

    def __init__(self, cursor: Cursor, *, numbered: bool) -> None:
        self.cursor, self.numbered = cursor, numbered
        self.inline = Inline(cursor)
        self.notes: dict[int, Note] = {}
        self.found: dict[str, int] = {}

    def body(self, body: Body) -> None:
        """Move over the whole text; raises `Unaccounted` at what is no part of it."""
        self.notes = {note.line: note for note in body.notes}
        if wrong := numbers.first_wrong(body, counted=self.numbered):
            raise Unaccounted(self.cursor.start_of(wrong.line), wrong.marker)
        self.blocks(body.children)
        self.gap(0)
        self.cursor.take(grammar.SPACES)
        if self.cursor.pos < len(self.cursor.text):
            raise Unaccounted(self.cursor.pos)
        if len(self.notes) < len(body.notes) or self.found != self.inline.labels:
            raise Unaccounted(self.cursor.pos)
        self.inline.apart.check()

    def blocks(self, nodes: Iterable[Node]) -> None:
        """Move over blocks that follow one another."""
        for node in nodes:
            self.block(node)

    def block(self, node: Node) -> None:
        """Move over one block and what stands before it."""
        if node.kind == "paragraph" and not node.children:
            return  # nothing but spaces was written
        self.gap(node.line, goes_on=bool(node.numbering))
        if node.kind not in _KINDS:
            raise Unaccounted(self.cursor.pos)
        if (name := _NAMES.get(node.kind)) and not self.begins_inside():
            self.cursor.begin(self.cursor.pos, name)
        getattr(self, node.kind)(node)

    def begins_inside(self) -> bool:
        """Tell whether a point, a footnote or a quotation begins on this line."""
        last, cursor = self.cursor.blocks[-1], self.cursor
        here = cursor.line(last.start) == cursor.line(cursor.pos)
        return here and last.kind in ("point", "footnote", "quotation")

    def gap(self, line: int, *, goes_on: bool = False) -> None:
        """Move over what stands before the block on `line`, or before the end if that is 0.

        These are spaces, empty lines, notes and addresses that are written apart. Where the block
        `goes_on` from the line before, that may end in a backslash.
        """
        cursor = self.cursor
        if goes_on and cursor.line(cursor.pos) == line - 1:
            cursor.take(grammar.LINE_END)
        while True:
            start = cursor.pos
            cursor.take(grammar.before_block(self.inline.depth))
            here = cursor.line(cursor.pos)
            if here == line or self._begins_blank(start, line):
                return
            if self.is_apart():
                self.apart()
            elif line:
                raise Unaccounted(cursor.pos)
            else:
                return

    def is_apart(self) -> bool:
        """Tell whether a note or an address that is written apart stands here."""
        return self.cursor.text.startswith("[", self.cursor.pos)

    def apart(self) -> None:
        """Move over a note or an address that is written apart."""
        if note := self.notes.get(self.cursor.line(self.cursor.pos)):
            self.note(note)
        else:
            self.cursor.begin(self.cursor.pos, "address apart")
            self.inline.apart.define(self.cursor, self.inline.depth)

    def _begins_blank(self, start: int, line: int) -> bool:
        """Tell whether the block on `line` begins with lines of nothing but spaces of some kind.

        All before the present place, from `start` on, was moved over.
        """
        cursor = self.cursor
        first = max(start, cursor.start_of(line)) if line else cursor.pos
        return (
            line > 0
            and cursor.line(start) <= line < cursor.line(cursor.pos)
            and any(sign not in " \t\n>" for sign in cursor.text[first : cursor.pos])
        )

    def note(self, note: Note) -> None:
        """Move over a footnote."""
        self.cursor.begin(self.cursor.pos, "footnote")
        label = grammar.composed(self.cursor.need(grammar.NOTE)[1])
        if label in self.found:
            raise Unaccounted(self.cursor.pos)
        self.found[label] = note.number
        self.blocks(note.children)

    def paragraph(self, node: Node) -> None:
        """Move over a paragraph; each line of one that is centred has a mark on both sides."""
        self.inline.centred = bool(node.align)
        if node.align:
            self.cursor.need(grammar.CENTRED)
        self.inline.run(node.children)
        if node.align:
            self.cursor.need(grammar.CENTRED_END)
        self.inline.centred = False

    def heading(self, node: Node) -> None:
        """Move over a heading with number signs before it, and behind it if there are any."""
        self.cursor.need(grammar.heading(node.level))
        self.cursor.take(grammar.INDENT)
        self.inline.run(node.children)
        self.cursor.take(grammar.HEADING_END)

    def quote(self, node: Node) -> None:
        """Move over a quotation."""
        self.cursor.begin(self.cursor.pos, "quotation")
        self.cursor.need(grammar.QUOTE)
        self.inline.depth += 1
        self.blocks(node.children)
        while self.cursor.take(grammar.before_apart(self.inline.depth)):
            self.apart()
        self.cursor.take(grammar.after_quotation(self.inline.depth))
        self.inline.depth -= 1

    def list(self, node: Node) -> None:
        """Move over a list."""
        numbers: list[str] = []
        for item in node.children:
            self.gap(item.line, goes_on=bool(node.numbering))
            self.cursor.begin(self.cursor.pos, "point")
            if node.numbering or not node.ordered:
                self.marker(item.marker)
            else:
                numbers.append(self.number())
            self.blocks(item.children)
        if numbers and [item.marker for item in node.children] != _counted(numbers):
            raise Unaccounted(self.cursor.start_of(node.line), node.children[0].marker)

    def marker(self, marker: str) -> None:
        """Move over a hyphen, an asterisk or a plus, and the `marker` of the author's own."""
        bullet = self.cursor.take(grammar.BULLET)
        if marker == _BULLET and bullet:
            return
        self.cursor.take(grammar.INDENT)
        if rest := self.inline.words(marker):
            raise Unaccounted(self.cursor.pos, rest)
        self.cursor.take(grammar.INDENT)  # wide spaces, too, which elsewhere are text

    def number(self) -> str:
        """Move over the number of a point and return it as written."""
        match = grammar.NUMBER.pattern.match(self.cursor.text, self.cursor.pos)
        if not match:
            raise Unaccounted(self.cursor.pos)
        self.cursor.pos = match.end()
        return match[0]

    def table(self, node: Node) -> None:
        """Move over a table."""
        places = grid(node.rows)
        heads = sum(row.head for row in node.rows)
        for child in node.children:
            self.block(child)
            if child.kind == "row":
                cells(places.pop(0), child, self.inline)
                heads -= child.head
                if child.head and not heads:
                    self.cursor.take(grammar.before_block(self.inline.depth))
                    self.cursor.need(grammar.TABLE_RULE)

    def row(self, _: Node) -> None:
        """Move to a row of a table."""
        self.cursor.take(grammar.BAR)

    def caption(self, node: Node) -> None:
        """Move over the caption of a table, or its source."""
        self.cursor.need(grammar.BESIDE)
        self.inline.run(node.children)

    source = caption

    def figure(self, node: Node) -> None:
        """Move over a picture that stands alone."""
        self.inline.picture(node)

    def rule(self, _: Node) -> None:
        """Move over a break without words."""
        self.cursor.need(grammar.RULE)


def _counted(numbers: Sequence[str]) -> Sequence[str]:
    """Return the numbers of points; where all are the same, they count up in as many figures."""
    if len(set(numbers)) > 1 or not numbers[0][:-1].isdecimal():
        return numbers
    first, sign = numbers[0][:-1], numbers[0][-1]
    return [str(int(first) + index).rjust(len(first), "0") + sign for index in range(len(numbers))]
