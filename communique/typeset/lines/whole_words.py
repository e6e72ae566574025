"""Words stay whole where it would be seen most that they are divided.

That is over the end of a page, where a paragraph would end with the rest of a word, a third time in
a row, and at the hyphen of a part of one or two letters or of figures, as in co-operation and
14-day. The engine divides words line by line and knows nothing of this, so such lines are laid out
again with the word whole.
CSS Text 4, 6.3.4 has hyphenate-limit-lines and hyphenate-limit-last for it, which WeasyPrint 70
does not know. Not reported yet.
"""

from __future__ import annotations

import re
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import weasyprint.layout.block
import weasyprint.layout.inline
import weasyprint.layout.page
from weasyprint.formatting_structure import boxes

from communique.typeset.replacing import replaced

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

#: The hyphen of a compound, at the end of a line.
_OWN_HYPHEN = re.compile(r"(?<=\w)[-‐](?=\w$)")
#: Parts beside it, without which a word is hard to read: of one letter, or two of which the last is
#: small, as in co-, of figures, as in 14-day, and behind it of any two, as in -up and -19. Those of
#: EU-wide are none.
_BEFORE, _AFTER = re.compile(r"(?<!\w)(\d+|\w\w?)[-‐]$"), re.compile(r"\w\w?(?!\w)")
#: So many lines in a row may end in a hyphen.
_IN_A_ROW = 2


@contextmanager
def whole_words() -> Iterator[None]:
    """Let words stay whole where a page or a paragraph ends, or two lines before are divided."""
    words = _Words()
    with (
        replaced(weasyprint.layout.inline, "split_first_line", words.split),
        replaced(weasyprint.layout.block, "_linebox_layout", words.lay_out_lines),
        replaced(weasyprint.layout.page, "remake_page", words.lay_out_page),
    ):
        yield


class _Words:
    """The words that stay whole: each is known by the rest of its text from its line on."""

    def __init__(self) -> None:
        self.whole: set[str] = set()

    def split(
        self, original: Callable[..., Any], text: str, style: Any, *rest: Any, **more: Any
    ) -> Any:
        """Take a line from a text, as the engine does, and note what it divides."""
        if text in self.whole:
            style = style.copy()
            style["hyphens"] = "none"
        found = original(text, style, *rest, **more)
        layout, length, resume_at = found[:3]
        if resume_at is None:
            return found
        if len(layout.text.encode()) > length:  # by a hyphen
            layout.divided = text
        elif _OWN_HYPHEN.search(text, 0, (end := len(text.encode()[:resume_at].decode())) + 1):
            start = text.rfind(" ", 0, end) + 1
            is_short = _has_short_part(text, end)
            if text in self.whole or (is_short and _fits(original, text[start:], style, *rest)):
                return _before(original, start, text, style, *rest, **more)
            layout.divided_at_own, layout.is_short = text, is_short
        return found

    def lay_out_lines(self, original: Callable[..., Any], context: Any, *arguments: Any) -> Any:
        """Lay out the lines of a paragraph on a page, as the engine does, until all are wanted."""
        _, _, _, lines, _, absolute, fixed = arguments[:7]
        count, reported = len(lines), list(context.reported_footnotes)
        while True:
            found = original(context, *arguments)
            words = {word for word in _unwanted(lines[count:]) if word not in self.whole}
            is_put_off = found[0]
            if not words or is_put_off or context.reported_footnotes != reported:
                return found
            self.whole |= words
            weasyprint.layout.block.remove_placeholders(context, lines[count:], absolute, fixed)
            del lines[count:]

    def lay_out_page(
        self, original: Callable[..., Any], index: int, context: Any, *rest: Any
    ) -> Any:
        """Lay out a page, as the engine does, until no word is divided over its end.

        What follows a paragraph may move the end of its page into it once its lines are laid out.
        """
        notes, put_off = list(context.footnotes), list(context.reported_footnotes)
        beside = dict(context.broken_out_of_flow)
        while True:
            found = original(index, context, *rest)
            words = {word for word in _over_end(found[0]) if word not in self.whole}
            if not words:
                return found
            self.whole |= words
            context.footnotes, context.reported_footnotes = list(notes), list(put_off)
            context.broken_out_of_flow = dict(beside)


def _fits(
    original: Callable[..., Any], text: str, style: Any, context: Any, width: Any, *rest: Any
) -> bool:
    """Tell whether the first word of a text is no wider than a `width` (px)."""
    fits: bool = original(text.partition(" ")[0], style, context, None, *rest)[3] <= width
    return fits


def _before(
    original: Callable[..., Any], start: int, text: str, style: Any, *rest: Any, **more: Any
) -> Any:
    """Return a line of a text that ends before the word that begins at `start`.

    Where the text begins with it, it is whole, and the engine ends the line before the text.
    """
    line = text[:start].rstrip(" ") or text.partition(" ")[0]
    context, _, *others = rest
    width = original(line, style, context, None, *others, **more)[3]
    return original(text, style, context, width + 1, *others, **more)


def _has_short_part(text: str, end: int) -> bool:
    """Tell whether a part of one or two letters, or a number, is beside a hyphen at an `end`."""
    before = _BEFORE.search(text, 0, end)
    is_short = before and (len(before[1]) == 1 or not before[1][-1].isupper())
    return bool(is_short or _AFTER.match(text, end))


def _unwanted(lines: Sequence[Any]) -> Iterator[str]:
    """Yield the words of a paragraph that should be whole."""
    row = 0
    for line in lines:
        divided = _divided(line)
        row = row + 1 if divided else 0
        is_ladder = row > _IN_A_ROW
        if divided and (line is lines[-1] or is_ladder or _is_short(line)):  # or the page ends
            yield divided
            row = 0
    if len(lines) > 1 and lines[-1].resume_at is None and _is_one_word(lines[-1]):
        yield from filter(None, [_divided(lines[-2])])


def _over_end(page: Any) -> Iterator[str]:
    """Yield the words that are divided at the end of `page`."""
    for box in page.descendants():
        lines = box.children if isinstance(box, boxes.BlockContainerBox) else ()
        if lines and isinstance(lines[-1], boxes.LineBox):
            yield from filter(None, [_divided(lines[-1])])


def _divided(line: Any) -> str:
    """Return by what the word is known that is divided at the end of a line, "" if there is none.

    A word that may be as wide as its line is none of them; one with a hyphen of its own may be.
    """
    box = _last_text(line)
    layout = getattr(box, "pango_layout", None)
    text: str = getattr(layout, "divided", "") or getattr(layout, "divided_at_own", "")
    if not text:
        return ""
    end = len(box.text) - 1  # but for the hyphen
    word = text[:end].rpartition(" ")[2] + text[end:].partition(" ")[0]
    return text if len(word) * box.style["font_size"] < line.width else ""


def _is_short(line: Any) -> bool:
    """Tell whether a line ends at a hyphen beside which a part of a word is short."""
    return getattr(getattr(_last_text(line), "pango_layout", None), "is_short", False)


def _last_text(line: Any) -> Any:
    """Return the box of the text that ends a line, None where something else does."""
    box = line
    while isinstance(box, boxes.ParentBox):
        if not box.children:
            return None
        box = box.children[-1]
    return box if isinstance(box, boxes.TextBox) else None


def _is_one_word(line: Any) -> bool:
    texts = [box.text for box in line.descendants() if isinstance(box, boxes.TextBox)]
    return " " not in "".join(texts).strip()
