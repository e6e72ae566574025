"""The colours of a theme on dark paper, as light as they have to be to be read there."""

from __future__ import annotations

from colorsys import hls_to_rgb, rgb_to_hls

from communique.model.colours import contrast, luminance

#: The paper in dark mode, as in ``templates/web/page.css``.
DARK = "#14171c"
#: The least contrast of small text (WCAG 2.2, 1.4.6).
_LEAST = 7.0
_STEPS = 40


def on_dark(colour: str) -> str:
    """Return a `colour` (#rrggbb) of the same hue, as light as it is read on dark paper."""
    hue, lightness, saturation = rgb_to_hls(*(part / 255 for part in _parts(colour)))
    for step in range(_STEPS + 1):
        lighter = lightness + (1 - lightness) * step / _STEPS
        parts = hls_to_rgb(hue, lighter, saturation)
        found = "#" + "".join(f"{round(part * 255):02x}" for part in parts)
        if contrast(_light(found), _light(DARK)) >= _LEAST:
            return found
    return "#ffffff"


def _light(colour: str) -> float:
    return luminance(*(part / 255 for part in _parts(colour)))


def _parts(colour: str) -> tuple[int, int, int]:
    digits = colour.removeprefix("#")
    return int(digits[:2], 16), int(digits[2:4], 16), int(digits[4:], 16)
