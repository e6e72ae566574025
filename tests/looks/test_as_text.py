"""The text for an e-mail says what a theme prints, too."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from communique.read.source import read
from communique.run import pipeline

if TYPE_CHECKING:
    from pathlib import Path

    from .conftest import Look


@pytest.mark.parametrize("place", ["start", "end"])
@pytest.mark.parametrize("address", ["foot", "margin"])
def test_the_words_of_a_theme_are_in_the_text(
    look: Look, project: Path, place: str, address: str
) -> None:
    look(
        f"emblem: {{file: own.svg, text: Arms, place: {place}}}\n"
        "sender: [Ministry of Lights, The Minister]\n"
        f"address: {{place: {address}, lines: [12 Harbour Street, 1000 Norhavn]}}\n"
        "contact: [Press office, press@lights.example]\nfoot: www.lights.example\n"
    )
    made = pipeline.build(read(project / "a.en.md"), "standard", project / "out", outputs=("text",))
    said = made.files["text"].path.read_text("utf-8")
    lines = ["Ministry of Lights\nThe Minister", "12 Harbour Street\n1000 Norhavn"]
    assert all(line in said for line in (*lines, "www.lights.example", "Press office\n"))
    assert (said.index("[Arms]") < said.index("Ministry")) == (place == "start")
    facts = said.index("12 March 2026")
    assert (said.index("12 Harbour") < said.index("Norland and")) == (address == "margin")
    assert facts < said.index("12 Harbour")
