"""Short texts of cells: how wide each has to be for one line, for two and so on, about.

The engine says how wide a text is in one line, and its longest word; how wide the others are is
told from their letters, which takes no layout.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import lru_cache
from itertools import combinations

#: A text of more parts is long: its lines are full but for a part of a word, wherever they end.
_MOST = 8
_SQUARE = "\u2e80-\u9fff\uac00-\ud7ff\uf900-\ufaff"
#: What no line ends in: a letter of Chinese or Japanese, or a word, with what is held to it.
_PART = re.compile(rf"[{_SQUARE}](?:\u2060.|[^\w\s])*|(?:(?![{_SQUARE} \n]).)+")
#: How wide letters are in type without serifs, where most of the small ones are 1.
_WIDTHS = dict.fromkeys("iljftr.,:;'’!|()[]/-", 0.6) | dict.fromkeys("mwMW%‰@—", 1.5)
_WIDTHS |= {"\u2060": 0.0, "\u00ad": 0.0, "\u00a0": 0.4}
_CAPITAL, _WIDE, _SPACE = 1.15, 1.9, 0.4
#: What is told from letters may be so much wider.
_DOUBT = 1.03


@lru_cache(maxsize=1024)
def steps(text: str, longest: float, whole: float) -> tuple[float, ...]:
    """Return how wide (px) a `text` has to be for one line, for two and so on.

    That is as wide as the `whole` for one, and as its `longest` word for the last; both are in px.
    Nothing is returned for a text that is one word, or long.
    """
    parts = _PART.findall(text)
    if not 1 < len(parts) <= _MOST or longest >= whole:
        return ()
    between = 0.0 if re.search(f"[{_SQUARE}]", text) else _SPACE
    widths = [_width(part) + between for part in parts]
    scale = _DOUBT * whole / (sum(widths) - between)
    ends = range(len(parts) + 1)
    lines = {scale * (sum(widths[a:b]) - between) for a, b in combinations(ends, 2)}
    tried = sorted({longest, whole, *(line for line in lines if longest < line < whole)})
    counts = [_lines(widths, width / scale + between) for width in tried]
    found = [whole]
    for most in range(2, counts[0] + 1):
        found.append(tried[bisect_left(counts, -most, key=int.__neg__)])
    return tuple(found)


def _lines(widths: list[float], width: float) -> int:
    """Return how many lines of a `width` words have that are so wide, each with a space."""
    count, room = 1, width
    for each in widths:
        if each > room + 0.01 and room < width:
            count, room = count + 1, width
        room -= each
    return count


def _width(part: str) -> float:
    """Return how wide a part is about, where a small letter is 1."""
    return sum(map(_of, part))


def _of(letter: str) -> float:
    if letter in _WIDTHS:
        return _WIDTHS[letter]
    return _WIDE if letter >= "\u2e80" else _CAPITAL if letter.isupper() else 1.0
