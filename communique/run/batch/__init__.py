"""Many statements at once: each is read, made, published and recorded, or fails alone.

It works with any `concurrent.futures.Executor`. Files are written here and not by the executor,
so that each PDF is there once and whole, whatever becomes of a worker or of another machine.
"""

from __future__ import annotations

import traceback
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from communique import turns
from communique.compose import unread
from communique.model.faults import BugError, CommuniqueError, StatementError
from communique.publish import atomic, ownership, stream
from communique.publish.ownership import OwnershipError
from communique.run import selection
from communique.run.batch import half_final, replacing
from communique.run.clashes import clashes
from communique.run.partners import other_languages
from communique.run.pool import results
from communique.run.report.in_turn import in_turn
from communique.store.places import shown

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from concurrent.futures import Executor, Future

    from communique.publish.manifest import Record
    from communique.publish.record_lines import Entry
    from communique.publish.result import Proven, Result
    from communique.read.packed import PackedStatement
    from communique.run.report import Report
    from communique.run.request import Job, Request


class Batch:
    """Makes what a `request` asks for with executors that read and make, and says what comes of it.

    Statements are read on this machine, where they are.
    """

    def __init__(
        self, reader: Executor, maker: Executor, request: Request, record: Record, report: Report
    ) -> None:
        self._reader = reader
        self._maker = maker
        self._request = request
        self._record = record
        self._report = report
        self._folders: dict[str, str] = {}
        self._asked: set[str] = set()

    def run(self, paths: Mapping[str, str], others: dict[str, list[Entry]]) -> int:
        """Make what is asked for of the statements at `paths`; return how many failed.

        Each path is given with the folder of ``out`` that its files go to. `others` are the
        statements of which nothing has to be made, with the PDFs that there are.
        """
        statements, faulty = self._read(paths)
        every, unclear = self._jobs(statements, others)
        self._report.remarked(half_final.remarks(statements, others))
        without: list[tuple[Job, StatementError]] = []
        if self._request.since:
            from communique.run.earlier.compared import compared  # noqa: PLC0415  # seldom

            every, without = compared(every, self._request.since, self._reader)
        for job, error in without:
            self._refuse(job.paths, job.edition, error, ())
        failed = faulty + unclear + len(without)
        jobs = [(job, outputs) for job in every if (outputs := self._missing(job))]
        options = {"standard": self._request.standard, "html": self._request.html is not None}
        tasks = (
            (
                number,
                (
                    "make",
                    job.versions,
                    job.edition,
                    outputs,
                    job.turn,
                    job.earlier,
                    self._request.beside(job),
                ),
            )
            for number, (job, outputs) in enumerate(jobs)
        )
        with self._report.progress("making", len(jobs)) as move, in_turn() as tell:
            for number, done in results(self._maker, tasks, **options):
                job, outputs = jobs[number]
                went_well, said = self._deliver(job, outputs, done)
                failed += not went_well
                move()
                tell(number, said)
        return failed

    def _read(
        self, paths: Mapping[str, str], *, strict: bool = False
    ) -> tuple[list[PackedStatement], int]:
        """Return the statements without faults in the order of `paths`, and how many have some.

        Where that is `strict`, a remark is a fault.
        """
        self._asked = {str(Path(path)) for path in paths}
        self._report.remarked(unread.remarks())
        found: dict[str, PackedStatement] = {}
        faulty: dict[str, CommuniqueError] = {}
        tasks = ((path, ("read", Path(path), *self._request.given)) for path in paths)
        with self._report.progress("reading", len(paths)) as move:
            for path, done in results(self._reader, tasks):
                try:
                    statement = done.result()
                    if strict and statement.remarks:
                        raise StatementError(statement.remarks)
                    found[path] = statement
                    self._folders[str(statement.path)] = paths[path]
                except CommuniqueError as error:
                    faulty[path] = error
                move()
        expected = turns.turn_of(self._request.turn).expects
        for path in paths:
            if path in faulty:
                self._refuse([path], None, faulty[path], self._record.made_of(path))
            else:
                remarks = (each for each in found[path].remarks if each.key != expected)
                self._report.remarked(remarks)
        return [found[path] for path in paths if path in found], len(faulty)

    def _jobs(
        self, statements: Sequence[PackedStatement], others: dict[str, list[Entry]]
    ) -> tuple[list[Job], int]:
        """Return what is to be done of the statements, and how many of them are refused now.

        Those are two that would become one file, and more versions than stand side by side.
        """
        request = self._request
        clashing = dict(clashes(statements, request, self._folders, others))
        well = [each for each in statements if each.path not in clashing]
        jobs, passed, unclear = selection.jobs(
            well, request.single, request.double, request.languages, self._folders
        )
        jobs = [
            job for job in jobs if len(job.versions) > 1 or job.paths[0] not in request.partners
        ]
        refused = [*(([str(path)], error) for path, error in clashing.items()), *unclear]
        for paths, error in refused:
            self._refuse(paths, None, error, self._record.made_of(paths[0]))
        for name, reason in passed:
            folder = next(each.path.parent for each in statements if each.slug == name)
            refused_ones = self._report.refused_statements
            hint = other_languages(folder, name, self._asked, refused_ones, request.languages)
            self._report.left_out(name, reason + hint)
        if passed and not (jobs or others or self._report.refused_statements):
            both = "two languages" if request.languages else "both languages"
            raise selection.wrong(f"nothing is left to make; name {both} of a statement")
        for name in (name for job in jobs for name in request.left_over(job, self._folder(job))):
            gone = "is for a party that is no more; delete it if nobody needs it"
            self._report.notice(f"{shown(str(request.out / name))} {gone}")
        return [each for job in jobs for each in request.turned(job)], len(refused)

    def _missing(self, job: Job) -> tuple[str, ...]:
        """Return the outputs of a job that have to be made; say which are unchanged."""
        request = self._request
        outputs = request.outputs_of(job)
        if request.makes_all:
            return outputs
        missing = []
        for output in outputs:
            entry = self._record.current(job.paths, request.form(output, job))
            if entry and selection.is_in(entry.name, self._folder(job)):
                self._report.unchanged([(job.paths, entry)], job.party)
            else:
                missing.append(output)
        return tuple(missing)

    def _deliver(
        self, job: Job, outputs: Sequence[str], done: Future[Any]
    ) -> tuple[bool, Callable[[], None]]:
        """Publish and record what was made; return whether that went well, and what tells so."""
        names = self._request.names(job, outputs, self._folder(job))
        refuse = partial(self._refuse, job.paths, job.edition)
        try:
            proven: Proven = done.result()
            result = self._publish(job, proven, names)
        except BrokenPipeError:
            raise
        except OwnershipError as error:
            return False, partial(refuse, error, ())
        except (CommuniqueError, OSError) as error:
            return False, partial(refuse, error, names.values())
        except Exception as error:  # the executor's own: a worker of the cluster that died thrice
            bug = BugError(f"{type(error).__name__}: {error}", traceback.format_exc())
            return False, partial(refuse, bug, names.values())
        for output, file in proven.files.items():
            if not (self._request.given or self._request.streamed):
                form, written = self._request.form(output, job), result.files[output].written
                self._record.add(
                    job.versions, form, names[output], file, written, earlier=job.earlier
                )
        return True, partial(self._report.built, result, job)

    def _publish(self, job: Job, proven: Proven, names: Mapping[str, str]) -> Result:
        """Put what was made of a job where it goes: its files into ``out``, or one to a stream."""
        out, page = self._request.out, self._request.page(job, self._folder(job))
        if self._request.streamed:
            atomic.deliver_page(proven, page)
            return stream.deliver(proven, selection.STREAM)
        files = {names[output]: file.data for output, file in proven.files.items()}
        claimed = ownership.claim(self._record, out, job.versions, files)
        for line in (*claimed, *replacing.replaced(self._record, out, job, files)):
            self._report.notice(line)
        return atomic.deliver(proven, out, names, page)

    def _refuse(
        self,
        paths: Sequence[str],
        edition: str | None,
        error: CommuniqueError | OSError,
        names: Iterable[str],
    ) -> None:
        """Say why a statement is refused, and whether files of these `names` have its text."""
        known = not self._request.given
        older = {name: known and self._record.has_text_of(name, paths) for name in names}
        self._report.refused(error, paths, edition=edition, older=older)

    def _folder(self, job: Job) -> str:
        """Return the folder of ``out`` for what is made of a job: nothing, or with a slash."""
        return self._folders[job.paths[0]]
