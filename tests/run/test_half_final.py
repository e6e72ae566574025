"""A statement of which only one language was made final is told when its PDFs are made."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.samples import with_front

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Build

DRAFT, EMBARGO = "draft: {version: 2}", "embargo: 2026-03-12 16:00 Z"


def written(folder: Path, *, en: str, fr: str, name: str = "meeting") -> list[Path]:
    paths = []
    for tag, status in (("en", en), ("fr", fr)):
        path = folder / f"{name}.{tag}.md"
        path.write_text(with_front(f"title: A title\n{status}"), "utf-8")
        paths.append(path)
    return paths


@pytest.mark.parametrize(
    ("en", "fr", "said"),
    [
        ("", DRAFT, "{fr}:3: remark: draft: this version is draft 2, and {en} is final"),
        (EMBARGO, "", "{en}:3: remark: embargo: this version is embargoed, and {fr} is final"),
        (DRAFT, EMBARGO, ""),
        (DRAFT, DRAFT.replace("2", "1"), ""),
        ("", "", ""),
    ],
)
def test_the_version_that_is_not_final_is_told(
    build: Build, tmp_path: Path, en: str, fr: str, said: str
) -> None:
    paths = written(tmp_path, en=en, fr=fr)
    run = build(tmp_path, "--output", "text")
    said = said.format(en=paths[0], fr=paths[1])
    remarks = [line for line in run.err.splitlines() if "is final" in line]
    assert run.code == 0
    assert remarks == ([f"{said}; take that line out of both, or of none"] if said else [])


def test_it_is_told_where_the_other_one_was_not_made_again(build: Build, tmp_path: Path) -> None:
    written(tmp_path, en=DRAFT, fr=DRAFT)
    assert "is final" not in build(tmp_path, "--output", "text").err
    final, draft = written(tmp_path, en="kind: letter", fr=DRAFT)
    run = build(tmp_path, "--output", "text")
    assert "unchanged" in run.out
    assert f"{draft}:1: remark: draft: this version is draft 2, and {final} is final" in run.err
    assert "is final" not in build(tmp_path, "--output", "text").err


def test_other_statements_are_none_of_its_languages(build: Build, tmp_path: Path) -> None:
    written(tmp_path, en="", fr="")
    written(tmp_path, en=DRAFT, fr=DRAFT, name="harbour")
    assert "is final" not in build(tmp_path, "--output", "text").err
