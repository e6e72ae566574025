"""What is replaced inside WeasyPrint while a PDF is made, and what is asked of its libraries.

``docs/engine.md`` lists it with its way out. Nothing here is used with another version of it than
`communique.typeset.VERSION`; tests tell when a newer one no longer needs or has what is replaced.
"""

from __future__ import annotations

import sys
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import weasyprint
import weasyprint.draw.text
import weasyprint.layout.block
import weasyprint.layout.inline
import weasyprint.pdf
import weasyprint.pdf.fonts
from weasyprint.formatting_structure import boxes
from weasyprint.text.ffi import ffi, fontconfig, harfbuzz, pango, pangoft2

from communique.typeset.replacing import replaced, replacing
from communique.typeset.text_layer import TextLayer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from contextlib import AbstractContextManager

#: Spaces that may end a text; no line ends at the last two (UAX 14, GL).
_SPACES = " \u00a0\u202f"
_HIGHEST = 100  # no version number of HarfBuzz is as high


def add_font(fonts: Any, path: Path) -> bool:
    """Let the font configuration `fonts` of the engine have the fonts of the file at `path`.

    The engine's own way, @font-face, cannot choose one of several fonts in a file. Returns whether
    there are fonts in it.
    """
    done = fontconfig.FcConfigAppFontAddFile(fonts._config, str(path).encode())
    pangoft2.pango_fc_font_map_config_changed(ffi.cast("PangoFcFontMap *", fonts.font_map))
    return bool(done)


def tagging(add_tags: Callable[..., Any]) -> AbstractContextManager[None]:
    """Let `add_tags` write the tag tree instead of the engine's function of the same name.

    The public finisher comes too late for this: by then the tie between the boxes and what was
    drawn for them is lost. Upstream: https://github.com/Kozea/WeasyPrint/issues/1836.
    """
    return replaced(weasyprint.pdf, "add_tags", lambda _, *given: add_tags(*given))


def rows_together() -> AbstractContextManager[None]:
    """Let the sides of a row of a parallel edition, which are cells, begin on one page.

    Where the beginning of one cell fits on a page and that of another does not, the engine cuts
    the row between them. It does not where a cell must not be cut, so such a one is said to be so
    until the row is laid out again. Not reported yet.
    """
    uncut: list[Any] = []  # styles, which cells share

    def lay_out(
        original: Any,
        context: Any,
        box: Any,
        bottom_space: float,
        skip_stack: Any,
        *rest: Any,
        **more: Any,
    ) -> Any:
        is_side = isinstance(box, boxes.TableCellBox) and box.element.get("data-part")
        if is_side and box.grid_x == 0 and box.children:  # what is put off is set again, empty
            while uncut:
                uncut.pop()["break_inside"] = "auto"
        found = original(context, box, bottom_space, skip_stack, *rest, **more)
        if is_side and skip_stack is None and _is_put_off(*found[:2]):
            uncut.append(box.style)
            box.style["break_inside"] = "avoid"
        return found

    return replaced(weasyprint.layout.block, "block_container_layout", lay_out)


def _is_put_off(cell: Any, resume_at: Any) -> bool:
    """Tell whether nothing of a cell found room on its page, as it was laid out there."""
    children = () if cell is None else cell.children
    goes_on = cell is None or resume_at is not None
    return goes_on and not any(kid.is_floated() or kid.is_in_normal_flow() for kid in children)


@replacing(weasyprint.layout.inline, "split_first_line")
def last_spaces_hang(  # the engine's own
    split: Any, text: str, style: Any, context: Any, width: float | None, *rest: Any, **more: Any
) -> Any:
    """Let the space that ends a text, as before stressed words, take no room where a line ends.

    Where the text fits into its line but for that space, the engine leaves the text's first word
    alone on the line. Where no line ends at the space, it ends before the last word of the text.
    Not reported yet.
    """
    found = split(text, style, context, width, *rest, **more)
    word, bare = text[: text.find(" ") + 1], text.rstrip(_SPACES)
    is_alone = found[2] == len(word.encode()) and len(word) < len(bare) < len(text)
    if width is None or not is_alone:
        return found
    fitting = split(bare, style, context, width, *rest, **more)
    if fitting[2] is not None:  # it does not fit without the space either
        return found
    hangs = text[len(bare)] == " "
    room = width + style["font_size"] if hangs else fitting[3] - 1
    return split(text, style, context, room, *rest, **more)


@replacing(weasyprint.layout.inline, "split_inline_box")
def room_at_the_start(  # noqa: PLR0913, PLR0917  # the engine's own
    split: Any,
    context: Any,
    box: Any,
    left: float,
    right: float,
    bottom: Any,
    skip: Any,
    *rest: Any,
) -> Any:
    """Let what an inline box has before its text, such as a padding, take room in its line.

    The engine breaks its first line as if there were none, finds that this is too wide, and breaks
    the line before the box, or before the last word of what stands there. Not reported yet.
    """
    if skip is None and not isinstance(box, boxes.LineBox):
        side = "left" if box.style["direction"] == "ltr" else "right"
        before = ("margin_{}", "border_{}_width", "padding_{}")
        right -= sum(getattr(box, name.format(side)) for name in before)
    return split(context, box, left, right, bottom, skip, *rest)


@replacing(weasyprint.layout.inline, "remove_last_whitespace")
def lines_in_order(remove: Any, context: Any, line: Any) -> None:
    """Let the boxes of a line stand beside one another once its last space is taken away.

    The engine draws that space all the same, moves all boxes of a line where the last one runs from
    right to left, and none where it stands in the midst of others, as the end of a passage does
    that goes on in the next line. Not reported yet.
    """
    width, left = line.width, min((box.position_x for box in _flow(line)), default=0)
    remove(context, line)
    if line.width != width:
        _draw_without_space(context, line)
        _place(line, left)


def _draw_without_space(context: Any, line: Any) -> None:
    """Let the last box of a line draw the text that it has left."""
    box = line
    while isinstance(box, boxes.ParentBox):
        box = box.children[-1]
    if box.text:
        shown, *_ = weasyprint.layout.inline.split_text_box(context, box, None, 0)
        box.pango_layout = shown.pango_layout


def _place(box: Any, left: float) -> None:
    """Put what is in a box beside one another in its direction, from `left` on."""
    children = _flow(box)
    for child in children[:: -1 if box.style["direction"] == "rtl" else 1]:
        child.translate(dx=left - child.position_x, ignore_floats=True)
        if isinstance(child, boxes.InlineBox):
            _place(child, child.content_box_x())
        left += child.margin_width()


def _flow(box: Any) -> list[Any]:
    return [child for child in box.children if child.is_in_normal_flow()]


@contextmanager
def writing() -> Iterator[None]:
    """Let every glyph that is drawn say what it stands for in its place: see `TextLayer`.

    The engine lets a glyph say, wherever it stands, what it stands for at its first use; where one
    character is drawn by two glyphs, both or neither say it. Upstream:
    https://github.com/Kozea/WeasyPrint/issues/2841.
    """
    layer = TextLayer()

    def draw_first_line(draw: Any, stream: Any, textbox: Any, *arguments: Any) -> Any:
        start, (name, _) = len(stream.stream), stream._current_font or ("", 0)
        emojis = draw(stream, textbox, *arguments)
        layer.follow(stream, start, name, textbox)
        return emojis

    def build_fonts_dictionary(build: Any, pdf: Any, fonts: Any, *arguments: Any) -> Any:
        for font in fonts.values():
            font.to_unicode.update(layer.texts(font))
        references = build(pdf, fonts, *arguments)
        layer.describe(pdf, references)
        return references

    with (
        replaced(weasyprint.draw.text, "draw_first_line", draw_first_line),
        replaced(weasyprint.pdf, "build_fonts_dictionary", build_fonts_dictionary),
    ):
        yield


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
