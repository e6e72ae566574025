"""The emblem of a theme is a picture that pages can show; of another, its designer is told.

So is the designer of one that is printed less high than was asked for, takes much of the first
page of an edition, or has few pixels for its size.
"""

from __future__ import annotations

import base64
import re
import struct
from math import ceil
from typing import TYPE_CHECKING

from communique.design import templates
from communique.design import theme as themes
from communique.model.faults import DesignError, Faults
from communique.store.paths import from_here

if TYPE_CHECKING:
    from communique.content.content import Content
    from communique.design.theme import Theme
    from communique.design.theme.emblem import Emblem

_NUMBER = r"(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?"
_LEAST, _MOST = 1e-6, 1e9
"""What a side of a drawing measures at least and at most, in units of its own."""
#: The last two numbers of the viewBox of the whole drawing.
_VIEW_BOX = re.compile(
    r"<(?:\w+:)?svg\b[^>]*?\sviewBox\s*=\s*[\"']\s*[-+.\de]+[\s,]+[-+.\de]+[\s,]+"
    rf"({_NUMBER})[\s,]+({_NUMBER})(?![\d.])"
)

_INSTEAD = "save it as an SVG of shapes alone, with nothing from outside"
_VIEWED = "save it with one, as drawing programs do"
_AS_PNG = "save it again as PNG, in the colours of screens (RGB)"
_PNG = b"\x89PNG\r\n\x1a\n"  # PNG 3, 5.2
_MOST_PIXELS = 50_000_000
#: The part of the first page that an emblem may take, and the pixels that a PNG needs to an inch.
_PART, _PIXELS, _INCH = 0.25, 150, 25.4
_SHAPES = "change its letters into shapes (paths), or delete them"


def width(emblem: Emblem) -> float:
    """Return how wide an emblem is on the page, in mm, or 0 where its file does not say.

    A PNG says it in its first chunk (PNG 3, 11.2.1), an SVG in its viewBox (SVG 2, 8.6).
    """
    across, high = _proportions(emblem)
    return emblem.height * across / high if high > 0 else 0.0


def _proportions(emblem: Emblem) -> tuple[float, float]:
    """Return how wide and how high an emblem is in its file, in pixels or units of its own."""
    data = emblem.path.read_bytes()
    if not emblem.is_drawn:
        across, high = struct.unpack(">II", data[16:24])
        return float(across), float(high)
    box = _VIEW_BOX.search(data.decode("utf-8", "replace"))
    sides = (float(box[1]), float(box[2])) if box else (0.0, 0.0)
    return sides if all(_LEAST <= side <= _MOST for side in sides) else (0.0, 0.0)


def remarks(content: Content) -> tuple[str, ...]:
    """Return what may be wrong with the size of the emblem in its edition, each with its place."""
    emblem, page = content.theme.emblem, content.edition
    if emblem is None:
        return ()
    path, line = themes.line(content.statement.matter.theme or themes.DEFAULT, "emblem")
    faults = Faults(path, DesignError)
    margins, (across, high) = page.margins, _proportions(emblem)
    room = page.paper.width - margins.outer - margins.inner
    as_wide = room * high / across
    tallest = _PART * (page.paper.height - margins.first - margins.bottom)
    pixels = high * _INCH / emblem.height
    if emblem.height > min(as_wide, tallest):
        wrong = (
            f"it would be {width(emblem):.0f} mm wide, and a page has room for {room:g} mm"
            if emblem.height > as_wide
            else f"it is {emblem.height:g} mm high, more than a quarter of the first page"
        )
        fitting = int(10 * min(as_wide, tallest)) / 10
        faults.remark(line, "emblem", wrong, f"write height: {fitting:g}, or less")
    elif not emblem.is_drawn and pixels < _PIXELS:
        wrong = f"it has {pixels:.0f} pixels to an inch where it is {emblem.height:g} mm high"
        needed, least = ceil(emblem.height * _PIXELS / _INCH), int(high * _INCH / _PIXELS)
        smaller = f", or write height: {least}" if least else ""
        instead = f"save it with {needed} pixels from top to bottom or more, or as SVG{smaller}"
        faults.remark(line, "emblem", wrong, instead)
    return tuple(map(str, faults.remarks))


@templates.remembered
def check(name: str) -> None:
    """Raise `DesignError` where the emblem of the theme `name` is none that pages can show.

    It has to be what a picture of a statement has to be, and a drawing has no text: that would be
    text of the page, which the statement does not have.
    """
    emblem = themes.load(name).emblem
    if emblem is None:
        return
    from communique.read import pictures, svg  # noqa: PLC0415  # slow, and many themes have none

    data = emblem.path.read_bytes()
    is_drawn = emblem.is_drawn
    faults = Faults(from_here(emblem.path), DesignError)
    if is_drawn or data.startswith(_PNG):
        wrong = svg.examine(data) if is_drawn else pictures.examine(data, _MOST_PIXELS)[1]
    else:
        wrong = "is no PNG"
    if wrong:
        faults.add(1, "emblem", f"it {wrong}", _INSTEAD if is_drawn else _AS_PNG)
    elif is_drawn and (line := svg.line_of_text(data)):
        faults.add(line, "emblem", "an emblem has no text, and this one has", _SHAPES)
    elif not width(emblem):
        faults.add(1, "emblem", "it has no viewBox, so its proportions are not known", _VIEWED)
    faults.check()


def address(theme: Theme) -> str:
    """Return the address in a page of the emblem of a `theme`, or nothing."""
    mark = theme.emblem
    if mark is None:
        return ""
    kind = "svg+xml" if mark.is_drawn else "png"
    return embedded(f"image/{kind}", mark.path.read_bytes())


def embedded(media_type: str, data: bytes) -> str:
    """Return the address of a picture that stands in the page itself (RFC 2397)."""
    return f"data:{media_type};base64,{base64.b64encode(data).decode('ascii')}"
