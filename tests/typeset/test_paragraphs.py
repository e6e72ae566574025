"""Centred lines, speakers, stage directions and inserted points stand where they have to."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from communique.compose.page import compose
from communique.content.content import content_of
from communique.design import edition
from communique.pdf_reading.reading import Reading
from communique.read.source import read
from communique.typeset.engine import typeset
from tests.prove.conftest import complaints, composed
from tests.samples import with_body

if TYPE_CHECKING:
    from pathlib import Path

    from communique.pdf_reading.piece import Piece

_NEAR = 0.6  # pt


class Box:
    """A line of a page: its page, and where it begins and ends (pt)."""

    def __init__(self, pieces: list[Piece]) -> None:
        self.page = pieces[0].page
        self.left = min(piece.left for piece in pieces)
        self.right = max(piece.right for piece in pieces)

    @property
    def middle(self) -> float:
        return (self.left + self.right) / 2


def lines(folder: Path, body: str, kind: str = "standard", name: str = "a.en.md") -> dict[str, Box]:
    """Return the lines of a text by their words, as they stand in its proven PDF."""
    page = composed(folder, with_body(body), name, kind)
    made = typeset(page)
    assert complaints(page, made) == []
    found: dict[tuple[int, int], list[Piece]] = {}
    for block in Reading(made.pdf).blocks:
        for piece in block.pieces:
            found.setdefault((piece.page, round(piece.baseline)), []).append(piece)
    return {" ".join("".join(p.text for p in each).split()): Box(each) for each in found.values()}


CENTRED = "Lights\n\n-> HAVE AGREED AS FOLLOWS <-\n-> today <-\n\n***\n\n-> one <-"


@pytest.mark.parametrize("kind", edition.single())
def test_centred_lines_have_one_middle_but_in_large_print(tmp_path: Path, kind: str) -> None:
    found = lines(tmp_path, CENTRED, kind)
    boxes = [found[words] for words in ("HAVE AGREED AS FOLLOWS", "today", "one")]
    if "large-print.css" in edition.load(kind).stylesheets:
        assert all(abs(box.left - found["Lights"].left) < _NEAR for box in boxes)
    else:
        assert all(abs(box.middle - boxes[0].middle) < _NEAR for box in boxes)
        assert all(box.left > found["Lights"].left + 50 for box in boxes)


def test_centred_lines_have_one_middle_from_right_to_left(tmp_path: Path) -> None:
    found = lines(tmp_path, "נורות\n\n-> הסכימו לאמור <-\n-> היום <-", name="a.he.md")
    (long,), (short,) = (
        [box for words, box in found.items() if sorted(words) == sorted(said)]
        for said in ("הסכימו לאמור", "היום")
    )
    assert abs(long.middle - short.middle) < _NEAR
    assert long.right < max(box.right for box in found.values()) - 100


@pytest.mark.parametrize("written", ["**MODERATOR:** We", "**MODERATOR:**\n\nWe"])
def test_the_name_of_a_speaker_never_ends_a_page(tmp_path: Path, written: str) -> None:
    said = "are here to speak of the lights, and of all that is seen by them at night. " * 3
    pages = set()
    for above in range(12, 28):
        body = "\n\n".join(["Above."] * above + [f"{written} {said}"])
        found = lines(tmp_path, body, "a5")
        (name,) = (box for words, box in found.items() if words.startswith("MODERATOR:"))
        words = [words for words, box in found.items() if box.page == name.page]
        after = words[next(n for n, each in enumerate(words) if each.startswith("MODERATOR:")) :]
        assert any(each.startswith(("MODERATOR: We", "We", "are")) for each in after)
        pages.add(name.page)
    assert len(pages) == 2, "the page ends near the name"


def test_a_question_stands_on_the_page_of_the_answer(tmp_path: Path) -> None:
    said = "Each of the Governments pays for the lights on its own coast, as agreed. " * 3
    pages = set()
    for above in range(12, 28):
        body = "\n\n".join(["Above."] * above + ["**Q:** Who pays?", f"**A:** {said}"])
        found = lines(tmp_path, body, "a5")
        (answer,) = (box for words, box in found.items() if words.startswith("A:"))
        assert found["Q: Who pays?"].page == answer.page
        pages.add(answer.page)
    assert len(pages) == 2, "the page ends near the question"


def test_a_stage_direction_is_set_in_and_stays_with_what_was_said(tmp_path: Path) -> None:
    pages = set()
    for above in range(12, 28):
        body = "\n\n".join(["Above."] * above + ["Said before it.", "*(Applause)*", "After."])
        found = lines(tmp_path, body, "a5")
        before, direction = found["Said before it."], found["(Applause)"]
        assert direction.page == before.page
        assert direction.left > before.left + 10
        pages.add(direction.page)
    assert len(pages) == 2, "the page ends near the direction"


def test_inserted_points_hang_beside_the_words_of_the_others(tmp_path: Path) -> None:
    found = lines(tmp_path, "1. one\n2. two\n\n2bis. inserted\n\n3. three\n\n3A. last")
    pages = composed(tmp_path, with_body("1. one\n2. two\n2bis. inserted\n3. three"), "b.en.md")
    starts = [
        block.pieces[0].left
        for block in Reading(typeset(pages).pdf).blocks
        if "".join(piece.text for piece in block.pieces).strip() in {"one", "two", "inserted"}
    ]
    assert len(starts) == 3
    assert max(starts) - min(starts) < _NEAR
    assert {"2bis. inserted", "3A. last"} <= found.keys()


def test_two_languages_have_centred_lines_and_speakers_beside_one_another(tmp_path: Path) -> None:
    texts = {
        "en": "-> WE AGREE <-\n-> today <-\n\n**Q:** Why?\n\n*(Applause)*",
        "fr": "-> NOUS CONVENONS <-\n-> ce jour <-\n\n**Q :** Pourquoi ?\n\n*(Applaudissements)*",
    }
    for tag, body in texts.items():
        (tmp_path / f"a.{tag}.md").write_text(with_body(body), encoding="utf-8")
    one, other = (read(tmp_path / f"a.{tag}.md") for tag in texts)
    page = compose(content_of(replace(one, beside=other), edition.load("parallel")))
    made = typeset(page)
    assert complaints(page, made) == []
    pieces = {
        "".join(piece.text for piece in block.pieces): block.pieces
        for block in Reading(made.pdf).blocks
    }
    (english,), (french,) = (
        [Box(list(each)) for words, each in pieces.items() if words.startswith(start)]
        for start in ("WE AGREE", "NOUS CONV")
    )
    for start, side in (("today", english), ("ce jour", french)):
        (line,) = [
            piece for each in pieces.values() for piece in each if piece.text.strip() == start
        ]
        assert abs(Box([line]).middle - side.middle) < _NEAR
    assert english.right < french.left
