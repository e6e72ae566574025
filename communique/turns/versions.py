"""The two versions of an original: whether they name the same parties, and which stands first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.design import language as languages
from communique.design.writing.tags import territory
from communique.model.faults import Faults

if TYPE_CHECKING:
    from communique.model.statement import FrontMatter, Issuer, Statement

Remark = tuple[str, str] | None
"""What is wrong, and what to write instead, if anything is."""
NOTHING: Remark = None


def check(statement: Statement) -> None:
    """Raise `StatementError` where two versions name parties in different orders, with both lines.

    Which stands at which place is known where it names its language, or is a country that the CLDR
    knows by this name. Nor may a party have two languages.
    """
    if statement.beside is None:
        return
    one, other = statement, statement.beside
    faults = Faults(one.path)
    line, beside = one.line("issuers"), f"{other.path}:{other.line('issuers')}"
    pairs = list(zip(one.matter.issuers, other.matter.issuers, strict=True))
    for place, (mine, theirs) in enumerate(pairs, start=1):
        if _differ(mine, theirs, one, other):
            wrong = f"issuer {place} is {mine.party}, and in {beside} {theirs.party}"
            instead = "name the same parties in the same order in both, each with one language"
            faults.add(line, "issuers", wrong, instead)
    if not list(faults) and _places(one.matter) != _places(other.matter):
        wrong = f"issuers are of the same party here or in {beside}, and not in both"
        faults.add(line, "issuers", wrong, "let each of both name a party in one way")
    faults.check()
    for number, party in enumerate(one.matter.parties):
        if len(tags := sorted(_tags(statement, number))) > 1:
            wrong = f"the language of {party} is {' and '.join(tags)}"
            faults.add(line, "issuers", wrong, "give it one language")
    faults.check()


def _differ(mine: Issuer, theirs: Issuer, one: Statement, other: Statement) -> bool:
    """Tell whether two issuers certainly belong to different parties."""
    countries = [
        each.country and territory(str(each.country), each.country.language or version.language)
        for each, version in ((mine, one), (theirs, other))
    ]
    tags = [each.language and _primary(each.language) for each in (mine, theirs)]
    every = (tags, countries)
    return any(None not in pair and pair[0] != pair[1] for pair in every)


def _places(matter: FrontMatter) -> list[int]:
    """Return the number of the party of each issuer."""
    return [matter.parties.index(str(issuer.party)) for issuer in matter.issuers]


def placed(statement: Statement, number: int) -> tuple[Statement, ...]:
    """Return the versions, first that in the language of the party of that number, from 0."""
    first = _own(statement, number)
    others = (each for each in statement.versions if each is not first)
    return statement.versions if first is None else (first, *others)


def remark(statement: Statement, number: int) -> Remark:
    """Return why the versions stay in their order, where no language of the party is known."""
    if statement.beside is None or _own(statement, number):
        return None
    party = statement.matter.parties[number]
    stays = f"so that {languages.english_name(statement.language)} stays first"
    tags = " or ".join(f"language: {each.language}" for each in statement.versions)
    for tag in _tags(statement, number):
        wrong = f"the language of {party}, {tag}, is neither of the two, {stays}"
        return wrong, f"leave it if it may be so, or write {tags}"
    return f"the language of {party} is not given, {stays}", f"write {tags} with its issuer"


def _tags(statement: Statement, number: int) -> set[str]:
    """Return the languages that the versions give for the party of that number, from 0."""
    return {
        issuer.language
        for version in statement.versions
        for issuer in version.matter.issuers
        if issuer.language and str(issuer.party) == version.matter.parties[number]
    }


def _own(statement: Statement, number: int) -> Statement | None:
    """Return the version in the party's language: the same tag, or one of the same language."""
    for tag in _tags(statement, number):
        same = [each for each in statement.versions if each.language == tag]
        alike = [each for each in statement.versions if _primary(each.language) == _primary(tag)]
        return next(iter((*same, *alike)), None)
    return None


def _primary(tag: str) -> str:
    return tag.partition("-")[0]
