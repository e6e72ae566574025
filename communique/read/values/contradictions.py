"""What a value cannot be beside the other ones, the text, or what the design has."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pydantic_core import PydanticCustomError

from communique.design import language, language_slips, theme
from communique.design.validation import suggestion
from communique.design.yaml_lines import dotted
from communique.model.abbreviations import explained, plain
from communique.model.body import Body, Node
from communique.model.statement import earlier
from communique.model.values import moment
from communique.read.values import printed

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator

    from communique.design.yaml_lines import Mapping, Place, Value
    from communique.model.faults import Faults

_DATES = (("issued",), ("updated",), ("draft", "at"), ("embargo",), ("signatures", "date"))
#: How many parts the place of an issuer has.
_ISSUER = 2
#: A statement is from one of these, or the text of an old one.
_YEARS = range(1500, 2100)


def check_dates(mapping: Mapping, faults: Faults) -> None:
    """Refuse an update before the issue; whether each is a date is said elsewhere.

    Tell of a year in which nobody issues anything: two figures of it may have changed places.
    """
    for place in _DATES:
        year = str(mapping.at(place) or "")[:4]
        if year.isdecimal() and int(year) not in _YEARS:
            instead = f"did you mean 20{year[2:]}?"
            wrong = f"its year is {year}"
            faults.remark(mapping.line(place), dotted(place), wrong, instead)
    values = [mapping.values.get(key) for key in ("issued", "updated")]
    try:
        issued, updated = [moment(value) for value in values if value is not None]
    except (PydanticCustomError, ValueError):
        return
    if earlier(updated, issued):
        wrong = f"{values[1]} is before issued, {values[0]}"
        faults.add(mapping.line(("updated",)), "updated", wrong, "correct one of the two dates")


def check_status(mapping: Mapping, faults: Faults) -> None:
    """Refuse a draft under embargo: it is not to be published at all, and the embargo would end."""
    if "draft" in mapping.values and "embargo" in mapping.values:
        draft, line = mapping.line(("draft",)), mapping.line(("embargo",))
        wrong = f"it is given, and draft on line {draft}: a draft is not published at any time"
        faults.add(line, "embargo", wrong, f"leave one of lines {draft} and {line} out")


def check_theme(mapping: Mapping, faults: Faults) -> None:
    """Refuse a theme that there is not."""
    name = mapping.values.get("theme")
    if isinstance(name, str) and name and name not in theme.names():
        hint = suggestion(name, theme.names())
        faults.add(mapping.line(("theme",)), "theme", f"there is no theme {name}", hint)


def check_languages(mapping: Mapping, faults: Faults) -> None:
    """Refuse a phrase or an issuer whose own language is none."""
    for place, tag in _phrase_languages(mapping.values, ()):
        if not language.is_tag(tag):
            wrong = f"{tag} is not the tag of a language"
            hint = f"write {language_slips.known_hint(tag)}"
            faults.add(mapping.line(place), dotted(place), wrong, hint)


def check_styled(mapping: Mapping, faults: Faults) -> None:
    """Refuse names of the by-line where none is composed of them: they would not be printed."""
    issuers, byline = mapping.values.get("issuers"), mapping.values.get("byline")
    if not isinstance(issuers, list) or not all(isinstance(issuer, dict) for issuer in issuers):
        return
    styled = [index for index, issuer in enumerate(issuers) if "styled" in issuer]
    if not styled or (len(styled) == len(issuers) and not byline):
        return
    if byline:
        wrong, instead = "it is not printed, since byline is given", "leave one of the two out"
    else:
        wrong = "it is not printed, since another issuer has none"
        instead = "give one to each issuer, or to none"
    for index in styled:
        place = ("issuers", index, "styled")
        faults.add(mapping.line(place), dotted(place), wrong, instead)


def check_abbreviations(body: Body | str, mapping: Mapping, faults: Faults) -> None:
    """Refuse an abbreviation that is printed nowhere: it would be mistyped somewhere.

    Tell of one that only values have, which are not tagged with what it stands for. The text may be
    given as it is written, where the abbreviations could not be looked for in it.
    """
    if isinstance(body, str):
        found: Container[str] = plain(body)
        words = ""
    else:
        words = "".join(node.text for node in body.walk())
        found = {plain(node.plain).strip() for node in body.walk() if node.kind == "abbreviation"}
    abbreviations = mapping.values.get("abbreviations")
    shorts = abbreviations if isinstance(abbreviations, dict) else ()
    missing = [short for short in shorts if plain(short) not in found]
    others = _in_values(missing, mapping)
    for short in missing:
        place = ("abbreviations", short)
        line, wrong = mapping.line(place), "it is not in the text"
        if elsewhere := others.get(plain(short)):
            wrong = f"{wrong} but in {dotted(elsewhere)}, where no screen reader says it"
            faults.remark(
                line, dotted(place), wrong, "write its words there, and leave it out here"
            )
        elif re.search(rf"(?<!\w){re.escape(plain(short))}(?!\w)", plain(words)):
            wrong = f"{wrong} with the same marks"
            faults.add(
                line, dotted(place), wrong, "raise and lower it as the text does: H~2~, m^2^"
            )
        else:
            faults.add(line, dotted(place), wrong, "correct it, or leave it out")


def _in_values(shorts: Iterable[str], mapping: Mapping) -> dict[str, Place]:
    """Return the first place among the printed values that has each of these abbreviations."""
    sought = {short: short for short in shorts}
    found: dict[str, Place] = {}
    for place, value in printed(mapping) if sought else ():
        words = explained(Body((Node("text", mapping.line(place), text=value),)), sought)
        for node in words.walk():
            if node.kind == "abbreviation":
                found.setdefault(plain(node.plain).strip(), place)
    return found


def _phrase_languages(value: Value | dict[str, Value], place: Place) -> Iterator[tuple[Place, str]]:
    """Yield the language that each phrase or issuer in `value` says of itself, with its place."""
    if isinstance(value, dict):
        own = value.get("language")
        has_own = "text" in value or (place[:1] == ("issuers",) and len(place) == _ISSUER)
        if place and has_own and getattr(own, "means", "") == "text" and own:
            yield (*place, "language"), str(own)
        for key, inner in value.items():
            if not place and key == "abbreviations":
                continue  # they may be called like keys
            yield from _phrase_languages(inner, (*place, key))
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from _phrase_languages(inner, (*place, index))
