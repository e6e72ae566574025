"""Text in square brackets, with the line of each in the file, and brackets that are not in pairs.

A node of the text has the line on which it begins. The account of the source knows that of every
character, so it is asked where each bracket stands.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from communique.account import account
from communique.model.drafts import brackets
from communique.model.faults import Faults, cut

if TYPE_CHECKING:
    from collections.abc import Iterator

    from communique.model.drafts.brackets import Brackets, Sign
    from communique.model.statement import Statement

_SHOWN = 40  # characters


class Listed(NamedTuple):
    """A passage as it is told: plain values, in the order in which they are read."""

    line: int
    place: str
    """paragraph 5 bis, Article 2, paragraph 1 where others have one, title, subtitle, heading, or
    text where nothing has a number; maybe with a note."""
    depth: int
    label: str
    proposers: str
    words: str
    paragraphs: tuple[str, ...]


class Listing(NamedTuple):
    """All that stands in brackets in a statement."""

    paragraphs: tuple[str, ...]
    """What the paragraphs that have some are called, each once, as they are read."""
    passages: tuple[Listed, ...]


def listed(statement: Statement) -> Listing:
    """Return the passages in brackets of a statement.

    Its paragraphs have the numbers of the negotiation print. Raises `StatementError` with every
    bracket that belongs to no other one.
    """
    body = statement.body.with_numbers()
    found = brackets.found(body, **heads(statement))
    lines = _lines(statement, found)
    check(statement, found, lines)
    passages = (
        Listed(
            lines[each.begin],
            found.parts[each.begin.part].place,
            each.depth,
            each.label,
            each.proposers,
            each.words,
            each.paragraphs,
        )
        for each in found.passages
    )
    return Listing(tuple(found.paragraphs), tuple(passages))


def heads(statement: Statement) -> dict[str, str]:
    """Return the words over the text of a statement in which brackets may stand."""
    every = {key: getattr(statement.matter, key) for key in brackets.HEADS}
    return {key: str(words) for key, words in every.items() if words}


def check(statement: Statement, found: Brackets, lines: dict[Sign, int] | None = None) -> None:
    """Raise `StatementError` with every bracket of a statement that belongs to no other one."""
    if not found.alone:
        return
    lines = lines or _lines(statement, found)
    faults = Faults(statement.path)
    for sign in found.alone:
        text = found.parts[sign.part].text
        if sign.opens:
            wrong = f"“{cut(text[sign.place :].strip(), _SHOWN)}” is opened and not closed"
            instead = "write ] where it ends"
        else:
            wrong = f"“{_end(text[: sign.place + 1])}” is closed and was not opened"
            instead = "write [ where it begins"
        faults.add(lines[sign], "brackets", wrong, f"{instead}, or delete this bracket")
    faults.check()


def _end(text: str) -> str:
    """Return the end of a `text`, with an ellipsis if there is more."""
    return text.strip() if len(text) <= _SHOWN else f"…{text[-_SHOWN:]}"


def _lines(statement: Statement, found: Brackets) -> dict[Sign, int]:
    """Return the line in the file of each bracket that was found.

    Those of the text are in the order of the file once they are in that of their blocks. Where the
    file has a bracket in another form, such as an entity, the line is that of the block.
    """
    signs = [sign for sign in found.signs if found.parts[sign.part].kind not in brackets.HEADS]
    ordered = sorted(signs, key=lambda sign: found.parts[sign.part].line)
    first = min((part.line for part in found.parts if part.kind not in brackets.HEADS), default=0)
    written = list(_written(statement, first))
    lines = {sign: found.parts[sign.part].line for sign in ordered}
    if [opens for _, opens in written] == [sign.opens for sign in ordered]:
        lines = {sign: line for sign, (line, _) in zip(ordered, written, strict=True)}
    over = {sign: found.parts[sign.part].kind for sign in found.signs if sign not in lines}
    return lines | {sign: statement.line(kind) for sign, kind in over.items()}


def _written(statement: Statement, first: int) -> Iterator[tuple[int, bool]]:
    """Yield the line of each bracket in the text, from its `first` line on, and if it opens."""
    for _, pieces in account(statement).pieces():
        for piece in pieces:
            if not piece.mark and piece.line >= first:
                yield from ((piece.line, each == "[") for each in piece.text if each in "[]")
