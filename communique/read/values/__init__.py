"""The values above the text, once they are read: what they contradict, and likely slips."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.design.yaml_lines import Scalar

if TYPE_CHECKING:
    from collections.abc import Iterator

    from communique.design.yaml_lines import Mapping, Place

#: The keys whose values are not printed, or are addresses.
_NO_TEXT = ("url", "theme", "language", "keywords", "abbreviations", "draft", "embargo")


def printed(mapping: Mapping) -> Iterator[tuple[Place, Scalar]]:
    """Yield the values that are printed as text, each with its place."""
    for place in mapping.lines:
        value = mapping.at(place)
        if isinstance(value, Scalar) and place[0] not in _NO_TEXT:
            yield place, value
