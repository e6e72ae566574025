"""The alternat: of an agreement, the original that one of its parties keeps.

In it that party is named first: in the masthead, the by-line and the list of issuers, and it signs
first; side by side its language stands first. The others follow in the order in which they are
written. This is how originals of bilateral treaties are made (Satow's Diplomatic Practice, on the
alternat). What an author wrote as a text is never changed: where it names the parties in another
order, a remark says so.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from communique.design import language as languages
from communique.model.faults import Faults
from communique.model.statement import Turned
from communique.turns import number_of, versions
from communique.turns.orders import misplaced
from communique.turns.parties import Parties

if TYPE_CHECKING:
    from communique.model.statement import FrontMatter, Signatory, Signatures, Statement

_LEAST = 2
"""Fewer parties need no original each."""


class _Original(NamedTuple):
    """Which of the originals is made."""

    name: str
    number: int
    """That of its party, from 0."""


def turned(statement: Statement, name: str, earlier: Statement | None = None) -> Statement:
    """Return the original of the party whose number, from 1, ends the `name`: alternat-2.

    The one beside it becomes that of the same party. Raises `StatementError` where there are fewer
    than two parties, none of that number, or where two versions name them in different orders.
    """
    del earlier  # nothing is compared
    original = _Original(name, number_of(name) - 1)
    for version in statement.versions:
        _check(version, original)
    versions.check(statement)
    first, *beside = versions.placed(statement, original.number)
    made = _version(first, original, versions.remark(statement, original.number))
    if not beside:
        return made
    return replace(made, beside=_version(beside[0], original, versions.NOTHING))


def _check(statement: Statement, original: _Original) -> None:
    """Raise `StatementError` where a statement has no such original."""
    faults = Faults(statement.path)
    parties = statement.matter.parties
    line = statement.line("issuers")
    if len(parties) < _LEAST:
        named = f"one, {parties[0]}" if parties else "none"
        wrong = f"an original for each party needs two parties, and there is {named}"
        instead = "write each party as an item of its own, or leave out --as alternat"
        faults.add(line, "issuers", wrong, instead)
    elif not 0 <= original.number < len(parties):
        wrong = f"there is no original {original.name}; its parties are {', '.join(parties)}"
        faults.add(line, "issuers", wrong, f"write a number from 1 to {len(parties)}")
    faults.check()


def _version(statement: Statement, original: _Original, said: versions.Remark) -> Statement:
    """Return one version as that party's original, and how it was made."""
    parties = Parties(statement.matter)
    party = statement.matter.parties[original.number]
    faults = Faults(statement.path)
    if said:
        faults.remark(statement.line("issuers"), "issuers", *said)
    _tell_of_unknown(statement, parties, party, faults)
    for line, key, wrong in misplaced(statement, parties, party):
        instead = "leave it if it may be so, or write this original as a statement of its own"
        faults.remark(line, key, wrong, instead)
    matter = _matter(statement.matter, parties, party)
    labels = languages.load(statement.language)
    label = labels.labels.alternat or labels.file.authenticity.original
    (first, *_) = matter.issuers
    facts = ((label, first.party or party),)
    titled = f"{label} · {party}"  # not all labels are a phrase before a name
    how = Turned(original.name, statement, facts=facts, remarks=faults.remarks, titled=titled)
    return replace(statement, matter=matter, turned=how, beside=None)


def _matter(matter: FrontMatter, parties: Parties, party: str) -> FrontMatter:
    """Return the front matter with that party first, and all else as it was."""
    issuers = sorted(matter.issuers, key=lambda issuer: str(issuer.party) != party)
    update: dict[str, object] = {"issuers": tuple(issuers)}
    if matter.signatures:
        update["signatures"] = _signatures(matter.signatures, parties, party)
    return matter.model_copy(update=update)


def _signatures(block: Signatures, parties: Parties, party: str) -> Signatures:
    """Return the block with those first who sign for the party."""

    def is_other(by: Signatory) -> bool:
        return parties.of(by) != party

    return block.model_copy(update={"signatories": tuple(sorted(block.signatories, key=is_other))})


def _tell_of_unknown(statement: Statement, parties: Parties, party: str, faults: Faults) -> None:
    """Tell of signatures that stay where they are, since it is not known for whom they are."""
    block = statement.matter.signatures
    if block is None:
        return
    unknown = [str(by.name) for by in block.signatories if not parties.of(by)]
    known = {parties.of(by) for by in block.signatories}
    if party not in known and not unknown:
        wrong = f"nobody signs for {party}, so that the signatures stay in their order"
        faults.remark(statement.line("signatures"), "signatures", wrong, "add who does")
    if unknown:
        wrong = f"it is not known for which party {', '.join(unknown)} signs"
        named = " or ".join(f"party: {each}" for each in statement.matter.parties)
        instead = f"name the party as issuers does: {named}"
        faults.remark(statement.line("signatures"), "signatures", wrong, instead)
