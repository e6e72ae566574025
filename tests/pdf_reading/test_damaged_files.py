"""A damaged PDF gives one error of ours or another reading, never what the libraries raise."""

from __future__ import annotations

import io
import random
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfWriter
from pypdf.generic import (
    ArrayObject,
    DecodedStreamObject,
    DictionaryObject,
    IndirectObject,
    NameObject,
)

from communique import prove
from communique.compose.page import compose
from communique.content.content import Content, content_of
from communique.design import edition
from communique.model.faults import ProofError
from communique.pdf_reading.objects import UnreadableError
from communique.pdf_reading.reading import Reading
from communique.read.source import read
from communique.run import verify
from communique.typeset.engine import typeset
from tests.compare.damage import (
    cut,
    with_other_bytes,
    with_other_words,
    with_swapped_objects,
)
from tests.samples import png

TEXT = """\
---
title: On the river
issued: 2024-05-02
contents: true
---

See [the gauges](https://example.org/gauges).[^1]

## What we found

1. Fish.

| Place | Depth |
| --- | --- |
| Weir | 41 |

![A gauge](gauge.png)

[^1]: At noon.
"""
#: No file may take longer than this to be told unreadable, in seconds.
LIMIT = 20
Change = Callable[[PdfWriter], object]


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> Content:
    folder = tmp_path_factory.mktemp("river")
    (folder / "gauge.png").write_bytes(png(40, 30))
    (folder / "river.en.md").write_text(TEXT, "utf-8")
    return content_of(read(folder / "river.en.md"), edition.load("standard"))


@pytest.fixture(scope="module")
def good(content: Content) -> bytes:
    return typeset(compose(content)).pdf


@pytest.fixture(scope="module")
def open_to_damage(good: bytes) -> bytes:
    """The good PDF with its objects and what its pages draw in the clear."""

    def decompress(writer: PdfWriter) -> None:
        for page in writer.pages:
            stream = DecodedStreamObject()
            contents = page.get_contents()
            assert contents is not None
            stream.set_data(contents.get_data())
            page[NameObject("/Contents")] = writer._add_object(stream)

    return changed(good, decompress)


def everything_in(data: bytes) -> None:
    """Ask for all that can be asked of a PDF; raises `UnreadableError` alone."""
    questions: tuple[Callable[[Reading], object], ...] = (
        lambda reading: reading.catalog,
        lambda reading: reading.pages,
        lambda reading: reading.pieces,
        lambda reading: reading.tree,
        lambda reading: reading.blocks,
        lambda reading: reading.headings,
        lambda reading: reading.info,
        lambda reading: reading.metadata("dc", "title"),
        lambda reading: reading.files,
        lambda reading: reading.outline,
        lambda reading: reading.destinations,
        lambda reading: reading.pictures,
        lambda reading: reading.looks,
    )
    try:
        reading = Reading(data)
    except UnreadableError:
        return
    for question in questions:
        try:
            question(reading)
        except UnreadableError as error:
            assert str(error)  # noqa: PT017  # whether there is one depends on the damage


@pytest.mark.usefixtures("rebuilt_once")
@pytest.mark.parametrize("seed", range(20))
@pytest.mark.parametrize("damage", [with_other_bytes, cut, with_swapped_objects, with_other_words])
def test_a_damaged_file_is_unreadable_or_says_something_else(
    content: Content,
    open_to_damage: bytes,
    damage: Callable[[bytes, random.Random], bytes],
    seed: int,
    tmp_path: Path,
) -> None:
    data = damage(open_to_damage, random.Random(f"{damage.__name__} {seed}"))  # noqa: S311  # no secret
    begun = time.perf_counter()
    everything_in(data)
    (tmp_path / "x.pdf").write_bytes(data)
    assert "\n" not in verify.verify(tmp_path / "x.pdf").reason
    try:
        prove.prove(content, data)
    except ProofError as error:
        assert all(fault.wrong for fault in error.faults)  # noqa: PT017  # as above
    assert time.perf_counter() - begun < LIMIT


def changed(good: bytes, change: Change) -> bytes:
    writer = PdfWriter(clone_from=io.BytesIO(good))
    change(writer)
    data = io.BytesIO()
    writer.write(data)
    return data.getvalue()


def outline_in_a_circle(writer: PdfWriter) -> None:
    outline: Any = writer.root_object["/Outlines"]
    outline["/First"][NameObject("/Next")] = outline.raw_get("/First")


def bookmark_below_itself(writer: PdfWriter) -> None:
    outline: Any = writer.root_object["/Outlines"]
    outline["/First"][NameObject("/First")] = outline.raw_get("/First")


def names_in_a_circle(kind: str) -> Change:
    def change(writer: PdfWriter) -> None:
        names: Any = writer.root_object["/Names"]
        node = writer._add_object(DictionaryObject())
        names[NameObject(kind)] = node
        entries: Any = node.get_object()
        entries[NameObject("/Kids")] = ArrayObject([node])

    return change


def document_element(writer: PdfWriter) -> Any:
    root: Any = writer.root_object["/StructTreeRoot"]
    return root["/K"][0]


def tags_in_a_circle(writer: PdfWriter) -> None:
    element = document_element(writer)
    element["/K"].append(element.indirect_reference)


def tag_twice(writer: PdfWriter) -> None:
    element = document_element(writer)
    element["/K"].append(list.__getitem__(element["/K"], 0))


def page_twice(writer: PdfWriter) -> None:
    kids: Any = writer.root_object["/Pages"]["/Kids"]  # type: ignore[index]
    kids.append(list.__getitem__(kids, 0))


def pages_in_a_circle(writer: PdfWriter) -> None:
    pages: Any = writer.root_object["/Pages"]
    reference = writer.root_object.raw_get("/Pages")
    assert isinstance(reference, IndirectObject)
    pages["/Kids"].append(reference)


@pytest.mark.parametrize(
    ("change", "asked"),
    [
        (outline_in_a_circle, "outline"),
        (bookmark_below_itself, "outline"),
        (names_in_a_circle("/Dests"), "destinations"),
        (names_in_a_circle("/EmbeddedFiles"), "files"),
        (tags_in_a_circle, "tree"),
        (tag_twice, "tree"),
        (page_twice, "pages"),
        (pages_in_a_circle, "pages"),
    ],
)
def test_what_runs_in_a_circle_is_unreadable(good: bytes, change: Change, asked: str) -> None:
    with pytest.raises(UnreadableError):
        getattr(Reading(changed(good, change)), asked)
