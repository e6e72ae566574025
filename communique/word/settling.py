"""The imported statement compared with the second reading of its Word file, word for word."""

from __future__ import annotations

import re
from collections import Counter
from difflib import SequenceMatcher
from itertools import chain
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
#: Words that are compared with so many others one by one; more are told as one difference.
_MOST_COMPARED = 250_000
_MOST_SHOWN = 12
"""Words of a difference."""


def differences(
    body: Body, said: Sequence[Said], front: Sequence[str], signed: Sequence[str] = ()
) -> list[str]:
    """Return what differs between a text, read back, and what its Word file `said`, a line each.

    `front` are texts that stand above the text of the statement now, and `signed` those of its
    signatures: each was a paragraph, among the first or the last ones.
    """
    there = [(each.where, words) for each in said if (words := _words(each.words))]
    missing = _taken_out(there, front)
    there.reverse()
    missing += _taken_out(there, signed[::-1])
    there.reverse()
    found = [
        f"this is above the text, and no paragraph of the Word file is the same: {text}"
        for text in missing
    ]
    for where, gone, new in _differing(there, [each for each in _said(body) if each]):
        lost, added = _shown(gone), _shown(new)
        if lost:
            but = f", but: {added}" if added else ""
            found.append(f"{where}: words of the Word file are not in this text: {lost}{but}")
        else:
            found.append(f"{where}: these words are not in the Word file: {added}")
    return found


def _taken_out(there: list[tuple[str, tuple[str, ...]]], texts: Sequence[str]) -> list[str]:
    """Take from paragraphs the first ones that have the words of each text, one or some in a row.

    Return the texts without any.
    """
    missing = []
    for text in texts:
        due = _folded(_words(text))
        same = (rows for at in range(len(there)) if (rows := _rows(there, at, due)))
        if (rows := next(same, None)) is None:
            missing.append(text)
        else:
            del there[rows.start : rows.stop]
    return missing


def _rows(
    there: Sequence[tuple[str, tuple[str, ...]]], first: int, due: tuple[str, ...]
) -> range | None:
    """Return which paragraphs from the `first` on have the words that are `due`, or None."""
    found: tuple[str, ...] = ()
    for at in range(first, len(there)):
        found += _folded(there[at][1])
        if found == due:
            return range(first, at + 1)
        if found != due[: len(found)]:
            return None
    return None


def _folded(words: Sequence[str]) -> tuple[str, ...]:
    return tuple(word.casefold() for word in words)


def _differing(
    there: Sequence[tuple[str, tuple[str, ...]]], ours: Sequence[tuple[str, ...]]
) -> Iterator[tuple[str, Sequence[str], Sequence[str]]]:
    """Yield where words differ, and which, in both; most texts differ nowhere.

    Paragraphs that are the same, and stand once in each, part what is compared word by word: words
    of a whole text with each other would take minutes.
    """
    for first, last, start, end in _gaps([words for _, words in there], ours):
        places = [where for where, words in there[first:last] for _ in words]
        if not places:
            places = [there[min(first, len(there) - 1)][0]] if there else ["the text"]
        ranges = [(slice(first, last), slice(start, end))]
        if last - first == end - start and len(places) ** 2 > _MOST_COMPARED:
            pairs = zip(range(first, last), range(start, end), strict=True)
            ranges = [(slice(one, one + 1), slice(other, other + 1)) for one, other in pairs]
        done = 0
        for one, other in ranges:
            words = [*chain.from_iterable(words for _, words in there[one])]
            others = [*chain.from_iterable(ours[other])]
            for at, lost, added in _unlike(words, others):
                yield places[min(done + at, len(places) - 1)], lost, added
            done += len(words)


def _gaps(
    there: Sequence[tuple[str, ...]], ours: Sequence[tuple[str, ...]]
) -> Iterator[tuple[int, int, int, int]]:
    """Yield from and to which paragraph there is none between that is the same and stands once."""
    once, others = Counter(there), Counter(ours)
    left = [place for place, each in enumerate(there) if once[each] == others[each] == 1]
    right = [place for place, each in enumerate(ours) if once[each] == others[each] == 1]
    same = SequenceMatcher(
        None, [there[each] for each in left], [ours[each] for each in right], autojunk=False
    )
    first, start = 0, 0
    for one, other, size in same.get_matching_blocks():
        for step in range(size):
            yield first, left[one + step], start, right[other + step]
            first, start = left[one + step] + 1, right[other + step] + 1
    yield first, len(there), start, len(ours)


def _unlike(
    words: Sequence[str], others: Sequence[str]
) -> Iterator[tuple[int, Sequence[str], Sequence[str]]]:
    """Yield from which word on they differ, and which words do, without what is alike around."""
    shorter = min(len(words), len(others))
    head = next((at for at in range(shorter) if not _is_like(words[at], others[at])), shorter)
    rest = range(shorter - head)
    tail = next((at for at in rest if not _is_like(words[-1 - at], others[-1 - at])), len(rest))
    words, others = words[head : len(words) - tail], others[head : len(others) - tail]
    if len(words) * len(others) > _MOST_COMPARED:
        yield head, words, others
        return
    matcher = SequenceMatcher(None, words, others, autojunk=False)
    for kind, first, last, start, end in matcher.get_opcodes():
        lost, added = words[first:last], others[start:end]
        alike = len(lost) == len(added) and all(map(_is_like, lost, added))
        if kind != "equal" and not alike:
            yield head + first, lost, added


def _is_like(word: str, other: str) -> bool:
    """Tell whether a word, which may have signs that stand for any, is the `other` one."""
    if word == other or not (UNKNOWN in word or ANY in word):
        return word == other
    pattern = re.escape(word).replace(UNKNOWN, ".").replace(ANY, ".{1,20}")
    return bool(re.fullmatch(pattern, other))


def _words(text: str) -> tuple[str, ...]:
    """Return the words of a paragraph, without a bullet before them on any of its lines."""
    for ligature, letters in _LIGATURES.items():
        text = text.replace(ligature, letters)
    text = _BETWEEN_WIDE.sub("", _UNSEEN.sub("", normalize("NFC", text)))
    found: tuple[str, ...] = ()
    for line in text.split("\n"):
        words = line.split()
        found += tuple(words[1:] if words and words[0] in _BULLETS else words)
    return found


def _said(body: Body) -> Iterator[tuple[str, ...]]:
    for block in (*body.children, *(each for note in body.notes for each in note.children)):
        yield from _block(block)


def _block(node: Node, before: str = "") -> Iterator[tuple[str, ...]]:
    """Yield the words of each paragraph of a block, behind the number of the point that it begins.

    Cells and points are paragraphs of their own.
    """
    if node.kind in _LEAVES:
        yield _words(f"{before} {node.marker} {_plain(node)}")
        return
    if node.kind == "item" and node.marker not in _BULLETS:
        before = f"{before} {node.marker}"
    for child in node.children:
        yield from _block(child, before)
        before = ""


def _plain(node: Node) -> str:
    own = "\n" if node.kind == "break" else "" if node.kind in ("image", "figure") else node.text
    return own + "".join(_plain(child) for child in node.children)


def _shown(words: Sequence[str]) -> str:
    shown = " ".join(words[:_MOST_SHOWN])
    return f"{shown} …" if len(words) > _MOST_SHOWN else shown
