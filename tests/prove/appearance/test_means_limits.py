"""What the proof does not follow is reported wherever it stands."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from communique.pdf_reading.document.outline import Bookmark
from communique.pdf_reading.document.pages import Annotation, Page
from communique.pdf_reading.tag_tree import Tag
from communique.prove.appearance import means

if TYPE_CHECKING:
    from communique.pdf_reading.piece import Piece
    from tests.prove.conftest import Judge


ADDRESS = {"/Type": "/Action", "/S": "/URI", "/URI": "https://example.org/"}


def unfollowed(
    judged: Judge,
    *links: dict[str, Any],
    catalog: Any = (),
    unexpected: Any = (),
    pieces: Any = (),
    bookmark: Any = (),
    **entries: Any,
) -> list[str]:
    """Return what is said of two pages, the second of which has these entries and `links`."""
    size = {"/MediaBox": [0, 0, 595, 842]}
    annotations = tuple(Annotation(number, {"/F": 4} | link) for number, link in enumerate(links))
    own = {f"/{key}": value for key, value in entries.items()}
    return judged(
        means.known_means,
        catalog=dict.fromkeys(catalog),
        unexpected=list(unexpected),
        pieces=list(pieces),
        outline=[Bookmark("What we found", 2, 0, frozenset(bookmark))],
        pages=[Page(size, ()), Page(size | own, annotations)],
        tree=Tag("Link", {}, list(annotations)),
    )


def not_followed(page: int, what: str) -> list[str]:
    return [f"1: drawing: page {page}: this is not followed by the proof: {what}"]


def test_what_the_engine_writes_is_followed(judged: Judge) -> None:
    assert judged(means.known_means) == []
    others = [f"/{key}" for key in ("Count", "First", "Last", "Next", "Parent", "Prev")]
    assert unfollowed(judged, bookmark=["/Title", "/Dest", *others]) == []
    link: dict[str, Any] = {
        "/Type": "/Annot",
        "/Subtype": "/Link",
        "/Rect": [9, 9, 99, 19],
        "/Contents": ADDRESS["/URI"],
    }
    link |= {"/StructParent": 3, "/BS": {"/Type": "/Border", "/W": 0}, "/A": ADDRESS}
    assert unfollowed(judged, link, Annots=[link]) == []


def test_a_bookmark_that_acts_is_reported(judged: Judge) -> None:
    assert unfollowed(judged, bookmark=["/Title", "/A"]) == not_followed(1, "A")


def test_links_without_a_tag_are_reported(judged: Judge) -> None:
    link = Annotation(5, {"/Subtype": "/Link", "/Border": 0, "/F": 4})
    there = Page({"/MediaBox": [0, 0, 595, 842]}, (link,))
    for tagged, said in (([link], []), ([], not_followed(1, "a link without a tag"))):
        tree = Tag("Document", {}, [Tag("Link", {}, list(tagged))])
        assert judged(means.known_means, pages=[there], tree=tree) == said


@pytest.mark.parametrize("key", ["OCProperties", "AcroForm", "OpenAction", "AA"])
def test_a_document_that_changes_by_itself_is_reported(judged: Judge, key: str) -> None:
    assert unfollowed(judged) == []
    assert unfollowed(judged, catalog=["/Lang", f"/{key}"]) == not_followed(1, key)


def test_pages_that_are_turned_or_scaled_are_reported(judged: Judge) -> None:
    turned = not_followed(2, "a page that is turned or scaled")
    assert unfollowed(judged, Rotate=90) == unfollowed(judged, UserUnit=2) == turned
    assert unfollowed(judged, Rotate=0, UserUnit=1) == []


@pytest.mark.parametrize("box", ["CropBox", "TrimBox", "BleedBox", "ArtBox"])
def test_a_page_of_which_less_is_shown_printed_or_kept_is_reported(judged: Judge, box: str) -> None:
    cropped = not_followed(2, "a page that is cropped")
    assert unfollowed(judged, **{box: [0, 0, 595, 842]}) == []
    assert unfollowed(judged, **{box: [0, 0, 595, 841]}) == cropped
    assert unfollowed(judged, **{box: [0, 0, 596, 842]}) == cropped
    assert unfollowed(judged, **{box: [1, 0, 595, 842]}) == cropped
    assert unfollowed(judged, **{box: "no box"}) == cropped
    for begins in ([1, 0, 595, 842], [0, 1, 595, 842]):
        assert unfollowed(judged, MediaBox=begins) == cropped


TO_HEADING = {"/Subtype": "/Link", "/Border": 0, "/Dest": "what-we-found"}
SAYS_OTHER = "a link that is called something else"


@pytest.mark.parametrize(
    ("entries", "what"),
    [
        ({"/Subtype": "/Link", "/Border": [0, 0, 0]}, ""),
        ({"/Subtype": "/Link", "/Border": [0, 0, 1]}, "a link with a border"),
        ({"/Subtype": "/Link", "/Border": [0, 1, 0]}, "a link with a border"),
        ({"/Subtype": "/Link", "/Border": [1, 0, 0]}, "a link with a border"),
        ({"/Subtype": "/Link", "/BS": {"/W": 0}}, ""),
        ({"/Subtype": "/Link", "/BS": {"/W": 1}}, "a link with a border"),
        ({"/Subtype": "/Link", "/BS": {}}, "a link with a border"),
        ({"/Subtype": "/Link"}, "a link with a border"),
        ({"/Subtype": "/Link", "/Border": [0, 0, 0], "/AP": {}}, "an annotation /Link"),
        ({"/Subtype": "/Link", "/BS": "none"}, "a link with a border"),
        ({"/Subtype": "/Link", "/Border": 0, "/F": 2}, "a link that is not shown and printed"),
        ({"/Subtype": "/Link", "/Border": 0, "/F": 6}, "a link that is not shown and printed"),
        ({"/Subtype": "/Link", "/Border": 0, "/F": 0}, "a link that is not shown and printed"),
        ({"/Subtype": "/Link", "/Border": 0, "/A": []}, "a link that acts"),
        ({"/Subtype": "/Link", "/Border": 0, "/A": ADDRESS}, SAYS_OTHER),
        ({"/Subtype": "/Link", "/Border": 0, "/A": {"/S": "/URI"}}, ""),
        ({"/Subtype": "/Link", "/Border": 0, "/A": ADDRESS | {"/S": "/GoToR"}}, "a link that acts"),
        ({"/Subtype": "/Link", "/Border": 0, "/A": ADDRESS | {"/Next": {}}}, "a link that acts"),
        ({"/Subtype": "/Link", "/Border": 0, "/A": ADDRESS, "/Dest": "a"}, "a link that acts"),
        (
            {"/Subtype": "/Link", "/Border": 0, "/Dest": "a", "/Contents": "", "/PA": {}},
            "the entry PA of a link",
        ),
        (TO_HEADING | {"/Contents": "What we found"}, ""),
        (TO_HEADING | {"/Contents": "what-we-found"}, SAYS_OTHER),
        (TO_HEADING, SAYS_OTHER),
        (TO_HEADING | {"/Dest": "elsewhere", "/Contents": "elsewhere"}, SAYS_OTHER),
        ({"/Subtype": "/Link", "/Border": 0, "/A": ADDRESS, "/Contents": ADDRESS["/URI"]}, ""),
        ({"/Subtype": "/Link", "/Border": 0, "/A": ADDRESS, "/Contents": "Click here"}, SAYS_OTHER),
        ({"/Subtype": "/Stamp", "/Border": [0, 0, 0]}, "an annotation /Stamp"),
    ],
)
def test_annotations_are_links_without_a_border(
    judged: Judge, entries: dict[str, Any], what: str
) -> None:
    expected = not_followed(2, what) if what else []
    assert unfollowed(judged, entries) == expected


def test_what_the_reader_did_not_expect_is_reported_once(judged: Judge, run: Piece) -> None:
    assert unfollowed(judged, unexpected=[(1, "a shading"), (1, "a shading")]) == not_followed(
        2, "a shading"
    )
    vertical = replace(run, page=1, font=replace(run.font, name="A", horizontal=False))
    assert unfollowed(judged, pieces=[run, vertical, vertical]) == not_followed(2, "the font A")
