"""Drafts and embargoes beside finals: no file replaces one of another status, and it is named."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from communique.publish.manifest import NAME
from communique.store.naming import file_name
from tests.samples import with_front

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Build, Write

STATUS = {
    "": "meeting.en",
    "draft: {version: 1}": "meeting.en.draft-1",
    "draft: {version: 2}": "meeting.en.draft-2",
    "embargo: 2026-03-12 16:00 Z": "meeting.en.embargoed",
}
STILL = "still there, made when the text was another draft, under embargo or final"


def of(status: str) -> str:
    return with_front(f"title: A title\n{status}")


def there(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir() if path.name != NAME)


def test_a_status_is_the_last_part_of_a_name() -> None:
    assert file_name("meeting", ["en"], "standard") == "meeting.en"
    assert file_name("meeting", ["en"], "standard", "draft-2") == "meeting.en.draft-2"
    assert file_name("meeting", ["en", "fr"], "parallel", "embargoed") == (
        "meeting.en+fr.parallel.embargoed"
    )


@pytest.mark.parametrize(("status", "name"), STATUS.items())
def test_every_output_has_the_status_in_its_name(
    build: Build, statement: Write, tmp_path: Path, status: str, name: str
) -> None:
    outputs = ("--output", "pdf", "--output", "text")
    assert build(statement(of(status)), *outputs, "--html", tmp_path / "html").code == 0
    assert there(tmp_path / "out") == [f"{name}.pdf", f"{name}.txt"]
    assert there(tmp_path / "html") == [f"{name}.html"]
    run = build(statement(of(status)), *outputs)
    assert run.err == "2 unchanged\n"
    assert run.out.count("unchanged") == 2


def test_a_text_says_it_first(build: Build, statement: Write, tmp_path: Path) -> None:
    build(statement(of("draft: {version: 2, at: 2026-03-12}")), "--output", "text")
    text = (tmp_path / "out/meeting.en.draft-2.txt").read_text("utf-8")
    assert text.startswith("Draft 2 · 12 March 2026 · not for release\n")


def test_what_has_another_status_stays_and_is_named(
    build: Build, statement: Write, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    assert build(statement(of("draft: {version: 1}"))).err == ""
    run = build(statement(of("draft: {version: 2}")))
    assert run.err.splitlines() == [
        f"{out}: {STILL}: meeting.en.draft-1.pdf; delete what nobody needs"
    ]
    assert build(statement(of("draft: {version: 2}"))).err == run.err, "also where all is current"
    (out / "meeting.en.draft-1.pdf").unlink()
    path = statement(of(""))
    run = build(path, "--edition", "letter", "--format", "json")
    told = [json.loads(line) for line in run.out.splitlines()]
    assert [event["files"] for event in told if event["event"] == "of_another_status"] == [
        ["meeting.en.draft-2.pdf"]
    ]
    assert there(out) == ["meeting.en.draft-2.pdf", "meeting.en.letter.pdf"]
    run = build(statement(of("draft: {version: 2}")))
    assert f"{STILL}: meeting.en.letter.pdf;" in run.err, "a final is named beside a draft"


def test_three_files_are_named_at_most_and_all_in_json(build: Build, statement: Write) -> None:
    for version in range(1, 6):
        run = build(statement(of(f"draft: {{version: {version}}}")), "--output", "text")
    names = [f"meeting.en.draft-{version}.txt" for version in range(1, 5)]
    assert f"{STILL}: {', '.join(names[:3])} and 1 more; delete" in run.err
    path = statement(of("draft: {version: 5}"))
    run = build(path, "--output", "text", "--format", "json")
    told = [json.loads(line) for line in run.out.splitlines()]
    assert [each["files"] for each in told if each["event"] == "of_another_status"] == [names]


def test_other_statements_and_editions_of_the_same_status_are_not_named(
    build: Build, statement: Write
) -> None:
    assert build(statement(of("draft: {version: 1}"), "other.en.md")).err == ""
    path = statement(of("draft: {version: 2}"))
    assert build(path).err == ""
    assert build(path, "--edition", "letter").err == ""
    assert build(statement(of(""), "third.en.md")).err == ""


def test_versions_of_another_status_do_not_stand_side_by_side(
    build: Build, statement: Write, tmp_path: Path
) -> None:
    one = statement(of("draft: {version: 2}"))
    other = statement(of("draft: {version: 3}"), "meeting.fr.md")
    run = build(one, other, "--edition", "parallel")
    assert run.code == 1
    assert run.err.splitlines()[0] == (
        f"{one}:3: languages: draft is version 2, and in {other}:3 version 3; make the two alike"
    )
    statement(of("draft: {version: 2}"), "meeting.fr.md")
    assert build(one, other, "--edition", "parallel").code == 0
    assert there(tmp_path / "out") == ["meeting.en+fr.parallel.draft-2.pdf"]


def test_a_draft_is_verified_like_a_final(build: Build, statement: Write, tmp_path: Path) -> None:
    build(statement(of("embargo: 2026-03-12 16:00 Europe/Copenhagen")))
    run = build("verify", tmp_path / "out/meeting.en.embargoed.pdf")
    assert run.code == 0
