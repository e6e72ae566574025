"""The front matter as the fields of a form, made from its JSON Schema: a new key is a new field."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from functools import cache
from typing import TYPE_CHECKING, Any

from communique.design import language, theme
from communique.model.statement import FrontMatter
from communique.model.status import zone_names

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

#: What is seen at once; the others stand below, closed.
FIRST = ("title", "subtitle", "kind", "issued", "place", "event", "issuers", "draft", "embargo")
#: What the name of the file says already.
_ELSEWHERE = ("language",)
_LABELS = {
    "issued": "Date of issue",
    "updated": "Last change",
    "issuers": "Parties",
    "styled": "In the by-line",
    "byline": "By-line",
    "url": "Web address",
    "editors": "Notes to editors",
    "theme": "Look",
    "numbered": "Number the paragraphs",
    "contents": "List of contents",
    "embargo": "Embargo until",
    "at": "Made at",
    "on_behalf": "On behalf",
    "kind": "Kind of document",
    "event": "Occasion",
}
_LEVELS = (("true", "of all headings"), ("false", "none"), ("1", "of the first level"))
_LONG = ("editors", "contact", "byline")
_MOMENT = re.compile(r"(?P<day>\d{4}-\d\d-\d\d)(?:[T ](?P<time>\d\d:\d\d))?")
_EXAMPLE = re.compile(r",? e\.g\. [^,]*?(\.$|, or .*)")
_NO_MOMENT = {"day": "", "time": "", "zone": ""}
_EMBARGO = re.compile(r"(?P<day>\d{4}-\d\d-\d\d)[T ](?P<time>\d\d:\d\d) ?(?P<zone>\S+)")


@dataclass(frozen=True)
class Field:
    """A field: its `kind` says how it is shown, and how its value is written."""

    key: str
    kind: str
    label: str
    help: str = ""
    value: str = ""
    parts: Mapping[str, str] = field(default_factory=dict)
    """Day, time and zone of a moment."""
    options: Sequence[tuple[str, str]] = ()
    """The values to choose from, each with its words."""
    fields: Sequence[Field] = ()
    """The fields of a group, the items of a list."""
    blank: Field | None = None
    """An item of a list without a value."""
    filled: bool = False


def fields(values: Mapping[str, Any]) -> list[Field]:
    """Return the fields of a form that has these `values`, as the front matter has them."""
    keys = [key for key in _schema()["properties"] if key not in _ELSEWHERE or key in values]
    ordered = sorted(keys, key=lambda key: FIRST.index(key) if key in FIRST else len(FIRST))
    return [_field(key, _schema()["properties"][key], values.get(key)) for key in ordered]


@cache
def _schema() -> dict[str, Any]:
    return FrontMatter.model_json_schema()


def _field(key: str, schema: Mapping[str, Any], value: Any) -> Field:
    told = str(schema.get("description", ""))
    label = _LABELS.get(key, key.replace("_", " ").capitalize())
    name, meant = _meant(schema)
    kind = _kind(key, name, meant)
    if name == "Phrase" and isinstance(value, dict):
        kind = "group"
    blank = Field(key, kind, label, told, filled=value is not None)
    if not _fits(kind, value):
        return replace(blank, kind="other")
    if kind == "group":
        inner = meant["properties"].items()
        parts = [_field(each, below, (value or {}).get(each)) for each, below in inner]
        return replace(blank, fields=parts)
    if kind == "list":
        items = [_field(key, meant["items"], each) for each in value or ()]
        if any(each.kind == "other" for each in items):
            return replace(blank, kind="other")
        return replace(blank, fields=items, blank=_field(key, meant["items"], None))
    if kind == "pairs":
        pairs = [_pair(each, str(words)) for each, words in (value or {}).items()]
        return replace(blank, fields=pairs, blank=_pair("", ""))
    text = "" if value is None or value.means == "nothing" else str(value)
    if kind in ("moment", "embargo"):
        match = (_MOMENT if kind == "moment" else _EMBARGO).fullmatch(text)
        if text and not match:
            return replace(blank, kind="line", value=text)
        told = _EXAMPLE.sub(r"\1", told)  # a day is chosen, not written
        zones = [(name, name) for name in zone_names()] if kind == "embargo" else []
        return replace(
            blank,
            help=told,
            options=zones,
            parts=_NO_MOMENT | (match.groupdict("") if match else {}),
        )
    return replace(blank, value=text, options=_options(key, meant, text))


def _pair(key: str, value: str) -> Field:
    return Field(key, "pair", key, value=value)


def _meant(schema: Mapping[str, Any]) -> tuple[str, Mapping[str, Any]]:
    """Return the name and the schema of what a value is where it is not left out."""
    for each in schema.get("anyOf", ()):
        if each.get("type") != "null":
            schema = each
    if ref := schema.get("$ref"):
        name = ref.rpartition("/")[2]
        return name, _schema()["$defs"][name]
    return "", schema


def _kind(key: str, name: str, schema: Mapping[str, Any]) -> str:
    if name == "Phrase":
        return "text" if key in _LONG else "line"
    if name:
        return "group"
    if "[A-Za-z]" in schema.get("pattern", ""):  # a name of a zone
        return "embargo"
    if "<date>" in schema.get("pattern", ""):
        return "moment"
    if key in ("language", "theme", "contents") or "enum" in schema:
        return "choice"
    kinds = {"array": "list", "object": "pairs", "boolean": "flag", "integer": "number"}
    return kinds.get(str(schema.get("type")), "line")


def _fits(kind: str, value: Any) -> bool:
    """Tell whether a field of that `kind` can show a `value`."""
    if value is None:
        return True
    if kind == "list":
        return isinstance(value, list)
    if kind == "pairs":
        return isinstance(value, dict) and all(isinstance(each, str) for each in value.values())
    return isinstance(value, dict) if kind == "group" else isinstance(value, str)


def _options(key: str, schema: Mapping[str, Any], value: str) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    if key == "language":
        found = languages()
    elif key == "theme":
        found = [(each, each.capitalize()) for each in theme.names()]
    elif key == "contents":
        found = list(_LEVELS)
    elif "enum" in schema:
        found = [(each, each.capitalize()) for each in schema["enum"]]
    known = {each for each, _ in found}
    return found if not value or value in known or not found else [*found, (value, value)]


@cache
def _languages() -> tuple[tuple[str, str], ...]:
    named = [(tag, language.english_name(tag)) for tag in language.names()]
    return tuple(sorted(named, key=lambda each: each[1]))


def languages() -> list[tuple[str, str]]:
    """Return the languages there are: their tags and English names, by these."""
    return list(_languages())
