"""The other languages of a statement, in the files beside it."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from communique.run.statements import LANGUAGE_AND_SUFFIX

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence


def partners(paths: Sequence[str], languages: Sequence[str]) -> list[str]:
    """Return the files that belong beside those at `paths` and are not among them.

    That is the one in the other of two `languages`, or the only one in another language if none
    are given. Which of several is meant, nobody knows.
    """
    found: list[Path] = []
    known = {Path(path).resolve() for path in paths}
    for path in filter(Path.is_file, map(Path, paths)):
        slug = re.sub(f"{LANGUAGE_AND_SUFFIX}$", "", path.name, flags=re.IGNORECASE)
        others = [other for other in _named(path.parent, slug) if other.name != path.name]
        if languages:
            others = _in_the_other(others, _tag(path), languages)
        if len(others) == 1 and others[0].resolve() not in known:
            found += others
    return list(map(str, found))


def _in_the_other(others: Sequence[Path], tag: str, languages: Sequence[str]) -> list[Path]:
    """Return those of the other files that are in the language beside `tag` in the two."""
    two = [each.lower() for each in languages]
    if tag.lower() not in two:
        return []
    return [path for path in others if _tag(path).lower() in two]


def _tag(path: Path) -> str:
    """Return the language in a file's name, or the name where there is none."""
    return path.stem.rpartition(".")[2]


def _named(folder: Path, slug: str) -> list[Path]:
    """Return the files in a folder that are a statement `slug` in some language."""
    named = re.compile(re.escape(slug) + LANGUAGE_AND_SUFFIX, re.IGNORECASE)
    return sorted(path for path in folder.iterdir() if named.fullmatch(path.name))


def other_languages(
    folder: Path,
    slug: str,
    asked: Collection[str],
    refused: Collection[str],
    languages: Sequence[str],
) -> str:
    """Return a hint at the files in a `folder` that are other languages of a statement `slug`.

    They were not `asked` for, or `refused`. Where two `languages` were given that it is not in, the
    hint is what to give instead.
    """
    beside = list(map(str, _named(folder, slug)))
    if wrong_ones := [path for path in beside if path in refused]:
        return f"; {' and '.join(wrong_ones)} {'has' if len(wrong_ones) == 1 else 'have'} mistakes"
    tags = [_tag(Path(path)) for path in beside]
    two = sorted(tags, key=lambda tag: tag not in languages)[:2]
    if len(two) > 1 and not {*languages} <= {*tags}:
        return f"; choose two that are there, as in --languages {','.join(two)}"
    others = [path for path in beside if path not in asked]
    return f"; name {' or '.join(others)}, too" if others else ""
