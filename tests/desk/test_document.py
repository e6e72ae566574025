"""What is typed is saved within a second, whole, and never over what another program has saved."""

from __future__ import annotations

import asyncio
import tempfile
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from communique.desk.desk import Desk
from communique.desk.files import earlier as kept
from communique.desk.files.document import Document
from communique.desk.files.earlier import Earlier
from communique.desk.files.folder import Folder
from communique.publish import atomic
from communique.read.source import MAX_BYTES
from tests.desk.conftest import NoWorkshop

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture
def path(tmp_path: Path) -> Path:
    found = tmp_path / "a.en.md"
    found.write_bytes(b"one\n")
    return found


@pytest.fixture
def document(path: Path) -> Iterator[Document]:
    with ThreadPoolExecutor(1) as executor:
        yield Document(path, Earlier(path.parent, path.name), executor)


def typed(document: Document, *texts: str) -> None:
    """Type each text after the other, and wait until all is saved."""

    async def do() -> None:
        for text in texts:
            document.put(text, "w")
            await asyncio.sleep(0)
        await document.wait()

    asyncio.run(do())


def versions(document: Document) -> list[str]:
    every = document.earlier.versions()
    return [(document.earlier.data(each.name) or b"").decode() for each in reversed(every)]


def test_the_newest_text_is_saved(document: Document, path: Path) -> None:
    typed(document, "two\n", "three\n", "four\n")
    assert path.read_bytes() == b"four\n"
    assert document.saved == document.revision == 3


def test_what_was_there_is_kept_before_the_first_change(document: Document) -> None:
    typed(document, "two\n")
    assert versions(document) == ["one\n"]


def test_a_version_is_kept_every_two_minutes(
    document: Document, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kept, "_EACH", timedelta())
    typed(document, "two\n")
    typed(document, "three\n")
    assert versions(document) == ["one\n", "two\n"]


def test_versions_of_last_week_are_let_go_of(
    document: Document, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kept, "_EACH", timedelta())
    typed(document, "two\n")
    monkeypatch.setattr(kept, "_KEPT", timedelta(seconds=-1))
    typed(document, "three\n")
    assert versions(document) == []


def test_no_command_and_no_git_sees_the_earlier_versions(document: Document, path: Path) -> None:
    typed(document, "two\n")
    assert (path.parent / ".desk/.gitignore").read_text() == "*\n"
    assert list(Folder(path.parent).names()) == [path.name]


def test_what_another_program_saved_is_not_overwritten(document: Document, path: Path) -> None:
    path.write_bytes(b"theirs\n")
    typed(document, "mine\n")
    assert path.read_bytes() == b"theirs\n"
    assert document.is_changed_outside
    assert document.outside == "theirs\n"
    assert versions(document) == ["mine\n"], "what was typed is not lost, whatever is decided"


def test_a_change_of_another_program_is_noticed_while_nobody_types(
    document: Document, path: Path
) -> None:
    document.windows["w"] = lambda: None
    asyncio.run(document.look())
    assert not document.is_changed_outside
    atomic.write(path, b"theirs\n")
    asyncio.run(document.look())
    assert document.is_changed_outside


def test_a_change_that_no_window_shows_is_taken_over(document: Document, path: Path) -> None:
    atomic.write(path, b"theirs\n")
    asyncio.run(document.look())
    assert not document.is_changed_outside
    assert (document.text, document.saved) == ("theirs\n", document.revision)
    typed(document, "mine\n")
    assert path.read_bytes() == b"mine\n"


def test_a_file_that_was_touched_and_says_the_same_is_not_asked_about(
    document: Document, path: Path
) -> None:
    path.touch()
    document.windows["w"] = lambda: None
    asyncio.run(document.look())
    assert not document.is_changed_outside


@pytest.mark.parametrize(
    ("keep", "stays", "kept_aside"), [(True, "mine\n", "theirs\n"), (False, "theirs\n", "mine\n")]
)
def test_one_of_two_texts_stays_and_the_other_is_kept(
    document: Document, path: Path, keep: bool, stays: str, kept_aside: str
) -> None:
    path.write_bytes(b"theirs\n")
    typed(document, "mine\n")

    async def settle() -> None:
        document.settle("mine\n", "w", keep=keep)
        await document.wait()

    asyncio.run(settle())
    assert path.read_text() == document.text == stays
    assert not document.is_changed_outside
    assert kept_aside in versions(document)


def test_an_earlier_version_comes_back_and_the_text_before_is_kept(
    document: Document, path: Path
) -> None:
    typed(document, "two\n")
    (first,) = document.earlier.versions()

    async def back() -> None:
        document.bring_back(document.earlier.data(first.name) or b"", "w")
        await document.wait()

    asyncio.run(back())
    assert path.read_text() == "one\n"
    assert versions(document) == ["one\n", "two\n"]


@pytest.mark.parametrize("data", [b"\xef\xbb\xbfone\r\ntwo\r\n", b"one\ntwo", b""])
def test_a_file_keeps_its_line_ends_and_its_mark(
    path: Path, document: Document, data: bytes
) -> None:
    path.write_bytes(data)
    assert document.path == path
    with ThreadPoolExecutor(1) as executor:
        other = Document(path, Earlier(path.parent, "b"), executor)
        typed(other, other.text)
        assert path.read_bytes() == data
        typed(other, f"{other.text}three\n")
    ends = b"three\r\n" if b"\r\n" in data else b"three\n"
    assert path.read_bytes() == data + ends


def test_a_disk_that_is_full_is_told_and_tried_again(
    document: Document, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tries: list[str] = []

    def full(*_: object) -> None:
        tries.append(document.trouble)
        if len(tries) == 1:
            raise OSError(28, "No space left on device")
        monkeypatch.undo()
        path.write_bytes(b"two\n")

    async def at_once(_: float) -> None:
        return None

    monkeypatch.setattr(atomic, "write", full)
    monkeypatch.setattr(asyncio, "sleep", at_once)
    monkeypatch.setattr(document.earlier, "is_due", lambda: False)
    typed(document, "two\n")
    assert tries == ["", "No space left on device"]
    assert (document.trouble, path.read_bytes()) == ("", b"two\n")


@pytest.fixture
def full(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let nothing be written into the folder."""

    def write(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(atomic, "write", write)


@pytest.mark.usefixtures("full")
def test_a_desk_is_closed_with_a_text_that_cannot_be_saved(
    tmp_path: Path, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    desk = Desk(tmp_path, tmp_path / "out", NoWorkshop())

    async def close() -> bool:
        desk.document(path.name).put("two\n", "w")
        saved = await desk.document(path.name).tried()
        async with asyncio.timeout(20):
            await desk.close()
        return saved

    assert asyncio.run(close()) is False
    (said,) = desk.unsaved
    assert said.startswith(f"{path.name} was not saved: No space left on device; what was typed is")
    assert Path(said.rpartition(" in ")[2]).read_text() == "two\n"
    assert path.read_text() == "one\n"


@pytest.mark.usefixtures("full")
def test_what_is_not_saved_is_left_to_the_window_where_nothing_can_be_written(
    tmp_path: Path, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "nowhere"))
    desk = Desk(tmp_path, tmp_path / "out", NoWorkshop())

    async def close() -> None:
        desk.document(path.name).put("two\n", "w")
        await desk.close()

    asyncio.run(close())
    assert desk.unsaved[0].endswith(
        "; copy it out of the window of the browser before you close that"
    )


def test_a_desk_that_is_closed_has_saved_all(tmp_path: Path, path: Path) -> None:
    desk = Desk(tmp_path, tmp_path / "out", NoWorkshop())

    async def close() -> None:
        desk.document(path.name).put("two\n", "w")
        await desk.close()

    asyncio.run(close())
    assert (path.read_text(), desk.unsaved) == ("two\n", [])


def test_what_is_no_text_is_not_taken_for_one(document: Document, path: Path) -> None:
    path.write_bytes(b"\xe9\n")
    typed(document, "mine\n")
    with pytest.raises(UnicodeDecodeError):
        document.settle("mine\n", "w", keep=False)
    assert (path.read_bytes(), document.is_changed_outside) == (b"\xe9\n", True)

    async def settle() -> None:
        document.settle("mine\n", "w", keep=True)
        await document.wait()

    asyncio.run(settle())
    every = [document.earlier.data(each.name) for each in document.earlier.versions()]
    assert (path.read_bytes(), b"\xe9\n" in every) == (b"mine\n", True)


def test_a_file_that_grew_very_long_is_not_cut(document: Document, path: Path) -> None:
    long = b"x" * (MAX_BYTES + 10)
    path.write_bytes(long)
    typed(document, "mine\n")

    async def settle() -> None:
        document.settle("mine\n", "w", keep=False)
        await document.wait()

    asyncio.run(settle())
    assert path.read_bytes() == long


def test_a_file_that_is_gone_is_asked_about(document: Document, path: Path) -> None:
    path.unlink()
    typed(document, "mine\n")
    assert document.is_changed_outside
    assert not path.exists()
    assert document.is_gone


@pytest.mark.parametrize("mine", ["mine\n", ""])
def test_a_file_that_is_gone_is_written_again_if_it_is_wanted(
    document: Document, path: Path, mine: str
) -> None:
    document.windows["w"] = lambda: None
    path.unlink()
    asyncio.run(document.look())
    assert (document.is_changed_outside, document.is_gone) == (True, True)

    async def settle() -> None:
        document.settle(mine, "w", keep=True)
        await document.wait()

    asyncio.run(settle())
    assert path.read_text() == mine
    assert not document.is_changed_outside
    assert not document.is_gone
    assert versions(document) == [], "there was no text that did not stay"


def test_a_file_that_is_gone_is_left_and_what_was_typed_is_kept(
    document: Document, path: Path
) -> None:
    path.unlink()
    typed(document, "mine\n")
    document.leave("mine, too\n")
    asyncio.run(document.look())
    assert not path.exists()
    assert versions(document) == ["mine\n", "mine, too\n"]
    assert document.text == "mine\n", "nobody has emptied it"
    path.write_text("theirs\n")
    asyncio.run(document.look())
    assert (document.text, document.is_gone) == ("theirs\n", False), "it is back"


def test_an_empty_file_that_is_deleted_is_gone(document: Document, path: Path) -> None:
    document.windows["w"] = lambda: None
    typed(document, "")
    path.unlink()
    asyncio.run(document.look())
    assert document.is_gone
