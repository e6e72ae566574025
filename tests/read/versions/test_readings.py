"""What each figure may stand for, part by part: the limits of dates, times, numbers and months.

A figure is shown with the readings of the whole, and behind each stroke those of a part: what it
has alone (bare), the zeros of a word for a large number, whether it is in figures in each language
(firm), and whether one language may say it once.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from communique.read.versions import figures
from communique.read.versions.figures import numerals
from communique.read.versions.figures.writing import writing

if TYPE_CHECKING:
    from communique.read.versions.figures.parts import Figure, Part


def shown(figure: Figure) -> str:
    """Return a figure and its parts in one line."""
    return " / ".join((" ".join(sorted(figure.readings)), *map(part_shown, figure.parts)))


def part_shown(part: Part) -> str:
    """Return a part with all that is known of it."""
    bare = f" bare {' '.join(sorted(part.bare))}" if part.bare else ""
    zeros = f" zeros {part.zeros}" if part.zeros else ""
    flags = " firm" * part.firm + " once" * part.is_once
    return " ".join(sorted(part.readings)) + bare + zeros + flags


FIGURES = [
    ("en", "31/12/2028", ["on 31/12/2028 / 2028 firm once / 12 m12 firm once / 31 firm"]),
    ("en", "12/31/2028", ["on 12/31/2028 / 2028 firm once / 31 firm / 12 m12 firm once"]),
    ("en", "12/12/2028", ["on 12/12/2028 / 2028 firm once / 12 m12 firm once / 12 m12 firm once"]),
    ("en", "13/12/2028", ["on 13/12/2028 / 2028 firm once / 12 m12 firm once / 13 firm"]),
    ("en", "12/13/2028", ["on 12/13/2028 / 2028 firm once / 13 firm / 12 m12 firm once"]),
    ("en", "2028-12-12", ["on 2028-12-12 / 2028 firm once / 12 m12 firm once / 12 firm"]),
    ("en", "2028-12-31", ["on 2028-12-31 / 2028 firm once / 12 m12 firm once / 31 firm"]),
    ("en", "2028-31-12", ["on 2028-31-12 / 2028 firm once / 31 firm / 12 firm"]),
    ("en", "31.12.2028", ["on 31.12.2028 / 2028 firm once / 12 m12 firm once / 31 firm"]),
    ("en", "31. 12. 2028", ["on 31. 12. 2028 / 2028 firm once / 12 m12 firm once / 31 firm"]),
    ("en", "32/12/2028", ["on 32/12/2028 / 32 firm once / 12 m12 firm once / 2028 firm"]),
    ("en", "31/12-2028", ["31 / 31 firm", "12 / 12", "2028 / 2028 firm"]),
    ("en", "31/12/20281", ["31 / 31 firm", "12 / 12", "20281 / 20281 firm"]),
    ("en", "1/2/2028", ["on 1/2/2028 / 2028 firm once / 2 m2 firm once / 1 m1 firm once"]),
    ("en", "at 10:30", ["10:30 / 10 firm / 30 firm"]),
    ("en", "at 0:01", ["0:1 / 0 firm / 1"]),
    ("en", "at 13:00", ["13:0 / 13 firm"]),
    ("en", "at 12:00", ["12:0 / 12"]),
    ("en", "at 24:00", ["24:0 / 24 firm"]),
    ("en", "at 24:59", ["24:59 / 24 firm / 59 firm"]),
    ("en", "at 25:00", ["25 / 25 firm", "0 / 0"]),
    ("en", "at 9:60", ["9 / 9", "60 / 60 firm"]),
    ("en", "at 12:01", ["12:1 / 12 firm / 1"]),
    ("en", "at 1:00", ["1:0 / 1"]),
    ("en", "at 4:30 p.m.", ["16:30 4:30 / 16 4 firm / 30 firm"]),
    ("en", "at 12:30 p.m.", ["12:30 / 12 firm / 30 firm"]),
    ("en", "at 13:30 p.m.", ["13:30 / 13 firm / 30 firm"]),
    ("en", "at 4.30 p.m.", ["16:30 4.3 4:30 / 16 4 firm / 30 firm"]),
    ("en", "at 4.30", ["4.3 4:30 / 4 firm / 30 firm"]),
    ("en", "at 12.30 p.m.", ["12.3 12:30 / 12 firm / 30 firm"]),
    ("en", "at 4 p.m.", ["16 4 / 16 4"]),
    ("en", "at 11 p.m.", ["11 23 / 11 23"]),
    ("en", "at 12 p.m.", ["12 / 12"]),
    ("en", "1 250", ["1250 / 1 firm / 250 firm"]),
    ("en", "1 250 000", ["1250000 / 1 firm / 250 firm / 0 firm"]),
    ("en", "1 250,5", ["1250.5 / 1 firm / 250 firm / 5 firm"]),
    ("en", "12 250 1", ["12 / 12", "250 / 250 firm", "1 / 1"]),
    ("en", "1250 000", ["1250 / 1250 firm", "0 / 0"]),
    ("en", "1,250", ["1.25 1250 / 1.25 1250 firm"]),
    ("en", "1.250", ["1.25 1250 / 1.25 1250 firm"]),
    ("en", "01.250", ["1.25 1250 / 1.25 1250 firm"]),
    ("en", "0.250", ["0.25 250 / 0.25 250 firm"]),
    ("en", "0.000", ["0 / 0"]),
    ("en", "00.5", ["0.5 / 0.5 firm"]),
    ("en", "000", ["0 / 0"]),
    ("en", "0,250", ["0.25 250 / 0.25 250 firm"]),
    ("en", "12,34,567", ["1234567 / 12 firm / 34 firm / 567 firm"]),
    ("en", "12,34,56", ["12.34.56 / 12 firm / 34 firm / 56 firm"]),
    ("en", "1,2,345", ["1.2.345 / 1 firm / 2 firm / 345 firm"]),
    ("en", "1,23,4567", ["1.23.4567 / 1 firm / 23 firm / 4567 firm"]),
    ("en", "1234,567", ["1234.567 1234567 / 1234.567 1234567 firm"]),
    ("en", "1,250.75", ["1250.75 / 1 firm / 250 firm / 75 firm"]),
    ("en", "1,250,75", ["1.250.75 / 1 firm / 250 firm / 75 firm"]),
    ("en", "1.2.3", ["1.2.3 / 1 firm / 2 firm / 3 firm"]),
    ("en", "5.2.1", ["5.2.1 / 5 firm / 2 firm / 1 firm"]),
    ("en", "13.14.15", ["13.14.15 / 13 firm / 14 firm / 15 firm"]),
    ("en", "1’250", ["1.25 1250 / 1.25 1250 firm"]),
    ("en", "1'250.50", ["1250.5 / 1 firm / 250 firm / 50 firm"]),
    ("en", "2.50", ["2.5 2:50 / 2 firm / 50 firm"]),
    ("en", "2.05", ["2.05 2:5 / 2 firm / 5 firm"]),
    ("en", "2.5", ["2.5 / 2.5 firm"]),
    ("en", "12.05", ["12.05 12:5 / 12 firm / 5 firm"]),
    ("en", "123.05", ["123.05 / 123.05 firm"]),
    ("en", "12.5", ["12.5 / 12.5 firm"]),
    ("en", "12.123.05", ["12.123.05 / 12 firm / 123 firm / 5 firm"]),
    ("en", "2025-27", ["in 2025-27 / 2025 firm / 2027 27 firm"]),
    ("en", "2025–2027", ["2025 / 2025 firm", "2027 / 2027 firm"]),
    ("en", "1,5-6", ["1.5 / 1.5 firm", "6 / 6"]),
    ("en", "007", ["7 / 7"]),
    ("en", "12", ["12 / 12"]),
    ("en", "13", ["13 / 13 firm"]),
    ("en", "112", ["112 / 112 firm"]),
    ("en", "0", ["0 / 0"]),
    ("en", "100", ["100 / 100 firm"]),
    ("en", "99 000 12 345", ["99 / 99 firm", "0 / 0", "12345 / 12 firm / 345 firm"]),
    ("en", "5 million", ["5000000 / 5000000 bare 5 zeros 6"]),
    ("en", "12 million", ["12000000 / 12000000 bare 12 zeros 6"]),
    ("en", "13 million", ["13000000 / 13000000 bare 13 zeros 6 firm"]),
    (
        "en",
        "1.250 million",
        ["1250000 1250000000 / 1250000 1250000000 bare 1.25 1250 zeros 6 firm"],
    ),
    ("en", "1.000 million", ["1000000 1000000000 / 1000000 1000000000 bare 1 1000 zeros 6"]),
    ("en", "1.2.3 million", ["1.2.3 / 1.2.3 bare 1.2.3 zeros 6 firm"]),
    ("en", "4.30 million", ["4300000 / 4300000 bare 4.3 4:30 zeros 6 firm"]),
    ("en", "12:30 million", ["12:30 / 12 firm / 30 firm"]),
    ("en", "3 M", ["3 3000000 / 3 3000000"]),
    ("en", "3 Mx", ["3 / 3"]),
    ("en", "3 thousand", ["3000 / 3000 bare 3"]),
    ("en", "35 thousand million", ["35000000000 / 35000000000 bare 35 zeros 9 firm"]),
    ("en", "5 December", ["m12 / m12 bare 12 firm once", "5 / 5 firm"]),
    (
        "en",
        "5 December 2028",
        ["m12 / m12 bare 12 firm once", "5 / 5 firm", "2028 / 2028 firm once"],
    ),
    ("en", "1 December 2028", ["m12 / m12 bare 12 firm once", "1 / 1", "2028 / 2028 firm once"]),
    ("en", "12 December 28", ["m12 / m12 bare 12 firm once", "12 / 12 firm", "28 / 28 firm"]),
    (
        "en",
        "December 5, 2028",
        ["m12 / m12 bare 12 firm once", "5 / 5 firm", "2028 / 2028 firm once"],
    ),
    ("en", "2028 December", ["m12 / m12 bare 12 firm once", "2028 / 2028 firm once"]),
    (
        "en",
        "13 ships, December 2028",
        ["m12 / m12 bare 12 firm once", "13 / 13 firm", "2028 / 2028 firm once"],
    ),
    ("en", "December was cold; 2028 was not", ["2028 / 2028 firm"]),
    ("en", "in 5 of December 99", ["m12 / m12 bare 12 firm once", "5 / 5 firm", "99 / 99 firm"]),
    ("en", "5th December", ["m12 / m12 bare 12 firm once", "5 / 5 firm"]),
    ("en", "5, the December", ["m12 / m12 bare 12 firm once", "5 / 5"]),
    ("en", "5 years of December", ["5 / 5"]),
    ("en", "in 5 May", ["m5 / m5 bare 5 firm once", "5 / 5 firm"]),
    ("en", "2028, in December", ["m12 / m12 bare 12 firm once", "2028 / 2028 firm"]),
    ("de", "1. Dezember", ["m12 / m12 bare 12 firm once", "1 / 1"]),
    ("ja", "12月5日", ["m12 / m12 bare 12 firm once", "5 / 5 firm"]),
    (
        "ja",
        "2028年12月31日",
        ["m12 / m12 bare 12 firm once", "2028 / 2028 firm once", "31 / 31 firm"],
    ),
    ("ja", "13月", ["13 / 13 firm"]),
    ("ja", "112月", ["112 / 112 firm"]),
    ("zh-Hans", "1 月", ["m1 / m1 bare 1 firm once"]),
    ("ar", "١٢٥٠", ["1250 / 1250 firm"]),
    ("fr", "le 1er mai", ["m5 / m5 bare 5 firm once", "1 / 1"]),
    (
        "es",
        "31 de diciembre de 2028",
        ["m12 / m12 bare 12 firm once", "31 / 31 firm", "2028 / 2028 firm once"],
    ),
    ("fr", "35 M€", ["35 35000000 / 35 35000000 firm"]),
    ("en", "1031/12/2028", ["1031 / 1031 firm", "12 / 12", "2028 / 2028 firm"]),
    ("en", "12/2025-27", ["12 / 12", "2025 / 2025 firm", "27 / 27 firm"]),
    ("ja", "35億", ["3500000000 / 3500000000 bare 35 firm"]),
    ("en", "2.0", ["2 / 2"]),
    ("en", "10.0", ["10 / 10"]),
    ("en", "100.0", ["100 / 100 firm"]),
    ("en", "on 5 May, some 7 ships", ["m5 / m5 bare 5 firm once", "5 / 5 firm", "7 / 7"]),
    ("en", "7 ships came on 5 May", ["m5 / m5 bare 5 firm once", "7 / 7", "5 / 5 firm"]),
    ("en", "5 de December", ["m12 / m12 bare 12 firm once", "5 / 5 firm"]),
    ("en", "5 del December", ["m12 / m12 bare 12 firm once", "5 / 5"]),
    ("en", "December de 2028", ["m12 / m12 bare 12 firm once", "2028 / 2028 firm once"]),
    ("en", "December del 2028", ["m12 / m12 bare 12 firm once", "2028 / 2028 firm"]),
    ("en", "31-12-2028", ["on 31-12-2028 / 2028 firm once / 12 m12 firm once / 31 firm"]),
    ("en", "1:05 p.m.", ["13:5 1:5 / 1 13 firm / 5"]),
    ("en", "4 at night", ["16 4 / 16 4"]),
    ("en", "12 at night", ["12 / 12"]),
    ("en", "0.005", ["0.005 5 / 0.005 5"]),
    ("en", "1.000", ["1 1000 / 1 1000"]),
    ("en", "3 December 0005", ["m12 / m12 bare 12 firm once", "3 / 3 firm", "5 / 5 firm once"]),
    ("en", "1,2", ["1.2 / 1.2 firm"]),
    ("en", "1,23", ["1.23 1:23 / 1 firm / 23 firm"]),
    ("en", "1,234,56", ["1.234.56 / 1 firm / 234 firm / 56 firm"]),
    ("en", "101,5", ["101.5 / 101.5 firm"]),
    ("en", "101,50", ["101.5 / 101.5 firm"]),
    ("en", "99,50", ["99.5 99:50 / 99 firm / 50 firm"]),
    ("en", "2025/26", ["in 2025/26 / 2025 firm / 2026 26 firm"]),
    ("en", "at 10：30", ["10:30 / 10 firm / 30 firm"]),
    ("en", "at 00:00", ["0:0 / 0"]),
    ("en", "in 2025\u201127", ["in 2025\u201127 / 2025 firm / 2027 27 firm"]),
    (
        "en",
        "5 March and 6 April",
        ["m3 / m3 bare 3 firm once", "m4 / m4 bare 4 firm once", "5 / 5 firm", "6 / 6 firm"],
    ),
    ("fr", "1\u2009250 t", ["1250 / 1 firm / 250 firm"]),
    ("fr", "12 250 750,5", ["12250750.5 / 12 firm / 250 firm / 750 firm / 5 firm"]),
    ("de", "2 Tausend", ["2000 / 2000 bare 2"]),
    ("zh-Hans", "3万亿元", ["3000000000000 / 3000000000000 bare 3"]),
    ("ja", "午前4時", ["4 / 4"]),
    ("es", "5 mil millones", ["5000000000 / 5000000000 bare 5 zeros 9"]),
    ("en", "5 K and 5 thousand", ["5 5000 / 5 5000", "5000 / 5000 bare 5"]),
]


@pytest.mark.parametrize(("tag", "text", "found"), FIGURES)
def test_a_figure_has_these_readings(tag: str, text: str, found: list[str]) -> None:
    assert [shown(figure) for figure in figures.said(text, writing(tag)).figures] == found


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("1,250", ["125"]),
        ("1 250", ["125", "125"]),
        ("1.2.345", ["12345"] * 3),
        ("100.5", ["1005"]),
        ("2.005", ["2005"]),
        ("0.250", ["25"]),
        ("100", ["1"]),
        ("007", ["7"]),
        ("99", []),
        ("12", []),
        ("10:30", []),
        ("16.30", []),
        ("116.30", ["1163"]),
        ("120 million", ["12"]),
        ("35 million", []),
        ("2028-12-31", ["2028"]),
        ("31 December 2028", ["2028"]),
        ("2025-27", ["2025"]),
    ],
)
def test_a_text_is_known_by_figures_that_are_neither_small_nor_times(
    text: str, marks: list[str]
) -> None:
    found = figures.said(text, writing("en")).figures
    assert [mark for figure in found for mark in figure.marks] == marks


@pytest.mark.parametrize(
    ("written", "value"),
    [("I", 1), ("V", 5), ("X", 10), ("LI", 51), ("CI", 101), ("DI", 501), ("MI", 1001),
     ("MDCLXVI", 1666), ("〇", 0), ("零", 0), ("一", 1), ("二", 2), ("三", 3), ("四", 4), ("五", 5),
     ("六", 6), ("七", 7), ("八", 8), ("九", 9), ("两", 2), ("兩", 2), ("九十", 90),
     ("一九九九", 1999),
     ("百", 100), ("兩百", 200), ("千", 1000), ("一万", 10**4), ("一萬", 10**4), ("一亿", 10**8),
     ("一億", 10**8), ("三千五百二十一", 3521), ("三万五万", 80_000), ("三万亿", 3 * 10**12),
     ("二千万亿", 2 * 10**15), ("三万亿五", 3 * 10**12 + 5), ("三万五千零九", 35_009),
     ("一二三四五六七八九〇一", 1_234_567_890)],
)  # fmt: skip
def test_each_sign_of_a_numeral_has_its_value(written: str, value: int) -> None:
    assert list(numerals.found(written)) == [str(value)]
