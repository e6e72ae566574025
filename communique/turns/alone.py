"""What to write where a turn cannot stand side by side with another language."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from communique.model.statement import Statement


def instead(statement: Statement, name: str) -> str:
    """Return how each of the two versions is turned alone; `name` is that of the turn."""
    paths = " and of ".join(str(version.path) for version in statement.versions)
    return f"leave out --edition parallel, and --as {name} makes one of {paths}"
