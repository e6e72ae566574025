"""What two texts that belong together say: their figures, their links, and in which language."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from communique.content import other_language
from communique.design import language
from communique.read.versions.difference import CORRECT, Difference, quoted
from communique.read.versions.figures.matching import unmatched

if TYPE_CHECKING:
    from collections.abc import Iterator

    from communique.read.versions.version import Text, Version

_WORD = re.compile(r"[^\W\d_]+")
_FEW = 4
"""So many words, not counting names, may be the same in two languages."""
_FEW_LETTERS = 8
"""So many letters may be where no spaces divide words."""
_ENOUGH = 12
"""Of so many words a language can be told."""
_IN_IT, _NOT_IN_IT = 0.25, 0.08
"""The least share of little words in a text that is in their language; the most in another one."""
_SHOWN = 5


def compare(one: Version, other: Version, mine: Text, theirs: Text) -> Iterator[Difference]:
    """Yield what two texts do not both say."""
    yield from _figures(mine, theirs)
    yield from _links(mine, theirs)
    if wrong := _untranslated(one.language, other.language, mine.own, theirs.own):
        yield Difference(mine.line, wrong, theirs.line, "translate it")


def _figures(mine: Text, theirs: Text) -> Iterator[Difference]:
    found = unmatched(mine.said, theirs.said)
    if found.mine or found.theirs:
        wrong = _either(_listed(found.mine), _listed(found.theirs))
        yield Difference(mine.line, wrong, theirs.line, CORRECT)
    here, there = found.more
    more = [f"{_listed(here)} here more often than in @"] if here else []
    more += [f"{_listed(there)} in @ more often than here"] if there else []
    if more:
        yield Difference(mine.line, ", and ".join(more), theirs.line, CORRECT)


def _links(mine: Text, theirs: Text) -> Iterator[Difference]:
    if mine.links != theirs.links:
        here, there = mine.links - theirs.links, theirs.links - mine.links
        sides = [" and ".join(_place(each) for each in sorted(side)) for side in (here, there)]
        wrong = _either(*(f"a link to {side}" * bool(side) for side in sides))
        yield Difference(mine.line, wrong, theirs.line, CORRECT)


def _place(leads_to: str) -> str:
    return "a heading" if leads_to == "#" else quoted(leads_to)


def _either(here: str, there: str) -> str:
    """Return that one text has this, and the other that, or one of them nothing."""
    if here and there:
        return f"{here} here, and {there} in @"
    return f"{here} here, and not in @" if here else f"{there} in @, and not here"


def _listed(written: list[str]) -> str:
    more = f" and {len(written) - _SHOWN} more" if len(written) > _SHOWN else ""
    return ", ".join(f"“{each}”" for each in written[:_SHOWN]) + more


def _untranslated(tag: str, other: str, mine: str, theirs: str) -> str:
    """Return that a text has not been translated, or nothing."""
    if tag == other:
        return ""  # such as British and American English
    words, others = _WORD.findall(mine), _WORD.findall(theirs)
    if words == others and _are_many(words):
        both = [other_language.share(words, each) for each in (tag, other)]
        if min(both) <= max(_NOT_IN_IT, max(both) / 2):  # else the languages are near each other
            return "the same words as in @"
    for own, foreign, said, where in ((tag, other, words, "this"), (other, tag, others, "@")):
        if len(said) >= _ENOUGH and _is_in(said, foreign, own):
            return f"{where} seems to be in {language.english_name(foreign)}"
    return ""


def _is_in(words: list[str], tag: str, other: str) -> bool:
    """Tell whether words are in a language, and certainly not in the other one."""
    shares = [other_language.share(words, each) for each in (tag, other)]
    return shares[0] >= _IN_IT and shares[1] <= _NOT_IN_IT


def _are_many(words: list[str]) -> bool:
    """Tell whether words are more than a name: many that have no capital."""
    small = [word for word in words if not word[0].isupper()]
    long = any(len(word) > _FEW_LETTERS and word > "\u2e80" for word in small)
    return long or (len(small) > _FEW and 2 * len(small) >= len(words))
