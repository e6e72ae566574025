"""The emblem of a theme is a picture that pages can show; of another, its designer is told."""

from __future__ import annotations

from communique.design import templates
from communique.design import theme as themes
from communique.model.faults import DesignError, Faults
from communique.store.paths import from_here

_INSTEAD = "save it as an SVG of shapes alone, with nothing from outside"
_AS_PNG = "save it again as PNG, in the colours of screens (RGB)"
_MOST_PIXELS = 50_000_000
_SHAPES = "change its letters into shapes (paths), or delete them"


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
    wrong = svg.examine(data) if is_drawn else pictures.examine(data, _MOST_PIXELS)[1]
    if wrong:
        faults.add(1, "emblem", f"it {wrong}", _INSTEAD if is_drawn else _AS_PNG)
    elif is_drawn and (line := svg.line_of_text(data)):
        faults.add(line, "emblem", "an emblem has no text, and this one has", _SHAPES)
    faults.check()
