"""Patterns for hyphenation in the templates: found, recorded, and told where they are at fault."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from communique.design import language
from communique.model.faults import DesignError
from communique.store.paths import TEMPLATES

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def folder(project: Path) -> Path:
    """An empty folder for the project's own patterns."""
    made = project / "templates" / "hyphenation"
    made.mkdir(parents=True)
    return made


def test_patterns_belong_to_the_files_of_their_language() -> None:
    path = TEMPLATES / "hyphenation" / "de.dic"
    assert language.load("de-AT").hyphenation == path
    assert str(path) in language.load("de-AT").files
    assert language.load("fr").hyphenation is None


def test_patterns_of_a_project_come_first(folder: Path) -> None:
    (folder / "fr.dic").write_text("UTF-8\n% none\n.ab3c\n1d'e\n", "utf-8")
    assert language.load("fr").hyphenation == folder / "fr.dic"


def test_a_file_that_has_no_patterns_is_refused_with_its_lines(folder: Path) -> None:
    (folder / "fr.dic").write_text("ISO8859-1\n.ab3c\nab c\n12\n", "utf-8")
    with pytest.raises(DesignError) as refusal:
        _ = language.load("fr").files
    name = "templates/hyphenation/fr.dic"
    instead = "write it as hy3ph, or begin it with %"
    assert str(refusal.value).split("\n") == [
        f"{name}:1: patterns: its first line is not UTF-8; begin with a line UTF-8",
        f"{name}:3: patterns: ab c is no pattern for hyphenation; {instead}",
        f"{name}:4: patterns: 12 is no pattern for hyphenation; {instead}",
    ]
