"""Attachments: the files in the file, beside those that are due."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from communique.compare.difference import ATTACHMENTS, Difference, quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from communique.compare.pair import Pair


def attachments(pair: Pair) -> Iterator[Difference]:
    """Yield the files that were added, are missing, or are others under the same name."""
    if pair.due is None:
        return
    there = Counter((file.name, file.data) for file in pair.there.files)
    due = Counter((file.name, file.data) for file in pair.due.files)
    listed = {file.name for file in pair.there.files if file.attached}
    for name in sorted({name for name, _ in there} & {name for name, _ in due} - listed):
        what = f"the attached file {quoted(name)} is not in the list of attachments"
        yield Difference(ATTACHMENTS, what)
    added = [name for name, _ in (there - due).elements()]
    gone = [name for name, _ in (due - there).elements()]
    for name in dict.fromkeys(
        each for each in added if each not in pair.exempt or each not in gone
    ):
        twice = name in {known for known, _ in due}
        what = "is there a second time, as another file" if twice else "was added"
        if name in gone:
            what = "is another file than it should be"
        yield Difference(ATTACHMENTS, f"the attached file {quoted(name)} {what}")
    for name in dict.fromkeys(gone):
        if name not in added:
            yield Difference(ATTACHMENTS, f"the attached file {quoted(name)} is missing")
