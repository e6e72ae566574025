"""Every field of the front matter is found on the page or in the file, or has its reason."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, get_args

import pytest
from pydantic import BaseModel

from communique.compose.page import compose
from communique.content import front
from communique.content.content import Content, content_of
from communique.content.fields import PLACES, REASONS, Place
from communique.design import edition
from communique.model.faults import ProofError
from communique.model.statement import FrontMatter
from communique.model.values import Phrase
from communique.prove import prove
from communique.prove.fields import values
from communique.read.source import read
from communique.typeset.engine import typeset
from tests.samples import png

if TYPE_CHECKING:
    from collections.abc import Iterator

EVERYTHING = Path(__file__).parents[1] / "compose" / "everything.en.md"


def fields(model: type[BaseModel], above: str = "") -> Iterator[str]:
    """Yield every field of a model and of the models inside it, joined by dots."""
    for name, field in model.model_fields.items():
        inner = [each for each in models(field.annotation) if each is not Phrase]
        if inner:
            yield from fields(inner[0], f"{above}{name}.")
        else:
            yield f"{above}{name}"


def models(annotation: object) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for each in get_args(annotation):
        yield from models(each)


def test_every_field_has_its_place() -> None:
    assert sorted(PLACES) == sorted(fields(FrontMatter))


def test_what_is_found_nowhere_has_a_reason() -> None:
    nowhere = [key for key, place in PLACES.items() if place is Place.NOWHERE]
    assert sorted(REASONS) == sorted(nowhere)


@pytest.fixture(scope="module")
def everything(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("everything")
    (folder / "gauge.png").write_bytes(png(40, 30))
    (folder / "drop.png").write_bytes(png(4, 4))
    path = folder / EVERYTHING.name
    _, front_matter, _ = EVERYTHING.read_text("utf-8").split("---\n", 2)
    path.write_text(
        f"---\n{front_matter}---\n\n## What we found\n\nThe FAO met at the mill.\n", "utf-8"
    )
    return path


#: What the words of the first page can lose, with the fields that are then looked for in vain.
LOST = [
    ("subtitle", None, ["subtitle"]),
    ("aside", (), ["kind"]),
    ("facts", (), ["place", "event", "updated"]),
    ("contact", None, ["contact"]),
    ("url", None, ["url"]),
    ("editors", (), ["editors"]),
    ("signed_at", (), ["signatures.place"]),
    ("signatures", (), ["signatures.signatories.office"]),
    ("courtesy", "", ["authenticity"]),
    ("issuers", None, ["issuers.name", "issuers.organisation"]),
]


@pytest.mark.usefixtures("engine")
@pytest.mark.parametrize(("name", "nothing", "keys"), LOST)
def test_a_field_that_the_content_forgets_is_noticed(
    everything: Path, name: str, nothing: object, keys: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    original = front.front

    def forgetful(*arguments: object, **options: object) -> front.Front:
        return replace(original(*arguments, **options), **{name: nothing})  # type: ignore[arg-type]

    monkeypatch.setattr("communique.content.content.front", forgetful)
    short = everything.with_name("short.en.md")
    text = everything.read_text("utf-8")
    short.write_text(text.replace("contents: true", "contents: false"), "utf-8")
    statement = read(short)
    content = content_of(statement, edition.load("standard"))
    with pytest.raises(ProofError) as refused:
        prove(content, typeset(compose(content)).pdf)
    lines = {statement.line(key.partition(".")[0]) for key in keys}
    assert lines <= {fault.line for fault in refused.value.faults if fault.key == "words"}


@pytest.mark.usefixtures("engine")
def test_what_the_metadata_forget_is_noticed(
    everything: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    statement = read(everything)
    forgotten = {
        "title": "A title",
        "authors": ("Nobody",),
        "description": "None",
        "keywords": "",
        "dates": {"created": "2024-05-01", "modified": "2024-05-01"},
        "headings": ["None"] * len(statement.body.headings),
        "contents": lambda *_: [],
        "foot": "None",
    }
    for name, value in forgotten.items():
        monkeypatch.setattr(Content, name, value)
    content = content_of(statement, edition.load("standard"))
    with pytest.raises(ProofError) as refused:
        prove(content, typeset(compose(content)).pdf)
    faults = {fault.wrong.partition(" is ")[0] for fault in refused.value.faults}
    assert faults >= {"title", "issuers", "kind", "keywords", "issued", "updated", "headings"}
    assert "page 1 does not say PO/2024/1 · 2 May 2024" in faults
    assert any("Contents" in fault for fault in faults)


def test_the_statement_of_these_tests_uses_nearly_every_field(everything: Path) -> None:
    used = {key for key, _ in values(read(everything).matter)}
    unused = {"short_title", "corrigendum", "byline", "language", "theme"}
    unused |= {"issuers.styled", "issuers.language"}
    unused |= {"draft.version", "draft.at", "embargo"}  # see tests/prove/test_status.py
    assert used == set(PLACES) - unused
