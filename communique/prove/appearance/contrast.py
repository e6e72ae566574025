"""Contrast: each text stands out from what it is printed on (WCAG 2.1, 1.4.3)."""

from __future__ import annotations

from math import floor
from typing import TYPE_CHECKING

from communique.design import theme
from communique.model.colours import contrast, luminance
from communique.prove.appearance.report import Report

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from communique.content.content import Content
    from communique.model.faults import Faults
    from communique.pdf_reading.drawing.ground import Ground
    from communique.pdf_reading.drawing.view import SeenText
    from communique.pdf_reading.piece import Colour
    from communique.pdf_reading.reading import Reading

_LEAST, _LEAST_LARGE = 4.5, 3.0
#: From this size in pt on, text is large.
_LARGE = 18.0
#: What is wrong, and what to do instead.
_WEAK = "this hardly stands out"
_STRONGER = "{} to 1 is too little: give it a colour with at least {:g} to 1, such as {}"
_UNKNOWN = (
    "its colour is not given in RGB, so its contrast is not known",
    "let a stylesheet give it as #rrggbb",
)
#: In so many steps a colour is made darker or lighter until it stands out.
_STEPS = 50


def standing_out(content: Content, reading: Reading, faults: Faults) -> None:
    """Note text whose contrast is below 4.5 to 1, or 3 to 1 from 18 pt on.

    The colour is the one that the file gives; the ground, the one that the second engine draws.
    Where the theme has the colour, that is told with its file and line, once and of no page. Of a
    colour that is not given in RGB, the contrast is not known.
    """
    of_theme: set[Colour] = set()
    for view in reading.views:
        weak: dict[Colour | None, list[SeenText]] = {}
        for seen in view.texts:
            if seen.piece.inked and ratio(seen.piece.colour, seen.ground) < _least(seen):
                weak.setdefault(seen.piece.colour, []).append(seen)
        for colour, texts in weak.items():
            place = _place(content, colour) if colour else None
            wrong, instead = (_WEAK, _stronger(colour, texts)) if colour else _UNKNOWN
            if not colour or not place:
                said = (seen.piece.text for seen in texts)
                Report(faults, "contrast", instead)(view.number, wrong, said)
            elif colour not in of_theme:
                of_theme.add(colour)
                path, line = place
                wrong = f"text in {_written(colour)} hardly stands out"
                faults.add(line, "contrast", wrong, instead, path=path)


def _least(seen: SeenText) -> float:
    return _LEAST_LARGE if seen.piece.size >= _LARGE else _LEAST


def _stronger(colour: Colour, texts: Sequence[SeenText]) -> str:
    """Return what to do for `texts` of a `colour`, with the nearest one of its kind that is enough.

    That is the colour made darker, or lighter where the ground is dark.
    """
    weakest = max(texts, key=lambda seen: _least(seen) - ratio(colour, seen.ground))
    least, ground = _least(weakest), weakest.ground
    mixed = (
        tuple(part + (end - part) * step / _STEPS for part in colour)
        for step in range(_STEPS + 1)
        for end in (0.0, 1.0)
    )
    written = map(_written, mixed)
    enough = next((each for each in written if ratio(_read(each), ground) >= least), "another one")
    told = floor(10 * ratio(colour, ground)) / 10  # 4.48 is not 4.5
    return _STRONGER.format(f"{told:.1f}", least, enough)


def _place(content: Content, colour: Colour) -> tuple[Path, int] | None:
    """Return the file of the theme that gives a colour and the line there; None where none does.

    A colour that stands out from white paper is not at fault: what is under it is.
    """
    if contrast(luminance(*colour), 1.0) >= _LEAST:
        return None
    name = content.statement.matter.theme or theme.DEFAULT
    return theme.place(name, _written(colour))


def _written(colour: Sequence[float]) -> str:
    return "#" + "".join(f"{round(part * 255):02x}" for part in colour)


def _read(written: str) -> Colour:
    red, green, blue = (value / 255 for value in bytes.fromhex(written[1:]))
    return red, green, blue


def ratio(colour: Colour | None, ground: Ground) -> float:
    """Return the contrast of a colour with what is least distant from it in a ground."""
    if colour is None:
        return 1.0
    light = luminance(*colour)
    return min(contrast(light, ground.darkest), contrast(light, ground.lightest))
