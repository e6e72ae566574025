"""Two texts compared paragraph by paragraph and word by word, as a window shows it."""

from __future__ import annotations

import re
from difflib import SequenceMatcher

Part = tuple[str, str]
"""What became of some words, "same", "deleted" or "inserted", and the words."""


def differences(old: str, new: str) -> list[list[Part]]:
    """Return the lines of two texts that differ, each as parts; what is the same is left out."""
    before, after = old.split("\n"), new.split("\n")
    found = []
    for kind, one, two, three, four in SequenceMatcher(None, before, after, False).get_opcodes():
        if kind != "equal":
            found.append(_words("\n".join(before[one:two]), "\n".join(after[three:four])))
    return [parts for parts in found if parts]


def _words(old: str, new: str) -> list[Part]:
    before, after = (re.findall(r"\s+|[^\s]+", text) for text in (old, new))
    parts: list[Part] = []
    for kind, one, two, three, four in SequenceMatcher(None, before, after, False).get_opcodes():
        if kind == "equal":
            parts.append(("same", "".join(before[one:two])))
            continue
        gone, come = "".join(before[one:two]), "".join(after[three:four])
        parts += [("deleted", gone)] if gone else []
        parts += [("inserted", come)] if come else []
    return parts
