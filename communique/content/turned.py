"""What stands over the title of what a statement was turned into, for the proof alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from communique.content.content import Version


def said(version: Version) -> str:
    """Return that, with plain spaces; nothing where the statement is as it was read."""
    turned = version.statement.turned
    return " ".join(turned.said.split()) if turned else ""
