"""A good page of changes, and ways to spoil it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from communique.compose.page import Page, compose
from communique.content.content import content_of
from communique.design import edition
from communique.prove.changes.facts import Facts
from communique.read.source import read
from communique.turns import turned
from communique.typeset.engine import Typeset, typeset
from tests.prove.conftest import complaints

if TYPE_CHECKING:
    from collections.abc import Callable

    from communique.model.statement import Statement
    from tests.prove.conftest import Spoil

OLD = """\
---
title: Lights
issued: 2026-03-11
place: Mill
---

We renew two lights by then.[^a]

## Trade

1. one;
2. two.

| A | B |
| --- | ---: |
| c | 1 |

We thank the pilots of all ports.

[^a]: As agreed.
"""
NEW = """\
---
title: New lights
issued: 2026-03-12
---

We renew nine lights by then.[^a]

We thank the pilots of all ports.

## Trade

1. one;
2. and a half;
3. two.

| A | B |
| --- | ---: |
| c | 1 |
| d | 2 |

[^a]: As agreed in spring.
"""


def versions(folder_name: str = "meeting.en.md") -> tuple[Statement, Statement]:
    from pathlib import Path  # noqa: PLC0415  # the names of files alone

    old, new = (read(Path(folder_name), text.encode()) for text in (OLD, NEW))
    return old, new


def facts(old: str, new: str) -> Facts:
    """Return the facts of two versions with this front matter, which tell nothing yet."""
    from pathlib import Path  # noqa: PLC0415  # the names of files alone

    earlier, later = (
        read(Path(name), f"---\n{head}\n---\n\nWords.\n".encode())
        for name, head in (("old.en.md", old), ("new.en.md", new))
    )
    (version,) = content_of(later, edition.load("standard")).versions
    words = version.language.file.changes
    assert words
    return Facts(earlier, later, version.language, words, "", {}, version, ())


@pytest.fixture(scope="session")
def page() -> Page:
    old, new = versions()
    return compose(content_of(turned(new, "changes", old), edition.load("standard")))


@pytest.fixture(scope="session")
def made(page: Page) -> Typeset:
    return typeset(page)


@pytest.fixture
def other(page: Page) -> Callable[..., list[str]]:
    """Return what the proof says of a page of a turned statement that was changed."""

    def spoiled(change: Callable[[Statement], Statement]) -> list[str]:
        statement = change(page.content.statement)
        own = compose(content_of(statement, edition.load("standard")))
        return complaints(own, typeset(own))

    return spoiled


@pytest.fixture
def reset(page: Page) -> Spoil:
    """Typeset the page with other HTML or more styles, and return what the proof says."""

    def spoiled(old: str = "", new: str = "", styles: str = "") -> list[str]:
        assert old in page.html
        changed = replace(page, html=page.html.replace(old, new, 1), styles=page.styles + styles)
        return complaints(changed, typeset(changed))

    return spoiled
