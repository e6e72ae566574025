"""What an output is made with, and what comes of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from contextlib import AbstractContextManager

    from communique.compose.page import Page
    from communique.compose.sheet import Sheet
    from communique.typeset.engine import Typeset


class Part(NamedTuple):
    """A proven file that another one is put together from."""

    name: str
    """What it is called where it is delivered by itself."""
    data: bytes


@dataclass(frozen=True)
class Means:
    """What an output is made with."""

    step: Callable[[str], AbstractContextManager[None]]
    """Adds the time of a block to the step of that name."""
    set_type: Callable[[Sheet], Typeset]
    """Typesets, in this process or in another one."""
    parts: Mapping[str, Part] = field(default_factory=dict)
    """What an output is put together from, by the names of outputs."""


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
