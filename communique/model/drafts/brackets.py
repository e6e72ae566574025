"""Text in [square brackets], as drafts have what is not agreed yet: passages, in which paragraphs.

A passage may begin in one paragraph and end in a later one, and others may stand in it. Whoever
proposes it is named first (``[Norland: shall]``, ``[DK, NO / FI: should]``), and so is what stands
beside others (``[Alt 1: …]``). What quotations have in brackets is none: [sic], […], and a letter
that was changed, as in “[t]he”.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, NamedTuple

from communique.model.characters import SQUARE
from communique.model.drafts import sections
from communique.model.drafts.names import Names
from communique.model.drafts.parts import Part
from communique.model.paragraphs import said

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from communique.model.body import Body, Node

_SIGN = re.compile(r"[][]")
#: A letter of a word; a character of Chinese, Japanese or Korean is more than that.
_ONE = rf"\[(?![{SQUARE}])[^\W\d_]\]"
#: What a bracket has in a quotation: a word of whoever quotes, what is left out, a changed letter.
_QUOTED = re.compile(rf"\[(?:sic[.!]?|\s*(?:…|\.\s?\.\s?\.)\s*)\]|(?<=\w){_ONE}|{_ONE}(?=\w)", re.I)
_LETTER = re.compile(_ONE)
#: What stands before a colon at the beginning; in a time the colon has a figure behind it.
_HEAD = re.compile(r"([^][:：]{1,80}?)[ \u00a0\u202f]?(?:：|:(?=[\s\[“\"«]|\Z))")
#: A word and a number or a capital, maybe with proposers behind it: Alt 1 (DK, NO).
_LABEL = re.compile(r"([^\W\d_]+\.?[ \u00a0](?:\d{1,2}|[A-Z]|[IVX]{1,4}))(?:[ \u00a0]?\((.+)\))?")
_BETWEEN = re.compile(r"\s*[,;/+&،؛、]\s*|\s+(?:and|et|y|und|og|och|e|و)\s+")
#: Words without a capital in the names of states and groups.
_LITTLE = frozenset(
    ("of", "the", "and", "de", "du", "des", "la", "les", "del", "der", "og", "y", "et", "und", "e")
)
#: So many words a name has at most; fewer in a script without capitals.
_WORDS, _UNCASED_WORDS = 6, 3
#: What stands between alternatives.
_BESIDE = frozenset(("", "/", " / "))
HEADS = ("title", "subtitle")
"""The parts that stand over the text."""
WORDED = frozenset(("paragraph", "heading", "caption", "source", "figure", "cell"))
"""The blocks that have words."""


_NOWHERE = Part("paragraph", 1, "")
"""Where a note is called that no part of the text calls."""


class Sign(NamedTuple):
    """A bracket: in which part of the text, where in its words, and whether it opens."""

    part: int
    place: int
    opens: bool


@dataclass(frozen=True, slots=True)
class Passage:
    """Text in square brackets."""

    begin: Sign
    end: Sign
    depth: int
    """1, or 2 where it stands in another one."""
    paragraphs: tuple[str, ...]
    """The numbers of those that it is in."""
    label: str
    """What it is among alternatives: Alt 1, or 1 for the first of several in a row."""
    proposers: str
    """Who proposes it, as it is written."""
    words: str
    """What is in the brackets, on one line, behind label and proposers."""


@dataclass
class Brackets:
    """What was found in a text: all its brackets, and which belong together."""

    parts: list[Part]
    signs: list[Sign] = field(default_factory=list)
    """Every bracket, also those of quotations, in reading order."""
    passages: list[Passage] = field(default_factory=list)
    """In the order in which they begin."""
    alone: list[Sign] = field(default_factory=list)
    """The brackets that belong to no other one."""

    @property
    def paragraphs(self) -> list[str]:
        """The numbers of the paragraphs that have a passage, each once, in their order."""
        inside = {number for passage in self.passages for number in passage.paragraphs}
        return [name for name in dict.fromkeys(part.name for part in self.parts) if name in inside]


def found(body: Body, **heads: str) -> Brackets:
    """Return the brackets of a text and its `heads`: title and subtitle.

    Each of these, the text and each note stand apart.
    """
    result = Brackets(sections.told_apart(list(_all_parts(body, heads))))
    pairs: list[tuple[Sign, Sign, int]] = []
    open_: list[Sign] = []
    apart = ("", 0)
    for index, part in enumerate(result.parts):
        if apart != (apart := (part.kind if part.kind in HEADS else "", part.note)):
            result.alone += open_
            open_ = []
        quoted = _of_quotations(part)
        for match in _SIGN.finditer(part.text):
            sign = Sign(index, match.start(), match[0] == "[")
            result.signs.append(sign)
            if any(begin <= sign.place < end for begin, end in quoted):
                continue
            if sign.opens:
                open_.append(sign)
            elif open_:
                pairs.append((open_.pop(), sign, len(open_) + 1))
            else:
                result.alone.append(sign)
    result.alone = sorted([*result.alone, *open_])
    labels = _in_rows(pairs, result.parts)
    result.passages = [_passage(result.parts, *pair, labels) for pair in sorted(pairs)]
    return result


def _all_parts(body: Body, heads: dict[str, str]) -> Iterator[Part]:
    """Yield the parts of a text in reading order, its notes at the end."""
    yield from (Part(kind, 1, words) for kind, words in heads.items() if words)
    calls: dict[int, Part] = {}
    yield from _parts(body.children, calls, Names())
    for note in body.notes:
        called_in = calls.get(note.number, _NOWHERE)
        for part in _parts(note.children, {}, Names()):
            own = replace(part, kind="note", note=note.number)
            yield replace(own, number=called_in.number, section=called_in.section)


def _parts(
    nodes: Sequence[Node], calls: dict[int, Part], names: Names, *, around: str = "", depth: int = 0
) -> Iterator[Part]:
    """Yield the parts of blocks, which stand in a block of the kind `around`, if in any.

    They are in so many points: `depth`. What has no name of its own, such as a table, is in the
    last paragraph or point. The part in which each note is called is put into `calls`.
    """
    for node in nodes:
        names.follow(node, depth=depth, is_outside=not around)
        if node.kind in WORDED:
            number, section = names.name, names.section
            quoted = around == "quote"
            part = Part(node.kind, node.line, said(node), number, quoted=quoted, section=section)
            yield part
            for inner in node.walk():
                if inner.kind == "call":
                    calls.setdefault(inner.number, part)
        else:
            inside: str = "quote" if "quote" in (around, node.kind) else node.kind
            if node.kind == "table":
                inside = around  # a source stands below it
            deeper = depth + (node.kind == "item")
            yield from _parts(node.children, calls, names, around=inside, depth=deeper)


def _of_quotations(part: Part) -> list[tuple[int, int]]:
    """Return where brackets that are no negotiator's begin and end in a part."""
    letters = _LETTER.finditer(part.text) if part.quoted else ()
    return [match.span() for match in (*_QUOTED.finditer(part.text), *letters)]


def _in_rows(pairs: Sequence[tuple[Sign, Sign, int]], parts: Sequence[Part]) -> dict[Sign, str]:
    """Return the number, by their first brackets, of those that are in a row: [shall][should]."""
    numbers: dict[Sign, str] = {}
    last: dict[int, tuple[Sign, Sign]] = {}  # by their depth
    for begin, end, depth in sorted(pairs):
        before, close = last.get(depth, (begin, end))
        last[depth] = begin, end
        between = parts[begin.part].text[close.place + 1 : begin.place]
        if close.part == begin.part and close < begin and between in _BESIDE:
            numbers.setdefault(before, "1")
            numbers[begin] = str(int(numbers[before]) + 1)
    return numbers


def _passage(
    parts: Sequence[Part], begin: Sign, end: Sign, depth: int, labels: dict[Sign, str]
) -> Passage:
    inside = parts[begin.part : end.part + 1]
    texts = [part.text for part in inside]
    texts[-1] = texts[-1][: end.place]
    texts[0] = texts[0][begin.place + 1 :]
    label, proposers, length = head(texts[0])
    texts[0] = texts[0][length:]
    numbers = dict.fromkeys(part.name for part in inside if part.number)
    words = " ".join(" ".join(texts).split())
    return Passage(begin, end, depth, (*numbers,), label or labels.get(begin, ""), proposers, words)


def head(words: str) -> tuple[str, str, int]:
    """Return the label and the proposers that words in brackets begin with, and where these end."""
    if match := _HEAD.match(words):
        labelled = _LABEL.fullmatch(match[1])
        proposers = (labelled[2] or "") if labelled else match[1]
        if all(map(_is_name, _BETWEEN.split(proposers) if proposers else ())):
            return (labelled[1] if labelled else ""), proposers, match.end()
    return "", "", 0


def _is_name(words: str) -> bool:
    """Tell whether `words` may be the name or the code of a party."""
    every = words.split()
    cased = any(letter.isupper() or letter.islower() for letter in words)
    most = _WORDS if cased else _UNCASED_WORDS
    begin = [word[0] for word in every if word not in _LITTLE]
    return (
        0 < len(every) <= most
        and bool(begin)
        and all(letter.isalpha() and not letter.islower() for letter in begin)
    )
