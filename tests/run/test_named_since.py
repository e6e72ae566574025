"""What was made since one version, or as one corrigendum, is not replaced by the next one."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING

import pytest

from communique.publish.manifest import NAME
from communique.read.source import read
from communique.run import pipeline
from communique.store.known import Known
from communique.turns import Filed, called
from tests.samples import with_front

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Build

DAY, NEXT = "2026-03-01", "2026-03-02"
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
    ("turn", "now", "before", "number", "name"),
    [
        ("changes", Known("draft-3"), Known("draft-1"), None, "changes-since-draft-1"),
        ("changes", Known(""), Known("draft-1", DAY), None, "changes-since-draft-1"),
        ("changes", Known("", DAY), Known("embargoed", DAY), None, "changes-since-embargoed"),
        ("changes", Known("draft-1"), Known("draft-1", DAY), None, f"changes-since-{DAY}"),
        ("changes", Known("", NEXT), Known("", DAY, "aa"), None, f"changes-since-{DAY}"),
        ("changes", Known("draft-1", DAY), Known("draft-1", DAY, "aa"), 2, "changes-since-aa"),
        ("changes", Known("draft-1", DAY), Known("", "", "aa"), 2, "changes-since-aa"),
        ("changes", Known(), None, None, "changes"),
        ("corrigendum", Known("", NEXT), Known("", DAY), None, "corrigendum"),
        ("corrigendum", Known(), Known(), 1, "corrigendum"),
        ("corrigendum", Known(), Known(), 2, "corrigendum-2"),
        ("plain", Known("draft-2"), Known("draft-1"), 2, "plain"),
        ("alternat-2", Known(), None, 2, "alternat-2"),
    ],
)
def test_files_name_an_earlier_version_and_a_further_corrigendum(
    turn: str, now: Known, before: Known | None, number: int | None, name: str
) -> None:
    filed = Filed(now, (before,) if before else (), number)
    assert called(turn, filed) == name


def test_two_versions_beside_one_another_are_both_in_a_name() -> None:
    one, other = Known("", DAY, "aa"), Known("", DAY, "bb")
    assert called("changes", Filed(one, (one, other))) == "changes-since-aa-bb"


def test_a_version_is_known_by_its_day_and_by_the_bytes_of_its_file(tmp_path: Path) -> None:
    path = written(tmp_path / "a.en.md", f"issued: {DAY}\nupdated: {NEXT}")
    digest = hashlib.sha256(path.read_bytes()).hexdigest()[:8]
    assert read(path).known == Known("", NEXT, digest)
    path = written(tmp_path / "a.en.md", f"issued: {NEXT}\ndraft: {{version: 2, at: {DAY} 16:00}}")
    assert read(path).known[:2] == ("draft-2", DAY)
    assert read(written(tmp_path / "a.en.md", "kind: letter")).known[:2] == ("", "")


def test_changes_since_two_finals_or_two_states_of_a_draft_stay_beside_one_another(
    build: Build, tmp_path: Path
) -> None:
    new, old = tmp_path / "meeting.en.md", tmp_path / "old.en.md"
    found = []
    for front in ("issued: 2026-03-01", "draft: {version: 2, at: 2026-03-01 16:00}"):
        written(new, front, "The new words of a text.")
        for words in ("The first words of a text.", "The second words of a text."):
            written(old, front, words)
            run = build(new, "--as", "changes", "--since", old, "--output", "text")
            assert (run.code, "replaced" in run.err) == (0, False)
            found.append(f"changes-since-{read(old).known.digest}")
    names = [path.name.split(".")[2] for path in (tmp_path / "out").glob("*.txt")]
    assert sorted(names) == sorted(found)


def test_that_changes_since_another_version_of_a_day_are_replaced_is_told(
    build: Build, tmp_path: Path
) -> None:
    new = written(tmp_path / "meeting.en.md", f"issued: {NEXT}", "The new words of a text.")
    old, options = tmp_path / "old.en.md", ("--as", "changes", "--output", "text")
    said = []
    for words in ("The first words of a text.", "The second words of a text."):
        written(old, f"issued: {DAY}", words)
        said += [build(new, *options, "--since", old).err for _ in range(2)]
    name = f"meeting.en.changes-since-{DAY}.txt"
    told = f"{tmp_path / 'out' / name} showed the changes since another version, and is replaced"
    assert [told in each for each in said] == [False, False, True, False]


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


ISSUED = "symbol: A/1\nissued: 2026-03-01"
ANOTHER = "; write corrigendum: 2 in meeting.en.md if this is a further one, or delete that file"


def test_a_corrigendum_that_was_given_its_day_replaces_itself(build: Build, tmp_path: Path) -> None:
    new, old = tmp_path / "meeting.en.md", tmp_path / "old.en.md"
    words = ("--as", "corrigendum", "--since", old, "--output", "text")
    written(old, ISSUED, "There are nine lights on the long coast.")
    written(new, ISSUED, "There are ten lights on the long coast.")
    assert (
        "updated: the corrigendum has no date; write updated: and its day" in build(new, *words).err
    )
    written(new, f"{ISSUED}\nupdated: 2026-03-02", "There are ten lights on the long coast.")
    assert build(new, *words).code == 0
    assert "2 March 2026" in (tmp_path / "out/meeting.en.corrigendum.txt").read_text("utf-8")


@pytest.mark.parametrize(
    ("of", "day", "why"),
    [
        ("There are nine lights on the long coast.", "2026-03-02", ""),
        ("There are nine lights on the long coast.", "2026-03-03", "has another day, 2026-03-02"),
        ("There are eight lights on the long coast.", "2026-03-02", "corrects another version"),
    ],
    ids=["the same one is made anew", "on another day", "of another version"],
)
def test_a_corrigendum_replaces_no_other_one(
    build: Build, tmp_path: Path, of: str, day: str, why: str
) -> None:
    new, old, out = tmp_path / "meeting.en.md", tmp_path / "old.en.md", tmp_path / "out"
    words = ("--as", "corrigendum", "--since", old, "--output", "text")
    written(old, ISSUED, "There are nine lights on the long coast.")
    written(new, f"{ISSUED}\nupdated: 2026-03-02", "There are ten lights on the long coast.")
    assert build(new, *words).code == 0
    first = (out / "meeting.en.corrigendum.txt").read_bytes()
    written(old, ISSUED, of)
    written(new, f"{ISSUED}\nupdated: {day}", "There are eleven lights on the long coast.")
    run = build(new, *words)
    assert run.code == bool(why)
    assert ((out / "meeting.en.corrigendum.txt").read_bytes() == first) is bool(why)
    if why:
        assert f"corrigendum.txt is there already and {why}{ANOTHER}" in run.err
        (out / "meeting.en.corrigendum.txt").unlink()
        assert build(new, *words).code == 0
