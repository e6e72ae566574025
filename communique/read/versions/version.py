"""One of two versions: the words, figures, links and calls of notes in each of its texts."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urlsplit

from communique.design import language
from communique.model.body import BLOCKS
from communique.read.versions import figures
from communique.read.versions.figures.writing import writing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from communique.model.body import Body, Node, Note
    from communique.model.statement import Statement
    from communique.model.values import Phrase
    from communique.read.versions.figures.parts import Said

    Part = Node | Note | Body

#: Inline nodes whose words are a sign, or say where a link leads.
_RAISED = ("superscript", "subscript")
#: Words that may be the same in every language: titles of books, words in another one.
_FOREIGN = ("emphasis", "phrase")
_URL = re.compile(r"\S*(?:://|www\.|@)\S*|(?:[a-z0-9-]+\.)+[a-z]{2,}(?:/\S*)?")
#: What stands before the name of a host: that it is of the web, or its language.
_BEFORE_HOST = re.compile(r"^(?:(?:www|[a-z]{2}(?:-[a-z]{2,4})?)\.)+(?=[^.]+\.)")


class Text(NamedTuple):
    """A paragraph, heading, cell or other text without blocks in it."""

    line: int
    plain: str
    """Its words, but for signs that are raised and addresses."""
    own: str
    """Those that are in its language: no stress, no phrases of another one."""
    said: Said
    """Its figures."""
    links: Counter[str]
    """Where its links lead, whatever the language there."""
    calls: tuple[int, ...]
    """The numbers of the notes that it calls."""


class Version:
    """One version of a statement; what its texts say is looked for once."""

    def __init__(self, statement: Statement) -> None:
        self.statement = statement
        self.language = language.resolve(statement.language) or statement.language
        """The tag of the file of its language."""
        self._writing = writing(statement.language)
        self._texts: dict[int, Text] = {}
        self._marks: dict[int, frozenset[str]] = {}

    def text(self, node: Node) -> Text:
        """Return what a node says that has no blocks in it."""
        found = self._texts.get(id(node))
        if found is None:
            words = _Words()
            words.add(node)
            plain = "".join(words.plain)
            said = figures.said(plain, self._writing)
            own, links, calls = "".join(words.own), Counter(words.links), tuple(words.calls)
            found = self._texts[id(node)] = Text(node.line, plain, own, said, links, calls)
        return found

    def value(self, line: int, value: Phrase | str) -> Text:
        """Return what a value of the front matter says."""
        plain = _URL.sub(" ", str(value))
        own = "" if getattr(value, "language", None) else plain
        return Text(line, plain, own, figures.said(plain, self._writing), Counter(), ())

    def texts(self, node: Part) -> Iterator[Text]:
        """Yield what the texts of a block, a note or a whole text say."""
        for child in leaves(node):
            yield self.text(child)

    def marks(self, node: Part) -> frozenset[str]:
        """Return by what a block is known in any language: figures, and where its links lead."""
        found = self._marks.get(id(node))
        if found is None:
            found = self._marks[id(node)] = frozenset(self._found_marks(node))
        return found

    def _found_marks(self, node: Part) -> Iterator[str]:
        for text in self.texts(node):
            yield from text.links
            for figure in text.said.figures:
                yield from figure.marks

    def size(self, node: Part) -> int:
        """Return the number of characters in a block, a note or a whole text."""
        return sum(len(text.plain) for text in self.texts(node))


def leaves(node: Part) -> Iterator[Node]:
    """Yield the texts in a block or a note: blocks that have no blocks in them."""
    blocks = [child for child in node.children if child.kind in BLOCKS]
    for child in blocks:
        yield from leaves(child)
    if not blocks and getattr(node, "kind", "rule") in BLOCKS:
        yield node  # type: ignore[misc]  # the others have blocks


class _Words:
    """What is found in a text."""

    def __init__(self) -> None:
        self.plain: list[str] = []
        self.own: list[str] = []
        self.links: list[str] = []
        self.calls: list[int] = []

    def add(self, node: Node, *, foreign: bool = False) -> None:
        """Add what a node and all below it say; where it is `foreign`, not to its own words."""
        if node.kind in ("text", "figure", "break"):
            words = node.text or " "
            self.plain.append(words)
            if not foreign:
                self.own.append(words)
        elif node.kind == "call":
            self.calls.append(node.number)
        elif node.kind == "link":
            self.links.append(leads_to(node.target))
        if node.kind in _RAISED or (node.kind == "link" and _URL.fullmatch(node.plain)):
            return
        for child in node.children:
            self.add(child, foreign=foreign or node.kind in _FOREIGN)


def leads_to(address: str) -> str:
    """Return where an address leads, whatever the language there: a host, a mailbox, the text."""
    if address.startswith("#"):
        return "#"
    parts = urlsplit(address)
    return _BEFORE_HOST.sub("", parts.netloc.lower()) or parts.path.lower() or address
