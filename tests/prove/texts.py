"""Texts as the content has them, for what is drawn to be compared with."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from communique.content.text import Text
from communique.design.theme import Address
from communique.model.values import Phrase

if TYPE_CHECKING:
    from communique.content.content import Content


def text(words: str, *, rtl: bool = False, **more: object) -> Text:
    """Return a paragraph that says `words`, from right to left if `rtl`."""
    made = Text(((words, "he" if rtl else "en"),), "P", 1, Path("a.md"), rtl)
    return replace(made, **more)  # type: ignore[arg-type]  # fields of Text


def with_foot(content: Content, first: list[str], each: list[str]) -> Content:
    """Return what a page must say with these lines in the foot of the first, and of each."""
    address = Address.model_validate({"lines": first, "place": "foot"}) if first else None
    foot = tuple(Phrase(text=line) for line in each) or None
    theme = content.theme.model_copy(update={"address": address, "foot": foot})
    return replace(content, theme=theme)
