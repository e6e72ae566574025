"""The nodes of a YAML text, as far as it can be read; the only importer of ruamel.yaml.

Only the composer of ruamel.yaml is used, never its constructors: nothing an author types can
create an object.
"""

from __future__ import annotations

import warnings
from typing import TYPE_CHECKING, NamedTuple

from communique.design import yaml_faults, yaml_slips

if TYPE_CHECKING:
    from collections.abc import Iterator

    from communique.model.faults import Faults


class Nodes(NamedTuple):
    """The node that a text is, or None where it is none."""

    root: object
    text: str
    """The text without slips that were mended and entries that cannot be read."""
    broken: bool
    """Whether there are such entries."""


def nodes(text: str, first_line: int, faults: Faults) -> Nodes:
    """Return the nodes of `text`, which begins on `first_line` of its file.

    What cannot be read is noted in `faults`.
    """
    broken, whole = False, text
    root, error, text = _mended(text, first_line, faults)
    while error:  # what follows the entry that cannot be read may be wrong, too
        broken = True
        index = yaml_faults.explain(error, text, first_line, faults)
        better = yaml_faults.without_entry(text, index)
        if better != text and (key := yaml_faults.unknown_key(text, index, faults)):
            kept = better.split("\n")  # its key stays, so that it is told, too
            better = "\n".join([*kept[:index], f"{key}: ''", *kept[index + 1 :]])
        if better == text:
            break
        text = better
        root, error, text = _mended(text, first_line, faults)
    lines = zip(whole.split("\n"), text.split("\n"), strict=True)
    broken = broken or any(before and not after for before, after in lines)
    return Nodes(root, text, broken)


def _mended(text: str, first_line: int, faults: Faults) -> tuple[object, Exception | None, str]:
    """Return the node that `text` is, or the error where it is none, and the text.

    Slips that can be mended are noted in `faults`, and are no more in the text that is returned.
    """
    root, error = _composed(text)
    while error or not is_mapping(root):
        last = yaml_faults.stopped(error) if error else None
        better, slips = yaml_slips.mended(text, last)
        root, again = _composed(better)
        mends = again is None or (last is not None and yaml_faults.stopped(again) > last)
        if not slips or not mends:
            break
        for slip in slips:
            faults.add(first_line + slip.row, slip.key, slip.wrong, slip.instead)
        text, error = better, again
    return root, error, text


def _composed(text: str) -> tuple[object, Exception | None]:
    """Return the node that `text` is, and the error where it is none."""
    from ruamel.yaml import YAML  # noqa: PLC0415  # slow to import, and --list needs none of it
    from ruamel.yaml.error import ReusedAnchorWarning, YAMLError  # noqa: PLC0415

    # Anchors are refused anyway, and a warning would be printed as it stands.
    warnings.filterwarnings("ignore", category=ReusedAnchorWarning)
    try:
        # The kind that keeps comments (rt) is slower and fails on some of them.
        return YAML(typ="safe", pure=True).compose(text), None
    except (YAMLError, ValueError, RecursionError) as error:
        return None, error


def is_mapping(node: object) -> bool:
    """Tell whether a node is a group of keys."""
    return getattr(node, "id", "") == "mapping"


def is_list_of_groups(node: object) -> bool:
    """Tell whether a node is a list that begins with a group of keys."""
    is_list = getattr(node, "id", "") == "sequence"
    return is_list and any(map(is_mapping, list(children(node))[:1]))


def children(node: object) -> Iterator[tuple[object, object]]:
    """Return the nodes in a list, or in a group those of its keys with those of their values."""
    return iter(node.value)  # type: ignore[attr-defined]


def text_of(node: object) -> str:
    """Return a scalar as it is written, without quotes."""
    return str(node.value)  # type: ignore[attr-defined]
