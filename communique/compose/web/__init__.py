"""The web page of a content: one HTML file that runs no script and asks no other machine."""

from __future__ import annotations

import json
from functools import partial
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from communique.compose import emblem
from communique.compose.inline import phrases
from communique.compose.inline.parting import with_addresses
from communique.compose.template import environment
from communique.compose.template_faults import filling
from communique.compose.web import inline
from communique.compose.web.colours import on_paper
from communique.design import templates as files
from communique.design.styles.web_rules import refused
from communique.model.faults import DesignError, Faults
from communique.model.tables.groups import heads_group, row_parts
from communique.store.paths import from_here

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jinja2 import Environment

    from communique.content.content import Content
    from communique.model.body import Node

_STYLES = "web/page.css"
#: What JSON within HTML must not have (HTML, 4.12.1.3), as escapes that mean the same.
_ESCAPES = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026"}


def compose(content: Content) -> str:
    """Return the web page of `content`; raises `DesignError` where a template is at fault."""
    with filling():
        pages = environment()
        return pages.get_template("web/page.html").render(
            columns=[_column(content, number, pages) for number in range(len(content.versions))],
            title=content.title,
            description=content.description,
            keywords=content.keywords,
            authors=content.authors,
            dates=content.dates,
            symbol=content.statement.matter.symbol,
            address=content.statement.matter.url,
            theme=content.theme,
            emblem_address=emblem.address(content.theme),
            linked_data=_linked_data(content),
            styles=_styles(content),
        )


def _column(content: Content, number: int, pages: Environment) -> dict[str, Any]:
    """Return what the templates show of a version."""
    version = content.versions[number]
    is_last = number == len(content.versions) - 1
    statement = version.statement
    text, annexes = content.blocks(version)
    column = {
        "own": version.language,
        "front": version.front,
        "files": [(quote(name), name) for name in content.beside if is_last],
        "prefix": content.prefix(version),
        "contents": content.contents(version),
        "blocks": text,
        "annexes": annexes,
        "notes": statement.body.notes,
        "pictures": {
            name: emblem.embedded(image.media_type, image.data)
            for name, image in statement.images.items()
        },
        "row_parts": row_parts,
        "heads_group": heads_group,
        "shown": partial(_shown, addresses=content.theme.print_addresses),
        "inlines": partial(inline.inlines, own=version.language),
        "labelled": partial(inline.label, own=version.language),
        "worded": partial(inline.phrase, own=version.language),
        "live_words": partial(inline.live, own=version.language),
        "way": partial(phrases.way, own=version.language),
        "turns": partial(phrases.turns, own=version.language),
        "name_of": partial(_name_of, title=version.front.title.text),
    }
    return column | {"text": pages.get_template("web/text.html").make_module(column)}


def _shown(nodes: Sequence[Node], *, addresses: bool) -> list[Node]:
    """Return inline nodes, with the `addresses` of links behind their words where asked for."""
    return list(with_addresses(nodes)) if addresses else list(nodes)


def _name_of(table: Node, title: str) -> str:
    """Return what a table is called that scrolls by itself: its caption, or else the title."""
    captions = (child.label for child in table.children if child.kind == "caption")
    return next(captions, title)


def _linked_data(content: Content) -> str:
    """Return what the page is for machines, as JSON-LD (schema.org, Article)."""
    matter = content.statement.matter
    dates = content.dates
    data = {
        "@context": "https://schema.org",
        "@type": "Article",
        "headline": content.title,
        "inLanguage": [version.language.tag for version in content.versions],
        "datePublished": dates.get("created"),
        "dateModified": dates.get("modified"),
        "author": [{"@type": "Organization", "name": name} for name in content.authors],
        "keywords": content.keywords,
        "identifier": matter.symbol,
        "url": matter.url,
    }
    told = {key: value for key, value in data.items() if value}
    text = json.dumps(told, ensure_ascii=False)
    for sign, escape in _ESCAPES.items():
        text = text.replace(sign, escape)
    return text


def _styles(content: Content) -> str:
    """Return the stylesheet of the page, after the colours of the theme.

    Raises `DesignError` where it says what no web page may.
    """
    path = files.path(_STYLES)
    css = files.text(path)
    faults = Faults(from_here(path), DesignError)
    for line, said in refused(css):
        wrong = f"{said} is not among what the stylesheet of a web page may say"
        faults.add(line, "stylesheet", wrong, "leave it out, since it might hide words")
    faults.check()
    light, dark = map(_root, on_paper(content.theme.colours))
    return f"{light}@media (prefers-color-scheme: dark) {{\n{dark}}}\n\n{css}"


def _root(colours: dict[str, str]) -> str:
    return f":root {{ {' '.join(f'--{name}: {value};' for name, value in colours.items())} }}\n"
