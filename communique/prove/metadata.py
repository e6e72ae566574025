"""Metadata: what a file says of itself, worked out from its statement for the proof alone."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from communique.content.expected import label

if TYPE_CHECKING:
    from datetime import date

    from communique.content.content import Content

#: Between the versions of a title or a heading.
_BESIDE = " / "
#: What wrote the file; the metadata name its version twice.
ENGINE = "WeasyPrint "
#: What the document information dictionary may say (14.3.3).
INFORMATION = frozenset(
    ("/Author", "/CreationDate", "/Creator", "/Keywords", "/ModDate", "/Producer", "/Subject")
) | {"/Title"}
#: What the colours mean (14.11.5).
COLOURS = ("/GTS_PDFA1", "IEC 61966-2-1 Default RGB Colour Space - sRGB")
#: How a picture, and the statement's own file, belong to the document.
USES = (
    ("/Supplement", "A picture in the statement"),
    ("/Source", "The statement as it was written"),
)
_PROPERTIES = {
    "http://ns.adobe.com/pdf/1.3/": "Keywords Producer",
    "http://ns.adobe.com/xap/1.0/": "CreateDate CreatorTool ModifyDate",
    "http://purl.org/dc/elements/1.1/": "creator description title",
    "http://www.aiim.org/pdfa/ns/id/": "conformance part",
    "http://www.aiim.org/pdfua/ns/id/": "part",
}
#: PDF/A-3 has to declare what PDF/UA-1 claims; part 4 has no need (ISO 19005-3, 6.6.2.3).
_OF_PDF_1 = {"http://www.aiim.org/pdfa/ns/extension/": "schemas"}
_OF_PDF_2 = {
    "http://pdfa.org/declarations/": "declarations",
    "http://www.aiim.org/pdfa/ns/id/": "conformance part rev",
    "http://www.aiim.org/pdfua/ns/id/": "part rev",
}
_DAY = len("2023-09-29")
_W3C = re.compile(
    r"(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d):(\d\d)(?:\.\d+)?(?:([+-]\d\d):(\d\d)|Z))?\Z"
)


def title(content: Content) -> str:
    """Return the title, in each language."""
    return _BESIDE.join(each.text for each in (v.statement.matter.title for v in content.versions))


def headings(content: Content) -> list[str]:
    """Return the labels of the bookmarks: the headings, each in all languages."""
    first, *others = [list(map(label, v.statement.body.headings)) for v in content.versions]
    return [_BESIDE.join(each) for each in zip(first, *others, strict=True)]


def authors(content: Content) -> list[str]:
    """Return who issues the statement: name, office, organisation, country."""
    every = content.versions[0].statement.matter.issuers
    fields = ((by.name, by.office, by.organisation, by.country) for by in every)
    return [", ".join(phrase.text for phrase in phrases if phrase) for phrases in fields]


def description(content: Content) -> str:
    """Return the kind of document and the occasion."""
    version = content.versions[0]
    kind, event = version.statement.matter.kind, version.statement.matter.event
    said = [version.language.kind(kind.text)] if kind else []
    return ", ".join([*said, event.text] if event else said)


def keywords(content: Content) -> str:
    """Return the words for the catalogue in all languages, each once."""
    found: list[str] = []
    for version in content.versions:
        found += [word for word in version.statement.matter.keywords if word not in found]
    return ", ".join(found)


def properties(content: Content) -> frozenset[str]:
    """Return the properties that the metadata stream may have, each as {namespace}name."""
    every = _PROPERTIES | (_OF_PDF_2 if content.standard.pdf_2 else _OF_PDF_1)
    return frozenset(
        f"{{{space}}}{name}" for space, names in every.items() for name in names.split()
    )


def claims(content: Content) -> dict[str, tuple[str, str]]:
    """Return the standards that are claimed: by name of the claim, its prefix and its value."""
    variant = content.standard.variant  # such as pdf/a-3a
    found = {
        "PDF/A part": ("pdfaid", variant[-2]),
        "PDF/A conformance": ("pdfaid", variant[-1].upper()),
        "PDF/UA part": ("pdfuaid", str(content.standard.part)),
    }
    if content.standard.pdf_2:
        found["PDF/UA rev"] = ("pdfuaid", content.standard.revision)
    return found


def dates(content: Content) -> tuple[str | None, str | None]:
    """Return when it was created and modified (W3C, Date and Time Formats), where it says so."""
    matter = content.versions[0].statement.matter
    return _w3c(matter.issued or matter.updated), _w3c(matter.updated or matter.issued)


def _w3c(moment: date | None) -> str | None:
    """Return a moment as it is written in XMP: a time without a zone is none, and only its day."""
    if moment is None:
        return None
    zone = getattr(moment, "tzinfo", None)
    return moment.isoformat() if zone else moment.isoformat()[:_DAY]


def pdf_date(w3c: str | None) -> str | None:
    """Return a W3C date such as 2023-09-29 or 2023-09-29T16:06:00+02:00 as a PDF date.

    ISO 32000-1, 7.9.4.
    """
    match = _W3C.match(w3c or "")
    if match is None:
        return None
    year, month, day, hour, minute, second, zone, zone_minute = match.groups()
    date = f"D:{year}{month}{day}"
    if hour is None:
        return date
    zone_text = f"{zone}'{zone_minute}" if zone else "Z"
    return f"{date}{hour}{minute}{second}{zone_text}"
