"""What is to be made of every statement, in which form, and what its files are called."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from communique.outputs import DEFAULT, OUTPUTS
from communique.run import selection
from communique.store.naming import file_name

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from communique.publish.manifest import Form
    from communique.run.selection import Job


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

    @property
    def makes_all(self) -> bool:
        """Whether all is made, current or not; HTML is not in the record."""
        return self.force or self.streamed or self.html is not None or bool(self.given)

    def outputs_of(self, job: Job) -> tuple[str, ...]:
        """Return what is made with a job: what has no pages is made with the first edition."""
        versions, edition = job
        first = len(versions) > 1 or edition == self.single[0]
        return tuple(name for name in self.outputs if first or OUTPUTS[name].paged)

    def form(self, output: str, job: Job) -> Form:
        """Return the form in which the record knows an output of a job."""
        versions, edition = job
        filed = selection.filed_under(output, edition, languages=len(versions))
        return filed, self.standard, output

    def names(self, job: Job, outputs: Iterable[str], folder: str) -> dict[str, str]:
        """Return the names of what is made of a job in a `folder` of ``out``, by their outputs."""
        names = selection.file_names(*_named_by(job), outputs)
        return {output: folder + name for output, name in names.items()}

    def page(self, job: Job, folder: str) -> Path | None:
        """Return where the composed page of a job goes, if it goes anywhere."""
        return self.html and self.html / f"{folder}{file_name(*_named_by(job))}.html"


def _named_by(job: Job) -> tuple[str, list[str], str]:
    """Return what the names of a job's files are made of: slug, languages, edition."""
    versions, edition = job
    return versions[0].slug, [version.language for version in versions], edition
