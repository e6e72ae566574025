"""The form and the lines above the text are kept in step, and what is not changed stays."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from communique.design import yaml_lines
from communique.desk import rendering
from communique.desk.form import front
from communique.desk.form.fields import Field, fields
from communique.model.faults import Faults
from communique.model.statement import FrontMatter
from tests.desk.conftest import LIGHTS
from tests.samples import ROOT

COMMENTED = LIGHTS.replace("issued:", "# when it is known\nissued:")
HEAD, BODY = front.parted(COMMENTED)
STATEMENTS = [*(ROOT / "tests/cases").glob("*.md"), *(ROOT / "source").glob("*.md")]
STATEMENTS.append(ROOT / "docs/example.en.md")


def values(head: str) -> Any:
    inner = head.removeprefix("---\n").split("\n---")[0]
    return yaml_lines.parse(inner, 2, Faults(Path("a"))).values


def value_of(field: Field) -> Any:
    """Return what the script makes of a field that nobody has changed."""
    match field.kind:
        case "group":
            found = {each.key: value_of(each) for each in field.fields}
            return {key: value for key, value in found.items() if value is not None} or None
        case "list":
            return [value_of(each) for each in field.fields] or None
        case "pairs":
            return {each.key: each.value for each in field.fields} or None
        case "moment":
            return " ".join(filter(None, (field.parts["day"], field.parts["time"]))) or None
        case "embargo":
            return " ".join(filter(None, field.parts.values())) or None
        case "flag":
            return "true" if field.value == "true" else None
        case _:
            return field.value or None


def test_a_file_is_parted_below_its_border() -> None:
    assert HEAD.endswith("---\n\n")
    assert BODY.startswith("Norland will")
    assert HEAD + BODY == COMMENTED


@pytest.mark.parametrize(
    "text",
    [
        "",
        "A.",
        "---\n",
        "---\ntitle: A\n",
        "---\ntitle: A\n---",
        "---\n---\n",
        "--- \na: b\n---\n\nB",
    ],
)
def test_both_parts_of_any_text_are_the_text(text: str) -> None:
    assert "".join(front.parted(text)) == text


@pytest.mark.parametrize("path", STATEMENTS, ids=lambda path: path.name)
def test_what_nobody_changes_in_the_form_stays_as_it_is(path: Path) -> None:
    head, _ = front.parted(path.read_text("utf-8"))
    form = front.form(head)
    assert form
    assert not [field.key for field in form if field.kind == "other"]
    same = {field.key: value_of(field) for field in form}
    assert front.changed(head, same) == head


def test_a_value_is_replaced_in_its_line() -> None:
    head = front.changed(HEAD, {"title": "Nine lights: a pledge"})
    assert head == HEAD.replace("Lights for the Grey Strait", "'Nine lights: a pledge'")


def test_a_comment_above_the_next_key_stays() -> None:
    assert "# when it is known\nissued: 2026-03-13\n" in front.changed(
        HEAD, {"issued": "2026-03-13"}
    )
    assert "# when it is known\n" in front.changed(HEAD, {"title": None})


def test_a_new_key_stands_in_the_order_of_the_schema() -> None:
    head = front.changed(HEAD, {"keywords": ["sea"], "subtitle": "At sea", "place": "Norhaven"})
    order = [key for key in FrontMatter.model_fields if key in values(head)]
    assert list(values(head)) == order


@pytest.mark.parametrize("space", ["\u00a0", "\u202f", "\u3000", "\u2009"])
def test_a_space_with_a_meaning_stays_in_every_field(space: str) -> None:
    words = f"5{space}% and 10{space}km"
    head = front.changed(
        HEAD, {"title": f" {words}\n ", "issuers": [{"country": f"{words}{space}"}]}
    )
    assert values(head)["title"] == words
    assert values(head)["issuers"] == [{"country": f"{words}{space}"}]
    script = (rendering.HOME / "desk.js").read_text("utf-8")
    value_of = script.split("function valueOf(")[1].split("function changed(")[0]
    assert "\\s" not in value_of, "it would take a no-break space for a space"
    assert value_of.count(".trim()") == 1, "but of day, time and zone"


def test_spaces_and_empty_fields_say_nothing() -> None:
    head = front.changed(
        HEAD, {"title": "A \t\n B", "issuers": [{"country": " "}, {}], "place": " "}
    )
    assert values(head) == {"title": "A B", "issued": "2026-03-12"}


NOTED = """\
---
title: A  # as agreed
issuers:
  # the host
  - country: Norland  # by its short name
    name: A. B.
  # in the chair
  - country: Valdore
    # he, not she
    name: 'C. D.' # of the north
# when it is known
issued: 2026-03-12
---

"""
NORLAND, VALDORE = {"country": "Norland", "name": "A. B."}, {"country": "Valdore", "name": "C. D."}


@pytest.mark.parametrize(
    ("parties", "gone", "came"),
    [
        ([NORLAND | {"name": "E. F."}, VALDORE], "A. B.", "E. F."),
        ([NORLAND, VALDORE | {"name": "E. F."}], "'C. D.'", "E. F."),
        ([NORLAND | {"country": "Osland"}, VALDORE], "Norland", "Osland"),
        ([{"country": "Norland"}, VALDORE], "\n    name: A. B.", ""),
        ([NORLAND | {"office": "Hall"}, VALDORE], "A. B.", "A. B.\n    office: Hall"),
        ([NORLAND, VALDORE, {"country": "Osland"}], "north", "north\n  - country: Osland"),
    ],
)
def test_a_comment_on_a_party_stays_where_a_party_is_changed(
    parties: Any, gone: str, came: str
) -> None:
    assert front.changed(NOTED, {"issuers": parties}) == NOTED.replace(gone, came, 1)


def test_a_comment_goes_with_its_party() -> None:
    lines = NOTED.split("\n")
    moved = [*lines[:3], *lines[6:10], *lines[3:6], *lines[10:]]
    assert front.changed(NOTED, {"issuers": [VALDORE, NORLAND]}) == "\n".join(moved)
    assert front.changed(NOTED, {"issuers": [VALDORE]}) == "\n".join([*lines[:3], *lines[6:]])
    assert front.changed(NOTED, {"title": "B"}) == NOTED.replace("A ", "B ", 1)


@pytest.mark.parametrize(
    "written",
    [
        "issuers: [{country: Norland, name: A. B.}, {country: Valdore, name: C. D.}]",
        "issuers:\n-\n  country: Norland\n  name: A. B.\n-\n  {country: Valdore, name: C. D.}",
        "issuers:\n  - country: 'Nor\n  way'\n    name: A. B.\n  - country: Valdore",
    ],
)
def test_parties_that_are_written_otherwise_are_changed_as_well(written: str) -> None:
    head = f"---\ntitle: A\n{written}\nissued: 2026-03-12\n---\n\n"
    new = [NORLAND, VALDORE | {"name": "E: F."}]
    assert values(front.changed(head, {"issuers": new})) == {
        "title": "A", "issuers": new, "issued": "2026-03-12"
    }  # fmt: skip


def test_parties_are_moved() -> None:
    moved = {"issuers": [{"country": "Valdore"}, {"country": "Norland", "name": "A. B."}]}
    assert values(front.changed(HEAD, moved))["issuers"] == moved["issuers"]


def test_what_is_emptied_is_left_out() -> None:
    assert "issued" not in front.changed(HEAD, {"issued": None}).replace("it is known", "")
    assert "issuers" not in front.changed(HEAD, {"issuers": []})


def test_a_text_without_front_matter_gets_one() -> None:
    assert front.changed("", {"title": "A"}) == "---\ntitle: A\n---\n\n"


@pytest.mark.parametrize(
    "text",
    ["true", "null", "12", "1.10", "a: b", "# a", "'a'", '"a"', "- a", "{a}", "a #b", "*a", " ",
     "…", "NO", "2026-03-12", "é", "a\\b", "@a", "a:", "!x", "%", "&a", "|", ">", "[a]", "?"],
)  # fmt: skip
def test_every_title_is_read_as_what_was_written(text: str) -> None:
    head = front.changed(HEAD, {"title": text, "keywords": [text, "b"], "contact": text})
    found = values(head)
    if text.strip():
        assert found["title"] == found["keywords"][0] == found["contact"] == text
        assert found["title"].means == "text"


def test_numbers_and_yes_are_no_text() -> None:
    head = front.changed(
        HEAD, {"draft": {"version": "2", "at": "2026-03-12 21:00"}, "numbered": "true"}
    )
    assert "draft:\n  version: 2\n  at: 2026-03-12 21:00\n" in head
    assert "numbered: true\n" in head
    embargo = "2026-03-12 16:00 Europe/Copenhagen"
    assert f"embargo: {embargo}\n" in front.changed(HEAD, {"embargo": embargo})


def test_a_key_that_there_is_not_is_not_written() -> None:
    assert front.changed(HEAD, {"evil": "x", "a\nb": "c"}) == HEAD


def test_lines_that_cannot_be_read_have_no_form_and_stay() -> None:
    broken = "---\ntitle: 'A\n---\n\n"
    assert front.form(broken) is None
    assert front.changed(broken, {"title": "B"}) == broken


def test_lines_without_end_have_no_form() -> None:
    assert front.form(f"---\ntitle: {'a' * 100_000}\n---\n\n") is None


def test_every_key_of_the_schema_has_a_field() -> None:
    keys = [field.key for field in fields({})]
    assert sorted([*keys, "language"]) == sorted(FrontMatter.model_fields)
    assert all(field.label and field.help for field in fields({}))


def test_a_value_that_no_field_can_show_is_left_alone() -> None:
    head = HEAD.replace("issued: 2026-03-12", "issued: [a, b]")
    form = {field.key: field for field in front.form(head) or ()}
    assert form["issued"].kind == "other"
