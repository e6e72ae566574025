"""The texts of the body of a statement, its pictures and notes, as they are read aloud."""

from __future__ import annotations

from dataclasses import replace
from itertools import groupby
from operator import itemgetter
from string import digits
from typing import TYPE_CHECKING

from communique.bidi.paragraph import Span
from communique.content import expected
from communique.content.structure import inner_types, leads_outside, without_scheme
from communique.content.text import Cell, Inner, Marks, Run, Text
from communique.design.language import direction, is_arabic
from communique.model.body import Note

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from communique.content.content import Content, Version
    from communique.model.body import Node

Phrase = tuple[int, int, str]
"""Where words in another language begin and end in a text, and that language (BCP 47)."""

#: Structure types (ISO 32000-1, 14.8.4).
PARAGRAPH, LABEL, FIGURE = "P", "Lbl", "Figure"
_CAPTION, _ARTIFACT = "Caption", "Artifact"
#: In a negotiation print what is in brackets is bold.
_STRESS = frozenset(("emphasis", "strong", "bracketed"))


class BodyTexts:
    """Reads the text of one version of a content aloud."""

    def __init__(self, content: Content, version: Version, marks: Marks) -> None:
        if content.theme.print_addresses and not marks.address:
            marks = marks._replace(address=" ({})", schemes=False)
        self.content, self.version, self.marks = content, version, marks
        self.statement, self.matter = version.statement, version.statement.matter
        self.language, self.labels = version.language, version.language.labels
        body = self.statement.body
        at_foot = () if content.notes_at_end else body.notes
        self.notes = {note.number: note for note in at_foot}
        self.within, self.noted = "text", 0
        self.points = self.quotations = 0  # that the present node is in
        self.tables = 0  # that were read
        self.inner = inner_types(content)
        self.figures = {"superscript": marks.raised, "subscript": marks.lowered}

    def text(self, runs: Sequence[Run], role: str, line: int) -> Text:
        rtl = expected.runs_right_to_left(self.version)
        arabic = self.version.language.arabic
        return Text(tuple(runs), role, line, self.statement.path, rtl, arabic=arabic)

    def plain(self, words: str, role: str, line: int) -> Text:
        return self.text([(words, self.statement.language)], role, line)

    def body(self, words: str, role: str, line: int) -> Text:
        """Return a text of the body, which knows how deep it stands."""
        depth = self.points + self.quotations + (self.within == "note")
        text = self.plain(words, role, line)
        return replace(text, of_body=True, points=self.points, depth=depth, note=self.noted)

    def blocks(self, nodes: Sequence[Node]) -> Iterator[Text]:
        for node in nodes:
            yield from self.block(node)

    def block(self, node: Node) -> Iterator[Text]:
        match node.kind:
            case "paragraph" | "source":
                yield from self.inline(node, PARAGRAPH)
            case "heading":
                yield from self.inline(node, f"H{node.level}")
            case "item":
                self.points += 1
                yield self.body(node.marker, LABEL, node.line)
                yield from self.blocks(node.children)
                self.points -= 1
            case "table":
                self.tables += 1
                for child in node.children:
                    yield from self.row(child) if child.kind == "row" else self.block(child)
            case "caption":
                yield from self.inline(node, _CAPTION)
            case "figure":
                yield self.picture(node)
                if node.children:
                    yield from self.inline(node, _CAPTION)
            case "quote":
                self.within = "quotation"
                self.quotations += 1
                yield from self.blocks(node.children)
                self.quotations -= 1
                self.within = "text"
            case "rule":
                if self.marks.rule:
                    yield self.body(self.marks.rule, _ARTIFACT, node.line)
            case _:
                yield from self.blocks(node.children)

    def row(self, node: Node) -> Iterator[Text]:
        for cell in node.children:
            place = Cell(self.tables, node.head, cell.align == "right")
            words, *others = self.inline(cell, "TH" if cell.head else "TD")
            yield replace(words, cell=place)
            yield from others

    def inline(self, node: Node, role: str) -> Iterator[Text]:
        """Yield the words of a paragraph, then its pictures and notes in the order of the text.

        Where the marks have one for pictures within a text, they stand among the words instead.
        """
        number = f"{node.marker} " if node.marker else ""
        parts = [number]
        stressed: list[tuple[int, int]] = []
        ends: list[int] = []
        inside: list[Node | Note] = []
        types: list[Inner] = []
        whole: list[tuple[int, int]] = []
        spans = {"link": whole, "abbreviation": whole, "sign": list[tuple[int, int]]()}
        calls: list[tuple[int, int]] = []
        phrases: list[Phrase] = []

        def follow(inner: Node, *, stress: bool = False, figures: str = "") -> None:
            stress = stress or inner.kind in _STRESS
            begin, place, rank = len("".join(parts)), len(types), len(phrases)
            if inner.kind == "text":
                parts.append(_with_figures(inner.text, figures))
                if stress:
                    stressed.append((begin, begin + len(inner.text)))
            elif inner.kind == "break":
                ends.append(begin)
                parts.append(" ")
            elif inner.kind == "image" and self.marks.within:
                parts.append(self.marks.within.format(inner.text))
            elif inner.kind == "image":
                inside.append(inner)
            elif inner.kind == "call":
                parts.append(self.marks.call.format(inner.number))
                calls.append((begin, begin + len(parts[-1])))
                if not inner.again and inner.number in self.notes:
                    inside.append(self.notes[inner.number])
            for child in inner.children:
                follow(child, stress=stress, figures=self.figures.get(inner.kind, figures))
            if inner.kind in self.inner:
                types.insert(place, (self.inner[inner.kind], begin, len("".join(parts))))
            if inner.kind == "phrase":
                end = len("".join(parts).rstrip())
                phrases.insert(rank, (begin, end, inner.language))
            if inner.kind in spans:
                spans[inner.kind].append((begin, len("".join(parts).rstrip())))
            if inner.kind == "link" and leads_outside(inner):
                said, address = "".join(parts), self.address(inner, role)
                end = begin + len(said[begin:].rstrip())  # a space before what follows it
                parts[:] = [said[:end], address, said[end:]]
                stressed.extend([(end, end + len(address))] * stress)

        follow(node)
        text = self.body("".join(parts), role, node.line)
        yield replace(
            text,
            within=self.within,
            stress=tuple(stressed),
            inner=tuple(types),
            number=len(number),
            centred=node.kind == "paragraph" and bool(node.align),
            line_ends=tuple(ends),
            whole=tuple(whole),
            calls=tuple(calls),
            signs=tuple(spans["sign"]),
            runs=self.runs(text, phrases, calls),
            passages=tuple(_passages(phrases, self.language.direction)),
        )
        for each in inside:
            if isinstance(each, Note):
                yield from self.note(each)
            else:
                yield self.picture(each)

    def address(self, link: Node, role: str) -> str:
        """Return what is said of where a link leads, after its words.

        On a page that is nothing in a heading, which bookmarks and running heads say without it.
        """
        if self.marks.schemes:
            return self.marks.address.format(link.target)
        return (
            "" if role.startswith("H") else self.marks.address.format(without_scheme(link.target))
        )

    def runs(
        self, text: Text, phrases: Sequence[Phrase], calls: Sequence[tuple[int, int]]
    ) -> tuple[Run, ...]:
        """Return the words of `text` in parts with their languages: those of the `phrases`.

        The number that calls a note is no part of a phrase.
        """
        if not phrases:
            return text.runs
        own, words = self.statement.language, text.words
        languages = [own] * len(words)
        for begin, end, language in (*phrases, *((*call, own) for call in calls)):
            languages[begin:end] = [language] * (end - begin)
        runs = groupby(zip(languages, words, strict=True), itemgetter(0))
        return tuple(("".join(each for _, each in run), language) for language, run in runs)

    def picture(self, node: Node) -> Text:
        return self.body(self.marks.picture.format(node.text), FIGURE, node.line)

    def note(self, note: Note) -> Iterator[Text]:
        around = self.within, self.points, self.quotations, self.noted
        self.noted = note.number
        yield self.body(self.marks.call.format(note.number), LABEL, note.line)
        self.within, self.points, self.quotations = "note", 0, 0
        yield from self.blocks(note.children)
        self.within, self.points, self.quotations, self.noted = around

    def endnotes(self) -> Iterator[Text]:
        notes = self.statement.body.notes
        if self.content.notes_at_end and notes:
            yield replace(self.body(self.labels.notes, "H2", notes[0].line), note=-1)
            for note in notes:
                yield from self.note(note)


def _with_figures(words: str, figures: str) -> str:
    """Return `words` that are figures with these, from 0 to 9, if there are any."""
    is_number = figures and words.isascii() and words.strip().isdecimal()
    return words.translate(str.maketrans(digits, figures)) if is_number else words


def _passages(phrases: Sequence[Phrase], around: str) -> Iterator[Span]:
    """Yield those of the `phrases` that run against the direction `around` them."""
    open_: list[tuple[int, str]] = [(-1, around)]
    for begin, end, language in phrases:
        while 0 <= open_[-1][0] <= begin:
            open_.pop()
        own = direction(language)
        if own != open_[-1][1]:
            yield Span(begin, end, own, is_arabic(language))
        open_.append((end, own))
