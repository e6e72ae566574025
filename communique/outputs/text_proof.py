"""The proof of a plain text: it is read again, and says what it must, once and in order.

Nothing here comes from what writes it. A text is one run of characters, in which a line may end
where a space is, or between two letters of Chinese or Japanese, and nothing else may stand than
the texts of the content, with brackets around the numbers of notes, pictures and addresses, and a
rule below titles and heads of tables.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from unicodedata import category

from communique.content.expected import turn
from communique.content.text import Marks
from communique.content.texts import texts
from communique.model.faults import Faults, ProofError
from communique.outputs.text_arrangement import (
    Placed,
    columns,
    is_wide,
    misplaced,
    out_of_column,
)
from communique.prove.changes import counts, front, moves
from communique.prove.changes.regained import both_versions_in_text
from communique.prove.corrections import note_corrections
from communique.prove.fields import note_lost_fields
from communique.prove.origin import note_other_origin
from communique.prove.turned import alternat

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from communique.content.content import Content
    from communique.content.text import Text

_WIDTH, _LONG_WORD = 72, 36  # columns
_MARKS = Marks(
    call="[{}]",
    picture="[{}]",
    within="[{}]",
    address=" <{}>",
    raised="⁰¹²³⁴⁵⁶⁷⁸⁹",
    lowered="₀₁₂₃₄₅₆₇₈₉",
    rule="* * *",
)
#: Within a text a space is one, or the end of a line.
_SPACE = re.compile(r" |\n *")
#: Below titles and headings of sections stands a rule of these.
_RULES = {"H1": "=", "H2": "-"}
#: What holds of changes wherever they are told; the words have been found in the file before.
_OF_CHANGES = (moves.in_pairs, front.title_told, front.values_told, counts.summary_told)
_SHOWN = 60
_NOT_DELIVERED = "nothing was delivered"


def prove(content: Content, data: bytes) -> None:
    """Prove that the file whose bytes are `data` says what `content` says, and nothing else.

    Raises `ProofError` with the words and the line of the statement.
    """
    faults = Faults(content.versions[0].statement.path, ProofError)
    try:
        said = data.decode("utf-8")
    except UnicodeDecodeError as error:
        faults.add(1, "text", f"the file is not UTF-8 ({error})", _NOT_DELIVERED)
    else:
        note_other_origin(content, faults)
        alternat.note_other_words(content, faults)
        wanted = texts(alternat.worked_out(content), marks=_MARKS)
        note_lost_fields(content, wanted, {}, faults)
        if turn(content):
            plain = texts(content, marks=_MARKS._replace(raised="", lowered=""))
            note_corrections(content, plain, faults)
        _check_lines(said, faults)
        _check_words(said, wanted, faults)
        both_versions_in_text(content, faults)
        for rule in _OF_CHANGES:
            rule(content, None, faults)
    faults.check()


def _check_lines(said: str, faults: Faults) -> None:
    """Note lines that are too wide, end in a space or hold controls, and empty ones at the ends."""
    if said != said.strip("\n") + "\n":
        faults.add(1, "text", "the file has empty lines at its ends, or none", _NOT_DELIVERED)
    for line in said.split("\n"):
        words = "".join(" " if is_wide(character) else character for character in line)
        longest = max(map(columns, words.split(" ")))
        if columns(line) > _WIDTH and (longest <= _LONG_WORD or columns(line) - longest > _WIDTH):
            faults.add(1, "text", f"a line is wider than {_WIDTH}: {line}", _NOT_DELIVERED)
        if line.endswith(" ") or any(category(character) == "Cc" for character in line):
            faults.add(1, "text", f"a line has what nobody sees: {line!r}", _NOT_DELIVERED)


def _check_words(said: str, expected: Sequence[Text], faults: Faults) -> None:
    """Note the first text that is not where it is due, or what there is besides."""
    reader = _Reader(said)
    for part in _parts(expected):
        if not (reader.table(part) if part[0].cell else reader.text(part[0])):
            words = " ".join(text.words for text in part)[:_SHOWN]
            wrong = f"{words!r} is due where {reader.rest()!r} is"
            faults.add(part[0].line, "text", wrong, _NOT_DELIVERED, path=part[0].path)
            return
    if reader.rest():
        faults.add(1, "text", f"there is more: {reader.rest()!r}", _NOT_DELIVERED)
    found = [*misplaced(said, reader.placed)]
    for cells, count in reader.tables:
        found += out_of_column(said, cells, count)
    for text, wrong in found:
        words = text.words[:_SHOWN]
        faults.add(text.line, "text", f"{words!r}: {wrong}", _NOT_DELIVERED, path=text.path)


def _parts(expected: Sequence[Text]) -> Iterator[list[Text]]:
    """Yield each text by itself, and the cells of each table together."""
    table: list[Text] = []
    for text in expected:
        if table and _table(text) != _table(table[0]):
            yield table
            table = []
        if text.cell:
            table.append(text)
        else:
            yield [text]
    if table:
        yield table


def _table(text: Text) -> tuple[Path, int] | None:
    """Return what the cells of a table have in common, and nothing else has."""
    return (text.path, text.cell.table) if text.cell else None


class _Reader:
    """Follows a text from its beginning to its end."""

    def __init__(self, said: str) -> None:
        self.said = said
        self.place = 0
        self.labelled = False
        self.begun = 0  # where the words that were read last begin
        self.placed: list[Placed] = []
        self.tables: list[tuple[list[Placed], int]] = []

    def rest(self) -> str:
        """Return the beginning of what was not read yet."""
        return " ".join(self.said[self.place :].split())[:_SHOWN]

    def text(self, text: Text) -> bool:
        """Tell whether `text` comes next, on a line of its own if it has no label before it."""
        if not text.words.strip():
            return True
        self.skip()
        line = self.said[self.said.rfind("\n", 0, self.place) + 1 : self.place]
        if line.strip(" ") and not self.labelled:
            return False
        self.labelled = text.role == "Lbl"
        if not self.words(text.words):
            return False
        self.placed.append(Placed(text, self.begun, self.place))
        rule = _RULES.get(text.role)
        return not rule or self.rule(rf"\n *{rule}+$")

    def table(self, texts: Sequence[Text]) -> bool:
        """Tell whether a table comes next, in columns or with the heads before each cell.

        Below a head without words is no rule.
        """
        self.labelled = False
        count = sum(text.cell is not None and text.cell.in_head for text in texts)
        heads, below = texts[:count], texts[count:]
        start, rule = self.place, r"\n *-+(?: +-+)*$"
        has_words = any(cell.words.strip() for cell in heads)
        found: list[Placed] = []
        if (
            self.cells(heads, found)
            and (self.rule(rule) or not has_words)
            and self.cells(below, found)
        ):
            rows = [found[place : place + count] for place in range(0, len(found), count)]
            if has_words or not any("\n" in self.said[row[0].start : row[-1].end] for row in rows):
                self.tables.append((found, count))
        else:
            self.place, found = start, []
            pairs = zip([*heads] * (len(below) // count), below, strict=True)
            if not all(self.cells(pair, found) for pair in (pairs if below else [heads])):
                return False
        self.placed += [cell for cell in found if cell.end > cell.start][:1]
        return True

    def cells(self, cells: Iterable[Text], found: list[Placed]) -> bool:
        """Tell whether `cells` come next; add them to what was `found`."""
        for cell in cells:
            self.begun = self.place
            if not self.words(cell.words):
                return False
            found.append(Placed(cell, self.begun, self.place))
        return True

    def rule(self, pattern: str) -> bool:
        """Tell whether the next line is a rule, and pass over it."""
        match = re.compile(pattern, re.MULTILINE).match(self.said, self.place)
        self.place = match.end() if match else self.place
        return match is not None

    def skip(self) -> str:
        """Pass over spaces and line ends; return them."""
        start = self.place
        while self.said[self.place : self.place + 1] in (" ", "\n"):
            self.place += 1
        return self.said[start : self.place]

    def words(self, words: str) -> bool:
        """Tell whether exactly `words` come next, and pass over them."""
        due = " ".join(re.split("[ \n\t]+", words.strip(" \n\t")))
        before = ""
        for character in due:
            space = self.skip()
            if character == " ":
                if not _SPACE.fullmatch(space):
                    return False
            elif before.strip() and space and not _is_broken(before, space, character):
                return False
            if character != " ":
                if self.said[self.place : self.place + 1] != character:
                    return False
                self.begun = self.begun if before else self.place
                self.place += 1
            before = character
        return not due or self.said[self.place : self.place + 1] in ("", " ", "\n")


def _is_broken(before: str, space: str, after: str) -> bool:
    """Tell whether a line ends between two letters of Chinese or Japanese, which it may."""
    return space.startswith("\n") and is_wide(before) and is_wide(after)
