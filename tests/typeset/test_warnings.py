"""A warning of the engine fails the build, every time, and is told of the file it is about."""

from __future__ import annotations

import re
import warnings
from dataclasses import replace
from html import escape
from typing import TYPE_CHECKING

import pytest

from communique.compose.page import Page, compose
from communique.compose.sheet import sheet
from communique.content.content import content_of
from communique.design import edition
from communique.model.faults import BugError, DesignError, StatementError
from communique.read.source import read
from communique.store import cache
from communique.store.paths import TEMPLATES
from communique.typeset import engine
from communique.typeset import warnings as engine_warnings
from communique.typeset.engine import typeset
from tests.samples import with_body

if TYPE_CHECKING:
    from pathlib import Path

BASE = "templates/styles/base.css"
BODY = """\
## A heading

Some words.[^1]

- one
- two

[^1]: A note.
"""


@pytest.fixture
def page(tmp_path: Path) -> Page:
    path = tmp_path / "t.en.md"
    path.write_text(with_body(BODY), encoding="utf-8")
    return compose(content_of(read(path), edition.load("standard")))


def put(project: Path, name: str, text: str) -> None:
    """Write a file of the project's templates."""
    path = project / "templates" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


def own_page(project: Path, css: str = "p { color: #112233 }") -> Page:
    """Return a page of the project in an edition with a stylesheet of its own."""
    put(project, "editions/own.yaml", "inherits: standard\ndescription: x\nstylesheet: own.css\n")
    put(project, "styles/own.css", css)
    path = project / "t.en.md"
    path.write_text(with_body(BODY), encoding="utf-8")
    return compose(content_of(read(path), edition.load("own")))


def warned_of(page: Page, text: str) -> engine_warnings.Warned:
    """Return a warning of the engine's, about a heading that the page has."""
    assert 'id="a-heading"' in page.html
    return engine_warnings.Warned("weasyprint/pdf/anchors.py", text)


def line_of(text: str) -> int:
    lines = (TEMPLATES / "styles" / "base.css").read_text("utf-8").split("\n")
    return next(number for number, line in enumerate(lines, start=1) if text in line)


def other(page: Page, old: str, new: str) -> Page:
    """Return the page with another base.css."""
    assert old in page.styles
    return replace(page, styles=page.styles.replace(old, new, 1))


FETCHED = 'nothing outside the page is fetched, as "x.png"'
STYLES = [
    # Told when the stylesheet is parsed
    ("hyphens: none;", "hyphns: none;", "ignored `hyphns: none`, unknown property"),
    ("widows: 2;", "widows: lots;", "ignored `widows: lots`, invalid value"),
    ("\nh2 {", "\nh2::foo {", "invalid or unsupported selector, 'h2::foo '"),
    ("\nh2 {", "\n} h2 {", "invalid or unsupported selector, '} h2 '"),
    ("@top-left {", "@top-lft {", "unknown @page rule <AtRule @top-lft … { … }>"),
    ("@page :first", "@page :frist", "unsupported @page selector ' :frist '"),
    ("\nh2 {", "\nh2 { font-size: ; ", "ignored `font-size: `, no value"),
    ("\nh2 {", "\nh2 { src: url(x.ttf); ", "ignored `src: url(x.ttf)`, unknown property"),
    # Told when a rule is used
    ("\nh2 {", "\nh2 { color: var(--facts); ", "ignored `color: 36mm`, invalid value"),
    ("\nh2 {", "\nh2 { background: url(x.png); ", FETCHED),
    (
        "\nh2 {",
        "\nh2::before { content: string(head) } h2 {",
        '"string(head first)" is only allowed in page margins',
    ),
]


@pytest.mark.parametrize(("old", "new", "wrong"), STYLES)
def test_a_mistake_in_a_stylesheet_is_told_with_its_own_file_and_line(
    page: Page, old: str, new: str, wrong: str
) -> None:
    with pytest.raises(DesignError) as refused:
        typeset(other(page, old, new))
    (fault,) = refused.value.faults
    assert str(fault).startswith(f"{BASE}:{line_of(old.strip())}: stylesheet: {wrong}")


@pytest.mark.parametrize(("old", "new", "wrong"), STYLES[::3])
def test_it_is_told_again_of_the_next_statement(page: Page, old: str, new: str, wrong: str) -> None:
    broken, told = other(page, old, new), []
    for each in (broken, replace(broken, html=broken.html.replace("words", "letters")), broken):
        with pytest.raises(DesignError) as refused:
            typeset(each)
        told.append(str(refused.value))
    assert wrong in told[0]
    assert told == told[:1] * 3
    assert typeset(page).pages == 1


def test_what_was_parsed_beforehand_is_told_when_it_is_used(
    page: Page, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = other(page, "hyphens: none;", "hyphns: none;")
    monkeypatch.setattr(cache, "load", lambda *_: broken.styles.encode())
    engine.warm()
    with pytest.raises(DesignError, match="hyphns"):
        typeset(broken)


@pytest.mark.parametrize(("old", "new", "wrong"), STYLES)
def test_styles_with_a_mistake_are_not_kept_for_the_next_start(
    page: Page, monkeypatch: pytest.MonkeyPatch, old: str, new: str, wrong: str
) -> None:
    kept = []
    monkeypatch.setattr(cache, "store", lambda kind, _, data: kept.append((kind, data)))
    engine._keep.cache_clear()
    with pytest.raises(DesignError, match=re.escape(wrong)):
        typeset(other(page, old, new))
    assert kept == []
    typeset(page)
    assert kept == [("styles", page.styles.encode())]


@pytest.mark.parametrize(
    ("old", "new", "wrong"),
    [
        ("<main>", '<main><img src="x.png" alt="x">', FETCHED),
        ("<main>", '<main><img src="data:image/png;base64,AAAA" alt="x">', "failed to load image"),
    ],
)
def test_what_is_wrong_with_the_page_is_told_of_its_statement(
    page: Page, old: str, new: str, wrong: str
) -> None:
    with pytest.raises(StatementError) as refused:
        typeset(replace(page, html=page.html.replace(old, new)))
    assert str(refused.value).startswith(f"{page.content.statement.path}:1: typesetting: {wrong}")


WRITTEN = [
    ('<a href="#none">x</a>', "no anchor #none for internal URI reference"),
    ('<p style="colr: red">x</p>', "ignored `colr: red`, unknown property"),
]


@pytest.mark.parametrize(("added", "wrong"), WRITTEN)
def test_what_our_own_templates_do_wrong_is_a_mistake_of_ours(
    page: Page, added: str, wrong: str
) -> None:
    with pytest.raises(BugError, match=wrong):
        typeset(replace(page, html=page.html.replace("<main>", f"<main>{added}")))


@pytest.mark.parametrize(("added", "wrong"), [*WRITTEN, ('<img src="x.png" alt="x">', FETCHED)])
def test_what_a_template_of_the_project_does_wrong_is_told_with_its_line(
    project: Path, added: str, wrong: str
) -> None:
    ours = (TEMPLATES / "parts" / "title.html").read_text("utf-8")
    put(project, "parts/title.html", f"{ours}\n{added}")
    with pytest.raises(DesignError) as refused:
        typeset(own_page(project))
    (fault,) = refused.value.faults
    line = ours.count("\n") + 2
    assert str(fault).startswith(f"templates/parts/title.html:{line}: template: {wrong}; mend it")


@pytest.mark.parametrize(
    ("css", "line", "wrong"),
    [
        ("main {\n  display: grid;\n  grid-template-rows: subgrid }", 3, "subgrids are unsupp"),
        ("main {\n  display: inline-grid }", 2, "inline grids are not supported"),
        ("p {\n  anchor: 'x' }", 2, "anchor defined twice: 'x'"),
        (
            "@font-face {\n font-family: 'Source Serif 4';\n src: url(data:font/ttf;base64,AAAA) }",
            2,
            "font-face 'Source Serif 4' cannot be loaded",
        ),
    ],
)
def test_what_the_engine_says_without_a_place_is_found_in_the_stylesheet(
    project: Path, css: str, line: int, wrong: str
) -> None:
    with pytest.raises(DesignError) as refused:
        typeset(own_page(project, css))
    (fault,) = refused.value.faults
    assert str(fault).startswith(f"templates/styles/own.css:{line}: stylesheet: {wrong}")


@pytest.mark.parametrize(
    ("css", "line", "instead"),
    [
        ("main {\n  float: right }", 2, "take back what may be the cause: float: right"),
        ("p { color: red }", 1, "mend templates/styles/own.css"),
    ],
)
def test_what_can_only_come_of_a_stylesheet_is_told_of_those_of_the_project(
    project: Path, css: str, line: int, instead: str
) -> None:
    page = own_page(project, css)
    lost = warned_of(page, "No anchor #a-heading for internal URI reference")
    with pytest.raises(DesignError) as refused:
        engine_warnings.check(sheet(page), [lost])
    assert str(refused.value) == (
        f"templates/styles/own.css:{line}: stylesheet: "
        f"no anchor #a-heading for internal URI reference; {instead}"
    )


def test_without_a_stylesheet_of_the_project_it_is_a_mistake_of_ours(page: Page) -> None:
    for text in ("No anchor #a-heading for internal URI reference", "Something is odd"):
        with pytest.raises(BugError, match=text[1:]):
            engine_warnings.check(sheet(page), [warned_of(page, text)])


def test_no_folder_of_the_machine_is_told(page: Page) -> None:
    odd = engine_warnings.Warned("x.py", 'nothing is fetched, as "file:///home/me/font.ttf"')
    with pytest.raises(StatementError, match=r'as "font\.ttf"'):
        engine_warnings.check(sheet(page), [odd])


@pytest.mark.parametrize("shown", ["A mill", "A mill & its “wheel”"])
def test_a_picture_is_named_by_what_it_shows(page: Page, shown: str) -> None:
    good = f'<img src="data:image/png;base64,{"B" * 4000}" alt="Another">'
    bad = f'<img src="data:image/png;base64,{"A" * 4000}" alt="{escape(shown)}">'
    with pytest.raises(StatementError, match=f"“{shown}”"):
        typeset(replace(page, html=page.html.replace("<main>", f"<main>{bad}{good}")))


def test_the_data_of_a_picture_are_not_told(page: Page) -> None:
    picture = f'<img src="data:image/png;base64,{"A" * 4000}">'
    with pytest.raises(StatementError) as refused:
        typeset(replace(page, html=page.html.replace("<main>", f"<main>{picture}")))
    assert "data:image/png…" in str(refused.value)
    assert len(str(refused.value)) < 300


def test_what_a_package_warns_of_is_told_each_time(
    page: Page, monkeypatch: pytest.MonkeyPatch
) -> None:
    links = "communique.typeset.links.links"
    monkeypatch.setattr(links, lambda _: warnings.warn("odd colours", stacklevel=1))
    for _ in range(2):
        with pytest.raises(StatementError, match="1: typesetting: odd colours"):
            typeset(page)
    old = DeprecationWarning("old call")
    monkeypatch.setattr(links, lambda _: warnings.warn(old, stacklevel=1))
    assert typeset(page).pages == 1


def test_a_font_that_cannot_be_read_is_told_each_time(page: Page, tmp_path: Path) -> None:
    (tmp_path / "no.ttf").write_text("no font")
    changed = replace(sheet(page), fonts=(tmp_path / "no.ttf",))
    for _ in range(2):
        with pytest.raises(StatementError, match=r"no\.ttf:1: font: it cannot be read as a font"):
            engine.set_type(changed)


def test_what_was_warned_of_before_the_memory_ran_out_is_told_of_the_next_statement(
    page: Page, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = other(page, "\nh2 {", "\nh2 { color: var(--facts); ")

    def run_out(_: object) -> None:
        raise MemoryError

    with monkeypatch.context() as once:
        once.setattr("communique.typeset.links.links", run_out)
        with pytest.raises(MemoryError):
            typeset(broken)
    with pytest.raises(DesignError, match="ignored `color: 36mm`, invalid value"):
        typeset(broken)
