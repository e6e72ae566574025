"""Alternatives: the same once for a newer program and once for an older one (ISO/IEC 29500-3)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.word.reading.package import NAMESPACES

if TYPE_CHECKING:
    from lxml import etree

ALTERNATIVES = f"{{{NAMESPACES['mc']}}}AlternateContent"
_CHOICE, _FALLBACK = (f"{{{NAMESPACES['mc']}}}{tag}" for tag in ("Choice", "Fallback"))
_OFFICE = "http://schemas.microsoft.com/office/"
#: What is read here or refused by its name, beside what the standard itself has.
_UNDERSTOOD = frozenset(
    (
        *NAMESPACES.values(),
        *(
            f"{_OFFICE}{name}"
            for name in (
                "word/2010/wordml", "word/2012/wordml", "word/2010/wordprocessingShape",
                "word/2010/wordprocessingGroup", "word/2010/wordprocessingCanvas",
                "word/2010/wordprocessingInk", "word/2010/wordprocessingDrawing",
                "word/2012/wordprocessingDrawing", "drawing/2010/main", "drawing/2014/chartex",
                "drawing/2015/9/8/chartex", "drawing/2016/ink", "drawing/2017/model3d",
            )
        ),
    )
)  # fmt: skip


def chosen(alternatives: etree._Element) -> etree._Element:
    """Return the part of `alternatives` that holds: the first choice that is understood.

    A choice names the namespaces that it requires by their prefixes (ISO/IEC 29500-3, 10.2); where
    none is understood it is the fallback, and nothing where there is none.
    """
    for each in alternatives.iterchildren(_CHOICE):
        required = each.get("Requires", "").split()
        if required and all(each.nsmap.get(prefix) in _UNDERSTOOD for prefix in required):
            return each
    fallback = next(alternatives.iterchildren(_FALLBACK), None)
    return fallback if fallback is not None else alternatives.makeelement(_FALLBACK)
