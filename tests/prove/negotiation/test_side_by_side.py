"""Side by side each language of a negotiation print has its own numbers, grounds and count."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from communique import turns
from communique.compose.page import compose
from communique.content.content import content_of
from communique.design import edition
from communique.pdf_reading.reading import Reading
from communique.read.source import read
from communique.typeset.engine import typeset
from tests.prove.conftest import complaints

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from communique.compose.page import Page
    from communique.design.edition import Edition

TEXTS = {
    "en": "---\ntitle: The [wide] river\n---\n\nWe met at the mill and [spoke] about the water, "
    "the eels and the [fish [there]].[^1]\n\n## Depth\n\n- One [point].\n\n"
    "| [Place] |\n|---|\n| Weir |\n\n[^1]: At [noon].\n",
    "fr": "---\ntitle: Le fleuve [large]\n---\n\nNous nous sommes réunis au moulin et avons "
    "[parlé] de l’eau, des anguilles et des [poissons [de là]]; et de tout [le reste].[^1]\n\n"
    "## Profondeur\n\n- Un [point].\n\n| [Lieu] |\n|---|\n| Barrage |\n\n[^1]: À [midi].\n",
    "ar": "---\ntitle: النهر [الواسع]\n---\n\nالتقينا عند الطاحونة و [تحدثنا] عن الماء والأسماك "
    "[الكبيرة [هناك]].[^1]\n\n## العمق\n\n- نقطة [واحدة].\n\n| [المكان] |\n|---|\n| السد |\n\n"
    "[^1]: في [الظهر].\n",
    "he": "---\ntitle: הנהר [הרחב]\n---\n\nנפגשנו ליד הטחנה ו[דיברנו] על המים, הצלופחים והדגים "
    "[הגדולים [שם]].[^1]\n\n## עומק\n\n- נקודה [אחת].\n\n| [מקום] |\n|---|\n| סכר |\n\n"
    "[^1]: ב[צהריים].\n",
}
LARGE = replace(edition.load("parallel"), text_size=15.0)


def negotiated(folder: Path, first: str, second: str, kind: Edition | None = None) -> Page:
    one, other = (folder / f"river.{tag}.md" for tag in (first, second))
    for path, tag in ((one, first), (other, second)):
        path.write_text(TEXTS[tag], "utf-8")
    both = turns.turned(replace(read(one), beside=read(other)), "negotiation")
    return compose(content_of(both, kind or edition.load("parallel")))


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Page:
    return negotiated(tmp_path_factory.mktemp("river"), "en", "fr")


@pytest.fixture
def spoiled(page: Page) -> Callable[[str], list[str]]:
    def said(styles: str) -> list[str]:
        return complaints(page, typeset(replace(page, styles=page.styles + styles)))

    return said


def numbers(pdf: bytes) -> tuple[list[str], list[str]]:
    """Return the numbers in the left margin, then those in the right one."""
    reading = Reading(pdf)
    middle = edition.load("parallel").paper.width / 2 * 72 / 25.4
    every = [each for each in reading.artifacts if each.text.strip().isdecimal()]
    left, right = (
        [each.text for each in every if (each.left < middle) == is_left]
        for is_left in (True, False)
    )
    return left, right


def test_each_language_has_its_own_numbers_in_the_margin_beside_it(page: Page) -> None:
    left, right = numbers(typeset(page).pdf)
    assert left == [str(number) for number in range(1, len(left) + 1)]
    assert right == [str(number) for number in range(1, len(right) + 1)]
    assert len(right) > len(left)  # the French text is longer


@pytest.mark.parametrize("kind", [None, LARGE], ids=["A4", "large"])
@pytest.mark.parametrize("tags", [("en", "fr"), ("en", "ar"), ("ar", "fr"), ("ar", "he")])
def test_it_is_proven_whatever_way_they_run(
    tmp_path: Path, tags: tuple[str, str], kind: Edition | None
) -> None:
    page = negotiated(tmp_path, *tags, kind)
    assert complaints(page, typeset(page)) == []


def test_each_language_counts_its_own_brackets(page: Page) -> None:
    said = [str(version.front.facts[0].value) for version in page.content.versions]
    assert [each.replace("\u00a0", " ") for each in said] == [
        "7 passages, in 1 paragraph: 1",
        "8 passages, dans 1 paragraphe : 1",
    ]


def test_a_count_that_is_wrong_in_the_second_language_is_told_of_its_file(page: Page) -> None:
    first = page.content.statement
    second = page.content.versions[1].statement
    assert second.turned is not None
    how = replace(second.turned, facts=(("Entre crochets", "3 passages"),))
    both = replace(first, beside=replace(second, turned=how))
    wrong = compose(content_of(both, page.content.edition))
    said = complaints(wrong, typeset(wrong))
    assert [each for each in said if "the facts do not say: 8 passages" in each]


@pytest.mark.parametrize(("side", "language"), [("left", "English"), ("right", "French")])
def test_lines_without_numbers_are_named_with_their_language(
    spoiled: Callable[[str], list[str]], side: str, language: str
) -> None:
    said = spoiled(f"@page {{ @{side}-middle {{ content: none }} }}")
    assert f"1: words: page 1: line 1 of the {language} text has no number beside it" in said
    other = {"English": "French", "French": "English"}[language]
    # Where one margin alone asks for numbers, they are of the lines of both.
    assert all(f"line 1 of the {other} text" not in each for each in said)


@pytest.mark.parametrize(
    ("styles", "complaint"),
    [
        (
            "@page { @right-middle { content: counter(line, lower-roman) } }",
            "1: words: on page 1 but not in the text: iii",
        ),
        (
            "@page { @right-middle { padding-left: 75mm } }",
            "1: words: page 1: line 3 of the French text has no number beside it",
        ),
        (
            ".side + .side .bracketed { background-color: transparent }",
            "this is in brackets, and not on their ground: ",
        ),
        (
            ".side + .side p { background-color: var(--ground) }",
            "this is in no brackets, and on a ground: ",
        ),
        (".side + .side .bracketed { font-weight: 400 }", "stress is not seen: "),
    ],
)
def test_what_is_wrong_in_the_second_column_is_told(
    spoiled: Callable[[str], list[str]], styles: str, complaint: str
) -> None:
    assert any(complaint in each for each in spoiled(styles))
