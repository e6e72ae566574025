"""A translation says that it is one, and that the original counts: both have to be there."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from communique.content.texts import texts
from communique.model.faults import Faults
from communique.prove import fields

from .conftest import composed

if TYPE_CHECKING:
    from pathlib import Path

TEXT = "---\ntitle: On the river\nauthenticity: translation\n---\n\nWe met.\n"


@pytest.mark.parametrize("lost", [0, 1])
def test_a_translation_that_says_but_one_of_two_things_is_reported(
    tmp_path: Path, lost: int
) -> None:
    content = composed(tmp_path, TEXT, "river.en.md").content
    every = texts(content)
    said = [text for text in every if text.line == 3 and text.role != "Lbl"]
    assert len(said) == 2
    rest = [text for text in every if text is not said[lost]]
    faults = Faults(content.statement.path)
    fields.note_lost_fields(content, rest, {}, faults)
    assert [(fault.line, fault.key) for fault in faults] == [(3, "authenticity")]
