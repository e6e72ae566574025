"""The five steps in order: 1 read, 2 compose, 3 typeset, 4 prove, 5 publish."""

from __future__ import annotations

import time
from collections import deque
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from communique import edition as editions
from communique import parallel, proof, publish
from communique.errors import ProofError
from communique.naming import file_name
from communique.page import compose
from communique.pdf.standard import DEFAULT, STANDARDS
from communique.repair import END, ways

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from communique.edition import Edition
    from communique.page import Page
    from communique.pdf.standard import Standard
    from communique.pdf.typeset import Typeset
    from communique.statement import Statement

STEPS = ("read", "compose", "typeset", "prove", "publish")


@dataclass
class Timer:
    """Seconds spent in each of the five steps."""

    seconds: dict[str, float] = field(default_factory=lambda: dict.fromkeys(STEPS, 0.0))

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


@dataclass(frozen=True)
class Result:
    """A delivered PDF: where it is, its pages, the time it took, and what is to be known."""

    path: Path
    pages: int
    timer: Timer
    remarks: tuple[str, ...] = ()


def build(  # noqa: PLR0913  # what is made, of what, where and how
    statement: Statement,
    edition: str,
    out: Path,
    *,
    html: Path | None = None,
    standard: int = DEFAULT,
    timer: Timer | None = None,
) -> Result:
    """Make the PDF of `statement` in the `edition` of that name in the folder `out`; return it.

    `standard` is the number of one of `communique.pdf.standard.STANDARDS`.

    With `html`, put the composed page into that folder too. Raises `StatementError` where the
    statement cannot be typeset or the PDF is not proven; nothing is then written, and a PDF of
    an earlier build stays as it was.
    """
    timer = timer or Timer()
    chosen = editions.load(edition)
    if statement.beside:
        parallel.check(statement)
    page, made = _proven(statement, chosen, STANDARDS[standard], timer)
    if html:
        from communique.standalone import standalone  # noqa: PLC0415  # rarely asked for

        name = file_name(statement, edition, ".html")
        publish.write(html / name, standalone(page).encode("utf-8"))
    target = out / file_name(statement, edition)
    with timer.step("publish"):
        publish.write(target, made.pdf)
    return Result(target, made.pages, timer, page.repair.remarks)


def _proven(
    statement: Statement, edition: Edition, standard: Standard, timer: Timer
) -> tuple[Page, Typeset]:
    """Return the first page that is proven among the ways to set it; see `communique.repair`.

    Raises the `ProofError` of the way that came nearest where none is.
    """
    from communique.pdf.typeset import typeset  # noqa: PLC0415  # slow, and reading comes first

    errors: list[ProofError] = []
    divided = False
    left = deque(ways(notes=bool(statement.body.notes) and edition.notes != END))
    while left:
        way = left.popleft()
        with timer.step("compose"):
            page = compose(statement, edition, way.divided if divided else way)
        try:
            with timer.step("typeset"):
                made = typeset(page, standard)
            with timer.step("prove"):
                proof.prove(page, made)
        except ProofError as error:
            errors.append(error)
            if not error.repairable:
                break
            if error.hopeless:
                left = deque(each for each in left if each.notes == END)
            if error.too_wide and not divided:
                divided = True
                left.appendleft(way)
        else:
            return page, made
    raise min(errors, key=lambda error: len(error.faults))
