"""What was made of another statement is never replaced."""

from __future__ import annotations

import io
import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from pypdf import PdfWriter

from communique.publish import ownership
from communique.publish.manifest import Record
from communique.publish.ownership import OwnershipError
from communique.publish.result import ProvenFile, Timer
from communique.read.packed import PackedStatement
from communique.store.file_state import NONE

if TYPE_CHECKING:
    from collections.abc import Iterator

NAME, DATA = "a.en.pdf", b"new"


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder, in which we are, with two statements of one name."""
    for folder in ("source", "letters", "out"):
        (tmp_path / folder).mkdir()
    for folder in ("source", "letters"):
        (tmp_path / folder / "a.en.md").write_text(folder, "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def record(project: Path) -> Iterator[Record]:
    """Return what is known of the folder ``out``."""
    known = Record(str(project / "out"))
    yield known
    known.close()


def statement(folder: str, language: str = "en") -> PackedStatement:
    path = Path(folder, f"a.{language}.md")
    return PackedStatement(path, "a", language, None, {str(path): (NONE, "")}, 1, b"", 0)


def made(record: Record, *versions: PackedStatement, name: str = NAME) -> None:
    """Put a file of the statement in its place and record it."""
    (Path("out") / name).write_bytes(b"old")
    form = "standard", 1, "pdf", "plain"
    record.add(versions, form, name, ProvenFile(".pdf", b"old", 1, Timer(), (), {}), NONE)


def claim(record: Record, *versions: PackedStatement, name: str = NAME) -> list[str]:
    return ownership.claim(record, Path("out"), versions, {name: DATA})


def refusal(record: Record, *versions: PackedStatement, name: str = NAME) -> str:
    with pytest.raises(OwnershipError) as refused:
        claim(record, *versions, name=name)
    return str(refused.value)


def carrying(*names: str) -> bytes:
    """Return a PDF to which files of these names are attached."""
    writer, data = PdfWriter(), io.BytesIO()
    writer.add_blank_page(100, 100)
    for name in names:
        writer.add_attachment(name, b"a statement")
    writer.write(data)
    return data.getvalue()


@pytest.mark.usefixtures("project")
def test_a_file_that_is_not_there_can_be_made() -> None:
    assert claim(Record("out"), statement("source")) == []


def test_a_file_of_the_same_statement_is_replaced_whatever_its_path_is_called(
    project: Path, record: Record
) -> None:
    made(record, statement("source"))
    assert claim(record, statement("source")) == []
    assert claim(record, statement(str(project / "source"))) == []
    (project / "link").symlink_to("source")
    assert claim(record, statement("link")) == []


def test_a_file_of_another_statement_stays_and_both_are_named(record: Record) -> None:
    made(record, statement("source"))
    assert refusal(record, statement("letters")) == (
        "letters/a.en.md:1: out: out/a.en.pdf belongs to source/a.en.md; "
        "rename one of the two, or choose another --out"
    )
    record.close()
    assert refusal(Record("out"), statement("letters")), "a later run knows it, too"


def test_a_statement_that_moved_takes_its_file_along_and_that_is_said(
    project: Path, record: Record
) -> None:
    made(record, statement("source"))
    (project / "source/a.en.md").unlink()
    assert claim(record, statement("letters")) == [
        "out/a.en.pdf: made of letters/a.en.md from now on; source/a.en.md is gone"
    ]


def test_of_a_pair_both_versions_are_looked_at(project: Path, record: Record) -> None:
    for folder in ("source", "letters"):
        (project / folder / "a.fr.md").write_text(folder, "utf-8")
    name = "a.en+fr.parallel.pdf"
    made(record, statement("source"), statement("source", "fr"), name=name)
    assert claim(record, statement("source"), statement("source", "fr"), name=name) == []
    assert "belongs to source/a.fr.md" in refusal(
        record, statement("source"), statement("letters", "fr"), name=name
    )
    (project / "source/a.fr.md").unlink()
    assert claim(record, statement("source"), statement("letters", "fr"), name=name)


def test_two_projects_that_put_their_files_in_one_folder_are_kept_apart(
    project: Path, record: Record, monkeypatch: pytest.MonkeyPatch
) -> None:
    made(record, statement("source"))
    other = project / "other"
    (other / "source").mkdir(parents=True)
    (other / "source/a.en.md").write_text("of another project", "utf-8")
    monkeypatch.chdir(other)
    with pytest.raises(OwnershipError, match="belongs to"):
        ownership.claim(Record("../out"), Path("../out"), [statement("source")], {NAME: DATA})


@pytest.mark.usefixtures("project")
def test_a_file_that_nobody_knows_stays() -> None:
    for data in (b"of somebody else", carrying("b.en.md"), carrying()):
        Path("out", NAME).write_bytes(data)
        assert refusal(Record("out"), statement("source")) == (
            "source/a.en.md:1: out: out/a.en.pdf is there already and was not made of this "
            "statement; move that file away, or choose another --out"
        )


@pytest.mark.usefixtures("project")
def test_a_pdf_that_carries_the_statement_is_ours_where_the_record_is_lost() -> None:
    Path("out", NAME).write_bytes(carrying("a.en.md", "map.png"))
    assert claim(Record("out"), statement("source")) == []
    Path("out", "a.en+fr.parallel.pdf").write_bytes(carrying("a.en.md"))
    pair = statement("source"), statement("source", "fr")
    assert refusal(Record("out"), *pair, name="a.en+fr.parallel.pdf"), "the French one is missing"


@pytest.mark.usefixtures("project")
def test_a_file_that_nobody_knows_and_would_stay_the_same_is_ours() -> None:
    Path("out", NAME).write_bytes(DATA)
    assert claim(Record("out"), statement("source")) == []


def test_of_several_files_each_that_belongs_to_another_is_named(record: Record) -> None:
    made(record, statement("source"))
    Path("out", "a.en.txt").write_bytes(b"of somebody else")
    with pytest.raises(OwnershipError) as refused:
        ownership.claim(record, Path("out"), [statement("letters")], {NAME: DATA, "a.en.txt": DATA})
    assert len(refused.value.faults) == 2


@pytest.mark.skipif(os.name != "posix", reason="Windows has no such files")
def test_what_is_no_file_is_not_ours_and_is_not_waited_for(record: Record) -> None:
    os.mkfifo(Path("out") / NAME)
    with pytest.raises(OSError, match="it is a pipe"):
        claim(record, statement("source"))
