"""Which characters of a content no font of its pages can draw: known without typesetting.

The rule is that of the proof (`communique.prove.ink`), which has the last word.
"""

from __future__ import annotations

import html
import json
import re
import unicodedata
from collections import defaultdict
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from communique.compose.fonts.installed import installed
from communique.content.texts import texts
from communique.design import templates
from communique.design.writing.rare_characters import remedy
from communique.model.faults import Faults
from communique.store import cache as kept
from communique.store.file_state import identity

if TYPE_CHECKING:
    from communique.content.content import Content
    from communique.content.text import Text
    from communique.store.file_state import Identity

#: What draws nothing: controls, formats and spaces (Unicode 17, 4.5).
_BLANK = frozenset(("Cc", "Cf", "Zl", "Zp", "Zs"))
#: Default ignorable marks (Unicode 17, 5.21): the grapheme joiner and variation selectors.
_IGNORED = frozenset((0x34F, *range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0)))
#: A character that is written by its number or name (CommonMark 0.31.2, 2.5).
_ENTITY = re.compile(r"&#?\w+;")
#: What HarfBuzz draws in the place of a character that the font lacks (hb-ot-shape-normalize).
_INSTEAD = {0x2011: 0x2010}


def check(content: Content) -> None:
    """Raise `StatementError` with each character that no font of the pages has a glyph for.

    It raises that, too, where fonts of a language are not installed.
    """
    drawable = _drawable(content)
    faults = Faults(content.statement.path)
    missing: dict[str, Text] = {}
    for text in texts(content):
        if text.role != "Figure":  # what a picture shows is not drawn
            for character in sorted(set(unicodedata.normalize("NFC", text.words))):
                if not _has_glyph(character, drawable):
                    missing.setdefault(character, text)
    sources = {
        version.statement.path: version.statement.source.decode("utf-8", "replace")
        for version in content.versions
    }
    places: dict[tuple[Path, int, str], list[str]] = defaultdict(list)
    for character, text in missing.items():
        line = _line(sources.get(text.path, ""), character) or text.line
        places[text.path, line, remedy(character)].append(character)
    for (path, line, instead), characters in places.items():
        codes = ", ".join(f"U+{ord(each):04X}" for each in sorted(characters))
        wrong = f"no font of the page has a glyph for {' '.join(sorted(characters))} ({codes})"
        faults.add(line, "ink", wrong, instead, path=path)
    faults.check()


def _line(source: str, character: str) -> int:
    """Return the line of a `source` that has `character` or an entity for it, 0 where none has."""
    source = unicodedata.normalize("NFC", source)
    entities = (each for each in _ENTITY.finditer(source) if html.unescape(each[0]) == character)
    place = source.find(character)
    if place < 0:
        place = next((each.start() for each in entities), -1)
    return source.count("\n", 0, place) + 1 if place >= 0 else 0


def _has_glyph(character: str, drawable: frozenset[int]) -> bool:
    """Tell whether fonts with these characters draw one, as it is or taken apart."""
    code = ord(character)
    if code in drawable or code in _IGNORED or unicodedata.category(character) in _BLANK:
        return True
    parts = unicodedata.normalize("NFD", character)
    if len(parts) > 1:
        return all(ord(part) in drawable for part in parts)
    return _INSTEAD.get(code) in drawable


def _drawable(content: Content) -> frozenset[int]:
    """Return the characters for which the fonts of a content have glyphs."""
    files = (*templates.shipped_fonts(), *installed(content))
    every = (fonts for file in files for fonts in _characters(file, identity(str(file))))
    families = content.theme.families.union(content.fonts)
    return frozenset().union(*(codes for family, codes in every if family in families))


@cache
def _characters(path: Path, found: Identity) -> list[tuple[str, frozenset[int]]]:
    """Return the family and the characters of each font in a file, of which this was `found`."""
    made_from = f"{path} {found}".encode()
    data = kept.load("drawn-characters", made_from)
    if data is None:
        from communique.compose.fonts.contents import characters  # noqa: PLC0415  # slow, and kept

        data = json.dumps([[name, sorted(codes)] for name, codes in characters(path)]).encode()
        kept.store("drawn-characters", made_from, data)
    return [(family, frozenset(codes)) for family, codes in json.loads(data)]
