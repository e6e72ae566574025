"""2 compose: what a page must say is arranged as HTML."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, Any

from communique.compose import emblem, fitting, html_check, markers
from communique.compose.fallback import ORDINARY, Fallback
from communique.compose.fonts import families, names
from communique.compose.fonts.small_forms import has_form
from communique.compose.inline import long_words, paragraphs, phrases, runs, vowels
from communique.compose.inline.parting import printed, split
from communique.compose.rows import note_rows, rows
from communique.compose.sheet import Steps
from communique.compose.tables import breaks, figures
from communique.compose.template import environment
from communique.compose.template_faults import filling
from communique.content import running_heads
from communique.content.content import END
from communique.design import theme as themes
from communique.design.styles import stylesheets, variables
from communique.model.tables.groups import group_heads
from communique.model.values import Phrase
from communique.store.naming import PLAIN
from communique.turns import turn_of

if TYPE_CHECKING:
    from jinja2 import Environment

    from communique.content.content import Content, Version


#: The content of a margin that has none in CSS.
_NO_LINES = "none"


@dataclass(frozen=True)
class Page:
    """A content arranged as HTML, which step 3 typesets."""

    html: str
    """The document without its styles. It refers to nothing outside itself."""
    styles: str
    """CSS of the edition and of the theme."""
    content: Content
    steps: Steps = field(default_factory=Steps)
    """By which it may be made to fit."""

    def with_styles(self, fonts: str = "") -> str:
        """Return the document with its styles in it, after the CSS that declares its `fonts`."""
        styles = stylesheets.unnamed(self.styles)
        return self.html.replace("</head>", f"<style>\n{fonts}{styles}</style>\n</head>", 1)


def compose(content: Content, fallback: Fallback = ORDINARY) -> Page:
    """Return the page of `content`, set in the way of `fallback`.

    Raises `DesignError` where a template, a stylesheet or the emblem is at fault.
    """
    names.check(content)
    emblem.check(content.statement.matter.theme or themes.DEFAULT)
    html = _html(content)
    html_check.check(html, lambda: _html(content, traced=True))
    if fallback.narrowing.all_long_words:
        html = long_words.marked(html)
    is_fitted = fallback.is_fitted and not turn_of(content.turn or PLAIN).working
    steps = fitting.styles() if is_fitted else Steps()
    return Page(html, _styles(content, fallback), content, steps)


def _html(content: Content, *, traced: bool = False) -> str:
    """Return the templates filled with `content`, perhaps `traced` (see `environment`)."""
    with filling():
        templates = environment(traced=traced)
        columns = [_column(content, number, templates) for number in range(len(content.versions))]
        texts, annexes = zip(*map(content.blocks, content.versions), strict=True)
        notes = [version.statement.body.notes for version in content.versions]
        return templates.get_template(content.edition.template).render(
            **columns[0],
            mirrored=content.mirrored,
            text_rows=rows(texts) if content.parallel else [],
            annex_rows=rows(annexes) if content.parallel else [],
            note_rows=note_rows(notes) if content.parallel else [],
            columns=columns,
        )


def _styles(content: Content, fallback: Fallback) -> str:
    """Return the CSS of the page: what the content makes of it, and the stylesheets."""
    edition = content.edition
    file = edition.own_files[0]
    fonts = stylesheets.named(file, families.styles(content))
    margins = stylesheets.named(file, _margin_texts(content))
    styles = fonts + content.theme.styles_after(edition, content.turn) + margins + fallback.styles
    variables.check(styles)
    return styles


def _column(content: Content, number: int, templates: Environment) -> dict[str, Any]:
    """Return what the `templates` show of the version `number` of the content, from 0."""
    version = content.versions[number]
    statement, own = version.statement, version.language
    text, annexes = content.blocks(version)
    column = {
        "statement": statement,
        "notes": {note.number: note for note in statement.body.notes},
        "notes_at_end": content.notes_at_end,
        "pictures": {
            name: emblem.embedded(image.media_type, image.data)
            for name, image in statement.images.items()
        },
        "front": version.front,
        "title": content.title,
        "foot": phrases.heads(content.foot, content.footed.language),
        "contents": content.contents(version),
        "section": running_heads.forms,
        "annexes": {statement.body.children[place].anchor for place in content.annexes},
        "is_vowelled": vowels.are_written(statement.body),
        "has_vowels": vowels.are_in,
        "body_text": text,
        "body_annexes": annexes,
        "language": own,
        "marked": partial(runs.marked, hyphen_repeated=own.file.hyphen_repeated),
        "grouped": breaks.grouped,
        "classes_of": paragraphs.classes,
        "link_class": partial(paragraphs.link_class, way=own.direction),
        "underlined_class": paragraphs.underlined_class,
        "apart": partial(figures.apart, way=own.direction),
        "is_short": breaks.is_short,
        "is_cramped": partial(breaks.is_cramped, facts=version.front.facts),
        "is_whole": figures.is_whole,
        "group_heads": group_heads,
        "is_value": figures.is_value,
        "mark_rooms": figures.mark_rooms,
        "mark_place": figures.mark_place,
        "decimal_signs": figures.decimal_signs,
        "split": split,
        "printed": partial(printed, addresses=content.theme.print_addresses),
        "widest_marker": markers.widest_among((*text, *annexes)),
        "inlines": partial(phrases.inlines, own=own, addresses=content.theme.print_addresses),
        "has_form": partial(has_form, content=content),
        "words": partial(phrases.words, own=own),
        "way": partial(phrases.way, own=own),
        "turns": partial(phrases.turns, own=own),
        "heads": partial(phrases.heads, own=own),
        "label": partial(phrases.margin, own=own),
        "theme": content.theme,
        "emblem_address": emblem.address(content.theme),
        "foot_at_end": content.edition.foot == END,
        "authors": content.authors,
        "description": content.description,
        "keywords": content.keywords,
        "dates": content.dates,
        "prefix": content.prefix(version),
        "bookmarks": {
            node.anchor: label
            for node, label in zip(statement.body.headings, content.headings, strict=True)
        },
    }
    return column | {"text": templates.get_template("parts/text.html").make_module(column)}


def _margin_texts(content: Content) -> str:
    """Return the variables that the margins say: folio, pages of headings, the theme's lines."""
    words = content.folio("\0page\0", "\0pages\0").split("\0")
    figures = content.versions[0].language.figures
    style = "decimal" if content.parallel else figures.counter
    css = " ".join(
        f"counter({word}, {style})" if word in ("page", "pages") else _css_string(word)
        for word in words
    )
    mark = content.theme.emblem
    across = f"{emblem.width(mark):g}mm" if mark else "auto"
    each, first = (_foot(content, first=first) for first in (False, True))
    line = "".join(map(_numbered, content.versions, ("line-number", "line-number-beside")))
    heading = f"--page-of-heading: target-counter(attr(href), page, {figures.counter});"
    beside = "0mm" if each == _NO_LINES else "calc(var(--facts) + var(--gap))"
    lines = f"--foot-lines: {each}; --first-foot-lines: {first}; --beside-foot: {beside};"
    lines += "".join(map(_stated, content.versions, ("status", "status-beside")))
    return f":root {{ --emblem-width: {across}; --folio: {css};{line} {heading} {lines} }}\n"


def _numbered(version: Version, name: str) -> str:
    """Return the variable for the numbers of lines of a version, in the figures of its language."""
    return f" --{name}: counter(line, {version.language.figures.counter});"


def _foot(content: Content, *, first: bool) -> str:
    """Return what CSS has as content for the theme's lines in the foot of a page, if any."""
    lines = () if content.edition.foot == END else content.theme.at_foot(first=first)
    own = content.footed.language
    return ' "\\A" '.join(_css_string(phrases.line(line, own)) for line in lines) or _NO_LINES


def _stated(version: Version, name: str) -> str:
    """Return the variables for what the head of pages says of a text that is not final."""
    own, status = version.language, version.front.status
    words = _css_string(phrases.line(Phrase(text=status.words), own)) if status else _NO_LINES
    return f" --{name}: {words}; --{name}-way: {own.direction};"


def _css_string(text: str) -> str:
    """Return `text` as a CSS string (CSS Syntax 3, 4.3.7: escaped by code point)."""
    return '"' + "".join(c if c.isalnum() or c == " " else f"\\{ord(c):x} " for c in text) + '"'
