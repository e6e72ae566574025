"""Changes: each with its place in both versions, where it stands in the text, and its words."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any, NamedTuple

from communique.model.paragraphs import is_counted
from communique.run.comparison import written

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from communique.difference import Difference, NotePair, Pair, Value
    from communique.model.body import Node, Note
    from communique.run.comparison.written import Words

    Lines = tuple[int | None, int | None]
    """Its line in the old version, and in the new one, if it is there."""

#: What parts of blocks are called; other kinds of nodes have their own names.
_NAMES = {"item": "point", "source": "line below the table", "rule": "break", "quote": "quotation"}
#: Those of which there are many beside one another, so that they have numbers.
_NUMBERED = frozenset(("item", "row", "cell"))
_MARK = "•"


class Change(NamedTuple):
    """One change."""

    kind: str
    """changed, added, deleted, moved, or renumbered: a point is marked otherwise."""
    place: str
    """Where it is, such as "paragraph 3" or "note 2"; a value of the front matter by its key."""
    under: str
    """The heading above it, if it is in the text."""
    lines: Lines
    pieces: Sequence[Words]
    move: int = 0

    def event(self) -> dict[str, Any]:
        """Return the fields of its event, but for the files."""
        fields = self._asdict()
        old, new = fields.pop("lines")
        return {**fields, "old_line": old, "new_line": new}


def changes(difference: Difference) -> Iterator[dict[str, Any]]:
    """Yield the fields of each change: of the front matter, of the text, then of the notes."""
    for value in difference.front:
        yield _value(value, difference).event()
    for change in _text(difference):
        yield change.event()
    for note in difference.notes:
        for change in _note(note):
            yield change.event()


def _value(value: Value, difference: Difference) -> Change:
    kind = "changed"
    if value.old is None or value.new is None:
        kind = "added" if value.old is None else "deleted"
    place = f"{value.key} ({value.who})" if value.who else value.key
    key = value.key.partition(".")[0]
    old = None if value.old is None else difference.old.line(key)
    new = None if value.new is None else difference.new.line(key)
    return Change(kind, place, "", (old, new), written.value(value))


def _text(difference: Difference) -> Iterator[Change]:
    """Yield the changes of the text; paragraphs are counted on the way, as a reader does."""
    under, numbers = "", [0, 0]
    for pair in difference.blocks:
        node = pair.node
        if node.annex:
            numbers = [0, 0]
        for side, version in enumerate((pair.old, pair.new)):
            numbers[side] += version is not None and is_counted(version)
        place = _NAMES.get(node.kind, node.kind)
        if is_counted(node):
            place = f"paragraph {node.marker.rstrip('.') or numbers[pair.new is not None]}"
        yield from _block(pair, place, under)
        if node.kind == "heading" and pair.new:
            under = node.label


def _note(note: NotePair) -> Iterator[Change]:
    """Yield the changes of a note, by its number in the new version, if it is there."""
    version = note.new or note.old
    assert version is not None  # noqa: S101  # it is in one of them
    place = f"note {version.number}"
    if note.kind in ("same", "changed"):
        for pair in note.pairs:
            yield from _block(pair, place, "")
    else:
        pieces = [words for pair in note.pairs for words in written.words(pair)]
        lines = _line(note.old), _line(note.new)
        yield Change(note.kind, place, "", lines, pieces)


def _block(pair: Pair, place: str, under: str) -> Iterator[Change]:
    """Yield the changes of a block and of all in it."""
    lines = _line(pair.old), _line(pair.new)
    if pair.kind != "same" and (pair.kind != "changed" or pair.pieces):
        yield Change(pair.kind, place, under, lines, written.words(pair), pair.move)
        return
    if pair.marker_changed:
        yield Change("renumbered", place, under, lines, written.marker(pair))
    for inner, number in _numbered(pair.pairs):
        if inner.kind != "same":
            yield from _block(inner, _within(place, inner, number), under)


def _numbered(pairs: Sequence[Pair]) -> Iterator[tuple[Pair, int]]:
    """Yield pairs with their numbers among those of their kind, in the version that they are in.

    That is the new one, if they are in both.
    """
    found: Counter[tuple[int, str]] = Counter()
    for pair in pairs:
        for side, version in enumerate((pair.old, pair.new)):
            found[side, pair.node.kind] += version is not None
        yield pair, found[int(pair.new is not None), pair.node.kind]


def _line(version: Node | Note | None) -> int | None:
    return version.line if version else None


def _within(place: str, pair: Pair, number: int) -> str:
    """Return the place of a block inside another one: that of the other one, and its name there."""
    node = pair.node
    if node.kind == "paragraph":
        return place
    if place == "list":
        place = ""
    name = _NAMES.get(node.kind, node.kind)
    if node.kind in _NUMBERED:
        marked = node.kind == "item" and node.marker not in ("", _MARK)
        name += f" {node.marker if marked else number}"
    return f"{place}, {name}" if place else name
