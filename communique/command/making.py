"""What the verbs build and check do where there is work; imported only then."""

from __future__ import annotations

from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from communique.model.faults import FaultsError, UsageError
from communique.model.standards import DEFAULT
from communique.run import pool, selection
from communique.run.batch import Batch, Wanted
from communique.run.pool import Crew
from communique.run.report import say

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from concurrent.futures import Executor

    from communique.command.options import Options
    from communique.publish.manifest import Entry, Record
    from communique.run.report import Report


def build(
    options: Options,
    paths: Sequence[str],
    others: dict[str, list[Entry]],
    record: Record,
    report: Report,
) -> int:
    """Make the PDFs of the statements at `paths`; return the exit code.

    `others` are the statements of which nothing has to be made again.
    """
    with _executors(options, len(paths)) as executors:
        batch = Batch(*executors, wanted(options), record, report)
        return 1 if batch.run(paths, others) else 0


def watch(options: Options, record: Record, report: Report) -> int:
    """Make the PDFs, and again those that a saved file changes, until Ctrl-C."""
    from communique.run import watch as watching  # noqa: PLC0415  # nothing else needs watchfiles

    hands = Crew(options.jobs or pool.cores())
    try:
        for touched, saved in watching.saves(options.paths, options.out):
            record.renew()
            if watching.in_templates(saved):
                hands.forget(faces=watching.in_faces(saved))
            try:
                _make_again(options, touched, hands.executor, record, report)
            except (FaultsError, UsageError) as error:
                say(str(error))
            options.force = False
    except KeyboardInterrupt:
        pass
    finally:
        hands.stop()
    return 0


def _make_again(
    options: Options, touched: Sequence[str], executor: Executor, record: Record, report: Report
) -> None:
    """Make what the `touched` statements have changed; a pair needs both versions."""
    asked = wanted(options)
    paths = selection.found(options.paths) if asked.double else touched
    others = {}
    if not (asked.double or asked.makes_all):
        others = record.all_current(paths, asked.single, asked.standard)
    batch = Batch(executor, executor, asked, record, report)
    batch.run([p for p in paths if p not in others], others)


def wanted(options: Options) -> Wanted:
    """Return what the options of the verb build ask for."""
    return looked_at(options)._replace(
        out=Path(options.out),
        standard=options.pdf_standard,
        html=Path(options.html) if options.html else None,
        force=options.force,
    )


def looked_at(options: Options) -> Wanted:
    """Return the editions and languages that the options of a verb ask for."""
    single, double = selection.editions(options.edition)
    tags = selection.languages(options.languages, double)
    return Wanted(Path(selection.OUT), single, double, tags, DEFAULT)


@contextmanager
def reader(options: Options, statements: int, *, engine: bool = False) -> Iterator[Executor]:
    """Yield the workers of this machine, which read and, with an `engine`, make."""
    most = pool.cores()
    if selection.ALL not in options.edition:
        most = statements * max(1, len(options.edition))
    hands = Crew(min(options.jobs or pool.cores(), most), engine=engine)
    try:
        yield hands.executor
    finally:
        hands.stop()


@contextmanager
def _executors(options: Options, statements: int) -> Iterator[tuple[Executor, Executor]]:
    """Yield what reads and what makes: workers of this machine, or those of a cluster."""
    with reader(options, statements, engine=not options.scheduler) as hands:
        if options.scheduler:
            from communique.run import cluster  # noqa: PLC0415  # seldom asked for

            with cluster.executor(options.scheduler) as maker:
                yield hands, maker
        else:
            yield hands, hands
