"""Poppler and PDFium copy a page as it is written, but for what they change themselves.

What they change is listed in docs/trust.md.
"""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

import pytest

from communique.model.standards import DEFAULT
from communique.store.naming import STANDARD
from tests.conformance.building import build_file
from tests.conformance.copying import READERS, as_copied
from tests.conformance.judge import PROFILES, judge
from tests.samples import needs_fonts

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.conformance


def nfd(text: str) -> str:
    return unicodedata.normalize("NFD", text)


#: A language and words in it: shared glyphs, ligatures, marks in every normal form.
TEXTS = {
    "Latin": ("en", "‘x’ of Hawaiʻi, ʼOʼ; first ﬁrst oﬀice office ﬂag; a-b a‐b a‑b; 5 µm"),
    "Yoruba": ("en", f"Mr Ọ̀ṣọ́, Ẹ̀gbẹ́; {nfd('Ọ̀ṣọ́ àti Ẹ̀gbẹ́')} end"),
    "Navajo": ("en", "ą́ dóó ǫ́ bizaad, ą́ą́"),
    "Vietnamese": ("en", f"Nguyễn Văn Ửng, {nfd('Nguyễn Văn Ửng')}; ệ ê\u0323 o\u0300\u0323"),
    "Czech": ("cs", f"Miloš Dvořák, {nfd('Miloš Dvořák')}, Ångström"),
    "Turkish": ("tr", "İngiltere ile Irak; fi ve fı, finans ile fındık"),
    "Dutch": ("nl", "De ĳsvogel bij het IJsselmeer; vrĳ, bijzonder"),
    "Greek": ("el", f"μέτρο και 5 µm, Ω και \u2126, ∆ και Δ, {nfd('μέτρο ῆ')}"),
    "Russian": ("ru", "за\u0301мок и замо\u0301к, \u0451ж и \u0435\u0308ж, й и\u0306"),
    "Hebrew": ("he", "הודעה קצרה על נהיר ועוד ג׳ורג׳ של ק״מ"),
    "Arabic": ("ar", "لكل إنسان الحق في السلام والأمن"),
    "Chinese": ("zh-Hans", "一⼀一，⾧长，‘引号’“引号”，…⋯，民⺠民。"),
    "Japanese": ("ja", "一つの⼀と一、か\u3099き\u3099が、①➀、⾧い長い。"),
}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The PDF of each text whose fonts are here, proven."""
    found = {}
    for name, (language, text) in TEXTS.items():
        try:
            needs_fonts(language)
        except pytest.skip.Exception:
            continue
        path = tmp_path_factory.mktemp("texts") / f"text.{language}.md"
        path.write_text(f"---\ntitle: T\nissued: 2024-05-02\n---\n\n{text}\n", encoding="utf-8")
        outcome = build_file(path, STANDARD, path.parent, DEFAULT)
        assert outcome.pdf, outcome.complaint or outcome.crash
        found[name] = outcome.pdf
    return found


@pytest.mark.parametrize("name", TEXTS)
def test_each_reader_copies_each_word_as_it_is_written(built: dict[str, Path], name: str) -> None:
    needs_fonts(TEXTS[name][0])
    for reader in ("poppler", "PDFium"):
        copied = READERS[reader](built[name]).split()
        words = as_copied(TEXTS[name][1], reader).split()
        assert [word for word in words if word not in copied] == []


def test_pages_with_second_codes_and_spans_are_conformant(built: dict[str, Path]) -> None:
    assert judge(list(built.values()), PROFILES[DEFAULT]) == []
