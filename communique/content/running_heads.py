"""Running heads and feet: a title or a section with its beginnings, symbol and day."""

from __future__ import annotations

from unicodedata import combining, east_asian_width

from communique.model.characters import RTL_MARK

#: Headings of this level name the section in the running head.
SECTION = 2
#: How wide two characters of Chinese or Japanese are, which are words of their own here.
_SQUARES = 4
#: What does not stand right before an ellipsis.
_LOOSE = " ,;:–-、，；：・"
#: A word of so many letters does not stand right before an ellipsis either.
_LITTLE = 3
#: A word is cut after so many letters at least, with those before it.
_LEAST = 16


def forms(words: str, short: str | None = None) -> tuple[str, ...]:
    """Return what a running head may say of a title or heading, from long to short.

    That is all of it, then the `short` title if there is one, then its beginnings with an ellipsis,
    then those of all of it that are shorter. The first that fits is printed. None ends within a
    number or right behind one, which would be another one there, nor in a little word, where there
    are others. The shortest may end in a name with a number, such as G20, or within a long word.
    """
    whole, rest = " ".join(words.split()), " ".join((short or words).split())
    beginnings = [rest, *_beginnings(rest)]
    beginnings += [each for each in _beginnings(whole) if len(each) < len(beginnings[-1])]
    first = beginnings[-1]
    within = range(min(len(first), len(rest)) - 1, _LEAST - 1, -1)
    places = (n for n in within if _is_letter(rest[n - 1]) and not combining(rest[n]))
    cut = (each for n in places if (each := rest[:n].rstrip(_LOOSE)))
    return tuple(dict.fromkeys([whole, rest, *(f"{each} …" for each in (*beginnings[1:], *cut))]))


def _beginnings(words: str) -> list[str]:
    """Return the beginnings of `words` that end with a word, the longest first."""
    ends = [place for place in range(len(words) - 1, 0, -1) if _ends(words, place)]
    cut = [place for place in ends if not words[place - 1].isdecimal()]
    cut = [place for place in cut if not _ends_small(words[:place])] or cut
    shortest = min(cut, default=len(words))
    cut += [place for place in ends if place < shortest and _is_name(words[:place])]
    return [each for place in cut if (each := words[:place].rstrip(_LOOSE))]


def _is_name(words: str) -> bool:
    """Tell whether words end in a name with a number; those of square characters do not."""
    word = words.rsplit(maxsplit=1)[-1]
    return width(word) == len(word) and word.isalnum() and word[0].isalpha()


def _ends_small(words: str) -> bool:
    """Tell whether words end in a little one, such as an article."""
    word = words.rsplit(maxsplit=1)[-1]
    return width(word) <= _LITTLE and word.islower()


def _is_letter(character: str) -> bool:
    return character.isalpha() or combining(character) > 0


def _ends(text: str, place: int) -> bool:
    """Tell whether a word ends at a `place`: before a space, or among square characters."""
    return text[place] == " " or width(text[place - 1 : place + 1]) == _SQUARES


def foot(symbol: str | None, day: str | None, direction: str, turned: str = "") -> tuple[str, ...]:
    """Return what the running foot may say: symbol and day, or one of them where both are long.

    What the pages were `turned` into stands before them, and alone where that is too long.
    """
    parts = [part for part in (symbol, day) if part]
    dot = f"{RTL_MARK} · {RTL_MARK}" if direction == "rtl" else " · "  # keeps the two apart
    forms = dict.fromkeys((dot.join(parts), *parts)) if parts else {}
    return (*(f"{turned}{dot}{form}" for form in forms), turned) if turned else tuple(forms)


def width(text: str) -> int:
    """Return how many letters wide `text` is; one of Chinese or Japanese is two (UAX 11)."""
    return len(text) + sum(east_asian_width(character) in "WF" for character in text)
