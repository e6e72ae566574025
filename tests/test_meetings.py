"""One page in each language, built and proven; Chinese and Japanese where their fonts are."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from pypdf import PdfReader

from communique.compose import standalone
from communique.compose.fonts import installed
from communique.compose.page import compose
from communique.content.content import content_of
from communique.design import edition, language
from communique.design.wording import Package
from communique.model.faults import ProofError, StatementError
from communique.pdf_reading.reading import Reading
from communique.read.source import read
from communique.run import pipeline
from communique.store.naming import STANDARD
from tests.samples import MEETINGS, needs_fonts, with_body

if TYPE_CHECKING:
    from pathlib import Path

NOWHERE = "/usr/share/fonts/nowhere"


def meeting(tag: str) -> Path:
    return MEETINGS / f"meeting.{tag}.md"


def test_each_language_has_a_statement() -> None:
    assert sorted(path.name.split(".")[1] for path in MEETINGS.glob("*.md")) == language.names()


@pytest.mark.parametrize("tag", language.names())
def test_a_page_in_each_language_is_proven(engine: None, tag: str, tmp_path: Path) -> None:  # noqa: ARG001
    needs_fonts(tag)
    result = pipeline.build(read(meeting(tag)), STANDARD, tmp_path).files["pdf"]
    reader = PdfReader(result.path)
    assert str(reader.root_object["/Lang"]) == tag
    assert len(reader.pages) == 1
    assert result.remarks == ()


@pytest.mark.parametrize(("tag", "mirrored"), [("en", False), ("ar", True), ("he", True)])
def test_the_foot_of_a_page_from_right_to_left_is_mirrored(
    engine: None,  # noqa: ARG001
    tag: str,
    mirrored: bool,
    tmp_path: Path,
) -> None:
    made = pipeline.build(read(meeting(tag)), STANDARD, tmp_path).files["pdf"]
    reading = Reading(made.path.read_bytes())
    pieces = sorted(reading.artifacts, key=lambda piece: piece.left)
    found = ["".join(piece.text for piece in side) for side in (pieces[:1], pieces[-1:])]
    day = [bool(re.search("2028|12", text)) for text in found]
    assert day == [not mirrored, mirrored]


@pytest.mark.parametrize(
    ("tag", "words", "note"),
    [
        ("ar", "كلمات Grey Point[^a] Lighthouse كلمات.", "كلمات من *الحاشية*."),
        ("he", "מילים *Grey Point[^a] Lighthouse* מילים.", "מילים."),
        ("en", "The words שם[^a] עוד in Hebrew.", "Two *words*."),
    ],
)
def test_a_note_inside_words_of_the_other_direction_runs_as_its_own_text_does(
    engine: None,  # noqa: ARG001
    tag: str,
    words: str,
    note: str,
    tmp_path: Path,
) -> None:
    path = tmp_path / f"note.{tag}.md"
    path.write_text(with_body(f"{words}\n\n[^a]: {note}"), "utf-8")
    assert pipeline.build(read(path), STANDARD, tmp_path).files["pdf"].remarks == ()


# Fonts that are not shipped


@pytest.mark.parametrize("tag", ["ja", "zh-Hans"])
def test_without_the_package_of_its_fonts_a_build_is_refused(
    tag: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Package, "found", lambda _: ())
    with pytest.raises(StatementError) as refusal:
        pipeline.build(read(meeting(tag)), STANDARD, tmp_path)
    name, family = {
        "ja": ("Japanese", "Noto Serif CJK JP"),
        "zh-Hans": ("Simplified Chinese", "Noto Serif CJK SC"),
    }[tag]
    assert str(refusal.value) == (
        f"{meeting(tag)}:1: language: {name} is set in {family}, "
        "which is not installed on this machine; install fonts-noto-cjk"
    )
    assert list(tmp_path.iterdir()) == []


def test_without_the_package_of_a_value_in_another_language_its_line_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Package, "found", lambda _: ())
    path = tmp_path / "river.en.md"
    place = "place: {text: 東京, language: ja}"
    path.write_text(f"---\ntitle: A title\n{place}\n---\n\nSome words.\n", "utf-8")
    with pytest.raises(StatementError) as refusal:
        pipeline.build(read(path), STANDARD, tmp_path)
    assert str(refusal.value) == (
        f"{path}:3: place: Japanese is set in Noto Serif CJK JP, "
        "which is not installed on this machine; install fonts-noto-cjk"
    )


def test_a_package_is_found_only_where_all_its_files_are(tmp_path: Path) -> None:
    (tmp_path / "a.ttc").touch()
    package = Package(name="fonts", folders=(NOWHERE, str(tmp_path)), files=("a.ttc", "b.ttc"))
    assert package.found() == ()
    (tmp_path / "b.ttc").touch()
    assert package.found() == (tmp_path / "a.ttc", tmp_path / "b.ttc")


def test_a_character_without_a_font_is_refused_when_its_page_is_made(
    engine: None,  # noqa: ARG001
    tmp_path: Path,
) -> None:
    path = tmp_path / "words.en.md"
    path.write_text("---\ntitle: A title\n---\n\nThe word 𓀀 means man.\n", "utf-8")
    with pytest.raises(ProofError, match="no font of the page has a glyph for 𓀀"):
        pipeline.build(read(path), STANDARD, tmp_path)


def test_the_version_of_a_font_of_the_system_stands_in_the_metadata(tmp_path: Path) -> None:
    needs_fonts("ja")
    made = pipeline.build(read(meeting("ja")), STANDARD, tmp_path).files["pdf"]
    metadata = PdfReader(made.path).xmp_metadata
    assert metadata is not None
    package = language.load("ja").file.package
    assert package is not None
    versions = installed.versions(package.found())
    assert all(re.fullmatch(r"NotoSerifCJK-\w+ \d\.\d{3}", version) for version in versions)
    assert str(metadata.xmp_creator_tool).endswith("; ".join(versions))


def test_the_page_as_html_has_the_fonts_of_the_system() -> None:
    needs_fonts("zh-Hans")
    page = compose(content_of(read(meeting("zh-Hans")), edition.load(STANDARD)))
    html = standalone.standalone(page)
    assert html.count("font-family: 'Noto Serif CJK SC'; font-weight") == 2
    assert "font-family: 'Noto Serif CJK JP'; font-weight" not in html
