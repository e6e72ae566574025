"""The PDFs themselves, read with pypdf: every case, in every edition in `make conformance`."""

from __future__ import annotations

import math
import shutil
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from pypdf import PdfReader

from communique.design import edition, language, theme
from communique.pdf_reading.reading import Reading
from communique.read.source import read
from communique.run import pipeline
from communique.store.naming import STANDARD
from tests.samples import CASES, png, with_body
from tests.typeset.pdfs import SOFT_HYPHEN, catalogue, text, whole

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from _pytest.mark import ParameterSet

    from communique.model.body import Body, Node
    from tests.conftest import Build

A4 = (210, 297)
PAPER = {
    **dict.fromkeys(("standard", "clear-print", "large-print"), A4),
    "letter": (215.9, 279.4),
    "legal": (215.9, 355.6),
    "a5": (148, 210),
}


def cases() -> list[ParameterSet]:
    """Return each case in each edition; all but one edition of each are too many for a change."""
    names = edition.single()
    return [
        pytest.param(
            path, name, marks=[pytest.mark.conformance] * ((first + second) % len(names) > 0)
        )
        for first, path in enumerate(sorted(CASES.glob("*.md")))
        for second, name in enumerate(names)
    ]


@pytest.mark.parametrize(("case", "name"), cases())
@pytest.mark.usefixtures("engine")
def test_a_case_is_built_whole(case: Path, name: str, tmp_path: Path) -> None:
    (tmp_path / "gauge.png").write_bytes(png(40, 30))
    made = read(Path(shutil.copy(case, tmp_path)))
    pipeline.build(made, name, tmp_path / "out")
    (pdf,) = (tmp_path / "out").glob("*.pdf")
    reader = PdfReader(pdf)
    pages, sizes = words_and_sizes(reader)
    families = theme.load(theme.DEFAULT).families
    assert missing(made.body, whole(pages), language.load(made.language)) == []
    assert {size(page) for page in reader.pages} == {PAPER[name]}
    assert catalogue(reader)["/Lang"] == made.language
    assert reader.metadata
    assert reader.metadata.title == str(made.matter.title)
    assert titles(reader.outline) == [node.plain for node in made.body.headings]
    assert fonts_of_others(reader, families) == []
    assert min(sizes) >= edition.load(name).minimum_size
    folio = language.load(made.language).folio
    for number, page in enumerate(pages, start=1):
        words = folio(str(number), str(len(pages)))
        assert not Counter("".join(words.split())) - Counter(page)


def missing(body: Body, found: str, tongue: language.Language) -> list[str]:
    """Return the blocks of `body` whose words are not in `found`, in their order."""
    if tongue.direction == "rtl":  # pypdf gives the words of such a line in another order
        letters = Counter(found)
        return [
            said(node)
            for node in leaves(body.children)
            if Counter("".join(said(node).split())) - letters
        ]
    words, lost = iter(found.split()), []
    squeezed = "".join(found.split())
    for node in leaves(body.children):
        short = [word for word in said(node).split() if "://" not in word]
        if not all(word in words for word in short):
            lost.append(said(node))
    for node in (part for note in body.notes for part in note.children):
        if "".join(said(node).split()) not in squeezed:
            lost.append(said(node))
    return lost


def leaves(nodes: Iterable[Node]) -> Iterator[Node]:
    """Yield the blocks that hold words and no other blocks."""
    for node in nodes:
        if node.kind in ("list", "item", "quote", "table", "row"):
            yield from leaves(node.children)
        else:
            yield node


def said(node: Node) -> str:
    """Return the words of a block as they are printed, with the numbers of its notes."""
    if node.kind == "call":
        return str(node.number)
    if node.kind == "break":
        return " "
    words = node.text if node.kind == "text" else "".join(map(said, node.children))
    return f"{node.marker} {words}" if node.marker else words


def titles(outline: list[Any]) -> list[str]:
    """Return the bookmarks' titles, the inner ones after those they belong to."""
    return [
        title
        for entry in outline
        for title in (titles(entry) if isinstance(entry, list) else [str(entry.title)])
    ]


def resources(page: Any) -> Any:
    return page["/Resources"].get_object()


def size(page: Any) -> tuple[float, float]:
    """Return width and height of a page in mm."""
    box = page.mediabox
    return round(float(box.width) / 72 * 25.4, 1), round(float(box.height) / 72 * 25.4, 1)


def words_and_sizes(reader: PdfReader) -> tuple[list[str], set[float]]:
    """Return the words of each page, and the sizes of type on all of them, in pt."""
    found: set[float] = set()

    def visit(
        words: str, user: list[float], matrix: list[float], _: dict[str, Any], font_size: float
    ) -> None:
        if words.strip():
            scale = math.hypot(matrix[0], matrix[1]) * math.hypot(user[0], user[1])
            found.add(round(font_size * scale, 2))

    return [page.extract_text(visitor_text=visit) for page in reader.pages], found


def fonts_of_others(reader: PdfReader, families: Iterable[str]) -> list[str]:
    """Return the fonts that are not embedded, or that are none of the `families`."""
    ours = tuple(family.replace(" ", "-") for family in families)
    wrong = []
    for page in reader.pages:
        for entry in resources(page)["/Font"].get_object().values():
            font = entry.get_object()
            name = str(font["/BaseFont"]).split("+")[-1]
            descriptor = font["/DescendantFonts"][0].get_object()["/FontDescriptor"].get_object()
            if not name.startswith(ours) or not {"/FontFile2", "/FontFile3"} & set(descriptor):
                wrong.append(name)
    return wrong


CALLS = {
    "en": "Words.[^a] More.[^a]\n\n| A | B |\n| - | - |\n| One[^b] | two[^b] |",
    "ar": "كلمة.[^a] كلمة.[^a]\n\n| أ | ب |\n| - | - |\n| كلمة[^b] | كلمة[^b] |",
}


@pytest.mark.usefixtures("engine")
@pytest.mark.parametrize(("tag", "text_size", "cell_size"), [("en", 11, 9.5), ("ar", 14, 12.1)])
def test_the_calls_of_a_note_have_the_size_of_the_text_they_stand_in(
    tag: str, text_size: float, cell_size: float, tmp_path: Path
) -> None:
    path = tmp_path / f"calls.{tag}.md"
    path.write_text(with_body(f"{CALLS[tag]}\n\n[^a]: A.\n[^b]: B."), "utf-8")
    made = pipeline.build(read(path), STANDARD, tmp_path).files["pdf"]
    text = [each for each in Reading(made.path.read_bytes()).pieces if isinstance(each.mark, int)]
    found = sorted((each.text, round(each.size, 1)) for each in text if each.text in ("1", "2"))
    assert found == [("1", text_size)] * 2 + [("2", cell_size)] * 2


def test_bookmarks_lie_inside_one_another_and_lead_to_their_pages(
    build: Build, tmp_path: Path
) -> None:
    assert build(CASES / "declaration.en.md").code == 0
    reader = PdfReader(tmp_path / "out/declaration.en.pdf")
    assert nested(reader.outline) == [
        "What we have seen",
        ["Birds", "Boats"],
        "What we will do",
        ["Costs", ["Exceptions"]],
        "What we ask",
    ]
    for entry in flat(reader.outline):
        page = reader.get_destination_page_number(entry)
        assert page is not None
        assert str(entry.title) in text(reader_of(reader, page))


def nested(outline: list[Any]) -> list[Any]:
    return [nested(entry) if isinstance(entry, list) else str(entry.title) for entry in outline]


def flat(outline: list[Any]) -> Iterator[Any]:
    for entry in outline:
        yield from flat(entry) if isinstance(entry, list) else (entry,)


def reader_of(reader: PdfReader, page: int) -> Any:
    """Return something whose only page is the one of this number."""

    class One:
        pages = (reader.pages[page],)

    return One


def test_dates_with_a_time_and_a_zone_are_kept(build: Build, tmp_path: Path) -> None:
    assert build(CASES / "declaration.en.md").code == 0
    metadata = PdfReader(tmp_path / "out/declaration.en.pdf").metadata
    assert metadata
    assert metadata.get("/CreationDate") == "D:20310604"
    assert metadata.get("/ModDate") == "D:20310605081500+01'00"


@pytest.mark.usefixtures("engine")
def test_large_print_divides_no_word(tmp_path: Path) -> None:
    for case in ("declaration.en.md", "bridge.ru.md"):
        pipeline.build(read(CASES / case), "large-print", tmp_path / "out")
    for pdf in (tmp_path / "out").glob("*.pdf"):
        assert not any(SOFT_HYPHEN in page.extract_text() for page in PdfReader(pdf).pages)
