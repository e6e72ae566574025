"""The README and the pages of docs/ are held against the program."""

from __future__ import annotations

import ast
import re
import shlex
import shutil
import subprocess
import sys
import tomllib
import xml.etree.ElementTree as ET
from functools import cache
from pathlib import Path
from textwrap import dedent
from typing import TYPE_CHECKING, Any, get_args

import pytest
from PIL import Image, ImageChops, ImageStat
from pypdf import PdfReader

import communique
from communique import __version__
from communique.command import cli, settings, status, verbs
from communique.command.settings.file import SettingsFile
from communique.compose import fallback
from communique.design import edition, language, theme, wording, yaml_lines
from communique.model import body
from communique.model.faults import Fault, Faults, StatementError
from communique.model.statement import FrontMatter, Issuer
from communique.prove.rules import RULES
from communique.publish import result
from communique.read import source
from communique.store.naming import STANDARD
from communique.typeset import VERSION
from tests.samples import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pydantic import BaseModel

README, CHANGELOG, CONTRIBUTING = "README.md", "CHANGELOG.md", "CONTRIBUTING.md"
TRUST = "docs/trust.md"
INSTALL = "docs/install.md"
AUTHORS, DESIGNERS, DEVELOPERS = "docs/authors.md", "docs/designers.md", "docs/developers.md"
ENGINE = "docs/engine.md"
EXAMPLE = ROOT / "docs" / "example.en.md"
CHANGES = "docs/changes.md"
PAGES = (README, CHANGELOG, CONTRIBUTING, INSTALL, AUTHORS, DESIGNERS, DEVELOPERS, CHANGES, TRUST)
#: What the pages tell the reader to make; the tests make it, too.
MADE = frozenset(
    (
        "source/x.en.md",
        "source/lights.en.md",
        "source/meeting.en.md",
        "source/spring/meeting.en.md",
        "templates/editions/a5.yaml",
        "templates/styles/a5.css",
        "templates/themes/harbour.yaml",
        "templates/themes/harbour.svg",
        "templates/languages/ga.yaml",
    )
)
_FENCE = re.compile(r"^( *)```(\w+)\n(.*?)^ *```$", re.MULTILINE | re.DOTALL)
_CODE = re.compile(r"(`+) ?(.+?) ?\1")


def text(name: str) -> str:
    return (ROOT / name).read_text("utf-8")


def prose(name: str) -> str:
    """Return a page without its code blocks."""
    return _FENCE.sub("", text(name))


def words(name: str) -> str:
    """Return the prose of a page on one line."""
    return " ".join(prose(name).split())


def blocks(name: str, *languages: str) -> list[str]:
    """Return the code blocks of a page that are in one of the `languages`."""
    return [dedent(code) for _, kind, code in _FENCE.findall(text(name)) if kind in languages]


def block_after(name: str, lead: str) -> str:
    """Return the first code block after the words `lead`."""
    match = _FENCE.search(text(name), text(name).index(lead))
    assert match is not None
    return dedent(match[3])


def table(name: str, heading: str, number: int = 0) -> list[list[str]]:
    """Return the cells of a table below a heading, without its head."""
    below = prose(name).split(f"\n{heading}\n", 1)[1]
    tables = re.findall(r"(?:^\|.*\n)+", below, re.MULTILINE)
    rows = tables[number].strip().split("\n")[2:]
    return [[cell.strip() for cell in row.strip("|").split(" | ")] for row in rows]


def plain(cell: str) -> str:
    """Return what a cell says in code marks, or else the cell."""
    match = _CODE.fullmatch(cell)
    return match[2] if match else cell


def column(name: str, heading: str, number: int = 0) -> list[str]:
    return [plain(row[0]) for row in table(name, heading, number)]


def in_code(name: str) -> list[str]:
    """Return everything that a page shows as a command: code marks and blocks."""
    return [match[1] for match in _CODE.findall(prose(name))] + blocks(name, "sh")


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


@pytest.fixture
def desk(
    engine: None,  # noqa: ARG001  # it is wanted for its effect
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> Path:
    """Return a folder with the README's statement, in which commands can be typed as shown."""
    (tmp_path / "source").mkdir()
    (tmp_path / "source" / "meeting.en.md").write_text(blocks(README, "markdown")[0], "utf-8")
    monkeypatch.chdir(tmp_path)
    (tmp_path / "communique.yaml").touch()
    return tmp_path


# The fields


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
        assert kind == ("web address" if address else type_of(properties[plain(name)]))
        assert meaning.replace("`", "") == field.description


def type_of(schema: dict[str, Any]) -> str:
    """Return the word of the authors' page for the type of a field."""
    option = next(iter(schema.get("anyOf", [schema])))
    reference = str(option.get("$ref", ""))
    if reference:
        return "[signatures](#signatures)" if reference.endswith("Signatures") else "phrase"
    if "enum" in option:
        return "one of three words"
    if option["type"] == "array":
        inner = str(option["items"].get("$ref", "/Text"))
        return f"list of {inner.rsplit('/', 1)[-1].lower()}s"
    if option["type"] == "object":
        return "list of keys with their texts"
    if "pattern" in option:
        return "date"
    named = {"boolean": "true or false", "string": "text"}
    return named.get(str(option["type"]), "text or number")


def examples() -> Iterator[str]:
    for name, *_, example in table(AUTHORS, "### The fields"):
        yield f"{plain(name)}: {plain(example)}"
    for name, *_, example in table(AUTHORS, "### The issuers"):
        country = "" if plain(name) != "styled" else "country: Norland, "
        yield f"issuers: [{{{country}{plain(name)}: '{plain(example)}'}}]"


@pytest.mark.parametrize("example", list(examples()))
def test_the_example_of_every_field_is_accepted(tmp_path: Path, example: str) -> None:
    assert faults(tmp_path, statement(example)) == ()


def test_known_kinds_are_those_of_the_language_file() -> None:
    section = prose(AUTHORS).split("### Known kinds\n")[1].split("\n###")[0]
    listed = section.strip().split("\n\n")[-1].replace("\n", " ").split(", ")
    assert listed == sorted(language.load("en").file.kinds)


# What the build refuses


@pytest.mark.parametrize(
    "row", table(AUTHORS, "### The most common messages"), ids=lambda row: row[0]
)
def test_quoted_message_is_what_the_reader_says(tmp_path: Path, row: list[str]) -> None:
    wrote, message, instead = row
    found = faults(tmp_path, statement(plain(wrote)))
    assert plain(message) in map(said, found)
    if instead.startswith("`"):
        assert faults(tmp_path, statement(plain(instead))) == ()


def test_quoted_messages_about_whole_files_are_what_the_reader_says(tmp_path: Path) -> None:
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
        faults(tmp_path, "---\ntitle: A title\n\nText."),
        faults(tmp_path, "---\ntitle: A title\n---\n"),
        faults(tmp_path, good, "meeting.md"),
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


def test_quoted_message_about_a_glyph_is_what_the_build_says(
    desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (desk / "source" / "meeting.en.md").write_text(statement("A smile 😀."), "utf-8")
    assert cli.main(["source/meeting.en.md"]) == 1
    _, _, message = capsys.readouterr().err.strip().split("\n")[0].split(":", 2)
    assert f"`{message.strip()}`" in text(AUTHORS)


def test_every_remark_on_a_delivered_pdf_is_explained() -> None:
    for remark in {remark for way in fallback.FALLBACKS for remark in way.divided.remarks}:
        assert f"`{remark}`" in text(AUTHORS)


# Editions, languages, options, commands


def test_editions_are_listed_with_their_descriptions_and_file_names() -> None:
    rows = {plain(name): (what, plain(file)) for name, what, file in table(AUTHORS, "## Editions")}
    assert sorted(rows) == sorted(edition.names())
    for name, (what, file) in rows.items():
        assert what == edition.load(name).description
        tags = "en+fr" if edition.load(name).languages > 1 else "en"
        suffix = "" if name == STANDARD else f".{name}"
        assert file == f"meeting.{tags}{suffix}.pdf"
    assert all(f"`{name}`" in text(README) for name in edition.names())


def test_large_print_has_the_sizes_that_are_told() -> None:
    large = edition.load("large-print")
    assert f"nothing below {large.minimum_size:g} pt" in words(AUTHORS)
    size = re.findall(r"--size: (\d+)pt", text("templates/styles/large-print.css"))[0]
    assert f"the text in {size} pt" in words(AUTHORS)


def test_languages_are_listed() -> None:
    listed = ", ".join(sorted(map(language.english_name, language.names())))
    assert listed in words(README)
    assert listed in words(CHANGELOG)
    assert all(f"`{tag}`" in text(AUTHORS) for tag in language.names())


def help_of(verb: str, capsys: pytest.CaptureFixture[str]) -> str:
    with pytest.raises(SystemExit):
        cli.main([verb, "--help"])
    return capsys.readouterr().out


def options_of(verb: str, capsys: pytest.CaptureFixture[str]) -> set[str]:
    return set(re.findall(r"--[a-z][a-z-]+", help_of(verb, capsys)))


def test_verbs_are_listed_as_the_help_has_them() -> None:
    rows = [(plain(name), what) for name, what in table(README, "## The command")]
    assert rows == [(name, what) for name, (_, what) in verbs.VERBS.items()]


@pytest.mark.parametrize("verb", verbs.VERBS)
def test_every_option_is_in_the_readme_and_no_other(
    verb: str, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = [
        option
        for name, where, _ in table(README, "## The command", 1)
        for option in re.findall(r"--[a-z-]+", name)
        if where == "all" or f"`{verb}`" in where
    ]
    rare = re.findall(rf"`{verb} (--[a-z-]+)", words(README))
    assert {*rows, *rare} == options_of(verb, capsys)


@pytest.mark.parametrize("name", PAGES)
def test_every_option_shown_exists(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    known = set().union(*(options_of(verb, capsys) for verb in verbs.VERBS))
    for code in in_code(name):
        for line in code.splitlines():
            if "build.py" in line:
                assert set(re.findall(r"--[a-z][a-z-]+", line)) <= known


@pytest.mark.parametrize("name", [README, TRUST])
def test_exit_status_is_told_as_it_is(name: str) -> None:
    told = {
        int(number): meaning
        for number, meaning in re.findall(r"^\| (\d+) \| (.+) \|$", text(name), re.MULTILINE)
    }
    assert {status.WELL, status.REFUSED, status.UNDECIDED} <= told.keys()
    assert "same" in told[status.WELL] or "exactly" in told[status.WELL]
    assert "differs" in told[status.REFUSED]
    assert "not made by Communiqué" in told[status.UNDECIDED]
    assert "With several files, 1 takes precedence over 3, and 3 over 0" in words(name)


def commands() -> Iterator[str]:
    for name in PAGES:
        for line in "\n".join(blocks(name, "sh")).splitlines():
            ours = line.startswith("python3 build.py")
            if ours and " a5 " not in line and "HOST" not in line:
                yield line


@pytest.mark.parametrize("command", sorted(set(commands())))
def test_every_command_shown_succeeds(
    desk: Path, command: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    # A command that watches ends here once there is nothing to wait for.
    monkeypatch.setattr("communique.run.watch.watch", lambda *_, **__: iter([set()]))
    if "parallel" in command:
        english = desk / "source" / "meeting.en.md"
        (desk / "source" / "meeting.fr.md").write_bytes(english.read_bytes())
    assert cli.main(shlex.split(command)[2:]) == 0
    assert " check" in command or list(desk.glob("*/**/meeting.*.pdf"))


def test_what_is_to_be_installed_is_what_is_looked_for() -> None:
    looked_for = text("tools/prepare")
    debian, fedora, mac, windows, chinese, _ = blocks(INSTALL, "sh")
    for package in debian.splitlines()[0].removeprefix("sudo apt-get install ").split():
        assert package in (*re.findall(r"[\w.-]+", looked_for), "make")
    for package in re.findall(r"echo ([\w. -]+)$", looked_for, re.MULTILINE)[0].split():
        assert package in debian, "what a machine without Python needs"
    assert set(fedora.splitlines()[0].split()) - {"make"} <= set(looked_for.split())
    assert set(mac.splitlines()[0].split()) <= set(re.findall(r"\w+", looked_for))
    assert mac.splitlines()[1] in looked_for
    assert windows.strip() in looked_for
    assert r"$env:WEASYPRINT_DLL_DIRECTORIES = 'D:\msys64\ucrt64\bin'" in text(INSTALL)
    for tag in ("ja", "zh-Hans"):
        fonts = language.load(tag).file.package
        assert fonts is not None
        assert fonts.name in chinese
        assert all(f"`{folder}`" in text(INSTALL) for folder in fonts.folders)


def test_the_command_is_shown_as_it_can_be_typed_everywhere() -> None:
    for name in PAGES:
        assert not re.findall(r"python build\.py", text(name)), name


@pytest.mark.parametrize("name", PAGES)
def test_every_make_target_shown_exists(name: str) -> None:
    targets = re.findall(r"^([a-z]+):.*## ", text("Makefile"), re.MULTILINE)
    for code in in_code(name):
        for target in re.findall(r"^make ([a-z]+)", code, re.MULTILINE):
            assert target in targets


def test_every_make_target_is_in_the_developers_page() -> None:
    targets = re.findall(r"^([a-z]+):.*## ", text("Makefile"), re.MULTILINE)
    assert sorted(column(DEVELOPERS, "## Set-up")) == sorted(f"make {name}" for name in targets)


# The statements shown


def test_readme_statement_has_ten_lines_and_builds(desk: Path) -> None:
    lines = (desk / "source" / "meeting.en.md").read_text("utf-8").splitlines()
    assert len(lines) == 10
    assert cli.main([]) == 0
    assert (desk / "out" / "meeting.en.pdf").exists()


@pytest.mark.usefixtures("engine")
def test_example_builds_in_every_edition_and_is_attached(tmp_path: Path) -> None:
    assert cli.main(["--edition", "all", "--out", str(tmp_path), str(EXAMPLE)]) == 0
    assert len(list(tmp_path.glob("*.pdf"))) == len(edition.single())
    attached = PdfReader(tmp_path / "example.en.pdf").attachments
    assert attached["example.en.md"] == [EXAMPLE.read_bytes()]


def test_example_has_every_field_but_one_and_every_part_of_a_text() -> None:
    example = source.read(EXAMPLE)
    assert example.matter.model_fields_set == set(FrontMatter.model_fields) - {"byline"}
    assert {node.kind for node in example.body.walk()} == set(get_args(body.Kind))


@pytest.mark.parametrize("block", blocks(AUTHORS, "markdown"))
def test_every_part_of_a_text_shown_reads_without_fault(tmp_path: Path, block: str) -> None:
    content = block if block.startswith("---\n") else statement(block)
    assert faults(tmp_path, content) == ()


@pytest.mark.parametrize("block", blocks(AUTHORS, "yaml"))
def test_front_matter_shown_reads_without_fault(tmp_path: Path, block: str) -> None:
    assert faults(tmp_path, statement(block.strip())) == ()


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


# What designers write


def project(folder: Path) -> Path:
    """Make a copy of the program in `folder`, with the files of the designers' page in it."""
    for name in ("communique", "templates"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("*.pyc.*"))
    shutil.copy(ROOT / "build.py", folder)
    for path in MADE:
        if f"`{path}`" in text(DESIGNERS) and "languages" not in path:
            (folder / path).write_text(block_after(DESIGNERS, f"`{path}`"), "utf-8")
    (folder / "source").mkdir()
    return folder


def run(folder: Path, *arguments: str) -> str:
    """Run a program of ours in `folder`; return what it said."""
    done = subprocess.run(  # noqa: S603  # our own program
        [sys.executable, *arguments],
        cwd=folder,
        capture_output=True,
        check=False,
        encoding="utf-8",
        timeout=120,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def put_before(path: Path, place: str, new: str) -> None:
    content = path.read_text("utf-8")
    assert content.count(place) == 1
    path.write_text(content.replace(place, new + place), "utf-8")


def test_new_edition_works_as_typed(tmp_path: Path) -> None:
    folder = project(tmp_path)
    (folder / "source" / "meeting.en.md").write_text(blocks(README, "markdown")[0], "utf-8")
    command = next(line for line in "".join(blocks(DESIGNERS, "sh")).splitlines() if "a5" in line)
    run(folder, *shlex.split(command)[1:])
    sheet = PdfReader(folder / "out" / "meeting.en.a5.pdf").pages[0].mediabox
    assert (round(sheet.width / 72 * 25.4), round(sheet.height / 72 * 25.4)) == (148, 210)
    assert re.search(r"^  a5 +A5, to put into a folder$", run(folder, "build.py", "--list"), re.M)


def test_new_theme_with_an_emblem_works_as_typed(tmp_path: Path) -> None:
    folder = project(tmp_path)
    themed = blocks(README, "markdown")[0].replace("kind:", "theme: harbour\nkind:")
    (folder / "source" / "meeting.en.md").write_text(themed, "utf-8")
    run(folder, "build.py")
    made = PdfReader(folder / "out" / "meeting.en.pdf")
    assert "press@example.org" in made.pages[0].extract_text()
    contents = made.pages[0].get_contents()
    assert contents is not None
    green = " ".join(f"{value / 255:.6f}" for value in bytes.fromhex("0b4f4a"))
    assert f"{green} rg" in contents.get_data().decode("latin-1")


def test_new_language_and_new_field_work_as_typed(tmp_path: Path) -> None:
    folder = project(tmp_path)
    shutil.copy(folder / "templates/languages/en.yaml", folder / "templates/languages/ga.yaml")
    section = text(DESIGNERS).split("## A new field or part")[1]
    field, part, said, place = (
        dedent(code)
        for _, kind, code in _FENCE.findall(section)
        if kind in ("python", "jinja", "text")
    )
    put_before(folder / "communique/model/statement.py", "    theme: Text", indented(field))
    put_before(folder / "templates/parts/title.html", "{% if front.issuers %}", part)
    texts = folder / "communique/content/texts.py"
    put_before(texts, '        yield from self.front("authenticity"', indented(indented(said)))
    put_before(folder / "communique/content/fields.py", '    "theme": Place', indented(place))
    draft = blocks(README, "markdown")[0].replace("kind:", "status: Draft\nkind:")
    (folder / "source" / "meeting.ga.md").write_text(draft, "utf-8")
    run(folder, "build.py")
    assert "Draft" in PdfReader(folder / "out" / "meeting.ga.pdf").pages[0].extract_text()


def indented(code: str) -> str:
    return "".join(f"    {line}\n" for line in code.splitlines())


@pytest.mark.parametrize(
    ("heading", "model"),
    [
        ("## A new edition", edition.EditionFile),
        ("## A new theme", theme.Theme),
        ("## A new language", wording.LanguageFile),
    ],
)
def test_keys_of_template_files_are_those_of_their_model(
    heading: str, model: type[BaseModel]
) -> None:
    assert column(DESIGNERS, heading) == list(model.model_fields)


def test_variables_of_the_styles_are_listed() -> None:
    listed = set(re.findall(r"`(--[a-z-]+)`", text(DESIGNERS).split("## A new edition")[0]))
    styles = edition.load("standard").styles.split("}")[0] + theme.load("neutral").styles()
    assert listed == set(re.findall(r"(--[a-z-]+):", styles)) | {"--half"}


def test_keys_of_the_settings_are_listed() -> None:
    assert column(README, "## A project of your own") == list(SettingsFile.model_fields)


def test_settings_shown_have_no_fault(project: Path) -> None:
    code = block_after(README, "in it and in all folders below")
    (project / "communique.yaml").write_text(code, "utf-8")
    assert settings.load().editions == ["standard", "letter"]


def test_python_shown_runs(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    exec(block_after(DEVELOPERS, "The public names are"), {})  # noqa: S102  # our own page
    assert capsys.readouterr().out == (
        "out/meeting.en.letter.pdf 1 it is exactly what this version makes of its statement\n"
    )
    assert (desk / "out/meeting.en.letter.pdf").is_file()


def test_kinds_of_fault_are_listed() -> None:
    kinds = [
        name
        for name in communique.__all__
        if name.endswith("Error") and name not in ("CommuniqueError", "FaultsError")
    ]
    listed = column(DEVELOPERS, "## Calling it from Python")
    assert sorted(listed) == kinds
    with_faults = {n for n in kinds if issubclass(getattr(communique, n), communique.FaultsError)}
    assert set(listed[:4]) == with_faults


def test_parts_of_the_page_are_listed() -> None:
    found = sorted(path.name for path in (ROOT / "templates/parts").glob("*"))
    assert sorted(column(DESIGNERS, "## A new field or part")) == found


# What developers read


def test_five_steps_are_those_of_the_pipeline() -> None:
    assert re.findall(r"^\d\. \*\*(\w+)\*\*", text(README), re.MULTILINE) == [*result.STEPS]
    shown = re.findall(r"(\d) (\w+) →", text(README) + text(DEVELOPERS))
    assert shown == [(str(n), step) for n, step in enumerate(result.STEPS, start=1)] * 2


def test_every_room_is_listed() -> None:
    package = ROOT / "communique"
    found = {path.name for path in package.glob("*.py")}
    found |= {f"{path.parent.name}/" for path in package.glob("*/__init__.py")}
    assert set(column(DEVELOPERS, "## The way of the data")) == found


@pytest.mark.parametrize("row", table(DEVELOPERS, "## The way of the data"), ids=lambda row: row[0])
def test_library_is_imported_by_its_room_alone(row: list[str]) -> None:
    room, libraries = ROOT / "communique" / plain(row[0]), row[-1].strip(" |")
    for library in filter(None, libraries.split(", ") if len(row) == 3 else []):
        importers = {
            path for path in (ROOT / "communique").rglob("*.py") if library in imported(path)
        }
        assert importers
        assert all(path == room or room in path.parents for path in importers)


@cache
def imported(path: Path) -> set[str]:
    """Return the names of the packages that a file imports, in whatever place."""
    names = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names.add(node.module.split(".")[0])
    return names


def test_every_claim_of_what_is_proven_names_tests() -> None:
    for claim, tests in table(TRUST, "## What every build proves"):
        named = re.findall(r"`(tests/[\w/]+\.py)`", tests)
        assert named, claim
        assert all("def test_" in text(name) for name in named)


def test_rules_of_the_proof_are_listed_in_their_order() -> None:
    names = [f"{rule.__module__.rpartition('.')[2]}.{rule.__name__}" for rule in RULES]
    assert column(DEVELOPERS, "## The proof") == names


def test_the_version_of_the_engine_is_the_one_that_is_told() -> None:
    assert f"WeasyPrint is pinned to {VERSION}" in text(ENGINE)
    assert f'"weasyprint=={VERSION}"' in text("pyproject.toml")


def test_every_package_has_its_reason() -> None:
    with (ROOT / "pyproject.toml").open("rb") as file:
        made = tomllib.load(file)["project"]
    asked = [made["dependencies"], *made["optional-dependencies"].values()]
    for number, packages in enumerate(asked):
        names = sorted(re.split(r"[<>=]", package)[0] for package in packages)
        rows = table(CONTRIBUTING, "## Packages", number)
        assert [row[0] for row in rows] == names
        assert all(reason for _, reason in rows)
    assert f"Python {made['requires-python'].removeprefix('>=')} or newer" in words(README)


def test_hyphen_is_drawn_with_the_same_bytes(tmp_path: Path) -> None:
    fonts = Path("templates/fonts/communique-hyphen")
    (tmp_path / fonts).mkdir(parents=True)
    (tmp_path / "tools").mkdir()
    shutil.copy(ROOT / "tools/hyphen.py", tmp_path / "tools")
    run(tmp_path, "tools/hyphen.py")
    drawn = sorted((tmp_path / fonts).iterdir())
    assert [path.name for path in drawn] == sorted(p.name for p in (ROOT / fonts).glob("*.ttf"))
    assert all(path.read_bytes() == (ROOT / fonts / path.name).read_bytes() for path in drawn)


def test_changelog_begins_with_this_version() -> None:
    assert re.findall(r"^## (\S+)", text(CHANGELOG), re.MULTILINE)[0] == __version__


def test_every_font_has_its_licence_beside_it() -> None:
    for folder in (path.parent for path in (ROOT / "templates/fonts").glob("*/*.ttf")):
        licence = "".join(path.read_text("utf-8") for path in folder.glob("LICENSE*"))
        wanted = "Apache" if folder.name == "communique-hyphen" else "SIL Open Font License"
        assert wanted in licence


# The pages themselves


@pytest.mark.parametrize("name", PAGES)
def test_links_between_the_pages_resolve(name: str) -> None:
    for target in re.findall(r"(?<!`)\[[^\]`]*\]\(([^)]+)\)", prose(name)):
        file, _, anchor = target.partition("#")
        if target.startswith("https://"):
            continue
        path = (ROOT / name).parent / file if file else ROOT / name
        assert path.exists(), target
        assert not anchor or anchor in anchors(path), target


def anchors(path: Path) -> set[str]:
    """Return the names that GitHub gives to the headings of a page."""
    headings = re.findall(r"^#+ (.+)$", _FENCE.sub("", path.read_text("utf-8")), re.MULTILINE)
    return {re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("name", PAGES)
def test_files_and_folders_named_exist(name: str) -> None:
    rooms = r"(?:communique|templates|tools|requirements|docs|source|tests|\.ci)/[^`\s]*"
    for path in re.findall(rf"`({rooms})`", prose(name)):
        assert path in MADE or (ROOT / path).exists(), path


@pytest.mark.parametrize("name", PAGES)
def test_code_blocks_parse(name: str) -> None:
    for code in blocks(name, "python"):
        ast.parse(code)
    for code in blocks(name, "svg"):
        ET.fromstring(code)  # noqa: S314  # our own page
    for code in blocks(name, "yaml"):
        found = Faults(ROOT / name)
        assert yaml_lines.parse(code, 1, found).values
        assert not list(found)


@pytest.mark.usefixtures("engine")
def test_picture_shows_the_page_as_it_is_built_now(tmp_path: Path) -> None:
    founding = ROOT / "source" / "copenhagen-quantum-2023.en.md"
    assert cli.main(["--out", str(tmp_path), str(founding)]) == 0
    converter = shutil.which("pdftoppm")
    assert converter, "poppler's pdftoppm is missing"
    pdf = tmp_path / "copenhagen-quantum-2023.en.pdf"
    subprocess.run(  # noqa: S603  # the command of the developers' page
        [converter, "-png", "-singlefile", "-scale-to-x", "860", "-scale-to-y", "-1", pdf, "now"],
        cwd=tmp_path,
        check=True,
    )
    with Image.open(ROOT / "docs/page.png") as shown, Image.open(tmp_path / "now.png") as now:
        assert shown.width == 900
        inner = shown.convert("L").crop((20, 20, shown.width - 20, shown.height - 20))
        assert inner.size == now.size
        small = (now.width // 4, now.height // 4)
        difference = ImageChops.difference(inner.resize(small), now.convert("L").resize(small))
    assert ImageStat.Stat(difference).mean[0] < 2, "out of date; docs/developers.md says how"
