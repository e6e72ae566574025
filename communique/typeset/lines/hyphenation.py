"""Gives the engine the patterns by which the words of a page are divided."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pyphen

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

#: Pyphen's own patterns, by their names.
_FILES, _NAMES = dict(pyphen.LANGUAGES), dict(pyphen.LANGUAGES_LOWERCASE)
_positions = pyphen.HyphDict.positions
#: When the files that were read were last changed, and their sizes.
_read: dict[Path, tuple[int, int]] = {}


def use(patterns: Iterable[tuple[str, Path | None]]) -> None:
    """Let words in each of these languages (BCP 47) be divided by the patterns of its file.

    Where a language has none they are those of Pyphen.
    """
    for tag, path in patterns:
        name = tag.replace("-", "_").lower()
        if path:
            _forget_changed(path)
            pyphen.LANGUAGES[name], pyphen.LANGUAGES_LOWERCASE[name] = path, name
        else:
            _restore(pyphen.LANGUAGES, _FILES, name)
            _restore(pyphen.LANGUAGES_LOWERCASE, _NAMES, name)


def _forget_changed(path: Path) -> None:
    """Let a file of patterns be read anew where it has changed since it was."""
    state = path.stat()
    now = state.st_mtime_ns, state.st_size
    if _read.setdefault(path, now) != now:
        _read[path] = now
        pyphen.hdcache.pop(path, None)


def _restore(table: dict[str, Any], original: dict[str, Any], name: str) -> None:
    if name in original:
        table[name] = original[name]
    else:
        table.pop(name, None)


def _with_turkish(self: Any, word: str) -> Any:
    """Return where `word` may be divided; its İ would be two characters as a small letter."""
    return _positions(self, word.replace("İ", "i"))


pyphen.HyphDict.positions = _with_turkish
