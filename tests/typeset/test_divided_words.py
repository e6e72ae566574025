"""Words are divided where their language lets them: lists that were not made from patterns.

The lists in ``divided/`` were written after the rules of each language: Duden, the Imprimerie
nationale, the RAE, PWN, the Institute of the Czech Language and so on. A hyphen stands wherever a
word may be divided; where a language leaves several places open, it stands at each of them.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

import pyphen
import pytest

from communique.design import language
from communique.design.writing import hyphenation as files
from communique.typeset.lines import hyphenation
from tests.samples import ROOT

if TYPE_CHECKING:
    from pathlib import Path

LISTS = sorted((ROOT / "tests/typeset/divided").glob("*.txt"))
#: As the stylesheet has it: the shortest word, and the shortest part of one.
SHORTEST, PART = 9, 4
#: Of the places where a word may be divided so many are found at least.
FOUND = 0.85


class Measured(NamedTuple):
    words: int
    wrong: list[str]
    found: int
    places: int


def measured(path: Path) -> Measured:
    """Return how the words of a list are divided: which of them wrongly, and at how many places."""
    tag = path.stem
    hyphenation.use([(tag, language.load(tag).hyphenation)])
    patterns = pyphen.Pyphen(lang=pyphen.language_fallback(tag), left=PART, right=PART)
    words = [word for word in path.read_text("utf-8").split() if len(plain(word)) >= SHORTEST]
    wrong, found, places = [], 0, 0
    for word in words:
        due = {at for at in ends(word.split("-")) if PART <= at <= len(plain(word)) - PART}
        done = set(map(int, patterns.positions(plain(word))))
        places, found = places + len(due), found + len(due & done)
        if done - due:
            cuts = [0, *sorted(done), None]
            wrong.append("-".join(plain(word)[a:b] for a, b in pairwise(cuts)))
    return Measured(len(words), wrong, found, places)


def plain(word: str) -> str:
    return word.replace("-", "")


def ends(parts: list[str]) -> list[int]:
    return [sum(map(len, parts[:number])) for number in range(1, len(parts))]


@pytest.mark.parametrize("path", LISTS, ids=lambda path: path.stem)
def test_words_are_divided_where_their_language_lets_them(path: Path) -> None:
    result = measured(path)
    assert result.wrong == []
    assert result.found >= FOUND * result.places


@pytest.mark.parametrize("path", sorted((ROOT / "templates/hyphenation").glob("*.dic")))
def test_patterns_that_are_shipped_have_no_fault_and_say_their_licence(path: Path) -> None:
    files._check(path)
    head = path.read_text("utf-8").split("\n", 60)[:60]
    assert any(line.startswith("% licence") for line in head)
