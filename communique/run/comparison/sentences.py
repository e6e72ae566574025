"""How much differs, in words."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

from communique.difference import Summary

if TYPE_CHECKING:
    from communique.difference import Difference


def counted(summary: Summary | None) -> dict[str, int]:
    """Return the counts of a summary by their names, all of them 0 where there is none."""
    return asdict(summary or Summary())


def summed_up(difference: Difference) -> str:
    """Return how much differs, e.g. "2 paragraphs changed, 1 moved; 34 words added, 21 deleted"."""
    summary = difference.summary
    parts = [
        _listed(
            ("paragraph", "paragraphs"),
            ("changed", summary.changed),
            ("added", summary.added),
            ("moved", summary.moved),
            ("deleted", summary.deleted),
        ),
        _listed(
            ("word", "words"),
            ("added", summary.words_added),
            ("deleted", summary.words_deleted),
        ),
        _listed(("point", "points"), ("renumbered", summary.renumbered)),
        _listed(
            ("value of the front matter", "values of the front matter"),
            ("changed", summary.values),
        ),
    ]
    if difference.is_none:
        return "both say the same"
    return "; ".join(filter(None, parts)) or "what stands between the paragraphs differs"


def _listed(names: tuple[str, str], *counts: tuple[str, int]) -> str:
    """Return the counts that are not 0, the first with the name of what is counted."""
    said = [(fate, count) for fate, count in counts if count]
    return ", ".join(
        f"{count:,} {names[count > 1]} {fate}" if number == 0 else f"{count:,} {fate}"
        for number, (fate, count) in enumerate(said)
    )
