"""How a turn and an earlier version are named on the command line, and what is said of slips."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.samples import with_body, with_front

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Build, Write

TURNS = "plain or negotiation or changes or corrigendum or alternat"
SLIPS = {
    "a turn has small letters": (
        ["--as", "Changes"],
        "build: --as: there is no Changes; did you mean changes?",
    ),
    "a turn may be mistyped": (
        ["--as", "negociation"],
        "build: --as: there is no negociation; did you mean negotiation?",
    ),
    "a turn that nobody knows is told with all": (
        ["--as", "poster"],
        f"build: --as: there is no poster; write {TURNS}",
    ),
    "an empty turn is none": (["--as", ""], f"build: --as: it is empty; write {TURNS}"),
    "an edition is no turn": (
        ["--as", "letter"],
        "build: --as: letter is no turn but an edition; write --edition letter",
    ),
    "a turn is no edition": (
        ["--edition", "Negotiation"],
        "there is no edition Negotiation; it is a turn of any edition; write --as negotiation",
    ),
    "a file is in one turn": (
        ["--as", "negotiation", "--as", "changes", "--since", "HEAD"],
        "build: --as is given twice, as negotiation and as changes; give it once, and run the "
        "command again for the other one",
    ),
    "a turn is no file": (
        ["changes"],
        "there is no file or folder changes; did you mean --as changes?",
    ),
    "an earlier version has a name": (
        ["--as", "changes", "--since", " "],
        "--since is empty; name a file, a PDF of ours, or a git revision after it",
    ),
    "controls are not sent to a terminal": (
        ["--as", "\x1b[31m\u202ex"],
        f"build: --as: there is no \\x1b[31m\\u202ex; write {TURNS}",
    ),
}


@pytest.mark.parametrize(("words", "message"), SLIPS.values(), ids=SLIPS.keys())
def test_a_slip_is_told_with_what_to_write(
    build: Build, statement: Write, words: list[str], message: str
) -> None:
    run = build("build", statement(), *words)
    assert (run.code, run.out) == (2, "")
    assert run.err.partition(" ")[2] == f"{message}\n"


def test_the_same_turn_may_be_named_twice(build: Build, statement: Write) -> None:
    path = statement(with_front("title: A\ndraft: {version: 1}"))
    assert build("build", path, "--as", "negotiation", "--as", "negotiation").code == 0


def test_compare_needs_a_name_after_since(build: Build, statement: Write) -> None:
    run = build("compare", "--since", "", statement())
    assert (run.code, run.err.partition(": ")[2]) == (
        2,
        "--since is empty; name a file, a PDF of ours, or a git revision after it\n",
    )


def test_a_text_for_an_e_mail_has_nothing_attached(build: Build, tmp_path: Path) -> None:
    old, new = tmp_path / "old.en.md", tmp_path / "meeting.en.md"
    old.write_text(with_body("We met at noon."), "utf-8")
    new.write_text(with_body("We met at dawn."), "utf-8")
    run = build("build", new, "--as", "changes", "--since", old, "--output", "text")
    assert (run.code, run.err) == (0, "")


def test_an_attachment_with_controls_in_its_name_is_told_without_them(
    build: Build, statement: Write, tmp_path: Path
) -> None:
    from pypdf import PdfWriter  # noqa: PLC0415  # for this test alone

    forged = tmp_path / "old.pdf"
    writer = PdfWriter()
    writer.add_blank_page(100, 100)
    writer.add_attachment("\x1b[8m\u202e.en.md", b"---\ntitel: A\n---\n\nText.\n")
    writer.write(forged)
    run = build("compare", forged, statement())
    assert run.code != 0
    assert "\x1b" not in run.err
    assert "\u202e" not in run.err
    assert "\\x1b[8m" in run.err
