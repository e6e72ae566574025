"""Divisions: a word that goes on in the next line is divided by a hyphen."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from itertools import accumulate
from typing import TYPE_CHECKING

from communique.model.characters import RTL_LETTERS
from communique.prove.lines import SOFT_HYPHEN, folded, lines_of, said_by
from communique.prove.words import expected, spoken

if TYPE_CHECKING:
    from collections.abc import Iterator

    from communique.content.content import Content
    from communique.model.faults import Faults
    from communique.pdf_reading.reading import Reading
    from communique.pdf_reading.tag_tree import Block

#: From so many characters on, a word may be wider than its line, and so be divided anywhere.
_LONG = 16
#: Where an author says that a line may end (UAX 14, ZW).
_PLACE = "\u200b"
_RTL = re.compile(f"[{RTL_LETTERS}]")


def whole_words(content: Content, reading: Reading, faults: Faults) -> None:
    """Note words that go on in the next line without a hyphen, and would have found room there."""
    texts, blocks = expected(content, reading), spoken(reading)
    if len(texts) != len(blocks):
        return  # another rule says which differ
    for text, block in zip(texts, blocks, strict=True):
        if block.alternative:
            continue  # what stands in a picture is not what is said of it
        for word, page in _divided(text.words, block):
            wrong = f"page {page + 1}: {word} is divided between two lines without a hyphen"
            instead = "let a stylesheet break lines between words, or by hyphens"
            faults.add(text.line, "hyphens", wrong, instead, path=text.path)


def _divided(words: str, block: Block) -> Iterator[tuple[str, int]]:
    """Yield each word that is divided without a hyphen, and the page where it is."""
    letters, gaps = _run(words)
    end = 0
    for pieces in list(lines_of(block))[:-1]:
        line = said_by(pieces)
        end += len(folded(line).replace(" ", ""))
        if end not in range(len(letters)) or line.endswith(SOFT_HYPHEN):
            continue
        at = bisect_left(gaps, end)
        if gaps[at] == end or not all(map(_joins, letters[end - 1 : end + 1])):
            continue
        word = letters[gaps[at - 1] : gaps[at]]
        if len(word) < _LONG:
            yield word, pieces[0].page


def _run(words: str) -> tuple[str, list[int]]:
    """Return `words` without spaces, and after how many characters there was one, or may be."""
    parts = folded(words.replace(_PLACE, " ")).split()
    return "".join(parts), [0, *accumulate(map(len, parts))]


def _joins(character: str) -> bool:
    """Tell whether a character belongs to a word that is not divided without a hyphen.

    Chinese, Japanese and Thai letters, for example, are no such ones.
    """
    return unicodedata.category(character) in ("Lu", "Ll", "Nd") or bool(_RTL.match(character))
