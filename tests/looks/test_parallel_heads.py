"""Side by side the title of each version stands over its column, also from right to left."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from communique.pdf_reading.reading import Reading
from communique.read.source import read
from communique.run import pipeline

PAGE = {"ar": "نهر سلام معاهدة. ", "he": "נהר שלום אמנה. ", "en": "The river is ours. "}
TITLES = {"ar": "معاهدة", "he": "אמנה", "en": "Treaty"}


@pytest.mark.usefixtures("engine")
@pytest.mark.parametrize(
    ("first", "second", "is_first_on_left"),
    [("ar", "he", False), ("he", "ar", False), ("en", "he", True), ("ar", "en", True)],
)
def test_each_title_stands_over_its_column(
    first: str, second: str, *, is_first_on_left: bool
) -> None:
    one, other = (
        read(
            Path(f"river.{tag}.md"),
            f"---\ntitle: {TITLES[tag]}\n---\n\n{(PAGE[tag] * 30 + chr(10) * 2) * 8}".encode(),
        )
        for tag in (first, second)
    )
    made = pipeline.make(replace(one, beside=other), "parallel").files["pdf"]
    reading = Reading(made.data)
    heads = {piece.text.strip(): piece for piece in reading.pieces if piece.mark == "Artifact"}
    titles = [heads[TITLES[tag][:: 1 if tag == "en" else -1]] for tag in (first, second)]
    assert titles[0].page == titles[1].page > 0
    assert (titles[0].left < titles[1].left) is is_first_on_left
