"""Lines of plain text."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from communique.compose.inline.line_breaks import Typography
from communique.design import language
from communique.outputs.text import layout as text_layout
from communique.outputs.text.layout import (
    centred,
    columns,
    in_rows,
    indented,
    labelled,
    stacked,
    wrapped,
)

WORDS = st.text(st.characters(codec="utf-8", exclude_categories=("C", "Z")), min_size=1)


@pytest.mark.parametrize(
    ("text", "wide"),
    [
        ("", 0),
        ("water", 5),
        ("Åsa Öhrn", 8),
        ("A\u030asa", 3),
        ("灯台", 4),
        ("ﾄｳ", 2),
        ("Ａ", 2),
        ("a\u00adb\u200f", 2),
        ("ستجدد", 5),
        ("مُ", 1),
    ],
)
def test_width_is_that_of_unicode(text: str, wide: int) -> None:
    assert columns(text) == wide


@settings(max_examples=60)
@given(st.lists(WORDS), st.integers(10, 80))
def test_lines_have_all_words_in_order_and_fit(words: list[str], width: int) -> None:
    lines = wrapped(" ".join(words), width)
    assert "".join(lines).replace(" ", "") == "".join(words)
    for line in lines:
        assert columns(line) <= width or " " not in line
        assert line == line.strip(" ")


def test_a_line_is_as_full_as_it_can_be() -> None:
    assert wrapped("aa bb cc", 5) == ["aa bb", "cc"]
    assert wrapped("aa bb cc", 8) == ["aa bb cc"]
    assert wrapped("aa bbbbbbbb cc", 5) == ["aa", "bbbbbbbb", "cc"]


def test_lines_in_the_middle_have_a_column_less_before_them_where_one_is_left() -> None:
    assert centred(["one", "four", "灯台", "too wide by far"], 8) == [
        *("  one", "  four", "  灯台", "too wide by far"),
    ]


def test_the_author_ends_a_line() -> None:
    assert wrapped("one\ntwo three", 5) == ["one", "two", "three"]


def test_no_line_ends_between_an_article_and_its_number_and_the_space_stays_a_space() -> None:
    bind = Typography.of(language.bindings("en")).bind
    assert wrapped("as Article 5 says", 11, bind) == ["as", "Article 5", "says"]
    assert wrapped("as Article 5 says", 8, bind) == ["as", "Article", "5 says"], "too narrow"
    assert wrapped("a\u00a0b c", 3) == ["a\u00a0b", "c"], "the author's own stays what it is"


def test_chinese_ends_its_lines_between_letters_but_not_before_a_full_stop() -> None:
    assert wrapped("灯台を直す。", 10) == ["灯台を直", "す。"]
    assert wrapped("「灯台」は", 6) == ["「灯", "台」は"]


def test_an_address_stays_whole_whatever_its_letters_are() -> None:
    assert wrapped("見よ <https://a.example/灯台の歴史>を読む", 12) == [
        "見よ",
        "<https://a.example/灯台の歴史>を",
        "読む",
    ]


def test_second_lines_hang_below_the_first_which_is_wider() -> None:
    assert wrapped("aa bb cc dd", 8, hang=2) == ["aa bb cc", "  dd"]
    assert wrapped("aa bb\ncc dd ee", 8, hang=2) == ["aa bb", "  cc dd", "  ee"]


def test_a_label_stands_before_its_value_with_a_colon_or_its_own_sign() -> None:
    assert labelled("Place", "Mill", ": ") == "Place: Mill"
    assert labelled("Paid?", "yes", ": ") == "Paid? yes"
    assert labelled("Place", "", ": ") == "Place:"
    assert labelled("", "Mill", ": ") == "Mill"


def test_a_table_is_a_line_for_each_cell_below_the_first_of_its_row() -> None:
    rows = [["Two", "2"], ["", ""], ["Seven", ""]]
    assert in_rows(["Work", "Cost"], rows, ": ", 11) == ["Work: Two", "    Cost: 2", "Work: Seven"]
    assert in_rows(["Work", "Cost"], rows[1:], ": ", 11) == ["Work: Seven", "    Cost:"]
    assert in_rows(["Work", "All\ncosts"], [], ": ", 13) == ["Work", "    All costs"]
    assert in_rows(["A"], [["b\nc"]], ": ", 11) == ["A: b", "      c"]


def test_points_hang_from_their_markers() -> None:
    assert indented(["a", "", "b"], 3, "1.") == ["1. a", "", "   b"]
    assert indented([], 3, "1.") == ["1."]
    assert indented(["a"], 2) == ["  a"]


def test_blocks_are_set_apart_and_empty_ones_are_not_there() -> None:
    assert stacked([["a"], [], ["b"]]) == ["a", "", "b"]
    assert stacked([["a"], ["b"]], []) == ["a", "b"]
    assert text_layout.WIDTH == 72
