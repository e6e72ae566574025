"""What an output is made with, and what comes of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractContextManager

    from communique.compose.page import Page
    from communique.compose.sheet import Sheet
    from communique.typeset.engine import Typeset


@dataclass(frozen=True)
class Means:
    """What an output is made with."""

    step: Callable[[str], AbstractContextManager[None]]
    """Adds the time of a block to the step of that name."""
    set_type: Callable[[Sheet], Typeset]
    """Typesets, in this process or in another one."""


@dataclass(frozen=True)
class Draft:
    """A file that is not proven yet."""

    data: bytes
    pages: int = 0
    """0 where it has none."""
    libraries: tuple[str, ...] = ()
    """The files of the system's libraries that took part."""
    page: Page | None = None
    """The composed page, if it was made of one."""
    fit: str = ""
    """What is said of how it was made to fit, if it was."""
