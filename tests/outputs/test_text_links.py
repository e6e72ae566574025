"""Plain text with links: each address stands once, after its words, with the spaces around them."""

from __future__ import annotations

import random
import re
from typing import TYPE_CHECKING

import pytest

from communique.content.content import content_of
from communique.content.text import Marks
from communique.content.texts import texts
from communique.design import edition
from communique.model.faults import ProofError
from communique.outputs.text import proof as text_proof
from communique.read.source import read
from communique.run import pipeline
from tests.random_statements import statement as random_statement
from tests.samples import with_body

if TYPE_CHECKING:
    from pathlib import Path

    from communique.content.content import Content
    from tests.conftest import Write

#: What an author may write, and what the text says of it.
PIECES = {
    "[words](https://a.example/1)": "words <https://a.example/1>",
    "[two words](mailto:a@b.example)": "two words <mailto:a@b.example>",
    "[*slanted*](https://c.example)": "slanted <https://c.example>",
    "**[strong](https://d.example)**": "strong <https://d.example>",
    "<https://e.example/x>": "https://e.example/x",
    "https://f.example/y": "https://f.example/y",
    "<https://i.example/été?a=1%20b>": "https://i.example/été?a=1%20b",
    "<g@h.example>": "g@h.example",
    "[the heading](#costs)": "the heading",
    "**bold**": "bold",
    "*light*": "light",
    "plain": "plain",
}
#: Where these may stand, and what the text says there besides.
PLACES = {
    "{}": "{}",
    "- {}": "• {}",
    "> {}": "{}",
    "### {}": "{}",
    "| Work |\n|---|\n| {} |": "Work: {}",
    "Water.[^a]\n\n[^a]: {}": "Water.[1] Notes [1] {}",
}
_RULE = re.compile(r"\n *[-=]+$", re.MULTILINE)
_SPACE = re.compile(r"(?<=\S)[ \n]+(?=\S)")
_ADDRESS = re.compile(r"\S+@\S+|<?https?://\S+")


def made(path: Path) -> tuple[Content, str]:
    """Return what a statement has to say, and the proven text of it."""
    source = read(path)
    text = pipeline.make(source, "standard", ("text",)).files["text"].data.decode("utf-8")
    return content_of(source, edition.load("standard"), notes_at_end=True), text


def on_one_line(text: str) -> str:
    """Return `text` without rules, with a space for each line end."""
    return " ".join(re.split("[ \n]+", _RULE.sub("", text).strip("\n")))


def without(text: str, found: re.Match[str]) -> str:
    """Return `text` without what was found."""
    return text[: found.start()] + text[found.end() :]


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("seed", range(4))
def test_links_in_any_order_are_written_with_the_spaces_between_them(
    statement: Write, place: str, seed: int
) -> None:
    rng = random.Random(f"{place}{seed}")  # noqa: S311  # no secret
    pieces = rng.choices(list(PIECES), k=rng.randint(2, 9))
    between = " \n" if place == "{}" else " "
    written = "".join(piece + rng.choice(between) for piece in pieces).strip()
    content, text = made(statement(with_body(f"## Costs\n\n{place.format(written)}"), "a.en.md"))
    said = PLACES[place].format(" ".join(PIECES[piece] for piece in pieces))
    assert on_one_line(text) == f"A title Costs {said}"

    for space in _SPACE.finditer(text):
        with pytest.raises(ProofError):
            text_proof.prove(content, without(text, space).encode())
    for address in _ADDRESS.finditer(text):
        doubled = f"{text[: address.end()]} <{address[0].strip('<>')}>{text[address.end() :]}"
        with pytest.raises(ProofError):
            text_proof.prove(content, doubled.encode())


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("[t](https://a.example)\u00a0**b**", "t <https://a.example>\u00a0b"),
        ("**[t](https://a.example)** *x*", "t <https://a.example> x"),
        ("[t](https://a.example)\\\n**b**", "t <https://a.example> b"),
        ("[t](https://a.example), **b**", "t <https://a.example>, b"),
        ("([t](https://a.example))", "(t <https://a.example>)"),
        ("**b** <c@d.example>[^n] *e*\n\n[^n]: N.", "b c@d.example[1] e Notes [1] N."),
    ],
)
def test_what_follows_a_link_stands_as_far_from_its_address_as_from_its_words(
    statement: Write, body: str, said: str
) -> None:
    _, text = made(statement(with_body(body), "a.en.md"))
    assert on_one_line(text) == f"A title {said}"


@pytest.mark.parametrize("seed", range(24))
def test_without_its_addresses_a_text_that_is_looked_for_is_that_of_the_page(
    tmp_path: Path, seed: int
) -> None:
    content = content_of(read(random_statement(seed).write(tmp_path)), edition.load("standard"))
    mark = "\ue000{}\ue001"
    found = [text.words for text in texts(content, marks=Marks(address=mark))]
    assert [re.sub("\ue000.*?\ue001", "", words) for words in found] == [
        text.words for text in texts(content)
    ]
    assert not any(re.search(r"\s\ue000", words) for words in found)
