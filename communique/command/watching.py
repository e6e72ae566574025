"""The option --watch of the verb build: what a saved file changes is made again."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from communique.command import making, status
from communique.command.subjects import current
from communique.model.faults import FaultsError, UsageError
from communique.run import pool
from communique.run.batch import Batch
from communique.run.pool import Pool
from communique.run.statements import found
from communique.run.watch import concerns, in_fonts, in_templates, saves
from communique.store import places

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from communique.command.options import Options
    from communique.publish.manifest import Record
    from communique.run.report import Report

#: What is at fault where no statement can be made.
_ALL = "all statements"


def watch(options: Options, record: Record, report: Report) -> int:
    """Make the PDFs, and again those that a saved file changes, until Ctrl-C interrupts it."""
    workers = Pool(options.jobs or pool.cores(), engine=making.is_typeset(options.output))
    watcher = _Watcher(options, record, report, workers)
    try:
        for saved in saves(options.paths, options.out, report):
            watcher.make_again(saved)
    finally:
        workers.stop()
    return status.WELL


class _Watcher:
    """Knows what was there and what was refused after the last save."""

    def __init__(self, options: Options, record: Record, report: Report, workers: Pool) -> None:
        self._options = options
        self._record = record
        self._report = report
        self._workers = workers
        self._known: set[str] = set()
        self._refused: set[str] = set()

    def make_again(self, saved: set[Path]) -> None:
        """Make what the `saved` files change; all, if there are none yet."""
        self._record.renew()
        if in_templates(saved):
            self._workers.forget(fonts=in_fonts(saved))
        before = set(self._refused)
        try:
            self._refused -= {_ALL}
            self._make(saved)
        except (FaultsError, UsageError) as error:
            self._refused |= {_ALL}
            self._report.tell("failed", message=str(error))
        self._options.force = False
        self._say_what_is_mended(before - self._refused)
        self._report.sum_up(status.REFUSED if self._refused else status.WELL)

    def _make(self, saved: set[Path]) -> None:
        every = found(self._options.paths).statements
        self._say_what_is_gone(self._known - every.keys())
        self._refused &= {*every, _ALL}
        self._known = set(every)
        asked = making.request(self._options)
        touched = {
            path: folder
            for path, folder in every.items()
            if not saved or asked.double or concerns(saved, path)  # a pair needs both versions
        }
        others = {}
        if not (asked.double or asked.makes_all):
            others = current(self._record, touched, asked.single, asked.standard, asked.outputs)
        made = {path: folder for path, folder in touched.items() if path not in others}
        self._refused -= touched.keys()
        executor = self._workers.executor
        Batch(executor, executor, asked, self._record, self._report).run(made, others)
        self._refused |= self._report.refused_statements

    def _say_what_is_gone(self, paths: Iterable[str]) -> None:
        """Name the statements that were there, with the files that are left of them."""
        left = self._record.without_statement()
        folder = places.shown(self._options.out)
        for path in sorted(paths):
            full = os.path.abspath(path)
            names = [f"{folder}/{name}" for name in left if full in self._record.owner(name)]
            still = f"; still there: {', '.join(names)}" if names else ""
            self._report.notice(f"{path} is gone{still}")

    def _say_what_is_mended(self, mended: Iterable[str]) -> None:
        names = ", ".join(sorted(mended))
        if names and self._refused:
            still = ", ".join(sorted(self._refused))
            self._report.notice(f"{names}: all right again; still refused: {still}")
        elif names:
            self._report.notice("all is well again")
