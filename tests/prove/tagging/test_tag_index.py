"""What leads to tags and from one to another: each rule meets a file that breaks it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import pytest
from pypdf import PdfWriter
from pypdf.generic import (
    ArrayObject,
    DictionaryObject,
    NameObject,
    NullObject,
    NumberObject,
    TextStringObject,
)

from communique.compose.page import compose
from communique.content.content import content_of
from communique.design import edition
from communique.model.faults import Faults
from communique.model.standards import STANDARDS
from communique.pdf_reading.reading import Reading
from communique.prove.tagging import tag_index
from communique.read.source import read
from communique.typeset.engine import typeset
from tests.prove.conftest import changed, complaints

from .conftest import elements

if TYPE_CHECKING:
    from communique.compose.page import Page
    from communique.typeset.engine import Typeset

TEXT = """\
---
title: On the river
contents: true
url: https://example.org/a
---

We met at the mill[^a] and then at the mill[^a] and at the weir.[^b]

## What we found

### Boats

#### Fish

## What we did

Nothing.

[^a]: Of stone.
[^b]: Of wood.
"""
Change = Callable[[PdfWriter], object]
Found = Callable[..., list[str]]
ELSEWHERE = "1: tags: the list that leads from the pages to their tags leads elsewhere"
IDS = "1: tags: the list that leads to notes and cells by their names (IDTree) leads elsewhere"
NAMES = "1: tags: two notes or cells have one name (ID), or one has none"
SPACES = "1: tags: the tags are not in the namespace of PDF 2.0 alone"
NEXT = "1: tags: the next number of a parent (ParentTreeNextKey) is another"


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> Found:
    """Return what the proof says of a file, by the part of PDF/UA, that was changed."""
    path = tmp_path_factory.mktemp("index") / "river.en.md"
    path.write_text(TEXT, "utf-8")
    made: dict[int, tuple[Page, Typeset]] = {}
    for part, standard in STANDARDS.items():
        page = compose(content_of(read(path), edition.load("standard"), standard=standard))
        made[part] = page, typeset(page)
    return lambda change, part: complaints(made[part][0], changed(made[part][1], change))


@pytest.mark.parametrize("part", [1, 2])
def test_a_good_file_has_no_fault(found: Found, part: int) -> None:
    assert found(lambda _: None, part) == []


def root(writer: PdfWriter) -> Any:
    return writer.root_object["/StructTreeRoot"].get_object()


def parent_tree(writer: PdfWriter) -> Any:
    return root(writer)["/ParentTree"].get_object()["/Nums"]


def swap_parents(writer: PdfWriter) -> None:
    page = parent_tree(writer)[1].get_object()
    page[0], page[1] = page[1], page[0]


def add_parent(writer: PdfWriter) -> None:
    page = parent_tree(writer)[1].get_object()
    page.append(page[0])


def lose_parent(writer: PdfWriter) -> None:
    parent_tree(writer)[1].get_object()[0] = NullObject()


def lose_parents_of_page(writer: PdfWriter) -> None:
    del writer.pages[0][NameObject("/StructParents")]


def lead_link_elsewhere(writer: PdfWriter) -> None:
    entries = parent_tree(writer)
    entries[-1] = parent_tree(writer)[1].get_object()[0]


@pytest.mark.parametrize("part", [1, 2])
@pytest.mark.parametrize(
    "change",
    [swap_parents, add_parent, lose_parent, lose_parents_of_page, lead_link_elsewhere],
)
def test_pages_and_links_lead_back_to_their_tags(found: Found, change: Change, part: int) -> None:
    assert ELSEWHERE in found(change, part)


def lead_back(role: str) -> Change:
    """Return a change that lets the last tag of a type lead back to the catalogue."""

    def change(writer: PdfWriter) -> None:
        *_, last = elements(writer, role)
        last[NameObject("/P")] = writer.root_object.indirect_reference

    return change


@pytest.mark.parametrize("part", [1, 2])
@pytest.mark.parametrize("role", ["Document", "P", "Link"])
def test_a_tag_that_does_not_lead_back_to_the_one_around_it_is_named(
    found: Found, role: str, part: int
) -> None:
    wrong = f"1: tags: the tag {role} does not lead back to the one that holds it (P)"
    assert found(lead_back(role), part) == [wrong]


@pytest.mark.parametrize("part", [1, 2])
def test_of_tags_that_do_not_lead_back_the_first_is_named(found: Found, part: int) -> None:
    def change(writer: PdfWriter) -> None:
        lead_back("Link")(writer)
        lead_back("P")(writer)

    (wrong,) = found(change, part)
    assert wrong.startswith("1: tags: the tag P ")


def put(key: str, value: Any) -> Change:
    """Return a change that gives the root of the tags an entry."""
    return lambda writer: root(writer).__setitem__(NameObject(f"/{key}"), value)


def drop(key: str) -> Change:
    return lambda writer: root(writer).pop(f"/{key}")


def remap(writer: PdfWriter) -> None:
    roles = DictionaryObject({NameObject("/H2"): NameObject("/P")})
    root(writer)["/Namespaces"][0].get_object()[NameObject("/RoleMapNS")] = roles


def rename_space(writer: PdfWriter) -> None:
    space = root(writer)["/Namespaces"][0].get_object()
    space[NameObject("/NS")] = TextStringObject("http://iso.org/pdf/ssn")


def name_alike(writer: PdfWriter) -> None:
    one, other = notes(writer)
    other[NameObject("/ID")] = one["/ID"]


def names(writer: PdfWriter) -> Any:
    return root(writer)["/IDTree"].get_object()


def swap_names(writer: PdfWriter) -> None:
    listed = names(writer)["/Names"]
    listed[1], listed[3] = listed[3], listed[1]


def lose_name(writer: PdfWriter) -> None:
    del names(writer)["/Names"][:2]


def notes(writer: PdfWriter) -> list[Any]:
    return [*elements(writer, "Note"), *elements(writer, "FENote")]


@pytest.mark.parametrize(
    ("part", "change", "said"),
    [
        (1, put("RoleMap", DictionaryObject()), ["1: tags: the root of the tags has RoleMap"]),
        (1, put("ClassMap", DictionaryObject()), ["1: tags: the root of the tags has ClassMap"]),
        (
            2,
            put("PronunciationLexicon", ArrayObject()),
            ["1: tags: the root of the tags has PronunciationLexicon"],
        ),
        (2, put("AF", ArrayObject()), ["1: tags: the root of the tags has AF"]),
        (
            1,
            put("Namespaces", ArrayObject()),
            ["1: tags: the root of the tags has Namespaces"],
        ),
        (1, drop("IDTree"), [IDS, "1: tags: the root of the tags lacks IDTree"]),
        (2, remap, [SPACES]),
        (2, rename_space, [SPACES]),
        (1, put("ParentTreeNextKey", NumberObject(0)), [NEXT]),
        (1, name_alike, [IDS, NAMES]),
        (1, swap_names, [IDS]),
        (2, lose_name, [IDS]),
    ],
)
def test_the_root_of_the_tags_has_what_it_needs_and_nothing_else(
    found: Found, part: int, change: Change, said: list[str]
) -> None:
    assert found(change, part) == said


def divide(tree: str) -> Change:
    """Return a change that makes a tree of numbers or names one in parts."""
    part = ArrayObject()
    return lambda writer: (
        root(writer)[f"/{tree}"].get_object().__setitem__(NameObject("/Kids"), part)
    )


@pytest.mark.parametrize("tree", ["ParentTree", "IDTree"])
def test_a_tree_in_parts_is_not_read(found: Found, tree: str) -> None:
    assert any("is in parts" in each for each in found(divide(tree), 1))


def test_a_number_twice_in_the_parent_tree_is_refused(found: Found) -> None:
    def change(writer: PdfWriter) -> None:
        listed = parent_tree(writer)
        listed.extend(listed[:2])

    assert any("has a number twice" in each for each in found(change, 1))


def refer(role: str, which: int, target: int, of: str = "") -> Change:
    """Return a change that lets a tag refer to what another of its type, or of `of`, is."""

    def change(writer: PdfWriter) -> None:
        every = [each for each in elements(writer, role) if "/Ref" in each]
        others = list(elements(writer, of)) if of else []
        value = ArrayObject([others[target].indirect_reference]) if of else every[target]["/Ref"]
        every[which][NameObject("/Ref")] = value

    return change


def swap_notes(writer: PdfWriter) -> None:
    """Let notes and calls refer to one another crosswise."""
    one, other = elements(writer, "FENote")
    first, second, third = (each for each in elements(writer, "Span") if "/Ref" in each)
    key = NameObject("/Ref")
    one[key], other[key] = other["/Ref"], one["/Ref"]
    first[key], third[key] = third["/Ref"], first["/Ref"]
    second[key] = first["/Ref"]


WRONG = "1: tags: the tag {} has a wrong Ref"


@pytest.mark.parametrize(
    ("change", "roles"),
    [
        (refer("TOCI", 1, 0), ["TOCI"]),
        (refer("TOCI", 0, 0, "H2"), ["TOCI"]),
        (refer("TOCI", 1, 0, "H4"), ["TOCI"]),
        (refer("Span", 2, 1), ["Span"]),
        (refer("FENote", 1, 0), ["FENote"]),
        (swap_notes, ["FENote", "Span"]),
    ],
)
def test_a_tag_that_refers_to_another_is_named(
    found: Found, change: Change, roles: list[str]
) -> None:
    assert sorted(set(found(change, 2))) == [WRONG.format(role) for role in roles]


def test_where_nothing_leads_back_the_next_number_is_0(page: Page, made: Typeset) -> None:
    reading = Reading(made.pdf)
    vars(reading)["parents"] = {}
    for number, wrong in ((0, 0), (1, 1)):
        reading.root.entries["/ParentTreeNextKey"] = number
        faults = Faults(page.content.statement.path)
        tag_index.root(page.content, reading, faults)
        assert len(list(faults)) == wrong
