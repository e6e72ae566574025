"""What pages have beside what they draw: boxes and annotations (ISO 32000-1, 7.7.3.3 and 12.5)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from communique.pdf_reading.objects import UnreadableError, plain

if TYPE_CHECKING:
    from collections.abc import Sequence

Rectangle = tuple[float, ...]
"""Left, bottom, right, top in pt; empty where there is none."""


@dataclass(frozen=True, slots=True)
class Annotation:
    """An annotation: the number of its object, and what it has."""

    number: int
    entries: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Page:
    """A page: what it has, with what it inherits, and its annotations."""

    entries: dict[str, Any]
    annotations: tuple[Annotation, ...]

    def box(self, name: str) -> Rectangle:
        """Return one of its boxes, e.g. TrimBox, which is the MediaBox by default (14.11.2)."""
        found = self.entries.get(f"/{name}", self.entries.get("/MediaBox"))
        return rectangle(found)


def rectangle(value: Any) -> Rectangle:
    """Return four numbers as a rectangle, with its lower left corner first (7.9.5)."""
    if not isinstance(value, list) or len(value) != 4:  # noqa: PLR2004  # a rectangle has four
        return ()
    left, bottom, right, top = map(float, value)
    return min(left, right), min(bottom, top), max(left, right), max(bottom, top)


def annotation(reference: Any) -> Annotation:
    """Read the annotation behind `reference`."""
    entries = plain(reference, 1)
    if not isinstance(entries, dict):
        raise UnreadableError("an annotation that is none")
    return Annotation(getattr(reference, "idnum", 0), entries)


def page(entries: Any) -> Page:
    """Read what a page has."""
    links = entries.get("/Annots", [])
    return Page(plain(entries), tuple(annotation(each) for each in links))


class Numbers:
    """Where references lead: to which of the `pages`, from 0, or to none of them: -1."""

    def __init__(self, pages: Sequence[Any], *, strict: bool = True) -> None:
        """Raise `UnreadableError` where, if that is `strict`, a page stands in the file twice."""
        references = [page.indirect_reference for page in pages]
        self._by_object = {each.idnum: n for n, each in enumerate(references) if each}
        if strict and len(self._by_object) < len(pages):
            raise UnreadableError("a page stands in the file twice")

    def of(self, reference: Any) -> int:
        """Return the number of the page behind `reference`."""
        return self._by_object.get(getattr(reference, "idnum", -1), -1)

    def of_destination(self, destination: Any) -> int:
        """Return that of a destination, or of a structure element (ISO 32000-2, 12.3.2.3)."""
        target = destination[0] if isinstance(destination, list) and destination else None
        place: Any = target.get_object() if target is not None else {}
        return self.of(place.raw_get("/Pg") if "/Pg" in place else target)
