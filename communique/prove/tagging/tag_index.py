"""Tag index: what leads to tags and from one to another (ISO 32000-1, 14.7.2 and 14.7.4.4)."""

from __future__ import annotations

from collections import defaultdict
from itertools import islice
from typing import TYPE_CHECKING

from communique.content.expected import listed_headings
from communique.content.structure import calls as wanted_calls
from communique.pdf_reading.tag_tree import HEADING, NOTES, Tag
from communique.pdf_reading.tag_tree import tags as all_tags
from communique.prove.words import by_version

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from communique.content.content import Content
    from communique.model.faults import Faults
    from communique.pdf_reading.reading import Reading

_ROOT = frozenset(("/Type", "/ParentTree", "/ParentTreeNextKey"))
#: The one namespace of PDF 2.0, with no other meaning for any of its types (ISO 32000-2, 14.8.6).
_NAMESPACE = {"/Type": "/Namespace", "/NS": "http://iso.org/pdf2/ssn"}


def root(content: Content, reading: Reading, faults: Faults) -> None:
    """Note what the root of the tags has besides what it needs, or lacks."""
    every = list(all_tags(reading.tree))
    named = [tag for tag in every if tag.role in NOTES or "/ID" in tag.entries]
    due = _ROOT | ({"/IDTree"} if named else set())
    due |= {"/Namespaces"} if content.standard.pdf_2 else set()
    entries = reading.root.entries
    for key in due ^ entries.keys():
        _say(faults, f"the root of the tags {'lacks' if key in due else 'has'} {key[1:]}")
    spaces = entries.get("/Namespaces", [])
    if spaces != [_NAMESPACE] * content.standard.pdf_2:
        _say(faults, "the tags are not in the namespace of PDF 2.0 alone")
    if reading.root.names != sorted((tag.text("ID"), tag.number) for tag in named):
        _say(
            faults, "the list that leads to notes and cells by their names (IDTree) leads elsewhere"
        )
    if len({tag.text("ID") for tag in named} - {""}) < len(named):
        _say(faults, "two notes or cells have one name (ID), or one has none")
    if entries.get("/ParentTreeNextKey") != max(reading.parents, default=-1) + 1:
        _say(faults, "the next number of a parent (ParentTreeNextKey) is another")


def parents(content: Content, reading: Reading, faults: Faults) -> None:  # noqa: ARG001  # one signature
    """Note where a page, a link or a tag does not lead back to the tag that holds it."""
    pages = [page.entries.get("/StructParents") for page in reading.pages]
    found = {
        (key, index): number
        for key, numbers in reading.parents.items()
        for index, number in enumerate(numbers)
        if number
    }
    due: dict[tuple[int | None, int], int] = {}
    strays = [] if reading.tree.parent == reading.root.number else [reading.tree]
    for tag in all_tags(reading.tree):
        for kid in tag.kids:
            if isinstance(kid, tuple):
                due[pages[kid[0]], kid[1]] = tag.number
            elif isinstance(kid, Tag):
                strays += [kid] if kid.parent != tag.number else []
            else:
                due[kid.entries.get("/StructParent"), 0] = tag.number
    if found != due:
        _say(faults, "the list that leads from the pages to their tags leads elsewhere")
    for tag in strays[:1]:
        _say(faults, f"the tag {tag.role} does not lead back to the one that holds it (P)")


def references(content: Content, reading: Reading, faults: Faults) -> None:
    """Note where an entry of the contents, a call or a note refers to something else (Ref).

    Only PDF 2.0 has it (ISO 32000-2, 14.7.2; ISO 14289-2, 8.2.5.8 and 8.2.5.14).
    """
    if not content.standard.pdf_2:
        return
    every = list(all_tags(reading.tree))
    due: dict[int, list[int]] = defaultdict(list)
    for one, other in (*_entries(content, every), *_calls(content, every)):
        due[one.number].append(other.number)
    for tag in every:
        if tag.entries.get("/Ref", []) != due.get(tag.number, []):
            _say(faults, f"the tag {tag.role} has a wrong Ref")


def _entries(content: Content, every: Sequence[Tag]) -> Iterator[tuple[Tag, Tag]]:
    """Yield each entry of the contents with its heading."""
    entries = (tag for tag in every if tag.role == "TOCI")
    headings = by_version(content, (tag for tag in every if HEADING.match(tag.role)))
    for version, own in zip(content.versions, headings, strict=True):
        listed = {id(node) for node in listed_headings(content, version)}
        nodes = version.statement.body.headings
        targets = [tag for node, tag in zip(nodes, own, strict=False) if id(node) in listed]
        yield from zip(islice(entries, len(targets)), targets, strict=False)


def _calls(content: Content, every: Sequence[Tag]) -> Iterator[tuple[Tag, Tag]]:
    """Yield each call with its note, and each note with its calls."""
    calls = (tag for tag in every if tag.role == "Span" and "/Ref" in tag.entries)
    notes = (tag for tag in every if tag.role in NOTES)
    for nodes in wanted_calls(content):
        numbers = (node.number for node in nodes if not node.again)
        by_number = dict(zip(numbers, notes, strict=False))
        for node, call in zip(nodes, calls, strict=False):
            note = by_number.get(node.number)
            if note is not None:
                yield call, note
                yield note, call


def _say(faults: Faults, wrong: str) -> None:
    faults.add(1, "tags", wrong, "nothing was delivered")
