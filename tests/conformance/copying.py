"""What readers copy from a page, and the closed list of what they change themselves.

The list is that of docs/trust.md, as code: each change is made to the statement, to what was
copied, or to both, and then the two have to be the same, character for character.
"""

from __future__ import annotations

import re
import subprocess
from collections import Counter
from typing import TYPE_CHECKING

import pypdfium2 as pdfium

from communique.pdf_reading.reading import Reading

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

#: Poppler encloses words of the other direction in controls.
_CONTROLS = re.compile("[\u202a-\u202e]")
#: Characters that are not drawn.
_UNDRAWN = re.compile("[\u200b-\u200f]")
_LIGATURES = {0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl"}
#: PDFium copies some of these as their mirror images in text that runs from right to left.
_MIRRORED = str.maketrans("([{<«‹“‘", ")]}>»›”’")
_RTL = re.compile("[\u0590-\u08ff]")
_RTL_WORD = re.compile("[\u05d0-\u05ea\u0621-\u065f\u066e-\u06d5]+")
#: Letters with these stand in several lines for poppler.
_POINTS = re.compile("[\u0591-\u05c7\u064b-\u0652]")


def by_poppler(pdf: Path) -> str:
    """Return the text of a PDF as pdftotext gives it."""
    command = ["pdftotext", "-enc", "UTF-8", str(pdf), "-"]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=True)  # noqa: S603  # poppler, by name
    return _CONTROLS.sub("", done.stdout)


def by_pdfium(pdf: Path) -> str:
    """Return the text of a PDF as Chrome copies it."""
    document = pdfium.PdfDocument(pdf)
    text = "\n".join(page.get_textpage().get_text_range() for page in document)
    document.close()
    return text


def by_our_own(pdf: Path) -> str:
    """Return the text of a PDF as the proof reads it, block by block."""
    blocks = Reading(pdf.read_bytes()).blocks
    return "\n".join("".join(piece.text for piece in block.pieces) for block in blocks)


READERS: dict[str, Callable[[Path], str]] = {
    "poppler": by_poppler,
    "PDFium": by_pdfium,
    "our own": by_our_own,
}


def as_copied(text: str, reader: str) -> str:
    """Return what a reader makes of a text of the statement: PDFium takes ligatures apart."""
    return text.translate(_LIGATURES) if reader == "PDFium" else text


def lost(texts: list[str], copied: str, reader: str) -> list[str]:
    """Return the `texts`, each a line of the statement, that a reader did not copy, in order."""
    if _RTL.search("".join(texts)):
        return _lost_backwards(texts, copied, reader)
    missing, rest = [], _spaced(copied)
    for text in texts:
        before, found, after = rest.partition(_spaced(as_copied(text, reader)))
        if found:
            rest = after
        else:
            missing.append(text)
            rest = before
    return missing


def _spaced(text: str) -> str:
    """Return a text with one kind of space, and none beside characters that stand without any."""
    text = " ".join(text.split())
    return re.sub("(?<=[\u2e80-\uffef]) | (?=[\u2e80-\uffef])", "", text)


def _lost_backwards(texts: list[str], copied: str, reader: str) -> list[str]:
    """Return what is lost of text that runs from right to left, where readers have their own order.

    The words of each line are compared; where there are vowel signs, and in what the proof reads,
    which is in the order of drawing, its letters; and in poppler, which sets such signs apart,
    those of all lines.
    """
    if reader == "poppler" and _POINTS.search("".join(texts)):
        missing = _letters("".join(texts)) - _letters(copied)
        return ["".join(missing.elements())] if missing else []
    found = {True: _letters, False: _words}
    lines = {kind: [of(line) for line in copied.splitlines()] for kind, of in found.items()}
    marked = [reader == "our own" or bool(_POINTS.search(text)) for text in texts]
    pairs = zip(texts, marked, strict=True)
    return [text for text, kind in pairs if found[kind](text) not in lines[kind]]


def _words(text: str) -> Counter[str]:
    """Return how often each word of letters from right to left is in a text."""
    return Counter(_RTL_WORD.findall(_UNDRAWN.sub("", text)))


def _letters(text: str) -> Counter[str]:
    """Return how often each character is in a text that runs from right to left."""
    return Counter(re.sub(r"\s", "", _UNDRAWN.sub("", text)).translate(_MIRRORED))
