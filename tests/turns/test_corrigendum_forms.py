"""What no correction says in words is refused with its line, also beside words that changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from communique import turns
from communique.model.faults import StatementError
from tests.samples import png
from tests.turns.corrigenda import changed, corrigendum, statements

if TYPE_CHECKING:
    from pathlib import Path

OLD = """\
---
title: Lights of the Grey Strait
subtitle: A statement
kind: joint statement
issued: 2026-03-12
place: Port
event: Conference
symbol: GS/7
contact: Ada Holm, press officer
issuers:
  - country: Norland
  - country: Valdore
signatures:
  place: Port
  signatories: [{name: Ada Holm, party: Norland}]
editors: [The lights are old.]
authenticity: original
---

Norland and Valdore renew the *nine* lights, see [the plans](https://example.org/a) of 10 km.[^1]

They met in Port\\
in the year 2026 with [Herr Holm]{lang=de} and [andere]{lang=de} of CO~2~ and more.

Both sides will:

(a) repair two lights;

(b) renew the others:

    (i) in spring;

    (ii) in autumn;

(c) publish a report.

> Peace is quoted here.

***

## What is done

The sum was agreed by experts.

| Light | Cost |
|---|---|
| Grey Point | high |
| Long Sand | low |

: Experts

![A lamp](lamp.png "The lamp")

## Annex

The last paragraph stands here.

[^1]: Average of 2025, see [there](https://example.org/n).
"""
#: What changes, the line that is told (0: any), and what is said of it.
UNSAID = {
    "the end of a line": ([("Port\\\n", "Port\n")], 22, "an end of a line"),
    "another end of a line": (
        [("Port\\\nin the", "Port in\\\nthe")],
        22,
        "an end of a line",
    ),
    "a paragraph of a quotation": (
        [("> Peace is quoted here.", "> Peace is quoted here.\n>\n> So is war.")],
        39,
        "a paragraph was added where no part beside it can be named",
    ),
    "a break": ([("***\n\n", "")], 39, "a break was deleted"),
    "a break that comes": ([("Both sides", "***\n\nBoth sides")], 25, "a break was added"),
    "a point further out": ([("    (ii) in autumn;", "(c) in autumn;")], 35, "a paragraph"),
    "a point further in": ([("(c) publish", "    (iii) publish")], 35, "points are"),
    "the middle": (
        [("The sum was agreed by experts.", "-> The sum was agreed by experts. <-")],
        43,
        "",
    ),
    "a no-break space": ([("10 km", "10\u00a0km")], 20, "a space became another one"),
    "a language": ([("[andere]{lang=de}", "andere")], 22, "the language of words"),
    "another language": ([("Holm]{lang=de}", "Holm]{lang=da}")], 22, "the language of words"),
    "a quotation": ([("> Peace is quoted", "Peace is quoted")], 0, ""),
    "a side of a column": ([("|---|---|", "|---|:---:|")], 45, "a table was"),
    "a head of a table": (
        [("| Light | Cost |\n|---|---|\n", "|  |  |\n|---|---|\n| Light | Cost |\n")],
        45,
        "a table was",
    ),
    "a picture": ([("![A lamp]", "![The lamp]")], 52, "a picture changed"),
    "a place of a note": ([(" km.[^1]", "[^1] km.")], 20, ""),
    "a note within a word": ([(" km.[^1]", " km[^1].")], 20, "a footnote is called"),
    "a note of two paragraphs": (
        [("more.\n", "more.[^2]\n"), ("org/n).\n", "org/n).\n\n[^2]: One.\n\n    Two.\n")],
        60,
        "a footnote of several parts",
    ),
    "a list that was joined": (
        [("    (i) in spring;\n\n    (ii) in autumn;\n", "    in spring;\n\n    in autumn;\n")],
        31,
        "",
    ),
    "stress in a note that comes": (
        [("more.\n", "more.[^2]\n"), ("org/n).\n", "org/n).\n\n[^2]: *One.*\n")],
        60,
        "a footnote came with stress or a link",
    ),
    "what is stressed and raised": ([("10 km", "10 *km^2^*")], 20, "raised or lowered as well"),
    "numbers of paragraphs": ([("kind:", "numbered: true\nkind:")], 4, "numbered changed"),
    "a list of contents": ([("kind:", "contents: true\nkind:")], 4, "contents changed"),
    "a short title": ([("kind:", "short_title: Lights\nkind:")], 4, "short_title changed"),
    "a language of a value": (
        [("place: Port\nevent", "place: {text: Port, language: de}\nevent")],
        6,
        "the language of place",
    ),
    "two notes to editors": (
        [("are old.]", "are old., All are.]")],
        16,
        "editors has 1 parts and now 2",
    ),
}


@pytest.mark.parametrize("beside", [False, True])
@pytest.mark.parametrize("name", UNSAID)
def test_what_no_words_say_is_refused(tmp_path: Path, name: str, *, beside: bool) -> None:
    pairs, line, what = UNSAID[name]
    new = changed(OLD, *pairs)
    if beside:  # a word of each paragraph
        for one, other in (
            *(("lights, see", "lamps, see"), ("year 2026", "year 2027"), ("Peace is", "Peace was")),
            *(("sum was", "sum is"), ("Average", "Mean"), ("last paragraph", "last one")),
        ):
            new = new.replace(one, other)
    for each in ("old", "new"):
        (tmp_path / each).mkdir()
        (tmp_path / each / "lamp.png").write_bytes(png())
    earlier, later = statements(tmp_path, OLD, new)
    with pytest.raises(StatementError) as refused:
        turns.turned(later, "corrigendum", earlier)
    faults = [(f.line, f.wrong) for f in refused.value.faults]
    assert any(line in (0, each[0]) and what in each[1] for each in faults), faults
    assert "build --as changes --since OLD" in str(refused.value)


#: What is said, though words do not say all.
SAID = {
    "a word in a link": [("the plans]", "the maps]")],
    "a word in a line": [("met in Port", "met in Town")],
    "a word in stress": [("*nine*", "*ten*")],
    "a word of another language": [("Herr Holm]", "Herr Halm]")],
    "what is lowered beside a word": [("CO~2~ and", "CO~2~ or")],
    "a word of a note": [("Average of 2025", "Mean of 2025")],
    "a note for another": [
        ("Average of 2025, see [there](https://example.org/n).", "Count the lamps."),
    ],
    "words before a break": [("quoted here", "quoted there")],
    "an address": [("The sum was agreed by experts.", "The sum is at <https://example.org/s>.")],
    "a point of a list in a list": [
        ("    (i) in", "    (i) in winter;\n\n    (ii) in"),
        ("    (ii) in aut", "    (iii) in aut"),
    ],
    "a point after a list in a point": [("(c) publish", "(c) paint all;\n\n(d) publish")],
    "a new list": [
        (
            "The sum was agreed by experts.",
            "The sum was agreed by experts.\n\nThey are:\n\n(a) Ada;\n\n(b) Luc.",
        )
    ],
    "a paragraph after a picture": [("## Annex", "This is shown above.\n\n## Annex")],
}


@pytest.mark.parametrize("name", SAID)
def test_what_words_say_is_said(tmp_path: Path, name: str) -> None:
    for each in ("old", "new"):
        (tmp_path / each).mkdir()
        (tmp_path / each / "lamp.png").write_bytes(png())
    corrigendum(tmp_path, OLD, changed(OLD, *SAID[name]))
