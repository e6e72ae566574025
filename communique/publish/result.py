"""What comes out: a proven PDF, the time each step took, and where it was published."""

from __future__ import annotations

import time
from contextlib import contextmanager
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

STEPS = ("read", "compose", "typeset", "prove", "publish")


class Timer:
    """Seconds spent in each of the five steps."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = dict.fromkeys(STEPS, 0.0)

    @contextmanager
    def step(self, name: str) -> Iterator[None]:
        """Add the time of the block to the step `name`."""
        start = time.perf_counter()
        try:
            yield
        finally:
            self.seconds[name] += time.perf_counter() - start

    @property
    def total(self) -> float:
        """Seconds of all steps together."""
        return sum(self.seconds.values())


class Made(NamedTuple):
    """A proven PDF that is not published yet, and what is to be known of it."""

    name: str
    """The file's name."""
    pdf: bytes
    pages: int
    timer: Timer
    remarks: tuple[str, ...]
    made_of: dict[str, tuple[str, ...]]
    """The files that it was made of besides the statement and the program, by kind."""
    html: str | None = None
    """The composed page as one file, where it was asked for."""


class Result(NamedTuple):
    """A delivered PDF: where it is, its pages, the time it took, and what is to be known."""

    path: Path
    pages: int
    timer: Timer
    remarks: tuple[str, ...] = ()
