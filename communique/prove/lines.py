"""Lines: whether what is drawn in a block says certain words, in either direction of writing."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from itertools import groupby
from typing import TYPE_CHECKING

from communique.model.characters import RTL_LETTERS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from communique.pdf_reading.piece import Piece
    from communique.pdf_reading.tag_tree import Block

SOFT_HYPHEN = "\u00ad"
#: What is never drawn (Unicode, Default_Ignorable_Code_Point, as far as it occurs in texts).
_INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u180b-\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff]"
)
_SPACES = re.compile(r"\s+")
#: Brackets are drawn mirrored in text that runs from right to left (Unicode, Bidi_Mirrored).
_MIRRORED = str.maketrans("([{<«‹", ")]}>»›")
_RTL = re.compile(f"[{RTL_LETTERS}]")
_TOKEN = re.compile(rf"[{RTL_LETTERS}]+|[^\W{RTL_LETTERS}]+|[^\w\s]")
#: Letters that run from left to right, and so end a run of the other direction.
_LTR = re.compile(rf"[^\W\d_{RTL_LETTERS}]+")
#: From this gap on, in em, two pieces of a line are two words; kerning stays below it.
_GAP = 0.12


#: How the calls of notes are tagged.
CALLS = frozenset(("Reference", "Span"))
_Calls = frozenset[tuple[int, int | str]]


@lru_cache(8192)
def folded(words: str) -> str:
    """Return `words` as paper shows them: spaces alike, nothing invisible."""
    return _SPACES.sub(" ", _INVISIBLE.sub("", words)).strip()


def inks(words: str) -> bool:
    """Tell whether anything is seen of `words`: a hyphen that only divides a word is."""
    return bool(folded(words)) or SOFT_HYPHEN in words


def says(block: Block, words: str, *, rtl: bool) -> bool:
    """Tell whether `block`, in a text that runs from right to left if `rtl`, says exactly `words`.

    Within a line every character counts, spaces too. Where a line ends, a space may have gone,
    and within a word a soft hyphen may have come; anywhere else it would be a hyphen or a minus.
    """
    if block.alternative:
        return folded(block.alternative) == folded(words)
    wanted, calls = folded(words), calls_in(block)
    position = 0
    for pieces in lines_of(block):
        if position < len(wanted) and wanted[position] == " ":
            position += 1
        rest = _follow(pieces, wanted, position, calls, rtl=rtl)
        if rest is None:
            return False
        position = rest
        if not _is_divided(said_by(pieces), wanted[position : position + 1]):
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
    """Yield the pieces of each line of a block."""
    for _, pieces in groupby(
        block.pieces, key=lambda piece: (piece.page, round(piece.baseline, 1))
    ):
        yield list(pieces)


def calls_in(block: Block) -> frozenset[tuple[int, int | str]]:
    """Return the pages and MCIDs of the numbers in a block that call notes."""
    runs = (block.pieces[begin:end] for role, begin, end in block.inner if role in CALLS)
    calls = (run for run in runs if all(piece.text.isdecimal() for piece in run))
    return frozenset((piece.page, piece.mark) for run in calls for piece in run)


def _follow(
    pieces: Sequence[Piece], wanted: str, position: int, calls: _Calls, *, rtl: bool
) -> int | None:
    """Return where `wanted` goes on after a line that says it from `position` on, or None."""
    drawn = said_by(pieces)
    line = folded(drawn)
    if wanted.startswith(line, position):
        return position + len(line)
    return _follow_rtl(pieces, wanted, position, calls) if rtl or _RTL.search(drawn) else None


def said_by(pieces: Sequence[Piece]) -> str:
    """Return what a line says; the engine draws no lone space: see `_drawn`."""
    return "".join(_drawn(pieces))


def _drawn(pieces: Sequence[Piece]) -> list[str]:
    """Return what is drawn glyph by glyph, with a space for each gap."""
    glyphs: list[str] = []
    right = pieces[0].left
    for piece in pieces:
        if piece.left - right > _GAP * piece.size:
            glyphs.append(" ")
        glyphs += piece.glyphs
        right = piece.right
    return glyphs


def _follow_rtl(pieces: Sequence[Piece], wanted: str, position: int, calls: _Calls) -> int | None:
    """Follow a line with right-to-left text, which is drawn from left to right glyph by glyph.

    What the line says is as many characters of the text as it has. Its words of each direction
    have to be these, in this order, where either direction leads the line; its figures and signs,
    these as well.
    """
    glyphs = _drawn(_visual(pieces, calls))
    letters = len(_SPACES.sub("", folded("".join(glyphs))))
    end = position
    while letters and end < len(wanted):
        letters -= not wanted[end].isspace()
        end += 1
    text = wanted[position:end]
    right_to_left = _words_of(_RTL, _backwards(glyphs)), _words_of(_LTR, _inward(glyphs, _RTL))
    left_to_right = _words_of(_RTL, _outward(glyphs, _LTR)), _words_of(_LTR, "".join(glyphs))
    asked = _words_of(_RTL, text), _words_of(_LTR, text)
    if asked not in (right_to_left, left_to_right):
        return None
    return end if _signs(text) == _signs("".join(glyphs)) else None


def _words_of(letters: re.Pattern[str], text: str) -> list[str]:
    """Return the words of `text` that have these `letters`, in its order.

    Marks of a letter are compared in their canonical order (UAX 15): fonts draw the doubling of
    an Arabic letter before its vowel.
    """
    tokens = _TOKEN.findall(unicodedata.normalize("NFC", folded(text)))
    return [token for token in tokens if letters.search(token)]


def _signs(text: str) -> list[str]:
    """Return figures, signs and Latin words of `text`, in any order; brackets may be mirrored."""
    tokens = _TOKEN.findall(folded(text).translate(_MIRRORED))
    return sorted(token for token in tokens if not _RTL.match(token))


def _backwards(glyphs: Sequence[str]) -> str:
    return "".join(reversed(glyphs))


def _outward(glyphs: Sequence[str], bounds: re.Pattern[str]) -> str:
    """Return the runs between `bounds` from left to right, each read from right to left."""
    return " ".join(_backwards(run) for run in _runs(glyphs, bounds))


def _inward(glyphs: Sequence[str], bounds: re.Pattern[str]) -> str:
    """Return the runs between `bounds` from right to left, each read from left to right."""
    return " ".join(reversed(["".join(run) for run in _runs(glyphs, bounds)]))


def _runs(glyphs: Sequence[str], bounds: re.Pattern[str]) -> Iterator[list[str]]:
    """Yield what stands between letters of the other direction."""
    for ends, run in groupby(glyphs, key=lambda glyph: bool(bounds.search(glyph))):
        if not ends:
            yield list(run)


def _visual(pieces: Sequence[Piece], calls: _Calls) -> list[Piece]:
    """Return the pieces of a line from left to right, but for calls of notes beside one another.

    Those of one marked content are already drawn so; their places may overlap by a vowel sign. Of
    calls the first stands on the right, where the line begins, and each is a number of its own.
    """
    boxes = [list(box) for _, box in groupby(pieces, key=lambda piece: piece.mark)]
    boxes.sort(key=lambda box: box[0].left)
    ordered: list[list[Piece]] = []
    for called, run in groupby(boxes, key=lambda box: (box[0].page, box[0].mark) in calls):
        ordered += list(run)[:: -1 if called else 1]
    return [piece for box in ordered for piece in box]


def block_words(block: Block) -> list[str]:
    """Return the words of `block`, put together where a line ends in a hyphen."""
    text = ""
    for pieces in lines_of(block):
        drawn = said_by(pieces)
        text += folded(drawn) + ("" if drawn.endswith(SOFT_HYPHEN) else " ")
    return (text or folded(block.alternative)).split()
