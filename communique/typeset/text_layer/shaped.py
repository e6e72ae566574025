"""What Pango made of a line: which characters stand together, and how many glyphs draw them."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any, NamedTuple

from weasyprint.text.ffi import ffi, pango

from communique.model.characters import LINE_END_HYPHEN

if TYPE_CHECKING:
    from collections.abc import Iterator

#: How many numbers of four bytes Pango has for a glyph; the first is its number.
_NUMBERS = ffi.sizeof("PangoGlyphInfo") // 4
_EMPTY = pango.PANGO_GLYPH_EMPTY
_COPIED = {0x00A0: " ", ord(LINE_END_HYPHEN): "\u00ad"}


class Run(NamedTuple):
    """Text of a line in one font and direction, cluster by cluster in the order of drawing.

    A cluster is of characters that cannot be told apart in what is drawn for them.
    """

    texts: list[str]
    """The characters of each cluster."""
    glyphs: list[int]
    """How many glyphs draw each cluster; characters that are not drawn have none."""
    backwards: bool
    """Whether it is drawn from its end to its beginning."""


def runs(layout: Any) -> Iterator[Run]:
    """Yield the runs of the first line of a Pango `layout`, in the order of drawing."""
    line, _ = layout.get_first_line()
    data, run = layout.text.encode(), line.runs[0]
    while run != ffi.NULL:
        item, string, run = run.data.item, run.data.glyphs, run.next
        backwards = bool(item.analysis.level % 2)
        places, glyphs = _clusters(string)
        said = data[item.offset : item.offset + item.length]
        yield Run(_texts(said, places, backwards=backwards), glyphs, backwards)


def _texts(said: bytes, places: list[int], *, backwards: bool) -> list[str]:
    """Return the characters of the clusters of a run that begin at these `places`."""
    text = plain(said.decode())
    if len(text) == len(places):
        return list(reversed(text) if backwards else text)
    bounds = [len(said), *places] if backwards else [*places, len(said)]
    return [plain(said[min(pair) : max(pair)].decode()) for pair in pairwise(bounds)]


def _clusters(string: Any) -> tuple[list[int], list[int]]:
    """Return where each cluster of a run begins, in bytes, and how many glyphs draw it."""
    count = string.num_glyphs
    numbers = ffi.unpack(ffi.cast("unsigned int *", string.glyphs), count * _NUMBERS)[::_NUMBERS]
    places = ffi.unpack(string.log_clusters, count)
    if len(set(places)) == count and _EMPTY not in numbers:
        return places, [1] * count  # as a rule
    drawn: dict[int, int] = {}
    for place, number in zip(places, numbers, strict=True):
        drawn[place] = drawn.get(place, 0) + (number != _EMPTY)
    return list(drawn), list(drawn.values())


def plain(text: str) -> str:
    """Return `text` as it is copied.

    What keeps a line together is a space; the hyphen that only divides a word is U+00AD.
    """
    return text.translate(_COPIED)


def parts(text: str, glyphs: int) -> list[str]:
    """Share out the text of a cluster to its glyphs: most of it to the first, the letter."""
    first = max(len(text) - glyphs + 1, 1)
    return [text[:first], *text[first:], *[""] * (glyphs - 1)][:glyphs]
