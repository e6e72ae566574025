"""The colours of themes: written in any way of CSS that is RGB, and told apart as #rrggbb."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import BeforeValidator

from communique.model.values import refuse

_HEX = re.compile("#[0-9a-f]{6}")
_INSTEAD = "write it as '#1a2b3c' in quotes, as rgb(26 43 60), as hsl(210 40% 17%) or as a name"


def _colour(value: object) -> str:
    """Return a colour as #rrggbb (CSS Color 4, 4): contrast can be told of RGB alone."""
    if not isinstance(value, str) or not value:
        raise refuse("it is not a colour", _INSTEAD)
    if _HEX.fullmatch(value):
        return value
    from tinycss2 import color5  # noqa: PLC0415  # slow, and most themes need none

    colour = color5.parse_color(value)
    if colour is None or colour == "currentcolor":
        raise refuse(f"{value} is not a colour", _INSTEAD)
    if colour.alpha < 1:
        raise refuse(f"{value} is see-through", "give the colour that is seen")
    try:
        parts = colour.to("srgb").coordinates
    except NotImplementedError:
        raise refuse(f"{value} is not given in RGB", _INSTEAD) from None
    return "#" + "".join(f"{round(255 * min(max(part, 0), 1)):02x}" for part in parts)


Colour = Annotated[str, BeforeValidator(_colour)]
"""A colour, as #rrggbb."""
