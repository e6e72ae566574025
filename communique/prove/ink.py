"""Ink: every character is drawn, with a glyph of a face that the page names."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from communique.compose.page import Page
    from communique.model.faults import Faults
    from communique.pdf_reading.reading import Reading


def check(page: Page, reading: Reading, faults: Faults) -> None:
    """Note every character without a glyph and every face that nobody asked for."""
    sources = [
        (version.path, version.source.decode("utf-8", "replace"))
        for version in page.statement.versions
    ]
    allowed = {family.replace(" ", "-") for family in page.families}
    for characters in sorted(
        {piece.absent for piece in reading.pieces if piece.absent}, key=sorted
    ):
        for text in sorted(characters):
            path, source = next((pair for pair in sources if text in pair[1]), sources[0])
            line = source.count("\n", 0, max(source.find(text), 0)) + 1
            code = " ".join(f"U+{ord(character):04X}" for character in text)
            wrong = f"no face of the page has a glyph for {text} ({code})"
            instead = "write another character, or add a face to the theme"
            faults.add(line, "ink", wrong, instead, path=path)
    for name in sorted({piece.face.name for piece in reading.pieces}):
        if not any(_belongs(name, family) for family in allowed):
            wrong = f"the face {name} is not of a family that the page names"
            faults.add(1, "ink", wrong, "name it in the theme, or write other characters")


def _belongs(name: str, family: str) -> bool:
    """Tell whether a font's name, e.g. ABCDEF+Source-Serif-4-Italic, is of `family`."""
    plain = name.split("+", 1)[-1].rstrip(",")
    rest = plain.removeprefix(family).replace(",", "-").lower()
    return plain.startswith(family) and all(part in _STYLES for part in rest.strip("-").split("-"))


_STYLES = frozenset(("", "regular", "normal", "italic", "oblique", "bold", "semi", "semibold"))
