"""What was made since one version, or as one corrigendum, is not replaced by the next one."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from communique.publish.manifest import NAME
from communique.read.source import read
from communique.run import pipeline
from communique.turns import Filed, called
from tests.samples import with_front

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Build

FIRST, SECOND = "meeting.en.changes-since-draft-1", "meeting.en.changes-since-draft-2"


def written(path: Path, front: str, words: str = "Some words of a text.") -> Path:
    path.write_text(with_front(f"title: A title\n{front}") + words + "\n", "utf-8")
    return path


@pytest.fixture
def drafts(tmp_path: Path) -> list[Path]:
    """Three drafts: the last one is that which is built."""
    names = ("one.en.md", "two.en.md", "meeting.en.md")
    return [
        written(
            tmp_path / name, f"draft: {{version: {number}}}", f"The {name[:3]} words of a text."
        )
        for number, name in enumerate(names, start=1)
    ]


def there(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir() if path.name != NAME)


@pytest.mark.parametrize(
    ("turn", "status", "before", "number", "name"),
    [
        ("changes", "draft-3", "draft-1", None, "changes-since-draft-1"),
        ("changes", "", "draft-1", None, "changes-since-draft-1"),
        ("changes", "draft-1", "draft-1", None, "changes"),
        ("changes", "draft-1", "", 2, "changes"),
        ("changes", "", "embargoed", None, "changes"),
        ("corrigendum", "", "", None, "corrigendum"),
        ("corrigendum", "", "", 1, "corrigendum"),
        ("corrigendum", "", "", 2, "corrigendum-2"),
        ("plain", "draft-2", "draft-1", 2, "plain"),
        ("alternat-2", "", "", 2, "alternat-2"),
    ],
)
def test_files_name_an_earlier_draft_and_a_further_corrigendum(
    turn: str, status: str, before: str, number: int | None, name: str
) -> None:
    assert called(turn, Filed(status, before, number)) == name


def test_changes_since_two_drafts_stay_beside_one_another(
    build: Build, drafts: list[Path], tmp_path: Path
) -> None:
    one, two, new = drafts
    html = tmp_path / "html"
    for old in (one, two):
        run = build(new, "--as", "changes", "--since", old, "--html", html, "--output", "pdf")
        assert run.code == 0
        assert "still there" not in run.err
    assert there(tmp_path / "out") == [f"{FIRST}.draft-3.pdf", f"{SECOND}.draft-3.pdf"]
    assert there(html) == [f"{FIRST}.draft-3.html", f"{SECOND}.draft-3.html"]
    for name in there(tmp_path / "out"):
        assert build("verify", tmp_path / "out" / name).code == 0
    record = (tmp_path / "out" / NAME).read_text("utf-8").splitlines()
    lines = [line for line in map(json.loads, record) if "file" in line]
    assert {(line["file"], line["turn"]) for line in lines} == {
        (f"{FIRST}.draft-3.pdf", "changes"),
        (f"{SECOND}.draft-3.pdf", "changes"),
    }
    written(new, "draft: {version: 4}", "Few words of a text.")
    run = build(new)
    assert (
        f"still there, made when the text was another draft, under embargo or final: {FIRST}"
        in (run.err)
    )
    assert f"{SECOND}.draft-3.pdf" in run.err


def test_a_page_that_the_api_makes_has_the_same_name(drafts: list[Path], tmp_path: Path) -> None:
    old, _, new = map(read, drafts)
    made = pipeline.build(new, "standard", tmp_path / "out", ("text",), turn="changes", earlier=old)
    assert made.files["text"].path.name == f"{FIRST}.draft-3.txt"


def test_a_second_corrigendum_leaves_the_first_one_as_it_is(build: Build, tmp_path: Path) -> None:
    symbol = "symbol: A/1\nissued: 2026-03-01"
    old = written(tmp_path / "old.en.md", symbol, "There are nine lights on the long coast.")
    new = tmp_path / "meeting.en.md"
    out = tmp_path / "out"
    options = ("--as", "corrigendum", "--since", old, "--output", "text")
    written(new, f"{symbol}\nupdated: 2026-03-02", "There are ten lights on the long coast.")
    assert build(new, *options).code == 0
    first = (out / "meeting.en.corrigendum.txt").read_bytes()
    written(
        new,
        f"{symbol}\nupdated: 2026-03-03\ncorrigendum: 2",
        "There are eleven lights on the long coast.",
    )
    assert build(new, *options).code == 0
    assert there(out) == ["meeting.en.corrigendum-2.txt", "meeting.en.corrigendum.txt"]
    assert (out / "meeting.en.corrigendum.txt").read_bytes() == first
    assert "A/1/Corr.2" in (out / "meeting.en.corrigendum-2.txt").read_text("utf-8")
