"""What is kept whole: addresses, symbols, telephone numbers and ranges, where their line has room.

A longer one goes on in the next line behind one of its signs, without a hyphen. Names of people and
parties stand in one line, where that has room; else they are not divided at their hyphens nor
behind particles, as in Éléonore de Saint-Véran. What else is said of those who sign has even lines.
And no word is divided anywhere, where a stylesheet allows it (`overflow-wrap`), unless it is wider
than its line: the engine divides one behind an inline element as soon as the rest of the line is
too narrow. A table that is too wide with whole addresses is as narrow as their parts let it be.
"""

from __future__ import annotations

import re
from typing import Any

import weasyprint.layout.block
import weasyprint.layout.table
from weasyprint.formatting_structure import boxes
from weasyprint.layout.preferred import table_and_columns_preferred_widths

from communique.typeset.lines import stuck
from communique.typeset.lines.even import bound_in_fewest
from communique.typeset.lines.stuck import measured
from communique.typeset.replacing import replacing

#: What says in the page that an element is kept whole.
_ATTRIBUTE, _WHOLE = "data-wrap", "whole"
#: The class of the addresses among them.
_ADDRESS = "address"
#: What says that hyphens within it are those of names; its words, and what is between them.
_NAMES, _WORDS = "names", re.compile(r"\S+|\s+").findall
#: What says that lines within a paragraph are as few and as even as can be.
_EVEN = "even"
#: The dots between names, behind which a line may end, and a space within a name.
_DOTS, _SPACE = re.compile(r"(?<=· )"), re.compile(r"(?<=\S) (?=\S)")
#: A particle before the rest of a name, such as de or von der, and that.
_PARTICLE = re.compile(r"(?<=\S )(?:[^\W\d_]{1,3} ){1,3}(?=[^\W\d_])\S+")
#: In percent of a line, the room in which no word is divided (CSS Text 4, hyphenate-limit-zone).
#: The engine divides one there all the same where an element begins with it.
_ALL = 100
#: Where what is too long for its line may go on: behind these, and never behind a hyphen.
_SIGN = re.compile(r"(?<=[@/?&=_#:;,~%+])(?=\w)|(?<=\.)(?=[^\W\d])|(?<=[^\W\d]\.)(?=\d)")
_HYPHEN, _BEFORE_HYPHEN = re.compile(r"(?<=[-‐–])(?=\w)"), re.compile(r"(?<=\w)(?=[-‐–])")
_PLACE, _JOINER, _SOFT_HYPHEN, _NO_BREAK = "\u200b", "\u2060", "\u00ad", "\u00a0"


@replacing(weasyprint.layout.block, "iter_line_boxes")
def whole_runs(lines: Any, context: Any, line_box: Any, *places: Any) -> Any:
    """Let what the page says is to be whole stand in one line, where that has room for it."""
    _, _, skip, block, *_ = places
    if skip is None:
        every = (block, *line_box.descendants())
        texts = [box for box in every if isinstance(box, boxes.TextBox)]
        for place in range(len(texts)):
            _keep(texts, place, block, context)
        for box in every:
            wrap = None if box.element is None else box.element.get(_ATTRIBUTE)
            if wrap == _NAMES:
                _join(box, block, context)
            elif wrap == _EVEN and isinstance(box, boxes.InlineBox):
                _even_out(box, block, context)
    return lines(context, line_box, *places)


@replacing(weasyprint.layout.table, "auto_table_layout")
def addresses_in_tables(lay_out: Any, context: Any, box: Any, containing_block: Any) -> None:
    """Let the parts of its addresses be the least widths of a table that is too wide with them."""
    least, *_ = table_and_columns_preferred_widths(context, box, outer=False)
    if least > containing_block[0]:
        before = [(each, each.text, each.style) for each in box.descendants() if _is_address(each)]
        for each, text, _ in before:
            each.text = _SIGN.sub(_PLACE, text)
            _restyle(each, white_space="normal")
        if before:
            del context.tables[box.get_wrapped_table()]  # where the engine keeps the widths
            table_and_columns_preferred_widths(context, box, outer=False)
        for each, text, style in before:  # where its lines end is found when it is laid out
            each.text, each.style = text, style
    lay_out(context, box, containing_block)


def is_whole(box: Any) -> bool:
    """Tell whether the page says that the text of a box is to be whole."""
    return box.element is not None and box.element.get(_ATTRIBUTE) == _WHOLE


def _is_address(box: Any) -> bool:
    element = box.element if isinstance(box, boxes.TextBox) else None
    return element is not None and _ADDRESS in element.get("class", "").split()


def _keep(texts: list[Any], place: int, block: Any, context: Any) -> None:
    """Let one of the texts of a block be divided, in its lines, only where it has to be.

    The engine lays some blocks out several times, each as wide as it may be then.
    """
    box, room = texts[place], block.width
    whole = is_whole(box)
    box.own = getattr(box, "own", box.style)  # as it was when it was first laid out
    is_kept = box.own["hyphenate_limit_zone"].value == _ALL and box.own["hyphens"] == "auto"
    if is_kept and " " not in box.text:
        fits = measured(box.text, box, context) <= room
        _restyle(box, hyphens="manual" if fits else "auto")
    if whole:
        fits = measured(box.text, box, context) <= room
        _restyle(box, white_space="nowrap" if fits else block.style["white_space"])
        if fits:
            return
        if _PLACE not in box.text:
            box.text = _parted(box, context, room)
    if box.style["overflow_wrap"] != "normal" or whole:
        words = re.split(rf"[\s{_PLACE}{_SOFT_HYPHEN}]", box.text)
        held = stuck.beside(texts, place, context)
        fits, first, last = stuck.fits([measured(each, box, context) for each in words], held, room)
        _restyle(box, overflow_wrap="normal" if fits else "anywhere")
        stuck.keep(box, held, first=first, last=last)


def _parted(box: Any, context: Any, room: float) -> str:
    """Return the text of a box with the places where it may go on in the next line.

    Those before hyphens are taken only where what is between two others is wider than a line.
    """
    text = in_parts(box.text)
    widest = max(measured(part, box, context) for part in text.split(_PLACE))
    return text if widest <= room else _BEFORE_HYPHEN.sub(_PLACE, text)


def in_parts(text: str) -> str:
    """Return a text with the places behind its signs where it may go on, and none at hyphens."""
    return _SIGN.sub(_PLACE, _HYPHEN.sub(_JOINER, text))


def _join(names: Any, block: Any, context: Any) -> None:
    """Let names in a box stand in one line each, where they fit into one.

    In a longer one no hyphen ends a line where the word that it stands in fits, and no particle.
    """
    for box in names.descendants():
        if isinstance(box, boxes.TextBox):
            box.names = getattr(box, "names", box.text)  # as it was when it was first laid out
            room = block.width - box.style["font_size"]  # a dot may stand in the next box
            together = "".join(
                _together(name, box, room, context) for name in _DOTS.split(box.names)
            )
            box.text = "".join(_undivided(word, box, block, context) for word in _WORDS(together))


def _even_out(said: Any, block: Any, context: Any) -> None:
    """Let what a box says have even lines, of which none ends at a hyphen where its word fits."""
    texts = [box for box in said.descendants() if isinstance(box, boxes.TextBox)]
    for box in texts:
        box.names = getattr(box, "names", box.text)  # as it was when it was first laid out
        box.text = "".join(_undivided(word, box, block, context) for word in _WORDS(box.names))
    if texts:
        bound_in_fewest(texts, block.width, context)


def _together(name: str, box: Any, room: float, context: Any) -> str:
    """Return a name in which no line ends at a space, or at least not behind a particle."""

    def bound(found: re.Match[str]) -> str:
        plain = found[0].replace(_SOFT_HYPHEN, "")
        fits = plain[0].islower() and measured(plain, box, context) <= room
        return found[0].replace(" ", _NO_BREAK) if fits else found[0]

    if measured(name, box, context) <= room:
        return _SPACE.sub(_NO_BREAK, name)
    return _PARTICLE.sub(bound, name)


def _undivided(word: str, box: Any, block: Any, context: Any) -> str:
    plain = word.replace(_SOFT_HYPHEN, "").replace(_JOINER, "")
    fits = "-" in plain and measured(plain, box, context) <= block.width
    return plain.replace("-", f"-{_JOINER}") if fits else word


def _restyle(box: Any, **values: str) -> None:
    box.style = box.style.copy()
    for name, value in values.items():
        box.style[name] = value
