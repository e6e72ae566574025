"""Cells of a spreadsheet, as they are pasted (tab-separated), become a table of the text."""

from __future__ import annotations

import csv
import io
import re

#: What means something in a text; with a backslash it is printed as it is (CommonMark, 2.4).
_MARKS = re.compile(r"[\\`*_{}\[\]<>#|~^&!$]")
_NUMBER = re.compile(r"[-+−–]?[€$£]?[\d.,\s\u2009\u202f\xa0]*\d\s?[%€$£]?")


def table(pasted: str) -> str:
    """Return the table that was `pasted`, as it is written in a text; nothing where it is none.

    Its first row is its head. Columns of numbers stand on the right.
    """
    rows = [row for row in csv.reader(io.StringIO(pasted), "excel-tab") if any(map(str.strip, row))]
    columns = max(map(len, rows), default=0)
    if len(rows) < 2 or columns < 2:  # noqa: PLR2004  # one row, or one column, is no table
        return ""
    full = [[_cell(each) for each in row] + [""] * (columns - len(row)) for row in rows]
    rules = [_rule([row[number] for row in full[1:]]) for number in range(columns)]
    lines = (full[0], rules, *full[1:])
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def _cell(value: str) -> str:
    return _MARKS.sub(lambda mark: f"\\{mark[0]}", " ".join(value.split()))


def _rule(cells: list[str]) -> str:
    filled = [cell for cell in cells if cell]
    return "--:" if filled and all(map(_NUMBER.fullmatch, filled)) else "---"
