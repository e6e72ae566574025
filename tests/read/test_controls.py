"""Controls of direction, which nobody sees: those that turn figures or words are refused."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from communique.model.faults import StatementError
from communique.read.source import read

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Write

HEAD = "---\ntitle: Lights\n---\n\n"
LRE, RLO, PDF = "\u202a", "\u202e", "\u202c"
LRI, RLI, PDI = "\u2066", "\u2067", "\u2069"
LRM, RLM = "\u200e", "\u200f"


def faults(path: Path) -> list[str]:
    """Return the line of each fault of a statement, what is wrong and where."""
    try:
        read(path)
    except StatementError as error:
        return [f"{fault.line}: {fault.key}: {fault.wrong}" for fault in error.faults]
    return []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (f"Norland {RLI}pays 900 נהר pays 100{PDI} a year.", "right-to-left isolate) puts"),
        (f"From {RLI}(2026 – 2030){PDI} on.", "right-to-left isolate) puts"),
        (f"It is {RLO}evil{PDF}.", "right-to-left override) puts"),
        (f"It {RLI}is.", "right-to-left isolate) is not ended"),
        (f"It is{PDI}.", "pop directional isolate) ends nothing"),
        (f"It {LRI}is{PDF}.", "pop directional formatting) ends nothing"),
        (f"It pays {RLM}100, 900{RLM}.", "right-to-left mark) puts"),
    ],
)
def test_a_control_that_turns_words_or_figures_is_refused(
    statement: Write, text: str, told: str
) -> None:
    for body, line in ((text, 5), (f"Yes,\n{text}", 6), (f"## {text}", 5), (f"> {text}", 5)):
        (fault,) = faults(statement(f"{HEAD}{body}\n"))
        assert fault.startswith(f"{line}: text: a character that nobody sees (U+")
        assert told in fault


def test_it_is_found_in_cells_captions_notes_and_values(statement: Write) -> None:
    turned = f"{RLI}pays 9 נ 1{PDI}"
    body = f"A.[^a]\n\n| A | B |\n| --- | --- |\n| {turned} | x |\n\n[^a]: It {turned}.\n"
    found = faults(statement(HEAD.replace("Lights", f"A {turned}") + body))
    assert [each.split(": ", 2)[:2] for each in found] == [
        ["2", "title"],
        ["9", "text"],
        ["11", "text"],
    ]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (f"טלפון {LRE}+45 12 34 56{PDF}, או {LRI}https://a.example/{PDI} כן", "a.he.md"),
        (f"He said {RLI}נהר{PDI} twice, in {LRI}2026{PDI}.", "a.en.md"),
        (f"המחיר {LRM}-5°C או 12{LRM}–{LRM}15 כן", "a.he.md"),
        (f"He said נהר{RLM}. And {LRM}so.", "a.en.md"),
    ],
)
def test_a_control_that_changes_nothing_may_stay(statement: Write, text: str, name: str) -> None:
    assert faults(statement(f"{HEAD}{text}\n", name)) == []


def test_a_value_in_another_language_is_looked_at_in_its_own_direction(statement: Write) -> None:
    place = f'place: {{text: "נהר{LRM}, עיר", language: he}}\n---'
    assert faults(statement(HEAD.replace("---\n\n", f"{place}\n\nYes.\n"))) == []
