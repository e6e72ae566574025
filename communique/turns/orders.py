"""Where an author's own words name the parties in another order than an original does."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING
from unicodedata import east_asian_width, normalize

from communique.design import language as languages
from communique.turns.parties import Parties

if TYPE_CHECKING:
    from collections.abc import Iterator

    from communique.design.language import Language
    from communique.model.statement import Statement
    from communique.turns.parties import Named

#: What is read in one go. What is written above the text names the parties in any way, and the text
#: does in a list of them, such as "Norland and Sudland".
_ABOVE = ("title", "short_title", "subtitle", "byline")
_TEXTS = frozenset(("heading", "paragraph", "caption", "source", "cell"))
#: How far apart two names of such a list are at most, in characters, and what is between two lists.
_APART = 60
_ENDS = re.compile(r"[.!?;:։。！？؛؟]")
#: What may stand between two names beside "and".
_MARKS = frozenset(",/-–—·+&،、，・")
#: Among so many words between two names is the "and" of a list: "Sudland’s government and Norland".
_FIRST = 3
_ONE, _OTHER = "\u0002", "\u0003"


def misplaced(statement: Statement, parties: Parties, party: str) -> Iterator[tuple[int, str, str]]:
    """Yield where words name the parties in another order than that with `party` first.

    Each is a line, what stands there, and what it names.
    """
    others = [each for each in statement.matter.parties if each != party]
    rank = {each: place for place, each in enumerate((party, *others))}
    for key in _ABOVE:
        words = normalize("NFC", str(getattr(statement.matter, key) or ""))
        firsts = {each.party: each for each in reversed(parties.named(words))}
        found = sorted(firsts.values(), key=lambda each: each.begin)
        yield from (
            (statement.line(key), key, said) for said in _wrong(list(pairwise(found)), rank)
        )
    language = languages.load(statement.language)
    for node in statement.body.walk():
        if node.kind in _TEXTS:
            words = normalize("NFC", node.plain)
            pairs = pairwise(parties.named(words))
            lists = [pair for pair in pairs if _is_list(words, *pair, language)]
            yield from ((node.line, "text", said) for said in _wrong(lists, rank))


def _wrong(pairs: list[tuple[Named, Named]], rank: dict[str, int]) -> Iterator[str]:
    """Yield what the first pair in another order names."""
    for one, other in pairs:
        if rank[one.party] > rank[other.party]:
            yield f"it names {one.party} before {other.party}, in another order than this original"
            return


def _is_list(words: str, one: Named, other: Named, language: Language) -> bool:
    """Tell whether two names stand in a list: with "and" between them, or a comma, or a dash."""
    between = words[one.end : other.begin]
    if len(between) > _APART or _ENDS.search(between):
        return False
    if between.strip() in _MARKS:
        return True
    conjunction = language.join([_ONE, _OTHER]).partition(_ONE)[2].partition(_OTHER)[0].strip()
    first = between.lower().split()[:_FIRST]  # "Sudland pays this, and Norland that" is a sentence
    if language.direction == "rtl":  # it is one word with what follows
        return any(word.startswith(conjunction) for word in first)
    if east_asian_width(conjunction[:1] or " ") == "W":
        return conjunction in between
    return conjunction in first
