"""YAML as authors write it: values stay as they are written, and remember their lines."""

from __future__ import annotations

from pathlib import Path

import pytest

from communique.design import yaml_lines
from communique.design.yaml_lines import Mapping, Scalar
from communique.model.faults import Faults


def test_values_remember_their_lines() -> None:
    mapping, faults = parsed("title: A\nissuers:\n- name: B\n\n- name: C\n  office: D\n", 2)
    assert list(faults) == []
    assert mapping.values["issuers"] == [{"name": "B"}, {"name": "C", "office": "D"}]
    assert mapping.line(("issuers", 1, "office")) == 7
    assert mapping.line(("issuers", 1, "country")) == 6
    assert mapping.line(("subtitle",)) == 2


@pytest.mark.parametrize(
    ("written", "means"),
    [
        ("A", "text"),
        ("NO", "text"),
        ("yes", "text"),
        ("1.2.3", "text"),
        ("2023-09-29", "text"),
        ("'1'", "text"),
        ("true", "true or false"),
        ("FALSE", "true or false"),
        ("1", "a number"),
        ("-1.10", "a number"),
        ("1e999999", "a number"),
        ("0x1F", "a number"),
        (".inf", "a number"),
        ("null", "nothing"),
        ("~", "nothing"),
        ("", "nothing"),
        ("''", "text"),
    ],
)
def test_a_scalar_says_what_yaml_takes_it_for(written: str, means: str) -> None:
    mapping, _ = parsed(f"key: {written}")
    value = mapping.values["key"]
    assert isinstance(value, Scalar)
    assert (value, value.means) == (written.strip("'"), means)


def test_a_place_is_written_with_numbers_from_one() -> None:
    assert yaml_lines.dotted(("issuers", 1, "office")) == "issuers.2.office"
    assert yaml_lines.dotted(()) == "front matter"


def parsed(text: str, first_line: int = 1) -> tuple[Mapping, Faults]:
    faults = Faults(Path("x.md"))
    return yaml_lines.parse(text, first_line, faults), faults


def test_a_folded_value_is_one_line() -> None:
    mapping, _ = parsed("title: >\n  A\n  B\n")
    assert str(mapping.values["title"]).split() == ["A", "B"]
