"""What the file says of itself: PDF/UA and PDF/A at once, dates, attachments, page labels."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from typing import TYPE_CHECKING, Any

import pydyf

from communique import __version__
from communique.typeset.patches import libraries

if TYPE_CHECKING:
    from collections.abc import Callable

    from communique.compose.sheet import Sheet
    from communique.model.standards import Standard

RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
UA = "http://www.aiim.org/pdfua/ns/id/"
_EXTENSION = f"""
<rdf:Description xmlns:rdf="{RDF}" rdf:about=""
  xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
  xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
  xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>{UA}</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289 that the file follows</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>"""
#: Well-Tagged PDF 1.0, 6.1.3: the claim of its accessibility level, as a PDF Declaration.
_DECLARATION = f"""
<rdf:Description xmlns:rdf="{RDF}" xmlns:pdfd="http://pdfa.org/declarations/" rdf:about="">
<pdfd:declarations><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfd:conformsTo>http://pdfa.org/declarations/wtpdf#accessibility1.0</pdfd:conformsTo>
</rdf:li></rdf:Bag></pdfd:declarations>
</rdf:Description>"""
ET.register_namespace("pdfuaid", UA)
ET.register_namespace("pdfd", "http://pdfa.org/declarations/")
ET.register_namespace("pdfaExtension", "http://www.aiim.org/pdfa/ns/extension/")
ET.register_namespace("pdfaSchema", "http://www.aiim.org/pdfa/ns/schema#")
ET.register_namespace("pdfaProperty", "http://www.aiim.org/pdfa/ns/property#")


def describe(metadata: Any, sheet: Sheet) -> None:
    """Give WeasyPrint's `metadata` of a document what `sheet` says, and its files."""
    _identify(metadata, sheet.standard)
    metadata.generator = _maker(sheet)
    metadata.attachments = _attachments(sheet)


def _identify(metadata: Any, standard: Standard) -> None:
    """Make the metadata stream of WeasyPrint's `metadata` claim PDF/UA beside PDF/A.

    The claim stands inside the one rdf:RDF of the packet; the engine's own option writes a second
    one. PDF/A-3 wants the property declared in an extension schema (ISO 19005-3, 6.6.2.3).
    """
    generate: Callable[..., bytes] = metadata.generate_rdf_metadata

    def generate_both(*arguments: object) -> bytes:
        rdf = ET.fromstring(generate(*arguments))  # noqa: S314  # our own engine's output
        claim = ET.SubElement(rdf, f"{{{RDF}}}Description", {f"{{{RDF}}}about": ""})
        ET.SubElement(claim, f"{{{UA}}}part").text = str(standard.part)
        if standard.revision:
            ET.SubElement(claim, f"{{{UA}}}rev").text = standard.revision
            rdf.append(ET.fromstring(_DECLARATION))  # noqa: S314  # a constant
        else:
            rdf.append(ET.fromstring(_EXTENSION))  # noqa: S314  # a constant
        return bytes(ET.tostring(rdf, encoding="utf-8"))

    metadata.generate_rdf_metadata = generate_both


def _maker(sheet: Sheet) -> str:
    """Return what made the file, for its metadata: version, edition, standard, turn, libraries.

    The versions of those fonts that came from the system follow.
    """
    turn = [f"as {sheet.turn}"] if sheet.turn else []
    made_in = (f"Communiqué {__version__}", f"edition {sheet.edition}", sheet.standard.name)
    return "; ".join((*made_in, *turn, *libraries(), *sheet.font_versions))


def _attachments(sheet: Sheet) -> list[Any]:
    """Return the files of `sheet` as the engine attaches them."""
    from weasyprint import Attachment  # noqa: PLC0415  # see typeset

    return [
        Attachment(
            file_obj=_Bytes(file.data),
            name=file.name,
            description=file.description,
            relationship=file.relationship,
            created=sheet.issued,
            modified=sheet.updated,
        )
        for file in sheet.files
    ]


class _Bytes:
    """Bytes that the engine can read twice, as a file object."""

    def __init__(self, data: bytes) -> None:
        self.data = data

    def read(self) -> bytes:
        return self.data


def finish(sheet: Sheet, pdf: pydyf.PDF) -> None:
    """Mend what the engine writes last: types and dates of files, lists of them, page labels.

    Each stream then has the bytes that it is written with.
    """
    extras = [getattr(thing, "extra", {}) for thing in pdf.objects]
    attached = [extra for extra in extras if extra.get("Type") == "/EmbeddedFile"]
    for file, extra in zip(sheet.files, attached, strict=True):
        # WeasyPrint 70.0 looks the name up in the tables of the machine, such as /etc/mime.types.
        extra["Subtype"] = f"/{file.media_type.replace('/', '#2f')}"
        if not sheet.dated:
            for key in ("CreationDate", "ModDate"):
                extra["Params"].pop(key)
    named = [thing for thing in pdf.objects if isinstance(thing, dict)]
    named = [thing for thing in named if thing.get("Type") == "/Filespec"]
    for file, thing in zip(sheet.files, named, strict=True):
        # WeasyPrint 70.0 tells files apart by their bytes, which two versions may have in common.
        thing["AFRelationship"] = f"/{file.relationship}"
    if "AF" in pdf.catalog:  # WeasyPrint 70.0 lists each attachment twice
        pdf.catalog["AF"] = pydyf.Array(dict.fromkeys(pdf.catalog["AF"]))
    pdf.catalog["PageLabels"] = pydyf.Dictionary(
        {"Nums": pydyf.Array([0, pydyf.Dictionary({"S": "/D"})])}
    )
    pdf.objects[:] = [
        _Written(thing) if isinstance(thing, pydyf.Stream) else thing for thing in pdf.objects
    ]


class _Written(pydyf.Object):  # type: ignore[misc]  # pydyf ships no types
    """A stream that is compressed once.

    pydyf asks for the bytes of each object twice where a file has an identifier, as PDF/A wants it
    (ISO 19005-3, 6.1.3), and compresses a stream each time at its slowest level.
    """

    data = b""
    compressible = False

    def __init__(self, stream: pydyf.Stream) -> None:
        super().__init__()
        self.number, self.data = stream.number, stream.data
