"""What is made of Word files, with XML as Word itself writes it: every word, number and note."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from communique import word
from communique.read import source
from tests.word.files import FILES

if TYPE_CHECKING:
    from communique.word import Imported

_HERE = Path(__file__).parent / "imported"
#: What remains for the author of each, by a part of the line; there is nothing else to settle.
_TO_SETTLE = {
    "chinese": ["the reading dēng above 灯 was left out"],
    "controls": ["a text box was left out: Words in a box", "nobody filled in this: Click here"],
}


def imported(name: str, folder: Path) -> Imported:
    path = FILES[name](folder / f"{name}.docx")
    return word.imported(path, accept=True if name == "tracked" else None)


@pytest.mark.parametrize("name", FILES)
def test_a_word_file_becomes_the_statement_that_was_read_and_kept(
    name: str, tmp_path: Path
) -> None:
    assert imported(name, tmp_path).text == (_HERE / f"{name}.md").read_text("utf-8")


@pytest.mark.parametrize("name", FILES)
def test_there_is_nothing_to_settle_but_what_only_an_author_knows(
    name: str, tmp_path: Path
) -> None:
    found = imported(name, tmp_path).to_settle
    expected = _TO_SETTLE.get(name, [])
    assert len(found) == len(expected)
    assert all(part in line for part, line in zip(expected, found, strict=True))


@pytest.mark.parametrize("name", FILES)
def test_the_statement_can_be_read_once_it_is_settled(name: str, tmp_path: Path) -> None:
    found = imported(name, tmp_path)
    for file, data in found.pictures.items():
        (tmp_path / file).write_bytes(data)
    head, _, rest = found.text.partition("unsettled:\n")
    settled = head + rest[rest.find("---") :] if rest else head
    path = tmp_path / found.name
    path.write_text(settled, "utf-8")
    assert source.read(path).slug == name


def test_each_golden_file_is_that_of_a_word_file() -> None:
    assert {path.stem for path in _HERE.glob("*.md")} == set(FILES)


def test_a_file_is_called_by_its_language_unless_another_one_is_given(tmp_path: Path) -> None:
    path = FILES["german"](tmp_path / "Lichter (Entwurf 3).docx")
    assert word.imported(path).name == "lichter-entwurf-3.de.md"
    assert word.imported(path, "da").name == "lichter-entwurf-3.da.md"


def test_the_letters_of_a_name_stay_whole_in_every_script(tmp_path: Path) -> None:
    path = FILES["german"](tmp_path / "हिन्दी.docx")
    assert word.imported(path).slug == "हिन्दी"


def test_what_was_found_cleaned_or_left_is_told(tmp_path: Path) -> None:
    assert imported("german", tmp_path).told == (
        "title was found: Lichter der Grauen Straße",
        "kind was found: press release",
        "issued was found: 2026-03-12",
        "contents was found: true",
        "issuers are never guessed: write them",
        "soft hyphens were taken out",
        "signs of symbol fonts were written as characters (2 times)",
        "ligatures were written as letters",
        "a list of contents was left out: `contents: true` makes one",
    )
