"""What the command line asks for, one function a command; imported where there is work."""

from __future__ import annotations

import json
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from communique.model.faults import FaultsError, UsageError
from communique.run import pool, selection
from communique.run.batch import Batch, Wanted
from communique.run.pool import Crew
from communique.run.report import say

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from concurrent.futures import Executor

    from communique.publish.manifest import Entry, Record
    from communique.run.report import Report

    Options = Any  # argparse.Namespace, which is the command line's


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
        batch = Batch(*executors, _wanted(options), record, report)
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
    wanted = _wanted(options)
    paths = selection.found(options.paths) if wanted.double else touched
    others = {}
    if not (wanted.double or wanted.makes_all):
        others = record.all_current(paths, wanted.single, wanted.standard)
    batch = Batch(executor, executor, wanted, record, report)
    batch.run([p for p in paths if p not in others], others)


def check(options: Options, paths: Sequence[str], record: Record, report: Report) -> int:
    """Look for mistakes and make nothing; return the exit code."""
    with _executors(options, len(paths)) as executors:
        return 1 if Batch(*executors, _wanted(options), record, report).check(paths) else 0


def verified(path: str) -> int:
    """Say whether a PDF is what this version makes of its statement; return the exit code."""
    from communique.run.verify import Outcome, verify  # noqa: PLC0415  # a build needs none of it

    verdict = verify(Path(path))
    line = f"{selection.shown(path)}: {verdict.reason}"
    if verdict.outcome is Outcome.SAME:
        print(line)
    else:
        say(line)
    return verdict.outcome


def schema() -> str:
    """Return the JSON Schema of the front matter."""
    from communique.model.statement import FrontMatter  # noqa: PLC0415  # a build's worker needs it

    return json.dumps(FrontMatter.model_json_schema(), indent=2, ensure_ascii=False)


def listing() -> str:
    """Return the names of the editions and the languages, with what they are."""
    from communique.design import edition, language  # noqa: PLC0415  # a build's worker needs them

    width = max(map(len, [*edition.names(), *language.names()])) + 2
    lines = [f"{name:{width}}{edition.load(name).description}" for name in edition.names()]
    lines += [f"{tag:{width}}{language.load(tag).name}" for tag in language.names()]
    return "\n".join(lines)


def _wanted(options: Options) -> Wanted:
    single, double = selection.editions(options.edition)
    return Wanted(
        Path(options.out),
        single,
        double,
        selection.languages(options.languages, double),
        options.pdf_standard,
        Path(options.html) if options.html else None,
        options.force,
    )


@contextmanager
def _executors(options: Options, statements: int) -> Iterator[tuple[Executor, Executor]]:
    """Yield what reads and what makes: workers of this machine, or those of a cluster."""
    most = pool.cores()
    if selection.ALL not in options.edition:
        most = statements * max(1, len(options.edition))
    hands = Crew(
        min(options.jobs or pool.cores(), most),
        engine=not (options.check or options.scheduler),
    )
    try:
        if options.scheduler:
            from communique.run import cluster  # noqa: PLC0415  # seldom asked for

            with cluster.executor(options.scheduler) as maker:
                yield hands.executor, maker
        else:
            yield hands.executor, hands.executor
    finally:
        hands.stop()
