"""What statement and language ask for around the text, worked out for the proof alone.

`communique.content.front` says the same for those who make the page. Neither uses the other: where
one of them is wrong they differ, and nothing is delivered. Whoever changes what a page says beside
its text changes both.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.content.status import expected as stated
from communique.design import theme as themes

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from communique.content.content import Content, Version
    from communique.design.language import Language
    from communique.design.theme import Theme
    from communique.model.body import Node
    from communique.model.statement import FrontMatter, Issuer
    from communique.model.values import Phrase

Said = tuple[str, "Sequence[Phrase | str]"]
"""A text: the front-matter key that asks for it, and its phrases."""

NO_BYLINE = "none"
#: The masthead has room for so many parties, with so many characters altogether.
_PARTIES, _PARTIES_LENGTH = 4, 60
#: A list of contents is made, without being asked for, from so many headings and words on.
_HEADINGS, _WORDS = 5, 2500
#: It has the headings of so many levels, from that of sections on.
_SECTION, _LEVELS = 2, 2


def theme_name(content: Content) -> str:
    """Return the name of the theme that the pages have."""
    return content.versions[0].statement.matter.theme or themes.DEFAULT


def turn(content: Content) -> str:
    """Return the name of what the statement was turned into, empty where it is as it was read."""
    turned = content.versions[0].statement.turned
    return turned.name if turned else ""


def foot_at_end(theme: Theme) -> tuple[Sequence[Phrase], Sequence[Phrase]]:
    """Return the lines of address and foot that stand after the text where pages have none."""
    address = theme.address.lines if theme.address and theme.address.place == "foot" else ()
    return address, theme.foot or ()


def theme_sources(content: Content) -> list[tuple[Path, str]]:
    """Return the files of the theme that the pages have, and what is written in each."""
    return themes.sources(theme_name(content))


def is_parallel(content: Content) -> bool:
    """Tell whether two versions stand side by side."""
    return content.versions[0].statement.beside is not None


def is_mirrored(content: Content) -> bool:
    """Tell whether the pages run from right to left."""
    return all(runs_right_to_left(version) for version in content.versions)


def runs_right_to_left(version: Version) -> bool:
    """Tell whether the text of a version runs from right to left."""
    return version.language.direction == "rtl"


def prefix(content: Content, version: Version) -> str:
    """Return what the names of the headings of a version begin with."""
    return f"{version.statement.language}-" if is_parallel(content) else ""


def label(heading: Node) -> str:
    """Return the words of a heading on one line, without calls of notes."""
    return " ".join(_standing(heading).split())


def _standing(node: Node) -> str:
    """Return the words of a node; those that another version has in their place are none of them.

    Of a sign between the two only the spaces around it stand.
    """
    match node.kind:
        case "text" | "break":
            return node.text or " "
        case "deleted":
            return ""
        case "sign":
            words = "".join(child.text for child in node.children)
            return " " if words.startswith(" ") or words.endswith(" ") else ""
        case _:
            return "".join(map(_standing, node.children))


def is_annex(heading: Node, language: Language) -> bool:
    """Tell whether a heading begins an annex."""
    is_section = heading.kind == "heading" and heading.level == _SECTION
    return is_section and language.file.begins_annex(label(heading))


def annexes(content: Content) -> list[int]:
    """Return where among the blocks of the text annexes begin, the first block being 0.

    Side by side, a heading that is one in its language makes one of that beside it. The first block
    begins none: there is no text before it.
    """
    languages = [version.language for version in content.versions]
    texts = (version.statement.body.children for version in content.versions)
    rows = enumerate(zip(*texts, strict=True))
    return [place for place, row in rows if place > 0 and True in map(is_annex, row, languages)]


def split(content: Content, version: Version) -> tuple[Sequence[Node], Sequence[Node]]:
    """Return the blocks of the text of a version, and those from the first annex on."""
    every = version.statement.body.children
    first = min(annexes(content), default=len(every))
    return every[:first], every[first:]


def listed_headings(content: Content, version: Version) -> list[Node]:
    """Return the headings of the list of contents of a version; none where there is no such list.

    The version that stands first decides.
    """
    first = content.versions[0].statement
    asked = first.matter.contents
    levels = asked if asked is not None and not isinstance(asked, bool) else _LEVELS
    every = version.statement.body.headings
    listed = [node for node in every if node.level - _SECTION < levels]
    if asked is None and len(listed) >= _HEADINGS:
        asked = sum(len(node.text.split()) for node in first.body.walk()) >= _WORDS
    return listed if asked else []


def has_contents(content: Content) -> bool:
    """Tell whether there is a list of contents."""
    return bool(listed_headings(content, content.versions[0]))


def masthead(matter: FrontMatter, language: Language) -> tuple[Said, Said]:
    """Return what stands on either side of the masthead.

    The parties stand on the first side, unless they are too many or there are none; then the kind
    of document does. Kind and symbol stand on the other, or else the date of issue.
    """
    parties = {str(party): party for party in map(_short_name, matter.issuers) if party}
    fits = 0 < len(parties) <= _PARTIES and len("".join(parties)) <= _PARTIES_LENGTH
    kind = _kind(matter, language)
    one: Said = ("issuers", list(parties.values())) if fits else ("kind", kind)
    other: Said = ("kind" if fits and kind else "symbol", kind if fits else [])
    if matter.symbol:
        other = (other[0], [*other[1], matter.symbol])
    if not other[1] and matter.issued:
        other = ("issued", [_plain(language.moment(matter.issued))])
    return one, other


def _short_name(issuer: Issuer) -> Phrase | None:
    return issuer.country or issuer.organisation or issuer.name or issuer.office


def _kind(matter: FrontMatter, language: Language) -> list[Phrase | str]:
    """Return the kind of document, or nothing where the title says it."""
    if matter.kind is None:
        return []
    kind = matter.kind if matter.kind.language else _plain(language.kind(matter.kind.text))
    return [] if str(kind).casefold() == matter.title.text.casefold() else [kind]


def byline(matter: FrontMatter, language: Language) -> Said:
    """Return the by-line: as it is written, or composed of issuers that are all styled."""
    if matter.byline:
        return "byline", [] if matter.byline.text.lower() == NO_BYLINE else [matter.byline]
    styled = [issuer.styled.text for issuer in matter.issuers if issuer.styled]
    if not styled:  # all are, or none is
        return "issuers", []
    file, names = language.file, language.join(styled)
    if matter.event:
        return "issuers", [_plain(file.byline.format(issuers=names, event=matter.event.text))]
    return "issuers", [_plain(file.byline_without_event.format(issuers=names))]


def issuers(matter: FrontMatter, language: Language) -> tuple[list[Phrase], list[list[Phrase]]]:
    """Return what all issuers share, and the rest of each, where no by-line names them."""
    if matter.byline or byline(matter, language)[1]:
        return [], []
    every = [
        [phrase for phrase in (by.name, by.office, by.organisation, by.country) if phrase]
        for by in matter.issuers
    ]
    common = (
        [phrase for phrase in every[0] if all(phrase in each for each in every)] if every else []
    )
    own = [[phrase for phrase in each if phrase not in common] for each in every]
    return (common, own) if len(every) > 1 and all(own) else ([], every)


def facts(version: Version) -> Iterator[tuple[str, str, Phrase | str]]:
    """Yield the key, the label and the value of each fact; those of a turn come last."""
    matter, language, turned = version.statement.matter, version.language, version.statement.turned
    status, labels = matter.authenticity, language.labels
    if withheld := stated.key(version):
        yield withheld, labels.release, stated.line(version)
    if matter.issued:
        yield "issued", labels.issued, _plain(language.moment(matter.issued))
    if matter.updated:
        yield "updated", labels.updated, _plain(language.moment(matter.updated))
    if matter.place:
        yield "place", labels.place, matter.place
    if matter.event:
        yield "event", labels.event, matter.event
    if matter.symbol:
        yield "symbol", labels.symbol, matter.symbol
    if status:
        own = getattr(language.file.authenticity, status)
        yield "authenticity", labels.authenticity, _plain(own)
    for label, value in turned.facts if turned else ():
        yield "title", label, _plain(value) if isinstance(value, str) else value


def signatures(matter: FrontMatter, language: Language) -> Iterator[list[Phrase | str]]:
    """Yield the lines of each signature, and what stands above one or several of them."""
    above = None
    for by in matter.signatures.signatories if matter.signatures else ():
        if by.on_behalf and by.on_behalf != above:
            yield [by.on_behalf]
        above = by.on_behalf
        signed = [language.labels.signed] if matter.signatures and matter.signatures.signed else []
        yield [*signed, *(line for line in (by.name, by.office, by.party) if line)]


def signed_at(matter: FrontMatter, language: Language) -> list[Phrase | str]:
    """Return where and when it was signed."""
    block = matter.signatures
    place = [block.place] if block and block.place else []
    return [*place, _plain(language.moment(block.date))] if block and block.date else [*place]


def _plain(words: str) -> str:
    """Return words of a language with plain spaces, as authors' own have them."""
    return " ".join(words.split())
