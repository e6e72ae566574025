"""The designers' page: what is to be typed works, and the keys are all there."""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
from pathlib import Path
from textwrap import dedent
from typing import TYPE_CHECKING

import pytest
from fontTools.ttLib import TTFont
from pypdf import PdfReader

from communique.command import settings
from communique.command.settings.file import SettingsFile
from communique.design import edition, theme, wording
from communique.read.source import read
from communique.run import pipeline
from tests.docs.pages import (
    DESIGNERS,
    FENCE,
    MADE,
    README,
    block_after,
    blocks,
    column,
    run,
    text,
    words,
)
from tests.samples import ROOT, SOURCE

if TYPE_CHECKING:
    from pydantic import BaseModel

FOUNDING = "source/copenhagen-quantum-2023.en.md"


def copied(folder: Path) -> Path:
    """Make a copy of the program in `folder`, with the files of the designers' page in it."""
    for name in ("communique", "templates"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("*.pyc.*"))
    shutil.copy(ROOT / "build.py", folder)
    for path in MADE:
        if f"`{path}`" in text(DESIGNERS) and "languages" not in path:
            (folder / path).write_text(block_after(DESIGNERS, f"`{path}`"), "utf-8")
    (folder / "source").mkdir()
    return folder


def put_before(path: Path, place: str, new: str) -> None:
    content = path.read_text("utf-8")
    assert content.count(place) == 1
    path.write_text(content.replace(place, new + place), "utf-8")


@pytest.mark.conformance
def test_new_edition_works_as_typed(tmp_path: Path) -> None:
    folder = copied(tmp_path)
    (folder / "source" / "meeting.en.md").write_text(blocks(README, "markdown")[0], "utf-8")
    for command in "".join(blocks(DESIGNERS, "sh")).splitlines():
        if "notice" in command or "larger" in command:
            run(folder, *shlex.split(command)[1:])
    for name, paper in {
        "notice": (297, 420),
        "larger": (210, 297),
        "large-letter": (216, 279),
    }.items():
        sheet = PdfReader(folder / f"out/meeting.en.{name}.pdf").pages[0].mediabox
        assert (round(sheet.width / 72 * 25.4), round(sheet.height / 72 * 25.4)) == paper
    listed = run(folder, "build.py", "--list")
    assert re.search(r"^  notice +A3, for a notice board$", listed, re.M)
    assert re.search(r"^  larger +large-print with its own text size$", listed, re.M)


@pytest.mark.conformance
def test_new_theme_with_an_emblem_works_as_typed(tmp_path: Path) -> None:
    folder = copied(tmp_path)
    themed = blocks(README, "markdown")[0].replace("kind:", "theme: harbour\nkind:")
    (folder / "source" / "meeting.en.md").write_text(themed, "utf-8")
    run(folder, "build.py")
    made = PdfReader(folder / "out" / "meeting.en.pdf")
    assert "press@example.org" in made.pages[0].extract_text()
    contents = made.pages[0].get_contents()
    assert contents is not None
    green = " ".join(f"{value / 255:.6f}" for value in bytes.fromhex("0b4f4a"))
    assert f"{green} rg" in contents.get_data().decode("latin-1")


@pytest.mark.conformance
def test_new_language_and_new_field_work_as_typed(tmp_path: Path) -> None:
    folder = copied(tmp_path)
    shutil.copy(folder / "templates/languages/en.yaml", folder / "templates/languages/ga.yaml")
    section = text(DESIGNERS).split("## A new field or part")[1]
    field, part, said, place = (
        dedent(code)
        for _, kind, code in FENCE.findall(section)
        if kind in ("python", "jinja", "text")
    )
    put_before(
        folder / "communique/model/statement/front_matter.py", "    theme: Text", indented(field)
    )
    put_before(folder / "templates/parts/title.html", "{% if front.issuers %}", part)
    texts = folder / "communique/content/texts.py"
    put_before(texts, '        yield from self.front("authenticity"', indented(indented(said)))
    put_before(folder / "communique/content/fields.py", '    "theme": Place', indented(place))
    draft = blocks(README, "markdown")[0].replace("kind:", "status: Draft\nkind:")
    (folder / "source" / "meeting.ga.md").write_text(draft, "utf-8")
    run(folder, "build.py")
    assert "Draft" in PdfReader(folder / "out" / "meeting.ga.pdf").pages[0].extract_text()


def indented(code: str) -> str:
    return "".join(f"    {line}\n" for line in code.splitlines())


@pytest.mark.parametrize(
    ("heading", "model"),
    [
        ("## A new edition", edition.EditionFile),
        ("## A new theme", theme.Theme),
        ("## A new language", wording.LanguageFile),
    ],
)
def test_keys_of_template_files_are_those_of_their_model(
    heading: str, model: type[BaseModel]
) -> None:
    assert column(DESIGNERS, heading) == list(model.model_fields)


def test_variables_of_the_styles_are_listed() -> None:
    found = text(DESIGNERS).split("A stylesheet finds these variables set:\n\n")[1].split("\n\n")[0]
    listed = set(re.findall(r"`(--[a-z-]+)`", found))
    styles = edition.load("standard").styles.split("}")[0] + theme.load("neutral").styles()
    assert listed == set(re.findall(r"(--[a-z-]+):", styles))


@pytest.mark.usefixtures("engine")
def test_the_text_fits_its_page_in_the_size_that_was_chosen_and_not_in_another(
    project: Path,
) -> None:
    folder = project / "templates/editions"
    folder.mkdir(parents=True)
    (folder / "other.yaml").write_text("inherits: standard\ntext_size: 12\n")
    founding = read(SOURCE / "copenhagen-quantum-2023.en.md")
    pages = {}
    for name in ("standard", "letter", "other"):
        made = pipeline.build(founding, name, project / "out").files["pdf"]
        pages[name] = made.pages
    assert pages == {"standard": 1, "letter": 1, "other": 2}
    font = TTFont(ROOT / "templates/fonts/source-serif-4/SourceSerif4-Regular.ttf")
    assert f"the x is {font['OS/2'].sxHeight / font['head'].unitsPerEm:g} em high" in words(
        DESIGNERS
    )


@pytest.mark.conformance
def test_a_ministry_gets_its_look_as_typed(tmp_path: Path) -> None:
    folder = copied(tmp_path)
    shutil.copytree(SOURCE, folder / "source", dirs_exist_ok=True)
    section = text(DESIGNERS).split("## A ministry’s look in ten minutes")[1].split("\n## ")[0]
    end = 0
    for fence in FENCE.finditer(section):
        _, kind, code = fence.groups()
        if kind == "sh":
            if "build.py new" not in code:
                put_before(folder / f"ministry/{FOUNDING}", "kind:", "theme: ministry\n")
            for line in code.splitlines():
                typed(line, folder)
        else:
            path = re.findall(r"`(ministry/[^`]+)`", section[end : fence.start()])[-1]
            (folder / path).write_text(code, "utf-8")
        end = fence.end()
    made = PdfReader(folder / "ministry/out/copenhagen-quantum-2023.en.pdf")
    assert len(made.pages) == 1
    page = made.pages[0].extract_text()
    assert page.index("Ministry of Harbours") < page.index("Joint statement")
    assert "12 Harbour Street" in page
    assert "www.harbours.example" in page
    for name, said in {
        "lights": "تجدد الدولتان الأضواء",
        "vowels": "تُجَدِّدُ الدَّوْلَتَانِ الْأَضْوَاءَ",
    }.items():
        arabic = f"---\ntitle: بيان\ntheme: ministry-ar\n---\n\n{said}.\n"
        (folder / f"ministry/source/{name}.ar.md").write_text(arabic, "utf-8")
    run(folder, "build.py", "--edition", "all", "--out", "ministry/out", "ministry/source")
    for name in edition.single():
        ending = "" if name == "standard" else f".{name}"
        for stem in ("lights", "vowels"):
            assert (folder / f"ministry/out/{stem}.ar{ending}.pdf").exists()
    assert any("DejaVu" in str(font) for font in made.pages[0]["/Resources"]["/Font"].values())  # type: ignore[index]


def test_names_to_style_are_those_of_the_pages() -> None:
    rows = re.findall(r"^\| `(?:\.|main|@page)[^|]*\|.*$", text(DESIGNERS), re.M)
    named = set(re.findall(r"`[^`]*?([.@][a-z][-a-z]*)`", "".join(rows)))
    assert {".letterhead", ".byline", ".sender-name", "@bottom-left-corner"} <= named
    styles = (ROOT / "templates/styles/base.css").read_text("utf-8")
    assert [name for name in named if not re.search(rf"{re.escape(name)}(?![-\w])", styles)] == []


def typed(line: str, folder: Path) -> None:
    """Do what a reader does who types a line of the page in `folder`."""
    command, *arguments = shlex.split(line)
    if command == "python3":
        run(folder, *arguments)
    elif Path("/usr/share/fonts/truetype/dejavu").is_dir() or "dejavu/" not in line:
        subprocess.run([command, *arguments], cwd=folder, check=True)  # noqa: S603  # of our page
    else:
        pytest.skip("the font is not installed")


def test_keys_of_the_settings_are_listed() -> None:
    assert column(README, "## A project of your own") == list(SettingsFile.model_fields)


def test_settings_shown_have_no_fault(project: Path) -> None:
    code = block_after(README, "adds only `communique.yaml`")
    (project / "communique.yaml").write_text(code, "utf-8")
    assert settings.load().editions == ["standard", "letter"]


def test_parts_of_the_page_are_listed() -> None:
    found = sorted(path.name for path in (ROOT / "templates/parts").glob("*"))
    assert sorted(column(DESIGNERS, "## A new field or part")) == found
