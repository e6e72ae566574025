"""Fields: every value of the front matter stands on the page or in the file.

The values are taken from the statement itself, so a field that the content left out is noticed.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from datetime import UTC, date, datetime
from functools import cache
from typing import TYPE_CHECKING, Any

from communique.content.expected import NO_BYLINE
from communique.content.fields import PLACES, Place
from communique.model.values import Model, Phrase
from communique.prove.lines import folded
from communique.prove.words import expected

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from communique.content.content import Content, Version
    from communique.content.text import Text
    from communique.model.faults import Faults
    from communique.pdf_reading.reading import Reading

#: The parts of a pattern: letters, what is quoted, and each other character.
_TOKENS = re.compile("y+|M+|d+|'[^']*'|.")
_NUMBER = re.compile(r"\d+")
#: A time by a clock, and what one is ahead of UTC.
_CLOCK, _AHEAD = re.compile(r"(?<![\d+-])\d\d:\d\d(?!\d)"), re.compile(r"UTC([+-]\d\d:\d\d)")
#: A time, and its distance from Greenwich in brackets.
_TIME = re.compile(r"(?<!\d)(\d\d):(\d\d)(?!\d)(?: \(\D*([+-]\d\d:\d\d)\D*\))?")


def every_field(content: Content, reading: Reading, faults: Faults) -> None:
    """Note each value of the front matter that is not where `communique.content.fields` has it."""
    note_lost_fields(content, expected(content, reading), _file(reading), faults)


def note_lost_fields(
    content: Content, texts: Sequence[Text], file: Mapping[str, Sequence[str]], faults: Faults
) -> None:
    """Do so for a file that has `texts` and says `file` of itself, by field.

    Without fields, it is one that can say nothing of itself.
    """
    first = content.versions[0]
    for version in content.versions:
        statement = version.statement
        page: dict[int, set[str]] = defaultdict(set)
        for text in texts:
            if text.path == statement.path:
                page[text.line] |= {folded(words) for words, _ in text.runs}
        for key, value in values(statement.matter):
            place, line = PLACES[key], statement.line(key.partition(".")[0])
            if place is Place.EITHER and not _has_byline(version):
                place = Place.PAGE  # the issuers are listed
            if place is Place.NOWHERE or (place is not Place.PAGE and not file):
                continue
            if place is Place.EITHER and version is not first:
                continue  # the issuers of a second version are those of the first
            shown = _shown(key, value, version)
            on_page = all(_stands(each, page[line], version, key) for each in shown) or (
                key == "kind" and _heads(str(shown[0]), page[statement.line("title")])
            )
            in_file = place is not Place.PAGE and any(
                folded(str(value)) in folded(each) for each in file[key.partition(".")[0]]
            )
            if not (on_page or in_file):
                wrong = f"{value} is not {place.value}"
                faults.add(line, key, wrong, "nothing was delivered", path=statement.path)


def _has_byline(version: Version) -> bool:
    """Tell whether a by-line is written, or composed: where one issuer is styled, all are."""
    matter = version.statement.matter
    return bool(matter.byline or matter.issuers[0].styled)


def values(model: Model, above: str = "") -> Iterator[tuple[str, Any]]:
    """Yield every value that is given in `model`, each with its keys joined by dots."""
    for name in type(model).model_fields:
        value = getattr(model, name)
        key = f"{above}{name}"
        for each in value if isinstance(value, tuple) else (value,):
            if isinstance(each, Model) and not isinstance(each, Phrase):
                yield from values(each, f"{key}.")
            elif each not in (None, {}):
                yield key, each


def _shown(key: str, value: Any, version: Version) -> list[Any]:
    """Return what the page says for `value`, in the words of the version's language."""
    language = version.language
    if key == "kind":
        known = language.file.kinds.get(unicodedata.normalize("NFC", value.text.lower()))
        return [known if known and not value.language else value]
    if key == "authenticity":
        note = [language.file.courtesy_note] if value == "translation" else []
        return [getattr(language.file.authenticity, value), *note]
    if key == "byline" and str(value).lower() == NO_BYLINE:
        return []
    return [value]


def _stands(value: Any, page: set[str], version: Version, key: str) -> bool:
    """Tell whether the page says `value`; the by-line says how issuers are styled among others."""
    if key == "embargo":
        return any(_ends(words, value, version) for words in page)
    if isinstance(value, date):
        return any(_dates(words, value, version) for words in page)
    words = folded(str(value))
    if key == "draft.version":
        return any(words in _NUMBER.findall("".join(map(_latin, each))) for each in page)
    return words in page or (key == "issuers.styled" and any(words in each for each in page))


def _heads(kind: str, title: Iterable[str]) -> bool:
    """Tell whether the title says the kind of document, maybe in other capitals."""
    return folded(kind).casefold() in {words.casefold() for words in title}


def _dates(words: str, moment: date, version: Version) -> bool:
    """Tell whether `words` say the day, and the time with its zone where there are such.

    They are read back by the pattern of their language, each part in its place.
    """
    words = "".join(map(_latin, words))
    months, first = version.language.months, version.language.file.first_day
    found = _day(version.language.day_pattern, months, first).search(words)
    day = first if first and moment.day == 1 else str(moment.day)
    if found is None or (int(found["y"]), found["d"]) != (moment.year, day):
        return False
    if _month(found["M"], months) != moment.month:
        return False
    time = _TIME.search(words)
    if not isinstance(moment, datetime):
        return time is None
    return time is not None and time.groups() == _parts(moment)


def _ends(words: str, moment: datetime, version: Version) -> bool:
    """Tell whether `words` say when an embargo ends: in its zone, with its distance, and in UTC."""
    latin, offset = "".join(map(_latin, words)), moment.strftime("%z")
    ahead = [f"{offset[:3]}:{offset[3:]}"] if moment.utcoffset() else []
    has_two = bool(ahead) or "/" in (moment.tzname() or "")
    here, there = moment.replace(tzinfo=None), moment.astimezone(UTC).replace(tzinfo=None)
    clocks = [f"{each:%H:%M}" for each in (here, there)[: 1 + has_two]]
    begin, end = words.partition("(")[0], words.rpartition(")")[2]
    return (
        words.endswith("UTC")
        and _CLOCK.findall(latin) == clocks
        and _AHEAD.findall(latin) == ahead
        and _dates(begin, here, version)
        and (here.date() == there.date() or _dates(end, there, version))
    )


def _latin(character: str) -> str:
    """Return a figure of any script as that of ours."""
    return str(unicodedata.digit(character)) if character.isdecimal() else character


@cache
def _day(pattern: str, months: tuple[str, ...], first: str | None) -> re.Pattern[str]:
    """Return what finds a day, by a pattern of the CLDR (UTS 35, Date Format Patterns).

    Where the language writes the first of a month as an ordinal, its day may be that: `first`.
    """
    ordinal = f"{re.escape(first)}|" if first else ""
    parts = {"y": r"(?P<y>\d+)", "d": rf"(?P<d>{ordinal}\d+)"}
    names = "|".join(map(re.escape, sorted(months, key=len, reverse=True)))
    parts["M"] = rf"(?P<M>{names}|\d+)"
    written = (
        parts[token[0]] if token[0] in parts else re.escape(token.strip("'"))
        for token in _TOKENS.findall(folded(pattern))
    )
    return re.compile(rf"(?<!\d){''.join(written)}(?!\d)")


def _month(word: str, months: Sequence[str]) -> int:
    return int(word) if word.isdecimal() else months.index(word) + 1


def _parts(moment: datetime) -> tuple[str, str, str | None]:
    """Return hour, minute and zone as they are written."""
    zone = moment.strftime("%z")
    return f"{moment.hour:02}", f"{moment.minute:02}", f"{zone[:3]}:{zone[3:5]}" if zone else None


def _file(reading: Reading) -> dict[str, list[str]]:
    """Return what the file says of itself, by field."""
    languages = {language for block in reading.blocks for language in block.languages}
    return {
        "language": [str(reading.catalog.get("/Lang")), *languages],
        "issuers": reading.metadata("dc", "creator"),
        "keywords": reading.metadata("pdf", "Keywords"),
    }
