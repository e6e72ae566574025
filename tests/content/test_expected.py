"""What is composed is what is expected, and neither knows of the other."""

from __future__ import annotations

import re
from contextlib import nullcontext
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn, cast

import pytest

from communique.compose.fallback import WITHOUT_PAGES
from communique.compose.page import compose
from communique.content import content as content_module
from communique.content import expected, expected_margins, running_heads
from communique.content.content import Content, Version, content_of
from communique.content.texts import texts
from communique.design import edition
from communique.outputs.draft import Means
from communique.outputs.text import proof as text_proof
from communique.outputs.text import writing as text
from communique.prove import metadata, prove
from communique.prove.lines import folded
from communique.read.source import read
from communique.typeset.engine import set_type, typeset
from tests.samples import CASES, MEETINGS

if TYPE_CHECKING:
    from collections.abc import Callable

    from communique.content.front import Front

    Say = Callable[..., Content]


MEANS = Means(lambda _: nullcontext(), set_type)
STATEMENTS = [
    path
    for folder in (MEETINGS, CASES)
    for path in sorted(folder.glob("*.md"))
    if path.name != "pictures.en.md"
]


@pytest.mark.parametrize("path", STATEMENTS, ids=lambda path: path.name)
def test_what_is_composed_is_what_is_expected(path: Path) -> None:
    content = content_of(read(path), edition.load("standard"), notes_at_end=True)
    text_proof.prove(content, text.make(content, WITHOUT_PAGES, MEANS).data)
    (version,) = content.versions
    headings = version.statement.body.headings
    assert [*map(folded, content.foot)] == [*map(folded, expected_margins.foot(content))]
    assert content.folio(2, 5) == expected_margins.folio(content, 2, 5)
    for version in content.versions:
        assert content.contents(version) == expected.listed_headings(content, version)
    assert [*version.front.running] == expected_margins.running_titles(version.statement)
    assert list(content.annexes) == expected.annexes(content)
    assert [[*running_heads.forms(node.label)] for node in headings if node.level == 2] == [
        expected_margins.running_sections(node) for node in headings if node.level == 2
    ]
    assert content.title == metadata.title(content)
    assert content.headings == metadata.headings(content)
    assert content.authors == tuple(metadata.authors(content))
    assert content.description == metadata.description(content)
    assert content.keywords == metadata.keywords(content)
    dates = content.dates
    assert (dates.get("created"), dates.get("modified")) == metadata.dates(content)


def test_the_proof_asks_nothing_of_what_composing_uses(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name in ("bridge.ru.md", "well.ar.md"):
        content = content_of(read(CASES / name), edition.load("standard"))
        beside = content_of(read(CASES / name), edition.load("standard"), notes_at_end=True)
        pdf, said = typeset(compose(content)).pdf, text.make(beside, WITHOUT_PAGES, MEANS).data

        def never(*_: object) -> NoReturn:
            raise AssertionError("the proof asked what composing uses")

        with monkeypatch.context() as patch:
            for cls in (Content, Version):
                for key, value in vars(cls).items():
                    if isinstance(value, property):
                        patch.setattr(cls, key, property(never))
                    elif callable(value) and not key.startswith("__"):
                        patch.setattr(cls, key, never)
            patch.setattr(content_module, "front", never)
            for each, proof, data in ((content, prove, pdf), (beside, text_proof.prove, said)):
                versions = tuple(
                    replace(version, front=cast("Front", None)) for version in each.versions
                )
                proof(replace(each, versions=versions), data)


def test_every_word_of_a_language_is_used(tmp_path: Path) -> None:
    path = tmp_path / "everything.en.md"
    everything = Path(__file__).parents[1] / "compose" / path.name
    written = re.sub(r"!\[.*?\]\(.*?\)", "", everything.read_text("utf-8"))
    path.write_text(written.replace("---\n", "---\ndraft: {version: 2}\n", 1), "utf-8")
    content = content_of(read(path), edition.load("standard"), notes_at_end=True)
    (version,) = content.versions
    said = {text.words for text in texts(content, range(len(version.statement.body.headings)))}
    unsaid = [name for name, label in version.language.labels if label not in said]
    assert unsaid == ["signed", "alternat", "annex"], "before other words, or with --as alternat"
    assert any(each.startswith(f"{version.language.labels.signed} Ada Brook") for each in said)
    assert any(each.startswith(f"{version.language.labels.annex} 1") for each in said)
