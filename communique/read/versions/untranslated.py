"""Whether a text, or a sentence or clause of it, has been left in the other language."""

from __future__ import annotations

import re
from collections import Counter
from difflib import SequenceMatcher
from itertools import accumulate
from statistics import median_low
from typing import TYPE_CHECKING, NamedTuple

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
_NEAR_LANGUAGES = 0.15
"""From such a share of words on that texts usually have in common, their languages are near."""
_LEAST_ALIKE, _BY_CHANCE = 0.4, 0.0003
"""The least share to reckon with, since words that are the same stand together; what is chance."""
_SHOWN = 40


class Languages(NamedTuple):
    """The two languages of a statement, and how near they are."""

    one: str
    """The tag of the file of its language, as is `other`."""
    other: str
    alike: float | None = None
    """Which share of the words in two texts is usually the same; None where nobody knows."""

    @classmethod
    def of(cls, one: str, other: str, texts: Iterable[tuple[str, str]]) -> Languages:
        """Return two languages, and how near they are in `texts` that belong together.

        That is what most of the texts show, so a few that are not translated make no difference.
        """
        shares = []
        for words, others in (map(_WORD.findall, each) for each in texts):
            if min(len(words), len(others)) > _FEW:
                same = Counter(words) & Counter(others)
                shares.append(same.total() / max(len(words), len(others)))
        usual = median_low(shares) if shares else 1
        return cls(one, other, usual if usual < 1 else None)

    @property
    def are_near(self) -> bool:
        """Whether they certainly share much, as Danish and Norwegian do."""
        return self.alike is not None and self.alike >= _NEAR_LANGUAGES

    @property
    def are_known(self) -> bool:
        """Whether the little words of both are known."""
        return all(map(other_language.is_known, self[:2]))


def told(languages: Languages, mine: str, theirs: str) -> str:
    """Return that one of two texts has not been translated, or not all of it; or nothing.

    Of near languages, such as Croatian and Montenegrin, a text may well be the same in both: it is
    told where that is no chance.
    """
    tag, other = languages[:2]
    if tag == other:
        return ""  # such as British and American English
    words, others = _WORD.findall(mine), _WORD.findall(theirs)
    if words == others and _are_many(words):
        is_told = _is_no_chance(words, words, languages) or (
            not languages.are_near and _may_be_foreign(words, languages)
        )
        return "the same words as in @" if is_told else ""
    for own, foreign, said, of, where in (
        (tag, other, words, "", "this"),
        (other, tag, others, " of @", "@"),
    ):
        if languages.are_near or not languages.are_known:
            break
        is_long = len(said) >= _ENOUGH and _dense(said) <= _FEW_LETTERS
        if is_long and _is_in(said, foreign, own):
            return f"{where} seems to be in {language.english_name(foreign)}"
        if clause := _clause(said, foreign, own):
            return f"{_shown(clause)}{of} seems to be in {language.english_name(foreign)}"
    same = _same(words, others)
    if not _are_many(same):
        return ""
    is_told = _is_no_chance(same, words, languages) or (
        not languages.are_near
        and (_are_apart(words, others, same) or _are_foreign(same, languages))
    )
    return f"{_shown(same)} is the same in @" if is_told else ""


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


def _may_be_foreign(words: Sequence[str], languages: Languages) -> bool:
    """Tell whether no words show that two languages are near each other."""
    if languages.alike is None and not languages.are_known:
        return False
    both = [other_language.share(words, each) for each in languages[:2]]
    return min(both) <= max(_NOT_IN_IT, max(both) / 2)


def _are_foreign(words: Sequence[str], languages: Languages) -> bool:
    """Tell whether words that are the same in both languages belong to one of them alone."""
    both = [other_language.share(words, each) for each in languages[:2]]
    is_of_one = max(both) > _NOT_IN_IT and min(both) <= max(both) / 2
    return is_of_one and languages.are_known


def _is_no_chance(same: Sequence[str], words: Sequence[str], languages: Languages) -> bool:
    """Tell whether two texts would not have so many words in a row by chance.

    That is the number of such rows to expect in one, were each word the same as often as usual.
    """
    if languages.alike is None:
        return False
    share = max(languages.alike, _LEAST_ALIKE)
    return len(words) * share ** len(same) < _BY_CHANCE


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
