"""The lines above the text: parted from it, read as values, and written again key by key.

What is not changed in the form stays as its author wrote it, with its comments.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from communique.design import yaml_lines
from communique.desk.form.fields import fields
from communique.desk.form.kept import edited
from communique.desk.form.written import same, tidied, written
from communique.model.faults import Faults
from communique.model.statement import FrontMatter
from communique.read import front_matter

if TYPE_CHECKING:
    from collections.abc import Mapping

    from communique.desk.form.fields import Field

_FENCE = "---"
#: Nobody writes a longer one, and it would be read anew with each change of a field.
_LONGEST = 100_000
_ORDER = list(FrontMatter.model_fields)


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
    for key, each in values.items():
        mapping, value = _mapping(head), tidied(each)
        if mapping is None or key not in _ORDER or same(mapping.values.get(key), value):
            continue
        new = _replaced(head, mapping, key, value, kept=True)
        if not _says(new, {**mapping.values, key: value}):
            new = _replaced(head, mapping, key, value, kept=False)
        head = new
    return head


def _says(head: str, values: Mapping[str, Any]) -> bool:
    """Tell whether a front matter says these `values`, and nothing else."""
    found = _mapping(head)
    wanted = {key: tidied(value) for key, value in values.items()}
    filled = {key: value for key, value in wanted.items() if value is not None}
    there = {key: value for key, value in found.values.items() if tidied(value)} if found else None
    return same(there, filled)


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


def _replaced(head: str, mapping: yaml_lines.Mapping, key: str, value: Any, *, kept: bool) -> str:
    """Return `head` with the lines of a `key` replaced, or put where they belong in the order.

    Those that say what is in its new `value`, too, are `kept`, or are all written anew.
    """
    if not head:
        head = f"{_FENCE}\n{_FENCE}\n\n"
    lines = head.split("\n")
    fence, new = lines.index(_FENCE, 1), written(key, value)
    starts = sorted(line - 1 for place, line in mapping.lines.items() if len(place) == 1)
    if key in mapping.values:
        start = mapping.line((key,)) - 1
        end = next((each for each in starts if each > start), fence)
        while end > start + 1 and (not lines[end - 1].strip() or lines[end - 1].startswith("#")):
            end -= 1  # what stands above the next key is said of that
        if kept:
            new = edited(lines[start:end], key, mapping.values[key], value)
    else:
        before = [each for each in mapping.values if each in _ORDER and _is_before(each, key)]
        last = max((mapping.line((each,)) for each in before), default=0)
        start = end = next((each for each in starts if each >= last), fence) if last else 1
    return "\n".join([*lines[:start], *new, *lines[end:]])


def _is_before(one: str, other: str) -> bool:
    return _ORDER.index(one) < _ORDER.index(other)
