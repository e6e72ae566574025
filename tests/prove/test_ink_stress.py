"""Stress is seen, and what is not stressed looks like the rest of its kind."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from communique.compose.page import compose
from communique.content.content import content_of
from communique.content.text import Text
from communique.design import edition
from communique.prove import ink
from communique.read.source import read
from communique.typeset.engine import typeset

from .conftest import complaints, composed

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

FRONT = """\
---
title: {title}
issued: 2024-05-02
---
"""
BODY = """
We met at the *old* mill[^1] and spoke of **41 boats** and the weir.[^2]

**All of this paragraph is strong.**

## The *new* weir and **its** gate[^3]

Some words, *slanted **and bold***, stand here.

| *Place*[^4] | **Depth** |
| --- | --- |
| Weir | *41 and* a half |
| **Ford** | Seven |

> The river *belongs* to all.

1. A point about **fish**.
2. Another one.

[^1]: A note with *stress* in it.
[^2]: A note without it.
[^3]: A note of a heading.
[^4]: A note of a heading of a table.
"""
ENGLISH = FRONT.format(title="Joint statement on the river") + BODY
ARABIC = FRONT.format(title="بيان عن النهر") + "\nالتقينا عند *الطاحونة* وتحدثنا عن **الماء**.\n"
HEBREW = FRONT.format(title="הצהרה על הנהר") + "\nנפגשנו ליד *הטחנה* ודיברנו על **המים** היום.\n"
NOT_SEEN, NOT_MEANT = "stress is not seen", "words look stressed that are not"


def said(folder: Path, styles: str, text: str = ENGLISH, name: str = "river.en.md") -> list[str]:
    """Return what the proof says of a text with more styles, each without its line."""
    page = composed(folder, text, name)
    found = complaints(page, typeset(replace(page, styles=page.styles + styles)))
    return [each.partition(": ")[2] for each in found]


@pytest.mark.parametrize(
    ("styles", "complaint"),
    [
        ("main > p em { font-style: normal }", f"{NOT_SEEN}: We met at the old mill1"),
        ("main > p strong { font-weight: 400 }", f"{NOT_SEEN}: We met at the old mill1"),
        ("p:nth-of-type(2) strong { font-weight: 400 }", f"{NOT_SEEN}: All of this paragraph is"),
        ("li strong { font: inherit }", f"{NOT_SEEN}: A point about fish."),
        ("td em { font-style: normal }", f"{NOT_SEEN}: 41 and a half"),
        (".note em { font-style: normal }", f"{NOT_SEEN}: A note with stress in it."),
        ("blockquote { font-style: italic }", f"{NOT_SEEN}: The river belongs to all."),
        ("main > p:nth-of-type(3) { font-weight: 600 }", f"{NOT_MEANT}: Some words, slanted and"),
        ("main > p:nth-of-type(3) { font-style: italic }", f"{NOT_MEANT}: Some words, slanted and"),
        ("p:first-child::first-line { font-weight: 600 }", f"{NOT_MEANT}: We met at the old mill1"),
        ("li:last-child { font-style: italic }", f"{NOT_MEANT}: Another one."),
        ("h2::first-letter { font-weight: 400 }", f"{NOT_MEANT}: The new weir and its gate"),
        ("th .note { font-weight: 600 }", f"{NOT_MEANT}: A note of a heading of a table."),
        ("td:last-child::first-letter { font-style: italic }", f"{NOT_MEANT}: Seven"),
    ],
)
def test_stress_that_is_lost_or_added_is_reported(
    tmp_path: Path, styles: str, complaint: str
) -> None:
    found = [each.partition(": ") for each in said(tmp_path, styles)]
    assert {key for key, _, _ in found} == {"stress"}
    assert any(wrong.startswith(complaint) for _, _, wrong in found)


@pytest.mark.parametrize(
    "styles",
    [
        "",
        "h2, th { font-weight: 400 }",
        "h2 { font-style: italic }",
        "tbody th { font-weight: 600 }",
        "em, strong { font-style: italic; font-weight: 600 }",
        "blockquote { font-style: italic } blockquote em { font-style: normal }",
        ".note p, .note, .note * { font-style: italic } .note em { font-style: normal }",
    ],
)
def test_kinds_of_texts_have_the_style_that_a_stylesheet_gives_them(
    tmp_path: Path, styles: str
) -> None:
    assert said(tmp_path, styles) == []


@pytest.mark.parametrize(("text", "name"), [(ARABIC, "river.ar.md"), (HEBREW, "river.he.md")])
def test_stress_is_bold_where_letters_have_no_slanted_form(
    tmp_path: Path, text: str, name: str
) -> None:
    assert said(tmp_path, "", text, name) == []
    for part in ("em", "strong"):
        (found,) = said(tmp_path, f"{part} {{ font-weight: 400 !important }}", text, name)
        assert found.startswith(f"stress: {NOT_SEEN}: ")


def test_headings_are_slanted_in_one_of_two_languages_where_only_that_has_such_letters(
    tmp_path: Path,
) -> None:
    text = "---\ntitle: {0}\n---\n\n{0}\n\n## {0}\n\n### {0}\n\n#### {0}\n\n{0}\n"
    for name, words in (("a.en.md", "The river"), ("a.he.md", "הנהר")):
        (tmp_path / name).write_text(text.format(words), "utf-8")
    first, second = (read(tmp_path / name) for name in ("a.en.md", "a.he.md"))
    both = content_of(replace(first, beside=second), edition.load("parallel"))
    page = compose(both)
    assert complaints(page, typeset(page)) == []


def wrong(text: Text, parts: Sequence[tuple[str, str]], base: str = "") -> str:
    """Return what is wrong with the stress of a text in these parts, each after its style."""
    drawn = [(ink._style(style), said) for style, said in parts]
    return ink._wrongly_stressed(text, drawn, ink._style(base))


@pytest.mark.parametrize(("tag", "said"), [("ja", NOT_SEEN), ("zh-Hans", NOT_SEEN), ("en", "")])
def test_all_letters_tell_where_the_language_has_no_slanted_ones(
    tmp_path: Path, tag: str, said: str
) -> None:
    text = Text((("川で", tag),), "P", 1, tmp_path, within="text", stress=((0, 1),))
    assert wrong(text, [("", "川で")]) == said
    assert wrong(text, [("bold", "川"), ("", "で")]) == ""


TWICE = FRONT.format(title="Joint statement on the river") + (
    "\nThey do *not* now agree with [not](https://example.org) leaving.\n\n"
    "**Upland** pays 12. See [Upland](https://example.org/u) and 12.\n"
)


@pytest.mark.parametrize(
    "styles",
    [
        "p { font-weight: 600 } strong { font-weight: 400 }",
        "p { font-style: italic } em { font-style: normal }",
        "em, strong { font-style: normal; font-weight: 400 } a { font-style: italic }",
        "em, strong { font-style: normal; font-weight: 400 } a { font-weight: 600 }",
    ],
)
def test_stress_that_is_turned_round_or_moved_is_reported(tmp_path: Path, styles: str) -> None:
    found = said(tmp_path, styles, TWICE)
    assert found
    assert all(each.startswith(f"stress: {NOT_SEEN}: ") for each in found)


def test_stress_is_looked_at_letter_by_letter(tmp_path: Path) -> None:
    text = Text((("not not 12", "en"),), "P", 1, tmp_path, within="text", stress=((0, 3),))

    def found(*parts: tuple[str, str]) -> str:
        return wrong(text, parts)

    assert found(("italic", "not"), ("", " not "), ("bold", "12")) == NOT_MEANT
    assert found(("", "not "), ("italic", "not"), ("", " 12")) == NOT_SEEN
    assert found(("italic", "no"), ("", "t not 12")) == NOT_SEEN
    assert found(("italic", "not n"), ("", "ot 12")) == NOT_MEANT
    second = replace(text, stress=((4, 7),))
    assert wrong(second, [("italic", "not"), ("", " not 12")]) == NOT_SEEN
    assert wrong(second, [("", "not "), ("italic", "not"), ("", " 12")]) == ""
    assert found(("italic", "not"), ("", " not 1"), ("bold", "2")) == NOT_MEANT
    # in another order: what is drawn from right to left
    assert found(("", "12 ton "), ("italic", "ton")) == ""
    assert found(("bold", "1"), ("", "2 ton "), ("italic", "ton")) == NOT_MEANT
    assert found(("", "12 ton ton")) == NOT_SEEN
    assert found(("italic", "12 to"), ("", "n ton")) == NOT_SEEN
    assert found(("", "12 "), ("italic", "ton ton")) == NOT_MEANT


@pytest.mark.parametrize(
    ("role", "within", "style", "base", "well"),
    [
        ("P", "text", "italic", "", True),
        ("P", "text", "bold", "", True),
        ("P", "text", "bold italic", "bold", True),
        ("P", "text", "bold", "italic", True),
        ("P", "text", "", "italic", False),
        ("P", "text", "", "bold", False),
        ("P", "quotation", "", "italic", True),
        ("P", "note", "", "oblique", True),
        ("P", "quotation", "bold", "bold italic", True),
        ("P", "quotation", "", "bold", False),
        ("P", "quotation", "", "bold italic", False),
        ("Caption", "text", "", "italic", True),
        ("TD", "text", "", "italic", False),
    ],
)
def test_stress_is_more_than_what_is_around_it_or_upright_in_slanted_quotations(  # noqa: PLR0913
    tmp_path: Path, role: str, within: str, style: str, base: str, *, well: bool
) -> None:
    text = Text((("an old mill", "en"),), role, 1, tmp_path, within=within, stress=((3, 6),))
    parts = [(base, "an "), (style, "old"), (base, " mill")]
    assert (wrong(text, parts, base) == "") is well


def test_figures_are_compared_but_for_calls_of_notes_and_numbers_of_paragraphs(
    tmp_path: Path,
) -> None:
    inner = (("Reference", 7, 8), ("Link", 9, 11), ("Span", 12, 14), ("Span", 15, 17))
    runs = (("3. boat1 41 12 G7", "en"),)
    text = Text(runs, "P", 1, tmp_path, within="text", inner=inner, number=3)

    def found(*parts: tuple[str, str], base: str = "") -> str:
        return wrong(text, parts, base)

    # calls of notes are no part of what is compared: see `_parts`
    assert found(("bold", "3."), ("", " boat 41 G7")) == ""
    assert found(("bold", "3. b"), ("", "oat 41 G7")) == NOT_MEANT
    assert found(("", "3. boat "), ("bold", "41"), ("", " G7")) == NOT_MEANT
    assert found(("", "3. boat 41 "), ("bold", "G7")) == NOT_MEANT
    assert found(("bold", "3"), ("", ". taob 41 7G")) == ""
    assert found(("bold", "3"), ("", ". taob "), ("bold", "4"), ("", "1 7G")) == NOT_MEANT


def test_letters_beside_figures_are_compared_one_by_one(tmp_path: Path) -> None:
    def found(words: str, inner: tuple[str, int, int], *parts: tuple[str, str]) -> str:
        text = Text(((words, "en"),), "P", 1, tmp_path, within="text", inner=(inner,))
        return wrong(replace(text, stress=((0, 1),)), parts)

    moved = ("bold", "a")
    assert found("a1 a", ("Reference", 1, 2), ("", "a "), moved) == NOT_SEEN
    assert found("a41 a", ("Span", 1, 3), ("", "a "), moved) == NOT_SEEN
    assert found("a 41 a", ("Link", 2, 4), ("", "a 41 "), moved) == NOT_SEEN
    assert found("a G7 a", ("Span", 2, 4), ("", "a G7 "), moved) == NOT_SEEN


NUMBERS = FRONT.format(title="Joint statement on the river").replace(
    "issued", "numbered: true\nabbreviations: {'112': rescue, A1: a road}\nissued"
) + (
    "\nIn 2023 there were *12 of* 1⁄2 and 112 on A1[^1] there.[^2]\n\n"
    "| Place[^3] | 2024 |\n| --- | --- |\n| Weir 7[^4] | 1,000 |\n\n"
    "[^1]: In 2023.\n[^2]: In 2024.\n[^3]: In 2025.\n[^4]: In 2026.\n"
)


@pytest.mark.parametrize(
    "styles",
    [
        "",
        ".number { font-weight: 600 }",
        ".note::footnote-call { font-weight: 600 }",
        "td:first-child { font-weight: 600 } th { font-style: italic }",
    ],
)
def test_numbers_that_call_notes_or_number_paragraphs_have_any_style(
    tmp_path: Path, styles: str
) -> None:
    assert said(tmp_path, styles, NUMBERS) == []


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("</span>In 2023", "</span>In <b>2023</b>", "1. In 2023 there were"),
        ("In 2024", "In <i>2024</i>", "In 2024."),
        ("1,000", "1,<b>000</b>", "1,000"),
    ],
)
def test_a_figure_that_a_template_makes_bold_or_slanted_is_reported(
    tmp_path: Path, old: str, new: str, said: str
) -> None:
    page = composed(tmp_path, NUMBERS, "river.en.md")
    assert old in page.html
    styles = "b { font-weight: 600 } i { font-style: italic }"
    other = replace(page, html=page.html.replace(old, new, 1), styles=page.styles + styles)
    (found,) = complaints(page, typeset(other))
    assert f"stress: {NOT_MEANT}: " in found
    assert said in found
