"""The signs around what was inserted or deleted, and what is left where that is struck."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from communique.content.text import Text
    from communique.design.language import Language

#: Structure types by which they are told, and their signs.
INSERTED, DELETED = "Underline", "LineThrough"
_SIGNS = {INSERTED: r"\+", DELETED: "−"}
_CALL = "\ufffc"


class Struck(NamedTuple):
    """What is left of a text: its characters, those of the call of a note together."""

    characters: tuple[str, ...]
    calls: tuple[int, ...]
    """The numbers of the notes that it calls, in order."""
    former: str = ""
    """What the mark of its point was, if the page says so."""

    @property
    def words(self) -> str:
        """The words, each call as one character, spaces alike."""
        return " ".join("".join(self.characters).split())


class Signs:
    """Finds the signs in texts of a language."""

    def __init__(self, language: Language) -> None:
        words = language.file.changes
        patterns = (words.moved_here, words.moved_away) if words else ()
        labels = "|".join(re.escape(each).replace(r"\{number\}", r"\w+") for each in patterns)
        self._begin, self._end, self._empty = (
            {
                kind: re.compile(pattern.format(sign=sign, labels=labels))
                for kind, sign in _SIGNS.items()
            }
            for pattern in (
                r"\[{sign}(?:\s(?:{labels}))?(?P<space>\s?)\Z",
                r"(?P<space>\s?){sign}\]",
                r"\[{sign}\s{sign}\]",
            )
        )
        before, after = map(re.escape, words.formerly.split("{value}")) if words else ("", "")
        self._former = re.compile(rf"\[{before}(?P<value>[^\]]+?){after}\]\s")

    def struck(self, text: Text, gone: str) -> Struck | None:
        """Return a text without what is INSERTED, or DELETED; None where a sign is not in place.

        Neither has the number of its paragraph, which is counted in each version.
        """
        characters, _ = _characters(text)
        former = self._former.match(text.words, text.number)
        begin = former.end() if former else text.number
        told = former["value"] if former else ""
        for empty in self._empty.values():
            if empty.fullmatch(text.words):
                return Struck((), (), told)
        left: list[str] = []
        for role, first, last in text.inner:
            if role not in _SIGNS:
                continue
            before = self._begin[role].search("".join(text.words[begin:first]))
            after = self._end[role].match(text.words, last)
            inside = text.words[first:last]
            if not before or not after or not inside.strip():
                return None
            if bool(before["space"]) == inside[0].isspace():
                return None
            if bool(after["space"]) == inside[-1].isspace():
                return None
            left += characters[begin : begin + before.start()]
            left += characters[first:last] if role != gone else []
            begin = after.end()
        left += characters[begin:]
        kept = tuple(each for each in left if each)
        return Struck(
            tuple(_CALL if each.startswith("\0") else each for each in kept),
            tuple(int(each[1:]) for each in kept if each.startswith("\0")),
            told,
        )


def whole(text: Text) -> Struck:
    """Return what a text says that has no signs."""
    characters, calls = _characters(text)
    kept = [each for each in characters[text.number :] if each]
    return Struck(tuple(_CALL if each.startswith("\0") else each for each in kept), tuple(calls))


def _characters(text: Text) -> tuple[list[str], list[int]]:
    """Return the characters of a text, in the first one of a call its number, and the numbers."""
    characters, calls = list(text.words), list[int]()
    for begin, end in text.calls:
        number = text.words[begin:end]
        calls.append(int(number))
        characters[begin:end] = [f"\0{number}", *[""] * (end - begin - 1)]
    return characters, calls
