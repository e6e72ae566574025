"""A selector of a class or an element that no page has is told with the one that was meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from communique.compose import unread
from communique.design.styles.selectors import unknown
from communique.store.paths import TEMPLATES

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.usefixtures("project")
@pytest.mark.parametrize(
    ("css", "name", "line", "meant"),
    [
        (".leterhead { margin: 0 }", ".leterhead", 1, ".letterhead"),
        ("/* .a */\nh1,\nh1.shrot { margin: 0 }", ".shrot", 3, ".short"),
        ("letterheed ~ .title {}", "letterheed", 1, ".letterhead"),
        ("p {}\ntabel td {}", "tabel", 2, "table"),
        ("@media print { main:is(.fatcs, p) {} }", ".fatcs", 1, ".facts"),
        ("label {}", "label", 1, ".label"),
    ],
)
def test_a_misspelt_class_or_element_is_told(css: str, name: str, line: int, meant: str) -> None:
    assert [tuple(each) for each in unknown(css)] == [(name, line, meant)]


@pytest.mark.usefixtures("project")
@pytest.mark.parametrize(
    "css",
    [
        "b, i, nav a, section:first-child::before { color: red }",
        ".my-own { color: red }",
        "@page :first { @top-left { content: none } }",
        ":lang(ar) > span[lang], p:nth-of-type(2n + 1) { content: '.leterhead {' }",
        ".level-2, .columns-4 {}",
        "/* .leterhead { */ p {}",
        ".note::footnote-call {}",
    ],
)
def test_what_pages_may_have_and_what_is_like_nothing_is_not(css: str) -> None:
    assert list(unknown(css)) == []


@pytest.mark.usefixtures("project")
def test_our_own_stylesheets_select_what_pages_have() -> None:
    for path in (TEMPLATES / "styles").rglob("*.css"):  # browsers read that of web pages
        assert list(unknown(path.read_text("utf-8"))) == []


def test_a_class_of_a_template_of_the_project_is_known(project: Path) -> None:
    parts = project / "templates/parts"
    parts.mkdir(parents=True)
    (parts / "mine.html").write_text('<p class="fact {{ kind }}">')
    assert list(unknown(".fact {}")) == []


def test_it_is_a_remark(project: Path) -> None:
    styles = project / "templates/styles"
    styles.mkdir(parents=True)
    (styles / "own.css").write_text("\n.leterhead { margin: 0 }\n")
    assert [str(each) for each in unread.remarks()] == [
        "templates/styles/own.css:2: stylesheet: nothing on a page is .leterhead; "
        "did you mean .letterhead?"
    ]
