"""Spaces at which no line may end. Only spaces change, and only into spaces that do not break."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from communique.compose.inline.bound_words import BoundWords
from communique.design.writing.bindings import NONE
from communique.model.characters import RTL_LETTERS

if TYPE_CHECKING:
    from collections.abc import Iterable, Set

    from communique.design.writing.bindings import Bindings

NO_BREAK = "\u00a0"
#: Codes of currencies that stay with their number, before or after it (ISO 4217).
_CURRENCY = (
    "(?:EUR|USD|GBP|CHF|JPY|CNY|CAD|AUD|DKK|SEK|NOK|ISK|PLN|CZK|HUF|RON|BGN|RSD|MKD|ALL|TRY|UAH|RUB"
    "|ILS|EGP|SAR|AED)"
)
#: Signs of currencies, and what else is short for one, which stays with a number and its word:
#: 5 mio. kr. (Unicode CLDR, compact currency formats, which have no-break spaces there).
_SIGNS = "€$£¥₴₽₺₪"
_MONEY = rf"(?:[{_SIGNS}]|(?:{_CURRENCY}|kr|Kč|zł|Ft|lei|TL|лв|грн|руб)(?!\w))"
#: Units and signs that stay with the number before them (the SI brochure, 5.4.3); words of one
#: language stand in its file.
_UNITS = (
    rf"(?:[%‰°{_SIGNS}]|[kcdmnpμµhMGTP]?(?:m|g|t|l|L|s|W|Wh|V|A|J|N|K|B|Hz|Pa|Ω|bit)[²³23]?(?![\w’'])"
    rf"|(?:[kcmM]?mol|[mµμkM]?Sv|[kMGTP]?Bq|[mk]?bar|[kMG]?eV|{_CURRENCY}|kr|h|min|ha|dB|D|lx|lm|cd)"
    r"(?![\w’'])"
    # in Cyrillic (GOST 8.417-2002), but for the second, which is also a preposition
    r"|(?:мк|[кдсмнМГТП])?(?:[мгтлАВКНБФ]|Вт|Дж|Гц|Па|Ом|бит|байт|моль?|дБА?|эВ|еВ|Кл|См|Вб|Тл|Гн"
    r"|лм|лк|кд|Бк|Гр|Зв|бар)[²³23]?(?![\w’'])|(?:гПа|пФ|(?:мк|[мн])с)(?![\w’'])"
    r"|[кМГТ]?Вт[·⋅](?:ч|год)(?!\w)|(?:га|ч|мин|хв)(?![\w’']))"
)
#: Those that stay with a number in words, as in 4,6 Mio. m³: one capital letter, or an s, may be a
#: word there; and up to how many characters the words of one language have that do as well,
#: unless they are shortened.
_COUNTED, _SHORT = rf"(?![A-KM-ZА-Яs](?!\w)){_UNITS}", 4
#: A quarter of the sky, such as N or С, behind degrees, minutes and seconds.
_QUARTER = r"[A-ZÀ-ÞΑ-ΩА-Я]{1,2}(?!\w)"
#: What stands behind the number of an article that was inserted, in any language.
_INSERTED = "(?:bis|ter|quater|quinquies|sexies|septies|octies)"
#: Signs between the numbers of a sum.
_SUM = "[×÷=≈±+−]"
#: Signs that compare what is beside them, or lead to a number alone, as in n = 412 and > 10.
_COMPARING, _LEADING = "[=≈≠<>≤≥]", "[≈<>≤≥±∼~]"
#: What Hebrew writes together with the name of a month, as in 14 במרץ (CLDR, long date).
_PREFIX = f"[{RTL_LETTERS}]?"
#: A space that a match consists of, or that is in it, does not break.
_BINDINGS = re.compile(
    r"(?<=\S) (?=[–—] )"  # no line begins with a dash
    r"|(?<=^[–—-]) (?=\S)"  # nor ends with the one that opens a speech
    r"| (?=[:;!?»](?!\w))"  # nor begins with a sign that French sets apart
    r"|(?<![^\s(])[^\W\d_]{1,2}\. (?=[^\W\d_]{1,2}\.)"  # an abbreviation of several words
    rf"|(?<!\w)[^\W\d_]{{1,3}} (?=[%‰{_SIGNS}](?!\w))"  # a small word and a sign, as in %
    r"|(?:(?<=[\s(\[—–]«)|(?<=^«)) "  # nor ends with the quotation mark that opens
    rf"|(?<=\d) (?={_UNITS})"  # a number and its unit
    rf"|(?<=\d) (?={_INSERTED}(?!\w))"  # the number of what was inserted later
    r"|(?<=\d) (?=\d{3}(?!\d))"  # the thousands of a number
    rf"|(?<=[№§{_SIGNS}]) (?=\d)"  # a sign and its number
    rf"|(?<=\b{_CURRENCY}) (?=\d)"  # a currency and its number
    r"|(?<=\d h) (?=\d\d(?!\d))"  # hours and minutes
    r"|(?<=\d:\d\d) (?=(?:UTC|GMT)(?!\w))"  # a time and its zone
    rf"|(?<=\d) (?={_SUM} [+−]?\d)|(?<=\d {_SUM}) (?=[+−]?\d)"  # the numbers of a sum
    rf"|(?<=[\w)]) (?={_COMPARING} [+−]?\d)|(?<=[\w)] {_COMPARING}) (?=[+−]?\d)"
    rf"|(?:(?<=^{_LEADING})|(?<=[\s(]{_LEADING})) (?=\d)"
    rf"|(?<=\d[°′']) (?=\d|{_QUARTER})|(?<=\d[″\"”]) (?={_QUARTER})"  # degrees, and to where
)
#: A last word up to so many letters does not stand alone on the last line of a text of more
#: characters than these: of one in a narrow column, such as a cell, or of another.
_LAST_WORD, IN_COLUMNS, _LONG = 9, 60, 40
#: What is bound together stays narrower than a narrow column, in characters: one of text, and one
#: of the facts or of a title in its large letters.
_WIDEST, NARROW = 30, 20
#: A line may end between the brackets of what was deleted and inserted (UAX 14, CP and OP).
_BETWEEN = re.compile(r"(?<=\])(?=\[)")


@dataclass(frozen=True)
class Typography:
    """The bindings of one language: of every one, and those of its words and months."""

    bindings: tuple[re.Pattern[str], ...]
    words: BoundWords

    @classmethod
    def of(cls, bind: Bindings = NONE, months: Iterable[str] = ()) -> Typography:
        """Return the typography of a language that binds these words and has these `months`."""
        return _typography(bind, tuple(months))

    def bind(
        self, text: str, *, last: bool = False, long: int = _LONG, widest: int = _WIDEST
    ) -> str:
        """Return `text` with no-break spaces where no line may end.

        `last` says that a paragraph ends with it: its last word is then bound to the one before,
        where it has more than so many characters that it is `long`.
        What is bound together has at most `widest` characters.
        """
        places = {
            match.start() + offset
            for binding in self.bindings
            for match in binding.finditer(text)
            for offset, character in enumerate(match[0])
            if character == " "
        }
        places.update(self.words.places(text))
        end = text.rfind(" ")
        while end in places:  # the sign behind it, which French sets apart, is no word
            end = text.rfind(" ", 0, end)
        if last and end > long and len(text) - end - 1 <= _LAST_WORD:
            places.add(end)
        return _joined(text, places, widest)


def _joined(text: str, places: Set[int], widest: int) -> str:
    """Return `text` with no-break spaces at `places`, but for those in too wide a run."""
    first, *others = text.split(" ")
    result, end, run = first, len(first), len(_BETWEEN.split(first)[-1])
    for part in others:
        begun, *more = _BETWEEN.split(part)
        fits = end in places and run + 1 + len(begun) <= widest
        result += (NO_BREAK if fits else " ") + part
        run = len(more[-1]) if more else len(begun) + (run + 1 if fits else 0)
        end += 1 + len(part)
    return result


@cache
def _typography(bind: Bindings, months: tuple[str, ...]) -> Typography:
    bindings = [_BINDINGS]
    if bind.after_number:
        words = "|".join(re.escape(word).replace(r"\*", r"\w{0,3}") for word in bind.after_number)
        short = [unit for unit in bind.units if len(unit) <= _SHORT or "." in unit]
        units = rf"{_MONEY}|{_COUNTED}|(?:{'|'.join(map(re.escape, short))})(?![\w’'])"
        bindings.append(re.compile(rf"(?<=\d)[ {NO_BREAK}](?i:{words}) (?={units})"))
    if bind.between_numbers:
        words = "|".join(map(re.escape, bind.between_numbers))
        bindings.append(re.compile(rf"(?:(?<=\d)|(?<=\d[.%°])) (?:{words}) (?=\d)"))
    if months:
        names = "|".join(map(re.escape, months))
        day = r"(?<!\w)\d{1,2}(?:\.|er|º)?(?: de)?"
        year = r"(?=\d{4}(?!\d))"
        names = rf"{_PREFIX}(?:{names})"
        bindings.append(re.compile(rf"{day} (?={names}(?!\w))"))
        bindings.append(re.compile(rf"(?<!\w){names} (?=\d{{1,2}}(?!\w))"))
        if not re.search(f"[{RTL_LETTERS}]", "".join(months)):
            # there the year is at the other end of the line, and readers put it elsewhere if bound
            bindings.append(re.compile(rf"{day} {names}(?: de)? {year}"))
            bindings.append(re.compile(rf"(?<!\w){names} \d{{1,2}}, {year}"))
    return Typography(tuple(bindings), BoundWords.of(bind))
