"""Whether a paragraph is read back from Markdown as the words and styles that it has in Word."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from communique.model.faults import Faults
from communique.read import markdown
from communique.word.writing import inline

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from communique.model.body import Node
    from communique.word.found import Piece

_STYLED = ("strong", "emphasis", "superscript", "subscript", "link", "phrase")


def is_read_as(written: str, pieces: Sequence[Piece]) -> bool:
    """Tell whether Markdown is read as the words and styles of `pieces`, with nothing wrong."""
    faults = Faults(Path())
    notes = "".join(
        f"\n\n[^{int(each.text) + 1}]: Note.\n"
        for each in {each.text: each for each in pieces if each.kind == "note"}.values()
    )
    body = markdown.parse(written + notes, 1, faults)
    if list(faults):
        return False
    found = [each for block in body.children for each in _signs(block, ())]
    return found == [each for piece in pieces for each in _signs_of(piece)]


def is_link(address: str) -> bool:
    """Tell whether a statement may have a link to that address (docs/authors.md, The text)."""
    faults = Faults(Path())
    markdown.parse(inline.linked("x", address), 1, faults)
    return not list(faults)


def _signs_of(piece: Piece) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield each character of a piece with the styles that it has."""
    if piece.kind == "text":
        styles = ["strong"] * piece.strong + ["emphasis"] * piece.emphasis
        styles += [piece.raised] if piece.raised else []
        styles += ["phrase"] if piece.language else []
        for sign in piece.text:
            yield sign, tuple(sorted(styles)) if sign != " " else ()
    else:
        yield piece.kind, ()


def _signs(node: Node, styles: tuple[str, ...]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield each character below a node in the same way."""
    kinds = {"break": "break", "call": "note", "image": "picture", "figure": "picture"}
    if node.kind in kinds:
        yield kinds[node.kind], ()
        return
    if node.marker:
        yield from ((sign, ()) for sign in f"{node.marker} ")
    if node.kind in _STYLED and node.kind != "link":
        styles = tuple(sorted((*styles, node.kind)))
    for sign in node.text:
        yield sign, styles if sign != " " else ()
    for child in node.children:
        yield from _signs(child, styles)
