"""What differs between two versions: what is wrong, the line in either file, and what to do."""

from __future__ import annotations

from typing import NamedTuple

ALIKE = "make the two alike"
#: It stands for an @ of an author; no text has it.
_SIGN = "\0"
CORRECT = "correct the one that is wrong"


class Difference(NamedTuple):
    """One place where two versions do not say the same."""

    line: int
    """In the file of the first version; where that has nothing, of what would stand below."""
    wrong: str
    """What is wrong; @ stands for the file and the line of the other version."""
    there: int
    """The line in the file of the other version."""
    instead: str = ALIKE
    refuses: bool = False
    """Whether the two could not stand side by side; else it may be right in its language."""


def count(number: int, name: str) -> str:
    """Return the `number` of what has that `name`, in words."""
    return f"{number} {name}{'' if number == 1 else 's'}"


def quoted(words: str) -> str:
    """Return what an author wrote, to stand in what is wrong: an @ of theirs is no place."""
    return words.replace("@", _SIGN)


def told(wrong: str, place: str) -> str:
    """Return what is wrong with the `place` in the other version."""
    return wrong.replace("@", place).replace(_SIGN, "@")
