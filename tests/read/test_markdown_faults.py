"""What a text may not have, each with its line and what to write instead."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from communique.read import markdown
from tests.read.parsing import NOWHERE
from tests.samples import with_body

if TYPE_CHECKING:
    from tests.conftest import Refusal


HTML = "or write \\< for the character itself"
COMMENT = "every reader could open this comment, since the file is attached"
DEEP = "text: it is nested deeper than 20; write it with fewer levels"
CELLS = "give both the same number, and write \\| for a bar inside a cell"
FAULTS: dict[str, tuple[str, list[str]]] = {
    "an HTML element in a line is refused": (
        "One.\n\nTwo\nand <br> three.",
        [f"8: text: raw HTML is not used here: <br>; end the line with \\, {HTML}"],
    ),
    "an HTML comment in a line is refused": (
        "One <!-- two --> three.",
        [f"5: text: {COMMENT}: <!-- two -->; leave it out, {HTML}"],
    ),
    "an HTML block is refused": (
        "One.\n\n<div>\ntwo\n</div>",
        [f"7: text: raw HTML is not used here: <div>; leave it out, and </div>, {HTML}"],
    ),
    "an HTML comment before the text is refused": (
        "<!-- draft -->\n\nOne.",
        [f"5: text: {COMMENT}: <!-- draft -->; leave it out, {HTML}"],
    ),
    "a long HTML element is shown in part": (
        f'One <a title="{"x" * 50}"> two.',
        [
            f'5: text: raw HTML is not used here: <a title="{"x" * 30}; '
            f"write [words](address), {HTML}",
        ],
    ),
    "HTML on a line of its own is shown without the spaces before it": (
        "One.\n\n  <div>",
        [f"7: text: raw HTML is not used here: <div>; leave it out, {HTML}"],
    ),
    "HTML after a line end is on its own line": (
        "One\ntwo\\\nthree\n*four\nfive* <br>",
        [f"9: text: raw HTML is not used here: <br>; end the line with \\, {HTML}"],
    ),
    "a word without an end is reported": (
        f"One.\n\nTwo {'x' * 1000}.",
        [
            f"7: text: {'x' * 20}… goes on for 1001 characters without a space; "
            "write it with spaces",
        ],
    ),
    "a link of nothing but a space is reported": (
        "One [&nbsp;](https://example.org)",
        ["5: link: the link to https://example.org has no words; write them"],
    ),
    "HTML between backticks is HTML": (
        "```\n<b>\n```",
        [f"6: text: raw HTML is not used here: <b>; write **words**, {HTML}"],
    ),
    "a heading of level 1 is the title's": (
        "# One\n\nTwo.",
        ["5: heading: the title is the only heading of level 1; begin with ##"],
    ),
    "a level skipped after the title is reported": (
        "### One\n\nTwo.",
        ["5: heading: ### follows the title: a level is skipped; write ##"],
    ),
    "a level skipped below a heading is reported": (
        "## One\n\n### Two\n\n## Three\n\n#### Four\n\nFive.",
        ["11: heading: #### follows ##: a level is skipped; write ###"],
    ),
    "a level skipped inside a quote is reported": (
        "## One\n\n> #### Two",
        ["7: heading: #### follows ##: a level is skipped; write ###"],
    ),
    "a heading without words is reported": (
        "##\n\nOne.",
        ["5: heading: it has no words; write them, leave it out, or write \\## to print it"],
    ),
    "a heading of a space that is written as such has no words": (
        "## &nbsp;\n\nOne.",
        ["5: heading: it has no words; write them, or leave it out"],
    ),
    "a heading of a link without words is reported": (
        "## [](https://example.org)\n\nOne.",
        [
            "5: heading: it has no words; write them, or leave it out",
            "5: link: the link to https://example.org has no words; write them",
        ],
    ),
    "a call without a note is reported": (
        "One.\n\nTwo[^a]\nthree[^b].",
        [
            "7: footnote: the note [^a] is called but has no text; add a paragraph `[^a]: …`",
            "8: footnote: the note [^b] is called but has no text; add a paragraph `[^b]: …`",
        ],
    ),
    "a note without a call is reported": (
        "One.\n\n[^a]: Two.",
        ["7: footnote: the note [^a] is never called; write [^a] where it belongs"],
    ),
    "a note without text is reported": (
        "One[^a].\n\n[^a]:",
        ["7: footnote: the note [^a] has no text; write it after the colon"],
    ),
    "a note written twice is reported": (
        "One[^a].\n\n[^a]: Two.\n\n[^a]: Three.",
        [
            "9: footnote: the note [^a] is written twice, first on line 7; "
            "give one of the two another label"
        ],
    ),
    "a note called inside a note is reported": (
        "One[^a].\n\n[^a]: Two[^b].\n\n[^b]: Three.",
        ["7: footnote: the note [^b] is called inside a note; call it in the text"],
    ),
    "a note that holds a table is reported": (
        "One[^a].\n\n[^a]: Two.\n\n    - Three\n\n      | a | b |\n      |---|---|",
        [
            "7: footnote: the note [^a] holds more than paragraphs and lists; "
            "write the rest in the text"
        ],
    ),
    "a note that begins with a list is reported": (
        "One[^a].\n\n[^a]:\n    - Three",
        ["7: footnote: the note [^a] begins with a list; write words before its first point"],
    ),
    "a point without words is reported": (
        "- One\n-\n- Three",
        ["6: list: this point has no words; write them, or leave it out"],
    ),
    "a row with too many cells is reported": (
        "| A | B |\n|---|---|\n| a | b |\n| a | b | c |",
        [f"8: table: this row has 3 cells and the head has 2; {CELLS}"],
    ),
    "a row with too many cells and no bars outside is reported": (
        "A | B\n---|---\na | b | c",
        [f"7: table: this row has 3 cells and the head has 2; {CELLS}"],
    ),
    "a row with too many cells in a quote is reported": (
        "> | A |\n> |---|\n> | a | b |",
        [f"7: table: this row has 2 cells and the head has 1; {CELLS}"],
    ),
    "an address that nobody uses is reported": (
        "One.\n\n[two]: https://example.org",
        [
            "7: link: the address of [two] is defined but never used; "
            "use it, or write \\[ for the character itself"
        ],
    ),
    "an address defined twice is reported": (
        "[One].\n\n[one]: https://example.org\n[one]: https://example.net",
        ["8: link: the address is defined twice; keep one of the two"],
    ),
    "a link's title is reported since it is not printed": (
        'One [two](https://example.org "three").',
        ["5: link: a link's title is not printed: three; leave it out, or write it in the text"],
    ),
    "a link to a neighbouring file is reported": (
        "One\n[two](three.md).",
        [f"6: link: three.md {NOWHERE}"],
    ),
    "a link to a path is reported": ("[One](/two).", [f"5: link: /two {NOWHERE}"]),
    "a link without a scheme is reported": (
        "[One](//example.org).",
        [f"5: link: //example.org {NOWHERE}"],
    ),
    "a link by another scheme is reported": (
        "[One](ftp://example.org).",
        [f"5: link: ftp://example.org {NOWHERE}"],
    ),
    "a link without an address is reported": (
        "[One]().",
        [f"5: link: an empty address {NOWHERE}"],
    ),
    "a link to a heading that is not there is reported": (
        "## One\n\n[Two](#two).",
        ["7: link: there is no heading #two; write the heading's words, joined by hyphens"],
    ),
    "quotes nested deeper than 20 are refused": ("> " * 21 + "One.", [f"5: {DEEP}"]),
    "lists nested deeper than 20 are refused": ("One.\n\n" + "- " * 21 + "two", [f"7: {DEEP}"]),
    "numbered lists nested deeper than 20 are refused": ("1. " * 21 + "one", [f"5: {DEEP}"]),
    "emphasis nested deeper than 20 is refused": (
        "One.\n\n" + "*a **b " * 11 + "c" + "** d*" * 11,
        [f"7: {DEEP}"],
    ),
    "lists far deeper than the parser goes are refused": ("- " * 200 + "one", [f"5: {DEEP}"]),
}


@pytest.mark.parametrize(("body", "messages"), FAULTS.values(), ids=list(FAULTS))
def test_text_is_refused(refusal: Refusal, body: str, messages: list[str]) -> None:
    assert refusal(with_body(body)) == messages


ACCEPTED = {
    "20 quotes inside one another": "> " * 20 + "One.",
    "lists and quotes one after another": "- one\n\n> two\n\n1. three\n\n" * 21,
    "20 lists inside one another": "- " * 20 + "one",
    "the signs of HTML, escaped or alone": "1 < 2, \\<b> and &lt;b>, a <b",
    "headings that go up again": "## One\n\n### Two\n\n#### Three\n\n## Four\n\n### Five\n\nSix.",
    "a note called twice": "One[^a] two[^a].\n\n[^a]: Three.",
    "a note before its call": "[^a]: Two.\n\nOne[^a].",
    "a note of two paragraphs": "One[^a].\n\n[^a]: Two.\n\n    Three.",
    "a row with fewer cells": "| A | B |\n|---|---|\n| a |",
    "a bar inside a cell": "| A | B |\n|---|---|\n| a \\| b | c |",
    "links by the schemes that print": (
        "[a](https://example.org) [b](http://example.org) [c](mailto:a@example.org) "
        "[d](tel:+45123) <https://example.org> <a@example.org>"
    ),
    "a link in capitals": "[a](HTTPS://EXAMPLE.ORG)",
    "a link by reference": "[One][a] and [a].\n\n[a]: https://example.org",
    "links to headings": "## One two\n\n## One two\n\n[a](#one-two) [b](#one-two-2)",
    "a word of nearly a thousand characters": "x" * 999,
    "brackets that are no link": "[sic] and [^ and [x] y",
}


@pytest.mark.parametrize("body", ACCEPTED.values(), ids=list(ACCEPTED))
def test_text_is_accepted(refusal: Refusal, body: str) -> None:
    assert refusal(with_body(body)) == []


@pytest.mark.parametrize("target", ["anlage", "anlge-1"])
def test_a_link_that_is_nearly_right_is_told_the_heading_that_was_meant(
    refusal: Refusal, target: str
) -> None:
    (message,) = refusal(with_body(f"Siehe [Anlage](#{target}).\n\n## Anlage 1\n\nEins."))
    assert message == f"5: link: there is no heading #{target}; did you mean #anlage-1?"


@pytest.mark.parametrize(
    ("text", "parts"),
    [("- a\n" * 4, 9), ("|a|b|\n|-|-|\n|c|d|\n", 9), ("*a* [b](http://c.org)", 3)],
)
def test_a_text_of_too_many_parts_is_told_so_at_once(
    refusal: Refusal, monkeypatch: pytest.MonkeyPatch, text: str, parts: int
) -> None:
    monkeypatch.setattr(markdown, "MOST_PARTS", parts)
    assert refusal(with_body(text)) == []
    monkeypatch.setattr(markdown, "MOST_PARTS", parts - 1)
    wrong = f"it has {parts} parts (paragraphs, points, cells, links …), more than {parts - 1}"
    assert refusal(with_body(text)) == [f"4: text: {wrong}; split it into several statements"]
