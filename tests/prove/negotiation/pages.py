"""Negotiation prints, composed, whose proof is tried."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique import turns
from communique.compose.page import compose
from communique.content.content import content_of
from communique.design import edition
from communique.read.source import read

if TYPE_CHECKING:
    from pathlib import Path

    from communique.compose.page import Page


def negotiated(folder: Path, text: str, name: str, kind: str = "standard") -> Page:
    """Return the page of the negotiation print of a `text` in a file of that `name`."""
    path = folder / name
    path.write_text(text, "utf-8")
    statement = turns.turned(read(path), "negotiation")
    return compose(content_of(statement, edition.load(kind)))
