"""A font that is named and not there is told where it is named, though others have its glyphs."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pypdfium2
import pytest

from communique.compose.fonts import names
from communique.compose.page import compose
from communique.content.content import content_of
from communique.design import edition, language, templates
from communique.model.faults import DesignError
from communique.read.source import read
from communique.store.paths import TEMPLATES
from communique.typeset.engine import typeset
from tests.samples import MEETINGS, with_front

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Build, Write

FONT = TEMPLATES / "fonts/source-sans-3/SourceSans3-Regular.ttf"
EDITION = "inherits: standard\ndescription: Ours\nstylesheet: own.css\n"


@pytest.fixture
def own(project: Path) -> Path:
    """The project's own templates, still without a file."""
    for name in ("editions", "languages", "styles", "themes"):
        (project / "templates" / name).mkdir(parents=True)
    return project / "templates"


def told(path: Path, name: str = "standard") -> list[str]:
    try:
        names.check(content_of(read(path), edition.load(name)))
    except DesignError as error:
        return str(error).split("\n")
    return []


@pytest.mark.parametrize("tag", language.names())
def test_what_comes_with_the_program_names_no_font_that_is_not_there(tag: str) -> None:
    for name in edition.single():
        assert told(MEETINGS / f"meeting.{tag}.md", name) == []


def test_fonts_of_a_theme_are_told_with_their_lines_by_check_and_by_build(
    own: Path, build: Build, statement: Write
) -> None:
    text = (TEMPLATES / "themes/neutral.yaml").read_text("utf-8")
    text = text.replace("text: [Source Serif 4,", "text: [Sorce Serif 4,")
    text = text.replace("sans: [Source Sans 3, IBM", "sans: [Source Sans 3, Helvetica, IBM")
    (own / "themes/ours.yaml").write_text(text, "utf-8")
    path = statement(with_front("title: A\ntheme: ours"))
    checked, built = build("check", path), build("build", path)
    assert (checked.code, built.code) == (1, 1)
    assert built.err == checked.err
    first, second = built.err.splitlines()
    place = "templates/themes/ours.yaml"
    wrong = "there is no font called"
    assert first == f"{place}:10: fonts.text.1: {wrong} Sorce Serif 4; did you mean Source Serif 4?"
    assert second == (
        f"{place}:12: fonts.sans.2: {wrong} Helvetica; choose one of Amiri, IBM Plex Sans Arabic, "
        "Noto Sans Hebrew, Noto Serif Hebrew, Source Sans 3, Source Serif 4, "
        "Source Serif 4 Display, Source Serif 4 SmText, Source Serif 4 Subhead"
    )


def test_fonts_of_a_language_are_told_with_their_line(own: Path, statement: Write) -> None:
    text = (TEMPLATES / "languages/en.yaml").read_text("utf-8")
    (own / "languages/en.yaml").write_text(f"fonts:\n  - Amiri\n  - Amira\n{text}", "utf-8")
    assert told(statement()) == [
        "templates/languages/en.yaml:3: fonts.2: there is no font called Amira; did you mean Amiri?"
    ]


def test_fonts_of_a_package_are_looked_for_in_its_files(
    own: Path, project: Path, statement: Write
) -> None:
    text = (TEMPLATES / "languages/en.yaml").read_text("utf-8")
    shutil.copy(FONT, project / "Large.ttf")
    package = f"package: {{name: large, folders: [{project}], files: [Large.ttf]}}\n"
    (own / "languages/en.yaml").write_text(f"fonts: [Large Sans]\n{package}{text}", "utf-8")
    path = statement(with_front("title: A\ntheme: ours"))
    theme = (TEMPLATES / "themes/neutral.yaml").read_text("utf-8")
    theme = theme.replace("sans: [Source Sans 3,", "sans: [Large Sans,")
    (own / "themes/ours.yaml").write_text(theme, "utf-8")
    (said,) = told(path)
    assert said.startswith("templates/languages/en.yaml:1: fonts.1: there is no font called Large")
    (project / "Large.ttf").unlink()
    templates.forget()
    assert told(path) == [], "what to install is said elsewhere"


def test_fonts_of_a_stylesheet_are_told_with_their_line(own: Path, statement: Write) -> None:
    (own / "editions/ours.yaml").write_text(EDITION)
    (own / "styles/own.css").write_text(
        "/* 'Commented',\n font-family: 'Out' */\n"
        "@font-face { font-family: 'Given'; src: url(data:font/ttf;base64,AAAA) }\n"
        ":root { --font-title: 'Given', 'Source Sans 3'; --title: 'No font' }\n"
        "h1 { font-family: var(--font-head),\n 'Sorce Sans 3', serif }\n"
        "h2::before { content: 'font' 'Helvetica' }\n"
    )
    assert told(statement(), "ours") == [
        "templates/styles/own.css:6: stylesheet: there is no font called Sorce Sans 3; "
        "did you mean Source Sans 3?"
    ]


@pytest.mark.parametrize(
    "rule",
    [
        "p { font-family: Georgia }",
        "body, p, td, h1 { font-family: Georgia !important }",
        ":root { --font-text: Georgia }",
        "p { font: 12pt 'Georgia' }",
        "p { font: italic 12pt/1.2 Georgia, serif }",
    ],
)
def test_a_font_is_told_with_quotes_or_without_in_every_property(
    own: Path, statement: Write, rule: str
) -> None:
    (own / "editions/ours.yaml").write_text(EDITION)
    (own / "styles/own.css").write_text(f"/* one */\n{rule}\n")
    (said,) = told(statement(), "ours")
    wrong = "stylesheet: there is no font called Georgia; "
    assert said.startswith(f"templates/styles/own.css:2: {wrong}")


@pytest.mark.parametrize(
    "rule",
    [
        "h1 { font-family: Georgia }",
        "h1.short { font-family: 'Georgia', 'Amiri' }",
        ":root { --font-title: Georgia }",
    ],
)
def test_a_font_of_the_stylesheet_of_a_theme_is_told_with_its_line(
    own: Path, statement: Write, rule: str
) -> None:
    themed(own, f"/* one */\n{rule}\n")
    (said,) = told(statement(with_front("title: A\ntheme: ours")))
    wrong = "stylesheet: there is no font called Georgia; "
    assert said.startswith(f"templates/styles/own.css:2: {wrong}")


def test_a_variable_of_an_edition_holds_a_font_in_the_stylesheet_of_a_theme(
    own: Path, statement: Write
) -> None:
    (own / "editions/ours.yaml").write_text(EDITION.replace("own.css", "edition.css"))
    (own / "styles/edition.css").write_text(":root { --mine: Georgia }\n")
    themed(own, "h1 { font-family: var(--mine) }\n")
    (said,) = told(statement(with_front("title: A\ntheme: ours")), "ours")
    assert said.startswith("templates/styles/edition.css:1: stylesheet: there is no font called")


def themed(own: Path, css: str) -> None:
    """Let the project have a theme with this stylesheet."""
    text = (TEMPLATES / "themes/neutral.yaml").read_text("utf-8")
    (own / "themes/ours.yaml").write_text(f"{text}stylesheet: own.css\n", "utf-8")
    (own / "styles/own.css").write_text(css)


def test_generic_families_are_taken_from_our_own_fonts(own: Path, statement: Write) -> None:
    (own / "editions/ours.yaml").write_text(EDITION)
    (own / "styles/own.css").write_text("p { font-family: serif, system-ui }\n")
    page = compose(content_of(read(statement()), edition.load("ours")))
    document = pypdfium2.PdfDocument(typeset(page).pdf)
    texts = (part for part in document[0].get_objects() if isinstance(part, pypdfium2.PdfTextObj))
    used = {text.get_font().get_base_name().rpartition("+")[2] for text in texts}
    assert used
    assert all(
        name.startswith(("Amiri", "Communique-", "Noto-Serif-Hebrew", "Source-")) for name in used
    )


def test_fonts_of_all_files_are_told_at_once(own: Path, statement: Write) -> None:
    text = (TEMPLATES / "themes/neutral.yaml").read_text("utf-8")
    (own / "themes/ours.yaml").write_text(text.replace("[Source Sans 3,", "[Amira,"), "utf-8")
    text = (TEMPLATES / "languages/en.yaml").read_text("utf-8")
    (own / "languages/en.yaml").write_text(f"fonts: [Amirb]\n{text}", "utf-8")
    (own / "editions/ours.yaml").write_text(EDITION)
    (own / "styles/own.css").write_text("p { font-family: Amirc }\n")
    said = told(statement(with_front("title: A\ntheme: ours")), "ours")
    assert [line.partition(":")[0] for line in said] == [
        "templates/languages/en.yaml",
        "templates/styles/own.css",
        "templates/themes/ours.yaml",
    ]


def test_a_font_that_is_put_there_is_no_fault_any_more(own: Path, statement: Write) -> None:
    text = (TEMPLATES / "themes/neutral.yaml").read_text("utf-8")
    (own / "themes/ours.yaml").write_text(text.replace("[Source Sans 3,", "[Amira,"), "utf-8")
    path = statement(with_front("title: A\ntheme: ours"))
    assert len(told(path)) == 1
    (own / "fonts/amira").mkdir(parents=True)
    renamed(TEMPLATES / "fonts/amiri/Amiri-Regular.ttf", own / "fonts/amira/Amira.ttf")
    assert told(path) == []


def renamed(font: Path, to: Path) -> None:
    """Put a copy of Amiri at `to`, which is of the family Amira."""
    from fontTools.ttLib import TTFont  # noqa: PLC0415  # only this test needs it

    with TTFont(font) as opened:
        for record in opened["name"].names:
            record.string = str(record).replace("Amiri", "Amira")
        opened.save(to)
