"""The five steps in order: 1 read, 2 compose, 3 typeset, 4 prove, 5 publish."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from communique import turns
from communique.compose import emblem
from communique.content import other_language
from communique.design import edition as editions
from communique.design import theme as themes
from communique.model.faults import Faults, ProofError
from communique.model.standards import DEFAULT, STANDARDS
from communique.outputs import DEFAULT as PDF
from communique.outputs import OUTPUTS, trials
from communique.outputs.draft import Means
from communique.publish import atomic
from communique.publish.file_groups import ENGINE
from communique.publish.result import Proven, ProvenFile, Result, Timer
from communique.read import versions
from communique.run import selection
from communique.store.naming import PLAIN

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from communique.compose.sheet import Sheet
    from communique.content.content import Content
    from communique.model.faults import Fault
    from communique.model.statement import Statement
    from communique.typeset.engine import Typeset

    SetType = Callable[[Sheet], Typeset]


_ATTACHED = "the earlier version, {}, is attached to the PDF and goes out with it"


def build(  # noqa: PLR0913  # what is made, and where
    statement: Statement,
    edition: str,
    out: Path,
    outputs: Sequence[str] = PDF,
    *,
    html: Path | None = None,
    standard: int = DEFAULT,
    turn: str = PLAIN,
    earlier: Statement | None = None,
) -> Result:
    """Make `outputs` of `statement` in the `edition` of that name in the folder `out`.

    Return the files. With `html`, put the composed page into that folder too. Raises what `make`
    raises; nothing is then written, and a file of an earlier build stays as it was.
    """
    languages = [version.language for version in statement.versions]
    before = tuple(each.known for each in earlier.versions) if earlier else ()
    filed = turns.Filed(statement.known, before, statement.matter.corrigendum)
    named = selection.Named(statement.slug, languages, edition, turn, filed)
    page = html and html / f"{named.name()}.html"
    proven = make(
        statement,
        edition,
        outputs,
        html=html is not None,
        standard=standard,
        turn=turn,
        earlier=earlier,
        beside=selection.beside(named, outputs, [edition]),
    )
    return atomic.deliver(proven, out, named.files(outputs), page)


def make(  # noqa: PLR0913  # what is made, and with what
    statement: Statement,
    edition: str,
    outputs: Sequence[str] = PDF,
    *,
    html: bool = False,
    standard: int = DEFAULT,
    set_type: SetType | None = None,
    turn: str = PLAIN,
    earlier: Statement | None = None,
    beside: Sequence[str] = (),
) -> Proven:
    """Return `outputs` of `statement` in the `edition` of that name, proven, written nowhere yet.

    They are names of rows of `communique.outputs.OUTPUTS`; either all are proven or there is none.
    With `html` the composed page is returned, too, if one was composed. `standard` is the number of
    one of `communique.model.standards.STANDARDS`; `set_type` typesets, in another process or, if
    it is not given, here. The statement is first turned into what `turn` names (see
    `communique.turns`), perhaps compared with an `earlier` one. `beside` are the names of files in
    the same folder that are made with these: a web page leads to them. Raises `StatementError` or
    `DesignError` where the statement cannot be turned or typeset, and `ProofError` where an output
    is not proven.
    """
    chosen = editions.load(edition)
    said = other_language.remarks(statement)
    if statement.beside:
        said = (*map(_without_folder, versions.check(statement)), *said)
    statement = turns.turned(statement, turn, earlier)
    _check_turn(statement, turn)
    told = [each.turned.remarks for each in statement.versions if each.turned]
    said = (*said, *map(str, chain.from_iterable(told)))
    files: dict[str, ProvenFile] = {}
    composed = None
    for name in outputs:
        timer, output = Timer(), OUTPUTS[name]
        means = Means(timer.step, set_type or _here())
        others = tuple(beside) if output.leads else ()
        task = trials.Task(output, statement, chosen, STANDARDS[standard], means, others)
        found = trials.proven(task)
        content, draft = found.content, found.draft
        made_of = _design_files(content)
        if draft.libraries:
            made_of[ENGINE] = draft.libraries
        looks = emblem.remarks(content) if output.paged else ()
        attached = _attached(statement) if output.paged else ()
        remarks = (*said, *attached, *looks, *found.remarks)
        files[name] = ProvenFile(output.suffix, draft.data, draft.pages, timer, remarks, made_of)
        if html and draft.page:
            from communique.compose.standalone import standalone  # noqa: PLC0415  # rarely asked for

            composed = standalone(draft.page)
    return Proven(files, composed)


def _check_turn(statement: Statement, turn: str) -> None:
    """Refuse what is not turned as asked: under the name of its file it would pass for it."""
    made = (each.turned.name if each.turned else PLAIN for each in statement.versions)
    if any(name != turn for name in made):
        faults = Faults(statement.path, ProofError)
        faults.add(1, "turn", f"this is not what --as {turn} makes", "nothing was delivered")
        faults.check()


def _without_folder(remark: Fault) -> str:
    """Return a remark with the names of files alone: it is kept with what was made."""
    return str(remark).replace(f"{remark.path.parent}/", "")


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


def _here() -> SetType:
    """Return what typesets in this process."""
    from communique.typeset import engine  # noqa: PLC0415  # slow, and seldom done here

    return engine.set_type


def _attached(statement: Statement) -> Iterator[str]:
    """Yield what is said of the version that a PDF of a `statement` has attached besides."""
    every = [each.turned.earlier for each in statement.versions if each.turned]
    for earlier in filter(None, every):
        yield _ATTACHED.format(earlier.path.name)
