"""The colours of a theme on white and on dark paper, each so far from it that it can be read."""

from __future__ import annotations

from colorsys import hls_to_rgb, rgb_to_hls
from typing import TYPE_CHECKING

from communique.model.colours import contrast, luminance

if TYPE_CHECKING:
    from communique.design.theme import Colours

_WHITE, _DARK = "#ffffff", "#14171c"
#: Text and hairlines on dark paper.
_TEXT, _LINE = "#e9ecf1", "#565f6e"
#: The least contrast of small text, and what is easy to read (WCAG 2.2, 1.4.3 and 1.4.6).
_LEAST, _EASY = 4.5, 7.0
_STEPS = 40


def on_paper(colours: Colours) -> tuple[dict[str, str], dict[str, str]]:
    """Return the colours of a page on white paper and on dark, each as #rrggbb by its name."""
    main, quiet = str(colours.main), str(colours.quiet)
    light = {
        "paper": _WHITE,
        "text": readable(str(colours.text), _WHITE, _LEAST),
        "main": readable(main, _WHITE, _LEAST),
        "quiet": readable(quiet, _WHITE, _LEAST),
        "line": str(colours.line),
    }
    dark = {
        "paper": _DARK,
        "text": _TEXT,
        "main": readable(main, _DARK, _EASY),
        "quiet": readable(quiet, _DARK, _EASY),
        "line": _LINE,
    }
    return light, dark


def readable(colour: str, paper: str, least: float) -> str:
    """Return a `colour` of the same hue that has the `least` contrast with its `paper`."""
    hue, lightness, saturation = rgb_to_hls(*_parts(colour))
    end = 1.0 if _light(paper) < _light("#777777") else 0.0
    for step in range(_STEPS + 1):
        parts = hls_to_rgb(hue, lightness + (end - lightness) * step / _STEPS, saturation)
        found = "#" + "".join(f"{round(part * 255):02x}" for part in parts)
        if contrast(_light(found), _light(paper)) >= least:
            break
    return found


def _light(colour: str) -> float:
    return luminance(*_parts(colour))


def _parts(colour: str) -> tuple[float, float, float]:
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return red, green, blue
