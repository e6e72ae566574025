"""How Word writes a number: the formats of ST_NumberFormat (ISO/IEC 29500-1, 17.18.59)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

_ROMAN = tuple(
    zip(
        (1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1),
        ("M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V", "IV", "I"),
        strict=True,
    )
)
_LATIN = "abcdefghijklmnopqrstuvwxyz"
#: Word leaves out ё, й, щ's neighbours ъ, ы and ь, which begin no word.
_RUSSIAN = "абвгдежзиклмнопрстуфхцчшщэюя"
_ABJAD = "أبجدهوزحطيكلمنسعفصقرشتثخذضظغ"
_ALPHA = "أبتثجحخدذرزسشصضطظعغفقكلمنهوي"
_HEBREW = "אבגדהוזחטיכלמנסעפצקרשת"
_HEBREW_VALUES = (*range(1, 10), *range(10, 100, 10), *range(100, 500, 100))
_AIUEO = (
    "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン"
)
_IROHA = (
    "イロハニホヘトチリヌルヲワカヨタレソツネナラムウヰノオクヤマケフコエテアサキユメミシヱヒモセス"
)
_STEMS, _BRANCHES = "甲乙丙丁戊己庚辛壬癸", "子丑寅卯辰巳午未申酉戌亥"
_CHINESE = "〇一二三四五六七八九"
_TEN, _CIRCLED = 10, 20
_TEENS = (11, 12, 13)
_ZEROS = re.compile("(0*1),")


def counted(number: int, form: str) -> str:
    """Return a `number` from 0 as Word writes it in that format, nothing for none and a bullet.

    A custom format is told by its first numbers, as in ``001, 002, 003, ...`` (17.9.17).
    Raises `KeyError` with the name of a format that is not known: to guess would change a number.
    """
    if zeros := _ZEROS.match(form):
        return str(number).zfill(len(zeros[1]))
    return _FORMATS[form](number)


def roman(number: int) -> str:
    """Return a number in capital Roman numerals."""
    found = ""
    for value, numeral in _ROMAN:
        found += numeral * (number // value)
        number %= value
    return found


def _letters(alphabet: str) -> Callable[[int], str]:
    """Return what counts with an alphabet as Word does: after z come aa, bb, cc."""

    def letters(number: int) -> str:
        if not number:
            return ""
        size = len(alphabet)
        return alphabet[(number - 1) % size] * ((number - 1) // size + 1)

    return letters


def _within(signs: str) -> Callable[[int], str]:
    """Return what counts with signs as long as there are, and then in figures."""
    return lambda number: signs[number - 1] if 0 < number <= len(signs) else str(number)


def _ordinal(number: int) -> str:
    ending = {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{'th' if number % 100 in _TEENS else ending}"


def _hebrew(number: int) -> str:
    """Return a number in Hebrew numerals: 15 and 16 as 9 and 6, 9 and 7, as is the custom."""
    found = ""
    pairs = list(zip(_HEBREW_VALUES, _HEBREW, strict=True))[::-1]
    for value, letter in pairs:
        while number >= value:
            if number in (15, 16):
                return f"{found}ט{_HEBREW[number - 10]}"
            found, number = found + letter, number - value
    return found


def _chinese(number: int) -> str:
    """Return a number below 100 as it is counted in Chinese, others figure by figure."""
    tens, ones = divmod(number, _TEN)
    if not 0 < number < _TEN**2:
        return "".join(_CHINESE[int(figure)] for figure in str(number))
    head = ("" if tens == 1 else _CHINESE[tens]) + "十" if tens else ""
    return head + (_CHINESE[ones] if ones or not tens else "")


def _full_width(number: int) -> str:
    return "".join(chr(0xFF10 + int(figure)) for figure in str(number))


def _circled(number: int) -> str:
    return chr(0x2460 + number - 1) if 0 < number <= _CIRCLED else str(number)


def _upper(form: Callable[[int], str]) -> Callable[[int], str]:
    return lambda number: form(number).upper()


_FORMATS: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalHalfWidth": str,
    "decimalFullWidth": _full_width,
    "decimalFullWidth2": _full_width,
    "decimalZero": lambda number: f"{number:02}",
    "numberInDash": lambda number: f"- {number} -",
    "ordinal": _ordinal,
    "upperRoman": roman,
    "lowerRoman": lambda number: roman(number).lower(),
    "lowerLetter": _letters(_LATIN),
    "upperLetter": _upper(_letters(_LATIN)),
    "russianLower": _letters(_RUSSIAN),
    "russianUpper": _upper(_letters(_RUSSIAN)),
    "arabicAbjad": _letters(_ABJAD),
    "arabicAlpha": _letters(_ALPHA),
    "hebrew1": _hebrew,
    "hebrew2": _letters(_HEBREW),
    "aiueoFullWidth": _within(_AIUEO),
    "irohaFullWidth": _within(_IROHA),
    "ideographTraditional": _within(_STEMS),
    "ideographZodiac": _within(_BRANCHES),
    "ideographDigital": lambda number: "".join(_CHINESE[int(figure)] for figure in str(number)),
    "japaneseDigitalTenThousand": _chinese,
    "japaneseCounting": _chinese,
    "chineseCounting": _chinese,
    "chineseCountingThousand": _chinese,
    "taiwaneseCounting": _chinese,
    "taiwaneseCountingThousand": _chinese,
    "decimalEnclosedCircle": _circled,
    "decimalEnclosedCircleChinese": _circled,
    "none": lambda _: "",
    "bullet": lambda _: "",
}
