"""The emblem of a theme is a drawing that pages can show; of another, its designer is told."""

from __future__ import annotations

from communique.design import templates
from communique.design import theme as themes
from communique.model.faults import DesignError, Faults
from communique.store.paths import from_here

_INSTEAD = "save it as an SVG of shapes alone, with nothing from outside"


@templates.remembered
def check(name: str) -> None:
    """Raise `DesignError` where the emblem of the theme `name` is none that pages can show.

    It has to be what a picture of a statement has to be.
    """
    from communique.read import svg  # noqa: PLC0415  # slow, and many themes have none

    emblem = themes.load(name).emblem
    path = templates.path(f"themes/{emblem.file}") if emblem else None
    wrong = svg.examine(path.read_bytes()) if path else ""
    if path and wrong:
        faults = Faults(from_here(path), DesignError)
        faults.add(1, "emblem", f"it {wrong}", _INSTEAD)
        faults.check()
