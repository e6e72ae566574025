"""Runs of text and pages as a reader of PDFs would find them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from communique.pdf_reading.drawing.box import Box
from communique.pdf_reading.drawing.ground import Ground
from communique.pdf_reading.drawing.view import SeenText, View

if TYPE_CHECKING:
    from communique.pdf_reading.piece import Piece


MM = 72 / 25.4
WHITE = Ground(1.0, 1.0)
BOX = Box(200.0, 400.0, 300.0, 412.0)


def seen(piece: Piece, **fields: Any) -> SeenText:
    """Return a text as the second engine sees it."""
    found: dict[str, Any] = {
        "box": BOX, "letters": piece.text, "whole": True, "ground": WHITE, "own": True,
    }  # fmt: skip
    return SeenText(piece, **(found | fields))


def view(*texts: SeenText, **fields: Any) -> View:
    found: dict[str, Any] = {
        "number": 0, "pictures": (), "complete": True, "overlaps": (), "other": None,
    }  # fmt: skip
    return View(texts=texts, **(found | fields))
