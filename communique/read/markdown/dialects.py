"""Marks of other programs and dialects, which are printed here as they stand.

Nothing is lost by them, and some may be meant: most are remarks. What no reader should see, such as
the marks of a change under discussion, is refused.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from communique.model.faults import Faults


class _Mark(NamedTuple):
    pattern: re.Pattern[str]
    what: str
    instead: str
    refused: bool = False
    apart: bool = False
    """Whether two such lines are enough, wherever they stand in the paragraph."""


def _mark(
    pattern: str, what: str, instead: str, *, refused: bool = False, apart: bool = False
) -> _Mark:
    return _Mark(re.compile(pattern), what, instead, refused, apart)


#: What may stand in a line of text.
_IN_LINE = (
    _mark(
        r"\[[^\[\]]+\][ \t]+\((?:https?:|mailto:|tel:|#|[^\s()]+\.(?:png|jpe?g|svg)\b)[^()\s]*\)",
        "has a space before its address",
        "delete the space",
        refused=True,
    ),
    _mark(
        r"\{(?:\+\+.*?\+\+|--.*?--|~~.*?~>.*?~~|==.*?==|>>.*?<<)\}",
        "is the mark of a change under discussion",
        "accept or reject the change",
        refused=True,
    ),
    _mark(
        r"\{\{.*?\}\}|\{%.*?%\}|\$\{\w+\}", "is a place to be filled in", "write what belongs there"
    ),
    _mark(r"\^\[[^\[\]]+\]", "is not read as a note", "call it with [^1], and write [^1]: … below"),
    _mark(
        r"\[\^\s[^\[\]]*\]|\[\^[^\[\]\s]+\s[^\[\]]*\]",
        "does not call a note",
        "write its label without spaces",
    ),
    _mark(
        r"(?<!~)~~[^\s~][^~]*~~(?!~)", "is not struck through", "delete these words or the marks"
    ),
    _mark(r"(?<!=)==[^\s=][^=]*==(?!=)", "is not highlighted", "write *words* to stress them"),
    _mark(r"\]\{[^{}]*\}|\{[#.][\w-]+\}", "does not give a name or a class", "delete it"),
    _mark(
        r"\*\*[^*]*\*\*",
        "is not strong",
        "write ** right beside the words, and a space on its other side",
    ),
)
#: What may be a whole line.
_LINES = (
    _mark(r":::+.*", "does not make a box", "delete it"),
    _mark(
        r"\[(?:TOC|toc|\[_TOC_\])\]",
        "does not make a list of contents",
        "write contents: true above the text",
    ),
    _mark(r"\\(?:newpage|pagebreak|clearpage)", "does not break the page", "delete it"),
    _mark(
        r"\*\[[^\[\]]+\]:.*",
        "does not explain an abbreviation",
        "write it under abbreviations, above the text",
    ),
)
#: What word processors write before a point: a sign, or a letter of a font of signs with a tab.
_BULLETS = r"(?:[•●○▪◦‣·■□◆◇❖➢➤✓✔→⇒\uf000-\uf0ff][ \t]*|[oqvØüÜ§¨Þ]\t[ \t]*|o[ ](?=[^\W\d_]))\S.*"
#: What begins two lines or more of a paragraph, which are then printed one after the other.
_POINTS = (
    _mark(_BULLETS, "does not begin a point", "write a hyphen and a space for it", apart=True),
    _mark(
        r"[–—][ \t]\S.*",
        "goes on with its paragraph",
        "put an empty line before it if it should not",
    ),
    _mark(r"[-+](?=[^\W\d_]).*", "does not begin a point, since a space is missing", "write one"),
    _mark(
        r"\d{1,3}[.)](?=[^\W\d_]).*",
        "does not begin a point, since a space is missing",
        "write one",
    ),
    _mark(
        rf"(?![(]?\w{{1,3}}[.)]|[–—-]|{_BULLETS})[^\t]*[^\t ]\t+\S.*",
        "is not read as a row of a table",
        "write | between the cells, and |---| under the first row",
    ),
)
#: What begins a point that has a box to be ticked.
_BOX = re.compile(r"\[[ xX]\]\s")
#: A backslash, and none that prints it, before the spaces at the end of a line.
_SPACED_END = re.compile(r"(?<!\\)(?:\\\\)*\\\s+\Z")
_SHOWN = 20


#: What all marks in a line have one of.
_ANY = re.compile(r"[\[\]{^~=*$]")


def check_line(text: str, source: str, line: int, faults: Faults) -> None:
    """Tell of marks in a `text` of the parser's; `source` is the line that it stands in."""
    if not _ANY.search(text):
        return
    for mark in _IN_LINE:
        for match in mark.pattern.finditer(text):
            if re.search(rf"(?<!\\){re.escape(match[0])}", source):  # none with a backslash
                instead = f"{mark.instead}, or write \\{match[0][0]} to print it"
                _tell(match[0], mark._replace(instead=instead), line, faults)


def check_lines(lines: Sequence[str], first_line: int, faults: Faults) -> None:
    """Tell of the `lines` of a paragraph, as they are written, that are marks as a whole."""
    lines = [line.strip() for line in lines]
    for index, line in enumerate(lines):
        for mark in _LINES if line.startswith((":", "[", "\\", "*[")) else ():
            if mark.pattern.fullmatch(line):
                _tell(line, mark, first_line + index, faults)
    for mark in _POINTS if len(lines) > 1 else ():
        found = [bool(mark.pattern.fullmatch(line)) for line in lines]
        beside = any(map(all, pairwise(found)))
        if beside or (mark.apart and sum(found) > 1):
            first = found.index(True)
            _tell(lines[first], mark, first_line + first, faults)


def check_end(text: str, last_line: int, faults: Faults) -> None:
    """Tell of a backslash at the end of a block, where it ends no line and is printed."""
    if text.endswith("\\") and not text.endswith("\\\\"):
        wrong = "the backslash at the end is printed"
        faults.remark(last_line, "text", wrong, "delete it, or write \\\\ to print one")


def check_line_ends(lines: Sequence[str], first_line: int, faults: Faults) -> None:
    """Refuse a backslash with spaces behind it: it ends no line, and nobody sees why.

    The `lines` of a block are as they are written.
    """
    for index, line in enumerate(lines[:-1]):
        if _SPACED_END.search(line):
            wrong = "spaces stand after the \\ that is to end the line"
            instead = "delete them, or write \\\\ to print a backslash"
            faults.add(first_line + index, "text", wrong, instead)


def check_point(text: str, line: int, faults: Faults) -> None:
    """Tell of a point that begins with a box."""
    if _BOX.match(text):
        wrong = f"the box {text[:3]} is printed as it stands"
        faults.remark(line, "list", wrong, "delete it, or write what it says in words")


def _tell(text: str, mark: _Mark, line: int, faults: Faults) -> None:
    shown = text[:_SHOWN] + ("…" if len(text) > _SHOWN else "")
    note = faults.add if mark.refused else faults.remark
    note(line, "text", f"“{shown}” {mark.what}", mark.instead)
