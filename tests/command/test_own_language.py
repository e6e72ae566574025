"""A language of a project's own whose file lacks words: what is said of it, and by which key."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from ruamel.yaml import YAML

from communique.store.paths import TEMPLATES

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Build

ENGLISH = TEMPLATES / "languages" / "en.yaml"
FRONT = """\
title: Boats
kind: joint statement
issued: 2026-03-12
symbol: B/1
{}issuers: [{{country: Norland}}, {{country: Valdore}}]"""
DRAFT = "draft: {version: 2}\n"
EMBARGO = "embargo: 2026-03-12 16:00 Europe/Copenhagen\n"
SINCE = ["--since", "old.ga.md"]
FILE = "templates/languages/ga.yaml"
ADD = "it is missing; add a line"
REFUSED = {
    "the words of a status, in a draft": ("status", DRAFT, [], rf"{FILE}:1: status: {ADD}"),
    "the words of a status, in a final text": ("status", "", [], rf"{FILE}:1: status: {ADD}"),
    "what a draft is called": ("status.draft", DRAFT, [], rf"{FILE}:\d+: status.draft: {ADD}"),
    "until when an embargo is": (
        "status.until", EMBARGO, [], rf"{FILE}:\d+: status.until: {ADD}"),
    "the label before a status": (
        "labels.release", EMBARGO, [], rf"{FILE}:\d+: labels.release: {ADD}"),
    "a word of the negotiation print": (
        "negotiation.label", "", ["--as", "negotiation"],
        rf"{FILE}:\d+: negotiation.label: {ADD}"),
    "what the negotiation print is": (
        "negotiation.kind", "", ["--as", "negotiation"],
        rf"{FILE}:\d+: negotiation.kind: {ADD}"),
    "a form of counted words": (
        "negotiation.passages.other", "", ["--as", "negotiation"],
        rf"{FILE}:\d+: negotiation.passages: it has no form for other numbers; write other:"),
    "all words of changes": (
        "changes", "", ["--as", "changes", *SINCE],
        "changes: Irish has no words for changes; write them under changes: in ga.yaml"),
    "a word of changes": (
        "changes.since", "", ["--as", "changes", *SINCE], rf"{FILE}:\d+: changes.since: {ADD}"),
    "all words of a corrigendum": (
        "corrigendum", "", ["--as", "corrigendum", *SINCE],
        f"there are no words for one in Irish; add the key corrigendum to {FILE}"),
    "a word of a corrigendum": (
        "corrigendum.corrects", "", ["--as", "corrigendum", *SINCE],
        rf"{FILE}:\d+: corrigendum.corrects: {ADD}"),
    "what an original is": (
        "authenticity", "", ["--as", "alternat"], rf"{FILE}:1: authenticity: {ADD}"),
}  # fmt: skip


def irish(project: Path, without: str) -> None:
    """Write the file of a language with the words of English but for those of one key."""
    yaml = YAML()
    words = yaml.load(ENGLISH.read_text("utf-8"))
    del words["name"]
    *above, last = without.split(".")
    held = words
    for key in above:
        held = held[key]
    del held[last]
    folder = project / "templates" / "languages"
    folder.mkdir(parents=True)
    with (folder / "ga.yaml").open("w", encoding="utf-8") as file:
        yaml.dump(words, file)


def written(project: Path, status: str) -> Path:
    """Return a statement in that language, beside an earlier version of it."""
    for name, verb in (("old", "was"), ("boats", "is")):
        text = f"---\n{FRONT.format(status)}\n---\n\nThe boat {verb} at sea. All is well.\n"
        (project / f"{name}.ga.md").write_text(text, "utf-8")
    return project / "boats.ga.md"


@pytest.mark.parametrize("lack", REFUSED.values(), ids=REFUSED)
def test_what_a_language_file_lacks_is_told_with_file_and_key(
    build: Build, project: Path, lack: tuple[str, str, list[str], str]
) -> None:
    without, status, words, said = lack
    irish(project, without)
    run = build(written(project, status), *words)
    assert run.code == 1
    assert re.search(said, run.err)
    assert "mistake of the program" not in run.err
    assert not list(project.rglob("*.pdf"))


@pytest.mark.parametrize(
    ("without", "words", "said"),
    [
        (
            "negotiation",
            ["--as", "negotiation"],
            "it does not say that it is a print to negotiate with, and the facts do not count the "
            "brackets, since no words for that are known in Irish; write them under negotiation: "
            "in ga.yaml",
        ),
        ("labels.alternat", ["--as", "alternat"], "boats.ga.alternat-1.pdf"),
        ("labels.alternat", [], "boats.ga.pdf"),
        ("changes", [], "boats.ga.pdf"),
        ("corrigendum", ["--as", "changes", *SINCE], "boats.ga.changes-since-"),
    ],
)
def test_what_it_may_lack_keeps_nothing_back(
    build: Build, project: Path, without: str, words: list[str], said: str
) -> None:
    irish(project, without)
    run = build(written(project, ""), *words)
    assert run.code == 0, run.err
    assert said in run.out + run.err
