"""Which folder is which: program, templates, project."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from communique.store import places

if TYPE_CHECKING:
    from pathlib import Path


def test_a_checkout_has_its_templates_beside_the_program() -> None:
    assert f"{places.CHECKOUT}/communique" == places.PROGRAM
    assert f"{places.CHECKOUT}/templates" == places.TEMPLATES


def test_the_nearest_folder_with_settings_is_the_project(tmp_path: Path) -> None:
    for folder in (tmp_path, tmp_path / "a"):
        (folder / "b" / "c").mkdir(parents=True)
        (folder / "communique.yaml").touch()
    places.enter(str(tmp_path / "a" / "b" / "c"))
    assert places.project() == str(tmp_path / "a")
    places.enter(str(tmp_path / "b"))
    assert places.project() == str(tmp_path)


def test_a_file_is_in_the_project_above_it_or_above_the_link_to_it(tmp_path: Path) -> None:
    for folder in ("a/source", "b/source", "c"):
        (tmp_path / folder).mkdir(parents=True)
    for folder in ("a", "b"):
        (tmp_path / folder / "communique.yaml").touch()
    file = tmp_path / "a" / "source" / "x.en.md"
    file.touch()
    (tmp_path / "b" / "source" / "x.en.md").symlink_to(file)
    assert places.project_of(str(file)) == str(tmp_path / "a")
    assert places.project_of(str(tmp_path / "b/source/x.en.md")) == str(tmp_path / "b")
    assert places.project_of(str(tmp_path / "c")) == ""


def test_a_folder_of_that_name_is_no_settings(tmp_path: Path) -> None:
    (tmp_path / "communique.yaml").mkdir()
    places.enter(str(tmp_path))
    assert places.project() == places.CHECKOUT


def test_in_no_project_a_checkout_is_the_project_and_has_no_templates_of_its_own(
    tmp_path: Path,
) -> None:
    places.enter(str(tmp_path))
    assert places.project() == places.CHECKOUT
    assert places.is_project()
    assert places.own_templates() == ""


def test_in_no_project_an_installed_program_works_where_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(places, "CHECKOUT", "")
    places.enter(str(tmp_path))
    assert places.project() == str(tmp_path)
    assert not places.is_project()


def test_templates_of_the_project_are_its_own(project: Path) -> None:
    assert places.own_templates() == ""
    (project / "templates").mkdir()
    assert places.own_templates() == str(project / "templates")


def test_the_templates_of_the_program_are_no_projects_own(project: Path) -> None:
    (project / "templates").symlink_to(places.TEMPLATES)
    assert places.own_templates() == ""
