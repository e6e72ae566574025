"""What the file of a theme says, over what it inherits from another one."""

from __future__ import annotations

from functools import reduce
from typing import TYPE_CHECKING

from communique.design import templates, yaml_lines
from communique.design.validation.named import listed
from communique.design.yaml_lines import Scalar
from communique.model.faults import Faults

if TYPE_CHECKING:
    from pathlib import Path

    from communique.design.yaml_lines import Mapping, Value

#: What a theme may say in part, and inherit for the rest.
_GROUPS = ("colours", "fonts", "emblem", "address")
#: What it takes away from what it inherits with an empty list or group.
_OPTIONAL = ("stylesheet", "emblem", "sender", "address", "contact", "foot")
#: What is written where there is to be nothing, besides YAML's own words.
_NONE = ("none", "no", "false")


@templates.remembered
def written(name: str) -> tuple[tuple[Path, Mapping], ...]:
    """Return the file of the theme `name` and what it says, then those that it inherits from."""
    found: dict[str, tuple[Path, Mapping]] = {}
    while name and name not in found and templates.find(f"themes/{name}.yaml"):
        path = templates.path(f"themes/{name}.yaml")
        found[name] = path, yaml_lines.parse(templates.text(path), 1, Faults(path))
        name = str(found[name][1].at(("inherits",)) or "")
    return tuple(found.values())


def values(name: str) -> dict[str, Value]:
    """Return what the theme `name` says, with all that it inherits and does not take away."""
    chain = [mapping.values for _, mapping in reversed(written(name))]
    said = reduce(_over, chain)
    return {
        key: value
        for key, value in said.items()
        if not (chain[1:] and _is_taken_away(key, value)) and not _is_a_word_for_none(key, value)
    }


def check_nothing(own: Mapping, faults: Faults) -> None:
    """Refuse none, or no value, where a theme is to have nothing, and leave it out of its `own`.

    The word would be printed.
    """
    brackets = "write [] to take it away, or " if "inherits" in own.values else ""
    for key, value in list(own.values.items()):
        if _is_a_word_for_none(key, value):
            wrong = f"{value} does not take it away" if value else "it is empty"
            faults.add(own.line((key,)), key, wrong, f"{brackets}leave the key out")
            del own.values[key]


def _is_a_word_for_none(key: str, value: Value) -> bool:
    return (
        key in _OPTIONAL
        and isinstance(value, Scalar)
        and not value.quoted
        and (value.means == "nothing" or value.lower() in _NONE)
    )


def _is_taken_away(key: str, value: Value) -> bool:
    return key in _OPTIONAL and value in ([], {})


def _over(inherited: dict[str, Value], own: dict[str, Value]) -> dict[str, Value]:
    """Return what a theme says over what it inherits: of groups, such as colours, key by key.

    Its stylesheets come after the others.
    """
    said = inherited | own
    for key in [key for key in own if not _is_taken_away(key, own[key])]:
        one, other = inherited.get(key), own[key]
        if key in _GROUPS and isinstance(one, dict) and isinstance(other, dict):
            said[key] = one | other
        if key == "stylesheet":
            said[key] = [*listed(one), *listed(other)]
    if "description" not in own:
        changed = " and ".join(key for key in own if key != "inherits")
        said["description"] = Scalar(f"{own['inherits']} with its own {changed or 'name'}")
    return said
