"""Lines under texts are design; lines through letters, or as thick as to hide them, are not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.prove.appearance.spoiling import keys

if TYPE_CHECKING:
    from tests.prove.conftest import Spoil

#: What designers draw under paragraphs, notes, headings and the heads of tables.
UNDER = (
    "{part} { text-decoration: underline }",
    "{part} { text-decoration: underline; text-decoration-thickness: .5pt }",
    "{part} { text-decoration: underline; text-decoration-thickness: 1pt }",
    "{part} { text-decoration: underline dotted; text-underline-offset: .1em }",
    "{part} { text-decoration: underline double #00c }",
    "{part} { border-bottom: 1pt solid #000; line-height: 1; padding: 0 }",
)
PARTS = ("main > p", ".note", "h2", "th")
#: What strikes letters through, or hides those that reach under the line.
THROUGH = {
    "through the middle": "text-decoration: line-through",
    "an underline that is moved up": "text-decoration: underline; text-underline-offset: -.4em",
    "through the feet of letters": "text-decoration: underline; text-underline-offset: -.2em",
    "as thick as what hangs down": "text-decoration: underline; text-decoration-thickness: 3pt",
    "a border drawn up": "border-bottom: 1pt solid #000; height: .7em; line-height: 1",
}


@pytest.mark.parametrize("rule", UNDER)
def test_a_line_under_a_text_is_design(reset: Spoil, rule: str) -> None:
    styles = "".join(rule.replace("{part}", part) for part in PARTS)
    assert reset(styles=styles) == []


@pytest.mark.parametrize("rule", THROUGH.values(), ids=list(THROUGH))
def test_a_line_through_letters_is_refused(reset: Spoil, rule: str) -> None:
    found = reset(styles=f"main > p {{ {rule} }}")
    assert keys(found) & {"visible", "contrast"}


def test_a_line_under_a_text_may_not_go_through_the_one_below(reset: Spoil) -> None:
    rule = "text-decoration: underline; text-underline-offset: 7pt; line-height: .8"
    found = reset("<p>We thank", "<p>We<br>thank", f"main > p {{ {rule} }}")
    assert "visible" in keys(found)
