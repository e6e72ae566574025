"""Composed HTML is whole, or the template that wrote it is named with its line."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from communique.compose.html_check import check
from communique.compose.page import compose
from communique.content.content import content_of
from communique.design import edition
from communique.model.faults import DesignError
from communique.read.source import read
from communique.store.paths import TEMPLATES
from tests.samples import with_front

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Write

WHOLE = '<!doctype html>\n<html lang="en"><body><p class="a b">x<br>y</p></body></html>'


def faults(old: str, new: str) -> list[str]:
    assert old in WHOLE
    html = WHOLE.replace(old, new)
    try:
        check(html, lambda: html.replace("<", "\0one.html\0001\0<"))
    except DesignError as error:
        return [fault.wrong for fault in error.faults]
    return []


def test_whole_html_has_no_fault() -> None:
    assert faults("x", "y") == []


@pytest.mark.parametrize(
    ("old", "new", "wrong"),
    [
        ('lang="en"', 'lang=""', 'lang="" of <html> lacks a value'),
        ('"a b"', '"a "', 'class="a " of <p> lacks a value'),
        ('"a b"', '" b"', 'class=" b" of <p> lacks a value'),
        ('"a b"', '"level-"', 'class="level-" of <p> lacks a value'),
        ('class="a b"', 'style="--marker: "', 'style="--marker: " of <p> lacks a value'),
        ("</p>", "", "<p> is not closed"),
        ("</p>", "</>", "a tag has no name or no end: </>"),
        ("<p ", "< ", 'a tag has no name or no end: < class="a b">'),
        ("</html>", "", "<html> is not closed"),
        ("</html>", "</html", "a tag has no name or no end: </html"),
        ("</html>", "</html></p>", "</p> closes what is not open"),
    ],
)
def test_what_is_missing_is_named(old: str, new: str, wrong: str) -> None:
    assert faults(old, new)[0] == wrong


@pytest.mark.parametrize("style", ["--marker: 2", "list-style-type: '(a)  '"])
def test_values_of_styles_are_whole_where_nothing_is_missing(style: str) -> None:
    assert faults('class="a b"', f'style="{style}"') == []


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("</h1>", "", "parts/title.html:5: html: <h1> is not closed"),
        ("</h1>", "</h2>", "parts/title.html:5: html: </h2> closes what is not open"),
        ("</aside>", "", "parts/facts.html:3: html: <aside> is not closed"),
        ("</dl>\n", "", "parts/facts.html:5: html: <dl> is not closed"),
        ("</dl>", "</dl", "parts/facts.html:10: html: a tag has no name or no end: </dl"),
        ("</aside>\n", "</aside>\n</div>\n", "parts/facts.html:16: html: </div> closes what is"),
        ("</footer>", "", "parts/after.html:4: html: <footer> is not closed"),
        ('"{{ front.title_size }}"', '""', 'parts/title.html:5: html: class="" of <h1> lacks'),
        ("</main>\n", "", "statement.html:12: html: <main> is not closed"),
    ],
)
def test_the_template_of_the_project_that_wrote_it_is_named_with_its_line(
    project: Path, statement: Write, old: str, new: str, told: str
) -> None:
    name = told.partition(":")[0]
    text = (TEMPLATES / name).read_text("utf-8")
    assert text.count(old) == 1
    (project / "templates/parts").mkdir(parents=True)
    (project / "templates" / name).write_text(text.replace(old, new), "utf-8")
    front = with_front("title: A\nplace: B\nurl: https://example.org")
    with pytest.raises(DesignError) as refused:
        compose(content_of(read(statement(front)), edition.load("standard")))
    assert str(refused.value).startswith(f"templates/{told}")
    assert len(refused.value.faults) == 1
