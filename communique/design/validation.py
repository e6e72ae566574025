"""Checks values against a model and says each fault with its line, in an author's words."""

from __future__ import annotations

from difflib import get_close_matches
from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar

from pydantic import ValidationError

from communique.design.yaml_lines import REFUSED, dotted
from communique.model.faults import DesignError
from communique.model.values import Phrase

if TYPE_CHECKING:
    from pydantic import BaseModel

    from communique.design.yaml_lines import Mapping, Place
    from communique.model.faults import Faults

    M = TypeVar("M", bound=BaseModel)


#: What pydantic calls a key that the model has not.
_NO_KEY = "extra_forbidden"
#: By what pydantic calls a fault: what is wrong, and what to write instead.
_PLAIN = {
    "string_type": ("it is not text", "write a line of text"),
    "bool_type": ("it is neither true nor false", "write true or false"),
    "bool_parsing": ("it is neither true nor false", "write true or false"),
    "float_type": ("it is not a number", "write a number"),
    "float_parsing": ("it is not a number", "write a number"),
    "int_type": ("it is not a whole number", "write one, such as 2"),
    "int_parsing": ("it is not a whole number", "write one, such as 2"),
    "int_from_float": ("it is not a whole number", "write one, such as 2"),
    "greater_than": ("it is not greater than {gt:g}", "write a greater number"),
    "greater_than_equal": ("it is less than {ge:g}", "write {ge:g} or more"),
    "less_than_equal": ("it is more than {le:g}", "write {le:g} or less"),
    "literal_error": ("it is not one of them", "write {expected}"),
    "too_short": ("it is empty", "name at least one"),
}


def validate(model: type[M], mapping: Mapping, faults: Faults) -> M | None:
    """Return the `model` made of `mapping`, or None after noting every reason why not.

    What is missing in a text that could not be read as a whole may be there, so it is not noted;
    nor is it where its key is only mistyped.
    """
    try:
        return model.model_validate(mapping.values)
    except ValidationError as error:
        details = error.errors(include_url=False)
        meant = {_meant(model, detail["loc"]) for detail in details if detail["type"] == _NO_KEY}
        for detail in details:
            place = _place(detail["loc"], mapping)
            if getattr(mapping.at(place), "means", "") == REFUSED:
                continue
            if detail["type"] == "missing" and (mapping.broken or place in meant):
                continue
            if detail["type"] == "too_short" and mapping.at(place):
                continue  # what is wrong with its items is said
            if _is_divided_text(model, mapping, place):
                faults.add(mapping.line(place), dotted(place), *_COLON)
                continue
            if _is_sentence(model, mapping, place):
                if detail["type"] == _NO_KEY:
                    faults.add(mapping.line(place), dotted(place[:-1]), *_COLON)
                continue
            context: dict[str, Any] = detail.get("ctx") or {}
            if "key" in context:
                place = (*place, context["key"])
            wrong, instead = _words(model, detail["type"], place, detail["msg"], context)
            if not instead:
                guide = "designers" if faults.error is DesignError else "authors"
                instead = f"see the list of fields in docs/{guide}.md"
            faults.add(mapping.line(place), dotted(place), wrong, instead)
    return None


#: What authors may call a key of the front matter, and its name.
_OTHER_NAMES = {
    "date": "issued",
    "published": "issued",
    "author": "issuers",
    "authors": "issuers",
    "issuer": "issuers",
    "venue": "place",
    "location": "place",
    "city": "place",
    "lang": "language",
    "tags": "keywords",
    "type": "kind",
    "number": "symbol",
    "reference": "symbol",
    "notes": "editors",
    "press": "contact",
    "toc": "contents",
    "organization": "organisation",
}


#: What authors may give a key of the front matter, and where it belongs.
_NO_KEYS = {"embargo": "write it as the first paragraph of the text"}
#: A sentence with a colon as the item of a list: YAML takes what is before it for a key.
_COLON = ("it contains a colon followed by a space", "put it in quotes: '…'")


def _is_divided_text(model: type[BaseModel], mapping: Mapping, place: Place) -> bool:
    """Tell whether `place` is an item of a list of texts that YAML took for a key and its value."""
    item = mapping.at(place)
    return (
        isinstance(place[-1], int)
        and isinstance(item, dict)
        and len(item) == 1
        and not _properties(model, place)
    )


def _is_sentence(model: type[BaseModel], mapping: Mapping, place: Place) -> bool:
    """Tell whether `place` is a key in an item of a list that was meant as a phrase."""
    item, known = mapping.at(place[:-1]), list(Phrase.model_fields)
    if len(place) < len(("list", 0, "key")) or not isinstance(place[-2], int):
        return False
    if not isinstance(item, dict) or len(item) != 1 or place[-1] not in {*item, "text"}:
        return False
    (key,) = item
    near = ":" in key or get_close_matches(key, known)
    return not near and _siblings(model, place) == sorted(known)


def suggestion(name: str, known: list[str]) -> str:
    """Return "did you mean …?" for a near miss of one of the `known` names, or else all of them."""
    if near := _near(name, known):
        return f"did you mean {near}?"
    return f"choose one of {', '.join(known)}" if len(known) > 1 else f"write {known[0]}"


def _near(name: str, known: list[str]) -> str:
    """Return the one of the `known` names that was likely meant by `name`, or nothing."""
    other = _OTHER_NAMES.get(name.lower())
    if other in known:
        return str(other)
    begun = [each for each in known if name and each.startswith(name.lower())]
    near = begun or get_close_matches(name.lower(), known, n=1, cutoff=0.6)
    return near[0] if near else ""


def _meant(model: type[BaseModel], place: Place) -> Place:
    """Return the place that was likely meant by one whose key is not known."""
    return (*place[:-1], _near(str(place[-1]), _siblings(model, place)))


def _place(loc: tuple[str | int, ...], mapping: Mapping) -> Place:
    """Cut pydantic's location down to what the author wrote.

    A phrase given as plain text is checked as its inner field `text`, which has no line of its
    own: the place is then the phrase.
    """
    place: Place = loc
    if place and place[-1] == "text" and place[:-1] in mapping.lines:
        written = mapping.at(place[:-1])
        return place if isinstance(written, dict) else place[:-1]
    return place


def _words(
    model: type[BaseModel], kind: str, place: Place, message: str, context: dict[str, Any]
) -> tuple[str, str]:
    """Return what is wrong and what to write instead, or nothing where only the docs can tell."""
    match kind:
        case "fault":
            return context["wrong"], context["instead"]
        case _ if kind == _NO_KEY:
            key, colon, _ = str(place[-1]).partition(":")
            if colon:
                return "a space is missing after the colon", f"write {key}: …"
            if space := next((each for each in key if each.isspace() and each != " "), ""):
                wrong = f"a space that is no plain one (U+{ord(space):04X}) stands in the key"
                return wrong, f"write {key.replace(space, '')}: …"
            if key in _NO_KEYS and "title" in _siblings(model, place):
                return "there is no such key", _NO_KEYS[key]
            return "there is no such key", suggestion(key, _siblings(model, place))
        case "missing":
            return "it is missing", f"add a line `{place[-1]}: …`"
        case "tuple_type":
            return "it is not a list", "write one item a line, each after a hyphen and a space"
        case "model_type" | "model_attributes_type" | "dict_type":
            keys = list(_properties(model, place))
            which = f": {', '.join(keys)}" if keys else ", without hyphens"
            wrong, instead = "it is not a group of keys", "write `key: value`, one a line"
            return wrong, f"{instead}{which}"
        case _ if kind in _PLAIN:
            wrong, instead = _PLAIN[kind]
            return wrong.format(**context), instead.format(**context)
        case _:
            return message[:1].lower() + message[1:], ""


def _siblings(model: type[BaseModel], place: Place) -> list[str]:
    """Return the keys that are known where `place` stands."""
    return sorted(_properties(model, place[:-1]))


def _properties(model: type[BaseModel], place: Place) -> dict[str, Any]:
    """Return the keys of the group at `place`, in the order of the model, with their schemas."""
    definitions = schema = _schema(model)
    for part in place:
        schema = _inner(schema, part, definitions)
    found: dict[str, Any] = schema.get("properties", {})
    return found


@cache
def _schema(model: type[BaseModel]) -> dict[str, Any]:
    return model.model_json_schema()  # it takes 20 ms, and is asked for with each fault


def _inner(schema: dict[str, Any], part: str | int, definitions: dict[str, Any]) -> dict[str, Any]:
    found = schema.get("items", {}) if isinstance(part, int) else schema["properties"].get(part, {})
    for option in found.get("anyOf", [found]):
        if "$ref" in option:
            name = option["$ref"].rsplit("/", 1)[-1]
            result: dict[str, Any] = definitions["$defs"][name]
            return result
        if "items" in option or "properties" in option:
            return dict(option)
    return {}
