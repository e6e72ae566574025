"""Links: which of the annotations that the engine makes of them are written, and what they say."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pydyf
from weasyprint.formatting_structure import boxes

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from xml.etree.ElementTree import Element

#: What composing puts into words for the ends of lines.
_JOINER, _SOFT_HYPHEN = "\u2060", "\u00ad"
#: A space before or after a sign of changes, which may be a no-break space as those within it are.
_BESIDE_SIGN = re.compile(rf"\A\s{_JOINER}?\[|\]{_JOINER}?\s")


def links(document: Any) -> None:
    """Keep one annotation for each line of a link, and none in the repeated head of a table.

    The engine makes one for each inline box in a link, and one without width for a link of which
    nothing but a space was left on a line. A repeated head is an artifact, and every link has to be
    tagged (ISO 14289-1, 7.18.5).
    """
    before: set[int] = set()  # the elements of the links on earlier pages
    for page in document.pages:
        kept = [link for link in page.links if _is_link(link[3]) and _is_wide(link[2])]
        here = {id(link[3].element) for link in kept}
        heads = set(_in_heads(page._page_box)) if here & before else set()
        page.links[:] = [
            link for link in kept if id(link[3].element) not in before or id(link[3]) not in heads
        ]
        before |= here


def describe(document: Any, labels: Mapping[str, str]) -> None:
    """Let each link in the document say the words of the heading it leads to.

    `labels` are those words by the heading's anchor. A screen reader reads the description aloud
    (ISO 14289-1, 7.18.5), and the engine writes the anchor there. Of what is no heading nothing is
    said; the proof refuses such a link.
    """
    for page in document.pages:
        for kind, target, _, box in page.links:
            if kind == "internal":
                box.link_annotation["Contents"] = pydyf.String(labels.get(target, ""))


def label(heading: Element) -> str:
    """Return the words of a heading on one line, without its notes and their calls.

    Nor is what was deleted among them, and of the signs of changes their spaces are alone.
    """
    words = "".join(_words(heading))
    return " ".join(words.replace(_JOINER, "").replace(_SOFT_HYPHEN, "").split())


def _words(element: Element) -> Iterator[str]:
    if element.tag == "br":
        yield " "
    if element.tag == "del":
        return
    if element.get("class", "").partition(" ")[0] == "sign":
        yield " " * bool(_BESIDE_SIGN.search("".join(element.itertext())))
        return
    yield element.text or ""
    for child in element:
        if child.get("data-number") is None:
            yield from _words(child)
        yield child.tail or ""


def _is_link(box: Any) -> bool:
    return box.element is not None and box.element_tag == "a" and isinstance(box, boxes.InlineBox)


def _is_wide(area: tuple[float, float, float, float]) -> bool:
    left, _, right, _ = area
    return left < right


def _in_heads(page_box: Any) -> Iterator[int]:
    """Yield the id of each box in the head of a table."""
    for box in page_box.descendants():
        if isinstance(box, boxes.TableRowGroupBox) and box.is_header:
            yield from map(id, box.descendants())
