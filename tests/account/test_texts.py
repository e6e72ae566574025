"""No word is lost, and no good statement is refused, in whatever language it is written."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

import pytest

from communique.read.source import read
from tests.account.texts import LANGUAGES, texts
from tests.random_statements import statement as random_statement
from tests.samples import MEETINGS, SOURCE

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Refusal

WITH_WORDS = ("caption", "source", "heading", "paragraph", "cell", "figure")
SEEDS = range(1100, 1200)
TEXTS = {name: (tag, text) for name, tag, text in texts()}


def test_there_are_enough_texts() -> None:
    assert len(LANGUAGES) == 12
    assert len({text for _, text in TEXTS.values()}) >= 50


@pytest.mark.parametrize("name", TEXTS)
def test_a_short_text_is_not_refused(refusal: Refusal, name: str) -> None:
    tag, text = TEXTS[name]
    assert refusal(text, f"meeting.{tag}.md") == []


@pytest.mark.parametrize("seed", SEEDS)
def test_a_random_text_is_not_refused_and_none_of_its_words_is_lost(
    tmp_path: Path, seed: int
) -> None:
    made = random_statement(seed)
    body = read(made.write(tmp_path)).body
    words = [node.plain for node in body.walk() if node.kind in WITH_WORDS]
    found = Counter(re.findall(r"\d{5,}", " ".join(words)))
    numbers = [number for word in made.body for number in re.findall(r"\d{5,}", word)]
    assert not made.numbered or found == Counter(numbers)


@pytest.mark.parametrize(
    "path", [*SOURCE.glob("*.md"), *MEETINGS.glob("*.md")], ids=lambda path: path.name
)
def test_a_statement_of_the_project_is_not_refused(path: Path) -> None:
    read(path)
