"""A theme may inherit another one and say only what differs."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from communique.compose.fonts import names
from communique.content.content import content_of
from communique.design import edition, templates, theme
from communique.model.faults import DesignError
from communique.read.source import read
from tests.samples import with_front

if TYPE_CHECKING:
    from tests.conftest import Build, Write

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><path d="M0 0h1v1z"/></svg>'
MINISTRY = """\
inherits: neutral
description: The ministry
colours: {main: '#7a1f2b'}
fonts: {title: [Amiri]}
emblem: {file: a.svg, text: A lighthouse, height: 13}
sender: [Ministry of Harbours, Office of the Minister]
address: {place: foot, lines: [12 Harbour Street]}
stylesheet: one.css
"""
ARABIC = """\
inherits: ministry
emblem: {text: منارة}
sender: وزارة الموانئ
address: {lines: شارع الميناء}
stylesheet: two.css
"""


@pytest.fixture
def themes(project: Path) -> Path:
    """The project's folder of themes, with `ministry` and `arabic`."""
    folder = project / "templates/themes"
    styles = project / "templates/styles"
    for each in (folder, styles):
        each.mkdir(parents=True)
    (folder / "a.svg").write_text(SVG)
    (folder / "ministry.yaml").write_text(MINISTRY, "utf-8")
    (folder / "arabic.yaml").write_text(ARABIC, "utf-8")
    (styles / "one.css").write_text("h1 { color: red }\n")
    (styles / "two.css").write_text("h1 { color: blue }\n")
    return folder


def told(name: str) -> list[str]:
    with pytest.raises(DesignError) as refused:
        theme.load(name)
    return str(refused.value).split("\n")


@pytest.mark.usefixtures("themes")
def test_what_a_theme_does_not_say_it_inherits() -> None:
    neutral, ministry, arabic = map(theme.load, ("neutral", "ministry", "arabic"))
    assert ministry.colours.main == arabic.colours.main == "#7a1f2b"
    assert ministry.colours.quiet == neutral.colours.quiet
    assert ministry.fonts.title == ("Amiri",)
    assert ministry.fonts.text == neutral.fonts.text
    assert arabic.emblem
    assert (arabic.emblem.text, arabic.emblem.height) == ("منارة", 13)
    assert arabic.address
    assert (arabic.address.place, str(arabic.address.lines[0])) == ("foot", "شارع الميناء")
    assert list(map(str, arabic.sender or ())) == ["وزارة الموانئ"]


@pytest.mark.usefixtures("themes")
def test_its_stylesheet_is_read_after_the_one_that_it_inherits() -> None:
    styles = theme.load("arabic").styles_after(edition.load("standard"))
    assert styles.index("color: red") < styles.index("color: blue")


@pytest.mark.usefixtures("themes")
def test_without_a_description_it_says_what_it_inherits_and_changes() -> None:
    assert theme.load("ministry").description == "The ministry"
    said = "ministry with its own emblem and sender and address and stylesheet"
    assert theme.load("arabic").description == said


@pytest.mark.usefixtures("themes")
def test_it_is_made_of_all_these_files() -> None:
    assert [path.name for path in theme.files("arabic")] == [
        "arabic.yaml", "ministry.yaml", "neutral.yaml", "a.svg", "one.css", "two.css",
    ]  # fmt: skip


@pytest.mark.usefixtures("themes")
def test_a_line_is_that_of_the_file_which_says_it() -> None:
    folder = Path("templates/themes")
    assert theme.line("arabic", "sender") == (folder / "arabic.yaml", 3)
    assert theme.line("arabic", "emblem", "height") == (folder / "ministry.yaml", 5)
    assert theme.place("arabic", "#7a1f2b") == (folder / "ministry.yaml", 3)


def test_a_font_that_is_not_there_is_told_of_the_file_which_names_it(
    themes: Path, statement: Write
) -> None:
    (themes / "ministry.yaml").write_text(MINISTRY.replace("[Amiri]", "[Amira]"), "utf-8")
    path = statement(with_front("title: A\ntheme: arabic"))
    with pytest.raises(DesignError) as refused:
        names.check(content_of(read(path), edition.load("standard")))
    assert str(refused.value).startswith("templates/themes/ministry.yaml:4: fonts.title.1: there")


@pytest.mark.parametrize(
    ("ministry", "arabic", "first"),
    [
        (
            MINISTRY,
            ARABIC.replace("inherits: ministry", "inherits: minstry"),
            "arabic.yaml:1: inherits: there is no theme minstry; did you mean ministry?",
        ),
        (
            MINISTRY.replace("neutral", "arabic"),
            ARABIC,
            "ministry.yaml:1: inherits: arabic inherits from ministry in turn; let one of them ",
        ),
        (
            MINISTRY.replace("main", "mian"),
            ARABIC,
            "ministry.yaml:3: colours.mian: there is no such key; did you mean main?",
        ),
        (MINISTRY, f"{ARABIC}foo: 1\n", "arabic.yaml:6: foo: there is no such key; did you mean"),
    ],
)
def test_a_fault_is_told_of_the_file_that_has_it(
    themes: Path, ministry: str, arabic: str, first: str
) -> None:
    (themes / "ministry.yaml").write_text(ministry, "utf-8")
    (themes / "arabic.yaml").write_text(arabic, "utf-8")
    assert told("arabic")[0].startswith(f"templates/themes/{first}")


@pytest.mark.parametrize(
    ("name", "instead"),
    [
        ("lost.css", "move it there from templates/themes"),
        ("on.css", "did you mean one.css?"),
        ("nowhere.css", "save it there, or check its name"),
    ],
)
def test_a_stylesheet_that_is_not_there_is_told_with_where_it_is(
    themes: Path, name: str, instead: str
) -> None:
    (themes / "lost.css").write_text("")
    (themes / "ministry.yaml").write_text(MINISTRY.replace("one.css", name), "utf-8")
    wrong = f"stylesheet: there is no file {name} in templates/styles"
    assert told("ministry") == [f"templates/themes/ministry.yaml:8: {wrong}; {instead}"]


@pytest.mark.parametrize(
    ("key", "word"),
    [
        *((key, "none") for key in ("foot", "sender", "address", "emblem", "stylesheet")),
        *(("contact", word) for word in ("None", "no", "false", "null", "~", "")),
    ],
)
def test_a_word_for_nothing_is_told_how_something_is_taken_away(
    themes: Path, key: str, word: str
) -> None:
    wrong = f"{word} does not take it away" if word else "it is empty"
    (themes / "other.yaml").write_text(f"inherits: ministry\n{key}: {word}\n")
    (message,) = told("other")
    assert message.endswith(f":2: {key}: {wrong}; write [] to take it away, or leave the key out")
    neutral = templates.text(templates.path("themes/neutral.yaml"))
    (themes / "alone.yaml").write_text(f"{key}: {word}\n{neutral}", "utf-8")
    (message,) = told("alone")
    assert message.endswith(f":1: {key}: {wrong}; leave the key out")


def test_a_word_for_nothing_in_quotes_is_printed(themes: Path) -> None:
    (themes / "other.yaml").write_text("inherits: ministry\nfoot: 'none'\n")
    assert [str(line) for line in theme.load("other").foot or ()] == ["none"]


@pytest.mark.parametrize("nothing", ["[]", "{}"])
def test_what_is_inherited_is_taken_away_by_an_empty_value(themes: Path, nothing: str) -> None:
    with (themes / "ministry.yaml").open("a", encoding="utf-8") as file:
        file.write("contact: Press office\nfoot: www.harbours.example\n")
    keys = ("stylesheet", "emblem", "sender", "address", "contact", "foot")
    ministry = theme.load("ministry")
    assert all(getattr(ministry, key) for key in keys)
    for gone in keys:
        (themes / f"{gone}.yaml").write_text(f"inherits: ministry\n{gone}: {nothing}\n", "utf-8")
        (themes / f"from-{gone}.yaml").write_text(f"inherits: {gone}\n", "utf-8")
        for name in (gone, f"from-{gone}"):
            own = theme.load(name)
            kept = [key for key in keys if key != gone]
            assert not getattr(own, gone)
            assert [getattr(own, key) for key in kept] == [getattr(ministry, key) for key in kept]
    (themes / "again.yaml").write_text("inherits: foot\nfoot: One\n", "utf-8")
    assert [str(line) for line in theme.load("again").foot or ()] == ["One"]


def test_colours_and_fonts_cannot_be_taken_away(themes: Path) -> None:
    (themes / "arabic.yaml").write_text("inherits: ministry\ncolours: {}\n", "utf-8")
    assert theme.load("arabic").colours == theme.load("ministry").colours


def test_another_emblem_does_not_keep_the_text_of_the_inherited_one(themes: Path) -> None:
    (themes / "b.svg").write_text(SVG)
    for own, wrong in (
        ("{file: b.svg}", "it has the text of a.svg, “A lighthouse”; write beside it what b.svg"),
        ("{file: b.svg, text: A buoy}", ""),
        ("{file: a.svg, height: 9}", ""),
        ("{height: 9}", ""),
    ):
        (themes / "arabic.yaml").write_text(f"inherits: ministry\nemblem: {own}\n", "utf-8")
        if wrong:
            (said,) = told("arabic")
            assert said.startswith(f"templates/themes/arabic.yaml:2: emblem.file: {wrong}")
        else:
            assert theme.load("arabic").emblem


def test_a_statement_in_arabic_has_the_look_in_its_own_words(
    themes: Path, build: Build, project: Path
) -> None:
    (project / "a.ar.md").write_text(with_front("title: عنوان\ntheme: arabic"), "utf-8")
    assert build("build", "a.ar.md").code == 0
    (themes / "ministry.yaml").write_text(MINISTRY.replace("#7a1f2b", "#f0e0e0"), "utf-8")
    result = build("build", "a.ar.md")
    assert result.code == 1, "what changes in the inherited file makes the page anew"
    assert "templates/themes/ministry.yaml:3: contrast" in result.err
