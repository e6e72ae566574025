"""Metadata: what the file says of itself, its bookmarks and its tags, beside what is due."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.compare.difference import METADATA, Difference, quoted
from communique.compare.words import changes
from communique.pdf_reading.tag_tree import tags

if TYPE_CHECKING:
    from collections.abc import Iterator

    from communique.compare.pair import Pair
    from communique.pdf_reading.reading import Reading

#: What the metadata stream says (ISO 16684-1), and what it is called in a sentence.
_XMP = {
    ("dc", "title"): "the title",
    ("dc", "creator"): "the list of authors",
    ("dc", "description"): "the kind of text",
    ("pdf", "Keywords"): "the list of keywords",
    ("xmp", "CreateDate"): "the date of issue",
    ("xmp", "ModifyDate"): "the date of the last change",
    ("xmp", "CreatorTool"): "the program that made it",
    ("pdf", "Producer"): "the program that wrote it",
    ("pdfaid", "part"): "the part of PDF/A",
    ("pdfaid", "conformance"): "the level of PDF/A",
    ("pdfuaid", "part"): "the part of PDF/UA",
}
#: The same for the information dictionary (ISO 32000-1, 14.3.3).
_INFO = {
    "/Title": "the title",
    "/Author": "the list of authors",
    "/Subject": "the kind of text",
    "/Keywords": "the list of keywords",
    "/CreationDate": "the date of issue",
    "/ModDate": "the date of the last change",
    "/Creator": "the program that made it",
    "/Producer": "the program that wrote it",
}
#: Of properties that are longer than this, the words that differ are told.
_LONG = 60
#: What of the catalog is compared by other rules, or is a reference to them.
_ELSEWHERE = frozenset(
    [
        *("/AA", "/AcroForm", "/AF", "/Metadata", "/Names", "/OCProperties", "/OpenAction"),
        *("/Outlines", "/OutputIntents", "/Pages", "/StructTreeRoot", "/Type"),
    ]
)


def metadata(pair: Pair) -> Iterator[Difference]:
    """Yield the metadata that are not due, and how the tags for screen readers differ."""
    if pair.due is None:
        return
    there, due = pair.there, pair.due
    told = set()
    if due.xmp.properties and not there.xmp.properties:
        yield Difference(METADATA, "the metadata (XMP) are gone or damaged", certain=False)
    for (prefix, name), called in _XMP.items():
        change = [", ".join(each.metadata(prefix, name)) for each in (there, due)]
        if change[0] != change[1] and there.xmp.properties:
            told.add((called, *change))
            yield Difference(METADATA, _is(called, *change), certain=False)
    for key, called in _INFO.items():
        change = [each.info.get(key, "") for each in (there, due)]
        if change[0] != change[1] and (called, *change) not in told:
            what = f"{_is(called, *change)} (information dictionary)"
            yield Difference(METADATA, what, certain=False)
    for key in sorted(there.info.keys() - due.info.keys() - _INFO.keys()):
        what = f"it says {key[1:]}: {quoted(there.info[key])}, which it should not"
        yield Difference(METADATA, what, certain=False)
    added = sorted(set(there.xmp.paths) - set(due.xmp.paths))
    if added and there.xmp.properties:
        what = f"there are metadata that should not be there: {', '.join(added[:3])}"
        yield Difference(METADATA, what, certain=False)
    yield from _catalog(there, due)
    yield from _tags(there, due)


def _is(called: str, there: str, due: str) -> str:
    """Return in what a property differs; of long ones, in which words."""
    if not (there and due):
        return f"{called} is {quoted(there) if there else 'not given'}" + (
            f" and should be {quoted(due)}" if due else ", and there should be none"
        )
    if min(len(there), len(due)) > _LONG:
        change = next(changes(there.split(), due.split()), (there, due))
        there, due = (each.rstrip(";") for each in change)
    return f"{called} is {quoted(there)} and should be {quoted(due)}"


def _catalog(there: Reading, due: Reading) -> Iterator[Difference]:
    for key in sorted((there.catalog.keys() | due.catalog.keys()) - _ELSEWHERE):
        if there.catalog.get(key) != due.catalog.get(key):
            what = f"the entry {key[1:]} of the file as a whole is another than it should be"
            yield Difference(METADATA, what, certain=False)


def _tags(there: Reading, due: Reading) -> Iterator[Difference]:
    """Yield that tags say of texts and pictures what they should not."""
    kinds = [[(tag.role, *map(tag.text, _SAID)) for tag in tags(r.tree)] for r in (there, due)]
    for one, other in zip(*kinds, strict=False):
        if one != other:
            change = [" ".join(filter(None, each)) for each in (one, other)]
            said, should = map(quoted, change)
            what = f"a tag for screen readers is {said} and should be {should}"
            yield Difference(METADATA, what, certain=False)
            return
    if len(kinds[0]) != len(kinds[1]):
        what = f"it has {len(kinds[0])} tags for screen readers and should have {len(kinds[1])}"
        yield Difference(METADATA, what, certain=False)


_SAID = ("Alt", "ActualText", "E", "Lang", "T")
"""What a tag may say of its own (14.9)."""
