"""The objects of a PDF as they are written, each worked out once, and streams two at a time."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pydyf

#: zlib lets threads compress at once; more of them would get in the way of other workers.
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
    with ThreadPoolExecutor(_THREADS) as pool:
        streams = {
            number: pool.submit(_Written, thing)
            for number, thing in enumerate(things)
            if isinstance(thing, pydyf.Stream)
        }
        for number, thing in enumerate(things):
            if number in streams:
                things[number] = streams[number].result()
            elif thing.free == "n":  # the first of a file stands for those that are free
                things[number] = _Written(thing)
