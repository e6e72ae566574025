"""A difference between a PDF and the one that is due, in words for whoever holds the file."""

from __future__ import annotations

from typing import NamedTuple

WORDS, LOOKS, LINKS, ACTIONS = "words", "looks", "links", "actions"
ANNOTATIONS, FIELDS, ATTACHMENTS = "annotations", "form fields", "attachments"
METADATA, SAVING = "metadata", "saving"
_LONGEST = 100


class Difference(NamedTuple):
    """What differs: the aspect, and a sentence."""

    kind: str
    what: str
    certain: bool = True
    """Whether no version of the program would make that of the statement."""


def quoted(text: str) -> str:
    """Return a text in quotation marks, on one line, so short that it fits a message."""
    return f"“{shortened(text)}”"


def shortened(text: str, longest: int = _LONGEST) -> str:
    """Return a text on one line, so short that it fits a message."""
    line = " ".join(text.split())
    return line if len(line) <= longest else f"{line[:longest]}…"
