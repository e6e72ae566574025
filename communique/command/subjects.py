"""What a verb is about: files and folders, or standard input."""

from __future__ import annotations

import os
import sys

from communique.command import settings, status
from communique.command.verbs import VERBS
from communique.run.report import TOLD
from communique.run.selection import (
    STREAM,
    editions,
    filed_under,
    is_in,
    only_standard,
    recorded_as,
    source,
    wrong,
)
from communique.run.statements import found, has_no_ending, right_name
from communique.store import places
from communique.store.naming import PLAIN, SUFFIX

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from communique.command.options import Options
    from communique.publish.manifest import Record
    from communique.publish.record_lines import Entry
    from communique.run.report import Report

NAME = "statement.md"
"""What a statement from standard input is called, unless that was said."""


def enter_project(paths: Sequence[str]) -> None:
    """Work on the project that the named files and folders are in, wherever we are.

    Those that are in none leave us in the one of the current folder. Raises `UsageError` where they
    are in several.
    """
    if STREAM in paths:
        return
    projects = {places.project_of(path): path for path in reversed(paths)}
    projects.pop("", None)
    if len(projects) > 1:
        one, other, *_ = reversed(projects.values())
        raise wrong(f"{one} and {other} are in different projects; name those of one at a time")
    for folder in projects:
        places.enter(folder)


def add_partners(options: Options) -> None:
    """Name, with each file, the one that belongs beside it in an edition in two languages.

    They are kept in the options as `partners`, too.
    """
    options.partners = []
    if options.paths and not only_standard(options.edition) and editions(options.edition)[1]:
        from communique.run.partners import partners  # noqa: PLC0415  # most builds need none

        tags = options.languages or settings.load().languages
        options.partners = partners(options.paths, tags)
        options.paths = [*options.paths, *options.partners]


def statements(options: Options, report: Report) -> dict[str, str]:
    """Return the statements that the command names, each with the folder of ``out`` for it.

    What is left out is said; the text of a statement from standard input is kept in the
    options, as `given`. Raises `UsageError` where there is no statement.
    """
    options.given = ()
    if STREAM not in options.paths:
        there = found(options.paths, VERBS)
        left_out = [(path, _NO_STATEMENT) for path in there.others]
        for path in there.misnamed:
            name, why = right_name(path), _NO_ENDING if has_no_ending(path) else _ENDING
            other = _WORD if path.lower().endswith(_WORD_ENDING) else _MISNAMED
            left_out.append((path, why.format(name) if name else other))
        for path, reason in left_out[:TOLD]:
            report.left_out(path, reason)
        if (more := len(left_out) - TOLD) > 0:
            report.notice(f"and {more:,} more files are left out")
        return there.statements
    first, *names = options.paths
    if first != STREAM or len(names) > 1 or STREAM in names:
        raise wrong(f"{STREAM} stands for one statement; name no others with it. {_NAMED}")
    if names and os.path.isdir(names[0]):
        what = f"{names[0]} is a folder, and what follows {STREAM} is the name of a statement"
        raise wrong(f"{what}. {_NAMED}")
    if sys.stdin.isatty():
        report.notice("type the statement; end it with Ctrl-D (Windows: Ctrl-Z and Enter)")
    options.given = (sys.stdin.buffer.read(),)
    return {names[0] if names else NAME: ""}


def say_what_is_gone(options: Options, record: Record, report: Report) -> None:
    """Name the files in ``out`` whose statement is gone from a folder that was asked for.

    Where ``source`` is asked for as a whole, all are named; who builds a single statement has not
    asked what became of the others.
    """
    gone = record.without_statement()
    folders = [os.path.join(os.path.realpath(path), "") for path in options.paths or [source()]]
    if not _are_below([source()], folders):
        gone = [name for name in gone if _are_below(record.owner(name), folders)]
    report.without_statement(gone)


def _are_below(paths: Sequence[str], folders: Sequence[str]) -> bool:
    """Tell whether one of the `paths` is one of the `folders`, with a slash, or below it."""
    full = [os.path.join(os.path.realpath(path), "") for path in paths]
    return any(path.startswith(folder) for path in full for folder in folders)


def say_its_name(options: Options, report: Report, outcome: int) -> int:
    """Say what standard input is called, where it is refused and has no name; return `outcome`."""
    if options.paths == [STREAM] and outcome == status.REFUSED:
        report.notice(f"{NAME} is standard input. {_NAMED}")
    return outcome


def current(  # noqa: PLR0913  # what was asked for, and in which form
    record: Record,
    asked: Mapping[str, str],
    editions: Sequence[str],
    *,
    standard: int,
    outputs: Sequence[str],
    turn: str = PLAIN,
) -> dict[str, list[Entry]]:
    """Return those of the statements asked for of which all is what and where it would become."""
    forms = dict.fromkeys(
        (filed_under(output, edition), standard, recorded_as(output, outputs, editions), turn)
        for edition in editions
        for output in outputs
    )
    found = record.all_current(asked, forms)
    return {
        path: entries
        for path, entries in found.items()
        if all(is_in(entry.name, asked[path]) for entry in entries)
    }


def current_pairs(  # noqa: PLR0913  # as `current`, and the languages
    record: Record,
    asked: Mapping[str, str],
    editions: Sequence[str],
    languages: Sequence[str],
    *,
    standard: int,
    outputs: Sequence[str],
    turn: str = PLAIN,
) -> list[tuple[list[str], Entry]]:
    """Return what there is in `editions` in two `languages`; nothing unless all is current.

    Each of the statements asked for has to be one of a pair; whether others would be left out, and
    in which order two stand if no languages are given, is only known to those who read them.
    """
    found: list[tuple[list[str], Entry]] = []
    for edition in editions if languages else ():
        for output in outputs:
            filed = filed_under(output, edition, languages=len(languages))
            form = filed, standard, recorded_as(output, outputs, editions), turn
            pairs = [
                (pair, entry)
                for pair, entry in record.current_pairs(asked, form)
                if f".{'+'.join(languages)}." in entry.name and is_in(entry.name, asked[pair[0]])
            ]
            if sorted(path for pair, _ in pairs for path in pair) != sorted(asked):
                return []
            found += pairs
    return found


_NAMED = f"To name it, write it after {STREAM}, as in {STREAM} meeting.en{SUFFIX}"
_NO_STATEMENT = "it has no front matter, and no language in its name"
_ENDING = f"a statement's name ends in {SUFFIX}; rename it {{}}"
_NO_ENDING = "its name has no ending; name it {}"
_WORD_ENDING = ".docx"
_WORD = "it is a Word file; use the verb import, which makes a statement of it"
_MISNAMED = f"a statement is plain text, and its name ends in {SUFFIX}, as in meeting.en{SUFFIX}"
