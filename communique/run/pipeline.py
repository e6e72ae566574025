"""The five steps in order: 1 read, 2 compose, 3 typeset, 4 prove, 5 publish."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING

from communique import prove
from communique.compose.fallback import ways
from communique.compose.page import compose
from communique.compose.sheet import sheet
from communique.content.content import END, content_of
from communique.design import edition as editions
from communique.model.faults import ProofError
from communique.model.standards import DEFAULT, STANDARDS
from communique.publish import atomic
from communique.publish.file_groups import ENGINE
from communique.publish.result import Proven, ProvenFile, Result, Timer
from communique.read import versions
from communique.store.naming import file_name

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from communique.compose.page import Page
    from communique.compose.sheet import Sheet
    from communique.design.edition import Edition
    from communique.model.standards import Standard
    from communique.model.statement import Statement
    from communique.typeset.engine import Typeset

    SetType = Callable[[Sheet], Typeset]


def build(
    statement: Statement,
    edition: str,
    out: Path,
    *,
    html: Path | None = None,
    standard: int = DEFAULT,
) -> Result:
    """Make the PDF of `statement` in the `edition` of that name in the folder `out`; return it.

    With `html`, put the composed page into that folder too. Raises what `make` raises; nothing
    is then written, and a PDF of an earlier build stays as it was.
    """
    languages = [version.language for version in statement.versions]
    name = file_name(statement.slug, languages, edition, "")
    proven = make(statement, edition, html=html is not None, standard=standard)
    return atomic.deliver(proven, out / name, html and html / name)


def make(
    statement: Statement,
    edition: str,
    *,
    html: bool = False,
    standard: int = DEFAULT,
    set_type: SetType | None = None,
) -> Proven:
    """Return the proven PDF of `statement` in the `edition` of that name, written nowhere yet.

    `standard` is the number of one of `communique.model.standards.STANDARDS`; `set_type` typesets,
    in another process or, if it is not given, here. Raises `StatementError` or `DesignError` where
    the statement cannot be typeset, and `ProofError` where the PDF is not proven.
    """
    timer = Timer()
    chosen = editions.load(edition)
    if statement.beside:
        versions.check(statement)
    page, made, remarks = _proven(statement, chosen, STANDARDS[standard], timer, set_type)
    composed = None
    if html:
        from communique.compose.standalone import standalone  # noqa: PLC0415  # rarely asked for

        composed = standalone(page)
    made_of = page.content.design_files | {ENGINE: made.libraries}
    pdf = ProvenFile(".pdf", made.pdf, made.pages, timer, remarks, made_of)
    return Proven({"pdf": pdf}, composed)


def _proven(
    statement: Statement,
    edition: Edition,
    standard: Standard,
    timer: Timer,
    set_type: SetType | None,
) -> tuple[Page, Typeset, tuple[str, ...]]:
    """Return the first page that is proven among the ways of `communique.compose.fallback`.

    Also return its PDF and what is to be said of the way.

    Raises the `ProofError` of the way that came nearest where none is.
    """
    if set_type is None:
        from communique.typeset import engine  # noqa: PLC0415  # slow, and seldom done here

        set_type = engine.set_type
    errors: list[ProofError] = []
    divided = False
    left = deque(ways(notes=bool(statement.body.notes) and edition.notes != END))
    while left:
        way = left.popleft()
        with timer.step("compose"):
            at_end = way.notes_at_end
            content = content_of(statement, edition, standard=standard, notes_at_end=at_end)
            taken = way.divided if divided else way
            page = compose(content, taken)
        try:
            with timer.step("typeset"):
                made = set_type(sheet(page))
            with timer.step("prove"):
                prove.prove(content, made.pdf)
        except ProofError as error:
            errors.append(error)
            if not error.repairable:
                break
            if error.hopeless:
                left = deque(each for each in left if each.notes_at_end)
            if error.too_wide and not divided:
                divided = True
                left.appendleft(way)
        else:
            return page, made, taken.remarks
    raise min(errors, key=lambda error: len(error.faults))
