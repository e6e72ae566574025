"""Ways of damaging a PDF at random: its bytes, its words, its objects, its streams."""

from __future__ import annotations

import io
import random
import re
from collections.abc import Callable
from typing import Any

from pypdf import PdfReader, PdfWriter
from pypdf.generic import (
    ArrayObject,
    DictionaryObject,
    FloatObject,
    NameObject,
    NumberObject,
    StreamObject,
    TextStringObject,
)


def with_other_bytes(data: bytes, chance: random.Random) -> bytes:
    changed = bytearray(data)
    for _ in range(chance.choice((1, 5, 50))):
        changed[chance.randrange(len(changed))] = chance.randrange(256)
    return bytes(changed)


def cut(data: bytes, chance: random.Random) -> bytes:
    start = chance.randrange(len(data))
    return data[:start] + data[start + chance.choice((1, 100, len(data))) :]


def with_swapped_objects(data: bytes, chance: random.Random) -> bytes:
    """Let some references of the file lead to other objects than they did."""
    references = [found.span(1) for found in re.finditer(rb"\b(\d+) 0 R\b", data)]
    numbers = [data[start:end] for start, end in references]
    changed = bytearray(data)
    for start, end in chance.sample(references, 5):
        fitting = [number for number in numbers if len(number) == end - start]
        changed[start:end] = chance.choice(fitting)
    return bytes(changed)


def with_other_words(data: bytes, chance: random.Random) -> bytes:
    """Put names, numbers and brackets of the file into the places of others."""
    words = [found.span() for found in re.finditer(rb"/\w+|\b\d+\b|<<|>>|\[|\]", data)]
    changed = bytearray(data)
    for start, end in chance.sample(words, 3):
        other = chance.choice(words)
        changed[start:end] = data[slice(*other)][: end - start].ljust(end - start)
    return bytes(changed)


def with_other_objects(data: bytes, chance: random.Random) -> bytes:
    """Change some entries of dictionaries and arrays, and save the file anew."""
    writer = PdfWriter(clone_from=io.BytesIO(data))
    holders = [each for each in writer._objects if isinstance(each, DictionaryObject | ArrayObject)]
    for _ in range(chance.choice((1, 2, 5))):
        holder = chance.choice([each for each in holders if each])
        keys: list[Any] = list(holder) if isinstance(holder, dict) else list(range(len(holder)))
        key = chance.choice(keys)
        if chance.random() < 0.2:
            del holder[key]
        else:
            holder[key] = _other(chance, writer)
    return _saved(writer)


def with_other_streams(data: bytes, chance: random.Random) -> bytes:
    """Change some bytes in an unpacked stream, and save the file anew."""
    writer = PdfWriter(clone_from=io.BytesIO(data))
    streams: list[Any] = [
        each for each in writer._objects if isinstance(each, StreamObject) and each.get_data()
    ]
    stream = chance.choice(streams)
    found = bytearray(stream.get_data())
    for _ in range(chance.choice((1, 5, 50))):
        place = chance.randrange(len(found))
        if chance.random() < 0.3:
            del found[place : place + chance.choice((1, 20, 500))]
            found = found or bytearray(b"x")
        else:
            found[place] = chance.randrange(256)
    stream.set_data(bytes(found))
    return _saved(writer)


def _other(chance: random.Random, writer: PdfWriter) -> Any:
    """Return a value of any kind."""
    objects = [each for each in writer._objects if each is not None]
    return chance.choice(
        (
            NumberObject(chance.choice((-1, 0, 1, 7, 2**31, 10**12))),
            FloatObject(chance.uniform(-1000, 1000)),
            NameObject(chance.choice(("/JavaScript", "/Page", "/Font", "/X", "/Link", "/Form"))),
            TextStringObject(chance.choice(("", "x", "\u202e", "https://example.com"))),
            ArrayObject(),
            DictionaryObject(),
            chance.choice(objects).indirect_reference,
        )
    )


def _saved(writer: PdfWriter) -> bytes:
    data = io.BytesIO()
    writer.write(data)
    return data.getvalue()


def unpacked(data: bytes) -> bytes:
    """Return a PDF with its objects and what its pages draw in the clear."""
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(data)))
    for page in writer.pages:
        drawn: Any = page["/Contents"].get_object()
        found = drawn.get_data()
        del drawn["/Filter"]
        drawn._data = found
    return _saved(writer)


DAMAGES: tuple[Callable[[bytes, random.Random], bytes], ...] = (
    with_other_bytes,
    cut,
    with_swapped_objects,
    with_other_words,
    with_other_objects,
    with_other_streams,
)
