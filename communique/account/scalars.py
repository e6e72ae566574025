"""The scalars of the front matter, in all five styles (YAML 1.2.2, 7.3 and 8.1).

They have single spaces between their words, as on the page.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from communique.account import grammar
from communique.account.cursor import Unaccounted

if TYPE_CHECKING:
    from communique.account.cursor import Cursor


class Written(NamedTuple):
    """A value as it is written, without quotes, and where it begins in the file."""

    text: str
    start: int


#: What stands for a character in double quotes (YAML 1.2.2, 5.7).
_ESCAPED = re.compile(
    r"\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|\n[ \t]*|(.))", re.DOTALL
)
_NAMED = {"0": "\0", "a": "\a", "b": "\b", "t": "\t", "\t": "\t", "n": "\n", "v": "\v", "f": "\f"}
_NAMED |= {"r": "\r", "e": "\x1b", "N": "\x85", "_": "\xa0", "L": "\u2028", "P": "\u2029"}
_NEXT = re.compile(r"(?:[ \t]*\n)+( *)(?=[^\s#])")


class Scalars:
    """Reads values of the front matter that ends before `end`, and moves over what is around."""

    def __init__(self, cursor: Cursor, end: int) -> None:
        self.cursor, self.end = cursor, end

    @property
    def column(self) -> int:
        """How many characters stand before the present one in its line."""
        return self.cursor.pos - self.cursor.text.rfind("\n", 0, self.cursor.pos) - 1

    @property
    def here(self) -> str:
        """The present character, or nothing at the end."""
        pos = self.cursor.pos
        return self.cursor.text[pos] if pos < self.end else ""

    def skip(self) -> None:
        """Move over spaces, empty lines and comments."""
        while self.cursor.pos < self.end and (
            self.cursor.take(grammar.LINES)
            or self.cursor.take(grammar.SPACE)
            or self.cursor.take(grammar.COMMENT)
        ):
            pass

    def is_at_line_end(self) -> bool:
        """Move over spaces, and tell whether only a comment follows in the line, if anything."""
        self.cursor.take(grammar.SPACE)
        return self.here in ("\n", "#", "")

    def plain(self, pattern: re.Pattern[str], column: int) -> Written:
        """Return a value without quotes, which may go on in lines right of the `column`."""
        start, parts = self.cursor.pos, []
        while match := pattern.match(self.cursor.text, self.cursor.pos, self.end):
            parts.append(match[0])
            self.cursor.pos += len(match[0].rstrip(" \t"))
            following = _NEXT.match(self.cursor.text, self.cursor.pos, self.end)
            if not following or len(following[1]) <= column:
                break
            self.cursor.mark(following.end(), "line end")
        if not parts:
            raise Unaccounted(start)
        return Written(_spaced(" ".join(parts)), start)

    def quoted(self) -> Written:
        """Return a value in quotes."""
        start = self.cursor.pos
        pattern = grammar.DOUBLE if self.here == '"' else grammar.SINGLE
        match = pattern.match(self.cursor.text, start, self.end)
        if not match:
            raise Unaccounted(start)
        self.cursor.mark(start + 1, "quotation mark")
        self.cursor.pos = match.end(1)
        self.cursor.mark(match.end(), "quotation mark")
        return Written(_spaced(unquoted(match[0])), start)

    def lines_below(self, column: int) -> Written:
        """Return the text of the lines below that begin right of the `column`."""
        self.is_at_line_end()
        self.cursor.take(grammar.COMMENT)
        start = self.cursor.pos
        end = start
        while end < self.end:
            following = self.cursor.text.find("\n", end + 1)
            following = self.end if following < 0 else min(following, self.end)
            line = self.cursor.text[end + 1 : following]
            if line.strip() and len(line) - len(line.lstrip(" ")) <= column:
                break
            end = following
        self.cursor.pos = end
        return Written(_spaced(self.cursor.text[start:end]), start)


def _spaced(text: str) -> str:
    """Return a value with one space for each run of them; a wide one of Japanese is kept."""
    return re.sub(r"[^\S\u3000]+", " ", text.strip())


def unquoted(text: str) -> str:
    """Return what is written in the quotes that `text` begins and ends with."""
    if text[0] == "'":
        return text[1:-1].replace("''", "'")
    folded = re.sub(r"(?<!\\)[ \t]*\n[ \t]*", " ", text[1:-1])
    return _ESCAPED.sub(_character, folded)


def _character(match: re.Match[str]) -> str:
    digits = match[1] or match[2] or match[3]
    if digits:
        return chr(int(digits, 16))
    return _NAMED.get(match[4], match[4]) if match[4] else ""
