"""Words for large numbers and names of months, as each language inflects them: their limits."""

from __future__ import annotations

import pytest

from communique.design import language
from communique.read.versions import figures
from communique.read.versions.figures.writing import writing

WITHOUT_SPACES = ("ja", "zh-Hans")

BEHIND = [
    ("en", "5 million", 6, "million"),
    ("en", "5million", 6, "million"),
    ("en", "5-million", 6, "million"),
    ("en", "5\u00a0million", 6, "million"),
    ("en", "5 Million people", 6, "Million"),
    ("en", "5 thousand", 3, "thousand"),
    ("en", "5 thousand million", 9, "thousand million"),
    ("en", "5 thousand-million", 9, "thousand-million"),
    ("en", "5 million million", 12, "million million"),
    ("en", "5 millionabc", 6, "millionabc"),
    ("de", "5 Mio. Euro", 6, "Mio."),
    ("de", "5 Milliarden", 9, "Milliarden"),
    ("es", "5 mil millones", 9, "mil millones"),
    ("es", "5 mil  millones", 9, "mil  millones"),
    ("es", "5 MILLÓN", 6, "MILLÓN"),
    ("ro", "5 de milioane", 6, "de milioane"),
    ("ja", "5億円", 8, "億"),
    ("zh-Hans", "5万亿元", 12, "万亿"),
    ("en", "5 thousand " + "million " * 6 + "ab", 39, "thousand " + "million " * 5 + "million"),
]  # fmt: skip


@pytest.mark.parametrize(("tag", "text", "zeros", "written"), BEHIND)
def test_a_word_behind_a_figure_makes_it_as_large(
    tag: str, text: str, zeros: int, written: str
) -> None:
    found = writing(tag).magnitudes.behind(text, 1)
    assert found
    assert (found.zeros, found.written) == (zeros, written)


@pytest.mark.parametrize(
    ("tag", "text"),
    [("en", "5  million"), ("en", "5 --million"), ("en", "5 millionabcd"), ("en", "5 M"),
     ("en", "5 thousandmillion"), ("en", "5 or a million"), ("de", "5 Mio"), ("fi", "5 t."),
     ("en", "5, million"), ("en", "5 amillion")],
)  # fmt: skip
def test_what_is_no_such_word_makes_none_larger(tag: str, text: str) -> None:
    assert writing(tag).magnitudes.behind(text, 1) is None


def test_words_are_looked_for_no_farther_than_sixty_characters() -> None:
    sixty = " " + "thousand " * 4 + "million " * 2 + "million"
    one_more = " " + "thousand " * 5 + "million million"
    assert (len(sixty), len(one_more)) == (60, 61)
    found = [writing("en").magnitudes.behind(f"5{long}", 1) for long in (sixty, one_more)]
    assert [each.zeros for each in found if each] == [4 * 3 + 3 * 6, 5 * 3 + 6]


ALONE = [
    ("en", "a million people", [("million", 6)]),
    ("en", "a thousand people", []),
    ("en", "a thousand million", [("thousand million", 9)]),
    ("en", "million", [("million", 6)]),
    ("en", "MILLION, Millìon", [("MILLION", 6), ("Millìon", 6)]),
    ("en", "5 million", []),
    ("en", "55  million", []),
    ("en", "5 x million", [("million", 6)]),
    ("en", "5 M and B", []),
    ("de", "in Mio. und Millionen", [("Millionen", 6)]),
    ("es", "tres mil millones", [("mil millones", 9)]),
    ("es", "mil", []),
    ("ja", "数億", []),
    ("fr", "des milliers, des milliards", [("milliards", 9)]),
]


@pytest.mark.parametrize(("tag", "text", "large"), ALONE)
def test_large_words_stand_alone_where_no_figure_is_before_them(
    tag: str, text: str, large: list[tuple[str, int]]
) -> None:
    found = figures.said(text, writing(tag)).large
    assert [(part.written, part.zeros) for part in found] == large
    assert not any(part.firm or part.readings for part in found)


INFLECTED = [
    ("en", "millions millionth", 6),
    ("fi", "miljoonan miljoonien", 6),
    ("fi", "miljardien", 9),
    ("ro", "milioane milionul", 6),
    ("it", "milione milioni", 6),
    ("it", "miliardo miliardi", 9),
    ("pl", "milionami milionów", 6),
    ("pl", "miliardach miliardami", 9),
    ("ru", "миллионами", 6),
    ("ru", "миллиардам", 9),
    ("sv", "miljoner", 6),
    ("hu", "milliót millióval", 6),
    ("cs", "milionech miliony", 6),
    ("tr", "milyonu", 6),
    ("nl", "miljoenen", 6),
    ("lt", "milijonų milijonams", 6),
    ("el", "εκατομμυρίων", 6),
    ("he", "המיליון", 6),
    ("he", "למיליארד", 9),
    ("ar", "ملايين بملايين", 6),
    ("et", "miljonite miljonit", 6),
    ("pt", "milhões milhão", 6),
    ("es", "billones", 12),
]


@pytest.mark.parametrize(("tag", "words", "zeros"), INFLECTED)
def test_forms_of_a_word_have_its_zeros(tag: str, words: str, zeros: int) -> None:
    magnitudes = writing(tag).magnitudes
    for word in words.split():
        assert [(each.zeros, each.is_word) for each in magnitudes.every(word)] == [(zeros, True)]
        assert magnitudes.may_have(f"x {word} x", zeros)
        assert not magnitudes.may_have(f"x {word} x", zeros + 3)


@pytest.mark.parametrize(
    ("tag", "word"),
    [("en", "millionaire"), ("fi", "miljoonamme"), ("ro", "milioanelor"), ("it", "milionesimi"),
     ("sv", "miljonerna"), ("tr", "milyonların"), ("es", "millonario"), ("pt", "milionário"),
     ("en", "thousands"), ("de", "Tausende"), ("en", "xmillion")],
)  # fmt: skip
def test_longer_words_that_begin_alike_are_none(tag: str, word: str) -> None:
    assert not list(writing(tag).magnitudes.every(word))


@pytest.mark.parametrize("tag", language.names())
def test_a_language_that_has_spaces_has_words_for_three_sizes(tag: str) -> None:
    sizes = set() if tag in WITHOUT_SPACES else {6, 9, 12}
    assert writing(tag).magnitudes.known == sizes


@pytest.mark.parametrize(
    ("tag", "text", "zeros"),
    [("en", "3 M", 6), ("en", "3M", 6), ("en", "3 B", 9), ("fr", "3 M€", 6), ("en", "M", 6)],
)
def test_a_letter_may_be_a_large_number(tag: str, text: str, zeros: int) -> None:
    assert writing(tag).magnitudes.may_have(text, zeros)
    assert not writing(tag).magnitudes.may_have(text, zeros + 6)
    assert not writing(tag).magnitudes.may_have(f"x{text}x" if text == "M" else "x", zeros)


def test_a_short_word_may_be_a_large_number_and_a_thousand_is_none() -> None:
    assert writing("de").magnitudes.may_have("in Mio. Kronen", 6)
    assert not writing("en").magnitudes.may_have("a million, a thousand", 3)


@pytest.mark.parametrize(
    ("month", "forms", "others"),
    [
        (1, "January januarx Januaryabcdef Januarxabcde", "Januax Januaryabcdefg"),
        (4, "April aprix Aprilabcdef", "Aprx Aprilabcdefg"),
        (5, "May MAY Mayabc", "Ma Mayabcd Ray"),
        (6, "June Juneabcdef", "Junx Juneabcdefg"),
        (8, "August augusx", "Auguxx"),
        (10, "October Octobex", "Octobxx"),
        (12, "December Decembxx décember Decemberabcdef", "Decemxxx Decemberabcdefg xDecember"),
    ],
)
def test_a_month_may_have_so_many_other_letters_at_its_end(
    month: int, forms: str, others: str
) -> None:
    may_have = writing("en").months.may_have
    assert [form for form in forms.split() if not may_have(f"in {form} 5", month)] == []
    assert [form for form in others.split() if may_have(f"in {form} 5", month)] == []


@pytest.mark.parametrize(
    ("tag", "late", "early"),
    [
        ("en", "4 p.m.|4 PM|at night|in the evening|in the afternoon", "4 a.m.|spm|noon|morning"),
        ("fr", "du soir|de l’après-midi|de l'après-midi", "de la nuitée|dusoir|du matin"),
        ("es", "4 p. m.|4 p.m.|de la tarde|de la noche", "4 a. m.|de la mañana|la tardecita"),
        ("ja", "午後4時|夕方", "午前4時|朝"),
        ("nl", "’s middags|'s avonds", "’s ochtends"),
        ("da", "om eftermiddagen", "om formiddagen"),
        ("pl", "po południu|wieczorem", "przed południem|rano"),
        ("el", "4 μ.μ.|το απόγευμα", "4 π.μ.|το πρωί"),
        ("de", "nachmittags|abends|nachts", "morgens|vormittags|Nachmittagstee"),
        ("zh-Hans", "下午4点|晚上8点", "上午4点|早上"),
        ("ar", "٤ مساءً", "٤ صباحًا"),
        ("fi", "klo 4 illalla", "aamulla"),
    ],
)
def test_words_say_that_an_hour_is_after_noon(tag: str, late: str, early: str) -> None:
    is_late = writing(tag).is_late
    assert [text for text in late.split("|") if not is_late(text)] == []
    assert [text for text in early.split("|") if is_late(text)] == []


@pytest.mark.parametrize("tag", language.names())
def test_each_language_has_words_for_the_hours_after_noon(tag: str) -> None:
    names = language.load(tag).locale.day_periods["format"]["abbreviated"]
    assert writing(tag).is_late(f"4 {names['pm']}")
    assert not writing(tag).is_late(f"4 {names['am']}")
