"""2 compose: a Statement in an Edition becomes HTML; the only importer of Jinja2."""

from __future__ import annotations

import base64
import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from communique.compose.bidi import passages
from communique.compose.fallback import END, ORDINARY, Repair
from communique.compose.line_breaks import Typography
from communique.compose.rows import Row, rows
from communique.compose.template import environment
from communique.content.front import SECTION, Front, front, section
from communique.design import language, theme

if TYPE_CHECKING:
    from communique.design.edition import Edition
    from communique.design.language import Language
    from communique.design.theme import Theme
    from communique.model.body import Node
    from communique.model.statement import Statement
#: A folio that needs no language.
_BOTH = "{} / {}"
#: A list of contents goes down to this level; it helps from so many headings and words on.
_LISTED, _HEADINGS, _WORDS = 3, 5, 2500


@dataclass(frozen=True)
class Side:
    """One language version on the page: all of the page, or its column in a parallel edition."""

    statement: Statement
    language: Language
    front: Front

    @property
    def blocks(self) -> tuple[tuple[Node, ...], tuple[Node, ...]]:
        """The blocks of the text, and those of its annexes: what is signed stands above these."""
        every = self.statement.body.children
        first = next(
            (n for n, node in enumerate(every) if node.kind == "heading" and self.annexes(node)),
            len(every),
        )
        return every[:first], every[first:]

    def annexes(self, node: Node) -> bool:
        """Tell whether a heading is that of an annex, which begins a page."""
        word = re.escape(self.language.labels.annex)
        begins = rf"(?:\d+\.? )?{word}(?![a-zA-Z\u00c0-\u058f])"
        return node.level == SECTION and bool(re.match(begins, node.label, re.IGNORECASE))


@dataclass(frozen=True)
class Page:
    """A composed statement: what step 3 typesets and step 4 knows the furniture from."""

    html: str
    """The document without its styles. It refers to nothing outside itself."""
    styles: str
    """CSS of the edition and of the theme."""
    sides: tuple[Side, ...]
    """The language versions, from the left."""
    edition: Edition
    theme: Theme
    authors: tuple[str, ...]
    """The issuers as the metadata name them."""
    dates: dict[str, str]
    """When the statement was created and modified, as W3C dates, as far as it says so."""
    repair: Repair

    @property
    def statement(self) -> Statement:
        """The statement, in the version that stands first."""
        return self.sides[0].statement

    @property
    def title(self) -> str:
        """The title in all its languages."""
        return " / ".join(str(side.statement.matter.title) for side in self.sides)

    @property
    def headings(self) -> list[str]:
        """The labels of the bookmarks: each heading in all its languages."""
        every = [[node.label for node in side.statement.body.headings] for side in self.sides]
        return [" / ".join(labels) for labels in zip(*every, strict=True)]

    @property
    def made_of(self) -> dict[str, tuple[str, ...]]:
        """The files of ``templates`` that not all pages are made of, by kind."""
        name = self.statement.matter.theme or theme.DEFAULT
        kits = {f"edition {self.edition.name}": tuple(map(str, self.edition.files))}
        kits[f"theme {name}"] = tuple(map(str, theme.files(name)))
        tags = (side.language.tag for side in self.sides)
        return kits | {f"language {tag}": language.files(tag) for tag in tags}

    @property
    def contents(self) -> list[Node]:
        """The headings of the list of contents: where it is asked for, or the text is long."""
        if len(self.sides) > 1 or self.statement.matter.contents is False:
            return []
        nodes = [node for node in self.statement.body.headings if node.level <= _LISTED]
        words = sum(len(node.text.split()) for node in self.statement.body.walk())
        long = len(nodes) >= _HEADINGS and words >= _WORDS
        return nodes if long or self.statement.matter.contents else []

    @property
    def rows(self) -> list[Row]:
        """The blocks of the texts that stand side by side."""
        return rows([side.statement.body.children for side in self.sides])

    @property
    def furniture(self) -> list[str]:
        """What the margins of the pages may say, beside the folio."""
        heads = [
            section(node.label)
            for side in self.sides
            for node in side.statement.body.headings
            if node.level == SECTION
        ]
        return [*(side.front.running for side in self.sides), self.foot, *heads]

    @property
    def foot(self) -> str:
        """The symbol and the day for the running foot, in the direction of the page."""
        ways = (side for side in self.sides if side.language.direction == "ltr" or self.mirrored)
        return next(ways).front.foot

    @property
    def rtl(self) -> bool:
        """Whether a text of the page runs from right to left."""
        return any(side.language.direction == "rtl" for side in self.sides)

    @property
    def mirrored(self) -> bool:
        """Whether the page as a whole runs from right to left."""
        return all(side.language.direction == "rtl" for side in self.sides)

    def folio(self, number: object, pages: object) -> str:
        """Return what page `number` of `pages` says at its foot."""
        if len(self.sides) > 1:
            return _BOTH.format(number, pages)
        return self.sides[0].language.folio(str(number), str(pages))

    @property
    def notes_at_end(self) -> bool:
        """Whether the notes stand at the end of the text and not at the foot of their pages."""
        return END in (self.repair.notes, self.edition.notes)

    @property
    def families(self) -> frozenset[str]:
        """Every family of type that may be on the page."""
        return self.theme.families | frozenset(self.faces)

    @property
    def faces(self) -> tuple[str, ...]:
        """The families that the languages ask for, in their order."""
        return tuple(
            dict.fromkeys(face for side in self.sides for face in side.language.file.faces)
        )


def compose(statement: Statement, edition: Edition, repair: Repair = ORDINARY) -> Page:
    """Return the page of `statement` in `edition`, set in the way of `repair`.

    Raises `DesignError` where the theme, the language or the edition is at fault.
    """
    look = theme.load(statement.matter.theme or theme.DEFAULT)
    tongues = [language.load(version.language) for version in statement.versions]
    sides = tuple(
        Side(version, tongue, front(version, tongue, beside=statement.beside is not None))
        for version, tongue in zip(statement.versions, tongues, strict=True)
    )
    authors, dates = _authors(statement), _dates(statement)
    bare = Page("", "", sides, edition, look, authors, dates, repair)
    columns = [_column(bare, number) for number in range(len(sides))]
    html = (
        environment()
        .get_template(edition.template)
        .render(
            **columns[0],
            page=bare,
            columns=columns,
        )
    )
    styles = _faces(bare) + edition.styles + _folio(bare) + repair.styles
    return replace(bare, html=html, styles=styles)


def _faces(page: Page) -> str:
    """Return the theme's CSS; in a parallel edition each language has its own faces first."""
    if len(page.sides) == 1:
        return page.theme.styles(page.faces)
    columns = [
        page.theme.styles(side.language.file.faces, f'.side[lang="{side.statement.language}"]')
        for side in page.sides
    ]
    return "".join([page.theme.styles(), *columns])


def _column(page: Page, number: int) -> dict[str, Any]:
    """Return what the templates show of the version `number` of the page, from 0."""
    side = page.sides[number]
    statement = side.statement
    column = {
        "statement": statement,
        "matter": statement.matter,
        "body": statement.body,
        "notes": {note.number: note for note in statement.body.notes},
        "notes_at_end": page.notes_at_end,
        "pictures": {
            name: _address(image.media_type, image.data) for name, image in statement.images.items()
        },
        "front": side.front,
        "foot": page.foot,
        "contents": page.contents,
        "section": section,
        "annexes": side.annexes,
        "body_text": side.blocks[0],
        "body_annexes": side.blocks[1],
        "language": side.language,
        "direction": language.direction,
        "marked": Typography.of(side.language.tag, side.language.months).marked,
        "passages": passages,
        "edition": page.edition,
        "theme": page.theme,
        "authors": page.authors,
        "dates": page.dates,
        "prefix": f"{statement.language}-" if len(page.sides) > 1 else "",
        "bookmarks": {
            node.anchor: label
            for node, label in zip(statement.body.headings, page.headings, strict=True)
        },
    }
    return column | {"text": environment().get_template("parts/text.html").make_module(column)}


def _folio(page: Page) -> str:
    """Return the variable that is the folio in the words of the language."""
    words = page.folio("\0page\0", "\0pages\0").split("\0")
    content = " ".join(
        f"counter({word})" if word in ("page", "pages") else _css_string(word) for word in words
    )
    return f":root {{ --folio: {content}; }}\n"


def _css_string(text: str) -> str:
    """Return `text` as a CSS string (CSS Syntax 3, 4.3.7: escaped by code point)."""
    return '"' + "".join(c if c.isalnum() or c == " " else f"\\{ord(c):x} " for c in text) + '"'


def _address(media_type: str, data: bytes) -> str:
    return f"data:{media_type};base64,{base64.b64encode(data).decode('ascii')}"


def _authors(statement: Statement) -> tuple[str, ...]:
    """Return the issuers for the metadata, each as "name, office, organisation, country"."""
    return tuple(
        ", ".join(
            str(phrase)
            for phrase in (issuer.name, issuer.office, issuer.organisation, issuer.country)
            if phrase
        )
        for issuer in statement.matter.issuers
    )


def _dates(statement: Statement) -> dict[str, str]:
    """Return created and modified as W3C dates, as far as the statement knows them.

    WeasyPrint drops a time without a zone with the whole date, so such a time is left out.
    """
    matter = statement.matter
    moments = {
        "created": matter.issued or matter.updated,
        "modified": matter.updated or matter.issued,
    }
    return {
        name: moment.isoformat()
        if getattr(moment, "tzinfo", None)
        else moment.isoformat()[: len("2023-09-29")]
        for name, moment in moments.items()
        if moment
    }
