"""The changes from one version to another: one text that holds both, with signs where they differ.

What was inserted stands in ``[+ … +]`` and is underlined, what was deleted in ``[− … −]`` and is
struck through; how that looks is in ``templates/styles/turns/changes.css``. The signs are printed,
so everybody reads them: on paper, aloud, and in a copy. `communique.prove.changes` regains both
versions from the PDF.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from communique.design import language as languages
from communique.difference import difference, merged
from communique.model.faults import Faults
from communique.model.statement import Statement, Turned
from communique.turns import alone
from communique.turns.changes import blocks, facts, signs

if TYPE_CHECKING:
    from communique.design.language import Language
    from communique.model.body import Node


def turned(statement: Statement, name: str, earlier: Statement | None) -> Statement:
    """Return what changed from `earlier` to `statement`, with the front matter of the latter.

    A heading that was deleted is a paragraph: bookmarks and running heads are those of the new
    version. Raises `StatementError` where there is no earlier version, or it is the same file or in
    another language; where two languages are to stand side by side; where a language has no words
    for it; and where a version has such signs of its own.
    """
    faults = Faults(statement.path)
    own = languages.load(statement.language)
    _check(statement, earlier, own, faults)
    faults.check()
    assert earlier is not None  # noqa: S101  # or there are faults
    assert own.file.changes is not None  # noqa: S101
    found = difference(earlier, statement)
    both = merged(found)
    how = Turned(
        name,
        statement,
        earlier,
        tuple(facts.facts(found, own)),
        said=facts.since(earlier, statement, own),
        label=own.file.changes.label,
    )
    body = blocks.shown(both.body, own)
    return replace(statement, body=body, images=both.images, turned=how)


def _check(statement: Statement, earlier: Statement | None, own: Language, faults: Faults) -> None:
    if earlier is None:
        faults.add(1, "changes", "there is no earlier version", "name one with --since")
        return
    if statement.beside:
        wrong = "side by side with another language there are no changes"
        faults.add(1, "changes", wrong, alone.instead(statement, "changes"))
    if earlier.source == statement.source:
        wrong = f"{earlier.path.name} is the same file, byte for byte"
        faults.add(1, "changes", wrong, "name an earlier version with --since")
    if earlier.language != statement.language:
        one, other = (languages.english_name(each.language) for each in (earlier, statement))
        wrong = f"{earlier.path.name} is in {one}, and this in {other}"
        faults.add(1, "changes", wrong, "name an earlier version in the same language")
    if own.file.changes is None:
        path = languages.file_of(own.tag)
        wrong = f"{languages.english_name(own.tag)} has no words for changes"
        faults.add(1, "changes", wrong, f"write them under changes: in {path.name}, as in en.yaml")
    for version in (earlier, statement):
        for node in version.body.walk():
            _check_signs(node, version, faults)


def _check_signs(node: Node, version: Statement, faults: Faults) -> None:
    for sign in signs.in_text(node.text):
        wrong = f"{sign} is what changes are marked with"
        faults.add(node.line, "text", wrong, "write it otherwise", path=version.path)
