"""The name trees of a document (ISO 32000-1, 7.9.6)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from communique.pdf_reading.objects import Once

if TYPE_CHECKING:
    from collections.abc import Iterator


def names(catalog: Any, kind: str) -> Iterator[tuple[str, Any]]:
    """Yield what the name tree `kind` of the catalog leads to, with its name (7.9.6)."""
    once = Once(f"the tree of {kind[1:]}")

    def below(node: Any) -> Iterator[tuple[str, Any]]:
        pairs = node.get("/Names", [])
        yield from zip(map(name_of, pairs[::2]), pairs[1::2], strict=True)
        for kid in node.get("/Kids", ()):
            yield from below(once(kid))

    if root := catalog.get("/Names", {}).get(kind):
        yield from below(once(root))


def name_of(value: Any) -> str:
    """Return a name, of a file for one: its bytes may be in any encoding (7.11.2); here, UTF-8."""
    try:
        return str(value.original_bytes.decode("utf-8"))
    except (AttributeError, UnicodeDecodeError):  # bytes are no text to pypdf
        return str(value)
