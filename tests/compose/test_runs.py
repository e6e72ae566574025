"""Runs that are set apart: addresses, codes, figures in a text from right to left, long words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from pypdf import PdfReader

from communique.compose.inline.runs import marked
from communique.pdf_reading.reading import Reading
from tests.samples import with_body

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Build, Write


def apart(text: str) -> str:
    """Return the text with its runs in brackets, those that are no addresses with their mark."""
    result = str(marked(text)).replace(' data-wrap="whole"', "")
    for mark, shown in (
        ('<span class="address">', "["),
        ('<span class="address long">', "[long "),
        ('<span class="long">', "[long "),
        ('<span class="code">', "[code "),
        ('<span class="code long">', "[code long "),
        ('<span class="figures">', "[figures "),
        ('<span class="figures long">', "[figures long "),
        ("</span>", "]"),
    ):
        result = result.replace(mark, shown)
    return result


@pytest.mark.parametrize(
    "text",
    [
        "Write to [press@ministry.example].",
        "([first.last+news@foreign-ministry.example])",
        "See [https://ministry.example/a/b?c=d#e], or [www.ministry.example/].",
        "At [ministry.example/statements] and [news.ministry.example]",
        f"[long {'press' * 7}@ministry.example]",
        f"[long {'a' * 36}] and {'a' * 35}",
        f"«\u00a0[long {'a' * 36}\u00a0»,] and a",
        "e.g. this, z. B. that, 3.5 km, and/or U.S. words.",
        "An end.Without a space, or 12.30 o’clock",
        "[code (e3b0c44298fc)] CO2-Emission G20-Gipfel 100 km",
        "[figures 2026/27], [figures S/RES/79/Add.\u20601] and [figures EUCO 7/23]",
        "but kilom/h, and/or 4 ms",
        "[figures (EU) 2016/679]; [figures COM(2026)/7]; ([figures 12/03/2026])",
        "[figures A/77/L.\u20601]",
        "2024\u2060–\u20602026, €5.5\u2060–\u20606.5",
        "but 5 – 6, A–B, 2–x, and 2026-03-12",
        "[figures +33 1 23 45 67 89]; [figures 01 23 45 67 89]",
        "[figures (02) 123-45-67] and 30 000 000",
        "key-[code ABCD12_x] [code 10.1016/j.hydromet,] F16s",
        f"[code long {'a1' * 18}]",
    ],
)
def test_addresses_and_long_words_are_set_apart(text: str) -> None:
    plain = re.sub(r"\[(?:code |figures )?(?:long )?|\]|\u2060", "", text)
    assert apart(plain) == text


def test_no_line_ends_within_a_symbol_at_its_full_stop() -> None:
    assert apart("S/2026/12/Add.1, No.2. A 2.5") == (
        "[figures S/2026/12/Add.\u20601], No.\u20602. A 2.5"
    )


@pytest.mark.parametrize("way", ["ltr", "rtl"])
@pytest.mark.parametrize("repeated", [True, False])
def test_no_line_ends_within_a_symbol_in_capitals(way: str, *, repeated: bool) -> None:
    said = str(marked("GRACE-FO and EU-USA-X", way, hyphen_repeated=repeated))
    assert said == "GRACE-\u2060FO and EU-\u2060USA-\u2060X"
    assert str(marked("ABC-DEF-GHI-JKL", way)) == "ABC-DEF-GHI-JKL"  # wider than its line, maybe
    others = str(marked("NON-PROLIFERATION", way))
    assert others == "NON-PROLIFERATION"


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("מש/חוץ/", "מש/+חוץ/+"),  # its figures are a passage
        ("و خ/2028/14-ب", "و خ/+2028/14-+ب"),
        ("-ב ס׳ 3", "-+ב ס׳ 3"),
        ("نيسان/أبريل 2028", "نيسان/أبريل 2028"),
        ("14-בינואר", "14-בינואר"),
        ("10/2028", "10/2028"),
    ],
)
def test_a_symbol_from_right_to_left_goes_on_in_the_line_at_strokes_and_its_last_hyphen(
    text: str, parts: str
) -> None:
    assert str(marked(text, "rtl")).replace("\u2060", "+") == parts


def test_nothing_unescaped_goes_into_a_run() -> None:
    assert str(marked("<b> a@b.example/<i>&")) == (
        '&lt;b&gt; <span class="address" data-wrap="whole">a@b.example</span>/&lt;i&gt;&amp;'
    )


@pytest.mark.parametrize("language", ["en", "de", "fr"])
def test_no_hyphen_gets_into_an_address(
    build: Build, statement: Write, tmp_path: Path, language: str
) -> None:
    addresses = ("spokesperson@foreignministry.example", "https://foreignministry.example/peace")
    lines = [f"{'a b c d ' * 6}{'e ' * n}{each} f" for n in range(16) for each in addresses]
    path = statement(with_body("\n\n".join(lines)), f"a.{language}.md")
    assert build(path).code == 0
    pages = PdfReader(tmp_path / "out" / f"a.{language}.pdf").pages
    text = "\n".join(page.extract_text() for page in pages)
    assert "\u00ad" not in text
    assert text.count("spokesperson@foreignministry.example") == 16


def test_no_hyphen_gets_into_a_code(build: Build, statement: Write, tmp_path: Path) -> None:
    codes = ("international2030programme", "10.1016/j.hydrometeorological.programme")
    lines = [f"{'a b c d ' * 6}{'e ' * n}{each} f" for n in range(16) for each in codes]
    path = statement(with_body("\n\n".join(lines)), "a.en.md")
    assert build(path).code == 0
    pages = PdfReader(tmp_path / "out/a.en.pdf").pages
    text = "\n".join(page.extract_text() for page in pages)
    assert "\u00ad" not in text
    assert text.count("international2030programme") == 16


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("he", "לשכת העיתונות עונה בטלפון {} בימי חול."),
        ("ar", "يجيب مكتب الصحافة على الهاتف {} في أيام العمل."),
    ],
)
@pytest.mark.parametrize(
    "figures", ["+45 12 34 56 78", "(0)2 541-4100", "−50", "2026-03-12", "02 5551234"]
)
def test_figures_keep_their_order_in_a_text_from_right_to_left(  # noqa: PLR0913, PLR0917  # pytest's
    build: Build, statement: Write, tmp_path: Path, language: str, words: str, figures: str
) -> None:
    contact = words.format(figures)
    text = f"---\ntitle: {words[:8]}\ncontact: '{contact}'\n---\n\n{contact}\n"
    assert build(statement(text, f"a.{language}.md")).code == 0
    pieces = Reading((tmp_path / "out" / f"a.{language}.pdf").read_bytes()).pieces
    shown = "".join(piece.text for piece in pieces)
    assert shown.count(figures) == 2, "the pieces have the order of drawing, from left to right"


@pytest.mark.parametrize(
    "words",
    [
        "ראו Tel. +45 12 34 56 78, Copenhagen שם.",
        "כתבו אל press@ministry.example or to us, today שם.",
        "המונח *COVID*-19 הוא.",
        "ראו *Lights*, pp. 12–15, שם.",
    ],
)
def test_a_passage_with_runs_keeps_its_order(build: Build, statement: Write, words: str) -> None:
    assert build(statement(f"---\ntitle: מגדלורים\n---\n\n{words}\n", "a.he.md")).code == 0


def test_a_phrase_from_right_to_left_keeps_its_figures_in_order(
    build: Build, statement: Write, tmp_path: Path
) -> None:
    contact = "contact: {text: 'טלפון +45 12 34 56 78', language: he}"
    assert build(statement(f"---\ntitle: Lights\n{contact}\n---\n\nYes.\n", "a.en.md")).code == 0
    pieces = Reading((tmp_path / "out" / "a.en.pdf").read_bytes()).pieces
    assert "+45 12 34 56 78" in [piece.text for piece in pieces]


@pytest.mark.parametrize(
    "text",
    [
        "[biało|-+czerwony] ([na|-+rzecz|-+tego])",
        "w [18-+letnim] i [e-+mail], [2026-+03-+12]",
        "a - b, -c i d-",
    ],
)
def test_a_hyphen_that_the_next_line_repeats_is_that_of_a_word(text: str) -> None:
    plain = re.sub(r"[][|+]", "", text)
    found = marked(plain, hyphen_repeated=True).replace("\u00ad", "|").replace("\u2060", "+")
    assert found.replace('<span class="compound">', "[").replace("</span>", "]") == text
    assert marked(plain) == plain


def test_an_address_has_its_hyphens_once() -> None:
    address = "biuro-prasowe@norland.example"
    assert marked(address, hyphen_repeated=True) == marked(address)


POLISH = """---
title: Komisja
---

{}

## O komisji polsko-niemieckiej

| Komisja polsko-niemiecka | Region |
|---|---|
| polsko-niemiecka | północno-wschodni |
"""


@pytest.mark.parametrize("edition", ["standard", "large-print"])
def test_a_word_that_is_divided_at_its_hyphen_has_it_in_the_next_line_too(
    build: Build, statement: Write, tmp_path: Path, edition: str
) -> None:
    body = " ".join(f"Komisja polsko-niemiecka{' oraz' * number}." for number in range(30))
    path = statement(POLISH.format(body), "a.pl.md")
    assert build(path, "--edition", edition).code == 0
    (made,) = (tmp_path / "out").glob("*.pdf")
    copied = "\n".join(page.extract_text() for page in PdfReader(made).pages)
    assert "polsko\u00ad\n-niemiecka" in copied
    assert "polsko-\n" not in copied
    assert "polsko\u00ad\nniemiecka" not in copied


def test_no_line_begins_with_the_dot_in_a_name_in_chinese_letters() -> None:
    assert marked("部长吕克·费朗") == "部长吕克\u2060·费朗"
    assert marked("3·4 a · b") == "3·4 a · b"


def test_a_unit_that_is_divided_by_another_is_whole() -> None:
    assert marked("5 g/m² of it, 12 km²/h") == "5 g/\u2060m² of it, 12 km²/\u2060h"
    assert marked("in €/m² (m³/s), km/h") == "in €/\u2060m² (m³/\u2060s), km/\u2060h"
    assert marked("/s of m^3^") == "/\u2060s of m^3^"  # behind a superscript
    assert marked("either/or 3 either/or") == "either/or 3 either/or"


def test_a_figure_stays_with_what_it_counts_in_a_date_of_chinese_or_japanese() -> None:
    for text in ("2028+年12+月+31+日", "6+月+30+日15+时30+分", "令和10+年", "几年几月"):
        assert marked(text.replace("+", "")) == text.replace("+", "\u2060")
