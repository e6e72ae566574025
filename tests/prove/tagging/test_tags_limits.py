"""What a screen reader is told: roles, languages, links, lists, abbreviations, untagged text."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from communique.model.faults import Faults
from communique.pdf_reading.document import pages as pdf_pages
from communique.pdf_reading.document.pages import Annotation
from communique.pdf_reading.reading import Reading
from communique.pdf_reading.tag_tree import Tag
from communique.prove.tagging import tags
from communique.typeset.engine import Typeset, typeset
from tests.prove.conftest import composed

if TYPE_CHECKING:
    from pathlib import Path

    from communique.compose.page import Page
    from communique.pdf_reading.piece import Piece
    from communique.pdf_reading.tag_tree import Block
    from tests.prove.conftest import Judge, Spoil

LINKED = """\
---
title: Links
abbreviations: {WHO: World Health Organization, UN: United Nations}
url: https://example.org/self
---

See [one](https://example.org/a%20b) and [two](#two) of the WHO and the UN.

## Two

(a) one

(b) two

- three
- four
"""
Blocks = list["Block"]


@pytest.fixture(scope="session")
def linked(tmp_path_factory: pytest.TempPathFactory) -> Page:
    return composed(tmp_path_factory.mktemp("links"), LINKED, "links.en.md")


@pytest.fixture(scope="session")
def linked_pdf(linked: Page) -> Typeset:
    return typeset(linked)


@pytest.fixture
def blocks(made: Typeset) -> Blocks:
    return Reading(made.pdf).blocks


def changed(blocks: Blocks, words: str, **fields: Any) -> Blocks:
    """Return the texts with one of them changed: the one that begins with these words."""
    (found,) = (
        block for block in blocks if "".join(p.text for p in block.pieces).startswith(words)
    )
    return [replace(block, **fields) if block is found else block for block in blocks]


def test_a_text_with_another_role_is_reported(judged: Judge, blocks: Blocks) -> None:
    assert judged(tags.roles) == []
    assert judged(tags.roles, blocks=changed(blocks, "The gauges", role="H2")) == [
        "16: tags: The gauges agree, and the dams hold. is tagged H2 and not P"
    ]
    assert judged(tags.roles, blocks=changed(blocks, "What we found", role="")) == [
        "14: tags: What we found is tagged not at all and not H2"
    ]
    assert judged(tags.roles, blocks=changed(blocks, "The gauges", role="H2")[1:]) == []


def test_a_heading_that_is_drawn_as_a_paragraph_is_reported(reset: Spoil) -> None:
    found = reset("<h2", '<p style="font-size: 14pt; font-weight: 600"')
    assert [each for each in found if each.startswith("14: tags: What we found is tagged P")]


def test_a_text_in_another_language_is_reported(judged: Judge, blocks: Blocks) -> None:
    assert judged(tags.languages) == []
    wrong = "28: tags: We thank the millers. is said to be in {} and not in en, or not all of it"
    other = changed(blocks, "We thank", languages=("fr",))
    assert judged(tags.languages, blocks=other) == [wrong.format("fr")]
    upper = changed(blocks, "We thank", languages=("EN",))
    assert judged(tags.languages, blocks=upper) == []
    assert judged(tags.languages, blocks=other[1:]) == []


def test_a_part_in_another_language_is_reported(judged: Judge, blocks: Blocks) -> None:
    (block,) = (each for each in blocks if each.role == "H2")
    one = replace(block.pieces[0], glyphs=tuple("What we "))
    two = replace(one, glyphs=tuple("found"))
    other = changed(blocks, "What we", pieces=(one, two), languages=("en", "fr"))
    wrong = "14: tags: What we found is said to be in en and fr and not in en, or not all of it"
    assert judged(tags.languages, blocks=other) == [wrong]


def test_the_text_of_a_picture_has_a_language(judged: Judge, blocks: Blocks) -> None:
    words = "What we found"
    for language, count in (("en", 0), ("fr", 1)):
        picture = {"alternative": words, "languages": (language,), "pieces": ()}
        assert len(judged(tags.languages, blocks=changed(blocks, words, **picture))) == count


def test_links_and_abbreviations_are_as_the_statement_has_them(
    judged: Judge, linked: Page, linked_pdf: Typeset
) -> None:
    tree = Reading(linked_pdf.pdf).tree
    for rule in (tags.links, tags.expansions):
        assert judged(rule, linked.content, tree=tree) == []


def link(*targets: str) -> Tag:
    """Return the tag of a link with an annotation for each target."""
    kids = [
        Annotation(0, {"/Dest": target[1:]} if target.startswith("#") else {"/A": {"/URI": target}})
        for target in targets
    ]
    return Tag("Link", {}, [(0, 1), *kids, Tag("Span", {})])


A, TWO, SELF = "https://example.org/a%20b", "#two", "https://example.org/self"


@pytest.mark.parametrize(
    ("links", "there", "due"),
    [
        ([(A,), ("#three",), (SELF,)], "#three", "#two"),
        ([("https://example.net",), (TWO,), (SELF,)], "https://example.net", A),
        ([(A, SELF), (TWO,), (SELF,)], f"{A}, {SELF}", A),
        ([(TWO,), (A,), (SELF,)], "#two", A),
        ([(f"{A}%2F",), (TWO,), (SELF,)], f"{A}%2F", A),
        ([("https://example.org%2Fa b",), (TWO,), (SELF,)], "https://example.org%2Fa%20b", A),
        ([(), (TWO,), (SELF,)], "nothing", A),
        ([(A,), (TWO,)], "nothing", SELF),
        ([(A,), (TWO,), (SELF,), (TWO,)], "#two", "nothing"),
    ],
)
def test_a_link_that_leads_elsewhere_is_reported(
    judged: Judge, linked: Page, links: list[tuple[str, ...]], there: str, due: str
) -> None:
    tree = Tag("Document", {}, [link(*targets) for targets in links])
    assert judged(tags.links, linked.content, tree=tree) == [
        f"1: tags: a link leads to {there} and not to {due}"
    ]


def test_the_same_links_are_well(judged: Judge, linked: Page) -> None:
    tree = Tag(
        "Document", {}, [link(A), Tag("P", {}, [link(TWO)]), link("https://example.org/self")]
    )
    assert judged(tags.links, linked.content, tree=tree) == []


def test_abbreviations_that_are_not_explained_are_reported(judged: Judge, linked: Page) -> None:
    def tree(*meanings: str) -> Tag:
        return Tag("Document", {}, [Tag("Span", {"/E": meaning}) for meaning in meanings])

    good = ("World Health Organization", "United Nations")
    assert judged(tags.expansions, linked.content, tree=tree(*good)) == []
    assert judged(tags.expansions, linked.content, tree=tree(good[0])) == [
        f"1: abbreviations: abbreviations are explained as {[good[0]]} and not as {list(good)}"
    ]


def test_text_without_a_tag_is_reported(judged: Judge, made: Typeset) -> None:
    pieces = Reading(made.pdf).pieces
    bare = replace(pieces[-1], mark="", page=1, glyphs=tuple("Hidden words"))
    assert judged(tags.untagged) == []
    assert judged(tags.untagged, pieces=[*pieces, bare]) == [
        "1: tags: page 2: Hidden words has no tag"
    ]
    assert judged(tags.untagged, pieces=[replace(bare, glyphs=(" ",))]) == []
    assert (
        judged(tags.untagged, pieces=[replace(bare, mark=0), replace(bare, mark="Artifact")]) == []
    )


LINE = (100.0, 495.0, 150.0, 508.0)


def linked_words(
    judged: Judge,
    pieces: list[Piece],
    *areas: tuple[float, ...],
    number: int = 0,
    kids: tuple[Tag, ...] = (),
) -> bool:
    """Tell whether a link with these areas on a page, from 0, is where these words are."""
    links = [Annotation(each, {"/Rect": list(area)}) for each, area in enumerate(areas)]
    pages = [pdf_pages.Page({}, ()), pdf_pages.Page({}, ())]
    pages[number] = pdf_pages.Page({}, tuple(links))
    tree = Tag("Link", {}, [(0, 1), *kids, *links])
    return judged(tags.link_areas, pages=pages, pieces=pieces, tree=tree) == []


@pytest.fixture
def word(piece: Piece) -> Piece:
    """Return a word of 10 pt that is 50 pt wide."""
    return replace(piece, page=0, mark=1, left=100, right=150, baseline=500, size=10)


@pytest.mark.parametrize(
    ("area", "fits"),
    [
        (LINE, True),
        ((101, 495, 150, 508), True),
        ((101.1, 495, 150, 508), False),
        ((100, 495, 149, 508), True),
        ((100, 495, 148.9, 508), False),
        ((100, 500, 150, 508), True),
        ((100, 500.1, 150, 508), False),
        ((100, 490, 150, 500), True),
        ((100, 490, 150, 499.9), False),
        ((90, 495, 150, 508), True),
        ((89.9, 495, 150, 508), False),
        ((100, 495, 160, 508), True),
        ((100, 495, 160.1, 508), False),
        ((100, 485, 150, 508), True),
        ((100, 484.9, 150, 508), False),
        ((100, 495, 150, 515), True),
        ((100, 495, 150, 515.1), False),
        ((), False),
    ],
)
def test_a_link_lies_on_its_words_and_on_little_else(
    judged: Judge, word: Piece, area: tuple[float, ...], *, fits: bool
) -> None:
    assert linked_words(judged, [word], area) is fits
    assert not linked_words(judged, [word], area, number=1)


def test_each_line_of_a_link_has_an_area(judged: Judge, word: Piece) -> None:
    below, again = replace(word, baseline=480), replace(word)
    second = (100, 475, 150, 488)
    assert linked_words(judged, [word, below], LINE, second)
    assert linked_words(judged, [word, again], LINE)
    assert not linked_words(judged, [word, below], LINE)
    assert not linked_words(judged, [word], LINE, second)
    assert not linked_words(judged, [], LINE)


def test_words_of_several_sizes_are_in_one_area(judged: Judge, word: Piece) -> None:
    first = replace(word, right=110)
    raised = replace(word, left=140, size=5, baseline=504)
    assert linked_words(judged, [first, raised], (91, 486, 159, 518))
    assert linked_words(judged, [raised, first], (91, 486, 159, 518))


def test_a_link_around_a_picture_may_be_larger_than_its_words(judged: Judge, word: Piece) -> None:
    picture = Tag("Figure", {})
    assert linked_words(judged, [word], (0, 0, 300, 600), kids=(picture,))
    assert not linked_words(judged, [word], (0, 0, 90, 600), kids=(picture,))


def test_a_space_may_stand_outside_of_its_link(judged: Judge, word: Piece) -> None:
    space = replace(word, glyphs=(" ",), left=400, right=403)
    assert linked_words(judged, [word, space], LINE)


def test_addresses_and_headings_may_have_other_letters_than_ascii(tmp_path: Path) -> None:
    links = "[one](https://example.org/Größe) and [two](#größe).\n\n## Größe\n\nWords.\n"
    front = "---\ntitle: On it\nurl: https://example.org/Fläche\n---\n\n"
    other = composed(tmp_path, front + links, "other.en.md")
    faults = Faults(other.content.statement.path)
    tags.links(other.content, Reading(typeset(other).pdf), faults)
    assert list(faults) == []
