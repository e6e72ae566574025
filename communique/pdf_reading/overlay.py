"""The same PDF with other contents on its pages, as an incremental update (ISO 32000-1, 7.5.6)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

_START = b"startxref"


def with_contents(data: bytes, trailer: Any, streams: Mapping[int, bytes]) -> bytes:
    """Return the PDF `data`, whose trailer is given, with the `streams` for the objects they name.

    What was there stays where it is: streams and a cross-reference stream (7.5.8) are added.
    """
    out = bytearray(data) + b"\n"
    places: list[tuple[int, int]] = []
    for number, stream in sorted(streams.items()):
        places.append((number, len(out)))
        out += b"%d 0 obj\n<</Length %d>>\nstream\n%s\nendstream\nendobj\n" % (
            number,
            len(stream),
            stream,
        )
    own, start = int(trailer["/Size"]), len(out)
    places.append((own, start))
    table = b"".join(b"\x01" + place.to_bytes(5, "big") + b"\x00" for _, place in places)
    entries = (
        b"/Size %d" % (own + 1),
        b"/Root %d 0 R" % trailer.raw_get("/Root").idnum,
        b"/Prev %d" % int(data[data.rindex(_START) + len(_START) :].split()[0]),
        b"/W[1 5 1]/Index[%s]" % b" ".join(b"%d 1" % number for number, _ in places),
        b"/Length %d" % len(table),
    )
    out += b"%d 0 obj\n<</Type/XRef%s>>\nstream\n%s\nendstream\nendobj\n%s\n%d\n%%%%EOF\n" % (
        own,
        b"".join(entries),
        table,
        _START,
        start,
    )
    return bytes(out)
