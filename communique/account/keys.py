"""The front matter once more: its keys and values, read without the parser (YAML 1.2.2).

Only what front matter needs is known: groups and lists in both styles and scalars in all five.
Values have single spaces between their words, as on the page.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from communique.account import grammar
from communique.account.cursor import Unaccounted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from communique.account.cursor import Cursor


class Written(NamedTuple):
    """A value as it is written, without quotes, and where it begins in the file."""

    text: str
    start: int


Value = Written | list["Value"] | dict[str, "Value"]
#: What stands for a character in double quotes (YAML 1.2.2, 5.7).
_ESCAPED = re.compile(
    r"\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|\n[ \t]*|(.))", re.DOTALL
)
_NAMED = {"0": "\0", "a": "\a", "b": "\b", "t": "\t", "\t": "\t", "n": "\n", "v": "\v", "f": "\f"}
_NAMED |= {"r": "\r", "e": "\x1b", "N": "\x85", "_": "\xa0", "L": "\u2028", "P": "\u2029"}
_NEXT = re.compile(r"(?:[ \t]*\n)+( *)(?=[^\s#])")
_INDENT = re.compile(r"[ \t]*")


class Keys:
    """Reads the front matter that ends before `end`."""

    def __init__(self, cursor: Cursor, end: int) -> None:
        self.cursor, self.end = cursor, end
        self.lines: dict[str, int] = {}

    def read(self) -> tuple[dict[str, Value], dict[str, int]]:
        """Return the values by their keys, and the line of each key.

        Raises `Unaccounted` at what is no key or value.
        """
        self.blank()
        if self.here == "{":
            values = self.flow_group(top=True)
            self.blank()
        else:
            values = self.mapping(self.column, top=True)
        if self.cursor.pos < self.end:
            raise Unaccounted(self.cursor.pos)
        return values, self.lines

    @property
    def column(self) -> int:
        """How many characters stand before the present one in its line."""
        return self.cursor.pos - self.cursor.text.rfind("\n", 0, self.cursor.pos) - 1

    @property
    def here(self) -> str:
        """The present character, or nothing at the end."""
        pos = self.cursor.pos
        return self.cursor.text[pos] if pos < self.end else ""

    def blank(self) -> None:
        """Move over spaces, empty lines and comments."""
        while self.cursor.pos < self.end and (
            self.cursor.take(grammar.LINES)
            or self.cursor.take(grammar.BLANK)
            or self.cursor.take(grammar.COMMENT)
        ):
            pass

    def is_at_line_end(self) -> bool:
        """Move over spaces, and tell whether only a comment follows in the line, if anything."""
        self.cursor.take(grammar.BLANK)
        return self.here in ("\n", "#", "")

    def mapping(self, column: int, *, top: bool = False) -> dict[str, Value]:
        """Return the group of keys that begin in this `column`."""
        values: dict[str, Value] = {}
        while self.here and self.column == column:
            start = self.cursor.pos
            key = self.key(grammar.KEY, grammar.DASHED_KEY, grammar.QUOTED_KEY)
            if key is None or key in values:
                raise Unaccounted(start)
            if top:
                self.begin(start, key)
            values[key] = self.value(column, below_hyphen=False)
            self.blank()
        return values

    def begin(self, start: int, key: str) -> None:
        """Note that a `key` of the statement begins at `start`."""
        self.lines[key] = self.cursor.line(start)
        self.cursor.begin(start, key)

    def key(self, *ways: grammar.Mark) -> str | None:
        """Move over a key with its colon, written in one of these `ways`; return it."""
        for way in ways:
            if match := self.cursor.take(way):
                written = match[0][:-1].strip()
                return _unquoted(written) if written[0] in "\"'" else written
        return None

    def sequence(self, column: int) -> list[Value]:
        """Return the list whose hyphens stand in this `column`."""
        values: list[Value] = []
        while self.here and self.column == column and self.cursor.take(grammar.HYPHEN):
            values.append(self.value(column, below_hyphen=True))
            self.blank()
        return values

    def value(self, column: int, *, below_hyphen: bool) -> Value:
        """Return what follows a key or a hyphen of this `column`, in its line or below."""
        if self.is_at_line_end():
            self.blank()
            inside = self.column > column
            if not inside and (below_hyphen or self.column < column or not self.at_hyphen()):
                return Written("", self.cursor.pos)
            below_hyphen = True
        if below_hyphen:
            if self.at_hyphen():
                return self.sequence(self.column)
            if self.at_key():
                return self.mapping(self.column)
        return self.scalar(column)

    def at_hyphen(self) -> bool:
        """Tell whether the hyphen of a list stands here."""
        return bool(grammar.HYPHEN.pattern.match(self.cursor.text, self.cursor.pos))

    def at_key(self) -> bool:
        """Tell whether a key stands here."""
        ways = (grammar.KEY, grammar.DASHED_KEY, grammar.QUOTED_KEY)
        return any(way.pattern.match(self.cursor.text, self.cursor.pos) for way in ways)

    def scalar(self, column: int) -> Value:
        """Return a value that is no group or list of lines; it goes on right of the `column`."""
        if self.cursor.take(grammar.TAG):
            return self.value(column, below_hyphen=True)
        if self.here in "[{":
            return self.flow()
        if self.here in "\"'":
            return self.quoted()
        if self.cursor.take(grammar.INDICATOR):
            return self.lines_below(column)
        return self.plain(grammar.PLAIN, column)

    def plain(self, pattern: re.Pattern[str], column: int) -> Written:
        """Return a value without quotes, which may go on in lines right of the `column`."""
        start, parts = self.cursor.pos, []
        while match := pattern.match(self.cursor.text, self.cursor.pos, self.end):
            parts.append(match[0])
            self.cursor.pos += len(match[0].rstrip())
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
        return Written(_spaced(_unquoted(match[0])), start)

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

    def flow(self) -> Value:
        """Return a list or group in brackets."""
        return self.flow_list() if self.here == "[" else self.flow_group()

    def flow_list(self) -> list[Value]:
        """Return a list in brackets; an item may be a group of one key."""
        items: list[Value] = []
        for key, value, _ in self.flow_pairs("]"):
            items.append(value if key is None else {key: value})
        return items

    def flow_group(self, *, top: bool = False) -> dict[str, Value]:
        """Return a group of keys in brackets."""
        values: dict[str, Value] = {}
        for key, value, start in self.flow_pairs("}"):
            if key is None or key in values:
                raise Unaccounted(start)
            values[key] = value
            if top:
                self.begin(start, key)
        return values

    def flow_pairs(self, closing: str) -> Iterator[tuple[str | None, Value, int]]:
        """Yield what stands in brackets up to the `closing` one: key, value, where it begins."""
        self.cursor.need(grammar.BRACKET)
        self.blank()
        while self.here != closing:
            start = self.cursor.pos
            key = self.key(grammar.FLOW_KEY, grammar.QUOTED_FLOW_KEY)
            self.blank()
            yield key, self.flow_value(), start
            self.blank()
            if self.here != closing:
                self.cursor.need(grammar.COMMA)
                self.blank()
        self.cursor.need(grammar.CLOSED)

    def flow_value(self) -> Value:
        """Return a value in brackets; it may be empty."""
        if self.cursor.take(grammar.TAG):
            self.blank()
        if self.here in ("[", "{"):
            return self.flow()
        if self.here in ('"', "'"):
            return self.quoted()
        if self.here in (",", "]", "}"):
            return Written("", self.cursor.pos)
        return self.plain(grammar.FLOW_PLAIN, -1)


def _spaced(text: str) -> str:
    return " ".join(text.split())


def _unquoted(text: str) -> str:
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
