"""A project with a look of its own: themes, editions, languages, parts, styles and fonts."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont
from pypdf import PdfReader

from communique.compose.page import compose
from communique.content.content import content_of
from communique.design import edition
from communique.model.faults import DesignError
from communique.model.statement import Statement
from communique.read.source import read
from communique.run import pipeline
from communique.store import dependencies
from communique.store.paths import TEMPLATES
from tests.conftest import Build
from tests.samples import with_front

pytestmark = pytest.mark.usefixtures("engine")


def put(project: Path, name: str, text: str) -> Path:
    """Write a file of the project; return its path."""
    path = project / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    return path


def ours(name: str) -> str:
    """Return a file of the templates that come with the program."""
    return (TEMPLATES / name).read_text("utf-8")


def composed(statement: Statement) -> str:
    """Return the HTML of a statement."""
    return compose(content_of(statement, edition.load("standard"))).html


def made(project: Path, front: str = "title: A title", name: str = "standard") -> PdfReader:
    """Build a statement of the project; return its PDF."""
    statement = read(put(project, "source/a.en.md", with_front(front)))
    return PdfReader(pipeline.build(statement, name, project / "out").files["pdf"].path)


def test_a_part_of_the_project_takes_the_place_of_ours(project: Path) -> None:
    statement = read(put(project, "source/a.en.md", with_front("title: A title")))
    assert 'data-own="yes"' not in composed(statement)
    title = ours("parts/title.html").replace("<h1", '<h1 data-own="yes"')
    put(project, "templates/parts/title.html", title)
    assert 'data-own="yes"' in composed(statement)
    put(project, "templates/parts/title.html", "<p>{{ matter.titel }}</p>")
    with pytest.raises(DesignError) as error:
        made(project)
    assert str(error.value).startswith("templates/parts/title.html:1: template: ")


def test_a_stylesheet_of_the_project_takes_the_place_of_ours(project: Path) -> None:
    before = made(project).pages[0].get_contents()
    assert before is not None
    put(
        project,
        "templates/styles/base.css",
        ours("styles/base.css") + "body h1 { color: #0b4f4a !important; }\n",
    )
    after = made(project).pages[0].get_contents()
    assert after is not None
    assert b"0.043137 0.309804 0.290196 rg" not in before.get_data()
    assert b"0.043137 0.309804 0.290196 rg" in after.get_data()


def test_an_edition_and_a_template_of_the_project_are_built(project: Path) -> None:
    put(project, "templates/card.html", ours("statement.html").replace('class="sheet"', "class=s"))
    put(
        project,
        "templates/editions/card.yaml",
        "inherits: standard\ndescription: A card\ntemplate: card.html\n"
        "paper: {width: 200, height: 250}\n",
    )
    box = made(project, name="card").pages[0].mediabox
    assert (round(box.width / 72 * 25.4), round(box.height / 72 * 25.4)) == (200, 250)


def test_a_language_of_the_project_has_its_words(project: Path) -> None:
    words = ours("languages/en.yaml").replace("issued: Issued", "issued: Given out")
    assert "Given out" in words
    put(project, "templates/languages/en.yaml", words)
    assert "Given out" in made(project, "title: A\nissued: 2024-05-01").pages[0].extract_text()


def test_a_font_of_the_project_is_embedded_and_named(project: Path) -> None:
    (project / "templates/fonts/harbour").mkdir(parents=True)
    with TTFont(TEMPLATES / "fonts/source-sans-3/SourceSans3-Semibold.ttf") as font:
        for record in font["name"].names:
            record.string = (
                str(record).replace("Source Sans 3", "Harbour").replace("SourceSans3", "Harbour")
            )
        font.save(project / "templates/fonts/harbour/Harbour-Semibold.ttf")
    theme = ours("themes/neutral.yaml").replace("title: [", "title: [Harbour, ")
    put(project, "templates/themes/harbour.yaml", theme)
    pdf = made(project, "title: A title\ntheme: harbour")
    resources = pdf.pages[0]["/Resources"]
    fonts = {font.get_object()["/BaseFont"] for font in resources["/Font"].values()}  # type: ignore[index]
    assert any(re.search(r"\+Harbour", name) for name in fonts)
    assert "Harbour-Semibold 3" in str(pdf.xmp_metadata and pdf.xmp_metadata.xmp_creator_tool)


def test_what_the_project_has_is_listed(project: Path, build: Build) -> None:
    put(project, "templates/editions/a5.yaml", "inherits: standard\ndescription: A5, folded\n")
    shutil.copy(TEMPLATES / "languages/en.yaml", put(project, "templates/languages/ga.yaml", ""))
    listed = build("list").out
    assert re.search(r"^  a5 +A5, folded$", listed, re.MULTILINE)
    assert re.search(r"^  ga +", listed, re.MULTILINE)


@pytest.mark.parametrize("name", ["templates/parts/new.html", "templates/themes/b/c.svg"])
def test_every_file_of_the_projects_templates_is_in_the_record(project: Path, name: str) -> None:
    before = dependencies.program()
    put(project, name, "new")
    new = set(dependencies.program()) - set(before)
    assert {each for each in new if not each.endswith("/")} == {name}


def test_the_digest_for_other_machines_tells_of_the_projects_templates(project: Path) -> None:
    before = dependencies.program_digest()
    put(project, "templates/parts/new.html", "new")
    after = dependencies.program_digest()
    put(project, "templates/parts/new.html", "newer")
    assert len({before, after, dependencies.program_digest()}) == 3


def test_a_colour_of_the_theme_that_hardly_stands_out_is_told_with_its_line(
    project: Path, build: Build
) -> None:
    neutral = (TEMPLATES / "themes/neutral.yaml").read_text("utf-8")
    put(project, "templates/themes/pale.yaml", neutral.replace("'#000000'", "'#999999'"))
    put(project, "source/a.en.md", with_front("title: A\ntheme: pale"))
    run = build(project / "source")
    assert run.code == 1
    said = "templates/themes/pale.yaml:4: contrast: text in #999999 hardly stands out; "
    assert run.err.startswith(said)


@pytest.mark.parametrize(
    "name", ["themes/pale.yaml", "editions/standard.yaml", "languages/en.yaml", "parts/title.html"]
)
def test_a_file_of_the_templates_in_another_encoding_is_told_with_its_line(
    project: Path, build: Build, name: str
) -> None:
    ours = TEMPLATES / name.replace("pale", "neutral")
    path = put(project, f"templates/{name}", "")
    path.write_bytes(b"{#\n#}\n" * name.endswith("html") + ours.read_bytes() + b"# caf\xe9\n")
    put(
        project,
        "source/a.en.md",
        with_front("title: A\ntheme: pale" if "pale" in name else "title: A"),
    )
    run = build(project / "source")
    line = path.read_bytes().count(b"\n")
    assert run.code == 1
    assert run.err.startswith(
        f"templates/{name}:{line}: file: it is not text in UTF-8; save it as UTF-8\n"
    )


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("title", "", '<p><a href="#up">Up</a></p><div id="up"></div>\n'),
        ("contents", '<a href="#{{ prefix }}{{ node.anchor }}">', '<i id="up"></i><a href="#up">'),
    ],
)
def test_a_link_of_a_template_to_what_is_no_heading_is_told_of_the_template(
    project: Path, build: Build, name: str, old: str, new: str
) -> None:
    part = ours(f"parts/{name}.html")
    assert old in part
    put(project, f"templates/parts/{name}.html", part.replace(old, new, 1))
    text = "---\ntitle: T\ncontents: true\n---\n\n## A\n\nWords.\n"
    run = build(put(project, "source/a.en.md", text))
    assert run.code == 1
    assert "a link leads to #up and not to" in run.err
    assert f"templates/parts/{name}.html" in run.err
    assert "mistake of the program" not in run.err
