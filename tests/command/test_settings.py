"""What communique.yaml says: what is built and where it goes, and every fault with its line."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from pypdf import PdfReader

import communique
from communique.command import cli, settings
from communique.command.settings.file import SettingsFile
from communique.design import edition, templates
from communique.model.faults import SettingsError, UsageError
from communique.model.statement import FrontMatter
from communique.run import selection
from communique.store import cache, places
from tests.samples import ROOT, with_body

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(autouse=True)
def _own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))


def load(project: Path, text: str) -> settings.Settings:
    (project / "communique.yaml").write_text(text, "utf-8")
    return settings.load()


def faults(project: Path, text: str) -> list[str]:
    with pytest.raises(SettingsError) as error:
        load(project, text)
    assert error.value.exit_code == 2
    return [
        line.removeprefix(f"{project}/communique.yaml:") for line in str(error.value).split("\n")
    ]


def test_an_empty_file_stands_for_the_standard_edition_in_out(project: Path) -> None:
    for text in ("", "# nothing\n"):
        found = load(project, text)
        assert (found.editions, found.languages, found.out) == ([], [], f"{project}/out")


def test_no_file_is_like_an_empty_one(project: Path) -> None:
    (project / "communique.yaml").unlink()
    assert settings.load().out == f"{project}/out"


def test_what_it_says_is_found_the_second_time_too(project: Path) -> None:
    text = "editions: [letter, parallel]\nlanguages: [EN, fr]\nout: made/pdf\n"
    for _ in range(2):
        found = load(project, text)
        assert (found.editions, found.languages) == (["letter", "parallel"], ["en", "fr"])
        assert found.out == f"{project}/made/pdf"
    assert cache.load("settings", text.encode())


def test_an_edition_of_the_project_is_known(project: Path) -> None:
    (project / "templates/editions").mkdir(parents=True)
    (project / "templates/editions/a5.yaml").write_text("inherits: standard\ndescription: A5\n")
    assert load(project, "editions: [a5, all]").editions == ["a5", "all"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("out: a\nedition: [a]", ["2: edition: there is no such key; did you mean editions?"]),
        (
            "title: A",
            ["1: title: there is no such key; choose one of editions, languages, out, outputs"],
        ),
        ("- letter", ["1: file: it is not a list of keys; write `key: value` and so on"]),
        (
            "editions: standard",
            ["1: editions: it is not a list; write one item a line, each after a hyphen"],
        ),
        (
            "editions:\n  - standard\n  - leter",
            ["3: editions: there is no edition leter; did you mean letter?"],
        ),
        ("languages: [en]", ["1: languages: they are not two; write two, as in [en, fr]"]),
        (
            "languages: [english, fr]",
            ["1: languages: english is not the tag of a language; write en"],
        ),
        (
            "\nout: ../up",
            ["2: out: ../up is not a folder inside the project; name one in it, or use --out"],
        ),
        (
            "out: /srv/www",
            ["1: out: /srv/www is not a folder inside the project; name one in it, or use --out"],
        ),
        *[
            (
                f"editions: [letter]\nout: {out}",
                [
                    f"2: out: {out} is in {name}, which has what is written and not what is made; "
                    "name another folder, such as out"
                ],
            )
            for out, name in (
                ("source", "source"),
                ("source/made", "source"),
                ("Source", "Source"),
                ("templates", "templates"),
                ("templates/made", "templates"),
            )
        ],
        (
            "out: a\nout: b",
            ["2: out: the key is given twice, first on line 1; keep one of the two"],
        ),
        (
            "outputs:\n  - pdf\n  - txt",
            ["3: outputs: there is no output txt; did you mean text?"],
        ),
        (
            "title: A\noutputs: [txt]\nout: source",
            [
                "1: title: there is no such key; choose one of editions, languages, out, outputs",
                "2: outputs: there is no output txt; did you mean text?",
                "3: out: source is in source, which has what is written and not what is made; "
                "name another folder, such as out",
            ],
        ),
        (
            "editions: [x]\nlanguages: [en]",
            [
                "1: editions: there is no edition x; choose one of "
                f"{', '.join(edition.names())}, all",
                "2: languages: they are not two; write two, as in [en, fr]",
            ],
        ),
    ],
)
def test_a_mistake_is_told_with_its_line(project: Path, text: str, said: list[str]) -> None:
    assert faults(project, text) == said
    assert faults(project, text) == said, "what is wrong is not kept"


def test_editions_that_were_found_are_looked_for_again_where_their_files_change(
    project: Path,
) -> None:
    folder = project / "templates/editions"
    folder.mkdir(parents=True)
    ours = folder / "ours.yaml"
    ours.write_text("inherits: standard\ndescription: Ours\n")
    for _ in range(2):
        assert selection.editions(["ours", "parallel"]) == (["ours"], ["parallel"])
    ours.write_text("inherits: parallel\ndescription: Ours\n")
    templates.forget()
    for _ in range(2):
        assert selection.editions(["ours", "parallel"]) == ([], ["ours", "parallel"])
    ours.unlink()
    for _ in range(2):
        with pytest.raises(UsageError, match="there is no edition ours"):
            selection.editions(["ours", "parallel"])


@pytest.mark.parametrize("out", ["sources", "made/source", "my templates"])
def test_other_folders_of_the_project_are_right(project: Path, out: str) -> None:
    assert load(project, f"out: {out}").out == str(project / out)


def test_what_is_no_utf_8_is_refused(project: Path) -> None:
    (project / "communique.yaml").write_bytes(b"out: \xff")
    with pytest.raises(SettingsError, match=r"communique\.yaml:1: file: it is not UTF-8"):
        settings.load()


def test_nothing_in_it_is_about_what_a_page_says() -> None:
    both = set(SettingsFile.model_fields) & set(FrontMatter.model_fields)
    assert not both


def test_settings_that_were_right_are_read_without_yaml(project: Path) -> None:
    load(project, "editions: [standard]\nout: made\n")
    told = (
        "from communique.command import settings; settings.load(); import sys; print(*sys.modules)"
    )
    done = subprocess.run(  # noqa: S603  # our own interpreter and code
        [sys.executable, "-c", told],
        cwd=project,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert not {"ruamel.yaml", "pydantic", "babel", "pathlib"} & set(done.stdout.split())


# What the command makes of it


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


def said_and_imported(project: Path) -> tuple[list[str], set[str]]:
    """Return what a build in a new process says, and which modules it imports for that."""
    build = "from communique.command.cli import main; main(['build', '--jobs', '1'])"
    told = f"{build}; import sys; print(*sys.modules)"
    done = subprocess.run(  # noqa: S603  # our own interpreter and code
        [sys.executable, "-c", told],
        cwd=project,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=True,
    )
    *lines, modules = done.stdout.splitlines()
    return [" ".join(line.split()) for line in lines], set(modules.split())


@pytest.mark.usefixtures("warm")
def test_pairs_that_are_current_are_known_without_reading_them(
    pair: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    asked = "editions: [letter, parallel]\nlanguages: [en, fr]\noutputs: [pdf, text]\n"
    (pair / "communique.yaml").write_text(asked)
    names = [f"a.{tag}{end}" for tag in ("en", "fr") for end in (".letter.pdf", ".txt")]
    names += ["a.en+fr.parallel.pdf", "a.en+fr.parallel.txt"]
    built(pair)
    lines, modules = said_and_imported(pair)
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
    (line,), modules = said_and_imported(pair)
    assert line == "out/a.en+fr.parallel.pdf 1 page unchanged"
    assert "communique.command.making" in modules, "the order stands in the statements"
    settings_file.write_text("editions: [parallel]\nlanguages: [en, fr]\n")
    (pair / "source/b.en.md").write_text(with_body("Alone."), "utf-8")
    assert "communique.command.making" in said_and_imported(pair)[1], "it says what is left out"


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
