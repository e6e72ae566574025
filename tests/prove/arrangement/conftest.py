"""What the tests of this folder share."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from communique.pdf_reading.content_stream.path import Shape

if TYPE_CHECKING:
    from communique.pdf_reading.piece import Piece


@pytest.fixture
def run(piece: Piece) -> Piece:
    """Return a run of text of 10 pt in the middle of a page."""
    return replace(piece, left=200.0, right=300.0, baseline=400.0, size=10.0, mark=0, page=0)


def shape(left: float, bottom: float, right: float, top: float, **fields: Any) -> Shape:
    return Shape(0, left, bottom, right, top, (0, 0, 0), whole=True)._replace(**fields)
