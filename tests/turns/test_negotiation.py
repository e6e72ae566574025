"""The negotiation print: what it marks and counts, what it refuses, and that it changes no word."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique import turns
from communique.compose.page import compose
from communique.content.content import content_of
from communique.design import edition
from communique.design import language as languages
from communique.model.body import Body, Node
from communique.model.drafts import brackets
from communique.model.faults import StatementError
from communique.pdf_reading.reading import Reading
from communique.read.source import read
from communique.run import pipeline
from communique.run.verify import Outcome, verify
from communique.turns import negotiation
from communique.typeset.engine import typeset
from tests.prove.conftest import complaints
from tests.samples import needs_fonts, with_body

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from communique.model.statement import Statement
    from tests.conftest import Build, Write

TEXT = """\
We [Norland: shall][Valdore: should] meet[^1].

1 bis. [They *will [not* yet] do so.

## What [follows]

- One]

2 bis. [sic] “[T]he” [end].

[^1]: A [note [too]].
"""


def negotiated(path: Path) -> Statement:
    return turns.turned(read(path), "negotiation")


def said(body: Body) -> list[str]:
    """Return the words of each block, with its marker."""
    every = (*body.children, *(node for note in body.notes for node in note.children))
    return [(f"{node.marker} " if node.marker else "") + node.plain for node in every]


def bracketed(body: Body) -> Iterator[tuple[int, str]]:
    return ((node.level, node.plain) for node in body.walk() if node.kind == "bracketed")


def test_words_in_brackets_are_marked_over_stress_and_blocks(statement: Write) -> None:
    body = negotiated(statement(with_body(TEXT))).body
    assert list(bracketed(body)) == [
        (1, "[Norland: shall]"),
        (1, "[Valdore: should]"),
        (1, "[They will [not yet] do so."),
        (2, "[not yet]"),
        (1, "What [follows]"),
        (2, "[follows]"),
        (1, "One]"),
        (1, "[end]"),
        (1, "[note [too]]"),
        (2, "[too]"),
    ]
    signs = [node.plain for node in body.walk() if node.kind == "bracket"]
    assert signs[:4] == ["[Norland:", "]", "[Valdore:", "]"]


def test_the_paragraphs_are_numbered_and_no_word_is_changed(statement: Write) -> None:
    path = statement(with_body(TEXT))
    before, after = read(path), negotiated(path)
    assert said(after.body)[:2] == ["1. " + said(before.body)[0], said(before.body)[1]]
    assert [node.marker for node in after.body.children] == ["1.", "1 bis.", "", "", "2 bis."]


@given(st.lists(st.text("[]ab ", max_size=9), min_size=1, max_size=5))
def test_whatever_is_marked_the_words_stay_as_they_are(texts: list[str]) -> None:
    kinds = ("text", "emphasis", "text", "link", "strong")
    inline = [
        Node("text", 1, text=text)
        if kind == "text"
        else Node(kind, 1, (Node("text", 1, text=text), Node("break", 1)), target="#a")  # type: ignore[arg-type]
        for kind, text in zip(kinds, texts, strict=False)
    ]
    body = Body((Node("paragraph", 1, tuple(inline)), Node("paragraph", 2, tuple(inline[::-1]))))
    found = brackets.found(body)
    marked = negotiation.marked(body, found)
    assert said(marked) == said(body)
    depths = [passage.depth for passage in found.passages]
    deepest = max((node.level for node in marked.walk()), default=0)
    assert found.alone or deepest == max(depths, default=0)


@pytest.mark.parametrize(
    ("tag", "words"),
    [
        ("en", ("In brackets", "3 passages, in 2 paragraphs: 1 and 1 bis")),
        ("fr", ("Entre crochets", "3 passages, dans 2 paragraphes : 1 et 1 bis")),
        ("es", ("Entre corchetes", "3 pasajes, en 2 párrafos: 1 y 1 bis")),
        ("de", ("In Klammern", "3 Textstellen, in 2 Absätzen: 1 und 1 bis")),
        ("da", ("I parentes", "3 passager, i 2 afsnit: 1 og 1 bis")),
        ("ar", ("بين قوسين معقوفين", "3 مقاطع، في فقرتين: 1 و1 bis")),
    ],
)
def test_the_facts_count_in_the_language_of_the_text(
    statement: Write, tag: str, words: tuple[str, str]
) -> None:
    path = statement(with_body("[a [b]]\n\n1 bis. [c]"), f"meeting.{tag}.md")
    turned = negotiated(path).turned
    assert turned is not None
    (fact,) = turned.facts
    assert tuple(str(text).replace("\u00a0", " ") for text in fact) == words


def test_one_and_none_are_counted_as_the_language_has_it(statement: Write) -> None:
    for body, value in (("a", "0 passages"), ("[a]", "1 passage, in 1 paragraph: 1")):
        turned = negotiated(statement(with_body(body))).turned
        assert turned is not None
        assert [said for _, said in turned.facts] == [value]


def test_each_language_says_what_it_is_and_counts(statement: Write) -> None:
    for tag in languages.names():
        path = statement(with_body("[a [b]]\n\n[c]"), f"meeting.{tag}.md")
        content = content_of(negotiated(path), edition.load("standard"))
        (front,) = (version.front for version in content.versions)
        said, (fact,) = str(front.turned), front.facts
        assert content.title == f"{said} · A title", tag
        assert front.foot == (said,), tag
        assert "1" in str(fact.value), tag
        assert "2" in str(fact.value), tag


@pytest.mark.parametrize("tag", ["en", "ar", "he", "de", "zh-Hans", "ja", "ru"])
@pytest.mark.parametrize("kind", ["standard", "large-print"])
def test_what_it_is_stands_over_the_title_and_is_proven(
    statement: Write, tag: str, kind: str
) -> None:
    needs_fonts(tag)
    path = statement(with_body(TEXT), f"meeting.{tag}.md")
    page = compose(content_of(negotiated(path), edition.load(kind)))
    assert complaints(page, typeset(page)) == []


@pytest.mark.parametrize(
    ("key", "words", "complaint"),
    [
        ("said", "", "2: words: missing on page 1: Negotiating text"),
        ("said", "Final text", "2: words: missing on page 1: Negotiating and on page 1"),
        ("label", "", "1: words: page 1 does not say Negotiating text"),
        ("label", "Final text", "1: words: page 1 does not say Negotiating text"),
    ],
)
def test_a_print_that_does_not_say_what_it_is_is_refused(
    statement: Write, key: str, words: str, complaint: str
) -> None:
    made = negotiated(statement(with_body(TEXT)))
    assert made.turned is not None
    made = replace(made, turned=replace(made.turned, **{key: words}))  # type: ignore[arg-type]
    page = compose(content_of(made, edition.load("standard")))
    told = complaints(page, typeset(page))
    assert any(complaint in each for each in told), told


def test_brackets_that_are_not_in_pairs_are_refused_with_their_lines(
    build: Build, statement: Write
) -> None:
    path = statement(with_body("We\n[shall act."))
    run = build("build", path, "--as", "negotiation")
    assert (run.code, run.err.split(";")[0]) == (
        1,
        f"{path}:6: brackets: “[shall act.” is opened and not closed",
    )


def test_side_by_side_both_languages_are_turned(statement: Write) -> None:
    one = read(statement(with_body("Some [words].")))
    other = read(statement(with_body("Nogle [ord]."), "meeting.da.md"))
    made = turns.turned(replace(one, beside=other), "negotiation")
    turned = [
        [str(value) for _, value in each.turned.facts] for each in made.versions if each.turned
    ]
    assert turned == [["1 passage, in 1 paragraph: 1"], ["1 passage, i 1 afsnit: 1"]]


def test_brackets_that_are_not_in_pairs_beside_are_told_with_their_file(statement: Write) -> None:
    one = read(statement(with_body("Some [words].")))
    other = read(statement(with_body("Nogle [ord."), "meeting.da.md"))
    with pytest.raises(StatementError, match=r"meeting\.da\.md:5: brackets: “\[ord\.” is opened"):
        turns.turned(replace(one, beside=other), "negotiation")


def test_side_by_side_it_is_proven_named_and_verified(statement: Write, tmp_path: Path) -> None:
    one = read(statement(with_body(TEXT)))
    both = replace(one, beside=read(statement(with_body(TEXT), "meeting.da.md")))
    result = pipeline.build(both, "parallel", tmp_path / "out", turn="negotiation")
    pdf = result.files["pdf"].path
    assert pdf.name == "meeting.en+da.parallel.negotiation.pdf"
    assert verify(pdf).outcome is Outcome.SAME


def test_it_is_proven_named_and_verified(statement: Write, tmp_path: Path) -> None:
    for standard in (1, 2):
        made = read(statement(with_body(TEXT)))
        result = pipeline.build(
            made, "letter", tmp_path / "out", turn="negotiation", standard=standard
        )
        pdf = result.files["pdf"].path
        assert pdf.name == "meeting.en.letter.negotiation.pdf"
        assert verify(pdf).outcome is Outcome.SAME


def test_words_that_do_not_look_bracketed_are_told(statement: Write) -> None:
    page = compose(content_of(negotiated(statement(with_body(TEXT))), edition.load("standard")))
    styles = page.styles + ".bracketed { font-weight: 400 }"
    told = complaints(page, typeset(replace(page, styles=styles)))
    assert any("stress is not seen" in each for each in told)


@pytest.mark.parametrize(
    ("old", "new", "complaint"),
    [
        ("[shall] meet", "[shall] meet", None),
        ("8 passages", "6 passages", "words: the facts do not say: 8 passages"),
        ("", "", "stress: words in brackets are not set apart: "),
    ],
)
def test_passages_that_are_not_counted_or_not_marked_are_told(
    statement: Write, old: str, new: str, complaint: str | None
) -> None:
    turned = negotiated(statement(with_body(TEXT)))
    how = turned.turned
    assert how is not None
    if not old:
        turned = replace(turned, body=how.original.body.with_numbers())
    facts = tuple((label, str(value).replace(old, new)) for label, value in how.facts)
    turned = replace(turned, turned=replace(how, facts=facts))
    page = compose(content_of(turned, edition.load("standard")))
    told = complaints(page, typeset(page))
    assert any(complaint in each for each in told) if complaint else told == []


@pytest.mark.parametrize("kind", ["standard", "large-print"])
def test_many_paragraphs_with_brackets_are_named_over_the_whole_width(
    statement: Write, tmp_path: Path, kind: str
) -> None:
    body = "\n\n".join(["It [is] so."] * 60)
    made = read(statement(with_body(f"{body}\n\n{body}")))
    pipeline.build(made, kind, tmp_path, outputs=("pdf",), turn="negotiation")


@pytest.mark.parametrize("tag", ["en", "he"])
def test_an_embargo_over_later_pages_is_no_wider_than_their_masthead(
    statement: Write, tmp_path: Path, tag: str
) -> None:
    words = {"en": "It [is] so.", "he": "[זה] כך."}[tag]
    front = "embargo: 2026-11-24 12:00 Europe/Copenhagen\n"
    text = with_body("\n\n".join([words] * 16)).replace("---\n", f"---\n{front}", 1)
    made = read(statement(text, name=f"lights.{tag}.md"))
    result = pipeline.build(made, "large-print", tmp_path, turn="negotiation")
    assert result.files["pdf"].pages > 1


def test_text_for_an_e_mail_has_the_numbers_and_the_count(statement: Write, tmp_path: Path) -> None:
    made = read(statement(with_body(TEXT)))
    result = pipeline.build(made, "standard", tmp_path, ("text",), turn="negotiation")
    text = result.files["text"].path.read_text("utf-8")
    assert "1 bis. [They" in text
    assert "In brackets" in text


def test_the_numbers_of_lines_are_artifacts(statement: Write) -> None:
    page = compose(content_of(negotiated(statement(with_body("[a]"))), edition.load("standard")))
    reading = Reading(typeset(page).pdf)
    (number,) = (piece for piece in reading.pieces if piece.text == "1")
    assert number.mark == "Artifact"


ARTICLES = """\
## Article 1 On lights

1. The [nine] lights.[^1]

2. No more.

## Article 2 On ships

1. The ships.

2. All [ships].

| [Ship] |
|---|
| A |

3. Of [any] flag.

[^1]: As [marked].
"""


def test_paragraphs_of_one_number_are_told_apart_by_their_articles(
    build: Build, statement: Write
) -> None:
    path = statement(with_body(ARTICLES))
    turned = negotiated(path).turned
    assert turned is not None
    assert [str(value) for _, value in turned.facts] == [
        "5 passages, in 3 paragraphs: Article 1 (1), Article 2 (2) and Article 2 (3)"
    ]
    assert build("build", path, "--as", "negotiation").code == 0
    run = build("check", "--brackets", path)
    assert "paragraph" in run.out
    assert [line.split(": ")[1] for line in run.out.splitlines()[:5]] == [
        "Article 1, paragraph 1",
        "Article 2, paragraph 2",
        "Article 2, paragraph 2",
        "Article 2, paragraph 3",
        "note 1 in Article 1, paragraph 1",
    ]


def test_paragraphs_are_listed_as_the_facts_have_them(build: Build, statement: Write) -> None:
    path = statement(with_body("One.[^1]\n\nTwo [b].\n\n[^1]: A [note].\n"))
    turned = negotiated(path).turned
    assert turned is not None
    assert [str(value) for _, value in turned.facts] == ["2 passages, in 2 paragraphs: 1 and 2"]
    assert "in 2 paragraphs: 1, 2\n" in build("check", "--brackets", path).out


NUMBERED_POINTS = """\
1. One [a].
2. All ships.

| [Ship] |
|---|
| A |

: Source: [b].

Text [c] after.

- Point [d]
"""


def test_what_follows_a_numbered_point_is_in_it_but_no_other_paragraph(
    build: Build, statement: Write
) -> None:
    path = statement(with_body(NUMBERED_POINTS))
    turned = negotiated(path).turned
    assert turned is not None
    assert [str(value) for _, value in turned.facts] == [
        "5 passages, in 4 paragraphs: 1, 2, Source: [b]. and Text [c] after."
    ]
    assert build("build", path, "--as", "negotiation").code == 0


PLACES = {
    "points below a paragraph that counts": (
        "[A] first.\n\nA second [with] more.\n\nBoth will:\n\n1. repair;\n2. renew [all].\n\n"
        "A last [one].",
        "4 passages, in 4 paragraphs: 1, 2, 3 (2) and 4",
    ),
    "points that are the paragraphs": (
        "The Conference, recalling [all] that,\n\n1. Welcomes [it];\n\n2. Asks:\n\n"
        "   1. for [more].\n\nDone [here].",
        "4 passages, in 4 paragraphs: The Conference, recallin …, 1, 2 (1) and Done [here].",
    ),
    "a paragraph put between others, and what is counted on": (
        "1. One.\n\n1 ter. Two [a].\n\n2. Three [b].",
        "2 passages, in 2 paragraphs: 1 ter and 2",
    ),
}


@pytest.mark.parametrize(("text", "said"), PLACES.values(), ids=list(PLACES))
def test_each_paragraph_is_called_by_its_number_or_its_first_words(
    build: Build, statement: Write, text: str, said: str
) -> None:
    path = statement(with_body(text))
    turned = negotiated(path).turned
    assert turned is not None
    assert [str(value) for _, value in turned.facts] == [said]
    assert build("build", path, "--as", "negotiation").code == 0
