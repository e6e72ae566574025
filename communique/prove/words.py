"""Words: everything the statement says stands in the PDF, in reading order, once, and no more."""

from __future__ import annotations

from collections import defaultdict
from difflib import SequenceMatcher
from itertools import groupby
from typing import TYPE_CHECKING

from communique.content import expected
from communique.pdf_reading.reading import Block
from communique.prove.lines import block_words, folded, says

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from communique.compose.page import Page
    from communique.content.expected import Text
    from communique.model.faults import Faults
    from communique.pdf_reading.content_stream import Piece
    from communique.pdf_reading.reading import Reading

_SHOWN = 8
#: Up to this distance, in em, two lines of the furniture belong together.
_LEADING = 1.6


def check(page: Page, reading: Reading, faults: Faults) -> None:
    """Note every word of the statement that `reading` lacks, and every word it has besides."""
    body = [text for text in expected.body(page, reading.headings) if folded(text.words)]
    around = expected.furniture(page)
    blocks = [block for block in reading.blocks if block.alternative or _has_ink(block)]
    unmatched: list[Block] = []
    position = 0
    for block in blocks:
        if position < len(body) and _is(block, body[position]):
            position += 1
        elif (index := _index(block, around)) is not None:
            del around[index]
        else:
            unmatched.append(block)
    if unmatched or position < len(body):
        _explain(body[position:], unmatched, blocks, faults)
    for text in around:
        if text.required:
            wrong = f"not in the PDF: {_short(text.words)}"
            faults.add(text.line, "words", wrong, "nothing was delivered", path=text.path)
    _check_artifacts(page, reading, faults)


def said(reading: Reading) -> list[str]:
    """Return the words that a PDF says, in reading order, then those around its text."""
    margins = [block for _, blocks in sorted(_margins(reading).items()) for block in blocks]
    return [word for block in (*reading.blocks, *margins) for word in block_words(block)]


def _has_ink(block: Block) -> bool:
    return any(folded(piece.text) for piece in block.pieces)


def _is(block: Block, text: Text) -> bool:
    return says(block, text.words, rtl=text.rtl)


def _index(block: Block, texts: Sequence[Text]) -> int | None:
    return next((n for n, text in enumerate(texts) if _is(block, text)), None)


def _explain(
    body: Sequence[Text], unmatched: Sequence[Block], blocks: Sequence[Block], faults: Faults
) -> None:
    """Say which words differ: the source's line, the PDF's page."""
    wanted = [(word, text) for text in body for word in folded(text.words).split()]
    found = [(word, _page(block)) for block in unmatched for word in block_words(block)]
    last = _page(blocks[-1]) if blocks else 1
    matcher = SequenceMatcher(
        None, [word for word, _ in wanted], [word for word, _ in found], autojunk=False
    )
    differences = [op[1:] for op in matcher.get_opcodes() if op[0] != "equal"]
    telling = [
        (one, two, three, four)  # the others may only be words at whose middle a line ends
        for one, two, three, four in differences
        if _letters(wanted[one:two]) != _letters(found[three:four])
    ]
    for one, two, three, four in telling or differences:
        missing, added = wanted[one:two], found[three:four]
        where = added[0][1] if added else (found[three - 1][1] if three else last)
        parts = [
            (place, f"missing on page {where}: {_short(' '.join(word for word, _ in words))}")
            for place, words in groupby(missing, key=lambda pair: (pair[1].line, pair[1].path))
        ]
        if added:
            extra = _short(" ".join(word for word, _ in added))
            said = f"on page {where} but not in the text: {extra}"
            before = wanted[one - 1][1] if one else None
            place = (before.line, before.path) if before else (1, faults.path)
            place, first = parts[0] if parts else (place, "")
            parts[:1] = [(place, f"{first} and {said}" if first else said)]
        for (line, path), wrong in parts:
            faults.add(line, "words", wrong, "nothing was delivered", path=path)
    if not list(faults):
        for text in body[:1]:
            faults.add(
                text.line,
                "words",
                "the words stand in another order or are run together",
                "nothing was delivered",
                path=text.path,
            )


def _letters(words: Sequence[tuple[str, object]]) -> str:
    return "".join(word for word, _ in words)


def _page(block: Block) -> int:
    return block.pieces[0].page + 1 if block.pieces else 1


def _short(words: str) -> str:
    parts = words.split()
    return " ".join(parts[:_SHOWN]) + (f" … ({len(parts)} words)" if len(parts) > _SHOWN else "")


def _check_artifacts(page: Page, reading: Reading, faults: Faults) -> None:
    """Allow outside the text only running head, running foot, folio and repeated table heads."""
    heads = {piece.text for block in reading.blocks if block.role == "TH" for piece in block.pieces}
    rtl = page.rtl
    pages = len(reading.pages)
    furniture = _by_letters(page.furniture)
    margins = _margins(reading)
    for number in range(pages):
        folio = page.folio(number + 1, pages)
        seen = 0
        for block in margins[number]:
            seen += says(block, folio, rtl=rtl)
            alike = furniture.get(_signs(_written(block)), [])
            known = any(says(block, text, rtl=rtl) for text in (*alike, folio))
            if not known and not heads.issuperset(piece.text for piece in block.pieces):
                extra = _short(" ".join(block_words(block)))
                wrong = f"on page {number + 1} but not in the text: {extra}"
                faults.add(1, "words", wrong, "nothing was delivered")
        if seen != 1:
            wrong = f"page {number + 1} does not say {folio}"
            faults.add(1, "words", wrong, "nothing was delivered")


def _by_letters(texts: Iterable[str]) -> dict[str, list[str]]:
    """Return the texts by their letters: a page has few, and a long document many."""
    found: dict[str, list[str]] = defaultdict(list)
    for text in dict.fromkeys(texts):
        found[_signs(text)].append(text)
    return found


def _signs(text: str) -> str:
    """Return what is drawn of `text`, in an order that does not depend on its direction."""
    return "".join(sorted(folded(text).replace(" ", "")))


def _written(block: Block) -> str:
    return block.alternative or "".join(piece.text for piece in block.pieces)


def _margins(reading: Reading) -> dict[int, list[Block]]:
    """Return what is written on each page outside its text, cut where a gap is wider than a word's.

    Lines that follow one another at one edge are one text.
    """
    by_page: dict[int, list[Piece]] = defaultdict(list)
    for piece in reading.artifacts:
        if folded(piece.text):
            by_page[piece.page].append(piece)
    return defaultdict(list, {page: list(_texts(pieces)) for page, pieces in by_page.items()})


def _texts(pieces: list[Piece]) -> Iterator[Block]:
    start = 0
    for index in range(1, len(pieces) + 1):
        if index == len(pieces) or _apart(pieces[index - 1], pieces[index]):
            yield Block("", tuple(pieces[start:index]))
            start = index


def _apart(one: Piece, other: Piece) -> bool:
    if one.baseline == other.baseline:
        return abs(other.left - one.right) > other.size
    edges = min(abs(one.left - other.left), abs(one.right - other.right))
    return edges > 1 or not 0 < one.baseline - other.baseline < _LEADING * one.size
