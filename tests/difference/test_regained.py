"""Striking the insertions gives the old version, striking the deletions the new one, exactly.

COMMUNIQUE_RANDOM says how many random pairs are tried, a part of them if it does not.
"""

from __future__ import annotations

import os
import re
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from communique.difference import difference, merged, struck
from communique.model.faults import StatementError
from communique.read.source import read
from tests.difference.forms import form
from tests.difference.reading import compared, lines, version
from tests.random_statements import pairs
from tests.samples import MEETINGS, png

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from communique.difference import Piece
    from communique.model.body import Node
    from communique.model.statement import Statement

COUNT = int(os.environ.get("COMMUNIQUE_RANDOM", "60"))
#: Refusing every pair would satisfy the other tests.
LEAST_READ = 0.8


def check(old: Statement, new: Statement) -> None:
    """See that both versions are regained from the merged text."""
    body = merged(difference(old, new)).body
    assert form(struck(body, "inserted")) == form(old.body)
    assert form(struck(body, "deleted")) == form(new.body)


# Random pairs: words, signs, figures, stress, notes, paragraphs, points, rows, front matter


@cache
def versions(seed: int, folder: Path) -> tuple[Statement, Statement] | None:
    """Return both versions of a seed, None where one is refused."""
    try:
        old, new = (read(path) for path in pairs.pair(seed).write(folder))
    except StatementError:
        return None
    return old, new


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> list[tuple[Statement, Statement]]:
    folders = ((seed, tmp_path_factory.mktemp("pair")) for seed in range(COUNT))
    return [both for seed, folder in folders if (both := versions(seed, folder))]


def test_most_random_pairs_can_be_read(found: list[tuple[Statement, Statement]]) -> None:
    assert len(found) >= LEAST_READ * COUNT
    assert len({old.language for old, _ in found}) >= len(pairs.LANGUAGES)


def test_both_versions_of_each_random_pair_are_regained(
    found: list[tuple[Statement, Statement]],
) -> None:
    for old, new in found:
        check(old, new)
        check(new, old)


def test_no_piece_is_a_space_alone_nor_ends_within_a_word(
    found: list[tuple[Statement, Statement]],
) -> None:
    every = [pair.pieces for old, new in found for pair in difference(old, new).walk()]
    assert all(_says_something(piece) for pieces in every for piece in pieces)
    for pieces in every:
        for texts in (
            [_plain(piece.old) for piece in pieces if piece.old],
            [_plain(piece.new) for piece in pieces if piece.new],
        ):
            for before, after in pairwise(texts):
                edge = before[-1:] + after[:1]
                assert not re.fullmatch("[a-zà-ž]{2}|[0-9]{2}", edge), texts


def _plain(nodes: Sequence[Node]) -> str:
    return "".join(node.plain for node in nodes)


def _says_something(piece: Piece) -> bool:
    kinds = {inner.kind for node in piece.nodes for inner in node.walk()}
    return bool(_plain(piece.nodes).strip() or kinds & {"call", "image", "break"})


def test_each_half_of_a_text_is_regained_beside_the_other(
    found: list[tuple[Statement, Statement]],
) -> None:
    for (one, _), (other, _) in zip(found, found[2:], strict=False):
        if one.language == other.language:
            check(one, other)


@pytest.mark.parametrize("path", sorted(MEETINGS.glob("*.md")), ids=lambda path: path.name)
def test_a_text_beside_itself_has_no_difference(path: Path) -> None:
    statement = read(path)
    found = difference(statement, read(path))
    assert found.is_none
    assert form(merged(found).body) == form(statement.body)


# Words from anywhere


WORDS = st.sampled_from(
    [
        *(
            "the",
            "of",
            "a",
            "ship",
            "sails",
            "12",
            "1,250",
            "*red*",
            "**sea**",
            "H~2~O",
            "12&nbsp;m",
        ),
        *("[link](https://a.example/b)", "[web](https://b.example)", "a[^1]", "b[^2]"),
        *(",", ".", ";", "–", "“we”"),
    ]
)
PARAGRAPHS = st.lists(WORDS, min_size=1, max_size=14).map(
    lambda words: "A " + " ".join(words) + "."
)
BLOCKS = st.one_of(
    PARAGRAPHS,
    PARAGRAPHS.map(lambda words: f"> {words}"),
    st.lists(PARAGRAPHS, min_size=1, max_size=4).map(
        lambda items: "\n".join(f"{n}. {item}" for n, item in enumerate(items, 1))
    ),
    st.lists(PARAGRAPHS, min_size=1, max_size=4).map(
        lambda items: "| One | Two |\n|---|---|\n" + "\n".join(f"| {item} | x |" for item in items)
    ),
    st.tuples(
        st.sampled_from(("---", "---:", ":---")),
        st.lists(st.sampled_from(("", "7", "1,250", "x", "a[^1]")), min_size=1, max_size=4),
    ).map(
        lambda table: (
            f"| One | Two |\n|---|{table[0]}|\n"
            + "\n".join(f"| The {row} | {cell} |" for row, cell in enumerate(table[1]))
        )
    ),
    st.sampled_from(("## Costs", "## Ships", "---")),
)
NOTES = st.sampled_from(
    ("[^1]: One.\n[^2]: Two.", "[^1]: Two.\n[^2]: One.", "[^1]: Words. \n[^2]: One.")
)
TEXTS = st.tuples(st.lists(BLOCKS, min_size=1, max_size=6), NOTES).map(
    lambda parts: "\n\n".join(["A[^1] b[^2] begins.", *parts[0], parts[1]])
)


@settings(max_examples=150)
@given(TEXTS, TEXTS)
def test_both_versions_are_regained_of_any_texts(old: str, new: str) -> None:
    try:
        both = version(old), version(new)
    except StatementError:
        return
    check(*both)


# What the merged text has of its own


@pytest.mark.parametrize("change", [("7", ""), ("", "7"), ("7", "many words"), ("a b", "7")])
def test_a_cell_that_makes_a_column_one_of_figures_is_the_only_change(
    change: tuple[str, str],
) -> None:
    both = [version(f"| One | Two |\n|---|---|\n| Land | {cell} |\n\nBegins.") for cell in change]
    cells = [pair for pair in difference(*both).walk() if pair.node.kind == "cell"]
    assert [pair.kind for pair in cells] == ["same"] * 3 + ["changed"]
    check(*both)


def test_a_merged_paragraph_has_marks_around_words_alone() -> None:
    body = merged(compared("The *red boat* sails.", "The *blue boat* sails.")).body
    kinds = [
        (node.kind, "".join(part.text for part in node.walk()))
        for node in body.children[0].children
    ]
    assert kinds == [
        ("text", "The "),
        ("deleted", "red"),
        ("inserted", "blue"),
        ("emphasis", " boat"),
        ("text", " sails."),
    ]
    assert [node.kind for node in body.children[0].children[1].children] == ["emphasis"]


def test_a_merged_block_that_has_one_fate_says_so_itself() -> None:
    first, second = "The works begin in spring.", "Both pay half of the costs."
    body = merged(compared(first, f"{second}\n\n{first}")).body
    assert [(block.change, block.kind) for block in body.children] == [
        ("inserted", "paragraph"),
        ("", "paragraph"),
    ]
    assert {node.kind for node in body.walk()} == {"paragraph", "text"}


def test_both_places_of_a_move_have_its_number() -> None:
    parts = [
        "The works begin in spring.",
        "Both pay half of the costs.",
        "Ships may pass at all times.",
    ]
    body = merged(compared("\n\n".join(parts), "\n\n".join([*parts[1:], parts[0]]))).body
    assert [(block.change, block.move) for block in body.children] == [
        ("moved away", 1),
        ("", 0),
        ("", 0),
        ("moved here", 1),
    ]


def test_notes_are_numbered_by_their_first_calls_in_both_texts() -> None:
    old = "One[^1] two[^2].\n\n[^1]: A first note.\n[^2]: Quite another."
    new = "One two[^2] three[^3].\n\n[^2]: Quite another.\n[^3]: The third of them."
    body = merged(compared(old, new)).body
    assert [(note.number, note.change) for note in body.notes] == [
        (1, "deleted"),
        (2, ""),
        (3, "inserted"),
    ]
    assert [node.number for node in body.walk() if node.kind == "call"] == [1, 2, 3]


def test_a_note_that_is_called_elsewhere_now_is_called_twice() -> None:
    old, new = "One[^1] two three.\n\n[^1]: A note.", "One two three[^1].\n\n[^1]: A note."
    body = merged(compared(old, new)).body
    calls = [(node.number, node.again) for node in body.walk() if node.kind == "call"]
    assert calls == [(1, False), (1, True)]
    assert [note.change for note in body.notes] == [""]


def test_a_point_has_its_former_mark() -> None:
    body = merged(
        compared("1. Lamps.\n2. Walls.", "1. Doors and gates.\n2. Lamps.\n3. Walls.")
    ).body
    assert [(item.marker, item.former) for item in body.children[0].children] == [
        ("1.", ""),
        ("2.", "1."),
        ("3.", "2."),
    ]


def test_a_point_that_keeps_its_mark_has_no_former_one() -> None:
    body = merged(compared("1. Lamps.\n2. Walls.", "1. Lamps.\n2. Gates.")).body
    assert [(item.marker, item.former) for item in body.children[0].children] == [
        ("1.", ""),
        ("2.", ""),
    ]


def pictured(folder: Path, body: str, **widths: int) -> Statement:
    """Return a statement with pictures of these widths, by their names."""
    folder.mkdir()
    for name, width in widths.items():
        (folder / f"{name}.png").write_bytes(png(width))
    path = folder / "meeting.en.md"
    path.write_text(f"---\ntitle: A\n---\n\n{body}\n", "utf-8")
    return read(path)


def test_the_earlier_picture_of_an_address_has_another_one(tmp_path: Path) -> None:
    words = "The words that stay beside ![flags](q.png) as they are."
    old = pictured(tmp_path / "old", f"{words}\n\n![A](p.png)\n\n![B](r.png)", p=4, q=6, r=7)
    new = pictured(tmp_path / "new", f"{words}\n\n![A](p.png)", p=5, q=6)
    text = merged(difference(old, new))
    assert [(block.change, block.target) for block in text.body.children[1:]] == [
        ("deleted", "earlier/p.png"),
        ("deleted", "r.png"),
        ("inserted", "p.png"),
    ]
    assert text.images == {
        "earlier/p.png": old.images["p.png"],
        "p.png": new.images["p.png"],
        "q.png": old.images["q.png"],
        "r.png": old.images["r.png"],
    }


def test_the_one_picture_of_a_point_is_another_one_where_its_file_changed(tmp_path: Path) -> None:
    words = "- The works begin in spring.\n\n  ![A](p.png)"
    old, new = (pictured(tmp_path / str(width), words, p=width) for width in (4, 5))
    assert lines(difference(old, new).blocks) == [
        "changed list",
        "  changed item",
        "    deleted figure",
        "    added figure",
    ]


def test_calls_in_a_list_that_was_deleted_have_the_numbers_of_the_merged_text() -> None:
    old = "Words[^1] here.\n\n- One[^2].\n- Two[^3].\n\n[^1]: A.\n[^2]: Bees.\n[^3]: Cows."
    body = merged(compared(old, "Words here.")).body
    calls = [node.number for node in body.walk() if node.kind == "call"]
    assert calls == [1, 2, 3]
    assert [block.change for block in body.children] == ["", "deleted"]


def test_a_deleted_heading_gives_way_to_one_that_has_its_name() -> None:
    old = "## Costs\n\nThe works begin in spring.\n\n### Ships\n\nAll [pay](#ships) their half."
    new = "## Costs\n\nThe works begin in spring.\n\n## Ships\n\nAll [pay](#ships) their half."
    body = merged(compared(old, new)).body
    assert [heading.anchor for heading in body.headings] == ["costs", "ships-", "ships"]


def test_links_to_headings_lead_to_what_these_became() -> None:
    old = (
        "## Costs\n\n[See the costs](#costs) here.\n\n## Gone away\n\n[See this](#gone-away) there."
    )
    new = "## Money\n\n[See the money](#money) here."
    body = merged(compared(old, new)).body
    links = {node.target for node in body.walk() if node.kind == "link"}
    names = [node.anchor for node in body.headings]
    assert links == {"#money", "#gone-away"}
    assert names == ["money", "gone-away"]
