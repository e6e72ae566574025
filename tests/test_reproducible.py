"""The same source gives the same bytes, wherever and by whomever it is built."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from communique.compose.page import compose
from communique.content.content import content_of
from communique.design import edition
from communique.pdf_reading.reading import Reading
from communique.read.source import read
from communique.typeset.engine import typeset
from tests.environments import ENVIRONMENTS
from tests.samples import ROOT

TEXT = """\
---
title: The same bytes
issued: 2024-05-02T10:00:00+02:00
---

Water[^1] and [a link](https://example.org) to [the heading](#here), вгджзийклптцшщю.

## Here

![A gauge](a.png)

![A line](a.svg)

[^1]: A note.
"""
DRAWING = """\
<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><path d="M0 0h40v9H0z"/></svg>
"""


#: What the command is called with, from Python.
RUN = "import sys; from communique.command.cli import main; sys.exit(main(sys.argv[1:]))"


def build(root: Path, folder: Path, run: str = RUN, **environment: str) -> bytes:
    from PIL import Image  # noqa: PLC0415  # only this test draws

    folder.mkdir(parents=True)
    Image.new("RGB", (40, 20), (0, 0, 90)).save(folder / "a.png")
    (folder / "a.svg").write_text(DRAWING, encoding="utf-8")
    (folder / "t.en.md").write_text(TEXT, encoding="utf-8")
    os.utime(folder / "t.en.md", (1, 1))
    subprocess.run(  # noqa: S603  # our own interpreter and code
        [sys.executable, "-c", run, "t.en.md", "--out", "out"],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(root), **environment},
        check=True,
        capture_output=True,
    )
    return (folder / "out" / "t.en.pdf").read_bytes()


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    return build(ROOT, tmp_path_factory.mktemp("here") / "a", PYTHONHASHSEED="1")


#: Those of the environments that need nothing else, in one.
ENVIRONMENT = {
    key: value
    for name, variables in ENVIRONMENTS.items()
    if "fontconfig" in name or "HarfBuzz" in name or "another" in name or "Pango" in name
    for key, value in variables.items()
    if value is not None
} | {"LC_ALL": "C"}


def test_another_folder_and_environment_change_nothing(first: bytes, tmp_path: Path) -> None:
    copy = tmp_path / "else where" / "copy"
    for name in ("communique", "templates"):
        shutil.copytree(ROOT / name, copy / name, ignore=shutil.ignore_patterns("__pycache__"))
    settings = {**ENVIRONMENT, "HOME": str(tmp_path)}
    assert build(copy, tmp_path / "b" / "c", **settings) == first


@pytest.mark.parametrize("known", [False, True])
def test_the_types_of_attachments_are_those_of_the_program_and_not_of_the_machine(
    first: bytes, tmp_path: Path, known: bool
) -> None:
    """The tables of the machine are files such as /etc/mime.types (Python's manual, mimetypes)."""
    table = tmp_path / "mime.types"
    table.write_text("text/x-markdown md\napplication/x-line svg\nimage/x-png png\n" * known)
    tables = f"import mimetypes; mimetypes.knownfiles = [{str(table)!r}]; "
    assert build(ROOT, tmp_path / "a", tables + RUN) == first
    attached = {file.name: file.media_type for file in Reading(first).files}
    assert attached == {
        "t.en.md": "text/markdown",
        "a.png": "image/png",
        "a.svg": "image/svg+xml",
    }


def test_no_path_of_the_machine_is_in_the_file(first: bytes) -> None:
    import io  # noqa: PLC0415

    from pypdf import PdfReader  # noqa: PLC0415

    reader = PdfReader(io.BytesIO(first))
    objects = [reader.get_object(number) for number in range(1, len(reader.xref_objStm) + 1)]
    everything = first + repr(objects).encode()
    for path in (str(ROOT), str(Path.home()), "/tmp"):  # noqa: S108  # looked for, not used
        assert path.encode() not in everything


def test_what_was_built_before_in_the_same_process_changes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "t.en.md"
    path.write_text("---\ntitle: T\n---\n\nWords *and* words.\n", encoding="utf-8")
    page = compose(content_of(read(path), edition.load("standard")))
    before = typeset(page).pdf
    path.write_text("---\ntitle: Other ΑΒΓ\n---\n\nOther **words** 42.\n", encoding="utf-8")
    typeset(compose(content_of(read(path), edition.load("large-print"))))
    assert typeset(page).pdf == before
