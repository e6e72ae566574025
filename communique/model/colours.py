"""How light a colour is, and how two stand apart (WCAG 2.2, relative luminance, contrast ratio)."""

from __future__ import annotations

_LINEAR = 0.04045
"""Up to here sRGB is linear (IEC 61966-2-1)."""


def luminance(red: float, green: float, blue: float) -> float:
    """Return the relative luminance of a colour in sRGB, each from 0 to 1."""
    r, g, b = (
        value / 12.92 if value <= _LINEAR else ((value + 0.055) / 1.055) ** 2.4
        for value in (red, green, blue)
    )
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


def contrast(one: float, other: float) -> float:
    """Return the contrast of two relative luminances, from 1 to 21."""
    return (max(one, other) + 0.05) / (min(one, other) + 0.05)
