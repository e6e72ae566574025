"""The account of the source: every character of a file is text, or is a mark of the grammar.

Reading made a statement; this room goes through the file once more, with that statement in hand
and without the parser. What the statement says is found in the file, in order, each block at its
line. What lies between two finds has to be a mark of the grammar (`grammar`) in a place where the
statement has what such a mark makes: two asterisks are one before strong words, and a loss before
any others. So nothing that an author wrote is lost because a parser took it for something else.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.account.blocks import Blocks
from communique.account.cleaning import cleaned
from communique.account.cursor import Cursor, Unaccounted
from communique.account.grammar import FENCE, SPACES
from communique.account.keys import Keys
from communique.account.values import compare
from communique.model.faults import Faults, StatementError, cut

if TYPE_CHECKING:
    from communique.model.statement import Statement

_SHOWN = 30  # characters


def account(statement: Statement) -> Cursor:
    """Return where each character of the file of `statement` went.

    Raises `StatementError` at the first one that is neither text of the statement nor a mark.
    """
    text = cleaned(statement.source.decode("utf-8"))
    cursor = Cursor(text)
    try:
        _front_matter(cursor, statement)
        Blocks(cursor, numbered=statement.matter.numbered).body(statement.body)
    except Unaccounted as found:
        faults = Faults(statement.path)
        wrong, instead = _words(text, found)
        faults.add(cursor.line(found.at), "account", wrong, instead)
        raise StatementError(faults) from None
    return cursor


def _front_matter(cursor: Cursor, statement: Statement) -> None:
    """Go through the front matter to the line after it."""
    cursor.need(FENCE)
    end = cursor.text.find("\n---", cursor.pos - 1)
    while end >= 0 and not FENCE.pattern.match(cursor.text, end + 1):
        end = cursor.text.find("\n---", end + 1)
    if end < 0:
        raise Unaccounted(cursor.pos)
    values, lines = Keys(cursor, end + 1).read()
    if lines != statement.lines:
        raise Unaccounted(0)
    compare(statement.matter, values)
    cursor.take(SPACES)
    cursor.need(FENCE)


def _words(text: str, found: Unaccounted) -> tuple[str, str]:
    """Return what is wrong, and what to write instead."""
    line = text[found.at :].partition("\n")[0].strip()
    written, read = cut(line, _SHOWN), cut(found.read.strip(), _SHOWN)
    if not written:
        wrong = f"“{read}” was read here, and it is not written here"
    elif read:
        wrong = f"“{written}” is written here, and “{read}” was read"
    else:
        wrong = f"“{written}” would be lost"
    return wrong, "write it with simpler marks, or with a backslash before those to be printed"
