"""A statement that waits: what it was read from, and itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

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
