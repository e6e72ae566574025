"""Addresses of links and pictures: how they are written, and whether they are those that were read.

CommonMark 0.31.2, 4.7 (addresses written apart), 6.3 and 6.4.
"""

from __future__ import annotations

import re
import unicodedata
from html.entities import html5
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import unquote

from communique.account import grammar
from communique.account.cursor import Unaccounted

if TYPE_CHECKING:
    from communique.account.cursor import Cursor


_LINE_END = re.compile(r"[ \t]*(?:\n|\Z)")
_AROUND_LINE_END = re.compile(r"[ \t]*\n[ \t]*")
_MARKED = re.compile(rf"{grammar.ENTITY.pattern}|{grammar.ESCAPE.pattern}")
#: Code points that are no characters, and the last one (Unicode, D76, D9).
_SURROGATES, _LAST = (0xD800, 0xDFFF), 0x10FFFF


class Address(NamedTuple):
    """An address as written, its caption if any, and where both are in the file."""

    target: str
    caption: str
    end: int
    captioned: tuple[int, int] | None = None
    """Where the words of the caption begin and end."""

    def mark(self, cursor: Cursor, end: int, name: str) -> None:
        """Move to `end`, behind this address; all but the caption is a mark of this name."""
        if self.captioned:
            start, behind = self.captioned
            cursor.mark(start, name)
            cursor.pos = behind
        cursor.mark(end, name)


class Use(NamedTuple):
    """A link or picture whose address is written apart: its label, and what was read of it."""

    start: int
    target: str
    caption: str


class Apart:
    """The addresses that are written apart, and the links and pictures that use them."""

    def __init__(self) -> None:
        self.written: dict[str, tuple[int, Address]] = {}
        self.used: dict[str, list[Use]] = {}

    def define(self, cursor: Cursor, depth: int) -> None:
        """Move over an address written apart; raises `Unaccounted` where none stands here."""
        start = cursor.pos
        label = cursor.need(grammar.DEFINITION)[1]
        text = cursor.text
        found = address(text, cursor.pos, depth)
        if found and not _LINE_END.match(text, found.end):  # what seemed its caption is none
            found = address(text, cursor.pos, depth, captioned=False)
        if not found or not _LINE_END.match(text, found.end):
            raise Unaccounted(start)
        found.mark(cursor, found.end, grammar.DEFINITION.name)
        self.written.setdefault(_label(label), (start, found))

    def use(self, label: str, use: Use) -> None:
        """Note that an address is used by its label."""
        self.used.setdefault(_label(label), []).append(use)

    def check(self) -> None:
        """Raise `Unaccounted` where one is missing, is another, or is not used."""
        for label, uses in self.used.items():
            _, found = self.written.get(label, (0, Address("", "", 0)))
            for use in uses:
                if not same(found.target, use.target) or found.caption != use.caption:
                    raise Unaccounted(use.start, use.target)
        for label in self.written.keys() - self.used.keys():
            raise Unaccounted(self.written[label][0])


def address(text: str, pos: int, depth: int, *, captioned: bool = True) -> Address | None:
    """Return the address that is written at `pos`, with its caption if it is `captioned`.

    There is none if None is returned.
    """
    start = grammar.behind_spaces(text, pos, depth)
    end = _end(text, start)
    if end < 0:
        return None
    target = text[start:end]
    if target.startswith("<"):
        target = target[1:-1]
    here = grammar.behind_spaces(text, end, depth)
    title = grammar.TITLE.match(text, here) if captioned and here > end else None
    if not title:
        return Address(plain(target), "", end)
    start, end = title.start() + 1, title.end() - 1
    caption = grammar.line_end(depth).pattern.sub("\n", plain(text[start:end]))
    return Address(plain(target), on_one_line(caption), title.end(), (start, end))


def on_one_line(text: str) -> str:
    """Return `text` with a space for each line end and the spaces around it."""
    return _AROUND_LINE_END.sub(" ", text)


def same(written: str, read: str) -> bool:
    """Tell whether two addresses are the same, though one is in per cent or in another form.

    RFC 3986, 2.1; RFC 3492; UAX 15.
    """
    return written == read or _folded(written) == _folded(read)


def plain(text: str) -> str:
    """Return `text` without backslashes before marks, and with the characters of its entities."""
    return _MARKED.sub(_character, text)


def entity(match: re.Match[str]) -> str:
    """Return the characters that an entity stands for, or nothing where there is no such one."""
    decimal, hexadecimal, name = match.groups()[:3]
    if name:
        return html5.get(f"{name};", "")
    code = int(decimal) if decimal else int(hexadecimal, 16)
    return chr(code) if 0 < code < _SURROGATES[0] or _SURROGATES[1] < code <= _LAST else "\ufffd"


def _character(match: re.Match[str]) -> str:
    return match[4] or entity(match) or match[0]


def _end(text: str, pos: int) -> int:
    """Return where an address ends that begins at `pos`, or -1 where none does."""
    if text.startswith("<", pos):
        match = grammar.BRACKETED.match(text, pos)
        return match.end() if match else -1
    open_, here = 0, pos
    while here < len(text) and text[here] > " ":
        character = text[here]
        if character == "\\" and here + 1 < len(text) and text[here + 1] > " ":
            here += 1
        elif character == "(":
            open_ += 1
        elif character == ")":
            if not open_:
                break
            open_ -= 1
        here += 1
    return here


def _folded(address: str) -> str:
    """Return an address with the letters that per cent and Punycode stand for.

    The spaces of other kinds that it may end with are no part of it.
    """
    address = address.strip()
    scheme, slashes, rest = address.partition("://")
    if slashes:
        host, slash, path = rest.partition("/")
        labels = host.lower().split(".")
        address = f"{scheme}://{'.'.join(map(_unpunycoded, labels))}{slash}{path}"
    address = unicodedata.normalize("NFC", unquote(address))
    if address.startswith("#"):  # the name of a heading, which is read in small letters
        return f"#{''.join(filter(_is_word, address.lower()))}"
    return address


def _is_word(character: str) -> bool:
    return unicodedata.category(character)[0] in "LMN"


def _unpunycoded(label: str) -> str:
    if not label.startswith("xn--"):
        return label
    try:
        return label[4:].encode("ascii").decode("punycode")
    except UnicodeError:
        return label


def _label(label: str) -> str:
    return " ".join(grammar.composed(label).split()).casefold()
