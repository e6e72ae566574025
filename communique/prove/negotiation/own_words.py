"""Words: a negotiation print has those of the statement as it was read, and numbers besides."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from communique.content.expected import turn
from communique.content.texts import texts
from communique.prove.negotiation.brackets import NAME
from communique.prove.negotiation.counting import due, written
from communique.prove.words import short

if TYPE_CHECKING:
    from collections.abc import Sequence

    from communique.content.content import Content, Version
    from communique.content.text import Text
    from communique.model.faults import Faults
    from communique.model.statement import Statement
    from communique.pdf_reading.reading import Reading

#: What stands between the heads of a column where it has several, and its table is a list.
_BETWEEN = " · "


def every_own_word(content: Content, reading: Reading, faults: Faults) -> None:  # noqa: ARG001  # one signature
    """Note where a text of the statement is not set as it was read, with its number if any."""
    if turn(content) != NAME:
        return
    for version in content.versions:
        how = version.statement.turned
        made = _texts(content, version, version.statement)
        read = _texts(content, version, how.original) if how else []
        numbers = due(how.original) if how else {}
        if other := _first_other(made, read, numbers):
            wrong = f"it is not set as it was read: {short(other.words)}"
            faults.add(other.line, "words", wrong, "nothing was delivered", path=other.path)


def _first_other(
    made: Sequence[Text], read: Sequence[Text], numbers: dict[int, str]
) -> Text | None:
    """Return the first of the texts that were `read` and not `made`, or one made besides.

    Where there are lists in the place of tables, the words of each cell are somewhere in these:
    those of a head perhaps with the other heads of its column, an empty cell not at all.
    """
    are_alike = sum(bool(text.cell) for text in made) == sum(bool(text.cell) for text in read)
    every, left = [text.words for text in made], iter([text.words for text in made])
    cells = {part for words in every for part in (words, *words.split(_BETWEEN))}
    for text in read:
        words = f"{_number(text, numbers)}{text.words}"
        if text.cell and not are_alike:
            is_there = not words or words in cells
        else:
            is_there = words == next(left, "") if are_alike else words in left
        if not is_there:
            return text
    return made[len(read)] if are_alike and len(made) > len(read) else None


def _texts(content: Content, version: Version, statement: Statement) -> list[Text]:
    """Return the texts of the body of a version, as `statement` has them."""
    own = replace(content, versions=(replace(version, statement=statement),))
    return [text for text in texts(own) if text.of_body]


def _number(text: Text, numbers: dict[int, str]) -> str:
    """Return what stands before the words of a text as it was read: its number, if that is new."""
    is_paragraph = text.role == "P" and text.within == "text" and not (text.depth or text.cell)
    number = numbers.get(text.line, "") if is_paragraph else ""
    return f"{number}. " if number and not text.number and not written(text.words) else ""
