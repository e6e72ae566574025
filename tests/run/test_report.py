"""The events of a command: as JSON each fits the schema, as text each has its place."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from jsonschema import Draft202012Validator

from communique.command.verbs.list import _EVENTS
from communique.model.faults import BugError, DesignError, Fault, StatementError
from communique.publish.result import STEPS
from communique.run import report
from communique.run.report import Report
from communique.run.report.text import COUNTED
from communique.store.paths import TEMPLATES
from tests.samples import with_body, with_front

if TYPE_CHECKING:
    from tests.conftest import Build, Run, Write

BAD = with_front("titel: A")
SCHEMA = json.loads(_EVENTS.read_text("utf-8"))
VALIDATOR = Draft202012Validator(SCHEMA)
Event = dict[str, Any]


def events(run: Run, *names: str) -> list[Event]:
    """Return the events of a run, each checked with the schema; they have to have these names."""
    found = [json.loads(line) for line in run.out.splitlines()]
    for event in found:
        VALIDATOR.validate(event)
    assert [event["event"] for event in found] == list(names)
    assert found[-1]["status"] == run.code
    return found


# As JSON


def test_the_schema_is_one_and_refuses_what_is_no_event() -> None:
    Draft202012Validator.check_schema(SCHEMA)
    for event in ({}, {"event": "made"}, {"event": "notice", "message": "A", "more": 1}):
        assert not VALIDATOR.is_valid(event)
    assert VALIDATOR.is_valid({"event": "notice", "message": "A"})


def test_what_is_made_and_what_is_unchanged_has_its_fields(
    build: Build, statement: Write, tmp_path: Path
) -> None:
    path = statement()
    made, summary = events(build("build", path, "--format", "json"), "made", "summary")
    assert made["file"] == f"{tmp_path}/out/meeting.en.pdf"
    assert (made["statement"], made["edition"], made["output"]) == ([str(path)], "standard", "pdf")
    assert (made["pages"], made["remarks"]) == (1, [])
    assert list(made["steps"]) == list(STEPS)
    assert made["seconds"] == pytest.approx(sum(made["steps"].values()), abs=1e-3)
    assert (summary["made"], summary["unchanged"]) == (1, 0)
    again, summary = events(build("build", path, "--format", "json"), "unchanged", "summary")
    assert again == {
        "event": "unchanged",
        "file": made["file"],
        "statement": [str(path)],
        "party": None,
        "pages": 1,
        "remarks": [],
    }
    assert (summary["made"], summary["unchanged"]) == (0, 1)


def test_each_fault_has_its_fields(build: Build, statement: Write) -> None:
    path = statement(BAD)
    refused, summary = events(build("build", path, "--format", "json"), "refused", "summary")
    assert refused["faults"] == [
        {
            "file": str(path),
            "line": 2,
            "key": "titel",
            "wrong": "there is no such key",
            "instead": "did you mean title?",
        },
    ]
    assert (refused["cause"], refused["edition"], refused["older"]) == ("statement", None, [])
    assert summary["refusals"] == [f"{path}:2: titel: there is no such key; did you mean title?"]
    assert build("build", path, "--format", "json").err == ""


def test_an_older_pdf_is_a_field_of_the_refusal(build: Build, statement: Write) -> None:
    build(statement())
    path = statement(with_body("One 🪩."))
    refused, _ = events(build("build", path, "--format", "json"), "refused", "summary")
    assert refused["cause"] == "proof"
    assert refused["older"] == [f"{path.parent}/out/meeting.en.pdf"]
    assert refused["of_this_text"] == []


def test_a_pdf_of_the_same_text_is_another_field_of_the_refusal(
    build: Build, statement: Write
) -> None:
    statement("", "communique.yaml")
    path = statement(with_front("title: A title\ntheme: own"))
    neutral = (TEMPLATES / "themes/neutral.yaml").read_bytes()
    statement(neutral, "templates/themes/own.yaml")
    pdf = path.parent / "out/meeting.en.pdf"
    build(path)
    statement("colour: red\n", "templates/themes/own.yaml")
    again = ("build", path, "--format", "json")
    refused, _ = events(build(*again), "refused", "summary")
    assert (refused["older"], refused["of_this_text"]) == ([], [str(pdf)])
    pdf.write_bytes(b"somebody else's")
    refused, _ = events(build(*again), "refused", "summary")
    assert (refused["older"], refused["of_this_text"]) == ([str(pdf)], [])


def test_a_text_from_standard_input_is_not_that_of_the_file_of_its_name(
    build: Build, statement: Write
) -> None:
    path = statement()
    build(path)
    given = with_body("One 🪩.")
    run = build("-", str(path), "--format", "json", given=given)
    refused, _ = events(run, "refused", "summary")
    assert refused["older"] == [f"{path.parent}/out/meeting.en.pdf"]


def test_a_remark_has_its_fields_and_refuses_only_who_is_strict(
    build: Build, statement: Write
) -> None:
    path = statement(with_body("Call\n+ 45 12."))
    told, _, _ = events(build("build", path, "--format", "json"), "remarked", "made", "summary")
    assert (told["file"], told["line"], told["key"]) == (str(path), 6, "list")
    assert build("check", path).err == (
        f"{path}:6: remark: list: {told['wrong']}; {told['instead']}\n"
    )
    run = build("check", path, "--strict", "--format", "json")
    refused, _ = events(run, "refused", "summary")
    assert refused["faults"] == [{key: told[key] for key in refused["faults"][0]}]
    assert run.code == 1


def test_check_verify_and_list_have_events_too(
    build: Build, statement: Write, tmp_path: Path
) -> None:
    path = statement()
    checked, _ = events(build("check", path, "--format", "json"), "checked", "summary")
    assert checked["statement"] == str(path)
    run = build("check", path, "--account", "--format", "json")
    accounted, _, _ = events(run, "accounted", "checked", "summary")
    assert [block["kind"] for block in accounted["blocks"]] == ["title", "paragraph"]
    assert accounted["blocks"][1]["pieces"] == [{"line": 5, "text": "Some words.", "mark": ""}]
    run = build("check", path, "--brackets", "--format", "json")
    bracketed, _, _ = events(run, "bracketed", "checked", "summary")
    assert (bracketed["passages"], bracketed["paragraphs"]) == ([], [])
    build(path)
    pdf, other = tmp_path / "out/meeting.en.pdf", statement("no PDF", "other.pdf")
    run = build("verify", pdf, other, "--format", "json")
    same, undecided, summary = events(run, "verified", "verified", "summary")
    assert (same["outcome"], undecided["outcome"]) == ("same", "undecided")
    assert (summary["same"], summary["undecided"], summary["status"]) == (1, 1, 3)
    *listed, _ = (json.loads(line) for line in build("list", "--format", "json").out.splitlines())
    assert all(VALIDATOR.is_valid(event) for event in listed)
    assert {event["kind"] for event in listed} == {"edition", "turn", "theme", "language"}


def test_what_is_passed_over_and_what_is_left_over_are_events(
    build: Build, statement: Write, tmp_path: Path
) -> None:
    path = statement(name="in/a.en.md")
    readme = statement("About this folder.", "in/README.md")
    statement(name="in/b.en.md")
    build(tmp_path / "in")
    path.unlink()
    run = build("build", tmp_path / "in", "--format", "json")
    passed, _, left, _ = events(run, "left_out", "unchanged", "without_statement", "summary")
    assert passed["subject"] == str(readme)
    assert left["files"] == ["a.en.pdf"]


def test_a_wrong_command_is_an_event_once_its_options_are_read(build: Build) -> None:
    run = build("build", "nowhere.en.md", "--format", "json")
    failed, summary = events(run, "failed", "summary")
    assert failed["message"] == "communique: there is no file or folder nowhere.en.md"
    assert (summary["status"], run.err) == (2, "")


def test_every_event_is_in_the_schema_and_can_be_said_as_text() -> None:
    from communique.run.report.text import Text  # noqa: PLC0415  # its methods are what is looked at

    said = {name.removeprefix("_") for name in vars(Text) if re.fullmatch(r"_[a-z]\w+", name)}
    assert said == {name for name in SCHEMA["$defs"] if name != "fault"}
    assert set(COUNTED) < set(SCHEMA["$defs"]["summary"]["required"])


def test_the_schema_is_printed(build: Build) -> None:
    assert json.loads(build("list", "--events").out) == SCHEMA


# As text


def test_one_statement_needs_no_summary(build: Build, statement: Write) -> None:
    assert build(statement()).err == ""
    assert len(build("check", statement(BAD)).err.splitlines()) == 1, "its fault"


def test_many_statements_have_a_summary_with_each_refusal_again(
    build: Build, statement: Write, tmp_path: Path
) -> None:
    build(statement(name="in/a.en.md"))
    statement(name="in/b.en.md")
    refused = [statement(BAD, f"in/{name}.en.md") for name in "cd"]
    said = build(tmp_path / "in").err.splitlines()
    lines = [f"  {path}:2: titel: there is no such key; did you mean title?" for path in refused]
    assert said[-3:] == ["1 made, 1 unchanged, 2 refused:", *lines]
    assert "2 refused" not in build(tmp_path / "in", "--quiet").err


@pytest.mark.parametrize("refused", [20, 21, 1021])
def test_a_summary_tells_twenty_refusals_again_and_counts_the_others(
    refused: int, capfd: pytest.CaptureFixture[str]
) -> None:
    report = Report()
    paths = [Path(f"{number:04}.en.md") for number in range(refused)]
    for path in paths:
        error = StatementError([Fault(path, 2, "title", "it is missing", "add it")])
        report.refused(error, [str(path)])
    report.sum_up(1)
    said = capfd.readouterr().err.splitlines()
    lines = [f"{path}:2: title: it is missing; add it" for path in paths]
    left = {20: [], 21: ["  … and 1 more, see above"], 1021: ["  … and 1,001 more, see above"]}
    again = [f"{refused:,} refused:", *(f"  {line}" for line in lines[:20]), *left[refused]]
    assert said == [*lines, *again]


def test_twenty_files_without_a_statement_are_named_and_the_others_counted(
    capfd: pytest.CaptureFixture[str],
) -> None:
    names = [f"{number:02}.en.pdf" for number in range(22)]
    for count, more in ((20, ""), (22, " and 2 more")):
        Report("out").without_statement(names[:count])
        assert capfd.readouterr().err == (
            f"out: the statements of {', '.join(names[:20])}{more} are gone; "
            "delete these files if nobody needs them\n"
        )


def test_a_fault_of_the_design_is_told_once_and_counted_each_time(
    capfd: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    error = DesignError([Fault(tmp_path / "a.yaml", 3, "colours", "it is missing", "add it")])
    report = Report()
    report.refused(error, ["a.en.md"])
    report.refused(error, ["b.en.md"])
    report.sum_up(1)
    line = f"{tmp_path}/a.yaml:3: colours: it is missing; add it"
    assert capfd.readouterr().err.splitlines() == [line, "2 refused:", f"  {line}"]


def test_a_fault_of_all_editions_is_told_once_a_run_with_what_else_each_has(
    capfd: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    ink = Fault(tmp_path / "a.en.md", 3, "ink", "no font has ☃", "write another character")
    wide = Fault(tmp_path / "a.en.md", 4, "width", "it is too wide", "write shorter words")
    report = Report()
    for _ in range(2):
        report.refused(StatementError([ink]), ["a.en.md"], edition="standard")
        report.refused(StatementError([ink, wide]), ["a.en.md"], edition="large-print")
        report.sum_up(1)
        assert capfd.readouterr().err.splitlines() == [
            str(ink),
            str(wide),
            "2 refused:",
            f"  {ink}",
        ]


def test_details_of_a_bug_are_said_to_those_who_ask(capfd: pytest.CaptureFixture[str]) -> None:
    for verbose in (False, True):
        Report(verbose=verbose).refused(BugError("at night", "Traceback: …"), ["a.en.md"])
        said = capfd.readouterr().err
        assert said.startswith("a.en.md: this is a mistake of the program, not yours (at night)")
        assert ("Traceback" in said) == verbose


# Formats


def test_a_format_is_a_row_of_the_table(
    build: Build, statement: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Names:
        animated = False

        def __init__(self, *, quiet: bool, verbose: bool) -> None:
            self.ways = f"{quiet} {verbose}"

        def lines(self, event: Event) -> tuple[list[str], list[str]]:
            return [event["event"]], [self.ways] if event["event"] == "summary" else []

    monkeypatch.setitem(report.FORMATS, "names", Names)
    run = build("check", statement(), "--format", "names", "-q")
    assert (run.code, run.out, run.err) == (0, "checked\nsummary\n", "True False\n")


def test_files_of_a_faulty_statement_are_older_in_every_edition_that_was_made(
    build: Build, statement: Write, tmp_path: Path
) -> None:
    other = statement(name="meeting.fr.md")
    build(statement(), other, "--edition", "letter", "--edition", "parallel")
    (tmp_path / "out/meeting.en.large-print.pdf").write_bytes(b"somebody else's")
    run = build(statement(BAD), other, "--edition", "letter")
    older = [line.split(":")[0] for line in run.err.splitlines() if "is older" in line]
    assert [path.removeprefix(f"{tmp_path}/out/") for path in sorted(older)] == [
        "meeting.en+fr.parallel.pdf",
        "meeting.en.letter.pdf",
    ]


def test_the_first_fifty_faults_of_a_statement_are_told_and_the_others_counted(
    build: Build, statement: Write
) -> None:
    front = "\n".join(f"key{number}: a" for number in range(1_284))
    path = statement(with_front(f"title: A\n{front}"))
    lines = build("build", path).err.splitlines()
    assert [line.partition(": ")[0] for line in lines[:50]] == [f"{path}:{n}" for n in range(3, 53)]
    assert lines[50:] == [f"{path}: and 1,234 more"]
    refused, _ = events(build("build", path, "--format", "json"), "refused", "summary")
    assert [fault["line"] for fault in refused["faults"]] == [*range(3, 53)]
    assert (refused["message"].count("\n"), refused["more"]) == (49, 1_234)


def test_and_so_are_its_remarks(build: Build, statement: Write) -> None:
    path = statement(with_front("title: A\n" + "# a comment\n" * 1_284))
    lines = build("check", path).err.splitlines()
    assert all(line.startswith(f"{path}:{n}: remark: ") for n, line in enumerate(lines[:50], 3))
    assert lines[50:] == [f"{path}: and 1,234 more remarks"]


def test_fifty_are_not_followed_by_a_count(build: Build, statement: Write) -> None:
    path = statement(with_front("title: A\n" + "\n".join(f"key{n}: a" for n in range(50))))
    assert len(build("check", path).err.splitlines()) == 50
    (refused, _) = events(build("check", path, "--format", "json"), "refused", "summary")
    assert refused["more"] == 0


def test_a_long_value_is_told_by_its_beginning(build: Build, statement: Write) -> None:
    path = statement(with_front("title: A\nissued: " + "9" * 100_000))
    (line,) = build("check", path).err.splitlines()
    assert len(line) < 1_000 + len(str(path))
    assert re.search(r": issued: '9{499}…; ", line)
