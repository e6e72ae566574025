"""The grammar: all that may stand in a source file besides the text of the statement.

It is written after CommonMark 0.31.2 (https://spec.commonmark.org/0.31.2/), the tables of GitHub
Flavored Markdown, the footnotes of Pandoc and YAML 1.2.2, and not after a parser.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import NamedTuple


class Mark(NamedTuple):
    """A mark: what it is called, and how it is written."""

    name: str
    pattern: re.Pattern[str]


def _mark(name: str, pattern: str) -> Mark:
    return Mark(name, re.compile(pattern, re.DOTALL))


# The file
FENCE = _mark("line around the front matter", r"---[ \t]*(?:\n|\Z)")
SPACES = _mark("space", r"\s+")

# Front matter (YAML 1.2.2, chapters 6 to 8)
SPACE = _mark("space", r"[ \t]+")
LINES = _mark("space", r"(?:[ \t]*\n)+[ \t]*")
COMMENT = _mark("comment", r"#[^\n]*")
KEY = _mark("key", r"""[^\s\[\]{},#&*!|>'"%@`?-](?:[^\n:#]|:(?!\s)|(?<!\s)#)*:(?=\s)""")
DASHED_KEY = _mark("key", r"-(?=\S)(?:[^\n:#]|:(?!\s)|(?<!\s)#)*:(?=\s)")
QUOTED_KEY = _mark("key", r"""(?:"(?:[^"\\\n]|\\.)*"|'(?:[^'\n]|'')*')[ \t]*:(?=\s)""")
FLOW_KEY = _mark(
    "key",
    r"""[^\s\[\]{},#&*!|>'"%@`?-]"""
    r"(?:[^\n:#,\[\]{}]|:(?![\s,\[\]{}])|(?<!\s)#)*:(?=[\s,\[\]{}])",
)
QUOTED_FLOW_KEY = _mark("key", r"""(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*')\s*:""")
HYPHEN = _mark("hyphen of a list", r"-(?=\s)")
TAG = _mark("tag", r"!\S*(?=\s)")
BRACKET = _mark("bracket", r"[\[{]")
CLOSED = _mark("bracket", r"[\]}]")
COMMA = _mark("comma", ",")
INDICATOR = _mark("sign of a text in lines of its own", r"[|>][-+0-9]*(?=[ \t]*(?: #[^\n]*)?\n)")
DOUBLE = re.compile(r'"((?:[^"\\]|\\.)*)"', re.DOTALL)
SINGLE = re.compile(r"'((?:[^']|'')*)'", re.DOTALL)
PLAIN = re.compile(r"(?:[^\n#]|(?<!\s)#)+")
FLOW_PLAIN = re.compile(r"(?:[^\n#,\[\]{}:]|(?<!\s)#|:(?![\s,\[\]{}]))+")

# Blocks (CommonMark, chapters 4 and 5)
BULLET = _mark("point", r"[-+*](?=\s|\Z)")
NUMBER = _mark(
    "number of a point",
    r"\d{1,9}(?:[ \u00a0-]?(?:bis|ter|quater|quinquies|sexies|septies|octies|novies)"
    r"|-?[A-Za-zΑ-Ωα-ωА-Яа-я])?"
    r"[.)](?=\s|\Z)",
)
INDENT = _mark("space", r"[^\S\n]+")
QUOTE = _mark("quotation", r">")
HEADING_END = _mark("heading", r"[ \t]+#+(?=[ \t]*(?:\n|\Z))")
RULE = _mark("break", r"(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,})(?=\n|\Z)")
TABLE_RULE = _mark(
    "line under the head of a table",
    r"\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?(?=[ \t]*(?:\n|\Z))",
)
BAR = _mark("bar of a table", r"\|")
JOINED = _mark("sign of a cell that is joined to the one above", r"\^\^(?=[ \t]*(?:\||\n|\Z))")
BESIDE = _mark("line of a table", r":[ \t]+")
#: Both sides of a centred line, as in Discount: -> HAVE AGREED AS FOLLOWS: <-
CENTRED = _mark("centred line", r"->[ \t]+")
CENTRED_END = _mark("centred line", r"[ \t]+<-(?=[ \t]*(?:\n|\Z))")
NOTE = _mark("footnote", r"\[\^([^\s\]]+)\]:")
DEFINITION = _mark("address apart", r"\[((?:[^\[\]\\]|\\.)+)\]:")

# Inside a block (CommonMark, chapter 6 and 2.4)
LINE_END = _mark("line end", r"\\(?=\n)")
CELL_BREAK = _mark("line end", r"[ \t]*<[bB][rR][ \t]*/?>[ \t]*")
EMPHASIS = _mark("stress", r"[*_]")
STRONG = _mark("strong stress", r"\*\*|__")
#: A superscript or subscript of one to four letters or figures, right behind one (Pandoc has them)
#: or behind the marks of its stress.
_LETTER, _SHORT = r"(?:[^\W_]|[\u0300-\u036f])", r"(?:[^\W_][\u0300-\u036f]*){1,4}"
_BESIDE = "|".join(f"(?<={_LETTER}{stress * n})" for stress in (r"\*", "_") for n in range(4))
SUPERSCRIPT = _mark("superscript", rf"(?:{_BESIDE})\^(?={_SHORT}\^)")
SUBSCRIPT = _mark("subscript", rf"(?:{_BESIDE})~(?={_SHORT}~)")
PHRASE = _mark("other language", r"\[")
PHRASE_END = _mark("other language", r"\]\{lang=([A-Za-z0-9-]+)\}")
CALL = _mark("call of a footnote", r"\[\^([^\s\]]+)\]")
LINK = _mark("link", r"\[")
PICTURE = _mark("picture", r"!\[")
ADDRESS = _mark("address", r"<([^<>\s]*)>")
LABEL = _mark("label of an address", r"\[((?:[^\[\]\\]|\\.)*)\]")
BRACKETED = re.compile(r"<(?:[^<>\n\\]|\\.)*>")
BACKSLASH = "backslash"
ENTITY_IS = "entity for"
ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
ENTITY = re.compile(r"&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([a-zA-Z][a-zA-Z0-9]{1,31}));")
_INSIDE = r"\\.|\n(?!\s*\n)"  # a title has no empty line
TITLE = re.compile(
    rf""""(?:[^"\\\n]|{_INSIDE})*"|'(?:[^'\\\n]|{_INSIDE})*'|\((?:[^()\\\n]|{_INSIDE})*\)""",
    re.DOTALL,
)


def composed(label: str) -> str:
    """Return a label in one normal form (Unicode, NFC): accents are kept in two ways."""
    return unicodedata.normalize("NFC", label)


@cache
def heading(level: int) -> Mark:
    """Return the mark before the words of a heading of this `level`."""
    return _mark("heading", rf"#{{{level}}}(?=\s|\Z)")


#: A space; a wide one before words is text, as at the beginning of a Japanese paragraph.
_BLANK = r"(?:[^\S\n\u3000]|\u3000(?!\u3000*\S))"


@cache
def before_block(depth: int) -> Mark:
    """Return what may stand before a block inside `depth` quotations: spaces and empty lines."""
    return _mark("quotation", rf"{_BLANK}*(?:\n(?:[^\S\n]*>){{0,{depth}}}{_BLANK}*)*")


@cache
def after_quotation(depth: int) -> Mark:
    """Return the empty lines that end the last of `depth` quotations."""
    return _mark("quotation", rf"[^\S\n]*(?:\n(?:[^\S\n]*>){{{depth}}}[^\S\n]*(?=\n|\Z))*")


@cache
def before_apart(depth: int) -> Mark:
    """Return the lines before a note, or an address apart, that ends one of `depth` quotations."""
    return _mark("quotation", rf"[^\S\n]*(?:\n(?:[^\S\n]*>){{{depth}}}[^\S\n]*)*(?=\[)")


@cache
def line_end(depth: int) -> Mark:
    """Return the end of a line inside a paragraph in `depth` quotations, which may be lazy."""
    return _mark("line end", rf" ?\n(?:[ \t]*>){{0,{depth}}}[ \t]*")


@cache
def line_break(depth: int) -> Mark:
    """Return the end of a line that is printed as one."""
    return _mark("line end", rf"(?:\\|  +)\n(?:[ \t]*>){{0,{depth}}}[ \t]*")


@cache
def centred_break(depth: int) -> Mark:
    """Return the marks between two centred lines."""
    return _mark("centred line", rf"[ \t]+<-[ \t]*\n(?:[ \t]*>){{0,{depth}}}[ \t]*->[ \t]+")


def behind_spaces(text: str, pos: int, depth: int) -> int:
    """Return where the spaces end that may stand at `pos` between the parts of a link.

    There may be one line end among them.
    """
    match = _between(depth).match(text, pos)
    return match.end() if match else pos


@cache
def _between(depth: int) -> re.Pattern[str]:
    return re.compile(rf"[ \t]*(?:\n(?:[ \t]*>){{0,{depth}}}[ \t]*)?")
