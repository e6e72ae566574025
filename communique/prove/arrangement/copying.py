"""Copying: what is copied from a page stands in the order in which it is read.

Most readers copy what a page draws in the order of drawing, whatever the tags say (ISO 32000-1,
14.8.2.3, page content order).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.pdf_reading.tag_tree import NOTES, Tag, tags
from communique.prove.appearance.report import Report

if TYPE_CHECKING:
    from collections.abc import Iterator

    from communique.content.content import Content
    from communique.model.faults import Faults
    from communique.pdf_reading.reading import Reading

_INSTEAD = "let a stylesheet position, raise or clip no part of a text alone"
_Place = tuple[int, int | str]
"""A page, from 0, and a MCID on it."""


def drawn_in_order(content: Content, reading: Reading, faults: Faults) -> None:  # noqa: ARG001  # one signature
    """Note texts that are drawn after others which are read later.

    The text and the notes of each version are compared among themselves; what the margins say is
    compared in the order of drawing by `communique.prove.margins`.
    """
    report = Report(faults, "order", _INSTEAD)
    flows, ranks = dict(_flows(reading.tree)), _ranks(reading)
    last: dict[tuple[int, tuple[int, bool]], int] = {}
    found: dict[int, list[str]] = {}
    for piece in reading.pieces:
        place = piece.page, piece.mark
        if place not in flows or piece.pictured or not piece.text.strip():
            continue
        flow = piece.page, flows[place]
        if ranks[place] < last.get(flow, 0):
            found.setdefault(piece.page, []).append(piece.text)
        last[flow] = ranks[place]
    for page, texts in found.items():
        report(page, "this is drawn, and so copied, after what is read later", texts)


def _ranks(reading: Reading) -> dict[_Place, int]:
    """Return the place in the order of reading of all that is drawn for a tag."""
    ranks: dict[_Place, int] = {}
    for block in reading.blocks:
        for piece in block.pieces:
            ranks.setdefault((piece.page, piece.mark), len(ranks))
    return ranks


def _flows(tree: Tag) -> Iterator[tuple[_Place, tuple[int, bool]]]:
    """Yield the page and the MCID of all that is tagged, with its flow.

    That is the number of its version, and whether it belongs to notes.
    """
    parts = [kid for kid in tree.kids if isinstance(kid, Tag) and kid.role == "Part"] or [tree]
    for number, part in enumerate(parts):
        yield from ((place, (number, False)) for place in _content(part))
        for tag in tags(part):
            if tag.role in NOTES:
                yield from ((place, (number, True)) for place in _content(tag))


def _content(tag: Tag) -> Iterator[_Place]:
    return (kid for part in tags(tag) for kid in part.kids if isinstance(kid, tuple))
