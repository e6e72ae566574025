"""Which structure type each HTML element becomes (ISO 32000-1, 14.8.4; ISO 32000-2, 14.8.4)."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

#: HTML elements and pseudo-elements → standard structure types (ISO 32000-1, 14.8.4).
ROLES = {
    **{f"h{level}": f"H{level}" for level in range(1, 7)},
    "p": "P",
    "ul": "L",
    "ol": "L",
    "dl": "L",
    "li": "LI",
    "li::marker": "Lbl",
    "dt": "Lbl",
    "dd": "LBody",
    "blockquote": "BlockQuote",
    "table": "Table",
    "caption": "Caption",
    "thead": "THead",
    "tbody": "TBody",
    "tr": "TR",
    "th": "TH",
    "td": "TD",
    "figure": "Sect",
    "figcaption": "Caption",
    "img": "Figure",
    "a": "Link",
    "em": "Span",
    "strong": "Span",
    "abbr": "Span",
    "sup": "Span",
    "sub": "Span",
    "ins": "Span",
    "del": "Span",
    "article": "Art",
    "section": "Sect",
    "span::footnote-call": "Reference",
    "span::footnote-marker": "Lbl",
}
#: Classes that say more than the element's name.
CLASSES = {
    "contents": "TOC",
    "entry": "TOCI",
    "note": "Note",
    "endnote": "Note",
    "label": "Lbl",
    "part": "P",
    "points": "L",
    "point": "LI",
    "inside": "LBody",
    "call": "Reference",
}
#: Where the letters of these stand (ISO 32000-2, 14.8.5.4.4; readers of PDF 1.7 pass over it), and
#: which lines they have (ISO 32000-1, 14.8.5.4.5).
LOOKS = {
    "sup": {"TextPosition": "/Sup"},
    "sub": {"TextPosition": "/Sub"},
    "ins": {"TextDecorationType": "/Underline"},
    "del": {"TextDecorationType": "/LineThrough"},
}
#: How lists are numbered where the HTML does not say it (ISO 32000-1, 14.8.5.5; ISO 32000-2).
NUMBERING = {"ol": "Decimal", "ul": "Disc", "dl": "None"}
NUMBERING_2 = {**NUMBERING, "dl": "Description"}
#: Those that PDF 2.0 names better (ISO 32000-2, 14.8.4; ISO 14289-2, 8.2.5.14).
ROLES_2 = {"Note": "FENote", "Reference": "Span"}
ELEMENTS_2 = {"em": "Em", "strong": "Strong"}


def role(element: Element, name: str, parent: str, *, pdf_2: bool) -> str | None:
    """Return the structure type of a box of the HTML `element`, or None where it adds no structure.

    `name` is the element's, or that of a pseudo-element of it; `parent` is the type around it.
    """
    found = ROLES.get(name)
    if name == element.tag:
        if element.get("data-part"):
            return "Part"
        found = CLASSES.get((element.get("class") or "").split(" ")[0]) or found
        if element.tag == "div" and parent == "LI":
            found = "LBody"
    if found and pdf_2:
        found = ELEMENTS_2.get(name) or ROLES_2.get(found, found)
    return found


def numbering(element: Element, *, pdf_2: bool) -> str:
    """Return how the list `element` is numbered (ISO 32000-1, 14.8.5.5, ListNumbering)."""
    return element.get("data-numbering") or (NUMBERING_2 if pdf_2 else NUMBERING)[element.tag]


def cell(element: Element) -> dict[str, str | int]:
    """Return what a cell says of itself, as PDF has it (ISO 32000-1, 14.8.5.7); maybe nothing.

    That is over how many columns and rows it stands, and of which it is the head.
    """
    spans = {"ColSpan": "colspan", "RowSpan": "rowspan"}
    said: dict[str, str | int] = {
        name: int(span) for name, key in spans.items() if (span := element.get(key))
    }
    if element.tag == "th":
        said["Scope"] = {"row": "/Row"}.get(element.get("scope") or "", "/Column")
    return {"O": "/Table", **said} if said else {}
