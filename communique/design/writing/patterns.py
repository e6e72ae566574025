"""Texts with places in braces, which are filled later, and those that are counted."""

from __future__ import annotations

import re
from typing import Annotated, Literal

from pydantic import AfterValidator

from communique.model.values import refuse

#: A place in a pattern, or a brace that is none.
PLACE = re.compile(r"{[^{}]*}|[{}]")

#: What is seen on paper: neither a space nor a character without a form (Unicode, Cc and Cf).
_SEEN = re.compile(
    r"[^\s\x00-\x1f\x7f-\x9f\u00ad\u034f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]"
)
#: The forms of words that are counted (CLDR, plural rules).
Form = Literal["zero", "one", "two", "few", "many", "other"]


def with_places(*places: str) -> AfterValidator:
    """Return what refuses a text that has not these places in braces, each once."""
    wanted = [f"{{{place}}}" for place in places]

    def check(text: str) -> str:
        if sorted(PLACE.findall(text)) != sorted(wanted):
            listed = " and ".join(wanted)
            raise refuse(f"it needs {listed}, once, and no other braces", f"write {listed} in it")
        return text

    return AfterValidator(check)


def counting(*places: str) -> AfterValidator:
    """Return what refuses words for numbers without the last form, or without these places."""

    def check(forms: dict[Form, str]) -> dict[Form, str]:
        if "other" not in forms:
            raise refuse("it has no form for other numbers", "write other: with its words")
        for text in forms.values():
            found = set(PLACE.findall(text)) - {"{count}"}
            if found != {f"{{{place}}}" for place in places}:
                named = " and ".join(f"{{{place}}}" for place in ("count", *places))
                raise refuse(f"it has not the places {named}, or others", f"write {named} in it")
        return forms

    return AfterValidator(check)


def seen(text: str) -> str:
    """Return a text that shows something on paper, or refuse it."""
    if not _SEEN.search(text):
        raise refuse("it shows nothing on paper", "write words")
    return text


#: What no page can do without.
Word = Annotated[str, AfterValidator(seen)]
Counted = Annotated[dict[Form, Word], counting()]
