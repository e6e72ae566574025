"""What is replaced inside WeasyPrint while a PDF is made, and what is asked of its libraries.

``docs/engine.md`` lists it with its way out. Nothing here is used with another version of it than
`communique.typeset.VERSION`; tests tell when a newer one no longer needs or has what is replaced.
"""

from __future__ import annotations

import re
import sys
from collections import defaultdict
from contextlib import contextmanager
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

import weasyprint
import weasyprint.pdf
import weasyprint.pdf.fonts
from weasyprint.formatting_structure import boxes
from weasyprint.text.ffi import ffi, fontconfig, harfbuzz, pango, pangoft2
from weasyprint.text.fonts import get_pango_font_key

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_HIGHEST = 100  # no version number of HarfBuzz is as high
#: Scripts whose letters join: one letter can be several glyphs, several letters one glyph.
JOINING = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefe]")
#: From here on a number is no glyph but a mark of Pango's that none is drawn (PANGO_GLYPH_EMPTY).
_NO_GLYPH = 0x0FFFFFFF
Cluster = tuple[str, tuple[int, ...]]


def add_font(fonts: Any, path: Path) -> bool:
    """Let the font configuration `fonts` of the engine have the fonts of the file at `path`.

    The engine's own way, @font-face, cannot choose one of several fonts in a file. Returns whether
    there are fonts in it.
    """
    done = fontconfig.FcConfigAppFontAddFile(fonts._config, str(path).encode())
    pangoft2.pango_fc_font_map_config_changed(ffi.cast("PangoFcFontMap *", fonts.font_map))
    return bool(done)


@contextmanager
def tagging(add_tags: Callable[..., Any]) -> Iterator[None]:
    """Let `add_tags` write the tag tree instead of the engine's function of the same name.

    The public finisher comes too late for this: by then the tie between the boxes and what was
    drawn for them is lost. Upstream: https://github.com/Kozea/WeasyPrint/issues/1836.
    """
    original = weasyprint.pdf.add_tags
    weasyprint.pdf.add_tags = add_tags
    try:
        yield
    finally:
        weasyprint.pdf.add_tags = original


@contextmanager
def mapping(document: Callable[[], Any]) -> Iterator[None]:
    """Mend the characters of glyphs of joining scripts before the fonts are written.

    The engine gives a glyph the characters of the cluster it first occurs in. Where a letter is
    drawn with two glyphs, both then say the letter, and text copied from the PDF has it twice.
    """
    original = weasyprint.pdf.build_fonts_dictionary

    def build(pdf: Any, fonts: Any, *arguments: Any) -> Any:
        for key, clusters in _clusters(document()).items():
            if key in fonts:
                _map(fonts[key].to_unicode, clusters)
        return original(pdf, fonts, *arguments)

    weasyprint.pdf.build_fonts_dictionary = build
    try:
        yield
    finally:
        weasyprint.pdf.build_fonts_dictionary = original


def _map(to_unicode: dict[int, str], clusters: set[Cluster]) -> None:
    """Let the glyphs of each cluster say together what the cluster says, each part once."""
    alone = {glyphs[0]: text for text, glyphs in sorted(clusters) if len(glyphs) == 1}
    to_unicode.update(alone)
    for text, glyphs in sorted(clusters):
        rest = text
        for glyph in glyphs:
            rest = rest.replace(alone.get(glyph, ""), "", 1)
        for glyph in glyphs:
            if glyph not in alone:
                to_unicode[glyph] = alone[glyph] = rest
                rest = ""


def _clusters(document: Any) -> dict[Any, set[Cluster]]:
    """Return, for each font, what its clusters say and are drawn with, where scripts join."""
    found: dict[Any, set[Cluster]] = defaultdict(set)
    for page in document.pages:
        for box in page._page_box.descendants():
            if isinstance(box, boxes.TextBox) and JOINING.search(box.text):
                for key, cluster in _shaped(box):
                    found[key].add(cluster)
    return found


def _shaped(box: Any) -> Iterator[tuple[Any, Cluster]]:
    layout = box.pango_layout
    layout.reactivate(box.style)
    line, _ = layout.get_first_line()
    text, run = layout.text.encode(), line.runs[0]
    while run != ffi.NULL:
        item, run = run.data, run.next
        key, *_ = get_pango_font_key(item.item.analysis.font)
        glyphs: dict[int, list[int]] = defaultdict(list)
        for index in range(item.glyphs.num_glyphs):
            glyph = item.glyphs.glyphs[index].glyph
            if glyph < _NO_GLYPH:
                glyphs[item.glyphs.log_clusters[index]].append(glyph)
        starts = [*sorted(glyphs), item.item.length]
        backwards = item.item.analysis.level % 2
        for start, end in pairwise(starts):
            said = text[item.item.offset + start : item.item.offset + end].decode()
            drawn = reversed(glyphs[start]) if backwards else glyphs[start]
            yield key, (said, tuple(drawn))
    layout.deactivate()


def subsets_fonts() -> bool:
    """Tell whether the library that cuts fonts down to the glyphs in use is there."""
    return weasyprint.pdf.fonts.harfbuzz_subset is not None


def libraries() -> tuple[str, ...]:
    """Return the names and versions of the libraries on which a PDF's bytes depend."""
    number = pango.pango_version()
    versions = {
        "WeasyPrint": weasyprint.__version__,
        "Pango": f"{number // 10000}.{number // 100 % 100}.{number % 100}",
        "HarfBuzz": _harfbuzz(),
    }
    return tuple(f"{name} {version}" for name, version in versions.items())


def _harfbuzz() -> str:
    """Return HarfBuzz's version, found by asking whether it is at least this one."""
    found: list[int] = []
    for rest in (2, 1, 0):
        known = (
            n for n in range(_HIGHEST) if not harfbuzz.hb_version_atleast(*found, n, *[0] * rest)
        )
        found.append(next(known) - 1)
    return ".".join(map(str, found))


@cache
def loaded() -> tuple[str, ...]:
    """Return the system's shared libraries in this process, where it tells (Linux, proc(5))."""
    try:
        maps = Path("/proc/self/maps").read_text("utf-8", errors="replace")
    except OSError:
        return ()
    paths = {line.split(maxsplit=5)[5] for line in maps.splitlines() if ".so" in line}
    return tuple(
        sorted(path for path in paths if not path.startswith((sys.prefix, sys.base_prefix)))
    )
