"""The themes: colours, fonts, emblem, and what their files must hold."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from communique.compose import emblem
from communique.compose.page import compose
from communique.content.content import content_of
from communique.design import edition, theme
from communique.model.faults import DesignError
from communique.read.source import read
from communique.store.paths import TEMPLATES
from tests.samples import png, with_front

if TYPE_CHECKING:
    from tests.conftest import Write

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><path d="M0 0h1v1z"/></svg>'


@pytest.fixture
def folder(project: Path) -> Path:
    """An empty folder for the project's own themes."""
    made = project / "templates" / "themes"
    made.mkdir(parents=True)
    return made


def add(folder: Path, name: str, text: str, *, instead_of: str = "") -> None:
    neutral = (TEMPLATES / "themes" / "neutral.yaml").read_text("utf-8")
    changed = neutral.replace(instead_of, text) if instead_of else neutral + text
    (folder / f"{name}.yaml").write_text(changed, "utf-8")


def test_the_neutral_theme_is_the_default(statement: Write) -> None:
    page = compose(content_of(read(statement()), edition.load("standard")))
    assert page.content.theme == theme.load("neutral")


def test_a_theme_becomes_variables() -> None:
    styles = theme.load("neutral").styles(["First"])
    assert "--colour-main: #14284b;" in styles
    assert "--font-text: 'First', 'Source Serif 4', 'Amiri'" in styles
    assert "--text-align: start;" in styles


def test_a_font_is_named_once() -> None:
    lists = theme.load("neutral").styles(["Amiri"]).split("--font-")[1:]
    assert [families.count("'Amiri'") for families in lists] == [1] * 7


def test_calls_of_notes_are_in_the_fonts_of_the_theme() -> None:
    styles = theme.load("neutral").styles(["Noto Serif CJK JP"])
    assert "--font-call: 'Source Serif 4', 'Amiri', 'Noto Serif Hebrew';" in styles


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "inherits: neutral\ncolours: {main: #14284b}\n",
            "2: colours: “#14284b}” would be cut off, since a # begins a comment; "
            "put the value in the bracket in quotes: '…'",
        ),
        (
            "inherits: neutral\n[\n",
            "2: file: it is not a key with a colon",
        ),
    ],
)
def test_a_theme_that_cannot_be_read_is_told_as_a_file(
    folder: Path, text: str, message: str
) -> None:
    (folder / "own.yaml").write_text(text, "utf-8")
    with pytest.raises(DesignError) as refusal:
        theme.load("own")
    assert str(refusal.value).startswith(f"templates/themes/own.yaml:{message}")


@pytest.mark.parametrize(
    ("text", "instead_of", "message"),
    [
        (
            "main: bleu",
            "main: '#14284b'",
            "3: colours.main: bleu is not a colour; write it as '#1a2b3c' in quotes, as rgb(26 43 ",
        ),
        (
            "main: '#14284b80'",
            "main: '#14284b'",
            "3: colours.main: #14284b80 is see-through; give the colour that is seen",
        ),
        (
            "main: oklch(30% 0.1 200)",
            "main: '#14284b'",
            "3: colours.main: oklch(30% 0.1 200) is not given in RGB; write it as '#1a2b3c' in ",
        ),
        (
            "main: #14284b",
            "main: '#14284b'",
            "3: colours.main: “#14284b” would be cut off, since a # begins a comment; put it in",
        ),
        ("sender: []\n", "", "13: sender: it is empty; name at least one"),
        ("foot: [A, '']\n", "", "13: foot.2: it is empty; write its text"),
        (
            "address: {place: left, lines: A}\n",
            "",
            "13: address.place: left is not one of them; write 'margin' or 'foot'",
        ),
        (
            "stylesheet: nowhere.css\n",
            "",
            "13: stylesheet: there is no file nowhere.css in templates/styles; "
            "save it there, or check its name",
        ),
        (
            "mian: '#14284b'",
            "main: '#14284b'",
            "3: colours.mian: there is no such key; did you mean main?",
        ),
        ("", "  quiet: '#4d5561'\n", "2: colours.quiet: it is missing; add a line `quiet: …`"),
        (
            "text: []",
            "text: [Source Serif 4, Amiri, Noto Serif Hebrew]",
            "10: fonts.text: it is empty; name at least one",
        ),
        (
            "text: [A'B]",
            "text: [Source Serif 4, Amiri, Noto Serif Hebrew]",
            "10: fonts.text.1: A'B is not the name of a font",
        ),
        (
            "justified: maybe\n",
            "",
            "13: justified: it is neither true nor false; write true or false",
        ),
        (
            "emblem: {file: ../a.svg, text: B}\n",
            "",
            "13: emblem.file: ../a.svg is not an SVG or PNG beside the theme",
        ),
        ("emblem: {file: a.svg, text: ''}\n", "", "13: emblem.text: it is empty; write its text"),
        ("emblem: {file: a.svg}\n", "", "13: emblem.text: it is missing; add a line `text: …`"),
        (
            "emblem: {file: a.svg, text: B}\n",
            "",
            "13: emblem: there is no file a.svg in templates/themes; "
            "save it there, or check its name",
        ),
    ],
)
def test_a_faulty_theme_is_reported_with_its_line(
    folder: Path, text: str, instead_of: str, message: str
) -> None:
    add(folder, "own", text, instead_of=instead_of)
    with pytest.raises(DesignError) as refusal:
        theme.load("own")
    assert any(
        str(fault).startswith(f"templates/themes/own.yaml:{message}")
        for fault in refusal.value.faults
    )


@pytest.mark.parametrize(
    ("written", "colour"),
    [
        ("navy", "#000080"),
        ("'#14B'", "#1144bb"),
        ("'#14284B'", "#14284b"),
        ("rgb(20 40 75)", "#14284b"),
        ("rgb(20, 40, 75)", "#14284b"),
        ("hsl(218 58% 19%)", "#14294d"),
        ("hwb(218 8% 70%)", "#14294c"),
    ],
)
def test_a_colour_is_written_in_any_way_that_is_rgb(
    folder: Path, written: str, colour: str
) -> None:
    add(folder, "own", f"main: {written}", instead_of="main: '#14284b'")
    assert theme.load("own").colours.main == colour
    assert theme.place("own", colour) == (Path("templates/themes/own.yaml"), 3)


@pytest.mark.parametrize(
    ("side", "told"),
    [
        ("left", "write start, which is the left, and the right in Arabic and Hebrew"),
        ("right", "write end, which is the right, and the left in Arabic and Hebrew"),
        ("top", "top is not one of them; write 'start', 'centre' or 'end'"),
    ],
)
def test_a_side_of_the_page_is_no_place_of_an_emblem(folder: Path, side: str, told: str) -> None:
    (folder / "a.svg").write_text(SVG)
    add(folder, "own", f"emblem: {{file: a.svg, text: B, place: {side}}}\n")
    with pytest.raises(DesignError) as refusal:
        theme.load("own")
    assert str(refusal.value).endswith(told)


def test_the_ending_of_an_emblem_may_be_in_capitals(folder: Path) -> None:
    (folder / "LOGO.SVG").write_text(SVG)
    (folder / "LOGO.PNG").write_bytes(png(60, 20))
    for file, is_drawn, width in (("LOGO.SVG", True, 16.0), ("LOGO.PNG", False, 48.0)):
        add(folder, file[-3:], f"emblem: {{file: {file}, text: B, place: center}}\n")
        made = theme.load(file[-3:]).emblem
        assert made
        assert (made.is_drawn, made.place) == (is_drawn, "centre")
        assert emblem.width(made) == width
        emblem.check(file[-3:])


def test_of_a_theme_that_is_no_yaml_nothing_else_is_told(folder: Path) -> None:
    add(folder, "own", "contact: Press: a@example.org\n")
    with pytest.raises(DesignError) as refusal:
        theme.load("own")
    assert list(map(str, refusal.value.faults)) == [
        "templates/themes/own.yaml:13: contact: it contains a colon followed by a space; "
        "put it in quotes: contact: '…'"
    ]


def test_a_new_look_is_one_file(folder: Path, statement: Write) -> None:
    add(folder, "own", "emblem: {file: a.svg, text: Nine lights}\ncontact: a@example.org\n")
    (folder / "a.svg").write_text(SVG)
    assert theme.names() == ["neutral", "own"]
    page = compose(
        content_of(read(statement(with_front("title: A\ntheme: own"))), edition.load("standard"))
    )
    assert '<img class="emblem" src="data:image/svg+xml;base64,' in page.html
    assert 'alt="Nine lights"' in page.html
    assert '<span class="address" data-wrap="whole">a@example.org</span></a></dd>' in page.html


def test_a_theme_is_made_of_its_file_its_emblem_and_its_stylesheet(folder: Path) -> None:
    add(folder, "own", "emblem: {file: a.svg, text: A}\nstylesheet: own.css\n")
    (folder / "a.svg").write_text(SVG)
    (folder.parent / "styles").mkdir()
    (folder.parent / "styles/own.css").write_text("h1 { margin: 0 }\n")
    assert [path.name for path in theme.files("own")] == ["own.yaml", "a.svg", "own.css"]
    assert theme.load("own").styles_after(edition.load("standard")).endswith("h1 { margin: 0 }\n\n")


def test_the_stylesheet_of_a_theme_is_checked_like_that_of_an_edition(folder: Path) -> None:
    add(folder, "own", "stylesheet: own.css\n")
    (folder.parent / "styles").mkdir()
    (folder.parent / "styles/own.css").write_text("h1 {}\np { background: url(x.png) }")
    with pytest.raises(
        DesignError, match=r"templates/styles/own.css:2: stylesheet: url\(…\) names"
    ):
        theme.load("own").styles_after(edition.load("standard"))


def test_the_contact_of_a_statement_comes_before_that_of_its_theme(
    folder: Path, statement: Write
) -> None:
    add(folder, "own", "contact: a@example.org\n")
    front = "title: A\ntheme: own\ncontact: b@example.org"
    page = compose(content_of(read(statement(with_front(front))), edition.load("standard")))
    assert '<span class="address" data-wrap="whole">b@example.org</span></a></dd>' in page.html
    assert "a@example.org" not in page.html


def test_the_contact_of_a_theme_runs_in_its_own_direction(folder: Path, statement: Write) -> None:
    add(folder, "own", "contact: Press office, +00 0000\n")
    front = with_front("title: A\ntheme: own\nlanguage: ar")
    page = compose(content_of(read(statement(front, "a.ar.md")), edition.load("standard")))
    assert '<dd data-wrap="names"><span dir="ltr">Press' in page.html


def test_quiet_text_can_be_read_on_white() -> None:
    for name in theme.names():
        assert contrast(theme.load(name).colours.quiet) >= 4.5


def contrast(colour: str) -> float:
    """Return the contrast of `colour` to white (WCAG 2.1, relative luminance)."""
    parts = [int(colour[index : index + 2], 16) / 255 for index in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    luminance = sum(weight * c for weight, c in zip((0.2126, 0.7152, 0.0722), linear, strict=True))
    return 1.05 / (luminance + 0.05)
