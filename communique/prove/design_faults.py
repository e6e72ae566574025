"""What is wrong with a page and comes from a file of its design is told of that file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.design.styles import causes
from communique.model.faults import DesignError, ProofError
from communique.store.paths import from_here

if TYPE_CHECKING:
    from collections.abc import Iterable

    from communique.content.content import Content
    from communique.model.faults import Fault


def error(content: Content, faults: Iterable[Fault]) -> DesignError | ProofError:
    """Return what the `faults` of a page of `content` amount to, with what may be their causes.

    It is a `DesignError`, which is told once for all statements, where the emblem, the edition or
    the foot of the project is all that is at fault.
    """
    styles = content.theme.styles_after(content.edition)
    told = [causes.told(_of_emblem(content, fault), styles) for fault in faults]
    is_of_design = all(fault.key in ("emblem", "foot", "minimum_size") for fault in told)
    return DesignError(told) if is_of_design else ProofError(told)


def _of_emblem(content: Content, fault: Fault) -> Fault:
    """Return a fault of a drawing that is cut off by its own edge as one of the theme's emblem."""
    emblem = content.theme.emblem
    if emblem and fault.path == from_here(emblem.path) and "viewBox" in fault.instead:
        wrong = "the emblem is cut off by the edge of its viewBox"
        return fault._replace(key="emblem", wrong=wrong)
    return fault
