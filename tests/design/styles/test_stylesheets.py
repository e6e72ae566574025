"""Stylesheets in one text: every line knows its file, and none runs on into the next one."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import quote

import pytest

from communique.design import edition
from communique.design.styles import stylesheets
from communique.model.faults import DesignError, Fault


@pytest.fixture
def sheet(tmp_path: Path) -> Path:
    return tmp_path / "a b.css"


def test_a_line_of_the_whole_is_told_as_the_line_of_its_file(sheet: Path) -> None:
    sheet.write_text("p {\n  color: red;\n}\n", "utf-8")
    styles = stylesheets.named(Path("x.css"), "a {}\nb {}\n") + stylesheets.load(sheet)
    for number, line in enumerate(styles.split("\n"), start=1):
        if line in ("a {}", "b {}"):
            assert stylesheets.origin(styles, number) == (Path("x.css"), 1 + (line == "b {}"))
        if "red" in line:
            assert stylesheets.origin(styles, number) == (sheet, 2)
    assert stylesheets.find(styles, "color: red") == (sheet, 2)
    assert stylesheets.find(styles, "blue") is None
    assert stylesheets.find(styles, "") is None


def test_line_1_of_the_whole_comes_from_no_file() -> None:
    styles = stylesheets.named(Path("x.css"), "a {}\n")
    assert stylesheets.origin(styles, 1) is None
    assert stylesheets.origin(styles, 2) == (Path("x.css"), 1)


def test_what_is_made_of_another_file_has_no_line_there() -> None:
    styles = stylesheets.named(Path("x.yaml"), ":root {\n--a: 1;\n}\n")
    assert stylesheets.origin(styles, 3) == (Path("x.yaml"), 1)


def test_a_file_below_the_current_folder_is_told_from_there(
    sheet: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sheet.write_text("p {}", "utf-8")
    monkeypatch.chdir(sheet.parent)
    assert stylesheets.origin(stylesheets.load(sheet), 2) == (Path("a b.css"), 1)


@pytest.mark.parametrize(
    ("css", "message"),
    [
        ("p { color: red\nh1 {}\n", "1: stylesheet: { has no end; add the } that ends it"),
        ("h1 {}\np:not(.a { }\n", "2: stylesheet: ( has no end; add the ) that ends it"),
        ("a[b {}\n", "1: stylesheet: [ has no end; add the ] that ends it"),
        ("p {}\n/* here { }\n", "2: stylesheet: /* has no end; add the */ that ends it"),
        ("p { content: 'a\n}\n", "1: stylesheet: ' has no end; add the ' that ends it"),
        ('p { content: "a }\n', '1: stylesheet: " has no end; add the " that ends it'),
    ],
)
def test_what_has_no_end_is_told(sheet: Path, css: str, message: str) -> None:
    sheet.write_text(css, "utf-8")
    with pytest.raises(DesignError) as refused:
        stylesheets.load(sheet)
    assert f"{sheet}:{message}" in str(refused.value).split("\n")


@pytest.mark.parametrize(
    "css",
    [
        "/* { ( ' */ p { color: red }",
        "p { content: '{ \\' \" (' }",
        'p { content: "} \\" \' )" }',
        "@font-face { src: url(data:font/ttf;a{b}) }",
        "p\\{ { }",
        "@page { @top-left { content: none } }",
    ],
)
def test_what_stands_in_comments_strings_and_addresses_begins_nothing(
    sheet: Path, css: str
) -> None:
    sheet.write_text(css, "utf-8")
    assert stylesheets.load(sheet).endswith(f"{css}\n")


def test_a_stylesheet_that_is_no_text_is_told(sheet: Path) -> None:
    sheet.write_bytes(b"p {\n color: r\xe9d }")
    with pytest.raises(DesignError, match="2: file: it is not text in UTF-8; save it as"):
        stylesheets.load(sheet)


@pytest.mark.parametrize(
    "rule",
    ["@counter-style dot { symbols: '.' }", "@supports (a: b) { p { c: d } }", "@charset 'x';"],
)
def test_a_rule_that_the_engine_drops_in_silence_is_told(sheet: Path, rule: str) -> None:
    sheet.write_text(f"p {{ color: red }}\n/* @supports */ {rule}", "utf-8")
    with pytest.raises(DesignError) as refused:
        stylesheets.load(sheet)
    name = rule.split(maxsplit=1)[0]
    wrong = f"the engine would drop {name} in silence; leave it out"
    assert str(refused.value) == f"{sheet}:2: stylesheet: {wrong}"


@pytest.mark.parametrize(
    "rule",
    [
        "li::marker { color: red;\n content: 'x' }",
        "@media print {\n ol > li::marker, ul::marker { content: counter(x) } }",
        "::marker {\n --content: none; content : '}' }",
    ],
)
def test_markers_of_a_stylesheet_in_place_of_those_of_the_author_are_told(
    sheet: Path, rule: str
) -> None:
    sheet.write_text(f"/* ::marker {{ content: 'x' }} */ {rule}", "utf-8")
    with pytest.raises(DesignError) as refused:
        stylesheets.load(sheet)
    wrong = "content of ::marker takes the place of the marker that the author wrote; leave it out"
    assert str(refused.value) == f"{sheet}:2: stylesheet: {wrong}"


@pytest.mark.parametrize(
    "rule",
    [
        "li::marker { color: red }\np::before { content: '' }",
        "li::marker { content: normal }",
        "li::marker { content:none; color: red }",
        "li::marker { --content: 'x' }",
        ".note::footnote-marker { content: 'x' }",
    ],
)
def test_other_rules_of_markers_are_accepted(sheet: Path, rule: str) -> None:
    assert_accepted(sheet, rule)


def test_rules_that_the_engine_applies_are_accepted(sheet: Path) -> None:
    css = "@media print { p { color: red } }\n@page :first { @top-left-corner { content: '@no' } }"
    sheet.write_text(css, "utf-8")
    assert stylesheets.load(sheet).endswith(f"{css}\n")


@pytest.mark.parametrize("name", edition.names())
def test_the_styles_of_an_edition_name_all_their_files(name: str) -> None:
    loaded = edition.load(name)
    for path in (loaded.own_files[0], *loaded.files[len(loaded.own_files) :]):
        assert f"sourceURL={quote(str(path))} " in loaded.styles


def test_a_stylesheet_comes_before_what_is_made_of_another_file() -> None:
    styles = stylesheets.named(Path("x.yaml"), "a {}\n") + stylesheets.named(
        Path("x.css"), "\na {}\n"
    )
    assert stylesheets.find(styles, "a {}") == (Path("x.css"), 2)
    assert stylesheets.find(styles, "x.yaml") is None


def test_the_files_of_styles_are_told_with_what_comes_from_them() -> None:
    styles = stylesheets.named(Path("a b.css"), "a {}") + stylesheets.named(Path("c.css"), "")
    assert list(stylesheets.sheets(styles)) == [(Path("a b.css"), "a {}\n"), (Path("c.css"), "\n")]


def refused(sheet: Path, rule: str) -> Fault:
    """Return the one fault of a stylesheet that has this rule."""
    sheet.write_text(rule, "utf-8")
    with pytest.raises(DesignError) as caught:
        stylesheets.load(sheet)
    (fault,) = caught.value.faults
    return fault


def assert_accepted(sheet: Path, rule: str) -> None:
    sheet.write_text(rule, "utf-8")
    assert stylesheets.load(sheet).endswith(f"{rule}\n")


@pytest.mark.parametrize(
    ("rule", "line"),
    [
        ("@font-face { font-family: Z; src: local('Amiri') }", 1),
        ("/* local(x) */\n@font-face {\n src: url(data:,),\n local( Amiri ); font-family: Z }", 4),
    ],
)
def test_a_font_that_an_at_rule_asks_the_machine_for_is_told(
    sheet: Path, rule: str, line: int
) -> None:
    fault = refused(sheet, rule)
    assert fault.line == line
    assert fault.wrong.endswith(") is not read, since only the fonts in templates/fonts are used")
    assert fault.instead == "leave this @font-face out, and name a family from there"


@pytest.mark.parametrize(
    ("rule", "line", "name"),
    [
        ("main > p::before { content: url('data:image/svg+xml,a') }", 1, "url"),
        ("main > p::before {\n content: 'a' url(data:image/svg+xml,a) }", 2, "url"),
        ("@page {\n @bottom-center {\n content: URL( 'data:,a' ) } }", 3, "url"),
        ("p { border-image-source: url(data:,a) }", 1, "url"),
        ("ul { list-style-image: url(data:,a) }", 1, "url"),
        ("ul { list-style: square src('data:,a') }", 1, "src"),
        ("p { mask: image-set('data:,a' 1x) }", 1, "image-set"),
        ("p { content: -webkit-image-set('data:,a' 1x) }", 1, "-webkit-image-set"),
        ("p { content: image('data:,a') }", 1, "image"),
        ("p { content: cross-fade('data:,a', red) }", 1, "cross-fade"),
        ("p { background: element(#a) }", 1, "element"),
        ("/* url(x) */ p { content: u\\72 l('data:,a') }", 1, "url"),
        ("p { content: \\u\\r\\l('data:,a') }", 1, "url"),
        ("p { content: attr(data-a url) }", 1, "attr"),
        ("p { content: attr(data-a\n \\75rl, 'x') }", 1, "attr"),
        (":root {\n --sign: url(data:,a) }\np::before { content: var(--sign) }", 2, "url"),
        ("@font-face { src: url(data:font/ttf,a) }\np { content: url(data:,a) }", 2, "url"),
        ("@media print { a { -weasy-link: url(#a) } }", 1, "url"),
        ("@page { @top-left { content: url('data:,)}\\'') } }", 1, "url"),
    ],
)
def test_a_picture_that_a_stylesheet_names_is_told(
    sheet: Path, rule: str, line: int, name: str
) -> None:
    fault = refused(sheet, rule)
    assert (fault.line, fault.key) == (line, "stylesheet")
    words = "names a picture, which could show words that the statement does not have"
    assert fault.wrong == f"{name}(…) {words}"
    assert fault.instead == "leave it out; an emblem is named in the theme"


@pytest.mark.parametrize(
    "rule",
    [
        "@font-face { font-family: 'A'; src: url('data:font/ttf,a') format('truetype') }",
        "/* url(x) */ p::before { content: 'url(x)' \"image('x')\" }",
        ".contents a::after { content: target-counter(attr(href), page) attr(data-url) }",
        "p { color: rgb(0, 0, 0); --url: red; width: calc(1pt * (1 + 2)); src: url }",
        ".image:not(.url) { color: var(--url) }",
    ],
)
def test_what_names_no_picture_is_accepted(sheet: Path, rule: str) -> None:
    assert_accepted(sheet, rule)


@pytest.mark.parametrize(
    ("rule", "line"),
    [
        ("* { columns: 2 }", 1),
        ("a {}\n*\n{\n  color: red;\n  column-count: 3 }", 5),
        ("main * , p { column-width: 4em }", 1),
        ("p, * { columns: 2 }", 1),
        ("@media print { * { columns: 2 4em } }", 1),
    ],
)
def test_columns_in_all_elements_are_told_with_their_line(
    sheet: Path, rule: str, line: int
) -> None:
    fault = refused(sheet, rule)
    assert fault.line == line
    assert fault.wrong.endswith(" for * sets columns in columns, which takes the engine hours")
    assert fault.instead == "name the element that has columns, such as main"


@pytest.mark.parametrize(
    "rule",
    [
        "main { columns: 2 }",
        "main > * { columns: 2 }",
        "* { column-gap: 1em; --columns: 2 }",
        "* { columns: auto } * { column-count: 1; }",
        "/* * { columns: 2 } */ p { columns: 2 }",
        "p { width: calc(2 * 3em) } ul { columns: 2 }",
        "* { color: red } ul { columns: 2 }",
    ],
)
def test_columns_in_some_elements_are_the_designers_own(sheet: Path, rule: str) -> None:
    sheet.write_text(rule, "utf-8")
    assert rule in stylesheets.load(sheet)


@pytest.mark.parametrize("rule", ["@import 'x.css' print;", '@Import url("x.css");'])
def test_a_stylesheet_that_is_to_be_fetched_is_told_with_its_line(sheet: Path, rule: str) -> None:
    fault = refused(sheet, f"/* @import 'x' */\n{rule}")
    assert fault.line == 2
    assert fault.wrong == "nothing is fetched by @import"
    assert fault.instead == "put the rules into this file"


@pytest.mark.parametrize(
    ("rule", "line", "declared"),
    [
        ("p { font-feature-settings: 'vert' }", 1, "font-feature-settings: 'vert'"),
        ('p {\n font-feature-settings: "kern", "init" 0 }', 2, "font-feature-settings:"),
        ("p { font-feature-settings: 'mark' off }", 1, "font-feature-settings: 'mark' off"),
        ("p { font-feature-settings: 'KERN' }", 1, "font-feature-settings: 'KERN'"),
        ("p { font-feature-settings: 'ss00' }", 1, "font-feature-settings: 'ss00'"),
        ("p { font-fe\\61ture-settings: 'locl' 0 }", 1, "font-feature-settings: 'locl' 0"),
        (
            "p { --a: 'vert'; font-feature-settings: var(--a) }",
            1,
            "font-feature-settings: var(--a)",
        ),
        ("@font-face { font-feature-settings: 'ccmp' 0 }", 1, "font-feature-settings: 'ccmp' 0"),
        ("@media print { p { FONT-VARIANT: jis78 } }", 1, "font-variant: jis78"),
        ("p { font-variant-east-asian: traditional }", 1, "font-variant-east-asian: traditional"),
        ("p { font-variant-alternates: historical-forms }", 1, "font-variant-alternates:"),
        ("p { font-variant-numeric: lining-nums ordinal }", 1, "font-variant-numeric:"),
        ("p { font-variant-caps: unicase }", 1, "font-variant-caps: unicase"),
        ("h1 { font-variant: small-caps }", 1, "font-variant: small-caps"),
        ("h1 { font: small-caps 12pt Amiri }", 1, "font: small-caps 12pt Amiri"),
        ("p { font-variant: var(--a) }", 1, "font-variant: var(--a)"),
        ("p { font-language-override: 'SRB' }", 1, "font-language-override: 'SRB'"),
    ],
)
def test_features_that_may_change_letters_are_told(
    sheet: Path, rule: str, line: int, declared: str
) -> None:
    fault = refused(sheet, rule)
    assert (fault.line, fault.key) == (line, "stylesheet")
    assert fault.wrong.startswith(declared.replace("'", '"'))
    assert fault.wrong.endswith(" may change letters, and not only their look")


@pytest.mark.parametrize(
    "rule",
    [
        "p { font-feature-settings: normal }",
        'p { font-feature-settings: "kern" 0, "liga", \'ss01\' on, "ss20" 1, "tnum", "cv11" 3 }',
        "p { font-variant: no-common-ligatures tabular-nums slashed-zero }",
        ".note::footnote-call { font-variant-position: super; font-variant-caps: normal }",
        "/* font-feature-settings: 'vert' */ p::before { content: 'font-variant: small-caps' }",
        "p { font: italic bold 12pt/1 'Small Caps'; font-language-override: normal }",
    ],
)
def test_features_that_change_the_look_are_the_designers_own(sheet: Path, rule: str) -> None:
    assert_accepted(sheet, rule)
