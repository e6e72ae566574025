"""Draw the hyphen that stands at line ends: `python tools/hyphen.py`.

In Source Serif 4 and Source Sans 3 the hyphens U+002D, U+00AD, U+2010 and U+2011 are one glyph. A
PDF has one character a glyph, so a hyphen of the engine and a hyphen of the author could not be
told apart in its text. The engine's therefore comes from a font of its own, with the measures of
Source Serif's, under a private-use character that becomes U+00AD (soft hyphen) in the PDF.
"""

from pathlib import Path

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen

FOLDER = Path(__file__).resolve().parent.parent / "templates" / "fonts" / "communique-hyphen"
#: 1 January 2024 in seconds since 1904, whatever day it is.
DRAWN = 3_786_912_000
FAMILY, CHARACTER = "Communique Hyphen", 0xE0AD
#: Weight → left, bottom, right, top of the stroke and its advance, in 1/1000 em.
WEIGHTS = {"Regular": (400, (40, 215, 272, 280), 312), "Semibold": (600, (40, 213, 285, 290), 325)}


def draw(name: str, weight: int, stroke: tuple[int, int, int, int], advance: int) -> None:
    """Write the font `name` of that `weight`."""
    left, bottom, right, top = stroke
    pen = TTGlyphPen(None)
    pen.moveTo((left, bottom))
    for point in ((left, top), (right, top), (right, bottom)):
        pen.lineTo(point)
    pen.closePath()
    builder = FontBuilder(1000, isTTF=True)
    builder.setupGlyphOrder([".notdef", "hyphen"])
    builder.setupCharacterMap({CHARACTER: "hyphen"})
    builder.setupGlyf({".notdef": TTGlyphPen(None).glyph(), "hyphen": pen.glyph()})
    builder.setupHorizontalMetrics({".notdef": (advance, 0), "hyphen": (advance, left)})
    builder.setupHorizontalHeader(ascent=1036, descent=-335)
    builder.setupNameTable({"familyName": FAMILY, "styleName": name})
    builder.setupOS2(
        usWeightClass=weight,
        sTypoAscender=1036,
        sTypoDescender=-335,
        usWinAscent=1036,
        usWinDescent=335,
    )
    builder.setupPost()
    builder.font["head"].created = builder.font["head"].modified = DRAWN
    builder.font.recalcTimestamp = False
    builder.save(FOLDER / f"CommuniqueHyphen-{name}.ttf")


if __name__ == "__main__":
    for name, measures in WEIGHTS.items():
        draw(name, *measures)
