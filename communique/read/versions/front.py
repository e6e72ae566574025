"""The front matter of two versions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.design import theme
from communique.read.versions.difference import CORRECT, Difference, count, quoted
from communique.read.versions.version import leads_to

if TYPE_CHECKING:
    from collections.abc import Iterator

    from communique.model.statement import Statement
    from communique.read.versions.version import Text, Version

#: The values with words of their own language.
_WORDS = ("title", "short_title", "subtitle", "place", "event", "byline", "contact")


def compare(one: Version, other: Version) -> Iterator[Difference]:
    """Yield what differs above the text; what stands on both sides of a page refuses."""
    yield from _same(one.statement, other.statement)
    yield from _signatures(one.statement, other.statement)
    yield from _hosts(one.statement, other.statement)
    yield from _notes(one.statement, other.statement)


def texts(one: Version, other: Version) -> Iterator[tuple[Text, Text]]:
    """Yield the values that belong together; one that only one of the two has is left alone."""
    mine, theirs = one.statement, other.statement
    for key in _WORDS:
        value, there = (getattr(each.matter, key) for each in (mine, theirs))
        if value and there:
            yield one.value(mine.line(key), value), other.value(theirs.line(key), there)
    notes, others = mine.matter.editors, theirs.matter.editors
    if len(notes) == len(others):
        lines = mine.line("editors"), theirs.line("editors")
        for note, there in zip(notes, others, strict=True):
            yield one.value(lines[0], note), other.value(lines[1], there)


def _same(one: Statement, other: Statement) -> Iterator[Difference]:
    def differ(key: str, wrong: str) -> Difference:
        return Difference(one.line(key), wrong, other.line(key), refuses=True)

    for key in ("issued", "updated", "draft", "embargo", "symbol"):
        mine, theirs = (getattr(each.matter, key) for each in (one, other))
        if mine != theirs:
            here, there = (quoted(str(each or "not given")) for each in (mine, theirs))
            yield differ(key, f"{key} is {here}, and in @ {there}")
    mine, theirs = (each.matter.theme or theme.DEFAULT for each in (one, other))
    if mine != theirs:
        said = f"theme is {mine}, and in @ {theirs}, and a page has the words of one"
        yield differ("theme", said)
    mine, theirs = (len(each.matter.issuers) for each in (one, other))
    if mine != theirs:
        yield differ("issuers", f"{count(mine, 'issuer')}, and in @ {theirs}")
    if one.matter.numbered != other.matter.numbered:
        yield differ("numbered", "the paragraphs are numbered here or in @, and not in both")


def _signatures(one: Statement, other: Statement) -> Iterator[Difference]:
    signed = [each.matter.signatures for each in (one, other)]
    mine, theirs = (len(block.signatories) if block else 0 for block in signed)
    day, other_day = (block.date if block else None for block in signed)
    if mine != theirs:
        wrong = f"{count(mine, 'signature')}, and in @ {theirs}"
    elif day != other_day:
        said = f"{day or 'not given'}, and in @ {other_day or 'not given'}"
        wrong = f"the date of the signatures is {said}"
    else:
        return
    yield Difference(one.line("signatures"), wrong, other.line("signatures"), refuses=True)


def _hosts(one: Statement, other: Statement) -> Iterator[Difference]:
    key = "url"
    mine, theirs = (
        quoted(leads_to(each.matter.url)) if each.matter.url else "" for each in (one, other)
    )
    if mine and theirs and mine != theirs:
        wrong = f"url leads to {mine}, and in @ to {theirs}"
        yield Difference(one.line(key), wrong, other.line(key), CORRECT)


def _notes(one: Statement, other: Statement) -> Iterator[Difference]:
    key = "editors"
    mine, theirs = (len(each.matter.editors) for each in (one, other))
    if mine != theirs:
        wrong = f"{count(mine, 'note')} to editors, and in @ {theirs}"
        yield Difference(one.line(key), wrong, other.line(key))
