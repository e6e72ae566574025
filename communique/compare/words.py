"""Words: what the pages and the screen reader say, beside what is due."""

from __future__ import annotations

from collections import Counter
from contextlib import suppress
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from communique.compare.difference import WORDS, Difference, quoted
from communique.pdf_reading.document.font_parts import font_parts
from communique.pdf_reading.objects import UnreadableError
from communique.pdf_reading.tag_tree import tags
from communique.prove.margins import said

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from communique.compare.pair import Pair

    Change = tuple[str, str]
    """The words that are there, and those that are due in their place."""

_INSTEAD = ("Alt", "ActualText", "E")
#: Of longer texts only the first difference is looked for: to match all takes the square of it.
_LONG = 4_000
#: Where a page looks as is due and says other words, these are for ears and machines alone.
_UNSEEN = "; one sees what it should say, but this is what is copied, searched and read aloud"


def words(pair: Pair) -> Iterator[Difference]:
    """Yield where other words are copied from a page, or read aloud, than are due."""
    if pair.due is None:
        return
    told: set[Change] = set()
    if pair.alike:
        for number in pair.common:
            there, due = pair.sheets.words(number), pair.due_sheets.words(number)
            unseen = "" if number in pair.drawn_otherwise else _UNSEEN
            for change in changes(there, due):
                told.add(change)
                yield Difference(WORDS, f"page {number + 1} {_said(change)}{unseen}")
        yield from _pages(pair)
        yield from _tables(pair)
    else:
        yield from _unknown(pair)
    yield from _aloud(pair, told)
    yield from _instead(pair)


def _pages(pair: Pair) -> Iterator[Difference]:
    """Yield the pages that were added or are missing, with what they say."""
    for sheets, verb in ((pair.sheets, "was added"), (pair.due_sheets, "is missing")):
        for number in range(len(pair.common), len(sheets)):
            text = quoted(" ".join(sheets.words(number))) if sheets.words(number) else "nothing"
            yield Difference(WORDS, f"page {number + 1} {verb}; it says {text}")


def _instead(pair: Pair) -> Iterator[Difference]:
    """Yield what is read aloud instead of what is on the page (ISO 32000-1, 14.9), and not due."""
    assert pair.due  # noqa: S101  # its only caller has looked
    with suppress(UnreadableError):
        there, due = (
            Counter(tag.text(key) for tag in tags(reading.tree) for key in _INSTEAD)
            for reading in (pair.there, pair.due)
        )
        for text in (there - due).keys() - {""}:
            what = f"a screen reader says {quoted(text)} in place of what is on the page"
            yield Difference(WORDS, what)


def _unknown(pair: Pair) -> Iterator[Difference]:
    """Yield the words that are on the pages and nowhere in those that are due."""
    known = {word for n in range(len(pair.due_sheets)) for word in pair.due_sheets.words(n)}
    for number in range(len(pair.sheets)):
        for word in dict.fromkeys(pair.sheets.words(number)):
            if word not in known:
                what = f"page {number + 1} says {quoted(word)}, which it should say nowhere"
                yield Difference(WORDS, what)


def changes(there: Sequence[str], due: Sequence[str]) -> Iterator[Change]:
    """Yield the words that differ, in order, each with what is due in their place."""
    if there == due:
        return
    if max(len(there), len(due)) > _LONG:
        pairs = zip((*there, ""), (*due, ""), strict=False)
        yield next(pair for pair in pairs if pair[0] != pair[1])
        return
    for kind, i, j, k, m in SequenceMatcher(None, there, due, autojunk=False).get_opcodes():
        if kind != "equal":
            yield " ".join(there[i:j]), " ".join(due[k:m])


def _said(change: Change) -> str:
    there, due = change
    if not due:
        return f"says {quoted(there)}, which it should not"
    if not there:
        return f"does not say {quoted(due)}, which it should"
    return f"says {quoted(there)} where it should say {quoted(due)}"


def _aloud(pair: Pair, told: set[Change]) -> Iterator[Difference]:
    """Yield what a screen reader says otherwise and is not `told` yet."""
    assert pair.due  # noqa: S101  # its only caller has looked
    try:
        there = said(pair.there)
    except UnreadableError:
        there = []
    if not there:
        what = "what is read aloud cannot be compared, since the tags for that are gone or damaged"
        yield Difference(WORDS, what, certain=False)
        return
    for change in changes(there, said(pair.due)):
        if change not in told:
            yield Difference(WORDS, f"a screen reader {_said(change)}")


def _tables(pair: Pair) -> Iterator[Difference]:
    """Yield the fonts whose letters are copied as others though they draw the same."""
    assert pair.due  # noqa: S101  # as above
    there, due = font_parts(pair.there), font_parts(pair.due)
    for name in sorted(there.keys() & due.keys()):
        if there[name].program == due[name].program and there[name].table != due[name].table:
            what = f"the letters of the font {name} are copied as others than they look (ToUnicode)"
            yield Difference(WORDS, what)
