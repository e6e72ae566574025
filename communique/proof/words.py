"""Words: everything the statement says stands in the PDF, in reading order, once, and no more."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from itertools import groupby
from typing import TYPE_CHECKING

from communique.proof import expected
from communique.proof.reading import Block

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from communique.errors import Faults
    from communique.page import Page
    from communique.proof.expected import Text
    from communique.proof.operators import Piece
    from communique.proof.reading import Reading

SOFT_HYPHEN = "\u00ad"
#: What is never drawn (Unicode, Default_Ignorable_Code_Point, as far as it occurs in texts).
_INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u180b-\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff]"
)
_SPACES = re.compile(r"\s+")
#: Characters that share one glyph in the faces of the project: on paper they are the same.
_SAME_GLYPH = str.maketrans(
    {
        "\u2010": "-",
        "\u2011": "-",
        "\u03bc": "\u00b5",
        "\u02bb": "\u2018",
        "\u02bc": "\u2019",
        "\u2206": "\u0394",
        "\u2126": "\u03a9",
        "\u2215": "\u2044",
        "\u03d5": "\u03c6",
        "\u02ed": "\u207c",
    }
)
#: Brackets are drawn mirrored in text that runs from right to left (Unicode, Bidi_Mirrored).
_MIRRORED = str.maketrans("([{<«‹", ")]}>»›")
#: Strong right-to-left letters and the marks that go with them.
_RTL = re.compile("[\u0590-\u06ef\u06fa-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]")
_DIGITS = re.compile("[\u0660-\u0669\u06f0-\u06f9]")
_TOKEN = re.compile(r"\w+|[^\w\s]")
_SHOWN = 8
#: From this gap on, in em, two pieces of a line are two words; kerning stays below it.
_GAP = 0.12


def check(page: Page, reading: Reading, faults: Faults) -> None:
    """Note every word of the statement that `reading` lacks, and every word it has besides."""
    body = [text for text in expected.body(page) if folded(text.words)]
    around = expected.furniture(page)
    blocks = [block for block in reading.blocks if block.alternative or _has_ink(block)]
    unmatched: list[Block] = []
    position = 0
    rtl = page.language.direction == "rtl"
    for block in blocks:
        if position < len(body) and says(block, body[position].words, rtl=rtl):
            position += 1
        elif (index := _index(block, around, rtl=rtl)) is not None:
            del around[index]
        else:
            unmatched.append(block)
    if unmatched or position < len(body):
        _explain(body[position:], unmatched, blocks, faults)
    for text in around:
        if text.required:
            faults.add(
                text.line, "words", f"not in the PDF: {_short(text.words)}", "nothing was delivered"
            )
    _check_artifacts(page, reading, faults)


def folded(words: str) -> str:
    """Return `words` as paper shows them: spaces alike, nothing invisible, one code a glyph."""
    return _SPACES.sub(" ", _INVISIBLE.sub("", words)).translate(_SAME_GLYPH).strip()


def says(block: Block, words: str, *, rtl: bool) -> bool:
    """Tell whether `block`, in a text that runs from right to left if `rtl`, says exactly `words`.

    Within a line every character counts, spaces too. Where a line ends, a space may have gone
    and a soft hyphen may have come.
    """
    if block.alternative:
        return folded(block.alternative) == folded(words)
    wanted = folded(words)
    position = 0
    for pieces in _lines(block):
        if position < len(wanted) and wanted[position] == " ":
            position += 1
        rest = _follow(pieces, wanted, position, rtl=rtl)
        if rest is None:
            return False
        position = rest
    return position == len(wanted)


def said(reading: Reading) -> list[str]:
    """Return the words that a PDF says, in reading order, then those around its text."""
    pages = range(len(reading.pages))
    margins = [block for page in pages for block in _margin_texts(reading, page)]
    return [word for block in (*reading.blocks, *margins) for word in _words(block)]


def _has_ink(block: Block) -> bool:
    return any(folded(piece.text) for piece in block.pieces)


def _index(block: Block, texts: Sequence[Text], *, rtl: bool) -> int | None:
    return next((n for n, text in enumerate(texts) if says(block, text.words, rtl=rtl)), None)


def _lines(block: Block) -> Iterator[list[Piece]]:
    """Yield the pieces of each line of a block."""
    for _, pieces in groupby(
        block.pieces, key=lambda piece: (piece.page, round(piece.baseline, 1))
    ):
        yield list(pieces)


def _follow(pieces: Sequence[Piece], wanted: str, position: int, *, rtl: bool) -> int | None:
    """Return where `wanted` goes on after a line that says it from `position` on, or None."""
    drawn = _joined(pieces)
    line = folded(drawn)
    if wanted.startswith(line, position):
        return position + len(line)
    return _follow_rtl(pieces, wanted, position) if rtl or _RTL.search(drawn) else None


def _joined(pieces: Sequence[Piece]) -> str:
    """Return what a line says; the engine draws no lone space, so a gap stands for it."""
    text, right = "", pieces[0].left
    for piece in pieces:
        if piece.left - right > _GAP * piece.size:
            text += " "
        text += piece.text
        right = piece.right
    return text


def _follow_rtl(pieces: Sequence[Piece], wanted: str, position: int) -> int | None:
    """Follow a line with right-to-left text, which is drawn from left to right glyph by glyph.

    What the line says is as many characters of the text as it has. Its right-to-left words have
    to be these, in this order, read from the right; its numbers and words of other scripts, and
    its signs, these as well.
    """
    glyphs = [glyph for piece in _visual(pieces) for glyph in piece.glyphs]
    letters = len(_SPACES.sub("", folded("".join(glyphs))))
    end = position
    while letters and end < len(wanted):
        letters -= not wanted[end].isspace()
        end += 1
    slice_ = wanted[position:end].translate(_MIRRORED)
    backwards = "".join(reversed(glyphs))
    forwards = folded("".join(glyphs)).translate(_MIRRORED)
    said = [
        word
        for word in _TOKEN.findall(folded(backwards))
        if _RTL.match(word) and not _DIGITS.match(word)
    ]
    asked = [
        word for word in _TOKEN.findall(slice_) if _RTL.match(word) and not _DIGITS.match(word)
    ]
    others = sorted(
        word for word in _TOKEN.findall(forwards) if not _RTL.match(word) or _DIGITS.match(word)
    )
    wished = sorted(
        word for word in _TOKEN.findall(slice_) if not _RTL.match(word) or _DIGITS.match(word)
    )
    return end if said == asked and others == wished else None


def _visual(pieces: Sequence[Piece]) -> list[Piece]:
    """Return the pieces of a line from left to right.

    Those of one marked content are already drawn so; their places may overlap by a vowel sign.
    """
    boxes = [list(box) for _, box in groupby(pieces, key=lambda piece: piece.mark)]
    boxes.sort(key=lambda box: box[0].left)
    return [piece for box in boxes for piece in box]


def _explain(
    body: Sequence[Text], unmatched: Sequence[Block], blocks: Sequence[Block], faults: Faults
) -> None:
    """Say which words differ: the source's line, the PDF's page."""
    wanted = [(word, text) for text in body for word in folded(text.words).split()]
    found = [(word, _page(block)) for block in unmatched for word in _words(block)]
    last = _page(blocks[-1]) if blocks else 1
    matcher = SequenceMatcher(
        None, [word for word, _ in wanted], [word for word, _ in found], autojunk=False
    )
    for kind, one, two, three, four in matcher.get_opcodes():
        if kind == "equal":
            continue
        missing, added = wanted[one:two], found[three:four]
        where = added[0][1] if added else (found[three - 1][1] if three else last)
        parts = [
            (line, f"missing on page {where}: {_short(' '.join(word for word, _ in words))}")
            for line, words in groupby(missing, key=lambda pair: pair[1].line)
        ]
        if added:
            extra = _short(" ".join(word for word, _ in added))
            said = f"on page {where} but not in the text: {extra}"
            line, first = parts[0] if parts else (wanted[one - 1][1].line if one else 1, "")
            parts[:1] = [(line, f"{first} and {said}" if first else said)]
        for line, wrong in parts:
            faults.add(line, "words", wrong, "nothing was delivered")
    if all(op[0] == "equal" for op in matcher.get_opcodes()):
        for text in body[:1]:
            faults.add(
                text.line,
                "words",
                "the words stand in another order or are run together",
                "nothing was delivered",
            )


def _words(block: Block) -> list[str]:
    text = ""
    for pieces in _lines(block):
        drawn = _joined(pieces)
        text += folded(drawn) + ("" if drawn.endswith(SOFT_HYPHEN) else " ")
    return (text or folded(block.alternative)).split()


def _page(block: Block) -> int:
    return block.pieces[0].page + 1 if block.pieces else 1


def _short(words: str) -> str:
    parts = words.split()
    return " ".join(parts[:_SHOWN]) + (f" … ({len(parts)} words)" if len(parts) > _SHOWN else "")


def _check_artifacts(page: Page, reading: Reading, faults: Faults) -> None:
    """Allow outside the text only running head, running foot, folio and repeated table heads."""
    cells = [node.plain for node in page.statement.body.walk() if node.kind == "cell" and node.head]
    heads = set(" ".join(map(folded, cells)).split())
    rtl = page.language.direction == "rtl"
    pages = len(reading.pages)
    for number in range(pages):
        folio = page.language.folio(str(number + 1), str(pages))
        seen = 0
        for block in _margin_texts(reading, number):
            seen += says(block, folio, rtl=rtl)
            known = any(
                says(block, text, rtl=rtl) for text in (page.front.running, page.front.foot, folio)
            )
            if not known and not heads.issuperset(_words(block)):
                extra = _short(" ".join(_words(block)))
                wrong = f"on page {number + 1} but not in the text: {extra}"
                faults.add(1, "words", wrong, "nothing was delivered")
        if seen != 1:
            wrong = f"page {number + 1} does not say {folio}"
            faults.add(1, "words", wrong, "nothing was delivered")


def _margin_texts(reading: Reading, page: int) -> Iterator[Block]:
    """Yield what is written on a page outside its text, cut where a gap is wider than a word's."""
    pieces = [piece for piece in reading.artifacts if piece.page == page and folded(piece.text)]
    start = 0
    for index in range(1, len(pieces) + 1):
        if index == len(pieces) or _apart(pieces[index - 1], pieces[index]):
            yield Block("", tuple(pieces[start:index]))
            start = index


def _apart(one: Piece, other: Piece) -> bool:
    return one.baseline != other.baseline or abs(other.left - one.right) > other.size
