"""What the tests of the desk share: a folder with statements, and the application on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from communique.desk import routes
from communique.desk.desk import Desk
from communique.desk.guard import Guard
from communique.desk.workshop import Workshop
from tests.desk.asking import ORIGIN, TOKEN, Browser
from tests.samples import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

LIGHTS = """\
---
title: Lights for the Grey Strait
issued: 2026-03-12
issuers:
  - country: Norland
  - country: Valdore
---

Norland will renew its nine lights.

Valdore pays for the tenth.
"""


class NoWorkshop(Workshop):
    """A workshop without workers, for what needs no pages."""

    def __init__(self) -> None:
        pass


@pytest.fixture
def folder(project: Path) -> Path:
    """Return the folder of statements of a project with two statements, one in two languages."""
    source = project / "source"
    source.mkdir()
    (source / "lights.en.md").write_text(LIGHTS, "utf-8")
    (source / "lights.da.md").write_text(LIGHTS.replace("Lights for", "Lys til"), "utf-8")
    example = (ROOT / "docs/example.en.md").read_text("utf-8")
    (source / "example.en.md").write_text(example, "utf-8")
    return source


@pytest.fixture
def browser(folder: Path) -> Browser:
    """Return what asks a desk without workers."""
    desk = Desk(folder, folder.parent / "out", NoWorkshop())
    return Browser(Guard(routes.application(desk), TOKEN, ORIGIN))


@pytest.fixture(scope="module")
def workshop(engine: None) -> Iterator[Workshop]:  # noqa: ARG001  # for its effect
    """Return workers, with an engine that is warm where they are forked from."""
    made = Workshop()
    yield made
    made.stop()


@pytest.fixture
def busy(folder: Path, workshop: Workshop) -> Browser:
    """Return what asks a desk with workers."""
    desk = Desk(folder, folder.parent / "out", workshop)
    return Browser(Guard(routes.application(desk), TOKEN, ORIGIN))
