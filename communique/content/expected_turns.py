"""What pages have to say of what their statement was turned into, worked out for the proof alone.

Those who turn it say the same (`communique.turns`). What it was compared with is left to the rules
of each turn.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from communique.content.content import Version

_NEGOTIATION, _CHANGES, _CORRIGENDUM = "negotiation", "changes", "corrigendum"


def over_title(version: Version) -> str:
    """Return what stands over the title, and before it in that of the file: what the page is.

    It is in the words of the language; nothing where that has none, or nothing is to be said.
    """
    how, file = version.statement.turned, version.language.file
    if how and how.name == _NEGOTIATION:
        return file.negotiation.kind if file.negotiation else ""
    if how and how.name == _CORRIGENDUM:
        return _corrigendum(version, how.original.matter.corrigendum or 1)
    return how.said if how else ""


def _corrigendum(version: Version, number: int) -> str:
    """Return what a corrigendum is called: with its number from the second of a text on."""
    says = version.language.file.corrigendum
    if not says or number == 1:
        return says.kind if says else ""
    return says.further.replace("{number}", version.language.figures.written(number))


def in_foot(version: Version) -> str:
    """Return what the foot says of pages that are no statement of their own."""
    how, changes = version.statement.turned, version.language.file.changes
    if how and how.name == _CORRIGENDUM:
        return str(version.statement.matter.kind)
    if how and how.name == _CHANGES:
        return changes.label if changes else ""
    return over_title(version) if how and how.name == _NEGOTIATION else ""
