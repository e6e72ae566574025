"""The verb watch: make a PDF of every statement, and again of what a saved file changes."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from communique.command import making, settings, status, subjects
from communique.command.verbs.build import (
    add_files,
    add_statements,
    check_folders,
    check_turn,
    record_in,
)
from communique.model.faults import FaultsError, UsageError
from communique.run import pool
from communique.run.batch import Batch
from communique.run.pool import Pool
from communique.run.selection import STREAM, wrong
from communique.run.statements import found
from communique.run.watch import concerns, in_fonts, in_templates, saves
from communique.store import places

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from communique.command.options import Options
    from communique.publish.manifest import Record
    from communique.run.report import Report

#: What is at fault where no statement can be made.
_ALL = "all statements"

SUBJECTS = "[PATH]..."
ABOUT = """\
Make a PDF of every statement at PATH, a file or a folder, and make it again
whenever you save what it is made of, until Ctrl-C. Without PATH: source/.
"""


def add_options(add: Callable[..., object]) -> None:
    """Add the arguments of this verb with `add`."""
    add_statements(add)
    add_files(add)


def run(options: Options, report: Report) -> int:
    """Make what is not current, and again what a saved file changes, until Ctrl-C interrupts it."""
    if STREAM in (*options.paths, options.out):
        raise wrong(f"watch does not go with {STREAM}; name files, and a folder after --out")
    if isinstance(options.jobs, str):  # an option of build, where --watch stands for the verb
        raise wrong("--jobs: watch makes everything on this machine; write a number, such as 2")
    subjects.enter_project(options.paths)
    settings.fill(options)
    subjects.add_partners(options)
    subjects.statements(options, report)
    check_turn(options)
    check_folders(options)
    record = record_in(options.out, report)
    try:
        making.check_folders(options)
        return _watch(options, record, report)
    finally:
        record.close()


def _watch(options: Options, record: Record, report: Report) -> int:
    record.look()
    workers = Pool(options.jobs or pool.at_once(), engine=making.is_typeset(options.output))
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
        self._of_another_status: set[str] = set()

    def make_again(self, saved: set[Path]) -> None:
        """Make what the `saved` files change; all, if there are none yet."""
        changed = set(map(Path, self._record.renew()))
        if saved:  # else all is looked at
            saved = saved | changed
        if in_templates(saved | changed):
            self._workers.forget(fonts=in_fonts(saved | changed))
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
        gone = self._known - every.keys()
        self._say_what_is_gone(gone)
        self._refused &= {*every, _ALL}
        again = set(self._refused) if gone else set()  # two would have become one file
        self._known = set(every)
        asked = making.request(self._options)
        touched = {  # a pair needs both versions
            path: folder
            for path, folder in every.items()
            if not saved or asked.double or path in again or concerns(saved, path)
        }
        others = {}
        if not (asked.double or asked.makes_all):
            others = subjects.current(
                self._record,
                touched,
                asked.single,
                standard=asked.standard,
                outputs=asked.outputs,
                turn=asked.turn,
            )
        made = {path: folder for path, folder in touched.items() if path not in others}
        self._refused -= touched.keys()
        executor = self._workers.executor
        Batch(executor, executor, asked, self._record, self._report).run(made, others)
        self._refused |= self._report.refused_statements
        others_left = {*self._record.of_another_status(touched)}
        self._report.of_another_status(sorted(others_left - self._of_another_status))
        self._of_another_status |= others_left

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
