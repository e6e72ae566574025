"""Long words of a page are marked where its lines or columns are narrow."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.compose.inline.long_words import marked

LONG = "Donaudampfschiff"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (f"the {LONG} sails", f"the <{LONG}> sails"),
        (f"the {LONG[1:]} sails", f"the {LONG[1:]} sails"),
        (f"{LONG}-{LONG}, {LONG}", f"<{LONG}-{LONG},> <{LONG}>"),
        (f"{LONG}\u00a0km", f"<{LONG}>\u00a0km"),
        (f"{LONG}\u00a0», {LONG}\u202f!", f"<{LONG}\u00a0»,> <{LONG}\u202f!>"),
        (f"{LONG}\u00a0&amp; Co.", f"<{LONG}>\u00a0&amp; Co."),
        (f"שלום {LONG}", f"שלום {LONG}"),
    ],
)
def test_words_of_sixteen_characters_are_marked(text: str, found: str) -> None:
    made = marked(f'<html><body class="a"><p>{text}</p></body></html>')
    shown = made.replace('<span class="long">', "<").replace("</span>", ">")
    assert shown == f'<html><body class="a"><p>{found}</p></body></html>'


def test_the_head_and_attributes_are_left_alone() -> None:
    html = f"<html><head><title>{LONG}</title></head><body><p title='{LONG}'>a</p></body></html>"
    assert marked(html) == html


@given(st.lists(st.text(st.sampled_from("ab &;א"), max_size=30), max_size=6))
def test_nothing_but_marks_is_added(texts: list[str]) -> None:
    html = "<html><body>" + "".join(f"<p>{each}</p>" for each in texts) + "</body></html>"
    assert re.sub('<span class="long">(.*?)</span>', r"\1", marked(html)) == html
