"""HTML, which is refused: what to write in the place of its elements."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Sequence

_TAG = re.compile(r"<(?P<end>/?)(?P<name>[a-zA-Z][a-zA-Z0-9]*)")
_SIGNS = "0123456789+-=()"
#: The signs of Unicode's block Superscripts and Subscripts, and of Latin-1.
_SMALL = {
    "sup": str.maketrans(f"{_SIGNS}ni", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱ"),
    "sub": str.maketrans(_SIGNS, "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎"),
}
_MARKS = {"b": "**", "strong": "**", "i": "*", "em": "*"}
_RAISES = {"sup": "^", "sub": "~"}
_POINT = "write a hyphen and a space before each point"
_CELLS = "write | between the cells, and |---| under the first row"
_INSTEAD = {
    "a": "write [words](address)",
    "blockquote": "write > before each line",
    "center": "write -> words <- on a line of its own to centre them",
    "br": "end the line with \\",
    "hr": "write a line --- between two empty ones",
    "img": "write ![what it shows](file)",
    "p": "put an empty line between two paragraphs",
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), "write ## and a space before the words"),
    **dict.fromkeys(("ul", "ol", "li"), _POINT),
    **dict.fromkeys(("table", "thead", "tbody", "tr", "th", "td"), _CELLS),
}
_SHOWN = 20
#: The one element that is taken, in the cells of tables.
LINE_END = "<br>"
_SHORT = re.compile(r"[^\W_]{1,4}")
_LANGUAGE = re.compile(r"""\blang=["']?([A-Za-z0-9-]+)""")

_CENTRES = re.compile(r"""\balign=["']?center|text-align:\s*center""", re.IGNORECASE)


def fault(content: str, lines: Sequence[str]) -> tuple[str, str]:
    """Return what is wrong with HTML, and what to write instead; see `_instead`."""
    shown = content.strip().split("\n")[0][:40]
    wrong = f"raw HTML is not used here: {shown}"
    if shown.startswith("<!--"):
        wrong = f"every reader could open this comment, since the file is attached: {shown}"
    return wrong, f"{_instead(content, lines)}, or write \\< for the character itself"


def ends(content: str, begun: Counter[str]) -> bool:
    """Tell whether an element ends here that was told where it began.

    `begun` counts those that did by their names; it is changed.
    """
    tag = _TAG.match(content)
    if not tag:
        return False
    name = tag["name"].lower()
    ended = bool(tag["end"] and begun[name])
    begun[name] += -1 if ended else not tag["end"]
    return ended


def _instead(content: str, lines: Sequence[str]) -> str:
    """Return what to write for the element that begins with `content`, in the first of `lines`.

    Its end is looked for in all of these.
    """
    tag = _TAG.match(content.strip())
    if not tag or tag["end"]:
        return "leave it out"
    name, end = tag["name"].lower(), f"</{tag['name']}>"
    within = re.search(rf"{re.escape(content)}(?P<words>[^<]+){end}", lines[0]) if lines else None
    words = within["words"] if within and len(within["words"]) <= _SHOWN else "words"
    if mark := _MARKS.get(name):
        return f"write {mark}{words}{mark}"
    if (signs := _SMALL.get(name)) and all(ord(sign) in signs for sign in words):
        note = f", or [^{words}] for a note" if name == "sup" and words.isdecimal() else ""
        return f"write {words.translate(signs)}{note}"
    if name in _SMALL and _SHORT.fullmatch(words):
        mark = _RAISES[name]
        return f"write {mark}{words}{mark} right behind a letter or a figure"
    if name in _SMALL:
        return "leave it out, or write the character itself, such as ² or ₂"
    if name in ("div", "p") and _CENTRES.search(content):
        return _INSTEAD["center"]
    if language := _LANGUAGE.search(content):
        return f"write [{words}]{{lang={language[1]}}}"
    both = f", and {end}" if any(end in line for line in lines) else ""
    return _INSTEAD.get(name, f"leave it out{both}")
