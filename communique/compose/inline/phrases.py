"""Phrases: texts with their passages marked and their spaces bound, in their own language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.bidi.paragraph import Paragraph, against, alone, isolated
from communique.compose.inline import margin_lines, paragraphs, titles
from communique.compose.inline.bidi import directed
from communique.compose.inline.line_breaks import IN_COLUMNS, NARROW, NO_BREAK, Typography
from communique.compose.inline.parting import linked, with_addresses
from communique.design import language
from communique.model.body import Node

if TYPE_CHECKING:
    from collections.abc import Sequence

    from communique.design.language import Language
    from communique.model.values import Phrase

#: Between the parts of a value, such as what is said of a draft.
_DOT = " · "


def inlines(
    nodes: Sequence[Node],
    title: bool = False,
    cell: bool = False,
    *,
    own: Language,
    addresses: bool,
) -> list[Node]:
    """Return the inline `nodes` of the body with their passages marked and line breaks bound.

    Lines of a `title` end in fewer places, those of a `cell` in more. `addresses` says that those
    of links stand behind their words; in a title they never do.
    """
    if addresses and not title:
        nodes = list(with_addresses(nodes))

    def bind(text: str, *, last: bool, language: str = "") -> str:
        typography = _typography(language, own)
        if title:
            return titles.bind(text, last=last, typography=typography)
        if cell:
            return typography.bind(text, last=last, long=IN_COLUMNS)
        return typography.bind(text, last=last)

    found = directed(nodes, own.direction, arabic=own.arabic, bind=bind)
    return titles.joined(found, own.tag) if title else paragraphs.ended(found)


def words(
    text: Phrase | str,
    title: bool = False,
    *,
    own: Language,
    live: bool = False,
    marked: Sequence[Node] = (),
) -> list[Node]:
    """Return a text from outside the body likewise, in its language.

    That is the language of the phrase if it has one, otherwise the statement's `own`. Where it is
    `live`, addresses in it are links; `marked` are its words as nodes, if some of them are marked.
    """
    other = None if isinstance(text, str) else text.language
    typography = _typography(other or "", own)

    def bind(text: str, *, last: bool, language: str = "") -> str:  # noqa: ARG001  # one for all of it
        if title:
            return titles.bind(text, last=last, typography=typography)
        bound = typography.bind(text, last=last, long=IN_COLUMNS, widest=NARROW)
        return bound if own.direction == "rtl" else _whole_parts(bound)

    plain = [Node("text", 1, text=str(text))]
    nodes = list(linked(str(text))) if live else list(marked) or plain
    found = directed(nodes, way(text, own), arabic=own.arabic, bind=bind)
    return titles.joined(found, other or own.tag) if title else found


def _whole_parts(text: str) -> str:
    """Return a text in which no line ends within a short part between two dots."""
    first, *others = text.split(_DOT)
    parts = (
        part.replace(" ", NO_BREAK) if len(part) <= NARROW else part for part in (first, *others)
    )
    return _DOT.join(parts) if others else text


def _typography(other: str, own: Language) -> Typography:
    """Return the typography of an `other` language (BCP 47), or that of the statement's `own`."""
    if other:
        return Typography.of(language.bindings(other), language.months(other))
    return Typography.of(own.file.bind, own.months)


def way(text: Phrase | str, own: Language) -> str:
    """Return the direction of a text from outside the body, which stands there by itself."""
    other = None if isinstance(text, str) else text.language
    if other and other != own.tag:
        return language.direction(other)
    return against(str(text), own.direction) or own.direction


def turns(text: Phrase, own: Language) -> bool:
    """Tell whether a text from outside the body may run against the direction around it."""
    return Paragraph(str(text), own.direction).turns


def margin(text: str, own: Language) -> str:
    """Return a text for the margins, which the engine puts there without tags."""
    return isolated(Paragraph(text, own.direction, own.arabic))


def heads(forms: Sequence[str], own: Language) -> str:
    """Return what a running head may say, each on a line; the first that fits is printed."""
    return "\n".join(margin(form, own) for form in forms)


def line(line: Phrase, own: Language) -> str:
    """Return a line for the margins, which has its own direction there, and ends at its spaces."""
    paragraph = Paragraph(str(line), way(line, own), own.arabic)
    typography = _typography(line.language or "", own)
    against = not paragraph.turns and paragraph.direction != own.direction
    return margin_lines.kept(alone(paragraph, own.direction), typography, against=against)
