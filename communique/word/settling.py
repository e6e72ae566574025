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
_LEAVES = ("paragraph", "heading", "cell", "caption", "source", "figure")
#: Chinese and Japanese words have no spaces between them, and numbers none behind them.
_BETWEEN_WIDE = re.compile("(?<=[\u3001-\u30ff\u4e00-\u9fff\uff01-\uffef])\\s+(?=[\u3001-\u9fff])")
#: U+FB00 to U+FB06 only look so.
_LIGATURES = {chr(code): normalize("NFKC", chr(code)) for code in range(0xFB00, 0xFB07)}
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
    for first, last, start, end in _differing(there, ours):
        lost, added = _shown(there[first:last]), _shown(ours[start:end])
        where = places[min(first, len(places) - 1)] if places else "the text"
        if lost:
            but = f", but: {added}" if added else ""
            found.append(f"{where}: words of the Word file are not in this text: {lost}{but}")
        else:
            found.append(f"{where}: these words are not in the Word file: {added}")
    return found


def _differing(there: Sequence[str], ours: Sequence[str]) -> Iterator[tuple[int, int, int, int]]:
    """Yield where words differ: from and to which, in both; most texts differ nowhere."""
    if len(there) == len(ours) and all(map(_is_like, there, ours)):
        return
    for kind, *place in SequenceMatcher(None, there, ours, autojunk=False).get_opcodes():
        first, last, start, end = place
        words, others = there[first:last], ours[start:end]
        alike = len(words) == len(others) and all(map(_is_like, words, others))
        if kind != "equal" and not alike:
            yield first, last, start, end


def _is_like(word: str, other: str) -> bool:
    """Tell whether a word, which may have signs that stand for any, is the `other` one."""
    if word == other or not (UNKNOWN in word or ANY in word):
        return word == other
    pattern = re.escape(word).replace(UNKNOWN, ".").replace(ANY, ".{1,20}")
    return bool(re.fullmatch(pattern, other))


def _words(text: str) -> tuple[str, ...]:
    """Return the words of a paragraph, without a bullet before them."""
    for ligature, letters in _LIGATURES.items():
        text = text.replace(ligature, letters)
    text = _BETWEEN_WIDE.sub("", _UNSEEN.sub("", normalize("NFC", text)))
    words = tuple(text.split())
    return words[1:] if words and words[0] in _BULLETS else words


def _said(body: Body) -> Iterator[str]:
    for block in (*body.children, *(each for note in body.notes for each in note.children)):
        yield from _block(block)


def _block(node: Node, before: str = "") -> Iterator[str]:
    """Yield the words of a block, behind the number of the point that it begins.

    Cells and points are paragraphs of their own.
    """
    if node.kind in _LEAVES:
        yield from _words(f"{before} {node.marker} {_plain(node)}")
        return
    if node.kind == "item" and node.marker not in _BULLETS:
        before = f"{before} {node.marker}"
    for child in node.children:
        yield from _block(child, before)
        before = ""


def _plain(node: Node) -> str:
    own = " " if node.kind == "break" else "" if node.kind in ("image", "figure") else node.text
    return own + "".join(_plain(child) for child in node.children)


def _shown(words: Sequence[str]) -> str:
    shown = " ".join(words[:_MOST_SHOWN])
    return f"{shown} …" if len(words) > _MOST_SHOWN else shown
