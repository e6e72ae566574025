"""Values of the form as lines of YAML."""

from __future__ import annotations

import re
from typing import Any

from communique.read.yaml_values import quoted, scalar

#: A day, with a time and its zone: YAML takes it for nothing else, so it needs no quotes.
_MOMENT = re.compile(r"\d{4}-\d\d-\d\d( \d\d:\d\d( ?[A-Za-z+-][\w/+:-]*)?)?")
_NUMBER = re.compile(r"[1-9]\d*|true|false")
#: What separates words without a meaning of its own: a no-break space is none of it, nor is the
#: wide one of East Asia.
_SPACES = re.compile(r"[\t\r\n ]+")


def tidied(value: Any) -> Any:
    """Return a value of the form with one space between words, and without what is empty in it.

    None stands for what is empty itself.
    """
    if isinstance(value, dict):
        pairs = {_SPACES.sub(" ", key).strip(" "): tidied(each) for key, each in value.items()}
        return {key: each for key, each in pairs.items() if key and each is not None} or None
    if isinstance(value, list):
        return [each for each in map(tidied, value) if each is not None] or None
    return None if value is None else _SPACES.sub(" ", str(value)).strip(" ") or None


def same(there: Any, value: Any) -> bool:
    """Tell whether a tidied value is that which is there already."""
    if isinstance(there, dict) and isinstance(value, dict):
        return there.keys() == value.keys() and all(same(there[key], value[key]) for key in value)
    if isinstance(there, list) and isinstance(value, list):
        return len(there) == len(value) and all(map(same, there, value))
    return not isinstance(there, list | dict) and tidied(there) == value


def written(key: str, value: Any, depth: int = 0) -> list[str]:
    """Return the lines in which a `key` has a `value`, in so many steps from the left."""
    start = "  " * depth + _key(key) + ":"
    if value in (None, "", [], {}):
        return []
    if isinstance(value, list):
        return [start, *(line for each in value for line in item(each, depth + 1))]
    if isinstance(value, dict):
        below = [line for each in value for line in written(each, value[each], depth + 1)]
        return [start, *below] if below else []
    return [f"{start} {_scalar(key, value)}"]


def item(value: Any, depth: int = 0) -> list[str]:
    """Return the lines of an item of a list, in so many steps from the left."""
    indent = "  " * depth
    if not isinstance(value, dict):
        return [f"{indent}- {_scalar('', value)}"] if value else []
    lines = [line for key in value for line in written(key, value[key], depth + 1)]
    return [f"{indent}- {lines[0].lstrip()}", *lines[1:]] if lines else []


def _key(key: str) -> str:
    return key if re.fullmatch(r"[A-Za-z_]+", key) else quoted(key)


#: The keys whose values are no text: as such they stand without quotes.
_PLAIN = ("version", "corrigendum", "contents", "numbered", "signed")


def _scalar(key: str, value: Any) -> str:
    text = str(value)
    if key in _PLAIN and _NUMBER.fullmatch(text):
        return text
    if key != "title" and _MOMENT.fullmatch(text):
        return text
    return quoted(text) if _NUMBER.fullmatch(text) else scalar(text)
