"""The emblem of a theme is a picture that pages can show; of another, its designer is told."""

from __future__ import annotations

import re
import struct
from typing import TYPE_CHECKING

from communique.design import templates
from communique.design import theme as themes
from communique.model.faults import DesignError, Faults
from communique.store.paths import from_here

if TYPE_CHECKING:
    from communique.design.theme import Emblem

#: The last two numbers of the viewBox of the whole drawing.
_VIEW_BOX = re.compile(
    r"<(?:\w+:)?svg\b[^>]*?\sviewBox\s*=\s*[\"']\s*[-+.\de]+[\s,]+[-+.\de]+[\s,]+([.\de]+)[\s,]+([.\de]+)"
)

_INSTEAD = "save it as an SVG of shapes alone, with nothing from outside"
_VIEWED = "save it with one, as drawing programs do"
_AS_PNG = "save it again as PNG, in the colours of screens (RGB)"
_PNG = b"\x89PNG\r\n\x1a\n"  # PNG 3, 5.2
_MOST_PIXELS = 50_000_000
_SHAPES = "change its letters into shapes (paths), or delete them"


def width(emblem: Emblem) -> float:
    """Return how wide an emblem is on the page, in mm, or 0 where its file does not say.

    A PNG says it in its first chunk (PNG 3, 11.2.1), an SVG in its viewBox (SVG 2, 8.6).
    """
    data = emblem.path.read_bytes()
    if emblem.path.suffix == ".png":
        across, high = map(float, struct.unpack(">II", data[16:24]))
    else:
        box = _VIEW_BOX.search(data.decode("utf-8", "replace"))
        across, high = map(float, box.groups()) if box else (0.0, 0.0)
    return emblem.height * across / high if high > 0 else 0.0


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
    is_drawn = emblem.path.suffix == ".svg"
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
