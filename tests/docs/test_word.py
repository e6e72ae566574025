"""The page on Word files: its commands are typed in their order, and do what it says."""

from __future__ import annotations

import re
import shlex
from typing import TYPE_CHECKING

import pytest

from communique.command import cli, status
from communique.word import imported
from tests.docs.pages import FENCE, WORD, text
from tests.word.files import FILES
from tests.word.office import p, word_file

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Work in a project with a Word file that is called as on the page."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "communique.yaml").touch()
    (tmp_path / "source").mkdir()
    return tmp_path


def commands() -> list[list[str]]:
    blocks = (code for _, kind, code in FENCE.findall(text(WORD)) if kind == "sh")
    return [shlex.split(line) for code in blocks for line in code.splitlines()]


def test_its_commands_are_those_that_there_are(
    office: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    typed = commands()
    assert typed[0] == ["python3", "build.py", "import", "meeting.docx"]
    for words in typed:
        FILES["tracked" if len(words) > 4 else "press-release"](office / "meeting.docx")
        assert cli.main([*words[2:], "--force"]) == status.WELL, capsys.readouterr().err
    assert (office / "source/meeting.en.md").is_file()
    assert (office / "drafts/meeting.en.md").is_file()


def test_the_message_that_it_shows_is_what_is_said(
    office: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (shown,) = (code.strip() for _, kind, code in FENCE.findall(text(WORD)) if kind == "text")
    word_file(
        office / "meeting.docx",
        p("Lights", style="Titel") + p("Words."),
        header=p("Ministry of the Sea"),
    )
    cli.main(["import", "meeting.docx"])
    capsys.readouterr()
    cli.main(["source/meeting.en.md"])
    said = capsys.readouterr().err.splitlines()[0]
    assert re.sub(r":\d+:", ":", said) == re.sub(r":\d+:", ":", shown)


def test_the_fields_that_it_names_are_taken_over(tmp_path: Path) -> None:
    found = imported(FILES["press-release"](tmp_path / "a.docx")).text
    rows = re.findall(r"^\| .+ \| (`\w+`(?: and `\w+`)?)", text(WORD), re.MULTILINE)
    named = [key for row in rows for key in re.findall(r"`(\w+)`", row)]
    assert named == ["title", "subtitle", "kind", "issued", "place"]
    assert all(f"\n{key}: " in f"\n{found}" for key in named)
