"""The objects of a PDF as they are written, each worked out once, and streams two at a time."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pydyf

#: From so many streams on, threads are worth their start; zlib lets them run at once.
_MANY = 16
_THREADS = 2


class _Written(pydyf.Object):  # type: ignore[misc]  # pydyf ships no types
    """An object as its bytes."""

    def __init__(self, thing: pydyf.Object) -> None:
        super().__init__()
        self.number, self.generation, self.free = thing.number, thing.generation, thing.free
        self._bytes: bytes = thing.data
        self._compressible: bool = thing.compressible

    @property
    def data(self) -> bytes:
        return self._bytes

    @property
    def compressible(self) -> bool:
        return self._compressible


def write_once(pdf: pydyf.PDF) -> None:
    """Put the bytes of each object of `pdf`, which is complete, in its place.

    pydyf 0.13 asks for them twice where a file has an identifier, as PDF/A wants it (ISO 19005-3,
    6.1.3), and compresses each stream each time, at its slowest level.
    """
    things: list[pydyf.Object] = pdf.objects
    streams = [n for n, each in enumerate(things) if isinstance(each, pydyf.Stream)]
    if len(streams) < _MANY:
        written = [_Written(things[number]) for number in streams]
    else:
        with ThreadPoolExecutor(_THREADS) as pool:
            written = list(pool.map(_Written, (things[number] for number in streams)))
    for number, stream in zip(streams, written, strict=True):
        things[number] = stream
    for number, each in enumerate(things):
        if each.free == "n" and not isinstance(each, _Written):
            things[number] = _Written(each)
