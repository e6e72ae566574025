"""Figures that keep their own order: telephones, sums and degrees, and in Hebrew ranges."""

from __future__ import annotations

import pytest

from communique.bidi.own_order import RLM, kept
from communique.bidi.paragraph import OBJECT, Paragraph, levels, visual_order


def seen(words: str, *, arabic: bool = False) -> str:
    """Return what stands on one line in place of {} in words of Hebrew or Arabic around it."""
    text = f"مم {words} مم" if arabic else f"אא {words} אא"
    paragraph = Paragraph(text, "rtl", arabic=arabic)
    line = "".join(text[place] for place in visual_order(levels(paragraph)))
    return line[3:-3]


@pytest.mark.parametrize(
    ("words", "line"),
    [
        *(("1-3", "3-1"), ("1.5-2.5", "2.5-1.5"), ("1.5-2", "2-1.5"), ("10-12.5", "12.5-10")),
        *(
            ("1,000-2,000", "2,000-1,000"),
            ("0.5-1.5", "1.5-0.5"),
            ("0-5", "5-0"),
            ("05-10", "10-05"),
        ),
        *(("900-1200", "1200-900"), ("100-2000", "2000-100"), ("1000-100000", "100000-1000")),
        ("14 000-15 000", "15 000-14 000"),
        ("12.03.2026-15.03.2026", "15.03.2026-12.03.2026"),
        ("1/3/2026-15/3/2026", "15/3/2026-1/3/2026"),
        ("٢٫٥-١٫٥", "١٫٥-٢٫٥"),
        ("3.5%-4.5%", "%4.5-%3.5"),
        ("$5-$10", "10$-5$"),
        ("5-10 °C", "10 °C-5"),
        ("1.5°C-2°C", "2°C-1.5°C"),
        ("2½-3½", "3½-2½"),
    ],
)
def test_a_range_in_arabic_is_read_from_the_right_whatever_its_numbers(
    words: str, line: str
) -> None:
    assert seen(words, arabic=True) == line


@pytest.mark.parametrize(
    "words",
    [
        *(
            "1-3",
            "1.5-2.5",
            "900-1200",
            "3.5%-4.5%",
            "$5-$10",
            "5-10$",
            "€ 5-€ 10",
            "2-5 €",
            "2-5%",
        ),
        *("5-10 °C", "1.5°C-2°C", "14 000-15 000", "2½-3½", "1/3/2026-15/3/2026", "1,5 %-2,5 %"),
    ],
)
def test_a_range_with_a_hyphen_in_hebrew_runs_from_left_to_right(words: str) -> None:
    assert seen(words) == words


@pytest.mark.parametrize(
    "words",
    [
        *("555-1234", "541-4100", "02-123456", "2-541410", "02/541-4100", "22-33-44-55"),
        *("+45 33 92 00 00", "2026-03-12", "12.03.2026", "2-3-4"),
    ],
)
def test_telephones_and_dates_are_no_ranges(words: str) -> None:
    assert seen(words) == words
    assert seen(words, arabic=True) == words


@pytest.mark.parametrize(
    "words",
    [
        *(
            "20 °C",
            "20\u00a0°C",
            "20°C",
            "1.5 °C",
            "3 °F",
            "20 ° C",
            "-5 °C",
            "±2 °C",
            "٢٠ °C",
            "±2",
        ),
        *("3×4=12", "3 × 4 = 12", "10 − 3 = 7", "10−3=7", "10 - 3 = 7", "10-3=7", "5 ± 2", "2 + 2"),
        *("1/2 + 1/4 = 3/4", "−5 + 3 = −2", "5% + 3% = 8%", "$5 + $3 = $8", "10 ÷ 3 ≈ 3.3"),
        *("٣ × ٤ = ١٢", "5 × 3", "2½", "2 ½", "2½ + 1½ = 4", "2½ °C", "½ + ¼ = ¾", "10⁻³"),
        *("5 × 10⁻³", "5×10³"),
    ],
)
def test_degrees_sums_fractions_and_powers_run_from_left_to_right(words: str) -> None:
    assert seen(words) == words
    assert seen(words, arabic=True) == words


@pytest.mark.parametrize("space", [" ", "\u00a0", "\u202f"])
@pytest.mark.parametrize(
    "words",
    ["1 200,5", "1 200,50", "12 000,5", "1 200,125", "1 200.25", "12 345 678,90", "−1 200,5"],
)
def test_thousands_keep_their_decimals(words: str, space: str) -> None:
    spaced = words.replace(" ", space)
    assert seen(spaced) == spaced
    assert seen(spaced, arabic=True) == spaced
    assert seen(f"{spaced}, {spaced}") == f"{spaced} ,{spaced}"


@pytest.mark.parametrize(
    ("words", "hebrew", "arabic"),
    [
        ("5 %", "5 %", "% 5"),
        ("5%", "5%", "%5"),
        ("2½%", "2½%", "%2½"),
        ("14 000 €", "14 000 €", "€ 14 000"),
        ("€ 5", "€ 5", "5 €"),
        ("US$ 5", "US$ 5", "US$ 5"),
        ("3 m²", "m² 3", "m² 3"),
        ("5 km/h", "km/h 5", "km/h 5"),
        ("5–10 °C", "10 °C–5", "10 °C–5"),
        ("10 - 12", "12 - 10", "12 - 10"),
        ("1-3, 5 × 3 = 15", "5 × 3 = 15 ,1-3", "5 × 3 = 15 ,3-1"),
        ("5 +45 12 34 56 78", "+45 12 34 56 78 5", "+45 12 34 56 78 5"),
        ("ב-20 °C", "20 °C-ב", "20 °C-ב"),
    ],
)
def test_signs_stand_at_their_figures(words: str, hebrew: str, arabic: str) -> None:
    assert seen(words) == hebrew
    assert seen(words, arabic=True) == arabic


@pytest.mark.parametrize("word", ["NATO", "A/RES/79/1", "m²", "20 °C", "C++", "2026"])
def test_the_stop_and_the_call_of_a_note_stand_on_the_left_of_a_latin_word(word: str) -> None:
    for arabic in (False, True):
        assert seen(f"{word}.{OBJECT}", arabic=arabic) == f"{OBJECT}.{word}"
        assert seen(f"{word}{OBJECT}.", arabic=arabic) == f".{OBJECT}{word}"


@pytest.mark.parametrize(
    "part",
    ["(1", "1 - ", "1+", "1:", "1 000 ", "1/2-", "a1(", "$", "1.", "5 °", "−5 % - ", "٠", "1%"],
)
def test_figures_without_end_are_gone_through_once(part: str) -> None:
    assert sum(run.end - run.begin for run in kept(part * 20_000, RLM)) <= len(part) * 20_000
