"""What font files have: families, characters, and forms that are raised or lowered.

Reading them is slow: whoever asks keeps what is found (`communique.store.cache`).
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from fontTools.pens.boundsPen import ControlBoundsPen
from fontTools.ttLib import TTCollection, TTFont

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

#: usWeightClass from which on a font stands out of a text.
_SEMIBOLD = 600
#: How far, in em, a raised or lowered form begins from where its character does, at least.
_MOVED = 0.03
#: What `templates/fonts/fonts.conf` lets other fonts draw: the minus of fonts with these words.
_MINUS, _WITHOUT_MINUS = 0x2212, ("Noto", "Hebrew")


def family(font: TTFont) -> str:
    """Return a font's family; Source's Regular leaves name 16 out and adds its style to name 1."""
    names = font["name"]
    return str(names.getDebugName(16) or names.getDebugName(1)).removesuffix(" Regular")


def characters(path: Path) -> Iterator[tuple[str, set[int]]]:
    """Yield the family of each font in the file at `path`, and the characters it draws."""
    with _fonts(path) as fonts:
        for font in fonts:
            name = family(font)
            taken = {_MINUS} if all(word in name for word in _WITHOUT_MINUS) else set()
            yield name, set(font.getBestCmap()) - taken


def faces(path: Path) -> set[tuple[str, bool]]:
    """Return the family of each font in the file at `path`, and whether it is that of a text.

    Such a font is neither bold nor slanted.
    """
    with _fonts(path) as fonts:
        return {(family(font), _is_regular(font)) for font in fonts}


def small_forms(path: Path, features: Sequence[str]) -> Iterator[tuple[str, dict[str, str]]]:
    """Yield the family of each font in the file at `path`, and what each of `features` moves.

    A feature, "sups" or "subs", is given with the characters that have a form for it which begins
    higher or lower than they do: IBM Plex Sans Arabic has small figures on the line for "subs".
    """
    with _fonts(path) as fonts:
        for font in fonts:
            yield family(font), {feature: _moved_characters(font, feature) for feature in features}


@contextmanager
def _fonts(path: Path) -> Iterator[Sequence[TTFont]]:
    is_collection = path.suffix == ".ttc"
    with TTCollection(path, lazy=True) if is_collection else TTFont(path, lazy=True) as opened:
        yield opened.fonts if is_collection else [opened]


def _is_regular(font: TTFont) -> bool:
    """Tell by weight and fsSelection whether a font stands out of no text (ISO/IEC 14496-22)."""
    metrics = font["OS/2"]
    return metrics.usWeightClass < _SEMIBOLD and not metrics.fsSelection & 1


def _moved_characters(font: TTFont, feature: str) -> str:
    moved = _moved(font, feature)
    return "".join(chr(code) for code, name in font.getBestCmap().items() if name in moved)


def _moved(font: TTFont, feature: str) -> set[str]:
    """Return the names of the glyphs that a `feature` of a font puts a moved form in the place of.

    ISO/IEC 14496-22, "GSUB": single substitutions, in whatever script.
    """
    table = font["GSUB"].table if "GSUB" in font else None
    if table is None or table.FeatureList is None:
        return set()
    records = (each for each in table.FeatureList.FeatureRecord if each.FeatureTag == feature)
    lookups = {index for each in records for index in each.Feature.LookupListIndex}
    subtables = (one for index in lookups for one in table.LookupList.Lookup[index].SubTable)
    inner = (getattr(one, "ExtSubTable", one) for one in subtables)
    glyphs, least = font.getGlyphSet(), _MOVED * font["head"].unitsPerEm
    return {
        name
        for one in inner
        for name, form in getattr(one, "mapping", {}).items()
        if abs(_bottom(glyphs, name) - _bottom(glyphs, form)) > least
    }


def _bottom(glyphs: Mapping[str, Any], name: str) -> float:
    """Return where a glyph begins over the line, in units of its font."""
    pen = ControlBoundsPen(glyphs)
    glyphs[name].draw(pen)
    return pen.bounds[1] if pen.bounds else 0
