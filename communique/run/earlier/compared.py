"""The earlier version of each statement that is made, from the places that ``--since`` names."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from communique.model.faults import StatementError, UsageError
from communique.run import earlier
from communique.run.pool import do
from communique.run.statements import LANGUAGE_AND_SUFFIX
from communique.store.naming import SUFFIX

#: Two texts have in common what has so many characters. Fewer parts say nothing; versions of one
#: statement share far more than so many of theirs, two statements far less.
_PART, _ENOUGH, _SHARE = 12, 60, 0.05
#: Language and ending of a file's name.
_LANGUAGE = re.compile(f"{LANGUAGE_AND_SUFFIX}$", re.IGNORECASE)

if TYPE_CHECKING:
    from collections.abc import Sequence
    from concurrent.futures import Executor

    from communique.model.statement import Statement
    from communique.run.request import Job


def compared(
    jobs: Sequence[Job], since: Sequence[str], reader: Executor
) -> tuple[list[Job], list[tuple[Job, StatementError]]]:
    """Return the `jobs` with the versions they are compared with, and those whose one has faults.

    The `reader` reads them. Raises `UsageError` where there is no version for one.
    """
    if not since:
        return list(jobs), []
    found: list[Job] = []
    faulty: list[tuple[Job, StatementError]] = []
    for job in jobs:
        asked = [reader.submit(do, "earlier", (each,), tuple(since)) for each in job.versions]
        try:
            found.append(job._replace(earlier=tuple(each.result() for each in asked)))
        except StatementError as error:
            faulty.append((job, error))
    return found, faulty


def version(since: Sequence[str], statement: Statement) -> Statement:
    """Return the version that one of the words `since` names of the `statement`.

    It is the first one in its language, or else the file in it that lies beside one of those named
    (see `_beside`). Raises what `earlier.versions` raises, and `UsageError` where there is none in
    it, or where that is the text of another statement: it would go out with this one.
    """
    there: list[tuple[str, str]] = []
    for word in since:
        for each in earlier.versions(word, statement.path):
            if each.language == statement.language:
                if _is_another(each, statement):
                    wrong = f"--since {word} has hardly a word of {statement.path}"
                    raise UsageError(f"{wrong}; name an earlier version of the same statement")
                return each
            there.append((word, each.language))
    for word, language in there:
        other = _beside(word, language, statement.language)
        if other and other not in since and Path(other).resolve() != statement.path.resolve():
            return version((other,), statement)
    named, languages = " and ".join(since), " and ".join(dict.fromkeys(each for _, each in there))
    wrong = f"--since {named} is in {languages}, and {statement.path} in {statement.language}"
    raise UsageError(f"{wrong}; name an earlier version in the same language, too")


def _beside(word: str, own: str, language: str) -> str:
    """Return the file in that language beside the one in its `own` that a word names, if any.

    Its name has no other language than that, as those of two versions have, and their PDFs. A word
    may name a file of a git revision.
    """
    other = _LANGUAGE.sub(f".{language}{SUFFIX}", word)
    if Path(word).suffix.lower() == ".pdf":
        other = str(Path(word).with_name(Path(word).name.replace(f".{own}.", f".{language}.", 1)))
    if other == word or Path(other).is_file():
        return other if other != word else ""
    try:
        return other if ":" in word and earlier.versions(other) else ""
    except (UsageError, StatementError):
        return ""


def _is_another(one: Statement, other: Statement) -> bool:
    """Tell whether two files are texts of two statements: they have other names and other words."""
    if one.slug == other.slug:
        return False
    parts, others = _parts(one), _parts(other)
    least = min(len(parts), len(others))
    return least >= _ENOUGH and len(parts & others) < _SHARE * least


def _parts(statement: Statement) -> set[str]:
    """Return all that stands in a text side by side, by so many characters without spaces.

    So texts are compared that have no spaces between words.
    """
    text = "".join("".join(node.text.split()) for node in statement.body.walk())
    return {text[place : place + _PART] for place in range(len(text) - _PART + 1)}
