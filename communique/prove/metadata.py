"""Metadata: what a file says of itself, worked out from its statement for the proof alone."""

from __future__ import annotations

import re
from itertools import accumulate
from typing import TYPE_CHECKING

from communique.content.expected import label
from communique.content.expected_turns import over_title
from communique.content.status import expected as stated

if TYPE_CHECKING:
    from datetime import date

    from communique.content.content import Content, Version

#: Between the versions of a title or a heading.
_BESIDE = " / "
_DOT = " · "
#: What stands before the number of the party for which an original is.
_ALTERNAT = "alternat-"
#: What wrote the file; the metadata name its version twice.
ENGINE = "WeasyPrint "
#: What the document information dictionary may say (14.3.3).
INFORMATION = frozenset(
    ("/Author", "/CreationDate", "/Creator", "/Keywords", "/ModDate", "/Producer", "/Subject")
) | {"/Title"}
#: What the colours mean (14.11.5).
COLOURS = ("/GTS_PDFA1", "IEC 61966-2-1 Default RGB Colour Space - sRGB")
#: How a picture, the statement's own file and that of an earlier version belong to the document.
PICTURE = ("/Supplement", "A picture in the statement")
SOURCE = ("/Source", "The statement as it was written")
EARLIER = ("/Supplement", "The earlier version with which it is compared")
#: What the statement's own file is (RFC 7763).
MARKDOWN = "text/markdown"
#: What the metadata stream consists of: the way to each text in it.
_PATHS = (
    "@rdf:about=",
    "@pdfaid:conformance",
    "@pdfaid:part",
    "@pdf:Producer",
    "dc:creator/rdf:Seq/rdf:li",
    "dc:description/rdf:Alt/rdf:li/@xml:lang=x-default",
    "dc:title/rdf:Alt/rdf:li/@xml:lang=x-default",
    "pdf:Keywords",
    "pdfuaid:part",
    "xmp:CreateDate",
    "xmp:CreatorTool",
    "xmp:ModifyDate",
)
#: PDF/A-3 has to declare what PDF/UA-1 claims; part 4 has no need (ISO 19005-3, 6.6.2.3).
_SCHEMA = "pdfaExtension:schemas/rdf:Bag/rdf:li"
_PROPERTY = f"{_SCHEMA}/pdfaSchema:property/rdf:Seq/rdf:li"
_OF_PDF_1 = (
    f"{_SCHEMA}/@rdf:parseType=Resource",
    f"{_SCHEMA}/pdfaSchema:schema",
    f"{_SCHEMA}/pdfaSchema:namespaceURI",
    f"{_SCHEMA}/pdfaSchema:prefix",
    f"{_PROPERTY}/@rdf:parseType=Resource",
    f"{_PROPERTY}/pdfaProperty:name",
    f"{_PROPERTY}/pdfaProperty:valueType",
    f"{_PROPERTY}/pdfaProperty:category",
    f"{_PROPERTY}/pdfaProperty:description",
)
_SCHEMAS = [
    "PDF/UA identification schema",
    "http://www.aiim.org/pdfua/ns/id/",
    "pdfuaid",
    *("part", "Integer", "internal", "Part of ISO 14289 that the file follows"),
]
#: Well-Tagged PDF 1.0, 6.1.3.
_DECLARATION = "pdfd:declarations/rdf:Bag/rdf:li"
_OF_PDF_2 = (
    f"{_DECLARATION}/@rdf:parseType=Resource",
    f"{_DECLARATION}/pdfd:conformsTo",
    "pdfaid:rev",
    "pdfuaid:rev",
)
_DECLARATIONS = ["http://pdfa.org/declarations/wtpdf#accessibility1.0"]
#: The year of ISO 19005-4, which a file that follows it names (6.7.3).
_PDF_A_4 = "2020"
_DAY = len("2023-09-29")
_W3C = re.compile(
    r"(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d):(\d\d)(?:\.\d+)?(?:([+-]\d\d):(\d\d)|Z))?\Z"
)


def title(content: Content) -> str:
    """Return the title, in each language; which draft it is, or that there is an embargo, first.

    Then comes what it was turned into.
    """
    titles = (
        (stated.mark(each), _called(each), each.statement.matter.title.text)
        for each in content.versions
    )
    return _BESIDE.join(_DOT.join(filter(None, parts)) for parts in titles)


def _called(version: Version) -> str:
    """Return what the statement was turned into, in its language, as it is written."""
    how = version.statement.turned
    if how and how.name.startswith(_ALTERNAT):
        number, parties = int(how.name.removeprefix(_ALTERNAT)), how.original.matter.parties
        file = version.language.file
        label = file.labels.alternat or file.authenticity.original
        return _DOT.join((label, *parties[number - 1 : number]))
    return over_title(version)


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
    """Return what is said of a draft or an embargo, the kind of document and the occasion.

    Each language says so, unless it says the same as the other one.
    """
    found: list[str] = []
    for version in content.versions:
        kind, event = version.statement.matter.kind, version.statement.matter.event
        said = [stated.line(version)] if stated.key(version) else []
        said += [version.language.kind(kind.text)] if kind else []
        said += [event.text] if event else []
        words = ", ".join(said)
        found += [words] if words and words not in found else []
    return _BESIDE.join(found)


def keywords(content: Content) -> str:
    """Return the words for the catalogue in all languages, each once."""
    found: list[str] = []
    for version in content.versions:
        for word in version.statement.matter.keywords:
            found += [] if word in found else [word]
    return ", ".join(found)


def paths(content: Content) -> frozenset[str]:
    """Return where something may stand in the metadata stream, such as dc:title/rdf:Alt."""
    every = _PATHS + (_OF_PDF_2 if content.standard.pdf_2 else _OF_PDF_1)
    return frozenset(path for way in every for path in accumulate(way.split("/"), "{}/{}".format))


def declared(content: Content) -> tuple[tuple[str, str], list[str]]:
    """Return the property that declares what the file follows, and all that it has to say."""
    if content.standard.pdf_2:
        return ("pdfd", "declarations"), _DECLARATIONS
    return ("pdfaExtension", "schemas"), _SCHEMAS


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
        found["PDF/A rev"] = ("pdfaid", _PDF_A_4)
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
