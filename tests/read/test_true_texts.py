"""Fifty texts as statements are written in twelve languages: none has a remark it should not have.

Each file of `true_texts` has those of one language, with a line of signs between them; the first
line of each is its title.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from communique.read.source import read

if TYPE_CHECKING:
    from tests.conftest import Write

FILES = sorted(Path(__file__).with_name("true_texts").glob("*.txt"))
TEXTS = [
    (path.stem, *text.split("\n", 1))
    for path in FILES
    for text in path.read_text("utf-8").split("%%%%\n")
]


def test_there_are_fifty_in_twelve_languages() -> None:
    assert (len(FILES), len(TEXTS)) == (12, 50)


@pytest.mark.parametrize(("tag", "title", "body"), TEXTS, ids=[f"{t[0]}: {t[1]}" for t in TEXTS])
def test_a_text_as_it_is_written_has_no_remark(
    statement: Write, tag: str, title: str, body: str
) -> None:
    path = statement(f"---\ntitle: '{title}'\n---\n\n{body}", f"meeting.{tag}.md")
    assert read(path).remarks == ()
