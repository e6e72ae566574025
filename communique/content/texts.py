"""The texts of the pages, one after the other as they are read aloud: what the proof looks for.

They come from the statement itself, not from what composing arranges (see `expected`).
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from communique.content import expected
from communique.content.structure import inner_types, leads_outside
from communique.content.text import Inner, Marks, Run, Text, as_link, joined
from communique.model.body import Note
from communique.model.values import Phrase

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from communique.content.content import Content, Version
    from communique.content.expected import Said
    from communique.model.body import Node

#: Structure types (ISO 32000-1, 14.8.4).
_PARAGRAPH, _LABEL, _VALUE, _FIGURE, _CAPTION = "P", "Lbl", "LBody", "Figure", "Caption"
_ARTIFACT = "Artifact"
_STRESS = frozenset(("emphasis", "strong"))
#: Between the parties, and between the kind of document and its symbol.
_DOT = " · "
_SHOWN = Marks()


def texts(
    content: Content, pages: Sequence[int] | None = None, marks: Marks = _SHOWN
) -> list[Text]:
    """Return the texts of `content` in reading order, one version after the other.

    `pages` are those of the headings of the text, from 1, which a list of contents names; without
    pages there is no such list.
    """
    return [
        text
        for version in content.versions
        for text in _Reader(content, version, marks).texts(pages)
    ]


def texts_around(content: Content, version: Version) -> dict[str, list[Text]]:
    """Return the texts that stand around the text of a version, by the part of the page."""
    reader = _Reader(content, version, _SHOWN)
    return {
        "masthead": list(reader.masthead()),
        "title": list(reader.title()),
        "facts": list(reader.facts()),
        "signatures": list(reader.signatures()),
        "after": list(reader.after()),
    }


class _Reader:
    """Reads one version of a content aloud."""

    def __init__(self, content: Content, version: Version, marks: Marks) -> None:
        self.content, self.version, self.marks = content, version, marks
        self.statement, self.matter = version.statement, version.statement.matter
        self.language, self.labels = version.language, version.language.labels
        body = self.statement.body
        at_foot = () if content.notes_at_end else body.notes
        self.notes = {note.number: note for note in at_foot}
        self.within = "text"
        self.inner = inner_types(content)

    def texts(self, pages: Sequence[int] | None) -> Iterator[Text]:
        """Yield all texts; in a parallel edition the annexes stand before the signatures."""
        text, annexes = expected.split(self.version)
        yield from self.masthead()
        yield from self.title()
        yield from self.facts()
        yield from self.contents(pages)
        yield from self.blocks(text)
        if expected.is_parallel(self.content):
            yield from self.blocks(annexes)
            yield from self.endnotes()
            yield from self.signatures()
        else:
            yield from self.signatures()
            yield from self.blocks(annexes)
            yield from self.endnotes()
        yield from self.after()

    def front(self, key: str, role: str, *phrases: Phrase | str | None) -> Iterator[Text]:
        """Yield `phrases` as one text that the front-matter `key` gives, if there are any."""
        own = self.statement.language
        runs = [
            (phrase.text, phrase.language or own) if isinstance(phrase, Phrase) else (phrase, own)
            for phrase in phrases
            if phrase
        ]
        if runs:
            yield self.text(runs, role, self.statement.line(key))

    def said(self, said: Said, between: str, role: str = _PARAGRAPH) -> Iterator[Text]:
        key, phrases = said
        yield from self.front(key, role, *joined(phrases, between))

    def text(self, runs: Sequence[Run], role: str, line: int) -> Text:
        rtl = expected.runs_right_to_left(self.version)
        return Text(tuple(runs), role, line, self.statement.path, rtl)

    def plain(self, words: str, role: str, line: int) -> Text:
        return self.text([(words, self.statement.language)], role, line)

    def masthead(self) -> Iterator[Text]:
        emblem = self.content.theme.emblem
        if emblem:
            yield from self.front("theme", _FIGURE, self.marks.picture.format(emblem.text))
        for side in expected.masthead(self.matter, self.language):
            yield from self.said(side, _DOT)

    def title(self) -> Iterator[Text]:
        yield from self.front("title", "H1", self.matter.title)
        yield from self.front("subtitle", _PARAGRAPH, self.matter.subtitle)
        yield from self.said(expected.byline(self.matter, self.language), "")
        translated = self.matter.authenticity == "translation"
        note = self.language.file.courtesy_note if translated else ""
        yield from self.front("authenticity", _PARAGRAPH, note)
        shared, entries = expected.issuers(self.matter, self.language)
        yield from self.said(("issuers", shared), self.language.file.comma)
        for entry in entries:
            yield from self.said(("issuers", entry), " ", _VALUE)

    def facts(self) -> Iterator[Text]:
        for key, label, value in expected.facts(self.matter, self.language):
            yield from self.front(key, _LABEL, label)
            yield from self.front(key, _VALUE, value)

    def contents(self, pages: Sequence[int] | None) -> Iterator[Text]:
        """Yield the list of contents: its own heading, then each heading with its page."""
        headings = expected.listed_headings(self.content)
        if pages is None or not headings:
            return
        yield from self.front("contents", "H2", self.labels.contents)
        listed = {id(node) for node in headings}
        for node, page in zip(self.statement.body.headings, pages, strict=False):
            if id(node) in listed:
                words = f"{expected.label(node)} {page}"
                yield as_link(self.plain(words, _PARAGRAPH, node.line))

    def signatures(self) -> Iterator[Text]:
        signed_at = expected.signed_at(self.matter, self.language)
        yield from self.said(("signatures", signed_at), self.language.file.comma)
        for lines in expected.signatures(self.matter, self.language):
            yield from self.said(("signatures", lines), " ")

    def after(self) -> Iterator[Text]:
        if self.matter.editors:
            yield from self.front("editors", _PARAGRAPH, self.labels.editors)
            for note in self.matter.editors:
                yield from self.front("editors", _PARAGRAPH, note)
        if contact := self.matter.contact or self.content.theme.contact:
            yield from self.front("contact", _LABEL, self.labels.contact)
            yield from self.front("contact", _VALUE, contact)
        if self.matter.url:
            yield from self.front("url", _LABEL, self.labels.url)
            yield from map(as_link, self.front("url", _VALUE, self.matter.url))

    def blocks(self, nodes: Sequence[Node]) -> Iterator[Text]:
        for node in nodes:
            yield from self.block(node)

    def block(self, node: Node) -> Iterator[Text]:
        match node.kind:
            case "paragraph":
                yield from self.inline(node, _PARAGRAPH)
            case "heading":
                yield from self.inline(node, f"H{node.level}")
            case "item":
                yield self.plain(node.marker, _LABEL, node.line)
                yield from self.blocks(node.children)
            case "row":
                for cell in node.children:
                    yield from self.inline(cell, "TH" if node.head else "TD")
            case "figure":
                yield self.picture(node)
                if node.children:
                    yield from self.inline(node, _CAPTION)
            case "quote":
                self.within = "quotation"
                yield from self.blocks(node.children)
                self.within = "text"
            case "rule":
                if self.marks.rule:
                    yield self.plain(self.marks.rule, _ARTIFACT, node.line)
            case _:
                yield from self.blocks(node.children)

    def inline(self, node: Node, role: str) -> Iterator[Text]:
        """Yield the words of a paragraph, then its pictures and notes in the order of the text."""
        parts: list[str] = [f"{node.marker} "] if node.marker else []
        stressed: list[tuple[int, int]] = []
        inside: list[Node | Note] = []
        types: list[Inner] = []

        def follow(inner: Node, *, stress: bool = False) -> None:
            stress = stress or inner.kind in _STRESS
            begin, place = len("".join(parts)), len(types)
            if inner.kind in ("text", "abbreviation"):
                parts.append(inner.text)
                if stress:
                    stressed.append((begin, begin + len(inner.text)))
            elif inner.kind == "break":
                parts.append(" ")
            elif inner.kind == "image":
                inside.append(inner)
            elif inner.kind == "call":
                parts.append(self.marks.call.format(inner.number))
                if not inner.again and inner.number in self.notes:
                    inside.append(self.notes[inner.number])
            for child in inner.children:
                follow(child, stress=stress)
            if inner.kind in self.inner:
                types.insert(place, (self.inner[inner.kind], begin, len("".join(parts))))
            if inner.kind == "link" and leads_outside(inner):
                parts.append(self.marks.address.format(inner.target))

        follow(node)
        text = self.plain("".join(parts), role, node.line)
        yield replace(text, within=self.within, stress=tuple(stressed), inner=tuple(types))
        for each in inside:
            if isinstance(each, Note):
                yield from self.note(each)
            else:
                yield self.picture(each)

    def picture(self, node: Node) -> Text:
        return self.plain(self.marks.picture.format(node.text), _FIGURE, node.line)

    def note(self, note: Note) -> Iterator[Text]:
        yield self.plain(self.marks.call.format(note.number), _LABEL, note.line)
        around, self.within = self.within, "note"
        for child in note.children:
            yield from self.inline(child, _PARAGRAPH)
        self.within = around

    def endnotes(self) -> Iterator[Text]:
        notes = self.statement.body.notes
        if self.content.notes_at_end and notes:
            yield self.plain(self.labels.notes, "H2", notes[0].line)
            for note in notes:
                yield from self.note(note)
