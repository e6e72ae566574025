"""The markers of Chinese and Japanese points, which need no space behind them: （一）, 二、."""

from __future__ import annotations

import re

_FIGURES = "一二三四五六七八九"
_TEN = "十"
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_NUMBER = rf"[{_FIGURES}]?{_TEN}[{_FIGURES}]?|[{_FIGURES}]"
#: The order of kana by sound, that of the poem by which Japanese laws count, the heavenly stems.
ALPHABETS = (
    ("アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホ", ""),
    ("イロハニホヘトチリヌルヲワカヨタレソツネナラムウヰノオクヤマ", ""),
    (_STEMS, ""),
)
MARKER = re.compile(
    r"\s*(?P<marker>(?P<open>[（(]?)"
    rf"(?P<sign>{_NUMBER}|[０-９]{{1,2}}|[ァ-ヱ{_STEMS}]|(?<=（)\d{{1,2}}|\d{{1,2}}(?=[）、．]))"
    r"(?P<close>[）)、]|．(?!\d)|(?=\u3000)))(?=\s*[^\s、])"
)
"""Such a marker at the beginning of a line; one without a bracket or a stop has a wide space."""
_SERIES = re.compile(rf"(?:{_NUMBER}|\d+|[ァ-ヱ](?![ァ-ヺー])|[{_STEMS}])")


def number(sign: str) -> int:
    """Return a number from 1 to 99 that is written in Chinese figures, 0 where it is none."""
    if not re.fullmatch(_NUMBER, sign):
        return 0
    tens, ten, ones = sign.rpartition(_TEN)
    return 10 * (_FIGURES.find(tens) + 1 or 1) * bool(ten) + _FIGURES.find(ones or " ") + 1


def counts_on(sign: str, words: str) -> bool:
    """Tell whether the `words` behind a sign and 、 go on with the next one: 一、二号, 甲、乙双方.

    Of the stems, which stand for parties, it may be any other one.
    """
    match = _SERIES.match(words)
    if not match:
        return False
    other = match[0]
    if sign in _STEMS:
        return other in _STEMS and other != sign
    one, two = (int(each) if each.isdecimal() else number(each) for each in (sign, other))
    order = (letters for letters, _ in ALPHABETS)
    return (one > 0 and two == one + 1) or any(sign + other in letters for letters in order)
