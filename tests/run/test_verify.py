from __future__ import annotations

import io
import os
import shutil
from collections.abc import Callable
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
    StreamObject,
)

from communique import __version__
from communique.command.cli import main
from communique.compose.page import compose
from communique.content.content import content_of
from communique.design import edition
from communique.read.source import read
from communique.run import pipeline, verify
from communique.run.verify import Outcome
from communique.store import places
from communique.store.paths import TEMPLATES
from communique.typeset.engine import typeset
from tests.samples import with_front

TEXT = (
    "---\ntitle: T\nissued: 2024-05-02\n---\n\nThe water is high.\n\n![A gauge](pics/a%20b.png)\n"
)


SMALL = ArrayObject(FloatObject(side) for side in (0, 0, 300, 400))
NOTE = DictionaryObject(
    {NameObject("/Subtype"): NameObject("/FreeText"), NameObject("/Rect"): SMALL}
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
    verdict = outcome(tmp_path, pdf)
    assert verdict == (verify.Verdict(Outcome.SAME, verdict.reason))
    assert verdict.reason == "it is exactly what this version makes of its statement"


def change_attachment(writer: PdfWriter) -> None:
    names: Any = writer.root_object["/Names"]["/EmbeddedFiles"]["/Names"]  # type: ignore[index]
    stream = names[1].get_object()["/EF"]["/F"].get_object()
    stream.set_data(TEXT.replace("high", "low").encode())


def test_a_word_that_does_not_match_the_statement_is_found(tmp_path: Path, pdf: bytes) -> None:
    verdict = outcome(tmp_path, altered(pdf, change_attachment))
    assert verdict == verify.Verdict(
        Outcome.OTHER, "it differs in words: 'high.' where 'low.' is due"
    )


def move_text(writer: PdfWriter) -> None:
    contents: Any = writer.pages[0]["/Contents"].get_object()
    contents.set_data(contents.get_data().replace(b" Tm", b" Tm 0.1 Ts"))


def test_other_looks_are_found(tmp_path: Path, pdf: bytes) -> None:
    verdict = outcome(tmp_path, altered(pdf, move_text))
    assert verdict == verify.Verdict(Outcome.OTHER, "its words are the same, it differs in looks")


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
    assert verdict == verify.Verdict(Outcome.OTHER, "its words are the same, it differs in looks")


def test_other_metadata_are_found(tmp_path: Path, pdf: bytes) -> None:
    verdict = outcome(tmp_path, altered(pdf, lambda w: w.add_metadata({"/Title": "Other"})))
    assert verdict.outcome is Outcome.OTHER
    assert verdict.reason.endswith("it differs in metadata")


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
    (own / "editions/a5.yaml").write_text("inherits: standard\ndescription: A5\n", "utf-8")
    shutil.copy(TEMPLATES / "languages/en.yaml", own / "languages/ga.yaml")
    (project / "source").mkdir()
    made = []
    for front, name, name_of_edition in (
        ("title: A\ntheme: harbour", "a.en.md", "standard"),
        ("title: A", "b.en.md", "a5"),
        ("title: A", "c.ga.md", "standard"),
    ):
        path = project / "source" / name
        path.write_text(with_front(front), "utf-8")
        made.append(pipeline.build(read(path), name_of_edition, tmp_path / "out").files["pdf"].path)
    assert [verify.verify(path).outcome for path in made] == [Outcome.SAME] * 3
    monkeypatch.chdir(tmp_path)
    places.enter(str(tmp_path))
    assert [verify.verify(path) for path in made] == [
        verify.Verdict(
            Outcome.UNDECIDED,
            f"it cannot be decided here: {missing}; verify it in the project that has it",
        )
        for missing in (
            "there is no theme harbour",
            "there is no edition a5 to PDF/UA-1 and PDF/A-3a",
            "Irish (ga) has no language file",
        )
    ]


def test_a_file_that_is_not_there_is_none_of_ours(tmp_path: Path) -> None:
    assert verify.verify(tmp_path / "no.pdf").outcome is Outcome.UNDECIDED


@pytest.mark.skipif(os.name == "nt", reason="a folder is a file without rights there")
def test_of_a_folder_its_pdfs_have_to_be_named(tmp_path: Path) -> None:
    verdict = verify.verify(tmp_path)
    assert verdict == verify.Verdict(Outcome.UNDECIDED, "it is a folder; name the PDFs in it")


def of_version(pdf: bytes, change: Callable[[PdfWriter], object] = lambda _: None) -> bytes:
    """Return the PDF as if another version had made it, and changed."""

    def alter(writer: PdfWriter) -> None:
        stream: Any = writer.root_object["/Metadata"].get_object()
        stream.set_data(
            stream.get_data().replace(f"é {__version__};".encode(), "é 0.0.1;".encode())
        )
        change(writer)

    return altered(pdf, alter)


UNDECIDED = (
    f"it cannot be decided here: version 0.0.1 made it and this is {__version__}; "
    "its words are those of its statement, "
)


def test_a_file_of_another_version_is_never_said_to_be_the_same(tmp_path: Path, pdf: bytes) -> None:
    verdict = outcome(tmp_path, of_version(pdf))
    said = f"{UNDECIDED}its looks are those of this version"
    assert verdict == verify.Verdict(Outcome.UNDECIDED, said)


def test_words_are_compared_with_those_of_another_version(tmp_path: Path, pdf: bytes) -> None:
    verdict = outcome(tmp_path, of_version(pdf, change_attachment))
    assert verdict.outcome is Outcome.OTHER
    assert verdict.reason == "it differs in words: 'high.' where 'low.' is due"


def draw(more: bytes) -> Callable[[PdfWriter], object]:
    """Return a change that draws more on the first page."""

    def change(writer: PdfWriter) -> None:
        contents: Any = writer.pages[0]["/Contents"].get_object()
        contents.set_data(contents.get_data() + b"\n" + more)

    return change


def write_in_a_form(writer: PdfWriter) -> None:
    """Draw words by a form (ISO 32000-1, 8.10), which is none of the page's own text."""
    form = StreamObject()
    form.set_data(b"BT /F1 24 Tf 100 500 Td (NOT VALID) Tj ET")
    font = {"Type": "/Font", "Subtype": "/Type1", "BaseFont": "/Helvetica"}
    named = DictionaryObject({NameObject(f"/{k}"): NameObject(v) for k, v in font.items()})
    fonts = DictionaryObject({NameObject("/F1"): named})
    form[NameObject("/Type")] = NameObject("/XObject")
    form[NameObject("/Subtype")] = NameObject("/Form")
    form[NameObject("/BBox")] = SMALL
    form[NameObject("/Resources")] = DictionaryObject({NameObject("/Font"): fonts})
    resources: Any = writer.pages[0]["/Resources"]
    objects = resources.setdefault(NameObject("/XObject"), DictionaryObject())
    objects[NameObject("/Strange")] = writer._add_object(form)
    draw(b"q /Strange Do Q")(writer)


def annotate(writer: PdfWriter) -> None:
    writer.pages[0][NameObject("/Annots")] = ArrayObject([NOTE])


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (move_text, "and nothing on its pages hides or adds to them"),
        (annotate, "but page 1: this is not followed by the proof: an annotation /FreeText"),
        (draw(b"q 1 1 1 rg 0 0 600 800 re f Q"), "page 1: this is covered or cut off: "),
        (write_in_a_form, "page 1: this is not followed by the proof: "),
    ],
)
def test_what_the_pages_of_another_version_hide_or_have_besides_is_told(
    tmp_path: Path, pdf: bytes, change: Callable[[PdfWriter], object], told: str
) -> None:
    verdict = outcome(tmp_path, of_version(pdf, change))
    assert verdict.outcome is Outcome.UNDECIDED
    assert verdict.reason.startswith(UNDECIDED)
    assert told in verdict.reason
    assert verdict.reason.endswith("; its looks were not compared")


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
    assert not verify._stays_inside(name)
    assert verify._stays_inside("pics/x.en.md")
