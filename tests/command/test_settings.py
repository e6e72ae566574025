"""What communique.yaml says: what is built and where it goes, and every fault with its line."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from communique.command import settings
from communique.command.settings.file import SettingsFile
from communique.design import edition, templates
from communique.model.faults import SettingsError, UsageError
from communique.model.statement import FrontMatter
from communique.run import selection
from communique.store import cache
from tests.typed import said_and_imported

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
            [
                "1: editions: it is not a list; write one item a line, each after "
                "a hyphen and a space"
            ],
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
                [f"2: out: PDFs cannot be written to {held}; write another folder, such as out"],
            )
            for out, held in (
                ("source", "source/, which holds the statements"),
                ("source/made", "source/, which holds the statements"),
                ("Source", "Source/, which holds the statements"),
                ("templates", "templates/, which holds the templates"),
                ("templates/made", "templates/, which holds the templates"),
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
                "3: out: PDFs cannot be written to source/, which holds the statements; "
                "write another folder, such as out",
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
    code = "from communique.command import settings; settings.load()"
    _, modules = said_and_imported(code, folder=project)
    assert not {"ruamel.yaml", "pydantic", "babel", "pathlib"} & modules
