"""One draft of an output after the other, until one is proven and what is seen looks well."""

from __future__ import annotations

from collections import deque
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from communique import turns
from communique.compose import fallback
from communique.content.content import END, content_of
from communique.model.faults import ProofError
from communique.model.tables.records import without_joins
from communique.model.tables.wide import tables, turnable

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from communique.content.content import Content
    from communique.design.edition import Edition
    from communique.model.standards import Standard
    from communique.model.statement import Statement
    from communique.outputs import Output
    from communique.outputs.draft import Draft, Means


class Task(NamedTuple):
    """What is made, and with what."""

    output: Output
    statement: Statement
    edition: Edition
    standard: Standard
    means: Means
    beside: tuple[str, ...] = ()
    """The names of the files that are made with it."""

    @property
    def sides(self) -> frozenset[int]:
        """The tables, from 0, that may be set across their pages."""
        return frozenset() if self.statement.beside else turnable(self.statement.body)


class Found(NamedTuple):
    """A draft that is proven, or lacks no more than a good look."""

    content: Content
    draft: Draft
    way: fallback.Fallback
    wishes: tuple[str, ...] = ()
    """What it lacks, which is no more than a good look."""

    @property
    def remarks(self) -> tuple[str, ...]:
        """What is to be said of it."""
        return (*self.way.remarks, *(self.wishes or filter(None, [self.draft.fit])))


def proven(task: Task) -> Found:
    """Return the first draft that is proven among the ways of `communique.compose.fallback`.

    Another one is returned if it looks better than that, where tables are too wide. Raises the
    `ProofError` of the way that came nearest where none is proven.
    """
    if task.output.parts:
        return _put_together(task)
    if not task.output.joins:
        task = task._replace(statement=_without_joins(task.statement))
    notes = bool(task.statement.body.notes) and task.edition.notes != END
    ways = fallback.ways(notes=notes) if task.output.paged else (fallback.WITHOUT_PAGES,)
    found = _first_proven(task, ways, fallback.Narrowing(divides=task.edition.divided_tables))
    vain = frozenset[int]()
    while better := _better(task, found, vain):
        try:
            tried = _first_proven(task, (found.way,), better)
        except ProofError:
            tried = None
        if tried and _is_better(tried, found):
            found = tried
        elif beside := better.along - found.way.narrowing.along:
            vain |= beside  # but what stands on the other side of a table may have room there
        else:
            break
    return found


def _put_together(task: Task) -> Found:
    """Return the draft that is put together from what is proven, if it is proven itself."""
    content = content_of(task.statement, task.edition, standard=task.standard)
    draft = task.output.make(content, fallback.WITHOUT_PAGES, task.means)
    with task.means.step("prove"):
        task.output.prove(content, draft.data, task.means.parts)
    return Found(content, draft, fallback.WITHOUT_PAGES)


def _is_better(tried: Found, found: Found) -> bool:
    """Tell whether a draft looks as well as the one found, and saves a page by what it sets so."""
    saved = found.draft.pages - tried.draft.pages
    is_well = len(tried.wishes) <= len(found.wishes)
    return is_well and (saved > 0 or not tried.way.narrowing.along)


def _without_joins(statement: Statement) -> Statement:
    """Return a statement without joined cells, of two versions before they are compared."""
    made = without_joins(statement)
    return made if made is statement else turns.compared_anew(statement, without_joins) or made


def _set(statement: Statement, narrowing: fallback.Narrowing) -> Statement:
    """Return a statement with its tables as they are set."""
    listed = turns.with_lists(statement) if narrowing.records else None
    return listed or narrowing.of(statement)


def _first_proven(
    task: Task, ways: Sequence[fallback.Fallback], narrowing: fallback.Narrowing
) -> Found:
    """Return the first draft that is proven among these `ways`, if `narrowing` is done in each.

    Where tables or words are still too wide, more is. Where no draft is proven but one lacks no
    more than a good look, that one is returned.
    """
    output, statement, edition, standard, means, beside = task
    errors: list[ProofError] = []
    wished: Found | None = None
    left = deque(ways)
    while left:
        way = left.popleft().narrowed(narrowing)
        with means.step("compose"):
            said, at_end = _set(statement, narrowing), way.notes_at_end
            content = content_of(
                said, edition, standard=standard, notes_at_end=at_end, beside=beside
            )
        fit = ""
        try:
            draft = output.make(content, way, means)
            fit = draft.fit
            with means.step("prove"):
                output.prove(content, draft.data, means.parts)
        except ProofError as error:
            if fit:  # it was this that lost or misplaced text, perhaps
                left.appendleft(way.unfitted)
                continue
            errors.append(error)
            if error.wishes and wished is None:
                wished = Found(content, draft, way, error.wishes)
            if not error.repairable or narrowing.along:  # no room beside a table
                break
            left = deque(each for each in left if _may_help(each, error))
            if narrower := _narrower(narrowing, error, task):
                of_words = narrower.long_words > narrowing.long_words
                if not left or _is_tried_again(errors, of_words=of_words):
                    left.appendleft(way)
                narrowing = narrower
        else:
            return Found(content, draft, way)
    if wished:
        return wished
    raise min(errors, key=lambda error: len(error.faults))


def _may_help(way: fallback.Fallback, error: ProofError) -> bool:
    """Tell whether another way may help: notes at the end mend no looks, but may mend all else."""
    return not error.wishes if way.notes_at_end else not error.hopeless


def _is_tried_again(errors: Sequence[ProofError], *, of_words: bool) -> bool:
    """Tell whether the same way helps, once tables are narrowed, or words, after these `errors`.

    It does not where notes have run off their pages: at most a table did, and looks like that.
    """
    *before, last = errors
    return not last.hopeless or not (of_words or any(error.hopeless for error in before))


def _narrower(
    narrowing: fallback.Narrowing, error: ProofError, task: Task
) -> fallback.Narrowing | None:
    """Return what to do besides where tables, of which some may be turned, or words are too wide.

    That is None where nothing is too wide, or all is done.
    """
    wide = _tables_at(error.wide, task.statement)
    more = narrowing.without_leads(_tables_at(error.early, task.statement))
    if more or not (wide or error.too_wide):
        return more
    return narrowing.more(wide, task.sides)


def _better(task: Task, found: Found, vain: frozenset[int]) -> fallback.Narrowing | None:
    """Return what may look better, where tables are too wide, than what is found, if anything.

    Tables that smaller type leaves too narrow are set across the page, if they may be; and so is
    what stands before or after one that is, on a page that is half empty: but for the lines that
    were set so in `vain`.
    """
    narrowing = found.way.narrowing
    if not narrowing.smaller | narrowing.turned:
        return None
    from communique.pdf_reading.reading import Reading  # noqa: PLC0415  # seldom needed
    from communique.prove.arrangement import papers  # noqa: PLC0415

    with task.means.step("prove"):
        reading = Reading(found.draft.data)
        if squeezed := papers.squeezed(found.content, reading) & task.sides:
            return narrowing.turning(squeezed)
        if not narrowing.turned:
            return None
        along = papers.beside_turned(found.content, reading, vain)
    along -= narrowing.along | vain
    return replace(narrowing, along=narrowing.along | along) if along else None


def _tables_at(places: frozenset[tuple[Path, int]], statement: Statement) -> frozenset[int]:
    """Return the numbers of the tables, from 0, at these files and lines."""
    return frozenset(
        number
        for version in statement.versions
        for number, table in enumerate(tables(version.body))
        if (version.path, table.line) in places
    )
