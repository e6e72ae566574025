"""Random pairs of versions: a corrigendum makes the new one of the old one, or is refused.

COMMUNIQUE_RANDOM says of how many, with the mark `conformance` of 300 if it does not.
"""

from __future__ import annotations

import os
import re
from collections import Counter
from typing import TYPE_CHECKING

import pytest

from communique.model.faults import StatementError
from communique.read.source import read
from communique.turns import corrigendum, turned
from tests.random_statements.pairs import pair
from tests.turns.corrigenda import doubts
from tests.turns.test_corrigendum_pages import WITH_WORDS

if TYPE_CHECKING:
    from pathlib import Path

    from communique.model.statement import Statement

#: Why one is refused that is not too long.
_REASONS = re.compile(
    r"corrigendum: (?:no corrigendum can say it: (?:a picture changed"
    r"|a \w+ was (?:added|deleted|moved)"
    r"|an end of a line changed|the language of words changed|words that look otherwise stand"
    r" several times in .+|a space became another one|the level of a heading"
    r"|.+ differ in no sign that an eye can tell"
    r"|points are numbered or lettered otherwise|a footnote|the call of a footnote cannot be told"
    r"|a \w+ stands in another part|“.+” is the place of several parts"
    r"|\w+ (?:changed|has \d+ parts)"
    r"|the words that changed stand several times in .+)|both versions print the same"
    r"|the earlier version, .+, looks newer)|draft: the earlier version is draft \d+"
)


def outcome(seed: int, folder: Path) -> str:
    """Return what became of the pair of that `seed`."""
    found = pair(seed)
    if found.language not in WITH_WORDS:
        return "another language"
    earlier, later = found.write(folder)
    try:
        versions = read(earlier), read(later)
    except StatementError:
        return "not read"
    return _made(*versions)


def _made(earlier: Statement, later: Statement) -> str:
    try:
        made = turned(later, "corrigendum", earlier)
    except StatementError as error:
        return "refused" if all(_REASONS.search(str(each)) for each in error.faults) else str(error)
    return "; ".join(doubts(made)) or "proven"


def outcomes(seeds: range, folder: Path, patch: pytest.MonkeyPatch) -> Counter[str]:
    for limit in ("_WORDS", "_MOST_WORDS"):
        patch.setattr(corrigendum, limit, 100_000)
    found = Counter(outcome(seed, folder) for seed in seeds)
    assert set(found) <= {"another language", "not read", "refused", "proven"}, found
    return found


def test_some_pairs_are_proven(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert outcomes(range(60), tmp_path, monkeypatch)["proven"] > 5


@pytest.mark.conformance
def test_a_tenth_of_many_pairs_is_proven(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    count = int(os.environ.get("COMMUNIQUE_RANDOM", "300"))
    found = outcomes(range(count), tmp_path, monkeypatch)
    assert found["proven"] > count // 10, found
