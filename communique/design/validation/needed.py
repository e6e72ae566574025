"""What is empty and may be left out: a key or an item without which nothing is wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

if TYPE_CHECKING:
    from pydantic import BaseModel

    from communique.design.yaml_lines import Mapping, Place


def left_out(place: Place) -> str:
    """Return what to write instead of nothing at `place`, as the second of two ways."""
    return f", or leave the {'item' if isinstance(place[-1], int) else 'key'} out"


def is_needed(model: type[BaseModel], mapping: Mapping, place: Place) -> bool:
    """Tell whether `place`, which is empty, or what it lies in would be wrong if it were left out.

    All that is empty beside it is left out with it: an issuer needs one of its keys.
    """
    try:
        model.model_validate(_without_empty(mapping.values, place[:-1]))
    except ValidationError as error:
        around = place[:-1] if isinstance(place[-1], int) else place
        wrong = (detail["loc"] for detail in error.errors(include_url=False))
        return any(each == around[: len(each)] for each in wrong)
    return False


def _without_empty(value: Any, place: Place) -> Any:
    """Return a copy of a `value` where the group or list at `place` has nothing that is empty."""
    if place:
        copy = value.copy()
        copy[place[0]] = _without_empty(value[place[0]], place[1:])
        return copy
    if isinstance(value, list):
        return [each for each in value if not _is_empty(each)]
    return {key: each for key, each in value.items() if not _is_empty(each)}


def _is_empty(value: object) -> bool:
    is_text = isinstance(value, str)
    return is_text and (not str(value).strip() or getattr(value, "means", "") == "nothing")
