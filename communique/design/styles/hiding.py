"""What a stylesheet of a web page could do to its words: hide them, add some, or ask for files.

A browser does what a stylesheet says, and nothing looks at the page before it is delivered. So a
stylesheet does none of this, and its designer is told.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

import tinycss2

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

#: Values that hide words or print others, by their properties (CSS 2.2, CSS Values 4, and others).
_HIDING = {
    "display": r"none|contents",
    "visibility": r"hidden|collapse",
    "opacity": r"0?\.?[0-8]?\d*%?|.*var.*",
    "content": r"(?!none|normal).*",
    "font-size": r"0[a-z%]*|0?\.[0-4]\d*(em|rem)?|[0-8](\.\d*)?(px|pt)",
    "color": r"transparent|.*(hwb|rgba?|hsla?|/).*",
    "-webkit-text-fill-color": r".*",
    "-webkit-text-security": r".*",
    "text-transform": r"(?!none).*",
    "text-overflow": r"ellipsis",
    "clip": r".*",
    "clip-path": r".*",
    "mask": r".*",
    "mask-image": r".*",
    "filter": r".*",
    "transform": r".*",
    "scale": r".*",
    "content-visibility": r".*",
    "overflow": r"hidden|clip",
    "position": r"(?!static|relative).*",
    "height": r"0[a-z%]*",
    "max-height": r"0[a-z%]*",
    "width": r"0[a-z%]*",
    "max-width": r"0[a-z%]*",
    "direction": r".*",
    "unicode-bidi": r".*",
    "user-select": r"none",
    "animation": r".*",
    "transition": r".*",
    "quotes": r".*",
    "all": r".*",
}
_PATTERNS = {name: re.compile(value) for name, value in _HIDING.items()}
#: The link to the text, which is seen when it has the focus, and numbers beside their paragraphs.
_ALLOWED = re.compile(r"\s*(?:\.skip(?::focus)?|main\.main\s*>\s*\.numbered\s*>\s*\.marker)\s*")
#: Not much of a page of words: nothing is read from elsewhere.
_ASKS = re.compile(r"url\(|image-set\(|src\(", re.IGNORECASE)


class Hidden(NamedTuple):
    """A declaration that a web page must not have: its line, from 1, and what it says."""

    line: int
    said: str


def hiding(css: str) -> list[Hidden]:
    """Return what in a stylesheet may hide words, add some, or ask for a file."""
    return [*_in_rules(tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True))]


def _in_rules(rules: Iterable[tinycss2.ast.Node]) -> Iterator[Hidden]:
    for rule in rules:
        if rule.type == "at-rule":
            if rule.lower_at_keyword not in ("media", "supports") or rule.content is None:
                yield Hidden(rule.source_line, f"@{rule.at_keyword}")
            else:
                yield from _in_rules(
                    tinycss2.parse_rule_list(rule.content, skip_comments=True, skip_whitespace=True)
                )
        elif rule.type == "qualified-rule":
            selector = tinycss2.serialize(rule.prelude)
            yield from _in_declarations(rule.content, allowed=bool(_ALLOWED.fullmatch(selector)))
        else:
            yield Hidden(rule.source_line, getattr(rule, "message", rule.type))


def _in_declarations(content: list[tinycss2.ast.Node], *, allowed: bool) -> Iterator[Hidden]:
    every = tinycss2.parse_blocks_contents(content, skip_comments=True, skip_whitespace=True)
    for each in every:
        if each.type != "declaration":
            yield Hidden(each.source_line, getattr(each, "message", "a rule within a rule"))
            continue
        value = tinycss2.serialize(each.value).strip()
        pattern = _PATTERNS.get(each.lower_name)
        hides = pattern is not None and pattern.fullmatch(value.lower()) and not allowed
        if hides or _ASKS.search(value):
            yield Hidden(each.source_line, f"{each.name}: {value}")
