"""The texts of the pages, one after the other as they are read aloud: what the proof looks for.

They come from the statement itself, not from what composing arranges (see `expected`).
"""

from __future__ import annotations

from dataclasses import replace
from itertools import accumulate
from typing import TYPE_CHECKING

from communique.bidi.paragraph import Span, against
from communique.content import expected
from communique.content.body_texts import FIGURE, LABEL, PARAGRAPH, BodyTexts
from communique.content.expected_turns import over_title
from communique.content.status import expected as stated
from communique.content.text import Marks, Text, as_link, joined, with_links
from communique.design import theme as themes
from communique.design.language import direction
from communique.model.values import Phrase

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from communique.content.content import Content, Version
    from communique.content.expected import Said
    from communique.content.text import Run

#: The structure type of a value beside its label (ISO 32000-1, 14.8.4).
_VALUE = "LBody"
#: Where an edition has the lines of the foot that are not at the foot of its pages.
END = "end"
#: Between the parties, and between the kind of document and its symbol.
_DOT = " · "
_SHOWN = Marks()


def texts(
    content: Content, pages: Sequence[int] | None = None, marks: Marks = _SHOWN
) -> list[Text]:
    """Return the texts of `content` in reading order, one version after the other.

    `pages` are those of the headings of the texts, from 1, which lists of contents name; without
    pages there is no such list, unless `marks` says so.
    """
    found: list[Text] = []
    left = pages
    for version in content.versions:
        count = len(version.statement.body.headings)
        found += _Reader(content, version, marks).texts(None if left is None else left[:count])
        left = left and left[count:]
    return found


def texts_around(content: Content, version: Version) -> dict[str, list[Text]]:
    """Return the texts that stand around the text of a version, by the part of the page."""
    reader = _Reader(content, version, _SHOWN)
    return {
        "masthead": list(reader.masthead()),
        "title": list(reader.title()),
        "facts": list(reader.facts()),
        "signatures": list(reader.signatures()),
        "after": list(reader.after(())),
    }


class _Reader(BodyTexts):
    """Reads one version of a content aloud."""

    def texts(self, pages: Sequence[int] | None) -> Iterator[Text]:
        """Yield all texts; what is signed stands before the annexes and the notes."""
        text, annexes = expected.split(self.content, self.version)
        yield from self.masthead()
        yield from self.title()
        yield from self.facts()
        yield from self.contents(pages)
        yield from self.blocks(text)
        yield from self.signatures()
        yield from self.blocks(annexes)
        yield from self.endnotes()
        yield from self.after(pages)

    def front(self, key: str, role: str, *phrases: Phrase | str | None) -> Iterator[Text]:
        """Yield `phrases` as one text that the front-matter `key` gives, if there are any."""
        own = self.statement.language
        runs = [
            (phrase.text, phrase.language or own) if isinstance(phrase, Phrase) else (phrase, own)
            for phrase in phrases
            if phrase
        ]
        if runs:
            text = self.text(runs, role, self.statement.line(key))
            yield replace(text, isolates=tuple(self.isolates(runs)))

    def isolates(self, runs: Sequence[Run]) -> Iterator[Span]:
        """Yield each of the phrases of a text with its direction: it stands there by itself."""
        base, place = self.language.direction, 0
        for words, tag in runs:
            own = direction(tag) if tag != self.statement.language else against(words, base)
            yield Span(place, place + len(words), own or base)
            place += len(words)

    def said(self, said: Said, between: str, role: str = PARAGRAPH) -> Iterator[Text]:
        key, phrases = said
        yield from self.front(key, role, *joined(phrases, between))

    def lines(self, key: str, lines: Sequence[Phrase | str], role: str) -> Iterator[Text]:
        """Yield a text of which each line ends on the page, such as a name and an office."""
        ends = tuple(accumulate(len(f"{line} ") for line in lines[:-1]))
        for text in self.said((key, lines), " ", role):
            yield replace(text, line_ends=ends)

    def of_theme(self, key: str, lines: Sequence[Phrase], role: str = PARAGRAPH) -> Iterator[Text]:
        """Yield a text of the theme likewise, whose faults are told of the theme's file."""
        path, line = themes.line(expected.theme_name(self.content), key)
        for text in self.lines(key, lines, role):
            yield replace(text, path=path, line=line)

    def masthead(self) -> Iterator[Text]:
        yield from self.said((stated.key(self.version), stated.parts(self.version)), _DOT)
        parts = [self.emblem(), self.of_theme("sender", self.content.theme.sender or ())]
        emblem = self.content.theme.emblem
        for part in reversed(parts) if emblem and emblem.place == "end" else parts:
            yield from part
        for side in expected.masthead(self.matter, self.language):
            yield from self.said(side, _DOT)

    def emblem(self) -> Iterator[Text]:
        emblem = self.content.theme.emblem
        if emblem:
            yield from self.front("theme", FIGURE, self.marks.picture.format(emblem.text))

    def title(self) -> Iterator[Text]:
        said = over_title(self.version)
        yield from self.front("title", PARAGRAPH, " ".join(said.split()))  # with plain spaces
        yield from self.front("title", "H1", self.matter.title)
        yield from self.front("subtitle", PARAGRAPH, self.matter.subtitle)
        yield from self.said(expected.byline(self.matter, self.language), "")
        translated = self.matter.authenticity == "translation"
        note = self.language.file.courtesy_note if translated else ""
        yield from self.front("authenticity", PARAGRAPH, note)
        shared, entries = expected.issuers(self.matter, self.language)
        yield from self.said(("issuers", shared), self.language.file.comma)
        for entry in entries:
            yield from self.lines("issuers", entry, _VALUE)

    def facts(self) -> Iterator[Text]:
        for key, label, value in expected.facts(self.version):
            yield from self.front(key, LABEL, label)
            yield from map(with_links, self.front(key, _VALUE, value))
        address = self.content.theme.address
        if address and address.place == "margin":
            yield from map(with_links, self.of_theme("address", address.lines))

    def contents(self, pages: Sequence[int] | None) -> Iterator[Text]:
        """Yield the list of contents: its own heading, then each heading, with its page if any."""
        headings = expected.listed_headings(self.content, self.version)
        if not headings or (pages is None and not self.marks.contents):
            return
        yield from self.front("contents", "H2", self.labels.contents)
        listed = {id(node) for node in headings}
        every = self.statement.body.headings
        numbers = [""] * len(every)
        if pages is not None:
            numbers = [f" {self.language.figures.written(page)}" for page in pages]
        for node, number in zip(every, numbers, strict=False):
            if id(node) in listed:
                label = expected.label(node)
                text = self.plain(f"{label}{number}", PARAGRAPH, node.line)
                alone = Span(0, len(label), self.language.direction)
                yield replace(as_link(text), isolates=(alone,))

    def signatures(self) -> Iterator[Text]:
        signed_at = expected.signed_at(self.matter, self.language)
        yield from self.said(("signatures", signed_at), self.language.file.comma)
        for lines in expected.signatures(self.matter, self.language):
            yield from self.lines("signatures", lines, PARAGRAPH)

    def after(self, pages: Sequence[int] | None) -> Iterator[Text]:
        """Yield what stands below the text, with what is in the foot of pages where none is."""
        if self.matter.editors:
            yield from self.front("editors", PARAGRAPH, self.labels.editors)
            for note in self.matter.editors:
                yield from map(with_links, self.front("editors", PARAGRAPH, note))
        theme = self.content.theme
        if self.matter.contact or theme.contact:
            yield from self.front("contact", LABEL, self.labels.contact)
        if self.matter.contact:
            yield from map(with_links, self.front("contact", _VALUE, self.matter.contact))
        elif theme.contact:
            yield from map(with_links, self.of_theme("contact", theme.contact, _VALUE))
        if self.matter.url:
            yield from self.front("url", LABEL, self.labels.url)
            yield from map(as_link, self.front("url", _VALUE, self.matter.url))
        if pages is None or self.content.edition.foot == END:
            address, foot = expected.foot_at_end(theme)
            if pages is not None and (address or foot):
                yield from self.of_theme("sender", (theme.sender or ())[:1])
            yield from map(with_links, self.of_theme("address", address))
            yield from map(with_links, self.of_theme("foot", foot))
