"""The front matter once more: its keys and values, read without the parser (YAML 1.2.2).

Only what front matter needs is known: groups and lists in both styles and scalars in all five.
Values have single spaces between their words, as on the page.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.account import grammar
from communique.account.cursor import Unaccounted
from communique.account.scalars import Scalars, Written, unquoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from communique.account.cursor import Cursor


Value = Written | list["Value"] | dict[str, "Value"]


class Keys(Scalars):
    """Reads the front matter that ends before `end`."""

    def __init__(self, cursor: Cursor, end: int) -> None:
        super().__init__(cursor, end)
        self.lines: dict[str, int] = {}

    def read(self) -> tuple[dict[str, Value], dict[str, int]]:
        """Return the values by their keys, and the line of each key.

        Raises `Unaccounted` at what is no key or value.
        """
        self.skip()
        if self.here == "{":
            values = self.flow_group(top=True)
            self.skip()
        else:
            values = self.mapping(self.column, top=True)
        if self.cursor.pos < self.end:
            raise Unaccounted(self.cursor.pos)
        return values, self.lines

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
            self.skip()
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
                return unquoted(written) if written[0] in "\"'" else written
        return None

    def sequence(self, column: int) -> list[Value]:
        """Return the list whose hyphens stand in this `column`."""
        values: list[Value] = []
        while self.here and self.column == column and self.cursor.take(grammar.HYPHEN):
            values.append(self.value(column, below_hyphen=True))
            self.skip()
        return values

    def value(self, column: int, *, below_hyphen: bool) -> Value:
        """Return what follows a key or a hyphen of this `column`, in its line or below."""
        if self.is_at_line_end():
            self.skip()
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
        self.skip()
        while self.here != closing:
            start = self.cursor.pos
            key = self.key(grammar.FLOW_KEY, grammar.QUOTED_FLOW_KEY)
            self.skip()
            yield key, self.flow_value(), start
            self.skip()
            if self.here != closing:
                self.cursor.need(grammar.COMMA)
                self.skip()
        self.cursor.need(grammar.CLOSED)

    def flow_value(self) -> Value:
        """Return a value in brackets; it may be empty."""
        if self.cursor.take(grammar.TAG):
            self.skip()
        if self.here in ("[", "{"):
            return self.flow()
        if self.here in ('"', "'"):
            return self.quoted()
        if self.here in (",", "]", "}"):
            return Written("", self.cursor.pos)
        return self.plain(grammar.FLOW_PLAIN, -1)
