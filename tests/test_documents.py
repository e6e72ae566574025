"""Parts of long documents: contents, annexes, signatures, notes to editors, authenticity."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from communique import prove
from communique.compose.page import Page, compose
from communique.content.content import content_of
from communique.content.front import front
from communique.design import edition, language, theme
from communique.model.faults import ProofError
from communique.pdf_reading.reading import Reading
from communique.pdf_reading.tag_tree import tags
from communique.read.source import read
from communique.run import pipeline
from communique.typeset.engine import typeset
from tests.samples import png, with_body

if TYPE_CHECKING:
    from pathlib import Path

    from communique.model.body import Node

    from .conftest import Write

TREATY = """\
---
title: Agreement on the ford
issued: 2024-05-02
authenticity: translation
contents: true
signatures:
  place: The Mill
  date: 2024-05-02
  signed: true
  signatories:
    - {name: Ada Brook, office: Minister of Water, party: Upland}
    - {name: Ben Ford}
editors:
  - The ford has been closed since 1999.
---

We met at the mill.

## What we found

The gauges agree.

### In summer

It is low.

#### In August

It is dry.

## Annex I: Places

The weir and the ford.
"""


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Page:
    path = tmp_path_factory.mktemp("treaty") / "ford.en.md"
    path.write_text(TREATY, "utf-8")
    return compose(content_of(read(path), edition.load("standard")))


@pytest.fixture(scope="module")
def found(page: Page) -> Reading:
    """The treaty's PDF, read again."""
    return reading(page)


def composed(statement: Write, text: str, kind: str = "standard", name: str = "ford.en.md") -> Page:
    return compose(content_of(read(statement(text, name)), edition.load(kind)))


def reading(page: Page) -> Reading:
    made = typeset(page)
    prove.prove(page.content, made.pdf)
    return Reading(made.pdf)


def complaints(page: Page, old: str, new: str) -> list[str]:
    assert old in page.html
    other = replace(page, html=page.html.replace(old, new))
    with pytest.raises(ProofError) as refused:
        prove.prove(other.content, typeset(other).pdf)
    return [fault.wrong for fault in refused.value.faults]


def pages_of(found: Reading, words: str) -> set[int]:
    return {
        piece.page
        for block in found.blocks
        if "".join(piece.text for piece in block.pieces).replace("\xa0", " ").startswith(words)
        for piece in block.pieces
    }


@pytest.mark.usefixtures("engine")
class TestContents:
    @pytest.mark.parametrize("kind", edition.single())
    def test_it_names_two_levels_of_headings_with_their_pages(
        self, statement: Write, kind: str
    ) -> None:
        found = reading(composed(statement, TREATY, kind))
        listed = [tag for tag in tags(found.tree) if tag.role == "TOCI"]
        assert [tag.role for tag in tags(found.tree)].count("TOC") == 1
        assert len(listed) == 3

    def test_a_wrong_page_is_reported(self, page: Page) -> None:
        styles = page.styles + ".contents a::after { content: ' 7' }"
        other = replace(page, styles=styles)
        with pytest.raises(ProofError, match="but not in the text: 7"):
            prove.prove(other.content, typeset(other).pdf)

    def test_a_lost_entry_is_reported(self, page: Page) -> None:
        entry = page.html[page.html.index('<li class="entry level-3">') :].split("\n")[0]
        assert any("In summer" in wrong for wrong in complaints(page, entry, ""))

    def test_a_long_text_has_one_by_itself_and_a_short_one_none(self, statement: Write) -> None:
        bare = TREATY.replace("contents: true\n", "")
        assert listed(composed(statement, bare)) == []
        long = bare + "".join(f"\n## Part {n}\n\n{'water ' * 700}\n" for n in range(4))
        assert len(listed(composed(statement, long))) == 7
        unasked = TREATY.replace("contents: true", "contents: false")
        assert listed(composed(statement, unasked)) == []


@pytest.mark.usefixtures("engine")
class TestAnnexes:
    def test_an_annex_begins_a_page(self, found: Reading) -> None:
        assert len(found.pages) == 2
        assert pages_of(found, "The weir") == {1}

    def test_the_annex_has_its_name_in_the_language_of_the_text(self, statement: Write) -> None:
        french = TREATY.replace("Annex I", "Annexe I")
        assert 'class="annex"' in composed(statement, french, name="ford.fr.md").html
        assert 'class="annex"' not in composed(statement, french.replace("Annexe", "Annexion")).html

    @pytest.mark.parametrize("kind", edition.single())
    def test_its_paragraphs_are_numbered_from_1(self, statement: Write, kind: str) -> None:
        text = TREATY.replace("contents: true", "numbered: true")
        page = composed(statement, text, kind)
        assert pages_of(reading(page), "1. The weir")
        assert '<span class="number">1. </span>The weir' in page.html

    def test_a_lower_heading_is_no_annex(self, statement: Write) -> None:
        text = TREATY.replace("### In summer", "### Annex in summer")
        assert composed(statement, text).html.count('class="annex"') == 1

    def test_an_annex_is_known_where_words_are_not_apart(self, statement: Write) -> None:
        text = TREATY.replace("## Annex I: Places", "## 附件一")
        assert 'class="annex"' in composed(statement, text, name="ford.zh-Hans.md").html

    def test_a_heading_with_a_call_between_blanks_is_proven(self, statement: Write) -> None:
        text = TREATY.replace("## What we found", "## What [^1] we found") + "\n[^1]: Much.\n"
        assert reading(composed(statement, text)).outline[0].label == "What we found"

    def test_the_running_head_names_the_section(self, found: Reading) -> None:
        drawn = [piece.text for piece in found.artifacts if piece.page == 1]
        assert "Annex I: Places" in " ".join(drawn).replace("\xa0", " ")


@pytest.mark.usefixtures("engine")
class TestSignatures:
    def test_they_stand_after_the_text_and_before_the_annex(self, found: Reading) -> None:
        assert pages_of(found, "The Mill, 2 May 2024") == {0}
        assert pages_of(found, "(Signed)") == {0}

    @pytest.mark.parametrize(
        "lost", ["The Mill, 2\u00a0May\u00a02024", "Minister of Water", "(Signed)<br>"]
    )
    def test_what_is_lost_of_them_is_reported(self, page: Page, lost: str) -> None:
        assert any(wrong.startswith("missing on page 1: ") for wrong in complaints(page, lost, ""))

    def test_they_are_never_cut(self, statement: Write) -> None:
        short = TREATY.partition("## What")[0].replace("contents: true", "contents: false")
        seen = set()
        for lines in range(21, 27):
            text = short.replace("We met at the mill.", "We met. \\\n" * lines + "Once.")
            found = reading(composed(statement, text))
            assert pages_of(found, "The Mill, 2 May 2024") == pages_of(found, "(Signed)")
            seen |= pages_of(found, "(Signed)")
        assert seen == {0, 1}, "the page ends before them, and after them"


@pytest.mark.usefixtures("engine")
class TestEditors:
    def test_notes_to_editors_follow_the_text(self, found: Reading) -> None:
        assert pages_of(found, "The ford has been closed") == {1}

    def test_a_lost_note_is_reported(self, page: Page) -> None:
        found = complaints(page, "The ford has been closed since 1999.", "")
        assert "missing on page 2: The ford has been closed since 1999." in found


def listed(page: Page) -> list[Node]:
    return page.content.contents(page.content.versions[0])


class TestAuthenticity:
    @pytest.mark.parametrize(
        ("word", "said", "courtesy"),
        [
            ("original", "Original", ""),
            ("authentic", "Authentic text", ""),
            (
                "translation",
                "Courtesy translation",
                "This is a courtesy translation. The original text prevails.",
            ),
        ],
    )
    def test_it_is_said_in_the_readers_language(
        self, statement: Write, word: str, said: str, courtesy: str
    ) -> None:
        made = read(statement(TREATY.replace("translation", word), "ford.en.md"))
        above = front(made, language.load("en"), theme.load(theme.DEFAULT))
        assert (str(above.facts[-1].value), above.courtesy) == (said, courtesy)


@pytest.mark.parametrize("edition", ["standard", "large-print", "letter"])
def test_a_picture_taller_than_the_page_is_scaled_and_its_caption_stands_below_it(
    tmp_path: Path, edition: str
) -> None:
    (tmp_path / "a.png").write_bytes(png(100, 900))
    path = tmp_path / "tall.en.md"
    path.write_text(with_body('We met.\n\n![A tower](a.png "The tower")\n\nWe left.'), "utf-8")
    made = pipeline.make(read(path), edition).files["pdf"]
    assert (made.pages, made.remarks) == (2, ())
    below = [p.text for p in Reading(made.data).pieces if p.page == 1 and isinstance(p.mark, int)]
    assert below == ["The tower", "We left."]


def test_a_list_of_contents_from_right_to_left_is_proven(statement: Write, tmp_path: Path) -> None:
    text = "---\ntitle: מגדלורים\ncontents: true\n---\n\n## עלויות 2026\n\nכן.\n"
    assert pipeline.build(read(statement(text, "a.he.md")), "standard", tmp_path).files["pdf"].pages
