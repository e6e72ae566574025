"""Checks values against a model and says each fault with its line, in an author's words."""

from __future__ import annotations

import re
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any, TypeVar

from pydantic import ValidationError

from communique.design.validation import groups, keys, needed, schemas
from communique.design.validation.keys import suggestion
from communique.design.yaml_lines import REFUSED, dotted
from communique.model.faults import DesignError
from communique.model.values import Phrase

if TYPE_CHECKING:
    from collections.abc import Callable, Container

    from pydantic import BaseModel
    from pydantic_core import ErrorDetails

    from communique.design.yaml_lines import Mapping, Place
    from communique.model.faults import Faults

    M = TypeVar("M", bound=BaseModel)

__all__ = ["suggestion", "validate"]

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
    "literal_error": ("{written} is not one of them", "write {expected}"),
    "too_short": ("it is empty", "name at least one"),
}
#: A number with its unit.
_MEASURE = re.compile(r"(\d+(?:\.\d+)?)\s*(?:mm|cm|in|pt|px|em|%)")


def _unknown(written: str) -> str:  # noqa: ARG001  # it knows no date
    return ""


def validate(
    model: type[M], mapping: Mapping, faults: Faults, date: Callable[[str], str] = _unknown
) -> M | None:
    """Return the `model` made of `mapping`, or None after noting every reason why not.

    What to write for a text that is no date is asked of `date`, which may know nothing.
    """
    try:
        return model.model_validate(mapping.values)
    except ValidationError as error:
        details = error.errors(include_url=False)
        meant = {
            _meant(model, mapping, detail["loc"]) for detail in details if detail["type"] == _NO_KEY
        }
        for detail in details:
            place = _place(detail["loc"], mapping)
            if _is_said(mapping, detail["type"], place, meant):
                continue
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
            line = mapping.line(place)
            if detail["type"] == "tuple_type":
                line, wrong, instead = groups.no_list(model, mapping, place)
            else:
                wrong, instead = _words(model, mapping, place, detail, context)
            if "date" in context:
                instead = date(context["date"]) or instead
            if not instead:
                guide = "designers" if faults.error is DesignError else "authors"
                instead = f"see the list of fields in docs/{guide}.md"
            faults.add(line, dotted(place), wrong, instead)
    return None


def _is_said(mapping: Mapping, kind: str, place: Place, meant: Container[Place]) -> bool:
    """Tell whether nothing is to be said of a fault since what causes it is said, or may be.

    What is missing in a text that could not be read as a whole may be there; it may also stand
    under a mistyped key, and is then `meant` there. A list is empty where its items are wrong.
    """
    return (
        getattr(mapping.at(place), "means", "") == REFUSED
        or (kind == "missing" and (mapping.broken or place in meant))
        or (kind == "too_short" and bool(mapping.at(place)))
    )


#: A sentence with a colon as the item of a list: YAML takes what is before it for a key.
_COLON = ("it contains a colon followed by a space", "put it in quotes: '…'")


def _is_divided_text(model: type[BaseModel], mapping: Mapping, place: Place) -> bool:
    """Tell whether `place` is an item of a list of texts that YAML took for a key and its value."""
    item = mapping.at(place)
    return (
        isinstance(place[-1], int)
        and isinstance(item, dict)
        and len(item) == 1
        and not schemas.properties(model, place)
    )


def _is_sentence(model: type[BaseModel], mapping: Mapping, place: Place) -> bool:
    """Tell whether `place` is a key in an item of a list that was meant as a phrase."""
    item, known = mapping.at(place[:-1]), list(Phrase.model_fields)
    if len(place) < len(("list", 0, "key")) or not isinstance(place[-2], int):
        return False
    if not isinstance(item, dict) or len(item) != 1 or place[-1] not in {*item, "text"}:
        return False
    (key,) = item
    is_near = ":" in key or get_close_matches(key, known)
    return not is_near and schemas.siblings(model, place) == sorted(known)


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


def _meant(model: type[BaseModel], mapping: Mapping, place: Place) -> Place:
    """Return the place that was likely meant by one whose key is not known."""
    group = groups.owner(model, mapping, place)
    return keys.meant(model, place) if group is None else (*group, place[-1])


def _words(
    model: type[BaseModel],
    mapping: Mapping,
    place: Place,
    detail: ErrorDetails,
    context: dict[str, Any],
) -> tuple[str, str]:
    """Return what is wrong and what to write instead, or nothing where only the docs can tell."""
    kind, message = detail["type"], detail["msg"]
    match kind:
        case "fault":
            may_go = context.get("is_nothing") and not needed.is_needed(model, mapping, place)
            return context["wrong"], context["instead"] + (needed.left_out(place) if may_go else "")
        case _ if kind == _NO_KEY:
            if group := groups.owner(model, mapping, place):
                return groups.outside(mapping, group)
            return keys.unknown(model, place)
        case "missing":
            return "it is missing", groups.missing(mapping, place)
        case "model_type" | "model_attributes_type" | "dict_type":
            return groups.no_group(model, mapping, place)
        case "float_parsing" if number := _MEASURE.fullmatch(str(mapping.at(place))):
            return "it is not a number alone", f"write {number[1]}, without a unit"
        case _ if kind in _PLAIN:
            wrong, instead = _PLAIN[kind]
            context["written"] = mapping.at(place)
            return wrong.format(**context), instead.format(**context)
        case _:
            return message[:1].lower() + message[1:], ""
