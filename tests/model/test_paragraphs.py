"""Speakers and stage directions are found by the stress of their words, and nothing else is one."""

from __future__ import annotations

from pathlib import Path

import pytest

from communique.model.faults import Faults
from communique.model.paragraphs import is_address, is_direction, leads_to, speaks, stays_with
from communique.read import markdown


def paragraphs(source: str) -> list[tuple[bool, bool]]:
    """Return of each paragraph whether it has a speaker, and whether it is a direction."""
    body = markdown.parse(source, 1, Faults(Path("x.md")))
    return [(speaks(node), is_direction(node)) for node in body.walk() if node.kind == "paragraph"]


@pytest.mark.parametrize(
    ("source", "speaker"),
    [
        ("**MODERATOR:** Good morning.", True),
        ("**MODERATOR**: Good morning.", True),
        ("**Q:**\\\nWho pays?", True),
        ("**問：**誰が払いますか。", True),
        ("**سؤال:** من يدفع؟", True),
        ("**MODERATOR:** *Good* morning[^1].\n\n[^1]: Note.", True),
        ("**MODERATOR:**", False),
        ("**MODERATOR** said: good morning.", False),
        ("*MODERATOR:* Good morning.", False),
        ("MODERATOR: Good morning.", False),
        ("We say: **MODERATOR:** Good morning.", False),
    ],
)
def test_a_speaker_is_strong_and_has_a_colon(source: str, *, speaker: bool) -> None:
    assert paragraphs(source)[0] == (speaker, False)


@pytest.mark.parametrize(
    ("source", "direction"),
    [
        ("*(Applause)*", True),
        ("(*Applause*)", True),
        ("*(Laughter.)*", True),
        ("*[The meeting rose at 3 p.m.]*", True),
        ("*（拍手）*", True),
        ("(Applause)", False),
        ("*Applause*", False),
        ("*(Applause)* and more", False),
        ("*(a)* and *(b)*", False),
        ("**(Applause)**", False),
        ("*(a) or (b)*", False),
        ("*()*", False),
    ],
)
def test_a_stage_direction_is_stressed_and_in_brackets(source: str, *, direction: bool) -> None:
    assert paragraphs(source)[0] == (False, direction)


@pytest.mark.parametrize(
    ("source", "leads"),
    [
        ("**Q:** Who pays?\n\n**A:** Each Government.", True),
        ("**問：**誰が払いますか？\n\n**答：**各国政府です。", True),
        ("**سؤال:** من يدفع؟\n\n**جواب:** كل حكومة.", True),
        ("**Q:** Who pays.\n\n**A:** Each Government.", False),
        ("**Q:** Who pays?\n\nEach Government.", False),
        ("Who pays?\n\n**A:** Each Government.", False),
        (f"**Q:** {'We see. ' * 19}Who pays?\n\n**A:** Each Government.", True),
        (f"**Q:** {'We see. ' * 20}Who pays?\n\n**A:** Each Government.", False),
    ],
)
def test_a_question_of_two_lines_leads_to_what_another_answers(source: str, *, leads: bool) -> None:
    paragraph, below = markdown.parse(source, 1, Faults(Path("x.md"))).children
    assert leads_to(paragraph, below) is leads


def test_neither_centred_lines_nor_stage_directions_have_a_number() -> None:
    source = "One.\n\n-> Two. <-\n\n*(Three)*\n\n**Q:** Four."
    body = markdown.parse(source, 1, Faults(Path("x.md"))).numbered()
    assert [node.marker for node in body.children] == ["1.", "", "", "2."]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("Unit of Weirs\\\nOld Street 117\\\n00419 Karlshafen", True),
        ("Unit of Weirs", False),
        ("Unit of Weirs\\\n" * 8 + "00419 Karlshafen", False),
        (f"Unit of Weirs\\\n{'We met. ' * 12}", False),
    ],
)
def test_an_address_is_a_few_short_lines_of_its_author(source: str, *, expected: bool) -> None:
    [paragraph] = markdown.parse(source, 1, Faults(Path("x.md"))).children
    assert is_address(paragraph) is expected


@pytest.mark.parametrize(
    ("below", "expected"), [("## Costs", False), ("- Costs", True), ("Costs", True)]
)
def test_a_colon_keeps_a_paragraph_with_all_but_a_heading(below: str, *, expected: bool) -> None:
    body = markdown.parse(f"We say:\n\n{below}\n", 1, Faults(Path("x.md")))
    assert stays_with(*body.children) is expected
