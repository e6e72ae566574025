"""YAML as authors meet it: what is refused, in words that help."""

from __future__ import annotations

import random
import re
from typing import TYPE_CHECKING

import pytest

from tests.samples import with_front

if TYPE_CHECKING:
    from tests.conftest import Refusal

SIGN = "it begins with a character that YAML reserves; put it in quotes"
UNCLOSED = "a quotation mark is opened and not closed; close it"
COLON = "it contains a colon followed by a space; put it in quotes"
BRACKET = "it begins with a bracket, which YAML reserves; put it in quotes"
CUT = "would be cut off, since a # begins a comment; put it in quotes:"
ANCHOR = "YAML anchors (& and *) are not used here; repeat it"
COMMA = "a comma is missing before"
SPACE = "a space is missing after the colon"
INDENTED = (
    "it is indented differently from the lines that it belongs to; "
    "give them all the same number of spaces"
)
TWICE = "the key is given twice, first on line"

#: What is wrong with the YAML itself: the text and the message that must be among those given.
FAULTS = {
    "a colon in an unquoted title is to be quoted": (
        "title: Peace: a statement",
        f"2: title: {COLON}: title: '…'",
    ),
    "a colon in an issuer's name is to be quoted": (
        "title: A\nissuers:\n  - name: Peace: a group",
        f"4: issuers.1.name: {COLON}: name: '…'",
    ),
    "a title that a number sign cuts is to be quoted": (
        "title: Decision #5 of the Council",
        f"2: title: “#5 of the Council” {CUT} title: '…'",
    ),
    "a title that begins with a number sign is to be quoted": (
        "title: #5's lights",
        f'2: title: “#5\'s lights” {CUT} title: "…"',
    ),
    "a point of a list that a number sign cuts is to be quoted": (
        "title: A\nkeywords:\n  - b #c  \n",
        f"4: keywords.1: “#c” {CUT} '…'",
    ),
    "a double quotation mark that is not closed is reported": (
        'title: "A',
        f"2: title: {UNCLOSED}",
    ),
    "a single quotation mark that is not closed is reported": (
        "title: 'A",
        f"2: title: {UNCLOSED}",
    ),
    "an at sign at the beginning is to be quoted": ("title: @A", f"2: title: {SIGN}"),
    "a backtick at the beginning is to be quoted": ("title: A\nplace: `B`", f"3: place: {SIGN}"),
    "an ampersand before a space is to be quoted": ("title: & A", f"2: title: {SIGN}"),
    "a bar before a space is to be quoted": ("title: A\nplace: | B", f"3: place: {SIGN}"),
    "a greater-than sign before words is to be quoted": ("title: > A", f"2: title: {SIGN}"),
    "a question mark before a space is to be quoted": ("title: ? A", f"2: title: {SIGN}"),
    "a percent sign at the beginning is to be quoted": ("title: %A", f"2: title: {SIGN}"),
    "a list is not a list of keys": (
        "- a\n- b",
        "2: front matter: it is not a list of keys; write `title: …` and so on",
    ),
    "a text is not a list of keys": (
        "title A",
        "2: front matter: it is not a list of keys; write `title: …` and so on",
    ),
    "a key without its space is told on its own line": (
        "title: A\nkind:press release\nissued: 2026-03-12",
        f"3: kind: {SPACE}; write kind: press release",
    ),
    "an issuer's key without its space is told on its own line": (
        "title: A\nissuers:\n  - name:Ada\n    office: B",
        f"4: issuers.1.name: {SPACE}; write name: Ada",
    ),
    "a key without its colon is told on its own line": (
        "title A and B\nkind: C",
        "2: title: a colon is missing after the key; write title: A and B",
    ),
    "an issuer's key without its colon is told on its own line": (
        "title: A\nissuers:\n  - name Ada Holm\n    office: B",
        "4: issuers.1.name: a colon is missing after the key; write name: Ada Holm",
    ),
    "a value that goes on is no key": (
        "title: A\n  and so on\n kind: B",
        "4: kind: it is indented differently from the lines that it belongs to; "
        "give them all the same number of spaces",
    ),
    "a wide colon is mended": ("title： A\nkind: B", f"2: title: {SPACE}; write title: A"),
    "a space that does not break is none after a colon": (
        "title:\u00a0Lights\nkind: B",
        f"2: title: {SPACE}; write title: Lights",
    ),
    "a space is missing after a key and another colon follows": (
        "title:Peace: now",
        f"2: title:Peace: {SPACE}; write title: …",
    ),
    "curly quotes do not make a colon text": (
        "title: “Peace: a statement”",
        "2: title: it contains a colon followed by a space, which curly quotes do not allow; "
        "put it in straight quotes: title: '…'",
    ),
    "a colon beside an apostrophe is put in double quotes": (
        "title: The Queen's speech: a summary",
        f'2: title: {COLON}: title: "…"',
    ),
    "an apostrophe ends single quotes": (
        "title: 'The Queen's speech'",
        '2: title: its quotes end before it does; use double quotes around it: "…"',
    ),
    "words after double quotes are not in them": (
        'title: "A" and B',
        "2: title: its quotes end before it does; use single quotes around it: '…'",
    ),
    "a quote is told where it begins": ("title: 'A\nkind: B", f"2: title: {UNCLOSED}"),
    "a bracket is told where it begins": (
        "title: A\nkeywords: [sea, light\nkind: B",
        "3: keywords: a bracket is opened and not closed; add a ] at its end",
    ),
    "a key within brackets is told without them": (
        "title: A\nissuers:\n  - {country: B\nkind: C",
        "4: issuers.1: a bracket is opened and not closed; add a } at its end",
    ),
    "a key with an equals sign is told on its own line": (
        "title: A\nkind = B\nplace: C",
        "3: kind: a colon is missing after the key; write kind: B",
    ),
    "a key with a hyphen is told without it": (
        "title: A\nkind - B",
        "3: kind: a colon is missing after the key; write kind: B",
    ),
    "a key with a semicolon is told on its own line": (
        "title; A\nkind: B",
        "2: title: a colon is missing after the key; write title: A",
    ),
    "a key with stress is told without it": (
        "title: A\n**kind:** B",
        "3: kind: ** stands around the key; write kind: B",
    ),
    "a key with a space of another kind is told without it": (
        "title: A\n\u00a0kind: B",
        "3: kind: a space that is no plain one (U+00A0) stands in the key; write kind: …",
    ),
    "a title that begins with a bracket is to be quoted": (
        "title: [Draft] A",
        f'2: title: {BRACKET}: title: "[Draft] A"',
    ),
    "an event that begins with a curly bracket is to be quoted": (
        'title: A\nevent: {Draft} "B"',
        f"3: event: {BRACKET}: event: '{{Draft}} \"B\"'",
    ),
    "a point that begins with a bracket is to be quoted": (
        "title: A\nkeywords:\n  - [a] b",
        f'4: keywords.1: {BRACKET}: "[a] b"',
    ),
    "words after the bracket of a list belong in it": (
        "title: A\nkeywords: [a] b",
        "3: keywords: words stand after its bracket; write them in the bracket, or delete them",
    ),
    "a point beside the key of its list is told its place": (
        "title: A\nissuers: - B",
        "3: issuers: the first point of its list stands on the line of the key; write each point "
        "on a line of its own, after a hyphen and a space",
    ),
    "a hyphen before a text is to be quoted": ("title: A\nplace: - B", f"3: place: {SIGN}"),
    "a number that a number sign cuts off is to be quoted": (
        "title: A\nevent: Meeting # 5",
        f"3: event: “# 5” {CUT} event: '…'",
    ),
    "the name of a zone is to be its hours": (
        "title: A\nissued: 2026-11-26 14:30 CET",
        "3: issued: '2026-11-26 14:30 CET' is not a date; write its zone as "
        "2026-11-26 14:30+01:00, hours and minutes ahead of UTC",
    ),
    "a line that is indented too far is told": (
        "title: A\nissuers:\n- name: B\n   office: C",
        f"5: office: {INDENTED}",
    ),
    "a line that is indented too little is told": (
        "title: A\nissuers:\n  - name: B\n office: C",
        f"5: office: {INDENTED}",
    ),
    "a bracket of the second issuer is told with its number": (
        "title: A\nissuers:\n  - name: B\n    country: C\n  - {country: B\nkind: C",
        "6: issuers.2: a bracket is opened and not closed; add a } at its end",
    ),
    "a bracket of a signatory is told with its place": (
        "title: A\nsignatures:\n  signatories:\n  # both\n  - {name: B}\n\n  - {name: C",
        "8: signatures.signatories.2: a bracket is opened and not closed; add a } at its end",
    ),
    "a quotation mark in a group is told with its place": (
        "title: A\nplace:\n  language: fr\n  text: 'B",
        f"5: place.text: {UNCLOSED}",
    ),
    "a comma that is missing between two keys is told": (
        "title: A\nplace: {text: Genève language: fr}",
        f"3: place: {COMMA} language:; write place: {{text: Genève, language: fr}}",
    ),
    "a semicolon in place of a comma is told": (
        "title: A\nissuers:\n- {name: B; country: C}",
        f"4: issuers.1: {COMMA} country:; write - {{name: B, country: C}}",
    ),
    "a comma that is missing at the end of a line is told there": (
        "title: A\nplace: {text: Genève\n  language: fr}",
        f"3: place: {COMMA} language:; write one at the end of this line",
    ),
    "a colon in brackets is to be quoted": (
        "title: A\nplace: {text: The city: a name, language: fr}",
        "3: place: it contains a colon followed by a space; put its value in quotes: '…'",
    ),
    "a hyphen without its space is told among others": (
        "title: A\nkeywords:\n- sea\n-light\nkind: B",
        "5: keywords.2: a space is missing after the hyphen; write - light",
    ),
    "hyphens without their spaces are told each": (
        "title: A\nkeywords:\n-sea\n-light",
        "4: keywords.1: a space is missing after the hyphen; write - sea",
    ),
    "an issuer's hyphen without its space is told": (
        "title: A\nissuers:\n  - name: B\n  -name: C",
        "5: issuers.2: a space is missing after the hyphen; write - name: C",
    ),
    "an asterisk in place of a hyphen is told": (
        "title: A\nkeywords:\n  * sea\n  * light",
        "4: keywords.1: a point begins with a hyphen and not with *; write - sea",
    ),
    "a bullet in place of a hyphen is told": (
        "title: A\nissuers:\n  - name: B\n  • name: C",
        "5: issuers.2: a point begins with a hyphen and not with •; write - name: C",
    ),
    "a key given twice is reported with its first line": (
        "title: A\nkind: B\ntitle: C",
        f"4: title: {TWICE} 2; keep one of the two",
    ),
    "a contact given twice is told how both are kept": (
        "title: A\ncontact: B\ncontact: C",
        f"4: contact: {TWICE} 3; write both on one line, with a semicolon between them",
    ),
    "an issuer without a colon is told": (
        "title: A\nissuers:\n  - country Norland",
        "4: issuers.1: a colon is missing after the key; write country: Norland",
    ),
    "a title in stars is told": (
        "title: *Lights*",
        "2: title: the stars are no marks here, since values are not Markdown; leave out the stars",
    ),
    "dashes in place of the hyphens of two issuers are told": (
        "title: A\nissuers:\n  – country: B\n  – country: C",
        "4: issuers: a point begins with a hyphen and not with –; write - country: …",
    ),
    "a key given twice in an issuer is reported": (
        "title: A\nissuers:\n  - name: B\n    name: C",
        f"5: issuers.1.name: {TWICE} 4; keep one of the two",
    ),
    "an anchor is refused": ("title: &a A", f"2: title: {ANCHOR}"),
    "an alias is refused": ("title: A\nplace: &b B\nevent: *b", f"3: place: {ANCHOR}"),
    "a tag is refused": (
        "title: !important A",
        "2: title: the YAML tag !important is not used here; leave it out",
    ),
    "a tag of Python is refused": (
        "title: !!python/object/apply:os.system ['true']",
        "2: title: the YAML tag tag:yaml.org,2002:python/object/apply:os.system is not used here; "
        "leave it out",
    ),
    "a second YAML document is refused": (
        "title: A\n...\nkind: B",
        "4: kind: a line of dots or hyphens stands among the keys; delete the line above this one",
    ),
    "values nested deeper than 20 are refused": (
        "title: A\nissuers: " + "[" * 30 + "]" * 30,
        "3: issuers" + ".1" * 20 + ": nested deeper than 20; make it flatter",
    ),
}


@pytest.mark.parametrize(("front", "message"), FAULTS.values(), ids=list(FAULTS))
def test_yaml_is_refused(refusal: Refusal, front: str, message: str) -> None:
    assert message in refusal(with_front(front))


def test_each_key_without_its_space_is_told_and_the_rest_is_read(refusal: Refusal) -> None:
    front = "title:A\nkind: B\nplace:C\nurl: https://www.example.org\ntitel: D"
    assert refusal(with_front(front)) == [
        f"2: title: {SPACE}; write title: A",
        f"4: place: {SPACE}; write place: C",
        "6: titel: there is no such key; did you mean title?",
    ]


def test_each_line_that_is_no_key_is_told_and_the_rest_is_read(refusal: Refusal) -> None:
    front = "title = A\nsubtitle\nkind - B\nand so on\nplace: Rome,\n Italy\nurl: C"
    missing = "a colon is missing after the key; write"
    assert refusal(with_front(front)) == [
        f"2: title: {missing} title: A",
        f"3: subtitle: {missing} subtitle: …",
        f"4: kind: {missing} kind: B",
        "5: and so on: it is not a key with a colon; "
        "write `key: value`, or the line --- before the text",
        "8: url: C is not a web address; begin with https://, without spaces",
    ]


@pytest.mark.parametrize("value", ["[sea,\nlight]", '"sea\nlight"', "'sea\nlight'"])
def test_a_value_that_goes_on_in_the_next_line_is_no_key(refusal: Refusal, value: str) -> None:
    messages = refusal(with_front(f"title: A\nkeywords: {value}\nkind = B"))
    assert not any(message.startswith("4: light") for message in messages)
    assert "5: kind: a colon is missing after the key; write kind: B" in messages


def test_a_point_that_cannot_be_read_makes_its_list_no_other_value(refusal: Refusal) -> None:
    messages = refusal(with_front("title: A\nissuers:\n- name: B\n   office: C\nkind: D"))
    assert messages == [f"5: office: {INDENTED}"]


def test_a_colon_inside_a_value_needs_no_space(refusal: Refusal) -> None:
    front = "title: A\nissued: 2026-03-12 09:30\nplace: Strait:North\ncontact: |\n  tel:123"
    assert refusal(with_front(front)) == []


@pytest.mark.parametrize("value", ["b # c", "b#c", "'b' #c", "'#b'", "b\n  # c\n#d", ">\n  b #c"])
def test_a_comment_cuts_nothing_off(refusal: Refusal, value: str) -> None:
    assert refusal(with_front(f"title: A\nkind: {value}")) == []


@pytest.mark.parametrize("word", ["Null", "null", "NULL", "~"])
@pytest.mark.parametrize(
    ("front", "place", "or_else"),
    [
        ("place: {}", "place", ", or leave the key out"),
        ("keywords: [a, {}]", "keywords.2", ", or leave the item out"),
        ("place: {{text: {}}}", "place.text", ""),
    ],
)
def test_a_word_that_is_read_as_nothing_is_to_be_quoted(
    refusal: Refusal, front: str, place: str, or_else: str, word: str
) -> None:
    front = f"title: A\n{front.format(word)}"
    instead = f"put it in quotes: '{word}'{or_else}"
    wanted = f"3: {place}: {word} is read by YAML as nothing; {instead}"
    assert refusal(with_front(front)) == [wanted]
    assert refusal(with_front(front.replace(word, f"'{word}'"))) == []


def test_a_tab_before_a_key_is_reported(refusal: Refusal) -> None:
    message = refusal(with_front("title: A\n\tkind: B"))[-1]
    assert message.startswith("3: ")
    assert message.endswith(": the line begins with a tab; indent with spaces")


@pytest.mark.parametrize(
    "front", ["title: Peace: now", "title: A\nplace: 'B", "title: A\n\tkind: B"]
)
def test_a_syntax_error_hides_no_key(refusal: Refusal, front: str) -> None:
    assert len(refusal(with_front(front))) == 1


@pytest.mark.parametrize("value", ["&a A", "!tag A"])
def test_a_refused_value_is_reported_once(refusal: Refusal, value: str) -> None:
    assert len(refusal(with_front(f"title: {value}"))) == 1


def test_an_alias_is_reported_on_its_own_line(refusal: Refusal) -> None:
    messages = refusal(with_front("title: A\nplace: &b B\nevent: *b"))
    assert f"4: event: {ANCHOR}" in messages


def test_a_key_that_is_no_text_is_reported_in_plain_words(refusal: Refusal) -> None:
    assert "Node" not in " ".join(refusal(with_front("title: A\n? [b]\n: c")))


def test_a_key_given_twice_is_reported_with_its_place(refusal: Refusal) -> None:
    (message,) = refusal(with_front("title: A\nissuers:\n  - name: B\n    name: C"))
    assert message.startswith("5: issuers.1.name: ")


def test_a_tab_after_a_colon_does_not_begin_the_line(refusal: Refusal) -> None:
    assert "the line begins with a tab" not in " ".join(refusal(with_front("title:\tA")))


@pytest.mark.parametrize(
    ("escape", "code"),
    [(r"\x07", "0007"), (r"\0", "0000"), (r"\ud800", "D800"), (r"\uffff", "FFFF")],
)
def test_an_escaped_control_character_is_refused(refusal: Refusal, escape: str, code: str) -> None:
    (message,) = refusal(with_front(f'title: "A{escape}"'))
    assert message.startswith(f"2: title: the character U+{code} cannot be printed; ")


def test_all_faults_of_the_front_matter_are_told_in_one_run(refusal: Refusal) -> None:
    front = (
        "title: Peace: now\nissuers:\n  - name: A\n   country: B\nplace: 'C\nkind: D\n"
        "url: example.org\nissued: 12 May\ndate: 2026"
    )
    assert [message.split(": ")[:2] for message in refusal(with_front(front))] == [
        ["2", "title"],
        ["5", "country"],
        ["6", "place"],
        ["8", "url"],
        ["9", "issued"],
        ["10", "date"],
    ]


@pytest.mark.parametrize(
    ("key", "meant"),
    [
        ("date", "issued"),
        ("author", "issuers"),
        ("venue", "place"),
        ("lang", "language"),
        ("notes", "editors"),
    ],
)
def test_a_key_by_another_name_is_told_its_own(refusal: Refusal, key: str, meant: str) -> None:
    assert refusal(with_front(f"title: A\n{key}: B")) == [
        f"3: {key}: there is no such key; did you mean {meant}?"
    ]


def test_no_message_has_words_of_the_parser(refusal: Refusal) -> None:
    chance = random.Random(1)  # noqa: S311  # the same every time is the point
    good = "title: A\nissuers:\n  - name: B\n    country: 'C'\nkeywords: [d, \"e\"]\nplace: F"
    for _ in range(150):
        at = chance.randrange(len(good))
        mark = chance.choice("'\"[]{}:,-#&*!|>%@`?\t \n\\")
        said = " ".join(refusal(with_front(good[:at] + mark + good[at + chance.randrange(2) :])))
        assert not re.search(r"<|expected|found|token|scan|mapping|scalar|None|\(\?", said), said


@pytest.mark.parametrize(
    ("value", "lost"),
    [
        ("place: {text: Decision #5, language: en}", "#5, language: en}"),
        ("keywords: [a #1, b]", "#1, b]"),
        ("keywords: [#1, b]", "#1, b]"),
        ("keywords: [a, #1]\nkind: B\nplace: C", "#1]"),
        ("place: {text: #5}", "#5}"),
    ],
)
def test_a_number_sign_in_brackets_is_told_with_what_it_cuts_off(
    refusal: Refusal, value: str, lost: str
) -> None:
    (message,) = refusal(with_front(f"title: A\n{value}"))
    key = value.partition(":")[0]
    assert message == (
        f"3: {key}: “{lost}” would be cut off, since a # begins a comment; "
        "put the value in the bracket in quotes: '…'"
    )


def test_a_comment_wherever_it_stands_is_no_error(refusal: Refusal) -> None:
    front = "title: A\nkeywords:  # a\n\n  # b\n  - c  # d\nplace:\n# e\n  F  # g\n  # h\n"
    assert refusal(with_front(front)) == []


def test_an_anchor_given_twice_is_told_and_no_warning(refusal: Refusal) -> None:
    messages = refusal(with_front("title: &a A\nplace: &a B"))
    assert [message[:9] for message in messages] == ["2: title:", "3: place:"]
