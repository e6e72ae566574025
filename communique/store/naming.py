"""What the files are called that are made of a statement."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

SUFFIX = ".md"
"""How a statement's name ends."""
STANDARD = "standard"
"""The edition that a file's name leaves out."""


def file_name(slug: str, languages: Iterable[str], edition: str) -> str:
    """Return the name, but for its suffix, of what is made of a statement in an edition."""
    parts = [slug, "+".join(languages)]
    if edition != STANDARD:
        parts.append(edition)
    return ".".join(parts)
