"""The imported statement compared with the second reading of its Word file, word for word."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from typing import TYPE_CHECKING
from unicodedata import normalize

from communique.word.second.numbers import ANY
from communique.word.second.reading import UNKNOWN

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from communique.model.body import Body, Node
    from communique.word.second.reading import Said

_BULLETS = frozenset("•·▪■●○◦‣-–o*➢❖✓")
#: What reading takes out, since nobody sees it or it only looks so.
_UNSEEN = re.compile("[\u00ad\u200b\u2060\ufeff]")
_MOST_SHOWN = 12
"""Words of a difference."""


def differences(body: Body, said: Sequence[Said], front: Sequence[str]) -> list[str]:
    """Return what differs between a text, read back, and what its Word file `said`, a line each.

    `front` are texts that stand above the text of the statement now: each was a paragraph.
    """
    there: list[str] = []
    places: list[str] = []
    missing = {_words(text.casefold()): text for text in front}
    for each in said:
        words = _words(each.words)
        if missing.pop(_words(each.words.casefold()), ""):
            continue
        there += words
        places += [each.where] * len(words)
    ours = [*_said(body)]
    found = [
        f"this is above the text, and no paragraph of the Word file is the same: {text}"
        for text in missing.values()
    ]
    matcher = SequenceMatcher(None, _keyed(there, ours), ours, autojunk=False)
    for kind, first, last, start, end in matcher.get_opcodes():
        if kind == "equal":
            continue
        lost, added = _shown(there[first:last]), _shown(ours[start:end])
        where = places[min(first, len(places) - 1)] if places else "the text"
        if lost:
            instead = f", but: {added}" if added else ""
            found.append(
                f"{where}: these words of the Word file are not in this text: {lost}{instead}"
            )
        else:
            found.append(f"{where}: these words are not in the Word file: {added}")
    return found


def _keyed(there: Sequence[str], ours: Sequence[str]) -> list[str]:
    """Return words; those with signs that stand for any are as the words of ours they may be."""
    return [_alike(word, ours) if UNKNOWN in word or ANY in word else word for word in there]


def _alike(word: str, ours: Sequence[str]) -> str:
    pattern = re.escape(word).replace(UNKNOWN, ".").replace(ANY, ".{1,20}")
    whole = re.compile(pattern)
    return next((each for each in ours if whole.fullmatch(each)), word)


def _words(text: str) -> tuple[str, ...]:
    """Return the words of a paragraph, without a bullet before them."""
    words = tuple(
        _UNSEEN.sub("", normalize("NFKC" if _has_ligature(text) else "NFC", text)).split()
    )
    return words[1:] if words and words[0] in _BULLETS else words


def _has_ligature(text: str) -> bool:
    return any("\ufb00" <= sign <= "\ufb06" for sign in text)


def _said(body: Body) -> Iterator[str]:
    for block in (*body.children, *(each for note in body.notes for each in note.children)):
        yield from _block(block)


def _block(node: Node) -> Iterator[str]:
    """Yield the words of a block, with its number; cells and points are paragraphs of their own."""
    if node.kind in ("paragraph", "heading", "cell", "caption", "source", "figure"):
        lines = [_plain(node)]
        yield from _words(f"{node.marker} {' '.join(lines)}".strip())
        return
    marker = node.marker if node.kind == "item" and node.marker not in _BULLETS else ""
    yield from marker.split()
    for child in node.children:
        yield from _block(child)


def _plain(node: Node) -> str:
    own = " " if node.kind == "break" else "" if node.kind in ("image", "figure") else node.text
    return own + "".join(_plain(child) for child in node.children)


def _shown(words: Sequence[str]) -> str:
    shown = " ".join(words[:_MOST_SHOWN])
    return f"{shown} …" if len(words) > _MOST_SHOWN else shown
