"""Ways to spoil a good PDF."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pypdf.generic import (
    DictionaryObject,
    NameObject,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from pypdf import PdfWriter

    Change = Callable[[PdfWriter], object]


def drawn(change: Callable[[bytes], bytes]) -> Change:
    """Return a change of what the first page draws."""

    def changed(writer: PdfWriter) -> None:
        stream: Any = writer.pages[0]["/Contents"].get_object()
        data = change(stream.get_data())
        assert data != stream.get_data()
        stream.set_data(data)

    return changed


def after(added: bytes) -> Change:
    """Return a change that draws `added` last, in pt from the upper left corner."""
    return drawn(lambda data: data + b"\nq\n" + added + b"\nQ")


def entry(path: str, value: Any) -> Change:
    """Return a change that adds an entry to the first page's dictionary at `path`."""

    def changed(writer: PdfWriter) -> None:
        *way, last = path.split("/")
        target: Any = writer.pages[0]
        for key in way:
            target = target[f"/{key}"].get_object()
        target[NameObject(f"/{last}")] = value

    return changed


def named(**entries: Any) -> DictionaryObject:
    return DictionaryObject({NameObject(f"/{key}"): value for key, value in entries.items()})


def keys(found: list[str]) -> set[str]:
    return {complaint.split(": ")[1] for complaint in found}
