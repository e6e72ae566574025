"""Words, found in the file character by character, with escapes, entities and line ends in them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from communique.account import grammar
from communique.account.addresses import entity

if TYPE_CHECKING:
    from communique.account.cursor import Cursor

#: Characters that stand for themselves; a space at the end of a line does not.
_RUN = re.compile(r"(?:[^\\&\n ]| +(?![ \n]))+")
#: Chinese and Japanese, where a line end is no space between two characters.
_WIDE = re.compile("[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff]{2}")
#: A bar in a table loses the backslash before it before anything else is read (GFM, example 200).
_BAR = r"\\|"
_NO_MATCH = -1


class Words:
    """Goes through the words of one block after another, inside `depth` quotations.

    `centred` says that each of their lines is, `in_row` that they stand in a row of a table,
    `in_picture` that they are what is said of a picture, `in_address` that they are an address,
    which has neither escapes nor entities.
    """

    def __init__(self, cursor: Cursor) -> None:
        self.cursor, self.depth = cursor, 0
        self.centred = self.in_row = self.in_picture = self.in_address = False
        self.before = ""  # the character that was said before in the same node

    def words(self, said: str, after: str = "") -> str:
        """Move over what is `said` and return the rest that is not written here.

        `after` is the character that is said next, on which the meaning of a line end depends.
        """
        index = len(said.rstrip()) if self.in_address else 0
        self.cursor.pos += index
        while index < len(said) and not self.in_address:
            step = self._run(said, index)
            if not step:
                step = self._sign(said, index, said[index + 1 : index + 2] or after)
                if step == _NO_MATCH:
                    break
            index += step
        if index:
            self.before = said[index - 1]
        if index == len(said) and self._joins(self.before + after):
            self.cursor.take(grammar.line_end(self.depth))
        return said[index:]

    def _run(self, said: str, index: int) -> int:
        """Move over characters that are said from `index` on as they are written; return how many.

        0 says that a sign follows, or something else.
        """
        cursor = self.cursor
        left = len(said) - index
        match = _RUN.match(cursor.text, cursor.pos, cursor.pos + left + 1)
        if not match:
            return 0
        written = match[0][:left]
        same = len(written)
        if not said.startswith(written, index):
            same = next(i for i, sign in enumerate(written) if said[index + i] != sign)
        cursor.pos += same
        return same

    def _sign(self, said: str, index: int, after: str) -> int:
        """Move over an escape, an entity or a line end that stands for `said[index]`.

        Return how many characters it stands for, or `_NO_MATCH`.
        """
        match self.cursor.text[self.cursor.pos : self.cursor.pos + 1]:
            case "\\":
                return self._escape(said[index])
            case "&":
                return self._entity(said, index)
            case " " | "\n":
                return self._line_end(said, index, after)
        return _NO_MATCH

    def _escape(self, said: str) -> int:
        """Move over a backslash and, if it is a mark, the character behind it."""
        cursor = self.cursor
        if self.in_row and said == "|" and cursor.text.startswith(_BAR, cursor.pos):
            cursor.mark(cursor.pos + 2, grammar.BACKSLASH)
        elif match := grammar.ESCAPE.match(cursor.text, cursor.pos):
            if match[1] != said:
                return _NO_MATCH
            cursor.mark(cursor.pos + 1, grammar.BACKSLASH)
        elif said != "\\":
            return _NO_MATCH
        cursor.pos += 1
        return 1

    def _entity(self, said: str, index: int) -> int:
        """Move over an ampersand and, if it begins an entity, all of it."""
        cursor = self.cursor
        match = grammar.ENTITY.match(cursor.text, cursor.pos)
        characters = entity(match) if match else ""
        if not said.startswith(characters or "&", index):
            return _NO_MATCH
        if not match or not characters:
            cursor.pos += 1
            return 1
        cursor.mark(match.end(), f"{grammar.ENTITY_IS} {characters}")
        return len(characters)

    def _line_end(self, said: str, index: int, after: str) -> int:
        """Move over the end of a line, which is a space but between two Chinese characters."""
        cursor, end = self.cursor, grammar.line_end(self.depth)
        if not end.pattern.match(cursor.text, cursor.pos):
            return _NO_MATCH
        before = said[index - 1] if index else self.before
        if before == "\\" and said.startswith("  ", index):
            cursor.pos += 1  # a backslash keeps the space behind it
            return 1
        if self._joins(before + said[index]):
            cursor.take(end)
            return 0
        if said[index] != " " or self._joins(before + after):
            return _NO_MATCH
        cursor.take(end)
        return 1

    def _joins(self, pair: str) -> bool:
        """Tell whether a line end between these two characters is no space."""
        return bool(_WIDE.fullmatch(pair)) and not self.in_picture
