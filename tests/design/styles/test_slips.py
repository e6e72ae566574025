"""A missing semicolon or colon, and a comment of another language, are told as what they are."""

from __future__ import annotations

import pytest

from communique.design.styles.slips import slips
from communique.store.paths import TEMPLATES


@pytest.mark.parametrize(
    ("css", "line", "wrong", "instead"),
    [
        (
            ".a {\n  margin-top: var(--line)\n  margin-bottom: 0;\n}",
            2,
            "no semicolon stands behind margin-top: var(--line)",
            "write margin-top: var(--line);",
        ),
        (
            "h1 { color: red font-size: 2em }",
            1,
            "no semicolon stands behind color: red",
            "write color: red;",
        ),
        (
            "@media print { h1 {\n\ncolor: red\nfont-size: 2em } }",
            3,
            "no semicolon stands behind color: red",
            "write color: red;",
        ),
        (
            "h1 {\n  color:\n  margin: 0;\n}",
            2,
            "color: has no value",
            "write one behind it, and a semicolon",
        ),
        ("h1 {\n  color= red;\n}", 2, "color= red has no colon", "write color: red"),
        ("h1 { color red }", 1, "color red has no colon", "write color: red"),
        ("h1 { color }", 1, "color has no colon", "write a property: a value"),
        ("// a\nh1 { color: red }", 1, "CSS has no comments that begin with //", "write /* … */"),
        (
            "h1 {\n color: red; // it is: red\n}",
            2,
            "CSS has no comments that begin with //",
            "write /* … */",
        ),
        *(
            (
                f"p {{ color: red }}\n@media {condition} {{ p {{ color: red }} }}",
                2,
                f"@media {condition} has a condition, and a page meets none",
                "write @media print, or the rules without @media around them",
            )
            for condition in ("(min-width: 20cm)", "print and (color)", "not screen")
        ),
    ],
)
def test_a_slip_is_told_with_its_line(css: str, line: int, wrong: str, instead: str) -> None:
    assert [tuple(slip) for slip in slips(css)] == [(line, wrong, instead)]


@pytest.mark.parametrize(
    "css",
    [
        "@media print, screen { p { color: red } } @media all{} @media {}",
        "a:hover, p:not(.a:first-child) { color: red }",
        "p { content: 'a: b'; background: url(data:image/png;base64,AA) }",
        "p { --mine: a b: c }",
        "p { --empty:; color: red; ; }",
        "p { /* color red */ color: red; /* a: b */ }",
        "@page :first { @top-left { content: none } margin-top: 2cm }",
        "a { filter: progid:DX.x; filter: alpha(opacity=50) progid:DX.y(a='#fff') }",
        "@layer a, b;\np { color: var(--x, calc(1px + (2 * 3px))) }",
        ".a { color: red; &:hover { color: blue } p:first-child { margin: 0 } }",
        "@font-face { font-family: A; src: url(https://a.example/b.ttf) }",
        "",
    ],
)
def test_what_is_written_well_has_none(css: str) -> None:
    assert list(slips(css)) == []


def test_our_own_stylesheets_have_none() -> None:
    for path in (TEMPLATES / "styles").rglob("*.css"):  # browsers read that of web pages
        assert list(slips(path.read_text("utf-8"))) == []
