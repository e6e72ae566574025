"""The keys that a model knows at a place, asked of its JSON Schema."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pydantic import BaseModel

    from communique.design.yaml_lines import Place


def siblings(model: type[BaseModel], place: Place) -> list[str]:
    """Return the keys that are known where `place` stands."""
    return sorted(properties(model, place[:-1]))


def properties(model: type[BaseModel], place: Place) -> dict[str, Any]:
    """Return the keys of the group at `place`, in the order of the model, with their schemas."""
    found: dict[str, Any] = _at(model, place).get("properties", {})
    return found


def name(model: type[BaseModel], place: Place) -> str:
    """Return what the group at `place` is called: that at ``("issuers", 0)`` is an issuer."""
    return str(_at(model, place).get("title", "item")).lower()


def _at(model: type[BaseModel], place: Place) -> dict[str, Any]:
    definitions = schema = _schema(model)
    for part in place:
        schema = _inner(schema, part, definitions)
    return schema


@cache
def _schema(model: type[BaseModel]) -> dict[str, Any]:
    return model.model_json_schema()  # it takes 20 ms, and is asked for with each fault


def _inner(schema: dict[str, Any], part: str | int, definitions: dict[str, Any]) -> dict[str, Any]:
    known = schema.get("properties", {})
    found = schema.get("items", {}) if isinstance(part, int) else known.get(part, {})
    for option in found.get("anyOf", [found]):
        if "$ref" in option:
            result: dict[str, Any] = definitions["$defs"][option["$ref"].rsplit("/", 1)[-1]]
            return result
        if "items" in option or "properties" in option:
            return dict(option)
    return {}
