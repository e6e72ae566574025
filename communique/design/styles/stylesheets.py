"""Stylesheets that go together into one text, in which every line knows its file.

Each begins with the comment by which browsers name a stylesheet inside a page (``sourceURL``), so
what the engine says of a line of the whole can be said of the file that its designer knows.
"""

from __future__ import annotations

import os
import re
from functools import lru_cache
from typing import TYPE_CHECKING
from urllib.parse import quote, unquote

from communique.design import templates
from communique.design.styles import escapes, features, slips
from communique.model.faults import DesignError, Faults
from communique.store import places
from communique.store.paths import from_here

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_NAME = re.compile(r"/\*# sourceURL=(\S+) \*/\n")
#: What is whole in itself (CSS Syntax 3, 4: comments, strings, addresses, escapes), then what is
#: left of such a thing that has no end, then brackets.
_TOKENS = re.compile(
    r"""/\*.*?\*/|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|url\([^"'()\s]*\)|\\."""
    r"""|/\*|["']|[][(){}]""",
    re.DOTALL,
)
#: Markers are words of the statement; WeasyPrint 70.0 fails at others (its issue 2918).
_MARKERS = re.compile(r"::marker\b[^{}]*\{[^{}]*?(?<![-\w])(content)\s*:(?!\s*(?:none|normal)\b)")
#: Columns in all elements are columns in columns in columns. WeasyPrint 70 tries each height of
#: all of them in each height of those around them, for hours (compare its issue 1689).
_COLUMNS = re.compile(
    r"(?:^\s*|[,{}]\s*|[^\s,{}>+~]\s+)\*\s*(?:,[^{}]*)?\{[^{}]*?(?<![-\w])"
    r"((?:columns|column-count|column-width)\s*:(?!\s*(?:auto|1)\s*[;}])[^;{}]*)"
)
#: A font of the machine that an @font-face asks for: the engine looks for it, and none is read.
_LOCAL = re.compile(r"@font-face\s*\{[^{}]*?(?<![-\w])src\s*:[^{};]*?(local\([^)]*\))")
#: What names a picture (CSS Values 4, 4.5; CSS Images 4, 2); a function, and how it goes on.
_PICTURES = re.compile(
    r"(?:url|src|image|(?:-webkit-)?image-set|cross-fade|element)\(|attr\([^(),]*\surl\b"
)
_FUNCTION = re.compile(
    r"((?:[-\w]|[^\x00-\x7f]|\\[0-9a-f]{1,6}\s?|\\.)+)\(([^(){};]*)", re.IGNORECASE | re.DOTALL
)
#: Where an address is that of a font, or of a stylesheet that is not read.
_NO_PICTURES = re.compile(r"@font-face\s*\{[^{}]*\}|@import\b[^{};]*", re.IGNORECASE)
#: Comments, strings, and what stands in addresses (CSS Syntax 3, 4.3.2, 4.3.5 and 4.3.6).
_INNER = re.compile(
    r"""/\*.*?\*/|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|(?<=url\()[^"'()\s]+(?=\))""",
    re.DOTALL | re.IGNORECASE,
)
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_AT_RULE = re.compile(r"@([-\w]+)")
#: The at-rules that WeasyPrint 70 applies, or warns of where it does not, and the boxes of a page.
_APPLIED = re.compile(
    r"font-face|footnote|layer|media|page"
    r"|(?:top|bottom)-(?:left|right)-corner|(?:top|bottom)-(?:left|center|right)"
    r"|(?:left|right)-(?:top|middle|bottom)",
    re.IGNORECASE,
)
_PAIRS = {"(": ")", "[": "]", "{": "}"}
_ENDS = {**_PAIRS, "/*": "*/", '"': '"', "'": "'"}


def of_turn(name: str) -> str:
    """Return the stylesheet of the turn of that `name`, empty where it has none."""
    path = templates.find(f"styles/turns/{name.partition('-')[0]}.css")
    return load(path) if path else ""


def load(path: Path) -> str:
    """Return the stylesheet at `path` with its name above it.

    Raises `DesignError` where it is no text, where something in it has no end (the engine would
    then take all that follows, up to the end of the last stylesheet, for a part of that), where a
    semicolon or a colon is missing, where it
    has a rule that the engine drops or cannot fetch, where it writes markers of its own, asks for a
    font of the machine, names a picture or asks for features of fonts that may change letters, or
    where all elements have columns in one another.
    """
    css = templates.text(path)
    _check(path, css)
    return named(path, css)


@lru_cache(maxsize=32)
def _check(path: Path, css: str) -> None:
    """Raise `DesignError` as `load` does; what is well is looked at once."""
    faults = Faults(from_here(path), DesignError)
    for place, mark in _unended(css):
        line = css.count("\n", 0, place) + 1
        faults.add(line, "stylesheet", f"{mark} has no end", f"add the {_ENDS[mark]} that ends it")
    for place, rule in _dropped(css):
        line = css.count("\n", 0, place) + 1
        wrong, instead = f"the engine would drop {rule} in silence", "leave it out"
        if rule.lower() == "@import":
            wrong, instead = "nothing is fetched by @import", "put the rules into this file"
        faults.add(line, "stylesheet", wrong, instead)
    for slip in slips.slips(css) if templates.is_own(path) else ():  # a test looks at ours
        faults.add(slip.line, "stylesheet", slip.wrong, slip.instead)
    for marker in _MARKERS.finditer(without_comments(css)):
        line = css.count("\n", 0, marker.start(1)) + 1
        wrong = "content of ::marker takes the place of the marker that the author wrote"
        faults.add(line, "stylesheet", wrong, "leave it out")
    for local in _LOCAL.finditer(without_comments(css)):
        line = css.count("\n", 0, local.start(1)) + 1
        wrong = f"{local[1]} is not read, since only the fonts in templates/fonts are used"
        instead = "leave this @font-face out, and name a family from there"
        faults.add(line, "stylesheet", wrong, instead)
    for place, name in _pictures(css):
        line = css.count("\n", 0, place) + 1
        wrong = (
            f"{name}(…) names a picture, which could show words that the statement does not have"
        )
        faults.add(line, "stylesheet", wrong, "leave it out; an emblem is named in the theme")
    for asked in features.unsafe(css):
        wrong = f"{asked.declared} may change letters, and not only their look"
        faults.add(asked.line, "stylesheet", wrong, "leave it out, or name features that do not")
    for columns in _COLUMNS.finditer(without_comments(css)):
        line = css.count("\n", 0, columns.start(1)) + 1
        wrong = f"{columns[1].strip()} for * sets columns in columns, which takes the engine hours"
        faults.add(line, "stylesheet", wrong, "name the element that has columns, such as main")
    faults.check()


def named(path: Path, css: str) -> str:
    """Return `css`, which comes from the file at `path` or is made of it, with its name above."""
    return f"/*# sourceURL={quote(str(path))} */\n{css}\n"


def unnamed(styles: str) -> str:
    """Return `styles` without the names of files, for a file that goes elsewhere."""
    return _NAME.sub("", styles)


def origin(styles: str, line: int) -> tuple[Path, int] | None:
    """Return the file and the line there that the `line` of `styles` comes from.

    What is made of a file that is no stylesheet has no line there, so it is 1. None is returned for
    a line that comes from no file.
    """
    from pathlib import Path  # noqa: PLC0415  # only what fails needs it

    start = 0
    for _ in range(line - 1):
        start = styles.find("\n", start) + 1
    names = [name for name in _NAME.finditer(styles) if name.end() <= start]
    if not names:
        return None
    path = from_here(Path(unquote(names[-1][1])))
    own = styles.count("\n", names[-1].end(), start) + 1
    return path, own if path.suffix == ".css" else 1


def find(styles: str, text: str) -> tuple[Path, int] | None:
    """Return the file and the line where `text` first stands in `styles`, or None.

    A stylesheet comes before what is made of another file, which has no lines of its own.
    """
    return first(styles, re.escape(text)) if text else None


def first(styles: str, pattern: str) -> tuple[Path, int] | None:
    """Do so for the end of what a regular expression first matches.

    A file of the project comes before one of ours, where every word is in use.
    """
    ends = (found.end() for found in re.finditer(pattern, styles))
    found = [place for end in ends if (place := origin(styles, styles.count("\n", 0, end) + 1))]
    return min(found, key=lambda at: (at[0].suffix != ".css", not is_own(at[0])), default=None)


def is_own(path: Path) -> bool:
    """Tell whether a stylesheet is one of the project, and not one of ours."""
    own = places.own_templates()
    return bool(own) and path.suffix == ".css" and str(path.absolute()).startswith(own + os.sep)


def sheets(styles: str) -> Iterator[tuple[Path, str]]:
    """Yield the full path of each file that `styles` come from, and what comes from it."""
    from pathlib import Path  # noqa: PLC0415  # as in origin

    _, *parts = _NAME.split(styles)
    for name, css in zip(parts[::2], parts[1::2], strict=True):
        yield Path(unquote(name)), css


def without_comments(css: str) -> str:
    """Return `css` with spaces in the place of its comments, so that each place stays the same."""
    return _COMMENT.sub(_spaces, css)


def _pictures(css: str) -> Iterator[tuple[int, str]]:
    """Yield the place of each picture that `css` names, and the function by which it does.

    Names are compared without escapes (CSS Syntax 3, 4.3.7). No brackets in strings begin one.
    """
    bare = _INNER.sub(_spaces, css)
    for function in _FUNCTION.finditer(_NO_PICTURES.sub(_spaces, bare)):
        name = escapes.plain(function[1])
        if _PICTURES.match(f"{name}({escapes.plain(function[2])}"):
            yield function.start(), name


def _spaces(found: re.Match[str]) -> str:
    """Return spaces in the place of what was found, so that each place stays the same."""
    return re.sub(r"[^\n]", " ", found[0])


def _dropped(css: str) -> Iterator[tuple[int, str]]:
    """Yield the place of each at-rule in `css` that is not applied, and its name."""
    bare = _TOKENS.sub(lambda token: token[0] if token[0] in _ENDS else " " * len(token[0]), css)
    for rule in _AT_RULE.finditer(bare):
        if not _APPLIED.fullmatch(rule[1]):
            yield rule.start(), rule[0]


def _unended(css: str) -> Iterator[tuple[int, str]]:
    """Yield the place of what has no end in `css`, and with what it begins."""
    begun: list[tuple[int, str]] = []
    for token in _TOKENS.finditer(css):
        mark = token[0]
        if mark in _PAIRS:
            begun.append((token.start(), mark))
        elif begun and mark == _PAIRS[begun[-1][1]]:
            begun.pop()
        elif mark in _ENDS:
            yield token.start(), mark
            if mark == "/*":
                return
    yield from begun[:1]
