"""Templates are found in the project first, then in the program, and nowhere else."""

from __future__ import annotations

from pathlib import Path

import pytest

from communique.design import templates, theme
from communique.model.faults import DesignError
from communique.store.paths import TEMPLATES


@pytest.fixture
def own(project: Path) -> Path:
    """Return the folder of the project's own templates, with nothing in it."""
    (project / "templates").mkdir()
    return project / "templates"


def test_a_file_of_the_project_comes_before_the_programs_own(own: Path) -> None:
    assert templates.find("parts/title.html") == TEMPLATES / "parts/title.html"
    (own / "parts").mkdir()
    (own / "parts/title.html").touch()
    assert templates.find("parts/title.html") == own / "parts/title.html"
    assert templates.find("parts/facts.html") == TEMPLATES / "parts/facts.html"
    assert templates.find("parts/none.html") is None


def test_names_are_those_of_both_each_once(own: Path) -> None:
    (own / "themes").mkdir()
    for name in ("harbour", "neutral"):
        (own / "themes" / f"{name}.yaml").touch()
    assert templates.names("themes", ".yaml") == ["harbour", "neutral"]


@pytest.mark.parametrize(
    "name",
    [
        "../communique.yaml",
        "parts/../../communique.yaml",
        "/etc/passwd",
        "./statement.html",
        "parts//title.html",
        "..\\communique.yaml",
        "C:secret",
        "parts/\0",
        "",
    ],
)
def test_a_name_that_leads_elsewhere_names_nothing(name: str, own: Path) -> None:
    (own / "parts").mkdir()
    assert templates.find(name) is None
    with pytest.raises(FileNotFoundError):
        templates.path(name)


@pytest.mark.parametrize("link", ["themes/a.yaml", "themes"])
def test_a_link_to_a_place_outside_is_refused_and_named(
    link: str, own: Path, tmp_path: Path
) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "a.yaml").write_text("description: secret")
    if link == "themes":
        (own / link).symlink_to(outside)
    else:
        (own / "themes").mkdir()
        (own / link).symlink_to(outside / "a.yaml")
    with pytest.raises(DesignError) as refusal:
        theme.load("a")
    assert str(refusal.value) == (
        "templates/themes/a.yaml:1: file: it is a link to a place outside the project's templates; "
        "put the file itself there"
    )


def test_a_link_inside_and_a_folder_that_is_one_are_followed(own: Path, tmp_path: Path) -> None:
    (own / "a.html").write_text("a")
    (own / "b.html").symlink_to(own / "a.html")
    assert templates.find("b.html") == own / "b.html"
    own.rename(tmp_path / "elsewhere")
    own.symlink_to(tmp_path / "elsewhere")
    assert templates.find("a.html") == own / "a.html"


def test_what_was_read_in_one_project_is_not_taken_for_another(own: Path) -> None:
    before = theme.load("neutral")
    (own / "themes").mkdir()
    text = (TEMPLATES / "themes/neutral.yaml").read_text("utf-8")
    (own / "themes/neutral.yaml").write_text(text.replace("#14284b", "#0b4f4a"), "utf-8")
    assert theme.load("neutral") is before, "a file is read once"
    templates.forget()
    assert theme.load("neutral").colours.main == "#0b4f4a"


def test_fonts_of_the_project_lie_in_folders_of_their_own(own: Path, tmp_path: Path) -> None:
    assert templates.own_fonts() == ()
    (own / "fonts/harbour").mkdir(parents=True)
    for name in ("harbour/H-Bold.ttf", "harbour/H.ttf", "harbour/LICENSE.txt", "loose.ttf"):
        (own / "fonts" / name).touch()
    found = [path.relative_to(own).as_posix() for path in templates.own_fonts()]
    assert found == ["fonts/harbour/H-Bold.ttf", "fonts/harbour/H.ttf"]
    (tmp_path / "x.ttf").touch()
    (own / "fonts/harbour/X.ttf").symlink_to(tmp_path / "x.ttf")
    with pytest.raises(DesignError, match=r"X\.ttf:1: file: it is a link to a place outside"):
        templates.own_fonts()
