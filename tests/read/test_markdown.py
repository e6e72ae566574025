"""The text: what each mark means, and every way in which words could get lost."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from communique.model.faults import Faults
from communique.read import markdown
from tests.samples import png, with_body

if TYPE_CHECKING:
    from communique.model.body import Body
    from tests.conftest import Refusal

HTML = "leave it out, or write \\< for the character itself"
DEEP = "text: it is nested deeper than 20; write it with fewer levels"
NOWHERE = "leads nowhere once the page is printed; give an https:// or mailto: address"
CELLS = "give both the same number, and write \\| for a bar inside a cell"

FAULTS: dict[str, tuple[str, list[str]]] = {
    "an HTML element in a line is refused": (
        "One.\n\nTwo\nand <br> three.",
        [f"8: text: raw HTML is not used here: <br>; {HTML}"],
    ),
    "an HTML comment in a line is refused": (
        "One <!-- two --> three.",
        [f"5: text: raw HTML is not used here: <!-- two -->; {HTML}"],
    ),
    "an HTML block is refused": (
        "One.\n\n<div>\ntwo\n</div>",
        [f"7: text: raw HTML is not used here: <div>; {HTML}"],
    ),
    "an HTML comment before the text is refused": (
        "<!-- draft -->\n\nOne.",
        [f"5: text: raw HTML is not used here: <!-- draft -->; {HTML}"],
    ),
    "a long HTML element is shown in part": (
        f'One <a title="{"x" * 50}"> two.',
        [f'5: text: raw HTML is not used here: <a title="{"x" * 30}; {HTML}'],
    ),
    "HTML on a line of its own is shown without the spaces before it": (
        "One.\n\n  <div>",
        [f"7: text: raw HTML is not used here: <div>; {HTML}"],
    ),
    "HTML after a line end is on its own line": (
        "One\ntwo\\\nthree\n*four\nfive* <br>",
        [f"9: text: raw HTML is not used here: <br>; {HTML}"],
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
        [f"6: text: raw HTML is not used here: <b>; {HTML}"],
    ),
    "a heading of level 1 is the title's": (
        "# One\n\nTwo.",
        ["5: heading: the title is the only heading of level 1; begin with ##"],
    ),
    "an underlined heading of level 1 is the title's": (
        "One\n===\n\nTwo.",
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
    "a note that holds a list is reported": (
        "One[^a].\n\n[^a]: Two.\n\n    - Three",
        [
            "7: footnote: the note [^a] holds more than paragraphs; "
            "write it as one or more paragraphs"
        ],
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


# What becomes of the marks


def test_blocks_keep_their_kinds_and_lines() -> None:
    body = parsed(
        "## A\n\nB\n\n- C\n\n1. D\n\n> E\n\n| F |\n|---|\n| G |\n\n---\n\n![H](h.png 'I')\n"
    )
    assert [(node.kind, node.line) for node in body.children] == [
        ("heading", 1),
        ("paragraph", 3),
        ("list", 5),
        ("list", 7),
        ("quote", 9),
        ("table", 11),
        ("rule", 15),
        ("figure", 17),
    ]
    figure = body.children[-1]
    assert (figure.text, figure.target, figure.children[0].plain) == ("H", "h.png", "I")


def test_inline_marks_keep_their_kinds() -> None:
    (paragraph,) = parsed("*a* **b** [c](https://example.org) ![d](d.png) e\\\nf").children
    kinds = [node.kind for node in paragraph.children if node.kind != "text"]
    assert kinds == ["emphasis", "strong", "link", "image", "break"]
    assert paragraph.plain == "a b c  e f"


@pytest.mark.parametrize("text", ["`a`", "~~a~~", "^[a]", "1986\\. A", "\\*a\\*"])
def test_other_marks_are_text(text: str) -> None:
    assert plain(text) == text.replace("\\", "")


def test_indented_and_fenced_text_is_text_like_any_other() -> None:
    assert plain("    a") == "a"
    assert plain("```\na\n```") == "``` a ```"


def test_entities_are_the_characters_they_name() -> None:
    assert plain("&copy; &auml; &#167; &nbsp;&foo;") == "© ä § \u00a0&foo;"


def test_a_line_end_is_a_space_but_not_between_chinese_characters() -> None:
    assert plain("one\ntwo") == "one two"
    assert plain("量子\n技術") == "量子技術"
    assert plain("量子\ntwo") == "量子 two"


def test_a_space_between_two_marks_is_not_lost() -> None:
    (paragraph,) = parsed("*one* **two**").children
    assert [node.plain for node in paragraph.children] == ["one ", "two"]


def test_web_addresses_become_links_without_the_stop_after_them() -> None:
    (paragraph,) = parsed("See https://example.org/a?b=(c), or (https://example.net).").children
    links = [node for node in paragraph.walk() if node.kind == "link"]
    assert [link.target for link in links] == ["https://example.org/a?b=(c", "https://example.net"]
    assert paragraph.plain == "See https://example.org/a?b=(c), or (https://example.net)."


def test_the_words_of_a_link_make_no_second_link() -> None:
    (paragraph,) = parsed("[https://example.org](https://example.net)").children
    targets = [node.target for node in paragraph.walk() if node.kind == "link"]
    assert targets == ["https://example.net"]


def test_an_address_after_a_link_is_a_link_of_its_own() -> None:
    (paragraph,) = parsed("[One](https://example.org) and https://example.net").children
    targets = [node.target for node in paragraph.walk() if node.kind == "link"]
    assert targets == ["https://example.org", "https://example.net"]


def test_a_link_leads_to_a_heading_however_it_is_written_and_elsewhere_as_written() -> None:
    body = parsed("## Été\n\n[a](#%C3%A9t%C3%A9) [b](https://example.org/%C3%A9)")
    targets = [node.target for node in body.walk() if node.kind == "link"]
    assert targets == ["#été", "https://example.org/%C3%A9"]


def test_a_space_after_emphasis_inside_a_link_is_not_lost() -> None:
    (paragraph,) = parsed("[*one*](https://example.org) **two**").children
    link, strong = paragraph.children
    assert [link.plain, link.children[0].plain, strong.plain] == ["one ", "one ", "two"]


@pytest.mark.parametrize(
    ("source", "markers"),
    [
        ("- a\n- b", ["•", "•"]),
        ("1. a\n2. b", ["1.", "2."]),
        ("1. a\n1. b\n1. c", ["1.", "2.", "3."]),
        ("7. a\n7. b", ["7.", "8."]),
        ("3. a\n5. b", ["3.", "5."]),
        ("1) a\n2) b", ["1)", "2)"]),
        ("0. a\n1. b", ["0.", "1."]),
    ],
)
def test_points_keep_the_numbers_that_the_author_wrote(source: str, markers: list[str]) -> None:
    (points,) = parsed(source).children
    assert [item.marker for item in points.children] == markers


def test_notes_are_numbered_in_the_order_of_their_first_calls() -> None:
    body = parsed("One[^b] two[^a] three[^b].\n\n[^a]: A.\n\n[^b]: B.\n")
    calls = [(node.number, node.again) for node in body.walk() if node.kind == "call"]
    assert calls == [(1, False), (2, False), (1, True)]
    notes = [(note.number, note.line, note.children[0].plain) for note in body.notes]
    assert notes == [(1, 5, "B."), (2, 3, "A.")]


def test_headings_have_names_of_their_own() -> None:
    body = parsed("## One: two\n\n## One two\n\n## ***!***\n\n## Δύο\n")
    assert [node.anchor for node in body.headings] == ["one-two", "one-two-2", "section", "δύο"]


def test_columns_keep_their_side() -> None:
    (table,) = parsed("| A | B | C |\n|:--|--:|:-:|\n| a | b | c |").children
    assert [cell.align for cell in table.children[1].children] == ["left", "right", "center"]
    assert [row.head for row in table.children] == [True, False]


@pytest.mark.parametrize(
    ("cells", "side"),
    [
        (["1 303", "–", "81"], "right"),
        (["€1,200.50", "(3 %)", "−4 kr"], "right"),
        (["2025[^1]", ""], "right"),
        (["**٤١**", "٧"], "right"),
        (["41", "none"], ""),
        (["–", ""], ""),
        (["€2 million", "€3 million"], ""),
    ],
)
def test_a_column_of_figures_stands_on_the_right(cells: list[str], side: str) -> None:
    rows = "".join(f"| a | {cell} |\n" for cell in cells)
    table = parsed(f"x[^1]\n\n| A | B |\n|---|---|\n{rows}\n[^1]: Note.").children[1]
    assert [[cell.align for cell in row.children] for row in table.children] == [
        ["", side] for _ in table.children
    ]


def test_a_column_of_figures_stays_where_the_author_put_it() -> None:
    (table,) = parsed("| A | B |\n|:--|:-:|\n| 1 | 2 |").children
    assert [cell.align for cell in table.children[1].children] == ["left", "center"]


def test_numbers_stand_before_paragraphs_of_the_first_level_only() -> None:
    body = parsed("A\n\n## B\n\n- C\n\n> D\n\nE").numbered()
    markers = {node.plain: node.marker for node in body.walk() if node.kind == "paragraph"}
    assert markers == {"A": "1.", "C": "", "D": "", "E": "2."}


def test_a_picture_in_a_line_is_no_figure(refusal: Refusal, tmp_path: Path) -> None:
    (tmp_path / "a.png").write_bytes(png())
    assert refusal(with_body("![A](a.png) and words, ![B](a.png)")) == []
    assert refusal(with_body("Words, ![B](a.png 'C')")) == [
        "5: image: the title of a.png is printed only where the picture stands alone; "
        "leave it out, or give the picture a paragraph of its own"
    ]
    assert [node.kind for node in parsed("![A](a.png) B").children] == ["paragraph"]


def test_a_picture_says_all_that_its_author_wrote_for_those_who_cannot_see_it() -> None:
    (figure,) = parsed("![A *second*\nand [third](https://example.org)\\\nline](a.png)").children
    assert figure.text == "A second and third line"


def test_a_picture_may_be_a_link_and_have_its_address_apart(
    refusal: Refusal, tmp_path: Path
) -> None:
    (tmp_path / "a.png").write_bytes(png())
    assert refusal(with_body("One [![A](a.png)](https://example.org) two.")) == []
    assert refusal(with_body("![A][a]\n\n[a]: a.png")) == []


def parsed(source: str) -> Body:
    faults = Faults(Path("x.md"))
    body = markdown.parse(source, 1, faults)
    assert list(faults) == []
    return body


def plain(source: str) -> str:
    (paragraph,) = parsed(source).children
    assert paragraph.kind == "paragraph"
    return paragraph.plain


# What once got lost, or through


@pytest.mark.parametrize(
    ("body", "wrong"),
    [
        ("[One](javascript:alert(1)).", f"link: javascript:alert(1) {NOWHERE}"),
        ("[One](vbscript:two).", f"link: vbscript:two {NOWHERE}"),
        ("[One](data:text/html,two).", f"link: data:text/html,two {NOWHERE}"),
        ("<javascript:alert(1)>", f"link: javascript:alert(1) {NOWHERE}"),
        (
            "![One](file:///two.png)",
            "image: file:///two.png lies outside the statement's folder; "
            "put the picture beside the statement",
        ),
    ],
)
def test_a_dangerous_address_is_refused_and_not_printed(
    refusal: Refusal, body: str, wrong: str
) -> None:
    assert refusal(with_body(body)) == [f"5: {wrong}"]


@pytest.mark.parametrize("heading", ["Мир", "Δύο", "سلام", "Été"])
def test_a_link_leads_to_a_heading_in_any_script(refusal: Refusal, heading: str) -> None:
    assert refusal(with_body(f"## {heading}\n\n[One](#{heading.lower()})")) == []


def test_a_cell_too_many_after_an_empty_one_is_reported(refusal: Refusal) -> None:
    (message,) = refusal(with_body("| A | B |\n|---|---|\n|| a | lost |"))
    assert message.startswith("7: table: this row has 3 cells and the head has 2; ")


def test_a_table_may_stand_in_a_list(refusal: Refusal) -> None:
    assert refusal(with_body("- | A | B |\n  |---|---|\n  | a | b |")) == []


@pytest.mark.parametrize("body", ["[](https://example.org)", "---", "\u200b", "&nbsp;", "| |\n|-|"])
def test_a_text_without_words_is_refused(refusal: Refusal, body: str) -> None:
    assert "4: text: it is empty; write the statement here" in refusal(with_body(body))


def test_a_link_without_words_is_refused(refusal: Refusal) -> None:
    assert refusal(with_body("One [](https://example.org) two.")) == [
        "5: link: the link to https://example.org has no words; write them"
    ]


def test_a_text_of_html_is_not_called_empty_too(refusal: Refusal) -> None:
    assert len(refusal(with_body("<div>\none\n</div>"))) == 1


@pytest.mark.parametrize("address", ["https://example.org/a%20b", "https://example.org/%C3%A9"])
def test_an_address_in_angle_brackets_is_printed_as_written(address: str) -> None:
    assert plain(f"See <{address}>.") == f"See {address}."


@pytest.mark.parametrize("spaces", range(9))
@pytest.mark.parametrize("marker", ["-", "*", "1."])
def test_points_are_points_however_far_they_are_indented(spaces: int, marker: str) -> None:
    text = "\n".join(f"{' ' * spaces}{marker} {word}" for word in ("one", "two", "three"))
    faults = Faults(Path("a.md"))
    body = markdown.parse(f"Text:\n\n{text}\n\nMore.\n", 1, faults)
    assert [node.kind for node in body.children] == ["paragraph", "list", "paragraph"]
    assert [item.plain for item in body.children[1].children] == ["one", "two", "three"]


def test_points_below_a_point_stay_there() -> None:
    body = markdown.parse("- a\n  - b\n    - c\n    - d\n- e\n", 1, Faults(Path("a.md")))
    (top,) = body.children
    assert [len(item.children) for item in top.children] == [2, 1]
    assert len(top.children[0].children[1].children[0].children[1].children) == 2


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("我们，\n讨论", "我们，讨论"),
        ("日本\nEnglish", "日本 English"),
        ("one\ntwo", "one two"),
        ("한국\n말", "한국 말"),
        ("*量子*\n技術", "量子技術"),
        ("量子\n**技術**", "量子技術"),
        ("量a\n技術", "量a 技術"),
        ("量子\na術", "量子 a術"),
        ("[\n量子\n](https://example.org)技術", " 量子 技術"),
        ("量子\\\n*技術*", "量子 技術"),
    ],
)
def test_a_line_end_is_a_blank_but_not_between_chinese_characters(text: str, words: str) -> None:
    (paragraph,) = markdown.parse(text, 1, Faults(Path("a.md"))).children
    assert paragraph.plain == words


@pytest.mark.parametrize(
    ("text", "line", "shown"),
    [
        ("Some **open words.", 5, "**open words."),
        ("Some words\nand **open *ones*.", 6, "**open "),
        ("- **one\n- two**", 5, "**one"),
        ("| A | B |\n|---|---|\n| 12 | **x |", 7, "**x"),
        ("[**Costs](https://www.example.org)", 5, "**Costs"),
        ("**Costs are shared by all of them.", 5, "**Costs are shared b…"),
    ],
)
def test_asterisks_that_are_opened_and_not_closed_are_told(
    refusal: Refusal, text: str, line: int, shown: str
) -> None:
    (message,) = refusal(with_body(text))
    assert message.startswith(f"{line}: text: the two asterisks of “{shown}” are opened and not")


@pytest.mark.parametrize(
    "text", ["\\*\\*Provisional", "Costs** are provisional.", "** Provisional", "2 ** 3", "a**b"]
)
def test_asterisks_that_open_nothing_are_printed(refusal: Refusal, text: str) -> None:
    assert refusal(with_body(text)) == []
