"""What can go wrong, and how it is said: ``file:line: key: what is wrong; what to write instead``.

=================  ============================================================================
`StatementError`   an author's mistake
`DesignError`      a designer's mistake: in a theme, template, stylesheet, edition or language
`ProofError`       the PDF is not what the statement says, or the engine could not make one
`SettingsError`    a mistake in ``communique.yaml``, which says what the command leaves out
`UsageError`       the command line asks for something that is not there
`BugError`         a mistake of ours
=================  ============================================================================

All but the last two carry all faults that were found, each with its file and line (`FaultsError`).
Anything else that reaches the command line is a bug of ours, too.
"""

from __future__ import annotations

import re
import sys
from typing import TYPE_CHECKING, ClassVar, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path
    from typing import TypeVar

    R = TypeVar("R")

#: From so many misplaced texts on, other page breaks have never helped.
_MANY = 40
#: What another way to set the same text may mend; a rule over notes strikes the line above through
#: where they hardly fit.
_BROKEN = frozenset(
    ("words", "place", "width", "rows", "order", "visible", "engine", "layout", "paper")
)
#: What a table, or a word, that is wider than its place looks like.
_WIDE = frozenset(("width", "rows"))
#: What a table has whose cells are in no rows and columns, as a stylesheet alone may leave them.
_SPOILT = "cells"
#: Nobody reads a longer part of a message: what an author wrote may be in it, and may be 2 MB.
_LONGEST = 500
#: So many characters of a line are enough to find it by.
_SHOWN = 20
_LINE_ENDS = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]+")


class Fault(NamedTuple):
    """One thing that is wrong in one file.

    `line` counts from 1; `key` is the front-matter key or the part of the text concerned;
    `wrong` says what is wrong and `instead` what to write.
    """

    path: Path
    line: int
    key: str
    wrong: str
    instead: str

    def __str__(self) -> str:
        """Return the fault as the one line an author reads and an editor can jump to."""
        return f"{self.path}:{self.line}: {self.key}: {self.wrong}; {self.instead}"


class CommuniqueError(Exception):
    """The base of all that is reported without a traceback; `exit_code` is the command's."""

    exit_code = 1


class FaultsError(CommuniqueError):
    """Something is wrong in files; `faults` are all of it in the order of files and lines.

    Those whose key is in `FIRST` stand before the others, which may come of them.
    """

    FIRST: ClassVar = frozenset[str]()

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(sorted(faults, key=lambda fault: (fault.key not in self.FIRST, fault)))
        super().__init__("\n".join(map(str, self.faults)))

    def __reduce__(self) -> tuple[type[FaultsError], tuple[tuple[Fault, ...]]]:
        return type(self), (self.faults,)


class StatementError(FaultsError):
    """A statement cannot be built, and its author can mend it."""


class DesignError(FaultsError):
    """A file of ``templates`` is at fault, and its designer can mend it.

    It concerns all statements that use the file, so it is told once for all of them.
    """


class SettingsError(FaultsError):
    """The project's ``communique.yaml`` is at fault, so it is not known what is wanted."""

    exit_code = 2


class BugError(CommuniqueError):
    """The program failed, and not the author; `details` is the traceback."""

    def __init__(self, message: str, details: str) -> None:
        self.details = details
        super().__init__(message)

    def __reduce__(self) -> tuple[type[BugError], tuple[str, str]]:
        return type(self), (str(self), self.details)


class ProofError(FaultsError):
    """The PDF does not say what the statement says, so it is not delivered."""

    FIRST = frozenset(("words",))

    @property
    def repairable(self) -> bool:
        """Whether another way may help: text is lost or misplaced, or the engine failed.

        Text that runs off its page breaks other rules besides, whichever these are.
        """
        return any(fault.key in _BROKEN for fault in self.faults)

    @property
    def wishes(self) -> tuple[str, ...]:
        """What is not as it should look, if that is all: nothing that refuses a statement."""
        only = all(fault.key == "layout" for fault in self.faults)
        return tuple(fault.wrong for fault in self.faults) if only else ()

    @property
    def hopeless(self) -> bool:
        """Whether so much is misplaced that notes must have run off their pages, as they do."""
        return sum(fault.key in ("words", "place") for fault in self.faults) > _MANY

    @property
    def too_wide(self) -> bool:
        """Whether text runs out at the side or into the next column: a table or a word is wide."""
        return any(fault.key in _WIDE and not self._is_spoilt(fault) for fault in self.faults)

    @property
    def wide(self) -> frozenset[tuple[Path, int]]:
        """The files and lines of what may be a table that is too wide.

        Its columns are too narrow, too, where its head, being higher than its page, is missing,
        and where nothing but its rows runs off their page.
        """
        alone = all(fault.key == "place" and fault.line > 1 for fault in self.faults)
        keys = _WIDE | ({"place"} if alone else {"words"})
        return frozenset(
            (fault.path, fault.line)
            for fault in self.faults
            if fault.key in keys and not self._is_spoilt(fault)
        )

    @property
    def early(self) -> frozenset[tuple[Path, int]]:
        """The files and lines of tables for which a page is turned that has nothing of them."""
        return frozenset(fault[:2] for fault in self.faults if fault.key == "paper")

    def _is_spoilt(self, fault: Fault) -> bool:
        """Tell whether a fault is one of a table that is none because of a stylesheet."""
        place = (fault.path, fault.line)
        return any(each.key == _SPOILT and each[:2] == place for each in self.faults)


class UsageError(CommuniqueError):
    """The command line asks for something that is not there."""

    exit_code = 2

    @classmethod
    def without_extra(cls, asked: str, extra: str) -> UsageError:
        """Return what to raise where what is `asked` for needs an `extra` that is not installed."""
        import shlex  # noqa: PLC0415  # rarely asked for

        install = f"{shlex.quote(sys.executable)} -m pip install '.[{extra}]'"
        return cls(
            f"{asked} needs the extra `{extra}`; type in the checkout of Communiqué: {install}"
        )


class Faults:
    """Collects the faults of one file, so that all of them are seen at once, and the remarks.

    A remark has the parts of a fault, and refuses nothing. `error` is the kind that `check` raises.
    """

    def __init__(self, path: Path, error: type[FaultsError] = StatementError) -> None:
        self.path = path
        self.error = error
        self._found: dict[Fault, None] = {}
        self._remarks: dict[Fault, None] = {}

    def add(
        self, line: int, key: str, wrong: str, instead: str, *, path: Path | None = None
    ) -> None:
        """Note that `key` on `line`, of the file at `path` if it is another, is `wrong`.

        Say what to write `instead`.
        """
        self._found[_fault(path or self.path, line, key, wrong, instead)] = None

    def attempt(self, call: Callable[..., R], *arguments: object) -> R | None:
        """Return what comes of a call; where it raises faults of this kind, note them."""
        try:
            return call(*arguments)
        except self.error as error:
            self._found |= dict.fromkeys(error.faults)
            return None

    def remark(self, line: int, key: str, wrong: str, instead: str) -> None:
        """Note what may be wrong with `key` on `line`, and what to write `instead` if it is."""
        self._remarks[_fault(self.path, line, key, wrong, instead)] = None

    @property
    def remarks(self) -> tuple[Fault, ...]:
        """The remarks noted so far, in the order of their lines."""
        return tuple(sorted(self._remarks))

    def __iter__(self) -> Iterator[Fault]:
        return iter(self._found)

    def check(self) -> None:
        """Raise the error with all faults noted so far; do nothing if there are none."""
        if self._found:
            raise self.error(self._found)


def _fault(path: Path, line: int, *parts: str) -> Fault:
    """Return a fault with each of its `parts` on one line, and short enough to be read."""
    key, wrong, instead = (_LINE_ENDS.sub(" ", cut(text, _LONGEST)).strip() for text in parts)
    return Fault(path, line, key, wrong, instead)


def cut(text: str, longest: int = _SHOWN) -> str:
    """Return the beginning of a `text` that a message shows, with an ellipsis if there is more."""
    return text if len(text) <= longest else f"{text[:longest]}…"
