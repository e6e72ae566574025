"""What the command makes of communique.yaml."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from pypdf import PdfReader

import communique
from communique.command import cli
from communique.store import places
from tests.samples import with_body
from tests.typed import said_and_imported

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of a cache that has no settings of other tests, nor of other days."""
    return tmp_path_factory.mktemp("cache")


@pytest.fixture(autouse=True)
def _own_cache(cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(cache))


def built(project: Path, *words: str) -> list[str]:
    """Run the command in the project; return what it made, from the project's folder."""
    assert cli.main(["build", *words]) == 0
    return sorted(path.relative_to(project).as_posix() for path in project.rglob("*.pdf"))


@pytest.fixture
def pair(project: Path) -> Path:
    """Return the project with one text in two languages."""
    (project / "source").mkdir()
    for name in ("a.en.md", "a.fr.md"):
        (project / "source" / name).write_text(with_body("Words."), "utf-8")
    return project


@pytest.mark.usefixtures("warm")
def test_editions_and_out_are_those_of_the_settings_unless_the_command_says_others(
    pair: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (pair / "communique.yaml").write_text("editions: [letter]\nout: made\nlanguages: [en, fr]\n")
    (pair / "source/a.fr.md").unlink()
    monkeypatch.chdir(pair / "source")
    assert built(pair) == ["made/a.en.letter.pdf"]
    assert built(pair, "--edition", "standard") == ["made/a.en.letter.pdf", "made/a.en.pdf"]
    assert built(pair, "--out", str(pair / "x"))[-1] == "x/a.en.letter.pdf"


@pytest.mark.usefixtures("warm")
def test_outputs_are_those_of_the_settings_unless_the_command_says_others(
    pair: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (pair / "communique.yaml").write_text("outputs: [text]\n")
    (pair / "source/a.fr.md").unlink()
    monkeypatch.chdir(pair / "source")
    assert built(pair) == []
    assert (pair / "out/a.en.txt").exists()
    assert built(pair, "--output", "pdf") == ["out/a.en.pdf"]


@pytest.mark.usefixtures("warm")
@pytest.mark.parametrize("named", ["source/a.en.md", "source", ""])
def test_a_statement_is_built_as_its_own_project_says_from_wherever_it_is_named(
    pair: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, named: str
) -> None:
    (pair / "communique.yaml").write_text("editions: [letter]\nout: made\n")
    (pair / "source/a.fr.md").unlink()
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    monkeypatch.chdir(elsewhere)
    assert built(pair, str(pair / named)) == ["made/a.en.letter.pdf"]
    assert not list(elsewhere.iterdir())


def test_statements_of_two_projects_are_not_built_together(
    pair: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = tmp_path / "other"
    other.mkdir()
    (other / "communique.yaml").touch()
    assert cli.main(["check", str(pair / "source"), str(tmp_path), str(other)]) == 2
    wrong = f"{pair}/source and {other} are in different projects; name those of one at a time"
    assert capsys.readouterr().err == f"communique: {wrong}\n"


def built_anew(project: Path) -> tuple[list[str], set[str]]:
    """Return what a build in a new process says, and which modules it imports for that."""
    build = "from communique.command.cli import main; main(['build', '--jobs', '1'])"
    lines, modules = said_and_imported(build, folder=project)
    return [" ".join(line.split()) for line in lines], modules


@pytest.mark.usefixtures("warm")
def test_pairs_that_are_current_are_known_without_reading_them(
    pair: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    asked = "editions: [letter, parallel]\nlanguages: [en, fr]\noutputs: [pdf, text]\n"
    (pair / "communique.yaml").write_text(asked)
    names = [f"a.{tag}{end}" for tag in ("en", "fr") for end in (".letter.pdf", ".txt")]
    names += ["a.en+fr.parallel.pdf", "a.en+fr.parallel.txt"]
    built(pair)
    lines, modules = built_anew(pair)
    pages = {name: " 1 page" if name.endswith(".pdf") else "" for name in names}
    assert lines == [f"out/{name}{pages[name]} unchanged" for name in names]
    assert not {"pydantic", "communique.command.making"} & modules
    (pair / "source/a.fr.md").write_text(with_body("Mots."), "utf-8")
    capfd.readouterr()
    built(pair)
    lines = capfd.readouterr().out.splitlines()
    assert [line.split()[0] for line in lines if line.endswith("unchanged")] == [
        f"out/{name}" for name in names[:2]
    ]
    assert len(lines) == len(names)


@pytest.mark.conformance
@pytest.mark.usefixtures("warm")
def test_pairs_in_the_other_order_or_without_one_are_not_taken_for_what_is_asked_for(
    pair: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    settings_file = pair / "communique.yaml"
    settings_file.write_text("editions: [parallel]\nlanguages: [en, fr]\n")
    built(pair)
    settings_file.write_text("editions: [parallel]\nlanguages: [fr, en]\n")
    capfd.readouterr()
    built(pair)
    (line,) = capfd.readouterr().out.splitlines()
    assert line.startswith("out/a.fr+en.parallel.pdf")
    assert not line.endswith("unchanged")
    settings_file.write_text("editions: [parallel]\n")
    (line,), modules = built_anew(pair)
    assert line == "out/a.en+fr.parallel.pdf 1 page unchanged"
    assert "communique.command.making" in modules, "the order stands in the statements"
    settings_file.write_text("editions: [parallel]\nlanguages: [en, fr]\n")
    (pair / "source/b.en.md").write_text(with_body("Alone."), "utf-8")
    assert "communique.command.making" in built_anew(pair)[1], "it says what is left out"


@pytest.mark.usefixtures("warm")
def test_languages_are_those_of_editions_in_two(pair: Path) -> None:
    (pair / "communique.yaml").write_text("editions: [parallel]\nlanguages: [fr, en]\n")
    assert built(pair) == ["out/a.fr+en.parallel.pdf"]
    assert built(pair, "--languages", "en,fr")[0] == "out/a.en+fr.parallel.pdf"


@pytest.mark.parametrize("words", [["build"], ["check"], []])
def test_a_mistake_in_the_settings_is_a_wrong_command_with_its_line(
    words: list[str], pair: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (pair / "communique.yaml").write_text("# a project\nedition: [letter]\n")
    assert cli.main(words) == 2
    assert (
        "communique.yaml:2: edition: there is no such key; did you mean editions?\n"
        in capsys.readouterr().err
    )


def test_in_no_project_a_path_is_needed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(places, "CHECKOUT", "")
    monkeypatch.chdir(tmp_path)
    assert cli.main(["check"]) == 2
    assert capsys.readouterr().err == (
        "communique: there is no communique.yaml here or in a folder above; start a project with "
        "the verb new, or name a statement\n"
    )


@pytest.mark.usefixtures("warm")
def test_a_statement_from_its_pdf_gives_the_same_bytes_without_settings(
    pair: Path, tmp_path: Path
) -> None:
    (pair / "communique.yaml").write_text("editions: [standard]\nout: made\nlanguages: [en, fr]\n")
    built(pair)
    made = pair / "made/a.en.pdf"
    ((_, (source,)),) = PdfReader(made).attachments.items()
    (tmp_path / "away").mkdir()
    (tmp_path / "away/a.en.md").write_bytes(source)
    (pair / "communique.yaml").unlink()
    again = communique.build(tmp_path / "away/a.en.md", tmp_path / "away")
    assert again.files["pdf"].path.read_bytes() == made.read_bytes()
