"""What word processors write before points and between columns, as it is pasted from them."""

from __future__ import annotations

from communique.read.markdown.dialects.marks import Mark

_ROW = (
    "is not read as a row of a table",
    "write | between the cells, and |---| under the first row",
)
#: What word processors write before a point: a sign, or a letter of a font of signs with a tab.
_BULLETS = r"(?:[•●○▪◦‣·■□◆◇❖➢➤✓✔→⇒][ \t]*|[oqvØüÜ§¨Þ]\t[ \t]*|o[ ](?=[^\W\d_]))\S.*"
#: The same where it is a line alone: but for signs that may be meant, such as an arrow or a tick.
ALONE = Mark(
    r"(?:[•●▪◦‣][ \t]*|·[ \t]+|[oqvØüÜ§¨Þ]\t[ \t]*)\w.*",
    "does not begin a point",
    "write a hyphen and a space for it",
)
#: What begins two lines or more of a paragraph, which are then printed one after the other.
POINTS = (
    Mark(_BULLETS, "does not begin a point", "write a hyphen and a space for it", apart=True),
    Mark(
        r"[–—][ \t]\S.*",
        "goes on with its paragraph",
        "put an empty line before it if it should not",
    ),
    Mark(
        rf"(?![(]?\w{{1,3}}[.)]|[–—-]|{_BULLETS})[^\t]*[^\t ]\t+\S.*",
        *_ROW,
    ),
    Mark(r"[^|]*[^|\s] {3,}[^|\s][^|]*", *_ROW),
)
