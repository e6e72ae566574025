"""Segments: the parts of a text that are never cut where two versions differ within a paragraph.

These are words, figures with their signs, dates, addresses, single punctuation marks, and spaces.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import TYPE_CHECKING

from communique.design import dates, language
from communique.model.addresses import within

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

#: Scripts without spaces between words (UAX 14, classes ID and SA): Thai, Lao, Burmese, Khmer,
#: those of Chinese and Japanese.
UNSPACED = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u3007\u3021-\u3029\u3041-\u30ff\u31f0-\u31ff"
    "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff66-\uff9f\U00020000-\U0003ffff"
)
_SPACE = r"[ \u00a0\u202f\u2009]"
#: Numbers of Chinese, as far as dates have them.
_HAN = "〇一二三四五六七八九十"
_EAST_ASIAN_DATE = rf"(?:[\d{_HAN}]+年)?[\d{_HAN}]+月(?:[\d{_HAN}]+日)?|[\d{_HAN}]+年"
#: A letter or figure of a word that may go on, since its script has spaces between words.
_JOINING = rf"[^\W{UNSPACED}]"
_NUMERIC_DATE = r"\d{4}-\d{2}-\d{2}|\d{1,2}[./]\d{1,2}[./]\d{4}"
#: A figure with its groups and decimals, its currency before it and its unit or sign behind it.
_FIGURE = (
    rf"(?:[+−±]|\w{{0,3}}[$€£¥₴]{_SPACE}?)?"
    rf"(?:\d{{1,3}}(?:{_SPACE}\d{{3}})+(?!\d)(?:[.,]\d+)?|\d+(?:[.,:٫٬’']\d+)*)"
    rf"(?:{_SPACE}?(?:[%‰٪]|°[CF]?|[€£¥₴$](?!\w)))?"
)
#: Letters and figures of one word, with the hyphens, apostrophes and strokes in it: e-mail, l’État,
#: A/RES/77/1, 2026/27.
_WORD = rf"{_JOINING}+(?:[-‐‑'’ʼ./&@·׳״:]{_JOINING}+)*"
_MARKS = "_"  # a character of words, which stands for all that never stands alone
#: One of these stands in every address: mail, web, telephone.
_IN_ADDRESSES = ("@", "://", "www.", "+")
#: A plus or minus beside a square bracket, as signs of changes have it, and what it belongs to.
_SIGNED = re.compile(r"(?=(\S[+−]\]|\[[+−]\S))")
#: Languages whose months have other cases in a text than in the dates of the CLDR: so many letters
#: of longer names may be other ones, and so many may come.
_INFLECTED, _LONG, _CUT, _ENDING = frozenset(("sl", "cnr", "lv", "et", "fi")), 6, 2, 4
_HELD = "\u00ad\u200b\u200c\u200d\u2060"


def segments(text: str, tag: str) -> list[str]:
    """Return the segments of a `text` in the language `tag` (BCP 47); joined they are the text."""
    shadows = {} if text.isascii() else _shadows(frozenset(text))
    shadow = text.translate(shadows) if shadows else text
    found: list[str] = []
    end = 0
    for address in within(text) if any(sign in text for sign in _IN_ADDRESSES) else ():
        found += _unlinked(text, shadow, (end, address.begin), tag)
        found.append(text[address.begin : address.end])
        end = address.end
    found += _unlinked(text, shadow, (end, len(text)), tag)
    found = _whole(found) if shadows else found
    return _with_signs(found, text) if "+" in text or "−" in text else found


def _with_signs(parts: list[str], text: str) -> list[str]:
    """Return the `parts` of a text in which no [+ or +] of an author's stands apart: [word+].

    It would seem to be the sign of a change if one began or ended there.
    """
    inside = {match.start() + n for match in _SIGNED.finditer(text) for n in (1, 2)}
    found, end = list[str](), 0
    for part in parts:
        if end in inside:
            found[-1] += part
        else:
            found.append(part)
        end += len(part)
    return found


def _shadows(characters: frozenset[str]) -> dict[int, str]:
    """Return what stands for marks over and under letters, which Python takes for no letters.

    So do joiners within words. Their bases are those of the text (UAX 29, Extend).
    """
    return {ord(each): _MARKS for each in characters if each in _HELD or _extends(each)}


@cache
def _extends(character: str) -> bool:
    return unicodedata.category(character)[0] == "M"


def _unlinked(text: str, shadow: str, place: tuple[int, int], tag: str) -> Iterator[str]:
    """Yield the segments of a part of a text in which there is no address."""
    for match in _pattern(tag).finditer(shadow, *place):
        if match.lastgroup == "unspaced":
            yield from _phrases(tag)(text[slice(*match.span())])
        else:
            yield text[slice(*match.span())]


def _whole(parts: list[str]) -> list[str]:
    """Return `parts` of a text in which no mark stands apart from its letter (UAX 29, GB9)."""
    found: list[str] = []
    for part in parts:
        if found and (_extends(part[0]) or part[0] in _HELD or found[-1][-1] == "\u200d"):
            found[-1] += part
        else:
            found.append(part)
    return found


@cache
def _pattern(tag: str) -> re.Pattern[str]:
    """Return what finds the segments of a language, whose dates have names of months (CLDR)."""
    found = [_NUMERIC_DATE]
    if months := _months(tag):
        ending = rf"[^\W\d_]{{0,{_ENDING}}}" if tag.partition("-")[0] in _INFLECTED else ""
        one = "|".join(
            f"{re.escape(each)}{ending}" for each in sorted(months, key=len, reverse=True)
        )
        month = rf"(?:{one})(?:{_SPACE}?/{_SPACE}?(?:{one}))?"
        day = r"\d{1,2}(?:\.|er|º|st|nd|rd|th)?"
        de = rf"(?:{_SPACE}(?:de|del|di|of))?"
        stop = r"\.?" if _pattern_of(tag).endswith("y.") else ""
        year = rf"(?:,?{de}{_SPACE}\d{{4}}(?!\d){stop})?"
        found.append(rf"{day}{de}{_SPACE}{month}(?!\w){year}")
        if _pattern_of(tag).startswith("y"):
            first = rf"(?<!\w)\d{{4}}\.?{_SPACE}(?:(?:m\.|gada){_SPACE})?"
            found.append(rf"{first}{month}{_SPACE}\d{{1,2}}\b(?:{_SPACE}d\.|-\w+|\.)?")
            found.append(rf"{first}{day}{_SPACE}{month}(?!\w)")
        found.append(rf"(?<!\w){month}{_SPACE}{day}(?![\w.])(?:,?{_SPACE}\d{{4}}(?!\d))?")
        found.append(rf"(?<!\w){month}{de}{_SPACE}\d{{4}}(?!\d){stop}")
    return re.compile(
        rf"(?P<date>(?<!\d)(?:{_EAST_ASIAN_DATE})|(?<![\w.])(?:{'|'.join(found)}))"
        rf"|(?P<figure>(?<!{_JOINING}){_FIGURE}(?!{_JOINING}|/\w))"
        rf"|(?P<word>{_WORD})"
        rf"|(?P<unspaced>(?:(?!{_EAST_ASIAN_DATE})[{UNSPACED}]{_MARKS}*)+)"
        r"|(?P<space>\s+)"
        r"|(?P<sign>(?P<one>[\s\S])(?P=one)*)",
        re.IGNORECASE,
    )


def _months(tag: str) -> set[str]:
    """Return the names of months in the dates of a language.

    In Arabic those of the east and of the west differ, and a date may name both.
    """
    own = tag.partition("-")[0]
    every = [*language.months(tag)]
    if own == "ar":
        every += [name for within, _ in dates.months(own) for name in within.values()]
    if own in _INFLECTED:
        every = [month[:-_CUT] if len(month) >= _LONG else month for month in every]
    return {month for month in every if not month[:1].isdigit()}


def _pattern_of(tag: str) -> str:
    """Return how a language writes a date (CLDR): in Croatian a stop is behind its year, 2028."""
    return language.load(tag).day_pattern if language.resolve(tag) else ""


@cache
def _phrases(tag: str) -> Callable[[str], list[str]]:
    """Return what divides a text without spaces into words, or phrases as Japanese has them."""
    import budoux  # noqa: PLC0415  # for these languages alone

    loaders = {
        "ja": budoux.load_default_japanese_parser,
        "zh": budoux.load_default_simplified_chinese_parser,
        "th": budoux.load_default_thai_parser,
    }
    own = tag.partition("-")[0]
    if own == "zh" and {"Hant", "TW", "HK"} & set(tag.split("-")):
        return budoux.load_default_traditional_chinese_parser().parse
    return loaders[own]().parse if own in loaders else list
