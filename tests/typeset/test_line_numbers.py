"""A box of the margin that shows the counter of lines has a number beside each line."""

from __future__ import annotations

from typing import Any

import pytest
from weasyprint import HTML
from weasyprint.formatting_structure import boxes

from communique.typeset import engine
from communique.typeset.lines import numbers

STYLES = """
@page { size: 300px 160px; margin: 20px 20px 20px 60px; font: 10px 'Source Sans 3' }
@page { @left-middle { content: counter(line); text-align: right; padding-right: 8px } }
body { margin: 0; font: 12px / 20px 'Source Serif 4' }
h1, p, ul, table { margin: 0 }
"""
BODY = """
<h1>Title</h1><main><p>one<br>two</p><ul><li>three</li></ul>
<table><tr><td>cell</td></tr></table><p>four<sup>4</sup></p><p></p>
<ul class="contents"><li>listed</li></ul><div class="signatures"><p>signed</p></div>
<p>five<br>six<br>seven</p></main><p>after</p>
"""


def pages(body: str = BODY, styles: str = "") -> list[Any]:
    """Return the boxes of the pages."""
    html = f"<html lang=en><style>{STYLES}{styles}</style>{body}"
    with numbers.numbered_lines():
        document = HTML(string=html).render(font_config=engine._fonts())
    return [page._page_box for page in document.pages]


def baselines(box: Any, *, of_margin: bool) -> dict[str, float]:
    """Return where (px) the texts of a page, or of its margins, stand, rounded."""
    return {
        text.text.strip(): round(text.position_y + text.baseline, 1)
        for child in box.children
        if isinstance(child, boxes.MarginBox) == of_margin
        for text in child.descendants()
        if isinstance(text, boxes.TextBox)
    }


def test_each_line_of_the_text_has_a_number_on_its_baseline() -> None:
    words = [["one", "two", "three", "four"], ["five", "six", "seven"]]
    shown = pages()
    found = []
    for page in shown:
        text, margin = (baselines(page, of_margin=each) for each in (False, True))
        found.append([next(w for w, y in text.items() if y == margin[n]) for n in margin])
    assert [word for page in found for word in page] == [word for page in words for word in page]


def test_numbers_begin_anew_on_each_page() -> None:
    first = [next(iter(baselines(page, of_margin=True))) for page in pages()]
    assert len(first) > 1
    assert set(first) == {"1"}


def test_they_end_at_one_edge() -> None:
    body = f"<main><p>{'<br>'.join(['line'] * 11)}</p></main>"
    (page,) = pages(body, "@page { size: 300px 400px }")
    ends = {
        round(text.position_x + text.width, 2)
        for child in page.children
        if isinstance(child, boxes.MarginBox)
        for text in child.descendants()
        if isinstance(text, boxes.TextBox)
    }
    assert ends == {52.0}


@pytest.mark.parametrize(("style", "first"), [("arabic-indic", "١"), ("upper-roman", "I")])
def test_the_counter_has_the_style_that_the_stylesheet_asks_for(style: str, first: str) -> None:
    page = pages(styles=f"@page {{ @left-middle {{ content: counter(line, {style}) }} }}")[0]
    assert next(iter(baselines(page, of_margin=True))) == first


def test_where_both_margins_ask_each_has_the_numbers_of_the_text_beside_it() -> None:
    rows = "".join(
        f"<div style='display: table-row'>{left}{right}</div>"
        for left, right in (
            ("<div class='side text'>one<br>two</div>", "<div class='side text'>alpha</div>"),
            ("<div class='side'>apart</div>", "<div class='side'>apart</div>"),
            ("<div class='side text'>three</div>", "<div class='side text'>beta<br>gamma</div>"),
        )
    )
    both = "@page { margin: 20px 60px; @right-middle { content: counter(line) } }"
    cells = ".side { display: table-cell; width: 50% }"
    (page,) = pages(f"<div style='display: table; width: 100%'>{rows}</div>", both + cells)
    words = baselines(page, of_margin=False)
    shown = [
        [
            (text.text, round(text.position_y + text.baseline, 1))
            for text in box.descendants()
            if isinstance(text, boxes.TextBox)
        ]
        for box in page.children
        if isinstance(box, boxes.MarginBox)
    ]
    due = (("one", "two", "three"), ("alpha", "beta", "gamma"))
    assert sorted(shown) == sorted(
        [(str(number), words[word]) for number, word in enumerate(each, 1)] for each in due
    )


def test_a_page_without_lines_of_the_text_has_no_number() -> None:
    (page,) = pages("<p>before</p>")
    assert baselines(page, of_margin=True) == {}
