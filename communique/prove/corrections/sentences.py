"""Sentences: what a correction asks for, read by the patterns of its language."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from communique.prove.corrections.forms import UNSEEN, spaced

if TYPE_CHECKING:
    from communique.design.language import Language
    from communique.design.writing.corrections import Corrections

#: The patterns of what can be asked for, the longer ones of those that begin alike first.
_KINDS = (
    *("replace", "insert_note", "insert_after", "insert_before", "move", "follow", "precede"),
    *("at_end", "insert", "delete", "delete_all", "renumbered", "level"),
)
_LOOKS = (
    *("emphasis", "strong", "both", "superscript", "subscript", "plain"),
    *("refer", "link", "unlink"),
)
#: What stands in a pattern without quotation marks.
_BARE = {
    "move": ("place",),
    "follow": ("new",),
    "precede": ("new",),
    "at_end": ("new",),
    "link": ("address",),
}
#: Spaces of which a reader sees no difference, nor how many there are.
_SPACES = re.compile("[ \t\n\u00a0]+")
_PLACE = re.compile(r"{(\w+)}")


class Asked(NamedTuple):
    """What is asked for, with the words of the text that stand in quotation marks."""

    kind: str
    old: list[str]
    new: list[str]
    rest: str = ""
    """A place, parts that come, an address, or the words of a heading to which a link leads."""


def folded(words: str) -> str:
    """Return words with one space between two, and only those kept that have their own width."""
    return _SPACES.sub(" ", UNSEEN.sub("", words)).strip(" ")


def asked(sentence: str, says: Corrections) -> Asked | None:
    """Return what a sentence asks for, None where it is no correction."""
    every = [(kind, getattr(says, kind)) for kind in _KINDS]
    every += [(kind, getattr(says.marks, kind)) for kind in _LOOKS]
    for kind, pattern in every:
        match = _pattern(pattern, says.quote, kind).fullmatch(folded(sentence))
        if match:
            found = match.groupdict()
            old, new = (found.get("old") or found.get("words") or ""), found.get("new") or ""
            rest = found.get("rest") or found.get("heading") or ""
            return Asked(kind, old.split(), [*spaced(new)], rest)
    return None


def coming(rest: str, says: Corrections, language: Language) -> list[tuple[str, list[str]]]:
    """Return the parts that come, each with its kind and its words; nothing where none are told."""
    patterns = {
        kind: _pattern(getattr(says.parts, kind), says.quote, "part").pattern
        for kind in ("paragraph", "heading", "point", "row")
    }
    comma = re.escape(f".{language.file.comma}.".replace(" ", "").strip("."))
    following = "|".join(pattern.partition("(?P<")[0] for pattern in patterns.values())
    found: list[tuple[str, list[str]]] = []
    while rest:
        for kind, pattern in patterns.items():
            match = re.match(f"{pattern}(?:{comma} ?(?={following})|$)", rest)
            if match:
                found.append((kind, [*spaced(match["words"])]))
                rest = rest[match.end() :]
                break
        else:
            return []
    return found


@cache
def _pattern(text: str, quote: str, kind: str) -> re.Pattern[str]:
    """Return what matches a pattern: words in quotation marks, other things without."""
    bare = _BARE.get(kind, ())
    before, after = (re.escape(folded(part)) for part in quote.split("{words}"))
    space = [" ?" if part != part.strip() else "" for part in quote.split("{words}")]
    written = ""
    for number, part in enumerate(_PLACE.split(folded(text.replace("*", "")))):
        if number % 2 == 0:
            written += re.escape(part)
        elif part in bare:
            written += "(?P<rest>.+)"
        else:
            written += f"{before}{space[0]}(?P<{part}>.+?){space[1]}{after}"
    return re.compile(written)
