"""Words: everything the content says stands in the PDF, in reading order, once, and no more."""

from __future__ import annotations

from difflib import SequenceMatcher
from itertools import groupby, islice
from typing import TYPE_CHECKING, TypeVar
from weakref import WeakKeyDictionary

from communique.content.expected import has_contents
from communique.content.text import Marks, Text
from communique.content.texts import texts
from communique.prove.lines import block_words, folded, inks, says

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from communique.content.content import Content
    from communique.model.faults import Faults
    from communique.pdf_reading.piece import Piece
    from communique.pdf_reading.reading import Reading
    from communique.pdf_reading.tag_tree import Block

_SHOWN = 8
#: What stands for a break among the texts.
_BREAKS = Marks(rule="*")
_NOTHING = "nothing was delivered"
#: What several rules look at is worked out once for a PDF that has been read.
_EXPECTED: WeakKeyDictionary[Reading, tuple[Content, tuple[Text, ...]]] = WeakKeyDictionary()
Found = TypeVar("Found")
_SPOKEN: WeakKeyDictionary[Reading, tuple[Block, ...]] = WeakKeyDictionary()


def every_word(content: Content, reading: Reading, faults: Faults) -> None:
    """Note every word of the content that the PDF lacks, and every word it has besides."""
    wanted, blocks = expected(content, reading), spoken(reading)
    unmatched: list[Block] = []
    position, page = 0, 1
    for block in blocks:
        if position < len(wanted) and _is(block, wanted[position]):
            position, page = position + 1, _page(block)
        else:
            unmatched.append(block)
    if wanted[position:] or unmatched:
        _explain(wanted[position:], unmatched, page, faults)


def expected(content: Content, reading: Reading) -> tuple[Text, ...]:
    """Return the texts that have to stand in the PDF, in reading order."""
    known = _EXPECTED.get(reading)
    if known is None or known[0] is not content:
        pages = heading_pages(content, reading)
        wanted = tuple(text for text in texts(content, pages) if folded(text.words))
        known = _EXPECTED[reading] = (content, wanted)
    return known[1]


def with_breaks(content: Content, reading: Reading) -> list[tuple[Text, tuple[Piece, ...]]]:
    """Return the texts with what is drawn of each, and the breaks between them as artifacts.

    There are none where the statement has no break, or where the PDF has other texts.
    """
    bodies = (version.statement.body for version in content.versions)
    if not any(node.kind == "rule" for body in bodies for node in body.walk()):
        return []
    every = texts(content, heading_pages(content, reading), _BREAKS)
    marked = [text for text in every if folded(text.words)]
    blocks = spoken(reading)
    if len(blocks) != sum(text.role != "Artifact" for text in marked):
        return []  # another rule says which differ
    each = iter(blocks)
    return [(text, () if text.role == "Artifact" else next(each).pieces) for text in marked]


def heading_pages(content: Content, reading: Reading) -> list[int]:
    """Return the pages, from 1, of the headings of the texts, one version after the other."""
    return [page for pages in by_version(content, reading.headings) for page in pages]


def by_version(content: Content, every: Iterable[Found]) -> list[list[Found]]:
    """Return what was found for each heading of a text, version by version.

    `every` has it in reading order also for the headings of the contents and of the notes, which
    are none of the texts.
    """
    left, result = iter(every), []
    for version in content.versions:
        body = version.statement.body
        if has_contents(content):
            next(left, None)
        result.append(list(islice(left, len(body.headings))))
        if content.notes_at_end and body.notes:
            next(left, None)
    return result


def spoken(reading: Reading) -> tuple[Block, ...]:
    """Return the texts of the PDF that are read aloud, in their order."""
    if reading not in _SPOKEN:
        told = (block for block in reading.blocks if block.alternative or _has_ink(block))
        _SPOKEN[reading] = tuple(told)
    return _SPOKEN[reading]


def _has_ink(block: Block) -> bool:
    return any(inks(piece.text) for piece in block.pieces)


def _is(block: Block, text: Text) -> bool:
    return says(block, text)


def _explain(body: Sequence[Text], unmatched: Sequence[Block], page: int, faults: Faults) -> None:
    """Say which words differ: the source's line, the PDF's page.

    `page` is that of the last text before them, from 1.
    """
    wanted = [(word, text) for text in body for word in folded(text.words).split()]
    found = [(word, _page(block)) for block in unmatched for word in block_words(block)]
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
        where = added[0][1] if added else (found[three - 1][1] if three else page)
        parts = [
            (place, f"missing on page {where}: {short(' '.join(word for word, _ in words))}")
            for place, words in groupby(missing, key=lambda pair: (pair[1].line, pair[1].path))
        ]
        if added:
            extra = short(" ".join(word for word, _ in added))
            said = f"on page {where} but not in the text: {extra}"
            before = wanted[one - 1][1] if one else None
            place = (before.line, before.path) if before else (1, faults.path)
            place, first = parts[0] if parts else (place, "")
            parts[:1] = [(place, f"{first} and {said}" if first else said)]
        for (line, path), wrong in parts:
            faults.add(line, "words", wrong, _NOTHING, path=path)
    if not list(faults):
        for text in body[:1]:
            faults.add(
                text.line,
                "words",
                "the words stand in another order or are run together",
                _NOTHING,
                path=text.path,
            )


def _letters(words: Sequence[tuple[str, object]]) -> str:
    return "".join(word for word, _ in words)


def _page(block: Block) -> int:
    return block.pieces[0].page + 1 if block.pieces else 1


def short(words: str) -> str:
    """Return `words`, or their beginning and their number where they are many."""
    parts = words.split()
    return " ".join(parts[:_SHOWN]) + (f" … ({len(parts)} words)" if len(parts) > _SHOWN else "")
