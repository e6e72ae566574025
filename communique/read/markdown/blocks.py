"""What a text is made of: paragraphs, headings, lists, quotations, tables, pictures, notes."""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from itertools import takewhile
from typing import TYPE_CHECKING, get_args

from communique.model.body import BLOCKS, Body, Kind, Node
from communique.read.markdown import centred, dialects, leftovers, run_on
from communique.read.markdown.dialects import drawn_tables
from communique.read.markdown.points.lettered_lists import Points, arranged, first_marker
from communique.read.markdown.points.markers import LAZY, marked, numbering, unmarked
from communique.read.markdown.points.pieces import Piece, inlines
from communique.read.markdown.references import composed
from communique.read.markdown.tables import Tables, note_signs
from communique.read.markdown.tables.beside import gathered

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from markdown_it.token import Token
    from markdown_it.tree import SyntaxTreeNode

    from communique.model.faults import Faults


class Blocks(Tables):
    """Walks the parser's tree once and builds ours."""

    def __init__(self, text: str, first_line: int, faults: Faults) -> None:
        super().__init__(text, first_line, faults)
        self.level = 1  # of the last heading; the title is heading 1

    def body(self, tokens: Sequence[Token]) -> Body:
        """Return the text made of all tokens, after checking what it refers to."""
        from markdown_it.tree import SyntaxTreeNode  # noqa: PLC0415

        run_on.note_points(tokens)
        tree = SyntaxTreeNode(tokens)
        blocks = self.blocks(tree.children)
        for node in tree.walk():
            if node.type in ("th", "td") and node.children and node.parent:
                line = self.at(node.parent)
                dialects.check_written(node.children[0].content, line, self.faults)
            if node.type in ("paragraph", "heading") and node.children:
                self.check_lines(node)
            if node.type == "bullet_list":
                note_signs.check(node, self.at(node), self.faults)
        if not self.has_html and not any(_visible(node) for node in Body(blocks).walk()):
            self.faults.add(self.first_line, "text", "it is empty", "write the statement here")
        self.references.check_notes(self.source)
        self.references.check_links()
        return Body(blocks, self.references.numbered_notes())

    def check_lines(self, node: SyntaxTreeNode) -> None:
        """Note what the lines of a paragraph or heading have that has no effect in them."""
        line, words = self.at(node), node.children[0].content
        lines = words.split("\n")
        dialects.check_written(words, line, self.faults)
        dialects.check_end(words, line + len(lines) - 1, self.faults)
        if node.type == "paragraph":
            leftovers.check_lines(
                lines, line, self.faults, node.meta.get(LAZY, 0), run_on.around(node)
            )
            centred.check(lines, line, self.faults)
            dialects.check_lines(lines, line, self.faults)
            dialects.check_line_ends(lines, line, self.faults)
            dialects.check_boxes(lines, line, self.faults)

    def blocks(
        self, nodes: Iterable[SyntaxTreeNode], *, in_point: bool = False
    ) -> tuple[Node, ...]:
        """Return the blocks made of `nodes`, which may be those of a point."""
        parts = arranged(nodes, in_point=in_point)
        run_on.check_apart(parts, self.at, self.faults)
        run_on.check_beside(parts, self.at, self.faults)
        blocks = [block for part in parts for block in self.piece(part)]
        return gathered(blocks, self.row_at, self.faults)

    def piece(self, part: Piece | Points) -> tuple[Node, ...]:
        """Return the blocks made of a list of points, of a block or of lines of a paragraph."""
        if isinstance(part, Points):
            items = tuple(self.item(*item) for item in part.items)
            return (Node("list", items[0].line, items, ordered=True, numbering=part.numbering),)
        if part.end - part.start == len(inlines(part.node)):
            if part.node.type == "paragraph":
                self.check_run_on(part)
            return self.block(part.node)
        return (self.lines(part),)

    def item(self, point: Piece, inner: Iterable[Piece | Points]) -> Node:
        """Return a point: its words without the marker, and the lists in it."""
        words = self.lines(point)
        marker = point.marker.text if point.marker else ""
        children = (
            unmarked(words, marker),
            *(node for part in inner for node in self.piece(part)),
        )
        return Node("item", words.line, children, marker=marker)

    def lines(self, piece: Piece) -> Node:
        """Return a paragraph made of some lines of one."""
        self.line = line = self.at(piece.node) + piece.line
        self.check_run_on(piece)
        return Node("paragraph", line, self.run(inlines(piece.node)[piece.start : piece.end]))

    def check_run_on(self, piece: Piece) -> None:
        """Note which lines of a piece of a paragraph look like points that are none."""
        line = self.at(piece.node) + piece.line
        run_on.check(piece, line, self.source[line + 1 - self.first_line :][:1], self.faults)

    def block(self, node: SyntaxTreeNode) -> tuple[Node, ...]:
        """Return the blocks made of `node`: one, or none where it is a note or refused."""
        line = self.at(node)
        match node.type:
            case "paragraph":
                return self.paragraph(node, line)
            case "heading":
                return self.heading(node, line)
            case "bullet_list" | "ordered_list":
                return (self.points(node, line),)
            case "blockquote":
                return (Node("quote", line, self.blocks(node.children)),)
            case "table":
                return (Node("table", line, self.rows(node)),)
            case "hr":
                index = line - self.first_line
                drawn_tables.check_break(self.source, index, self.first_line, self.faults)
                return (Node("rule", line),)
            case "footnote_reference":
                self.note(node, line)
            case "html_block":
                self.html(node.content, line)
                self.references.refused.update(range(line, line + len(node.content.splitlines())))
            case _:  # pragma: no cover  # a block the parser was not asked for
                raise AssertionError(node.type)
        return ()

    def paragraph(self, node: SyntaxTreeNode, line: int) -> tuple[Node, ...]:
        """Return a paragraph, or a figure where a picture stands alone."""
        inline = self.inline(node)
        if len(inline) == 1 and inline[0].kind == "image":
            picture = inline[0]
            caption = picture.children
            return (Node("figure", line, caption, picture.text, target=picture.target),)
        align = "center" if centred.CENTRED in node.meta else ""
        return (Node("paragraph", line, inline, align=align),)

    def heading(self, node: SyntaxTreeNode, line: int) -> tuple[Node, ...]:
        """Return a heading; note a skipped level."""
        level = int(node.tag[1:])
        inline = self.inline(node)
        result = Node("heading", line, inline, level=level)
        plain = result.plain.strip()
        if not inline or (plain and all(map(_punctuates, plain))):
            alone = self.written().lstrip("> \t").rstrip()
            instead = f"write them, leave it out, or write \\{alone} to print it"
            self.faults.add(line, "heading", "it has no words", instead)
            return ()
        if level == 1:
            wrong = "the title is the only heading of level 1"
            self.faults.add(line, "heading", wrong, "begin with ##")
        elif level > self.level + 1:
            above = "#" * self.level if self.level > 1 else "the title"
            wrong = f"{'#' * level} follows {above}: a level is skipped"
            self.faults.add(line, "heading", wrong, f"write {'#' * (self.level + 1)}")
        self.level = max(level, 2)
        leftovers.check_heading_end(self.written(), level, line, self.faults)
        if not plain:
            self.faults.add(line, "heading", "it has no words", "write them, or leave it out")
        return (replace(result, anchor=self.references.anchor(result.plain)),)

    def points(self, node: SyntaxTreeNode, line: int) -> Node:
        """Return a list with the numbers as the author wrote them."""
        ordered = node.type == "ordered_list"
        numbers = [item.info for item in node.children]
        # "1. 1. 1." is Markdown's way to say "count up".
        if ordered and len(set(numbers)) == 1 and numbers[0].isdecimal():
            first, width = int(numbers[0]), len(numbers[0])
            numbers = [f"{first + index:0{width}}" for index in range(len(numbers))]
        items = []
        for item, number in zip(node.children, numbers, strict=True):
            marker = f"{number}{item.markup}" if ordered else "•"
            start = self.at(item)
            items.append(
                Node("item", start, self.blocks(item.children, in_point=True), marker=marker)
            )
            if not items[-1].children:
                self.faults.add(
                    start, "list", "this point has no words", "write them, or leave it out"
                )
        markers = [None if ordered else first_marker(item) for item in node.children]
        kind = numbering(markers)
        if kind and all(item.children[0].kind == "paragraph" for item in items):
            return Node("list", line, marked(items, markers), ordered=True, numbering=kind)
        return Node("list", line, tuple(items), ordered=ordered)

    def note(self, node: SyntaxTreeNode, line: int) -> None:
        """Keep a note for its call."""
        label = composed(str(node.meta["label"]))
        if label in self.references.notes:
            first = self.references.notes[label][0]
            wrong = f"the note [^{label}] is written twice, first on line {first}"
            self.faults.add(line, "footnote", wrong, "give one of the two another label")
            return
        self.in_note = True
        children = self.note_blocks(node.children)
        self.in_note = False
        self.references.notes[label] = (line, children)
        if not children:
            wrong = f"the note [^{label}] has no text"
            self.faults.add(line, "footnote", wrong, "write it after the colon")
        elif children[0].kind == "list":
            wrong = f"the note [^{label}] begins with a list"
            self.faults.add(line, "footnote", wrong, "write words before its first point")
        elif not {part.kind for child in children for part in child.walk()} <= _IN_NOTES:
            wrong = f"the note [^{label}] holds more than paragraphs and lists"
            self.faults.add(line, "footnote", wrong, "write the rest in the text")
        elif any(part.align for child in children for part in child.walk()):
            wrong = f"the note [^{label}] has a centred line"
            self.faults.add(line, "footnote", wrong, "write it without -> and <-")

    def note_blocks(self, nodes: Sequence[SyntaxTreeNode]) -> tuple[Node, ...]:
        """Return the blocks of a note, of which the first is words, also where these begin (a)."""
        paragraphs = takewhile(lambda node: node.type == "paragraph", nodes)
        if isinstance(next(iter(arranged(paragraphs)), None), Points):
            self.check_run_on(Piece(nodes[0]))
            return (*self.block(nodes[0]), *self.blocks(nodes[1:]))
        return self.blocks(nodes)


#: What a note may hold: paragraphs and lists, and what stands in a line of them.
_IN_NOTES = frozenset(get_args(Kind)) - BLOCKS | {"paragraph", "list", "item"}


def _visible(node: Node) -> bool:
    """Tell whether a node shows something: a picture, or characters with ink."""
    signs = (unicodedata.category(character) for character in node.text)
    return node.kind in ("figure", "image") or any(sign not in ("Cf", "Zs") for sign in signs)


def _punctuates(character: str) -> bool:
    """Tell whether a character is a space or punctuation, or a sign such as + (Sm) or ^ (Sk)."""
    category = unicodedata.category(character)
    return category[0] in "PZ" or category in ("Sm", "Sk")
