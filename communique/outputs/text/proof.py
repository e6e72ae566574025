"""The proof of a plain text: it is read again, and says what it must, once and in order.

Nothing here comes from what writes it. A text is one run of characters, in which a line may end
where a space is, or between two letters of Chinese or Japanese, and nothing else may stand than
the texts of the content, with brackets around the numbers of notes, pictures and addresses, colons
behind labels and heads of columns, and a rule below titles.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from unicodedata import category

from communique.content.expected import turn
from communique.content.text import Marks
from communique.content.texts import texts
from communique.model.faults import Faults, ProofError
from communique.outputs.text import expected as text_expected
from communique.outputs.text.arrangement import (
    Placed,
    columns,
    is_wide,
    misplaced,
    out_of_row,
)
from communique.prove.changes import counts, front, moves
from communique.prove.changes.regained import both_versions_in_text
from communique.prove.corrections import note_corrections
from communique.prove.fields import note_lost_fields
from communique.prove.origin import note_other_origin
from communique.prove.turned import alternat

if TYPE_CHECKING:
    from collections.abc import Sequence

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
#: No line ends within one, whatever its letters are.
_ADDRESS = re.compile(r"<[A-Za-z][\w+.-]*:[^<>\s]*>|https?://[^\s<>。、，；：！？「」『』（）]+")
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
        _check_words(said, list(text_expected.lines(content, wanted)), faults)
        both_versions_in_text(content, faults)
        for rule in _OF_CHANGES:
            rule(content, None, faults)
    faults.check()


def _check_lines(said: str, faults: Faults) -> None:
    """Note lines that are too wide, end in a space or hold controls, and empty ones at the ends."""
    if said != said.strip("\n") + "\n":
        faults.add(1, "text", "the file has empty lines at its ends, or none", _NOT_DELIVERED)
    for line in said.split("\n"):
        whole = _ADDRESS.sub(lambda found: "-" * columns(found[0]), line)
        words = "".join(" " if is_wide(character) else character for character in whole)
        longest = max(map(columns, words.split(" ")))
        if columns(line) > _WIDTH and (longest <= _LONG_WORD or columns(line) - longest > _WIDTH):
            faults.add(1, "text", f"a line is wider than {_WIDTH}: {line}", _NOT_DELIVERED)
        if line.endswith(" ") or any(category(character) == "Cc" for character in line):
            faults.add(1, "text", f"a line has what nobody sees: {line!r}", _NOT_DELIVERED)


def _check_words(said: str, expected: Sequence[Text], faults: Faults) -> None:
    """Note the first text that is not where it is due, or what there is besides."""
    reader = _Reader(said)
    for text in expected:
        if not reader.text(text):
            wrong = f"{text.words[:_SHOWN]!r} is due where {reader.rest()!r} is"
            faults.add(text.line, "text", wrong, _NOT_DELIVERED, path=text.path)
            return
    if reader.rest():
        faults.add(1, "text", f"there is more: {reader.rest()!r}", _NOT_DELIVERED)
    for text, wrong in (*misplaced(said, reader.placed), *out_of_row(said, reader.placed)):
        words = text.words[:_SHOWN]
        faults.add(text.line, "text", f"{words!r}: {wrong}", _NOT_DELIVERED, path=text.path)


class _Reader:
    """Follows a text from its beginning to its end."""

    def __init__(self, said: str) -> None:
        self.said = said
        self.place = 0
        self.labelled = False
        self.begun = 0  # where the words that were read last begin
        self.placed: list[Placed] = []

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
        whole = [found.span() for found in _ADDRESS.finditer(due)]
        before = ""
        for place, character in enumerate(due):
            space = self.skip()
            if character == " ":
                if not _SPACE.fullmatch(space):
                    return False
            elif before.strip() and space:
                inside = any(start < place < end for start, end in whole)
                if inside or not _is_broken(before, space, character):
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
