"""Lines at the top of a text that look like a field: a date, an embargo, a draft.

They stay in the text, where they promise what no part of the page keeps; so each is to be settled.
"""

from __future__ import annotations

import re
from itertools import takewhile
from typing import TYPE_CHECKING

from communique.design import dates, language
from communique.model.faults import DesignError
from communique.word.found import Paragraph

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from communique.word.found import Block, Findings

_NEAR = 6
"""Blocks from the first on, of the title and what was taken out already none."""
_LONGEST = 100
_DATE_WORDS = 7
"""Of a line that is a date with its place, and no sentence."""
#: What it says in the six languages of the United Nations, and in German, Italian and Portuguese.
_EMBARGO = re.compile(
    r"\W*(?:(?:strict(?:ly)?|under|sous|bajo|sotto|sob|под) )*"
    r"(?:(?:embargo(?:ed)?|sperrfrist|эмбарго)\b(?! (?:on|against|sur|contre)\b)"
    r"|not for (?:publication|release) before|حظر النشر|禁止发布|禁发)",
    re.IGNORECASE,
)
_DRAFT = re.compile(
    r"(?:(?:first|second|third|final|revised|zero) )?"
    r"(?:draft|projet|entwurf|bozza|borrador|minuta|проект|مسودة|草案)"
    r"\s*(?=$|\d|[^\w\s]|v(?:ersion)?\b)",
    re.IGNORECASE,
)


def look(blocks: Sequence[Block], tag: str, values: Mapping[str, str], findings: Findings) -> None:
    """Note what looks like a field in `blocks`, the text in the language `tag`.

    `values` are the fields that were found; where there is a date, no second one is looked for.
    """
    months = _months(tag)
    for block in takewhile(_is_line, blocks[:_NEAR]):
        words = block.words if isinstance(block, Paragraph) else ""
        if _EMBARGO.search(words):
            field = "an embargo: write `embargo` with its time and zone"
        elif _DRAFT.match(words):
            field = "a draft: write `draft` with its version"
        elif "issued" not in values and (meant := _date(words, months)):
            field = f"a date: write `issued: {meant}`"
        else:
            continue
        findings.settle(block.number, f"this looks like {field}, and delete it here: {words}")


def _is_line(block: Block) -> bool:
    """Tell whether a block is a line above a text: no heading, and not long."""
    return isinstance(block, Paragraph) and not block.heading and len(block.words) <= _LONGEST


def _date(words: str, months: Sequence[str]) -> str:
    """Return the date that a short line says, in words that the page has not, or nothing."""
    if len(words.split()) > _DATE_WORDS or words.endswith((".", ":", ";")):
        return ""
    return dates.instead(words, months).partition(":")[0].removeprefix("write ")


def _months(tag: str) -> tuple[str, ...]:
    try:
        return language.load(tag).months
    except DesignError:
        return ()
