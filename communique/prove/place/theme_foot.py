"""The lines that a theme has in the foot of pages: they have room above the edge of the paper."""

from __future__ import annotations

from itertools import groupby
from textwrap import shorten
from typing import TYPE_CHECKING

from communique.content import expected, expected_margins
from communique.design import language
from communique.design import theme as themes
from communique.prove.form import MM

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from communique.content.content import Content
    from communique.content.text import Text
    from communique.model.faults import Faults
    from communique.model.values import Phrase
    from communique.pdf_reading.piece import Piece
    from communique.pdf_reading.reading import Reading

#: How far a glyph's advance may reach beyond a margin, in pt: less than a comma is wide.
TOLERANCE = 2.0
#: No printer needs more than this free at the edge of the sheet, in mm.
EDGE = 5.0
_SHOWN = 40
_MOST_NAMED = 4  # of the lines under a key


def room(content: Content, reading: Reading, faults: Faults) -> None:
    """Note once where the lines that the theme has in the foot need more room than there is."""
    around = [piece for piece in (*reading.pieces, *reading.artifacts) if piece.text.strip()]
    for number in range(len(reading.pages)):
        own = [piece for piece in around if piece.page == number and is_of_foot(piece, content)]
        drawn = {round(piece.baseline): is_low(piece) for piece in own}
        if any(drawn.values()):
            _say(content, number, list(drawn.values()), faults)
            return


def unsaid(text: Text, content: Content, number: int, faults: Faults, *, other: bool) -> None:
    """Note that page `number`, from 0, does not say a `text` of its margins.

    Lines of the theme are told with their place in it. Where something `other` is said there, they
    are broken: where they turn, a break may misplace words. Else a stylesheet left them out.
    """
    lines = [str(line) for line in expected_margins.foot_lines(content, number + 1)]
    wrong = f"page {number + 1} does not say {text.words}"
    if text.words != " ".join(lines):
        faults.add(1, "words", wrong, "nothing was delivered")
        return
    path, line = _written(content, [*_said(content, number)])
    wrong += f" in {_kind(content)}"
    longest = _shown(max(lines, key=len))
    instead = "let no stylesheet empty the box that says them"
    if other:
        instead = f"write them shorter, so that no line is broken, above all {longest}"
    faults.add(line, "words", wrong, instead, path=path)


def is_low(piece: Piece) -> bool:
    """Tell whether a piece stands too near to the lower edge of its page."""
    return piece.baseline < EDGE * MM - TOLERANCE


def is_of_foot(piece: Piece, content: Content) -> bool:
    """Tell whether a piece belongs to the lines that the theme has in the foot of its page.

    From right to left the letters of each word, and the words, stand in the other order.
    """
    lines = [str(line) for line in expected_margins.foot_lines(content, piece.page + 1)]
    words = [tuple(word) for is_space, word in groupby(piece.glyphs, str.isspace) if not is_space]
    ways = [{"".join(word), "".join(reversed(word))} for word in words]
    return not isinstance(piece.mark, int) and all(
        any(way in line for way in both for line in lines) for both in ways
    )


def _say(content: Content, number: int, low: Sequence[bool], faults: Faults) -> None:
    """Say how many of the lines that are drawn on a page, from 0, are too `low`, and which."""
    said = _said(content, number)
    lines = [str(line) for part in said.values() for line in part]
    parts = " and ".join(map(_named, said, said.values()))
    free, kind = low.count(False), _kind(content)
    has = f"room for {_counted(free)} in {kind}, and {parts} take {len(low)}"
    wrong = f"the foot of page {number + 1} has {has if free else f'no room for {parts} in {kind}'}"
    shorter = f"write them shorter, above all {_shown(max(lines, key=len))}"
    instead = f"take {_counted(low.count(True))} away" if free else shorter
    if free and len(low) > len(lines):
        instead += f", or {shorter}"
    if "address" in said:
        instead += ", or put the address beside the text (place: margin)"
    path, line = _written(content, [*said])
    faults.add(line, "foot", wrong, f"{instead}, or give the edition a larger margin", path=path)


def _said(content: Content, number: int) -> dict[str, Sequence[Phrase]]:
    """Return the lines in the foot of a page, from 0, by the key of the theme they stand under."""
    lines = expected_margins.foot_lines(content, number + 1)
    each = len(lines) - len(content.theme.foot or ())
    parts = (("address", lines[:each]), ("foot", lines[each:]))
    return {key: part for key, part in parts if part}


def _kind(content: Content) -> str:
    """Return the edition with the languages of its text, which make the lines high, too."""
    names = (language.english_name(version.language.tag) for version in content.versions)
    return f"{content.edition.name} ({', '.join(names)})"


def _counted(count: int) -> str:
    return f"{count} line{'' if count == 1 else 's'}"


def _shown(line: object) -> str:
    return f"“{shorten(str(line), _SHOWN, placeholder=' …')}”"


def _named(key: str, lines: Sequence[object]) -> str:
    """Return a key of the theme with its `lines`, the first ones where there are many."""
    more = [*map(_shown, lines[:_MOST_NAMED]), *(["…"] if len(lines) > _MOST_NAMED else [])]
    return f"{key} ({', '.join(more)})"


def _written(content: Content, keys: Sequence[str]) -> tuple[Path, int]:
    """Return the file and line of the last of the `keys`, of the theme itself before inherited."""
    name = expected.theme_name(content)
    places = [themes.line(name, key) for key in reversed(keys)]
    own = themes.line(name)[0]
    return next((place for place in places if place[0] == own), places[0])
