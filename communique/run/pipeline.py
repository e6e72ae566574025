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
from communique.outputs.draft import Means, Part
from communique.publish import atomic
from communique.publish.file_groups import ENGINE
from communique.publish.result import Proven, ProvenFile, Result, Timer
from communique.read import versions
from communique.run import selection
from communique.store.naming import PLAIN

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from communique.compose.page import Page
    from communique.compose.sheet import Sheet
    from communique.content.content import Content
    from communique.design.edition import Edition
    from communique.model.faults import Fault
    from communique.model.standards import Standard
    from communique.model.statement import Statement
    from communique.outputs import Output
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
    named = _named(statement, edition, turn, earlier)
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
    named = _named(statement, edition, turn, earlier)
    said = other_language.remarks(statement)
    if statement.beside:
        said = (*map(_without_folder, versions.check(statement)), *said)
    statement = turns.turned(statement, turn, earlier)
    _check_turn(statement, turn)
    told = [each.turned.remarks for each in statement.versions if each.turned]
    said = (*said, *map(_told, chain.from_iterable(told)))
    maker = _Maker(statement, chosen, STANDARDS[standard], set_type or _here(), named)
    # What others are put together from comes first, so that its time is its own.
    ordered = sorted(outputs, key=lambda name: bool(OUTPUTS[name].parts))
    made = {name: maker.file(name, Timer(), beside) for name in ordered}
    files = {name: made[name] for name in outputs}
    files = {name: each._replace(remarks=(*said, *each.remarks)) for name, each in files.items()}
    composed = None
    if html and maker.page:
        from communique.compose.standalone import standalone  # noqa: PLC0415  # rarely asked for

        composed = standalone(maker.page)
    return Proven(files, composed)


class _Maker:
    """Makes the outputs of a statement in an edition, each of them once."""

    def __init__(
        self,
        statement: Statement,
        edition: Edition,
        standard: Standard,
        set_type: SetType,
        named: selection.Named,
    ) -> None:
        self._statement, self._edition, self._standard = statement, edition, standard
        self._set_type, self._named = set_type, named
        self._files: dict[tuple[str, tuple[str, ...]], ProvenFile] = {}
        self.page: Page | None = None
        """The page that was composed, if one was."""

    def file(self, name: str, timer: Timer, beside: Sequence[str] = ()) -> ProvenFile:
        """Return the output of that `name`; where it is made now, the `timer` has its time.

        `beside` are the files to which it leads, if it is one that leads to others. Within another
        file it has none beside it.
        """
        others = tuple(beside) if OUTPUTS[name].leads else ()
        if (name, others) not in self._files:
            self._files[name, others] = self._made(OUTPUTS[name], timer, others)
        return self._files[name, others]

    def _made(self, output: Output, timer: Timer, others: tuple[str, ...]) -> ProvenFile:
        inside = {name: self.file(name, timer) for name in output.parts}
        called = self._named.files(output.parts)
        parts = {name: Part(called[name], file.data) for name, file in inside.items()}
        means = Means(timer.step, self._set_type, parts)
        task = trials.Task(output, self._statement, self._edition, self._standard, means, others)
        found = trials.proven(task)
        draft, made_of = found.draft, _design_files(found.content)
        if draft.libraries:
            made_of[ENGINE] = draft.libraries
        for file in inside.values():
            made_of |= file.made_of
        self.page = self.page or draft.page
        pages = max((draft.pages, *(file.pages for file in inside.values())))
        remarks = [each for file in inside.values() for each in file.remarks]
        if output.paged and not inside:
            remarks += _attached(self._statement)
            remarks += emblem.remarks(found.content)
        every = tuple(dict.fromkeys((*remarks, *found.remarks)))
        return ProvenFile(output.suffix, draft.data, pages, timer, every, made_of)


def _named(
    statement: Statement, edition: str, turn: str, earlier: Statement | None
) -> selection.Named:
    """Return what the names of the files are made of."""
    languages = [version.language for version in statement.versions]
    before = tuple(each.known for each in earlier.versions) if earlier else ()
    filed = turns.Filed(statement.known, before, statement.matter.corrigendum)
    return selection.Named(statement.slug, languages, edition, turn, filed)


def _check_turn(statement: Statement, turn: str) -> None:
    """Refuse what is not turned as asked: under the name of its file it would pass for it."""
    made = (each.turned.name if each.turned else PLAIN for each in statement.versions)
    if any(name != turn for name in made):
        faults = Faults(statement.path, ProofError)
        faults.add(1, "turn", f"this is not what --as {turn} makes", "nothing was delivered")
        faults.check()


def _told(remark: Fault | str) -> str:
    """Return what is told of a turned statement, which may have its place in a file."""
    if isinstance(remark, str):
        return remark
    return str(remark._replace(key=f"remark: {remark.key}"))


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
