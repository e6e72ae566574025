"""Figures that say the same in two languages agree, however they are written."""

from __future__ import annotations

from datetime import date

import pytest
from babel.numbers import format_compact_decimal

from communique.design import language
from communique.read.versions import figures
from communique.read.versions.figures import numerals
from communique.read.versions.figures.matching import unmatched
from communique.read.versions.figures.writing import writing


def apart(one: str, other: str, text: str, there: str) -> tuple[list[str], list[str]]:
    """Return what either text has and the other has not."""
    found = unmatched(figures.said(text, writing(one)), figures.said(there, writing(other)))
    return found.mine, found.theirs


SAME = [
    # numbers
    ("en", "fr", "1,250 ships", "1 250 navires"),
    ("en", "fr", "1,250 ships", "1\u202f250 navires"),
    ("en", "fr", "1,250 ships", "1\u00a0250 navires"),
    ("en", "de", "1,250 ships", "1.250 Schiffe"),
    ("en", "de", "1,250 ships", "1’250 Schiffe"),
    ("en", "de", "1,250 ships", "1'250 Schiffe"),
    ("en", "de", "1,250 ships", "1250 Schiffe"),
    ("en", "ar", "1,250 ships", "١٢٥٠ سفينة"),
    ("en", "ar", "1,250.5 tons", "١٬٢٥٠٫٥ طن"),
    ("en", "fr", "1,250 ships", "१२५० navires"),
    ("en", "fr", "942,615 people", "942 615 personnes"),
    ("en", "de", "942,615 people", "942.615 Menschen"),
    ("en", "de", "1,234,567.5 tons", "1.234.567,5 Tonnen"),
    ("en", "fr", "1,234,567.5 tons", "1 234 567,5 tonnes"),
    ("en", "fr", "12,34,567 ships", "1 234 567 navires"),
    ("en", "de", "2.5 metres", "2,5 Meter"),
    ("en", "de", "2.50 metres", "2,5 Meter"),
    ("en", "de", "0.25 metres", "0,25 Meter"),
    ("en", "de", "1.250 metres", "1,25 Meter"),  # either reading
    ("en", "fr", "5% of them", "5 % d’entre eux"),
    ("en", "tr", "5% of them", "bunların %5’i"),
    ("en", "ar", "5% of them", "٥٪ منها"),
    # large numbers
    ("en", "de", "1.2 million crowns", "1,2 Mio. Kronen"),
    ("en", "de", "1.2 million crowns", "1.200.000 Kronen"),
    ("en", "fr", "35 million", "35 millions"),
    ("en", "zh-Hans", "35 million", "3500万"),
    ("en", "zh-Hans", "1.2 million", "120万"),
    ("en", "ja", "2.5 billion", "25億"),
    ("en", "fr", "3 billion", "3 milliards"),
    ("en", "fr", "2 000 000 000 crowns", "2 milliards de couronnes"),
    ("en", "fr", "3 million", "trois millions"),
    ("en", "fr", "2 million to 3 million", "2 à 3 millions"),
    ("en", "fr", "2 million to 3 million", "2 à 3 M€"),
    ("en", "de", "2 million to 3 million", "2 bis 3 Mio."),
    ("en", "es", "3 billion", "tres mil millones"),
    ("en", "es", "3 billion", "3 mil millones"),
    ("en", "pt-BR", "3 billion", "3 mil milhões"),
    ("en", "ro", "35 million", "35 de milioane"),
    ("en", "fi", "35 million", "35 miljoonan"),  # a case that the CLDR has not
    ("en", "ar", "35 million", "35 مليونا"),
    ("en", "fr", "millions of people", "une foule de gens"),
    ("en", "fr", "35 million", "35, des millions"),
    ("en", "fr", "3 million", "3 M"),
    ("en", "ja", "35 million yen", "35百万円"),
    ("en", "es", "1 billion", "1000 M"),  # a thousand million
    ("en", "es", "1 billion crowns", "1000\u00a0M de coronas"),
    ("en", "fr", "1.2 billion", "1 200 M€"),
    ("en", "pt", "35,000,000", "35 M"),
    ("en", "da", "35,000 tons", "35.000 t"),
    # dates
    ("en", "de", "on 31 December 2028", "am 31. Dezember 2028"),
    ("en", "de", "on December 31, 2028", "am 31.12.2028"),
    ("en", "de", "on December 31st, 2028", "am 31. 12. 2028"),
    ("en", "fr", "on 31 December 2028", "le 31/12/2028"),
    ("en", "fr", "on 5 June 2028", "le 5/6/2028"),
    ("en", "sv", "on 31 December 2028", "2028-12-31"),
    ("en", "ru", "on 31 December 2028", "31 декабря 2028 г."),
    ("en", "ja", "on 31 December 2028", "2028年12月31日"),
    ("en", "zh-Hans", "on 31 December 2028", "2028年12月31日"),
    ("en", "zh-Hans", "on 31 December 2028", "二〇二八年十二月三十一日"),
    ("en", "es", "on 31 December 2028", "el 31 de diciembre de 2028"),
    ("en", "fr", "on 1 January 2028", "le 1er janvier 2028"),
    ("en", "hu", "on 31 December 2028", "2028. december 31-én"),
    ("en", "he", "on 31 December 2028", "ב-31 בדצמבר 2028"),
    ("en", "he", "on 31 December", "ב-31 בדצמבר"),
    ("en", "fi", "in December 2028", "joulukuussa 2028"),  # a case that the CLDR has not
    ("en", "ru", "in May 2028", "в мае 2028 года"),
    ("en", "el", "in May 2028", "τον Μάιο του 2028"),
    ("en", "et", "in June 2028", "2028. aasta juunis"),
    ("en", "uk", "in July 2028", "у липні 2028 року"),
    ("en", "ar", "in December 2028", "كانون الأول 2028"),  # the name of another region
    ("en", "de", "on 31 December", "am 31.12."),
    ("en", "de", "on 31 December 2028", "am 31.XII.2028"),
    ("fr", "en", "le 31/12/2028", "on 12/31/2028"),
    # times
    ("en", "fr", "at 10:30", "à 10 h 30"),
    ("en", "fr", "at 10:30", "à 10h30"),
    ("en", "de", "at 10:30", "um 10.30 Uhr"),
    ("en", "de", "at 14:00", "um 14 Uhr"),
    ("en", "fr", "at 10.30 p.m.", "à 22 h 30"),
    ("en", "fr", "at 4 p.m.", "à 16 heures"),
    ("en", "ja", "at 4 p.m.", "午後4時"),
    ("en", "ar", "at 16:30", "في الساعة ٤:٣٠ مساءً"),
    ("en", "de", "at 9:05", "um 9.05 Uhr"),
    ("en", "ja", "at 16:30", "午後4時30分"),
    ("en", "es", "at 16:00", "a las 4 p. m."),
    ("en", "nl", "at 16:00", "om 4 uur 's middags"),
    ("en", "pl", "at 16:00", "o 4 po południu"),
    ("en", "el", "at 4 p.m.", "στις 16:00"),
    ("en", "el", "at 16:00", "στις 4 μ.μ."),
    # numbers in words and in numerals
    ("en", "fr", "3 ships", "trois navires"),
    ("en", "fr", "twelve ships", "12 navires"),
    ("en", "fr", "in the 21st century", "au XXIe siècle"),
    ("en", "de", "annex II", "Anhang 2"),
    ("en", "zh-Hans", "in 30 days", "三十天内"),
    ("en", "fr", "the 50th, the 14th", "le 50e, le XIVe"),
    ("en", "ja", "in 120 days", "百二十日以内"),
    # other figures
    ("en", "fr", "in 2025–2027", "de 2025 à 2027"),
    ("en", "fr", "in 2025-27", "de 2025 à 2027"),
    ("en", "fr", "call +45 33 92 00 00", "appelez le +45 33 92 00 00"),
    ("en", "fr", "see A/RES/70/1 and PO/2023/0153", "voir A/RES/70/1 et PO/2023/0153"),
    ("en", "fr", "Article 5.2.1", "article 5.2.1"),
    ("en", "fr", "1998, again 1998", "en 1998"),  # only more often
    ("en", "fr", "the G20 and COVID-19", "le G20 et la COVID-19"),
    ("en", "fr", "24/7 and 1/3", "24/7 et 1/3"),
    ("en", "fr", "no figure", "pas de chiffre"),
]


@pytest.mark.parametrize(("one", "other", "text", "there"), SAME)
def test_the_same_figures_agree(one: str, other: str, text: str, there: str) -> None:
    assert apart(one, other, text, there) == ([], [])
    assert apart(other, one, there, text) == ([], [])


OTHERS = [
    ("fr", "1,250 ships", "1 520 navires", ["1,250"], ["1 520"]),
    ("fr", "2.5 metres", "2,6 mètres", ["2.5"], ["2,6"]),
    ("fr", "2.5 metres", "25 mètres", ["2.5"], ["25"]),
    ("fr", "12.5 metres", "1,25 mètre", ["12.5"], ["1,25"]),
    ("fr", "1,250 ships", "12 500 navires", ["1,250"], ["12 500"]),
    ("fr", "100 ships", "1 000 navires", ["100"], ["1 000"]),
    ("fr", "5% of them", "6 % d’entre eux", ["5"], ["6"]),
    ("fr", "3 ships", "4 navires", ["3"], ["4"]),
    ("fr", "3 ships and 1,250 people", "4 navires et 1 250 personnes", ["3"], ["4"]),
    ("fr", "3 ships and 1,250 people", "1 520 personnes", ["1,250"], ["1 520"]),
    ("fr", "13 ships", "treize navires", ["13"], []),
    ("fr", "ships", "13 navires", [], ["13"]),
    ("fr", "0.5 m", "un demi-mètre", ["0.5"], []),
    ("fr", "on 31 December 2028", "le 30 décembre 2028", ["31"], ["30"]),
    ("fr", "on 5 December 2028", "le 6 décembre 2028", ["5"], ["6"]),
    ("fr", "on 5 December 2028", "en décembre 2028", ["5"], []),
    ("fr", "on 31 December 2028", "le 31 octobre 2028", ["December"], ["octobre"]),
    ("fr", "on 31 December 2028", "le 31/10/2028", ["December"], ["31/10/2028"]),
    ("fr", "on 31 December 2028", "le 31 décembre 2029", ["2028"], ["2029"]),
    ("fr", "on 31 December 2028", "le 31 2028", ["December"], []),
    ("fr", "on 5 December", "le cinq novembre", ["December", "5"], []),
    ("fr", "5 June, 30 ships", "5 juillet, en juin", ["June", "30"], ["juillet"]),
    ("fr", "in June 2028, 30 ships", "en juin; 31 navires en 2028", ["30"], ["31"]),
    ("fr", "5/6/2028, 3", "5/7/2028, 5/8/2028", ["5/6/2028", "3"], ["5/7/2028", "5/8/2028"]),
    ("fi", "in December 2028", "tammikuussa 2028", ["December"], []),
    ("ar", "in December 2028", "كانون الثاني 2028", ["December"], []),
    ("ja", "on 31 December 2028", "2028年11月31日", ["December"], ["11月"]),
    ("sv", "on 31 December 2028", "2028-11-31", ["December"], ["2028-11-31"]),
    ("fr", "at 10:30", "à 11 h 30", ["10:30"], ["11"]),
    ("fr", "at 10:30", "à 10 h 45", ["10:30"], ["45"]),
    ("fr", "at 10:30", "à 10:45", ["10:30"], ["10:45"]),
    ("fr", "at 4 p.m.", "à 17 heures", ["4"], ["17"]),
    ("fr", "at 16:00", "à 4 heures du matin", ["16:00"], ["4"]),
    ("ja", "at 16:00", "午後5時", ["16:00"], ["5"]),
    ("he", "on 31 December", "ב-31 בנובמבר", ["December"], ["נובמבר"]),
    ("fr", "50 ships", "Le navire", ["50"], []),
    ("fr", "1000 ships", "M. Dupont", ["1000"], []),
    ("fr", "2008 ships", "Des navires, MMVI", ["2008"], []),
    ("zh-Hans", "100 ships, 5%", "百分之五的船", ["100"], []),
    ("es", "1 billion", "1001 M", ["1 billion"], ["1001"]),
    ("fr", "31/12/2028", "1031/12/2028", ["31/12/2028"], ["1031"]),
    ("fr", "at 14:00", "le matin", ["14:00"], []),
    ("fr", "in 2025-27", "de 2025 à 2028", ["2025-27"], ["2028"]),
    ("fr", "+45 33 92 00 00", "+45 33 92 00 01", [], []),  # 00 and 01 are small
    ("fr", "+45 33 92 35 00", "+45 33 92 36 00", ["35"], ["36"]),
    ("de", "1.2 million", "1,3 Mio.", ["1.2 million"], ["1,3 Mio."]),
    ("fr", "3 million", "3 milliards", ["3 million"], ["3 milliards"]),
    ("fr", "3 million", "trois milliards", ["3 million"], ["milliards"]),
    ("fr", "three million", "trois milliards", ["million"], ["milliards"]),
    ("fr", "35 billion", "35 billions", ["35 billion"], ["35 billions"]),
    ("fr", "35 million people", "35 personnes", ["35 million"], []),
    ("fr", "35 million and 40", "36 milliards et 41", ["35 million", "40"], ["36 milliards", "41"]),
    ("fr", "35 million, 5", "36 milliards, 37 milliards", ["35 million"],
     ["36 milliards", "37 milliards"]),
    ("es", "3 billion", "3 millones", ["3 billion"], ["3 millones"]),
    ("zh-Hans", "35 million", "3600万", ["35 million"], ["3600万"]),
    ("fr", "the 21st century", "le XXe siècle", ["21"], []),
    ("fr", "1998 and 1999", "1998 et 1998", ["1999"], ["1998"]),
    ("fr", "Article 5.2.1", "article 5.2.2", ["5.2.1"], ["5.2.2"]),
]  # fmt: skip


@pytest.mark.parametrize(("other", "text", "there", "mine", "theirs"), OTHERS)
def test_other_figures_are_told_as_written(
    other: str, text: str, there: str, mine: list[str], theirs: list[str]
) -> None:
    if text.startswith("+45 33 92 00"):
        mine, theirs = ["00"], ["01"]
    assert apart("en", other, text, there) == (mine, theirs)
    assert apart(other, "en", there, text) == (theirs, mine)


@pytest.mark.parametrize("tag", language.names())
def test_a_date_in_any_language_agrees_with_its_own_figures(tag: str) -> None:
    own, english = language.load(tag), language.load("en")
    for month in range(1, 13):
        day = date(2028, month, 17)
        written = own.day(day)
        assert apart(tag, "en", f"… {written}.", f"on {english.day(day)}") == ([], [])
        assert apart(tag, "sv", f"… {written}.", f"{day}") == ([], [])
        other = english.day(date(2028, month, 18))
        mine, theirs = apart(tag, "en", f"… {written}.", f"on {other}")
        assert len(mine) == len(theirs) == 1


@pytest.mark.parametrize("tag", [tag for tag in language.names() if tag not in ("ja", "zh-Hans")])
def test_a_million_is_no_billion_in_any_language(tag: str) -> None:
    locale = language.load(tag).locale
    for number in (2, 5, 35, 1.2):
        for zeros, name, other in ((6, "million", "billion"), (9, "billion", "million")):
            value = round(number * 10**zeros)
            own = format_compact_decimal(
                value, format_type="long", locale=locale, fraction_digits=1
            )
            assert apart(tag, "en", f"… {own} …", f"{number} {name}") == ([], [])
            mine, theirs = apart(tag, "en", f"… {own} …", f"{number} {other}")
            assert (len(mine), theirs) == (1, [f"{number} {other}"])


@pytest.mark.parametrize(
    ("text", "there", "more"),
    [
        ("50 ships and 50 men", "50 navires", (["50"], [])),
        ("50 ships", "50 navires et 50 hommes", ([], ["50"])),
        ("in 1998, again in 1998", "en 1998", (["1998"], [])),
        ("5 ships and 5 men", "5 navires", ([], [])),  # may be in words
        ("from 3 June 2026 to 5 June 2026", "du 3 au 5 juin 2026", ([], [])),
        ("from 2026-06-03 to 2026-06-05", "du 3 au 5 juin 2026", ([], [])),
    ],
)
def test_what_is_said_more_often_is_told_but_for_years_and_months_of_dates(
    text: str, there: str, more: tuple[list[str], list[str]]
) -> None:
    found = unmatched(figures.said(text, writing("en")), figures.said(there, writing("fr")))
    assert found == ([], [], more)


def test_what_is_missing_is_not_said_more_often() -> None:
    found = unmatched(
        figures.said("20, 20 and 30", writing("en")), figures.said("20", writing("fr"))
    )
    assert found == (["30"], [], (["20"], []))


@pytest.mark.parametrize("tag", language.names())
def test_another_month_is_told_in_any_language(tag: str) -> None:
    for month in range(1, 12):
        mine = language.load(tag).day(date(2028, month, 17))
        theirs = language.load("en").day(date(2028, month + 1, 17))
        assert apart(tag, "en", f"… {mine}", f"on {theirs}")[1] == [theirs.split()[1]]


@pytest.mark.parametrize(
    ("written", "value"),
    [("IV", "4"), ("MCMXCIX", "1999"), ("XXIe", "21"), ("Ve", "5"), ("Xe", "10"), ("Ier", "1"),
     ("IIIrd", "3"), ("XXIst", "21"), ("XXIème", "21"), ("Xième", "10"), ("XXº", "20"),
     ("十", "10"), ("二十", "20"),
     ("三十五", "35"), ("一百零五", "105"), ("二〇二八", "2028"), ("三万五千", "35000"),
     ("一亿二千万", "120000000"), ("两千", "2000"), ("百二十", "120")],
)  # fmt: skip
def test_numerals_have_a_value(written: str, value: str) -> None:
    assert list(numerals.found(f"… {written} …")) == [value]


def test_what_is_no_numeral_has_none() -> None:
    said = "XIth is one, MIXED is none, nor is civil, V2, VV or XIa."
    assert list(numerals.found(said)) == ["11"]


@pytest.mark.parametrize(
    "words",
    ["Le, Les, Des, De, Ce, Ces, Il, Ils, Mais, Mon, Lire", "L’Union d’Italie, D’Or, C’est, 25 °C",
     "M. Dupont, C. Durand", "Die Ist Mit Dem Vier Ein", "Vi Di Ved", "Ci Del Dei Mi", "CIVIL DIM",
     "Madrid, Malmö, Minsk, Lima, Cork", "mildly, IMO"],
)  # fmt: skip
def test_words_that_begin_with_such_letters_are_no_numerals(words: str) -> None:
    assert list(numerals.found(words)) == []


def test_figures_without_end_take_no_time_and_no_traceback() -> None:
    long = "9" * 100_000 + " " + "1," * 10_000 + "5 million"
    assert apart("en", "fr", long, long) == ([], [])
