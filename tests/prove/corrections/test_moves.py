"""What is moved out of a section to before all of them: it is plain after which paragraph."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.prove.corrections.test_corrections import with_words
from tests.turns.corrigenda import HEAD, corrigendum, doubts, said

if TYPE_CHECKING:
    from pathlib import Path

FIRST = "Norland and Valdore met, “as ever”, in the port.\n\n"
LATER = "## Costs\n\nThe costs are shared by both.\n\n"
MOVED = "The pilots of the harbour know all of the reefs well.\n\n"
OLD = f"{HEAD}{FIRST}{LATER}{MOVED}They are high.\n"
NEW = f"{HEAD}{FIRST}{MOVED}{LATER}They are high.\n"


def test_the_paragraph_is_named_with_its_first_words(tmp_path: Path) -> None:
    assert said(corrigendum(tmp_path, OLD, NEW)) == [
        "Under “Costs”, paragraph 2:",
        "Move to follow paragraph 1, “Norland and Valdore met, …”",
    ]


@pytest.mark.parametrize("language", ["ar", "da", "de", "es", "fr"])
def test_so_it_is_in_each_language(tmp_path: Path, language: str) -> None:
    [_, move] = said(corrigendum(tmp_path, OLD, NEW, language))
    assert "Norland and Valdore met, …" in move


def test_a_paragraph_of_the_same_section_is_named_by_its_number(tmp_path: Path) -> None:
    new = f"{HEAD}{FIRST}{LATER}They are high.\n\n{MOVED}"
    [_, move] = said(corrigendum(tmp_path, OLD, new))
    assert "…" not in move


@pytest.mark.parametrize(
    ("old", "new", "wanted"),
    [
        (", “Norland and Valdore met, …”", "", "paragraph 1 could be that under “Costs”"),
        ("Norland and Valdore met", "Valdore and Norland met", "0 parts are called"),
    ],
)
def test_what_could_be_another_one_is_noticed(
    tmp_path: Path, old: str, new: str, wanted: str
) -> None:
    made = corrigendum(tmp_path, OLD, NEW)
    assert wanted in "; ".join(doubts(with_words(made, old, new)))
