"""Copyfitting: a text with a short page is laid out again, a little closer, without that page.

Such a page is the last one, or the last before an annex or a page on its side.

Type keeps its size. The steps are tried from loose to tight, since the count of pages does not fall
evenly, and each try must have all letters of the first one: WeasyPrint 70 may lose text wherever a
page ends.
"""

from __future__ import annotations

from collections import Counter
from itertools import chain, islice
from typing import TYPE_CHECKING, Any, NamedTuple

from weasyprint.formatting_structure import boxes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from communique.compose.sheet import Steps

#: Fewer lines of the text than these are a short page, with what stands below them, such as whom to
#: ask, or without.
_FEW = 5
#: At most so many lines of the text go to a last page that would have nothing of it.
_MOVED = 8
#: So much of the page before stays full at least.
_FULL = 1 / 2
#: The classes of notes that stand at the end of a text, and of their heading.
_NOTES = {"endnote", "unlisted"}
#: Up to which number of the last short page which of six steps are tried: all, or two of them,
#: since each takes as long as the first layout did.
_TRIES = ((3, (0, 1, 2, 3, 4, 5)), (10, (3, 5)))


class Fit(NamedTuple):
    """By which step a text was fitted."""

    step: int
    """From 0."""
    lines: int
    """How many lines its short page would have had."""
    page: int
    """The number of that page, from 1."""


def fitted(document: Any, steps: Steps, lay_out: Callable[[str], Any]) -> tuple[Any, Fit | None]:
    """Return the engine's `document`, or it laid out with the first of `steps` that saves a page.

    That is a short one. Where the last page still has nothing of the text, that goes to a page on
    its side with room for it, with those who sign, or some lines go there with the rest, unless
    they would leave a hole where they were. Nothing is tried where a table is wider than its page:
    the text is then set otherwise. Each step is CSS, with which `lay_out` lays it out.
    """
    short, signed = list(_short_pages(document)), _is_signed_after_table(*document.pages[-2:])
    nothing = not steps.closer or not (short or signed)
    if nothing or any(map(_is_too_wide, document.pages)):
        return document, None
    fit = None
    for step in _tries(document, short[-1][1]) if short else ():
        tried = lay_out(steps.closer[step])
        gone = [page for page in short if _is_saved(document, tried, page[1])]
        if gone and _letters(tried) == _letters(document):
            document, fit = tried, Fit(step, *gone[0])
            break
    closer = steps.closer[fit.step] if fit else ""
    return _together(document, closer + steps.together, lay_out), fit


def _together(document: Any, step: str, lay_out: Callable[[str], Any]) -> Any:
    """Return a document, or it laid out with a `step` by which more stands on its last page.

    That is tried where the page has nothing of the text, or those who sign alone.
    """
    signed = _is_signed_after_table(*document.pages[-2:])
    if not (signed or _is_without_text(document.pages[-1])):
        return document
    tried = lay_out(step)
    saved = len(document.pages) - len(tried.pages)
    moved = saved == 0 and not signed and _leaves_no_hole(*tried.pages[-2:])
    return tried if (saved > 0 or moved) and _letters(tried) == _letters(document) else document


def _is_signed_after_table(before: Any, last: Any = None) -> bool:
    """Tell whether the last page, after one on its side, has those who sign and no other text."""
    if last is None or before.width == last.width:
        return False
    signed = _signed(last)
    return bool(signed) and (_below_text(last) | signed).issuperset(_lines(last))


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
        return [_first(document.pages[number])] == list(map(_first, after))
    return all(short != len(tried.pages) for _, short in _short_pages(tried))


def _first(page: Any) -> str:
    """Return the words of the first line of the text of a page, "" where it has none."""
    lines = (box for box in _text(page) if isinstance(box, boxes.LineBox))
    return "".join(chain.from_iterable(map(_words, islice(lines, 1))))


def _is_too_wide(page: Any) -> bool:
    """Tell whether a table reaches out of its page at a side, by more than a pixel."""
    paper = page._page_box
    left, right = paper.content_box_x() - 1, paper.content_box_x() + paper.width + 1
    tables = (box for box in _text(page) if isinstance(box, boxes.TableBox))
    return any(
        table.position_x < left or table.position_x + table.width > right for table in tables
    )


def _leaves_no_hole(before: Any, last: Any) -> bool:
    """Tell whether the last page has few lines of the text, and the one before is full enough.

    There is none of its tables and pictures on the last one either. Those who sign do not count.
    """
    high = any(
        box.element_tag == "table" or isinstance(box, boxes.ReplacedBox) for box in _text(last)
    )
    moved = set(_lines(last)) - _below_text(last) - _signed(last)
    paper = before._page_box
    ends = [box.position_y + box.height for box in _text(before) if isinstance(box, boxes.LineBox)]
    full = max(ends, default=0) - paper.content_box_y()
    return not high and len(moved) <= _MOVED and full >= _FULL * paper.height


def _short_pages(document: Any) -> Iterator[tuple[int, int]]:
    """Yield how many lines each short page has, and its number."""
    for number, page in enumerate(document.pages[1:], 2):
        lines = _lines(page)
        if lines and _is_short(page, lines):
            yield len(lines), number


def _is_short(page: Any, lines: Sequence[float]) -> bool:
    """Tell whether a page has few `lines`, no picture, and nothing that begins a page by itself."""
    few = len(set(lines) - _below_text(page)) < _FEW
    pictured = any(isinstance(box, boxes.ReplacedBox) for box in _text(page))
    forced = any("page" in _forced(box) for box in _text(page))
    return few and not (pictured or forced)


def _forced(box: Any) -> tuple[str, str]:
    return box.style["break_before"], box.style["break_after"]


def _lines(page: Any) -> list[float]:
    """Return where the lines of the text of a page stand, in px from its top; some side by side."""
    return sorted(_heights(_text(page)))


def _is_without_text(page: Any) -> bool:
    """Tell whether a page has nothing but what is below the text, and notes with their heading."""
    notes = _heights_in(page, lambda box: bool(_NOTES & set(_classes(box))))
    return (_below_text(page) | notes).issuperset(_lines(page))


def _classes(box: Any) -> Sequence[str]:
    return () if box.element is None else box.element.get("class", "").split()


def _below_text(page: Any) -> set[float]:
    """Return where the lines of notes to editors, contact and address stand, as `_lines` does."""
    return _heights_in(page, lambda box: box.element_tag == "footer")


def _heights_in(page: Any, is_meant: Callable[[Any], bool]) -> set[float]:
    """Return where the lines in those boxes of a page stand that are meant, as `_lines` does."""
    found = (box for box in _text(page) if is_meant(box))
    return {height for box in found for height in _heights(box.descendants())}


def _signed(page: Any) -> set[float]:
    """Return where the lines of those who sign stand."""
    return _heights_in(page, lambda box: "signatures" in _classes(box))


def _heights(found: Iterable[Any]) -> set[float]:
    """Return where the lines in boxes stand, but for those within a line, such as of a number."""
    lines = [box for box in found if isinstance(box, boxes.LineBox)]
    within = {id(box) for line in lines for child in line.children for box in child.descendants()}
    return {round(line.position_y) for line in lines if id(line) not in within}


def _text(page: Any) -> Iterator[Any]:
    """Yield the boxes of a page but for its notes and what stands in its margins."""
    yield from page._page_box.children[0].descendants()


def _letters(document: Any) -> Counter[str]:
    """Count the letters of a document, which are the same wherever its pages and lines end.

    The hyphens of divided words are left out, heads of tables, which stand again on each page, and
    numbers of pages.
    """
    count: Counter[str] = Counter()
    for page in document.pages:
        for part in page._page_box.children:
            if not isinstance(part, boxes.MarginBox):
                count.update("".join(_words(part)))
    for unsteady in (" ", "\u00ad"):
        del count[unsteady]
    return count


def _words(box: Any) -> Iterator[str]:
    """Yield the words of the lines in a box."""
    if isinstance(box, boxes.TextBox):
        divided = getattr(box.pango_layout, "divided", "")
        yield box.text[:-1] if divided else box.text
    elif isinstance(box, boxes.ParentBox) and not _is_unsteady(box):
        for child in box.children:
            yield from _words(child)


def _is_unsteady(box: Any) -> bool:
    is_head = isinstance(box, boxes.TableRowGroupBox) and box.is_header
    return bool(is_head or str(box.element_tag).endswith("::after"))
