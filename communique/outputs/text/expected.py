"""What a plain text has to say line by line, worked out for its proof alone.

Labels stand before their values with a colon between, and so does the head of a column before each
of its cells: a row of a table is a line for each cell, of which all but the first stand further in.
Where cells stand over several columns, a row is a list without markers, with a point for each.
"""

from __future__ import annotations

from collections import deque
from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING

from communique.content.text import Cell

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from communique.content.content import Content
    from communique.content.text import Text

_LABEL = "Lbl"
#: Where the cells of such a row are; the tables of a text are counted from 1.
_RECORD = Cell(table=0, in_head=False, right=False)
#: Behind these no colon stands.
_ENDS = ":：?？!！"


def lines(content: Content, texts: Sequence[Text]) -> Iterator[Text]:
    """Yield `texts` of `content`, with those that share a line as one."""
    colons = {version.statement.path: version.language.file.colon for version in content.versions}
    for table, group in groupby(texts, key=_table):
        together = list(group)
        if table:
            yield from _rows(together, colons[table[0]])
        else:
            yield from _labelled(_records(together, colons), colons)


def _table(text: Text) -> tuple[Path, int] | None:
    """Return what the cells of a table have in common, and nothing else has."""
    return (text.path, text.cell.table) if text.cell else None


def _records(texts: Sequence[Text], colons: Mapping[Path, str]) -> Iterator[Text]:
    """Yield texts with the cells of a row that is a list: its points have no markers.

    What is in such a point is a cell, or the head of a column and then the cell.
    """
    left = deque(texts)
    while left:
        text = left.popleft()
        if text.role != _LABEL or text.words.strip() or not left:
            yield text
            continue
        cell = left.popleft()
        if left and (left[0].role, left[0].depth) == (cell.role, cell.depth):
            head, cell = cell, left.popleft()
            words = _said(_words(head), _words(cell), colons[cell.path])
            cell = _saying(words, cell)
        yield replace(cell, cell=_RECORD)


def _labelled(texts: Iterable[Text], colons: Mapping[Path, str]) -> Iterator[Text]:
    """Yield texts with the values of the front matter behind their labels.

    A value may be of a theme; its label is of the statement, whose colon stands between.
    """
    label: Text | None = None
    for text in texts:
        if text.role == _LABEL and not text.of_body:
            label = text
            continue
        colon = colons[label.path] if label else ""
        yield _saying(_said(label.words, text.words, colon), text) if label else text
        label = None


def _rows(cells: Sequence[Text], colon: str) -> Iterator[Text]:
    """Yield the lines of a table, or its head alone where no cell below it has words.

    A cell without words is left out with its head, if that is said elsewhere.
    """
    count = sum(cell.cell is not None and cell.cell.in_head for cell in cells)
    head, *below = [cells[at : at + count] for at in range(0, len(cells), count)]
    rows = [row for row in below if any(map(_words, row))]
    if not rows:
        yield from _row([(cell, _words(cell)) for cell in head])
        return
    empty = [not any(map(_words, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        yield from _row(
            [
                (cell, _said(_words(label), _words(cell), colon) if _words(cell) or alone else "")
                for label, cell, alone in zip(head, row, empty, strict=True)
            ]
        )


def _row(said: Sequence[tuple[Text, str]]) -> Iterator[Text]:
    every = [(cell, words) for cell, words in said if words]
    for number, (cell, words) in enumerate(every):
        yield replace(_saying(words, cell), depth=cell.depth + (number > 0))


def _said(head: str, words: str, colon: str) -> str:
    between = " " if head.endswith(tuple(_ENDS)) else colon
    return f"{head}{between if head else ''}{words}".strip(" ")


def _saying(words: str, text: Text) -> Text:
    return replace(text, runs=((words, text.runs[0][1]),))


def _words(text: Text) -> str:
    return text.words.strip(" \n\t")
