"""What margins have to say, with the direction of each of its parts."""

from __future__ import annotations

from dataclasses import replace
from itertools import accumulate
from typing import TYPE_CHECKING

from communique.bidi.paragraph import Span, against
from communique.content import expected
from communique.content.status import expected as status
from communique.content.text import Text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from communique.content.content import Content, Version
    from communique.model.values import Phrase

#: Between the symbol and the day of a running foot, and the parts of what is said of a draft.
_DOT = " · "


def text(content: Content, version: Version, words: str) -> Text:
    """Return a text of the margins, whose parts between dots stand by themselves.

    What is said of a draft or an embargo runs as its language does, others as the page.
    """
    path, language = version.statement.path, version.language
    own = words == status.line(version)
    isolates: list[Span] = []
    for part in words.split(_DOT):
        begin = isolates[-1].end + len(_DOT) if isolates else 0
        isolates.append(Span(begin, begin + len(part), language.direction))
    return Text(
        ((words, language.tag),),
        "",
        1,
        path,
        rtl=expected.runs_right_to_left(version) if own else expected.is_mirrored(content),
        arabic=language.arabic,
        isolates=tuple(isolates),
    )


def in_lines(content: Content, version: Version, lines: Sequence[Phrase]) -> Text:
    """Return a text of the margins in lines that stand by themselves, each in its direction."""
    joined = text(content, version, " ".join(map(str, lines)))
    ends = list(accumulate(len(f"{line} ") for line in lines))
    base = version.language.direction
    isolates = tuple(
        Span(end - len(f"{line} "), end - 1, against(str(line), base) or base)
        for line, end in zip(lines, ends, strict=True)
    )
    return replace(joined, line_ends=tuple(ends[:-1]), isolates=isolates)
