"""Tracked changes (ISO/IEC 29500-1, 17.13.5): found, and accepted or rejected as a whole."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from communique.word.reading.package import W

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

#: The attribute in which each paragraph has its number in the file.
PARAGRAPH = "paragraph"
_ADDED, _REMOVED = ("ins", "moveTo"), ("del", "moveFrom")
_KINDS = {
    "ins": "inserted",
    "moveTo": "moved here",
    "del": "deleted",
    "moveFrom": "moved away",
    "cellIns": "inserted",
    "cellDel": "deleted",
}
#: What holds a change, and has no words itself: the marks of paragraphs, rows and cells.
_MARKS = {
    "rPr": "¶", "trPr": "a row", "tcPr": "a cell", "numPr": "a number", "ctrlPr": "a formula"
}  # fmt: skip
#: What has no words that are shown here, but is seen or called for in the text.
_NAMED = {
    "sym": "a symbol", "oMath": "a formula", "oMathPara": "a formula", "drawing": "a picture",
    "pict": "a picture", "object": "an object", "br": "a line end", "cr": "a line end",
    "tab": "a tab", "ptab": "a tab", "noBreakHyphen": "a hyphen", "softHyphen": "a hyphen",
    "footnoteReference": "a note", "endnoteReference": "a note", "instrText": "a field",
    "delInstrText": "a field",
}  # fmt: skip
_OLD = "Change"
"""How the names of former properties end, as in rPrChange."""


class Change(NamedTuple):
    """A change that is open: in which paragraph, by whom, when, what became of which words."""

    paragraph: int
    author: str
    date: str
    kind: str
    words: str


def open_changes(root: etree._Element) -> list[Change]:
    """Return the changes of words that are neither accepted nor rejected, in their order.

    Those of one person in one paragraph that stand side by side are one. Changes of properties
    alone are none: no word depends on them.
    """
    found = list(_each(root))
    joined = []
    for _, group in groupby(found, key=lambda change: (*change[:2], change.date[:10], change.kind)):
        first, *others = group
        words = "".join(change.words for change in (first, *others))
        joined.append(first._replace(words=" ".join(words.split()) or words))
    return joined


def resolve(root: etree._Element, *, accept: bool) -> None:
    """Make of `root` what it is when all its changes are accepted, or else rejected."""
    kept, gone = (_ADDED, _REMOVED) if accept else (_REMOVED, _ADDED)
    if not accept:
        _restore_properties(root)
    for element in list(root.iter(*(W + tag for tag in gone))):
        _drop(element)
    for element in list(root.iter(*(W + tag for tag in kept))):
        if _mark(element):
            element.getparent().remove(element)
        else:
            _unwrap(element)
    for element in list(root.iter(W + ("cellDel" if accept else "cellIns"))):
        _remove(element.getparent().getparent())
    if not accept:
        for element in root.iter(f"{W}delText", f"{W}delInstrText"):
            element.tag = element.tag.replace("delText", "t").replace("delInstrText", "instrText")


def _each(root: etree._Element) -> Iterator[Change]:
    for element in root.iter(*(W + tag for tag in _KINDS)):
        kind = _KINDS[_tag(element)]
        words = _mark(element) or "".join(_texts(element))
        if words:
            author, date = element.get(f"{W}author", ""), element.get(f"{W}date", "")
            yield Change(_number(element), author, date, kind, words)


def _texts(element: etree._Element) -> Iterator[str]:
    """Yield the words of a change, and the names of what has none."""
    for each in element:
        tag = _tag(each)
        if tag in ("t", "delText"):
            yield each.text or ""
        elif tag in _NAMED:
            yield f" {_NAMED[tag]} "
        elif tag not in ("Fallback", "rPr", "pPr"):
            yield from _texts(each)


def _mark(element: etree._Element) -> str:
    """Return what a change is of that has no words itself, or nothing."""
    parent = element.getparent()
    return _MARKS.get(_tag(parent), "") if parent is not None else ""


def _number(element: etree._Element) -> int:
    """Return the number of the paragraph that a change is in, or of the first that is in it."""
    for each in (*element.iterancestors(f"{W}p"), *element.iter(f"{W}p")):
        return int(each.get(PARAGRAPH, "0"))
    row = next(element.iterancestors(f"{W}tr"), None)
    first = next(row.iter(f"{W}p"), None) if row is not None else None
    return int(first.get(PARAGRAPH, "0")) if first is not None else 0


def _drop(element: etree._Element) -> None:
    """Take away what a change removes: words, the end of a paragraph, or a row."""
    parent = element.getparent()
    if parent is None:
        return
    if _tag(parent) == "rPr" and _tag(parent.getparent()) == "pPr":
        join_with_next(parent.getparent().getparent())
    elif _tag(parent) == "trPr":
        _remove(parent.getparent())
    elif _tag(parent) == "numPr":
        _remove(parent)
    else:
        _remove(element)


def join_with_next(paragraph: etree._Element) -> None:
    """Put the words of a paragraph before those of the next one, whose properties remain.

    One that has no next one stays as it is, unless it is empty.
    """
    following = paragraph.getnext()
    words = [each for each in paragraph if _tag(each) != "pPr"]
    if following is None or _tag(following) != "p":
        if not words:
            _remove(paragraph)
        return
    place = 1 if len(following) and _tag(following[0]) == "pPr" else 0
    for each in reversed(words):
        following.insert(place, each)
    _remove(paragraph)


def _restore_properties(root: etree._Element) -> None:
    for old in [each for each in root.iter() if _tag(each).endswith(_OLD)]:
        now = old.getparent()
        if now is not None and len(old) and _tag(old[0]) == _tag(now):
            kept = [each for each in now if each is not old and _tag(each) in ("rPr", "sectPr")]
            now[:] = [*old[0], *kept]


def _unwrap(element: etree._Element) -> None:
    parent = element.getparent()
    place = parent.index(element)
    parent[place : place + 1] = list(element)


def _remove(element: etree._Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def _tag(element: etree._Element) -> str:
    return str(element.tag).rpartition("}")[2]
