"""The verb compare: what differs between two versions, in words and as events."""

from __future__ import annotations

import json
import os
import pty
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from jsonschema import Draft202012Validator

from communique.command import cli
from communique.command.verbs.list import _EVENTS
from communique.read.source import read
from communique.run import pipeline
from tests.samples import ROOT

if TYPE_CHECKING:
    from tests.conftest import Build

OLD = """---
title: Lights for the Grey Strait
issued: 2026-03-12
issuers:
  - country: Norland
---

## The works

Norland and Valdore will renew the nine lights of the
Grey Strait, all of which are old, by 31 December 2028 and not later than that. The works begin
in spring.

All coastal states may take part in the meetings of the ministers.

1. Install new lamps.
2. Paint the walls.

| Light | Height |
|---|---:|
| Grey Point | 12 |
| Black Rock | 20 |

Both parties pay half of the costs.[^1] A joint office keeps the accounts.

The end of it.

[^1]: In euros of 2026.
"""
NEW = """---
title: New lights for the Grey Strait
issued: 2026-03-13
issuers:
  - country: Norland
---

## The works

Norland and Valdore will renew the nine lights of the
Grey Strait, all of which are old, by 30 June 2029 and not later than that. The works begin
in *early* spring.

1. Install new lamps.
2. Close the gates.
3. Paint the walls.

| Light | Height |
|---|---:|
| Grey Point | 13 |
| Black Rock | 20 |

Both parties pay half of the costs.[^1]

A joint office keeps the accounts.

All coastal states may take part in the meetings of the ministers.

[^1]: In euros of 2027.
"""
SUMMARY = (
    "4 paragraphs changed, 2 added, 1 moved, 1 deleted; 7 words added, 7 deleted; "
    "1 point renumbered; 2 values of the front matter changed"
)
MORE = "{+30 June 2029+} and not later than that. The works begin in {+*early*+} spring."
TOLD = f"""\
old.en.md:2, new.en.md:2: title: changed
  [-Lights-] {{+New lights+}} for the Grey Strait
old.en.md:3, new.en.md:3: issued: changed
  [-2026-03-12-] {{+2026-03-13+}}
old.en.md:10, new.en.md:10: paragraph 1, under “The works”: changed
  … Grey Strait, all of which are old, by [-31 December 2028-] {MORE}
old.en.md:14: paragraph 2, under “The works”: moved away from here (2)
  All coastal states may take part in the meetings of the ministers.
new.en.md:15: point 2., under “The works”: added
  {{+Close the gates.+}}
old.en.md:17, new.en.md:16: point 3., under “The works”: renumbered
  [-2.-] {{+3.+}}
old.en.md:21, new.en.md:20: table, row 2, cell 2, under “The works”: changed
  [-12-] {{+13+}}
old.en.md:24, new.en.md:23: paragraph 2, under “The works”: changed
  Both parties pay half of the costs.[^1] [-A joint office keeps the accounts.-](1)
old.en.md:26: paragraph 4, under “The works”: deleted
  [-The end of it.-]
new.en.md:25: paragraph 3, under “The works”: added
  {{+A joint office keeps the accounts.+}}(1)
old.en.md:14, new.en.md:27: paragraph 4, under “The works”: moved here (2)
  All coastal states may take part in the meetings of the ministers.
old.en.md:28, new.en.md:29: note 1: changed
  In euros of [-2026-] {{+2027+}}.
old.en.md, new.en.md: {SUMMARY}
"""
VALIDATOR = Draft202012Validator(json.loads(_EVENTS.read_text("utf-8")))


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder that we are in, with two versions of a statement."""
    (tmp_path / "old.en.md").write_text(OLD, "utf-8")
    (tmp_path / "new.en.md").write_text(NEW, "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.usefixtures("folder")
def test_each_change_has_its_place_its_words_and_what_is_around_them(build: Build) -> None:
    run = build("compare", "old.en.md", "new.en.md")
    assert (run.code, run.out, run.err) == (1, TOLD, "")


@pytest.mark.usefixtures("folder")
def test_a_version_beside_itself_is_the_same(build: Build) -> None:
    run = build("compare", "new.en.md", "new.en.md")
    assert (run.code, run.out) == (0, "new.en.md, new.en.md: both say the same\n")


@pytest.mark.usefixtures("folder")
def test_an_earlier_version_that_looks_newer_is_told(build: Build) -> None:
    said = (
        "the earlier version, new.en.md, looks newer: it is of 2026-03-13, and old.en.md is of "
        "2026-03-12; swap the two, or correct the date of one"
    )
    run = build("compare", "new.en.md", "old.en.md")
    assert (run.code, run.err) == (1, f"old.en.md: {said}\n")
    told = build("compare", "--format", "json", "new.en.md", "old.en.md")
    *_, compared, _ = map(json.loads, told.out.splitlines())
    VALIDATOR.validate(compared)
    assert compared["remarks"] == [said]


@pytest.mark.usefixtures("folder")
def test_quiet_leaves_a_line_where_they_differ(build: Build) -> None:
    assert build("compare", "-q", "new.en.md", "new.en.md").out == ""
    run = build("compare", "-q", "old.en.md", "new.en.md")
    assert (run.code, run.out) == (1, f"old.en.md, new.en.md: {SUMMARY}\n")


@pytest.mark.usefixtures("folder")
def test_events_fit_the_schema_and_have_both_versions_whole(build: Build) -> None:
    run = build("compare", "--format", "json", "old.en.md", "new.en.md")
    events: list[dict[str, Any]] = [json.loads(line) for line in run.out.splitlines()]
    for event in events:
        VALIDATOR.validate(event)
    *changes, compared, summary = events
    assert {event["event"] for event in changes} == {"changed"}
    assert (compared["event"], compared["outcome"], compared["reason"]) == (
        "compared",
        "different",
        SUMMARY,
    )
    assert (compared["changed"], compared["moved"], compared["words_added"]) == (4, 1, 7)
    assert (summary["different"], summary["status"], run.code) == (1, 1, 1)
    (first,) = (event for event in changes if event["place"] == "paragraph 1")
    for fate, text in (("added", OLD), ("deleted", NEW)):
        words = "".join(piece["text"] for piece in first["pieces"] if piece["kind"] != fate)
        assert words == " ".join(text.split("\n")[9:12])
    assert [(event["old_line"], event["new_line"]) for event in changes if event["move"]] == [
        (14, None),
        (14, 27),
    ]


def test_a_revision_of_the_one_file_is_compared_with_it(folder: Path, build: Build) -> None:
    def git(*words: str) -> None:
        who = ("-c", "user.name=a", "-c", "user.email=a@example.org")
        subprocess.run(["git", "-C", str(folder), *who, *words], check=True, capture_output=True)  # noqa: S603, S607  # our own words

    git("init", "-q")
    (folder / "meeting.en.md").write_text(OLD, "utf-8")
    git("add", "meeting.en.md")
    git("commit", "-qm", "First")
    (folder / "meeting.en.md").write_text(NEW, "utf-8")
    told = TOLD.replace("old.en.md", "HEAD:meeting.en.md").replace("new.en.md", "meeting.en.md")
    assert build("compare", "--since", "HEAD", "meeting.en.md").out == told
    assert build("compare", "HEAD:meeting.en.md", "meeting.en.md").out == told
    run = build("compare", "meeting.en.md", "HEAD:meeting.en.md")
    assert (run.code, run.out.count("\n")) == (1, told.count("\n"))


@pytest.mark.usefixtures("engine")
def test_two_pdfs_are_compared_by_their_statements(folder: Path, build: Build) -> None:
    for name in ("old", "new"):
        made = pipeline.make(read(folder / f"{name}.en.md"), "standard")
        (folder / f"{name}.pdf").write_bytes(made.files["pdf"].data)
    told = TOLD.replace("old.en.md", "old.pdf/old.en.md").replace("new.en.md", "new.pdf/new.en.md")
    found = build("compare", "old.pdf", "new.pdf")
    assert found.out == told
    assert found.err.endswith(
        ": the statement attached to old.pdf and new.pdf was compared, not the pages; verify says "
        "whether they differ\n"
    )
    assert build("compare", "--since", "new.pdf", "new.en.md").code == 0


@pytest.mark.usefixtures("engine")
def test_a_pdf_of_changes_is_the_new_version_that_it_shows(folder: Path, build: Build) -> None:
    old, new = (read(folder / f"{name}.en.md") for name in ("old", "new"))
    made = pipeline.make(new, "standard", turn="changes", earlier=old)
    (folder / "changes.pdf").write_bytes(made.files["pdf"].data)
    assert build("compare", "changes.pdf", "new.en.md").code == 0
    assert build("compare", "new.en.md", "changes.pdf").code == 0
    told = TOLD.replace("new.en.md", "changes.pdf/new.en.md")
    assert build("compare", "old.en.md", "changes.pdf").out == told


def test_captions_are_no_rows_and_rows_are_counted_in_the_version_they_are_in(
    folder: Path, build: Build
) -> None:
    table = ": {}\n\n| A | B |\n|---|---|\n| 1 | 2 |\n{}| 5 | {} |\n"
    for name, parts in (("old", ("Lights", "| 3 | 4 |\n", 6)), ("new", ("Lamps", "", 7))):
        text = OLD.partition("## The")[0] + table.format(*parts)
        (folder / f"{name}.en.md").write_text(text, "utf-8")
    said = build("compare", "old.en.md", "new.en.md").out.splitlines()[::2]
    assert [line.partition(": ")[2] for line in said[:3]] == [
        "table, caption: changed",
        "table, row 3: deleted",
        "table, row 3, cell 2: changed",
    ]


def test_versions_in_two_languages_cannot_be_compared(folder: Path, build: Build) -> None:
    (folder / "old.da.md").write_text(OLD, "utf-8")
    run = build("compare", "old.da.md", "new.en.md")
    said = "one is in da and the other in en; name two versions in one language"
    assert (run.code, run.out, run.err) == (3, "", f"old.da.md, new.en.md: {said}\n")


def test_a_version_with_a_mistake_is_told_and_cannot_be_compared(
    folder: Path, build: Build
) -> None:
    (folder / "old.en.md").write_text(OLD.replace("title:", "titel:"), "utf-8")
    run = build("compare", "old.en.md", "new.en.md")
    assert (run.code, run.out) == (3, "")
    assert "old.en.md:2: titel: there is no such key; did you mean title?\n" in run.err


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ((), "it takes two versions, and 0 are named; write compare OLD.md NEW.md, or"),
        (("new.en.md",), "it takes two versions, and 1 are named"),
        (("--since", "old.en.md"), "it takes one file with --since, and 0 are named"),
        (("--since", "a", "old.en.md", "new.en.md"), "it takes one file with --since, and 2 are"),
        (("other.en.md", "new.en.md"), "there is no file or folder other.en.md"),
        (("old.en.md", "other.en.md"), "there is no file or folder other.en.md"),
        ((".", "new.en.md"), ". is a folder; name a statement or a PDF in it"),
    ],
)
@pytest.mark.usefixtures("folder")
def test_a_wrong_command_is_told(build: Build, words: tuple[str, ...], said: str) -> None:
    run = build("compare", *words)
    assert (run.code, run.out) == (2, "")
    assert run.err.startswith(f"communique: {said}")


def on_terminal(folder: Path, **environment: str) -> str:
    """Return what the command prints on a terminal."""
    ours, theirs = pty.openpty()
    with subprocess.Popen(  # noqa: S603  # our own interpreter and code
        [sys.executable, str(ROOT / "build.py"), "compare", "old.en.md", "new.en.md"],
        cwd=folder,
        stdout=theirs,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "TERM": "xterm", "NO_COLOR": "", **environment},
    ) as process:
        os.close(theirs)
        found = b""
        try:
            while part := os.read(ours, 4_096):
                found += part
        except OSError:  # Linux says so when the other end is closed
            pass
        process.wait()
    os.close(ours)
    return found.decode()


def test_colours_are_for_terminals_whose_users_want_them(folder: Path) -> None:
    assert "\033[31m[-31 December 2028-]\033[0m \033[32m{+30 June 2029+}\033[0m" in on_terminal(
        folder
    )
    assert "\033" not in on_terminal(folder, NO_COLOR="1")
    assert "\033" not in on_terminal(folder, TERM="dumb")


def test_what_a_terminal_would_obey_is_shown_and_not_done(folder: Path, build: Build) -> None:
    (folder / "new.en.md").write_text(NEW.replace("early", "ear\u202dly"), "utf-8")
    assert "\u202d" not in build("compare", "old.en.md", "new.en.md").out


def test_the_verb_is_found_where_it_is_named() -> None:
    with pytest.raises(SystemExit) as end:
        cli.main(["compare", "--help"])
    assert end.value.code == 0
