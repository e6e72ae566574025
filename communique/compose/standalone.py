"""A composed page as one file of HTML: styles and fonts inside, nothing fetched from outside."""

from __future__ import annotations

import base64
import io
from collections import defaultdict
from typing import TYPE_CHECKING, Any

from fontTools.pens.boundsPen import ControlBoundsPen
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTCollection, TTFont

from communique.compose.fonts.installed import installed
from communique.design import templates
from communique.design.styles import stylesheets
from communique.design.theme import HYPHEN
from communique.model.characters import LINE_END_HYPHEN
from communique.store.paths import TEMPLATES

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from communique.compose.page import Page


#: usWeightClass from which on a font stands out of a text.
_SEMIBOLD = 600
#: How far, in em, a raised or lowered form begins from where its character does, at least.
_MOVED = 0.03


def standalone(page: Page) -> str:
    """Return the HTML of `page` with the characters it needs of each font."""
    characters = {*map(ord, LINE_END_HYPHEN + page.html + stylesheets.unnamed(page.styles))}
    return page.with_styles("\n".join(_fonts(page, characters)) + "\n")


def _fonts(page: Page, characters: set[int]) -> Iterator[str]:
    """Yield a font-face rule for each font of the families that are needed."""
    fonts = [TTFont(path) for path in _files()]
    for path in installed(page.content):
        if path not in templates.own_fonts():
            is_collection = path.suffix == ".ttc"
            fonts += TTCollection(path, lazy=True).fonts if is_collection else [TTFont(path)]
    families: dict[str, list[TTFont]] = defaultdict(list)
    for font in fonts:
        families[_family(font)].append(font)
    for family, wanted in _shares(page, families, characters).items():
        for font in families[family]:
            codes = wanted & set(font.getBestCmap())
            yield f"@font-face {{ {_descriptors(font)} src: url({_subset(font, codes)}); }}"
    for font in fonts:
        font.close()


def characters(path: Path) -> Iterator[tuple[str, set[int]]]:
    """Yield the family of each font in the file at `path`, and the characters it has glyphs for."""
    is_collection = path.suffix == ".ttc"
    with TTCollection(path, lazy=True) if is_collection else TTFont(path, lazy=True) as opened:
        for font in opened.fonts if is_collection else [opened]:
            yield _family(font), set(font.getBestCmap())


def small_forms(path: Path, features: Sequence[str]) -> Iterator[tuple[str, dict[str, str]]]:
    """Yield the family of each font in the file at `path`, and what each of `features` moves.

    A feature, "sups" or "subs", is given with the characters that have a form for it which begins
    higher or lower than they do: IBM Plex Sans Arabic has small figures on the line for "subs".
    """
    is_collection = path.suffix == ".ttc"
    with TTCollection(path, lazy=True) if is_collection else TTFont(path, lazy=True) as opened:
        for font in opened.fonts if is_collection else [opened]:
            characters = font.getBestCmap()
            forms = {feature: _moved(font, feature) for feature in features}
            yield (
                _family(font),
                {
                    feature: "".join(
                        chr(code) for code, name in characters.items() if name in moved
                    )
                    for feature, moved in forms.items()
                },
            )


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


def faces(path: Path) -> set[tuple[str, bool]]:
    """Return the family of each font in the file at `path`, and whether it is that of a text.

    Such a font is neither bold nor slanted.
    """
    is_collection = path.suffix == ".ttc"
    with TTCollection(path, lazy=True) if is_collection else TTFont(path, lazy=True) as opened:
        fonts = opened.fonts if is_collection else [opened]
        return {(_family(font), _is_regular(font)) for font in fonts}


def _files() -> tuple[Path, ...]:
    return (*sorted((TEMPLATES / "fonts").glob("*/*.ttf")), *templates.own_fonts())


def _shares(
    page: Page, families: dict[str, list[TTFont]], characters: set[int]
) -> dict[str, set[int]]:
    """Return which characters each family is needed for: those the ones before it lack."""
    shares: dict[str, set[int]] = defaultdict(set)
    content = page.content
    orders = [
        (*language.file.fonts, *listed, HYPHEN, *content.fonts)
        for _, listed in content.theme.fonts
        for language in content.languages
    ]
    for order in orders:
        rest = set(characters)
        for family in order:
            covered = rest & set(families[family][0].getBestCmap()) if families[family] else set()
            rest -= covered
            if covered:
                shares[family] |= covered
    return shares


def _family(font: TTFont) -> str:
    """Return a font's family; Source's Regular leaves name 16 out and adds its style to name 1."""
    names = font["name"]
    return str(names.getDebugName(16) or names.getDebugName(1)).removesuffix(" Regular")


def _is_regular(font: TTFont) -> bool:
    """Tell by weight and fsSelection whether a font stands out of no text (ISO/IEC 14496-22)."""
    metrics = font["OS/2"]
    return metrics.usWeightClass < _SEMIBOLD and not metrics.fsSelection & 1


def _descriptors(font: TTFont) -> str:
    metrics = font["OS/2"]
    style = "italic" if metrics.fsSelection & 1 else "normal"
    weight = metrics.usWeightClass
    return f"font-family: '{_family(font)}'; font-weight: {weight}; font-style: {style};"


def _subset(font: TTFont, codes: set[int]) -> str:
    subsetter = Subsetter(Options(layout_features=["*"], notdef_outline=True))
    subsetter.populate(unicodes=codes)
    subsetter.subset(font)
    data = io.BytesIO()
    font.save(data)
    kind = "otf" if font.sfntVersion == "OTTO" else "ttf"
    return f"data:font/{kind};base64,{base64.b64encode(data.getvalue()).decode('ascii')}"
