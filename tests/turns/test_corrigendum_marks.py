"""Stress and links: where a correction by hand does not give them, they are said by themselves."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from communique import turns
from communique.model.faults import StatementError
from communique.run import pipeline
from tests.samples import MEETINGS
from tests.turns.corrigenda import HEAD, changed, corrigendum, doubts, said, statements
from tests.turns.test_corrigendum_pages import WITH_WORDS, WORDS

if TYPE_CHECKING:
    from pathlib import Path

    from communique.model.body import Node
    from communique.model.statement import Statement

OLD = f"""\
{HEAD}Norland and Valdore renew the *nine* lights, see [the plans](https://example.org/a) of 10 km.

They let **all** ships pass, CO~2~ or not, by day and by night.

Both sides will:

(a) repair two lights;

(b) renew the others.

| Light | Cost |
|---|---|
| Grey Point | high |
| Long Sand | low |

All is said.

[^1]: Average of 2025, see [there](https://example.org/n).
""".replace("by night.", "by night.[^1]")
#: What changes, and all that is said of it.
CHANGES = {
    "stress": (
        ("and by night", "and *by* night"),
        ["Paragraph 2:", "In “and by night.” set in italics “by”"],
    ),
    "bold": (
        ("by day", "by **day**"),
        ["Paragraph 2:", "In “by day and” set in bold “day”"],
    ),
    "both": (
        ("by day", "by ***day***"),
        ["Paragraph 2:", "In “by day and” set in bold italics “day”"],
    ),
    "stress that goes": (
        ("*nine*", "nine"),
        ["Paragraph 1:", "In “the nine lights,” set in ordinary type “nine”"],
    ),
    "other stress": (
        ("*nine*", "**nine**"),
        ["Paragraph 1:", "In “the nine lights,” set in bold “nine”"],
    ),
    "what is raised": (
        ("10 km", "10 km^2^"),
        ["Paragraph 1:", "For “of 10 km.” read “of 10 km2.”", "In “of 10 km2.” raise “2”"],
    ),
    "what is lowered no more": (
        ("CO~2~", "CO2"),
        ["Paragraph 2:", "In “pass, CO2 or” set in ordinary type “2”"],
    ),
    "words with stress": (
        ("the *nine* lights", "the *nine* small *port* lights"),
        [
            "Paragraph 1:",
            "After “renew the nine” insert “small port”",
            "In “small port lights,” set in italics “port”",
        ],
    ),
    "words in the place of others that do not look alike": (
        ("the *nine* lights, see", "some of their lamps, see"),
        [
            "Paragraph 1:",
            "For “the nine lights,” read “some of their lamps,”",
            "In “some of their lamps,” set in ordinary type “some of their lamps”",
        ],
    ),
    "a link": (
        ("org/a", "org/b"),
        ["Paragraph 1:", "In “see the plans” link “the plans” to https://example.org/b"],
    ),
    "a link that goes": (
        ("[the plans](https://example.org/a)", "the plans"),
        ["Paragraph 1:", "In “see the plans” remove the link from “the plans”"],
    ),
    "a link that comes with its words": (
        ("All is said.", "All is [said there](mailto:press@example.org)."),
        [
            "Paragraph 4:",
            "For “All is said.” read “All is said there.”",
            "In “is said there.” link “said there” to mailto:press@example.org",
        ],
    ),
    "a link of a note": (
        ("org/n", "org/m"),
        ["Footnote 1:", "In “2025, see there.” link “there” to https://example.org/m"],
    ),
    "a paragraph with stress": (
        ("All is said.", "*Not* all is said.\n\nAll is said."),
        [
            "Paragraph 4:",
            "Before it insert the paragraph “Not all is said.”",
            "In “Not all is” set in italics “Not”",
        ],
    ),
    "a row with stress": (
        ("| Long Sand", "| Low Rock | *low* |\n| Long Sand"),
        [
            "Table 1, row “Grey Point”:",
            "After it insert the row “Low Rock | low”",
            "In “low” set in italics “low”",
        ],
    ),
    "a heading": (
        ("All is said.", "## *Sums*\n\nAll is said."),
        [
            "Paragraph 4:",
            "Before it insert the heading “Sums”",
            "In “Sums” set in italics “Sums”",
        ],
    ),
}


@pytest.mark.parametrize("name", CHANGES)
def test_what_words_alone_do_not_say_is_said(tmp_path: Path, name: str) -> None:
    pair, wanted = CHANGES[name]
    found = said(corrigendum(tmp_path, OLD, changed(OLD, pair)))
    assert found == wanted


@pytest.mark.parametrize("tag", WITH_WORDS)
def test_each_language_says_it(tmp_path: Path, tag: str) -> None:
    text = (MEETINGS / f"meeting.{tag}.md").read_text("utf-8")
    word = WORDS[tag][0].split()[-1]
    for mark in ("*{}*", "**{}**", "***{}***", "^{}^", "~{}~", "[{}](https://example.org/a)"):
        new = text.replace(word, mark.format(word), 1)
        corrigendum(tmp_path, text, new, tag)
        corrigendum(tmp_path, new, text, tag)


def test_words_that_stand_several_times_are_refused(tmp_path: Path) -> None:
    old = f"{HEAD}We met.\n\n## A day\n\na day a day a day\n"
    earlier, later = statements(
        tmp_path, old, changed(old, ("a day a day a day", "a day *a* day a day"))
    )
    with pytest.raises(StatementError, match="words that look otherwise stand several times in"):
        turns.turned(later, "corrigendum", earlier)


def rewritten(node: Node, old: str, new: str) -> Node:
    inside = tuple(rewritten(child, old, new) for child in node.children)
    return replace(node, text=node.text.replace(old, new), children=inside)


def with_words(made: Statement, old: str, new: str) -> Statement:
    nodes = tuple(rewritten(node, old, new) for node in made.body.children)
    return replace(made, body=replace(made.body, children=nodes))


#: What another corrigendum says, and what is noticed.
WRONG = {
    "other stress": ("set in italics", "set in bold", "the look, the link, or the line of “by”"),
    "no stress": ("set in italics", "set in ordinary type", "the look, the link, or the line"),
    "nothing of the kind": ("set in italics", "underline", "is no correction"),
    "words that are not there": ("see the plans", "see the maps", "stands 0 times"),
    "words outside of them": ("“the plans”", "“the maps”", "does not stand in"),
    "a part that is there twice": ("“the plans”", "“s”", "does not stand in “see the plans” once"),
    "a part of the part": ("“the plans”", "“plans”", "the look, the link, or the line of “the”"),
    "another address": ("org/b", "org/c", "the look, the link, or the line of “the”"),
    "no link": ("link", "raise", "the look, the link, or the line"),
}


@pytest.mark.parametrize("name", WRONG)
def test_what_is_said_wrongly_is_noticed(tmp_path: Path, name: str) -> None:
    new = changed(OLD, ("and by night", "and *by* night"), ("org/a", "org/b"))
    made = corrigendum(tmp_path, OLD, new)
    old, other, wanted = WRONG[name]
    changed_ = with_words(made, old, other)
    assert changed_ != made
    assert wanted in "; ".join(doubts(changed_))


@pytest.mark.parametrize("left", ["in italics", "link"])
def test_what_is_not_said_is_noticed(tmp_path: Path, left: str) -> None:
    new = changed(OLD, ("and by night", "and *by* night"), ("org/a", "org/b"))
    made = corrigendum(tmp_path, OLD, new)
    nodes = tuple(node for node in made.body.children if left not in node.plain)
    assert len(nodes) == len(made.body.children) - 1
    assert doubts(replace(made, body=replace(made.body, children=nodes)))


def test_plain_text_says_what_is_raised(tmp_path: Path) -> None:
    earlier, later = statements(tmp_path, OLD, changed(OLD, ("10 km", "10 km^2^")))
    made = pipeline.make(later, "standard", ("text",), turn="corrigendum", earlier=earlier)
    assert "In “of 10 km².” raise “²”" in made.files["text"].data.decode()
