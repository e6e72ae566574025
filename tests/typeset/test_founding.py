"""The PDF of the founding statement, read with pypdf."""

from __future__ import annotations

from collections import Counter
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pydyf
import pytest
from pypdf import PdfReader

from communique.design import edition
from communique.read.source import read
from communique.run import pipeline
from communique.store.naming import STANDARD
from tests.samples import SOURCE
from tests.typeset.pdfs import catalogue, text

FOUNDING = SOURCE / "copenhagen-quantum-2023.en.md"


@cache
def founding(name: str = "standard") -> PdfReader:
    with TemporaryDirectory() as folder:
        result = pipeline.build(read(FOUNDING), name, Path(folder))
        return PdfReader(result.files["pdf"].path)


@pytest.mark.parametrize("name", edition.single())
def test_every_word_of_the_founding_statement_is_there_in_order(name: str) -> None:
    body = FOUNDING.read_text("utf-8").split("---", 2)[2]
    if name in ("a5", "clear-print", "large-print"):
        words = iter(text(founding(name)).split())
        assert all(word in words for word in body.split())
    else:
        assert " ".join(body.split()) in text(founding(name))


@pytest.mark.parametrize("name", ["standard", "letter"])
def test_the_founding_statement_stands_on_one_page(name: str) -> None:
    assert len(founding(name).pages) == 1


def test_the_first_page_says_who_speaks_when_and_where() -> None:
    first = text(founding())
    assert first.startswith(
        "NATO · Denmark 29 September 2023 Joint statement by NATO Secretary General Jens "
        "Stoltenberg and the Prime Minister of Denmark, Mette Frederiksen following the "
        "Copenhagen Quantum Conference Issued 29 September 2023 Last updated 29 September 2023, "
        "16:06 Occasion Copenhagen Quantum Conference War is back in Europe."
    )
    assert first.endswith("29 September 2023 Page 1 of 1")


def test_the_founding_statement_has_its_metadata() -> None:
    metadata = founding().metadata
    assert metadata
    assert metadata.title == "Joint statement"
    assert metadata.author == (
        "Jens Stoltenberg, Secretary General, NATO, Mette Frederiksen, Prime Minister, Denmark"
    )
    assert metadata.subject == "Joint statement, Copenhagen Quantum Conference"
    assert metadata.get("/Keywords") == "quantum technologies, innovation, NATO, Denmark, DIANA"
    assert metadata.get("/CreationDate") == "D:20230929"
    assert metadata.get("/ModDate") == "D:20230929"


def test_the_title_is_shown_in_the_bar_of_the_viewer() -> None:
    root = catalogue(founding())
    assert root["/ViewerPreferences"].get_object()["/DisplayDocTitle"]
    assert root["/Lang"] == "en"
    assert root["/MarkInfo"].get_object()["/Marked"]


def test_a_text_without_headings_has_no_bookmarks() -> None:
    assert founding().outline == []


def test_a_stream_is_compressed_once(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    asked: Counter[int] = Counter()
    streams: list[pydyf.Stream] = []  # kept, so that none has the identity of another one
    data = pydyf.Stream.data

    def counted(stream: pydyf.Stream) -> bytes:
        streams.append(stream)
        if stream.extra.get("Type") not in ("/ObjStm", "/XRef"):  # pydyf's own, made at the end
            asked[id(stream)] += 1
        return bytes(data.fget(stream))

    monkeypatch.setattr(pydyf.Stream, "data", property(counted))
    pipeline.build(read(FOUNDING), STANDARD, tmp_path)
    assert set(asked.values()) == {1}
