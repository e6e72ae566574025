"""What a project's own stylesheets declare is named where it may be the cause of a fault."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import communique
from communique.design import edition
from communique.design.styles import causes, stylesheets
from communique.model.faults import Fault
from communique.store.paths import TEMPLATES

PATH = Path("a.en.md")
OWN = "templates/styles/own.css"
BACK = "take back what may be the cause:"


def styles_of(project: Path, css: str, name: str = "own.css") -> str:
    """Return the styles of ours and then those of a stylesheet of the project."""
    path = project / "templates" / "styles" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(css, "utf-8")
    return edition.load("standard").styles + stylesheets.load(path)


def instead(styles: str, key: str, said: str = "nothing was delivered") -> str:
    return causes.told(Fault(PATH, 7, key, "wrong", said), styles).instead


@pytest.mark.parametrize(
    ("key", "declared"),
    [
        ("words", "display: none"),
        ("words", "visibility: hidden"),
        ("words", "visibility: collapse"),
        ("words", "position: running(head)"),
        ("words", "opacity: .5"),
        ("words", "opacity: 0"),
        ("words", "content: none"),
        ("words", "text-transform: uppercase"),
        ("words", 'string-set: section "Other; {}"'),
        ("words", "direction: rtl"),
        ("words", "size: A5"),
        ("words", "margin-inline-start: .15em"),
        ("words", "padding: 0 .15em"),
        ("letters", "letter-spacing: -.2em"),
        ("order", "left: -3pt"),
        ("order", "position: absolute"),
        ("shape", "letter-spacing: -.2em"),
        ("shape", "font-feature-settings: 'salt'"),
        ("shape", "font-variant: tabular-nums"),
        ("shape", "TRANSFORM: rotate(3deg)"),
        ("visible", "opacity: .5"),
        ("visible", "text-decoration: line-through"),
        ("contrast", "color: oklch(20% 0 0)"),
        ("contrast", "--colour-text: #999"),
        ("form", "bookmark-label: none"),
        ("form", "size: A6"),
        ("ink", "font-size: 4pt"),
        ("stress", "font-weight: 400"),
        ("cells", "float: right"),
        ("rows", "float: right"),
        ("pictures", "object-fit: cover"),
        ("width", "white-space: nowrap"),
        ("width", "min-width: 30cm"),
        ("place", "margin-block-start: -9pt"),
        ("tags", "display: none"),
        ("hyphens", "word-break: break-all"),
        ("drawing", "background: linear-gradient(red, blue)"),
        ("engine", "position: running(cell)"),
        ("engine", "max-lines: 1"),
        ("engine", "content: target-counter(href, pages)"),
        ("words", "continue: discard"),
    ],
)
def test_what_may_be_the_cause_is_named_with_its_line(
    project: Path, key: str, declared: str
) -> None:
    css = f"/* {declared} */\nmain p:hover {{\n  colour: red;\n  {declared} !important;\n}}\n"
    assert instead(styles_of(project, css), key) == f"{BACK} {OWN}:4 {declared}"


@pytest.mark.parametrize(
    ("key", "declared"),
    [
        ("words", "visibility: visible; opacity: 1.0; --display: none"),
        ("words", "color: red"),
        ("shape", "letter-spacing: normal; transform: none"),
        ("order", "position: static; float: none; left: auto"),
        ("origin", "display: none"),
    ],
)
def test_what_cannot_be_the_cause_is_not_named(project: Path, key: str, declared: str) -> None:
    styles = styles_of(project, f"main {{ {declared} }}")
    assert instead(styles, key) == "nothing was delivered"


def test_a_selector_in_a_rule_for_media_declares_nothing(project: Path) -> None:
    css = "@media print {\n a:left { color: red }\n}"
    assert causes.causes(styles_of(project, css), "width") == []


def test_three_are_named_at_most_and_the_likely_ones_first(project: Path) -> None:
    css = "a { position: absolute;\ntop: 1pt;\nleft: 2pt }\nb { transform: scale(2) }"
    named = f"{OWN}:4 transform: scale(2), {OWN}:1 position: absolute, {OWN}:2 top: 1pt"
    assert instead(styles_of(project, css), "order") == f"{BACK} {named}"


def test_a_long_value_is_shortened(project: Path) -> None:
    styles = styles_of(project, f"b {{ content: '{'a word ' * 40}' }}")
    said = "content: 'a word a word a word a word a…"
    assert instead(styles, "words") == f"{BACK} {OWN}:1 {said}"


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("nothing was delivered", f"{BACK} {{}}"),
        ("let a stylesheet leave texts alone", "let a stylesheet leave texts alone: {}"),
        (
            "give the table fewer columns",
            "give the table fewer columns; what may be the cause: {}",
        ),
    ],
)
def test_the_rules_own_advice_stays(project: Path, said: str, told: str) -> None:
    styles = styles_of(project, "p { white-space: nowrap }")
    assert instead(styles, "width", said) == told.format(f"{OWN}:1 white-space: nowrap")


@pytest.mark.usefixtures("project")
@pytest.mark.parametrize("name", edition.names())
def test_nothing_is_named_where_the_project_has_no_stylesheet(name: str) -> None:
    styles = edition.load(name).styles
    assert {
        key: causes.causes(styles, key) for key in causes._CAUSES if causes.causes(styles, key)
    } == {}


def test_what_stands_in_our_stylesheet_of_the_same_name_is_not_named(project: Path) -> None:
    css = (TEMPLATES / "styles" / "base.css").read_text("utf-8")
    styles = styles_of(project, f"{css}\nmain {{ float: right }}\n", "base.css")
    assert [cause.declaration for cause in causes.causes(styles, "order")] == ["float: right"]


def test_templates_are_named_where_they_may_have_written_it_and_no_stylesheet_did(
    project: Path,
) -> None:
    path = project / "templates" / "parts" / "title.html"
    path.parent.mkdir(parents=True)
    path.write_text("<p>More</p>", "utf-8")
    styles = styles_of(project, "p { color: red }")
    for key in ("words", "order", "tags"):
        assert instead(styles, key) == f"{BACK} templates/parts/title.html"
    assert instead(styles, "origin") == "nothing was delivered"
    assert instead(styles_of(project, "p { content: none }"), "words").endswith("content: none")


def test_a_fault_of_a_theme_is_not_told_of_a_stylesheet(project: Path) -> None:
    fault = Fault(Path("themes/pale.yaml"), 4, "contrast", "wrong", "give another")
    assert causes.told(fault, styles_of(project, "p { color: red }")) == fault


def test_every_key_is_one_that_the_proof_uses() -> None:
    rooms = [Path(communique.__file__).parent / name for name in ("prove", "typeset")]
    code = "".join(path.read_text("utf-8") for room in rooms for path in room.rglob("*.py"))
    assert [key for key in causes._CAUSES if not re.search(f'"{key}"', code)] == []


def test_where_the_engine_fails_every_file_of_the_project_that_it_sets_may_be_the_cause(
    project: Path,
) -> None:
    assert instead(styles_of(project, "p { orphans: 3 }"), "engine") == f"{BACK} {OWN}"
    parts = project / "templates" / "parts"
    parts.mkdir()
    (parts / "title.html").write_text("<p>", "utf-8")
    styles = edition.load("standard").styles
    assert instead(styles, "engine") == f"{BACK} templates/parts/title.html"


def test_where_the_engine_fails_at_our_own_files_none_is_named() -> None:
    assert instead(edition.load("standard").styles, "engine") == "nothing was delivered"
