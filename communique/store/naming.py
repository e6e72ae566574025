"""What the files are called that are made of a statement."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

SUFFIX = ".md"
"""How a statement's name ends."""
STANDARD = "standard"
"""The edition that a file's name leaves out."""


PLAIN = "plain"
"""The turn that leaves a statement as it is, which a file's name leaves out, too."""

EARLIER = "earlier."
"""What stands before the names of attached files of the version with which one was compared."""


def file_name(
    slug: str, languages: Iterable[str], edition: str, turn: str = PLAIN, status: str = ""
) -> str:
    """Return the name, but for its suffix, of what is made of a statement in an edition.

    It is made of what the statement becomes by the `turn` of that name. What is not final ends in
    its `status`, such as draft-2, so that it replaces nothing that is.
    """
    parts = [slug, "+".join(languages)]
    if edition != STANDARD:
        parts.append(edition)
    if turn != PLAIN:
        parts.append(turn)
    return ".".join([*parts, status] if status else parts)
