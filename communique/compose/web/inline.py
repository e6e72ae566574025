"""The texts of a web page: in the order in which they are read, with telephones and dates whole.

A browser orders a paragraph as a whole (UAX 9) and knows no telephones or symbols. So whatever runs
against what is around it is set apart (`bdi`, HTML, 4.5.24), as deep as its level.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from communique.compose.inline.bidi import directed
from communique.compose.inline.line_breaks import NARROW, NO_BREAK, Typography
from communique.compose.inline.parting import linked
from communique.compose.inline.phrases import way
from communique.compose.inline.runs import TELEPHONE
from communique.design import language as languages
from communique.model.body import Node

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from communique.design.language import Language
    from communique.model.values import Phrase

_TELEPHONE = re.compile(TELEPHONE)
#: Figures with hyphens, such as a date, after which browsers end a line (UAX 14, HY); longer ones
#: might be wider than a title on a telephone.
_HYPHENED = re.compile(r"(?<![\w-])(?=[\d-]{3,16}(?![\w-]))(\d+(?:-\d+)+)(?![\w-])")


def inlines(nodes: Sequence[Node], own: Language) -> list[Node]:
    """Return inline `nodes` of a text in the language `own` with their passages marked."""
    return _directed(nodes, own.direction, own)


def label(text: str | int, own: Language) -> list[Node]:
    """Return a text likewise that is of no node: a number, or an entry of the contents."""
    return inlines([Node("text", 1, text=str(text))], own)


def phrase(text: Phrase | str, own: Language, marked: Sequence[Node] = ()) -> list[Node]:
    """Return a text from outside the body likewise, which has a direction of its own there.

    `marked` are its words as nodes, if some of them are marked.
    """
    plain = [Node("text", 1, text=str(text))]
    return _directed(list(marked) or plain, way(text, own), own, _language(text))


def live(text: Phrase | str, own: Language) -> list[Node]:
    """Return such a text with its addresses as links."""
    return _directed(list(linked(str(text))), way(text, own), own, _language(text))


def _language(text: Phrase | str) -> str:
    return "" if isinstance(text, str) else text.language or ""


def _directed(
    nodes: Sequence[Node], direction: str, own: Language, language: str = ""
) -> list[Node]:
    def bind(text: str, *, last: bool, language: str = language) -> str:  # noqa: ARG001  # no last line is known
        typography = _typography(language, own)
        bound = typography.bind(text, widest=NARROW)
        return _TELEPHONE.sub(lambda found: found[0].replace(" ", NO_BREAK), bound)

    found = directed(nodes, direction, arabic=own.arabic, bind=bind, all_apart=True)
    return list(_with_whole(found))


def _with_whole(nodes: Sequence[Node]) -> Iterator[Node]:
    """Yield `nodes` with each figure with hyphens as a node of its own, which no line parts."""
    for node in nodes:
        if node.kind != "text":
            yield replace(node, children=tuple(_with_whole(node.children)))
            continue
        for number, part in enumerate(_HYPHENED.split(node.text)):
            if part:
                yield replace(node, kind="whole" if number % 2 else "text", text=part)


def _typography(other: str, own: Language) -> Typography:
    if other:
        return Typography.of(languages.bindings(other), languages.months(other))
    return Typography.of(own.file.bind, own.months)
