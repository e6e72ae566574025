"""Texts as the content has them, for what is drawn to be compared with."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from communique.content.text import Text


def text(words: str, *, rtl: bool = False, **more: object) -> Text:
    """Return a paragraph that says `words`, from right to left if `rtl`."""
    made = Text(((words, "he" if rtl else "en"),), "P", 1, Path("a.md"), rtl)
    return replace(made, **more)  # type: ignore[arg-type]  # fields of Text
