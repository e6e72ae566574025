"""What an importer left to its author: nothing is made while it stands in the front matter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.design.yaml_lines import Scalar

if TYPE_CHECKING:
    from communique.design.yaml_lines import Mapping
    from communique.model.faults import Faults

KEY = "unsettled"


def check(mapping: Mapping, faults: Faults) -> None:
    """Note in `faults` each thing that is to be settled, and take the key out of the `mapping`."""
    for place, line in sorted(mapping.lines.items(), key=lambda pair: pair[1]):
        value = mapping.at(place) if place[:1] == (KEY,) else None
        if isinstance(value, Scalar) and str(value):
            faults.add(line, KEY, str(value), "settle it, then delete this line")
    mapping.values.pop(KEY, None)
