"""Tables that are drawn otherwise than with bars and one line of hyphens: told once, as a whole.

They are those of Pandoc, reStructuredText, Emacs, databases, AsciiDoc and MediaWiki.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from communique.model.faults import cut

if TYPE_CHECKING:
    from collections.abc import Sequence

    from communique.model.faults import Faults

#: A line of a grid, as in +---+---+ and |---+---|.
_GRID = re.compile(r"(?=.*(?:--|==))(?=.*[-=:]\+|.*\+[-=:])[-=+:|\s]+")
#: A line above or below columns that are kept apart by spaces.
_SPACED = re.compile(r"(?:-{2,}|={2,})(?:\s+(?:-{2,}|={2,}))+")
_BEGIN = re.compile(r"\{\|.*|\|={3,}")


def check_lines(lines: Sequence[str], first_line: int, faults: Faults) -> bool:
    """Refuse the first of the `lines` of a paragraph that draws a table in another way.

    Return whether there is one.
    """
    for index, line in enumerate(lines):
        if instead := _instead(line, lines):
            wrong = f"“{cut(line)}” draws no table here"
            faults.add(first_line + index, "table", wrong, instead)
            return True
    return False


def check_break(lines: Sequence[str], index: int, first_line: int, faults: Faults) -> None:
    """Refuse a break, one of the `lines` as written, that is right under a row of a table."""
    line = lines[index].strip("> \t")
    if index and lines[index - 1].strip("> \t") and draws(line):
        check_lines([line], first_line + index, faults)


def draws(line: str) -> bool:
    """Tell whether a line is one of those above and below columns that spaces keep apart."""
    return bool(_SPACED.fullmatch(line))


def _instead(line: str, lines: Sequence[str]) -> str:
    """Return what to write if a line draws a table, else nothing."""
    if _GRID.fullmatch(line):
        row = next((each for each in lines if "|" in each and not _GRID.fullmatch(each)), "")
        bars = row.strip().strip("|").count("|") if row else line.strip("+|").count("+")
        rule = f"{'|---' * (bars + 1)}|"
        return f"delete the lines of + and -, and write {rule} under the first row"
    if _BEGIN.fullmatch(line):
        return "write each row on a line, | between its cells, and |---|---| under the first row"
    if draws(line):
        return "delete such lines, and write | between the cells and |---|---| under the first row"
    return ""
