"""Words of the page lead to their places in the source, in either direction of writing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from communique.run import tasks
from tests.samples import ROOT

if TYPE_CHECKING:
    from pathlib import Path

    from communique.prove.place.sources import PlacedWord

pytestmark = pytest.mark.usefixtures("engine")


def placed(path: Path) -> tuple[str, list[PlacedWord]]:
    """Return the source of a statement, and where its words stand on the pages."""
    packed = (tasks.read(path),)
    pdf = tasks.make(packed, "standard").files["pdf"].data
    return path.read_text("utf-8"), tasks.places(packed, "standard", pdf)


@pytest.mark.parametrize(("name", "least"), [("meeting.en.md", 0.8), ("meeting.ar.md", 0.7)])
def test_most_words_of_a_page_are_found_in_the_source(name: str, least: float) -> None:
    source, words = placed(ROOT / "tests/statements" / name)
    found = [source[each.start : each.start + each.length] for each in words if each.length]
    assert len(found) >= least * len(words)
    assert all(each.left < each.right and each.bottom < each.top for each in words)
    assert not [each for each in found if " " in each or "\n" in each]


def test_a_word_that_is_there_twice_is_found_at_its_own_place(tmp_path: Path) -> None:
    path = tmp_path / "a.en.md"
    path.write_text(
        "---\ntitle: The sea\n---\n\nThe sea rises.\n\nThe **sea** [falls](https://a.example/sea).\n"
    )
    source, words = placed(path)
    seas = [each for each in words if source[each.start : each.start + each.length] == "sea"]
    starts = [each.start for each in seas if each.page == 0]
    assert starts == sorted(starts)
    assert {source.index("sea\n"), source.index("sea rises"), source.index("sea**")} == set(starts)
    assert seas[1].top > seas[2].top, "further down in the text is further down on the page"


def test_what_the_page_adds_has_no_place_of_its_own(tmp_path: Path) -> None:
    path = tmp_path / "a.en.md"
    path.write_text("---\ntitle: A\nissued: 2026-03-12\n---\n\nWords of it.\n")
    source, words = placed(path)
    date = [each for each in words if not each.length]
    assert date
    assert {source[: each.start].count("\n") + 1 for each in date} == {3}
