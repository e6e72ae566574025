"""The authors' page: fields, messages and examples are those of the program."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_args

import pytest
from pypdf import PdfReader

from communique.command import cli
from communique.compose import fallback, fitting
from communique.content import other_language
from communique.design import edition, language
from communique.model import body
from communique.model.faults import Fault, StatementError
from communique.model.statement import FrontMatter, Issuer
from communique.read import source
from communique.store import places
from communique.store.paths import TEMPLATES
from tests.docs.pages import AUTHORS, README, block_after, blocks, column, plain, prose, table, text
from tests.samples import ROOT, with_body

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pydantic import BaseModel


EXAMPLE = ROOT / "docs" / "example.en.md"


def faults(folder: Path, content: str, name: str = "meeting.en.md") -> tuple[Fault, ...]:
    """Return the faults of a statement with that content, read beside the example's picture."""
    shutil.copy(ROOT / "docs" / "example.svg", folder)
    (folder / name).write_bytes(content.encode())
    try:
        source.read(folder / name)
    except StatementError as error:
        return error.faults
    return ()


def statement(snippet: str) -> str:
    """Return a faultless statement but for a `snippet` of its front matter or of its text."""
    key = re.match(r"[a-z]+:", snippet)
    if not key:
        return f"---\ntitle: A title\n---\n\n{snippet}\n"
    title = "" if key[0] in ("title:", "titel:") else "title: A title\n"
    return f"---\n{title}{snippet}\n---\n\nText of the IALA.\n"


def said(fault: Fault) -> str:
    """Return a fault without its place."""
    return f"{fault.key}: {fault.wrong}; {fault.instead}"


@pytest.mark.parametrize(
    ("heading", "model"), [("### The fields", FrontMatter), ("### The issuers", Issuer)]
)
def test_every_field_is_in_the_authors_page_and_no_other(
    heading: str, model: type[BaseModel]
) -> None:
    assert column(AUTHORS, heading) == list(model.model_fields)


@pytest.mark.parametrize(
    ("heading", "model"), [("### The fields", FrontMatter), ("### The issuers", Issuer)]
)
def test_types_and_meanings_of_the_fields_are_those_of_the_model(
    heading: str, model: type[BaseModel]
) -> None:
    properties = model.model_json_schema()["properties"]
    for name, kind, meaning, _ in table(AUTHORS, heading):
        field = model.model_fields[plain(name)]
        address = "https?://" in repr(field.annotation)
        described = properties[plain(name)]
        assert kind == ("web address" if address else type_of(described))
        assert meaning.replace("`", "") == described["description"]


def type_of(schema: dict[str, Any]) -> str:
    """Return the word of the authors' page for the type of a field."""
    option = next(iter(schema.get("anyOf", [schema])))
    reference = str(option.get("$ref", ""))
    if reference:
        groups = {
            "Signatures": "[signatures](#signatures)",
            "Draft": "[draft](#drafts-and-embargoes)",
        }
        return groups.get(reference.rpartition("/")[2], "phrase")
    if "enum" in option:
        return "one of three words"
    if option["type"] == "array":
        inner = str(option["items"].get("$ref", "/Text"))
        return f"list of {inner.rsplit('/', 1)[-1].lower()}s"
    if option["type"] == "object":
        return "keys with their texts, one a line, without hyphens"
    if option["type"] == "integer":
        return "number"
    if option["type"] == ["boolean", "integer"]:
        return "true, false or a number"
    if "pattern" in option:
        return "time with its zone" if "UTC" in option["pattern"] else "date"
    named = {"boolean": "true or false", "string": "text"}
    return named.get(str(option["type"]), "text or number")


def examples() -> Iterator[str]:
    for name, *_, example in table(AUTHORS, "### The fields"):
        yield f"{plain(name)}: {plain(example)}"
    for name, *_, example in table(AUTHORS, "### The issuers"):
        country = "country: Norland, " if plain(name) in ("styled", "language") else ""
        yield f"issuers: [{{{country}{plain(name)}: '{plain(example)}'}}]"


@pytest.mark.parametrize("example", list(examples()))
def test_the_example_of_every_field_is_accepted(tmp_path: Path, example: str) -> None:
    assert faults(tmp_path, statement(example)) == ()


def test_known_kinds_are_those_of_the_language_file() -> None:
    section = prose(AUTHORS).split("### Known kinds\n")[1].split("\n###")[0]
    listed = section.strip().split("\n\n")[-1].replace("\n", " ").split(", ")
    assert listed == sorted(language.load("en").file.kinds)


@pytest.mark.parametrize(
    "row", table(AUTHORS, "### The most common messages"), ids=lambda row: row[0]
)
def test_quoted_message_is_what_the_reader_says(tmp_path: Path, row: list[str]) -> None:
    wrote, message, instead = row
    found = faults(tmp_path, statement(plain(wrote)))
    assert plain(message) in map(said, found)
    if instead.startswith("`"):
        assert faults(tmp_path, statement(plain(instead))) == ()


def test_quoted_messages_about_whole_files_are_what_the_reader_says(
    desk: Path, tmp_path: Path
) -> None:
    places.enter(str(desk))
    good = statement("Text.")
    (tmp_path / "meeting.docx").write_bytes(b"PK\x03\x04 word/document.xml")
    with pytest.raises(StatementError) as word:
        source.read(tmp_path / "meeting.docx")
    (tmp_path / "latin.en.md").write_bytes(good.replace("title", "café").encode("latin-1"))
    with pytest.raises(StatementError) as latin:
        source.read(tmp_path / "latin.en.md")
    found = [
        word.value.faults,
        latin.value.faults,
        faults(tmp_path, "Text."),
        faults(tmp_path, "–––\ntitle: A title\n---\n\nText."),
        faults(tmp_path, "---\ntitle: A title\n\nText."),
        faults(tmp_path, "---\ntitle: A title\n---\n"),
        faults(desk / "source", good, "meeting.md"),
        faults(tmp_path, good, "meeting.md"),
        faults(tmp_path, good, "meeting.jp.md"),
        faults(tmp_path, good, "meeting.ger.md"),
        faults(tmp_path, good, "meeting.en (1).md"),
        faults(tmp_path, good, "meeting.gb.md"),
        faults(tmp_path, good, "meeting.se.md"),
        faults(tmp_path, good, "meeting.ga.md"),
    ]
    quoted = [plain(message) for _, message in table(AUTHORS, "### The most common messages", 1)]
    assert len(quoted) == len(found)
    for message, those in zip(quoted, found, strict=True):
        assert message in map(said, those)


def test_shown_message_has_the_line_of_the_readme_statement(desk: Path) -> None:
    wrong = blocks(README, "markdown")[0].replace("issued: 2026-03-12", "issued: 12 March 2026")
    (desk / "source" / "meeting.en.md").write_text(wrong, "utf-8")
    with pytest.raises(StatementError) as refused:
        source.read(Path("source/meeting.en.md"))
    assert f"\n    {refused.value}\n" in text(AUTHORS)


def test_older_pdf_is_announced_in_the_quoted_words(
    desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["source/meeting.en.md"]) == 0
    (desk / "source" / "meeting.en.md").write_text(statement("# Wrong"), "utf-8")
    assert cli.main(["source/meeting.en.md"]) == 1
    announced = capsys.readouterr().err.strip().split("\n")[-1]
    assert f"\n    {announced}\n" in text(AUTHORS)


def test_a_pdf_of_the_same_text_is_announced_in_the_quoted_words(
    desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text_of = statement("Some words.").replace("---\n\n", "theme: own\n---\n\n", 1)
    (desk / "source" / "meeting.en.md").write_text(text_of, "utf-8")
    own = desk / "templates/themes/own.yaml"
    own.parent.mkdir(parents=True)
    own.write_bytes((TEMPLATES / "themes/neutral.yaml").read_bytes())
    assert cli.main(["source/meeting.en.md"]) == 0
    own.write_text("colour: red\n", "utf-8")
    assert cli.main(["source/meeting.en.md"]) == 1
    announced = capsys.readouterr().err.strip().split("\n")[-1]
    assert f"\n    {announced}\n" in text(AUTHORS)


def test_quoted_message_about_a_glyph_is_what_the_build_says(
    desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (desk / "source" / "meeting.en.md").write_text(statement("A light 🪩."), "utf-8")
    assert cli.main(["source/meeting.en.md"]) == 1
    _, _, message = capsys.readouterr().err.strip().split("\n")[0].split(":", 2)
    assert f"`{message.strip()}`" in text(AUTHORS)


def test_every_remark_on_a_delivered_pdf_is_explained() -> None:
    one, two = frozenset([0]), frozenset([0, 1])
    every = fallback.Narrowing(one, smaller=two, divided=one, records=one, long_words=1)
    for remark in {each for way in fallback.FALLBACKS for each in way.narrowed(every).remarks}:
        assert f"`{remark}`" in text(AUTHORS)


def test_the_remark_on_a_text_that_was_set_closer_is_explained() -> None:
    assert f"`{fitting.remark(3, 4, 2)}`" in " ".join(text(AUTHORS).split())


def test_the_remark_on_a_text_in_another_language_is_the_one_that_is_explained(
    tmp_path: Path,
) -> None:
    words = " ".join(re.findall("[a-z]+", EXAMPLE.read_text("utf-8").split("---\n", 2)[2]))
    path = tmp_path / "meeting.de.md"
    path.write_text(with_body(words), "utf-8")
    (remark,) = other_language.remarks(source.read(path))
    assert f"`{remark}`" in " ".join(text(AUTHORS).split())


def test_readme_statement_has_ten_lines_and_builds(desk: Path) -> None:
    lines = (desk / "source" / "meeting.en.md").read_text("utf-8").splitlines()
    assert len(lines) == 10
    assert cli.main([]) == 0
    assert (desk / "out" / "meeting.en.pdf").exists()


@pytest.mark.conformance
@pytest.mark.usefixtures("warm")
def test_example_builds_in_every_edition_and_is_attached(tmp_path: Path) -> None:
    assert cli.main(["--edition", "all", "--out", str(tmp_path), str(EXAMPLE)]) == 0
    assert len(list(tmp_path.glob("*.pdf"))) == len(edition.single())
    attached = PdfReader(tmp_path / "example.en.pdf").attachments
    assert attached["example.en.md"] == [EXAMPLE.read_bytes()]


def test_example_has_every_field_but_one_and_every_part_of_a_text() -> None:
    example = source.read(EXAMPLE)
    assert example.matter.model_fields_set == set(FrontMatter.model_fields) - {
        "byline",
        "draft",
        "embargo",
    }
    assert {node.kind for node in example.body.walk()} == set(get_args(body.Kind))


@pytest.mark.parametrize("block", blocks(AUTHORS, "markdown"))
def test_every_part_of_a_text_shown_reads_without_fault(tmp_path: Path, block: str) -> None:
    content = block if block.startswith("---\n") else statement(block)
    assert faults(tmp_path, content) == ()


@pytest.mark.parametrize("block", blocks(AUTHORS, "yaml"))
def test_front_matter_shown_reads_without_fault(tmp_path: Path, block: str) -> None:
    assert faults(tmp_path, statement(block.strip())) == ()


def test_the_example_to_copy_has_no_remark(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("example.en.md", "example.svg"):
        shutil.copy(EXAMPLE.parent / name, tmp_path)
    assert cli.main(["check", "--strict", str(tmp_path)]) == 0
    assert capsys.readouterr() == (f"{tmp_path}/example.en.md  no mistakes\n", "")


def test_the_small_statement_to_copy_is_built_without_a_remark(
    desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    small = block_after(AUTHORS, "## Ten minutes left")
    (desk / "source" / "meeting.en.md").write_text(small, "utf-8")
    assert cli.main(["check", "--strict"]) == 0
    assert capsys.readouterr() == ("source/meeting.en.md  no mistakes\n", "")
    assert cli.main([]) == 0
    assert (desk / "out" / "meeting.en.pdf").exists()


def advised(heading: str) -> list[str]:
    """Return what a table below a heading tells authors to write."""
    return [code for row in table(AUTHORS, heading) for code in re.findall("`([^`]+)`", row[-1])]


@pytest.mark.parametrize(
    "code",
    [code for code in advised("### Text from Word") if code != "\\"]
    + [code for code in advised("## Ten minutes left") if " " in code or code == "ENDS"],
)
def test_what_is_to_be_written_instead_of_marks_of_word_reads_without_a_remark(
    tmp_path: Path, code: str
) -> None:
    missing = "\n\n[^1]: A note." if code.endswith("[^1]") else ""
    missing = "\n\nLights.[^1]" if code.startswith("[^1]:") else missing
    below = "\n\nText." if code.startswith("#") else ""
    assert faults(tmp_path, statement(f"{code}{missing}{below}")) == ()
    assert source.read(tmp_path / "meeting.en.md").remarks == ()


@pytest.mark.parametrize(("written", "printed"), [("ENDS", "ENDS"), ("\\###", "###")])
def test_a_release_ends_as_the_authors_page_says(
    tmp_path: Path, written: str, printed: str
) -> None:
    assert f"`{written}`" in text(AUTHORS)
    assert faults(tmp_path, statement(f"Text.\n\n{written}")) == ()
    last = source.read(tmp_path / "meeting.en.md").body.children[-1]
    assert (last.kind, last.plain) == ("paragraph", printed)


@pytest.mark.parametrize("point", ["-", "1.", "10."])
@pytest.mark.parametrize("least", [True, False])
def test_points_inside_points_are_indented_as_the_authors_page_says(
    tmp_path: Path, point: str, *, least: bool
) -> None:
    indent = " " * (len(point) + 1 if least else 4)
    assert faults(tmp_path, statement(f"{point} outer\n{indent}- inner")) == ()
    (outer,) = source.read(tmp_path / "meeting.en.md").body.children
    assert [each.kind for each in outer.children[0].children] == ["paragraph", "list"]


def test_list_numbers_are_printed_as_the_authors_page_says(tmp_path: Path) -> None:
    faults(tmp_path, statement("3. a\n5. b\n\n---\n\n2. a\n2. b\n\n---\n\n1) a"))
    numbers = [
        node.marker
        for node in source.read(tmp_path / "meeting.en.md").body.walk()
        if node.kind == "item"
    ]
    assert numbers == ["3.", "5.", "2.", "3.", "1)"]


def test_windows_line_ends_are_accepted(tmp_path: Path) -> None:
    assert faults(tmp_path, statement("Text.").replace("\n", "\r\n")) == ()
