"""What each mark of a text means."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, Literal

import pytest

from tests.read.parsing import parsed, plain
from tests.samples import png, with_body

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Refusal


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
    assert [link.target for link in links] == ["https://example.org/a?b=(c)", "https://example.net"]
    assert paragraph.plain == "See https://example.org/a?b=(c), or (https://example.net)."


@pytest.mark.parametrize(
    "after", ["، ثم", "؛", "؟", "。次に", "、次に", "」", "）", "，然后", "…", "‘", "·"]
)
def test_a_web_address_ends_before_the_marks_of_other_scripts(after: str) -> None:
    (paragraph,) = parsed(f"https://example.org/y{after}").children
    assert [node.target for node in paragraph.walk() if node.kind == "link"] == [
        "https://example.org/y"
    ]
    assert paragraph.plain == f"https://example.org/y{after}"


def test_a_web_address_may_have_the_letters_of_any_script() -> None:
    (paragraph,) = parsed("https://example.org/日本.").children
    targets = [node.target for node in paragraph.walk() if node.kind == "link"]
    assert targets == ["https://example.org/日本"]


def test_the_words_of_a_link_make_no_second_link() -> None:
    (paragraph,) = parsed("[https://example.org](https://example.org/a)").children
    targets = [node.target for node in paragraph.walk() if node.kind == "link"]
    assert targets == ["https://example.org/a"]


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
        ("007. a", ["007."]),
        ("05. a\n05. b", ["05.", "06."]),
        ("09. a\n10. b", ["09.", "10."]),
        ("9. a\n9. b", ["9.", "10."]),
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


def test_a_note_that_begins_with_letters_keeps_all_below_them() -> None:
    (note,) = parsed("A[^1].\n\n[^1]: (a) one\n    (b) two\n\n    More.\n\n    Last.").notes
    assert [child.plain for child in note.children] == ["(a) one (b) two", "More.", "Last."]


def test_headings_have_names_of_their_own() -> None:
    body = parsed("## One: two\n\n## One two\n\n## ***☎***\n\n## Δύο\n")
    assert [node.anchor for node in body.headings] == ["one-two", "one-two-2", "section", "δύο"]


@pytest.mark.parametrize("heading", ["\u00dcber den caf\u00e9", "U\u0308ber den cafe\u0301"])
@pytest.mark.parametrize("target", ["\u00fcber-den-caf\u00e9", "u\u0308ber-den-cafe\u0301"])
def test_a_link_leads_to_the_heading_that_looks_the_same(heading: str, target: str) -> None:
    body = parsed(f"## {heading}\n\nSee [there](#{target}).\n")
    (link,) = (node for node in body.walk() if node.kind == "link")
    assert (body.headings[0].plain, body.headings[0].anchor) == (heading, "\u00fcber-den-caf\u00e9")
    assert link.target == "#\u00fcber-den-caf\u00e9"


def test_a_heading_keeps_the_vowel_signs_of_its_words() -> None:
    assert (
        parsed("## \u0915\u0940 \u0939\u093f\n").headings[0].anchor == "\u0915\u0940-\u0939\u093f"
    )


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
        (["½", "2.5％", "≈ 3", "4*"], "right"),
        (["400 000 (p)", "n/a", "…"], "right"),
        (["1", "k. A.", "н/д"], "right"),
        (["1", "400 (est.)", "400 p", "12b"], "right"),
        (["1", "x", "—", "..", ":"], "right"),
        (["5†", "5 %", "(5)", "5¹"], "right"),
        (["41", "5", "tbc"], "right"),
        (["41", "5", "7", "–", "TBD", "k. A."], "right"),
        (["41", "5", "7", "nil", "н. д.", "8", ""], "right"),
        (["41", "none"], ""),
        (["41", "5", "Norland"], ""),
        (["41", "5", "no one"], ""),
        (["41", "5", "tbc", "nil"], ""),
        (["1", "½ million"], ""),
        (["–", ""], ""),
        (["n/a", "n.a."], ""),
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
    (figure,) = parsed("![A *second*\nand <https://example.org>\\\nline](a.png)").children
    assert figure.text == "A second and https://example.org line"


def test_a_picture_may_be_a_link_and_have_its_address_apart(
    refusal: Refusal, tmp_path: Path
) -> None:
    (tmp_path / "a.png").write_bytes(png())
    assert refusal(with_body("One [![A](a.png)](https://example.org) two.")) == []
    assert refusal(with_body("![A][a]\n\n[a]: a.png")) == []


@pytest.mark.parametrize(
    ("text", "stressed"),
    [
        ("双方决定**更新九座灯塔。**并于明年", ["更新九座灯塔。"]),
        ("**“海上安全”**十分重要。", ["“海上安全”"]),
        ("我们说*（是）*。", ["（是）"]),
        ("使う**「言葉」**を**word**の", ["「言葉」", "word"]),
        ("서울**(한국)**에서", ["(한국)"]),
        ("Words**（一）**words", ["（一）"]),
        ("量**(x)**量", ["(x)"]),
    ],
)
def test_stress_beside_full_width_punctuation_takes_effect(text: str, stressed: list[str]) -> None:
    (paragraph,) = parsed(text).children
    found = [node.plain for node in paragraph.walk() if node.kind in ("emphasis", "strong")]
    assert found == stressed


@pytest.mark.parametrize(
    "text",
    [
        "量 * 子 * 量",
        "量** 子 **量",
        "量** 子**量",
        "量**子 **量",
        "2 * 量",
        "量x**(y)**z",
        "量_子_量",
    ],
)
def test_marks_that_are_no_stress_are_none_in_chinese_either(text: str) -> None:
    assert "".join(parsed(text).children[0].plain.split()) == "".join(text.split())


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("https://example.org/wiki/Light_(sea)", "https://example.org/wiki/Light_(sea)"),
        ("(see https://example.org/a).", "https://example.org/a"),
        ("(see https://example.org/a_(b)).", "https://example.org/a_(b)"),
        ("[https://example.org/a[1]]!", "https://example.org/a[1]"),
        ("(https://example.org/a)b)", "https://example.org/a)b"),
        ("https://example.org/…", "https://example.org/"),
    ],
)
def test_the_address_that_is_linked_is_the_one_that_is_printed(text: str, address: str) -> None:
    (paragraph,) = parsed(text).children
    (link,) = [node for node in paragraph.walk() if node.kind == "link"]
    assert (link.target, link.plain) == (address, address)
    assert paragraph.plain == text


def test_the_beginning_of_addresses_is_no_link() -> None:
    (paragraph,) = parsed("It begins with https://, or http://.").children
    assert [node.kind for node in paragraph.walk()] == ["paragraph", "text"]


@pytest.mark.parametrize("heading", ["Café", "Cafe\u0301", "Ångström über 한국"])
@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_a_link_finds_its_heading_in_whatever_form_both_are_typed(
    heading: str, form: Literal["NFC", "NFD"]
) -> None:
    anchor = unicodedata.normalize(form, "-".join(heading.lower().split()))
    body = parsed(f"## {heading}\n\nSee [it](#{anchor}).")
    (link,) = [node.target for node in body.walk() if node.kind == "link"]
    assert link == f"#{body.headings[0].anchor}"
    assert body.headings[0].plain == heading
