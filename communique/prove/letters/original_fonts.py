"""What the font files of the project and of the program say of other forms of their glyphs.

A PDF has a part of each font, without its substitutions. In the file that the part was taken from
the glyphs have the same numbers, and that file says which are old-style figures or ligatures.
"""

from __future__ import annotations

import json
import re
import struct
from typing import TYPE_CHECKING

from communique.design import templates
from communique.pdf_reading.fonts.other_forms import other_forms
from communique.pdf_reading.fonts.program import characters, full_name
from communique.store import cache as kept

if TYPE_CHECKING:
    from pathlib import Path

    from communique.pdf_reading.fonts import Font

    Texts = dict[int, frozenset[str]]
    """The texts that each glyph of a font stands for."""


def forms(font: Font) -> Texts:
    """Return the texts of the glyphs of a PDF's `font` that are other forms of a character.

    Nothing is returned where no font file has its name and gives its glyphs the same characters.
    """
    own, others = _said(_plain(font.name.partition("+")[2]))
    return others if font.characters.items() <= own.items() else {}


@templates.remembered
def _said(name: str) -> tuple[Texts, Texts]:
    """Return the characters, and the other forms, of the glyphs of the font with a plain `name`."""
    paths = templates.fonts()
    states = [(str(path), path.stat().st_size, path.stat().st_mtime_ns) for path in paths]
    made_from = f"{name} {states}".encode()
    if (data := kept.load("forms", made_from)) is None:
        data = json.dumps([_listed(texts) for texts in _read(name, paths)]).encode()
        kept.store("forms", made_from, data)
    own, others = ({int(key): frozenset(texts[key]) for key in texts} for texts in json.loads(data))
    return own, others


def _read(name: str, paths: list[Path]) -> tuple[Texts, Texts]:
    """Return what the first of the fonts at `paths` that has the plain `name` says."""
    for path in paths:
        program = path.read_bytes()
        try:
            if _plain(full_name(program)) == name:
                return characters(program), other_forms(program)
        except (struct.error, ValueError):  # a table that ends too soon, lists that do not agree
            continue
    return {}, {}


def _listed(texts: Texts) -> dict[int, list[str]]:
    return {glyph: sorted(each) for glyph, each in texts.items()}


def _plain(name: str) -> str:
    """Return the name of a font as the engine and the font itself agree on it."""
    return re.sub("[^a-z0-9]", "", name.lower()).removesuffix("regular")
