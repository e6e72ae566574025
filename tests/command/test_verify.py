"""The verb verify: many files and folders at once, a line each, whatever they are."""

from __future__ import annotations

import json
import os
import tempfile
from pathlib import Path

import pytest

from communique.run import worker
from communique.run.verify import files
from tests.compare import forgeries
from tests.compare.forgeries import changed
from tests.conftest import Build

SAME = "it is exactly what this version makes of its statement; this does not show who issued it"
ASK = "ask the sender for the file as it was issued"
THIN = f"it differs in words and looks from what its attached statement gives; {ASK}"
SAID = (
    "  words: page 1 says “thin.” where it should say “high.”\n"
    "  looks: page 1 looks otherwise at “The water is high. The fee is 100 euro a year, see”\n"
)


@pytest.fixture
def folder(lights: bytes, tmp_path: Path) -> Path:
    """Return a folder with a PDF that is the same, one that is forged, and a file that is none."""
    inner = tmp_path / "received" / "b"
    inner.mkdir(parents=True)
    (inner.parent / "c.pdf").write_bytes(lights)
    (inner / "forged.PDF").write_bytes(changed(lights, forgeries.replace_words("high", "thin")))
    (inner.parent / "a.txt").write_text("no PDF", "utf-8")
    return inner.parent


def test_a_folder_stands_for_the_pdfs_in_it_and_below_in_order(build: Build, folder: Path) -> None:
    run = build("verify", folder)
    assert run.err == f"{folder}/b/forged.PDF: {THIN}\n{SAID}1 the same, 1 different\n"
    assert (run.code, run.out) == (1, f"{folder}/c.pdf: {SAME}\n")


def test_files_and_folders_are_told_in_the_order_in_which_they_are_named(
    build: Build, folder: Path
) -> None:
    run = build("verify", folder / "c.pdf", folder / "b", folder / "a.txt", "--format", "json")
    *verified, summary = map(json.loads, run.out.splitlines())
    told = [(Path(event["file"]).name, event["outcome"]) for event in verified]
    assert told == [("c.pdf", "same"), ("forged.PDF", "different"), ("a.txt", "undecided")]
    assert verified[1]["differences"][0] == {
        "kind": "words",
        "what": "page 1 says “thin.” where it should say “high.”",
    }
    assert (summary["same"], summary["different"], summary["undecided"]) == (1, 1, 1)


def test_quiet_tells_a_line_of_each_that_is_not_the_same(build: Build, folder: Path) -> None:
    run = build("verify", "--quiet", folder)
    assert (run.code, run.out, run.err) == (1, "", f"{folder}/b/forged.PDF: {THIN}\n")


def test_a_folder_without_a_pdf_is_a_wrong_command(build: Build, tmp_path: Path) -> None:
    run = build("verify", tmp_path)
    assert (run.code, run.err) == (2, f"communique: there is no PDF in {tmp_path}\n")


def test_what_is_not_there_is_a_wrong_command_as_in_build(
    build: Build, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lights = (folder / "c.pdf").rename(folder / "lights.en.pdf")
    run = build("verify", lights, folder / "light.en.pdf")
    said = f"communique: there is no file or folder {folder}/light.en.pdf"
    assert (run.code, run.out, run.err) == (2, "", f"{said}; did you mean {lights}?\n")
    run = build("verify", "chek")
    said = "communique: there is no file or folder chek; did you mean the verb check?"
    assert (run.code, run.err) == (2, f"{said}\n")
    (folder / "communique.yaml").touch()
    (folder / "out").mkdir()
    lights.rename(folder / "out" / "lights.en.pdf")
    monkeypatch.chdir(folder)
    run = build("verify", "lights")
    said = "communique: there is no file or folder lights; did you mean out/lights.en.pdf?"
    assert (run.code, run.err) == (2, f"{said}\n")


def test_all_files_of_that_name_are_named_where_the_language_is_missing(
    build: Build, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("hafen.de.pdf", "hafen.fr.letter.pdf", "hafenrand.de.pdf"):
        (tmp_path / name).touch()
    said = "there is no file or folder hafen.pdf"
    assert build("verify", "hafen.pdf").err == (
        f"communique: {said}; did you mean hafen.de.pdf or hafen.fr.letter.pdf?\n"
    )


def test_another_program_is_named_first_and_what_differs_all_the_same(
    build: Build, folder: Path, lights: bytes
) -> None:
    path = folder / "c.pdf"
    forged = forgeries.replace_words("high", "thin")
    path.write_bytes(changed(lights, forged, forgeries.produce("GPL Ghostscript 10.0")))
    saved = "another program (GPL Ghostscript 10.0) saved it anew"
    differs = "it differs in words, looks and metadata from what its attached statement gives"
    run = build("verify", path)
    assert (run.code, run.err.splitlines()[0]) == (1, f"{path}: {saved}; {ASK}; {differs}")
    assert run.err.splitlines()[1] == SAID.splitlines()[0]
    assert build("verify", path, "-q").err == f"{path}: {saved}; {ASK}; {differs}\n"
    event = json.loads(build("verify", path, "--format", "json").out.splitlines()[0])
    assert (event["saved_by"], event["advice"]) == ("GPL Ghostscript 10.0", ASK)
    assert event["reason"] == differs


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("a.txt", b"Lights for the Grey Strait", "it is not a PDF; name one"),
        ("empty.pdf", b"", "it is not a PDF; name one"),
        ("a.docx", b"PK\x03\x04 word/document.xml", "it is not a PDF; name one"),
        ("a.en.md", forgeries.TEXT.encode(), "it is a statement; name its PDF"),
        ("a.pdf", b"\xef\xbb\xbf---\r\ntitle: %PDF-1.7\r\n", "it is a statement; name its PDF"),
        ("cut.pdf", b"%PDF-1.7\n1 0 obj", f"it is not a complete PDF; {ASK}"),
        ("rest.pdf", b"startxref\n9\n%%EOF\n", f"it is not a complete PDF; {ASK}"),
    ],
)
def test_what_is_no_pdf_is_told_apart_from_a_pdf_that_was_cut(
    build: Build, tmp_path: Path, name: str, data: bytes, said: str
) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    run = build("verify", path)
    assert (run.code, run.err) == (3, f"{path}: it cannot be decided here: {said}\n")


@pytest.mark.skipif(os.name == "nt", reason="there are no such files there")
def test_a_device_a_pipe_and_a_link_that_leads_nowhere_are_told_at_once(
    build: Build, tmp_path: Path
) -> None:
    pipe, link = tmp_path / "pipe.pdf", tmp_path / "link.pdf"
    os.mkfifo(pipe)
    link.symlink_to(tmp_path / "gone.pdf")
    run = build("verify", "/dev/zero", pipe, link)
    undecided = "it cannot be decided here: it"
    assert run.code == 3
    assert run.err.splitlines() == [
        f"/dev/zero: {undecided} is a device; put a file there",
        f"{pipe}: {undecided} is a pipe; put a file there",
        f"{link}: {undecided} is a link that leads nowhere; put the file itself there",
        "3 undecided",
    ]


def test_a_file_that_is_too_large_is_not_read(
    build: Build, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(files, "MOST_BYTES", 1_000)
    large = tmp_path / "large.pdf"
    large.write_bytes(bytes(1_001))
    run = build("verify", large)
    said = f"it cannot be decided here: it has more than 1,000 bytes; {ASK}"
    assert (run.code, run.err) == (3, f"{large}: {said}\n")


def test_what_takes_too_long_or_too_much_memory_is_told_and_the_next_file_is_verified(
    build: Build, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bomb = folder / "bomb.pdf"
    bomb.write_bytes(b"%PDF-1.7\n1 0 obj\n" + b"[" * 3_000_000)
    monkeypatch.setattr(worker, "BUILD_SECONDS", 0.0)
    monkeypatch.setattr(worker, "_EACH", 0.0)  # however fast the machine is
    unpacked = set(Path(tempfile.gettempdir()).glob("communique-*"))
    run = build("verify", bomb)
    assert set(Path(tempfile.gettempdir()).glob("communique-*")) == unpacked
    assert (run.code, run.err) == (
        3,
        f"{bomb}: it cannot be decided here: it took longer than 0 s; {ASK}\n",
    )
    monkeypatch.undo()
    assert (worker.BUILD_SECONDS, worker.MEMORY) == (45, 2**30)
    assert build("verify", folder / "c.pdf").code == 0
