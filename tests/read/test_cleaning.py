"""What reading takes out of a text is a closed list, and each is told with its line."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from communique.read.source import read
from tests.samples import with_body, with_front

if TYPE_CHECKING:
    from tests.conftest import Refusal, Write

NO_BREAK = "\u00a0"


@pytest.mark.parametrize("sign", ["\u00ad", "\u200b", "\ufeff"])
def test_what_nobody_sees_is_left_out_everywhere_with_a_remark(statement: Write, sign: str) -> None:
    text = f"---\ntitle: Li{sign}ghts\n---\n\n## Co{sign}sts\n\nSee https://example.org/{sign}a{sign}.\n"
    found = read(statement(text))
    heading, paragraph = found.body.children
    (link,) = [node for node in paragraph.walk() if node.kind == "link"]
    assert (str(found.matter.title), heading.anchor) == ("Lights", "costs")
    assert (link.target, link.plain) == ("https://example.org/a", "https://example.org/a")
    assert [(remark.line, remark.wrong) for remark in found.remarks] == [
        (line, f"a character that nobody sees is left out (U+{ord(sign):04X})")
        for line in (2, 5, 7)
    ]
    assert sign.encode() in found.source  # the file is attached as it was written


def test_the_mark_that_begins_a_file_is_no_reason_for_a_remark(statement: Write) -> None:
    assert read(statement("\ufeff" + with_body("Words."))).remarks == ()


@pytest.mark.parametrize("sign", ["\u2060", "\u200c", "\u200d", "\u200e", "\u202f", "\u3000"])
def test_nothing_else_is_left_out(statement: Write, sign: str) -> None:
    (paragraph,) = read(statement(with_body(f"One{sign}two."))).body.children
    assert paragraph.plain == f"One{sign}two."


def test_no_break_spaces_are_spaces_where_a_paragraph_has_mostly_these(statement: Write) -> None:
    pasted = "A text that was pasted from a page".replace(" ", NO_BREAK)
    body = f"Some words.\n\n{pasted}\nand *goes on*\n\n5{NO_BREAK}%"
    found = read(statement(with_body(body)))
    assert [node.plain for node in found.body.children] == [
        "Some words.",
        "A text that was pasted from a page and goes on",
        f"5{NO_BREAK}%",
    ]
    assert [(remark.line, remark.wrong) for remark in found.remarks] == [
        (7, "7 no-break spaces of this paragraph are taken for spaces")
    ]


@pytest.mark.parametrize(
    "words",
    [
        f"5{NO_BREAK}%",
        "a b c d e".replace(" ", NO_BREAK),
        "«~Oui~», dit-il~; «~non~»".replace("~", NO_BREAK) + " à tous ceux qui sont venus là hier",
    ],
)
def test_no_break_spaces_that_were_typed_stay(statement: Write, words: str) -> None:
    found = read(statement(with_body(words)))
    assert found.body.children[0].plain == words
    assert found.remarks == ()


@pytest.mark.parametrize(
    ("entity", "code"),
    [
        ("&shy;", "00AD"),
        ("&ZeroWidthSpace;", "200B"),
        ("&#8203;", "200B"),
        ("&#xFEFF;", "FEFF"),
        ("&#x2028;", "2028"),
        ("&NewLine;", "000A"),
        ("&#13;", "000D"),
        ("&#0;", "0000"),
        ("&#128;", "0080"),
        ("&#xD800;", "D800"),
        ("&#9999999;", "FFFD"),
    ],
)
@pytest.mark.parametrize("place", ["One{}two.", "![a{}b](p.png)", "[a](https://example.org/{})"])
def test_an_entity_of_what_is_no_text_is_refused(
    refusal: Refusal, place: str, entity: str, code: str
) -> None:
    first, *_ = refusal(with_body(f"Words.\n\n{place.format(entity)}"))[-1:]
    assert first == (
        f"7: text: {entity} stands for a character that is not printed (U+{code}); "
        f"delete it, or write \\{entity} to print it so"
    )


@pytest.mark.parametrize("text", ["\\&shy;", "&amp;shy;", "&copy;", "&#8201;", "&shy", "&nosuch;"])
def test_other_entities_are_none_of_these(refusal: Refusal, text: str) -> None:
    assert refusal(with_body(f"Words {text}.")) == []


@pytest.mark.parametrize("code", ["00ad", "200b", "feff", "2028", "2029", "0007"])
def test_a_value_that_escapes_what_is_no_text_is_refused(refusal: Refusal, code: str) -> None:
    assert refusal(with_front(f'title: A\nplace: "a\\u{code}b"')) == [
        f"3: place: the character U+{code.upper()} cannot be printed; "
        "delete it, or type again what stood there"
    ]


@pytest.mark.parametrize(
    ("body", "line", "code", "bullet"),
    [
        ("\uf0b7 Repair", 5, "F0B7", True),
        ("One\n  \uf0a7\tRepair", 6, "F0A7", True),
        ("> \uf0b7 Repair", 5, "F0B7", True),
        ("One \uf0e0 two", 5, "F0E0", False),
        ("## Costs \uf000", 5, "F000", False),
        ("- \uf0ff", 5, "F0FF", False),
    ],
)
def test_a_sign_of_the_font_of_a_word_processor_is_refused(
    refusal: Refusal, body: str, line: int, code: str, bullet: bool
) -> None:
    sign, bullets = "a sign of a word processor's font", "a bullet of a word processor"
    instead = "write a hyphen and a space" if bullet else "type the character itself"
    wrong = f"U+{code} is {bullets if bullet else sign}"
    assert refusal(with_body(body)) == [f"{line}: text: {wrong}; {instead}"]


def test_each_line_with_such_a_sign_is_told(refusal: Refusal) -> None:
    messages = refusal(
        with_body("\uf0b7 One\n\uf0b7 Two \uf0b7").replace("title: ", "title: \uf0e0")
    )
    assert [message.partition(" is ")[0] for message in messages] == [
        "2: text: U+F0E0",
        "5: text: U+F0B7",
        "6: text: U+F0B7",
        "6: text: U+F0B7",
    ]
