"""2 compose: a Statement in an Edition becomes HTML; the only importer of Jinja2."""

from __future__ import annotations

import base64
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from communique import language, theme
from communique.direction import passages
from communique.front import Front, front
from communique.paths import TEMPLATES
from communique.repair import END, ORDINARY, Repair
from communique.typography import Typography

if TYPE_CHECKING:
    from communique.edition import Edition
    from communique.language import Language
    from communique.statement import Statement
    from communique.theme import Theme


@dataclass(frozen=True)
class Page:
    """A composed statement: what step 3 typesets and step 4 knows the furniture from."""

    html: str
    """The document without its styles. It refers to nothing outside itself."""
    styles: str
    """CSS of the edition and of the theme."""
    statement: Statement
    edition: Edition
    language: Language
    theme: Theme
    front: Front
    authors: tuple[str, ...]
    """The issuers as the metadata name them."""
    dates: dict[str, str]
    """When the statement was created and modified, as W3C dates, as far as it says so."""
    repair: Repair

    @property
    def notes_at_end(self) -> bool:
        """Whether the notes stand at the end of the text and not at the foot of their pages."""
        return END in (self.repair.notes, self.edition.notes)

    @property
    def families(self) -> frozenset[str]:
        """Every family of type that may be on the page."""
        return self.theme.families | frozenset(self.language.file.faces)


def compose(statement: Statement, edition: Edition, repair: Repair = ORDINARY) -> Page:
    """Return the page of `statement` in `edition`, set in the way of `repair`.

    Raises `StatementError` where the theme, the language or the edition is at fault.
    """
    look = theme.load(statement.matter.theme or theme.DEFAULT)
    tongue = language.load(statement.language)
    above = front(statement, tongue)
    authors, dates = _authors(statement), _dates(statement)
    html = _template().render(
        statement=statement,
        matter=statement.matter,
        body=statement.body,
        notes={note.number: note for note in statement.body.notes},
        notes_at_end=END in (repair.notes, edition.notes),
        pictures={
            name: _address(image.media_type, image.data) for name, image in statement.images.items()
        },
        front=above,
        language=tongue,
        direction=language.direction,
        marked=Typography.of(tongue.tag, tongue.locale.months["format"]["wide"].values()).marked,
        passages=passages,
        edition=edition,
        theme=look,
        authors=authors,
        dates=dates,
    )
    styles = look.styles(tongue.file.faces) + edition.styles + _folio(tongue) + repair.styles
    return Page(html, styles, statement, edition, tongue, look, above, authors, dates, repair)


@cache
def _template():  # type: ignore[no-untyped-def]
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template("statement.html")


def _folio(tongue: Language) -> str:
    """Return the page rule that prints the folio in the words of the language."""
    words = tongue.folio("\0page\0", "\0pages\0").split("\0")
    content = " ".join(
        f"counter({word})" if word in ("page", "pages") else _css_string(word) for word in words
    )
    return f"@page {{ @bottom-right {{ content: {content}; }} }}\n"


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
