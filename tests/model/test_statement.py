"""What may stand above the text: every field is read as it is written."""

from __future__ import annotations

import importlib
import py_compile
from typing import TYPE_CHECKING

import pytest

from communique.model.statement import FrontMatter
from communique.read.source import read
from tests.samples import with_front

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Write


def test_every_field_is_read_as_it_is_written(statement: Write) -> None:
    matter = read(
        statement(
            with_front(
                "title: 'A: b'\nsubtitle: {text: C, language: fr}\nkind: press release\n"
                "language: EN\nplace: Grønland\nevent: D\n"
                "issuers:\n  - country: NO\n    styled: Norway\n"
                "symbol: 1.10\nurl: https://example.org/a?b=c\n"
                "contact: E\nkeywords: [f, 'off']\nnumbered: True\ntheme: neutral"
            )
        )
    ).matter
    phrases = (matter.title, matter.kind, matter.place, matter.event, matter.contact)
    assert list(map(str, phrases)) == ["A: b", "press release", "Grønland", "D", "E"]
    assert matter.subtitle
    assert (matter.subtitle.text, matter.subtitle.language) == ("C", "fr")
    assert (str(matter.issuers[0].country), str(matter.issuers[0].styled)) == ("NO", "Norway")
    assert (matter.symbol, matter.url) == ("1.10", "https://example.org/a?b=c")
    assert (matter.keywords, matter.numbered, matter.theme) == (("f", "off"), True, "neutral")


@pytest.mark.parametrize("symbol", ["1.10", "007", "1e3", "0x1F", "'true'", "PO/2023/0153"])
def test_a_symbol_stays_as_it_is_written(statement: Write, symbol: str) -> None:
    matter = read(statement(with_front(f"title: A\nsymbol: {symbol}"))).matter
    assert matter.symbol == symbol.strip("'")


@pytest.mark.parametrize("country", ["NO", "No", "no", "y", "on", "OFF"])
def test_a_country_is_no_truth_value(statement: Write, country: str) -> None:
    matter = read(statement(with_front(f"title: A\nissuers:\n  - country: {country}"))).matter
    assert str(matter.issuers[0].country) == country


def test_a_value_over_several_lines_is_one_line(statement: Write) -> None:
    assert str(read(statement(with_front("title: |\n  A\n  B"))).matter.title) == "A B"
    assert str(read(statement(with_front("title: A\n  B"))).matter.title) == "A B"


@pytest.mark.parametrize(
    ("issuer", "party"),
    [
        ("{country: A, organisation: B, name: C}", "A"),
        ("{organisation: B, name: C, office: D}", "B"),
        ("{name: C, office: D}", "C"),
        ("{office: D}", "D"),
    ],
)
def test_a_party_is_named_by_the_largest_it_speaks_for(
    statement: Write, issuer: str, party: str
) -> None:
    matter = read(statement(with_front(f"title: A\nissuers: [{issuer}]"))).matter
    assert str(matter.issuers[0].party) == party


def test_every_field_says_what_it_means() -> None:
    schema = FrontMatter.model_json_schema()
    described = [schema, *(schema["$defs"][name] for name in ("Issuer", "Phrase"))]
    for model in described:
        assert all(field.get("description") for field in model["properties"].values())


def test_without_the_sources_of_the_program_the_schema_has_no_descriptions(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = tmp_path / "unsourced.py"
    source.write_text(
        "from communique.model.values import Model, Text\n"
        'class Parts(Model):\n    a: Text\n    """What it is."""\n',
        "utf-8",
    )
    py_compile.compile(str(source), str(tmp_path / "unsourced.pyc"))
    source.unlink()
    monkeypatch.syspath_prepend(tmp_path)
    parts = importlib.import_module("unsourced").Parts
    assert parts.model_json_schema()["properties"] == {
        "a": {"minLength": 1, "title": "A", "type": "string"}
    }


def test_a_value_keeps_the_wide_spaces_of_japanese_and_no_run_of_others(statement: Write) -> None:
    front = "title: 声明\u3000第五号 \u00a0 x\u2003y\u3000"
    title = read(statement(with_front(front))).matter.title
    assert title.text == "声明\u3000第五号 x y"
