"""The verb import: a Word file becomes a statement, and nothing is lost or replaced on the way."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

import communique
from tests.word.files import FILES
from tests.word.office import p, word_file

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Build


def test_a_word_file_goes_to_source_and_its_pdf_is_made_when_it_is_settled(
    build: Build, project: Path
) -> None:
    path = word_file(
        project / "Meeting.docx",
        p("Lights", style="Titel") + p("They are renewed."),
        header=p("ACME"),
    )
    run = build("import", path)
    assert (run.code, run.out) == (0, "")
    assert run.err.splitlines() == [
        f"{path}: title was found: Lights",
        f"{path}: issuers are never guessed: write them",
        "source/meeting.en.md: unsettled: the header is not in the text: ACME",
        f"source/meeting.en.md: imported from {path}; settle 1 line under `unsettled`, "
        "then look at it and build it",
    ]
    statement = project / "source/meeting.en.md"
    refused = build(statement)
    assert refused.code == 1
    assert refused.err.splitlines()[0] == (
        "source/meeting.en.md:4: unsettled: the header is not in the text: ACME; "
        "settle it, then delete this line"
    )
    assert refused.out == ""
    text = statement.read_text("utf-8").replace("  - 'the header is not in the text: ACME'\n", "")
    statement.write_text(text, "utf-8")
    assert build(statement).err.splitlines()[0] == (
        "source/meeting.en.md:3: unsettled: nothing is left to settle; delete this line, too"
    )
    statement.write_text(text.replace("unsettled:\n", ""), "utf-8")
    made = build(statement)
    assert (made.code, "meeting.en.pdf" in made.out) == (0, True)


def test_pictures_stand_beside_their_statement(build: Build, project: Path) -> None:
    path = FILES["pictures"](project / "a.docx")
    assert build("import", "--into", project / "texts", path).code == 0
    assert sorted(each.name for each in (project / "texts").iterdir()) == [
        "a-1.png", "a-2.png", "a.en.md",
    ]  # fmt: skip
    assert build(project / "texts/a.en.md").code == 0


def test_what_is_there_is_replaced_only_when_asked(build: Build, project: Path) -> None:
    path = word_file(project / "a.docx", p("Lights", style="Titel") + p("New."))
    (project / "source").mkdir()
    (project / "source/a.en.md").write_text("mine", "utf-8")
    other = word_file(project / "b.docx", p("Lights", style="Titel") + p("Other."))
    run = build("import", path, other)
    assert run.code == 1
    assert "source/a.en.md is there already; give that another name, or add --force" in run.err
    assert (project / "source/b.en.md").exists()
    assert (project / "source/a.en.md").read_text("utf-8") == "mine"
    assert build("import", "--force", path).code == 0
    assert "New." in (project / "source/a.en.md").read_text("utf-8")


def test_nothing_is_written_of_a_file_that_is_refused_and_others_are(
    build: Build, project: Path
) -> None:
    good = word_file(project / "good.docx", p("Lights", style="Titel") + p("Words."))
    run = build("import", FILES["tracked"](project / "bad.docx"), good)
    assert run.code == 1
    assert "Ada Holm inserted on 2026-03-01, still open: nine" in run.err
    assert [each.name for each in (project / "source").glob("*.md")] == ["good.en.md"]


def test_changes_are_accepted_or_rejected_and_not_both(build: Build, project: Path) -> None:
    path = FILES["tracked"](project / "a.docx")
    assert build("import", "--accept", path).code == 0
    assert "nine lights" in (project / "source/a.en.md").read_text("utf-8")
    assert build("import", "--reject", "--force", path).code == 0
    assert "six lights" in (project / "source/a.en.md").read_text("utf-8")
    run = build("import", "--accept", "--reject", path)
    assert (run.code, "exclude one another" in run.err) == (2, True)


def test_a_language_is_a_tag(build: Build, project: Path) -> None:
    path = word_file(project / "a.docx", p("Lys", style="Titel") + p("Ord."))
    assert build("import", "--language", "da", path).code == 0
    assert (project / "source/a.da.md").exists()
    run = build("import", "--language", "Danish!", path)
    assert (run.code, "--language: Danish! is no language" in run.err) == (2, True)


def test_without_the_extra_it_is_said_how_to_install_it(
    build: Build, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in [each for each in sys.modules if each.startswith("communique.word")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.delattr(communique, "word", raising=False)
    monkeypatch.setitem(sys.modules, "lxml", None)
    run = build("import", project / "a.docx")
    assert run.code == 2
    assert "import needs the extra `word`" in run.err
    assert "-m pip install '.[word]'" in run.err
