"""What comes beside a quotation: it is plain whether it stands in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.prove.corrections.test_corrections import with_words
from tests.turns.corrigenda import HEAD, changed, corrigendum, doubts

if TYPE_CHECKING:
    from pathlib import Path

OLD = f"{HEAD}Text.\n\n> Peace is quoted.\n>\n> So is war.\n\nMore of it.\n"


def test_what_comes_after_the_last_paragraph_of_a_quotation_is_noticed(tmp_path: Path) -> None:
    made = corrigendum(tmp_path, OLD, changed(OLD, ("> So is", "> So is this.\n>\n> So is")))
    wrong = with_words(made, "Paragraph 2", "Paragraph 3")
    assert "it is not clear whether what comes stands in the quotation" in doubts(wrong)


def test_what_comes_before_a_quotation_is_said(tmp_path: Path) -> None:
    corrigendum(tmp_path, OLD, changed(OLD, ("Text.\n", "Text.\n\nIt goes on with this.\n")))
