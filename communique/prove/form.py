"""Form: what the file says of itself, and what is in it beside its pages."""

from __future__ import annotations

from collections import Counter
from itertools import zip_longest
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

from communique import __version__
from communique.content import expected
from communique.content.structure import links
from communique.model.body import Node
from communique.pdf_reading.tag_tree import HEADING
from communique.prove import metadata as own
from communique.prove.arrangement.papers import next_across, papers
from communique.prove.metadata import pdf_date
from communique.prove.words import by_version, heading_pages

if TYPE_CHECKING:
    from collections.abc import Sequence

    from communique.content.content import Content
    from communique.model.faults import Faults
    from communique.pdf_reading.document.outline import Bookmark
    from communique.pdf_reading.piece import Piece
    from communique.pdf_reading.reading import Reading

MM = 72 / 25.4
_TOLERANCE = 0.5  # pt
#: How far the upper edge of a heading, with what a stylesheet draws over it, is above its first
#: line, in em.
_UPPER, _UPPERMOST = 0.5, 3.0
#: What of a page is shown, printed and kept (14.11.2): all of it.
_BOXES = ("MediaBox", "CropBox", "TrimBox", "BleedBox", "ArtBox")


def metadata(content: Content, reading: Reading, faults: Faults) -> None:
    """Note where title, issuers, dates and so on are not those of the statement.

    XMP (ISO 16684-1) says them, and below PDF 2.0 the document information dictionary, too.
    """
    created, modified = own.dates(content)
    title, authors, kind = own.title(content), own.authors(content), own.description(content)
    keywords = own.keywords(content)
    maker = f"Communiqué {__version__}; edition {content.edition.name}; {content.standard.name}; "
    turned = content.versions[0].statement.turned
    maker += f"as {turned.name}; " if turned else ""
    tool = "".join(reading.metadata("xmp", "CreatorTool"))
    compare = _Comparison(content, faults)
    compare("title", [title], reading.metadata("dc", "title"))
    compare("issuers", authors, reading.metadata("dc", "creator"))
    compare("kind", _listed(kind), reading.metadata("dc", "description"))
    compare("keywords", _listed(keywords), reading.metadata("pdf", "Keywords"))
    compare("issued", _listed(created), reading.metadata("xmp", "CreateDate"))
    compare("updated", _listed(modified), reading.metadata("xmp", "ModifyDate"))
    for name, (prefix, said) in own.claims(content).items():
        compare(name, [said], reading.metadata(prefix, name.rpartition(" ")[2]))
    compare("creator tool", maker, tool[: len(maker)])
    times = Counter(reading.xmp.properties)
    compare("properties said twice", [], [name for name, count in times.items() if count > 1])
    compare("other properties", [], sorted(set(reading.xmp.paths) - own.paths(content)))
    declared, texts = own.declared(content)
    compare("declarations", texts, reading.xmp.texts(*declared))
    engine = [part for part in tool.split("; ") if part.startswith(own.ENGINE)]
    compare("producer", engine, reading.metadata("pdf", "Producer"))
    if not content.standard.pdf_2:
        info = reading.info
        compare("creator", tool, info.get("/Creator"))
        compare("producer", engine, _listed(info.get("/Producer")))
        compare("other information", [], sorted(info.keys() - own.INFORMATION))
        compare("title", title, info.get("/Title", ""))
        compare("issuers", ", ".join(authors), info.get("/Author", ""))
        compare("kind", kind, info.get("/Subject", ""))
        compare("keywords", keywords, info.get("/Keywords", ""))
        compare("issued", pdf_date(created), info.get("/CreationDate"))
        compare("updated", pdf_date(modified), info.get("/ModDate"))


def bookmarks(content: Content, reading: Reading, faults: Faults) -> None:
    """Note where bookmarks are not the headings, or bookmarks and links lead to other pages."""
    compare = _Comparison(content, faults)
    compare("headings", own.headings(content), [bookmark.label for bookmark in reading.outline])
    pages = [page - 1 for page in heading_pages(content, reading)]
    nodes = content.versions[0].statement.body.headings
    own_pages = pages[: len(nodes)]
    compare("bookmarks’ pages", own_pages, [bookmark.page for bookmark in reading.outline])
    compare("bookmarks’ levels", _levels(nodes), [bookmark.level for bookmark in reading.outline])
    followed = links(content)
    for name, page in zip(_names(content), pages, strict=False):
        if f"#{name}" in followed:
            compare(f"the page of link #{name}", page, reading.destinations.get(name))


def _names(content: Content) -> list[str]:
    """Return the names of all headings, one version after the other."""
    return [
        f"{expected.prefix(content, version)}{node.anchor}"
        for version in content.versions
        for node in version.statement.body.headings
    ]


def landings(content: Content, reading: Reading, faults: Faults) -> None:
    """Note where bookmarks and links do not lead to the line of their heading, at any zoom."""
    followed = links(content)
    pieces = (block.pieces[0] for block in reading.blocks if HEADING.match(block.role))
    bookmarks: list[Bookmark] = list(reading.outline)
    for version, found in zip(content.versions, by_version(content, pieces), strict=True):
        prefix = expected.prefix(content, version)
        for node, piece, bookmark in zip_longest(version.statement.body.headings, found, bookmarks):
            if node is None or piece is None:
                break  # another rule says which are too many
            name = f"{prefix}{node.anchor}"
            tops = [bookmark.top] if bookmark else []
            tops += [reading.tops.get(name)] if f"#{name}" in followed else []
            if not all(_is_above(top, piece) for top in tops):
                label = bookmark.label if bookmark else expected.label(node)
                wrong = f"a bookmark or a link leads beside the heading {label}"
                faults.add(
                    node.line, "form", wrong, "nothing was delivered", path=version.statement.path
                )
        bookmarks = []  # they are those of the first version


def _is_above(top: float | None, piece: Piece) -> bool:
    """Tell whether a height is that of the upper edge of a line that begins with `piece`."""
    return top is not None and _UPPER < (top - piece.baseline) / piece.size < _UPPERMOST


def _pictures_before(content: Content) -> dict[str, tuple[bytes, str]]:
    """Return the pictures of the earlier versions with which the statements are compared."""
    every = [each.turned for each in content.versions[0].statement.versions if each.turned]
    return {
        unquote(address): (image.data, image.media_type)
        for turned in every
        if turned.earlier
        for address, image in turned.earlier.images.items()
    }


def attachments(content: Content, reading: Reading, faults: Faults) -> None:
    """Note where the attached files are not the statement's own and its pictures, byte for byte.

    Where it was compared with an earlier version, that and its pictures are attached, too.
    """
    wanted: dict[str, tuple[bytes, str, tuple[str, str]]] = {}
    for statement in content.versions[0].statement.versions:
        turned = statement.turned
        read = turned.original if turned else statement
        name = f"{statement.slug}.{statement.language}.md"
        wanted[name] = read.source, own.MARKDOWN, own.SOURCE
        for address, image in read.images.items():
            wanted[unquote(address)] = image.data, image.media_type, own.PICTURE
        if turned and turned.earlier:
            wanted[f"earlier.{name}"] = turned.earlier.source, own.MARKDOWN, own.EARLIER
    for name, (data, media_type) in _pictures_before(content).items():
        if name not in wanted or wanted[name][0] != data:
            wanted[f"earlier.{name}"] = data, media_type, own.EARLIER
    compare = _Comparison(content, faults)
    attached = [file.name for file in reading.files if file.attached]
    associated = [file.name for file in reading.files if file.associated]
    compare("attachments", sorted(wanted), sorted(attached))
    compare("associated files", sorted(wanted), sorted(associated))
    for file in reading.files:
        found = (file.data, file.media_type, (file.relationship, file.description))
        data, media_type, use = wanted.get(file.name, found)
        compare(f"the use of {file.name}", use, (file.relationship, file.description))
        compare(f"the media type of {file.name}", media_type, file.media_type)
        if data != file.data:
            wrong = f"the attached {file.name} is not the file that was read"
            faults.add(1, "form", wrong, "nothing was delivered")


def catalog(content: Content, reading: Reading, faults: Faults) -> None:
    """Note where the catalogue does not say what ISO 14289-1, 7 and ISO 32000-1, 7.7.2 ask for."""
    compare = _Comparison(content, faults)
    compare("language", content.versions[0].statement.language, reading.catalog.get("/Lang", ""))
    compare("page labels", {"/Nums": [0, {"/S": "/D"}]}, reading.entries("/PageLabels"))
    compare("tags", {"/Marked": True}, reading.entries("/MarkInfo"))
    compare("tag tree", "Document", reading.tree.role)
    root = reading.entries("/StructTreeRoot")
    kids = root.get("/K")
    compare("elements at the root of the tag tree", 1, len(kids) if isinstance(kids, list) else 0)
    compare("what stands after its end", b"", reading.rest)  # ISO 19005-3, 6.1.3
    intents = reading.catalog.get("/OutputIntents")
    found = [(each.get("/S"), each.get("/OutputConditionIdentifier")) for each in intents or ()]
    compare("output intents", [own.COLOURS], found)
    preferences = dict(reading.entries("/ViewerPreferences"))
    direction = (
        "/R2L" if expected.is_mirrored(content) else "/L2R"
    )  # 12.2: the latter where none is given
    compare("direction of pages", direction, preferences.pop("/Direction", "/L2R"))
    compare("title bar", {"/DisplayDocTitle": True}, preferences)


def paper(content: Content, reading: Reading, faults: Faults) -> None:
    """Note each page that is not of the edition's paper, or not wholly shown, or turned.

    The paper lies on its side where a table is set across it.
    """
    compare = _Comparison(content, faults)
    paper_of = papers(content, reading)
    for number, page in enumerate(reading.pages, start=1):
        paper = paper_of(number - 1)
        wanted = (paper.width * MM, paper.height * MM)
        for name in _BOXES:
            left, bottom, right, top = page.box(name) or (0, 0, 0, 0)
            size = (right - left, top - bottom)
            same = _are_alike(size, wanted)
            is_turned = paper == content.edition.paper and _are_alike(size[::-1], wanted)
            table = next_across(content, reading, number - 1) if is_turned else None
            if table and not same:
                wrong = f"page {number} is turned for a table that begins on a later one"
                faults.add(table.line, "paper", wrong, "nothing was delivered")
            else:
                compare(f"size of page {number}", wanted, wanted if same else size)
        compare(f"rotation of page {number}", 0, page.entries.get("/Rotate", 0))


def _are_alike(size: Sequence[float], wanted: Sequence[float]) -> bool:
    return all(abs(a - b) < _TOLERANCE for a, b in zip(size, wanted, strict=True))


class _Comparison:
    """Notes what differs from what it has to be."""

    def __init__(self, content: Content, faults: Faults) -> None:
        self.statement, self.faults = content.versions[0].statement, faults

    def __call__(self, key: str, wanted: Any, found: Any) -> None:
        if wanted != found:
            wrong = f"{key} is {found!r} in the PDF and not {wanted!r}"
            self.faults.add(self.statement.line(key), "form", wrong, "nothing was delivered")


def _listed(text: str | None) -> list[str]:
    return [text] if text else []


def _levels(nodes: list[Node]) -> list[int]:
    """Return the levels of bookmarks: those of the headings without what is skipped."""
    levels: list[int] = []
    above: list[int] = []
    for node in nodes:
        above = [level for level in above if level < node.level] + [node.level]
        levels.append(len(above))
    return levels
