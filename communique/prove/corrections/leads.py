"""Leads: links to headings of their text. A reader finds the heading by its words.

Both texts have the same headings in the end, so a link leads to the same one where that has the
same number among them, whatever it is called in either file.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.prove.corrections.finding import heading_of
from communique.prove.corrections.forms import Word, led

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from communique.prove.corrections.part import Part
    from communique.prove.corrections.sentences import Asked

_REFER, _INSIDE, _NOWHERE = "refer", "#", "#?"


def addressed(asked: Asked, parts: Sequence[Part]) -> Asked:
    """Return what is asked for, with the address of the heading to which a link is to lead.

    Raises `UnclearError` where not one among `parts` has its words.
    """
    if asked.kind != _REFER:
        return asked
    heading = heading_of(parts, asked.rest.split())
    heading.anchor = heading.anchor or f"{_INSIDE} {id(heading)}"
    return asked._replace(rest=heading.anchor)


def count(parts: Sequence[Part]) -> None:
    """Let each link to a heading lead to the number of that among all headings of the text."""
    headings = [part.anchor for part in parts if part.kind == "heading"]
    numbers = {anchor: f"{_INSIDE}{number}" for number, anchor in enumerate(headings)}
    for word in _words(parts):
        word.looks = tuple(
            led(look, lambda to: numbers.get(to, _NOWHERE) if to.startswith(_INSIDE) else to)
            for look in word.looks
        )


def _words(parts: Sequence[Part]) -> Iterator[Word]:
    for part in parts:
        for token in part.tokens:
            every = token if isinstance(token, tuple) else (token,)
            yield from (word for word in every if isinstance(word, Word))
