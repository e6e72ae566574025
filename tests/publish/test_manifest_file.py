"""The file of the record: damaged, moved, written anew, or out of reach."""

from __future__ import annotations

import json
import shutil
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from communique.publish.json_lines import JsonLines
from communique.publish.manifest import NAME, Record
from communique.publish.result import ProvenFile, Timer
from communique.publish.states import as_fields
from communique.read.packed import PackedStatement
from communique.store import file_state
from tests.publish.records import FORM, PDF, be_in, is_current, note, source, state, write

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from typing import Any

    Project = Callable[[], Record]


@pytest.mark.parametrize(
    "damage",
    [
        lambda text: text[: len(text) // 2],
        lambda _: "",
        lambda text: text.replace('"pdf"', '"pfd"'),
        lambda text: text.replace("{", ""),
        lambda text: text.replace(":", "\0"),
        lambda _: "[]\n",
        lambda _: '["pdf","x"]\n',
        lambda _: "7\n",
    ],
)
def test_a_damaged_record_costs_a_build_and_nothing_else(
    root: Path, damage: Callable[[str], str]
) -> None:
    file = root / "out" / NAME
    file.write_text(damage(file.read_text("utf-8")), "utf-8")
    record = Record(str(root / "out"))
    assert record.current([source(root)], FORM) is None
    note(root, record)
    assert is_current(root)


def add_lines(root: Path, *lines: dict[str, Any]) -> None:
    """Add `lines` to the record as we would."""
    file = JsonLines(str(root / "out" / NAME))
    for line in lines:
        file.add(line)
    file.close(most=len(lines), lines=[])


def test_damage_is_said_once(root: Path) -> None:
    file = root / "out" / NAME
    assert Record(str(root / "out")).wrong == ""
    file.write_text(file.read_text("utf-8") + '["pdf","half', "utf-8")
    record = Record(str(root / "out"))
    assert record.wrong == "damaged; what it does not name is made again"
    assert record.current([source(root)], FORM), "the other lines hold"
    record.close()
    assert Record(str(root / "out")).wrong == ""
    assert is_current(root)


ODD = [None, 7, -1.5, float("inf"), "x", "\0", "../" * 9, [], [7], {}, {"a": 1}, "/dev/zero"]


@pytest.mark.parametrize("odd", ODD, ids=repr)
def test_a_line_that_says_something_odd_costs_a_build_at_most(root: Path, odd: object) -> None:
    lines = list(JsonLines(str(root / "out" / NAME)).read())
    changed = [{**line, key: odd} for line in lines for key in line if line.get(key) != odd]
    nested = [
        {**line, key: {**inner, name: odd}}
        for line in lines
        for key, inner in line.items()
        if isinstance(inner, dict)
        for name in inner
    ]
    for line in changed + nested:
        (root / "out" / NAME).unlink(missing_ok=True)
        add_lines(root, *lines, line)
        record = Record(str(root / "out"))
        record.current([source(root)], FORM)
        record.all_current([source(root)], [FORM])
        record.current_pairs([source(root)], FORM)
        assert record.owner("a.en.pdf") in ([], [source(root)], [str(root / "out/../x")]) or odd
        record.made_of(source(root))
        record.has_text_of("a.en.pdf", [source(root)])
        record.without_statement()
        note(root, record)
        assert is_current(root), line


def test_a_record_of_another_version_costs_a_build_and_is_no_damage(root: Path) -> None:
    file = root / "out" / NAME
    name, size, modified, digest = "a.en.pdf", len(PDF), 1, "0" * 40
    positional = ["pdf", "key", name, 1, [], [name, size, modified, digest], [], "mix"]
    lines = [["kit", "program", digest, {}], positional, 7, "text", None, {"file": name}]
    lines += [{"group": "program"}, {"file": [], "statement": 1}]
    file.write_text("".join(json.dumps(line) + "\n" for line in lines), "utf-8")
    record = Record(str(root / "out"))
    assert record.wrong == ""
    assert record.current([source(root)], FORM) is None
    note(root, record)
    assert is_current(root)


def test_each_line_says_in_words_what_its_values_are(root: Path) -> None:
    lines = list(JsonLines(str(root / "out" / NAME)).read())
    *groups, together, file = lines
    assert {tuple(group) for group in groups} == {("group", "hash", "each", "files")}
    state = ["device", "inode", "size", "modified", "changed", "hash"]
    assert all(group["each"] == state for group in groups)
    assert all(len(each) == len(state) for group in groups for each in group["files"].values())
    assert set(file) == {*state} | {
        *("file", "statement", "edition", "standard", "output", "turn", "status", "day"),
        *("since", "pages", "remarks"),
        *("made_of", "made_with"),
    }
    assert file["statement"] == ["../source/a.en.md"]
    assert set(file["made_of"]) == {"../source/a.en.md", "../source/map.png"}
    assert together["made_with"] == file["made_with"]
    names = {"program", "edition standard", "language en", "engine"}
    assert set(together["groups"]) == {group["group"] for group in groups}
    assert {name.split()[0] if "engine" in name else name for name in together["groups"]} == names


def test_a_project_that_was_moved_is_current(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    moved = root.with_name("moved")
    root.rename(moved)
    be_in(moved, monkeypatch)
    assert is_current(moved)
    assert Record(str(moved / "out")).owner("a.en.pdf") == [source(moved)]


def test_a_file_knows_its_statement_until_another_one_takes_its_name(root: Path) -> None:
    record = Record(str(root / "out"))
    assert record.owner("a.en.pdf") == [source(root)]
    assert record.owner("b.en.pdf") == []
    other = write(root / "other/a.en.md", "of another folder")
    files = {str(other): state(other)}
    statement = PackedStatement(other, "a", "en", None, files, 10, b"", 0)
    file = ProvenFile(".pdf", PDF, 1, Timer(), (), {})
    published = file_state.identity(str(root / "out/a.en.pdf"))
    record.add([statement], FORM, "a.en.pdf", file, published)
    record.close()
    for each in (record, Record(str(root / "out"))):
        assert each.owner("a.en.pdf") == [str(other)]
        assert each.current([str(other)], FORM)
        assert each.current([source(root)], FORM) is None


def test_a_file_whose_statement_is_gone_is_known(root: Path) -> None:
    assert Record(str(root / "out")).without_statement() == []
    (root / "source/a.en.md").unlink()
    assert Record(str(root / "out")).without_statement() == ["a.en.pdf"]
    (root / "out/a.en.pdf").unlink()
    assert Record(str(root / "out")).without_statement() == []


def test_the_record_is_written_anew_when_most_of_it_no_longer_holds(root: Path) -> None:
    file = root / "out" / NAME
    for number in range(40):
        write(root / "source/a.en.md", f"version {number}")
        note(root, Record(str(root / "out")))
    lines = file.read_text("utf-8").splitlines()
    assert len(lines) < 25
    assert all(json.loads(line) for line in lines)
    assert is_current(root)


def test_what_nothing_was_made_with_any_more_is_dropped(root: Path) -> None:
    file = root / "out" / NAME
    for name in map("engine of day {}".format, range(30)):
        add_lines(root, {"group": name, "hash": "h", "files": {}})
        add_lines(root, {"made_with": f"set of {name}", "groups": {name: "h"}})
    write(root / "source/a.en.md", "another version")
    note(root, Record(str(root / "out")))
    text = file.read_text("utf-8")
    assert "engine of day" not in text
    assert '"engine ' in text, "the one that there is"
    assert is_current(root)


def test_it_names_no_place_outside_where_the_project_holds_all(root: Path) -> None:
    assert str(root) not in (root / "out" / NAME).read_text("utf-8")


def test_a_record_that_cannot_be_written_stops_nothing(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = (root / "out" / NAME).read_text("utf-8")
    write(root / "source/a.en.md", "changed")
    record = Record(str(root / "out"))

    def refuse(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr(JsonLines, "_opened", refuse)
    note(root, record)
    monkeypatch.undo()
    be_in(root, monkeypatch)
    assert record.current([source(root)], FORM), "this run knows what it has made"
    assert (root / "out" / NAME).read_text("utf-8") == before
    assert not is_current(root), "the next one makes it once more"


def test_all_that_is_current_of_some_statements_is_found(root: Path) -> None:
    record = Record(str(root / "out"))
    path = source(root)
    other = f"{root}/source/b.en.md"
    found = record.all_current([path, other], [("standard", 1, "pdf", "plain")])
    assert {key: [entry.name for entry in entries] for key, entries in found.items()} == {
        path: ["a.en.pdf"]
    }
    assert (
        record.all_current([path], [("standard", 1, "pdf", "plain"), ("letter", 1, "pdf", "plain")])
        == {}
    )
    assert record.path == str(root / "out" / NAME)


def test_what_is_current_of_two_statements_is_found_where_both_are_asked_for(root: Path) -> None:
    lines = JsonLines(str(root / "out" / NAME)).read()
    (line,) = (line for line in lines if "file" in line)
    written = line["statement"] + ["../source/b.en.md"]
    made_of = {**line["made_of"], written[1]: as_fields((file_state.NONE, file_state.ABSENT))}
    pair = {**line, "file": "ab.pdf", "statement": written, "edition": "parallel"}
    pair |= {"made_of": made_of}
    add_lines(root, pair)
    shutil.copy2(root / "out/a.en.pdf", root / "out/ab.pdf")
    one, other, third = (f"{root}/source/{name}.en.md" for name in "abc")
    form = ("parallel", 1, "pdf", "plain")
    with closing(Record(str(root / "out"))) as known:
        found = known.current_pairs([third, other, one], form)
    assert [(paths, entry.name) for paths, entry in found] == [([one, other], "ab.pdf")]
    for paths, asked in (
        ([one], form),
        ([other, third], form),
        ([one, other], FORM),
        ([one, other], ("parallel", 2, "pdf", "plain")),
        ([one, other], ("parallel", 1, "text", "plain")),
    ):
        assert Record(str(root / "out")).current_pairs(paths, asked) == []
    (root / "out/ab.pdf").write_bytes(b"other")
    assert Record(str(root / "out")).current_pairs([one, other], form) == []


def test_what_changed_while_it_waited_is_noticed_once_it_is_compared_anew(root: Path) -> None:
    record = Record(str(root / "out"))
    assert record.current([source(root)], FORM)
    write(root / "templates/styles/base.css", "other")
    assert record.current([source(root)], FORM), "each group is compared once"
    record.renew()
    assert record.current([source(root)], FORM) is None
    record.close()


def test_a_file_that_is_current_has_a_statement_even_if_that_is_gone_since(root: Path) -> None:
    record = Record(str(root / "out"))
    assert record.current([source(root)], FORM)
    (root / "source/a.en.md").unlink()
    assert record.without_statement() == []
    record.renew()
    assert record.without_statement() == ["a.en.pdf"]
