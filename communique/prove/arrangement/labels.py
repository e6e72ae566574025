"""Labels: the number of a point or of a note stands on the first line of its text.

That of a point within a point stands further in.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from communique.content.expected import is_parallel, runs_right_to_left
from communique.content.structure import terms_numbering
from communique.pdf_reading.tag_tree import NOTES, Tag, tags
from communique.prove.appearance.report import Report
from communique.prove.words import with_breaks
from communique.prove.written import Written, kid, places, written

if TYPE_CHECKING:
    from collections.abc import Iterator

    from communique.content.content import Content
    from communique.model.faults import Faults
    from communique.pdf_reading.piece import Piece
    from communique.pdf_reading.reading import Reading

#: How far the baseline of a label may be from that of its text, in em: less than to another line.
#: The text may be a table, whose letters are smaller.
_LEVEL = 0.4
#: How much further in the label of a point within a point begins at least, in em.
_INDENT = 0.3
_INSTEAD = "let a stylesheet leave the labels of points and notes beside their texts"
_INSTEAD_OF_DEPTH = "let a stylesheet indent points within points"


def beside_their_texts(content: Content, reading: Reading, faults: Faults) -> None:
    """Note labels of points and notes that do not stand on the first line of their texts."""
    report = Report(faults, "labels", _INSTEAD)
    found, terms = written(reading), f"/{terms_numbering(content)}"
    over_breaks = set(_over_breaks(content, reading))
    for label, text in _labelled(reading.tree, terms):
        name = found.of(label)
        if name and name[0] not in over_breaks and not _stands_at(name[-1], text, found, reading):
            wrong = "this label does not stand on the first line of its text"
            report(name[0].page, wrong, [name[0].text])


def further_in(content: Content, reading: Reading, faults: Faults) -> None:
    """Note labels of points within points that begin where those around them do."""
    report = Report(faults, "labels", _INSTEAD_OF_DEPTH)
    found = written(reading)
    parts = reading.tree.kids if is_parallel(content) else [reading.tree]
    for version, part in zip(content.versions, parts, strict=False):
        rtl = runs_right_to_left(version)
        for outer, inner in _nested(part) if isinstance(part, Tag) else ():
            around, name = found.of(outer), found.of(inner)
            if around and name and _further(around[0], name[0], rtl=rtl) < _INDENT:
                wrong = "this point does not stand further in than the one that it belongs to"
                report(name[0].page, wrong, [name[0].text])


def _labelled(tree: Tag, terms: str) -> Iterator[tuple[Tag, Tag]]:
    """Yield the labels of points and of notes, each with what it is the label of.

    Lists of `terms`, such as the facts, are looked at by `communique.prove.arrangement.terms`.
    """
    for tag in tags(tree):
        if tag.role in NOTES:
            items, role = [tag], "P"
        elif tag.role == "L" and tag.attributes.get("/ListNumbering") != terms:
            items, role = [item for item in tag.kids if isinstance(item, Tag)], "LBody"
        else:
            continue
        for item in items:
            label, text = kid(item, "Lbl"), kid(item, role)
            if label and text:
                yield label, text


def _over_breaks(content: Content, reading: Reading) -> Iterator[Piece]:
    """Yield what stands before a break, as the label of a point that begins with one does."""
    for (_, pieces), (following, _) in pairwise(with_breaks(content, reading)):
        if following.role == "Artifact":
            yield from pieces


def _stands_at(label: Piece, text: Tag, written: Written, reading: Reading) -> bool:
    """Tell whether a label stands on the first line of a text, or beside its picture."""
    pieces = written.of(text)
    if pieces and pieces[0].page == label.page:
        size = max(label.size, pieces[0].size)
        if abs(label.baseline - pieces[0].baseline) <= _LEVEL * size:
            return True
    first = next(places(text), None)
    return any(
        picture.box is not None and picture.box.bottom <= label.baseline <= picture.box.top
        for view in reading.views
        for picture in view.pictures
        if first == (label.page, picture.mark) == (view.number, picture.mark)
    )


def _nested(tag: Tag, outer: Tag | None = None) -> Iterator[tuple[Tag, Tag]]:
    """Yield the label of each point around another, and the label of that one.

    The points of a note are not within the one that calls it.
    """
    for each in tag.kids:
        if isinstance(each, Tag):
            label = kid(each, "Lbl") if each.role == "LI" else None
            if outer and label:
                yield outer, label
            yield from _nested(each, None if each.role in NOTES else label or outer)


def _further(outer: Piece, inner: Piece, *, rtl: bool) -> float:
    """Return how much further in one label begins than another, in em."""
    distance = outer.right - inner.right if rtl else inner.left - outer.left
    return distance / max(outer.size, inner.size)
