"""Links to headings, or whose words are an address: where they lead is said, and missed if not."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from communique import turns
from communique.model.faults import StatementError
from tests.prove.corrections.test_corrections import with_nodes
from tests.turns.corrigenda import HEAD, changed, corrigendum, doubts, said, statements
from tests.turns.test_corrigendum_pages import WITH_WORDS

if TYPE_CHECKING:
    from pathlib import Path

#: What stands in the earlier text and in the new one, and what is said of it.
LINKS = {
    "another scheme": (
        "[a.org/b](http://a.org/b)",
        "[a.org/b](https://a.org/b)",
        "In “See a.org/b for” link “a.org/b” to https://a.org/b",
    ),
    "a page for a mailbox": (
        "[a@b.org](mailto:a@b.org)",
        "[a@b.org](https://a@b.org)",
        "In “See a@b.org for” link “a@b.org” to https://a@b.org",
    ),
    "a link that goes": (
        "[a.org/b](https://a.org/b)",
        "a.org/b",
        "In “See a.org/b for” remove the link from “a.org/b”",
    ),
    "a link that comes": (
        "a@b.org",
        "<a@b.org>",
        "In “See a@b.org for” link “a@b.org” to mailto:a@b.org",
    ),
}


#: Texts with a link to a heading, and what is said of it.
_PRICES = "See [the prices](#prices) below.\n\n## Prices\n\nLow.\n\n## Costs\n\nHigh.\n"
HEADINGS = {
    "another heading": (
        (("#prices", "#costs"),),
        ["Paragraph 1:", "In “See the prices” link “the prices” to the heading “Costs”"],
    ),
    "a heading with other words": (
        (("#prices", "#low-prices"), ("## Prices", "## Low prices")),
        ["Heading “Prices”:", "For “Prices” read “Low prices”"],
    ),
    "a heading in the place of an address": (
        (("#prices", "https://example.org"),),
        ["Paragraph 1:", "In “See the prices” link “the prices” to https://example.org"],
    ),
    "a heading that comes": (
        (("#prices", "#sums"), ("Low.\n", "Low.\n\n## Sums\n\nAll.\n")),
        [
            "Paragraph 1:",
            "In “See the prices” link “the prices” to the heading “Sums”",
            "Under “Prices”, paragraph 1:",
            "After it insert the heading “Sums”, the paragraph “All.”",
        ],
    ),
}


@pytest.mark.parametrize("name", HEADINGS)
def test_a_heading_to_which_a_link_leads_is_called_by_its_words(tmp_path: Path, name: str) -> None:
    pairs, wanted = HEADINGS[name]
    made = corrigendum(tmp_path, f"{HEAD}{_PRICES}", f"{HEAD}{changed(_PRICES, *pairs)}")
    assert said(made) == wanted


@pytest.mark.parametrize("tag", WITH_WORDS)
def test_each_language_calls_it_so(tmp_path: Path, tag: str) -> None:
    old, new = (f"{HEAD}{each}" for each in (_PRICES, _PRICES.replace("#prices", "#costs")))
    one, other = corrigendum(tmp_path, old, new, tag), corrigendum(tmp_path, new, old, tag)
    assert "#" not in "".join((*said(one), *said(other)))
    assert doubts(replace(one, body=other.body))


def test_a_link_to_one_of_two_headings_with_the_same_words_is_refused(tmp_path: Path) -> None:
    old = f"{HEAD}{_PRICES}\n## Prices\n\nNone.\n"
    earlier, later = statements(tmp_path, old, old.replace("#prices", "#prices-2"))
    with pytest.raises(StatementError, match="one of several headings with the same words"):
        turns.turned(later, "corrigendum", earlier)


def test_a_link_to_a_heading_that_went_is_missed(tmp_path: Path) -> None:
    new = changed(_PRICES, ("#prices", "#costs"), ("## Prices\n\nLow.\n\n", ""))
    made = corrigendum(tmp_path, f"{HEAD}{_PRICES}", f"{HEAD}{new}")
    kept = tuple(node for node in made.body.children if "link" not in node.plain)
    assert doubts(with_nodes(made, kept))


@pytest.mark.parametrize("name", LINKS)
def test_where_an_address_leads_is_said_and_missed(tmp_path: Path, name: str) -> None:
    one, other, wanted = LINKS[name]
    old, new = (f"{HEAD}See {words} for more of it.\n" for words in (one, other))
    made = corrigendum(tmp_path, old, new)
    assert said(made) == ["Paragraph 1:", wanted]
    missed = "; ".join(doubts(with_nodes(made, made.body.children[:-1])))
    assert "no correction says the look, the link" in missed
