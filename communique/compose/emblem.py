"""The emblem of a theme is a drawing that pages can show; of another, its designer is told."""

from __future__ import annotations

from communique.design import templates
from communique.design import theme as themes
from communique.model.faults import DesignError, Faults
from communique.store.paths import from_here

_INSTEAD = "save it as an SVG of shapes alone, with nothing from outside"
_SHAPES = "change its letters into shapes (paths), or delete them"


@templates.remembered
def check(name: str) -> None:
    """Raise `DesignError` where the emblem of the theme `name` is none that pages can show.

    It has to be what a picture of a statement has to be, and to have no text: that would be text
    of the page, which the statement does not have.
    """
    from communique.read import svg  # noqa: PLC0415  # slow, and many themes have none

    emblem = themes.load(name).emblem
    if emblem is None:
        return
    data = emblem.path.read_bytes()
    faults = Faults(from_here(emblem.path), DesignError)
    if wrong := svg.examine(data):
        faults.add(1, "emblem", f"it {wrong}", _INSTEAD)
    elif line := svg.line_of_text(data):
        faults.add(line, "emblem", "an emblem has no text, and this one has", _SHAPES)
    faults.check()
