"""A text in small letters without accents, each character at its place."""

from __future__ import annotations

from unicodedata import normalize


class _Plain(dict[int, str]):
    """Makes each letter a small one without accents."""

    def __missing__(self, letter: int) -> str:
        self[letter] = normalize("NFD", chr(letter).lower())[0]
        return self[letter]


PLAIN = _Plain()
"""What `str.translate` takes."""
