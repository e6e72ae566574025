"""What is wrong with a page and comes from a file of its design is told of that file."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from communique.content import expected
from communique.design import templates
from communique.design import theme as themes
from communique.design.styles import causes
from communique.model.faults import DesignError, Fault, ProofError
from communique.store.paths import from_here

if TYPE_CHECKING:
    from collections.abc import Iterable

    from communique.content.content import Content


#: The keys of themes and editions that a page may show to be wrong.
_OF_DESIGN = ("emblem", "fonts", "foot", "minimum_size")
#: What the names of font files say of their style, such as ``DejaVuSerif-BoldItalic.ttf``.
_STYLES = {"Italic": re.compile("It|Oblique|Slanted"), "Bold": re.compile("[Bb]old|Black|Heavy")}

_BESIDE = "put it beside the others in templates/fonts"


def error(content: Content, faults: Iterable[Fault]) -> DesignError | ProofError:
    """Return what the `faults` of a page of `content` amount to, with what may be their causes.

    It is a `DesignError`, which is told once for all statements, where the emblem, the fonts, the
    foot or the edition of the project is all that is at fault.
    """
    styles = content.theme.styles_after(content.edition)
    own = (_of_font(content, _of_emblem(content, fault)) for fault in faults)
    told = [causes.told(fault, styles) for fault in dict.fromkeys(own)]
    is_of_design = all(fault.key.partition(".")[0] in _OF_DESIGN for fault in told)
    return DesignError(told) if is_of_design else ProofError(told)


def _of_emblem(content: Content, fault: Fault) -> Fault:
    """Return a fault of a drawing that is cut off by its own edge as one of the theme's emblem."""
    emblem = content.theme.emblem
    if emblem and fault.path == from_here(emblem.path) and "viewBox" in fault.instead:
        wrong = "the emblem is cut off by the edge of its viewBox"
        return fault._replace(key="emblem", wrong=wrong)
    return fault


def _of_font(content: Content, fault: Fault) -> Fault:
    """Return stress that is not seen as a fault of the theme's font that lacks a file for it."""
    if fault.key != "stress" or "is not seen" not in fault.wrong:
        return fault
    for key in ("text", "small", "sans"):
        family = getattr(content.theme.fonts, key)[0]
        if lacking := _lacking(family):
            wrong = f"{family} has no {' and no '.join(lacking)} file, so stress is not seen"
            path, line = themes.line(expected.theme_name(content), "fonts", key, 0)
            return Fault(path, line, f"fonts.{key}.1", wrong, _BESIDE)
    return fault


def _lacking(family: str) -> list[str]:
    """Return the styles in which a `family` has no file of the project, if it has others there."""
    every = (path.stem.partition("-") for path in templates.own_fonts())
    styles = [style for name, _, style in every if name == family.replace(" ", "")]
    return [name for name, said in _STYLES.items() if styles and not any(map(said.search, styles))]
