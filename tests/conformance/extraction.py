"""What poppler's pdftotext finds in a PDF, against what has to be there; it knows nothing of us.

A word may be broken anywhere, with a hyphen or without, over lines and pages, and poppler may
give its pieces apart. So words are counted, and a word that is missing is put together from
pieces that are left over before it is called lost. Where letters are joined, stand from right to
left, or are written without spaces, poppler's words are not ours, and letters are counted.
"""

from __future__ import annotations

import re
import subprocess
import unicodedata
from collections import Counter
from typing import TYPE_CHECKING

from tests.random_statements.words import BY_LETTER

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from communique.design.edition import Edition
    from tests.random_statements import RandomStatement

#: A word with its five digits, which the call of a note may follow; a word; a number.
_TOKEN = re.compile(r"[^\W\d_]+\d{5}|[^\W\d_]+|\d+")
_HYPHENATED = re.compile("([^\\W\\d_]+)\u00ad\n([^\\W_]+)")
_POINTS = 72 / 25.4
#: So many mm of the margins belong to the text: what hangs below a line or stands out of it.
_SLACK = 2


def lost_words(pdf: Path, edition: Edition, statement: RandomStatement) -> list[str]:
    """Return the words of `statement` that are not in the `pdf` of this `edition`, sorted.

    What stands in the margins, the running heads and folios, does not count.
    """
    text = extract(pdf, edition)
    return lost(text, body=statement.body, front=statement.front)


def extract(pdf: Path, edition: Edition) -> str:
    """Return the text between the upper and lower margins of every page of `pdf`."""
    height, bottom = edition.paper.height, edition.margins.bottom
    first = _run(pdf, 0, height - bottom, 1, 1)
    top = edition.margins.top
    return first + _run(pdf, top - _SLACK, height - bottom, 2, 0)


def _run(pdf: Path, top: float, bottom: float, first: int, last: int) -> str:
    """Return what stands on the pages from `first` to `last` (0: the end), in mm from above."""
    command = ["pdftotext", "-raw", "-enc", "UTF-8", "-f", str(first)]
    command += ["-l", str(last)] if last else []
    command += ["-x", "0", "-W", "10000", "-y", str(int(top * _POINTS))]
    command += ["-H", str(int((bottom + _SLACK - top) * _POINTS)), str(pdf), "-"]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)  # noqa: S603  # poppler, by name
    if done.returncode and "Wrong page range" not in done.stderr:  # there is no page 2
        raise RuntimeError(f"pdftotext: {done.stderr}")
    return done.stdout


def lost(text: str, *, body: Iterable[str], front: Iterable[str]) -> list[str]:
    """Return what `text` lacks: of `body` each word as often as it is there, of `front` once."""
    wanted = Counter(token for said in body for token in _tokens(_normal(said)))
    for token in {token for said in front for token in _tokens(_normal(said))}:
        wanted[token] = max(wanted[token], 1)
    found = Counter(_tokens(_joined(_normal(text), wanted)))
    missing, left = wanted - found, found - wanted
    gone: list[str] = []
    for token in sorted(missing.elements(), key=lambda token: (-len(token), token)):
        pieces = _pieces(token, left)
        if pieces:
            left -= Counter(pieces)
        else:
            gone.append(token)
    return sorted(gone)


def _joined(text: str, words: Counter[str]) -> str:
    """Return `text` with those line ends healed that break one of the `words`.

    What poppler gives after a hyphen may also be something else, from the next column or a note.
    """

    def healed(match: re.Match[str]) -> str:
        word = next(_tokens(match[1] + match[2]), "")
        return match[1] + match[2] if word in words else f"{match[1]} {match[2]}"

    return _HYPHENATED.sub(healed, text)


def _normal(text: str) -> str:
    """Return `text` with small letters, ligatures and presentation forms as plain letters."""
    return unicodedata.normalize("NFKC", text).casefold()


def _tokens(text: str) -> Iterator[str]:
    """Yield the words and numbers of `text`; in some scripts the letters."""
    for token in _TOKEN.findall(text):
        if BY_LETTER.search(token):
            letters = token.rstrip("0123456789")
            yield from letters
            yield from filter(None, [token[len(letters) :]])
        else:
            yield token


def _pieces(word: str, left: Counter[str]) -> list[str]:
    """Return pieces out of `left` that make up `word`, or none."""
    if not word:
        return []
    for length in range(len(word), 0, -1):
        piece = word[:length]
        if left[piece] > 0:
            rest = _pieces(word[length:], left - Counter([piece]))
            if rest or length == len(word):
                return [piece, *rest]
    return []
