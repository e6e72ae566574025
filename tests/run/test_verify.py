from __future__ import annotations

import io
import os
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfWriter
from pypdf.generic import (
    ArrayObject,
    DictionaryObject,
    FloatObject,
    NameObject,
    NumberObject,
)

from communique.command.cli import main
from communique.compose.page import compose
from communique.content.content import content_of
from communique.design import edition, templates
from communique.read.source import read
from communique.run import pipeline, verify
from communique.run.verify import Outcome, unpacking
from communique.store import places
from communique.store.paths import TEMPLATES
from communique.typeset.engine import typeset
from tests.samples import png, with_body, with_front

TEXT = (
    "---\ntitle: T\nissued: 2024-05-02\n---\n\nThe water is high.\n\n![A gauge](pics/a%20b.png)\n"
)


SMALL = ArrayObject(FloatObject(side) for side in (0, 0, 300, 400))
NOTE = DictionaryObject(
    {NameObject("/Subtype"): NameObject("/FreeText"), NameObject("/Rect"): SMALL}
)
SAME = verify.Verdict(
    Outcome.SAME,
    "it is exactly what this version makes of its statement",
    advice="this does not show who issued it",
)
INVERTED = ArrayObject(NumberObject(each) for each in (1, 0, 1, 0, 1, 0))


@pytest.fixture(scope="module")
def statement(tmp_path_factory: pytest.TempPathFactory) -> Path:
    from PIL import Image  # noqa: PLC0415  # only the fixture draws

    folder = tmp_path_factory.mktemp("statement")
    (folder / "pics").mkdir()
    Image.new("RGB", (40, 20), (0, 0, 90)).save(folder / "pics" / "a b.png")
    path = folder / "t.en.md"
    path.write_text(TEXT, encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def pdf(statement: Path) -> bytes:
    return typeset(compose(content_of(read(statement), edition.load("standard")))).pdf


def outcome(tmp_path: Path, data: bytes) -> verify.Verdict:
    path = tmp_path / "x.pdf"
    path.write_bytes(data)
    return verify.verify(path)


def altered(pdf: bytes, change: Callable[[PdfWriter], object]) -> bytes:
    writer = PdfWriter(clone_from=io.BytesIO(pdf))
    change(writer)
    data = io.BytesIO()
    writer.write(data)
    return data.getvalue()


def test_a_file_of_ours_is_recognised(tmp_path: Path, pdf: bytes) -> None:
    assert outcome(tmp_path, pdf) == SAME


@pytest.mark.skipif(os.name == "nt", reason="some of these names cannot be had there")
@pytest.mark.parametrize(
    ("target", "there"),
    [
        ("./a.png", "a.png"),
        ("sub//./a.png", "sub/a.png"),
        ("sub%2Fa.png", "sub/a.png"),
        ("a.png/", "a.png"),
        ("a.png%20", "a.png "),
        ("a%2520b.png", "a%20b.png"),
        ("a%5Cb%29%0D%0A.png", "a\\b)\r\n.png"),
        ("\u00e9.png", "e\u0301.png"),
    ],
)
def test_a_picture_is_found_again_however_its_name_is_written(
    tmp_path: Path, target: str, there: str
) -> None:
    (tmp_path / "sub").mkdir()
    (tmp_path / there).write_bytes(png(40, 20))
    path = tmp_path / "t.en.md"
    path.write_text(with_body(f"![A gauge](<{target}>)"), encoding="utf-8")
    assert verify.judge(pipeline.make(read(path), "standard").files["pdf"].data) == SAME


def move_text(writer: PdfWriter) -> None:
    contents: Any = writer.pages[0]["/Contents"].get_object()
    contents.set_data(contents.get_data().replace(b" Tm", b" Tm 0.1 Ts"))


def test_other_looks_are_found(tmp_path: Path, pdf: bytes) -> None:
    verdict = outcome(tmp_path, altered(pdf, move_text))
    assert verdict.outcome is Outcome.OTHER
    assert verdict.reason == "it differs in looks from what its attached statement gives"


def picture(writer: PdfWriter) -> Any:
    objects: Any = writer.pages[0]["/Resources"]["/XObject"]  # type: ignore[index]
    return next(iter(objects.values()))


@pytest.mark.parametrize(
    "change",
    [
        lambda writer: writer.pages[0].rotate(90),
        lambda writer: writer.pages[0].update({NameObject("/UserUnit"): FloatObject(2)}),
        *(
            lambda writer, box=box: writer.pages[0].update({NameObject(box): SMALL})
            for box in ("/MediaBox", "/CropBox", "/TrimBox")
        ),
        lambda writer: writer.pages[0].update({NameObject("/Annots"): ArrayObject([NOTE])}),
        lambda writer: picture(writer).update({NameObject("/Decode"): INVERTED}),
    ],
)
def test_a_page_that_is_shown_otherwise_has_other_looks(
    tmp_path: Path, pdf: bytes, change: Callable[[PdfWriter], object]
) -> None:
    verdict = outcome(tmp_path, altered(pdf, change))
    assert verdict.outcome is Outcome.OTHER
    assert "looks" in {each.kind for each in verdict.differences}


@pytest.mark.parametrize("part", [0.99, 0.5, 0.0])
def test_a_truncated_file_is_none_of_ours(tmp_path: Path, pdf: bytes, part: float) -> None:
    assert outcome(tmp_path, pdf[: int(len(pdf) * part)]).outcome is Outcome.UNDECIDED


@pytest.mark.parametrize("data", [b"", b"hello", b"%PDF-1.7\n%%EOF", bytes(range(256)) * 50])
def test_what_is_no_pdf_is_none_of_ours(tmp_path: Path, data: bytes) -> None:
    assert outcome(tmp_path, data).outcome is Outcome.UNDECIDED


def test_a_pdf_of_others_is_none_of_ours(tmp_path: Path) -> None:
    writer = PdfWriter()
    writer.add_blank_page(100, 100)
    data = io.BytesIO()
    writer.write(data)
    assert outcome(tmp_path, data.getvalue()).outcome is Outcome.UNDECIDED


def test_what_another_project_made_cannot_be_decided_here(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = project / "templates"
    for folder in ("themes", "editions", "languages"):
        (own / folder).mkdir(parents=True)
    neutral = (TEMPLATES / "themes/neutral.yaml").read_text("utf-8")
    (own / "themes/harbour.yaml").write_text(neutral.replace("#14284b", "#0b4f4a"), "utf-8")
    (own / "editions/b5.yaml").write_text("inherits: standard\ndescription: A5\n", "utf-8")
    shutil.copy(TEMPLATES / "languages/en.yaml", own / "languages/ga.yaml")
    (project / "source").mkdir()
    made = []
    for front, name, name_of_edition in (
        ("title: A\ntheme: harbour", "a.en.md", "standard"),
        ("title: A", "b.en.md", "b5"),
        ("title: A", "c.ga.md", "standard"),
    ):
        path = project / "source" / name
        path.write_text(with_front(front), "utf-8")
        made.append(pipeline.build(read(path), name_of_edition, tmp_path / "out").files["pdf"].path)
    with_own = f"{SAME.reason} with the templates of templates"
    own_ones = replace(SAME, reason=with_own, templates="templates")
    assert [verify.verify(path) for path in made] == [own_ones] * 3
    monkeypatch.chdir(tmp_path)
    places.enter(str(tmp_path))
    named = "; what this version makes differs in metadata"
    for path, missing, found in zip(
        made,
        (
            "there is no theme harbour",
            "there is no edition b5 to PDF/UA-1 and PDF/A-3a",
            "Irish (ga) has no language file",
        ),
        ("; what this version makes differs in looks", named, ""),
        strict=True,
    ):
        verdict = verify.verify(path)
        assert verdict.outcome is Outcome.UNDECIDED
        assert verdict.reason == f"it cannot be decided here: {missing}{found}"
        assert verdict.advice == "verify it in the project that has it"


def test_templates_of_the_project_are_named_where_the_page_says_what_they_say(
    project: Path, tmp_path: Path
) -> None:
    """Whoever sends a folder may put a project around the PDF."""
    path = project / "meeting.en.md"
    path.write_text(with_front("title: A\nissued: 2026-03-12"), "utf-8")
    plain = pipeline.make(read(path), "standard").files["pdf"].data
    own = project / "templates/languages/en.yaml"
    own.parent.mkdir(parents=True)
    english = (TEMPLATES / "languages/en.yaml").read_text("utf-8")
    assert "issued: Issued\n" in english
    own.write_text(english.replace("issued: Issued\n", "issued: Withdrawn\n"), "utf-8")
    templates.forget()
    forged = pipeline.make(read(path), "standard").files["pdf"].data
    verdict = verify.judge(forged)
    said = f"{SAME.reason} with the templates of templates"
    assert verdict == replace(SAME, reason=said, templates="templates")
    assert verify.judge(plain) == SAME
    places.enter(str(tmp_path))
    verdict = verify.judge(forged)
    assert verdict.outcome is Outcome.OTHER
    said = "page 1 says “Withdrawn” where it should say “Issued”"
    assert verdict.differences[0][:2] == ("words", said)


def test_a_file_that_is_not_there_is_none_of_ours(tmp_path: Path) -> None:
    assert verify.verify(tmp_path / "no.pdf").outcome is Outcome.UNDECIDED


@pytest.mark.skipif(os.name == "nt", reason="a folder is a file without rights there")
def test_a_folder_is_no_pdf(tmp_path: Path) -> None:
    verdict = verify.verify(tmp_path)
    reason = "it cannot be decided here: it is a folder"
    assert verdict == verify.Verdict(Outcome.UNDECIDED, reason, advice="put a file there")


@pytest.mark.parametrize(("data", "code"), [(None, Outcome.SAME), (b"hello", Outcome.UNDECIDED)])
def test_the_command_says_it_with_its_exit_code(
    tmp_path: Path, pdf: bytes, data: bytes | None, code: int, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "x.pdf"
    path.write_bytes(pdf if data is None else data)
    assert main(["--verify", str(path)]) == code
    printed = capsys.readouterr()
    assert ("exactly" in printed.out) == (code == 0)


@pytest.mark.parametrize("name", ["/x.en.md", "../x.en.md", "a/../../x.en.md", "x\0.en.md"])
def test_an_attachment_that_leads_elsewhere_is_not_read(name: str) -> None:
    assert not unpacking.stays_inside(name)
    assert unpacking.stays_inside("pics/x.en.md")
