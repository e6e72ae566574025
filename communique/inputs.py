"""Which statements are meant by the paths of a command."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from communique import edition, language, parallel
from communique.errors import UsageError
from communique.paths import SOURCE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from communique.statement import Statement


def statements(paths: Sequence[Path]) -> list[Path]:
    """Return the statements at `paths`, each once; raises `UsageError` where there are none."""
    found: dict[Path, Path] = {}
    for path in paths or [SOURCE]:
        if path.is_dir():
            inside = sorted(path.glob("[!.]*.md"))
            if not inside:
                raise UsageError(f"there is no statement in {shown(path)}; its name ends in .md")
        elif path.is_file():
            inside = [path]
        else:
            raise UsageError(f"there is no file or folder {path}")
        for file in inside:
            found.setdefault(file.resolve(), shown(file))
    return list(found.values())


def shown(path: Path) -> Path:
    """Return `path` as short as it can be said from here."""
    try:
        return path.resolve().relative_to(Path.cwd())
    except ValueError:
        return path


def refuse_collisions(statements: Sequence[Statement]) -> None:
    """Raise `UsageError` where two of the statements would give one file name."""
    first: dict[str, Statement] = {}
    for statement in statements:
        name = f"{statement.slug}.{statement.language}.pdf"
        other = first.setdefault(name.casefold(), statement)
        if other is not statement:
            raise UsageError(
                f"{other.path} and {statement.path} would both become {name}; rename one of them"
            )


def languages(asked: Sequence[str], editions: Sequence[str]) -> list[str]:
    """Return the two language tags `asked` for, as they stand in files' names, or none.

    Raises `UsageError` where they are no languages, or not two, or none of the `editions` has
    two languages.
    """
    if asked and all(edition.load(name).languages == 1 for name in editions):
        raise UsageError("--languages is for an edition in two languages; add --edition parallel")
    for tag in asked:
        if not language.is_tag(tag):
            raise UsageError(f"{tag} is no language of BCP 47; write {language.known_hint(tag)}")
    tags = list(dict.fromkeys(language.canonical(tag) for tag in asked))
    if asked and len(tags) != parallel.VERSIONS:
        raise UsageError("--languages takes two languages, as in --languages en,fr")
    return tags


def jobs(
    statements: Sequence[Statement], editions: Sequence[str], languages: Sequence[str]
) -> tuple[list[tuple[Statement, str]], list[str]]:
    """Return each statement, or pair of versions, with each edition that it is to be built in.

    Also return a line for each statement that an edition in two `languages` passes over.
    """
    single = [name for name in editions if edition.load(name).languages == 1]
    double = [name for name in editions if name not in single]
    found = [(statement, name) for statement in statements for name in single]
    if not double:
        return found, []
    pairs, passed = parallel.pairs(statements, languages)
    return found + [(pair, name) for pair in pairs for name in double], passed
