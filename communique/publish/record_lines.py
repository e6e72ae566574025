"""What a line of the record says of a file in ``out``, and how it is found."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from collections.abc import Set as AbstractSet
    from typing import Any

    Line = dict[str, Any]


FORM = ("edition", "standard", "output", "turn")
"""What the parts of a form are called."""


class Entry:
    """What there is to say of a file that is current: name, pages, remarks, status of its text."""

    __slots__ = ("name", "pages", "remarks", "status")

    def __init__(self, name: str, pages: int, remarks: Sequence[str], status: str = "") -> None:
        self.name = name
        self.pages = pages
        self.remarks = remarks
        self.status = status


def entry(line: Line) -> Entry:
    """Return what a line says of its file.

    Raises `LookupError`, `TypeError` or `ValueError` where it does not say so.
    """
    remarks = [*map(str, line["remarks"])]
    return Entry(line["file"], int(line["pages"]), remarks, str(line["status"]))


def key(statement: Iterable[str], *form: object) -> str:
    """Return what the file that is made of a statement in a `form` is found by."""
    return "\n".join((*map(str, form), *statement))


def key_of(line: Line) -> str:
    """Return what the file of a line is found by."""
    return key(line["statement"], *(line[name] for name in FORM))


def of_another_status(lines: Iterable[Line], asked: AbstractSet[str]) -> list[str]:
    """Return the names of files whose statement, one of those `asked` for, had another status then.

    It is final, under embargo, or one of several drafts; the last of the `lines` has the present.
    """
    every, present = list(lines), dict[str, str]()
    for line in every:
        present |= dict.fromkeys(line["statement"], line.get("status", ""))
    return [
        line["file"]
        for line in every
        for path in line["statement"][:1]
        if path in asked and present[path] != line.get("status", "")
    ]
