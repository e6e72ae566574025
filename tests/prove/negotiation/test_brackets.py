"""To which paragraph or note a text that may have brackets belongs."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from communique.content.text import Text
from communique.prove.negotiation import brackets


def body(words: str, role: str = "P", within: str = "text") -> Text:
    return Text(((words, "en"),), role, 1, Path("river.en.md"), within=within, of_body=True)


def places(*texts: Text) -> list[tuple[int, str, str]]:
    """Return the number of the note, the paragraph and the words of each text."""
    return [(each.apart, each.paragraph, each.text.words) for each in brackets._places(texts)]


def test_a_number_before_the_text_of_a_note_is_that_of_the_note() -> None:
    note = body("1", "Lbl", ""), body("Of [fish].", within="note")
    assert places(body("A."), *note, body("B.")) == [
        (0, "A.", "A."),
        (1, "", "Of [fish]."),
        (0, "B.", "B."),
    ]


def test_a_number_before_other_words_is_that_of_a_point_also_without_a_sign_behind_it() -> None:
    for number in ("2.", "2"):
        point = body(number, "Lbl", ""), replace(body("All [ships]."), depth=1)
        assert places(body("A."), *point) == [(0, "A.", "A."), (0, "2", "All [ships].")]
