"""The lines above the text: parted from it, read as values, and written again key by key.

What is not changed in the form stays as its author wrote it, with its comments.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

from communique.design import yaml_lines
from communique.desk.form.fields import fields
from communique.model.faults import Faults
from communique.model.statement import FrontMatter
from communique.read import front_matter
from communique.read.yaml_values import quoted, scalar

if TYPE_CHECKING:
    from collections.abc import Mapping

    from communique.desk.form.fields import Field

_FENCE = "---"
#: Nobody writes a longer one, and it would be read anew with each change of a field.
_LONGEST = 100_000
_ORDER = list(FrontMatter.model_fields)
#: A day, with a time and its zone: YAML takes it for nothing else, so it needs no quotes.
_MOMENT = re.compile(r"\d{4}-\d\d-\d\d( \d\d:\d\d( ?[A-Za-z+-][\w/+:-]*)?)?")
_NUMBER = re.compile(r"[1-9]\d*|true|false")


def parted(text: str) -> tuple[str, str]:
    """Return front matter and text, which together are `text`: a form shows one, a field the other.

    There is no front matter where the file does not begin with its border.
    """
    if not text.startswith(_FENCE):
        return "", text
    *_, line = front_matter.divided(text, Faults(Path()))
    lines = text.split("\n")
    if lines[line - 2 : line - 1] != [_FENCE]:
        return "", text
    if line <= len(lines) - 1 and not lines[line - 1]:
        line += 1  # the line below the border is empty
    head = "\n".join(lines[: line - 1]) + "\n"
    return (head, text[len(head) :]) if text.startswith(head) else (text, "")


def form(head: str) -> list[Field] | None:
    """Return the fields for a front matter; None where it is none that a form can change."""
    mapping = _mapping(head)
    return None if mapping is None else fields(mapping.values)


def changed(head: str, values: Mapping[str, Any]) -> str:
    """Return a front matter with these `values` in the place of its own, by their keys.

    A value is a text, a number, a list or a dictionary, or None, without which its key is left out.
    """
    for key, value in values.items():
        mapping = _mapping(head)
        if mapping is None or key not in _ORDER or _same(mapping.values.get(key), value):
            continue
        head = _replaced(head, mapping, key, _written(key, value, 0))
    return head


def _mapping(head: str) -> yaml_lines.Mapping | None:
    """Return what a front matter says; None where it cannot be read to its end."""
    if not head:
        return yaml_lines.Mapping()
    if len(head) > _LONGEST:
        return None
    faults = Faults(Path())
    inner, line, *_ = front_matter.divided(head, faults)
    mapping = yaml_lines.parse(inner, line, faults)
    return None if mapping.broken else mapping


def _replaced(head: str, mapping: yaml_lines.Mapping, key: str, new: list[str]) -> str:
    """Return `head` with the lines of a `key` replaced, or put where they belong in the order."""
    if not head:
        head = f"{_FENCE}\n{_FENCE}\n\n"
    lines = head.split("\n")
    fence = lines.index(_FENCE, 1)
    starts = sorted(line - 1 for place, line in mapping.lines.items() if len(place) == 1)
    if key in mapping.values:
        start = mapping.line((key,)) - 1
        end = next((each for each in starts if each > start), fence)
        while end > start + 1 and (not lines[end - 1].strip() or lines[end - 1].startswith("#")):
            end -= 1  # what stands above the next key is said of that
    else:
        before = [each for each in mapping.values if each in _ORDER and _is_before(each, key)]
        last = max((mapping.line((each,)) for each in before), default=0)
        start = end = next((each for each in starts if each >= last), fence) if last else 1
    return "\n".join([*lines[:start], *new, *lines[end:]])


def _is_before(one: str, other: str) -> bool:
    return _ORDER.index(one) < _ORDER.index(other)


def _same(there: Any, value: Any) -> bool:
    """Tell whether a value is that which is there already."""
    if isinstance(there, dict) and isinstance(value, dict):
        return there.keys() == value.keys() and all(_same(there[key], value[key]) for key in value)
    if isinstance(there, list) and isinstance(value, list):
        return len(there) == len(value) and all(map(_same, there, value))
    return (there is None and value is None) or (isinstance(there, str) and there == value)


def _written(key: str, value: Any, depth: int) -> list[str]:
    """Return the lines in which a `key` has a `value`, in so many steps from the left."""
    start = "  " * depth + _key(key) + ":"
    if value in (None, "", [], {}):
        return []
    if isinstance(value, list):
        return [start, *(line for each in value for line in _item(each, depth + 1))]
    if isinstance(value, dict):
        below = [line for each in value for line in _written(each, value[each], depth + 1)]
        return [start, *below] if below else []
    return [f"{start} {_scalar(key, value)}"]


def _item(value: Any, depth: int) -> list[str]:
    indent = "  " * depth
    if not isinstance(value, dict):
        return [f"{indent}- {_scalar('', value)}"] if value else []
    lines = [line for key in value for line in _written(key, value[key], depth + 1)]
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
