"""The tag tree, read aloud and compared with trees that a person can read.

A golden tree changes only with COMMUNIQUE_UPDATE_GOLDEN=1, and is then read as a diff.
"""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from communique.compose.page import compose
from communique.content.content import content_of
from communique.design import edition
from communique.model.standards import STANDARDS
from communique.pdf_reading.piece import Piece
from communique.pdf_reading.reading import Reading
from communique.pdf_reading.tag_tree import Tag, tags
from communique.prove import prove
from communique.prove.lines import folded
from communique.read.source import read
from communique.typeset.engine import typeset

HERE = Path(__file__).parent
GOLDEN = HERE / "golden"
CASES = sorted((HERE / "cases").glob("*.md"))


def spoken(reading: Reading) -> list[str]:
    """Return the tag tree of a PDF as lines: role, what belongs to it, and its words."""
    pieces: dict[tuple[int, int], list[Piece]] = {}
    for piece in reading.pieces:
        if isinstance(piece.mark, int):
            pieces.setdefault((piece.page, piece.mark), []).append(piece)
    lines: list[str] = []

    def say(tag: Tag, depth: int) -> None:
        lines.append("  " * depth + " ".join([tag.role, *properties(tag)]))
        for kid in tag.kids:
            if isinstance(kid, Tag):
                say(kid, depth + 1)
            elif isinstance(kid, tuple):
                words = folded("".join(piece.text for piece in pieces.get(kid, [])))
                lines.append("  " * (depth + 1) + f"“{words}”")
            else:
                lines.append("  " * (depth + 1) + f"→ {kid.entries['/A']['/URI']}")

    say(reading.tree, 0)
    return lines


def properties(tag: Tag) -> list[str]:
    found = [f"{key}={tag.text(key)}" for key in ("Lang", "Alt", "E", "ID") if tag.text(key)]
    attributes: Any = tag.entries.get("/A", {})
    return found + [
        str(attributes[key]) for key in ("/Scope", "/ListNumbering") if key in attributes
    ]


def made(path: Path, standard: int = 1, styles: str = "") -> Reading:
    content = content_of(read(path), edition.load("standard"), standard=STANDARDS[standard])
    page = compose(content)
    return Reading(typeset(replace(page, styles=page.styles + styles)).pdf)


@pytest.mark.parametrize("standard", STANDARDS)
@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_the_tag_tree_is_what_a_blind_reader_needs(case: Path, standard: int) -> None:
    golden = GOLDEN / f"{case.stem}.{standard}.txt"
    tree = "\n".join(spoken(made(case, standard))) + "\n"
    if os.environ.get("COMMUNIQUE_UPDATE_GOLDEN"):
        golden.write_text(tree, encoding="utf-8")
    assert tree == golden.read_text("utf-8")


def test_every_golden_tree_belongs_to_a_case() -> None:
    expected = {f"{case.stem}.{standard}.txt" for case in CASES for standard in STANDARDS}
    assert {path.name for path in GOLDEN.iterdir()} == expected


@pytest.fixture(scope="module")
def long(tmp_path_factory: pytest.TempPathFactory) -> Reading:
    """Return a paragraph and a table that go over pages, in large type."""
    rows = "\n".join(f"| Weir {number} | {number} |" for number in range(60))
    text = f"---\ntitle: Long\n---\n\n{'water ' * 900}\n\n| Place | Depth |\n|---|--:|\n{rows}\n"
    path = tmp_path_factory.mktemp("long") / "long.en.md"
    path.write_text(text, encoding="utf-8")
    return made(path)


def roles(reading: Reading) -> list[str]:
    return [line.split()[0] for line in spoken(reading)]


def test_a_paragraph_over_two_pages_is_one_paragraph(long: Reading) -> None:
    paragraph = next(block for block in long.blocks if block.role == "P" and len(block.pieces) > 5)
    assert len({piece.page for piece in paragraph.pieces}) > 1


def test_a_table_over_pages_is_one_table_and_its_head_is_read_once(long: Reading) -> None:
    assert roles(long).count("Table") == 1
    assert roles(long).count("THead") == 1
    assert [line.strip() for line in spoken(long)].count("“Place”") == 1
    drawn = [piece.text for piece in long.pieces if piece.text == "Place"]
    assert len(drawn) > 1


def test_a_link_in_a_repeated_head_of_a_table_is_one_link(tmp_path: Path) -> None:
    rows = "\n".join(f"| Weir {number} | {number} |" for number in range(50))
    table = f"| [Place](https://example.org/a) | [Depth](#more) |\n|---|--:|\n{rows}\n"
    text = f"---\ntitle: Long\n---\n\n{table}\n## More\n\n{table}\n"
    path = tmp_path / "long.en.md"
    path.write_text(text, "utf-8")
    page = compose(content_of(read(path), edition.load("standard")))
    pdf = typeset(page).pdf
    prove(page.content, pdf)
    reading = Reading(pdf)
    drawn = [piece.page for piece in reading.pieces if piece.text == "Place"]
    linked = [number for number, each in enumerate(reading.pages) for _ in each.annotations]
    assert len(drawn) > 3
    assert len(linked) == 4


def test_running_heads_and_folios_are_artifacts(long: Reading) -> None:
    texts = [piece.text for piece in long.artifacts]
    assert "Long" in texts
    assert any("Page" in text for text in texts)
    assert not any("Page 2" in line for line in spoken(long))


@pytest.mark.parametrize("at_end", [False, True])
def test_a_note_and_all_its_calls_refer_to_one_another(at_end: bool, tmp_path: Path) -> None:
    path = tmp_path / "notes.en.md"
    path.write_text("---\ntitle: N\n---\n\nA[^a] b[^b] c[^a].\n\n[^a]: One.\n[^b]: Two.\n", "utf-8")
    content = content_of(read(path), edition.load("standard"), notes_at_end=at_end)
    assert ("  Sect" in spoken(Reading(typeset(compose(content)).pdf))) == at_end
    reading = Reading(typeset(compose(replace(content, standard=STANDARDS[2]))).pdf)
    by_number = {tag.number: tag for tag in tags(reading.tree)}
    notes = [tag for tag in by_number.values() if tag.role == "FENote"]
    assert [note.text("ID") for note in notes] == ["note-1", "note-2"]
    assert [len(note.entries["/Ref"]) for note in notes] == [2, 1]
    for note in notes:
        for call in note.entries["/Ref"]:
            assert by_number[call].entries["/Ref"] == [note.number]


def test_nothing_refers_to_a_call_that_draws_nothing(tmp_path: Path) -> None:
    path = tmp_path / "notes.en.md"
    path.write_text("---\ntitle: N\n---\n\nA[^a] b.\n\n[^a]: One.\n", "utf-8")
    content = content_of(read(path), edition.load("standard"), standard=STANDARDS[2])
    page = compose(content)
    without = page.styles.replace('content: "\\2060" attr(data-number);', 'content: "";')
    assert without != page.styles
    reading = Reading(typeset(replace(page, styles=without)).pdf)
    (note,) = [tag for tag in tags(reading.tree) if tag.role == "FENote"]
    assert "/Ref" not in note.entries


def test_a_link_has_one_annotation_a_line(tmp_path: Path) -> None:
    path = tmp_path / "link.en.md"
    path.write_text("---\ntitle: L\n---\n\n[a *b* **c** d](https://example.org)\n", "utf-8")
    assert len([line for line in spoken(made(path)) if "→" in line]) == 1


def described(reading: Reading) -> list[object]:
    """Return what each link says of itself, in the order of the pages."""
    return [link.entries["/Contents"] for page in reading.pages for link in page.annotations]


@pytest.mark.parametrize("standard", STANDARDS)
def test_a_link_to_a_heading_says_its_words(standard: int, tmp_path: Path) -> None:
    path = tmp_path / "costs.en.md"
    body = "[here](#costs-of-the-eu-in-2025) [there](https://example.org/a)\n\n"
    body += "## Costs of the *EU* in 2025[^a]\n\n[^a]: All.\n"
    front = "title: C\ncontents: true\nabbreviations: {EU: European Union}"
    path.write_text(f"---\n{front}\n---\n\n{body}", "utf-8")
    content = content_of(read(path), edition.load("standard"), standard=STANDARDS[standard])
    pdf = typeset(compose(content)).pdf
    prove(content, pdf)
    words = "Costs of the EU in 2025"
    assert described(Reading(pdf)) == [words, words, "https://example.org/a"]


def test_what_joins_the_words_of_a_heading_is_not_said(tmp_path: Path) -> None:
    path = tmp_path / "costs.en.md"
    body = "[here](#the-u.s.-eu-roadmap)\n\n## The U.S.-EU roadmap"
    path.write_text(f"---\ntitle: C\n---\n\n{body}\n", "utf-8")
    assert described(made(path)) == ["The U.S.-EU roadmap"]


def test_a_link_of_two_languages_says_the_heading_in_its_own(tmp_path: Path) -> None:
    for tag, words in (("en", "Costs"), ("fr", "Coûts")):
        body = f"[{tag}](#{words.lower()})\n\n## {words}\n\n{tag}."
        (tmp_path / f"c.{tag}.md").write_text(f"---\ntitle: {tag}\n---\n\n{body}\n", "utf-8")
    english, french = (read(tmp_path / f"c.{tag}.md") for tag in ("en", "fr"))
    content = content_of(replace(english, beside=french), edition.load("parallel"))
    pdf = typeset(compose(content)).pdf
    prove(content, pdf)
    assert described(Reading(pdf)) == ["Costs", "Coûts"]


def test_a_figure_is_where_its_picture_is(tmp_path: Path) -> None:
    from PIL import Image  # noqa: PLC0415  # only this test draws

    Image.new("RGB", (100, 50), (0, 0, 90)).save(tmp_path / "a.png")
    path = tmp_path / "figure.en.md"
    path.write_text("---\ntitle: F\n---\n\n![a](a.png)\n\nText.\n", "utf-8")
    reading = made(path)
    figure = next(tag for tag in tags(reading.tree) if tag.role == "Figure")
    attributes: Any = figure.entries["/A"]
    left, bottom, right, top = map(float, attributes["/BBox"])
    assert (right - left) / (top - bottom) == pytest.approx(2)
    words = next(piece for piece in reading.pieces if piece.text == "Text.")
    assert words.baseline < bottom < top < 842
    assert left == pytest.approx(words.left, abs=1)
