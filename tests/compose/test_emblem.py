"""An emblem that pages cannot show is its designer's fault, told with its own file."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from communique.compose.page import compose
from communique.content.content import content_of
from communique.design import edition
from communique.model.faults import DesignError
from communique.read.source import read
from communique.store.paths import TEMPLATES
from tests.samples import with_front

if TYPE_CHECKING:
    from pathlib import Path

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 12 30">'


def composed(project: Path, svg: str) -> str:
    """Return the HTML of a statement whose theme has the emblem `svg`."""
    ours = (TEMPLATES / "themes" / "neutral.yaml").read_text("utf-8")
    folder = project / "templates" / "themes"
    folder.mkdir(parents=True)
    (folder / "own.yaml").write_text(f"{ours}emblem: {{file: own.svg, text: A lighthouse}}\n")
    (folder / "own.svg").write_text(svg)
    path = project / "a.en.md"
    path.write_text(with_front("title: A title\ntheme: own"), "utf-8")
    return compose(content_of(read(path), edition.load("standard"))).html


@pytest.mark.parametrize(
    ("svg", "wrong"),
    [
        ("<svg", "it is not a well-formed SVG ("),
        ("<html/>", "it is not PNG, JPEG or SVG"),
        (f'{SVG}<image href="x.png"/></svg>', "it is an SVG that refers to x.png"),
        (f'{SVG}<g filter="url(#a)"/></svg>', "it is an SVG with filter: url(#a)"),
    ],
)
def test_an_emblem_that_cannot_be_shown_is_told_with_its_file(
    project: Path, svg: str, wrong: str
) -> None:
    with pytest.raises(DesignError) as refused:
        composed(project, svg)
    (fault,) = refused.value.faults
    assert str(fault).startswith(f"templates/themes/own.svg:1: emblem: {wrong}")
    assert fault.instead == "save it as an SVG of shapes alone, with nothing from outside"


def test_an_emblem_of_shapes_is_printed(project: Path) -> None:
    assert 'alt="A lighthouse"' in composed(project, f'{SVG}<path d="M3 10h6l3 20H0z"/></svg>')
