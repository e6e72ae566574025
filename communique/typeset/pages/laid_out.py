"""What stands on pages once they are laid out: their lines, their letters, and those who sign."""

from __future__ import annotations

from collections import Counter
from itertools import chain, islice
from typing import TYPE_CHECKING, Any

from weasyprint.formatting_structure import boxes
from weasyprint.layout.absolute import AbsolutePlaceholder

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

#: The classes of notes that stand at the end of a text, and of their heading.
_NOTES = {"endnote", "unlisted"}


def first_words(page: Any) -> str:
    """Return the words of the first line of the text of a page, "" where it has none."""
    lines = (box for box in text_boxes(page) if isinstance(box, boxes.LineBox))
    return "".join(chain.from_iterable(map(_words, islice(lines, 1))))


def lines(page: Any) -> list[float]:
    """Return where the lines of the text of a page stand, in px from its top; some side by side."""
    return sorted(_heights(text_boxes(page)))


def _classes(box: Any) -> Sequence[str]:
    return () if box.element is None else box.element.get("class", "").split()


def below_text(page: Any) -> set[float]:
    """Return where the lines of notes to editors, contact and address stand, as `lines` does."""
    return _heights_in(page, lambda box: box.element_tag == "footer")


def _heights_in(page: Any, is_meant: Callable[[Any], bool]) -> set[float]:
    """Return where the lines in those boxes of a page stand that are meant, as `lines` does."""
    found = (box for box in text_boxes(page) if is_meant(box))
    return {height for box in found for height in _heights(box.descendants())}


def signed(page: Any) -> set[float]:
    """Return where the lines of those who sign stand."""
    return _heights_in(page, lambda box: "signatures" in _classes(box))


def _heights(found: Iterable[Any]) -> set[float]:
    """Return where the lines in boxes stand, but for those within a line, such as of a number."""
    lines = [box for box in found if isinstance(box, boxes.LineBox)]
    within = {id(box) for line in lines for child in line.children for box in child.descendants()}
    return {round(line.position_y) for line in lines if id(line) not in within}


def text_boxes(page: Any) -> Iterator[Any]:
    """Yield the boxes of a page but for its notes and what stands in its margins."""
    yield from page._page_box.children[0].descendants()


def letters(document: Any) -> Counter[str]:
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
    if isinstance(box, AbsolutePlaceholder):  # the facts, on the page on which they begin
        box = box._box
    if isinstance(box, boxes.TextBox):
        divided = getattr(box.pango_layout, "divided", "")
        yield box.text[:-1] if divided else box.text
    elif isinstance(box, boxes.ParentBox) and not _is_unsteady(box):
        for child in box.children:
            yield from _words(child)


def _is_unsteady(box: Any) -> bool:
    is_head = isinstance(box, boxes.TableRowGroupBox) and box.is_header
    return bool(is_head or str(box.element_tag).endswith("::after"))


def is_without_text(page: Any) -> bool:
    """Tell whether a page has nothing but what is below the text, and notes with their heading."""
    notes = _heights_in(page, lambda box: bool(_NOTES & set(_classes(box))))
    return (below_text(page) | notes).issuperset(lines(page))
