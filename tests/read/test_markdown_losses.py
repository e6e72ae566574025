"""What once got lost, or through."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from communique.model.faults import Faults
from communique.read import markdown
from communique.read.source import read
from tests.read.parsing import NOWHERE, plain
from tests.samples import with_body

if TYPE_CHECKING:
    from tests.conftest import Refusal, Write


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


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        (
            "*52nd plenary meeting**12 March 2026*",
            5,
            "the ** in “meeting**12 March 20…” is printed; "
            "write * * to end the stressed words and stress the next, or \\*\\* to print it",
        ),
        (
            "One\n*two\nthree**four* five",
            7,
            "the ** in “three**four” is printed; "
            "write * * to end the stressed words and stress the next, or \\*\\* to print it",
        ),
        (
            "- **a*b**",
            5,
            "the * in “a*b” is printed; "
            "write ** ** to end the stressed words and stress the next, or \\* to print it",
        ),
        (
            "| _a b__c d_ |\n|---|\n| 1 |",
            5,
            "the __ in “b__c d” is printed; "
            "write _ _ to end the stressed words and stress the next, or \\_\\_ to print it",
        ),
        (
            "**a**b** c",
            5,
            "the ** after “b” is printed; leave out the ** before “b”, or write \\*\\* to print it",
        ),
        (
            "*Sur*name* c",
            5,
            "the * after “name” is printed; "
            "leave out the * before “name”, or write \\* to print it",
        ),
    ],
)
def test_marks_that_neither_end_nor_begin_stressed_words_are_refused(
    refusal: Refusal, text: str, line: int, message: str
) -> None:
    assert refusal(with_body(text)) == [f"{line}: text: {message}"]


@pytest.mark.parametrize(
    "text",
    [
        "5*3 and 5**3, a_b__c, f**(x) and \\*\\*",
        "*a\\*\\*b* and **a\\*b** and _a\\_\\_b_",
        "**5*3 metres** and *a * b ** c*",
        "_my_file_ and __a_b__ and *a__b* and _a*b_",
        "*a*, **b** and *c*d, *e*f\\* and *g*h i*",
        "**重点**这是一句话* 和",
    ],
)
def test_marks_that_are_meant_are_printed_within_and_after_stressed_words(
    refusal: Refusal, text: str
) -> None:
    assert refusal(with_body(text)) == []


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("One.\n\n##Costs", "7: heading: a space is missing after ##; write ## Costs"),
        ("One.\n###Costs", "6: heading: a space is missing after ###; write ### Costs"),
        (
            "| A | B |\n|—|:——|\n| a | b |",
            "6: table: the line under the first row is of dashes; write hyphens: |---|---|",
        ),
        (
            "| A | B |\n| a \\| c | b |",
            "5: table: the line of hyphens under the first row is missing; add a line |---|---|",
        ),
        (
            "> | A \\| C | B |\n> |---|\n> | a | b |",
            "6: table: the line of hyphens and the row above it have different numbers of cells; "
            "write |---|---|",
        ),
        (
            "[Plans](https://example.org",
            "5: link: “[Plans](https://exam…” is not a whole link; write [words](address), "
            "the address without spaces, or \\] to print it",
        ),
        (
            "One.\n![A bay](the bay.png)",
            "6: image: “![A bay](the bay.png…” is not a whole picture; "
            "write ![A bay](<the bay.png>), or \\] to print it",
        ),
        (
            "![A bay](bay.png",
            "5: image: “![A bay](bay.png” is not a whole picture; write ![what it shows](file), "
            "the name without spaces, or \\] to print it",
        ),
        *(
            (
                f"![A bay](bay.png {caption})",
                f"5: image: “{f'![A bay](bay.png {caption})'[:20]}…” is not a whole picture; write "
                'the caption in straight quotes, after a space: ![A bay](bay.png "By day")',
            )
            for caption in ("“By day”", "„By day“", "‘By day’", "«By day»", '"By day”', "'By day")
        ),
        (
            "[Plans](https://a.example “By day”)",
            "5: link: “[Plans](https://a.ex…” is not a whole link; leave out its title: "
            "[Plans](https://a.example)",
        ),
        (
            "It is **shared*.",
            "5: text: there are more * before “shared” than after it; "
            "write as many before as after, or \\* to print one",
        ),
        (
            "It is __shared_.",
            "5: text: there are more _ before “shared” than after it; "
            "write as many before as after, or \\_ to print one",
        ),
    ],
)
def test_marks_that_would_be_printed_are_told(refusal: Refusal, text: str, message: str) -> None:
    assert refusal(with_body(text)) == [message]


@pytest.mark.parametrize(
    "text",
    [
        "#peace",
        "\\##Costs",
        "| is a bar",
        "\\| A |\n\\| B |",
        "One.\n-",
        "[sic\\](see below)",
        "\\**shared*",
        "Kosovo* *is* named",
    ],
)
def test_marks_that_are_meant_to_be_printed_are_printed(refusal: Refusal, text: str) -> None:
    assert refusal(with_body(text)) == []


@pytest.mark.parametrize(
    "address",
    [
        "https:///a",
        "https://.example.org",
        "https://a..b/c",
        "https://?a",
        "http://:80/",
        "https://a{b}.org/",
    ],
)
@pytest.mark.parametrize("form", ["{}", "<{}>", "[One]({})"])
def test_an_address_without_a_server_is_refused(refusal: Refusal, address: str, form: str) -> None:
    assert refusal(with_body(f"See {form.format(address)} there.")) == [
        f"5: link: {address} has no name of a server between its slashes; "
        "correct it, as in https://www.example.org/a"
    ]


@pytest.mark.parametrize(
    "address",
    [
        "https://localhost",
        "https://a:b@example.org:80/c",
        "https://[::1]/a",
        "https://münchen.example/",
    ],
)
def test_an_address_with_a_server_is_taken(refusal: Refusal, address: str) -> None:
    assert refusal(with_body(f"[One]({address})")) == []


@pytest.mark.parametrize(("text", "mark"), [("*Kosovo** is", "*"), ("_one\ntwo__ is", "_")])
def test_one_more_asterisk_after_words_than_before_them_has_a_remark(
    statement: Write, text: str, mark: str
) -> None:
    (remark,) = read(statement(with_body(text))).remarks
    words = text.split(mark)[1].replace("\n", " ")
    assert remark.line == 5 + text.count("\n")
    assert remark.wrong == f"there are more {mark} after “{words}” than before it"
    assert remark.instead == f"write as many before as after, or \\{mark} to print one"
    escaped = text.replace(mark * 2, f"{mark}\\{mark}")
    assert read(statement(with_body(escaped))).remarks == ()


@pytest.mark.parametrize(
    ("target", "shown"),
    [
        ("<plans of x.pdf>", "plans of x.pdf"),
        ("plans%20of%20x.pdf", "plans%20of%20x.pdf"),
        ("plänе.pdf", "plänе.pdf"),
    ],
)
def test_an_address_is_told_as_it_is_written(refusal: Refusal, target: str, shown: str) -> None:
    message = f"5: link: {shown} {NOWHERE}"
    assert refusal(with_body(f"See [x]({target}).")) == [message]
    assert refusal(with_body(f"See [x].\n\n[x]: {target}")) == [message]


@pytest.mark.parametrize("text", ["Text", "<https://a.example>"])
def test_a_label_of_a_note_with_a_space_is_told_where_the_note_is(
    refusal: Refusal, text: str
) -> None:
    assert refusal(with_body(f"One[^one Two].\n\n[^one Two]: {text}")) == [
        "7: footnote: a space is in the label of the note [^one two]; "
        "write its label without spaces, here and where it is called"
    ]


@pytest.mark.parametrize(
    ("address", "wrong"),
    [
        (
            "<https://exa mple.org/b>",
            "https://exa mple.org/b has no name of a server between its slashes",
        ),
        ("HTTPS://a..b", "HTTPS://a..b has no name of a server between its slashes"),
        (
            "https://a.org/\u202egro",
            "https://a.org/\u202egro has a character that nobody sees (U+202E)",
        ),
        ("mailto:", "mailto: has no e-mail address after its colon"),
        ("mailto:press", "mailto:press has no e-mail address after its colon"),
        ("tel:press", "tel:press has no telephone number after its colon"),
    ],
)
def test_an_address_that_leads_nowhere_is_refused(
    refusal: Refusal, address: str, wrong: str
) -> None:
    (message,) = refusal(with_body(f"[One]({address})"))
    assert message.startswith(f"5: link: {wrong}; ")


@pytest.mark.parametrize(
    "address",
    [
        "mailto:a@b.org?subject=x%20y",
        "MAILTO:a@b.org,c@d.org",
        "tel:+4520123456",
        "mailto:a@b.org?subject=Nine%20lights&body=a%0Ab",
        "tel:112",
        "tel:+45-20.12;ext=3",
        "http://[::1]:80/x",
        "https://bücher.example",
        "https://a:b@c.org",
    ],
)
def test_an_address_that_leads_somewhere_is_not_refused(refusal: Refusal, address: str) -> None:
    assert refusal(with_body(f"[One]({address})")) == []


@pytest.mark.parametrize(
    ("words", "address"),
    [
        ("https://good.org", "https://bad.org"),
        ("www.good.org", "https://www.bad.org"),
        ("https://good.org", "https://good.org.bad.org"),
        ("https://good.org", "https://good.org@bad.org"),
        ("https://good.org/a", "https://good.org/b"),
        ("*https://good.org/plans*", "https://good.org/plan"),
        ("a@good.org", "mailto:a@bad.org"),
        ("a@good.org", "https://bad.org/a@good.org"),
        ("good.org", "https://bad.org"),
        ("good.org", "https://bad.org/good.org"),
        ("good.org", "https://notgood.org"),
        ("good.org/plans", "https://good.org/costs"),
        ("министерство.рф", "https://bad.org"),
        ("+45 12 34 56 78", "tel:+4599999999"),
        ("112", "tel:113"),
        ("https://good.org", "tel:+4512345678"),
    ],
)
def test_words_that_are_an_address_lead_to_no_other_one(
    refusal: Refusal, words: str, address: str
) -> None:
    printed = words.strip("*")
    assert refusal(with_body(f"See [{words}]({address}).")) == [
        f"5: link: the words {printed} lead to another address: {address}; "
        "write the same in both, or words that are no address"
    ]


@pytest.mark.parametrize(
    ("words", "address"),
    [
        ("https://good.org", "https://good.org/"),
        ("https://good.org", "https://www.good.org/plans?a=b"),
        ("www.Good.org/plans", "https://good.org/plans#costs"),
        ("https://good.org/pl…", "https://good.org/plans"),
        ("https://bücher.example/é", "https://bücher.example/%C3%A9"),
        ("a@good.org", "mailto:a@good.org?subject=x"),
        ("good.org", "https://plans.good.org/a"),
        ("good-plans.example", "https://www.good-plans.example/a"),
        ("plans.pdf", "https://good.org/7"),
        ("+45 12 34 56 78", "tel:+4512345678"),
        ("02 541 41 00", "tel:+32-2-541-41-00"),
        ("+33 (0)1 23 45", "tel:+3312345;ext=3"),
        ("+32 2 541 41 00", "tel:025414100"),
        ("٠٢-٥٤١", "tel:+322541"),
        ("112", "tel:112"),
        ("Node.js", "https://good.org"),
        ("v1.2", "https://good.org"),
        ("the plans of good.org", "https://bad.org"),
        ("https://good.org and others", "https://bad.org"),
    ],
)
def test_words_may_be_the_beginning_of_their_address_or_none(
    refusal: Refusal, words: str, address: str
) -> None:
    assert refusal(with_body(f"See [{words}]({address}).")) == []


@pytest.mark.parametrize("address", ["https://exa\u3000mple.org", "https://a.org/b\u3000c"])
def test_a_wide_space_is_in_no_address(refusal: Refusal, address: str) -> None:
    assert refusal(with_body(f"See <{address}> there.")) == [
        f"5: link: {address} has a space of another kind (U+3000); delete it"
    ]


@pytest.mark.parametrize("address", ["<https://a.org/1\\\n5>", "https://a.org/1\\\n5"])
def test_an_address_is_not_divided_by_a_line_end(refusal: Refusal, address: str) -> None:
    assert refusal(with_body(f"See [it]({address}) there.")) == [
        "5: link: the address https://a.org/1 is divided by a \\ and a line end; "
        "write it on one line"
    ]


@pytest.mark.parametrize("sign", ["\u200e", "\u200f", "\u2060"])
def test_what_nobody_sees_ends_an_address_in_the_text(statement: Write, sign: str) -> None:
    body = read(statement(with_body(f"See https://example.org/a{sign} there."))).body
    (link,) = [node for node in body.walk() if node.kind == "link"]
    assert (link.target, link.plain) == ("https://example.org/a", "https://example.org/a")
