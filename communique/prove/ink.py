"""Ink: every character is drawn, with a glyph of a font that the page names, large enough."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from communique.content.content import Content
    from communique.model.faults import Faults
    from communique.pdf_reading.reading import Reading


def glyphs(content: Content, reading: Reading, faults: Faults) -> None:
    """Note every character that is drawn as a box, since no font of the page has a glyph for it."""
    sources = [
        (version.statement.path, version.statement.source.decode("utf-8", "replace"))
        for version in content.versions
    ]
    for text in {text for piece in reading.pieces for text in piece.absent}:
        path, source = next((pair for pair in sources if text in pair[1]), (faults.path, text))
        line = source.partition(text)[0].count("\n") + 1
        code = " ".join(f"U+{ord(character):04X}" for character in text)
        wrong = f"no font of the page has a glyph for {text} ({code})"
        instead = "write another character, or add a font to the theme"
        faults.add(line, "ink", wrong, instead, path=path)


def fonts(content: Content, reading: Reading, faults: Faults) -> None:
    """Note every font that nobody asked for: a character was then taken from anywhere."""
    own = {family for version in content.versions for family in version.language.file.fonts}
    allowed = {family.replace(" ", "-") for family in own | content.theme.families}
    for name in {piece.font.name for piece in reading.pieces}:
        if not any(_belongs(name, family) for family in allowed):
            wrong = f"the font {name} is not of a family that the page names"
            faults.add(1, "ink", wrong, "name it in the theme, or write other characters")


def embedding(content: Content, reading: Reading, faults: Faults) -> None:  # noqa: ARG001  # one signature
    """Note every font that is not in the file (ISO 19005-3, 6.2.11.4)."""
    for name in {piece.font.name for piece in reading.pieces if not piece.font.embedded}:
        faults.add(1, "ink", f"the font {name} is not embedded", "nothing was delivered")


def sizes(content: Content, reading: Reading, faults: Faults) -> None:
    """Note type that is smaller than the edition allows."""
    least = content.edition.minimum_size
    for piece in reading.pieces:
        if piece.size < least - _ROUNDING and piece.text.strip():
            wrong = f"page {piece.page + 1}: {piece.text.strip()[:30]} is set in {piece.size:g} pt"
            faults.add(1, "ink", wrong, f"the least in this edition is {least:g} pt")


def _belongs(name: str, family: str) -> bool:
    """Tell whether a font's name, e.g. ABCDEF+Source-Serif-4-Italic, is of `family`."""
    plain = name[name.find("+") + 1 :]
    rest = plain.removeprefix(family).replace(",", "-").lower()
    return plain.startswith(family) and all(part in _STYLES for part in rest.split("-"))


#: Sizes are written with few decimals, in pt.
_ROUNDING = 0.05
_STYLES = frozenset(("", "regular", "normal", "italic", "oblique", "bold", "semi", "semibold"))
