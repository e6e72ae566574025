"""What comes out: proven files, the time that each step took, and where they were published."""

from __future__ import annotations

import time
from contextlib import contextmanager
from typing import TYPE_CHECKING, NamedTuple

from communique.store.file_state import NONE

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from communique.store.file_state import Identity

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


class ProvenFile(NamedTuple):
    """A proven file that is not published yet, and what is to be known of it."""

    suffix: str
    """How its name ends, e.g. .pdf."""
    data: bytes
    pages: int
    """0 where it has none."""
    timer: Timer
    remarks: tuple[str, ...]
    made_of: dict[str, tuple[str, ...]]
    """The files that it was made of besides the statement and the program, by group."""


class Proven(NamedTuple):
    """All that was made of a statement in an edition: every file is proven, or there is none."""

    files: dict[str, ProvenFile]
    """By the name of the output, e.g. pdf."""
    html: str | None = None
    """The composed page as one file, where it was asked for."""

    @property
    def pages(self) -> int:
        """The pages of the longest file."""
        return max(file.pages for file in self.files.values())


class PublishedFile(NamedTuple):
    """A file in its place: where it is, its pages, the time it took, and what is to be known."""

    path: Path
    pages: int
    """0 where it has none."""
    timer: Timer
    remarks: tuple[str, ...] = ()
    written: Identity = NONE
    """The identity of the file, as it was written."""


class Result(NamedTuple):
    """What was published of a statement in an edition."""

    files: dict[str, PublishedFile]
    """By the name of the output, e.g. pdf."""
