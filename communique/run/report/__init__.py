"""What a command says: one stream of events, as text or as JSON.

Every event has a name and the same fields each time; ``events.schema.json`` describes them all.
As text, results go to standard output and all else to standard error (`text`); as JSON each is a
line on standard output. The last one sums up. Off a terminal nothing is coloured or animated.
"""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager

from communique.run.report.causes import cause_of
from communique.run.report.json_lines import JsonLines
from communique.run.report.text import COUNTED, Text, fault_line
from communique.store.places import shown

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from typing import TextIO

    from communique.account.cursor import Piece
    from communique.model.faults import CommuniqueError, Fault
    from communique.publish.record_lines import Entry
    from communique.publish.result import Result
    from communique.read.drafts.brackets import Listing
    from communique.run.report.text import Event, Format
    from communique.run.request import Job

TEXT = "text"
#: By name, what turns an event into lines.
FORMATS: dict[str, type[Format]] = {TEXT: Text, "json": JsonLines}
#: Events that are counted by their outcomes.
_JUDGED = ("verified", "compared")
_FEW = 3  # for fewer nobody has to wait
TOLD = 50
"""So many faults or remarks of a statement, or files that are left out, are told; others counted.

Whoever has mended these looks again.
"""


class Report:
    """Says what comes of a command that puts PDFs into `out`, if it does, in one of the `FORMATS`.

    `quiet` text says only what is wrong; `verbose` text says more. Where `results_apart`, standard
    output has something else to carry, and all goes to standard error.
    """

    def __init__(
        self,
        out: str = "",
        *,
        format_: str = TEXT,
        quiet: bool = False,
        verbose: bool = False,
        results_apart: bool = False,
    ) -> None:
        self.out = out
        self._format = FORMATS[format_](quiet=quiet, verbose=verbose)
        self._results_apart = results_apart
        self._counts = dict.fromkeys(COUNTED, 0)
        self._refusals: dict[str, None] = {}
        self.refused_statements: set[str] = set()
        """The paths of the statements that were refused since the last summary."""

    def built(self, result: Result, job: Job) -> None:
        """Say which files were made of a statement."""
        for output, file in result.files.items():
            self.tell(
                "made",
                file=shown(str(file.path)),
                statement=job.paths,
                edition=job.edition,
                party=job.party,
                output=output,
                pages=file.pages,
                seconds=round(file.timer.total, 4),
                steps={step: round(seconds, 4) for step, seconds in file.timer.seconds.items()},
                remarks=list(file.remarks),
            )

    def remarked(self, remarks: Iterable[Fault]) -> None:
        """Say what may be wrong with a statement or templates, which are used all the same."""
        every = list(remarks)
        for remark in every[:TOLD]:
            parts = remark._asdict()
            del parts["path"]
            self.tell("remarked", file=str(remark.path), **parts)
        if (left := len(every) - TOLD) > 0:
            self.notice(f"{every[0].path}: and {left:,} more remarks")

    def unchanged(
        self, found: Iterable[tuple[Sequence[str], Entry]], party: str | None = None
    ) -> None:
        """Say which files are what they would become, each given with its statement's paths.

        They may be those of one `party`.
        """
        folder = shown(self.out)
        events = [
            {
                "event": "unchanged",
                "file": f"{folder}/{entry.name}",
                "statement": list(statement),
                "party": party,
                "pages": entry.pages,
                "remarks": list(entry.remarks),
            }
            for statement, entry in found
        ]
        self._counts["unchanged"] += len(events)
        self._say(*events)

    def without_statement(self, names: Sequence[str]) -> None:
        """Name the files in ``out`` whose statement is gone."""
        if names:
            self.tell("without_statement", folder=shown(self.out), files=list(names))

    def of_another_status(self, names: Sequence[str]) -> None:
        """Name the files in ``out`` of statements that were another draft then, or none."""
        if names:
            self.tell("of_another_status", folder=shown(self.out), files=list(names))

    def checked(self, path: str, remarks: int) -> None:
        """Say that a statement has no mistakes, and how many `remarks` there are on it."""
        self.tell("checked", statement=path, remarks=remarks)

    def accounted(self, path: str, blocks: Iterable[tuple[str, Iterable[Piece]]]) -> None:
        """Say of each block of a statement's file what of it is text, and what is a mark."""
        shown_blocks = [
            {"kind": kind, "pieces": [piece._asdict() for piece in pieces]}
            for kind, pieces in blocks
        ]
        self.tell("accounted", statement=path, blocks=shown_blocks)

    def bracketed(self, path: str, listing: Listing) -> None:
        """Say what stands in square brackets in a statement, and in which paragraphs."""
        told = [each._asdict() for each in listing.passages]
        self.tell("bracketed", statement=path, paragraphs=[*listing.paragraphs], passages=told)

    def left_out(self, subject: str, reason: str) -> None:
        """Say what is left out, and why."""
        self.tell("left_out", subject=subject, reason=reason)

    def notice(self, message: str) -> None:
        """Say what is good to know."""
        self.tell("notice", message=message)

    def refused(
        self,
        error: CommuniqueError | OSError,
        statement: Sequence[str],
        *,
        edition: str | None = None,
        older: Mapping[str, bool] | None = None,
    ) -> None:
        """Say what is wrong with a statement, given by its paths, or with the program.

        `older` are the names of files in ``out``, with whether they have the text of the statement.
        Those that exist are named, so that nobody sends out what has another one.
        """
        every = getattr(error, "faults", ())
        cause, message = cause_of(error, every[:TOLD])
        if cause in ("program", "system"):
            message = f"{statement[0]}: {message}"
        there = {os.path.join(self.out, name): same for name, same in (older or {}).items()}
        if not self.out or cause == "system":
            there = {}
        faults = [{**fault._asdict(), "file": str(fault.path)} for fault in every[:TOLD]]
        for fault in faults:
            del fault["path"]
        first = fault_line(faults[0]) if faults else message
        self._refusals[first.partition("\n")[0]] = None
        self.refused_statements.update(statement)
        self.tell(
            "refused",
            statement=list(statement),
            edition=edition,
            cause=cause,
            message=message,
            faults=faults,
            more=len(every) - len(faults),
            older=_existing(path for path, same in there.items() if not same),
            of_this_text=_existing(path for path, same in there.items() if same),
            details=getattr(error, "details", ""),
        )

    def tell(self, event: str, **fields: object) -> None:
        """Say that an `event` happened; its `fields` are those of the schema."""
        counted = str(fields["outcome"]) if event in _JUDGED else event
        if counted in self._counts:
            self._counts[counted] += 1
        self._say({"event": event, **fields})

    def sum_up(self, status: int) -> None:
        """Say how many were made, unchanged, refused, and why; begin to count anew."""
        refusals = list(self._refusals)
        self._say({"event": "summary", **self._counts, "refusals": refusals, "status": status})
        self._counts = dict.fromkeys(COUNTED, 0)
        self._refusals = {}
        self.refused_statements = set()

    @contextmanager
    def progress(self, what: str, total: int) -> Iterator[Callable[[], None]]:
        """Show a bar on a terminal where there is something to wait for; yield what moves it."""
        if not self._format.animated or total < _FEW or not sys.stderr.isatty():
            yield lambda: None
            return
        from communique.run.report.progress import bar  # noqa: PLC0415  # only a terminal needs it

        with bar(what, total) as move:
            yield move

    def _say(self, *events: Event) -> None:
        lines = [self._format.lines(event) for event in events]
        try:
            _write([line for _, others in lines for line in others], sys.stderr)
        except BrokenPipeError:
            raise
        except OSError:  # such as a full disk: the exit status says what came of it
            pass
        _write([line for results, _ in lines for line in results], self._results)

    @property
    def _results(self) -> TextIO:
        return sys.stderr if self._results_apart else sys.stdout


def _write(lines: Sequence[str], stream: TextIO) -> None:
    if lines:
        print("\n".join(lines), file=stream, flush=True)


def _existing(paths: Iterable[str]) -> list[str]:
    return [shown(path) for path in paths if os.path.exists(path)]
