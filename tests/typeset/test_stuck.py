"""A word that is wider than its line is divided there, whatever is held to its beginning or end."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from communique.pdf_reading.reading import Reading
from communique.prove.lines import lines_of, said_by
from communique.read.source import read
from communique.run import pipeline
from communique.typeset.lines.stuck import fits

if TYPE_CHECKING:
    from pathlib import Path

LONG = "x9" * 34


def lines(folder: Path, *texts: str) -> list[list[str]]:
    """Return the lines of each of these texts in a PDF that is proven."""
    path = folder / "river.en.md"
    body = "\n\n".join(("A.", *texts))
    path.write_text(f"---\ntitle: A\n---\n\n{body}\n", "utf-8")
    pdf = pipeline.build(read(path), "standard", folder).files["pdf"].path
    blocks = [block for block in Reading(pdf.read_bytes()).blocks if block.role == "P"]
    found = [[said_by(line) for line in lines_of(block)] for block in blocks[-len(texts) :]]
    return [[line.replace("\u00a0", " ") for line in each] for each in found]


def test_a_long_word_is_divided_behind_what_is_held_to_it(tmp_path: Path) -> None:
    texts = [f"{'river ' * count}(**{LONG}**) river." for count in range(0, 12, 3)]
    for text, found in zip(texts, lines(tmp_path, *texts), strict=True):
        assert len(found) == 2
        assert "".join(found) == text.replace("*", "")
        assert found[0].endswith(("x", "9"))


def test_there_is_room_for_what_is_held_to_the_end_of_a_long_word(tmp_path: Path) -> None:
    texts = [f"{LONG}{LONG[:more]}\u00a0**[see]** river." for more in range(24, 56)]
    found = lines(tmp_path, *texts)
    assert all(re.search(r"[x9] \[see\]", " ".join(each[1:])) for each in found)
    assert {len(each) for each in found} == {2, 3}


@pytest.mark.parametrize(
    ("widths", "held", "found"),
    [
        ([], (9, 9), (True, True, True)),
        ([6], (2, 2), (True, True, True)),
        ([6], (3, 2), (False, False, False)),
        ([6, 11, 6], (2, 2), (False, True, True)),
        ([6, 6], (4.1, 4), (False, False, True)),
        ([6, 6], (4, 4.1), (False, True, False)),
    ],
)
def test_words_fit_with_what_is_held_to_the_first_and_the_last(
    widths: list[float], held: tuple[float, float], found: tuple[bool, bool, bool]
) -> None:
    assert fits(widths, held, 10) == found
