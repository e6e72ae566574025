"""What the files are called that are made of a statement."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.edition import STANDARD

if TYPE_CHECKING:
    from communique.statement import Statement


def file_name(statement: Statement, edition: str, suffix: str = ".pdf") -> str:
    """Return the name of what is made of `statement` in the edition of that name."""
    parts = [statement.slug, "+".join(version.language for version in statement.versions)]
    if edition != STANDARD:
        parts.append(edition)
    return ".".join(parts) + suffix
