"""What a command is about: which statements, in which editions and languages."""

from __future__ import annotations

import os

from communique.store import places
from communique.store.naming import STANDARD, SUFFIX

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from communique.model.faults import UsageError
    from communique.read.packed import PackedStatement

    Job = tuple[tuple[PackedStatement, ...], str]
    """A statement, or two versions of one, and the edition that it is built in."""

ALL = "all"
"""Every edition in one language."""
SOURCE = os.path.join(places.project(), "source")
OUT = os.path.join(places.project(), "out")


def found(paths: Sequence[str], verbs: Iterable[str] = ()) -> list[str]:
    """Return the statements at `paths`, each once.

    Raises `UsageError` where there are none; where a path that is not there may have been meant
    as one of the `verbs`, it says so.
    """
    every: dict[str, None] = {}
    for path in paths or [shown(SOURCE)]:
        if os.path.isdir(path):
            with os.scandir(path) as entries:
                names = [entry.name for entry in entries if _is_statement(entry)]
            if not names:
                raise _wrong(f"there is no statement in {path}; its name ends in {SUFFIX}")
            every.update((os.path.join(path, name), None) for name in sorted(names))
        elif os.path.isfile(path):
            every[shown(path)] = None
        else:
            raise _wrong(f"there is no file or folder {path}{_hint(path, list(verbs))}")
    if len(paths) <= 1:
        return list(every)
    return list({os.path.realpath(path): path for path in reversed(every)}.values())[::-1]


def _hint(path: str, verbs: Sequence[str]) -> str:
    """Return what may have been meant by a `path` that is not there."""
    from difflib import get_close_matches  # noqa: PLC0415  # most paths are right

    if path in verbs:
        return "; a verb is the first word"
    near = get_close_matches(path, verbs, n=1)
    return f"; did you mean the verb {near[0]}?" if near else ""


def _is_statement(entry: os.DirEntry[str]) -> bool:
    name = entry.name
    return name.endswith(SUFFIX) and not name.startswith(".") and entry.is_file()


def shown(path: str) -> str:
    """Return `path` as short as it can be said from here."""
    full, here = os.path.realpath(path), os.path.realpath(".") + os.sep
    return full.removeprefix(here) if full.startswith(here) else path


def _wrong(message: str) -> UsageError:
    from communique.model.faults import UsageError  # noqa: PLC0415  # most commands are right

    return UsageError(message)


def only_standard(asked: Sequence[str]) -> bool:
    """Tell whether no edition but the standard one is asked for."""
    return set(asked) <= {STANDARD}


def editions(asked: Sequence[str]) -> tuple[list[str], list[str]]:
    """Return the names of the editions `asked` for: those in one language, those in two.

    Raises `UsageError` where there is no such edition, `DesignError` where one is at fault.
    """
    if only_standard(asked):
        return [STANDARD], []
    from communique.design import edition, validation  # noqa: PLC0415  # most builds need none of it

    every = edition.single() if ALL in asked else []
    names = dict.fromkeys([*every, *(name for name in asked if name != ALL)])
    for name in names:
        if name not in edition.names():
            hint = validation.suggestion(name, [*edition.names(), ALL])
            raise _wrong(f"there is no edition {name}; {hint}")
    single = [name for name in names if edition.load(name).languages == 1]
    return single, [name for name in names if name not in single]


def languages(asked: Sequence[str], double: Sequence[str]) -> list[str]:
    """Return the two language tags `asked` for, as they stand in files' names, or none.

    Raises `UsageError` where they are no languages, or not two, or there is no edition in two
    languages among those asked for, which are called `double`.
    """
    if not asked:
        return []
    from communique.design import language  # noqa: PLC0415  # most builds need none of it
    from communique.read import versions  # noqa: PLC0415  # most builds need none of it

    if not double:
        raise _wrong("--languages is for an edition in two languages; add --edition parallel")
    for tag in asked:
        if not language.is_tag(tag):
            raise _wrong(f"{tag} is no language of BCP 47; write {language.known_hint(tag)}")
    tags = list(dict.fromkeys(language.canonical(tag) for tag in asked))
    if len(tags) != versions.VERSIONS:
        raise _wrong("--languages takes two languages, as in --languages en,fr")
    return tags


def refuse_collisions(named: Iterable[tuple[str, str]]) -> None:
    """Raise `UsageError` where two paths, each given with its file's name, would become one."""
    first: dict[str, str] = {}
    for path, name in named:
        other = first.setdefault(name.casefold(), path)
        if other != path:
            raise _wrong(f"{other} and {path} would both become {name}; rename one of them")


def jobs(
    statements: Sequence[PackedStatement],
    single: Sequence[str],
    double: Sequence[str],
    languages: Sequence[str],
) -> tuple[list[Job], list[str]]:
    """Return each statement, or pair of versions, with each edition that it is to be built in.

    Also return a line for each statement that an edition in two `languages` passes over.
    """
    every: list[Job] = [((statement,), name) for statement in statements for name in single]
    if not double:
        return every, []
    from communique.read import versions  # noqa: PLC0415  # most builds need none of it

    pairs, passed = versions.pairs(statements, languages)
    return every + [(pair, name) for pair in pairs for name in double], passed
