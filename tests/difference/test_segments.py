"""Words, figures, dates and addresses are never cut, in any script."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.difference.words.segments import segments
from tests.samples import MEETINGS

WHOLE = [
    ("en", "12 March 2026"),
    ("en", "March 12, 2026"),
    ("en", "31 December"),
    ("en", "2026-03-12"),
    ("de", "31. Dezember 2028"),
    ("fr", "1er mars 2026"),
    ("es", "12 de marzo de 2026"),
    ("fi", "12. maaliskuuta 2026"),
    ("ru", "12 марта 2026"),
    ("ar", "١٢ مارس ٢٠٢٦"),
    ("ar", "31 كانون الثاني/يناير 2028"),
    ("ar", "آذار/مارس 2028"),
    ("hr", "31. prosinca 2028."),
    ("cnr", "31. decembra 2028."),
    ("sl", "31. decembra 2028"),
    ("hu", "2028. december 31-én"),
    ("lt", "2028 m. gruodžio 31 d."),
    ("lv", "2028. gada 31. decembrim"),
    ("et", "31. detsembrini 2028"),
    ("zh-Hans", "2028年3月12日"),
    ("zh-Hans", "二〇二八年三月十二日"),
    ("da", "31.12.2028"),
    ("en", "1,250"),
    ("de", "1.250,75"),
    ("fr", "1\u202f250\u202f000"),
    ("en", "2.5 %"),
    ("en", "€5"),
    ("en", "−4 °C"),
    ("en", "CO2"),
    ("en", "e-mail"),
    ("fr", "l’État"),
    ("en", "don't"),
    ("en", "A/RES/77/1"),
    ("en", "2026/27"),
    ("en", "and/or"),
    ("en", "office@example.org"),
    ("en", "https://example.org/a?b=c"),
    ("en", "+45 33 92 00 00"),
    ("ar", "وَقَّعَتِ"),
    ("en", "cafe\u0301s"),
]


@pytest.mark.parametrize(("tag", "word"), WHOLE)
def test_what_is_one_word_to_a_reader_is_never_cut(tag: str, word: str) -> None:
    assert segments(f"a {word}, b", tag)[2] == word
    assert segments(f"({word}) b", tag)[1] == word


@pytest.mark.parametrize(
    ("tag", "text", "parts"),
    [
        ("en", "Yes, no... “we” go.", "Yes|,| |no|...| |“|we|”| |go|."),
        ("en", "a  b\u00a0c", "a|  |b|\u00a0|c"),
        (
            "en",
            "5 of 12 ships in 2026, 300 in all",
            "5| |of| |12| |ships| |in| |2026|,| |300| |in| |all",
        ),
        ("en", "the [word+] [+word] is", "the| |[|word+]| |[+word|]| |is"),
        ("en", "[A+][C++] [−x−]", "[|A+]|[|C|++]| |[−x−]"),
        ("zh-Hans", "在2028年3月之前更新1,250座灯塔，", "在|2028年3月|之前|更新|1,250|座|灯塔|，"),
        ("zh-Hant", "聯合國今天召開會議並通過決議", "聯合國|今天|召開|會議|並|通過|決議"),
        ("zh-TW", "今天召開會議並通過", "今天|召開|會議|並|通過"),
        ("zh-Hans", "今天召開會議並通過", "今天|召開會議並|通過"),
        ("ja", "両国は、灯台を更新する。", "両国は|、|灯台を|更新する|。"),
        ("en", "a,\u00ad b", "a|,\u00ad| |b"),
        ("ko", "3월 12~15일", "3월| |12|~|15일"),
        ("th", "ประเทศไทยจะปรับปรุง", "ประเทศ|ไทย|จะ|ปรับปรุง"),
    ],
)
def test_a_word_and_the_marks_and_spaces_beside_it_are_parts_of_their_own(
    tag: str, text: str, parts: str
) -> None:
    assert "|".join(segments(text, tag)) == parts


@pytest.mark.parametrize("path", sorted(MEETINGS.glob("*.md")), ids=lambda path: path.name)
def test_segments_of_every_language_are_its_text_again(path) -> None:  # type: ignore[no-untyped-def]
    tag = path.name.split(".")[1]
    text = path.read_text("utf-8")
    found = segments(text, tag)
    assert "".join(found) == text
    assert len(found) > len(text) / 12  # it is no lump


@given(st.text(), st.sampled_from(("en", "fr", "ar", "ja", "zh-Hans", "th", "xx")))
def test_segments_are_the_text_again_and_none_begins_with_a_mark(text: str, tag: str) -> None:
    found = segments(text, tag)
    assert "".join(found) == text
    assert all(not unicodedata.combining(part[0]) for part in found[1:])
