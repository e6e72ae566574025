"""What differs between a PDF that somebody has and the one that is made of its statement again.

Nothing of what the file says of itself is believed here: whatever is in it is put beside what is
due. The aspects are told in the order in which they matter to whoever reads the page.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.compare.aspects import ASPECTS
from communique.compare.difference import Difference
from communique.compare.pair import Pair
from communique.compare.saved import saved_by
from communique.pdf_reading.objects import UnreadableError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from communique.content.content import Content

__all__ = ["differences", "saved_by"]
#: So many differences of one aspect are told; the others are counted.
_SHOWN = 8


def differences(
    data: bytes,
    again: bytes | None,
    content: Content | None = None,
    *,
    alike: bool,
    exempt: frozenset[str] = frozenset(),
) -> list[Difference]:
    """Return what differs in the PDF `data` from the one that is due, made `again` of `content`.

    Where they need not be set `alike`, since another version may have made the file, the places on
    the page are not compared. Where nothing could be made again, what no file of ours has is told.
    The attached files with the names `exempt` had to be changed for that, and are not compared.
    Raises `UnreadableError` where the file cannot be opened at all.
    """
    pair = Pair(data, again, content, alike=alike, exempt=exempt)
    try:
        return [each for kind, aspect in ASPECTS for each in _told(kind, aspect(pair))]
    finally:
        pair.close()


def _told(kind: str, found: Iterator[Difference]) -> list[Difference]:
    """Return the first differences of an aspect, and how many more there are."""
    told: list[Difference] = []
    try:
        told += dict.fromkeys(found)
    except (UnreadableError, RecursionError):
        told.append(Difference(kind, "not all could be compared, since the file is damaged", False))
    left = len(told) - _SHOWN
    if left > 0:
        certain = any(each.certain for each in told[_SHOWN:])
        told[_SHOWN:] = [Difference(kind, f"… and {left:,} more", certain)]
    return told
