"""What the PDF has to say: taken from the Statement, never from the HTML."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from communique.compose.page import Page, Side
    from communique.model.body import Node, Note


@dataclass(frozen=True)
class Text:
    """A text that has to stand in the PDF, and the line and the file it comes from."""

    words: str
    line: int
    path: Path
    required: bool = True
    rtl: bool = False
    """Whether it runs from right to left."""


def body(page: Page, pages: Sequence[int] = ()) -> list[Text]:
    """Return the texts of the body in reading order, one version after the other.

    `pages` are those of the headings, from 1, which a list of contents names.
    """
    return [
        *_contents(page, pages),
        *(_directed(text, side) for side in page.sides for text in _body(page, side)),
    ]


def _directed(text: Text, side: Side) -> Text:
    return replace(text, rtl=side.language.direction == "rtl")


def _contents(page: Page, pages: Sequence[int]) -> Iterator[Text]:
    """Yield the list of contents: its own heading, then each one with its page."""
    if not page.contents:
        return
    path = page.statement.path
    label = page.sides[0].language.labels.contents
    yield _directed(Text(label, page.statement.line("contents"), path), page.sides[0])
    listed = {id(node) for node in page.contents}
    for node, number in zip(page.statement.body.headings, pages[1:], strict=False):
        if id(node) in listed:
            yield _directed(Text(f"{node.label} {number}", node.line, path), page.sides[0])


def _body(page: Page, side: Side) -> list[Text]:
    """Return the texts of one version's body, notes where they are read."""
    body, path = side.statement.body, side.statement.path
    at_end = page.notes_at_end
    walker = _Walker(path, {} if at_end else {note.number: note for note in body.notes})
    texts = [text for node in body.children for text in walker.block(node)]
    if at_end and body.notes:
        texts.append(Text(side.language.labels.notes, body.notes[0].line, path))
        texts += [text for note in body.notes for text in walker.note(note)]
    return texts


class _Walker:
    """Walks the tree of the text and gives its texts."""

    def __init__(self, path: Path, notes: dict[int, Note]) -> None:
        self.path, self.notes = path, notes

    def block(self, node: Node) -> Iterator[Text]:
        match node.kind:
            case "heading" | "paragraph" | "cell":
                yield from self.text(node)
            case "item":
                yield Text(node.marker, node.line, self.path)
                for child in node.children:
                    yield from self.block(child)
            case "figure":
                yield Text(node.text, node.line, self.path)
                if node.children:
                    yield from self.text(node)
            case _:
                for child in node.children:
                    yield from self.block(child)

    def text(self, node: Node) -> Iterator[Text]:
        """Yield the words of a paragraph, then its notes, each with its number."""
        parts: list[str] = [f"{node.marker} "] if node.marker else []
        called: list[Note] = []
        pictures: list[Node] = []
        for inner in node.walk():
            if inner.kind in ("text", "abbreviation"):
                parts.append(inner.text)
            elif inner.kind == "break":
                parts.append(" ")
            elif inner.kind == "image":
                pictures.append(inner)
            elif inner.kind == "call":
                parts.append(str(inner.number))
                if not inner.again and inner.number in self.notes:
                    called.append(self.notes[inner.number])
        yield Text("".join(parts), node.line, self.path)
        yield from (Text(picture.text, picture.line, self.path) for picture in pictures)
        for note in called:
            yield from self.note(note)

    def note(self, note: Note) -> Iterator[Text]:
        """Yield the number of a note and its paragraphs."""
        yield Text(str(note.number), note.line, self.path)
        for child in note.children:
            yield from self.text(child)


def furniture(page: Page) -> list[Text]:
    """Return what the first page says around the text, in no fixed order."""
    return [_directed(text, side) for side in page.sides for text in _furniture(page, side)]


def _furniture(page: Page, side: Side) -> list[Text]:
    front, statement, labels = side.front, side.statement, side.language.labels
    texts: list[Text] = []

    def add(words: object, key: str, *, required: bool = True) -> None:
        if words:
            texts.append(Text(str(words), statement.line(key), statement.path, required))

    emblem = page.theme.emblem
    add(emblem and emblem.text, "theme", required=False)
    add(" · ".join(map(str, front.parties)), "issuers", required=False)
    add(front.aside, "kind", required=False)
    add(front.title, "title")
    add(front.subtitle, "subtitle")
    add(front.byline, "issuers")
    if front.issuers:
        add(", ".join(map(str, front.issuers.shared)), "issuers")
        for entry in front.issuers.entries:
            add(" ".join(map(str, (entry.name, *entry.details))), "issuers")
    for fact in front.facts:
        add(fact.label, fact.key, required=False)
        add(fact.value, fact.key)
    add(front.courtesy, "authenticity")
    add(front.signed_at, "signatures")
    for signature in front.signatures:
        add(" ".join(map(str, (signature.signed, *signature.lines))), "signatures")
    add(front.editors and labels.editors, "editors", required=False)
    for note in front.editors:
        add(note, "editors")
    contact = front.contact or page.theme.contact
    add(contact and labels.contact, "contact", required=False)
    add(contact, "contact")
    add(front.url and labels.url, "url", required=False)
    add(front.url, "url")
    return texts
