"""A composed page as one file of HTML: styles and faces inside, nothing fetched from outside."""

from __future__ import annotations

import base64
import io
from typing import TYPE_CHECKING

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

from communique.paths import TEMPLATES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from communique.page import Page


def standalone(page: Page) -> str:
    """Return the HTML of `page` with the characters it needs of each face."""
    characters = set(page.html) | set(page.styles)
    faces = "\n".join(_faces(frozenset(page.families), characters))
    style = f"<style>\n{faces}\n{page.styles}</style>\n</head>"
    return page.html.replace("</head>", style, 1)


def _faces(families: frozenset[str], characters: set[str]) -> Iterator[str]:
    for path in sorted((TEMPLATES / "fonts").glob("*/*.ttf")):
        with TTFont(path) as font:
            family, rule = _described(font)
            wanted = {ord(c) for c in characters} & set(font.getBestCmap())
            if family in families and any(chr(code).isalpha() for code in wanted):
                yield f"@font-face {{ {rule} src: url({_woff2(font, wanted)}); }}"


def _described(font: TTFont) -> tuple[str, str]:
    """Return a face's family and the descriptors that tell it from its siblings."""
    names, metrics = font["name"], font["OS/2"]
    family = str(names.getDebugName(16) or names.getDebugName(1))
    # Source's Regular names itself "… Regular" in name 1 and leaves name 16 out.
    family = family.removesuffix(" Regular")
    style = "italic" if metrics.fsSelection & 1 else "normal"
    return (
        family,
        f"font-family: '{family}'; font-weight: {metrics.usWeightClass}; font-style: {style};",
    )


def _woff2(font: TTFont, codes: set[int]) -> str:
    options = Options(layout_features=["*"], notdef_outline=True)
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=codes)
    subsetter.subset(font)
    font.flavor = "woff2"
    data = io.BytesIO()
    font.save(data)
    return f"data:font/woff2;base64,{base64.b64encode(data.getvalue()).decode('ascii')}"
