"""A composed page as one file of HTML: styles and fonts inside, nothing fetched from outside."""

from __future__ import annotations

import base64
import io
from collections import defaultdict
from typing import TYPE_CHECKING

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTCollection, TTFont

from communique.compose.fonts.contents import family
from communique.compose.fonts.installed import installed
from communique.design import templates
from communique.design.styles import stylesheets
from communique.design.theme import HYPHEN
from communique.model.characters import LINE_END_HYPHEN

if TYPE_CHECKING:
    from collections.abc import Iterator

    from communique.compose.page import Page


def standalone(page: Page) -> str:
    """Return the HTML of `page` with the characters it needs of each font."""
    characters = {*map(ord, LINE_END_HYPHEN + page.html + stylesheets.unnamed(page.styles))}
    return page.with_styles("\n".join(_fonts(page, characters)) + "\n")


def _fonts(page: Page, characters: set[int]) -> Iterator[str]:
    """Yield a font-face rule for each font of the families that are needed."""
    fonts = [TTFont(path) for path in (*templates.shipped_fonts(), *templates.own_fonts())]
    for path in installed(page.content):
        if path not in templates.own_fonts():
            is_collection = path.suffix == ".ttc"
            fonts += TTCollection(path, lazy=True).fonts if is_collection else [TTFont(path)]
    families: dict[str, list[TTFont]] = defaultdict(list)
    for font in fonts:
        families[family(font)].append(font)
    for name, wanted in _shares(page, families, characters).items():
        for font in families[name]:
            codes = wanted & set(font.getBestCmap())
            yield f"@font-face {{ {_descriptors(font)} src: url({_subset(font, codes)}); }}"
    for font in fonts:
        font.close()


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
        for name in order:
            covered = rest & set(families[name][0].getBestCmap()) if families[name] else set()
            rest -= covered
            if covered:
                shares[name] |= covered
    return shares


def _descriptors(font: TTFont) -> str:
    metrics = font["OS/2"]
    style = "italic" if metrics.fsSelection & 1 else "normal"
    weight = metrics.usWeightClass
    return f"font-family: '{family(font)}'; font-weight: {weight}; font-style: {style};"


def _subset(font: TTFont, codes: set[int]) -> str:
    subsetter = Subsetter(Options(layout_features=["*"], notdef_outline=True))
    subsetter.populate(unicodes=codes)
    subsetter.subset(font)
    data = io.BytesIO()
    font.save(data)
    kind = "otf" if font.sfntVersion == "OTTO" else "ttf"
    return f"data:font/{kind};base64,{base64.b64encode(data.getvalue()).decode('ascii')}"
