"""Statements of which one language was made final, and another is still a draft or embargoed."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from communique.model.faults import Fault
from communique.run.statements import LANGUAGE_AND_SUFFIX

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from communique.publish.record_lines import Entry
    from communique.read.packed import PackedStatement

_EMBARGOED = "embargoed"


def remarks(
    statements: Sequence[PackedStatement], others: Mapping[str, Sequence[Entry]]
) -> Iterator[Fault]:
    """Yield a remark on each version that is not final, where one beside it is.

    `others` are those that were not read, since nothing has to be made of them.
    """
    known = {str(each.path): each.known.status for each in statements}
    read = {str(each.path): each for each in statements}
    known |= {path: entries[0].status for path, entries in others.items() if entries}
    together: dict[str, list[str]] = {}
    for path in sorted(known):
        slug = re.sub(f"{LANGUAGE_AND_SUFFIX}$", "", path, flags=re.IGNORECASE)
        together.setdefault(slug, []).append(path)
    for paths in together.values():
        final = [path for path in paths if not known[path]]
        for path in paths if final and not read.keys().isdisjoint(paths) else ():
            if status := known[path]:
                yield _remark(path, status, final[0], read.get(path))


def _remark(path: str, status: str, final: str, statement: PackedStatement | None) -> Fault:
    key = "embargo" if status == _EMBARGOED else "draft"
    line = 1
    if statement:
        from communique.read import packed  # noqa: PLC0415  # it unpacks all that a text is

        line = packed.unpack([statement]).line(key)
    wrong = f"this version is {status.replace('-', ' ')}, and {final} is final"
    return Fault(Path(path), line, key, wrong, "take that line out of both, or of none")
