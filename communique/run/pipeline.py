"""The five steps in order: 1 read, 2 compose, 3 typeset, 4 prove, 5 publish."""

from __future__ import annotations

from collections import deque
from dataclasses import replace
from typing import TYPE_CHECKING

from communique.compose import emblem, fallback
from communique.content import other_language
from communique.content.content import END, content_of
from communique.design import edition as editions
from communique.design import theme as themes
from communique.model.faults import ProofError
from communique.model.standards import DEFAULT, STANDARDS
from communique.model.tables.records import without_joins
from communique.model.tables.wide import tables, turnable
from communique.outputs import DEFAULT as PDF
from communique.outputs import OUTPUTS
from communique.outputs.draft import Means
from communique.publish import atomic
from communique.publish.file_groups import ENGINE
from communique.publish.result import Proven, ProvenFile, Result, Timer
from communique.read import versions
from communique.run import selection
from communique.store.naming import file_name

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from communique.compose.sheet import Sheet
    from communique.content.content import Content
    from communique.design.edition import Edition
    from communique.model.standards import Standard
    from communique.model.statement import Statement
    from communique.outputs import Output
    from communique.outputs.draft import Draft
    from communique.typeset.engine import Typeset

    SetType = Callable[[Sheet], Typeset]


def build(  # noqa: PLR0913  # what is made, and where
    statement: Statement,
    edition: str,
    out: Path,
    outputs: Sequence[str] = PDF,
    *,
    html: Path | None = None,
    standard: int = DEFAULT,
) -> Result:
    """Make `outputs` of `statement` in the `edition` of that name in the folder `out`.

    Return the files. With `html`, put the composed page into that folder too. Raises what `make`
    raises; nothing is then written, and a file of an earlier build stays as it was.
    """
    languages = [version.language for version in statement.versions]
    names = selection.file_names(statement.slug, languages, edition, outputs)
    page = html and html / f"{file_name(statement.slug, languages, edition)}.html"
    proven = make(statement, edition, outputs, html=html is not None, standard=standard)
    return atomic.deliver(proven, out, names, page)


def make(  # noqa: PLR0913  # what is made, and with what
    statement: Statement,
    edition: str,
    outputs: Sequence[str] = PDF,
    *,
    html: bool = False,
    standard: int = DEFAULT,
    set_type: SetType | None = None,
) -> Proven:
    """Return `outputs` of `statement` in the `edition` of that name, proven, written nowhere yet.

    They are names of rows of `communique.outputs.OUTPUTS`; either all are proven or there is none.
    With `html` the composed page is returned, too, if one was composed. `standard` is the number of
    one of `communique.model.standards.STANDARDS`; `set_type` typesets, in another process or, if
    it is not given, here. Raises `StatementError` or `DesignError` where the statement cannot be
    typeset, and `ProofError` where an output is not proven.
    """
    chosen = editions.load(edition)
    if statement.beside:
        versions.check(statement)
    said = other_language.remarks(statement)
    files: dict[str, ProvenFile] = {}
    composed = None
    for name in outputs:
        timer, output = Timer(), OUTPUTS[name]
        means = Means(timer.step, set_type or _here())
        content, draft, remarks = _proven(output, statement, chosen, STANDARDS[standard], means)
        made_of = _design_files(content)
        if draft.libraries:
            made_of[ENGINE] = draft.libraries
        looks = emblem.remarks(content) if output.paged else ()
        remarks = (*said, *looks, *remarks)
        files[name] = ProvenFile(output.suffix, draft.data, draft.pages, timer, remarks, made_of)
        if html and draft.page:
            from communique.compose.standalone import standalone  # noqa: PLC0415  # rarely asked for

            composed = standalone(draft.page)
    return Proven(files, composed)


def _design_files(content: Content) -> dict[str, tuple[str, ...]]:
    """Return the files of ``templates`` that not all pages are made of, by what they belong to."""
    name = content.statement.matter.theme or themes.DEFAULT
    files = {f"edition {content.edition.name}": tuple(map(str, content.edition.files))}
    files[f"theme {name}"] = tuple(map(str, themes.files(name)))
    for each in content.fallback_fonts:
        from communique.design.writing import fallback_fonts  # noqa: PLC0415  # slow, and rare

        files[f"script {each.script}"] = tuple(
            map(str, (fallback_fonts.file(), *each.package.found()))
        )
    return files | {f"language {one.tag}": one.files for one in content.languages}


def _proven(
    output: Output, statement: Statement, edition: Edition, standard: Standard, means: Means
) -> tuple[Content, Draft, tuple[str, ...]]:
    """Return the first draft that is proven among the ways of `communique.compose.fallback`.

    Also return what it says, and what is to be said of the way. Where none is but one lacks no more
    than a good look, that one is returned, and what it lacks is said. Raises the `ProofError` of
    the way that came nearest otherwise.
    """
    errors: list[ProofError] = []
    plain: tuple[Content, Draft, tuple[str, ...]] | None = None
    narrowing = fallback.Narrowing(divides=edition.divided_tables)
    if not output.paged:
        statement = without_joins(statement)
    notes = bool(statement.body.notes) and edition.notes != END
    sides = frozenset() if statement.beside else turnable(statement.body)
    left = deque(fallback.ways(notes=notes) if output.paged else (fallback.WITHOUT_PAGES,))
    while left:
        way = left.popleft()
        with means.step("compose"):
            taken = way.narrowed(narrowing)
            said, at_end = narrowing.of(statement), way.notes_at_end
            content = content_of(said, edition, standard=standard, notes_at_end=at_end)
        fit = ""
        try:
            draft = output.make(content, taken, means)
            fit = draft.fit
            with means.step("prove"):
                output.prove(content, draft.data)
                better = _better(content, draft, narrowing, sides)
        except ProofError as error:
            if fit:  # it was this that lost or misplaced text, perhaps
                left.appendleft(way.unfitted)
                continue
            errors.append(error)
            if not error.repairable or (plain and narrowing.along):  # no room beside a table
                break
            if error.wishes and plain is None:
                plain = content, draft, (*taken.remarks, *error.wishes)
            left = deque(each for each in left if _may_help(each, error))
            if narrower := _narrower(narrowing, error, statement, sides):
                of_words = narrower.long_words > narrowing.long_words
                if not left or _is_tried_again(errors, of_words=of_words):
                    left.appendleft(way)
                narrowing = narrower
        else:
            if plain and narrowing.along and draft.pages >= plain[1].pages:
                return plain  # no page was saved by what is set beside a table
            if not better:
                return content, draft, (*taken.remarks, *filter(None, [fit]))
            plain = content, draft, (*taken.remarks, *filter(None, [fit]))
            narrowing, left = better, deque([way])
    if plain:
        return plain
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
    narrowing: fallback.Narrowing, error: ProofError, statement: Statement, sides: frozenset[int]
) -> fallback.Narrowing | None:
    """Return what to do besides where tables, of which some may be turned, or words are too wide.

    That is None where nothing is too wide, or all is done.
    """
    wide = _tables_at(error.wide, statement)
    more = narrowing.without_leads(_tables_at(error.early, statement))
    if more or not (wide or error.too_wide):
        return more
    return narrowing.more(wide, sides)


def _better(
    content: Content, draft: Draft, narrowing: fallback.Narrowing, sides: frozenset[int]
) -> fallback.Narrowing | None:
    """Return what looks better than a draft that is proven, where tables are too wide, if anything.

    Tables that smaller type leaves too narrow are set across the page, if they are of `sides`; and
    so is what stands before or after one that is, on a page that is half empty.
    """
    if not narrowing.smaller | narrowing.turned:
        return None
    from communique.pdf_reading.reading import Reading  # noqa: PLC0415  # seldom needed
    from communique.prove.arrangement import papers  # noqa: PLC0415

    reading = Reading(draft.data)
    if squeezed := papers.squeezed(content, reading) & sides:
        return narrowing.turning(squeezed)
    if not narrowing.turned:
        return None
    along = papers.beside_turned(content, reading) - narrowing.along
    return replace(narrowing, along=narrowing.along | along) if along else None


def _tables_at(places: frozenset[tuple[Path, int]], statement: Statement) -> frozenset[int]:
    """Return the numbers of the tables, from 0, at these files and lines."""
    return frozenset(
        number
        for version in statement.versions
        for number, table in enumerate(tables(version.body))
        if (version.path, table.line) in places
    )


def _here() -> SetType:
    """Return what typesets in this process."""
    from communique.typeset import engine  # noqa: PLC0415  # slow, and seldom done here

    return engine.set_type
