"""Plain text: what it looks like, and that the proof finds whatever is not as it must be."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

import pytest

from communique.content.content import content_of
from communique.design import edition, language
from communique.model.faults import ProofError
from communique.model.tables.records import without_joins
from communique.outputs.text import proof as text_proof
from communique.read.source import read
from communique.run import pipeline
from tests.random_statements import statement as random_statement
from tests.samples import CASES, ROOT, with_body, with_front

if TYPE_CHECKING:
    from communique.content.content import Content
    from tests.conftest import Write

    Say = Callable[..., str]

MEETINGS = sorted((ROOT / "tests/statements").glob("*.md"))


def made(path: Path) -> str:
    """Return the proven text of a statement."""
    return pipeline.make(read(path), "standard", ("text",)).files["text"].data.decode("utf-8")


@pytest.fixture
def say(statement: Write) -> Say:
    """Return what gives the proven text of a statement below its title."""

    def said(body: str, matter: str = "", name: str = "a.en.md") -> str:
        written = statement(with_body(body).replace("---\n\n", f"{matter}---\n\n", 1), name)
        return made(written)

    return said


def body(text: str) -> str:
    """Return what stands below the title."""
    return text.split("=\n\n", 1)[1]


# What it looks like


@pytest.mark.parametrize(
    ("tag", "shared", "signed"),
    [
        ("ar", "أوسلو\u060c نورلاند", "أوسلو\u060c 12 مارس 2026"),
        ("ja", "オスロ\u3001ノーランド", "オスロ\u30012026年3月12日"),
        ("sv", "Oslo, Norland", "Oslo, 12 mars 2026"),
    ],
)
def test_a_comma_is_that_of_the_language(say: Say, tag: str, shared: str, signed: str) -> None:
    organisation, country = shared.replace("\u060c ", ", ").replace("\u3001", ", ").split(", ")
    issuers = "".join(
        f"  - {{name: {name}, organisation: {organisation}, country: {country}}}\n" for name in "AB"
    )
    block = f"{{place: {organisation}, date: 2026-03-12, signatories: [{{name: A}}]}}"
    text = say("C.", f"issuers:\n{issuers}signatures: {block}\n", f"a.{tag}.md")
    assert f"\n{shared}\n" in text
    assert f"\n{signed}\n" in text


def test_paragraphs_are_numbered_in_each_annex_from_1(say: Say) -> None:
    text = say("A.\n\nB.\n\n## Annex I\n\nC.\n\n## Annex II\n\nD.", "numbered: true\n")
    assert [line for line in text.splitlines() if line[:1].isdigit()] == [
        "1. A.",
        "2. B.",
        "1. C.",
        "1. D.",
    ]


def test_figures_are_raised_and_lowered_characters_and_letters_stand_beside_their_word(
    say: Say,
) -> None:
    text = say(
        "H~2~O, 10^6^ m^2^ on the 10^th^, x~max~ and x^2n^; [la *paix*[^1]]{lang=fr}.\n\n[^1]: A."
    )
    assert "\nH₂O, 10⁶ m² on the 10th, xmax and x2n; la paix[1].\n" in text


def test_the_example_is_designed_like_its_page() -> None:
    text = made(ROOT / "docs/example.en.md")
    assert text.startswith(
        "Norland · République de Valdore\n"
        "Joint communiqué · GS/2026/7\n"
        "\n\n"
        "Lights for the Grey Strait\n"
        "==========================\n"
        "What the two coasts agreed\n"
        "\n"
        "by the Minister for the Sea of Norland, Ada Holm and the Minister of\n"
    )
    assert "\nLast updated: 13 March 2026, 09:30\nPlace: Port-Saint-Luc\n" in text
    assert (
        "   read on the Conference’s pages\n   <https://www.example.org/grey-strait/plans>." in text
    )
    assert "\n\n\nWhat will be done\n-----------------\n\n" in text
    assert "works go on;\n  • charge" in text
    assert "each of them\n     • replace the lamp,\n" in text
    assert (
        "\nWork: Seven renewals\n    Norland: €11 million\n    Valdore: €9 million\nWork: Watch"
        in text
    )
    assert "\n\n    A light is a promise to people" in text
    assert "\n(Signed)\nAda Holm\nMinister for the Sea\nNorland\n" in text
    assert "\n[2] At the prices of 1 January 2026." in text
    assert "of the IALA.[1]\n" in text
    assert "Each light keeps its sign [a lighthouse] on the charts.\n" in text
    assert "\n[A lighthouse on a rock, drawn in one colour]\nThe sign" in text
    assert text.endswith("\nOnline: https://www.example.org/grey-strait/2026-7\n")
    assert "Contents" not in text


def test_every_part_stands_in_the_order_of_the_page() -> None:
    text = made(ROOT / "docs/example.en.md")
    parts = ("Joint communiqué", "Lights", "by the", "Issued", "1. Three", "(Signed)", "Notes\n")
    places = [text.index(part) for part in (*parts, "Notes to editors", "Contact", "Online")]
    assert places == sorted(places)


def test_a_table_has_a_line_for_each_cell_so_that_it_can_be_read_in_any_type(say: Say) -> None:
    long = " ".join(["words"] * 13)
    text = say(f"| Work | What | Cost |\n|---|---|--:|\n| One | {long} | 1 |\n| Two | {long} | 2 |")
    cell = " ".join(["words"] * 10) + "\n          words words words"
    assert body(text) == (
        f"Work: One\n    What: {cell}\n    Cost: 1\nWork: Two\n    What: {cell}\n    Cost: 2\n"
    )


@pytest.mark.parametrize(
    ("tag", "fact", "cell"),
    [
        ("en", "\nPlace: Mill\n", "\n    Cost: 2\n"),
        ("fr", "\nLieu\u00a0: Mill\n", "\n    Cost\u00a0: 2\n"),
        ("ja", "\n場所：Mill\n", "\n    Cost：2\n"),
        ("ar", "\nالمكان: Mill\n", "\n    Cost: 2\n"),
    ],
)
def test_a_colon_is_that_of_the_language(say: Say, tag: str, fact: str, cell: str) -> None:
    text = say("| Work | Cost |\n|---|---|\n| a | 2 |", "place: Mill\n", f"a.{tag}.md")
    assert fact in text
    assert cell in text


def test_a_head_that_ends_in_a_colon_or_asks_has_no_other_colon(say: Say) -> None:
    text = say("| Work: | Paid? |\n|---|---|\n| a | yes |")
    assert body(text) == "Work: a\n    Paid? yes\n"


def test_a_label_of_a_language_may_end_in_its_colon(
    say: Say, monkeypatch: pytest.MonkeyPatch
) -> None:
    labels = language.load("en").file.labels
    monkeypatch.setitem(vars(labels), "place", "Place:")
    assert "\nPlace: Mill\n" in say("A.", "place: Mill\n")


def test_a_telephone_number_stays_whole(say: Say) -> None:
    text = say("A.", f"contact: {'word ' * 10}+47 22 33 (44) 55\n")
    assert text.endswith("word word\n  +47 22 33 (44) 55\n")


@pytest.mark.parametrize(
    ("tables", "text"),
    [
        ("| A | B |\n|---|---|\n\n| A |\n|---|\n| x |", "A\n    B\n\nA: x\n"),
        ("| A |\n|---|\n\n| B |\n|---|", "A\n\nB\n"),
        ("|  |  |\n|---|---|\n| a | b |", "a\n    b\n"),
        ("|  | B |\n|---|---|\n| a | b |", "a\n    B: b\n"),
        ("| A | B |\n|---|---|\n| a |  |\n|  |  |", "A: a\n    B:\n"),
        ("| A |\n|---|\n|  |\n| a |\n\nZ.", "A: a\n\nZ.\n"),
        ("|  |\n|---|\n|  |\n\nZ.", "Z.\n"),
        ("- |  |\n  |---|\n  | x |", "  • x\n"),
        ("| A | B |\n|---|---|\n| a |  |\n| b | 2 |\n|  | 3 |", "A: a\nA: b\n    B: 2\nB: 3\n"),
        ("> | A |\n> |---|\n> |  |", "    A\n"),
    ],
)
def test_tables_with_a_head_alone_or_empty_cells_are_written(
    say: Say, tables: str, text: str
) -> None:
    assert body(say(tables)) == text


def test_wide_tables_with_a_head_alone_or_empty_cells_are_written(say: Say) -> None:
    long = " ".join(["words"] * 8)
    assert body(say(f"| {long} | {long} |\n|---|---|\n\nZ.")) == f"{long}\n    {long}\n\nZ.\n"
    empty = f"|  |  |\n|---|---|\n| {long} | {long} |\n|  |  |"
    assert body(say(empty)) == f"{long}\n    {long}\n"
    assert body(say(f"| A |  |\n|---|---|\n| {long} | {long} |\n| b |  |")).endswith("\nA: b\n")


def test_stress_is_not_shown_and_addresses_are_once(say: Say) -> None:
    text = say(
        "A *stressed* **word**, <https://a.example>, [here](https://b.example) and [x](#a).\n\n## A"
    )
    words = "A stressed word, https://a.example, here <https://b.example> and x."
    assert " ".join(body(text).split()).startswith(words)


def test_an_address_that_is_wider_than_a_line_stays_whole(say: Say) -> None:
    address = f"https://a.example/{'long/' * 20}"
    assert f"\n<{address}>\n" in say(f"It can be read [there]({address}) by all.")


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (
            "Press ![the red button](a.svg) first and then ![the *green* one](a.svg) twice.",
            "Press [the red button] first and then [the green one] twice.\n",
        ),
        ("![A](a.svg) ![B](a.svg)", "[A] [B]\n"),
        ("One ![A](a.svg)\\\nTwo", "One [A]\nTwo\n"),
        ("See [![A](a.svg)](https://a.example).", "See [A] <https://a.example>.\n"),
        ("[![A](a.svg)https://a.example](https://a.example)", "[A]https://a.example\n"),
        (f"{'word ' * 13}![the red button](a.svg)", f"{'word ' * 13}[the\nred button]\n"),
        (
            "| ![A](a.svg) | B |\n|---|---|\n| x | to ![C](a.svg), D |\n\n![E](a.svg)",
            "[A]: x\n    B: to [C], D\n\n[E]\n",
        ),
        (
            "Water.[^a]\n\n[^a]: In ![A](a.svg) jars.",
            "Water.[1]\n\n\nNotes\n-----\n\n[1] In [A] jars.\n",
        ),
    ],
)
def test_pictures_stand_where_they_do_in_their_sentence(
    say: Say, tmp_path: Path, body: str, text: str
) -> None:
    (tmp_path / "a.svg").write_bytes((ROOT / "docs/example.svg").read_bytes())
    assert say(body).split("=\n\n", 1)[1] == text


@pytest.mark.parametrize("path", MEETINGS, ids=lambda path: path.name)
def test_every_language_is_written_and_proven(path: Path) -> None:
    text = made(path)
    assert all(ord(character) not in range(0x202A, 0x202F) for character in text)
    assert not set("\u200e\u200f\u2066\u2067\u2068\u2069") & set(text)


@pytest.mark.parametrize("name", ["table.sv", "footnotes.en", "well.ar", "many-issuers.en"])
def test_statements_of_all_kinds_are_written_and_proven(name: str) -> None:
    assert made(CASES / f"{name}.md")


@pytest.mark.parametrize("seed", range(24))
def test_random_statements_are_written_and_proven(seed: int, tmp_path: Path) -> None:
    assert made(random_statement(seed).write(tmp_path))


def test_two_languages_stand_one_after_the_other(statement: Write) -> None:
    from dataclasses import replace  # noqa: PLC0415

    english = read(statement(with_body("Water.[^a]\n\n[^a]: Salt."), "a.en.md"))
    french = read(statement(with_body("De l’eau.[^a]\n\n[^a]: Du sel."), "a.fr.md"))
    pair = replace(english, beside=french)
    text = pipeline.make(pair, "parallel", ("text",)).files["text"].data.decode()
    parts = ("Water.[1]", "Notes", "[1] Salt.", "De l’eau.[1]", "[1] Du sel.")
    places = [text.index(part) for part in parts]
    assert places == sorted(places)


# What the proof finds


BODY = """The water[^a] of [the river](https://a.example) runs.

## Costs

1. One.
2. Two words.

| Work | Cost |
|------|------|
| Both | 1    |
| Last | 2    |

***

![A lamp](example.svg)

[^a]: It is fresh.
"""


@pytest.fixture
def proven(statement: Write) -> tuple[Content, str]:
    """Return a content and the text that says it."""
    path = statement(with_body(BODY), "a.en.md")
    (path.parent / "example.svg").write_bytes((ROOT / "docs/example.svg").read_bytes())
    content = content_of(read(path), edition.load("standard"), notes_at_end=True)
    return content, made(path)


def test_the_text_itself_is_proven(proven: tuple[Content, str]) -> None:
    content, text = proven
    text_proof.prove(content, text.encode())


@pytest.mark.parametrize(
    ("there", "instead", "complaint"),
    [
        ("The water", "water", "5: 'The water[1"),  # a word is lost
        ("of the river", "the river of", "5: 'The water[1"),  # or moved
        ("runs", "ran", "5: 'The water[1"),  # or changed
        ("runs.", "runs. runs.", "7: 'Costs"),  # or there twice
        ("runs.", "runs. Well!", "7: 'Costs"),  # or added
        ("water[1]", "water", "5: 'The water[1"),  # no call of a note
        ("water[1]", "water[2]", "5: 'The water[1"),
        ("[1] It", "It", "21: '[1]"),  # no number
        (" <https://a.example>", "", "5: 'The water[1"),  # no address
        ("<https://a.example>", "<https://b.example>", "5: 'The water[1"),
        ("a.example> runs", "a.example>runs", "5: 'The water[1"),  # no space
        ("The water", "Thewater", "5: 'The water[1"),
        ("The water", "The wa ter", "5: 'The water[1"),
        ("The water", "The wa\nter", "5: 'The water[1"),
        ("1. One", "One", "9: '1."),  # no marker
        ("2. Two", "3. Two", "10: '2."),
        ("  2. Two words.", "  2. Two words. 2. Two words.", "14: 'Work: Both"),
        ("Costs\n-----\n", "Costs\n", "7: 'Costs"),  # no rule
        ("Costs\n-----\n", "Costs\n\n-----\n", "7: 'Costs"),
        ("\n\n\nCosts", " Costs", "7: 'Costs"),  # not on a line of its own
        ("Work: Both\n    Cost: 1\n", "", "14: 'Work: Both"),  # a row is lost
        ("Both\n    Cost: 1", "Last\n    Cost: 1", "14: 'Work: Both"),
        ("Cost: 1\nWork: Last\n    Cost: 2", "Cost: 2\nWork: Last\n    Cost: 1", "14: 'Cost: 1"),
        ("Work: Both", "Both", "14: 'Work: Both"),
        ("Work: Both", "Work Both", "14: 'Work: Both"),
        ("Work: Both\n    Cost: 1", "Cost: 1\n    Work: Both", "14: 'Work: Both"),
        ("Work: Both\n    Cost: 1", "Work: Both Cost: 1", "14: 'Cost: 1"),
        ("* * *", "", "1: a line has what nobody sees"),  # a break is lost
        ("* * *", "* * *\n\n* * *", "19: '[A lamp]"),
        ("[A lamp]", "", "19: '[A lamp]"),  # a picture is not said
        ("[A lamp]", "A lamp", "19: '[A lamp]"),
        ("It is fresh.\n", "It is fresh.\n\nMore.\n", "1: there is more"),  # something at the end
        (
            "It is fresh.\n",
            "It is fresh.",
            "1: the file has empty lines at its ends, or none",
        ),  # how it ends
        ("It is fresh.\n", "It is fresh.\n\n", "1: the file has empty lines at its ends, or none"),
        ("The water", "The water ", "5: 'The water[1"),
        ("runs.\n", "runs. \n", "1: a line has what nobody sees"),
        ("The water", "The\twater", "1: a line has what nobody sees"),
        ("The water", "The\u00a0water", "5: 'The water[1"),
        ("The water", "The \u200fwater", "5: 'The water[1"),
        ("fresh", "fre\u00adsh", "21: 'It is fresh"),
        (" runs.\n", f" runs.{' ' * 72}\n", "1: a line has what nobody sees"),
        ("The water", "The  water", "5: 'The water[1"),
        ("of the", "of\n\nthe", "5: 'The water[1"),  # one paragraph becomes two
    ],
)
def test_what_is_not_as_it_must_be_is_found(
    proven: tuple[Content, str], there: str, instead: str, complaint: str
) -> None:
    content, text = proven
    assert text.count(there) == 1, text
    with pytest.raises(ProofError) as refused:
        text_proof.prove(content, text.replace(there, instead).encode())
    first = min(refused.value.faults)
    assert (first.key, f"{first.line}: {first.wrong}"[: len(complaint)]) == ("text", complaint)


@pytest.mark.parametrize("instead", ["Press twice. [A]", "[A] Press twice.", "Press twice."])
def test_a_picture_elsewhere_in_its_sentence_is_found(statement: Write, instead: str) -> None:
    path = statement(with_body("Press ![A](example.svg) twice."), "a.en.md")
    (path.parent / "example.svg").write_bytes((ROOT / "docs/example.svg").read_bytes())
    content = content_of(read(path), edition.load("standard"), notes_at_end=True)
    text = made(path)
    assert "\nPress [A] twice.\n" in text
    with pytest.raises(ProofError, match=r"'Press \[A\] twice\.' is due where"):
        text_proof.prove(content, text.replace("Press [A] twice.", instead).encode())


def test_a_head_without_rows_that_is_lost_is_found(statement: Write) -> None:
    path = statement(with_body("Water.\n\n| A | B |\n|---|---|"), "a.en.md")
    content = content_of(read(path), edition.load("standard"), notes_at_end=True)
    with pytest.raises(ProofError, match="'A' is due where '' is"):
        text_proof.prove(content, made(path).split("\n\nA\n    B")[0].encode() + b"\n")


def test_other_bytes_than_utf_8_are_found(proven: tuple[Content, str]) -> None:
    content, text = proven
    with pytest.raises(ProofError, match="not UTF-8"):
        text_proof.prove(content, text.encode() + b"\xff")


@pytest.mark.parametrize(
    ("body", "wide"),
    [
        ("One two " * 20, True),
        ("本" * 40, True),
        ("x" * 80, False),
        (f"<https://a.example/{'long' * 20}>", False),
    ],
)
def test_a_line_that_is_too_wide_is_found_unless_one_word_makes_it_so(
    statement: Write, body: str, *, wide: bool
) -> None:
    path = statement(with_body(body), "a.en.md")
    content = content_of(read(path), edition.load("standard"), notes_at_end=True)
    text = f"A title\n=======\n\n{body.strip('<> ')}\n"
    if wide:
        with pytest.raises(ProofError, match="wider than 72"):
            text_proof.prove(content, text.encode())
    else:
        text_proof.prove(content, text.encode())


@pytest.mark.parametrize("bare", [True, False])
def test_an_address_that_is_divided_is_found_in_japanese_too(
    statement: Write, *, bare: bool
) -> None:
    address = f"https://a.example/{'灯台の歴史' * 8}"
    path = statement(with_body(f"見よ <{address}> を" if bare else f"[見よ]({address})"), "a.ja.md")
    content = content_of(read(path), edition.load("standard"), notes_at_end=True)
    text = made(path)
    whole = next(line for line in text.splitlines() if "https" in line)
    assert whole.strip("<>") == (
        address if bare else f"https://a.example/{quote('灯台の歴史' * 8)}"
    )
    with pytest.raises(ProofError, match="is due where"):
        text_proof.prove(content, text.replace(whole, f"{whole[:22]}\n{whole[22:]}").encode())


@pytest.mark.parametrize(
    ("there", "instead", "complaint"),
    [
        ("    Ships · large · small: 4", "Ships · large · small: 4", "it is not indented as"),
        ("    Ships · large · small: 4", "      Ships · large · small: 4", "it is not indented as"),
        ("small: 4", "small:\n    4", "its lines do not begin below one another"),
        ("small: 4", "small 4", "'Ships · large · small: 4' is due where"),
        ("    Crew: 6\n", "", "'Crew: 6' is due where"),
        ("Crew: 6", "Crew: 6 7", "is due where"),
    ],
)
def test_a_row_with_joined_cells_that_says_something_else_is_found(
    statement: Write, there: str, instead: str, complaint: str
) -> None:
    head = "| Port | Ships || Crew |\n| ^^ | large | small | ^^ |\n|---|---|---|---|\n"
    source = read(
        statement(with_body(f"{head}| Vardo | 4 || 6 |\n| Hamn | 1 | 2 | 3 |"), "a.en.md")
    )
    content = content_of(without_joins(source), edition.load("standard"), notes_at_end=True)
    text = pipeline.make(source, "standard", ("text",)).files["text"].data.decode("utf-8")
    text_proof.prove(content, text.encode())
    assert text.count(there) == 1, text
    with pytest.raises(ProofError) as refused:
        text_proof.prove(content, text.replace(there, instead).encode())
    assert complaint in str(refused.value)


def test_a_text_says_where_it_differs(proven: tuple[Content, str]) -> None:
    content, text = proven
    with pytest.raises(ProofError) as refused:
        text_proof.prove(content, text.replace("2. Two words.", "2. Two.").encode())
    (fault,) = refused.value.faults
    assert (fault.line, fault.key) == (content.statement.body.children[2].children[1].line, "text")
    assert fault.wrong.startswith("'Two words.' is due where '")


def test_values_of_the_front_matter_are_looked_for_by_themselves(
    statement: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    matter = "title: A\nplace: Mill\nkeywords: [a, b]\nlanguage: en"
    content = content_of(read(statement(with_front(matter), "a.en.md")), edition.load("standard"))
    text_proof.prove(content, b"A\n=\n\nPlace: Mill\n\nSome words.\n")
    monkeypatch.setattr("communique.content.expected.facts", lambda *_: ())
    with pytest.raises(ProofError, match="3: place: Mill is not on the page"):
        text_proof.prove(content, b"A\n=\n\nSome words.\n")


@pytest.mark.parametrize(
    ("there", "instead", "complaint"),
    [
        ("    A: 1", "  A: 1", "'A: 1': it is not indented as it stands in its row"),
        ("    A: 1", "A: 1", "'A: 1': it is not indented as it stands in its row"),
        ("Work: Last", "  Work: Last", "'Work: Last': it is not indented as"),
        (
            "long\n          long so",
            "long\n      long so",
            "its lines do not begin below one another",
        ),
        ("\n\nBelow", "\nBelow", "'Below the points.': no empty line stands before it"),
        ("     • Inner", "  • Inner", "'•': it is not indented as deep as it stands"),
        ("    Said", "Said", "'Said by all.': it is not indented as deep as it stands"),
        ("  1. Outer", "1. Outer", "'1.': it is not indented as deep as it stands"),
        ("Below the points.", "Below the\n points.", "its lines do not begin below one another"),
        ("    Agreed:", "  Agreed:", "'Agreed:': its lines do not stand in the middle"),
        ("      so", "        so", "'Seen and so': its lines do not stand in the middle"),
    ],
)
def test_lines_and_columns_that_say_something_else_are_found(
    statement: Write, there: str, instead: str, complaint: str
) -> None:
    table = f"| Work | A |\n|---|---|\n| Both | 1 |\n| Last | {'long ' * 14}so |"
    body = "Words.\n\n1. Outer.\n   - Inner.\n\nBelow the points.\n\n> Said by all.\n\n"
    body += f"-> Agreed: <-\n\n{table}\n\n- -> Seen and <-\n  -> so <-"
    path = statement(with_body(body), "a.en.md")
    content = content_of(read(path), edition.load("standard"), notes_at_end=True)
    text = made(path)
    assert text.count(there) == 1, text
    with pytest.raises(ProofError) as refused:
        text_proof.prove(content, text.replace(there, instead).encode())
    assert complaint in str(refused.value)
