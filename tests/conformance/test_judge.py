"""The judges can say no: files altered in one thing are refused for just that thing."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING, Any

import pytest
from pypdf import PdfWriter
from pypdf.generic import NameObject

from tests.conformance.building import build_file
from tests.conformance.judge import PROFILES, judge, listen
from tests.random_statements.body import picture

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.conformance.judge import Failure

pytestmark = pytest.mark.conformance

TEXT = """\
---
title: A statement
language: en
issued: 2023-09-29
---

## First things

A word[^1] and [an address](https://www.example.org/).

- A point
- Another one

| Head | Number |
|------|-------:|
| Cell | 1      |

|      | Over both || Total |
| ^^   | 1   | 2    | ^^    |
|------|-----|------|-------|
| Row  | 3   | 4    | 7     |

![A flag](flag.png)

[^1]: A note.
"""


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A PDF with a heading, a note, a link, a list, a table and a picture."""
    folder = tmp_path_factory.mktemp("judge")
    (folder / "statement.md").write_text(TEXT, "utf-8")
    rng = random.Random(0)  # noqa: S311  # any picture will do
    (folder / "flag.png").write_bytes(picture(rng))
    pdf = build_file(folder / "statement.md", "standard", folder, 1).pdf
    assert pdf
    return pdf


def altered(good: Path, alter: Callable[[PdfWriter], None]) -> Path:
    """Return a copy of the PDF `good` that `alter` has changed."""
    writer = PdfWriter(clone_from=good)
    alter(writer)
    path = good.with_name(f"altered{alter.__name__}.pdf")
    writer.write(path)
    return path


def _nothing(_writer: PdfWriter) -> None:
    pass


def _language(writer: PdfWriter) -> None:
    del _catalog(writer)["/Lang"]


def _metadata(writer: PdfWriter) -> None:
    del _catalog(writer)["/Metadata"]


def _marks(writer: PdfWriter) -> None:
    del _catalog(writer)["/MarkInfo"]


def _tree(writer: PdfWriter) -> None:
    del _catalog(writer)["/StructTreeRoot"]


def _alternative(writer: PdfWriter) -> None:
    del _tags(writer, "/Figure")[0]["/Alt"]


def _name_of_note(writer: PdfWriter) -> None:
    del _tags(writer, "/Note")[0]["/ID"]


def _scope(writer: PdfWriter) -> None:
    for tag in _tags(writer, "/TH"):
        tag["/A"].get_object().pop("/Scope", None)


def _joined_cell(writer: PdfWriter) -> None:
    """Let a head over two rows stand over one."""
    for tag in _tags(writer, "/TH"):
        tag["/A"].get_object().pop("/RowSpan", None)


def _list(writer: PdfWriter) -> None:
    _tags(writer, "/L")[0][NameObject("/S")] = NameObject("/P")


def _relationship(writer: PdfWriter) -> None:
    del _catalog(writer)["/AF"][0].get_object()["/AFRelationship"]


def _colours(writer: PdfWriter) -> None:
    del _catalog(writer)["/OutputIntents"]


def _font(writer: PdfWriter) -> None:
    fonts: Any = writer.pages[0]["/Resources"]
    for font in fonts["/Font"].values():
        below = font.get_object()["/DescendantFonts"][0].get_object()
        for key in ("/FontFile2", "/FontFile3"):
            below["/FontDescriptor"].get_object().pop(key, None)


def _description(writer: PdfWriter) -> None:
    annotations: Any = writer.pages[0]["/Annots"]
    for annotation in annotations:
        del annotation.get_object()["/Contents"]


def _catalog(writer: PdfWriter) -> Any:
    return writer.root_object


def _tags(writer: PdfWriter, role: str) -> list[Any]:
    """Return the structure elements of a type, in the order of the tree."""
    found: list[Any] = []
    waiting = [_catalog(writer)["/StructTreeRoot"]["/K"]]
    while waiting:
        thing = waiting.pop().get_object()
        if isinstance(thing, list):
            waiting += reversed(thing)
        elif isinstance(thing, dict) and "/S" in thing:
            found += [thing] if thing["/S"] == role else []
            waiting += [thing["/K"]] if "/K" in thing else []
    return found


#: An alteration, the rules of veraPDF that it breaks, and the rule of outloud, if there is one.
ALTERATIONS: list[tuple[Callable[[PdfWriter], None], set[str], str]] = [
    (_language, {"ua1 7.2-2", "ua1 7.2-24", "ua1 7.2-33", "ua1 7.2-34"}, "DOC-013"),
    (_metadata, {"ua1 7.1-8", "3a 6.6.2.1-1"}, "DOC-012"),
    (_marks, {"ua1 6.2-1", "3a 6.7.2.2-1"}, "DOC-001"),
    (_tree, {"ua1 7.1-11", "ua1 7.1-3", "ua1 7.18.5-1", "3a 6.7.3.3-1"}, "DOC-002"),
    (_alternative, {"ua1 7.3-1"}, "FIG-001"),
    (_name_of_note, {"ua1 7.9-1"}, "NOTE-001"),
    (_scope, {"ua1 7.5-1"}, "TBL-002"),
    (_joined_cell, {"ua1 7.2-43"}, "TBL-004"),
    (_list, {"ua1 7.2-17"}, "LST-001"),
    (_description, {"ua1 7.18.1-2", "ua1 7.18.5-2"}, "LNK-002"),
    (_font, {"ua1 7.21.4.1-1", "3a 6.2.11.4.1-1"}, "TXT-001"),
    (_colours, {"3a 6.2.4.3-2"}, ""),
    (_relationship, {"3a 6.8-3"}, ""),
]


@pytest.fixture(scope="module")
def copies(good: Path) -> dict[str, Path]:
    """The good PDF without any alteration, and each alteration of it, by the path's name."""
    paths = [altered(good, alter) for alter in (_nothing, *(alter for alter, _, _ in ALTERATIONS))]
    return {path.name: path for path in paths}


@pytest.fixture(scope="module")
def seen(copies: dict[str, Path]) -> list[Failure]:
    """What veraPDF says of all copies."""
    return judge(list(copies.values()))


@pytest.fixture(scope="module")
def heard(copies: dict[str, Path]) -> list[Failure]:
    """What outloud says of all copies."""
    return listen(list(copies.values()))


def _of(failures: list[Failure], alter: Callable[[PdfWriter], None]) -> list[Failure]:
    return [failure for failure in failures if failure.path.stem == f"altered{alter.__name__}"]


def test_a_sound_pdf_passes(good: Path) -> None:
    assert judge([good]) == []
    assert listen([good]) == []


def test_a_copy_without_any_alteration_passes(seen: list[Failure], heard: list[Failure]) -> None:
    assert _of([*seen, *heard], _nothing) == []


def test_a_running_head_and_the_head_of_a_table_that_goes_on_are_no_prose(tmp_path: Path) -> None:
    title = "Report of the second meeting of the states of the strait on the lights and on all who"
    head = "What was done|in which of the years|by whom of them|for which of the lights"
    table = f"|{head}|\n|---|---|---|---|\n" + "| A | B | C | D |\n" * 60
    text = f"---\ntitle: {title} keep them\nlanguage: en\nissued: 2023-09-29\n---\n\n{table}"
    (tmp_path / "report.md").write_text(text, "utf-8")
    pdf = build_file(tmp_path / "report.md", "standard", tmp_path, 1).pdf
    assert pdf
    assert listen([pdf]) == []


@pytest.mark.parametrize(("alter", "rules", "_rule"), ALTERATIONS)
def test_verapdf_names_the_rules_that_are_broken(
    seen: list[Failure], alter: Callable[[PdfWriter], None], rules: set[str], _rule: str
) -> None:
    assert {failure.rule for failure in _of(seen, alter)} == rules


@pytest.mark.parametrize(("alter", "_rules", "rule"), ALTERATIONS)
def test_outloud_names_the_rule_that_is_broken(
    heard: list[Failure], alter: Callable[[PdfWriter], None], _rules: set[str], rule: str
) -> None:
    clauses = {failure.clause for failure in _of(heard, alter)}
    assert (rule in clauses) if rule else not clauses


def test_each_profile_fails_a_file_that_does_not_follow_it(good: Path) -> None:
    failures = judge([good], PROFILES[2])
    assert {failure.profile for failure in failures} == set(PROFILES[2])


def test_a_file_that_is_no_pdf_fails_by_every_profile_and_the_next_one_is_judged(
    good: Path, tmp_path: Path
) -> None:
    (tmp_path / "text.pdf").write_text("no PDF")
    (tmp_path / "half.pdf").write_bytes(good.read_bytes()[:900])
    paths = [tmp_path / "text.pdf", tmp_path / "half.pdf", tmp_path / "missing.pdf"]
    for failures in (judge([*paths, good], ["ua1"]), listen([*paths, good])):
        assert [(failure.path, failure.clause) for failure in failures] == [
            (path, "unreadable") for path in paths
        ]


def test_an_unknown_profile_fails(good: Path) -> None:
    assert [failure.clause for failure in judge([good], ["ua9"])] == ["unreadable"]


def test_what_verapdf_leaves_open_is_an_error(good: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tests.conformance.judge.PROGRAM", good)  # no Java program at all
    with pytest.raises(RuntimeError, match="veraPDF left 2 judgements open"):
        judge([good])
