"""The signs around what was inserted or deleted, and what is left where that is struck."""

from __future__ import annotations

import re
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from communique.content.text import Text
    from communique.design.language import Language

#: The turn whose pages have them.
TURN = "changes"
#: Structure types by which they are told, and their signs.
INSERTED, DELETED = "Underline", "LineThrough"
_SIGNS = {INSERTED: r"\+", DELETED: "−"}
_CALL, _END = "\ufffc", "\n"


class Struck(NamedTuple):
    """What is left of a text: its characters, those of the call of a note together."""

    characters: tuple[str, ...]
    calls: tuple[int, ...]
    """The numbers of the notes that it calls, in order."""
    former: str = ""
    """What the mark of its point was, if the page says so."""

    @property
    def words(self) -> str:
        """The words, each call as one character, spaces alike, each end of a line as one."""
        lines = "".join(self.characters).split(_END)
        return _END.join(" ".join(line.split()) for line in lines).strip()


class _Region(NamedTuple):
    """What stands between two signs: from where to where, with them and without them.

    In what moved, words that differ have signs of their own: these are between two of them, too.
    """

    role: str
    begin: int
    first: int
    last: int
    end: int


class Signs:
    """Finds the signs in texts of a language."""

    def __init__(self, language: Language) -> None:
        words = language.file.changes
        assert words is not None  # noqa: S101  # or there is no such page
        labels = "|".join(
            re.escape(each).replace(r"\{number\}", r"\w+")
            for each in (words.moved_here, words.moved_away)
        )
        self._signs = {
            role: re.compile(rf"(?P<begin>\[{sign}(?:\s(?:{labels}))?)(?=\s)|(?<=\s){sign}\]")
            for role, sign in _SIGNS.items()
        }
        before, after = map(re.escape, words.formerly.split("{value}"))
        self._former = re.compile(rf"\[{before}(?P<value>[^\]]+?){after}\]")

    def struck(self, text: Text, gone: str) -> Struck | None:
        """Return a text without what is INSERTED, or DELETED; None where signs and tags differ.

        Neither has the number of its paragraph, which is counted in each version.
        """
        regions = list(self._regions(text))
        tagged = {
            (place, role) for role, *ends in text.inner if role in _SIGNS for place in range(*ends)
        }
        due = {(place, each.role) for each in regions for place in range(each.first, each.last)}
        calls = {place for begin, end in text.calls for place in range(begin, end)}
        if any(not text.words[place].isspace() for place, _ in tagged ^ due if place not in calls):
            return None
        characters = _characters(text)
        first = next(iter(text.signs), (0, 0))  # an author may begin with such words, too
        is_first = first[0] == text.number
        former = self._former.fullmatch(text.words, *first) if is_first else None
        begin = former.end() + 1 if former else text.number
        left: list[str] = []
        for each in regions:
            left += characters[begin : each.begin]
            left += characters[each.first : each.last] if each.role != gone else []
            begin = each.end
        return _struck([*left, *characters[begin:]], former["value"] if former else "")

    def _regions(self, text: Text) -> Iterator[_Region]:
        """Yield what stands between signs, from left to right, and not within other ones."""
        end = 0
        every = (region for role in self._signs for region in self._of_role(text, role))
        for region in sorted(every, key=attrgetter("begin")):
            if region.begin >= end:
                yield region
                end = region.end

    def _of_role(self, text: Text, role: str) -> Iterator[_Region]:
        """Yield what stands between signs of a role, by parts where others of it are within.

        A space that no tag has is one of the sign beside it.
        """
        tagged = {place for kind, *ends in text.inner if kind == role for place in range(*ends)}
        spaces = {place for place, each in enumerate(text.words) if each.isspace()} - tagged
        depth, before, parts = 0, None, list[_Region]()
        for sign in self._signs[role].finditer(text.words):
            if before:
                first, last = before.end(), sign.start()
                first += bool(before["begin"]) and first in spaces
                last -= not sign["begin"] and first < last and last - 1 in spaces
                begin = before.start() if before["begin"] else before.end()
                end = sign.start() if sign["begin"] else sign.end()
                parts.append(_Region(role, begin, first, last, end))
            elif not sign["begin"]:
                continue
            depth += 1 if sign["begin"] else -1
            before = sign if depth else None
            if not depth:
                yield from parts
                parts = []


def whole(text: Text) -> Struck:
    """Return what a text says that has no signs."""
    return _struck(_characters(text)[text.number :])


def _struck(characters: Sequence[str], former: str = "") -> Struck:
    kept = [each for each in characters if each]
    calls = [number for number, each in enumerate(kept) if each[0] == "\0"]  # of many characters
    numbers = tuple(int(kept[number][1:]) for number in calls)
    for number in calls:
        kept[number] = _CALL
    return Struck(tuple(kept), numbers, former)


def _characters(text: Text) -> list[str]:
    """Return the characters of a text, in the place of a call its number in one.

    Where the author ends a line it is that and no space.
    """
    characters = list(text.words)
    for place in text.line_ends:
        characters[place] = _END
    for begin, end in text.calls:
        characters[begin:end] = [f"\0{text.words[begin:end]}", *[""] * (end - begin - 1)]
    return characters
