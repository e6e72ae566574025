"""The parties of a statement, and where a text names them."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple
from unicodedata import bidirectional, east_asian_width, normalize

if TYPE_CHECKING:
    from collections.abc import Iterator

    from communique.model.statement import FrontMatter, Issuer, Signatory

#: From so many letters on, a name may have one more at its end, as in the genitive Danmarks; in a
#: shorter one that would make another name of it.
_LONG = 5
#: The directions of Hebrew and Arabic letters (UAX 9), in which "and" is one with what follows.
_RTL = frozenset(("R", "AL"))


class Named(NamedTuple):
    """A party that a text names, and where its name begins and ends."""

    party: str
    begin: int
    end: int


class Parties:
    """The parties of a front matter, known by all names that one of them alone has."""

    def __init__(self, matter: FrontMatter) -> None:
        every: dict[str, set[str]] = defaultdict(set)
        written: dict[str, str] = {}
        for issuer in matter.issuers:
            for name in _names(issuer):
                every[_key(name)].add(str(issuer.party))
                written[_key(name)] = normalize("NFC", name)
        self._of = {key: parties.pop() for key, parties in every.items() if len(parties) == 1}
        self._written = [written[key] for key in self._of]

    def of(self, by: Signatory) -> str:
        """Return the party that one signs for, or nothing where it is not known.

        That is the party with an issuer of the same name, or else the one that is named as the
        party, or above the signature.
        """
        if own := self._of.get(_key(str(by.name))):
            return own
        for words in filter(None, (by.party, by.on_behalf)):
            found = {each.party for each in self.named(normalize("NFC", str(words)))}
            if len(found) == 1:
                return found.pop()
        return ""

    def named(self, text: str) -> list[Named]:
        """Return which parties a text (in NFC) names, in its order.

        Capitals make no difference. Of two names at one place the longer one counts.
        """
        return [
            Named(self._of[_key(match[0])], match.start(), match.end())
            for match in self._pattern.finditer(text)
            if match[0]
        ]

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        longest_first = sorted(self._written, key=lambda name: (-len(name), name))
        return re.compile("|".join(map(_alone, longest_first)), re.IGNORECASE)


def _names(issuer: Issuer) -> Iterator[str]:
    for phrase in (issuer.name, issuer.organisation, issuer.country, issuer.party):
        if phrase:
            yield str(phrase)


def _key(name: str) -> str:
    return " ".join(normalize("NFC", name).lower().split())


def _alone(name: str) -> str:
    """Return the pattern of a name that is no part of another word.

    Chinese and Japanese divide no words; in Hebrew and Arabic a word may begin with a preposition
    of one letter.
    """
    words = r"\s+".join(map(re.escape, name.split()))
    if any(east_asian_width(character) in "WF" for character in name):
        return words
    before = r"(?<!\w\w)" if bidirectional(name[0]) in _RTL else r"(?<!\w)"
    more = r"\w?" if len(name) >= _LONG else ""
    return rf"{before}{words}(?={more}(?!\w))"
