"""The signature block: where and when it was signed, and by whom."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from communique.model.values import Phrase

if TYPE_CHECKING:
    from communique.design.language import Language
    from communique.model.statement import FrontMatter


@dataclass(frozen=True)
class Signature:
    """One place of the signature block: "(Signed)" or nothing, and the lines below."""

    on_behalf: Phrase | None
    """What stands above it."""
    signed: str
    lines: tuple[Phrase, ...]


@dataclass(frozen=True)
class SignatureRow:
    """Two signatures, or one, that stand beside one another."""

    on_behalf: Phrase | None
    """What stands above it, if several sign for one party."""
    signatures: tuple[Signature, ...]


def signed_at(matter: FrontMatter, language: Language) -> tuple[Phrase, ...]:
    """Return where and when it was signed."""
    if not (block := matter.signatures):
        return ()
    day = Phrase(text=language.moment(block.date)) if block.date else None
    return tuple(phrase for phrase in (block.place, day) if phrase)


def signatures(matter: FrontMatter, language: Language) -> tuple[SignatureRow, ...]:
    """Return the signatures in rows of two; several of one party have rows of their own."""
    block = matter.signatures
    if block is None:
        return ()
    signed = language.labels.signed if block.signed else ""
    parts: list[tuple[Phrase | None, list[Signature]]] = []
    for behalf, group in groupby(block.signatories, key=lambda by: by.on_behalf):
        names = [tuple(line for line in (by.name, by.office, by.party) if line) for by in group]
        together = behalf if len(names) > 1 else None
        places = [Signature(None if together else behalf, signed, lines) for lines in names]
        beside = parts[-1][1] if parts and not (together or parts[-1][0]) else []
        if beside and bool(beside[-1].on_behalf) == bool(behalf):  # a line above both, or none
            beside.extend(places)
        else:
            parts.append((together, places))
    return tuple(
        SignatureRow(None if place else behalf, tuple(places[place : place + 2]))
        for behalf, places in parts
        for place in range(0, len(places), 2)
    )
