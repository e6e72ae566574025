"""What stands inside a block: words, and the marks of stress, links, pictures and notes."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from communique.account import grammar
from communique.account.addresses import Apart, Use, address, on_one_line, same
from communique.account.cursor import Unaccounted
from communique.account.words import Words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from communique.account.cursor import Cursor
    from communique.model.body import Node

#: Marks that end as they begin.
_AROUND = {
    "emphasis": grammar.EMPHASIS,
    "strong": grammar.STRONG,
    "superscript": grammar.SUPERSCRIPT,
    "subscript": grammar.SUBSCRIPT,
}
#: Those that are dropped where a picture is described, by their sign.
_DROPPED = {
    "*": grammar.EMPHASIS.name,
    "_": grammar.EMPHASIS.name,
    "^": grammar.SUPERSCRIPT.name,
    "~": grammar.SUBSCRIPT.name,
}


class _Step(NamedTuple):
    """What comes next in a block: words, or a node that begins, ends or is whole."""

    what: str
    node: Node
    said: str = ""


class Inline(Words):
    """Goes through one block after another; each mark has to be that of a node of the block."""

    def __init__(self, cursor: Cursor) -> None:
        super().__init__(cursor)
        self.apart = Apart()
        self.labels: dict[str, int] = {}
        self._open: list[tuple[str, int]] = []  # how each open node is written, and where

    def run(self, nodes: Sequence[Node]) -> None:
        """Move over the words and marks of a block; raises `Unaccounted` where they are others.

        A space behind a mark was read as one before it: it is owed until that mark has come.
        """
        steps = _joined(nodes)
        self.before, owed = "", ""
        for index, step in enumerate(steps):
            after = _after(steps, index)
            match step.what:
                case "words":
                    owed = self.words(step.said, after)
                case "begin":
                    self._begin(step.node)
                case "end":
                    self._end(step.node)
                    owed = self.words(owed, after)
                case _:
                    self._whole(step.node)
                    self.words("", after)
            if owed and (owed.strip() or _next(steps, index) != "end"):
                raise Unaccounted(self.cursor.pos, owed)

    def _begin(self, node: Node) -> None:
        """Move over the mark that begins `node`."""
        cursor, start = self.cursor, self.cursor.pos
        self.before = ""
        if node.kind == "link":
            written = self._begin_link(node)
        elif node.kind == "phrase":
            written = cursor.need(grammar.PHRASE)[0]
        elif mark := _AROUND.get(node.kind):
            written = cursor.need(mark)[0]
        else:
            raise Unaccounted(start)
        self._open.append((written, start))

    def _begin_link(self, node: Node) -> str:
        """Move over the mark that begins a link; return it, or nothing for a bare address."""
        cursor, words = self.cursor, node.plain.rstrip()
        if cursor.take(grammar.LINK):
            return "["
        match = grammar.ADDRESS.pattern.match(cursor.text, cursor.pos)
        if match and match[1] == words and _leads(node.target, words):
            cursor.mark(match.start(1), grammar.ADDRESS.name)
            self.in_address = True
            return "<"
        if words != node.target:
            raise Unaccounted(cursor.pos, node.target)
        return ""

    def _end(self, node: Node) -> None:
        """Move over the mark that ends `node`."""
        written, start = self._open.pop()
        if node.kind == "phrase":
            if self.cursor.need(grammar.PHRASE_END)[1].lower() != node.language.lower():
                raise Unaccounted(start)
        elif written == "[":
            self._address(node.target, start, "")
        elif written == "<":
            self.in_address = False
            self._need(">", grammar.ADDRESS.name)
        elif written:
            self._need(written, _AROUND[node.kind].name)

    def _need(self, written: str, name: str) -> None:
        cursor = self.cursor
        if not cursor.text.startswith(written, cursor.pos):
            raise Unaccounted(cursor.pos)
        cursor.mark(cursor.pos + len(written), name)

    def _address(self, target: str, start: int, caption: str) -> None:
        """Move over the end of a link or picture that begins at `start`, with its address."""
        cursor = self.cursor
        label = cursor.text[start : cursor.pos].lstrip("!")[1:]
        self._need("]", grammar.LINK.name)
        if cursor.text.startswith("(", cursor.pos):
            found = address(cursor.text, cursor.pos + 1, self.depth)
            end = grammar.behind_spaces(cursor.text, found.end, self.depth) if found else 0
            if found and cursor.text.startswith(")", end) and same(found.target, target):
                if found.caption != caption:
                    raise Unaccounted(cursor.pos, caption)
                found.mark(cursor, end + 1, grammar.LINK.name)
                return
        match = grammar.LABEL.pattern.match(cursor.text, cursor.pos)
        if match and not match[1].startswith("^"):
            cursor.mark(match.end(), grammar.LABEL.name)
            label = match[1] or label
        self.apart.use(label, Use(start, target, caption))

    def _whole(self, node: Node) -> None:
        """Move over what has no words inside: a line end, the call of a footnote, a picture."""
        if node.kind == "break":
            within = grammar.centred_break if self.centred else grammar.line_break
            self.cursor.need(grammar.CELL_BREAK if self.in_row else within(self.depth))
            self.before = " "
        elif node.kind == "call":
            self._call(node)
        else:
            self.picture(node)

    def _call(self, node: Node) -> None:
        """Move over the call of a footnote, which has the number of the order of first calls."""
        start = self.cursor.pos
        label = grammar.composed(self.cursor.need(grammar.CALL)[1])
        again = label in self.labels
        number = self.labels.setdefault(label, len(self.labels) + 1)
        if (node.number, node.again) != (number, again):
            raise Unaccounted(start)

    def picture(self, node: Node) -> None:
        """Move over a picture: what is said of it, and its address with the caption."""
        start = self.cursor.pos
        self.cursor.need(grammar.PICTURE)
        self.in_picture = True
        said, stress = node.text, ""
        while (said := self.words(said)) or not self.cursor.text.startswith("]", self.cursor.pos):
            said, stress = self._dropped(said, stress)
        if stress:
            raise Unaccounted(self.cursor.pos)
        self.in_picture, self.before = False, node.text[-1:]
        caption = on_one_line("".join(child.plain for child in node.children))
        self._address(node.target, start, caption)

    def _dropped(self, said: str, stress: str) -> tuple[str, str]:
        """Move over a mark in what is said of a picture, which has neither stress nor links.

        Return what is still to be said, and the marks of stress that are not closed.
        """
        cursor = self.cursor
        sign = cursor.text[cursor.pos : cursor.pos + 1]
        opens = (cursor.matches(mark) for mark in (grammar.SUPERSCRIPT, grammar.SUBSCRIPT))
        if sign and (sign in "*_" or stress.endswith(sign) or any(opens)):
            cursor.mark(cursor.pos + 1, _DROPPED[sign])
            return said, stress[:-1] if stress.endswith(sign) else stress + sign
        if said.startswith(" ") and cursor.take(grammar.line_break(self.depth)):
            return said[1:], stress
        link = grammar.ADDRESS.pattern.match(cursor.text, cursor.pos)
        if not link or not said.startswith(link[1]):
            raise Unaccounted(cursor.pos, said)
        cursor.mark(link.start(1), grammar.ADDRESS.name)
        cursor.pos = link.end(1)
        cursor.mark(link.end(), grammar.ADDRESS.name)
        return said[len(link[1]) :], stress


def _joined(nodes: Sequence[Node]) -> list[_Step]:
    """Return the steps of a block, with neighbouring words as one."""
    steps: list[_Step] = []
    for what, group in groupby(_steps(nodes), key=lambda step: step.what):
        if what == "words":
            words = list(group)
            steps.append(words[0]._replace(said="".join(step.said for step in words)))
        else:
            steps += group
    return steps


def _steps(nodes: Sequence[Node]) -> Iterator[_Step]:
    for node in nodes:
        match node.kind:
            case "text":
                yield _Step("words", node, node.text)
            case "abbreviation":  # it has no mark
                yield from _steps(node.children)
            case "break" | "call" | "image":
                yield _Step("whole", node, " " if node.kind == "break" else node.text)
            case _:
                yield _Step("begin", node)
                yield from _steps(node.children)
                yield _Step("end", node)


def _next(steps: Sequence[_Step], index: int) -> str:
    return steps[index + 1].what if index + 1 < len(steps) else ""


def _after(steps: Sequence[_Step], index: int) -> str:
    """Return the character that is said next in the same node, if any."""
    for position in range(index + 1, len(steps)):
        step = steps[position]
        if step.what == "end":
            return ""
        if step.said:
            return step.said[0]
    return ""


def _leads(target: str, words: str) -> bool:
    """Tell whether a link leads to the address or e-mail address that it consists of."""
    return same(words, target) or same(f"mailto:{words}", target)
