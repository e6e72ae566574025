"""Every family that a stylesheet names is found with its line, and no keyword is taken for one."""

from __future__ import annotations

import pytest

from communique.design.styles.families import named


def families(css: str) -> list[str]:
    return [one.family for one in named(css)]


@pytest.mark.parametrize(
    ("css", "found"),
    [
        ("p { font-family: Georgia }", ["Georgia"]),
        ("body, p { FONT-FAMILY: Nosuchfont !important }", ["Nosuchfont"]),
        (
            "p { font-family: Times  New Roman, 'A', \"B c\", serif }",
            ["Times New Roman", "A", "B c"],
        ),
        (":root { --font-text: Georgia }", ["Georgia"]),
        ("p { font: 12pt 'Helvetica Neue' }", ["Helvetica Neue"]),
        ("p { font: italic 12pt/1.2 Georgia, serif }", ["Georgia"]),
        ("p { font: bold 12pt / normal Georgia }", ["Georgia"]),
        ("p { font: bold medium Times New Roman, Large Sans }", ["Times New Roman", "Large Sans"]),
        ("p { font: var(--size) / var(--line) var(--font-text), Georgia }", ["Georgia"]),
        ("p { font: var(--size) Georgia }", ["Georgia"]),
        ("p { font-family: var(--font-text, Georgia, 'A b') }", ["Georgia", "A b"]),
    ],
)
def test_a_family_is_found_wherever_it_is_named(css: str, found: list[str]) -> None:
    assert families(css) == found


@pytest.mark.parametrize(
    "css",
    [
        "@media print { p { font-family: Georgia } }",
        "@page { @top-left { font-family: Georgia } }",
        "@page { font: 9pt Georgia }",
        "main { & p { font-family: Georgia } }",
        "@layer a { p { font-family: Georgia } }",
    ],
)
def test_a_family_is_found_at_every_depth(css: str) -> None:
    assert families(css) == ["Georgia"]


def test_variables_that_families_come_from_are_followed() -> None:
    css = (
        ":root { --face: Georgia; --other: var(--last); --last: Courier; --title: No font }\n"
        "p { font-family: var(--face) } h1 { font: var(--size) var(--other) }"
    )
    assert families(css) == ["Georgia", "Courier"]


@pytest.mark.parametrize(
    "css",
    [
        "p { font-family: serif, Sans-Serif, system-ui, monospace }",
        "p { font-family: inherit; font: unset }",
        "p { font-family: var(--font-head) }",
        ":root { --font-size: large; --font-weight: bold; --font-style: italic; --font-x: normal }",
        ":root { --size: 11pt; --w: bold } p { font: var(--w) var(--size) var(--font-text) }",
        "p { font: bold 700 larger serif; font-size: large; content: 'Georgia' }",
        "/* p { font-family: Georgia } */",
        "p { --fontain: Georgia; color: red }",
    ],
)
def test_what_names_no_family_is_left_alone(css: str) -> None:
    assert families(css) == []


def test_a_family_of_its_own_at_rule_is_there() -> None:
    css = "@font-face { font-family: 'Given'; src: url(data:,) } p { font-family: Given, Gone }"
    assert families(css) == ["Gone"]


def test_the_line_is_that_of_the_name() -> None:
    css = "/* a\nb */ p {\n  font:\n    9pt\n    Georgia,\n    'A' }"
    assert named(css) == [("Georgia", 5), ("A", 6)]
