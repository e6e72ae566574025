"""What is told of two small texts, each of which differs in one thing."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from communique.read.source import read
from tests.read.versions.planting import told

if TYPE_CHECKING:
    from tests.conftest import Write

FRONT = "---\ntitle: A\nissued: 2024-05-02\n---\n"
FORTY = "This heading has forty characters, as is"


def compared(statement: Write, one: str, other: str) -> tuple[list[str], list[str]]:
    """Return the faults and the remarks on two texts, of which the first line is 5.

    Blocks are divided by slashes, lines by semicolons.
    """
    texts = [FRONT + each.replace(" / ", "\n\n").replace(" ; ", "\n") for each in (one, other)]
    return both(statement, texts)


def both(statement: Write, texts: list[str]) -> tuple[list[str], list[str]]:
    """Return the faults and the remarks on two files."""
    first, second = (
        read(statement(text, f"a.{tag}.md")) for text, tag in zip(texts, ("en", "fr"), strict=True)
    )
    return told(replace(first, beside=second))


@pytest.mark.parametrize(
    ("one", "other", "fault"),
    [
        ("One. / Two.", "Un. / --- / Deux.", "7: the break of 7 is not here"),
        ("One. / --- / Two.", "Un. / Deux.", "7: the break is not in 7"),
        (
            f"One 1998. / ## {FORTY} / So.",
            "Un 1998. / Oui.",
            f"7: the heading “{FORTY}” is not in 7",
        ),
        (
            f"One 1998. / ## {FORTY}s / So.",
            "Un 1998. / Oui.",
            f"7: the heading “{FORTY}…” is not in 7",
        ),
        (
            "One 1998. / Say it. / Two 2005. / Say it.",
            "Un 1998. / Deux 2005. / Dire.",
            "7: the paragraph “Say it.”, which is in line 11, too, is not in 7",
        ),
        ("-> One <- / Two.", "Un. / Deux.", "5: a centred line, and in 5 a paragraph"),
        ("-> One <- / Two.", "*(Un)* / Deux.", "5: a centred line, and in 5 a stage direction"),
        ("*(One)* / Two.", "Un. / Deux.", "5: a stage direction, and in 5 a paragraph"),
        (
            "| A | B | ; |---|---| ; | x | 1998 | ; : Me.",
            "| A | B | ; |---|---| ; | x | 1998 |",
            "8: the line below the table “Me.” is not in 7",
        ),
        (
            "| A | B | ; |---|---| ; | x | 1 |",
            "| A | ; |---| ; | x |",
            "5: 2 columns, and in 5 1",
        ),
        (
            "| A | B | ; |---|---| ; | x | 1998 | ; | y | 2005 |",
            "| A | B | ; |---|---| ; | x | 1998 |",
            "8: the row “y | 2005” is not in 7",
        ),
        (
            "| A | B | C | ; |---|---|---| ; | x || 13 |",
            "| A | B | C | ; |---|---|---| ; | x | 14 | 13 |",
            "7: 2 cells, and in 7 3",
        ),
        ("- a ; - b", "1. a ; 2. b", "5: points that are not numbered, and in 5 numbered"),
        (
            "One 1998. / - Two 2005. ; - Three 2010. / Four 2015.",
            "Un 1998. / Quatre 2015.",
            "7: the list “Two 2005. Three 2010.” is not in 7",
        ),
        (
            "One 1998, quite long here. / And two 2005, it goes on here.",
            "Un 1998, assez long ici. Et deux 2005, cela continue ici.",
            "5: 2 paragraphs, and in 5 1 with the same content",
        ),
        (
            "One 1998, quite long here. And two 2005, it goes on here.",
            "Un 1998, assez long ici. / Et deux 2005, cela continue ici.",
            "5: 1 paragraph, and in 5 2 with the same content",
        ),
        ("One.", "Un. / > Deux.", "5: the quotation “Deux.” of 7 is not here"),
        (
            "> One 1998.",
            "> Un 1998. ; > ; > Deux @ cela.",
            "5: the paragraph “Deux @ cela.” of 7 is not here",
        ),
        (
            "One[^1] 1. / Two[^2] 2. / Three[^3] 3. / [^1]: In 1998. ; [^2]: In 2005. ; "
            "[^3]: In 2010.",
            "Un[^1] 1. / Deux 2. / Trois[^2] 3. / [^1]: En 1998. ; [^2]: En 2010.",
            "12: footnote 2 is not in 7 (3 footnotes, and 2 there)",
        ),
        (
            "One[^1] 1. / Two 2. / Three[^2] 3. / [^1]: In 1998. ; [^2]: In 2010.",
            "Un[^1] 1. / Deux[^2] 2. / Trois[^3] 3. / [^1]: En 1998. ; [^2]: En 2005. ; "
            "[^3]: En 2010.",
            "7: footnote 2 of 12 is not here (2 footnotes, and 3 there)",
        ),
        (
            "One 1.",
            "Un[^1] 1. / [^1]: En 1998.",
            "5: footnote 1 of 7 is not here (0 footnotes, and 1 there)",
        ),
        (
            "One 1. / - One[^1]. / Two. / [^1]: Note.",
            "Un 1. / - Un. / Deux.",
            "11: footnote 1 is not in 7 (1 footnote, and 0 there)",
        ),
        (
            "One[^1] 1. / [^1]: A word.",
            "Un[^1] 1. / [^1]: Un mot. /     Et un de plus.",
            "7: the paragraph “Et un de plus.” of 9 is not here",
        ),
    ],
)
def test_one_part_that_differs_is_a_fault(
    statement: Write, one: str, other: str, fault: str
) -> None:
    assert compared(statement, one, other) == ([fault], [])


@pytest.mark.parametrize(
    ("one", "other", "remarks"),
    [
        (
            "13, 14, 15, 16, 17.",
            "Un.",
            ["5: “13”, “14”, “15”, “16”, “17” here, and not in 5"],
        ),
        (
            "13, 14, 15, 16, 17, 18.",
            "Un.",
            ["5: “13”, “14”, “15”, “16”, “17” and 1 more here, and not in 5"],
        ),
        (
            "13, 14, 15, 16, 17, 18, 19.",
            "Le 21.",
            ["5: “13”, “14”, “15”, “16”, “17” and 2 more here, and “21” in 5"],
        ),
        ("One.", "Le 21.", ["5: “21” in 5, and not here"]),
        ("50 and 50.", "Un 50.", ["5: “50” here more often than in 5"]),
        ("The 50.", "50 et 50.", ["5: “50” in 5 more often than here"]),
        (
            "See [a](https://a.example.org/x) and [b](https://b.example.org).",
            "Voir [a](https://c.example.org/x).",
            ["5: a link to a.example.org and b.example.org here, and a link to c.example.org in 5"],
        ),
        (
            "See [b](https://b.example.org) and [a](https://a.example.org/x).",
            "Voir.",
            ["5: a link to a.example.org and b.example.org here, and not in 5"],
        ),
        (
            "See [a](#h) and that. / ## H",
            "Voir cela. / ## H",
            ["5: a link to a heading here, and not in 5"],
        ),
        (
            "See that. / ## H",
            "Voir [cela](mailto:x@a.org). / ## H",
            ["5: a link to x@a.org in 5, and not here"],
        ),
        (
            "See [a](https://a.example.org), [b](https://a.example.org).",
            "Voir [a](https://a.example.org).",
            ["5: a link to a.example.org here, and not in 5"],
        ),
        (
            "One 1998. / Two 2005. / Three 2010. / Four 2015.",
            "Un 1998. / Trois 2010. / Quatre 2015. / Deux 2005.",
            ["7: this paragraph stands elsewhere in the other text, at 11"],
        ),
        (
            "One 1998. / Two 2005, 20. / Three 2010. / Four 2015.",
            "Un 1998. / Trois 2010. / Quatre 2015. / Deux 2005, 30.",
            [
                "7: this paragraph stands elsewhere in the other text, at 11",
                "7: “20” here, and “30” in 11",
            ],
        ),
        (
            "One 1998. / Two. / Three 2010.",
            "Un 1998. / Trois 2010. / Deux.",
            [
                "7: the paragraph “Two.” is not in 7",
                "9: the paragraph “Deux.” of 9 is not here",
            ],
        ),
        (
            "| A | B | ; |---|---| ; | x | 13 |",
            "| A | B | ; |---|---| ; | x | 14 |",
            ["7: “13” here, and “14” in 7"],
        ),
        (
            "One 1998. / - a 2005 ; - b 2006",
            "Un 1998. / - b 2006 ; - a 2005",
            ["8: this point stands elsewhere in the other text, at 7"],
        ),
        (
            "One 1998. / A 2005. / Three 2010. / B 2005. / Four 2015. / Five 2020.",
            "Un 1998. / Trois 2010. / Quatre 2015. / Cinq 2020. / Deux 2005. / Encore 2005.",
            [
                "7: this paragraph stands elsewhere in the other text, at 13",
                "11: this paragraph stands elsewhere in the other text, at 15",
            ],
        ),
        (
            "One[^1] 1. / Two 2. / [^1]: In 1998.",
            "Un 1. / Deux 2[^1]. / [^1]: En 1998.",
            ["5: footnote 1 is called here, and in the other text at 7"],
        ),
        (
            "One[^1] 1. / Two 2[^1]. / [^1]: In 1998.",
            "Un 1. / Deux 2[^1]. / [^1]: En 1998.",
            ["5: footnote 1 is called here, and not at 5"],
        ),
        (
            "One 1. / Two 2[^1]. / [^1]: In 1998.",
            "Un[^1] 1. / Deux 2[^1]. / [^1]: En 1998.",
            ["5: footnote 1 is called at 5, and not here"],
        ),
        (
            "One 1[^1]. / Two[^2]. / [^1]: In 1998. ; [^2]: In 2005.",
            "Un 1[^1]. / Deux[^2]. / [^1]: En 2005. ; [^2]: En 1998.",
            [
                "5: footnote 1 is called here, and in the other text at 7",
                "7: footnote 2 is called here, and in the other text at 5",
            ],
        ),
        (
            "One 13[^1][^2]. / Two 14[^1]. / [^1]: In 1998. ; [^2]: In 2005.",
            "Un 13[^1][^2]. / Deux 14[^2]. / [^1]: En 1998. ; [^2]: En 2005.",
            [
                "7: footnote 1 is called here, and not at 7",
                "7: footnote 2 is called at 7, and not here",
            ],
        ),
        (
            "One[^1] 1. / Two[^2] 2. / Three[^3] 3. / [^1]: In 1998. ; [^2]: Note. ; [^3]: Note.",
            "Un 1. / Deux[^1] 2[^2]. / Trois[^3] 3. / [^1]: Note. ; [^2]: En 1998. ; [^3]: Note.",
            ["5: footnote 1 is called here, and in the other text at 7"],
        ),
        (
            "One 13[^1]. / [^1]: In 1998.",
            "Un 13[^1]. / [^1]: En 1999.",
            ["7: “1998” here, and “1999” in 7"],
        ),
    ],
)
def test_what_may_be_right_is_a_remark(
    statement: Write, one: str, other: str, remarks: list[str]
) -> None:
    assert compared(statement, one, other) == ([], remarks)


def test_a_point_elsewhere_is_refused_where_another_one_is_missing(statement: Write) -> None:
    one = "One 1998. / - a 2005 ; - b 2006 ; - c 2007"
    other = "Un 1998. / - b 2006 ; - a 2005 ; - c 2007 ; - d 2008"
    assert compared(statement, one, other)[0] == [
        "8: this point stands elsewhere in the other text, at 7",
        "9: the point “d 2008” of 10 is not here",
    ]


def test_a_heading_is_not_a_paragraph_that_stands_elsewhere(statement: Write) -> None:
    one = "One 1998. / ## Two 2005 / Three 2010. / Four 2015."
    other = "Un 1998. / Trois 2010. / Quatre 2015. / Deux 2005."
    assert compared(statement, one, other)[0] == [
        "7: the heading “Two 2005” is not in 7",
        "11: the paragraph “Deux 2005.” of 11 is not here",
    ]


def test_breaks_have_no_words_by_which_they_are_there_twice(statement: Write) -> None:
    one = "One 1998. / --- / Two 2005. / --- / Three 2010."
    other = "Un 1998. / Deux 2005. / Trois 2010."
    faults = ["7: the break is not in 7", "11: the break is not in 9"]
    assert compared(statement, one, other) == (faults, [])


@pytest.mark.parametrize(
    "key", ["title", "short_title", "subtitle", "place", "event", "byline", "contact"]
)
def test_values_with_words_have_the_same_figures(statement: Write, key: str) -> None:
    above = "" if key == "title" else "title: A\n"
    texts = [
        f"---\n{above}{key}: {value}\nissued: 2024-05-02\n---\nA.\n"
        for value in ("By 13", "Par 14")
    ]
    line = 2 if key == "title" else 3
    assert both(statement, texts) == ([], [f"{line}: “13” here, and “14” in {line}"])
    texts[1] = FRONT.replace("title: A", "title: Un") + "A.\n"
    assert key == "title" or both(statement, texts) == ([], [])


@pytest.mark.parametrize(
    ("one", "other", "faults", "remarks"),
    [
        ("symbol: A@1", "", ["3: symbol is A@1, and in 1 not given"], []),
        ("", "symbol: A@1", ["1: symbol is not given, and in 3 A@1"], []),
        ("updated: 2024-05-03", "", ["3: updated is 2024-05-03, and in 1 not given"], []),
        ("draft: {version: 1}", "", ["3: draft is version 1, and in 1 not given"], []),
        ("url: https://a.org", "", [], []),
        ("url: https://a.org/x@y", "url: https://www.a.org/z", [], []),
        (
            "url: https://a.org/x",
            "url: https://b.org",
            [],
            ["3: url leads to a.org, and in 3 to b.org"],
        ),
        ("editors: [One 13]", "editors: [Un 14]", [], ["3: “13” here, and “14” in 3"]),
        (
            "editors: [One 13, Two]",
            "editors: [Un 14]",
            [],
            ["3: 2 notes to editors, and in 3 1"],
        ),
    ],
)
def test_other_values_are_told(
    statement: Write, one: str, other: str, faults: list[str], remarks: list[str]
) -> None:
    texts = [
        "\n".join(("---", "title: A", *filter(None, (value,)), "issued: 2024-05-02", "---", "A.\n"))
        for value in (one, other)
    ]
    assert both(statement, texts) == (faults, remarks)
