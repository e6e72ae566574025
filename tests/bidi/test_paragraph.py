"""Levels of a paragraph: what keeps its own order does so wherever it stands."""

from __future__ import annotations

import re
from unittest import mock

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from communique.bidi import own_order
from communique.bidi.paragraph import Paragraph, Span, against, isolated, levels, visual_order
from tests.attack.mixtures import OWN_ORDER
from tests.bidi import reference

PDI = "\u2069"
#: Where something may stand: alone, first, last, amid words, in brackets, after other figures.
HEBREW = ("{}", "{} הנה", "ראו {}", "ראו {} הנה", "ראו ({}), הנה", "ב-{}: כן", "1948, {}; 12 שנה")
ARABIC = ("{}", "{} هنا", "انظر {}", "انظر {} هنا", "انظر ({})، هنا", "١٩، {}؛ 12 سنة", "و{}: نعم")
ENGLISH = ("see (ראו {} הנה) there", "see (انظر {} هنا) there", "a נהר {}, עיר b", "x {} נהר")


def seen(paragraph: Paragraph) -> str:
    """Return a paragraph as it is seen on one line, from left to right."""
    return "".join(paragraph.text[place] for place in visual_order(levels(paragraph)))


@pytest.mark.parametrize("run", [*OWN_ORDER, "20 °C", "10 − 3 = 7"])
def test_what_has_its_own_order_keeps_it_wherever_it_stands(run: str) -> None:
    for words in HEBREW:
        assert run in seen(Paragraph(words.format(run), "rtl"))
    signed = run[0] in "+-−" and " " not in run  # after a letter it is a hyphen, as in كوفيد-19
    for words in ARABIC[:-1] if signed else ARABIC:
        assert run in seen(Paragraph(words.format(run), "rtl", arabic=True))
    for words in ENGLISH:
        assert run in seen(Paragraph(words.format(run), "ltr"))


@pytest.mark.parametrize(
    ("words", "line"),
    [
        ("טלפון +45 12 34 56 78, פקס (0)2 541-4100.", ".(0)2 541-4100 סקפ ,+45 12 34 56 78 ןופלט"),
        ("ראו Tel. +45 12 34, Rome שם", "םש Tel. +45 12 34, Rome ואר"),
        ("הגרסה C++ והתקן GS/2026/7! כן", "ןכ !GS/2026/7 ןקתהו C++ הסרגה"),
        ("מסמך 79/1/A ו-3(a)", "3(a)-ו 79/1/A ךמסמ"),
        ("המחיר -5%, +7%, 3×4=12", "3×4=12 ,+7% ,-5% ריחמה"),
        ("ב-15% או $5 או -5°C", "-5°C וא $5 וא 15%-ב"),
        ("כתבו ל-press@a.example/ או", "וא /press@a.example-ל ובתכ"),
        ("a@b.example, +972 2 530 3111", "+972 2 530 3111 ,a@b.example"),
        ("+972 2 530 3111, a@b.example", "a@b.example ,+972 2 530 3111"),
        ("a@b.example · www.c.example", "www.c.example · a@b.example"),
        ("כתבו: a@b.example, +972 2 530 3111.", ".+972 2 530 3111 ,a@b.example :ובתכ"),
        ("דובר: Ada B., a@b.example, +972 2 530", "+972 2 530 ,a@b.example ,.Ada B :רבוד"),
        ("שם Ada; www.c.example; Ben, 02-1234567.", ".02-1234567 ,Ben ;www.c.example ;Ada םש"),
        ("שם Paris, 12.3.2026, Rome", "Paris, 12.3.2026, Rome םש"),
        ("שם Tel.: +972 2 530, Rome", "Tel.: +972 2 530, Rome םש"),
        ("Ada, a@b.example, +972 2 530", "+972 2 530 ,a@b.example ,Ada"),
        ("ראו see www.c.example for more שם", "םש see www.c.example for more ואר"),
        ("Boeing 747 הוא", "אוה Boeing 747"),
        ("14 000 איש", "שיא 14 000"),
    ],
)
def test_hebrew_is_seen_so(words: str, line: str) -> None:
    assert seen(Paragraph(words, "rtl")) == line


@pytest.mark.parametrize(
    ("words", "line"),
    [
        ("في 2026-2030 كان", "ناك 2030-2026 يف"),
        ("2026-2030", "2030-2026"),
        ("2026–2030 كان", "ناك 2030–2026"),
        ("نسبة 15%", "%15 ةبسن"),
        ("15%", "%15"),
        ("هاتف ٠٢ ١٢٣ ٤٥٦٧ و٠٢-١٢٣٤٥٦٧", "٠٢-١٢٣٤٥٦٧و ٠٢ ١٢٣ ٤٥٦٧ فتاه"),
        ("القرار A/RES/79/1 (الفقرة أ)", ")أ ةرقفلا( A/RES/79/1 رارقلا"),
    ],
)
def test_arabic_is_seen_so_where_no_letter_stands_before_figures_either(
    words: str, line: str
) -> None:
    assert seen(Paragraph(words, "rtl", arabic=True)) == line


@pytest.mark.parametrize(
    ("words", "line"),
    [
        ("Norland נהר 2026 – 2030 pays", "Norland 2030 – 2026 רהנ pays"),
        ("he (טלפון +45 12 34 56 עונה) x", "he (הנוע +45 12 34 56 ןופלט) x"),
        ("a משרד press@a.example b", "a דרשמ press@a.example b"),
    ],
)
def test_a_passage_in_a_text_from_left_to_right_is_seen_so(words: str, line: str) -> None:
    assert seen(Paragraph(words, "ltr")) == line


def test_a_part_that_stands_by_itself_has_its_own_direction() -> None:
    words = "שם Luc F., כאן"
    assert seen(Paragraph(words, "rtl")) == "ןאכ ,.Luc F םש"
    apart = Paragraph(words, "rtl", isolates=(Span(3, 9, "ltr"),))
    assert seen(apart) == "ןאכ ,Luc F. םש"


def test_a_part_that_stands_by_itself_may_have_another_in_it() -> None:
    words = "שם a (אב, b.) c, כאן"
    inner, outer = Span(6, 12, "rtl"), Span(3, 15, "ltr")
    assert seen(Paragraph(words, "rtl", isolates=(outer, inner))) == "ןאכ ,a (.b ,בא) c םש"
    assert seen(Paragraph(words, "rtl", isolates=(outer,))) == "ןאכ ,a (בא, b.) c םש".replace(
        "בא", "באבא"[:0] + "בא"
    )


def test_figures_in_a_part_are_those_of_its_script() -> None:
    for arabic, line in ((True, "a 2030-2026"), (False, "a 2026-2030")):
        span = Span(2, 11, "rtl", arabic=arabic)
        assert seen(Paragraph("a 2026-2030", "ltr", isolates=(span,))) == line


def test_a_link_is_not_torn_apart() -> None:
    words = "see הנה קישור here"
    assert seen(Paragraph(words, "ltr")) == "see רושיק הנה here"
    whole = Paragraph(words, "ltr", whole=((8, 18),))
    assert seen(whole) == "see הנה רושיק here".replace("הנה", "הנה"[::-1])


@settings(max_examples=300)
@given(
    st.lists(
        st.tuples(
            st.text("abאבש١ 1:,.(", min_size=1, max_size=6), st.sampled_from(["", "ltr", "rtl"])
        )
    ),
    st.sampled_from(["ltr", "rtl"]),
)
def test_parts_that_stand_by_themselves_are_isolates(
    parts: list[tuple[str, str]], direction: str
) -> None:
    words, marked = "", ""
    spans: list[Span] = []
    for part, way in parts:
        if way:
            spans.append(Span(len(words), len(words) + len(part), way))
        marked += {"ltr": "\u2066{}\u2069", "rtl": "\u2067{}\u2069", "": "{}"}[way].format(
            part
        ) + " "
        words += f"{part} "
    with mock.patch.object(own_order, "_RUN", re.compile("(?!)")):  # nothing keeps its order
        line = seen(Paragraph(words, direction, isolates=tuple(spans)))
    order = visual_order(reference.embedding_levels(marked, direction))
    wanted = "".join(marked[place] for place in order if not "\u2066" <= marked[place] <= PDI)
    if Paragraph(words, direction).turns:
        assert line.split() == wanted.split()


def test_a_text_from_left_to_right_turns_nowhere() -> None:
    assert not Paragraph("Ångström, Ωμέγα, Мир (2026–2030).", "ltr").turns
    assert Paragraph("a נ", "ltr").turns
    assert Paragraph("a \u2067b\u2069", "ltr").turns
    assert levels(Paragraph("a 1", "ltr")) == [0, 0, 0]


def test_a_text_of_the_margins_has_its_marks_in_it() -> None:
    assert isolated(Paragraph("Lights 12", "ltr")) == "Lights 12"
    assert isolated(Paragraph("אור", "rtl")) == "\u2067אור\u2069"
    assert isolated(Paragraph("نور 3", "rtl", arabic=True)) == "\u2067\u061cنور 3\u2069"


@pytest.mark.parametrize(
    ("words", "base", "direction"),
    [
        ("Luc F.", "rtl", "ltr"),
        ("Genève", "rtl", "ltr"),
        ("لوك", "ltr", "rtl"),
        ("21 مايو 2026", "rtl", ""),
        ("GS/2026/7", "rtl", "ltr"),
        ("2026", "rtl", ""),
        ("Luc لوك", "rtl", ""),
        ("Luc F.", "ltr", ""),
    ],
)
def test_a_phrase_that_runs_against_its_text_as_a_whole_is_known(
    words: str, base: str, direction: str
) -> None:
    assert against(words, base) == direction


def test_levels_are_put_in_order_as_the_annex_says() -> None:
    assert visual_order([]) == []
    assert visual_order([0, 0, 1, 1, 0]) == [0, 1, 3, 2, 4]
    assert visual_order([1, 1, 2, 2, 1]) == [4, 2, 3, 1, 0]
    assert visual_order([2, 2]) == [0, 1]
    assert visual_order([0, 1, 2, 3, 2, 1]) == [0, 5, 2, 3, 4, 1]
