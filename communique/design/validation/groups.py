"""Groups of keys and lists written in each other's place: told with the hyphens and spaces."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from communique.design.validation import schemas
from communique.design.yaml_lines import dotted
from communique.model.faults import cut

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pydantic import BaseModel

    from communique.design.yaml_lines import Mapping, Place

#: What is written in the place of the hyphen of a point, and its words up to that of the next one.
_MARK = re.compile(r"([+•·–—])\s+(.+?)(?=\s\1\s|\Z)", re.DOTALL)
_NO_LIST = "it is not a list"
_NO_GROUP = "it is not a group of keys"
#: So many characters of a value that is to be written in another way are shown.
_LONG = 120
_HYPHEN = "a space is missing after the hyphen"


def no_list(model: type[BaseModel], mapping: Mapping, place: Place) -> tuple[int, str, str]:
    """Return what is wrong where the value at `place` is to be a list, with its line."""
    value, line = mapping.at(place), mapping.line(place)
    if isinstance(value, str) and (match := _MARK.match(value)):
        wrong = f"a point begins with a hyphen and not with {match[1]}"
        return line, wrong, f"write - {cut(match[2])}, each item on a line of its own"
    if isinstance(value, str) and value.startswith("-") and value[1:2].isalpha():
        instead = f"write - {value[1:].split()[0]} …, each item on a line of its own"
        return line, _HYPHEN, instead
    if isinstance(value, dict) and value:
        first, *others = value
        if match := _MARK.match(first):
            wrong = f"a point begins with a hyphen and not with {match[1]}"
            instead = f"write - {match[2]}: …{_further_in(others)}"
            return mapping.line((*place, first)), wrong, instead
        if first.startswith("-"):
            instead = f"write - {first[1:]}: …{_further_in(others)}"
            return mapping.line((*place, first)), _HYPHEN, instead
        if set(value) <= set(schemas.properties(model, (*place, 0))):
            if mapping.line((*place, first)) == line:
                return line, _NO_LIST, f"put square brackets around it: [{{{first}: …}}]"
            one = f", so that they are one {schemas.name(model, (*place, 0))}" if others else ""
            instead = f"write - and a space before {first}{_further_in(others)}{one}"
            return line, _NO_LIST, instead
    instead = "write one item a line, each after a hyphen and a space"
    known = schemas.properties(model, (*place, 0))
    if isinstance(value, str) and value and known and "text" not in known:
        key = "country" if "country" in known else next(iter(known))
        instead += f": - {key}: {cut(value)}"
    return line, _NO_LIST, instead


def _further_in(keys: Sequence[str]) -> str:
    """Return what moves the `keys` of an item under its first one, which gets a hyphen."""
    written = " and ".join(filter(None, (", ".join(keys[:-1]), *keys[-1:])))
    return f", and two more spaces before {written}" if keys else ""


def no_group(model: type[BaseModel], mapping: Mapping, place: Place) -> tuple[str, str]:
    """Return what is wrong where the value at `place` is to be a group, and what to write."""
    value, known = mapping.at(place), schemas.properties(model, place)
    if isinstance(value, list) and value and isinstance(value[0], dict):
        for key in known:
            if set(value[0]) & set(schemas.properties(model, (*place, key, 0))):
                line = f"write a line `{key}:` with two spaces before it above them"
                return "its list has no key", f"{line}, and put two more spaces before each of them"
    key, colon, words = value.partition(":") if isinstance(value, str) else ("", "", "")
    if colon and key in known:
        wrong = "it is text in quotes" if words[:1] == " " else "a space is missing after the colon"
        return wrong, f"write {_pair(place, key, words)}"
    first_word, _, rest = value.partition(" ") if isinstance(value, str) else ("", "", "")
    if rest and first_word in known:
        return "a colon is missing after the key", f"write {_pair(place, first_word, rest)}"
    which = f": {', '.join(known)}" if known else ", without hyphens"
    if known and isinstance(value, str) and isinstance(place[-1], int):
        first, *others = known
        instead = f"put a key before it, as in `{first}: {cut(value)}`"
        return _NO_GROUP, f"{instead}; others are {', '.join(others)}"
    return _NO_GROUP, f"write `key: value`, one a line{which}"


def _pair(place: Place, key: str, words: str) -> str:
    """Return a key and its value as they are written in the group at `place`, on its own line."""
    pair = f"{key}: {cut(words.strip(), _LONG)}"
    return pair if isinstance(place[-1], int) else f"{place[-1]}: {{{pair}}}"


def in_braces(key: str, value: str) -> str:
    """Return a group that is written on the line of its `key`, or nothing where it is no group."""
    from communique.model.statement import FrontMatter  # noqa: PLC0415  # it needs pydantic

    is_pair = value.partition(":")[0] in schemas.properties(FrontMatter, (key,))
    return f"{key}: {{{value.strip()}}}" if is_pair else ""


def missing(mapping: Mapping, place: Place) -> str:
    """Return what to write where the key at `place` is missing.

    It may be that of the item above, which a hyphen divided from this one.
    """
    instead, item, number = f"add a line `{place[-1]}: …`", mapping.at(place[:-1]), place[-2:-1]
    if not isinstance(item, dict) or not item or not number or not isinstance(number[0], int):
        return instead
    before = mapping.at((*place[:-2], number[0] - 1)) if number[0] else None
    if not isinstance(before, dict) or place[-1] not in before or set(before) & set(item):
        return instead
    own = next(iter(item))
    or_above = f"or a space in the place of the hyphen before {own} if it belongs to the one above"
    return f"{instead}, {or_above}"


def owner(model: type[BaseModel], mapping: Mapping, place: Place) -> Place | None:
    """Return the place of the group above a key of the first level to which that key belongs.

    Return None where there is none, or the key stands inside a group.
    """
    above = mapping.above.get(str(place[0])) if len(place) == 1 else None
    if above is None:
        return None
    groups = _open(mapping, (above,))
    return next((each for each in groups if place[0] in schemas.properties(model, each)), None)


def outside(mapping: Mapping, group: Place) -> tuple[str, str]:
    """Return what is wrong with a key that belongs to the `group` above it, and what to write."""
    written = mapping.at(group)
    begins = f"under {next(iter(written))}" if written else f"further in than {group[-1]}"
    return f"it belongs to {dotted(group)}", f"put spaces before it, so that it begins {begins}"


def _open(mapping: Mapping, place: Place) -> Iterator[Place]:
    """Yield the places that a line below the value at `place` may go on with, the inmost first."""
    value = mapping.at(place)
    if value and isinstance(value, dict):
        yield from _open(mapping, (*place, list(value)[-1]))
    elif value and isinstance(value, list):
        yield from _open(mapping, (*place, len(value) - 1))
    if not value or isinstance(value, dict):
        yield place
