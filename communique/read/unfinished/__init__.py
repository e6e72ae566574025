"""What a final text should not have: brackets of a negotiation, TBC, XX, ???, rows of dots.

None of it is a mistake, and each of them may be meant, so that a remark tells of it. Of a draft
nothing is told. What editors put into quotations is no bracket of a negotiation: [sic], [...] and
[a]ll; nor are reactions of an audience, notes in numbers, and names such as [Burma].
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from unicodedata import normalize

from communique.design import language
from communique.design.yaml_lines import dotted
from communique.model.drafts import BRACKETS
from communique.model.faults import cut
from communique.read.unfinished.alone import alone
from communique.read.unfinished.outer import around
from communique.read.unfinished.pending import ASKED, PENDING
from communique.read.values import printed

__all__ = ["BRACKETS", "check"]

if TYPE_CHECKING:
    from collections.abc import Iterator

    from communique.design.yaml_lines import Mapping
    from communique.model.faults import Faults

_INSTEAD = ", or say which version of a draft this is: draft: {version: 1}"
_OPEN = (
    "“{}” stands in square brackets, as what is not agreed does",
    "take the brackets away" + _INSTEAD,
)
_ALONE = (
    "“{}” has a square bracket that belongs to no other",
    "delete it, or write the other one" + _INSTEAD,
)
_BLANK = ("“{}” reads as if something were missing there", "write what is meant" + _INSTEAD)

#: What is in square brackets, but for calls of notes, pictures and what leads somewhere. The
#: inmost ones are found, and told with those around them, which hold what is not agreed, too.
_BRACKETS = re.compile(r"\[(?<![\\!]\[)(?!\^)([^\[\]]{0,2000})\](?![({:])")
_LABEL = re.compile(r"^ {0,3}\[([^\]\n^]+)\]:", re.MULTILINE)
_PARENTHESES = re.compile(r"\(([^()\n]{3,40})\)")
#: A day and a year of a date that is a form: dd.mm.yyyy, jj/mm/aaaa.
_DAYS, _YEARS = "dd|jj|tt|gg|pp", "yyyy|yy|aaaa|jjjj|jj|åååå|rrrr|vvvv"
#: What is found, each with what has to be in the text for it, in small letters.
_SIGNS = (
    (("tbc", "tbd", "t.b."), re.compile(r"\b(?:TB[CD]|tb[cd]|T\.B\.[CD]\.|t\.b\.[cd]\.)(?!\w)")),
    (("xxxx",), re.compile(r"(?<![^\W\d_])(?:X{4,}|x{4,})(?![^\W_])")),
    (("???",), re.compile(r"\?{3,}")),
    ((".....",), re.compile(r"\.{5,}")),
    ((". . . .", ".\u00a0.\u00a0.\u00a0."), re.compile(r"\.(?:[ \u00a0]\.){3,}")),
    (("………",), re.compile(r"…{3,}")),
    (("___",), re.compile(r"_{3,}(?=[^\n]*[^\W_])|(?<=\S )_{3,}")),
    (("lorem ipsum",), re.compile(r"\blorem ipsum\b", re.IGNORECASE)),
    (
        (".mm.", "/mm/", "-mm-"),
        re.compile(rf"\b(?:{_DAYS})([./-])mm\1(?:{_YEARS})\b", re.IGNORECASE),
    ),
)
#: Two or three of them may be a Roman number; or dots, what a quotation leaves out.
_FEW = (
    (("xx",), re.compile(r"[Xx]{2,3}(?![^\W\d_])")),
    (("...",), re.compile(r"\.{3}(?<![.\w]\.{3})(?!\.)")),
    (("…",), re.compile("…(?<![\\w…]…)(?!…)")),
)
#: Beside Chinese and Japanese these are what three dots are elsewhere.
_EAST_ASIAN = "\u2e80-\uffef"
_TWICE = re.compile(f"(?<![…{_EAST_ASIAN}])……(?![…{_EAST_ASIAN}])")
_MONEY = re.compile(r"(?:[€$£¥₴₺₽₪]|\b(?:EUR|USD|GBP|DKK|SEK|NOK|CHF|PLN|JPY|CNY))\s?\Z")
_DATED = re.compile(r"(?:\d|[./-](?:\d|[Xx]{2}))[./-]?\Z")
_UNIT = re.compile(r"\s?[%‰€$£]|[./-](?:\d|[Xx]{2})")
_QUOTES = re.compile('[“”„«»"「」『』]')
_BLANKS = re.compile(r"[\s_.…•●*Xx?–-]*\Z")
_ELLIPSIS = re.compile(r"\s*(?:\.{3,4}|…|\. \. \.)\s*\Z")
_EDITORIAL = {"sic", "sic!", "recte", "l.s.", "signed", "applause", "laughter", "inaudible"}
_EDITORIAL |= {"emphasis added", "emphasis in original", "italics added", "footnote omitted"}
_PARTICLES = {"of", "the", "and", "de", "la", "du", "des", "von", "und", "der", "del", "di", "og"}
#: A figure with its decimals, thousands or per cent: no year, and no number of a source.
_FIGURE = re.compile(r"\d+(?:[.,\u00a0\u202f ]\d+)+(?:\s?[%‰])?|\d+\s?[%‰]")
#: So many words at the end of a paragraph are what an audience did.
_REACTION = 3
_ENDED = re.compile(r"(?:[.!?…”»\"]\s+|\A\s*)\Z")
#: With what an editor begins; and the name of an address apart, as in [words][name].
_SEE = re.compile(r"(?:see|cf|vgl|siehe|voir|véase|ver|cfr|jf|se|zob|см|див)\b")
_NEXT = re.compile(r"\[([^\[\]]*)\]")
#: So far around a match its neighbours are looked for, in characters.
_NEAR = 24
_LEADS = re.compile(r"\S*(?:://|www\.|@)\S*\Z")


def _label(name: str) -> str:
    """Return the name of an address apart in the form in which names are compared (CommonMark)."""
    return " ".join(normalize("NFC", name).casefold().split())


Said = tuple[str, str]
"""What is wrong, with a place for the words in it, and what to write instead."""


def check(text: str, first_line: int, mapping: Mapping, tag: str, faults: Faults) -> None:
    """Tell of all in a text and in the values above it that a final text should not have.

    The `text` begins on `first_line` and is in the language `tag`.
    """
    words = (*language.bindings(tag).after_number, *language.months(tag))
    counted = frozenset(word.rstrip("*").casefold() for word in words)
    told = {remark.line for remark in faults.remarks if {"[", "]"} & set(remark.wrong)}
    for place, found, (wrong, instead) in _Text(text, counted).found():
        line = first_line + text.count("\n", 0, place)
        if found[0] == "[" and line in told:  # as a mark of another program
            continue
        key = BRACKETS if (wrong, instead) in (_OPEN, _ALONE) else "text"
        faults.remark(line, key, wrong.format(cut(" ".join(found.split()))), instead)
    for where, value in printed(mapping):
        blank = [(0, value.strip(), _BLANK)] if _BLANKS.match(value) and value.strip() else []
        for _, found, (wrong, instead) in blank or _Text(value, counted).found():
            faults.remark(mapping.line(where), dotted(where), wrong.format(cut(found)), instead)


class _Text:
    """A text, with the words that follow a number in its language: units and months."""

    def __init__(self, text: str, counted: frozenset[str]) -> None:
        self.text, self.counted = text, counted
        labels = _LABEL.finditer(text) if "]:" in text else ()
        self.labels = {_label(match[1]) for match in labels}

    def found(self) -> Iterator[tuple[int, str, Said]]:
        """Yield where something stands that looks unfinished, its words, and what is said of it."""
        end = 0
        for match, said in sorted(self.every(), key=lambda pair: pair[0].start()):
            if match.start() >= end and not self.leads(match):
                end = match.end()
                yield match.start(), match[0], said

    def every(self) -> Iterator[tuple[re.Match[str], Said]]:
        """Yield it in no order, perhaps one within another."""
        text, lower = self.text, self.text.lower()
        for match in _BRACKETS.finditer(text) if "[" in text else ():
            if said := self.bracket(match):
                yield (around(self.text, match) if said is _OPEN else match), said
        for match in alone(text):
            if not self.is_quoted(match):
                yield match, _ALONE
        for match in _PARENTHESES.finditer(text) if "(" in text else ():
            if match[1].casefold() in PENDING:
                yield match, _BLANK
        for match in _TWICE.finditer(text) if "……" in text else ():
            if not self.is_quoted(match):
                yield match, _BLANK
        for signs, pattern in (*_SIGNS, *_FEW):
            for match in pattern.finditer(text) if any(sign in lower for sign in signs) else ():
                if (signs, pattern) in _SIGNS or self.counts(match):
                    yield match, _BLANK

    def bracket(self, match: re.Match[str]) -> Said | None:
        """Return what is said of square brackets, or None of those of an editor."""
        inside = " ".join(match[1].split())
        plain = inside.casefold().strip("*_ ")
        before, after = self.text[: match.start()][-1:], self.text[match.end() :][:1]
        address = _NEXT.match(self.text, match.end())
        is_mark = before in {")", "^"} or (before, after) == ("[", "]") or "://" in inside
        if is_mark or {_label(inside), _label(address[1] if address else "")} & self.labels:
            return None
        if (
            plain in _EDITORIAL
            or _SEE.match(plain)
            or f"{before}{after}".upper() != f"{before}{after}".lower()
        ):
            return None
        if _ELLIPSIS.match(inside) or not any(map(str.isalpha, inside)):
            blank = _BLANKS.match(inside) and not _ELLIPSIS.match(inside)
            if _FIGURE.fullmatch(inside) and not self.is_quoted(match):
                return _OPEN
            return _BLANK if blank or self.counts(match) else None
        if plain in PENDING | ASKED or _BLANKS.match(inside):
            return _BLANK
        if (
            len(inside) == 1
            or self.is_quoted(match)
            or (not {"/", ":"} & set(inside) and self.is_gloss(match) and not self.is_day(inside))
        ):
            return None
        return _OPEN

    def is_day(self, inside: str) -> bool:
        """Tell whether brackets hold a day with its month, which a draft leaves open."""
        words = [word.strip(".,").casefold() for word in inside.split()]
        return words[0].isdigit() and any(word in self.counted for word in words[1:])

    def is_gloss(self, match: re.Match[str]) -> bool:
        """Tell whether brackets hold a name, or what an audience did at the end of a paragraph."""
        words = match[1].split()
        if all(word in _PARTICLES or word[0].isupper() or word[0].isdigit() for word in words):
            return True
        ended = self.text[match.end() :][:8].lstrip(" \t*_")[:1] in {"", "\n"}
        return len(words) <= _REACTION and ended and bool(_ENDED.search(self.before(match)))

    def before(self, match: re.Match[str]) -> str:
        """Return what stands in a paragraph before a match."""
        return self.text[self.text.rfind("\n\n", 0, match.start()) + 1 : match.start()]

    def is_quoted(self, match: re.Match[str]) -> bool:
        """Tell whether a match stands within quotation marks, or in a quotation of its own."""
        before = self.before(match)
        quoted = before.rpartition("\n")[2].lstrip().startswith(">")
        return quoted or len(_QUOTES.findall(before)) % 2 == 1

    def counts(self, match: re.Match[str]) -> bool:
        """Tell whether a number or a day belongs where a match stands, outside of quotations."""
        before = self.text[max(0, match.start() - _NEAR) : match.start()]
        after = self.text[match.end() : match.end() + _NEAR]
        first = after.split()[:1] if after[:1].isspace() else []
        word = "".join(first).rstrip(".,;:").casefold()
        is_number = word in self.counted or _UNIT.match(after) or _MONEY.search(before)
        is_cell = before.rstrip().endswith("|") and after.lstrip().startswith("|")
        is_dated = match[0][0] in "Xx" and (is_cell or _DATED.search(before))
        is_alone = not before[-1:].isalpha()
        return bool(is_number or is_dated) and is_alone and not self.is_quoted(match)

    def leads(self, match: re.Match[str]) -> bool:
        """Tell whether a match is a part of an address."""
        begin = max(0, match.start() - _NEAR * 4)
        return bool(_LEADS.search(self.text[begin : match.start()]))
