"""Lists of contents: three entries at least on each page, and each level further in."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pytest

from communique.design import edition
from communique.pdf_reading.reading import Reading
from communique.pdf_reading.tag_tree import tags
from communique.typeset.engine import typeset
from tests.prove.conftest import complaints, composed

if TYPE_CHECKING:
    from pathlib import Path


def listed(
    folder: Path, body: str, matter: str, kind: str = "standard", *, proven: bool = True
) -> Reading:
    page = composed(folder, f"---\ntitle: A\n{matter}\n---\n\n{body}\n", "a.en.md", kind)
    made = typeset(page)
    assert not proven or complaints(page, made) == []
    return Reading(made.pdf)


@pytest.mark.parametrize("kind", edition.single())
def test_no_page_has_one_or_two_lines_of_a_list_of_contents(tmp_path: Path, kind: str) -> None:
    longest = 70

    def pages(count: int) -> Counter[int]:
        """Return how many entries each page has of a list of so many."""
        body = "\n\n".join(f"## Part {number}" for number in range(count))
        text, is_first = f"{body}\n\n{'Text. ' * 99}", count == longest
        reading = listed(tmp_path, text, "contents: true", kind, proven=is_first)
        entries = [tag for tag in tags(reading.tree) if tag.role == "TOCI"]
        assert len(entries) == count
        return Counter(entry.pages[0] for entry in entries)

    full = pages(longest)[0]
    divided = 0
    for count in (full + 1, full + 2, full + 4):
        found = pages(count)
        assert min(found.values()) > 2
        divided += len(found) > 1
    assert divided, "some lists go on on the next page"


def test_each_level_of_a_list_of_contents_stands_further_in(tmp_path: Path) -> None:
    body = "\n\n".join(f"{'#' * level} Level{level}" for level in range(2, 7)) + "\n\nText."
    for depth in range(1, 6):
        reading = listed(tmp_path, body, f"contents: {depth}")
        entries = [b.pieces[0] for b in reading.blocks if b.inner and b.role == "P"]
        assert [p.text.split()[0] for p in entries] == [f"Level{n}" for n in range(2, 2 + depth)]
        lefts = [piece.left for piece in entries]
        assert lefts == sorted(set(lefts))
