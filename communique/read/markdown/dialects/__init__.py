"""Marks of other programs and dialects, which are printed here as they stand.

Nothing is lost by them, and some may be meant: most are remarks. What no reader should see, such as
the marks of a change under discussion, is refused.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from communique.design import language
from communique.design.language_slips import meant
from communique.model.faults import cut
from communique.read.markdown.dialects.marks import (
    ATTRIBUTE,
    FIRST,
    LANGUAGE,
    LEFT,
    LINES,
    WRITTEN,
)
from communique.read.markdown.dialects.pasted import ALONE, POINTS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from communique.model.faults import Faults
    from communique.read.markdown.dialects.marks import Mark

#: The tag or the name of a language in braces, maybe with what other programs write before it.
_TAG = re.compile(r"\]\s*\{[\s.#:]*(?:\w*lang\w*\s*[=:]\s*)?[\"'“”]?([\w-]+)[\"'“”]?\s*\}")
#: A box to be ticked, as it begins a point.
_BOX = re.compile(r"\[[ xX]\][ \t]")
#: A backslash, and none that prints it, before the spaces at the end of a line.
_SPACED_END = re.compile(r"(?<!\\)(?:\\\\)*\\\s+\Z")
#: A word with stars at its end.
_CALL = re.compile(r"\w\*{1,3}(?![\w*])")
#: A character with a backslash before it (CommonMark 0.31.2, 2.4).
_ESCAPED = re.compile(r"\\[!-/:-@\[-`{-~]")
#: What is no mark of another dialect: such a character, the address of a link, and our own marks of
#: another language, superscripts and subscripts.
_OWN = (
    r"\]\{lang=[A-Za-z0-9-]+\}"
    r"|(?:(?<=[^\W_])|(?<=[^\W_][*_])|(?<=[^\W_][*_]{2})|(?<=[^\W_][*_]{3}))([\^~])[^\W_]{1,4}\1"
)
_NO_MARK = re.compile(rf"{_ESCAPED.pattern}|(?<=\]\()[^()\s]+|{_OWN}")
#: A mark within an address is a part of it.
_ADDRESS = re.compile(r"https?://\S+")


def check_written(text: str, first_line: int, faults: Faults) -> None:
    """Tell of marks in the `text` of a block as it is written from its `first_line` on."""
    masked = _NO_MARK.sub(lambda match: "\0" * len(match[0]), text)
    for mark in WRITTEN:
        for match in re.finditer(mark.pattern, masked) if mark.sign in masked else ():
            start, end = match.span()
            if not any(found.start() < start < found.end() for found in _ADDRESS.finditer(text)):
                line = first_line + text.count("\n", 0, start)
                _tell_of_words(text[start:end], _of_language(text[start:end], mark), line, faults)


def _of_language(text: str, mark: Mark) -> Mark:
    """Return what is told of a `mark`, which is this `text`: of a language, how it is written."""
    match = _TAG.fullmatch(text) if mark in (LANGUAGE, ATTRIBUTE) else None
    word = match[1].replace("_", "-") if match else ""
    tag = word if language.is_tag(word) else meant(word)
    instead = LANGUAGE.instead.replace("fr", tag)
    return LANGUAGE._replace(instead=instead) if tag else mark


def check_left(text: str, source: str, line: int, faults: Faults, *, called: bool = False) -> None:
    """Tell of marks in a `text` of the parser's; `source` is the line that it stands in.

    A star at its beginning is the sign of a note if one is `called` so above.
    """
    taken = {at for found in _ADDRESS.finditer(text) for at in range(*found.span())}
    begins = source.lstrip("> \t")
    for mark in LEFT:
        for match in re.finditer(mark.pattern, text) if mark.sign in text else ():
            first = begins.startswith(match[0]) and match[0][0] == "*"
            if match.start() in taken or (called and first) or not _is_bare(match[0], source):
                continue
            taken.update(range(*match.span()))
            point = ", a space behind it for a point" if first else ""
            told = mark._replace(instead=f"{mark.instead}{point}")
            _tell_of_words(match[0], told, line, faults)


@lru_cache(1024)
def _is_bare(mark: str, source: str) -> bool:
    """Tell whether a mark stands in a line as it is written without a backslash before it."""
    return mark in _without_escapes(source)


@lru_cache(8)
def _without_escapes(source: str) -> str:
    """Return a line with other signs for characters that have a backslash before them."""
    return _ESCAPED.sub("\0\0", source)


def calls_note(text: str) -> bool:
    """Tell whether a word of a `text` ends in stars, as where a note is called in the old way."""
    return bool(_CALL.search(text))


def check_lines(lines: Sequence[str], first_line: int, faults: Faults) -> None:
    """Tell of the `lines` of a paragraph, as they are written, that are marks as a whole."""
    lines = [line.strip() for line in lines]
    for index, line in enumerate(lines):
        for mark in LINES if line.startswith(FIRST) else ():
            if re.fullmatch(mark.pattern, line):
                _tell(line, mark, first_line + index, faults)
    if len(lines) == 1 and re.fullmatch(ALONE.pattern, lines[0]):
        _tell(lines[0], ALONE, first_line, faults)
    for mark in POINTS if len(lines) > 1 else ():
        found = [bool(re.fullmatch(mark.pattern, line)) for line in lines]
        beside = any(map(all, pairwise(found)))
        if beside or (mark.apart and sum(found) > 1):
            first, others = found.index(True), sum(found) - 1
            below = f"{mark.what} (likewise {others} line{'s'[: others > 1]} below)"
            apart = ", and an empty line above it" if mark.apart and first else ""
            what = below if others else mark.what
            told = mark._replace(what=what, instead=f"{mark.instead}{apart}")
            _tell(lines[first], told, first_line + first, faults)


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


def check_boxes(lines: Sequence[str], first_line: int, faults: Faults) -> None:
    """Tell of the `lines` of a paragraph or point that begin with a box."""
    for line, text in enumerate(lines, start=first_line):
        if _BOX.match(text):
            wrong = f"the box {text[:3]} is printed as it stands"
            faults.remark(line, "list", wrong, "delete it, or write what it says in words")


def _tell_of_words(text: str, mark: Mark, line: int, faults: Faults) -> None:
    """Tell of a mark that may be printed with a backslash."""
    text = " ".join(text.split())
    sign = next(sign for sign in text if not sign.isalnum())
    instead = f"{mark.instead.format(text[1:-1])}, or write \\{sign} to print it"
    _tell(text, mark._replace(instead=instead), line, faults)


def _tell(text: str, mark: Mark, line: int, faults: Faults) -> None:
    note = faults.add if mark.refused else faults.remark
    note(line, mark.key, f"“{cut(text)}” {mark.what}", mark.instead)
