"""Copyfitting: a text with a short page is laid out again, a little closer, without that page.

Such a page is the last one, or the last before an annex or a page on its side.

Type keeps its size. The steps are tried from loose to tight, since the count of pages does not fall
evenly, and each try must have all letters of the first one: WeasyPrint 70 may lose text wherever a
page ends.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any, NamedTuple

from weasyprint.formatting_structure import boxes

from communique.typeset.pages import laid_out

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from communique.compose.sheet import Steps

#: Fewer lines of the text than these are a short page, with what stands below them, such as whom to
#: ask, or without.
_FEW = 5
#: At most so many lines of the text go to a last page that would have nothing of it.
_MOVED = 8
#: So much of the page before stays full at least: where a few lines would stand alone, or more.
_FULL, _FULLER = 1 / 2, 3 / 4
#: Those who sign are brought together from so many pages.
_PARTED = 2
#: Up to which number of the last short page which of six steps are tried: all, or two of them,
#: since each takes as long as the first layout did.
_TRIES = ((3, (0, 1, 2, 3, 4, 5)), (10, (3, 5)))


class Fit(NamedTuple):
    """By which step a text was fitted."""

    step: int
    """From 0."""
    lines: int
    """How many lines of the text its short page would have had, 0 with what is below it alone."""
    page: int
    """The number of that page, from 1."""


def fitted(document: Any, steps: Steps, lay_out: Callable[[str], Any]) -> tuple[Any, Fit | None]:
    """Return the engine's `document`, or it laid out with the first of `steps` that saves a page.

    That is a short one. Where the last page still has nothing of the text, that goes to a page on
    its side with room for it, with those who sign, or some lines go there with the rest, unless
    they would leave a hole where they were; and those who sign stand closer to one another where
    that brings them to one page, or whom to ask to theirs. Nothing is tried where a table is wider
    than its page: the text is then set otherwise. Each step is CSS, with which `lay_out` lays it
    out.
    """
    short = list(_short_pages(document))
    is_signed = _is_signed_after_table(document) or _is_parted(document)
    nothing = not steps.closer or not (short or is_signed)
    if nothing or any(map(_is_too_wide, document.pages)):
        return document, None
    fit = None
    for step in _tries(document, short[-1][1]) if short else ():
        tried = lay_out(steps.closer[step])
        gone = [page for page in short if _is_saved(document, tried, page[1])]
        if gone and _is_as_good(document, tried):
            document, fit = tried, Fit(step, *gone[0])
            break
    closer = steps.closer[fit.step] if fit else ""
    if steps.signed and _is_parted(document):
        tried = lay_out(closer + steps.signed)
        if not _is_parted(tried) and _is_as_good(document, tried):
            return tried, fit
    return _together(document, closer + steps.together, lay_out), fit


def _is_parted(document: Any) -> bool:
    """Tell whether those who sign stand on two pages, or whom to ask alone behind them.

    More of them than have room on a page are none of those.
    """
    signed = [bool(laid_out.signed(page)) for page in document.pages]
    asked = signed[-2:] == [True, False] and laid_out.is_without_text(document.pages[-1])
    return sum(signed) == _PARTED or asked


def _is_as_good(document: Any, tried: Any) -> bool:
    """Tell whether a try has all letters of a document, and no more pages."""
    same = laid_out.letters(tried) == laid_out.letters(document)
    return same and len(tried.pages) <= len(document.pages)


def _together(document: Any, step: str, lay_out: Callable[[str], Any]) -> Any:
    """Return a document, or it laid out with a `step` by which more stands on its last page.

    That is tried where the page has nothing of the text, or one before has those who sign alone.
    """
    signed = _is_signed_after_table(document)
    if not (signed or laid_out.is_without_text(document.pages[-1])):
        return document
    tried = lay_out(step)
    saved = len(document.pages) - len(tried.pages)
    moved = saved == 0 and not signed and _leaves_no_hole(*tried.pages[-2:])
    return tried if (saved > 0 or moved) and _is_as_good(document, tried) else document


def _is_signed_after_table(document: Any) -> bool:
    """Tell whether a page, after one on its side, has those who sign and no other text."""
    for before, page in pairwise(document.pages):
        signed = laid_out.signed(page) if before.width != page.width else set()
        if signed and (laid_out.below_text(page) | signed).issuperset(laid_out.lines(page)):
            return True
    return False


def _tries(document: Any, number: int) -> tuple[int, ...]:
    """Return which steps may save the page of this `number`: none where one on its side precedes.

    What stands there has another paper.
    """
    before, page = document.pages[number - 2 : number]
    if before.width != page.width:
        return ()
    return next((tries for most, tries in _TRIES if number <= most), ())


def _is_saved(document: Any, tried: Any, number: int) -> bool:
    """Tell whether a try has one page less, and that is the short one of this `number`.

    The page after it begins as before, in its place, or else the last page is not short any more.
    """
    if len(tried.pages) >= len(document.pages):
        return False
    if number < len(document.pages):
        after = tried.pages[number - 1 : number]  # none where more pages are saved
        return [laid_out.first_words(document.pages[number])] == list(
            map(laid_out.first_words, after)
        )
    return all(short != len(tried.pages) for _, short in _short_pages(tried))


def _is_too_wide(page: Any) -> bool:
    """Tell whether a table reaches out of its page at a side, by more than a pixel."""
    paper = page._page_box
    left, right = paper.content_box_x() - 1, paper.content_box_x() + paper.width + 1
    tables = (box for box in laid_out.text_boxes(page) if isinstance(box, boxes.TableBox))
    return any(
        table.position_x < left or table.position_x + table.width > right for table in tables
    )


def _leaves_no_hole(before: Any, last: Any) -> bool:
    """Tell whether the last page has few lines of the text, and the one before is full enough.

    There is no picture on the last one either, nor a whole table. Those who sign do not count.
    """
    begun = {id(box.element) for box in laid_out.text_boxes(before) if box.element_tag == "table"}
    high = any(
        isinstance(box, boxes.ReplacedBox)
        or (box.element_tag == "table" and id(box.element) not in begun)
        for box in laid_out.text_boxes(last)
    )
    lines, signed = set(laid_out.lines(last)), laid_out.signed(last)
    moved = lines - laid_out.below_text(last) - signed
    paper = before._page_box
    ends = [
        box.position_y + box.height
        for box in laid_out.text_boxes(before)
        if isinstance(box, boxes.LineBox)
    ]
    full = max(ends, default=0) - paper.content_box_y()
    enough = _FULL if len(lines - moved - signed) <= _FEW else _FULLER
    return not high and len(moved) <= _MOVED and full >= enough * paper.height


def _short_pages(document: Any) -> Iterator[tuple[int, int]]:
    """Yield how many lines of the text each short page has, and its number."""
    for number, page in enumerate(document.pages[1:], 2):
        lines = laid_out.lines(page)
        few = len(lines) - len(laid_out.below_text(page).intersection(lines))
        if lines and few < _FEW and _is_short(page):
            yield few, number


def _is_short(page: Any) -> bool:
    """Tell whether a page of few lines has no picture, and nothing that begins a page by itself."""
    pictured = any(isinstance(box, boxes.ReplacedBox) for box in laid_out.text_boxes(page))
    forced = any("page" in _forced(box) for box in laid_out.text_boxes(page))
    return not (pictured or forced)


def _forced(box: Any) -> tuple[str, str]:
    return box.style["break_before"], box.style["break_after"]
