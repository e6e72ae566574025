"""What the stylesheet of a web page may say: nothing that hides words or asks for files.

A browser does what a stylesheet says, and nothing looks at the page before it is delivered. So a
property or a value that is not listed here is refused, and its designer is told.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

import tinycss2

from communique.model.colours import contrast, luminance

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

#: Lengths that are not below nothing, and sizes of type that can be read (8 pt, 70 %, 0.7 em).
_LENGTH = r"(?:0|(?:\d+\.?\d*|\.\d+)(?:r?em|px|pt|mm|%|vw|ch|fr))"
_LENGTHS = rf"{_LENGTH}(?:\s+{_LENGTH}){{0,3}}"
_SIZE = (
    r"(?:(?:0?\.[7-9]\d*|[1-9]\d*(?:\.\d+)?)r?em|(?:[89]|[1-9]\d+)(?:\.\d+)?pt"
    r"|(?:[7-9]\d|[1-9]\d\d+)(?:\.\d+)?%|clamp\((?:0?\.[7-9]\d*|[1-9]\d*(?:\.\d+)?)rem,[^()]+\))"
)
_LINE = r"(?:1(?:\.\d+)?|[2-9](?:\.\d+)?)"
_FAMILY = r"var\(--(?:serif|sans)\)"
_INK = r"(?:inherit|currentcolor|var\(--(?:text|main|quiet)\))"
_RULED = r"(?:0|none|[\d.]+(?:r?em|px|pt) solid (?:var\(--(?:text|main|quiet|line)\)))"
_ANY = r"[^()]*"
_AUTO = rf"(?:auto|{_LENGTH})(?:\s+(?:auto|{_LENGTH})){{0,3}}"
#: The values of each property that a stylesheet may have (CSS 2.2 and its modules).
_VALUES = {
    "background": (
        r"none|#ffffff|var\(--paper\)|color-mix\(in srgb, var\(--line\) 30%, transparent\)"
    ),
    "border-collapse": r"collapse|separate",
    "box-sizing": r"border-box|content-box",
    "color": _INK,
    "color-scheme": r"light dark",
    "display": r"block|inline|inline-block|flex|grid|list-item",
    "flex": r"1|none",
    "flex-wrap": r"wrap",
    "font": rf"(?:(?:[4-9]00|bold|italic)\s+)*{_SIZE}/{_LINE}\s+{_FAMILY}",
    "font-family": _FAMILY,
    "font-size": rf"{_SIZE}|inherit",
    "font-style": r"italic|normal|inherit",
    "font-variant-numeric": _ANY,
    "font-weight": r"[3-9]00|bold|normal|inherit",
    "gap": _LENGTHS,
    "grid-template-columns": (
        r"1fr(?: 1fr)*|repeat\(auto-(?:fill|fit), minmax\(min\(\d+rem, 100%\), 1fr\)\)"
    ),
    "height": r"auto|[1-9]\d*(?:\.\d+)?r?em",
    "hyphens": r"auto|manual|none",
    "justify-content": r"space-between|start|end|center",
    "align-items": r"center|start|end|baseline|stretch",
    "line-height": _LINE,
    "list-style": r"none|disc|decimal",
    "max-height": r"none|[1-9]\d*(?:\.\d+)?rem",
    "max-width": r"none|100%|[2-9]\d(?:\.\d+)?rem",
    "min-width": _LENGTH,
    "width": r"auto|100%|[1-9]\d*(?:\.\d+)?rem",
    "outline": r"none|[\d.]+px solid var\(--main\)",
    "outline-offset": _LENGTH,
    "overflow": r"visible",
    "overflow-wrap": r"break-word|anywhere|normal",
    "overflow-x": r"auto|visible",
    "position": r"static|relative",
    "scroll-margin-top": _LENGTH,
    "text-align": r"start|end|left|right|center",
    "text-decoration": r"none|underline|line-through",
    "text-decoration-thickness": _LENGTH,
    "text-underline-offset": _LENGTH,
    "text-wrap": r"balance|pretty|wrap",
    "vertical-align": r"top|bottom|middle|baseline|-?0?\.\d+em",
    "white-space": r"nowrap|normal",
    "-webkit-text-size-adjust": r"100%",
    "--serif": r"[^()]+",
    "--sans": r"[^()]+",
}
_VALUES |= dict.fromkeys(("break-after", "break-before", "break-inside"), r"avoid|auto|page")
_SIDES = ("", "-top", "-bottom", "-inline", "-inline-start", "-inline-end", "-block")
_VALUES |= {f"margin{side}": _AUTO for side in _SIDES}
_VALUES |= {f"padding{side}": _LENGTHS for side in _SIDES}
_VALUES |= {f"border{side}": _RULED for side in _SIDES}
_PATTERNS = {name: re.compile(value, re.IGNORECASE) for name, value in _VALUES.items()}
#: What these may say besides: the link to the text is seen when it has the focus, numbers stand
#: beside their paragraphs, raised figures move no line, and a table scrolls below its caption.
_BESIDES = {
    ".skip": {"position": "absolute", "inset-inline-start": "-200vw", "display": "none"},
    ".skip:focus": {"inset-inline-start": "1.1rem", "top": "1rem", "z-index": "1"},
    "main.main > .numbered > .marker": {"position": "absolute", "inset-inline-end": "100%"},
    "sup, sub": {"line-height": "0"},
    "caption": {
        "position": "sticky",
        "inset-inline-start": "0",
        "max-width": "calc(min(100vw, 42rem) - 2.2rem)",
    },
}
#: The colours, which one rule gives together.
_PAPER, _INKS, _HAIR = "--paper", ("--text", "--main", "--quiet"), "--line"
_COLOURS = (_PAPER, *_INKS, _HAIR)
_HEX = re.compile("#[0-9a-f]{6}", re.IGNORECASE)
#: The least contrast of small text (WCAG 2.2, 1.4.3).
_LEAST = 4.5


class Refused(NamedTuple):
    """What the stylesheet of a web page must not say: its line, from 1, and what it is."""

    line: int
    said: str


def refused(css: str) -> list[Refused]:
    """Return what in a stylesheet is not among what that of a web page may say."""
    return [*_in_rules(tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True))]


def _in_rules(rules: Iterable[tinycss2.ast.Node]) -> Iterator[Refused]:
    for rule in rules:
        if rule.type == "at-rule" and rule.lower_at_keyword == "media" and rule.content is not None:
            yield from _in_rules(
                tinycss2.parse_rule_list(rule.content, skip_comments=True, skip_whitespace=True)
            )
        elif rule.type == "at-rule":
            yield Refused(rule.source_line, f"@{rule.at_keyword}")
        elif rule.type == "qualified-rule":
            yield from _in_rule(rule)
        else:
            yield Refused(rule.source_line, getattr(rule, "message", rule.type))


def _in_rule(rule: tinycss2.ast.Node) -> Iterator[Refused]:
    selector = " ".join(tinycss2.serialize(rule.prelude).split())
    besides = _BESIDES.get(selector, {})
    colours: dict[str, str] = {}
    every = tinycss2.parse_blocks_contents(rule.content, skip_comments=True, skip_whitespace=True)
    for each in every:
        if each.type != "declaration":
            yield Refused(each.source_line, getattr(each, "message", "a rule within a rule"))
            continue
        name, value = each.lower_name, " ".join(tinycss2.serialize(each.value).split())
        if name in _COLOURS:
            colours[name] = value
        elif besides.get(name) != value and not _is_listed(name, value):
            yield Refused(each.source_line, f"{each.name}: {value}")
    if colours and not _can_be_read(colours):
        yield Refused(rule.source_line, "colours that do not stand out from their paper")


def _is_listed(name: str, value: str) -> bool:
    pattern = _PATTERNS.get(name)
    return pattern is not None and pattern.fullmatch(value) is not None


def _can_be_read(colours: dict[str, str]) -> bool:
    """Tell whether a rule gives all colours, and each ink stands out from the paper."""
    if colours.keys() != set(_COLOURS) or not all(map(_HEX.fullmatch, colours.values())):
        return False
    paper = _light(colours[_PAPER])
    return all(contrast(_light(colours[ink]), paper) >= _LEAST for ink in _INKS)


def _light(colour: str) -> float:
    return luminance(*(int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)))
