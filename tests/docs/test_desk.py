"""The page on the desk: what it tells to press is there, and so is what it shows."""

from __future__ import annotations

import re
import shlex

import pytest

from communique.command import cli, status
from communique.desk import serving
from communique.desk.rendering import HOME
from tests.docs.pages import DESK, TRUST, blocks, plain, prose, table
from tests.samples import ROOT

SHOWN = " ".join(path.read_text("utf-8") for path in sorted(HOME.iterdir()))


@pytest.mark.parametrize("words", sorted(set(re.findall(r"(?<!\*)\*([^*]+)\*(?!\*)", prose(DESK)))))
def test_what_is_to_be_pressed_is_there(words: str) -> None:
    remedies = (ROOT / "communique/desk/remedies.py").read_text("utf-8")
    assert words in SHOWN + remedies


def test_its_command_opens_the_desk(monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[object] = []
    monkeypatch.setattr(serving, "serve", lambda folder, *_, **__: opened.append(folder))
    (command,) = (code.strip() for code in blocks(DESK, "sh"))
    assert command.startswith("python3 build.py ")
    assert cli.main(shlex.split(command)[2:]) == status.WELL
    assert opened == [ROOT / "source"]


def test_every_picture_is_drawn_by_the_tool() -> None:
    drawn = re.findall(r'shot\(page, "([\w-]+)"\)', (ROOT / "tools/desk.py").read_text("utf-8"))
    shown = re.findall(r"\]\(([\w-]+)\.png\)", prose(DESK))
    assert sorted([*shown, "desk"]) == sorted(drawn)


@pytest.mark.parametrize("row", table(TRUST, "## Who reaches the desk"), ids=lambda row: row[0])
def test_what_is_said_of_who_reaches_it_is_held_by_its_test(row: list[str]) -> None:
    assert f"def {plain(row[1])}(" in (ROOT / "tests/desk/test_guard.py").read_text("utf-8")
