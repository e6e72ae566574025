"""What the front matter takes from below other words of a Word file is to be settled."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from communique import word
from tests.word.office import p, word_file

if TYPE_CHECKING:
    from pathlib import Path

_TITLE, _DAY = p("Lights of the strait", style="Titel"), "12 March 2026"


def settled(path: Path, *texts: str) -> tuple[str, ...]:
    """Return what is to be settled of a file that has these paragraphs below its title."""
    return word.imported(word_file(path / "a.docx", _TITLE + "".join(map(p, texts)))).to_settle


def test_a_date_or_kind_below_the_title_is_taken_without_a_word(tmp_path: Path) -> None:
    assert settled(tmp_path, "Joint statement", _DAY, "The lights were renewed.") == ()


@pytest.mark.parametrize("taken", [_DAY, "Oslo, 12 March 2026", "Joint statement"])
def test_one_below_other_words_may_belong_to_them(taken: str, tmp_path: Path) -> None:
    found = settled(tmp_path, "Applications are open until", taken, "and are decided on in April.")
    told = "the front matter has this now, which stands below other words in Word"
    assert found == (f"paragraph 3: {told}: {taken}",)
