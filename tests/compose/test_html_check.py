"""Composed HTML is whole, or the template that wrote it is named with its line."""

from __future__ import annotations

import pytest

from communique.compose.html_check import check
from communique.model.faults import DesignError

WHOLE = '<!doctype html>\n<html lang="en"><body><p class="a b">x<br>y</p></body></html>'


def faults(old: str, new: str) -> list[str]:
    assert old in WHOLE
    try:
        check(WHOLE.replace(old, new), "statement.html")
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
        ("</p>", "", "</body> closes what is not open"),
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


def test_the_file_and_the_line_that_wrote_it_are_named() -> None:
    html = '<html lang="en"><h1 class="" data-running="x">A</h1></html>'
    with pytest.raises(DesignError) as refused:
        check(html, "statement.html")
    (fault,) = refused.value.faults
    assert (fault.path.name, fault.line) == ("title.html", 2)
