"""A change of a statement as lines: where it is, and its words as [-deleted-] {+added+}."""

from __future__ import annotations

import os
import re
import sys

from communique.store.places import printable

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    Event = dict[str, Any]
    Words = dict[str, Any]

#: So many characters of what is the same are shown on either side of a change.
_AROUND = 40
#: So many of what was added or deleted, or moved as a whole.
_LONGEST = 300
#: How words are shown, as wdiff does, and in which colour of a terminal (ECMA-48, 8.3.117, SGR).
_SIGNS = {"deleted": ("[-", "-]", "31"), "added": ("{+", "+}", "32")}
_EDGES = re.compile(r"(\s*)(.*?)(\s*)", re.DOTALL)


def may_colour() -> bool:
    """Tell whether there is a terminal that may show colours (no-color.org)."""
    return not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb" and _is_terminal()


def _is_terminal() -> bool:
    return sys.stdout.isatty()


def change_lines(event: Event, *, coloured: bool) -> list[str]:
    """Return the place of a change, with its lines in both files, and its words."""
    lines = [
        f"{event[side]}:{event[f'{side}_line']}"
        for side in ("old", "new")
        if event[f"{side}_line"] is not None
    ]
    under = f", under “{event['under']}”" if event["under"] else ""
    move = f" ({event['move']})" if event["move"] else ""
    head = printable(f"{', '.join(lines)}: {event['place']}{under}: {_fate(event)}{move}")
    return [head, f"  {_words(event['pieces'], coloured=coloured)}"]


def _fate(event: Event) -> str:
    """Return what became of it; what moved is told at both of its places."""
    if event["kind"] != "moved":
        return str(event["kind"])
    return "moved away from here" if event["new_line"] is None else "moved here"


def _words(pieces: list[Words], *, coloured: bool) -> str:
    """Return the words of a change; a space parts what stands in the place of something else."""
    said, before = "", "same"
    for place, piece in enumerate(pieces):
        kind = piece["kind"]
        if "same" not in (before, kind) and not said.endswith(" "):
            said += " "
        if kind == "same":
            said += _same(piece["text"], first=place == 0, last=place == len(pieces) - 1)
        else:
            said += _signed(piece, coloured=coloured)
        before = kind
    return said.strip()


def _same(text: str, *, first: bool, last: bool) -> str:
    """Return as much of words that are the same as a change is found by, whole words of them."""
    text = printable(text)
    if first and last:
        return _beginning(text, _LONGEST)
    if len(text) <= 2 * _AROUND:
        return text
    begin = "" if first else _beginning(text, _AROUND)
    return begin.removesuffix("…") + ("…" if last else _ending(text, _AROUND))


def _beginning(text: str, most: int) -> str:
    """Return the first words of a text, with an ellipsis if there are more."""
    if len(text) <= most:
        return text
    words, space, _ = text[:most].rpartition(" ")
    return f"{words}{space}…" if words.strip() else f"{text[:most]}…"


def _ending(text: str, most: int) -> str:
    """Return the last words of a text, after an ellipsis."""
    _, space, words = text[-most:].partition(" ")
    return f"…{space}{words}" if words.strip() else f"…{text[-most:]}"


def _signed(piece: Words, *, coloured: bool) -> str:
    """Return words that were added or deleted; spaces at their edges stand outside the signs."""
    match = _EDGES.fullmatch(printable(piece["text"]))
    assert match  # noqa: S101  # it fits any text
    before, words, after = match.groups()
    begin, end, colour = _SIGNS[piece["kind"]]
    move = f"({piece['move']})" if piece["move"] else ""
    said = f"{begin}{_beginning(words, _LONGEST)}{end}{move}"
    return f"{before}\033[{colour}m{said}\033[0m{after}" if coloured else f"{before}{said}{after}"
