"""Titles and headings: their lines are as even as can be, in no more lines than they would have.

None has a lone word where the word before finds room beside it, nor does a line end in a little
word, such as an article, that finds room in the next one. All ends of lines are chosen together
(see `even`); where a word has to be divided, one after the other. CSS has `text-wrap: balance` for
it (CSS Text 4, 6.3.1), which the engine has not.
"""

from __future__ import annotations

import re
from functools import partial
from itertools import accumulate, islice, pairwise, takewhile
from typing import TYPE_CHECKING, Any, NamedTuple

import weasyprint.layout.block
from weasyprint.formatting_structure import boxes

from communique.typeset.lines.even import SQUARE, bound_evenly, is_alone, is_little, unevenness
from communique.typeset.replacing import replacing

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    Lines = Callable[..., list["_Line"]]
    """Gives the lines of a text at a width (px), no more than so many."""

#: What says in the page that an element is balanced.
_ATTRIBUTE, _BALANCE = "data-wrap", "balance"
#: How exactly the width is found, in px: about a letter of a title.
_STEP = 12.0
_NO_BREAK = "\u00a0"
_ENDS = re.compile(rf"(?<=[{SQUARE}])\n|\n(?=[{SQUARE}])")


@replacing(weasyprint.layout.block, "iter_line_boxes")
def balanced_titles(  # noqa: PLR0913, PLR0917  # the engine's own
    iterate: Any,
    context: Any,
    line_box: Any,
    top: Any,
    bottom: Any,
    skip: Any,
    block: Any,
    *rest: Any,
) -> Iterator[Any]:
    """Let what the page says is to be balanced have the narrowest lines that are no more lines.

    No word is divided for that. The lines stand where they would stand otherwise.
    """

    def lines(width: float, most: int | None = None) -> list[_Line]:
        block.width = width
        tried = iterate(context, line_box, 0, -bottom, None, block, [], [], *rest[2:])
        return [_Line.of(line) for line, _ in islice(tried, most)]

    full = block.width
    wanted = block.element is not None and block.element.get(_ATTRIBUTE) == _BALANCE
    try:
        if wanted and skip is None and block.element_tag == block.element.tag:
            block.width = _balanced(line_box, full, lines, context)
        for line, resume_at in iterate(context, line_box, top, bottom, skip, block, *rest):
            if block.width != full:
                line.translate(dx=(full - block.width) * _moved(block.style))
            yield line, resume_at
    finally:
        block.width = full


def _balanced(line_box: Any, full: float, lines: Lines, context: Any) -> float:
    """Return how wide (px) the `lines` of a text are that are as even, and end as well, as can be.

    Words are bound to the next ones for that, where it mends something in as many lines.
    """
    texts = [box for box in line_box.descendants() if isinstance(box, boxes.TextBox)]
    by = _Measure(full, line_box.style["hyphenate_character"], lines)
    best, refused = _narrowest(_Lines(full, lines(full)), lines), set[range]()
    if len(best.lines) > 1 and not any(best.faults(by)[:2]):
        bind = partial(bound_evenly, texts, len(best.lines), full, context)
        return (_tried(texts, best, by, bind) or best).width
    while loose := [gaps for gaps in _loose(texts, best, by.hyphen) if gaps not in refused]:
        refused.add(loose[0])
        best = _tried(texts, best, by, partial(_bind, texts, loose[0])) or best
    return best.width


class _Measure(NamedTuple):
    """What lines are tried with: their full width (px), hyphen, and what makes them."""

    full: float
    hyphen: str
    lines: Lines


def _tried(
    texts: list[Any], best: _Lines, by: _Measure, bind: Callable[[], float | None]
) -> _Lines | None:
    """Return lines that are better than the `best`, where words are bound; None without any.

    What binds them may say how wide (px) the lines are then. Without better ones none are bound.
    """
    own = [box.text for box in texts]
    many, width = len(best.lines), bind()
    tried = _Lines(width or by.full, by.lines(width or by.full, many + 1))
    if not width and len(tried.lines) == many:
        tried = _narrowest(tried, by.lines)
    if len(tried.lines) <= many and tried.cost(by) < best.cost(by):
        return tried
    for box, text in zip(texts, own, strict=True):
        box.text = text
    return None


class _Line(NamedTuple):
    """A line: what it says, and how wide it is (px)."""

    words: str
    width: float

    @classmethod
    def of(cls, line: Any) -> _Line:
        texts = (box.text for box in line.descendants() if isinstance(box, boxes.TextBox))
        return cls("".join(texts).strip(), line.width)

    @property
    def little(self) -> int:
        """How many little words are at its end."""
        return sum(1 for _ in takewhile(is_little, reversed(self.words.split())))


class _Lines(NamedTuple):
    """The lines of a text at a width (px)."""

    width: float
    lines: list[_Line]

    def cost(self, by: _Measure) -> tuple[tuple[int, int, int, int], float]:
        """Return what is against them: their faults, and how uneven they are."""
        *widths, last = (line.width for line in self.lines)
        mean = (sum(widths) + last) / len(self.lines)
        uneven = sum(unevenness(width, mean) for width in widths)
        return self.faults(by), uneven + unevenness(last, mean, is_last=True)

    def faults(self, by: _Measure) -> tuple[int, int, int, int]:
        """Return how many are too wide, end within a word, have one word, end in a little one."""
        return (
            sum(line.width > by.full for line in self.lines),
            sum(line.words.endswith(by.hyphen) for line in self.lines),
            sum(is_alone(line.words) for line in self.lines),
            sum(line.little > 0 for line in self.lines[:-1]),
        )


def _loose(texts: list[Any], best: _Lines, hyphen: str) -> Iterator[range]:
    """Yield the spaces of `texts`, by their numbers, that are bound so that no line ends there.

    Those are the one before a lone word, and those behind the little words at the end of a line. A
    line that ends within a word has none.
    """
    ends = list(accumulate(len(word) for word in _whole(texts).split()))
    letters = 0
    for line, following in pairwise(best.lines):
        letters += len("".join(line.words.removesuffix(hyphen).split()))
        if letters in ends and (line.little or is_alone(following.words)):
            end = ends.index(letters) + 1
            yield range(end - max(line.little, 1), end)


def _bind(texts: list[Any], gaps: range) -> None:
    """Let no line end at these spaces between the words of `texts`, but at a break of the text."""
    whole = _whole(texts)
    words = pairwise(re.finditer(r"\S+", whole))
    spaces = (
        range(before.end(), after.start()) for before, after in islice(words, gaps.start, gaps.stop)
    )
    places = {place for each in spaces for place in each if whole[place] == " "}
    bound = iter(_NO_BREAK if place in places else sign for place, sign in enumerate(whole))
    for box in texts:
        box.text = "".join(islice(bound, len(box.text)))


def _whole(texts: list[Any]) -> str:
    return "".join(box.text for box in texts)


def _narrowest(best: _Lines, lines: Lines) -> _Lines:
    """Return the lines at about the least width at which as many say the same as the `best`."""
    words, many = _joined(best.lines), len(best.lines)
    low = sum(line.width for line in best.lines) / many
    while many > 1 and best.width - low > _STEP:
        middle = (low + best.width) / 2
        tried = lines(middle, many + 1)
        if len(tried) == many and _joined(tried) == words:
            best = _Lines(middle, tried)
        else:
            low = middle
    return best


def _joined(lines: list[_Line]) -> str:
    """Return the words of `lines`: others where a word is divided at a line's end."""
    return _ENDS.sub("", "\n".join(line.words for line in lines)).replace("\n", " ")


def _moved(style: Any) -> float:
    """Return how much of the width that is left stands at the left of the lines."""
    rtl = style["direction"] == "rtl"
    align = {"left": 0.0, "right": 1.0, "center": 0.5, "end": float(not rtl)}
    return align.get(style["text_align_all"], float(rtl))
