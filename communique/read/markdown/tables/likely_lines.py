"""Lines beside a table that were likely meant for its caption or its source: a remark says so.

A caption is a line above a table that begins with a colon, a source one below it. Without the colon
both are paragraphs, which a page's end may part from the table, and which no reader hears with it.
"""

from __future__ import annotations

import re
from itertools import chain, pairwise
from typing import TYPE_CHECKING

from communique.model.faults import cut

if TYPE_CHECKING:
    from collections.abc import Iterator

    from communique.model.body import Body, Node
    from communique.model.faults import Faults

#: The word for a table, in any of the languages that have a file here.
_TABLE = (
    r"(?:tables?|tab\.|tabl\.|tableau|tabelle|tabell|tabella|tabela|tabelul|tabelă|tabel|tabla"
    r"|cuadro|quadro|taulukko|tafla|tabulka|tabuľka|tablica|preglednica|razpredelnica|táblázat"
    r"|tabula|lentelė|tablo|πίνακας|таблица|таблиця|табела|табл\.|טבלה|לוח|الجدول|جدول|表)"
)
_NUMBER = r"(?:\d+(?:\.\d+)*[a-z]?|[IVX]+|[A-Z])"
#: A caption: with a mark behind its number, or without one at its end, which a sentence has.
_CAPTION = re.compile(
    rf"(?:{_TABLE}\s*(?:[nN][.º°]*\s*)?{_NUMBER}|\d+\.?\s*{_TABLE})"
    r"(?:\s*[.:–—-](?:\s.*)?|(?:\s[^.:;!?]*[^.:;!?\s])?)",
    re.IGNORECASE,
)
#: The word for a source, likewise, and its colon.
_SOURCE = re.compile(
    r"(?:sources?|quellen?|fuentes?|font[ei]|fontes|źródł[oa]|zdroje?|kilder?|keldi?e?r?|källor|källa"
    r"|lähteet|lähde|heimild(?:ir)?|bron(?:nen)?|források?|allika[sd]|avoti?|šaltini(?:s|ai)"
    r"|izvori?|viri?|surs[ae]|burim(?:i|et)|πηγ(?:ή|ές)|източни(?:к|ци)|источники?|джерел[оа]"
    r"|извори?|kaynak(?:lar)?|quell(?:en)?|מקור(?:ות)?|المصدر|المصادر|来源|资料来源|出典|出所)\s*[:：].*",
    re.IGNORECASE,
)
#: So long a line is text.
_LONGEST = 200


def check(body: Body, faults: Faults) -> None:
    """Tell of each paragraph beside a table of the `body` that is likely a caption or a source."""
    for before, block in _neighbours(body):
        if block.kind == "table" and _is(_CAPTION, before) and not _has("caption", block):
            _tell(before, "above the table", "caption", faults)
        elif before.kind == "table" and _is(_SOURCE, block) and not _has("source", before):
            _tell(block, "below the table", "source", faults)


def is_source(words: str) -> bool:
    """Tell whether the `words` of a line name a source, with its colon."""
    return len(words) <= _LONGEST and bool(_SOURCE.fullmatch(words))


def is_caption(words: str) -> bool:
    """Tell whether the `words` of a line are those of a caption: Table 1. Costs."""
    return len(words) <= _LONGEST and bool(_CAPTION.fullmatch(words))


def _neighbours(body: Body) -> Iterator[tuple[Node, Node]]:
    """Yield each two blocks that follow one another, in the text and in its points and quotes."""
    inner = (node.children for node in body.walk() if node.kind in ("item", "quote"))
    return chain.from_iterable(map(pairwise, (body.children, *inner)))


def _is(pattern: re.Pattern[str], node: Node) -> bool:
    words = node.plain.strip()
    is_line = node.kind == "paragraph" and len(words) <= _LONGEST
    return is_line and bool(pattern.fullmatch(words))


def _has(kind: str, table: Node) -> bool:
    return any(child.kind == kind for child in table.children)


def _tell(node: Node, where: str, what: str, faults: Faults) -> None:
    wrong = f"“{cut(node.plain.strip())}” is printed as a paragraph {where}"
    instead = f"write a colon and a space before it if it is the {what} of the table"
    faults.remark(node.line, "table", wrong, instead)
