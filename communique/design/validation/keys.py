"""Keys that a model has not, told with what was likely meant by them."""

from __future__ import annotations

import re
from difflib import get_close_matches
from typing import TYPE_CHECKING

from communique.design.validation import schemas
from communique.model import key_names

if TYPE_CHECKING:
    from pydantic import BaseModel

    from communique.design.yaml_lines import Place

#: How like a known name another one has to be to be taken for it (difflib): one letter in five may
#: be another one, or two neighbours of five may have changed places. From 0.7 on `sprache` is
#: `place`.
_NEAR = 0.75
#: What is written in the place of the hyphen of a point, and the key behind it.
_POINT = re.compile(r"([+•·–—])\s+(\w+)")


def suggestion(name: str, known: list[str]) -> str:
    """Return "did you mean …?" for a near miss of one of the `known` names, or else all of them."""
    if found := near(name, known):
        return f"did you mean {found}?"
    return f"choose one of {', '.join(known)}" if len(known) > 1 else f"write {known[0]}"


def near(name: str, known: list[str]) -> str:
    """Return the one of the `known` names that was likely meant by `name`, or nothing."""
    others = [key for key in key_names.keys(name) if key in known]
    begun = [each for each in known if name and each.lower().startswith(name.lower())]
    small = {each.lower(): each for each in known}
    alike = [small[each] for each in get_close_matches(name.lower(), small, n=1, cutoff=_NEAR)]
    return next(iter((*others, *begun, *alike)), "")


def meant(model: type[BaseModel], place: Place) -> Place:
    """Return the place that was likely meant by one whose key is not known."""
    return (*place[:-1], near(str(place[-1]), schemas.siblings(model, place)))


def unknown(model: type[BaseModel], place: Place) -> tuple[str, str]:
    """Return what is wrong with the key at `place`, which is not known, and what to write."""
    key, colon, _ = str(place[-1]).partition(":")
    if colon:
        return "a space is missing after the colon", f"write {key}: …"
    if space := next((each for each in key if each.isspace() and each != " "), ""):
        wrong = f"a space that is no plain one (U+{ord(space):04X}) stands in the key"
        return wrong, f"write {key.replace(space, '')}: …"
    if key.startswith("-"):
        return "a space is missing after the hyphen", f"write - {key[1:]}: …"
    if match := _POINT.match(key):
        wrong = f"a point begins with a hyphen and not with {match[1]}"
        return wrong, f"write - {match[2]}: …"
    known = schemas.siblings(model, place)
    if "title" in known and (instead := key_names.belongs(key)):
        return "there is no such key", instead
    return "there is no such key", suggestion(key, known)
