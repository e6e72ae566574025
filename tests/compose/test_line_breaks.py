"""Spaces that do not break: only spaces change, and no run of words gets too wide."""

from __future__ import annotations

import pytest
from babel.numbers import format_compact_decimal
from babel.units import format_unit

from communique.compose.inline.bidi import directed
from communique.compose.inline.line_breaks import NO_BREAK, Typography
from communique.design import language
from communique.design.writing.bindings import NONE
from communique.model.body import Node

MONTHS = {
    "en": ["March", "May", "September"],
    "fr": ["mars", "septembre"],
    "de": ["März", "September"],
    "he": ["מרץ", "מאי"],
    "ar": ["ديسمبر"],
    "es": ["marzo", "septiembre"],
}


def bound(text: str, tag: str = "en", *, last: bool = False) -> str:
    """Return the text bound, with ~ for each space that does not break."""
    result = Typography.of(language.bindings(tag), MONTHS.get(tag, ())).bind(text, last=last)
    assert result.replace(NO_BREAK, " ") == text
    return result.replace(NO_BREAK, "~")


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        ("en", "10~−~3 =~7, 5~×~3~=~15, in 5 −3 and a × b, 20~°C".replace("3 =", "3~=")),
        ("fr", "Il dit~: «~Non~!~», puis~; pourquoi~?"),
        ("fr", "«~Non~», dit-il (sous l’article~5, n°~7 et art.~3)."),
        ("fr", "le 29~septembre~2023 et le 1er~mars à 17~h~30"),
        ("da", "Han sagde »hej« og gik. Se artikel~5, stk.~2, nr.~7."),
        ("de", "am 29.~September nach Art.~5 Abs.~2 und Anhang~IV"),
        ("en", "Articles~5 and 7 of Annex~II, on 29~September~2023, May~5 or p.~3"),
        ("en", "The articles of May were three. Section one, part of it, is open."),
        ("en", "No.~7 of 1~200 ships~– some 40~km off~– and J.~Holm"),
        ("en-GB", "Section~3, §~5"),
        ("en", "E.~coli and V.~cholerae, but a. bird and A. the end"),
        (
            "en",
            "until 12~March 2026, 16:00 (Copenhagen), 15:00~UTC".replace(
                "March 2026", "March~2026"
            ),
        ),
        ("en", "from 47°~58′~12″~N, 4°~39'~55\"~W to 48.2°~N, 12° by day"),
        ("ru", "47°~58′~12″~С"),
        ("fr", "articles~61~à~63, du 3~au~5~mars, à 7 ou 8"),
        ("de", "Artikel~5~bis~9, 3.~bis~5.~März, bis 9"),
        ("es", "el 3~de~marzo, artículo~5"),
        ("it", "l’articolo~5, comma~2"),
        ("nb", "artikkel~5, nr.~2"),
        ("nl", "artikel~5, lid~2"),
        ("pt", "artigo~5, n.º~2"),
        ("el", "άρθρο~5 και παρ.~2"),
        ("ru", "статья~5, пункт~2, №~7"),
        ("uk", "стаття~5, частини~2"),
        ("pl", "art.~5 ust.~2 pkt~3"),
        ("sv", "artikel~5, bilaga~2"),
        ("ar", "5 a 7"),
        ("en", "paragraphs~3, 5, 5~bis and 6~ter, in 5 bisected parts"),
        ("en", "16~square~metres, 3.5~cubic~kilometres, square metres, 2~days ago"),
        ("de", "vom 14.~März (BGBl.~I S.~112)"),
        ("pl", "z dnia 30 maja (Dz.~U. poz.~1877)".replace("z dnia", "z~dnia")),
        ("en", "16.5~metres, 24~hours, 1~gigabit, 2~per~cent, per~cent, 1~200~m³/s and 5~µg/m³"),
        ("en", ">~10~μm, ±~5, ±6~D, (n~=~412), p~<~0.05, but a = b and 5 > b"),
        ("de", "seit 30~Jahren, 5~Kilometer, 30~Jahre, 5 Bitten"),
        ("fr", "dans les 72~heures, 3~pour~cent"),
        ("pl", "przez 30~lat i~5~godzin, 16,5~metra"),
        ("he", "ב־14~במרץ 2015 ועוד 31~מאי 2016"),
        ("ar", "31~ديسمبر 2028، 16.5~متراً"),
        ("ru", "и~т.~д., т.~е. до н.~э."),
        ("uk", "і~т.~д., до н.~е."),
        ("pl", "z~późn.~zm."),
        ("de", "Wert in~€, Anteil (in~%), und~% allein"),
        ("de", "z.~B. so, d.~h., i.~d.~R. am Ende."),
        (
            "cs",
            "s.~r.~o., 300 př.~n.~l., č.~1/2020~Sb., 500~lidí, 8.~kapitola",
        ),
    ],
)
def test_spaces_do_not_break_where_no_line_may_end(tag: str, text: str) -> None:
    assert bound(text.replace("~", " "), tag) == text


#: For each language a text with words that its file binds, and what is bound in it.
BOUND = {
    "ar": "وفقا للفقرة 5 من المادة~12، نحو 5~مليون",
    "bg": "Решение в~София и~г-жа~Иванова, чл.~5, т.~2, 2026~г. и~5~млн.~лв.",
    "cnr": "Dogovor u~Podgorici i~gđa~Marković, čl.~5, 5~miliona eura",
    "cs": "Sešli se v~Praze s~p.~Novákem a~o~páté, čl.~5 odst.~2 písm.~a) §~23, 5~mil.~Kč",
    "da": "Hr.~Holm og dr.~Juul, artikel~5, kl.~18, 5~mio.~kr.",
    "de": "Herr~Holm und Frau~Dr.~Juul, Art.~5 Abs.~2, 5~Millionen Euro, um 18~Uhr",
    "el": "ο κ.~Παππάς, άρθρο~5, παρ.~2, 5~εκατομμύρια ευρώ",
    "en": "Ms.~X and Dr~Holm, No.~5, Art.~5, §~5, €~5~million, EUR~5, 5~p.m., J.~K.~Holm",
    "es": "el Sr.~Pérez y D.~Pedro, art.~5, núm.~2, 5~millones de euros, a las 18~h",
    "et": "hr~Tamm, artikkel~5 lõige~2, nr~5, lk~7, 5~miljonit eurot",
    "fi": "5~artiklan 2~kohta, nro~5, s.~7, 5~miljoonaa euroa, tri~Holm",
    "fr": "M.~Macron et Mme~Holm, l’article~5, 18~h~00, 5~millions d’euros, n°~7",
    "he": "סעיף~5, עמ׳~7, 5~מיליון",
    "hr": "Sastali su se u~Zagrebu i~o~tome, čl.~5, 5~milijuna eura, g.~Horvat",
    "hu": "az 5.~cikk (2)~bekezdése, a 7.~oldal, 5~millió euró, dr.~Kiss",
    "is": "5.~gr., nr.~7, bls.~3, kl.~18, 5~milljónir króna",
    "it": "il dott.~Rossi, l’art.~5, comma~2, n.~7, 5~milioni di euro",
    "lb": "den Här~Weber, Artikel~5, Nr.~7, 5~Milliounen Euro",
    "lt": "2026~m. kovo 12~d., 5~straipsnis, Nr.~7, p.~Jonaitis, 5~mln. eurų",
    "lv": "2026.~gada 12. marts, 5.~panta~2.~punkts, Nr.~7, 5~miljoni eiro",
    "mk": "Состанок во Скопје и~г-ѓа~Илиева, чл.~5, 2026~г., 5~милиони евра",
    "nb": "fr.~Holm, artikkel~5, nr.~7, kl.~18, kr~5, 5~mill. kroner",
    "nl": "mevr.~Jansen, art.~5, lid~2, nr.~7, 5~miljoen euro",
    "nn": "dr.~Holm, artikkel~5, nr.~7, kl.~18, kr~5, 5~mill. kroner",
    "pl": "Spotkali się w~Oslo i~o~tym z~p.~Kowalską, art.~5, nr~5, 2026~r., 5~mln~zł, I~w~Porcie",
    "pt": "o Sr.~Silva, artigo~5, n.º~7, 5~milhões de euros",
    "ro": "dl~Popescu, art.~5 alin.~2, nr.~7, 5~milioane de euro",
    "ru": "Встреча в~Осло и~о~том~же, г.~Москва, п.~5, 2026~г., №~5, И.~И.~Иванов, 5~млн~руб.",
    "sk": "Stretli sa v~Prahe s~p.~Novákom a~o~piatej, čl.~5 ods.~2, 5~mil. eur, č.~1/2020~Z.~z.",
    "sl": "Srečanje v~Ljubljani z~g.~Novakom, 5.~člen, čl.~5, št.~7, 5~milijonov evrov",
    "sq": "z.~Hoxha, neni~5, nr.~7, 5~milionë euro",
    "sv": "artikel~5, 5~kap.~3~§, nr~7, kl.~18, 5~miljoner kronor, dr~Holm",
    "tr": "Sn.~Yılmaz, madde~5, 5~milyon avro, 5.~maddesi",
    "uk": "Зустріч у~Києві й~м.~Львів, п.~5, 2026~р., №~5, 5~млн~грн, І.~Франко",
}


@pytest.mark.parametrize("tag", BOUND)
def test_words_stay_together_as_their_language_asks(tag: str) -> None:
    assert bound(BOUND[tag].replace("~", " "), tag) == BOUND[tag]


def test_every_language_that_puts_spaces_between_words_binds_some() -> None:
    assert {tag for tag in language.names() if language.bindings(tag) != NONE} == set(BOUND)
    assert language.names() == sorted([*BOUND, "ja", "zh-Hans"])


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        ("de", "je 4,5~Mio.~€ bereit, 7~Mrd.~EUR, 12~Millionen~€, 5~Millionen Euro"),
        ("en", "5~million~USD, 7~million~$, but 5~million all in all and a million € of it"),
        ("fr", "5~millions~€, 5~milliards d’euros"),
        ("ru", "5~млн~₽ и~5~₽"),
        ("ar", "5~مليون~€"),
    ],
)
def test_a_sum_stays_together_with_its_word_and_its_currency(tag: str, text: str) -> None:
    assert bound(text.replace("~", " "), tag) == text


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        ("de", "mit zusammen 4,6~Mio.~m³, 3~Mio.~t, 12~Mrd.~kWh, 5~Millionen Tonnen"),
        ("en", "5~million~m³, 7~billion~l, at 5~p.m. A vote, 5~million A, 5~thousand~t"),
        ("fr", "5~millions~m³, 5~millions d’euros"),
        ("ru", "5~млн~т, 3~млрд~кВт·ч, 7~тыс.~га, 5~м³/с и~5 с~половиной"),
        ("uk", "5~млн~т, 3~млрд~кВт·год"),
        ("uk", "60~кН/м², 110~кВ, 16~кА, 55~дБ, 3~ммоль/л, 230~В, 10~А, але 5 а~в~2030"),
        ("ru", "60~кН/м², 110~кВ, 16~кА, 55~дБА, 3~моль, 20~мкЗв/ч, 5~мс, 300~К, 5 к~тому"),
        ("bg", "60~kN, 60~кН/м², 110~кВ, 16~кА, 55~дБ, 3~мол"),
        ("el", "3~εκατ.~χλμ."),
        ("he", "3~מיליון~ק״מ"),
        ("ar", "3~مليون~كم²"),
        ("sk", "5~miliónov s~ministrom"),
    ],
)
def test_a_unit_stays_with_the_word_of_its_number(tag: str, text: str) -> None:
    assert bound(text.replace("~", " "), tag) == text


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        ("en", "Press office, ext.~310"),
        ("de", "Frau~Holm, Durchwahl~310"),
        ("fr", "service de presse, poste~310"),
        ("es", "José Ángel Muñoz, ext.~310"),
        ("it", "Ufficio stampa, int.~310"),
        ("nl", "toestel~310"),
        ("ru", "доб.~310"),
    ],
)
def test_an_extension_stays_with_its_word(tag: str, text: str) -> None:
    """Recommendation ITU-T E.123 has it behind the number of a telephone."""
    assert bound(text.replace("~", " "), tag) == text


#: What the CLDR has in two words, or in a word of its own for each, which stand as words do.
LONG = {("ar", "power-megawatt"), ("is", "duration-hour"), ("lt", "area-square-kilometer")}


@pytest.mark.parametrize(
    "unit", ["length-kilometer", "mass-kilogram", "area-square-kilometer", "power-megawatt"]
)
@pytest.mark.parametrize("tag", BOUND)
def test_a_number_stays_with_the_symbol_of_its_unit(tag: str, unit: str) -> None:
    """And with a word between the two, such as million (CLDR, short units, compact numbers)."""
    locale = language.load(tag).locale
    said = format_unit(5, unit, "short", locale=locale).replace("\u00a0", " ")
    if said.startswith("5 ") and (tag, unit) not in LONG:
        assert " " not in bound(said, tag), said
        long = format_compact_decimal(5_000_000, format_type="short", locale=locale)
        counted = long.replace("\u200f", "").split()[1:]
        for word in counted if len(counted) == 1 and len(counted[0]) > 1 else ():
            assert bound(f"5 {word} {said[2:]}", tag) == f"5~{word}~{said[2:]}"


@pytest.mark.parametrize("unit", ["length-meter", "mass-gram", "duration-minute"])
@pytest.mark.parametrize("tag", BOUND)
def test_a_number_stays_with_its_unit_in_words(tag: str, unit: str) -> None:
    locale = language.load(tag).locale
    for number in (5, 21, 100):
        said = format_unit(number, unit, "long", locale=locale).replace("\u00a0", " ")
        assert bound(said, tag).startswith(f"{number}~"), said


@pytest.mark.parametrize("tag", [tag for tag in BOUND if tag not in {"fi", "hu"}])
def test_the_word_of_a_range_stays_with_its_figures(tag: str) -> None:
    for word in language.bindings(tag).between_numbers:
        assert f"5~{word}~9" in bound(f"a 5 {word} 9 b", tag)
    assert language.bindings(tag).between_numbers


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        ("pl", "Oba państwa (w~tym Norland) i~ich rządy, a~„w~Oslo” też."),
        ("pl", "witamina B i~grupa krwi"),
        ("en", "The Doctor said: there is no dr here, no article on it."),
        ("de", "Die frau ging, das Land Nr. eins."),
        ("uk", "Він є~тут; і, звісно, так."),
        ("en", "Vol.~II, Part~IV, pp.~5–7, articles."),
    ],
)
def test_a_word_is_bound_only_where_it_is_that_word(tag: str, text: str) -> None:
    assert bound(text.replace("~", " "), tag) == text


def test_words_stay_together_where_one_of_them_is_stressed_or_linked() -> None:
    nodes = [
        Node("text", 1, text="W końcu a "),
        Node("emphasis", 1, children=(Node("text", 1, text="w"),)),
        Node("text", 1, text=" Oslo i "),
        Node("link", 1, target="https://example.org", children=(Node("text", 1, text="w P"),)),
        Node("text", 1, text=", art. "),
        Node("strong", 1, children=(Node("text", 1, text="5"),)),
    ]

    def bind(text: str, *, last: bool, language: str = "") -> str:  # noqa: ARG001  # one for all
        return typography.bind(text, last=last)

    typography = Typography.of(language.bindings("pl"))
    found = directed(nodes, "ltr", arabic=False, bind=bind)
    said = ("".join(child.text for child in (node, *node.children)) for node in found)
    assert "|".join(said).replace(NO_BREAK, "~") == "W~końcu a~|w|~Oslo i~|w~P|, art.~|5"


def test_a_run_that_is_bound_stays_narrow() -> None:
    run = bound("1" + " 000" * 20 + " :" * 20)
    assert max(map(len, run.split(" "))) <= 30
    assert "~" in run


@pytest.mark.parametrize(
    ("old", "new"),
    [("30~May~2028", "30~May~2029"), ("30~September~2028", "2~May~2029"), ("30", "30~May~2029")],
)
def test_dates_that_were_deleted_and_inserted_are_whole_for_a_line_may_end_between_them(
    old: str, new: str
) -> None:
    """Their signs meet without a space, and each date with its own signs is a narrow run."""
    signed = f"by [−~{old}~−][+~{new}~+] at"
    plain = f"by [−~{old.replace('~', ' ')}~−][+~{new.replace('~', ' ')}~+] at"
    kept = Typography.of(months=MONTHS["en"]).bind(plain.replace("~", NO_BREAK))
    assert kept.replace(NO_BREAK, "~") == signed


def test_what_stands_before_the_brackets_that_meet_is_a_narrow_run_too() -> None:
    wide = f"30 September 2028{NO_BREAK}{'x' * 20}][+"
    assert " 2028" in Typography.of(months=MONTHS["en"]).bind(wide)


def test_a_short_last_word_is_not_alone_on_its_line() -> None:
    text = "word " * 13 + "end."
    assert bound(text, last=True).endswith("word~end.")
    assert "~" not in bound(text)
    assert "~" in bound("word " * 9 + "end.", last=True)
    assert "~" not in bound("word " * 8 + "end.", last=True)


def test_a_short_last_word_stands_with_the_sign_that_french_sets_apart() -> None:
    assert bound("mot " * 16 + "par an ;", "fr", last=True).endswith("mot par~an~;")
    assert bound("mot " * 16 + "une donnée ;", "fr", last=True).endswith("mot une~donnée~;")
    assert "~une" not in bound("mot " * 16 + "une longueur ;", "fr", last=True)


def test_the_months_are_those_of_the_language() -> None:
    months = language.load("uk").locale.months["format"]["wide"].values()
    assert NO_BREAK in Typography.of(language.bindings("uk"), months).bind("29 вересня 2023 року")
