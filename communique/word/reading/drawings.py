"""Pictures and text boxes of a Word file; what else can be drawn there is refused by its name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.word.found import Picture, Piece
from communique.word.reading import picture_looks
from communique.word.reading.package import NAMESPACES, R, W

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

    from communique.word.found import Findings
    from communique.word.reading.package import Package, Relation

_WP, _A, _V, _O = (f"{{{NAMESPACES[each]}}}" for each in ("wp", "a", "v", "o"))
_DECORATIVE = f"{{{NAMESPACES['adec']}}}decorative"
_SVG = "{http://schemas.microsoft.com/office/drawing/2016/SVG/main}svgBlip"
#: What a drawing may be that is no picture, by the end of its name (ISO/IEC 29500-1, 20 and 21).
_UNKNOWN = {
    "chart": "a chart",
    "chartex": "a chart",
    "diagram": "a SmartArt graphic",
    "lockedCanvas": "a drawing canvas",
    "wordprocessingCanvas": "a drawing canvas",
}
_KINDS = {b"\x89PNG": ".png", b"\xff\xd8\xff": ".jpg", b"GIF8": "", b"<svg": ".svg"}
_AS_PICTURE = "save it as a picture, put that in its place in Word, and import the file again"

_EDIT = "change its file in a program for pictures"


class Drawings:
    """Reads drawings; their `pictures` are added to those of the text, in their order."""

    def __init__(
        self,
        package: Package,
        relations: dict[str, Relation],
        findings: Findings,
        pictures: list[Picture],
    ) -> None:
        self._package = package
        self._relations = relations
        self._findings = findings
        self.pictures = pictures

    def pieces(self, drawing: etree._Element, number: int) -> Iterator[Piece]:
        """Yield the pictures in a `drawing` of the paragraph with that `number`."""
        self._look_for_others(drawing, number)
        for each in drawing.iter(f"{W}txbxContent"):
            lines = ("".join(t.text or "" for t in p.iter(f"{W}t")) for p in each.iter(f"{W}p"))
            words = " ".join(lines)
            if words.strip():
                self._findings.settle(number, f"a text box was left out: {words.strip()}")
        for each in drawing.iter(f"{_V}textpath"):
            words = each.get("string", "")
            self._findings.settle(number, f"words drawn by WordArt were left out: {words}")
        said = next(drawing.iter(f"{_WP}docPr"), None)
        description = (said.get("descr") or said.get("title") or "") if said is not None else ""
        if any(each.get("val") not in ("0", "false") for each in drawing.iter(_DECORATIVE)):
            self._findings.tell("pictures without a meaning were left out")
            return
        named = [(name, description) for name in self._names(drawing)]
        if drawing.tag != f"{W}object":
            named += [
                (each.get(f"{R}id", ""), each.get(f"{_O}title", ""))
                for each in drawing.iter(f"{_V}imagedata")
            ]
        found = [picture for each in named if (picture := self._picture(*each, number))]
        for how in picture_looks.said(drawing) if found else ():
            self._findings.settle(
                number, f"a picture is {how} in Word, and here it is not: {_EDIT}"
            )
        for picture in found:
            self.pictures.append(picture)
            yield Piece(str(len(self.pictures) - 1), "picture")

    def _names(self, drawing: etree._Element) -> Iterator[str]:
        for blip in drawing.iter(f"{_A}blip"):
            vector = next(blip.iter(_SVG), None)
            found = vector if vector is not None else blip
            yield found.get(f"{R}embed") or found.get(f"{R}link") or ""

    def _picture(self, name: str, description: str, number: int) -> Picture | None:
        relation = self._relations.get(name)
        data = self._package.bytes(relation.target) if relation and not relation.external else None
        if data is None:
            self._findings.settle(number, "a picture is not in the file, and was left out")
            return None
        begun = data.lstrip(b"\xef\xbb\xbf \t\r\n")
        suffix = next((found for head, found in _KINDS.items() if begun.startswith(head)), "")
        if not suffix and begun.startswith(b"<?xml") and b"<svg" in data[:2000]:
            suffix = ".svg"
        if not suffix:
            kind = relation.target.rpartition(".")[2].upper() if relation else ""
            self._findings.settle(
                number, f"a picture was left out, since it is {kind}; save it as PNG"
            )
            return None
        return Picture(data, suffix, " ".join(description.split()))

    def _look_for_others(self, drawing: etree._Element, number: int) -> None:
        for each in drawing.iter(f"{_A}graphicData"):
            kind = each.get("uri", "").rstrip("/").rpartition("/")[2]
            if kind in _UNKNOWN:
                self._refuse(number, _UNKNOWN[kind])
        for each in drawing.iter(f"{W}control"):
            self._refuse(number, f"a control ({each.get(f'{W}name', 'of a form')})")
        if next(drawing.iter(f"{W}contentPart"), None) is not None:
            self._refuse(number, "ink")
        for each in drawing.iter(f"{_O}OLEObject"):
            self._refuse(number, f"an embedded object ({each.get('ProgID', 'of another program')})")

    def _refuse(self, number: int, what: str) -> None:
        self._findings.faults.add(number, "drawing", f"{what} cannot be read", _AS_PICTURE)
