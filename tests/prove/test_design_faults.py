"""What an emblem or an edition does wrong on the page is told of its own file, once."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from communique.content.content import content_of
from communique.design import edition, theme
from communique.model.faults import DesignError, Fault, ProofError
from communique.prove import design_faults, ink
from communique.read.source import read
from communique.store.paths import TEMPLATES, from_here
from tests.samples import with_front

if TYPE_CHECKING:
    from communique.compose.page import Page
    from communique.pdf_reading.piece import Piece
    from tests.conftest import Build
    from tests.prove.conftest import Judge

EMBLEM = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 12 30">'
    '<path fill="#0b4f4a" d="M{} 10h6l3 20H0z"/></svg>'
)


@pytest.fixture
def own(project: Path) -> Path:
    """The project's own templates, with a theme `own`, an edition `own`, and two statements."""
    for name in ("editions", "themes"):
        (project / "templates" / name).mkdir(parents=True)
    neutral = (TEMPLATES / "themes/neutral.yaml").read_text("utf-8")
    theme = f"{neutral}emblem: {{file: own.svg, text: A lighthouse}}\n"
    (project / "templates/themes/own.yaml").write_text(theme, "utf-8")
    (project / "templates/themes/own.svg").write_text(EMBLEM.format(3))
    (project / "templates/editions/own.yaml").write_text(
        "inherits: standard\ndescription: Large\nminimum_size: 8\n"
    )
    for name in ("a", "b"):
        (project / f"{name}.en.md").write_text(with_front("title: A title\ntheme: own"), "utf-8")
    return project / "templates"


def told(build: Build) -> list[str]:
    """Return what is said above the summary of building both statements in the edition `own`."""
    result = build("build", "--edition", "own", "a.en.md", "b.en.md")
    assert result.code == (1 if "refused" in result.err else 0)
    return [line for line in result.err.splitlines() if line.startswith(("templates", "a.", "b."))]


@pytest.mark.usefixtures("own")
def test_a_good_emblem_and_a_size_that_is_kept_are_no_faults(build: Build) -> None:
    assert told(build) == []


def test_an_emblem_beyond_its_edge_is_told_once_with_its_file(own: Path, build: Build) -> None:
    (own / "themes/own.svg").write_text(EMBLEM.format(-3))
    assert told(build) == [
        "templates/themes/own.svg:1: emblem: the emblem is cut off by the edge of its viewBox; "
        "in an SVG, let nothing reach out of the viewBox, nor half a line along its edge"
    ]


def test_a_page_with_other_faults_besides_is_refused_as_a_statement(page: Page) -> None:
    faults = [Fault(Path("x"), 1, key, "wrong", "instead") for key in ("minimum_size", "words")]
    assert type(design_faults.error(page.content, faults)) is ProofError
    assert type(design_faults.error(page.content, faults[:1])) is DesignError


def test_an_emblem_that_is_not_cut_off_is_told_as_what_it_is(own: Path, page: Page) -> None:
    content = replace(page.content, theme=theme.load("own"))
    path = from_here(own / "themes/own.svg")
    faults = [
        Fault(path, 1, "pictures", "wrong", instead)
        for instead in ("nothing was delivered", "let nothing reach out of the viewBox")
    ]
    said = {fault.wrong for fault in design_faults.error(content, faults).faults}
    assert said == {"wrong", "the emblem is cut off by the edge of its viewBox"}


def test_a_picture_with_the_words_of_the_emblem_is_told_of_its_statement(
    own: Path, build: Build
) -> None:
    folder = own.parent
    (folder / "sign.svg").write_text(EMBLEM.format(-3).replace("viewBox", "width='99' viewBox"))
    text = with_front("title: A title\ntheme: own")
    (folder / "a.en.md").write_text(f"{text}\n\n![A lighthouse](sign.svg)\n", "utf-8")
    (said,) = (line for line in told(build) if "emblem" in line or "cut off" in line)
    assert said.startswith(f"a.en.md:{text.count(chr(10)) + 3}: pictures: page 1: the picture sign")


def test_a_least_size_that_no_page_keeps_is_told_once_with_its_line(
    own: Path, build: Build
) -> None:
    path = own / "editions/own.yaml"
    path.write_text(path.read_text().replace("minimum_size: 8", "minimum_size: 20"))
    (said,) = told(build)
    assert said.startswith(
        "templates/editions/own.yaml:3: minimum_size: the pages have type of 8.5, "
    )
    assert said.endswith(
        " pt, and the least in this edition is 20 pt; "
        "give a smaller one, or set larger type in its stylesheet"
    )


@pytest.mark.usefixtures("own")
def test_the_least_size_is_told_of_the_edition_that_has_it(
    judged: Judge, page: Page, piece: Piece
) -> None:
    content = replace(page.content, edition=edition.load("own"))
    (said,) = judged(ink.sizes, content, pieces=[replace(piece, size=7.0)])
    assert said.startswith("3: minimum_size: the pages have type of 7 pt, and the least in this ")
    assert judged(ink.sizes, content, pieces=[piece]) == []


def test_lines_of_a_stylesheet_that_set_small_type_are_told_with_it(
    own: Path, build: Build
) -> None:
    with (own / "editions/own.yaml").open("a") as file:
        file.write("stylesheet: own.css\n")
    (own / "styles").mkdir()
    (own / "styles/own.css").write_text("p { font-family: serif;\nfont-size: 5pt }\n")
    (said,) = told(build)
    assert said.startswith("templates/editions/own.yaml:3: minimum_size: the pages have type of 5 ")
    assert said.endswith("in its stylesheet: templates/styles/own.css:2 font-size: 5pt")


SEEN_NOT = Fault(Path("a.en.md"), 1, "stress", "page 1: stress is not seen: fish", "nothing")


@pytest.mark.parametrize(
    ("files", "lacking"),
    [
        (["Harbour-Regular.ttf"], "Italic and no Bold"),
        (["Harbour-Regular.ttf", "Harbour-SlantedHeavy.ttf"], ""),
        (["Harbour-Regular.ttf", "Harbour-Oblique.ttf"], "Bold"),
        (["Harbour-Regular.ttf", "Harbour-Black.ttf"], "Italic"),
        (["Strait-Regular.ttf"], ""),
        (["Harbour-Bold.ttf", "Harbour-It.ttf", "Strait-Regular.ttf"], ""),
    ],
)
@pytest.mark.parametrize("key", ["text", "small", "sans"])
def test_stress_that_no_file_of_a_font_shows_is_told_of_the_theme(
    own: Path, key: str, files: list[str], lacking: str
) -> None:
    said = f"fonts:\n  {key}:\n    - Har Bour\n    - Strait\n"
    (own / "themes/own.yaml").write_text(f"inherits: neutral\n{said}", "utf-8")
    (own / "fonts/own").mkdir(parents=True)
    for name in files:
        (own / "fonts/own" / name.replace("Harbour", "HarBour")).write_bytes(b"")
    content = content_of(read(own.parent / "a.en.md"), edition.load("standard"))
    error = design_faults.error(content, [SEEN_NOT])
    if lacking:
        wrong = f"Har Bour has no {lacking} file, so stress is not seen"
        (told,) = error.faults
        assert (told.path, told.line, told.key) == (
            from_here(own / "themes/own.yaml"), 4, f"fonts.{key}.1",
        )  # fmt: skip
        assert told.wrong == wrong
        assert type(error) is DesignError
    else:
        assert error.faults == (SEEN_NOT,)
    others = [SEEN_NOT._replace(key="words"), SEEN_NOT._replace(wrong="this is stressed")]
    assert set(design_faults.error(content, others).faults) == set(others)


@pytest.mark.parametrize("key", ["emblem", "fonts.text.1", "foot", "minimum_size"])
def test_a_page_whose_emblem_fonts_foot_or_size_alone_is_wrong_is_refused_as_a_design(
    page: Page, key: str
) -> None:
    fault = Fault(Path("x"), 1, key, "wrong", "instead")
    assert type(design_faults.error(page.content, [fault])) is DesignError
