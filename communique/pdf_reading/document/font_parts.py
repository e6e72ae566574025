"""What decides which letters a font of a PDF draws, and as which they are copied."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from communique.pdf_reading.objects import at, guarded

if TYPE_CHECKING:
    from communique.pdf_reading.reading import Reading

_PROGRAMS = ("/FontFile", "/FontFile2", "/FontFile3")


class FontParts(NamedTuple):
    """A font: the program that draws (9.9), and the table by which its text is copied (9.10.3)."""

    program: bytes
    table: bytes


@guarded
def font_parts(reading: Reading) -> dict[str, FontParts]:
    """Return the parts of the fonts that the pages name, by the names of the fonts."""
    found: dict[str, FontParts] = {}
    for page in reading.pdf.pages:
        fonts = at(at(page, "/Resources", {}), "/Font", {})
        for name in fonts:
            entry = at(fonts, name, {})
            inner = at(entry, "/DescendantFonts", [entry])[0].get_object()
            descriptor = at(inner, "/FontDescriptor", {})
            program = b"".join(_data(at(descriptor, key)) for key in _PROGRAMS)
            called = str(at(entry, "/BaseFont", name)).lstrip("/").rpartition("+")[2].rstrip(",")
            found[called] = FontParts(program, _data(at(entry, "/ToUnicode")))
    return found


def _data(stream: Any) -> bytes:
    return bytes(stream.get_data()) if hasattr(stream, "get_data") else b""
