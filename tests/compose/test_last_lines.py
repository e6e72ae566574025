"""Last lines of paragraphs: two words, or two characters of Chinese and Japanese, at least."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from communique.compose.inline.paragraphs import ended
from communique.compose.page import compose
from communique.content.content import content_of
from communique.design import edition
from communique.model.body import Node
from communique.pdf_reading.reading import Reading
from communique.prove.lines import lines_of, said_by
from communique.read.source import read
from communique.typeset.engine import typeset
from tests.samples import with_front

if TYPE_CHECKING:
    from tests.conftest import Write

AGREED = "各方重申维持生态流量是共同的义务，并就此形成"


def words(text: str) -> Node:
    return Node("text", 1, text=text)


def test_the_last_two_characters_of_a_paragraph_are_joined_with_their_marks() -> None:
    call = Node("call", 1, number=1)
    stressed = Node("emphasis", 1, (words(f"{AGREED}共识"),))
    assert ended([words(f"{AGREED}共识。”"), call]) == [
        words(f"{AGREED}共\u2060识\u2060。\u2060”"),
        call,
    ]
    assert ended([stressed])[0].plain == f"{AGREED}共\u2060识"
    assert ended([words("补贴比例")]) == [words("补贴比\u2060例")]
    for others in ("共识。", "比率（%）", "比率(‰)", f"{AGREED} and we agreed.", f"{AGREED}50%"):
        assert ended([words(others)]) == [words(others)]


def test_no_line_ends_between_two_numbers_with_their_units() -> None:
    hours = Node("strong", 1, (words("(22\u00a0h–5\u00a0h)"),))
    assert ended([hours])[0].plain == "(22\u00a0h–\u20605\u00a0h)"
    assert ended([words("pages 12–14")]) == [words("pages 12–14")]


@pytest.mark.parametrize("kind", ["standard", "a5"])
def test_no_paragraph_ends_in_a_line_of_one_character(statement: Write, kind: str) -> None:
    said = [f"{AGREED}{'各' * count}共识。" for count in range(40)]
    path = statement(with_front("title: 灯") + "\n" + "\n\n".join(said) + "\n", "灯.zh-Hans.md")
    reading = Reading(typeset(compose(content_of(read(path), edition.load(kind)))).pdf)
    last = [said_by([*lines_of(block)][-1]).replace("\u2060", "") for block in reading.blocks]
    ends = [line for line in last if line.endswith("识。")]
    assert len(ends) == len(said)
    assert min(map(len, ends)) > len("识。")


def test_no_paragraph_or_point_ends_in_a_line_of_one_short_word(statement: Write) -> None:
    said = [
        f"{mark}They meet {'o' * count} at Cassia on 7 and 8 June in the hall again."
        for mark in ("", "- ")
        for count in range(1, 18)
    ]
    path = statement(with_front("title: Lamps") + "\n" + "\n\n".join(said) + "\n")
    reading = Reading(typeset(compose(content_of(read(path), edition.load("large-print")))).pdf)
    found = [[said_by(line) for line in lines_of(block)] for block in reading.blocks]
    ends = [lines[-1] for lines in found if lines[-1].strip().endswith("again.")]
    assert len(ends) == len(said)
    assert any(len(lines) > 1 for lines in found)
    assert min(len(end.split()) for end in ends) > 1
