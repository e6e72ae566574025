"""A Word file as a package of parts, opened within bounds (ISO/IEC 29500-2, Open Packaging)."""

from __future__ import annotations

import posixpath
import re
import struct
import zlib
from lzma import LZMAError
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import unquote
from zipfile import BadZipFile, ZipFile

from lxml import etree

from communique.model.faults import Faults, StatementError
from communique.read import file_kinds

if TYPE_CHECKING:
    from pathlib import Path

#: A file may have so many parts, which may have so many bytes, and be packed so tightly: Word's
#: own are packed by twenty at most, and what is tighter was written to fill a memory.
MOST_PARTS, MOST_BYTES, MOST_PACKED = 5_000, 100_000_000, 200
_SMALL = 10_000
#: A part that is XML may have so many: 700 pages have a third of that.
MOST_XML = 30_000_000
#: How the namespaces of Strict documents are called in those that Word writes (ISO/IEC 29500-1, 4).
_STRICT = (
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main", "w"),
    (b"http://purl.oclc.org/ooxml/officeDocument/relationships", "r"),
    (b"http://purl.oclc.org/ooxml/officeDocument/math", "m"),
    (b"http://purl.oclc.org/ooxml/drawingml/main", "a"),
    (b"http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing", "wp"),
    (b"http://purl.oclc.org/ooxml/drawingml/picture", "pic"),
)
NAMESPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "v": "urn:schemas-microsoft-com:vml",
    "o": "urn:schemas-microsoft-com:office:office",
    "adec": "http://schemas.microsoft.com/office/drawing/2017/decorative",
}
W = f"{{{NAMESPACES['w']}}}"
R = f"{{{NAMESPACES['r']}}}"
#: What `zipfile` raises for a damaged package, or one with a password.
_DAMAGED = (
    BadZipFile, zlib.error, struct.error, LZMAError, EOFError, NotImplementedError, RuntimeError,
    ValueError, OverflowError,
)  # fmt: skip
#: What lists count with, each up to what Word itself takes: a damaged value would count for hours.
_COUNTED = {"ilvl": 8, "lvlRestart": 9, "start": 32_767, "startOverride": 32_767}
_FIGURES = re.compile("[0-9]{1,9}")
_SAVE = "save it as .docx in its program, and import {name}.docx"
#: What to do with files of other kinds, as `communique.read.file_kinds` tells them.
_INSTEAD = {
    "it is an OpenDocument text": _SAVE,
    "it is an RTF file": _SAVE,
    "it is a web page": _SAVE,
    "it is a PDF": "import the Word file that it was made from",
}
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_TEXT = (".txt", ".md", ".markdown", ".text")


class Relation(NamedTuple):
    """What a part refers to: another part by its name, or an address outside."""

    kind: str
    target: str
    external: bool


class Package:
    """The parts of the Word file at `path`.

    Raises `StatementError` where it is none, is damaged or protected, or breaks the bounds.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        try:
            self._zip = ZipFile(path)
            infos = self._zip.infolist()
        except _DAMAGED:
            raise self._refused(*_no_word_file(path)) from None
        except OSError as error:
            wrong = f"it cannot be read ({error.strerror})"
            raise self._refused(wrong, "check its name and whether you may read it") from None
        if len(infos) > MOST_PARTS or sum(info.file_size for info in infos) > MOST_BYTES:
            wrong = f"it has more than {MOST_PARTS:,} parts or {MOST_BYTES:,} bytes unpacked"
            raise self._refused(wrong, "make its pictures smaller, or split it")
        for info in infos:
            if info.file_size > max(_SMALL, MOST_PACKED * info.compress_size):
                wrong = f"its part {info.filename} is packed more tightly than Word does"
                raise self._refused(wrong, "save it again in Word")
        self._names = {_key(info.filename): info.filename for info in infos}
        main = [
            each.target for each in self._relations("").values() if each.kind == "officeDocument"
        ]
        if not main or _key(main[0]) not in self._names or not _key(main[0]).endswith(".xml"):
            raise self._refused(*_no_word_file(path))
        self.main = main[0]
        self.relations = self._relations(self.main)

    def document(self) -> etree._Element:
        """Return the text as XML; raises `StatementError` where it has none."""
        body = self.xml(self.main)
        if body is None or (found := body.find(f"{W}body")) is None:
            raise self._refused("it is no Word file", "open it in Word and save it as .docx")
        return found

    def part(self, kind: str) -> etree._Element | None:
        """Return the part of that kind, such as ``styles``, that belongs to the text, if any."""
        return next(iter(self.parts(kind).values()), None)

    def parts(self, kind: str) -> dict[str, etree._Element]:
        """Return all parts of that kind that belong to the text, such as ``header``, by name."""
        names = [each.target for each in self.relations.values() if each.kind == kind]
        found = {name: self.xml(name) for name in dict.fromkeys(names)}
        return {name: element for name, element in found.items() if element is not None}

    def relations_of(self, name: str) -> dict[str, Relation]:
        """Return what the part of that name refers to, by its identifiers."""
        return self.relations if name == self.main else self._relations(name)

    def xml(self, name: str) -> etree._Element | None:
        """Return the part of that name as XML, without entities, or None where there is none."""
        data = self.bytes(name)
        if data is None:
            return None
        if len(data) > MOST_XML:
            wrong = f"its part {name} has more than {MOST_XML:,} bytes"
            raise self._refused(wrong, "split the file")
        for strict, prefix in _STRICT:
            data = data.replace(strict, NAMESPACES[prefix].encode())
        parser = etree.XMLParser(
            resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True,
            remove_pis=True, huge_tree=False,
        )  # fmt: skip
        try:
            root = etree.fromstring(data, parser)
        except etree.XMLSyntaxError as error:
            wrong = f"its part {name} is damaged ({error.msg})"
            raise self._refused(wrong, "save it again in Word") from None
        if root.getroottree().docinfo.doctype:
            wrong = f"its part {name} has a document type, which Word never writes"
            raise self._refused(wrong, "save it again in Word")
        if damage := _miscounted(root):
            wrong = f"its part {name} is damaged ({damage})"
            raise self._refused(wrong, "save it again in Word")
        return root

    def bytes(self, name: str) -> bytes | None:
        """Return the bytes of the part of that name, or None where there is none."""
        if (known := self._names.get(_key(name))) is None:
            return None
        try:
            return self._zip.read(known)
        except (*_DAMAGED, OSError):
            wrong = f"its part {name} is damaged or protected"
            raise self._refused(wrong, "save it again in Word, without a password") from None

    def _relations(self, name: str) -> dict[str, Relation]:
        folder, base = posixpath.split(name)
        root = self.xml(posixpath.join(folder, "_rels", f"{base}.rels"))
        found = {}
        for each in root if root is not None else ():
            external = each.get("TargetMode") == "External"
            target = each.get("Target", "")
            if not external:
                target = _unescaped(posixpath.join("/", folder, target))
            kind = each.get("Type", "").rsplit("/", 1)[-1]
            found[each.get("Id", "")] = Relation(kind, target, external)
        return found

    def _refused(self, wrong: str, instead: str) -> StatementError:
        faults = Faults(self._path)
        faults.add(1, "file", wrong, instead)
        return StatementError(faults)


def _no_word_file(path: Path) -> tuple[str, str]:
    """Return what a file is that is no Word file, and what to do."""
    name = path.name.partition(".")[0]
    with path.open("rb") as file:
        data = file.read(MOST_BYTES)
    if data.startswith(_OLE):
        wrong = "it is an old Word file, or one with a password"
        return wrong, "open it in Word and save it as .docx, without a password"
    kind, _ = file_kinds.no_text(data, path.name) or ("", "")
    if kind in _INSTEAD:
        return kind, _INSTEAD[kind].format(name=name)
    if not kind and path.suffix.lower() in _TEXT:
        wrong = "it is plain text, which needs no import"
        return wrong, f"save it as {name}.en.md, with a title above it, and build that"
    return "it is no Word file, or a damaged one", "open it in Word and save it as .docx"


def _unescaped(name: str) -> str:
    return posixpath.normpath(posixpath.join("/", unquote(name))).lstrip("/")


def _key(name: str) -> str:
    """Return the name of a part as it is looked for: in any case (ISO/IEC 29500-2, 6.2.2.3)."""
    return _unescaped(name).lower()


def _miscounted(root: etree._Element) -> str:
    """Return the first value of a list that is no number it can have, as in the file, or nothing.

    The bounds are those of ISO/IEC 29500-1, 17.9, for levels, and Word's own for where one starts.
    """
    for element in root.iter(*(W + tag for tag in (*_COUNTED, "lvl", "lvlOverride"))):
        tag = element.tag.rpartition("}")[2]
        if tag == "start" and element.getparent().tag != f"{W}lvl":
            continue  # it is the border of a table
        value = element.get(W + ("val" if tag in _COUNTED else "ilvl"), "0").strip()
        if not _FIGURES.fullmatch(value) or int(value) > _COUNTED.get(tag, _COUNTED["ilvl"]):
            return f'{tag} is "{value[:20]}"'
    return ""
