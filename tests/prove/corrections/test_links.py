"""Links whose words are their address: where they lead is said, and missed where it is not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.prove.corrections.test_corrections import with_nodes
from tests.turns.corrigenda import HEAD, corrigendum, doubts, said

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


@pytest.mark.parametrize("name", LINKS)
def test_where_an_address_leads_is_said_and_missed(tmp_path: Path, name: str) -> None:
    one, other, wanted = LINKS[name]
    old, new = (f"{HEAD}See {words} for more of it.\n" for words in (one, other))
    made = corrigendum(tmp_path, old, new)
    assert said(made) == ["Paragraph 1:", wanted]
    missed = "; ".join(doubts(with_nodes(made, made.body.children[:-1])))
    assert "no correction says the look, the link" in missed
