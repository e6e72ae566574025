"""A second engine reads the letters of each run of text, and can use its font."""

from __future__ import annotations

import re
import unicodedata
from itertools import groupby
from typing import TYPE_CHECKING

from communique.bidi.fribidi import mirror_image
from communique.prove.appearance.report import Report

if TYPE_CHECKING:
    from collections.abc import Iterator

    from communique.content.content import Content
    from communique.model.faults import Faults
    from communique.pdf_reading.drawing.view import View
    from communique.pdf_reading.reading import Reading

#: Spaces, hyphens, and what is never drawn: the second engine has its own ways with them. What has
#: the code of a variation selector and says nothing, as marks over letters do, it reads as one.
_APART = re.compile(
    r"[\s\x00-\x1f\u00ad\u034f\u2010\u2011\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufe00-\ufe0f\ufeff\ufffe-]"
)
#: The script in which the second engine does not read what is written with a font that has one code
#: for each glyph, as those with CFF outlines: it takes a glyph that says nothing for a letter.
_UNREAD = re.compile("[\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufefc]")
#: What it reads in text from right to left: quotation marks as others, strokes as a slash, that
#: of a fraction (½) and that of a relation (≠), and two signs as the letter in them.
_READ_AS = str.maketrans("“‘\u2044\u0338®℞", "”’//RR")


def second_reading(content: Content, reading: Reading, faults: Faults) -> None:  # noqa: ARG001  # one signature
    """Note runs of text that the second engine reads or draws otherwise, in whatever order."""
    report = Report(faults, "letters")
    for view in reading.views:
        if not view.complete:
            report(view.number, "two engines do not see as many texts", ["all of it"])
        other = [
            f"{text.strip()} is read as {letters.strip()}"
            for text, letters in _texts(view)
            if not _is_read_as(text, letters)
        ]
        wrong = "a second engine reads other letters"
        report(view.number, wrong, other)
        foreign = [seen.piece.text for seen in view.texts if not seen.own]
        report(view.number, "a second engine cannot use the font of this", foreign)


def _texts(view: View) -> Iterator[tuple[str, str]]:
    """Yield what is drawn in each run of text, or in the runs of a span, and what is read there.

    The second engine takes a span's text for what the first of its runs says.
    """
    for _, group in groupby(view.texts, key=lambda seen: seen.piece.span or id(seen)):
        runs = list(group)
        text = "".join(seen.piece.text for seen in runs)
        if not (_UNREAD.search(text) and runs[0].piece.font.compact):
            yield text, "".join(seen.letters for seen in runs)


def _is_read_as(text: str, letters: str) -> bool:
    return text == letters or _read(text) == _read(letters)


def _read(text: str) -> list[str]:
    """Return the letters of `text` as they are compared: as itself or its mirror image alike."""
    plain = _APART.sub("", unicodedata.normalize("NFKD", text).translate(_READ_AS))
    return sorted(min(letter, mirror_image(letter)) for letter in plain)
