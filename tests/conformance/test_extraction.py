"""The independent look at the words can tell what is lost from what is only broken or moved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.design import edition
from communique.store.naming import STANDARD
from tests.conformance.building import build_file
from tests.conformance.extraction import extract, lost

if TYPE_CHECKING:
    from pathlib import Path

SOFT = "\u00ad"


def test_a_word_that_is_missing_is_lost_as_often_as_it_is() -> None:
    assert lost("one two", body=["one", "one", "two", "three"], front=[]) == ["one", "three"]


def test_words_of_the_front_matter_are_wanted_once() -> None:
    assert lost("one", body=[], front=["one", "one", "two"]) == ["two"]


def test_a_word_is_found_over_lines_and_pages() -> None:
    assert lost(f"inter{SOFT}\nnational", body=["international"], front=[]) == []
    assert lost(f"inter{SOFT}\n7 A note\fnational", body=["international"], front=[]) == []
    assert lost("https://exa\nmple.org/ab\nc", body=["https://example.org/abc"], front=[]) == []


def test_half_a_word_is_no_word() -> None:
    assert lost(f"inter{SOFT}\n", body=["international"], front=[]) == ["international"]
    assert lost("an inter", body=["an", "international"], front=[]) == ["international"]


def test_the_call_of_a_note_is_not_the_number_of_a_word() -> None:
    assert lost("word1234517 next", body=["word12345", "next"], front=[]) == []
    assert lost("word1234617 next", body=["word12345", "next"], front=[]) == ["word12345"]


def test_arabic_is_counted_by_letters() -> None:
    assert lost("\u0644\u0627\u0633", body=["\u0633\u0644\u0627"], front=[]) == []
    assert lost("\ufefb\u0633", body=["\u0633\u0644\u0627"], front=[]) == []
    assert lost("\u0633\u0644", body=["\u0633\u0644\u0627"], front=[]) == ["\u0627"]


def test_a_note_that_is_not_in_the_pdf_is_lost(tmp_path: Path) -> None:
    path = tmp_path / "statement.en.md"
    path.write_text("---\ntitle: Title\n---\n\nSome words.[^1]\n\n[^1]: A remark.\n", "utf-8")
    pdf = build_file(path, STANDARD, tmp_path, 1).pdf
    assert pdf
    text = extract(pdf, edition.load(STANDARD))
    assert lost(text, body=["Some", "words", "A", "remark"], front=["Title"]) == []
    assert lost(text, body=["Some", "words", "Another", "remark"], front=[]) == ["another"]


def test_what_stands_in_the_margins_does_not_count(tmp_path: Path) -> None:
    path = tmp_path / "statement.en.md"
    text = "\n\n".join(["Words of a paragraph that fill a line or so of the page."] * 90)
    path.write_text(f"---\ntitle: Heron\n---\n\n{text}\n", "utf-8")
    pdf = build_file(path, STANDARD, tmp_path, 1).pdf
    assert pdf
    found = extract(pdf, edition.load(STANDARD))
    assert found.count("Heron") == 1
    assert found.count("Words of a paragraph") == 90
    assert "Page 2" not in found
