"""A file that cannot be made here in the same way is compared all the same, and named in full."""

from __future__ import annotations

from typing import Any

import pytest
from pypdf import PdfWriter
from pypdf.generic import NameObject, TextStringObject

from communique.compare.difference import quoted
from communique.run import verify
from communique.run.verify import Outcome
from tests.compare import forgeries
from tests.compare.forgeries import Change, changed, claim, replace_attached, replace_words

WORD = replace_words("is high", "is thin")
SAID = "page 1 says “thin.” where it should say “high.”"
ASK = "ask the sender for the file as it was issued"
ELSEWHERE = "verify it in the project that has it"


def without(key: str) -> Change:
    """Return a change that takes an entry from the catalog."""

    def change(writer: PdfWriter) -> None:
        del writer.root_object[key]

    return change


def attach_statements(*names: str) -> Change:
    """Return a change that attaches more statements."""

    def change(writer: PdfWriter) -> None:
        for name in names:
            forgeries.attach(writer)
            attached: Any = writer.root_object["/Names"]["/EmbeddedFiles"]["/Names"]  # type: ignore[index]
            attached[-2] = type(attached[-2])(name)
            forgeries.attached(writer, name).set_data(forgeries.TEXT.encode())

    return change


def with_theme(theme: str) -> Change:
    text = forgeries.TEXT.replace("issued", f"theme: {theme}\nissued")
    return replace_attached(".md", text.encode())


DOUBTS = {
    "another version": (
        claim("0.0.1"),
        "version 0.0.1 made it and this is 0.1.0",
        "verify it with version 0.0.1",
    ),
    "an edition that is not here": (
        claim("0.1.0", "b5"),
        "there is no edition b5 to PDF/UA-1 and PDF/A-3a",
        ELSEWHERE,
    ),
    "a theme that is not here": (with_theme("harbour"), "there is no theme harbour", ELSEWHERE),
    "no metadata": (without("/Metadata"), "it does not say that Communiqué made it", ASK),
}
each_doubt = pytest.mark.parametrize("name", DOUBTS)


@each_doubt
def test_what_may_be_genuine_cannot_be_decided_here(lights: bytes, name: str) -> None:
    change, doubt, advice = DOUBTS[name]
    verdict = verify.judge(changed(lights, change))
    assert (verdict.outcome, verdict.advice) == (Outcome.UNDECIDED, advice)
    assert verdict.reason.startswith(f"it cannot be decided here: {doubt}; ")


@each_doubt
def test_other_words_make_it_different_whatever_it_claims(lights: bytes, name: str) -> None:
    change, doubt, _ = DOUBTS[name]
    verdict = verify.judge(changed(lights, change, WORD))
    assert (verdict.outcome, verdict.advice) == (Outcome.OTHER, ASK)
    assert verdict.reason.startswith("it differs in words")
    assert doubt in verdict.reason
    assert verdict.differences[0][:2] == ("words", SAID)


@each_doubt
@pytest.mark.parametrize(
    "forged", [forgeries.run_a_script, forgeries.annotate, forgeries.attach, forgeries.fill_in]
)
def test_what_no_version_makes_is_different_whatever_it_claims(
    lights: bytes, name: str, forged: Change
) -> None:
    assert verify.judge(changed(lights, DOUBTS[name][0], forged)).outcome is Outcome.OTHER


def test_pages_that_are_set_otherwise_are_compared_without_their_places(lights: bytes) -> None:
    def move(writer: PdfWriter) -> None:
        drawn = forgeries.contents(writer)
        drawn.set_data(b"1 0 0 1 0 -3 cm\n" + drawn.get_data())

    moved = [claim("0.0.1"), move]
    verdict = verify.judge(changed(lights, *moved))
    assert verdict.outcome is Outcome.UNDECIDED
    assert {each.kind for each in verdict.differences} == {"looks", "metadata"}
    for forged, said in (
        (WORD, "page 1 says “thin.”, which it should say nowhere"),
        (
            forgeries.write_invisibly,
            "page 1 has text that is not seen (invisible text): “The water is low.”",
        ),
        (
            forgeries.write_in_a_form,
            "page 1 has a drawing of its own (Form XObject) that says “NOT VALID”",
        ),
        (
            forgeries.draw(b"1 1 1 rg 262 600 22 16 re f"),
            "page 1: this is covered or cut off: The water is high. The fee is 100 euro a",
        ),
        (forgeries.redirect, "a link leads to “https://example.com/pay”, and none should"),
    ):
        verdict = verify.judge(changed(lights, *moved, forged))
        assert verdict.outcome is Outcome.OTHER
        assert said in [each.what for each in verdict.differences]


def test_a_file_without_a_statement_cannot_be_decided_and_what_acts_in_it_is_named(
    lights: bytes,
) -> None:
    gone = [without("/Names"), without("/AF"), forgeries.run_a_script]
    verdict = verify.judge(changed(lights, *gone))
    assert verdict.outcome is Outcome.UNDECIDED
    none = "no statement is attached"
    said = f"{none}: it was not made by Communiqué, or another program took it out"
    assert verdict.reason == f"it cannot be decided here: {said}"
    assert verdict.advice == ASK
    assert [each.kind for each in verdict.differences] == ["actions"]
    foreign = verify.judge(changed(lights, *gone, without("/Metadata")))
    assert foreign.reason == f"it cannot be decided here: {said}"


def test_attachments_that_are_not_listed_are_told(lights: bytes) -> None:
    verdict = verify.judge(changed(lights, without("/Names")))
    assert [each.what for each in verdict.differences] == [
        f"the attached file “{name}” is not in the list of attachments"
        for name in (forgeries.NAME, "pics/a b.png")
    ]


@pytest.mark.parametrize("names", [("b.en.md",), ("b.en.md", "c.en.md")])
def test_more_statements_than_the_edition_has_are_told(
    lights: bytes, names: tuple[str, ...]
) -> None:
    verdict = verify.judge(changed(lights, attach_statements(*names)))
    said = f"{len(names) + 1} statements are attached, and there should be 1"
    assert (verdict.outcome, verdict.reason) == (Outcome.OTHER, said)


def rename_statement(name: str) -> Change:
    """Return a change that gives the attached statement another name in all three places."""

    def change(writer: PdfWriter) -> None:
        attached: Any = writer.root_object["/Names"]["/EmbeddedFiles"]["/Names"]  # type: ignore[index]
        place = next(n for n in range(0, len(attached), 2) if "lights" in str(attached[n]))
        attached[place] = TextStringObject(name)
        for key in ("/F", "/UF"):
            attached[place + 1].get_object()[NameObject(key)] = TextStringObject(name)

    return change


@pytest.mark.parametrize(
    "name",
    [
        f"{'y' * 300}.en.md",
        f"{'y' * 300}/a.en.md",
        "../a.en.md",
        "/tmp/a.en.md",  # noqa: S108  # nothing is written there
        "a\0.en.md",
        "pics/a b.png/../../a.en.md",
    ],
)
def test_a_name_that_no_file_can_have_hides_nothing_that_differs(lights: bytes, name: str) -> None:
    verdict = verify.judge(changed(lights, rename_statement(name), WORD))
    assert verdict.outcome is Outcome.OTHER
    assert verdict.reason.startswith("it differs in words, looks and attachments from what ")
    told = [each[:2] for each in verdict.differences]
    assert told[0] == ("words", SAID)
    shown = quoted(name)
    assert ("attachments", f"the attached file {shown} was added") in told


def test_other_files_that_cannot_be_unpacked_are_told_and_the_others_are_compared(
    lights: bytes,
) -> None:
    def attach(writer: PdfWriter) -> None:
        for name in ("y" * 300, f"{forgeries.NAME}/x.png", "", "../x.png", "pics/a b.png/x.png"):
            writer.add_attachment(name, b"some words")

    verdict = verify.judge(changed(lights, attach))
    assert verdict.outcome is Outcome.OTHER
    assert verdict.reason == "it differs in attachments from what its attached statement gives"
    added = [each.what for each in verdict.differences if each.what.endswith(" was added")]
    assert len(added) == 5


def test_a_file_in_the_way_of_a_picture_makes_it_different(lights: bytes) -> None:
    verdict = verify.judge(changed(lights, lambda writer: writer.add_attachment("pics", b"words")))
    missing = "lights.en.md:10: image: there is no readable file pics/a b.png"
    assert verdict.outcome is Outcome.OTHER
    assert verdict.reason == f"its attached statement cannot be built: {missing}"


def test_a_statement_that_cannot_be_built_is_told_without_its_folder(lights: bytes) -> None:
    wrong = replace_attached(".md", forgeries.TEXT.replace("2026-03-12", "soon").encode())
    verdict = verify.judge(changed(lights, wrong))
    assert verdict.outcome is Outcome.OTHER
    begins = "its attached statement cannot be built: lights.en.md:3: issued: "
    assert verdict.reason.startswith(begins)
    older = verify.judge(changed(lights, wrong, claim("0.0.1")))
    assert older.outcome is Outcome.UNDECIDED


@pytest.mark.parametrize(
    ("producer", "named"),
    [
        ("GPL Ghostscript 10.00.0", "GPL Ghostscript 10.00.0"),
        ("Microsoft® Word for Microsoft 365", "Microsoft® Word for Microsoft 365"),
        ("macOS Version 14.2 Quartz PDFContext", "macOS Version 14.2 Quartz PDFContext"),
        ("Adobe Acrobat Pro 24.1", "Adobe Acrobat Pro 24.1"),
        ("none); it is exactly\n\x1b[1m\u202ethis (", "none it is exactly 1m this"),
        ("a" * 100, "a" * 60 + "…"),
        ("WeasyPrint 69.0", ""),
        ("();", ""),
    ],
)
def test_the_program_that_says_to_have_saved_it_is_named_and_nothing_else_in_its_place(
    lights: bytes, producer: str, named: str
) -> None:
    verdict = verify.judge(changed(lights, forgeries.produce(producer)))
    assert (verdict.outcome, verdict.saved_by) == (Outcome.OTHER, named)
    foreign = [without(key) for key in ("/Names", "/AF", "/Metadata")]
    verdict = verify.judge(changed(lights, forgeries.produce(producer), *foreign))
    assert (verdict.outcome, verdict.saved_by) == (Outcome.UNDECIDED, named)


@pytest.mark.parametrize(
    ("comment", "named"), [(b"\xbf\xf7\xa2\xfe", "qpdf"), (b"\xc2\xb5\xc2\xb6", "MuPDF")]
)
def test_programs_that_leave_the_producer_are_known_by_how_their_files_begin(
    lights: bytes, comment: bytes, named: str
) -> None:
    version, _, rest = lights.partition(b"\n%\xf0\x9f\x96\xa4\n")
    verdict = verify.judge(version + b"\n%" + comment + b"\n" + rest)
    said = "its bytes differ; nothing that is seen, read aloud or followed was found to differ"
    assert (verdict.outcome, verdict.saved_by) == (Outcome.OTHER, named)
    assert verdict.reason == said


def test_who_made_a_file_of_others_is_not_said_to_have_saved_ours(lights: bytes) -> None:
    def is_anothers(writer: PdfWriter) -> None:
        writer.add_metadata({"/Creator": "LaTeX", "/Producer": "pdfTeX"})

    foreign = [without(key) for key in ("/Names", "/AF", "/Metadata")]
    verdict = verify.judge(changed(lights, *foreign, is_anothers))
    assert (verdict.outcome, verdict.saved_by) == (Outcome.UNDECIDED, "")


def test_a_locked_file_is_told_as_such(lights: bytes) -> None:
    verdict = verify.judge(changed(lights, forgeries.lock))
    assert verdict.advice == "ask the sender for the file without a password"
    said = "it is locked with a password, so that its statement cannot be read"
    assert verdict.reason == f"it cannot be decided here: {said}"
