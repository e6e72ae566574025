"""The texts of a negotiation print as they were read, where tables are set as lists.

There the heads of columns are said again in each row, and what stands in brackets in them is still
one passage.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from communique.content.texts import texts
from communique.prove.negotiation.counting import due, written

if TYPE_CHECKING:
    from collections.abc import Sequence

    from communique.content.content import Content, Version
    from communique.content.text import Text


def texts_as_read(content: Content, version: Version, made: Sequence[Text]) -> list[Text]:
    """Return the texts of a version before it was turned, each with the number that is due.

    There are none where what was `made` of it has the same cells of tables.
    """
    how = version.statement.turned
    if how is None:
        return []
    own = replace(content, versions=(replace(version, statement=how.original),))
    read = [text for text in texts(own) if text.words.strip()]
    cells = [sum(bool(text.cell) for text in each) for each in (made, read)]
    return [] if cells[0] == cells[1] else _numbered(read, due(how.original))


def _numbered(read: Sequence[Text], numbers: dict[int, str]) -> list[Text]:
    found = []
    for text in read:
        is_paragraph = text.role == "P" and text.within == "text" and not (text.depth or text.cell)
        number = numbers.get(text.line, "") if is_paragraph and text.of_body else ""
        if number and not text.number and not written(text.words):
            found.append(_with(text, f"{number}. "))
        else:
            found.append(text)
    return found


def _with(text: Text, number: str) -> Text:
    """Return a text with a number before its words."""
    (_, tag), *_ = text.runs
    calls = tuple((begin + len(number), end + len(number)) for begin, end in text.calls)
    return replace(text, runs=((number, tag), *text.runs), calls=calls, number=len(number))
