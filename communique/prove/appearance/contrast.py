"""Contrast: each text stands out from what it is printed on (WCAG 2.1, 1.4.3)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.pdf_reading.bitmap import luminance
from communique.prove.appearance.report import Report

if TYPE_CHECKING:
    from communique.content.content import Content
    from communique.model.faults import Faults
    from communique.pdf_reading.bitmap import Ground
    from communique.pdf_reading.content_stream import Colour
    from communique.pdf_reading.reading import Reading

_LEAST, _LEAST_LARGE = 4.5, 3.0
#: From this size in pt on, text is large.
_LARGE = 18.0
_INSTEAD = "give text a colour that stands out from what is under it, at least 4.5 to 1"


def standing_out(content: Content, reading: Reading, faults: Faults) -> None:  # noqa: ARG001  # one signature
    """Note text whose contrast is below 4.5 to 1, or 3 to 1 from 18 pt on.

    The colour is the one that the file gives; the ground, the one that the second engine draws.
    """
    report = Report(faults, "contrast", _INSTEAD)
    for view in reading.views:
        weak = [
            seen.piece.text
            for seen in view.texts
            if seen.piece.text.strip()
            and ratio(seen.piece.colour, seen.ground)
            < (_LEAST_LARGE if seen.piece.size >= _LARGE else _LEAST)
        ]
        report(view.number, "this hardly stands out", weak)


def ratio(colour: Colour | None, ground: Ground) -> float:
    """Return the contrast of a colour with what is least distant from it in a ground."""
    if colour is None:
        return 1.0
    light = luminance(*colour)
    return min(_between(light, ground.darkest), _between(light, ground.lightest))


def _between(one: float, other: float) -> float:
    return (max(one, other) + 0.05) / (min(one, other) + 0.05)
