"""Statements that would become the same file: each of them is refused, and no other one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.model.faults import Fault, StatementError
from communique.run.request import Job

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from communique.publish.record_lines import Entry
    from communique.read.packed import PackedStatement
    from communique.run.request import Request


def clashes(
    statements: Sequence[PackedStatement],
    request: Request,
    folders: Mapping[str, str],
    others: Mapping[str, Sequence[Entry]],
) -> list[tuple[Path, StatementError]]:
    """Return the `statements` of which a file would become that another one becomes, and why not.

    The `folders` of ``out`` are given by the paths of statements, and so are those of the `others`,
    which are not made again. Names that differ only in capitals are the same on Windows and macOS.
    """
    alike: dict[str, dict[str, str]] = {}
    for path, entries in others.items():
        for entry in entries:
            alike.setdefault(entry.name.casefold(), {})[path] = entry.name
    for statement in statements:
        for name in _becoming(statement, request, folders[str(statement.path)]):
            alike.setdefault(name.casefold(), {})[str(statement.path)] = name
    wrong: dict[str, str] = {}
    for those in alike.values():
        first, *more = those
        for other in more:
            said = f"{first} and {other} would both become {those[first]}"
            wrong = {first: said, other: said} | wrong
    return [
        (each.path, StatementError([Fault(each.path, 1, "file", why, "rename one of them")]))
        for each in statements
        if (why := wrong.get(str(each.path), ""))
    ]


def _becoming(statement: PackedStatement, request: Request, folder: str) -> Iterator[str]:
    """Yield the names of what is made of a statement alone; where nothing is, of its version."""
    for edition in request.single:
        for job in request.turned(Job((statement,), edition)):
            yield from request.names(job, request.outputs, folder).values()
    if not request.single:
        yield f"{folder}{statement.slug} in {statement.language}"
