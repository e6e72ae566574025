"""What stands beside the text of a Word file, and is not imported: headers, footers, comments."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from communique.word.reading.package import NAMESPACES, W

if TYPE_CHECKING:
    from lxml import etree

    from communique.word.found import Findings
    from communique.word.reading.package import Package

_KINDS = ("header", "footer")
_WORD_ART = f"{{{NAMESPACES['v']}}}textpath"
#: What a margin may say that no author misses: the number of the page.
_PAGE_WORDS = (
    "page|seite|side|sida|sivu|página|pagina|strona|strana|стр|страница|of|von|af|av|de|di|z|из|sur"
)
_BETWEEN = r"[\s\-–—/|().·]*"
_PAGE = re.compile(
    rf"{_BETWEEN}(?:{_PAGE_WORDS})?{_BETWEEN}\d{{0,3}}"
    rf"{_BETWEEN}(?:(?:{_PAGE_WORDS})?{_BETWEEN}\d{{1,3}})?{_BETWEEN}",
    re.IGNORECASE,
)
_PICTURES = (f"{{{NAMESPACES['a']}}}blip", f"{{{NAMESPACES['v']}}}imagedata")
_MOST_SHOWN = 200
"""Characters of a message."""


def look(package: Package, findings: Findings) -> None:
    """Note in `findings` what stands in the margins and in comments of a Word file."""
    for kind in _KINDS:
        for part in package.parts(kind).values():
            words = " ".join(filter(None, (_words(part), _drawn(part))))
            if not _PAGE.fullmatch(words):
                findings.settle(0, f"the {kind} is not in the text: {_shown(words)}")
            if next(part.iter(*_PICTURES), None) is not None:
                findings.settle(0, f"a picture of the {kind} is not in the text")
    comments = package.part("comments")
    for comment in comments if comments is not None else ():
        author = comment.get(f"{W}author", "somebody")
        findings.settle(0, f"a comment of {author} was left out: {_shown(_words(comment))}")


def _shown(words: str) -> str:
    return words if len(words) <= _MOST_SHOWN else f"{words[:_MOST_SHOWN]} …"


def _words(part: etree._Element) -> str:
    """Return the words of a part, a space between its paragraphs."""
    each = ("".join(t.text or "" for t in p.iter(f"{W}t")).strip() for p in part.iter(f"{W}p"))
    return " ".join(filter(None, each))


def _drawn(part: etree._Element) -> str:
    """Return the words that WordArt draws across a page, such as a watermark."""
    return " ".join(each.get("string", "") for each in part.iter(_WORD_ART))
