"""The page of a corrigendum: proven, verified, in each language that has the words for one."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from pypdf import PdfReader

from communique.content import running_heads
from communique.content.content import content_of
from communique.design import edition, language
from communique.model.faults import ProofError, StatementError
from communique.pdf_reading.reading import Reading
from communique.prove.corrections.room import most_pages
from communique.read.source import read
from communique.run import pipeline
from communique.run.verify import Outcome, verify
from communique.turns import turned
from tests.samples import MEETINGS
from tests.turns.corrigenda import HEAD, TEXT, changed, corrigendum, said, statements

if TYPE_CHECKING:
    from pathlib import Path

    from communique.model.statement import Statement

#: A word of each meeting, with another one, and what is said of both.
WORDS = {
    "en": ("nine lights", "ten lights", "For “the nine lights” read “the ten lights”"),
    "fr": ("neuf phares", "dix phares", "Au lieu de « les neuf phares » lire « les dix phares »"),
    "es": ("nueve faros", "diez faros", "Donde dice «los nueve faros» debe decir «los diez faros»"),
    "de": (
        "neun Leuchttürme",
        "zehn Leuchttürme",
        "Statt „die neun Leuchttürme“ muss es heißen „die zehn Leuchttürme“",
    ),
    "da": ("ni fyr", "ti fyr", "I stedet for »de ni fyr« læses »de ti fyr«"),
    "ar": (
        "المنارات التسع",
        "المنارات العشر",
        "يُستعاض عن عبارة «المنارات التسع في» بعبارة «المنارات العشر في»",
    ),
}
WITH_WORDS = [tag for tag in language.names() if language.load(tag).file.corrigendum]


def meeting(folder: Path, tag: str) -> tuple[Statement, ...]:
    """Return the meeting in a language, and a version with another word."""
    text = (MEETINGS / f"meeting.{tag}.md").read_text("utf-8")
    old, new, _ = WORDS[tag]
    return statements(folder, text, text.replace(old, new, 1), tag)


def test_six_languages_have_the_words_for_one() -> None:
    assert sorted(WITH_WORDS) == sorted(WORDS)


@pytest.mark.usefixtures("engine")
@pytest.mark.parametrize("tag", WORDS)
def test_in_each_language_it_is_proven_verified_and_one_page(tmp_path: Path, tag: str) -> None:
    earlier, later = meeting(tmp_path, tag)
    assert WORDS[tag][2] in [
        " ".join(line.split()) for line in said(turned(later, "corrigendum", earlier))
    ]
    result = pipeline.build(
        later, "standard", tmp_path, ("pdf", "text"), turn="corrigendum", earlier=earlier
    )
    pdf = result.files["pdf"]
    assert (pdf.path.name, pdf.pages) == (f"meeting.{tag}.corrigendum.pdf", 1)
    goes_out = f"the earlier version, meeting.{tag}.md, is attached to the PDF and goes out with it"
    assert goes_out in pdf.remarks
    assert Reading(pdf.path.read_bytes()).attachments == {
        f"meeting.{tag}.md": later.source,
        f"earlier.meeting.{tag}.md": earlier.source,
    }
    assert verify(pdf.path).outcome is Outcome.SAME


@pytest.mark.usefixtures("engine")
@pytest.mark.parametrize("name", ["letter", "legal", "a5", "clear-print", "large-print"])
def test_each_edition_has_it(tmp_path: Path, name: str) -> None:
    for tag in ("en", "ar"):
        earlier, later = meeting(tmp_path, tag)
        pipeline.make(later, name, ("pdf",), turn="corrigendum", earlier=earlier)


@pytest.fixture
def many(tmp_path: Path) -> tuple[Statement, ...]:
    """Return versions with more changes than a page has room for, each in a place of its own."""
    paragraphs = [f"They wrote of a day in {1900 + n} and of another." for n in range(20)]
    heads = [f"## A heading that is long {n}\n\n{each}" for n, each in enumerate(paragraphs)]
    old = HEAD + "\n\n".join(heads) + "\n"
    return statements(tmp_path, old, old.replace("and of another", "and another"))


@pytest.mark.usefixtures("engine")
@pytest.mark.parametrize("name", ["standard", "letter"])
def test_what_takes_two_pages_is_refused_with_the_figures(
    many: tuple[Statement, ...], name: str
) -> None:
    earlier, later = many
    wanted = (
        "1: corrigendum: 20 changes take 2 pages, and a corrigendum has one; issue a revised text: "
        "build --as changes --since OLD"
    )
    with pytest.raises(ProofError) as refused:
        pipeline.make(later, name, turn="corrigendum", earlier=earlier)
    assert str(refused.value) == f"{later.path}:{wanted}"


@pytest.mark.usefixtures("engine")
def test_a_little_too_much_for_a_page_is_set_closer(tmp_path: Path) -> None:
    for tag, count in (("en", 13), ("ar", 9)):
        paragraphs = [f"They wrote of a day in {1900 + n} and of another." for n in range(count)]
        old = HEAD + "\n\n".join(f"## Head {n}\n\n{each}" for n, each in enumerate(paragraphs))
        earlier, later = statements(tmp_path, old, old.replace("and of", "and"), tag)
        pdf = pipeline.make(later, "standard", turn="corrigendum", earlier=earlier).files["pdf"]
        assert pdf.pages == 1
        assert any("the text was set closer" in remark for remark in pdf.remarks), tag


@pytest.mark.parametrize(
    ("name", "most"),
    [
        *(("standard", 1), ("letter", 1), ("legal", 1)),
        *(("a5", 2), ("clear-print", 2), ("parallel", 2), ("large-print", 3)),
    ],
)
def test_larger_type_and_smaller_paper_have_as_many_pages_as_they_need(
    name: str, most: int
) -> None:
    assert most_pages(edition.load(name)) == most


@pytest.mark.usefixtures("engine")
def test_in_large_print_it_may_have_three_pages(many: tuple[Statement, ...]) -> None:
    earlier, later = many
    made = pipeline.make(later, "large-print", turn="corrigendum", earlier=earlier)
    pdf = made.files["pdf"]
    assert pdf.pages == 3
    pages = [page.extract_text() for page in PdfReader(BytesIO(pdf.data)).pages]
    assert all("Corrigendum" in page for page in pages)


@pytest.mark.usefixtures("engine")
def test_a_foot_that_does_not_say_so_is_noticed(
    many: tuple[Statement, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    earlier, later = many
    foot = running_heads.foot
    monkeypatch.setattr(running_heads, "foot", lambda *parts: foot(*parts[:3]))
    with pytest.raises(ProofError, match="Corrigendum"):
        pipeline.make(later, "large-print", turn="corrigendum", earlier=earlier)


def test_the_metadata_say_what_it_is(tmp_path: Path) -> None:
    made = corrigendum(tmp_path, TEXT, changed(TEXT, ("nine", "ten")))
    content = content_of(made, edition.load("standard"))
    assert content.description == "Corrigendum"
    assert not made.images


@pytest.mark.usefixtures("engine")
def test_two_languages_stand_side_by_side(tmp_path: Path) -> None:
    (before, now), (before_beside, now_beside) = meeting(tmp_path, "en"), meeting(tmp_path, "ar")
    earlier, later = replace(before, beside=before_beside), replace(now, beside=now_beside)
    result = pipeline.build(later, "parallel", tmp_path, turn="corrigendum", earlier=earlier)
    pdf = result.files["pdf"].path
    assert pdf.name == "meeting.en+ar.parallel.corrigendum.pdf"
    assert verify(pdf).outcome is Outcome.SAME


def test_two_languages_with_other_corrections_are_refused(tmp_path: Path) -> None:
    (before, now), (before_beside, _) = meeting(tmp_path, "en"), meeting(tmp_path, "fr")
    path = tmp_path / "new" / "meeting.fr.md"
    path.write_text(path.read_text("utf-8").replace("title: ", "title: Encore "), "utf-8")
    earlier, later = replace(before, beside=before_beside), replace(now, beside=read(path))
    wanted = "en and fr do not have the same corrections: 1 and 2; make one for each language"
    with pytest.raises(StatementError, match=wanted):
        turned(later, "corrigendum", earlier)


def test_a_version_beside_without_an_earlier_one_is_refused(tmp_path: Path) -> None:
    (before, now), (_, beside) = meeting(tmp_path, "en"), meeting(tmp_path, "fr")
    with pytest.raises(StatementError, match="there is no earlier version in French"):
        turned(replace(now, beside=beside), "corrigendum", before)
