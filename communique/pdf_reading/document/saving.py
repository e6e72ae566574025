"""How a PDF was saved: in one go or with changes at its end, signed, locked, with layers.

ISO 32000-1, 7.5.6 (incremental updates), 7.6 (encryption), 8.11 (layers), 12.8 (signatures).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from communique.pdf_reading.objects import at, guarded

if TYPE_CHECKING:
    from communique.pdf_reading.reading import Reading

_END = re.compile(rb"%%EOF")
_LINEARIZED = b"/Linearized"
_SIGNED = re.compile(rb"/ByteRange\s*\[")
#: So far from its beginning a file says that it is linearized (annex F).
_HEAD_BYTES = 1024
#: The comment of bytes at the beginning (7.5.2), by which two programs that leave the producer as
#: it was are known.
_COMMENTS = {b"\n%\xbf\xf7\xa2\xfe": "qpdf", b"\n%\xc2\xb5\xc2\xb6": "MuPDF"}


@guarded
def layers(reading: Reading) -> list[str]:
    """Return the names of the layers, each of which may be switched on and off (8.11)."""
    groups = at(at(reading.pdf.root_object, "/OCProperties", {}), "/OCGs", [])
    return [str(at(each.get_object(), "/Name", "")) for each in list.__iter__(groups)]


def writer(data: bytes) -> str:
    """Return the program by whose comment the bytes of a file begin, if it is known by that."""
    head = data[:_HEAD_BYTES]
    return next((name for comment, name in _COMMENTS.items() if comment in head), "")


def traces(data: bytes) -> list[str]:
    """Return what the bytes of a file tell of how it was saved."""
    found = []
    ends = len(_END.findall(data))
    linear = _LINEARIZED in data[:_HEAD_BYTES]
    if ends > 1 + linear:
        found.append("something was added at its end after it was made (an incremental update)")
    if _SIGNED.search(data):
        found.append("it was signed after it was made (a digital signature, not judged here)")
    if linear:
        found.append("it was saved anew for the web (linearized)")
    rest = data.rpartition(b"%%EOF")[2].strip(b"\r\n")
    if ends and rest:
        found.append(f"{len(rest):,} bytes stand after its end")
    return found
