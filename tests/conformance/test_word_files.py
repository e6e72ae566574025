"""LibreOffice reads the same words and numbers in Word files as what was imported of them."""

from __future__ import annotations

import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest

from communique import word
from communique.model.faults import Faults
from communique.read import markdown
from communique.word import settling
from tests.word.files import FILES

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.conformance

#: Where LibreOffice 7.4 reads otherwise than the standard says, or leaves out what has words.
_OTHERWISE = {
    "arabic": "it counts alif without its hamza",
    "controls": "it has the words of text boxes among those of the text",
    "german": "it has a list of contents, and signs of Symbol are other characters",
    "notes": "it writes the calls of notes as letters behind words, and no notes",
    "press-release": "as notes",
    "strict": "as notes",
    "levels": "it knows neither isLgl nor lvlRestart (17.9.4, 17.9.10)",
    "tracked": "it shows deleted words",
}


@pytest.fixture(scope="module")
def texts(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[Path, str]]:
    """Return each Word file with the text that LibreOffice makes of it."""
    folder = tmp_path_factory.mktemp("word")
    names = [name for name in FILES if name not in _OTHERWISE]
    paths = {name: FILES[name](folder / f"{name}.docx") for name in names}
    office = shutil.which("soffice")
    assert office
    subprocess.run(  # noqa: S603  # our own files
        [office, f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless",
         "--convert-to", "txt:Text (encoded):UTF8", "--outdir", str(folder), *paths.values()],
        check=True, capture_output=True, timeout=300,
    )  # fmt: skip
    return {
        name: (path, (folder / f"{name}.txt").read_text("utf-8-sig"))
        for name, path in paths.items()
    }


@pytest.mark.parametrize("name", [name for name in FILES if name not in _OTHERWISE])
def test_another_office_program_reads_the_same_words_and_numbers(
    name: str, texts: dict[str, tuple[Path, str]]
) -> None:
    path, text = texts[name]
    head, _, body = word.imported(path).text.removeprefix("---\n").partition("\n---\n\n")
    above = {"title", "subtitle", "kind", "issued"} & {
        line.split(":")[0] for line in head.split("\n")
    }
    lines = text.strip().split("\n")[len(above) :]
    theirs = [each for line in lines for each in settling._words(line)]
    said = settling._said(markdown.parse(body, 1, Faults(path)))
    ours = [each for words in said for each in words]
    assert theirs == ours
