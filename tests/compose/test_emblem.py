"""An emblem that pages cannot show is its designer's fault, told with its own file."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from communique.compose import emblem
from communique.compose.page import compose
from communique.content.content import content_of
from communique.design import edition, templates, theme
from communique.model.faults import DesignError
from communique.read.source import read
from communique.store.paths import TEMPLATES
from tests.samples import png, with_front

if TYPE_CHECKING:
    from pathlib import Path

    from communique.content.content import Content
    from tests.conftest import Build

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


@pytest.mark.parametrize(
    ("data", "wrong"),
    [
        (b"GIF89a", "it is no PNG"),
        (b"\xff\xd8\xff", "it is no PNG"),
        (png()[:40], "it is not PNG, JPEG or SVG"),
    ],
)
def test_an_emblem_that_is_called_a_png_is_one(project: Path, data: bytes, wrong: str) -> None:
    composed(project, f"{SVG}<path d='M3 10h6z'/></svg>")
    folder = project / "templates/themes"
    (folder / "own.png").write_bytes(data)
    (folder / "own.yaml").write_text((folder / "own.yaml").read_text().replace(".svg", ".png"))
    templates.forget()
    with pytest.raises(DesignError) as refused:
        emblem.check("own")
    assert str(refused.value).startswith(f"templates/themes/own.png:1: emblem: {wrong}")


def test_an_emblem_without_proportions_is_told(project: Path) -> None:
    with pytest.raises(DesignError) as refused:
        composed(project, '<svg xmlns="http://www.w3.org/2000/svg"><path d="M3 10h6z"/></svg>')
    assert str(refused.value) == (
        "templates/themes/own.svg:1: emblem: it has no viewBox, so its proportions are not known; "
        "save it with one, as drawing programs do"
    )


@pytest.mark.parametrize(
    "box",
    ["0 0 12 30", " 0,0,12,30 ", "-1.5 +2 12.0 30.0"],
)
def test_the_proportions_of_an_emblem_are_those_of_its_view_box(project: Path, box: str) -> None:
    composed(
        project,
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{box}"><path d="M3 10h6z"/></svg>',
    )
    mark = theme.load("own").emblem
    assert mark
    assert emblem.width(mark) == pytest.approx(16 * 12 / 30)


@pytest.mark.parametrize(
    "text",
    [
        '<text x="1" y="29" font-size="3">N</text>',
        "<g><text><tspan>N</tspan></text></g>",
        '<s:text xmlns:s="http://www.w3.org/2000/svg">N</s:text>',
        '<defs><text id="a">N</text></defs>',
    ],
)
def test_an_emblem_with_text_is_told_with_the_line_of_the_text(project: Path, text: str) -> None:
    with pytest.raises(DesignError) as refused:
        composed(project, f'{SVG}\n<path d="M3 10h6z"/>\n{text}\n<text>M</text></svg>')
    assert str(refused.value) == (
        "templates/themes/own.svg:3: emblem: an emblem has no text, and this one has; "
        "change its letters into shapes (paths), or delete them"
    )


@pytest.mark.parametrize(
    "inner",
    [
        "<title>A lighthouse</title><desc>text</desc>",
        "<text> </text><text/>",
        '<metadata><text xmlns="urn:other">N</text></metadata>',
    ],
)
def test_what_is_not_drawn_as_text_may_be_in_an_emblem(project: Path, inner: str) -> None:
    svg = f'{SVG}{inner}<path d="M3 10h6l3 20H0z"/></svg>'
    assert 'alt="A lighthouse"' in composed(project, svg)


def content(project: Path, name: str = "own", kind: str = "standard") -> Content:
    """Return the content of a statement with the theme of that name, in an edition."""
    path = project / "a.en.md"
    path.write_text(with_front(f"title: A title\ntheme: {name}"), "utf-8")
    return content_of(read(path), edition.load(kind))


def designed(project: Path, size: tuple[int, int], height: str, *, pixels: bool = True) -> Path:
    """Write two themes with an emblem of a `size`, of which one inherits from the other."""
    ours = (TEMPLATES / "themes" / "neutral.yaml").read_text("utf-8")
    folder = project / "templates" / "themes"
    folder.mkdir(parents=True)
    name = "own.png" if pixels else "own.svg"
    (folder / "own.yaml").write_text(f"{ours}emblem:\n  file: {name}\n  text: Arms\n{height}")
    (folder / "other.yaml").write_text("inherits: own\ndescription: Another one\n")
    drawing = f"{SVG.replace('12 30', '{} {}'.format(*size))}<path d='M3 1h6z'/></svg>"
    (folder / name).write_bytes(png(*size) if pixels else drawing.encode())
    return folder


LINE = len((TEMPLATES / "themes" / "neutral.yaml").read_text("utf-8").splitlines()) + 1
WIDE = (
    "it would be 200 mm wide, and a page has room for 164 mm",
    "write height: 16.4, or less",
)
HIGH = ("it is 70 mm high, more than a quarter of the first page", "write height: 62.5, or less")


@pytest.mark.parametrize(
    ("size", "height", "pixels", "said"),
    [
        ((400, 200), "", True, []),
        ((400, 40), "  height: 20\n", False, [WIDE]),
        ((60, 60), "  height: 70\n", False, [HIGH]),
        ((60, 60), "  height: 62\n", False, []),
        (
            (60, 63),
            "",
            True,
            [
                (
                    "it has 100 pixels to an inch where it is 16 mm high",
                    "save it with 95 pixels from top to bottom or more, or as SVG, or write "
                    "height: 10",
                )
            ],
        ),
        ((95, 95), "", True, []),
    ],
)
def test_an_emblem_that_is_too_large_or_too_coarse_has_a_remark_with_the_size_that_would_do(
    project: Path, size: tuple[int, int], height: str, said: list[tuple[str, str]], *, pixels: bool
) -> None:
    designed(project, size, height, pixels=pixels)
    expected = tuple(
        f"templates/themes/own.yaml:{LINE}: emblem: {wrong}; {instead}" for wrong, instead in said
    )
    for name in ("own", "other"):
        assert emblem.remarks(content(project, name)) == expected


def test_an_emblem_is_too_high_for_the_page_of_its_edition(project: Path) -> None:
    designed(project, (60, 60), "  height: 62\n", pixels=False)
    assert emblem.remarks(content(project)) == ()
    (said,) = emblem.remarks(content(project, kind="a5"))
    assert said.endswith("more than a quarter of the first page; write height: 43.2, or less")


def test_a_wide_emblem_is_printed_as_high_as_its_remark_says(project: Path) -> None:
    """At that height it has no remark, and is as wide as the page has room."""
    designed(project, (400, 40), "  height: 16.4\n", pixels=False)
    assert emblem.remarks(content(project)) == ()


def test_builds_and_checks_say_so_of_the_theme_that_is_used(project: Path, build: Build) -> None:
    designed(project, (400, 40), "  height: 20\n", pixels=False)
    (project / "a.en.md").write_text(with_front("title: A title\ntheme: own"), "utf-8")
    (project / "b.en.md").write_text(with_front("title: A title"), "utf-8")
    for verb in ("check", "build"):
        assert "; ".join(WIDE) in build(verb, "a.en.md").err
        assert "emblem" not in build(verb, "b.en.md").err


def test_it_is_told_without_typesetting(project: Path, build: Build) -> None:
    with pytest.raises(DesignError):
        composed(project, f"{SVG}<text>N</text></svg>")
    checked = build("check", "a.en.md")
    assert checked.code == 1
    assert checked.err.startswith("templates/themes/own.svg:1: emblem: an emblem has no text")


def test_an_emblem_of_shapes_is_printed(project: Path) -> None:
    assert 'alt="A lighthouse"' in composed(project, f'{SVG}<path d="M3 10h6l3 20H0z"/></svg>')


@pytest.mark.parametrize("box", ["0 0 10 1e-300", "0 0 1e400 10", "0 0 1e308 1e-308"])
def test_proportions_beyond_all_measure_are_none(project: Path, box: str) -> None:
    with pytest.raises(DesignError, match="it has no viewBox"):
        composed(project, f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{box}"/>')


def test_a_number_of_a_view_box_may_have_a_signed_exponent(project: Path) -> None:
    view = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1.2e+01 3E+1">'
    assert "svg+xml" in composed(project, f'{view}<path d="M3 10h6z"/></svg>')
    own = theme.load("own").emblem
    assert own is not None
    assert emblem.width(own) == pytest.approx(own.height * 0.4)
