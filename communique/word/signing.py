"""Signatures at the end of a Word file: a table without lines, with a place for each to sign.

Only what is certain is taken: whoever signs has a line to sign on, the word that says that it is
signed, or an empty place below the words for whom. Above that place stands for whom, below it the
name, and then maybe the office and the party.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from communique.design import language
from communique.model.faults import DesignError
from communique.word.found import Table
from communique.word.reading.tables import shaped

if TYPE_CHECKING:
    from collections.abc import Sequence

    from communique.word.found import Cell, Findings, Paragraph, Text

_LINE = re.compile(r"[_.…\s]{5,}|…{2,}")
_LONGEST = 120
"""Characters of a name, an office, or the words for whom."""
_BELOW = ("name", "office", "party")


class Signatures(NamedTuple):
    """Who signs, each with the keys of a signatory; whether they have; what the file says of it."""

    signatories: list[dict[str, str]]
    signed: bool = False
    lines: tuple[str, ...] = ()
    """What the file has where they sign, which the page has room for or says by itself."""

    @property
    def said(self) -> list[str]:
        """The words of each paragraph of the file that is in these signatures."""
        return [*(value for each in self.signatories for value in each.values()), *self.lines]


NOBODY = Signatures([])


def taken(text: Text, tag: str, findings: Findings) -> Signatures:
    """Take the signatures from the end of a `text` in the language `tag`, if they are certain.

    A table that may have some, and is not understood, is one of the text; that is to be settled.
    """
    last = text.blocks[-1] if text.blocks else None
    if not isinstance(last, Table) or not last.may_be_signed:
        return NOBODY
    if (found := _found(last, _signed(tag))) is not None:
        del text.blocks[-1]
        findings.tell("the table at the end became `signatures`")
        if not found.signed:
            findings.tell("lines to sign on were left out: the page has room to sign")
        return found
    if _is_likely(last):
        wrong = "this table at the end may have signatures, which were not understood"
        findings.settle(last.number, f"{wrong}: write them as `signatures`, or leave it as it is")
    text.blocks[-1:] = shaped(last, findings)
    return NOBODY


def _signed(tag: str) -> str:
    try:
        return language.load(tag).file.labels.signed
    except DesignError:
        return ""


def _found(table: Table, signed: str) -> Signatures | None:
    """Return the signatures in the cells of a table, or in its columns; None if it has others."""
    cells = [cell for row in table.rows for cell in row]
    if (
        table.head
        or any(cell.span > 1 or cell.below for cell in cells)
        or not all(_is_plain(one) for cell in cells for one in cell.paragraphs)
    ):
        return None
    is_even = len({len(row) for row in table.rows}) == 1
    columns = list(zip(*table.rows, strict=True)) if is_even else []
    for each in ([(cell,) for cell in cells], columns):
        read = [_signatory(lines, signed) for lines in map(_words, each) if lines]
        who = [one[0] for one in read if one]
        if who and len(who) == len(read) and len({one[1] for one in read if one}) == 1:
            words = [words for one in each for words in _words(one)]
            lines = [line for line in words if _is_place(line, signed)]
            return Signatures(who, bool(read[0] and read[0][1]), tuple(lines))
    return None


def _words(cells: Sequence[Cell]) -> list[str]:
    """Return the words of each paragraph in some cells, without the empty ones at both ends."""
    lines = [one.words for cell in cells for one in cell.paragraphs]
    there = [at for at, line in enumerate(lines) if line]
    return lines[there[0] : there[-1] + 1] if there else []


def _signatory(lines: Sequence[str], signed: str) -> tuple[dict[str, str], bool] | None:
    """Return a signatory and whether the word for it stands there, or None if it is not certain."""
    places = [at for at, line in enumerate(lines) if _is_place(line, signed)]
    if len(places) > 1:
        return None
    first = last = places[0] if places else -1
    if not places:
        blank = [at for at, line in enumerate(lines) if not line]
        if not blank or blank != list(range(blank[0], blank[-1] + 1)):
            return None
        first, last = blank[0], blank[-1]
    above, below = ([line for line in part if line] for part in (lines[:first], lines[last + 1 :]))
    if len(above) > 1 or not 0 < len(below) <= len(_BELOW):
        return None
    if not places and not (above and (above[0].endswith((":", "：")) or len(below) > 1)):
        return None  # an empty place alone may be one of any table
    if max(map(len, (*above, *below))) > _LONGEST or any(map(str.isdigit, below[0])):
        return None
    found = dict(zip(_BELOW, below, strict=False))
    is_signed = bool(places) and not _LINE.fullmatch(lines[first])
    return found | ({"on_behalf": above[0]} if above else {}), is_signed


def _is_place(line: str, signed: str) -> bool:
    """Tell whether a line is one to sign on, or the word that somebody has."""
    return bool(_LINE.fullmatch(line)) or line.casefold() == (signed.casefold() or None)


def _is_plain(paragraph: Paragraph) -> bool:
    """Tell whether a paragraph is words alone, without a number, a note, a picture or a link."""
    words = all(each.kind in ("text", "break") and not each.link for each in paragraph.pieces)
    return words and not paragraph.label


def _is_likely(table: Table) -> bool:
    """Tell whether a table looks like signatures: in one row, or with a line to sign on."""
    rows = [words for row in table.rows if any(words := _words(row))]
    lines = any(_LINE.fullmatch(line) for words in rows for line in words)
    return lines or (len(rows) == 1 and len(table.rows[0]) > 1)
