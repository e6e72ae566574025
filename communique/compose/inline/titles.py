"""Titles and headings: where their lines may not end, though other lines may.

A title does not end in a lone word, is not divided behind a number that counts the next word (30
years), nor at the hyphen of a short word, nor within a word of Chinese or Japanese, which have no
spaces: BudouX knows how these are put together to phrases.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from communique.compose.inline.line_breaks import NARROW, NO_BREAK

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from communique.compose.inline.line_breaks import Typography
    from communique.model.body import Node

    Phrases = Callable[[str], Sequence[str]]

_JOINER = "\u2060"
#: A number that no word before it is bound to, as that of an article is, and no year: 30, 30th.
_COUNT = re.compile(rf"\d{{1,3}}(?:[{NO_BREAK}\u202f.,’]\d+)*(?:\.|[^\W\d_]{{1,3}})?")
#: A word with hyphens, and a hyphen within it.
_COMPOUND, _HYPHEN = (
    re.compile(rf"[^\s{NO_BREAK}]*[-‐][^\s{NO_BREAK}]*"),
    re.compile(r"(?<=\w)([-‐])(?=\w)"),
)
#: Letters without spaces between their words, with what stands right beside them.
_SQUARE = re.compile("[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]{2,}")
#: Words of one letter that lead to the next one: prepositions and conjunctions of Chinese.
_LEADING = frozenset("在对向与和及或为从由以将把被于就关")
#: As many letters of these are as wide as a run of others that is kept together.
_PHRASE = NARROW // 2


def bind(text: str, *, last: bool, typography: Typography) -> str:
    """Return a `text` of a title with no-break spaces where no line may end.

    `last` says that the title ends with it. What is bound together stays narrower than a column.
    """
    bound = _with_counted(typography.bind(text, widest=NARROW))
    head, space, word = bound.rpartition(" ")
    before = head.rpartition(" ")[2]
    is_short = last and space and len(before) + 1 + len(word) <= NARROW
    return f"{head}{NO_BREAK}{word}" if is_short else bound


def _with_counted(text: str) -> str:
    """Return a `text` with a no-break space behind each number of what the next word is."""
    first, *others = text.split(" ")
    result, last = first, first
    for part in others:
        counts = _COUNT.fullmatch(last) and part[:1].isalpha()
        result += (NO_BREAK if counts and len(last) + 1 + len(part) <= NARROW else " ") + part
        last = part
    return result


def joined(nodes: Sequence[Node], language: str) -> list[Node]:
    """Return `nodes` of a title, in order, with word joiners in their texts where no line ends."""
    phrases = _phrases(language.partition("-")[0])
    return [
        replace(node, text=_joined(node.text, phrases))
        if node.kind == "text"
        else replace(node, children=tuple(joined(node.children, language)))
        for node in nodes
    ]


def _joined(text: str, phrases: Phrases | None) -> str:
    text = _COMPOUND.sub(lambda found: _whole(found[0]), text)
    return _SQUARE.sub(lambda found: _kept(phrases(found[0])), text) if phrases else text


def _whole(word: str) -> str:
    """Return a word with hyphens at which no line ends, where it is short."""
    return _HYPHEN.sub(rf"\1{_JOINER}", word) if len(word) <= NARROW else word


def _kept(phrases: Sequence[str]) -> str:
    """Return `phrases` with joiners in them; none is a lone character.

    One goes with what is before it, as it does where a word was taken for two; or with what is
    behind it, if that is what it leads to.
    """
    together: list[str] = []
    for phrase in phrases:
        alone = together and (len(phrase) == 1 or together[-1] in _LEADING)
        if alone and phrase not in _LEADING:
            together[-1] += phrase
        else:
            together.append(phrase)
    return "".join(phrase if len(phrase) > _PHRASE else _JOINER.join(phrase) for phrase in together)


@cache
def _phrases(language: str) -> Phrases | None:
    """Return what divides a text of a language into phrases, or None for one with spaces."""
    if language not in ("ja", "zh"):
        return None
    import budoux  # noqa: PLC0415  # for these languages alone

    if language == "ja":
        return budoux.load_default_japanese_parser().parse
    return budoux.load_default_simplified_chinese_parser().parse
