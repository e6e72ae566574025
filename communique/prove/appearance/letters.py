"""Letters: a second engine reads the same letters in each run of text."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from communique.prove.appearance.report import Report

if TYPE_CHECKING:
    from communique.content.content import Content
    from communique.model.faults import Faults
    from communique.pdf_reading.reading import Reading

#: Spaces, hyphens, and what is never drawn: the second engine has its own ways with them.
_APART = re.compile(
    r"[\s\x00-\x1f\u00ad\u034f\u2010\u2011\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufffe-]"
)
#: Scripts in which the second engine does not read what is written: it takes some letters of a
#: ligature for one of its own.
_UNREAD = re.compile("[\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufefc]")
_BRACKETS = str.maketrans("([{<«‹“", ")]}>»›”")


def second_reading(content: Content, reading: Reading, faults: Faults) -> None:  # noqa: ARG001  # one signature
    """Note runs of text that the second engine reads or draws otherwise; order is not held."""
    report = Report(faults, "letters")
    for view in reading.views:
        if not view.complete:
            report(view.number, "two engines do not see as many texts", ["all of it"])
        other = [
            f"{seen.piece.text.strip()} is read as {seen.letters.strip()}"
            for seen in view.texts
            if not _is_read_as(seen.piece.text, seen.letters)
        ]
        wrong = "a second engine reads other letters"
        report(view.number, wrong, other)
        foreign = [seen.piece.text for seen in view.texts if not seen.own]
        report(view.number, "a second engine cannot use the font of this", foreign)


def _is_read_as(text: str, letters: str) -> bool:
    return text == letters or bool(_UNREAD.search(text)) or _read(text) == _read(letters)


def _read(text: str) -> list[str]:
    """Return the letters of `text` as they are compared."""
    plain = unicodedata.normalize("NFKD", text).translate(_BRACKETS)
    return sorted(_APART.sub("", plain))
