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
    if KEY not in mapping.values:
        return
    items = [
        (line, value)
        for place, line in mapping.lines.items()
        if place[0:1] == (KEY,) and isinstance(value := mapping.at(place), Scalar) and str(value)
    ]
    for line, value in items:
        faults.add(line, KEY, str(value), "settle it, then delete this line")
    if not items:
        faults.add(mapping.line((KEY,)), KEY, "nothing is left to settle", "delete this line, too")
    del mapping.values[KEY]
