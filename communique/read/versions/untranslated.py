"""Whether a text, or a sentence or clause of it, has been left in the other language."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from itertools import accumulate
from typing import TYPE_CHECKING

from communique.content import other_language
from communique.design import language
from communique.model.faults import cut
from communique.read.versions.difference import quoted

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_WORD = re.compile(r"[^\W\d_]+")
_FEW = 4
"""So many words, not counting names, may be the same in two languages."""
_FEW_LETTERS = 8
"""So many letters may be where no spaces divide words."""
_ENOUGH = 12
"""Of so many words a language can be told."""
_IN_IT, _NOT_IN_IT = 0.25, 0.08
"""The least share of little words in a text that is in their language; the most in another one."""
_APART, _NEAR = 8, 0.15
"""Of so many other words, the most that two languages share that are not near each other."""
_SHOWN = 40


def told(tag: str, other: str, mine: str, theirs: str) -> str:
    """Return that one of two texts has not been translated, or not all of it; or nothing."""
    if tag == other:
        return ""  # such as British and American English
    words, others = _WORD.findall(mine), _WORD.findall(theirs)
    if words == others and _are_many(words):
        return "the same words as in @" if _may_be_foreign(words, tag, other) else ""
    for own, foreign, said, of, where in (
        (tag, other, words, "", "this"),
        (other, tag, others, " of @", "@"),
    ):
        is_long = len(said) >= _ENOUGH and _dense(said) <= _FEW_LETTERS
        if is_long and _is_in(said, foreign, own):
            return f"{where} seems to be in {language.english_name(foreign)}"
        if clause := _clause(said, foreign, own):
            return f"{_shown(clause)}{of} seems to be in {language.english_name(foreign)}"
    same = _same(words, others)
    if _are_many(same) and (_are_apart(words, others, same) or _are_foreign(same, tag, other)):
        return f"{_shown(same)} is the same in @"
    return ""


def _shown(words: Sequence[str]) -> str:
    return f"“{quoted(cut(' '.join(words), _SHOWN))}”"


def _are_apart(words: Sequence[str], others: Sequence[str], same: Sequence[str]) -> bool:
    """Tell whether two texts have little in common but those words that are the `same`."""
    rest, there = (
        {word for word in each if not word[0].isupper()} - {*same} for each in (words, others)
    )
    if _dense(same):
        return not (_dense({*words} - {*same}) and _dense({*others} - {*same}))
    return min(len(rest), len(there)) >= _APART and len(rest & there) <= _NEAR * len(rest)


def _may_be_foreign(words: Sequence[str], tag: str, other: str) -> bool:
    """Tell whether no words show that two languages are near each other."""
    both = [other_language.share(words, each) for each in (tag, other)]
    return min(both) <= max(_NOT_IN_IT, max(both) / 2)


def _are_foreign(words: Sequence[str], tag: str, other: str) -> bool:
    """Tell whether words that are the same in both languages belong to one of them alone."""
    both = [other_language.share(words, each) for each in (tag, other)]
    return max(both) > _NOT_IN_IT and min(both) <= max(both) / 2


def _is_in(words: Sequence[str], tag: str, other: str) -> bool:
    """Tell whether words are in a language, and certainly not in the other one."""
    shares = [other_language.share(words, each) for each in (tag, other)]
    return shares[0] >= _IN_IT and shares[1] <= _NOT_IN_IT


def _clause(words: Sequence[str], tag: str, other: str) -> Sequence[str]:
    """Return the first words among others that are in a language, and none of them in the other."""
    foreign, own = (
        [0, *accumulate(other_language.are_little(words, each))] for each in (tag, other)
    )
    for begin in range(len(words) - _ENOUGH + 1):
        end = begin + _ENOUGH
        if own[end] == own[begin] and foreign[end] - foreign[begin] >= _IN_IT * _ENOUGH:
            return words[begin:end]
    return ()


def _same(words: Sequence[str], others: Sequence[str]) -> Sequence[str]:
    """Return the longest run of words that both texts have."""
    shared = {*words} & {*others}
    if len(shared) <= _FEW and _dense(shared) <= _FEW_LETTERS:
        return ()
    match = SequenceMatcher(None, words, others, autojunk=False).find_longest_match()
    return words[match.a : match.a + match.size]


def _are_many(words: Sequence[str]) -> bool:
    """Tell whether words are more than a name: many that have no capital."""
    small = [word for word in words if not word[0].isupper()]
    return _dense(small) > _FEW_LETTERS or (len(small) > _FEW and 2 * len(small) >= len(words))


def _dense(words: Iterable[str]) -> int:
    """Return of how many letters the words are that no spaces divide: Chinese and Japanese."""
    return sum(len(word) for word in words if word > "\u2e80")
