"""To which paragraph or note a text that may have brackets belongs."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from communique.content.text import Text
from communique.prove.negotiation import brackets, names


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


def test_title_and_subtitle_stand_apart_from_one_another_and_from_other_lines() -> None:
    title = replace(body("On [the", "H1", ""), of_body=False, line=2)
    subtitle = replace(body("Of [it", "P", ""), of_body=False, line=3)
    byline = replace(subtitle, line=4)
    found = brackets._places([title, subtitle, byline], 3)
    assert [(each.apart, each.text.words) for each in found] == [(-1, "On [the"), (-2, "Of [it")]


@pytest.mark.parametrize(
    ("number", "paragraph", "is_next"),
    [
        ("6", "5", True),
        ("5 bis", "5", True),
        ("5", "5", False),
        ("1", "5", False),
        ("7", "5", False),
        ("6", "5 bis", True),
        ("1", "", True),
        ("(a)", "5", True),
    ],
)
def test_a_point_goes_on_after_a_paragraph_or_stands_below_it(
    number: str, paragraph: str, *, is_next: bool
) -> None:
    assert names.is_next(number, paragraph) is is_next


def test_points_are_called_by_their_letters_and_by_what_they_stand_in() -> None:
    def point(marker: str, depth: int) -> tuple[Text, Text]:
        both = body(marker, "Lbl"), body(f"[{marker}]")
        one, other = (replace(each, points=depth, depth=depth) for each in both)
        return one, other

    texts = [*point("(a)", 1), *point("(b)", 1), *point("(i)", 2), *point("•", 2), *point("–", 1)]
    found = brackets._places([body("3. We:"), *texts])
    assert [each.paragraph for each in found[1:]] == ["3 (a)", "3 (b)", "3 (b) (i)", "3 (b)", "3"]


def test_points_in_brackets_are_paragraphs_of_their_headings() -> None:
    point = replace(body("(1)", "Lbl"), points=1), replace(body("[x]"), points=1, depth=1)
    found = brackets._places([body("§ 1", "H2"), *point, body("§ 2", "H2"), *point])
    assert [each.paragraph for each in found] == ["", "§ 1 (1)", "", "§ 2 (1)"]
