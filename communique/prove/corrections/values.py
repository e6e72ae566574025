"""Values: what stands around the text, each value with the name by which it is found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.content import expected
from communique.model.body import Node
from communique.prove.corrections.part import Part, tokens_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from communique.design.language import Language
    from communique.model.statement import Statement

#: What stands for the end of a line of the page, and for that of an issuer or a signature.
_LINE, _GROUP = " / ", " // "


def values(statement: Statement, language: Language) -> Iterator[Part]:
    """Yield the values of the front matter that are printed, but for when it was updated."""
    says = language.file.corrigendum
    assert says is not None  # noqa: S101  # else nothing was turned
    matter, names, labels = statement.matter, says.places, language.labels
    shown: dict[str, object] = {
        names.title: matter.title,
        names.subtitle: matter.subtitle,
        names.kind: matter.kind
        if matter.kind and matter.kind.language
        else language.kind(str(matter.kind or "")),
        names.byline: "".join(map(str, expected.byline(matter, language)[1])),
        labels.contact: matter.contact,
        labels.url: matter.url,
        labels.editors: matter.editors or None,
        names.issuers: _parties(statement, language),
        names.signatures: _signed(statement, language),
    }
    said = matter.authenticity
    shown |= {
        labels.issued: language.moment(matter.issued) if matter.issued else None,
        labels.place: matter.place,
        labels.event: matter.event,
        labels.symbol: matter.symbol,
        labels.authenticity: getattr(language.file.authenticity, said) if said else None,
    }
    for name, value in shown.items():
        for each in value if isinstance(value, tuple) else (value,):
            node = Node("text", 1, text=str(each or ""))
            yield Part((name,), "value", tokens_of(node))


def _parties(statement: Statement, language: Language) -> str:
    """Return the parties as they are listed, or else as the masthead names them."""
    shared, entries = expected.issuers(statement.matter, language)
    if entries:
        return _GROUP.join(_LINE.join(map(str, each)) for each in (shared, *entries) if each)
    (key, phrases), _ = expected.masthead(statement.matter, language)
    return " · ".join(map(str, phrases)) if key == "issuers" else ""


def _signed(statement: Statement, language: Language) -> str:
    block = statement.matter.signatures
    if not block:
        return ""
    comma, signed = language.file.comma, language.labels.signed
    at = comma.join(str(each) for each in expected.signed_at(statement.matter, language))
    lines = [[at] if at else []]
    for by in block.signatories:
        first = [str(by.on_behalf)] if by.on_behalf else []
        rest = [str(each) for each in (by.name, by.office, by.party) if each]
        lines.append([*first, *([signed] if block.signed else []), *rest])
    return _GROUP.join(_LINE.join(line) for line in lines if line)
