"""Versions of a statement in a file, in a PDF that was made of it, and in git."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest
from pypdf import PdfWriter

from communique.model.faults import StatementError, UsageError
from communique.read.source import read
from communique.run import earlier, pipeline
from communique.run.earlier import revision
from tests.samples import png, with_body

FIRST = with_body("The first words.\n\n![A flag](flags/p.png)")
PICTURE = png(40, 30)
SECOND = FIRST.replace("first", "second")
_HERE = {
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
    **{
        f"GIT_{who}_{what}": "a@example.org"
        for who in ("AUTHOR", "COMMITTER")
        for what in ("NAME", "EMAIL")
    },
}


def git(folder: Path, *words: str) -> str:
    done = subprocess.run(  # noqa: S603  # our own words
        ["git", "-C", str(folder), *words],  # noqa: S607  # the one that is there
        env={**os.environ, **_HERE},
        check=True,
        capture_output=True,
        text=True,
    )
    return done.stdout


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a repository that we are in, with two revisions of a statement and of its picture."""
    folder = tmp_path / "repository"
    (folder / "texts" / "flags").mkdir(parents=True)
    git(folder, "init", "-q")
    for text, width in ((FIRST, 40), (SECOND, 50)):
        (folder / "texts" / "meeting.en.md").write_text(text, "utf-8")
        (folder / "texts" / "flags" / "p.png").write_bytes(png(width, 30))
        git(folder, "add", "-A")
        git(folder, "commit", "-qm", "A revision")
    monkeypatch.chdir(folder)
    return folder


def said(word: str, of: str | None = None) -> list[str]:
    """Return the first paragraphs of the versions that a word names."""
    return [
        each.body.children[0].plain for each in earlier.versions(word, Path(of) if of else None)
    ]


# Git


@pytest.mark.parametrize(
    ("word", "of"),
    [
        ("HEAD~1:texts/meeting.en.md", None),
        ("HEAD~1", "texts/meeting.en.md"),
        ("HEAD~1:texts/meeting.en.md", "texts/meeting.en.md"),
    ],
)
@pytest.mark.usefixtures("repository")
def test_a_revision_is_read_as_it_was_with_its_pictures(word: str, of: str | None) -> None:
    (found,) = earlier.versions(word, Path(of) if of else None)
    assert found.body.children[0].plain == "The first words."
    assert found.images["flags/p.png"].data == PICTURE
    assert str(found.path) == "HEAD~1:texts/meeting.en.md"
    assert found.language == "en"
    assert found.files == {}


def test_a_path_of_a_revision_counts_from_here_or_from_the_top(
    repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(repository / "texts")
    assert (
        said("HEAD~1:meeting.en.md") == said("HEAD~1:texts/meeting.en.md") == ["The first words."]
    )
    monkeypatch.chdir("/")
    absolute = repository / "texts" / "meeting.en.md"
    assert said("HEAD~1", str(absolute)) == said(f"HEAD~1:{absolute}") == ["The first words."]


def test_a_file_that_is_gone_now_is_there_in_a_revision(repository: Path) -> None:
    shutil.rmtree(repository / "texts")
    assert said("HEAD:texts/meeting.en.md") == ["The second words."]


@pytest.mark.parametrize(
    ("word", "of", "message"),
    [
        (
            "NONE",
            "texts/meeting.en.md",
            "there is no file, PDF or git revision NONE; write one such as HEAD~1",
        ),
        ("--output=x", "texts/meeting.en.md", "there is no file, PDF or git revision --output=x"),
        ("-x:texts/meeting.en.md", None, "there is no file, PDF or git revision -x"),
        ("HEAD\n:texts/meeting.en.md", None, "there is no file, PDF or git revision"),
        (
            "HEAD:other.en.md",
            None,
            "HEAD has no file other.en.md; write HEAD: and the path that it had",
        ),
        ("HEAD:../meeting.en.md", None, "../meeting.en.md is in no git repository"),
        ("HEAD:texts", None, "HEAD has no file texts"),
        ("HEAD~1", None, "there is no file or folder HEAD~1"),
        ("other.en.md", "texts/meeting.en.md", "there is no file or folder other.en.md"),
        ("texts", None, "texts is a folder; name a statement or a PDF in it"),
    ],
)
@pytest.mark.usefixtures("repository")
def test_what_is_not_there_is_told_with_what_to_write(
    word: str, of: str | None, message: str
) -> None:
    with pytest.raises(UsageError) as error:
        earlier.versions(word, Path(of) if of else None)
    assert str(error.value).startswith(message)


def test_no_repository_and_no_git_are_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "meeting.en.md"
    path.write_text(FIRST, "utf-8")
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    with pytest.raises(UsageError, match=r"is in no git repository; name an earlier file or PDF"):
        earlier.versions("HEAD", path)
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(
        UsageError, match="there is no git here, which knows earlier revisions; install"
    ):
        earlier.versions("HEAD", path)


def test_a_link_in_a_revision_is_no_file(repository: Path) -> None:
    (repository / "link.en.md").symlink_to("/etc/passwd")
    git(repository, "add", "-A")
    git(repository, "commit", "-qm", "A link")
    with pytest.raises(UsageError, match=r"HEAD has no file link.en.md"):
        earlier.versions("HEAD:link.en.md")


def test_nothing_of_a_repository_is_run(repository: Path, tmp_path: Path) -> None:
    told = tmp_path / "told"
    for key in (
        "core.fsmonitor",
        "core.pager",
        "core.sshCommand",
        "diff.evil.textconv",
        "filter.evil.smudge",
    ):
        git(repository, "config", key, f"touch {told}; cat")
    (repository / ".gitattributes").write_text("*.md diff=evil filter=evil\n", "utf-8")
    (repository / ".git" / "info" / "attributes").write_text(
        "*.md diff=evil filter=evil\n", "utf-8"
    )
    for hook in ("post-checkout", "reference-transaction", "post-index-change"):
        file = repository / ".git" / "hooks" / hook
        file.parent.mkdir(exist_ok=True)
        file.write_text(f"#!/bin/sh\ntouch {told}\n", "utf-8")
        file.chmod(0o755)
    assert said("HEAD~1", "texts/meeting.en.md") == ["The first words."]
    assert not told.exists()


def test_a_picture_that_leads_out_of_its_folder_is_not_looked_up(repository: Path) -> None:
    text = with_body("Words.\n\n![A](../secret.png)")
    (repository / "secret.png").write_bytes(png())
    (repository / "texts" / "meeting.en.md").write_text(text, "utf-8")
    git(repository, "add", "-A")
    git(repository, "commit", "-qm", "Out of it")
    with pytest.raises(StatementError) as error:
        earlier.versions("HEAD:texts/meeting.en.md")
    (fault,) = error.value.faults
    assert (str(fault.path), fault.key) == ("HEAD:texts/meeting.en.md", "image")


def test_a_revision_with_a_mistake_is_told_with_its_lines(repository: Path) -> None:
    (repository / "texts" / "meeting.en.md").write_text("---\ntitel: A\n---\n\nWords.\n", "utf-8")
    git(repository, "commit", "-qam", "A slip")
    with pytest.raises(StatementError) as error:
        earlier.versions("HEAD", Path("texts/meeting.en.md"))
    assert str(error.value).startswith("HEAD:texts/meeting.en.md:2: titel: there is no such key")


def test_a_revision_is_asked_for_though_a_file_has_a_name_like_one(repository: Path) -> None:
    git(repository, "branch", "of/march", "HEAD~1")
    assert said("of/march", "texts/meeting.en.md") == ["The first words."]
    assert revision.is_one("of/march", Path("texts/meeting.en.md"))
    assert not revision.is_one("of/may", Path("texts/meeting.en.md"))


# PDFs


@pytest.fixture(scope="module")
def pdf(engine: None, tmp_path_factory: pytest.TempPathFactory) -> Path:  # noqa: ARG001  # for its effect
    """Return the PDF of a statement with a picture."""
    folder = tmp_path_factory.mktemp("pdf")
    (folder / "flags").mkdir()
    (folder / "flags" / "p.png").write_bytes(PICTURE)
    source = folder / "meeting.en.md"
    source.write_text(FIRST, "utf-8")
    path = folder / "received.pdf"
    path.write_bytes(pipeline.make(read(source), "standard").files["pdf"].data)
    source.unlink()
    return path


def test_the_statement_in_a_pdf_is_read_with_its_pictures(pdf: Path) -> None:
    (found,) = earlier.versions(str(pdf))
    assert found.source.decode() == FIRST
    assert found.images["flags/p.png"].data == PICTURE
    assert found.path == pdf / "meeting.en.md"
    assert found.language == "en"


def test_a_pdf_is_known_by_its_bytes_too(pdf: Path, tmp_path: Path) -> None:
    other = tmp_path / "received"
    other.write_bytes(pdf.read_bytes())
    assert said(str(other)) == ["The first words."]


@pytest.mark.parametrize(
    ("data", "wrong"),
    [
        (b"no PDF", "it cannot be read as a PDF"),
        (b"", "it cannot be read as a PDF"),
    ],
)
def test_what_is_no_pdf_is_told(data: bytes, wrong: str, tmp_path: Path) -> None:
    path = tmp_path / "received.pdf"
    path.write_bytes(data)
    with pytest.raises(StatementError) as error:
        earlier.versions(str(path))
    assert str(error.value).startswith(f"{path}:1: file: {wrong}; name the statement")


def test_a_pdf_of_others_is_told(tmp_path: Path) -> None:
    path = tmp_path / "other.pdf"
    writer = PdfWriter()
    writer.add_blank_page(100, 100)
    writer.write(path)
    with pytest.raises(StatementError, match="no statement is attached to this PDF; name the"):
        earlier.versions(str(path))
    writer.encrypt("secret")
    writer.write(path)
    with pytest.raises(StatementError, match="it is locked with a password"):
        earlier.versions(str(path))


# Languages


def test_of_versions_in_two_languages_those_in_one_are_paired(tmp_path: Path) -> None:
    found = {}
    for name in ("old.en", "old.fr", "new.fr", "new.en"):
        path = tmp_path / f"{name}.md"
        path.write_text(with_body("Words."), "utf-8")
        found[name] = read(path)
    old, new = [found["old.en"], found["old.fr"]], [found["new.fr"], found["new.en"]]
    assert [(one.language, other.language) for one, other in earlier.pairs(old, new)] == [
        ("fr", "fr"),
        ("en", "en"),
    ]
    assert earlier.pairs(old[:1], new[:1]) == []
    assert earlier.version(str(tmp_path / "old.en.md"), found["new.en"]).slug == "old"
    with pytest.raises(
        UsageError, match=r"old.en.md is in en, and .*new.fr.md in fr; name an earlier"
    ):
        earlier.version(str(tmp_path / "old.en.md"), found["new.fr"])
