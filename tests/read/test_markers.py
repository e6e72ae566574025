"""What is a marker, how a list is counted that begins with it, and which is the next one."""

from __future__ import annotations

import pytest

from communique.read.markdown.points.markers import Marker, marker


def made(text: str) -> Marker:
    found = marker(f"{text} words", numbers=True)
    assert found
    return found


@pytest.mark.parametrize(
    ("text", "numbering"),
    [
        ("(i)", "LowerRoman"),
        ("I.", "UpperRoman"),
        ("a)", "LowerAlpha"),
        ("A.", "UpperAlpha"),
        ("а)", "LowerAlpha"),
        ("(1)", "Decimal"),
        ("(2)", None),
        ("(0)", None),
        ("b.", None),
        ("(ii)", None),
    ],
)
def test_a_list_begins_with_the_first_marker_of_a_kind(text: str, numbering: str | None) -> None:
    assert made(text).numbering == numbering


@pytest.mark.parametrize(
    ("one", "two"),
    [
        *(("a)", "b)"), ("y)", "z)"), ("z)", "aa)"), ("A.", "B."), ("(k)", "(l)")),
        *(("aa)", "bb)"), ("aa)", "ab)"), ("ab)", "ac)"), ("yy)", "zz)")),
        *(("г)", "д)"), ("г)", "ґ)"), ("з)", "к)"), ("щ)", "э)"), ("ε)", "στ)"), ("στ)", "ζ)")),
        *(("ε)", "ζ)"), ("א)", "ב)")),
    ],
)
def test_the_next_letter_goes_on(one: str, two: str) -> None:
    assert made(two).follows(made(one), "LowerAlpha")


@pytest.mark.parametrize(
    ("one", "two"),
    [
        *(("a)", "c)"), ("a)", "a)"), ("b)", "a)"), ("a)", "(b)"), ("a)", "B)"), ("a)", "b.")),
        *(("z)", "bb)"), ("z)", "a)"), ("z)", "ab)"), ("y)", "aa)"), ("aa)", "b)"), ("a)", "bb)")),
        *(("ab)", "bc)"), ("aa)", "cc)"), ("aa)", "bc)"), ("ab)", "cc)"), ("aa)", "ba)")),
        *(("б)", "г)"), ("д)", "г)"), ("э)", "щ)"), ("a)", "б)"), ("а)", "b)"), ("à)", "b)")),
        *(("ab)", "cd)"), ("στυ)", "φ)"), ("α)", "βγ)"), ("aa)", "bba)"), ("א)", "ג)")),
    ],
)
def test_another_letter_does_not(one: str, two: str) -> None:
    assert not made(two).follows(made(one), "LowerAlpha")


@pytest.mark.parametrize(
    ("one", "two", "numbering", "goes_on"),
    [
        ("(9)", "(10)", "Decimal", True),
        ("(9)", "(9)", "Decimal", False),
        ("(9)", "(11)", "Decimal", False),
        ("(9)", "(j)", "Decimal", False),
        ("(i)", "(1)", "Decimal", False),
        ("(٩)", "(١٠)", "Decimal", True),
        ("(ix)", "(x)", "LowerRoman", True),
        ("(xxix)", "(xxx)", "LowerRoman", True),
        ("(xxxix)", "(xxxx)", "LowerRoman", False),
        ("(x)", "(xi)", "LowerRoman", True),
        ("(iii)", "(v)", "LowerRoman", False),
        ("(h)", "(i)", "LowerRoman", False),
        ("(iiii)", "(i)", "LowerRoman", False),
    ],
)
def test_numbers_go_on_one_by_one(one: str, two: str, numbering: str, *, goes_on: bool) -> None:
    assert made(two).follows(made(one), numbering) is goes_on


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("(a) b", "(a)"),
        ("  (a) b", "(a)"),
        ("abcdefg) h", "abcdefg)"),
        ("(123) h", "(123)"),
        ("abcdefgh) i", None),
        ("(1234) h", None),
        ("(a)", None),
        ("(a)b", None),
        ("(a. b", None),
        ("1. a", None),
        ("1) a", None),
        ("a_) b", None),
    ],
)
def test_a_marker_has_words_after_it(line: str, text: str | None) -> None:
    found = marker(line)
    assert (found and found.text) == text


TENS, ONES = ("", "x", "xx", "xxx"), ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")
ROMAN = [ten + one for ten in TENS for one in ONES][1:]


@pytest.mark.parametrize("number", range(len(ROMAN)))
def test_a_roman_number_is_followed_by_the_next_one_alone(number: int) -> None:
    one = Marker(f"{ROMAN[number]})", ROMAN[number], ("", ")"))
    others = [Marker(f"{sign})", sign, ("", ")")) for sign in ROMAN]
    after = [other.sign for other in others if other.follows(one, "LowerRoman")]
    assert after == ROMAN[number + 1 : number + 2]


@pytest.mark.parametrize(("one", "two"), [("iiii", "i"), ("ic", "ii"), ("", "i"), ("w", "i")])
def test_what_is_no_roman_number_is_followed_by_none(one: str, two: str) -> None:
    before, after = (Marker(f"{sign})", sign, ("", ")")) for sign in (one, two))
    assert not after.follows(before, "LowerRoman")


def test_a_capital_in_brackets_is_no_initial() -> None:
    assert Marker("A.", "A", ("", ".")).is_initial
    assert not Marker("(A)", "A", ("(", ")")).is_initial
    assert not Marker("a.", "a", ("", ".")).is_initial


@pytest.mark.parametrize("number", range(1, 99))
def test_chinese_numbers_follow_one_another_to_99(number: int) -> None:
    def written(number: int) -> str:
        tens, ones = divmod(number, 10)
        figures = "一二三四五六七八九"
        ten = ("" if tens == 1 else figures[tens - 1]) + "十" if tens else ""
        return f"{ten}{figures[ones - 1] if ones else ''}、"

    one, two = written(number), written(number + 1)
    assert made(two).follows(made(one), "Decimal")
    assert not made(one).follows(made(two), "Decimal")


@pytest.mark.parametrize("text", ["一、", "（一）", "１．", "（1）"])
def test_a_chinese_marker_is_written_otherwise_where_it_is_to_begin_no_point(text: str) -> None:
    assert marker(f"{text}文")
    assert not marker(f"{made(text).escaped}文")
