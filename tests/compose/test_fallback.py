"""Texts that the engine loses or misplaces are set in another way, and the result says so."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from communique.compose.fallback import ways
from communique.model.faults import Fault, ProofError
from communique.read.source import read
from communique.run import pipeline
from tests.samples import with_body

if TYPE_CHECKING:
    from tests.conftest import Write

pytestmark = pytest.mark.usefixtures("engine")
FILLER = "The water of the river belongs to those who drink from it and to nobody else. " * 3
DIVIDED = "words in tables were divided, since a table was wider than its page"
AT_END = "the notes stand at the end of the text, since they did not fit on their pages"


def remarks(path: Path, out: Path, edition: str = "standard") -> tuple[str, ...]:
    return pipeline.build(read(path), edition, out).files["pdf"].remarks


def table(columns: int, word: str) -> str:
    cells = " | ".join([word] * columns)
    return f"| {cells} |\n|{' --- |' * columns}\n| {cells} |"


def test_an_ordinary_text_has_no_remark(statement: Write, tmp_path: Path) -> None:
    assert remarks(statement(), tmp_path) == ()


def test_words_of_a_table_wider_than_the_page_are_divided(statement: Write, tmp_path: Path) -> None:
    path = statement(with_body(table(6, "Internationalisation")))
    assert remarks(path, tmp_path) == (DIVIDED,)


def test_a_head_that_is_divided_is_known_on_the_next_page(statement: Write, tmp_path: Path) -> None:
    rows = "\n|" + " some words |" * 6
    path = statement(with_body(table(6, "Internationalisation") + rows * 40))
    assert remarks(path, tmp_path) == (DIVIDED,)


def test_a_table_too_wide_even_then_is_refused_and_the_message_helps(
    statement: Write, tmp_path: Path
) -> None:
    path = statement(with_body(table(9, "1,234,567,890.00")))
    with pytest.raises(ProofError) as refused:
        pipeline.build(read(path), "standard", tmp_path)
    fault = refused.value.faults[0]
    assert fault.wrong == "page 1: text runs out at the side: 1,234,567,890.00"
    assert fault.instead == "give the table there fewer columns or shorter words"
    assert not list(tmp_path.glob("*.pdf"))


def test_notes_longer_than_their_pages_are_set_at_the_end(statement: Write, tmp_path: Path) -> None:
    notes = "\n".join(f"[^{n}]: {FILLER * 10}" for n in range(1, 4))
    calls = " ".join(f"Some words.[^{n}]" for n in range(1, 4))
    assert remarks(statement(with_body(f"{calls}\n\n{notes}")), tmp_path) == (AT_END,)


@pytest.mark.parametrize("edition", ["standard", "large-print"])
def test_markers_of_a_list_have_room_however_long_they_are(
    statement: Write, tmp_path: Path, edition: str
) -> None:
    points = "\n".join(f"{n}. Some words." for n in range(996, 1004))
    assert remarks(statement(with_body(points)), tmp_path, edition) == ()


def test_a_last_page_of_one_line_that_nothing_mends_is_a_remark(
    statement: Write, tmp_path: Path
) -> None:
    path = statement(with_body("We met.[^1]\n\n## Annex\n\n[^1]: By the river."))
    assert remarks(path, tmp_path) == ("page 2: the last page holds a single line",)


def test_what_only_looks_ill_is_no_wish_where_something_is_lost_besides() -> None:
    ill = Fault(Path("a.en.md"), 1, "layout", "page 2: a single line", "nothing was delivered")
    assert ProofError([ill]).wishes == ("page 2: a single line",)
    assert ProofError([ill, ill._replace(key="words")]).wishes == ()


def test_notes_are_moved_only_where_there_are_notes() -> None:
    assert {way.notes_at_end for way in ways(notes=True)} == {False, True}
    assert {way.notes_at_end for way in ways(notes=False)} == {False}


def test_other_breaks_are_not_tried_where_most_of_the_text_is_misplaced(tmp_path: Path) -> None:
    def error(count: int) -> ProofError:
        return ProofError(Fault(tmp_path, n, "place", "wrong", "instead") for n in range(count))

    assert not error(40).hopeless
    assert error(41).hopeless
