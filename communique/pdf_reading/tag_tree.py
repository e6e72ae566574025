"""The tag tree: what a screen reader says, in its order (ISO 32000-1, 14.7 and 14.8)."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple

from communique.pdf_reading.document.pages import Annotation, annotation
from communique.pdf_reading.objects import Once, UnreadableError, plain
from communique.pdf_reading.piece import Piece

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

#: Structure types that begin a text of their own; all others flow within it.
BLOCKS = frozenset(
    ("P", "Lbl", "LBody", "LI", "TH", "TD", "Caption", "Note", "FENote", "Figure", "TOCI", "Title")
) | {f"H{level}" for level in range(1, 7)}
HEADING = re.compile("H[2-6]$")
NOTES = frozenset(("Note", "FENote"))
CELLS = frozenset(("TH", "TD"))
#: Structure types that say something of words within a text; a Span does with these entries. The
#: attributes of one say that it is raised or lowered (ISO 32000-2, 14.8.5.4.4, TextPosition), or
#: that it is underlined or struck through (14.8.5.4.5, TextDecorationType).
_INNER = frozenset(("Link", "Reference", "Em", "Strong"))
_SAYING = frozenset(("/E", "/Ref", "/A"))
_LOOKS = ("/TextPosition", "/TextDecorationType")


@dataclass
class Tag:
    """A structure element as it stands in the file."""

    role: str
    entries: dict[str, Any]
    """What it has beside its role, its kids and its place in the tree."""
    kids: list[Tag | tuple[int, int] | Annotation] = field(default_factory=list)
    number: int = 0
    """The number of its object."""
    parent: int = 0
    """The number of what it says is above it (14.7.2, P)."""
    strange: list[str] = field(default_factory=list)
    """What the references to its content have beside a page and what is there (14.7.4.2, 3)."""

    @property
    def annotations(self) -> list[Annotation]:
        """The annotations that belong to it (ISO 32000-1, 14.7.4.3)."""
        return [kid for kid in self.kids if isinstance(kid, Annotation)]

    @property
    def attributes(self) -> dict[str, Any]:
        """What describes it further (14.7.6), empty where nothing does or it is no dictionary."""
        found = self.entries.get("/A")
        return found if isinstance(found, dict) else {}

    @property
    def pages(self) -> list[int]:
        """The pages, from 0, that its content is on, in reading order."""
        found: list[int] = []
        for kid in self.kids:
            if isinstance(kid, tuple):
                found.append(kid[0])
            elif isinstance(kid, Tag):
                found += kid.pages
        return found

    def text(self, key: str) -> str:
        """Return the entry `key`, e.g. Lang or Alt, as text."""
        return str(self.entries.get(f"/{key}", ""))


@dataclass(frozen=True)
class Block:
    """A text that a screen reader reads in one go: its role and its pieces in reading order."""

    role: str
    pieces: tuple[Piece, ...]
    alternative: str = ""
    languages: tuple[str, ...] = ()
    """The language (BCP 47) of each piece; of the alternative text, if there is one."""
    inner: tuple[tuple[str, int, int], ...] = ()
    """What is tagged in it: structure type, number of the first piece, and of the one after it."""


#: What says where an element stands, which the tree shows.
_PLACE = frozenset(("/S", "/P", "/Pg", "/K"))
_REFERENCES = frozenset(("/MCR", "/OBJR"))
_OF_REFERENCES = frozenset(("/Type", "/Pg", "/MCID", "/Obj"))


def tag_tree(root: Any, page_of: Callable[[Any], int]) -> Tag:
    """Read the tree from its `root` element; `page_of` finds the page of a reference, from 0.

    Raises `UnreadableError` where an element stands in it twice.
    """
    once = Once("the tag tree")

    def element(reference: Any) -> Tag:
        entries = once(reference)
        own = {str(key): plain(entries.raw_get(key)) for key in entries if key not in _PLACE}
        role = str(entries.get("/S", "")).lstrip("/")
        tag = Tag(role, own, number=getattr(reference, "idnum", 0))
        tag.parent = getattr(entries.raw_get("/P"), "idnum", 0) if "/P" in entries else 0
        page = entries.raw_get("/Pg") if "/Pg" in entries else None
        kids = entries.get("/K", [])
        for raw in kids if isinstance(kids, list) else [entries.raw_get("/K")]:
            kid = raw.get_object()
            if isinstance(kid, int):
                tag.kids.append((page_of(page), kid))
                continue
            if kid.get("/Type") in _REFERENCES:
                tag.strange += sorted(kid.keys() - _OF_REFERENCES)
            if kid.get("/Type") == "/MCR":
                tag.kids.append((page_of(kid.raw_get("/Pg")), int(kid["/MCID"])))
            elif kid.get("/Type") == "/OBJR":
                tag.kids.append(annotation(kid.raw_get("/Obj")))
            else:
                tag.kids.append(element(raw))
        return tag

    return element(root)


def parents(tree: Any) -> dict[int, list[int]]:
    """Return what a parent tree leads to (14.7.4.4): numbers of objects, by number of entry.

    That of a page has one for each MCID, 0 where there is none; that of an annotation, one.
    """
    found: dict[int, list[int]] = {}
    entries = iter(tree.get("/Nums", ()))
    for number, reference in zip(entries, entries, strict=True):
        there = reference.get_object()
        kids = there if isinstance(there, list) else [reference]
        if int(number) in found:
            raise UnreadableError("the parent tree has a number twice")
        found[int(number)] = [getattr(kid, "idnum", 0) for kid in kids]
    return found


@dataclass(frozen=True)
class Root:
    """What stands above all structure elements (14.7.2)."""

    number: int = 0
    """The number of its object."""
    entries: dict[str, Any] = field(default_factory=dict)
    """What it has, with what it refers to, but for the elements and the parent tree."""
    namespaces: tuple[int, ...] = ()
    """The numbers of its namespaces (ISO 32000-2, 14.7.4)."""

    @property
    def names(self) -> list[tuple[str, int]]:
        """The names of elements, and the numbers of these."""
        listed = iter(self.entries.get("/IDTree", {}).get("/Names", ()))
        return [(str(name), int(number)) for name, number in zip(listed, listed, strict=True)]


def tree_root(reference: Any) -> Root:
    """Read the root of a tag tree."""
    raw = reference.get_object()
    spaces = raw.get("/Namespaces", ())
    if raw.get("/ParentTree", {}).keys() - {"/Nums"} or raw.get("/IDTree", {}).keys() - {"/Names"}:
        raise UnreadableError("a tree of numbers or names is in parts")
    keys = raw.keys() - {"/K"}
    entries = {str(key): plain(raw.raw_get(key), key != "/ParentTree") for key in keys}
    numbers = tuple(getattr(each, "idnum", 0) for each in spaces)
    return Root(getattr(reference, "idnum", 0), entries, numbers)


def tags(tag: Tag) -> Iterator[Tag]:
    """Yield `tag` and all below it, in reading order."""
    yield tag
    for kid in tag.kids:
        if isinstance(kid, Tag):
            yield from tags(kid)


def pictures(tree: Tag, pages: int) -> list[frozenset[int]]:
    """Return the MCIDs of the pictures on each of so many pages."""
    found: list[set[int]] = [set() for _ in range(pages)]
    for tag in tags(tree):
        if tag.role == "Figure":
            for kid in tag.kids:
                if isinstance(kid, tuple):
                    found[kid[0]].add(kid[1])
    return [frozenset(each) for each in found]


def blocks(tree: Tag, language: str, pieces: Sequence[Piece]) -> list[Block]:
    """Return the texts of a document in the order of its tags, with what has none at the end.

    `language` is that of the document; `pieces` are all it writes.
    """
    marked: dict[tuple[int, int], list[Piece]] = {}
    for piece in pieces:
        if isinstance(piece.mark, int):
            marked.setdefault((piece.page, piece.mark), []).append(piece)
    collector = _Collector(marked)
    collector.visit(tree, language)
    return collector.finished()


class _Flow(NamedTuple):
    """A text on its way: its pieces, each with its language, and what is tagged in it."""

    said: list[tuple[Piece, str]]
    inner: list[tuple[str, int, int]]


class _Collector:
    """Cuts the tag tree into the texts that are read in one go."""

    def __init__(self, marked: dict[tuple[int, int], list[Piece]]) -> None:
        self.marked = marked
        self.blocks: list[Block] = []

    def visit(self, tag: Tag, language: str, into: _Flow | None = None) -> None:
        """Add the blocks of `tag`; what flows goes into the flow `into` of the block around it.

        A block stands before the blocks inside it: a paragraph before the notes it calls. A tag
        is in the `language` of the one above it unless it has its own (ISO 32000-1, 14.9.2).
        """
        language = tag.text("Lang") or language
        begins = tag.role in BLOCKS or into is None
        flow = _Flow([], []) if into is None or begins else into
        said, place = flow.said, len(self.blocks)
        begin, inner = len(said), len(flow.inner)
        for kid in tag.kids:
            if isinstance(kid, tuple):
                said.extend((piece, language) for piece in self.marked.pop(kid, []))
            elif isinstance(kid, Tag):
                self.visit(kid, language, flow)
        if tag.role in _INNER or (tag.role == "Span" and not _SAYING.isdisjoint(tag.entries)):
            looks = (tag.attributes[key] for key in _LOOKS if key in tag.attributes)
            name = str(next(looks, tag.role)).lstrip("/")
            flow.inner.insert(inner, (name, begin, len(said)))
        if begins and (said or tag.role == "Figure"):
            pieces = tuple(piece for piece, _ in said)
            languages = tuple(each for _, each in said) or (language,)
            alternative = tag.text("Alt") if tag.role == "Figure" else ""
            block = Block(tag.role, pieces, alternative, languages, tuple(flow.inner))
            self.blocks.insert(place, block)

    def finished(self) -> list[Block]:
        """Return the blocks, with what no tag refers to at the end."""
        rest = [Block("", tuple(pieces)) for pieces in self.marked.values()]
        return self.blocks + rest
