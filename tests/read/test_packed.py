"""A statement that waits: what it was read from, and itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PIL import Image

from communique.read.packed import pack, unpack
from communique.read.source import read
from communique.store import file_state
from tests.samples import png, with_body

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Write


def test_it_names_its_files_with_what_they_were_when_they_were_read(
    statement: Write, tmp_path: Path
) -> None:
    (tmp_path / "a b.png").write_bytes(png())
    path = statement(with_body("![A](a%20b.png)"))
    packed = pack(read(path), 1.5)
    assert packed.files == {
        str(each): (file_state.identity(str(each)), file_state.hashed(each.read_bytes()))
        for each in (path, tmp_path / "a b.png")
    }
    assert (packed.size, packed.seconds) == (len(path.read_bytes()), 1.5)


def test_it_is_unpacked_as_it_was_alone_or_beside_another(statement: Write) -> None:
    one, other = (read(statement(with_body(words), f"{words}.en.md")) for words in ("One", "Two"))
    waiting = [pack(each, 0) for each in (one, other)]
    assert unpack(waiting[:1]) == one
    assert unpack(waiting[:1]).beside is None
    assert unpack(waiting).beside == other


def test_a_picture_is_what_is_in_its_file_though_the_page_has_it_in_8_bits(
    statement: Write, tmp_path: Path
) -> None:
    Image.new("I;16", (4, 3), 40_000).save(tmp_path / "a.png")
    made = read(statement(with_body("![A](a.png)")))
    data = (tmp_path / "a.png").read_bytes()
    assert made.images["a.png"].data != data
    assert made.files[str(tmp_path / "a.png")][1] == file_state.hashed(data)


def test_a_picture_that_is_found_under_another_form_of_its_name_is_known_with_both(
    statement: Write, tmp_path: Path
) -> None:
    (tmp_path / "e\u0301.png").write_bytes(png())
    files = read(statement(with_body("![A](\u00e9.png)"))).files
    assert files[str(tmp_path / "e\u0301.png")][1] == file_state.hashed(png())
    assert files[str(tmp_path / "\u00e9.png")] == (file_state.NONE, file_state.ABSENT)


@pytest.mark.parametrize("names", [("a.png", "a.png"), ("a.png", "./a.png")])
def test_a_picture_that_changes_between_two_places_that_show_it_is_not_trusted(
    statement: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, names: tuple[str, str]
) -> None:
    path, read_file = tmp_path / "a.png", file_state.read

    def changing(name: str, most: int) -> tuple[bytes, file_state.Identity]:
        found = read_file(name, most)
        if name == str(path):
            path.write_bytes(png(5))
        return found

    path.write_bytes(png())
    monkeypatch.setattr(file_state, "read", changing)
    made = read(statement(with_body("\n\n".join(f"![A]({name})" for name in names))))
    sure = len({image.data for image in made.images.values()}) == 1
    assert (file_state.hashed(png()) == made.files[str(path)][1]) is sure
