"""What a file of the templates names: another file, or one of its kind that it inherits from."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from communique.design import templates
from communique.design.validation.keys import near, suggestion
from communique.store import places
from communique.store.paths import from_here

if TYPE_CHECKING:
    from collections.abc import Sequence

    from communique.design.yaml_lines import Mapping, Place, Value
    from communique.model.faults import Faults


def check_file(mapping: Mapping, place: Place, folder: str, faults: Faults) -> None:
    """Note where a file that is named at a `place`, one or several, is not in a `folder`.

    Where it lies elsewhere in the project's templates, its designer is told to move it.
    """
    for name in listed(mapping.at(place)):
        if isinstance(name, str) and name and not templates.find(f"{folder}/{name}".lstrip("/")):
            wrong = f"there is no file {name} in templates/{folder}".rstrip("/")
            faults.add(mapping.line(place), str(place[0]), wrong, _instead(name, folder))


def _instead(name: str, folder: str) -> str:
    own = Path(places.own_templates() or places.TEMPLATES)
    if found := next((path for path in sorted(own.rglob("*.*")) if path.name == name), None):
        return f"move it there from {from_here(found.parent)}"
    alike = near(name, [path.name for path in Path(own, folder).glob("*.*")])
    return f"did you mean {alike}?" if alike else "save it there, or check its name"


def check_inherits(
    mapping: Mapping, chain: Sequence[str], known: list[str], kind: str, faults: Faults
) -> None:
    """Note where the first of `chain`, a file of this `kind`, inherits from none that is `known`.

    The others of the chain are those that inherit from it, which it may not inherit from in turn.
    """
    named = mapping.at(("inherits",))
    inherits = named if isinstance(named, str) else ""
    line = mapping.line(("inherits",))
    if inherits in chain:
        wrong = f"{inherits} inherits from {chain[0]} in turn"
        faults.add(line, "inherits", wrong, "let one of them stand alone")
    elif inherits and inherits not in known:
        faults.add(line, "inherits", f"there is no {kind} {inherits}", suggestion(inherits, known))


def listed(value: Value | None) -> list[Value]:
    """Return one value, or several, or none, as a list."""
    return value if isinstance(value, list) else [value] if value else []
