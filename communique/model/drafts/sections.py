"""Sections of a text, such as articles, in each of which paragraphs may be counted from 1."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from communique.model.drafts.parts import Part

#: The number of a heading, with a few words before it at most; and how much of others is shown.
_NUMBERED = re.compile(r"\D{0,16}\d+(?:[^\W\d_](?!\w))?")
_LONGEST = 30


def begin(heading: str) -> str:
    """Return how a heading begins, up to its number if it has one: Article 3."""
    match = _NUMBERED.match(heading)
    return (match[0] if match else heading[:_LONGEST]).strip()


def told_apart(parts: Sequence[Part]) -> list[Part]:
    """Return `parts` with their sections where two sections have a paragraph of one number."""
    found: dict[str, set[str]] = {}
    for part in parts:
        found.setdefault(part.number, set()).add(part.section)
    if any(number and len(several) > 1 for number, several in found.items()):
        return list(parts)
    return [replace(part, section="") for part in parts]
