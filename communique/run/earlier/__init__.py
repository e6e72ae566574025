"""Versions of a statement, wherever they are: in a file, in a PDF that we made, in git.

This is what `compare A B` and `--since OLD` take. A word names, in this order,

- a file or PDF that is there;
- ``REVISION:path``, a file of a git repository as it was then;
- where it is known which file is meant, a revision of that file.
"""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import TYPE_CHECKING

from communique.model.faults import StatementError, UsageError
from communique.read.source import read
from communique.run import statements
from communique.run.earlier import attached, revision
from communique.run.earlier.attached import is_pdf
from communique.store import places
from communique.store.naming import SUFFIX
from communique.store.places import shown

if TYPE_CHECKING:
    from collections.abc import Sequence

    from communique.model.statement import Statement

#: Where PDFs are, if nobody says otherwise.
_OUT = "out"
_MAY_BE = "; name a file, a PDF that Communiqué made, or a git revision of the file"
#: A drive of Windows is no revision.
_OF_REVISION = re.compile(r"(?P<revision>[^:]{2,}):(?P<path>.+)", re.DOTALL)


def versions(word: str, of: Path | None = None) -> list[Statement]:
    """Return the statements that a word names: two of a PDF in two languages, otherwise one.

    `of` is the file that a revision is meant of where the word is nothing but that. Raises
    `UsageError` where there is no such file or revision, with what to write instead; raises
    `StatementError` with all that is wrong in the version, whose path says which one it is.
    """
    if Path(word).is_dir():
        raise UsageError(f"{word} is a folder; name a statement or a PDF in it")
    if os.path.lexists(word):
        path = Path(word)
        return attached.read_all(path) if is_pdf(path) else [read(path)]
    named = _OF_REVISION.fullmatch(word)
    if named:
        return [revision.read_at(named["revision"], Path(named["path"]))]
    looks_like_a_file = word.endswith((SUFFIX, ".pdf")) or os.sep in word.rstrip(os.sep)
    near = _near(word, of)
    if of is None or ((looks_like_a_file or near) and not revision.is_one(word, of)):
        raise UsageError(f"there is no file or folder {word}{near or _MAY_BE}")
    try:
        return [revision.read_at(word, of)]
    except revision.NoRepositoryError as error:
        raise UsageError(f"there is no file or PDF {word}, and {error}") from None


def _near(word: str, of: Path | None) -> str:
    """Return the question whether a file was meant that is near: beside it, beside `of`, in out."""
    homes = [shown(str(Path(places.project(), _OUT))), *([str(of.parent)] if of else [])]
    named, like = statements.near(word, (SUFFIX, ".pdf"), homes)
    found = dict.fromkeys(str(Path(each)) for each in (*named, *like) if Path(each) != of)
    return statements.meant([*found])


def version(word: str, of: Statement) -> Statement:
    """Return the version that a word names of the statement `of`, in its language.

    `word` may be a revision of its file. Raises what `versions` raises, and `UsageError` where
    there is no version in that language.
    """
    found = versions(word, of.path)
    for each in found:
        if each.language == of.language:
            return each
    there = " and ".join(each.language for each in found)
    raise UsageError(
        f"{word} is in {there}, and {of.path} in {of.language}; name an earlier version of the same"
        " language"
    )


def pairs(old: Sequence[Statement], new: Sequence[Statement]) -> list[tuple[Statement, Statement]]:
    """Return the versions that share a language, in the order of the new ones."""
    by_language = {each.language: each for each in old}
    return [(by_language[each.language], each) for each in new if each.language in by_language]


__all__ = ["StatementError", "is_pdf", "pairs", "version", "versions"]
