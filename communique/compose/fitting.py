"""The steps by which a text with a short last page is set a little closer, from loose to tight."""

from __future__ import annotations

from communique.design import templates
from communique.design.styles import stylesheets

#: What is said of each step. Its stylesheet, with what it does in figures, has its number in
#: ``templates/styles/fitting``.
_SAID = (
    "half a line less above and below the title",
    "a line less above and below the title",
    "a line less above and below the title, and lines 1 % closer",
    "a line less above and below the title, and lines 2 % closer",
    "a line less above and below the title, and lines 3 % closer",
    "a line less above and below the title, and lines 4 % closer",
)


def styles() -> tuple[str, ...]:
    """Return the CSS of each step, which comes after the edition's.

    Raises `DesignError` where one of them is at fault.
    """
    numbers = range(1, len(_SAID) + 1)
    return tuple(
        stylesheets.load(templates.path(f"styles/fitting/{number}.css")) for number in numbers
    )


def remark(step: int, lines: int) -> str:
    """Return what is said of a text set with a `step`, from 0; `lines` were on its last page."""
    left = "1 line" if lines == 1 else f"{lines} lines"
    return f"the text was set closer, since {left} would stand on a last page: {_SAID[step]}"
