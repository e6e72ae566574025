"""What is to be made: of which statement, in which form, and what its files are called."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING, NamedTuple

from communique import turns
from communique.outputs import DEFAULT, OUTPUTS
from communique.run import selection
from communique.store.naming import PLAIN

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from communique.publish.manifest import Form
    from communique.read.packed import PackedStatement


class Job(NamedTuple):
    """A statement, or two versions of one, and the edition that it is built in."""

    versions: tuple[PackedStatement, ...]
    edition: str
    turn: str = PLAIN
    """The name of a turn of `communique.turns`, which may have a number: alternat-2."""
    earlier: tuple[PackedStatement, ...] = ()
    """The version of each with which it is compared."""

    @property
    def party(self) -> str | None:
        """The party for which it is made, if it is made for each of them."""
        number = turns.number_of(self.turn)
        return self.versions[0].parties[number - 1] if number else None

    @property
    def named(self) -> selection.Named:
        """What the names of its files are made of."""
        first, before = self.versions[0], tuple(each.known for each in self.earlier)
        filed = turns.Filed(first.known, before, first.corrigendum)
        return selection.Named(first.slug, self.languages, self.edition, self.turn, filed)

    @property
    def languages(self) -> list[str]:
        """The languages of the versions (BCP 47)."""
        return [version.language for version in self.versions]

    @property
    def paths(self) -> list[str]:
        """Where the versions are."""
        return [str(version.path) for version in self.versions]


class Request(NamedTuple):
    """What is to be made of every statement."""

    out: Path
    single: list[str]
    """The editions in one language."""
    double: list[str]
    """Those in two."""
    languages: list[str]
    """Which two, and in which order, if that was said."""
    standard: int
    html: Path | None = None
    """Where the composed pages go as HTML, if anywhere."""
    force: bool = False
    """Whether files are made again that are current."""
    streamed: bool = False
    """Whether the one file goes to standard output and not into `out`."""
    given: tuple[()] | tuple[bytes] = ()
    """The text of the one statement, if it was given and is in no file; it is not recorded."""
    outputs: tuple[str, ...] = DEFAULT
    """Names of rows of `communique.outputs.OUTPUTS`."""
    turn: str = PLAIN
    """The name of a row of `communique.turns.TURNS`."""
    since: tuple[str, ...] = ()
    """Where the earlier versions are with which statements are compared (see `earlier`)."""

    partners: frozenset[str] = frozenset()
    """The paths of statements that were not named, and are only made beside their versions."""

    @property
    def makes_all(self) -> bool:
        """Whether all is made, current or not; HTML and earlier versions are not in the record."""
        asked = self.force or self.streamed or self.html is not None
        return asked or bool(self.given) or bool(self.since)

    def turned(self, job: Job) -> tuple[Job, ...]:
        """Return a job for each thing that a statement is turned into, such as for each party."""
        parties = len(job.versions[0].parties)
        return tuple(job._replace(turn=name) for name in turns.names(self.turn, parties))

    def left_over(self, job: Job, folder: str) -> Iterator[str]:
        """Yield the names of files in ``out`` that were made for parties which are no more."""
        for number in (
            count(len(job.versions[0].parties) + 1) if turns.is_for_each(self.turn) else ()
        ):
            one = job._replace(turn=f"{self.turn}-{number}")
            names = self.names(one, self.outputs_of(one), folder).values()
            there = [name for name in names if (self.out / name).exists()]
            if not there:
                return
            yield from there

    def outputs_of(self, job: Job) -> tuple[str, ...]:
        """Return what is made with a job: what has no pages is made with the first edition."""
        first = len(job.versions) > 1 or job.edition == self.single[0]
        return tuple(name for name in self.outputs if first or OUTPUTS[name].paged)

    def beside(self, job: Job) -> tuple[str, ...]:
        """Return the names of the files to which a web page that is made with a job leads."""
        return selection.beside(job.named, self.outputs, self._editions(job))

    def form(self, output: str, job: Job) -> Form:
        """Return the form in which the record knows an output of a job."""
        filed = selection.filed_under(output, job.edition, languages=len(job.versions))
        made = selection.recorded_as(output, self.outputs, self._editions(job))
        return filed, self.standard, made, job.turn

    def _editions(self, job: Job) -> list[str]:
        return self.double if len(job.versions) > 1 else self.single

    def names(self, job: Job, outputs: Iterable[str], folder: str) -> dict[str, str]:
        """Return the names of what is made of a job in a `folder` of ``out``, by their outputs."""
        return {output: folder + name for output, name in job.named.files(outputs).items()}

    def page(self, job: Job, folder: str) -> Path | None:
        """Return where the composed page of a job goes, if it goes anywhere."""
        return self.html and self.html / f"{folder}{job.named.name()}.html"
