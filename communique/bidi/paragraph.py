"""A paragraph: the level of each of its characters, and the order in which a line shows them."""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from communique.bidi.fribidi import embedding_levels
from communique.bidi.own_order import ALM, LRM, RLM, Kept, kept, without_addresses
from communique.model.characters import RTL_LETTERS

if TYPE_CHECKING:
    from collections.abc import Sequence

#: What stands in a text for a picture, or for the number that calls a note (UAX 9, 6.2: neutral).
OBJECT = "\ufffc"
#: Characters that say which way a text runs, and are not drawn.
CONTROLS = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
_TURNING = re.compile(f"[{RTL_LETTERS}{CONTROLS}٠-٩]")
#: What takes the place of those that are not heeded: it has no width, and is nothing to UAX 9.
_STILL = dict.fromkeys((*range(0x202A, 0x202F), *range(0x2066, 0x206A)), "\u200b")
#: Isolates and overrides (UAX 9, 2.2 and 2.4), for what the engine is given as one text.
_LRI, _RLI, _PDI, _LRO, _PDF = "\u2066\u2067\u2069\u202d\u202c"


class Span(NamedTuple):
    """A part of a text that runs "ltr" or "rtl" by itself, from one place to another."""

    begin: int
    end: int
    direction: str
    arabic: bool | None = None
    """Whether its figures are those of an Arabic text; None where they are as around it."""


class Paragraph(NamedTuple):
    """A text of which each line shows a part: its words, and the direction that leads in it."""

    text: str
    direction: str
    arabic: bool = False
    """Whether its figures are those of an Arabic text, also where no letter precedes them."""
    isolates: tuple[Span, ...] = ()
    """Parts that stand in it like a picture and have a direction of their own; outer ones first."""
    heeding: bool = False
    """Whether embeddings, overrides and isolates in its text take effect."""
    whole: tuple[tuple[int, int], ...] = ()
    """Parts that are not torn apart, such as links: one that would be is an isolate."""

    @property
    def shown(self) -> str:
        """Its text, of the same length, without controls that take no effect."""
        return self.text if self.heeding else self.text.translate(_STILL)

    @property
    def turns(self) -> bool:
        """Whether anything in it may run against the direction from left to right."""
        return self.direction == "rtl" or bool(self.isolates or _TURNING.search(self.text))


def isolated(paragraph: Paragraph) -> str:
    """Return a text with marks that keep its order and its direction, whatever is around it."""
    if not paragraph.turns:
        return paragraph.text
    text, result, place = paragraph.shown, _begun(paragraph), 0
    for run in _runs(paragraph):
        inner = text[run.begin : run.end]
        around = {"symbol": "{}", "figures": f"{_LRI}{_LRO}{{}}{_PDF}{_PDI}"}
        shown = around.get(run.kind, f"{_LRI}{{}}{_PDI}").format(inner)
        result += f"{text[place : run.begin]}{run.before}{shown}{run.after}"
        place = run.end
    begin = _RLI if paragraph.direction == "rtl" else _LRI
    return f"{begin}{result}{text[place:]}{_PDI}"


def alone(paragraph: Paragraph, around: str) -> str:
    """Return a text as `isolated` does, for a line in a text with the direction `around`."""
    shown = isolated(paragraph)
    if paragraph.turns or paragraph.direction == around:
        return shown
    return f"{_LRI}{shown}{_PDI}"


def levels(paragraph: Paragraph) -> list[int]:
    """Return the level of each character of a paragraph.

    What stands by itself is neutral to the rest, and its own levels are found by themselves: that
    is what isolates mean (UAX 9, X5), which FriBidi 1.0.8 mistakes where two follow one another.
    """
    if not paragraph.turns:
        return [0] * len(paragraph.text)
    found = _levels(paragraph)
    torn = [span for span in paragraph.whole if _is_torn(found, *span)]
    if not torn:
        return found
    apart = (Span(*span, _led(paragraph, *span)) for span in torn)
    isolates = (*paragraph.isolates, *apart)
    whole = tuple(span for span in paragraph.whole if span not in torn)
    return levels(paragraph._replace(isolates=isolates, whole=whole))


def _levels(paragraph: Paragraph) -> list[int]:
    text, outer, places = paragraph.shown, _begun(paragraph), list[int]()
    runs = _runs(paragraph)
    for run in (*runs, Kept(len(text), len(text), "", "", "symbol")):
        between = text[len(places) : run.begin]
        places += range(len(outer), len(outer) + len(between))
        outer += between + run.before
        if run.kind == "symbol":
            places += range(len(outer), len(outer) + run.end - run.begin)
            outer += text[run.begin : run.end]
        else:
            places += [len(outer)] * (run.end - run.begin)
            outer += OBJECT
        outer += run.after
    every = embedding_levels(outer, paragraph.direction)
    found = [every[place] for place in places]
    for run in runs:
        if run.kind != "symbol":
            found[run.begin : run.end] = _inside(paragraph, run, found[run.begin])
    return found


def _runs(paragraph: Paragraph) -> list[Kept]:
    """Return what keeps its order, and what stands by itself, which has its direction as kind."""
    apart = [Kept(*span[:2], "", "", span.direction) for span in _outermost(paragraph.isolates)]
    spans = (*((run.begin, run.end) for run in apart), *paragraph.whole)
    runs = kept(paragraph.text, _leading(paragraph), (edge for span in spans for edge in span))
    outside = (run for run in runs if not any(run.begin in range(*each[:2]) for each in apart))
    return sorted((*apart, *outside))


def _outermost(spans: Sequence[Span]) -> list[Span]:
    """Return those of the `spans`, each apart from or inside of another, that are in no other."""
    found: list[Span] = []
    for span in sorted(spans, key=lambda each: (each.begin, -each.end)):
        if not found or span.begin >= found[-1].end:
            found.append(span)
    return found


def _inside(paragraph: Paragraph, run: Kept, level: int) -> list[int]:
    """Return the levels of a run that stands like a picture in a text at this `level` (X5)."""
    part = paragraph.shown[run.begin : run.end]
    left_to_right = (level + 2) & ~1
    if run.kind == "figures":
        return [left_to_right] * len(part)
    if run.kind == "address":
        return [left_to_right + each for each in embedding_levels(part, "ltr")]
    whole = [(a - run.begin, b - run.begin) for a, b in paragraph.whole if run.begin <= a < run.end]
    around, *others = sorted(
        (each for each in paragraph.isolates if run.begin <= each.begin < run.end),
        key=lambda each: -each.end + each.begin,
    )
    isolates = (
        each._replace(begin=each.begin - run.begin, end=each.end - run.begin) for each in others
    )
    arabic = paragraph.arabic if around.arabic is None else around.arabic
    inner = levels(Paragraph(part, run.kind, arabic, tuple(isolates), whole=tuple(whole)))
    deeper = level + level % 2 if run.kind == "rtl" else left_to_right
    return [deeper + each for each in inner]


def _begun(paragraph: Paragraph) -> str:
    """Return what stands before a paragraph for figures to be those of its script."""
    return ALM if _leading(paragraph) == ALM else ""


def _leading(paragraph: Paragraph) -> str:
    """Return the mark of the direction that leads a paragraph."""
    if paragraph.direction == "ltr":
        return LRM
    return ALM if paragraph.arabic else RLM


def _is_torn(levels: Sequence[int], begin: int, end: int) -> bool:
    """Tell whether a run goes over one end of a part of a text, and does not hold all of it."""
    lowest = min(levels[begin:end], default=0)
    over = [min(levels[place - 1 : place + 1]) for place in (begin, end) if 0 < place < len(levels)]
    return max(over, default=0) > lowest


def _led(paragraph: Paragraph, begin: int, end: int) -> str:
    """Return the direction of a part of a text: its own if its letters have one only."""
    return against(paragraph.text[begin:end], paragraph.direction) or paragraph.direction


_LETTERS = {
    "rtl": re.compile(f"[{RTL_LETTERS}]"),
    "ltr": re.compile(rf"[^\W\d_{RTL_LETTERS}]"),
}
_OTHER = {"rtl": "ltr", "ltr": "rtl"}


def against(text: str, base: str) -> str:
    """Return the direction of a `text` whose letters all run against the direction `base`, or "".

    So the full stop of a name stays at its end, and a place on the left of nothing that follows.
    Addresses in a text from right to left do not count: the first of several stands on the right.
    """
    other, words = _OTHER[base], without_addresses(text) if base == "rtl" else text
    return other if _LETTERS[other].search(words) and not _LETTERS[base].search(words) else ""


def visual_order(levels: Sequence[int]) -> list[int]:
    """Return the places of a line's characters from left to right (UAX 9, L2), given their levels.

    What stands at the end of a line and is not seen, such as its space, is not among them.
    """
    order = list(range(len(levels)))
    for level in range(max(levels, default=0), min(levels, default=0), -1):
        order = _turned(order, levels, level)
    return order[::-1] if min(levels, default=0) % 2 else order


def _turned(order: Sequence[int], levels: Sequence[int], level: int) -> list[int]:
    result: list[int] = []
    for high, run in groupby(order, key=lambda place: levels[place] >= level):
        result += list(run)[:: -1 if high else 1]
    return result
