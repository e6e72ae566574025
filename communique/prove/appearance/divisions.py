"""Divisions: a word that goes on in the next line is divided by a hyphen, and nothing else is.

A hyphen within an address, a key or a hash would be read as part of it, one between figures as a
range.
"""

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
    from communique.content.text import Text
    from communique.model.faults import Faults
    from communique.pdf_reading.reading import Reading
    from communique.pdf_reading.tag_tree import Block

#: From so many characters on, a word may be wider than its line, and so be divided anywhere.
_LONG = 16
#: Where an author says that a line may end (UAX 14, ZW).
_PLACE = "\u200b"
_RTL, _MAQAF = re.compile(f"[{RTL_LETTERS}]"), "\u05be"
#: What no line ends before or after within a word: it parts figures, and the names in addresses
#: (UAX 14, IS, and LB13, LB25 and LB29).
_INFIX = frozenset(",.:;\u060c\u066b\u066c")
#: Addresses of the web and of e-mail, and DOIs; the @ of compañer@s is that of no address.
_ADDRESS = re.compile(r"://|\w@[^\s@]+\.\w|(?<!\w)www\.|(?<!\w)10\.\d{4,}/", re.IGNORECASE)
_HYPHEN = re.compile("[-‐–—]")
#: The hyphen of a compound, at the end of a line, with two letters on both sides.
_OWN_HYPHEN = re.compile(r"[^\W\d_]{2}-[^\W\d_]{2}")
#: From so many characters on, what has a letter behind a figure, or a figure behind a capital, is
#: taken for a key or a hash.
_CODE, _CODE_LENGTH = re.compile(r"[A-Z_]\d|\d[A-Za-z_]"), 6
#: What is wrong where a word is divided, and what to write instead.
_WITHOUT = "without a hyphen", "let a stylesheet break lines between words, or by hyphens"
_WITH = "by a hyphen", "let a stylesheet divide words alone by hyphens: hyphens: manual"
_ONCE = (
    "at its own hyphen, which the next line does not begin with",
    "let a template keep the soft hyphens that the filter marked sets",
)


def whole_words(content: Content, reading: Reading, faults: Faults) -> None:
    """Note words that go on in the next line without a hyphen, and would have found room there.

    Note addresses and figures that go on there after a hyphen, too, and compounds whose own hyphen
    does not begin the next line in a language that has it so.
    """
    texts, blocks = expected(content, reading), spoken(reading)
    if len(texts) != len(blocks):
        return  # another rule says which differ
    versions = (version.language for version in content.versions)
    repeating = {language.tag for language in versions if language.file.hyphen_repeated}
    for text, block in zip(texts, blocks, strict=True):
        if block.alternative:
            continue  # what stands in a picture is not what is said of it
        repeated = repeating.issuperset(language for _, language in text.runs)
        for word, page, (how, instead) in _divided(_without_calls(text), block, repeated=repeated):
            wrong = f"page {page + 1}: {word} is divided between two lines {how}"
            faults.add(text.line, "hyphens", wrong, instead, path=text.path)


def _without_calls(text: Text) -> str:
    """Return the words of a text with other signs for the numbers that call notes."""
    words = text.words
    for begin, end in text.calls:
        words = words[:begin] + "*" * (end - begin) + words[end:]
    return words


def _divided(
    words: str, block: Block, *, repeated: bool
) -> Iterator[tuple[str, int, tuple[str, str]]]:
    """Yield each word that is divided as none is, the page where it is, and what is wrong.

    Its own hyphen is `repeated` where its language has it so.
    """
    letters, gaps = _run(words)
    own = frozenset(accumulate(len(_run(part)[0]) for part in words.split(SOFT_HYPHEN)))
    end = 0
    for pieces in list(lines_of(block))[:-1]:
        line = said_by(pieces)
        end += len(folded(line).replace(" ", ""))
        at = bisect_left(gaps, end)
        if end not in range(1, len(letters)) or gaps[at] == end:
            continue
        word, beside = letters[gaps[at - 1] : gaps[at]], letters[end - 1 : end + 1]
        hyphen = line.endswith(SOFT_HYPHEN) or (SOFT_HYPHEN in line and not _RTL.match(beside))
        apart = _ADDRESS.search(word) or _is_figure(beside) or _is_code(word, end - gaps[at - 1])
        if hyphen and end not in own and apart:
            yield word, pieces[0].page, _WITH
        elif not hyphen and len(word) < _LONG and _joins(beside):
            yield word, pieces[0].page, _WITHOUT
        elif repeated and not apart and _OWN_HYPHEN.match(letters, end - 3):
            yield word, pieces[0].page, _ONCE


def _run(words: str) -> tuple[str, list[int]]:
    """Return `words` without spaces, and after how many characters there was one, or may be."""
    parts = folded(words.replace(_PLACE, " ")).split()
    return "".join(parts), [0, *accumulate(map(len, parts))]


def _is_figure(pair: str) -> bool:
    """Tell whether of two characters one is a figure, and neither is a letter."""
    return any(map(str.isdecimal, pair)) and not any(map(str.isalpha, pair))


def _is_code(word: str, place: int) -> bool:
    """Tell whether the part of `word` around a `place`, between its hyphens, is a key or a hash."""
    before, after = _HYPHEN.split(word[:place])[-1], _HYPHEN.split(word[place:])[0]
    part = before + after
    return len(part) >= _CODE_LENGTH and bool(_CODE.search(part))


def _joins(pair: str) -> bool:
    """Tell whether two characters belong to a word that is not divided there without a hyphen.

    Chinese, Japanese and Thai letters, for example, are no such ones.
    """
    return any(map(_is_letter, pair)) and all(each in _INFIX or _is_letter(each) for each in pair)


def _is_letter(character: str) -> bool:
    """Tell whether a character is a letter or a figure of a script that has hyphens, or joins.

    The hyphen of Hebrew is none, which Unicode has among the letters from right to left.
    """
    if character == _MAQAF:
        return False
    return unicodedata.category(character) in ("Lu", "Ll", "Nd") or bool(_RTL.match(character))
