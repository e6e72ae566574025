"""What the verbs build, check and watch need where there is work; imported only then."""

from __future__ import annotations

from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from communique.command import settings, status
from communique.model.faults import UsageError
from communique.model.standards import DEFAULT
from communique.outputs import DEFAULT as DEFAULT_OUTPUTS
from communique.outputs import OUTPUTS
from communique.run import pool, selection
from communique.run.batch import Batch
from communique.run.pool import Pool
from communique.run.request import Request
from communique.store import disk, places

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from concurrent.futures import Executor

    from communique.command.options import Options
    from communique.publish.manifest import Record
    from communique.publish.record_lines import Entry
    from communique.run.report import Report


def build(
    options: Options,
    paths: Mapping[str, str],
    others: dict[str, list[Entry]],
    record: Record,
    report: Report,
) -> int:
    """Make the PDFs of the statements at `paths`; return the exit status.

    Each is given with the folder of ``out`` for it. `others` are the statements of which nothing
    has to be made again.
    """
    record.look()
    with _executors(options, len(paths)) as executors:
        batch = Batch(*executors, request(options), record, report)
        return status.REFUSED if batch.run(paths, others) else status.WELL


def check_folders(options: Options) -> None:
    """Raise `UsageError` where nothing can be written to a folder that the options name."""
    for option, folder in (("--out", options.out), ("--html", options.html)):
        try:
            if folder and folder != selection.STREAM:
                disk.check(folder)
        except OSError as error:
            wrong = f"{option}: nothing can be written to {places.shown(folder)} ({error.strerror})"
            room = "make room, or " if disk.is_full(error) else ""
            raise UsageError(f"{wrong}; {room}name another folder") from None


def request(options: Options) -> Request:
    """Return what the options of the verbs build and watch ask for.

    Raises `UsageError` where the page is asked for as HTML of an output that has none.
    """
    outputs = tuple(dict.fromkeys(options.output)) or DEFAULT_OUTPUTS
    if options.html and not is_typeset(outputs):
        wrong = "--html shows the page that a PDF is made of, and none is made"
        raise UsageError(f"{wrong}; add --output pdf")
    return looked_at(options)._replace(
        outputs=outputs,
        standard=options.pdf_standard,
        turn=options.turn,
        since=tuple(options.since),
        html=Path(options.html) if options.html else None,
        streamed=options.out == selection.STREAM,
        force=options.force,
    )


def looked_at(options: Options) -> Request:
    """Return the editions and languages that the options of a verb ask for."""
    single, double = selection.editions(options.edition)
    asked = options.languages or (settings.load().languages if double else [])
    tags = selection.languages(asked, double)
    partners = frozenset(str(Path(path)) for path in options.partners)
    return Request(
        Path(options.out), single, double, tags, DEFAULT, given=options.given, partners=partners
    )


def is_typeset(outputs: Sequence[str]) -> bool:
    """Tell whether one of the outputs, or what is made if there is none, needs the engine."""
    return any(OUTPUTS[name].paged for name in outputs or DEFAULT_OUTPUTS)


def address(options: Options) -> str:
    """Return the address of a Dask scheduler that ``--jobs`` gives, or nothing for a number."""
    return options.jobs if isinstance(options.jobs, str) else ""


@contextmanager
def reader(options: Options, statements: int, *, engine: bool = False) -> Iterator[Executor]:
    """Yield the workers of this machine, which read and, with an `engine`, make."""
    most = pool.at_once()
    if selection.ALL not in options.edition:
        most = statements * max(1, len(options.edition))
    jobs = pool.at_once() if address(options) else options.jobs or pool.at_once()
    workers = Pool(min(jobs, most), engine=engine)
    try:
        yield workers.executor
    finally:
        workers.stop()


@contextmanager
def _executors(options: Options, statements: int) -> Iterator[tuple[Executor, Executor]]:
    """Yield what reads and what makes: workers of this machine, or those of a cluster."""
    engine = not address(options) and is_typeset(options.output)
    with reader(options, statements, engine=engine) as here:
        if scheduler := address(options):
            from communique.run import cluster  # noqa: PLC0415  # seldom asked for

            with cluster.executor(scheduler) as maker:
                yield here, maker
        else:
            yield here, here
