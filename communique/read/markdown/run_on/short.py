"""Short lines, as those of an address, that are printed one after the other."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from unicodedata import category, east_asian_width

from communique.read.markdown.run_on.counted import shown

if TYPE_CHECKING:
    from collections.abc import Sequence

    from communique.model.faults import Faults

_SHORT = 40  # columns; hardly any text is wrapped so narrowly
_FEWEST = 3  # but of lines that say what they are, as in Tel: +45
_LABEL = re.compile(r"[^\W\d_][\w.-]{0,15}(?: [\w.-]{1,15})?[ \u00a0\u202f]?:[ \t]+\S")
#: An address of the web or of e-mail alone, or a telephone number.
_ADDRESS = re.compile(r"<?(?:(?:https?://|www\.)\S+|\S+@\S+)|\+\d[\d\s()/-]+")
#: Capitals, letters of scripts that have none, and figures (Unicode, General_Category).
_BEGINS = ("Lu", "Lt", "Lo", "Nd")
#: What stands before a point, and no word.
_POINT = "|+-–—•·"
_NARROW = 20  # columns; nobody wraps a text at all so narrowly
_LINKS = 3  # letters; a word such as "and" or "von" hardly ends a line of its own


def check(lines: Sequence[str], first_line: int, faults: Faults) -> None:
    """Tell of the `lines` of a paragraph that are short and begin and end like lines of their own.

    In scripts without capitals they must not look like a text that was wrapped, besides.
    """
    if not all(map(_LABEL.match, lines)) and len(lines) < _FEWEST:
        return
    if len(lines) == 1 or max(map(len, lines)) > _SHORT:
        return
    if any(map(_needs_no_end, lines[:-1])) or not all(map(_begins, lines)):
        return
    if max(map(_width, lines)) <= _SHORT and not _is_wrapped(lines):
        below = f"the {len(lines) - 1} lines" if lines[2:] else "the line"
        wrong = f"{shown(lines[0])} and {below} below it are printed as one"
        faults.remark(first_line, "text", wrong, "end each with \\ to keep them apart")


def _is_wrapped(lines: Sequence[str]) -> bool:
    """Tell whether no line, in a script without capitals, has room for the next one's word."""
    widest = max(map(_width, lines))
    if widest <= _NARROW or not any(category(sign) == "Lo" for sign in lines[0]):
        return False
    words = (line[0] if _width(line[0]) > 1 else line.split()[0] for line in lines[1:])
    return all(_width(f"{line} {word}") > widest for line, word in zip(lines, words, strict=False))


def _width(text: str) -> int:
    """Return the width of a text in columns, of which Chinese and Japanese letters have two."""
    return sum(1 + (east_asian_width(sign) in "WF") for sign in text)


def _begins(line: str) -> bool:
    """Tell whether a line begins like one of its own, whatever marks stand before its words."""
    first = next((sign for sign in line if category(sign)[0] not in "PZ" or sign in _POINT), "-")
    return category(first) in _BEGINS or bool(_ADDRESS.fullmatch(line))


def _needs_no_end(line: str) -> bool:
    """Tell whether a line ends in punctuation or on purpose, has cells, or goes on in the next."""
    words = line.rstrip("*_")
    last = words.rpartition(" ")[2]
    goes_on = len(last) <= _LINKS and last.isalpha() and last.islower()
    ends = line.endswith("  ") or category(words[-1:] or "-").startswith("P")
    return ends or goes_on or "\t" in line
