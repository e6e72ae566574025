"""The steps by which a text with a short page is set a little closer, from loose to tight."""

from __future__ import annotations

from communique.compose.sheet import Steps
from communique.design import templates
from communique.design.styles import stylesheets

#: The last one. Each has its number as the name of its stylesheet in ``templates/styles/fitting``.
_LAST = 6


def styles() -> Steps:
    """Return the CSS of all steps.

    Raises `DesignError` where one of them is at fault.
    """
    closer = tuple(_read(str(number)) for number in range(1, _LAST + 1))
    return Steps(closer, _read("together"), _read("signed"))


def _read(name: str) -> str:
    return stylesheets.load(templates.path(f"styles/fitting/{name}.css"))


def remark(step: int, lines: int, page: int) -> str:
    """Return what is said of a text set with a `step`, from 0.

    `lines` of it stood alone on a `page`, which are none where that had nothing but what stands
    below the text.
    """
    said = f"the text was set closer (step {step + 1} of {_LAST})"
    if not lines:
        return f"{said}, since page {page} would have nothing but what stands below the text"
    left = "1 line" if lines == 1 else f"{lines} lines"
    return f"{said}, since {left} would stand alone on page {page}"
