"""The changes from one version to another: one text that holds both, with signs where they differ.

What was inserted stands in ``[+ … +]`` and is underlined, what was deleted in ``[− … −]`` and is
struck through; how that looks is in ``templates/styles/turns/changes.css``. The signs are printed,
so everybody reads them: on paper, aloud, and in a copy. `communique.prove.changes` regains both
versions from the PDF.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import zip_longest
from typing import TYPE_CHECKING

from communique.design import language as languages
from communique.difference import difference, merged
from communique.model.faults import Faults
from communique.model.statement import Statement, Turned
from communique.turns.changes import blocks, facts, rows, signs

if TYPE_CHECKING:
    from communique.model.body import Body, Node


def turned(statement: Statement, name: str, earlier: Statement | None) -> Statement:
    """Return what changed from `earlier` to `statement`, with the front matter of the latter.

    Side by side each language is compared with the version beside `earlier` that is in its place,
    and what only one of them deleted has a gap beside it. A heading that was deleted is a
    paragraph: bookmarks and running heads are those of the new version. Raises `StatementError`
    where there is no earlier version, or it is the same file or in another language; where a
    language has no words for it; and where a version has such signs of its own.
    """
    before = earlier.versions if earlier else ()
    pairs = list(zip_longest(statement.versions, before[: len(statement.versions)]))
    faults = Faults(statement.path)
    for version, old in pairs:
        _check(version, old, faults)
    _check_same(pairs, faults)
    faults.check()
    (first, merged_first), *others = (_version(new, old, name) for new, old in pairs if old)
    for second, merged_second in others:
        both = rows.beside(first.body, second.body, (merged_first, merged_second))
        return replace(first, body=both[0], beside=replace(second, body=both[1]))
    return first


def _version(statement: Statement, earlier: Statement, name: str) -> tuple[Statement, Body]:
    """Return one version turned, and its text as it is merged."""
    own = languages.load(statement.language)
    found = difference(earlier, statement)
    both = merged(found)
    assert own.file.changes is not None  # noqa: S101  # or there are faults
    how = Turned(
        name,
        statement,
        earlier,
        tuple(facts.facts(found, own)),
        said=facts.since(earlier, statement, own),
        label=own.file.changes.label,
    )
    body = blocks.shown(both.body, own)
    return replace(statement, body=body, images=both.images, turned=how, beside=None), both.body


def _check_same(pairs: list[tuple[Statement, Statement | None]], faults: Faults) -> None:
    """Note where no version has changed: one of two may be as it was."""
    if all(old is not None and old.source == new.source for new, old in pairs):
        names = " and ".join(old.path.name for _, old in pairs if old)
        wrong = f"{names} is the same file, byte for byte"
        if len(pairs) > 1:
            wrong = f"{names} are the same files, byte for byte"
        faults.add(1, "changes", wrong, "name an earlier version with --since")


def _check(statement: Statement, earlier: Statement | None, faults: Faults) -> None:
    own, path = languages.load(statement.language), statement.path
    if earlier is None:
        wrong, instead = "there is no earlier version", "name one with --since"
        faults.add(1, "changes", wrong, instead, path=path)
        return
    if earlier.language != statement.language:
        one, other = (languages.english_name(each.language) for each in (earlier, statement))
        wrong = f"{earlier.path.name} is in {one}, and this in {other}"
        instead = "name an earlier version in the same language"
        faults.add(1, "changes", wrong, instead, path=path)
    if own.file.changes is None:
        file = languages.file_of(own.tag)
        wrong = f"{languages.english_name(own.tag)} has no words for changes"
        instead = f"write them under changes: in {file.name}, as in en.yaml"
        faults.add(1, "changes", wrong, instead, path=path)
    for version in (earlier, statement):
        for node in version.body.walk():
            _check_signs(node, version, faults)


def _check_signs(node: Node, version: Statement, faults: Faults) -> None:
    for sign in signs.in_text(node.text):
        wrong = f"{sign} is what changes are marked with"
        instead = "write it without a space beside its plus or minus, or in words"
        faults.add(node.line, "text", wrong, instead, path=version.path)
