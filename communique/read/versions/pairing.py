"""Which statements are one in two languages, and which of the two stands first."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from communique.model.faults import Fault, StatementError

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from communique.read.packed import PackedStatement

VERSIONS = 2


def pairs(
    statements: Sequence[PackedStatement], languages: Sequence[str]
) -> tuple[list[tuple[PackedStatement, ...]], list[tuple[str, str]]]:
    """Return the statements that exist in two languages, each with the other beside it.

    `languages` chooses two and their order; without them the original stands first, or else the
    one whose language comes first in the alphabet. Also return the name of each statement that is
    left out, and why. Raises `StatementError` where there are more than two and `languages`
    chooses none.
    """
    found, passed = [], []
    for slug, versions in _by_slug(statements).items():
        chosen = _chosen(slug, versions, languages)
        if len(chosen) == VERSIONS:
            found.append(tuple(chosen))
        else:
            tags = ", ".join(sorted(version.language for version in versions))
            there = {version.language for version in chosen}
            missing = [tag for tag in languages if tag not in there] or ["two languages"]
            passed.append((slug, f"it was read in {tags}, not in {' and '.join(missing)}"))
    return found, passed


def _by_slug(statements: Iterable[PackedStatement]) -> dict[str, list[PackedStatement]]:
    found: dict[str, list[PackedStatement]] = defaultdict(list)
    for statement in statements:
        found[statement.slug].append(statement)
    return found


def _chosen(
    slug: str, versions: Sequence[PackedStatement], languages: Sequence[str]
) -> Sequence[PackedStatement]:
    if languages:
        by_language = {version.language: version for version in versions}
        return [by_language[tag] for tag in languages if tag in by_language]
    if len(versions) > VERSIONS:
        tags = ",".join(sorted(version.language for version in versions)[:VERSIONS])
        wrong = f"{slug} is there in {len(versions)} languages"
        instead = f"choose two and their order, as in --languages {tags}"
        raise StatementError([Fault(versions[0].path, 1, "parallel", wrong, instead)])
    return in_order(versions)


def in_order(versions: Sequence[PackedStatement]) -> list[PackedStatement]:
    """Return versions with the original first, those of a translation last, else by language."""
    originals_first = {"original": 0, "authentic": 1, None: 2, "translation": 3}
    return sorted(
        versions, key=lambda version: (originals_first[version.authenticity], version.language)
    )
