"""The page's own numbers in the figures of the language, and the author's as they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pypdf import PdfReader

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Build, Write

TEXT = """---
title: منارات المضيق
issued: 2026-03-12
contents: true
---

## المادة 5

نص من 12 كلمة.

## المادة ٦

نص.
"""


def copied(path: Path) -> str:
    return "\n".join(page.extract_text() for page in PdfReader(path).pages)


def test_dates_and_pages_have_the_figures_of_the_tag_and_the_text_its_own(
    build: Build, statement: Write, tmp_path: Path
) -> None:
    for tag in ("ar-EG", "ar-AE"):
        assert build(statement(TEXT, f"a.{tag}.md"), "--edition", "all").code == 0
    egypt, emirates = (copied(tmp_path / f"out/a.{tag}.pdf") for tag in ("ar-EG", "ar-AE"))
    assert "٢٠٢٦" in egypt
    assert "2026" not in egypt
    assert "2026" in emirates
    assert "٢٠٢٦" not in emirates
    for text in (egypt, emirates):
        assert "12" in text, "the author's"
        assert "٦" in text, "the author's"


def test_a_paragraph_keeps_the_wide_space_that_it_begins_with(
    build: Build, statement: Write, tmp_path: Path
) -> None:
    text = (
        "---\ntitle: 灯台\n---\n\n\u3000両国は九つの灯台を更新する。\n\n\u3000\n\n> \u3000引用。\n"
    )
    assert build(statement(text, "a.ja.md"), "--edition", "all").code == 0
    said = copied(tmp_path / "out/a.ja.pdf")
    assert "\u3000両国は" in said
    assert "\u3000引用。" in said
