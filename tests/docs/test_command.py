"""What the pages say of editions, languages, verbs, options and commands is so."""

from __future__ import annotations

import re
import shlex
from typing import TYPE_CHECKING

import pytest

from communique.command import cli, status, verbs
from communique.design import edition, language
from communique.read.source import read
from communique.run import pipeline
from communique.store.naming import STANDARD
from tests.docs.pages import (
    AUTHORS,
    CHANGELOG,
    DESK,
    PAGES,
    README,
    TRUST,
    VERSIONS,
    WORD,
    blocks,
    in_code,
    plain,
    table,
    text,
    words,
)
from tests.samples import SOURCE

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


def test_editions_are_listed_with_their_descriptions_and_file_names() -> None:
    rows = {plain(name): (what, plain(file)) for name, what, file in table(AUTHORS, "## Editions")}
    assert sorted(rows) == sorted(edition.names())
    for name, (what, file) in rows.items():
        assert what == edition.load(name).description
        tags = "en+fr" if edition.load(name).languages > 1 else "en"
        suffix = "" if name == STANDARD else f".{name}"
        assert file == f"meeting.{tags}{suffix}.pdf"
    assert all(f"`{name}`" in text(README) for name in edition.names())


def test_large_print_has_the_sizes_that_are_told() -> None:
    large = edition.load("large-print")
    assert f"nothing below {large.minimum_size:g} pt" in words(AUTHORS)
    assert f"the text in {large.text_size:g} pt" in words(AUTHORS)
    clear = edition.load("clear-print")
    told = f"the same in {clear.text_size:g} pt, and nothing below {clear.minimum_size:g} pt"
    assert told in words(AUTHORS)


@pytest.mark.usefixtures("engine")
def test_the_first_command_makes_what_the_readme_says(project: Path) -> None:
    begin = text(README).split("## What it makes")[0]
    sources = sorted(SOURCE.glob("*.md"))
    assert re.findall(r"out/(\S+)\.pdf", begin) == [path.stem for path in reversed(sources)]
    for path in sources:
        made = pipeline.build(read(path), STANDARD, project / "out").files["pdf"]
        assert made.pages == 1
        assert ["was set closer" in each for each in made.remarks] == [True] * path.match("*.da.md")
    assert "the Danish version" in words(README)
    assert "its text was set closer: so it has one page" in words(README)


def test_languages_are_listed() -> None:
    listed = ", ".join(sorted(map(language.english_name, language.names())))
    assert listed in words(README)
    assert listed in words(CHANGELOG)
    assert all(f"`{tag}`" in text(AUTHORS) for tag in language.names())


def help_of(verb: str, capsys: pytest.CaptureFixture[str]) -> str:
    with pytest.raises(SystemExit):
        cli.main([verb, "--help"])
    return capsys.readouterr().out


def options_of(verb: str, capsys: pytest.CaptureFixture[str]) -> set[str]:
    return set(re.findall(r"--[a-z][a-z-]+", help_of(verb, capsys)))


def test_verbs_are_listed_as_the_help_has_them() -> None:
    rows = [(plain(name), what) for name, what in table(README, "## The command")]
    assert rows == [(name, what) for name, (_, what) in verbs.VERBS.items()]


@pytest.mark.parametrize("verb", verbs.VERBS)
def test_every_option_is_in_the_readme_and_no_other(
    verb: str, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = [
        option
        for name, where, _ in table(README, "## The command", 1)
        for option in re.findall(r"--[a-z-]+", name)
        if where == "all" or f"`{verb}`" in where
    ]
    rare = re.findall(rf"`{verb} (--[a-z-]+)", words(README))
    assert {*rows, *rare} == options_of(verb, capsys)


@pytest.mark.parametrize("name", PAGES)
def test_every_option_shown_exists(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    known = set().union(*(options_of(verb, capsys) for verb in verbs.VERBS))
    for code in in_code(name):
        for line in code.splitlines():
            if "build.py" in line:
                assert set(re.findall(r"--[a-z][a-z-]+", line)) <= known


@pytest.mark.parametrize("name", [README, TRUST])
def test_exit_status_is_told_as_it_is(name: str) -> None:
    told = {
        int(number): meaning
        for number, meaning in re.findall(r"^\| (\d+) \| (.+) \|$", text(name), re.MULTILINE)
    }
    assert {status.WELL, status.REFUSED, status.UNDECIDED} <= told.keys()
    assert "same" in told[status.WELL] or "exactly" in told[status.WELL]
    assert "differs" in told[status.REFUSED]
    assert "not made by Communiqué" in told[status.UNDECIDED]
    assert "With several files, 1 takes precedence over 3, and 3 over 0" in words(name)


#: Editions and a project that readers of the designers’ page make first.
MADE_FIRST = re.compile(r" (?:notice|larger|large-letter|ministry)\b|ministry/")


def commands() -> Iterator[str]:
    """Yield the commands that can be typed alone; for others see the tests of pages."""
    for name in (page for page in PAGES if page not in (VERSIONS, WORD, DESK)):
        for line in "\n".join(blocks(name, "sh")).splitlines():
            ours = line.startswith("python3 build.py")
            if ours and not MADE_FIRST.search(line) and "HOST" not in line:
                yield line


@pytest.mark.conformance
@pytest.mark.parametrize("command", sorted(set(commands())))
def test_every_command_shown_succeeds(
    desk: Path, command: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    # A command that watches ends here once there is nothing to wait for.
    monkeypatch.setattr("communique.run.watch.watch", lambda *_, **__: iter([set()]))
    if "parallel" in command or "meeting.fr" in command:
        english = desk / "source" / "meeting.en.md"
        (desk / "source" / "meeting.fr.md").write_bytes(english.read_bytes())
    assert cli.main(shlex.split(command)[2:]) == 0
    assert " check" in command or list(desk.glob("*/**/meeting.*.pdf"))
