"""A rectangle on a page."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence


class Box(NamedTuple):
    """A rectangle on a page in pt, from its lower left corner."""

    left: float
    bottom: float
    right: float
    top: float


def around(boxes: Sequence[Box]) -> Box:
    """Return the box around all `boxes`, of which there is one at least."""
    left, bottom, right, top = zip(*boxes, strict=True)
    return Box(min(left), min(bottom), max(right), max(top))
