"""What the tests of tags share: the structure elements of a file that is being changed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pypdf.generic import DictionaryObject

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pypdf import PdfWriter


def elements(writer: PdfWriter, role: str) -> Iterator[Any]:
    """Yield the structure elements of that role, in reading order."""

    def below(element: Any) -> Iterator[Any]:
        element = element.get_object()
        if not isinstance(element, DictionaryObject):
            return
        if element.get("/S") == f"/{role}":
            yield element
        kids = element.get("/K", [])
        for kid in kids if isinstance(kids, list) else [kids]:
            yield from below(kid)

    root: Any = writer.root_object["/StructTreeRoot"]
    return below(root["/K"][0])
