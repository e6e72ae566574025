"""Which lines of a project's own stylesheets may have caused what is wrong with its pages.

The proof finds what is wrong, and does not know why. Only what a project declares itself is named,
and nothing that stands in our stylesheet of the same name: where it declares nothing that may be
the cause, the fault is ours, or the statement's.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from communique.design import templates
from communique.design.styles import stylesheets
from communique.store import places
from communique.store.paths import from_here

if TYPE_CHECKING:
    from collections.abc import Iterator

    from communique.model.faults import Fault

_MOST = 3
_SHOWN = 40
_NOTHING = "nothing was delivered"
#: A declaration and its value (CSS Syntax 3, 5.5.6). A rule follows what else has a colon.
_DECLARATION = re.compile(
    r"(?<![-\w])(-{0,2}[a-z][-\w]*)\s*:\s*((?:\"[^\"]*\"|'[^']*'|\([^)]*\)|[^;{}\"'(])+?)"
    r"\s*(?:!\s*important\s*)?(?=[;}])",
    re.IGNORECASE,
)
#: Values that leave things as they are, but for the properties that are given with a value below.
_PLAIN = r"(?!(?:auto|inherit|initial|none|normal|static|unset|visible|1(?:\.0*)?)$).+"

#: What takes a part off the page (CSS Display 3, 2.5 and 4; CSS Generated Content 3, 2.1).
_HIDES = r"display=none visibility=(?:hidden|collapse) position=running\(.* opacity"
_MOVES = (
    "transform rotate scale translate position top right bottom left inset.* float direction order"
    " display flex.* grid.* margin.*"
)
_SIZES = "(?:min-|max-)?(?:width|height|inline-size|block-size) padding.* border.*"
_LETTERS = "letter-spacing word-spacing font-feature-settings font-variant.* font-kerning"
#: By the key of a fault, the properties that may be its cause, the likely ones first; `=` stands
#: before a value.
_CAUSES = {
    "brackets": "background.* opacity",
    "cells": f"{_MOVES} {_SIZES} text-align.* vertical-align table-layout white-space columns",
    "contrast": "color opacity background.* text-decoration.* --colour-.*",
    "drawing": "opacity background.* border.* mix-blend-mode transform",
    "engine": f"{_HIDES} max-lines=.+ continue line-clamp content=.*target-.* column.* {_MOVES}",
    "form": f"bookmark-.*=.+ size {_HIDES} {_MOVES} padding.*",
    "hyphens": "hyphen.* word-break overflow-wrap white-space",
    "ink": "font font-size.* font-family font-variant.* --font-.* --size.*",
    "letters": f"{_LETTERS} text-overflow overflow content direction hyphenate-character",
    "order": f"{_MOVES} quotes content vertical-align text-indent {_LETTERS} column.*",
    "paper": f"page size break-.* {_SIZES} margin.* line-height font-size font",
    "pictures": f"object-.* image-.* opacity overflow clip.* {_MOVES} {_SIZES} background.*",
    "place": f"size {_MOVES} {_SIZES} break-.* footnote-.* line-height font-size font white-space"
    " column.*",
    "names": f"{_MOVES} {_SIZES} line-height",
    "shape": f"{_LETTERS} vertical-align text-align.* text-indent {_MOVES}",
    "rows": f"{_MOVES} {_SIZES} vertical-align",
    "stress": "font-weight=.+ font-style=.+ font font-family",
    "tags": f"{_HIDES} content=.+ float display",
    "visible": "opacity text-decoration.* overflow.* clip.* outline.* background.* color"
    f" {_MOVES} {_SIZES} line-height z-index",
    "width": f"white-space overflow-wrap word-break hyphens {_SIZES} {_MOVES} {_LETTERS} font-size"
    " font text-indent column.*",
    "words": f"{_HIDES} content=.+ text-transform string-set=.+ quotes list-style.*=.+"
    " counter-.*=.+ size --folio --section-head --(?:first-)?foot-.*=.+ text-overflow line-clamp"
    f" block-ellipsis max-lines continue hyphenate-character {_LETTERS} footnote-.* direction"
    " white-space float position display margin.* padding.*",
}


#: A statement, and the emblem of its theme.
_OF_PAGES = (".md", ".svg")
#: The keys of what no words of a statement cause.
_OF_LOOKS = ("contrast", "ink", "shape")
#: The keys of what a template may have written.
_WRITTEN = ("words", "order", "spaces", "tags")
#: A value that is a multiple, or a part, of a variable.
_MEASURED = re.compile(r": (?:calc\([\d. ]+\* )?var\(--[-\w]+\)\)?$")


class Cause(NamedTuple):
    """A declaration in a stylesheet."""

    path: Path
    line: int
    declaration: str

    def __str__(self) -> str:
        said = self.declaration
        short = f"{said[: _SHOWN - 1]}…" if len(said) > _SHOWN else said
        return f"{self.path}:{self.line} {short}"


def causes(styles: str, key: str) -> list[Cause]:
    """Return what in the project's own of these `styles` may cause faults of that key.

    What is likely comes first, then what stands first. What only sets one of the distances or
    sizes of the page, as in ``var(--line)``, is named where there is nothing else.
    """
    declared = list(_declared(styles))
    found: dict[Cause, None] = {}
    for each in _CAUSES.get(key, "").split():
        name, _, value = each.partition("=")
        cause = re.compile(f"(?:{name}): (?:{value or _PLAIN})", re.IGNORECASE)
        found |= dict.fromkeys(one for one in declared if cause.fullmatch(one.declaration))
    return [one for one in found if not _MEASURED.search(one.declaration)] or list(found)


def told(fault: Fault, styles: str) -> Fault:
    """Return a `fault` of a page with these `styles`, which says what may be its cause.

    Where a single line may be, and no statement can be, it is told of that. Where nothing of the
    stylesheets may be, the project's own templates may, which write the HTML.
    """
    of_theme = fault.path.suffix == ".yaml" and fault.key in _WRITTEN  # words that it prints
    if fault.path.suffix not in _OF_PAGES and not of_theme:
        return fault
    likely = causes(styles, fault.key)
    if len(likely) == 1 and fault.key in _OF_LOOKS and fault.line == 1:
        return fault._replace(path=likely[0].path, line=likely[0].line)
    found = [*map(str, likely)]
    if fault.key == "engine" and not found:  # whatever it failed at, ours alone it sets
        found = [str(from_here(path)) for path in dict(own_sheets(styles))]
        found += map(str, templates.own_pages())
    if fault.key in _WRITTEN and not found:
        found = [*map(str, templates.own_pages())]
    if not found:
        return fault
    listed = ", ".join(found[:_MOST])
    if "stylesheet" in fault.instead:
        return fault._replace(instead=f"{fault.instead}: {listed}")
    before = "take back" if fault.instead == _NOTHING else f"{fault.instead};"
    return fault._replace(instead=f"{before} what may be the cause: {listed}")


def own_sheets(styles: str) -> Iterator[tuple[Path, str]]:
    """Yield the project's own stylesheets among these `styles`: their files, and what they say."""
    for path, css in stylesheets.sheets(styles):
        if stylesheets.is_own(path):
            yield path, css


def _declared(styles: str) -> Iterator[Cause]:
    """Yield what the project's own of these `styles` declare and ours of the same name do not."""
    for path, css in own_sheets(styles):
        ours = Path(places.TEMPLATES) / path.relative_to(places.own_templates())
        known = {text for _, text in _declarations(templates.text(ours))} if ours.is_file() else ()
        for line, text in _declarations(css):
            if text not in known:
                yield Cause(from_here(path), line, text)


def _declarations(css: str) -> Iterator[tuple[int, str]]:
    """Yield each declaration in `css`, as "property: value", with its line."""
    bare = stylesheets.without_comments(css)
    for declared in _DECLARATION.finditer(bare):
        line = bare.count("\n", 0, declared.start()) + 1
        yield line, f"{declared[1]}: {' '.join(declared[2].split())}"
