"""Front matter: what stood around the earlier text, in words, and how it changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.turns.corrigendum import hunks
from communique.turns.corrigendum.hunks import Correction
from communique.turns.corrigendum.saying import Change, Sayings
from communique.turns.corrigendum.words import plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from communique.design.language import Language
    from communique.model.statement import FrontMatter, Statement
    from communique.model.values import Phrase

_BETWEEN = "; "
_NO_BYLINE = "none"


def changes(earlier: Statement, statement: Statement, language: Language) -> Iterator[Change]:
    """Yield the changes of what stands around the text."""
    say = Sayings(language)
    both = zip(values(earlier, language), values(statement, language), strict=True)
    for (key, place, before, is_whole), (*_, after, _) in both:
        if before == after:
            continue
        line, old, new = statement.line(key), plain(before), plain(after)
        change = Change(place, line)
        if not new:
            change.instructions.append(say("delete_all", line))
            change.words = len(old)
        elif is_whole and old:
            whole = Correction("replace", tuple(old), tuple(new))
            change.instructions.append(say.correction(whole, line))
            change.words = len(old) + len(new)
        else:
            found = hunks.hunks(old, new, ((), ()))
            every = hunks.corrections(found, old, new, [old])
            change.instructions += [say.correction(each, line) for each in every]
            change.words = sum(hunk.size for hunk in found)
        yield change


def values(statement: Statement, language: Language) -> Iterator[tuple[str, str, str, bool]]:
    """Yield of each value its key, its place, its words, and whether it is only read as a whole.

    `updated` is none: it says when the text was corrected. What is not printed is none either.
    """
    says, labels = language.file.corrigendum, language.labels
    assert says is not None  # noqa: S101  # asked before
    matter, names = statement.matter, says.places
    byline = str(matter.byline or "")
    yield "title", names.title, str(matter.title), False
    yield "subtitle", names.subtitle, str(matter.subtitle or ""), False
    yield "kind", names.kind, _kind(matter, language), False
    yield "issued", labels.issued, language.moment(matter.issued) if matter.issued else "", True
    yield "place", labels.place, str(matter.place or ""), False
    yield "event", labels.event, str(matter.event or ""), False
    yield "issuers", names.issuers, _issuers(matter, language), False
    yield "byline", names.byline, "" if byline.lower() == _NO_BYLINE else byline, False
    yield "symbol", labels.symbol, str(matter.symbol or ""), True
    yield "url", labels.url, str(matter.url or ""), True
    yield "contact", labels.contact, str(matter.contact or ""), False
    yield "signatures", names.signatures, _signatures(matter, language), False
    yield "editors", labels.editors, " ".join(map(str, matter.editors)), False
    authenticity = matter.authenticity
    status = getattr(language.file.authenticity, authenticity) if authenticity else ""
    yield "authenticity", labels.authenticity, status, True


def _kind(matter: FrontMatter, language: Language) -> str:
    if matter.kind is None:
        return ""
    return matter.kind.text if matter.kind.language else language.kind(matter.kind.text)


def _issuers(matter: FrontMatter, language: Language) -> str:
    return _BETWEEN.join(
        language.file.comma.join(
            str(phrase)
            for phrase in (by.name, by.office, by.organisation, by.country, by.styled)
            if phrase
        )
        for by in matter.issuers
    )


def _signatures(matter: FrontMatter, language: Language) -> str:
    block = matter.signatures
    if block is None:
        return ""
    day = language.moment(block.date) if block.date else None
    signed = language.labels.signed if block.signed else None
    every: list[list[Phrase | str | None]] = [[block.place, day]]
    every += [[by.on_behalf, signed, by.name, by.office, by.party] for by in block.signatories]
    parts = (language.file.comma.join(str(each) for each in row if each) for row in every)
    return _BETWEEN.join(filter(None, parts))
