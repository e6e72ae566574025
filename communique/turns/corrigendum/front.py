"""Front matter: what stood around the earlier text, in words, and how it changes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from communique.content.front import front
from communique.design import theme
from communique.difference.front import values as values_that_differ
from communique.turns.corrigendum import hunks
from communique.turns.corrigendum.finder import Correction
from communique.turns.corrigendum.hunks import UnnamedError
from communique.turns.corrigendum.looks import forms
from communique.turns.corrigendum.saying import Change, Sayings, UnsaidError
from communique.turns.corrigendum.words import plain

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from communique.content.front import Front
    from communique.design.language import Language
    from communique.model.statement import FrontMatter, Statement

#: Between lines of the page, and between those of several issuers or signatures.
LINE, GROUP = " / ", " // "
_DOT = " · "
_GAP = re.compile(" //? ")
#: What is seen on every page, and has no words of its own.
_ONLY_SEEN = ("short_title", "contents", "numbered", "theme")
#: What says when, and as which, the text was corrected.
_OWN = frozenset(("updated", "corrigendum"))


def changes(earlier: Statement, statement: Statement, language: Language) -> Iterator[Change]:
    """Yield the changes of what stands around the text.

    Raises `UnsaidError` where one cannot be said in words.
    """
    say = Sayings(language)
    for key in _ONLY_SEEN:
        if (getattr(earlier.matter, key) or None) != (getattr(statement.matter, key) or None):
            raise UnsaidError(statement.line(key), f"{key} changed")
    for key in _other_languages(earlier, statement):
        raise UnsaidError(statement.line(key), f"the language of {key} changed")
    both = zip(values(earlier, language), values(statement, language), strict=True)
    for (key, place, befores, is_whole), (*_, afters, _) in both:
        line, change = statement.line(key), Change(place, statement.line(key))
        if befores and not afters:
            change.instructions.append(say("delete_all", line))
            change.words = sum(len(plain(each)) for each in befores)
            yield change
            continue
        if len(befores or [""]) != len(afters or [""]):
            raise UnsaidError(line, f"{key} has {len(befores)} parts and now {len(afters)}")
        yield from _corrected(change, befores or [""], afters or [""], say, is_whole=is_whole)


def _corrected(
    change: Change, befores: Sequence[str], afters: Sequence[str], say: Sayings, *, is_whole: bool
) -> Iterator[Change]:
    """Yield the `change` of values at a place, if there is one.

    What stands on several lines is corrected line by line where these are as many as before, since
    what is between lines is on no page. Only where that does not find the words, or lines come or
    go, is it quoted with strokes between its lines.
    """
    pairs = list(zip(befores, afters, strict=True))
    lines = [[_GAP.split(each) for each in pair] for pair in pairs]
    marks = [[_GAP.findall(each) for each in pair] for pair in pairs]
    ways = [pairs]
    if all(before == after for before, after in marks):
        ways.insert(
            0, [line for before, after in lines for line in zip(before, after, strict=True)]
        )
    for way in ways:
        made = Change(change.place, change.line)
        try:
            for number in range(len(way)):
                _correct(made, way, number, say, is_whole=is_whole)
        except UnsaidError:
            if way is pairs:
                raise
            continue
        if made.instructions:
            yield made
        return


def _other_languages(earlier: Statement, statement: Statement) -> Iterator[str]:
    """Yield the keys of values that are in another language than before."""
    tags = [sorted(each.matter.other_languages) for each in (earlier, statement)]
    if tags[0] != tags[1]:
        yield from sorted({key for key, _ in {*tags[0]} ^ {*tags[1]}} or {tags[0][0][0]})


def _correct(
    change: Change, pairs: Sequence[tuple[str, str]], number: int, say: Sayings, *, is_whole: bool
) -> None:
    """Note how the value of that number among `pairs` of a place changes."""
    if pairs[number][0] == pairs[number][1]:
        return
    old, new = map(plain, pairs[number])
    whole = Correction("replace", tuple(old), tuple(new))
    if is_whole and old:
        change.instructions.append(say.correction(whole, change.line))
        change.words += len(old) + len(new)
        return
    found = hunks.hunks(old, new, ((), ()))
    if wrong := forms.unsaid(old, new, found, ({}, {})):
        raise UnsaidError(change.line, wrong)
    try:
        place = [plain(before) for before, _ in pairs]
        others = [plain(b) for n, (a, b) in enumerate(pairs) if n != number and a != b]
        every = hunks.corrections(found, old, new, place, others)
    except UnnamedError:
        wrong = f"the words that changed stand several times in {change.place}"
        raise UnsaidError(change.line, wrong) from None
    if old and _is_torn(every):
        every = [whole]
    change.instructions += [say.correction(each, change.line) for each in every]
    change.words += sum(hunk.size for hunk in found)


def _is_torn(every: Sequence[Correction]) -> bool:
    """Tell whether words on several lines are quoted in pieces that end between lines."""
    edges = [
        words[end].text
        for each in every
        for words in (each.old, each.new)
        if words
        for end in (0, -1)
    ]
    between = [edge for edge in edges if edge in (LINE.strip(), GROUP.strip())]
    return len(every) > 1 and bool(between)


def unprinted(earlier: Statement, statement: Statement, made: Sequence[Change]) -> list[str]:
    """Return the keys of what changed and is not said, since it is not printed.

    `updated` is none of them: it says when the text was corrected.
    """
    told = {change.line for change in made}
    keys = {value.key.partition(".")[0] for value in values_that_differ(earlier, statement)}
    return sorted(key for key in keys - _OWN if statement.line(key) not in told)


def values(statement: Statement, language: Language) -> Iterator[tuple[str, str, list[str], bool]]:
    """Yield of each value its key, its place, its words, and whether it is only read as a whole.

    There are several words of some. `updated` is none: it says when the text was corrected. What is
    not printed is none either.
    """
    says, labels = language.file.corrigendum, language.labels
    assert says is not None  # noqa: S101  # asked before
    matter, names = statement.matter, says.places
    shown = front(statement, language, theme.load(matter.theme or theme.DEFAULT))
    moment = language.moment(matter.issued) if matter.issued else None
    authenticity = matter.authenticity
    status = getattr(language.file.authenticity, authenticity) if authenticity else None
    for key, place, value, is_whole in (
        ("title", names.title, matter.title, False),
        ("subtitle", names.subtitle, matter.subtitle, False),
        ("kind", names.kind, _kind(matter, language), False),
        ("issued", labels.issued, moment, True),
        ("place", labels.place, matter.place, False),
        ("event", labels.event, matter.event, False),
        ("issuers", names.issuers, _issuers(matter, shown), False),
        ("byline", names.byline, shown.byline, False),
        ("symbol", labels.symbol, matter.symbol, True),
        ("url", labels.url, matter.url, True),
        ("contact", labels.contact, matter.contact, False),
        ("signatures", names.signatures, _signatures(matter, language), False),
    ):
        yield key, place, [str(value)] if value else [], is_whole
    yield "editors", labels.editors, [str(each) for each in matter.editors], False
    yield "authenticity", labels.authenticity, [status] if status else [], True


def below(language: Language) -> frozenset[str]:
    """Return the places of the values that stand below the text."""
    says, labels = language.file.corrigendum, language.labels
    assert says is not None  # noqa: S101  # asked before
    return frozenset((says.places.signatures, labels.editors, labels.contact))


def _kind(matter: FrontMatter, language: Language) -> str:
    if matter.kind is None:
        return ""
    return matter.kind.text if matter.kind.language else language.kind(matter.kind.text)


def _issuers(matter: FrontMatter, shown: Front) -> str:
    """Return the parties as they stand in their list, or else in the masthead."""
    if shown.issuers is None:
        return _DOT.join(str(party) for party in shown.parties if str(party) in matter.parties)
    entries = [[entry.name, *entry.details] for entry in shown.issuers.entries]
    every = ([*shown.issuers.shared], *entries)
    return GROUP.join(LINE.join(map(str, phrases)) for phrases in every if phrases)


def _signatures(matter: FrontMatter, language: Language) -> str:
    block = matter.signatures
    if block is None:
        return ""
    day = language.moment(block.date) if block.date else None
    signed = language.labels.signed if block.signed else None
    every = [[language.file.comma.join(str(each) for each in (block.place, day) if each)]]
    every += [
        [str(each) for each in (by.on_behalf, signed, by.name, by.office, by.party) if each]
        for by in block.signatories
    ]
    return GROUP.join(filter(None, map(LINE.join, every)))
