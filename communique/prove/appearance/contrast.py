"""Contrast: each text stands out from what it is printed on (WCAG 2.1, 1.4.3)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.design import theme
from communique.pdf_reading.drawing.ground import luminance
from communique.prove.appearance.report import Report

if TYPE_CHECKING:
    from pathlib import Path

    from communique.content.content import Content
    from communique.model.faults import Faults
    from communique.pdf_reading.drawing.ground import Ground
    from communique.pdf_reading.piece import Colour
    from communique.pdf_reading.reading import Reading

_LEAST, _LEAST_LARGE = 4.5, 3.0
#: From this size in pt on, text is large.
_LARGE = 18.0
#: What is wrong, and what to do instead.
_WEAK = (
    "this hardly stands out",
    "give text a colour that stands out from what is under it, at least 4.5 to 1",
)
_UNKNOWN = (
    "its colour is not given in RGB, so its contrast is not known",
    "let a stylesheet give it as #rrggbb",
)


def standing_out(content: Content, reading: Reading, faults: Faults) -> None:
    """Note text whose contrast is below 4.5 to 1, or 3 to 1 from 18 pt on.

    The colour is the one that the file gives; the ground, the one that the second engine draws.
    Where the theme has the colour, that is told with its file and line. Of a colour that is not
    given in RGB, the contrast is not known.
    """
    for view in reading.views:
        weak: dict[Colour | None, list[str]] = {}
        for seen in view.texts:
            least = _LEAST_LARGE if seen.piece.size >= _LARGE else _LEAST
            if seen.piece.text.strip() and ratio(seen.piece.colour, seen.ground) < least:
                weak.setdefault(seen.piece.colour, []).append(seen.piece.text)
        for colour, texts in weak.items():
            wrong, instead = _WEAK if colour else _UNKNOWN
            path, line = _place(content, colour) if colour else (None, 1)
            Report(faults, "contrast", instead)(view.number, wrong, texts, path=path, line=line)


def _place(content: Content, colour: Colour) -> tuple[Path | None, int]:
    """Return the line of the theme that gives a colour, and its file; no file where none does.

    A colour that stands out from white paper is not at fault: what is under it is.
    """
    if _between(luminance(*colour), 1.0) >= _LEAST:
        return None, 1
    written = "#" + "".join(f"{round(part * 255):02x}" for part in colour)
    return theme.place(content.statement.matter.theme or theme.DEFAULT, written) or (None, 1)


def ratio(colour: Colour | None, ground: Ground) -> float:
    """Return the contrast of a colour with what is least distant from it in a ground."""
    if colour is None:
        return 1.0
    light = luminance(*colour)
    return min(_between(light, ground.darkest), _between(light, ground.lightest))


def _between(one: float, other: float) -> float:
    return (max(one, other) + 0.05) / (min(one, other) + 0.05)
