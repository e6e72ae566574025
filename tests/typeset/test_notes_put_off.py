"""Notes that have no room on their page begin the next one in their order."""

from __future__ import annotations

import random
from contextlib import nullcontext
from itertools import count
from typing import TYPE_CHECKING

from communique.read.source import read
from communique.run import pipeline
from communique.typeset.pages import notes
from tests.samples import with_body

if TYPE_CHECKING:
    import pytest

    from tests.conftest import Write

SENTENCE = "The water of the river belongs to those who drink from it and to nobody else"
NOTE = "The note of the river, which is about so long. "


def text() -> str:
    """Return a text with many notes, of which some are put off."""
    chance, numbers = random.Random(5), count(1)  # noqa: S311  # the same each time
    paragraphs, below = [], []
    for _ in range(24):
        said = ""
        for _ in range(chance.randint(2, 6)):
            said += f" {SENTENCE}."
            if chance.random() < 0.5:
                number = next(numbers)
                said += f"[^{number}]"
                below.append(f"[^{number}]: {NOTE * chance.randint(1, 6)}")
        paragraphs.append(said.strip())
    return with_body("\n\n".join((*paragraphs, *below)))


def remarks(statement: Write) -> tuple[str, ...]:
    return pipeline.make(read(statement(text())), "standard").files["pdf"].remarks


def test_notes_that_are_put_off_keep_their_order(statement: Write) -> None:
    assert remarks(statement) == ()


def test_the_engine_still_turns_them_round(
    statement: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(notes, "notes_in_order", nullcontext)
    mended = "the engine has mended it: see communique/typeset/pages/notes.py"
    assert remarks(statement) != (), mended
