"""Plain text for an e-mail: the same parts in the same order as on the page, in lines.

It is UTF-8 (RFC 3629) with no other controls than line feeds. What runs from right to left is left
to the reader's program: each line is in reading order (UAX 9). Addresses stand in angle brackets
after the words that lead there (RFC 3986, appendix C), calls of notes in square ones, as does what
pictures show. Notes stand at the end. Superscripts and subscripts that are figures are characters
of their own (m², H₂O), letters stand beside their word (10th).
"""

from __future__ import annotations

import re
from functools import partial
from string import punctuation
from typing import TYPE_CHECKING
from urllib.parse import quote

from communique.compose.inline.line_breaks import NO_BREAK, Typography
from communique.outputs.draft import Draft
from communique.outputs.text.layout import (
    LONG_CELL,
    WIDTH,
    beside,
    centred,
    columns,
    in_rows,
    indented,
    stacked,
    underlined,
    wrapped,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from communique.compose.fallback import Fallback
    from communique.content.content import Content, Version
    from communique.content.front import Front
    from communique.model.body import Node
    from communique.outputs.draft import Means

_DOT = " · "
_SPACES = re.compile("[ \t]+")
_TELEPHONE = re.compile(r"\+\d[\d ().-]*\d")
_RULE = "* * *"
#: Without these, 10 to the power of 6 would be 106 in plain text.
_FIGURES = {
    "superscript": str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹"),
    "subscript": str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉"),
}
_QUOTE, _LIST = 4, 2
"""How far these are indented, in columns."""
#: Between two languages, in lines.
_APART = ("",) * 4


def make(content: Content, fallback: Fallback, means: Means) -> Draft:  # noqa: ARG001  # has no pages
    """Return the text of `content`, one language after the other."""
    with means.step("compose"):
        lines = stacked((_Writer(content, each).lines() for each in content.versions), _APART)
        return Draft("".join(f"{line}\n" for line in lines).encode())


class _Writer:
    """Writes one version of a content."""

    def __init__(self, content: Content, version: Version) -> None:
        self.content, self.version = content, version
        self.front, self.labels = version.front, version.language.labels
        self.comma, self.colon = version.language.file.comma, version.language.file.colon
        typography = Typography.of(version.language.file.bind, version.language.months)
        self.bound = partial(typography.bind, last=True)

    def lines(self) -> list[str]:
        """Return all lines."""
        blocks = self.content.blocks(self.version)
        text, annexes = (self.blocks(nodes, WIDTH) for nodes in blocks)
        parts = [*text, *self.signatures(), *annexes, *self.notes()]
        lines = stacked((*self.above(self.front), *parts, *self.below(self.front)))
        return lines[not lines[0] :]  # a title with nothing above it begins the text

    def bind(self, words: str) -> str:
        """Return `words` with no-break spaces in place of those at which no line ends."""
        return _TELEPHONE.sub(lambda found: found[0].replace(" ", NO_BREAK), self.bound(words))

    def wrap(self, words: object, width: int = WIDTH) -> list[str]:
        return wrapped(str(words), width, self.bind) if words else []

    def above(self, front: Front) -> Iterator[list[str]]:
        """Yield what stands above the text."""
        yield self.wrap(front.status.words if front.status else "")
        theme = self.content.theme
        emblem = self.wrap(f"[{theme.emblem.text}]") if theme.emblem else []
        parts = [emblem, self.of_theme(theme.sender)]
        yield from parts[::-1] if theme.emblem and theme.emblem.place == "end" else parts
        masthead = (_DOT.join(map(str, phrases)) for phrases in (front.parties, front.aside))
        yield [line for words in masthead if words for line in self.wrap(words)]
        yield self.wrap(front.turned)
        yield [*underlined(["", *self.wrap(front.title)], "="), *self.wrap(front.subtitle)]
        yield from map(self.wrap, (front.byline, front.courtesy))
        if front.issuers:
            yield self.wrap(self.comma.join(map(str, front.issuers.shared)))
            yield [
                line
                for entry in front.issuers.entries
                for line in self.entry((entry.name, *entry.details))
            ]
        facts = [(fact.label, str(fact.value)) for fact in front.facts]
        yield beside(facts, self.colon, WIDTH, self.bind)
        yield self.address("margin")

    def of_theme(self, lines: Iterable[object] | None) -> list[str]:
        """Return lines of the theme, each in its own line."""
        return [line for each in lines or () for line in self.wrap(each)]

    def address(self, place: str) -> list[str]:
        """Return the sender's address where the theme has it at that `place`."""
        address = self.content.theme.address
        return self.of_theme(address.lines) if address and address.place == place else []

    def entry(self, phrases: Sequence[object]) -> list[str]:
        """Return a first phrase, and the others below it."""
        first, *others = (phrase for phrase in phrases if phrase)
        lines = self.wrap(first)
        for phrase in others:
            lines += indented(self.wrap(phrase, WIDTH - 2), 2)
        return lines

    def signatures(self) -> Iterator[list[str]]:
        if self.front.signatures:
            yield self.wrap(self.comma.join(map(str, self.front.signed_at)))
        for row in self.front.signatures:
            yield self.wrap(row.on_behalf)
            for each in row.signatures:
                yield self.wrap(each.on_behalf)
                phrases = filter(None, (each.signed, *each.lines))
                yield [line for phrase in phrases for line in self.wrap(phrase)]

    def notes(self) -> Iterator[list[str]]:
        notes = self.version.statement.body.notes
        if notes:
            yield underlined(["", *self.wrap(self.labels.notes)], "-")
        indent = max((len(_called(note.number)) for note in notes), default=0) + 1
        for note in notes:
            lines = stacked(self.blocks(note.children, WIDTH - indent))
            yield indented(lines, indent, _called(note.number))

    def below(self, front: Front) -> Iterator[list[str]]:
        """Yield what stands below the text, apart from it."""
        apart = [""]
        if front.editors:
            yield apart + self.wrap(self.labels.editors)
            yield from map(self.wrap, front.editors)
        contact = "\n".join(map(str, front.contact))
        ends = [(self.labels.contact, contact), (self.labels.url, front.url)]
        pairs = [(label, str(value)) for label, value in ends if value]
        yield apart + beside(pairs, self.colon, WIDTH, self.bind) if pairs else []
        yield self.address("foot")
        yield self.of_theme(self.content.theme.foot)

    def blocks(self, nodes: Iterable[Node], width: int) -> Iterator[list[str]]:
        for node in nodes:
            yield self.block(node, width)

    def block(self, node: Node, width: int) -> list[str]:
        match node.kind:
            case "heading":
                lines = ["", *self.wrap(_words(node), width)]
                return underlined(lines, "-") if node.level == 2 else lines  # noqa: PLR2004  # see below
            case "paragraph" if node.marker:
                indent = columns(node.marker) + 1
                return indented(self.wrap(_words(node), width - indent), indent, node.marker)
            case "list":
                return indented(self.points(node.children, width - _LIST), _LIST)
            case "quote":
                return indented(stacked(self.blocks(node.children, width - _QUOTE)), _QUOTE)
            case "table":
                return self.table(node, width)
            case "figure":
                return self.wrap(f"[{node.text}]", width) + self.wrap(_words(node), width)
            case "rule":
                return centred([_RULE], width)
            case "paragraph" if node.align:
                return centred(self.wrap(_words(node), width), width)
            case _:
                return self.wrap(_words(node), width)

    def points(self, items: Sequence[Node], width: int) -> list[str]:
        """Return the points of a list, close together where each has one paragraph.

        A list without markers is the row of a table: each point is a cell, below its head if any.
        """
        if not any(item.marker for item in items):
            cells = (["", *(_words(each) for each in item.children)][-2:] for item in items)
            pairs = [(head.replace("\n", " "), words) for head, words in cells]
            return beside(pairs, self.colon, width, self.bind, LONG_CELL)
        close = all(child.kind == "list" for item in items for child in item.children[1:])
        between = [] if close else [""]
        indent = max(columns(item.marker) for item in items) + 1
        points: list[list[str]] = []
        for item in (each for each in items if each.kind == "item"):  # or it is a gap
            blocks = (
                self.points(child.children, width - indent)
                if child.kind == "list"
                else self.block(child, width - indent)
                for child in item.children
            )
            points.append(indented(stacked(blocks, between), indent, item.marker))
        return stacked(points, between)

    def table(self, node: Node, width: int) -> list[str]:
        """Return a table in rows, between its caption and its source."""
        head, *rows = [[_words(cell) for cell in row.children] for row in node.rows]
        lines = in_rows(head, rows, self.colon, width, self.bind)
        around = {child.kind: self.wrap(_words(child), width) for child in node.children}
        return stacked((around.get("caption", []), lines, around.get("source", [])))


def _words(node: Node) -> str:
    """Return the words of a paragraph or a cell; where the author ends a line is a line feed."""

    def follow(inner: Node) -> str:
        words = "".join(map(follow, inner.children))
        match inner.kind:
            case "text":
                return inner.text
            case "break":
                return "\n"
            case "call":
                return _called(inner.number)
            case "superscript" | "subscript" if words.isascii() and words.strip().isdecimal():
                return words.translate(_FIGURES[inner.kind])
            case "image":
                return f"[{inner.text}]"
            case "link" if inner.target[0] != "#":
                own = (inner.target, inner.target.removeprefix("mailto:"))
                named = inner.plain.strip()
                if named in own or quote(named, punctuation) in own:
                    return words
                shown = words.rstrip()  # after it, the space before what follows the link
                return f"{shown} <{inner.target}>{words[len(shown) :]}"
            case _:
                return words

    lines = (_SPACES.sub(" ", line).strip(" ") for line in follow(node).split("\n"))
    return "\n".join(filter(None, lines))


def _called(number: int) -> str:
    return f"[{number}]"
