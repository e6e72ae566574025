"""Lines: whether what is drawn in a block says certain words, in either direction of writing."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING

from communique.bidi.paragraph import CONTROLS, visual_order
from communique.model.characters import RTL_LETTERS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from communique.content.text import Text
    from communique.pdf_reading.piece import Piece
    from communique.pdf_reading.tag_tree import Block

SOFT_HYPHEN = "\u00ad"
#: What is never drawn (Unicode, Default_Ignorable_Code_Point, as far as it occurs in texts).
INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u180b-\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff]"
)
_SPACES = re.compile(r"\s+")
_RTL = re.compile(f"[{RTL_LETTERS}]")
#: What may stand in another order on paper than in the text.
_TURNING = re.compile(f"[{RTL_LETTERS}{CONTROLS}٠-٩]")
#: Marks over and under letters, several of them: Arabic and Hebrew ones, and those of Latin.
_RTL_MARKS = "\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed"
_MARKS, _RTL_MARK = re.compile(f"[\u0300-\u036f{_RTL_MARKS}]{{2,}}"), re.compile(f"[{_RTL_MARKS}]")
#: From this gap on, in em, two pieces of a line are two words; kerning stays below it. In one text
#: object each space is drawn, and fonts move letters where marks need room (of all marks on all
#: letters, IBM Plex Sans Arabic moves an آ most, by 0.172 em); no space is less than a fifth wide.
_GAP, _GAP_MARKED = 0.12, 0.2
#: So near, in pt, two baselines are one; so far, in em, smaller type stands over or under it, and
#: so small it is, as a part of the other.
_SAME, _MOVED, _SMALLER = 0.05, 0.5, 0.95

#: How the calls of notes are tagged.
CALLS = frozenset(("Reference", "Span"))


@lru_cache(8192)
def folded(words: str) -> str:
    """Return `words` as paper shows them: spaces alike, nothing invisible."""
    return _SPACES.sub(" ", INVISIBLE.sub("", words)).strip()


def inks(words: str) -> bool:
    """Tell whether anything is seen of `words`: a hyphen that only divides a word is."""
    return bool(folded(words)) or SOFT_HYPHEN in words


def says(block: Block, text: Text) -> bool:
    """Tell whether `block` says exactly the words of `text`, each line in the order of writing.

    Within a line every character counts, spaces too. Where a line ends, a space may have gone,
    and within a word a soft hyphen may have come; anywhere else it would be a hyphen or a minus.
    """
    if block.alternative:
        return folded(block.alternative) == folded(text.words)
    if text.rtl or _TURNING.search(text.words):
        return _says_in_order(block, text)
    wanted, position = folded(text.words), 0
    for pieces in lines_of(block):
        if position < len(wanted) and wanted[position] == " ":
            position += 1
        drawn = said_by(pieces)
        line = folded(drawn)
        if not wanted.startswith(line, position):
            return False
        position += len(line)
        if not _is_divided(drawn, wanted[position : position + 1]):
            return False
    return position == len(wanted)


def _is_divided(line: str, following: str) -> bool:
    """Tell whether a line has no hyphen that only divides a word, or one at its end.

    There the word goes on with the character `following`. In lines with words of the other
    direction the end may be anywhere.
    """
    if SOFT_HYPHEN not in line:
        return True
    ends = line.endswith(SOFT_HYPHEN) or bool(_RTL.search(line))
    return ends and line.count(SOFT_HYPHEN) == 1 and bool(following.strip())


def lines_of(block: Block) -> Iterator[list[Piece]]:
    """Yield the pieces of each line of a block, with what is raised or lowered on it."""
    line: list[Piece] = []
    for piece in block.pieces:
        if line and not _goes_on(line, piece):
            yield line
            line = []
        line.append(piece)
    if line:
        yield line


def _goes_on(line: Sequence[Piece], piece: Piece) -> bool:
    """Tell whether a piece stands on a line, or is raised or lowered there by less than half of it.

    Then one of the two is smaller.
    """
    if line[-1].page != piece.page:
        return False
    largest = max(line, key=attrgetter("size"))
    apart = abs(largest.baseline - piece.baseline)
    small, large = sorted((largest.size, piece.size))
    return apart < _SAME or (apart < _MOVED * large and small < _SMALLER * large)


def calls_in(block: Block) -> frozenset[tuple[int, int | str]]:
    """Return the pages and MCIDs of the numbers in a block that call notes."""
    runs = (block.pieces[begin:end] for role, begin, end in block.inner if role in CALLS)
    calls = (run for run in runs if all(piece.text.isdecimal() for piece in run))
    return frozenset((piece.page, piece.mark) for run in calls for piece in run)


def said_by(pieces: Sequence[Piece]) -> str:
    """Return what a line says; the engine draws no lone space: see `_drawn`."""
    return "".join(_drawn(pieces))


def _drawn(pieces: Sequence[Piece]) -> list[str]:
    """Return what is drawn glyph by glyph, with a space for each gap."""
    glyphs: list[str] = []
    line, right = pieces[0].line, pieces[0].left
    for piece in pieces:
        beside = "".join((*glyphs[-1:], *piece.glyphs[:1]))
        gap = _GAP_MARKED if piece.line == line and has_marks(beside) else _GAP
        if piece.left - right > gap * piece.size:
            glyphs.append(" ")
        glyphs += piece.glyphs
        line, right = piece.line, piece.right
    return glyphs


def has_marks(text: str) -> bool:
    """Tell whether marks of Arabic or Hebrew stand in a text, for which fonts move letters."""
    return bool(_RTL_MARK.search(text))


def _says_in_order(block: Block, text: Text) -> bool:
    """Tell whether `block` says a `text` with words of both directions, each line in its order.

    That is the order of the Unicode bidirectional algorithm for the text as a whole; a line shows
    a part of it from left to right (UAX 9, L2).
    """
    wanted = list(_seen(text.levels()))
    for pieces in lines_of(block):
        glyphs = _drawn(left_to_right(pieces))
        line = _from_left(glyphs)
        count = len(line.replace(" ", ""))
        end = 0
        while count > 0 and end < len(wanted):
            count -= len(wanted[end][0].strip())
            end += 1
        part, wanted = wanted[:end], wanted[end:]
        order = visual_order([level for _, level in part])
        if _with_marks("".join(part[place][0] for place in order).strip()) != _with_marks(line):
            return False
        if not _is_divided("".join(glyphs), wanted[0][0] if wanted else ""):
            return False
        if wanted and wanted[0][0] == " ":
            del wanted[0]
    return not wanted


def left_to_right(pieces: Sequence[Piece]) -> list[Piece]:
    """Return the pieces of a line from left to right.

    Those of one marked content are drawn so, and a mark in it may begin left of the one before.
    """
    boxes = [list(box) for _, box in groupby(pieces, key=lambda piece: (piece.page, piece.mark))]
    return [piece for box in sorted(boxes, key=lambda box: box[0].left) for piece in box]


def _seen(text: Iterable[tuple[str, int]]) -> Iterator[tuple[str, int]]:
    """Yield what paper shows of a text: one space for several, and none at its end."""
    space = None
    for characters, level in text:
        kept = INVISIBLE.sub("", characters)
        if kept.isspace():
            space = space or (" ", level)
        elif kept:
            if space:
                yield space
            yield kept, level
            space = None


def _from_left(glyphs: Sequence[str]) -> str:
    """Return the characters of a line from left to right, those of ligatures likewise."""
    turned = (glyph[::-1] if len(glyph) > 1 and _RTL.search(glyph) else glyph for glyph in glyphs)
    return folded("".join(turned))


def letters(words: str) -> int:
    """Return how many characters of `words` paper shows, but for spaces."""
    return len(folded(words).replace(" ", ""))


def _with_marks(line: str) -> str:
    """Return a line with the marks of each letter in one order: fonts draw them as they see fit."""
    return _MARKS.sub(lambda marks: "".join(sorted(marks[0])), line)


def block_words(block: Block) -> list[str]:
    """Return the words of `block`, put together where a line ends in a hyphen."""
    text = ""
    for pieces in lines_of(block):
        drawn = said_by(pieces)
        text += folded(drawn) + ("" if drawn.endswith(SOFT_HYPHEN) else " ")
    return (text or folded(block.alternative)).split()
