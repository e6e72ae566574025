from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from communique.compose.page import compose
from communique.content.content import content_of
from communique.design import edition
from communique.model.faults import ProofError
from communique.prove import prove
from communique.typeset.engine import Typeset, typeset

from .conftest import ARABIC, STATEMENT, Spoil, complaints, composed

if TYPE_CHECKING:
    from pathlib import Path

    from communique.compose.page import Page


def test_a_good_pdf_is_proven(page: Page, made: Typeset) -> None:
    assert complaints(page, made) == []


def test_notes_at_the_end_are_proven(page: Page) -> None:
    other = compose(content_of(page.content.statement, edition.load("standard"), notes_at_end=True))
    assert complaints(other, typeset(other)) == []


@pytest.mark.parametrize(
    ("old", "new", "complaint"),
    [
        ("gauges agree, ", "gauges ", "16: words: missing on page 1: agree,"),
        ("gauges agree", "gauges all agree", "16: words: on page 1 but not in the text: all"),
        (
            "41",
            "14",
            "23: words: missing on page 1: 41 and on page 1 but not in the text: 14",
        ),
        (
            "the millers",
            "themillers",
            "28: words: missing on page 1: the millers. and on page 1 but not in the text: "
            "themillers.",
        ),
        (
            "The gauges",
            "the gauges",
            "16: words: missing on page 1: The and on page 1 but not in the text: the",
        ),
        (
            "the dams hold.",
            "the dams hold",
            "16: words: missing on page 1: hold. and on page 1 but not in the text: hold",
        ),
        ("Measured at noon ", "", "30: words: missing on page 1: Measured at noon"),
        (">Ford</th>", "></th>", "24: words: missing on page 1: Ford"),
        ("2.  '", "'", "19: words: missing on page 1: 2."),
        ("river belongs", "belongs river", "26: words: missing on page 1: belongs"),
    ],
)
def test_a_changed_word_is_named_with_its_line_and_page(
    reset: Spoil, old: str, new: str, complaint: str
) -> None:
    assert complaint in reset(old, new)


def test_a_paragraph_that_stands_twice_is_reported(reset: Spoil) -> None:
    found = reset("<p>We thank", "<p>We thank the millers.</p><p>We thank")
    assert "1: words: on page 1 but not in the text: We thank the millers." in found


def test_paragraphs_in_another_order_are_reported(page: Page) -> None:
    first, last = "The gauges agree, and the dams hold.", "We thank the millers."
    html = page.html.replace(first, "@").replace(last, first).replace("@", last)
    assert complaints(page, typeset(replace(page, html=html)))


def test_a_lost_note_is_reported(reset: Spoil, page: Page) -> None:
    start = page.html.index('<span class="note"')
    end = page.html.index("</p>", start)
    found = reset(page.html[start:end])
    assert "30: words: missing on page 1: 1 Measured at noon on both banks." in found
    assert any(each.startswith("12: words: missing on page 1: water.1") for each in found)


def test_a_lost_note_may_be_found_where_the_page_is_set_in_another_way(page: Page) -> None:
    start = page.html.index('<span class="note"')
    html = page.html.replace(page.html[start : page.html.index("</p>", start)], "")
    with pytest.raises(ProofError) as refused:
        prove(page.content, typeset(replace(page, html=html)).pdf)
    assert refused.value.repairable


def test_a_lost_title_is_reported(reset: Spoil) -> None:
    found = reset(">Joint statement on the\xa0river</h1>", "></h1>")
    assert "2: words: missing on page 1: Joint statement on the river" in found


def test_a_lost_by_line_is_reported(reset: Spoil) -> None:
    found = reset("by the Minister of Upland, Ada Brook and ", "by ")
    assert any(
        complaint.startswith("7: words: missing on page 1: the Minister") for complaint in found
    )


def test_words_in_the_margin_that_nobody_declared_are_reported(reset: Spoil) -> None:
    found = reset(styles='@page { @bottom-center { content: "Secret" } }')
    assert found == ["1: words: on page 1 but not in the text: Secret"]


@pytest.mark.parametrize(
    "styles",
    [
        r'td::before { content: "\e0ad" }',
        r'main > p::after { content: "\e0ad" }',
        r'@page { @bottom-left { content: "\e0ad" string(foot) } }',
    ],
)
def test_a_hyphen_that_divides_nothing_is_reported(reset: Spoil, styles: str) -> None:
    found = reset(styles=styles)
    assert {each.split(": ")[1] for each in found} == {"words"}


def test_a_page_without_its_folio_is_reported(reset: Spoil) -> None:
    found = reset(styles="@page { @bottom-right { content: none } }")
    assert found == ["1: words: page 1 does not say Page 1 of 1"]


def test_arabic_is_proven(arabic: Page) -> None:
    assert complaints(arabic, typeset(arabic)) == []


@pytest.mark.parametrize(("old", "new"), [("الماء", "السماء"), ("3", "4"), ("السمك", "")])
def test_a_changed_arabic_word_is_reported(arabic: Page, old: str, new: str) -> None:
    other = replace(arabic, html=arabic.html.replace(old, new))
    assert complaints(arabic, typeset(other))


@pytest.mark.parametrize(
    "body",
    [
        "He said سلام وأمن twice and نهر كبير once.",
        "On the sign stood نهر 24 كبير in white.",
    ],
)
def test_arabic_words_in_an_english_text_are_proven(tmp_path: Path, body: str) -> None:
    text = STATEMENT.replace("We thank the millers.", body)
    page = composed(tmp_path, text, "river.en.md")
    assert complaints(page, typeset(page)) == []


def test_arabic_words_set_in_another_order_are_reported(tmp_path: Path) -> None:
    text = STATEMENT.replace("We thank the millers.", "He said نهر **كبير** twice.")
    page = composed(tmp_path, text, "river.en.md")
    assert complaints(page, typeset(page)) == []
    marked = '<span dir="rtl">'
    assert marked in page.html
    assert complaints(page, typeset(replace(page, html=page.html.replace(marked, "<span>"))))


def test_latin_words_set_in_another_order_are_reported(tmp_path: Path) -> None:
    page = composed(tmp_path, f"{ARABIC}\nقال the *river* flows هنا.\n", "river.ar.md")
    assert complaints(page, typeset(page)) == []
    marked = '<span dir="ltr">'
    assert complaints(page, typeset(replace(page, html=page.html.replace(marked, "<span>"))))


def test_a_long_address_in_an_arabic_text_is_proven(tmp_path: Path) -> None:
    address = f"https://example.org/{'river' * 20}?{'water' * 20}"
    page = composed(tmp_path, f"{ARABIC}\nانظر {address} الآن.\n", "river.ar.md")
    assert complaints(page, typeset(page)) == []


def test_a_call_right_after_an_arabic_word_is_proven(tmp_path: Path) -> None:
    text = ARABIC.replace(" أيار.", "أيار[^1].") + "\n[^1]: ملاحظة قصيرة.\n"
    page = composed(tmp_path, text, "river.ar.md")
    assert complaints(page, typeset(page)) == []


def test_a_running_foot_on_two_lines_is_proven(tmp_path: Path) -> None:
    text = STATEMENT.replace("issued:", f"symbol: {'PO/2023/' * 6}1\nissued:", 1)
    page = composed(tmp_path, text, "river.en.md", "large-print")
    assert complaints(page, typeset(page)) == []


def test_bytes_that_are_no_pdf_are_reported(page: Page, made: Typeset) -> None:
    found = complaints(page, replace(made, pdf=made.pdf[: len(made.pdf) // 2]))
    assert found[0].startswith("1: proof: the PDF cannot be read")


@pytest.mark.parametrize(("gap", "proven"), [("0.15em", True), ("0.3em", True), ("0.05em", False)])
def test_a_gap_that_a_reader_sees_is_a_space(page: Page, gap: str, proven: bool) -> None:
    html = page.html.replace("the millers", f'the<span style="margin-left: {gap}">millers</span>')
    assert html != page.html
    assert (complaints(page, typeset(replace(page, html=html))) == []) is proven


def with_styles(project: Path, css: str) -> Page:
    """Return a page in an edition of the project's own, with this stylesheet."""
    for name, text in (
        ("editions/own.yaml", "inherits: standard\ndescription: Own\nstylesheet: own.css\n"),
        ("styles/own.css", css),
    ):
        path = project / "templates" / name
        path.parent.mkdir(parents=True)
        path.write_text(text, "utf-8")
    return composed(project, STATEMENT, "river.en.md", "own")


def test_words_that_a_stylesheet_hides_are_told_with_its_line_before_the_tags(
    project: Path,
) -> None:
    page = with_styles(project, "/* no facts */\n.facts {\n  display: none;\n}\n")
    with pytest.raises(ProofError) as refused:
        prove(page.content, typeset(page).pdf)
    first, *others = refused.value.faults
    assert (first.line, first.wrong) == (4, "missing on page 1: Issued 2 May 2024")
    assert (
        first.instead == "take back what may be the cause: templates/styles/own.css:3 display: none"
    )
    assert [fault.key for fault in others][:2] == ["words", "words"]
    assert "tags" in [fault.key for fault in others]


def test_words_that_a_stylesheet_changes_are_told_with_its_line(project: Path) -> None:
    page = with_styles(project, "h2 {\n  text-transform: uppercase;\n}\n")
    with pytest.raises(ProofError) as refused:
        prove(page.content, typeset(page).pdf)
    cause = "take back what may be the cause: templates/styles/own.css:2 text-transform: uppercase"
    assert refused.value.faults[0].instead == cause


def test_nothing_is_named_where_a_stylesheet_declares_nothing_that_changes_words(
    project: Path,
) -> None:
    page = with_styles(project, "h2 { color: #112233 }\n")
    assert complaints(page, typeset(page)) == []
    other = replace(page, html=page.html.replace("gauges agree", "dials agree"))
    with pytest.raises(ProofError) as refused:
        prove(page.content, typeset(other).pdf)
    assert [fault.instead for fault in refused.value.faults] == ["nothing was delivered"]
