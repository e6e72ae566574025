"""The files inside a file (ISO 32000-1, 7.11)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from communique.pdf_reading.document.names import name_of, names

if TYPE_CHECKING:
    from collections.abc import Iterator


class EmbeddedFile(NamedTuple):
    """A file inside the file, under one of its names."""

    name: str
    data: bytes
    attached: bool = True
    """Whether readers list it as an attachment."""
    associated: bool = True
    """Whether it is said to belong to the document, as PDF/A-3 asks for."""
    relationship: str = ""
    """How it belongs to the document (ISO 32000-2, 7.11.3, AFRelationship)."""
    description: str = ""
    media_type: str = ""
    """Its type (7.11.4, Subtype), such as text/markdown."""


def embedded_files(catalog: Any) -> Iterator[EmbeddedFile]:
    """Yield each file inside the file, by whatever way it is found, once for each of its names.

    It is attached (7.11.4), associated with the document (ISO 32000-2, 14.13), or both.
    """
    associated = [reference.get_object() for reference in catalog.get("/AF", ())]
    attached = [(name, file.get_object()) for name, file in names(catalog, "/EmbeddedFiles")]
    for name, file in attached:
        also = any(file is each for each in associated)
        yield from _files(file, (name,), attached=True, associated=also)
    for file in associated:
        if not any(file is each for _, each in attached):
            yield from _files(file, (), attached=False, associated=True)


def _files(
    entries: Any, called: tuple[str, ...], *, attached: bool, associated: bool
) -> Iterator[EmbeddedFile]:
    """Yield the files of a file specification (7.11.3), under all names that it has."""
    by_key = [name_of(entries[key]) for key in ("/F", "/UF") if key in entries]
    streams = {id(each.get_object()): each.get_object() for each in entries["/EF"].values()}
    for name in dict.fromkeys((*called, *by_key)):
        for stream in streams.values():
            yield EmbeddedFile(
                name,
                stream.get_data(),
                attached,
                associated,
                str(entries.get("/AFRelationship", "")),
                str(entries.get("/Desc", "")),
                str(stream.get("/Subtype", "")).removeprefix("/"),
            )
