"""The alternat: a party's original names it first, and has the words of the statement as written.

It is worked out anew from the statement as it was read, by nothing of what turned it: where the two
differ, nothing is delivered.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from itertools import zip_longest
from typing import TYPE_CHECKING
from unicodedata import bidirectional, east_asian_width, normalize

from communique.content.expected import is_mirrored
from communique.content.texts import texts
from communique.model.statement import Turned
from communique.prove.lines import folded, says
from communique.prove.turned import bodies
from communique.prove.words import heading_pages, short, spoken

if TYPE_CHECKING:
    from collections.abc import Iterator

    from communique.content.content import Content, Version
    from communique.model.body import Node
    from communique.model.faults import Faults
    from communique.model.statement import FrontMatter, Signatory
    from communique.pdf_reading.reading import Reading

_NAME = "alternat-"
_NOTHING = "nothing was delivered"
#: So long a name may have a letter more at its end; shorter ones would be other names.
_LONG = 5


def is_one(content: Content) -> bool:
    """Tell whether a content is the original of a party that there is."""
    return _is_called_one(content) and all(
        _number(version) in range(len(_read(version).original.matter.parties))
        for version in content.versions
    )


def _is_called_one(content: Content) -> bool:
    turned = content.versions[0].statement.turned
    return turned is not None and turned.name.startswith(_NAME)


def worked_out(content: Content) -> Content:
    """Return the original of the party that it is for, worked out from the statement as read."""
    if not is_one(content):
        return content
    versions = [
        replace(each, statement=replace(each.statement, matter=matter, turned=turned))
        for each in content.versions
        for matter, turned in [_first(each)]
    ]
    return replace(content, versions=tuple(versions))


def own_order(content: Content, reading: Reading, faults: Faults) -> None:
    """Note what does not name the party of an original first: above, around and below its text."""
    if not is_one(content):
        return
    wanted = texts(worked_out(content), heading_pages(content, reading))
    for text, block in zip_longest((t for t in wanted if folded(t.words)), spoken(reading)):
        if text is None or block is None:
            faults.add(1, "alternat", "it has more texts than this original, or fewer", _NOTHING)
            break
        if not says(block, text):
            wrong = f"this original does not say in its place: {short(folded(text.words))}"
            faults.add(text.line, "alternat", wrong, _NOTHING, path=text.path)


def own_side(content: Content, reading: Reading, faults: Faults) -> None:
    """Note where the language of the party does not stand first: on the left, as it is read."""
    if not is_one(content) or len(content.versions) == 1:
        return
    first, other = content.versions
    tag = next(filter(None, (_tag(version) for version in content.versions)), first.language.tag)
    near = {each: _nearness(each, tag) for each in (first.language.tag, other.language.tag)}
    if near[other.language.tag] > near[first.language.tag]:
        wrong = f"the language {tag} of the party does not stand first"
        faults.add(first.statement.line("issuers"), "alternat", wrong, _NOTHING)
    edges = [block.pieces[0].left for block in spoken(reading) if block.role == "H1"]
    if edges != sorted(edges, reverse=is_mirrored(content)):
        faults.add(1, "alternat", "the version that stands first is not read first", _NOTHING)


def own_words(content: Content, reading: Reading, faults: Faults) -> None:  # noqa: ARG001  # one signature
    """Note where the text that is set is not that of the statement as it was read."""
    note_other_words(content, faults)


def note_other_words(content: Content, faults: Faults) -> None:
    """Do so for any kind of file, and note one that is the original of no party."""
    if _is_called_one(content) and not is_one(content):
        wrong = f"there is no party of the number of {_read(content.versions[0]).name}"
        faults.add(1, "alternat", wrong, _NOTHING)
    for version in content.versions if is_one(content) else ():
        original = _read(version).original
        lost, added = bodies.difference(original.body, version.statement.body)
        for node in lost:
            wrong = f"the text as it was written has this and the original has not: {_named(node)}"
            faults.add(node.line, "alternat", wrong, _NOTHING, path=original.path)
        for node in added:
            wrong = f"this is not in the text as it was written: {_named(node)}"
            faults.add(node.line, "alternat", wrong, _NOTHING, path=original.path)
        if not list(faults) and version.statement.matter != _first(version)[0]:
            wrong = "its front matter is not that of this original"
            faults.add(1, "alternat", wrong, _NOTHING, path=original.path)


def _named(node: Node) -> str:
    return node.text or f"{node.kind} {node.marker or node.plain or node.target}".rstrip()


def _read(version: Version) -> Turned:
    turned = version.statement.turned
    assert turned is not None  # noqa: S101  # only originals are asked for it
    return turned


def _number(version: Version) -> int:
    """Return the number of the party among the parties, from 0; -1 where it has none."""
    number = _read(version).name.removeprefix(_NAME)
    return int(number) - 1 if number.isdecimal() else -1


def _first(version: Version) -> tuple[FrontMatter, Turned]:
    """Return the front matter as it was read with the party first, and what the facts say of it."""
    turned = _read(version)
    matter = turned.original.matter
    own = matter.parties[_number(version)]
    issuers = [by for by in matter.issuers if str(by.party) == own]
    first = issuers[0].party or own
    issuers += [by for by in matter.issuers if str(by.party) != own]
    changed: dict[str, object] = {"issuers": tuple(issuers)}
    if block := matter.signatures:
        signs = [own == _signs_for(by, matter) for by in block.signatories]
        pairs = list(zip(signs, block.signatories, strict=True))
        every = [by for is_own in (True, False) for signs_own, by in pairs if signs_own is is_own]
        changed["signatures"] = block.model_copy(update={"signatories": tuple(every)})
    file = version.language.file
    facts = ((file.labels.alternat or file.authenticity.original, first),)
    return matter.model_copy(update=changed), Turned(turned.name, turned.original, facts=facts)


def _signs_for(by: Signatory, matter: FrontMatter) -> str:
    """Return the party of a signatory: by the own name, as its party, or above the signature."""
    owners: dict[str, set[str]] = defaultdict(set)
    for issuer in matter.issuers:
        for phrase in (issuer.name, issuer.organisation, issuer.country, issuer.party):
            if phrase:
                owners[_plain(phrase)].add(str(issuer.party))
    names = {name: "".join(parties) for name, parties in owners.items() if len(parties) == 1}
    if _plain(by.name) in names:
        return names[_plain(by.name)]
    for phrase in (by.party, by.on_behalf):
        found = set(_parties_in(_plain(phrase), names)) if phrase else set()
        if len(found) == 1:
            return found.pop()
    return ""


def _parties_in(text: str, names: dict[str, str]) -> Iterator[str]:
    """Yield the parties that a text names, the longest name at each place."""
    place = 0
    while place < len(text):
        here = [name for name in names if _stands(name, text, place)]
        if here:
            name = max(here, key=len)
            yield names[name]
            place += len(name)
        else:
            place += 1


def _stands(name: str, text: str, place: int) -> bool:
    """Tell whether a name stands at a place of a text, and is no part of another word."""
    if not text.startswith(name, place):
        return False
    if any(east_asian_width(character) in ("W", "F") for character in name):
        return True
    before, after = text[:place][:-3:-1], text[place + len(name) :][:2]
    attached = 1 if bidirectional(name[0]) in ("R", "AL") else 0
    return _letters(before) <= attached and _letters(after) <= (len(name) >= _LONG)


def _letters(text: str) -> int:
    """Return with how many letters, figures or low lines a text begins."""
    return next(
        (n for n, each in enumerate(text) if not (each.isalnum() or each == "_")), len(text)
    )


def _plain(phrase: object) -> str:
    return " ".join(normalize("NFC", str(phrase)).lower().split())


def _tag(version: Version) -> str | None:
    """Return the language that a version gives for the party, if it does."""
    matter = _read(version).original.matter
    own = matter.parties[_number(version)]
    return next(
        (by.language for by in matter.issuers if str(by.party) == own and by.language), None
    )


def _nearness(tag: str, other: str) -> int:
    """Return whether two tags are the same (2), of one language (1), or neither."""
    return (tag == other) + (tag.partition("-")[0] == other.partition("-")[0])
