"""Controls of direction that a text has (UAX 9, 2.1 to 2.6): whether it reads otherwise by them.

The page is set without embeddings, overrides and isolates, which nobody sees: with them one line
of English, and a word of Hebrew in it, can show two figures in each other's place.
"""

from __future__ import annotations

import re

from communique.bidi.paragraph import Paragraph, levels, visual_order

_ENDS = {"\u202c": "\u202a\u202b\u202d\u202e", "\u2069": "\u2066\u2067\u2068"}
_BEGINNINGS = "".join(_ENDS.values())
_CONTROLS = re.compile(f"[{_BEGINNINGS}{''.join(_ENDS)}]")
_MARKS = re.compile("[\u061c\u200e\u200f]")
#: What is not seen: spaces, and characters of the categories Cc and Cf.
_UNSEEN = re.compile(r"[\s\u200b-\u200f\u2060-\u2069\u202a-\u202e\u061c\u00ad\ufeff]")


def wrong_control(paragraph: Paragraph) -> tuple[str, str] | None:
    """Return the first control by which a paragraph reads otherwise, and what is wrong with it."""
    controls = list(_CONTROLS.finditer(paragraph.text))
    if controls:
        unbalanced = _unbalanced([match[0] for match in controls])
        if unbalanced:
            return unbalanced
        heeded = paragraph._replace(heeding=True)
        if _order(heeded, _UNSEEN) != _order(paragraph, _UNSEEN):
            return controls[0][0], "puts words, figures or signs in another place"
    return _wrong_mark(paragraph)


def _unbalanced(controls: list[str]) -> tuple[str, str] | None:
    open_: list[str] = []
    for control in controls:
        if control in _BEGINNINGS:
            open_.append(control)
        elif not open_ or open_.pop() not in _ENDS[control]:
            return control, "ends nothing"
    return (open_[0], "is not ended") if open_ else None


def _wrong_mark(paragraph: Paragraph) -> tuple[str, str] | None:
    """Return the first mark that moves a word or a figure in a text from left to right.

    In one from right to left it keeps signs at their figures, where no rule of ours does.
    """
    mark = _MARKS.search(paragraph.text) if paragraph.direction == "ltr" else None
    if mark is None:
        return None
    without = paragraph._replace(text=_MARKS.sub("\u200b", paragraph.text))
    signs = re.compile(r"[\W_]")
    if _order(paragraph, signs) == _order(without, signs):
        return None
    return mark[0], "puts words or figures in another place"


def _order(paragraph: Paragraph, left_out: re.Pattern[str]) -> list[int]:
    """Return the places of its characters from left to right, on one line."""
    text = paragraph.text
    every = visual_order(levels(paragraph))
    return [place for place in every if not left_out.match(text[place])]
