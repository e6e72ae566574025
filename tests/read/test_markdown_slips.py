"""Links, notes and headings that are written nearly right are told once, with what was meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from communique.read.source import read
from tests.read.parsing import NOWHERE
from tests.samples import with_body

if TYPE_CHECKING:
    from tests.conftest import Refusal, Write


@pytest.mark.parametrize(
    ("address", "begun"),
    [
        ("press@example.org", "mailto:press@example.org"),
        ("+4512345678", "tel:+4512345678"),
        ("www.example.org/a", "https://www.example.org/a"),
        ("example.org", "https://example.org"),
        ("example.org/plans", "https://example.org/plans"),
    ],
)
def test_a_link_is_told_the_beginning_that_its_address_lacks(
    refusal: Refusal, address: str, begun: str
) -> None:
    message = f"5: link: {address} leads nowhere once the page is printed; write {begun}"
    assert refusal(with_body(f"[One]({address}).")) == [message]


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("+45 33 92 00 00", "+4533920000"),
        ("+44 (0)20-7946 0000", "+442079460000"),
        ("0045 33 92", "+453392"),
    ],
)
def test_a_link_to_a_telephone_number_with_spaces_is_told_how_it_is_written(
    refusal: Refusal, written: str, number: str
) -> None:
    (message,) = refusal(with_body(f"Call [us]({written}) now."))
    assert message.endswith(f"is not a whole link; write [us](tel:{number}), or \\] to print it")
    read_again = refusal(with_body(f"Call [us](tel:{number}) now."))
    assert read_again == []


@pytest.mark.parametrize(
    ("written", "right"),
    [
        ("mailto: ada@x.org", "mailto:ada@x.org"),
        ("mailto: ada@x.org?subject=Nine lights", "mailto:ada@x.org?subject=Nine%20lights"),
        ("tel:+45 33 92 00 00", "tel:+4533920000"),
        ("TEL: +44 (0)20 7946", "tel:+44207946"),
    ],
)
@pytest.mark.parametrize("link", ["[us]({})", "[us](<{}>)"])
def test_a_link_to_an_address_with_spaces_is_told_without_them(
    refusal: Refusal, link: str, written: str, right: str
) -> None:
    (message,) = refusal(with_body(f"Ask {link.format(written)} now."))
    assert right in message.partition("; write ")[2].partition(", or")[0]
    assert refusal(with_body(f"Ask [us]({right}) now.")) == []


@pytest.mark.parametrize("number", ["33920000", "33 92 00 00"])
def test_a_link_to_a_number_without_the_prefix_of_its_country_is_told(
    refusal: Refusal, number: str
) -> None:
    (message,) = refusal(with_body(f"Call [us]({number})."))
    assert "; write tel: and the number with the prefix of its country" in message


@pytest.mark.parametrize(
    ("text", "label", "note"),
    [
        ("One[1] two [1].\n\n[1]: Average", "1", "Average"),
        ("One.\n\n[a]: Schätzung.", "a", "Schätzung."),
        ("One.\n\n[*]: Don't", "*", "Don't"),
    ],
)
def test_a_note_of_one_word_without_its_mark_is_told_as_a_note(
    refusal: Refusal, text: str, label: str, note: str
) -> None:
    assert refusal(with_body(text)) == [
        f"7: footnote: “[{label}]: {note}” is read as the address of a link; "
        f"write [^{label}] where it belongs and [^{label}]: … here for a note"
    ]


def test_a_file_that_a_number_stands_for_is_told_as_an_address(refusal: Refusal) -> None:
    assert refusal(with_body("One [1].\n\n[1]: two.md")) == [f"5: link: two.md {NOWHERE}"]


@pytest.mark.parametrize(
    ("text", "line", "written"),
    [
        ("#\n\nOne.", 5, "#"),
        ("##\n\nOne.", 5, "##"),
        ("One.\n\n###", 7, "###"),
        ("One.\n###", 6, "###"),
        ("One.\n# #", 6, "# #"),
        ("One.\n\n> ## ##", 7, "## ##"),
        ("- One.\n\n  ###", 7, "###"),
        ("One.\n\n# # #", 7, "# # #"),
        ("One.\n\n## * * *", 7, "## * * *"),
        ("One.\n\n### …", 7, "### …"),
        ("One.\n\n# + = ~", 7, "# + = ~"),
    ],
)
def test_number_signs_and_punctuation_alone_are_told_once(
    refusal: Refusal, text: str, line: int, written: str
) -> None:
    assert refusal(with_body(text)) == [
        f"{line}: heading: it has no words; write them, leave it out, "
        f"or write \\{written} to print it"
    ]
    assert refusal(with_body(text.replace(written, f"\\{written}"))) == []


@pytest.mark.parametrize("mark", ["_", "*", "**", "__"])
def test_an_address_with_stress_in_it_is_refused_since_it_would_be_another(
    refusal: Refusal, mark: str
) -> None:
    assert refusal(with_body(f"See\nhttps://example.org/{mark}a{mark}/b.")) == [
        f"6: link: the {mark} behind “https://example.org/” is not printed; "
        f"write the whole address between < and >, or \\{mark[0]} for each {mark[0]}"
    ]


@pytest.mark.parametrize("body", ["<https://example.org/_a_/b>", "*https://example.org/a_b_c*"])
def test_an_address_with_its_marks_has_none_of_stress(refusal: Refusal, body: str) -> None:
    assert refusal(with_body(body)) == []


@pytest.mark.parametrize(
    ("words", "raised"), [("10 m²[^1]", "m²"), ("10²[^1].", "10²"), ("CO₂, (x⁻¹⁰[^1])", "(x⁻¹⁰")]
)
def test_a_call_right_behind_a_raised_figure_has_a_remark(
    statement: Write, words: str, raised: str
) -> None:
    remarks = read(statement(with_body(f"One.\n\n{words}\n\n[^1]: Two."))).remarks
    assert [f"{each.line}: {each.key}: {each.wrong}; {each.instead}" for each in remarks] == [
        f"7: footnote: the call of the note behind {raised} reads as part of the raised figure; "
        "put it behind another word, or behind the stop"
    ]


@pytest.mark.parametrize("words", ["10 m².[^1]", "m² [^1]", "2026[^1]", "CO₂[^1]", "m[^1]²"])
def test_a_call_elsewhere_has_none(statement: Write, words: str) -> None:
    assert read(statement(with_body(f"{words}\n\n[^1]: Two."))).remarks == ()


@pytest.mark.parametrize(
    ("heading", "marks"),
    [("## Category #", "#"), ("## Level #####", "#####"), ("### A ##  ", "##")],
)
def test_number_signs_behind_a_heading_that_close_nothing_have_a_remark(
    statement: Write, heading: str, marks: str
) -> None:
    body = f"## One\n\nText.\n\n{heading}\n\nText." if heading[2] == "#" else heading
    (remark,) = read(statement(with_body(body))).remarks
    assert remark.wrong == f"the {marks} at its end is not printed"
    assert remark.instead == f"delete it, or write \\{marks} to print it"


@pytest.mark.parametrize("heading", ["## A ##", "## A \\#", "## A#", "## C#"])
def test_number_signs_that_close_a_heading_or_are_printed_have_none(
    statement: Write, heading: str
) -> None:
    assert read(statement(with_body(heading))).remarks == ()


def test_a_heading_without_its_space_may_be_an_end(refusal: Refusal) -> None:
    (message,) = refusal(with_body("###ENDS###"))
    assert message.endswith("write ### ENDS for a heading, or \\###ENDS### to print it")
    assert refusal(with_body("\\###ENDS###")) == []


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ("#Background", ["“#Background” is printed with its #"]),
        ("#What will be done", ["“#What will be done” is printed with its #"]),
        ("#GreyStrait", []),
        ("#lights", []),
        ("#Lights are what they ask for.", []),
        ("#One #two", []),
        ("\\#Background", []),
        ("- ENDS -", ["“- ENDS -” is printed as a point"]),
        ("> * ENDS *", ["“* ENDS *” is printed as a point"]),
        ("\\- ENDS -", []),
        ("- one -\n- two -", []),
        ("- pre- and post-", []),
    ],
)
def test_a_mark_around_words_of_their_own_has_a_remark(
    statement: Write, body: str, told: list[str]
) -> None:
    assert [each.wrong for each in read(statement(with_body(body))).remarks] == told


@pytest.mark.parametrize(
    "written",
    [
        "[1]: Mean of 2025.",
        "[1] Mean of 2025.",
        "[^1] Mean of 2025.",
        "[^ 1]: Mean of 2025.",
        "^1: Mean of 2025.",
        "1: Mean of 2025.",
        "> [1]: Mean of 2025.",
    ],
)
def test_what_was_meant_as_a_note_is_told_where_the_note_is_called(
    refusal: Refusal, written: str
) -> None:
    wrong = f"“{written}” is not the note [^1], which is called"
    instead = "begin it with [^1]: and a space, as a paragraph of its own"
    assert refusal(with_body(f"One[^1].\n\n{written}")) == [f"7: footnote: {wrong}; {instead}"]
    assert refusal(with_body("One[^1].\n\n[^1]: Mean of 2025.")) == []


def test_a_note_of_one_word_is_told_once_where_it_is_called(refusal: Refusal) -> None:
    wrong = "“[1]: Average” is not the note [^1], which is called"
    instead = "begin it with [^1]: and a space, as a paragraph of its own"
    assert refusal(with_body("One[^1].\n\n[1]: Average")) == [f"7: footnote: {wrong}; {instead}"]


def test_a_note_within_a_comment_is_told_with_the_comment(refusal: Refusal) -> None:
    found = refusal(with_body("One[^1].\n\n<!-- two\n\n[^1]: Mean of 2025."))
    assert [each[:8] for each in found] == ["7: text:"]


def test_each_line_of_two_notes_is_told(refusal: Refusal) -> None:
    found = refusal(with_body("One[^1] two[^2].\n\n[1]: Average.\n[2]: Another one."))
    assert [each[:2] for each in found] == ["7:", "8:"]


def test_words_that_begin_with_a_call_are_no_note(refusal: Refusal) -> None:
    wrong = "the note [^1] is called but has no text"
    expected = [f"5: footnote: {wrong}; add a paragraph `[^1]: …`"]
    assert refusal(with_body("[^1] is called here.")) == expected


@pytest.mark.parametrize("written", ["lang=fr", 'lang="fr"', "lang:fr", " lang='fr' "])
def test_a_language_in_the_place_of_an_address_is_told(refusal: Refusal, written: str) -> None:
    (message,) = refusal(with_body(f"A [mot]({written})."))
    assert message.startswith("5: link: the language of [mot](lang")
    assert message.endswith(") stands in the place of an address; write [mot]{lang=fr}")
    assert refusal(with_body("A [mot]{lang=fr}.")) == []
