"""What the tests of this folder share."""

from __future__ import annotations

from typing import Any

from communique.pdf_reading.content_stream.path import Shape


def shape(left: float, bottom: float, right: float, top: float, **fields: Any) -> Shape:
    return Shape(0, left, bottom, right, top, (0, 0, 0), whole=True)._replace(**fields)
