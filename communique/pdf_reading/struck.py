"""What its tag says is struck through (ISO 32000-1, 14.8.5.4.5, TextDecorationType)."""

from __future__ import annotations

from communique.pdf_reading.tag_tree import NOTES, Tag

_KEY, _STRUCK = "/TextDecorationType", "/LineThrough"


def struck(tree: Tag) -> frozenset[tuple[int, int]]:
    """Return the page and the MCID of what is said to be struck through, but for notes in it."""
    found: set[tuple[int, int]] = set()

    def visit(tag: Tag, *, inside: bool) -> None:
        inside = tag.role not in NOTES and (inside or tag.attributes.get(_KEY) == _STRUCK)
        for kid in tag.kids:
            if isinstance(kid, Tag):
                visit(kid, inside=inside)
            elif inside and isinstance(kid, tuple):
                found.add(kid)

    visit(tree, inside=False)
    return frozenset(found)
