"""Both versions, regained from a PDF by poppler and the signs alone: it knows nothing of us.

Poppler gives what the tags hold in their order, facts and labels of notes among it, which have no
signs and so are in both. So words are counted: of each version none may be missing, and what else
is there is the same, whichever of the two is struck.
"""

from __future__ import annotations

import re
import subprocess
import unicodedata
from collections import Counter
from typing import TYPE_CHECKING

from communique.model.body import BLOCKS
from tests.conformance.extraction import lost

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from communique.model.body import Body, Node

#: The signs of what the earlier version has not, then of what the later one has not.
_KEY = re.compile(r"\[([+−])\s\1\]|\]([+−])\s\2\[")
KINDS = ("+", "−")
_LINE = re.compile(r'^\s*"(.*)"$')
_NOTE = re.compile(r"\s*(?:Note|FENote)\b")
_SPAN = re.compile(r"^(\s*)Span")
_DECORATION = re.compile(r"/TextDecorationType /(\w+)")
_CONTROLS = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def texts(pdf: Path) -> list[str]:
    """Return what poppler reads in the tags of a PDF: all but the notes, then each note."""
    streams: list[list[str]] = [[]]
    notes: list[tuple[int, list[str]]] = []
    for line in _tree(pdf).split("\n"):
        indent = len(line) - len(line.lstrip())
        if line.strip():
            notes = [note for note in notes if note[0] < indent]
        if _NOTE.match(line):
            streams.append([])
            notes.append((indent, streams[-1]))
        elif said := _LINE.match(line):
            (notes[-1][1] if notes else streams[0]).append(said[1])
    return [_CONTROLS.sub("", unicodedata.normalize("NFKC", "\n".join(each))) for each in streams]


def decorated(pdf: Path) -> list[tuple[str, str]]:
    """Return what is tagged as underlined or struck through, with which of the two."""
    found: list[tuple[str, str]] = []
    depth, kind = 0, ""
    for line in _tree(pdf).split("\n"):
        indent = len(line) - len(line.lstrip())
        if kind and indent <= depth:
            kind = ""
        if decoration := _DECORATION.search(line):
            kind = decoration[1]
            found.append((kind, ""))
        elif span := _SPAN.match(line):
            depth = depth if kind else len(span[1])
        elif kind and (said := _LINE.match(line)):
            found[-1] = kind, f"{found[-1][1]} {said[1]}".strip()
    return found


def _tree(pdf: Path) -> str:
    command = ["pdfinfo", "-struct-text", "-enc", "UTF-8", str(pdf)]
    return subprocess.run(command, capture_output=True, encoding="utf-8", check=True).stdout  # noqa: S603  # poppler, by name


def without(texts: list[str], gone: str) -> str:
    """Return texts without what stands between the signs of one kind, and without all signs.

    Poppler gives runs from right to left as they are seen, signs as well. The signs of the key have
    nothing between them.
    """
    left = "\n".join(_struck(re.sub(_KEY, " ", text), gone) for text in texts)
    return re.sub("|".join(sign(kind) for kind in KINDS for sign in (_begin, _end)), " ", left)


def _struck(text: str, gone: str) -> str:
    """Return a text without what stands between signs of a kind; others of it may be within."""
    left, depth, place = "", 0, 0
    for sign in re.finditer(f"(?P<begin>{_begin(gone)})|{_end(gone)}", text):
        if not depth:
            left += text[place : sign.start()] + " "
        depth = depth + 1 if sign["begin"] else max(depth - 1, 0)
        place = sign.end()
    return left if depth else left + text[place:]


def _begin(kind: str) -> str:
    return rf"(?:\[{re.escape(kind)}|{re.escape(kind)}\[)"


def _end(kind: str) -> str:
    return rf"(?:{re.escape(kind)}\]|\]{re.escape(kind)})"


def missing(text: str, body: Body) -> list[str]:
    """Return the words of a version that a text has not, or not as often."""
    whole = "".join(re.sub("[\\s\u00ad]", "", text).casefold())  # a word may go on in the next line
    return [word for word in lost(text, body=_texts(body), front=[]) if word not in whole]


def others(text: str, body: Body) -> Counter[str]:
    """Return the letters of a text that are none of that version, each as often as it is there."""
    return letters(text) - letters("".join(_texts(body)))


def letters(text: str) -> Counter[str]:
    """Return the letters of a text, but for what stands in braces."""
    said = unicodedata.normalize("NFKC", re.sub("{.*?}", "", text))
    return Counter(filter(str.isalpha, said))


def _texts(body: Body) -> Iterator[str]:
    """Yield the words of each block of a version."""

    def words(node: Node) -> str:
        if node.kind in ("image", "figure"):
            return "".join(words(child) for child in node.children if node.kind == "figure")
        return (node.text or " " * (node.kind == "break")) + "".join(map(words, node.children))

    for node in (*body.children, *(node for note in body.notes for node in note.children)):
        yield from map(words, _ends(node))


def _ends(node: Node) -> Iterator[Node]:
    """Yield the blocks in a block that hold no blocks."""
    if node.children and node.children[0].kind in BLOCKS:
        for child in node.children:
            yield from _ends(child)
    else:
        yield node
