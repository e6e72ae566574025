"""The parts of a Word file for the second reading, as XML."""

from __future__ import annotations

import posixpath
import re
from typing import TYPE_CHECKING
from urllib.parse import unquote

from defusedxml import ElementTree

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element
    from zipfile import ZipFile

_TRANSITIONAL = b"http://schemas.openxmlformats.org/"
#: Strict documents have the same names, without the year in the middle (ISO/IEC 29500-1, annex A).
_YEAR = re.compile(rb"http://purl\.oclc\.org/ooxml/(wordprocessingml|officeDocument)/")
#: Prefixes of namespaces that a choice requires are names of XML, which its parser forgets.
_REQUIRES = re.compile(rb"""(?<=\sRequires=["'])([^"']*)""")
#: The namespaces that Word has had a part of its files in since 2010.
_WORDS_OWN = re.compile(
    rb"http://schemas\.(?:openxmlformats\.org|microsoft\.com/office/(?:word|drawing)/201\d)/.*"
)


class Parts:
    """The parts of a `package`: its text, and what belongs to it, by kind."""

    def __init__(self, package: ZipFile) -> None:
        self._package = package
        self._names = {_place(name).lower(): name for name in package.namelist()}
        start = self._parts("_rels/.rels", "")
        self._main = next(name for kind, name in start if kind == "officeDocument")
        folder, base = posixpath.split(self._main)
        self._others = dict(self._parts(f"{folder}/_rels/{base}.rels", folder))

    def document(self) -> Element:
        """Return the text."""
        root: Element = ElementTree.fromstring(self._bytes(self._main))
        return root

    def of_kind(self, kind: str) -> Element | None:
        """Return the part of that kind, such as ``styles``, or None where there is none."""
        name = self._others.get(kind, "")
        try:
            return ElementTree.fromstring(self._bytes(name)) if name else None
        except KeyError:
            return None

    def _parts(self, name: str, folder: str) -> list[tuple[str, str]]:
        try:
            root = ElementTree.fromstring(self._bytes(name))
        except KeyError:
            return []
        return [
            (
                each.get("Type", "").rpartition("/")[2],
                _place(posixpath.join("/", folder, each.get("Target", ""))),
            )
            for each in root
        ]

    def _bytes(self, name: str) -> bytes:
        data = self._package.read(self._names[name.lower()])
        data = _YEAR.sub(lambda match: _TRANSITIONAL + match[1] + b"/2006/", data)
        return _REQUIRES.sub(lambda match: _known(match[1], data), data)


def _known(prefixes: bytes, data: bytes) -> bytes:
    """Return the prefixes that a choice requires, or a mark where Word knows not all of them."""
    for prefix in prefixes.split():
        said = re.search(rb"xmlns:" + re.escape(prefix) + rb"""\s*=\s*["']([^"']*)""", data)
        if said is None or not _WORDS_OWN.fullmatch(said[1]):
            return b"?"
    return prefixes or b"?"


def _place(name: str) -> str:
    """Return the name of a part as it is compared: without what stands for a sign, as %20 does."""
    return posixpath.normpath(unquote(name)).strip("/")
